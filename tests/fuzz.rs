//! The targets of the fuzzer, run without it: over what it once found, and over texts of the
//! project, whole and broken at places that are drawn anew for each.

mod support;
#[path = "../fuzz/targets/mod.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};
use support::akn::files;
use support::folders::Draw;
use support::root;

/// Reads every text of the project and has no cheaper way to fail than the others have.
const READERS: [&str; 6] = ["adding", "citations", "notes", "orders", "source", "structure"];
/// Read words rather than texts.
const WORDS: [&str; 3] = ["address", "date", "words"];
/// The most bytes of an input: what breaks a reader does so in a short text, too.
const MOST: usize = 12 << 10;

fn target(name: &str) -> targets::Target {
    let found = targets::TARGETS.iter().find(|(target, _)| *target == name);
    found.expect("a target of this name").1
}

fn inside(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

#[test]
fn nothing_that_was_found_breaks_a_reader_again() {
    let cases = root().join("fuzz/cases");
    for (name, target) in targets::TARGETS {
        let cases = inside(&cases.join(name));
        assert!(!cases.is_empty(), "no case for {name}: add one under fuzz/cases/{name}");
        for case in cases {
            // The name of the case stands in the captured output where its target panics.
            eprintln!("{}", case.display());
            target(&fs::read(&case).expect("a case"));
        }
    }
}

#[test]
fn every_folder_of_cases_has_a_target() {
    for folder in inside(&root().join("fuzz/cases")) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(targets::TARGETS.iter().any(|(target, _)| *target == name), "{name} is no target");
    }
}

/// Texts as they stand in the project; long ones as their beginning and their end.
fn seeds() -> Vec<Vec<u8>> {
    let folders = ["corpus", "tests/corpora", "tests/word", "tests/cases/parse"];
    let all = folders.iter().map(|folder| root().join(folder)).filter(|path| path.is_dir());
    let all = all.flat_map(|folder| files(&folder));
    let wanted = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        ["md", "txt", "html", "docx", "tsv"].contains(&ending)
    };
    let mut seeds = Vec::new();
    for path in all.filter(|path| wanted(path)) {
        let bytes = fs::read(&path).expect("a text");
        if bytes.len() > MOST && !bytes.starts_with(b"PK") {
            seeds.push(bytes[bytes.len() - MOST..].to_vec());
            seeds.push(bytes[..MOST].to_vec());
        } else {
            seeds.push(bytes);
        }
    }
    seeds
}

/// A text with something cut out, written over, said twice or put in.
fn broken(seed: &[u8], draw: &mut Draw) -> Vec<u8> {
    const PIECES: [&[u8]; 13] = [
        b"<ol reversed><li>",
        b"</li></ol>",
        b"<table><td>",
        b"<ol start=-7 type=i>",
        b"\xff\xfe",
        b"\0",
        b"PK\x03\x04",
        "«".as_bytes(),
        "17-1) ".as_bytes(),
        b"<!--",
        b"|---|",
        b"\r",
        b"\x0c",
    ];
    let mut bytes = seed.to_vec();
    for _ in 0..1 + draw.below(4) {
        let at = draw.below(bytes.len() + 1);
        let length = draw.below(40).min(bytes.len() - at);
        match draw.below(4) {
            0 => drop(bytes.drain(at..at + length)),
            1 => bytes
                .splice(at..at, PIECES[draw.below(PIECES.len())].iter().copied())
                .for_each(drop),
            2 => {
                let again = bytes[at..at + length].to_vec();
                bytes.splice(at..at, again).for_each(drop);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(draw.below(256)).unwrap_or_default();
                }
            }
        }
    }
    bytes
}

#[test]
fn texts_whole_and_broken_go_through_every_reader() {
    let mut draw = Draw(1);
    let seeds = seeds();
    assert!(seeds.len() > 50, "{} texts", seeds.len());
    for seed in &seeds {
        let once = broken(seed, &mut draw);
        for name in READERS {
            let target = target(name);
            target(seed);
            target(&once);
            target(&broken(seed, &mut draw));
        }
    }
}

#[test]
fn words_whole_and_broken_go_through_the_readers_of_words() {
    let mut draw = Draw(2);
    let names = [
        "7-баптың 11) тармақшасы",
        "бекітілген/6/17)",
        "att_1__para_6__point_17",
        "17-1-тармақ",
        "1-қосымшаның 3-тармағы",
        "2021 жылғы 1 маусым",
        "24#2",
        "…/кесте/24",
        "#соңғы",
        "*",
    ];
    for name in WORDS {
        let target = target(name);
        for words in names {
            target(words.as_bytes());
            for _ in 0..200 {
                target(&broken(words.as_bytes(), &mut draw));
            }
        }
    }
}
