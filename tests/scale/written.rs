//! A seed number and a count → families of invented acts, written as a corpus, with the truth
//! about them. The acts themselves are drawn by the generator of the examples.

use crate::invented::family::{Family, Folder, Truth};
use crate::invented::{Words, family};
use std::fs;
use std::path::{Path, PathBuf};

const HEAD: &str = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\n";

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Folders of at least so many acts, the table of facts of them, and the truth.
pub fn drawn(seed: u64, acts: usize, truths: usize) -> (Vec<Folder>, String, Vec<Truth>) {
    let words = Words::read(&root().join("corpus")).expect("the words of the corpus");
    let (mut all, mut facts, mut truths_of_all) = (Vec::new(), HEAD.to_owned(), Vec::new());
    for number in 0.. {
        if all.len() >= acts {
            break;
        }
        let Family { folders, facts: rows, truths: true_here } =
            family(seed, number, &words, truths);
        all.extend(folders);
        facts.push_str(&rows);
        truths_of_all.extend(true_here);
    }
    (all, facts, truths_of_all)
}

/// Writes an act into a corpus.
pub fn put(corpus: &Path, act: &Folder) {
    let path = corpus.join(&act.name);
    fs::create_dir_all(&path).expect("a folder");
    for (name, text) in &act.files {
        fs::write(path.join(name), text).expect("a text");
    }
}

/// Writes the table of facts of a corpus.
pub fn put_facts(corpus: &Path, facts: &str) {
    fs::create_dir_all(corpus.join("facts")).expect("a folder");
    fs::write(corpus.join("facts/publications.tsv"), facts).expect("facts");
}

/// A folder of this name with `corpus` in it.
pub fn corpus(name: &str, seed: u64, acts: usize, truths: usize) -> (PathBuf, Vec<Truth>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let (folders, facts, truths) = drawn(seed, acts, truths);
    let corpus = folder.join("corpus");
    folders.iter().for_each(|act| put(&corpus, act));
    put_facts(&corpus, &facts);
    (folder, truths)
}
