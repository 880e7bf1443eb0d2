//! The order in which the files of a corpus are read, the names of its folders and the number of
//! threads never show in what is answered.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

mod support;

use nusqa::build::{build, gather};
use nusqa::index::{Index, Layout};
use nusqa::model::act::ActId;
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use nusqa::timeline::record::ActRecord;
use nusqa::timeline::{Timeline, weave};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use support::{cases, root};

/// The corpora: that of the project, the small ones, and the real cases where they are there.
fn corpora() -> Vec<(String, PathBuf, Option<cases::Case>)> {
    let mut all = vec![("corpus".to_string(), root().join("corpus"), None)];
    let small = fs::read_dir(root().join("tests/corpora")).expect("a folder").flatten();
    let mut small: Vec<PathBuf> =
        small.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    small.sort();
    all.extend(small.into_iter().map(|path| {
        (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), path, None)
    }));
    for name in cases::NAMES {
        if let Some(case) = cases::Case::new(name, true) {
            all.push((name.to_string(), case.corpus().to_path_buf(), Some(case)));
        }
    }
    all
}

fn records(corpus: &Path, index: &Path) -> Vec<ActRecord> {
    build(corpus, index, false, &|_| {}).expect("a build");
    let acts = Index::open(&Layout::new(index)).expect("an index").acts().expect("acts");
    let acts: Vec<ActId> =
        acts.into_iter().filter(|act| !act.referenced).map(|act| act.id).collect();
    gather(corpus, index, &acts).expect("records")
}

fn dump(timeline: &Timeline) -> Vec<String> {
    let places = timeline.places.iter().map(|place| format!("{place:?}"));
    let head = format!(
        "{:?} {:?} {:?} {:?}",
        timeline.horizon, timeline.amended_by, timeline.amending, timeline.amending_on_adoption
    );
    std::iter::once(head).chain(places).collect()
}

/// Another order of the same things, by a fixed rule for each number.
fn shuffled<T: Clone>(things: &[T], number: usize) -> Vec<T> {
    let mut things = things.to_vec();
    match number {
        0 => things.reverse(),
        _ => {
            // Every thing at an odd position first, then the others backwards.
            let odd: Vec<T> = things.iter().skip(1).step_by(2).cloned().collect();
            let even: Vec<T> = things.iter().step_by(2).rev().cloned().collect();
            things = odd.into_iter().chain(even).collect();
        }
    }
    things
}

#[test]
fn texts_and_amending_acts_may_be_read_in_any_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut compared, mut failures) = (0, String::new());
    for (name, corpus, _kept) in corpora() {
        for record in records(&corpus, &folder.path().join(&name)) {
            let several = record.witnesses.len() > 1 || record.amenders.len() > 1;
            if !several {
                continue;
            }
            let told = dump(&weave(&record));
            for number in 0..2 {
                let other = ActRecord {
                    witnesses: shuffled(&record.witnesses, number),
                    amenders: shuffled(&record.amenders, number),
                    ..record.clone()
                };
                compared += 1;
                let other = dump(&weave(&other));
                for (one, other) in told.iter().zip(&other).filter(|(a, b)| a != b).take(2) {
                    let at = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
                    let around = |text: &str| -> String {
                        String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(150)..])
                            .chars()
                            .take(330)
                            .collect()
                    };
                    let _ = writeln!(
                        failures,
                        "{name} {} {number}: {}\n  one:   {}\n  other: {}",
                        record.id.number,
                        one.chars().take(80).collect::<String>(),
                        around(one),
                        around(other)
                    );
                }
                if told.len() != other.len() {
                    let _ = writeln!(failures, "{name} {}: places differ", record.id.number);
                }
            }
        }
    }
    println!("{compared} shuffled records compared");
    assert!(compared > 0);
    assert!(failures.is_empty(), "{failures}");
}

/// A copy of a corpus whose folders are named by their position from one end or the other.
fn copy(corpus: &Path, to: &Path, backwards: bool) {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(corpus).expect("a folder").flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let acts: Vec<&PathBuf> =
        folders.iter().filter(|folder| folder.join("act.toml").is_file()).collect();
    let length = acts.len();
    for (number, act) in acts.into_iter().enumerate() {
        let number = if backwards { length - number } else { number };
        let name = act.file_name().unwrap_or_default().to_string_lossy();
        let folder = to.join(format!("{number:02}={name}"));
        fs::create_dir_all(&folder).expect("a folder");
        for file in fs::read_dir(act).expect("a folder").flatten() {
            fs::copy(file.path(), folder.join(file.file_name())).expect("a copy");
        }
    }
    if corpus.join("facts").is_dir() {
        fs::create_dir_all(to.join("facts")).expect("a folder");
        for file in fs::read_dir(corpus.join("facts")).expect("a folder").flatten() {
            fs::copy(file.path(), to.join("facts").join(file.file_name())).expect("a copy");
        }
    }
}

/// Everything in the index, without the folders in the paths of files.
fn told(corpus: &Path, index: &Path) -> Vec<String> {
    build(corpus, index, false, &|_| {}).expect("a build");
    let index = Index::open(&Layout::new(index)).expect("an index");
    let root = corpus.to_string_lossy().replace('\\', "/");
    let mut out = Vec::new();
    for act in index.acts().expect("acts") {
        out.push(format!("{act:?}"));
        for axis in [Axis::InForce, Axis::Adopted] {
            let iri = act.id.iri();
            let versions = index.versions_under(&iri, &Address::whole(), axis).expect("versions");
            out.extend(versions.iter().map(|version| format!("{version:?}")));
        }
    }
    let plain = |text: &String| {
        let mut plain = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find(root.as_str()) {
            plain.push_str(&rest[..at]);
            rest = &rest[at + root.len()..];
            rest = rest.find('=').map_or(rest, |cut| &rest[cut + 1..]);
        }
        plain + rest
    };
    out.iter().map(plain).collect()
}

fn first_difference(one: &[String], other: &[String]) -> Option<String> {
    if one.len() != other.len() {
        return Some(format!("{} and {} entries", one.len(), other.len()));
    }
    let (one, other) = one.iter().zip(other).find(|(one, other)| one != other)?;
    Some(format!("{one}\n{other}"))
}

#[test]
fn folders_may_have_any_names() {
    for (name, corpus, _kept) in corpora() {
        let folder = tempfile::tempdir().expect("a folder");
        let (forth, back) = (folder.path().join("forth"), folder.path().join("back"));
        copy(&corpus, &forth, false);
        copy(&corpus, &back, true);
        let one = told(&forth, &folder.path().join("index-forth"));
        let other = told(&back, &folder.path().join("index-back"));
        let difference = first_difference(&one, &other);
        assert!(difference.is_none(), "{name}: {}", difference.unwrap_or_default());
    }
}

#[test]
fn one_thread_tells_what_many_tell() {
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = folder.path().join("corpus");
    copy(&root().join("corpus"), &corpus, false);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| told(&corpus, &folder.path().join(format!("index-{threads}"))))
    };
    let difference = first_difference(&run(1), &run(4));
    assert!(difference.is_none(), "{}", difference.unwrap_or_default());
}
