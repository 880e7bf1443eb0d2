//! Measures an index in one process and prints lines of JSON: `ask INDEX TRUTH` times questions
//! and judges the answers by the truth, `stages CORPUS` times what a build does on the way, `raw
//! INDEX OUT` writes the same words with tantivy alone, `export INDEX OUT` writes the stretches of
//! days of every place as lines, for programs to compare with.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is run for what it prints")]

use clap::Parser;
use jiff::civil::Date;
use nusqa::index::{Index, Layout};
use nusqa::model::address::Address;
use nusqa::model::certainty::Certainty;
use nusqa::model::version::Axis;
use nusqa::parse;
use nusqa::parse::identity::requisites;
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use nusqa::query::search::SearchAsk;
use nusqa::source::document::Document;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Measures.
#[derive(Parser)]
enum Command {
    /// Times questions, and judges answers.
    Ask {
        index: PathBuf,
        truth: PathBuf,
        /// Questions of each kind at most.
        #[arg(long, default_value_t = 2000)]
        most: usize,
    },
    /// Times bytes to tree, and tree to orders.
    Stages { corpus: PathBuf },
    /// Writes the words of all versions with tantivy alone.
    Raw { index: PathBuf, out: PathBuf },
    /// Writes act, address, first day, last day and words of every version, a line each.
    Export { index: PathBuf, out: PathBuf },
}

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    match Command::parse() {
        Command::Ask { index, truth, most } => ask(&index, &truth, most),
        Command::Stages { corpus } => stages(&corpus),
        Command::Raw { index, out } => raw(&index, &out),
        Command::Export { index, out } => export(&index, &out),
    }
}

fn ms(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// Median and what 95 and 99 of a hundred do not exceed, in milliseconds.
fn shares(mut times: Vec<f64>) -> Value {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len().max(1) - 1));
    json!({ "p50": at(50), "p95": at(95), "p99": at(99), "of": times.len() })
}

fn ask(index: &Path, truth: &Path, most: usize) -> Outcome {
    let opened: Vec<f64> = (0..20)
        .map(|_| {
            let start = Instant::now();
            let engine = Engine::open(index);
            drop(engine);
            ms(start)
        })
        .collect();
    println!("{}", json!({ "what": "open", "ms": shares(opened) }));
    let engine = Engine::open(index).map_err(|error| format!("{error:?}"))?;
    let lines: Vec<Value> = BufReader::new(std::fs::File::open(truth)?)
        .lines()
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect::<Result<_, Box<dyn Error>>>()?;
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut judged: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let step = lines.len().div_ceil(most).max(1);
    for one in lines.iter().step_by(step) {
        let word = |key: &str| one[key].as_str().unwrap_or_default();
        let date: Date = word("day").parse()?;
        let ask = Ask { axis: Axis::InForce, date, known_by: None };
        let start = Instant::now();
        let Ok(act) = engine.find_act(word("act")) else {
            *judged.entry(("no such act".into(), "")).or_default() += 1;
            continue;
        };
        let Ok(address) = engine.find_address(&act, word("address"), &ask) else {
            *judged.entry(("no such place".into(), "")).or_default() += 1;
            continue;
        };
        let answer = engine.show(&act, &address, ask).map_err(|error| format!("{error:?}"))?;
        times.entry("show").or_default().push(ms(start));
        let verdict = verdict(one, answer.status.name(), answer.text.as_deref());
        if verdict == "wrong" && matches!(answer.certainty, Certainty::Certain | Certainty::Derived)
        {
            let found = json!({ "status": answer.status.name(), "text": answer.text });
            eprintln!("{}", json!({ "truth": one, "answer": found }));
        }
        *judged.entry((answer.certainty.name().to_owned(), verdict)).or_default() += 1;
        let start = Instant::now();
        engine
            .history(&act, &address, Axis::InForce, (None, None))
            .map_err(|error| format!("{error:?}"))?;
        times.entry("history").or_default().push(ms(start));
        let start = Instant::now();
        engine
            .diff(&act, &address, ask, "2025-05-01".parse()?)
            .map_err(|error| format!("{error:?}"))?;
        times.entry("diff").or_default().push(ms(start));
    }
    let few = lines.len().div_ceil(most.min(300)).max(1);
    for one in lines.iter().step_by(few) {
        let words: Vec<&str> =
            one["text"].as_str().unwrap_or_default().split_whitespace().skip(2).take(3).collect();
        if words.len() < 3 {
            continue;
        }
        let date: Date = one["day"].as_str().unwrap_or_default().parse()?;
        for (what, any_date) in [("search on a day", false), ("search on any day", true)] {
            let ask = Ask { axis: Axis::InForce, date, known_by: None };
            let text = words.join(" ");
            let asked = SearchAsk { text, ask, any_date, between: None, act: None, limit: 10 };
            let start = Instant::now();
            engine.search(&asked).map_err(|error| format!("{error:?}"))?;
            times.entry(what).or_default().push(ms(start));
        }
    }
    for (what, times) in times {
        println!("{}", json!({ "what": what, "ms": shares(times) }));
    }
    for ((certainty, verdict), count) in judged {
        println!("{}", json!({ "certainty": certainty, "verdict": verdict, "answers": count }));
    }
    Ok(())
}

