//! A repository of many redactions → how fast it is imported, and how much memory that takes at
//! most. `cargo bench --bench import -- 1000`; memory is told where the system tells it.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement is printed")]

use gix::ObjectId;
use gix::objs::tree::{Entry, EntryKind};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Articles of the act; together with the words about the length of a long law.
const ARTICLES: usize = 300;

fn main() {
    let redactions = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(1000);
    let folder = tempfile::tempdir().unwrap();
    let repository = folder.path().join("law.git");
    let bytes = write(&repository, redactions);
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_nusqa"))
        .arg("import-git")
        .arg(&repository)
        .arg("--corpus")
        .arg(folder.path().join("corpus"))
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = None;
    while child.try_wait().unwrap().is_none() {
        peak = peak_of(child.id()).or(peak);
        std::thread::sleep(Duration::from_millis(5));
    }
    let took = started.elapsed();
    let files = fs::read_dir(folder.path().join("corpus")).unwrap().flatten().next().unwrap();
    let files = fs::read_dir(files.path()).unwrap().count();
    println!("{redactions} redactions of {bytes} bytes, {files} files written");
    println!("{:.0} redactions a second", redactions as f64 / took.as_secs_f64());
    println!("at most {} KiB of memory", peak.map_or("?".to_owned(), |peak| peak.to_string()));
}

/// The most memory that a process has held so far, in KiB.
fn peak_of(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn write(path: &Path, redactions: usize) -> usize {
    let git = gix::init_bare(path).unwrap();
    fs::write(path.join("HEAD"), "ref: refs/heads/main\n").unwrap();
    let mut tip: Option<ObjectId> = None;
    let mut bytes = 0;
    let mut day: jiff::civil::Date = "2001-01-01".parse().unwrap();
    for number in 0..redactions {
        let mut text = "# Сынақ туралы\n\n".to_owned();
        for article in 1..=ARTICLES {
            let words = if article == number % ARTICLES + 1 { number } else { 0 };
            text.push_str(&format!(
                "{article}-бап. Атауы\n\n1. Бұл бапта {words} рет айтылған нәрселер белгіленеді.\n\n"
            ));
        }
        bytes = text.len();
        let meta = format!(
            "type: law\nnumber: 1-I\ndate: 2001-01-01\ntitle: Сынақ туралы\nredaction_date: {day}\n"
        );
        let blob = |text: &str| git.write_blob(text).unwrap().detach();
        let tree = |mut entries: Vec<Entry>| {
            entries.sort();
            git.write_object(&gix::objs::Tree { entries }).unwrap().detach()
        };
        let entry = |name: &str, kind: EntryKind, oid| Entry {
            mode: kind.into(),
            filename: name.into(),
            oid,
        };
        let act = tree(vec![
            entry("kaz.md", EntryKind::Blob, blob(&text)),
            entry("meta.yaml", EntryKind::Blob, blob(&meta)),
        ]);
        let top = tree(vec![entry("act", EntryKind::Tree, act)]);
        let who = gix::actor::Signature {
            name: "somebody".into(),
            email: "somebody@example.org".into(),
            time: gix::date::Time { seconds: 1_500_000_000, offset: 0 },
        };
        let commit = gix::objs::Commit {
            tree: top,
            parents: tip.into_iter().collect(),
            author: who.clone(),
            committer: who,
            encoding: None,
            message: format!("Law № {number}-I of {day}").into(),
            extra_headers: Vec::new(),
        };
        tip = Some(git.write_object(&commit).unwrap().detach());
        day = day.tomorrow().unwrap();
    }
    if let Some(tip) = tip {
        fs::create_dir_all(path.join("refs/heads")).unwrap();
        fs::write(path.join("refs/heads/main"), format!("{tip}\n")).unwrap();
    }
    bytes
}
