//! Acts as a git repository: what is written is the same every time, and what is read back from it
//! says no more than what was written.

#![allow(clippy::print_stdout, reason = "a test says what it could not ask")]

mod support;

use nusqa::model::certainty::Certainty;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::expression::Life;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::git::{export, import};
use support::{nusqa, root};

fn tip(repository: &Path) -> String {
    fs::read_to_string(repository.join("refs/heads/main")).expect("a branch")
}

fn fsck(repository: &Path) {
    let checked = std::process::Command::new("git")
        .arg("--git-dir")
        .arg(repository)
        .args(["fsck", "--strict"])
        .output();
    match checked {
        Ok(output) => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        Err(_) => println!("git is not installed: its own check was not asked"),
    }
}

#[test]
fn the_same_corpus_gives_the_same_repository() {
    let folder = tempfile::tempdir().expect("a folder");
    for axis in ["adopted", "in-force"] {
        let paths: Vec<PathBuf> =
            (0..2).map(|n| folder.path().join(format!("{axis}-{n}.git"))).collect();
        for path in &paths {
            let output = export(path, &["--axis", axis]);
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        assert_eq!(tip(&paths[0]), tip(&paths[1]));
        fsck(&paths[0]);
        let again = export(&paths[0], &["--axis", axis]);
        assert_eq!(again.status.code(), Some(2), "a repository is never written over");
    }
    let left = fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(left, 4, "nothing unfinished is left");
}

#[test]
fn days_before_1970_keep_their_true_date() {
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = folder.path().join("corpus/act");
    fs::create_dir_all(&corpus).expect("a folder");
    let card = "[act]\ntype = \"law\"\nnumber = \"1\"\nadopted = 1965-03-02\n\n\
                [[text]]\nfile = \"a.md\"\nrole = \"original\"\n";
    fs::write(corpus.join("act.toml"), card).expect("a card");
    fs::write(corpus.join("a.md"), "# Ескі заң\n\n1-бап. Атауы\n\nСөздер.\n").expect("a text");
    let out = folder.path().join("old.git");
    let output = nusqa()
        .args(["export", "--format", "git", "--corpus"])
        .arg(folder.path().join("corpus"))
        .arg("--index")
        .arg(folder.path().join("index"))
        .arg("--out")
        .arg(&out)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let git = gix::open_opts(&out, gix::open::Options::isolated()).expect("a repository");
    let commit = git.head_commit().expect("a commit");
    assert_eq!(commit.time().expect("a time").seconds, 0);
    assert!(commit.message_raw_sloppy().to_string().contains("True-Date: 1965-03-02\n"));
    let (status, report) = import(&out, &folder.path().join("again"), &[]);
    assert_eq!((status, &report["imported"][0]["state"]), (0, &"1965-03-02".into()), "{report}");
}

/// Every text of every act on every boundary day of the axis of adoption.
fn told(corpus: &Path, index: &Path) -> BTreeMap<(String, String, String), (String, Certainty)> {
    nusqa::build::build(corpus, index, false, &|_| {}).expect("a build");
    let engine = Engine::open(index).expect("an index");
    let mut told = BTreeMap::new();
    for act in engine.acts().expect("acts") {
        let versions = engine.versions(&act, Axis::Adopted).expect("versions");
        let life = Life::on_axis(&act, versions, Axis::Adopted);
        for day in life.settled_days() {
            for unit in life.on(day).units {
                let Some(text) = unit.text() else { continue };
                let key = (act.id.iri(), day.to_string(), unit.address.to_string());
                told.insert(key, (text.to_owned(), unit.certainty()));
            }
        }
    }
    told
}

/// Words and certainty by address.
type Texts<'t> = BTreeMap<&'t str, (&'t str, Certainty)>;

fn round_trip(corpus: &Path, folder: &Path) -> (usize, usize, Vec<String>) {
    std::env::set_current_dir(root()).expect("the project's folder");
    let before = told(corpus, &folder.join("index"));
    let repository = folder.join("law.git");
    let output = nusqa()
        .args(["export", "--format", "git", "--corpus"])
        .arg(corpus)
        .arg("--index")
        .arg(folder.join("index"))
        .arg("--out")
        .arg(&repository)
        .output()
        .expect("the program runs");
    if output.status.code() != Some(0) {
        return (0, 0, Vec::new());
    }
    let again = folder.join("again");
    let (_, report) = import(&repository, &again, &[]);
    let refused = report["refused"].as_array().expect("a list");
    let serious = refused.iter().filter(|refused| refused["code"] != "import_no_text");
    assert_eq!(serious.count(), 0, "{report}");
    if !again.is_dir() {
        return (0, 0, Vec::new());
    }
    // On any day of the first, not only on the days of commits.
    nusqa::build::build(&again, &folder.join("index-again"), false, &|_| {}).expect("a build");
    let engine = Engine::open(&folder.join("index-again")).expect("an index");
    let mut lives = BTreeMap::new();
    for act in engine.acts().expect("acts") {
        let versions = engine.versions(&act, Axis::Adopted).expect("versions");
        lives.insert(act.id.iri(), Life::on_axis(&act, versions, Axis::Adopted));
    }
    let mut days: BTreeMap<(&str, &str), Texts<'_>> = BTreeMap::new();
    for ((act, day, address), (text, certainty)) in &before {
        days.entry((act, day)).or_default().insert(address, (text, *certainty));
    }
    let (mut same, mut gaps) = (0, 0);
    let mut wrong = Vec::new();
    for ((act, day), units) in days {
        let Some(life) = lives.get(act) else {
            gaps += units.len();
            continue;
        };
        let found: BTreeMap<String, (String, Certainty)> = life
            .on(day.parse().expect("a day"))
            .units
            .iter()
            .filter_map(|unit| {
                Some((unit.address.to_string(), (unit.text()?.to_owned(), unit.certainty())))
            })
            .collect();
        for (address, (text, certainty)) in &found {
            match units.get(address.as_str()) {
                Some((old, sure)) if old == text && certainty <= sure => same += 1,
                other => {
                    wrong.push(format!("{act} {day} {address}: {other:?} {certainty:?} {text}"))
                }
            }
        }
        gaps += units.keys().filter(|address| !found.contains_key(**address)).count();
    }
    (same, gaps, wrong)
}

#[test]
fn a_repository_read_back_says_no_more_than_what_was_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let (same, gaps, wrong) = round_trip(Path::new("corpus"), folder.path());
    println!("corpus: {same} texts the same, {gaps} gaps");
    assert!(same > 0);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut sum = (0, 0);
    let mut surer: Vec<String> = Vec::new();
    for entry in fs::read_dir(root().join("tests/corpora")).expect("a folder").flatten() {
        if entry.path().is_dir() {
            let folder = tempfile::tempdir().expect("a folder");
            let (same, gaps, wrong) = round_trip(&entry.path(), folder.path());
            sum = (sum.0 + same, sum.1 + gaps);
            surer.extend(wrong.into_iter().map(|one| format!("{}: {one}", entry.path().display())));
        }
    }
    println!("small corpora: {} texts the same, {} gaps", sum.0, sum.1);
    assert!(surer.is_empty(), "{}", surer.join("\n"));
}
