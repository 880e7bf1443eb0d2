//! Invents a corpus of any size, with the truth about it: `--acts N --seed S --out DIR`.
//! The acts lie in `DIR/corpus`, the truth in `DIR/truth.ndjson`, a line a place and day.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is run for what it prints")]
#![allow(dead_code, reason = "tests use the rest of what is invented")]

mod invented;

use clap::Parser;
use invented::{Words, family};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// Invents a corpus.
#[derive(Parser)]
struct Args {
    /// Stop after so many acts.
    #[arg(long, default_value_t = usize::MAX)]
    acts: usize,
    /// Stop after so many bytes of text.
    #[arg(long, default_value_t = u64::MAX)]
    bytes: u64,
    /// Equal seeds make equal corpora.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Truths of every amended act.
    #[arg(long, default_value_t = 6)]
    truths: usize,
    /// The acts whose words are used.
    #[arg(long, default_value = "corpus")]
    from: PathBuf,
    /// Where to write: a folder that does not exist yet.
    #[arg(long)]
    out: PathBuf,
}

fn main() -> std::io::Result<()> {
    let args = Args::parse();
    let words = Words::read(&args.from)?;
    let corpus = args.out.join("corpus");
    fs::create_dir(&args.out)?;
    fs::create_dir_all(corpus.join("facts"))?;
    let mut truth = BufWriter::new(File::create(args.out.join("truth.ndjson"))?);
    let mut facts = BufWriter::new(File::create(corpus.join("facts/publications.tsv"))?);
    facts.write_all(HEAD.as_bytes())?;
    let (mut acts, mut bytes) = (0, 0);
    for number in 0.. {
        if acts >= args.acts || bytes >= args.bytes {
            break;
        }
        let family = family(args.seed, number, &words, args.truths);
        acts += family.folders.len();
        for folder in &family.folders {
            let path = corpus.join(&folder.name);
            fs::create_dir(&path)?;
            for (name, text) in &folder.files {
                bytes += text.len() as u64;
                fs::write(path.join(name), text)?;
            }
        }
        facts.write_all(family.facts.as_bytes())?;
        for one in &family.truths {
            let line = serde_json::json!({
                "act": one.act,
                "address": one.address,
                "day": one.day.to_string(),
                "status": one.status,
                "text": one.text,
            });
            writeln!(truth, "{line}")?;
        }
    }
    println!("{acts} acts, {bytes} bytes");
    Ok(())
}

const HEAD: &str = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\trule_and_source\n";