/// What the truth says of an answer.
fn verdict(truth: &Value, status: &str, text: Option<&str>) -> &'static str {
    if status == "unknown" || text.is_some_and(|text| text.contains("[…]")) {
        return "open";
    }
    let same = truth["status"].as_str() == Some(status);
    match (truth["text"].as_str(), text) {
        (Some(_), None) if same => "open",
        (Some(said), Some(text)) if same && said == text => "exact",
        (None, _) if same => "exact",
        _ => "wrong",
    }
}

fn stages(corpus: &Path) -> Outcome {
    let mut files = Vec::new();
    for folder in std::fs::read_dir(corpus)?.flatten().filter(|entry| entry.path().is_dir()) {
        files.extend(std::fs::read_dir(folder.path())?.flatten().map(|file| file.path()));
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "md" || ending == "txt"));
    files.sort();
    let (mut bytes, mut units, mut parsing, mut ordering, mut amending) = (0, 0, 0.0, 0.0, 0);
    for file in files.iter().take(2000) {
        let text = std::fs::read(file)?;
        bytes += text.len();
        let start = Instant::now();
        let tree = parse::parse(&Document::decode("text", &text));
        parsing += ms(start);
        units += tree.units.len();
        if let Some(own) = requisites(&tree) {
            let start = Instant::now();
            let orders = nusqa::amend::read(&tree, &own.act);
            if !orders.instructions.is_empty() {
                ordering += ms(start);
                amending += text.len();
            }
        }
    }
    let speed = |bytes: usize, ms: f64| bytes as f64 / 1e3 / ms;
    println!(
        "{}",
        json!({
            "what": "bytes to tree", "MB/s": speed(bytes, parsing), "units/s": units as f64 * 1e3 / parsing
        })
    );
    println!("{}", json!({ "what": "tree to orders", "MB/s": speed(amending, ordering) }));
    Ok(())
}

/// Hands on every version with words on the axis of force: act, address, days and words.
fn each(
    index: &Path,
    mut with: impl FnMut(&str, &str, Option<Date>, Option<Date>, &str) -> Outcome,
) -> Outcome {
    let index = Index::open(&Layout::new(index)).map_err(|error| format!("{error:?}"))?;
    for act in index.acts().map_err(|error| format!("{error:?}"))? {
        let iri = act.id.iri();
        let versions = index
            .versions_under(&iri, &Address::whole(), Axis::InForce)
            .map_err(|error| format!("{error:?}"))?;
        for stored in versions {
            let version = stored.version;
            let Some(text) = &version.text else { continue };
            let to = version.valid_to.and_then(|window| window.latest);
            with(&iri, &version.address.to_string(), version.valid_from.latest, to, text)?;
        }
    }
    Ok(())
}

fn export(index: &Path, out: &Path) -> Outcome {
    let mut out = BufWriter::new(std::fs::File::create(out)?);
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    each(index, |act, address, from, to, text| {
        let line = json!({
            "act": act, "address": address, "from": day(from), "to": day(to), "text": text
        });
        Ok(writeln!(out, "{line}")?)
    })
}

fn raw(index: &Path, out: &Path) -> Outcome {
    use tantivy::schema::{FAST, STORED, STRING, Schema, TEXT};
    let mut texts = Vec::new();
    each(index, |act, address, _, _, text| {
        texts.push((format!("{act} {address}"), text.to_owned()));
        Ok(())
    })?;
    let mut schema = Schema::builder();
    let place = schema.add_text_field("place", STRING | STORED);
    let words = schema.add_text_field("words", TEXT | STORED);
    let from = schema.add_i64_field("from", FAST);
    std::fs::create_dir_all(out)?;
    let bytes: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let count = texts.len();
    let start = Instant::now();
    let raw = tantivy::Index::create_in_dir(out, schema.build())?;
    let mut writer: tantivy::IndexWriter = raw.writer_with_num_threads(2, 128 << 20)?;
    for (name, text) in texts {
        writer.add_document(tantivy::doc!(place => name, words => text, from => 0_i64))?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    let took = ms(start);
    println!(
        "{}",
        json!({
            "what": "tantivy alone", "documents": count, "bytes": bytes,
            "MB/s": bytes as f64 / 1e3 / took, "documents/s": count as f64 * 1e3 / took
        })
    );
    Ok(())
}
