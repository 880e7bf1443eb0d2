//! Building an index: what changes is done again, what fails leaves the old index whole, and
//! the way by which an index came about never shows in its answers.

mod support;

use nusqa::build::{Progress, Report, build};
use nusqa::index::{Index, Layout};
use nusqa::model::act::ActId;
use nusqa::model::address::Address;
use nusqa::model::certainty::Certainty;
use nusqa::model::reason::Reason;
use nusqa::model::version::{Axis, Version};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use support::folders::{copy, dump};
use support::{nusqa, root};

/// A copy of the project's corpus that may be changed.
fn copy_of_corpus(to: &Path) -> PathBuf {
    let corpus = to.join("corpus");
    copy(&root().join("corpus"), &corpus);
    corpus
}

fn run(corpus: &Path, index: &Path) -> Report {
    build(corpus, index, false, &|_: Progress| {}).expect("a build")
}

/// Every version of an index on the axis of force.
fn versions(index: &Path) -> Vec<Version> {
    let index = Index::open(&Layout::new(index)).expect("an index");
    let of = |act: &ActId| {
        let found = index.versions_under(&act.iri(), &Address::whole(), Axis::InForce);
        found.expect("versions").into_iter().map(|stored| stored.version)
    };
    let acts = index.acts().expect("acts");
    acts.iter().flat_map(|act| of(&act.id)).collect()
}

/// How many grades are surer than presumed.
fn certain(index: &Path) -> usize {
    let grades = |version: &Version| {
        version.grades.iter().filter(|grade| grade.certainty > Certainty::Presumed).count()
    };
    versions(index).iter().map(grades).sum()
}

/// How many versions are doubted because of files that were not read, and all versions without
/// what certainty they have.
fn undoubted(index: &Path) -> (usize, String) {
    let mut doubted = 0;
    let mut out = String::new();
    for mut version in versions(index) {
        let unread = |reason: &Reason| matches!(reason, Reason::FilesUnread { .. });
        doubted += usize::from(version.grades.iter().any(|grade| grade.reasons.iter().any(unread)));
        version.grades.clear();
        version.proof = None;
        let _ = writeln!(out, "{version:?}");
    }
    (doubted, out)
}

fn folder_of(corpus: &Path, number: &str) -> PathBuf {
    let folders = fs::read_dir(corpus).expect("a folder").flatten().map(|entry| entry.path());
    folders
        .into_iter()
        .find(|path| path.to_string_lossy().contains(number))
        .expect("the folder of an act")
}

fn edit(path: &Path, change: impl Fn(String) -> String) {
    let text = fs::read_to_string(path).expect("a text");
    fs::write(path, change(text)).expect("a write");
}

#[test]
fn a_second_build_has_nothing_to_do() {
    let scratch = tempfile::tempdir().expect("a folder");
    let corpus = copy_of_corpus(scratch.path());
    let index = scratch.path().join("index");
    assert!(run(&corpus, &index).rebuilt > 0);
    assert_eq!(run(&corpus, &index).rebuilt, 0);
}

#[test]
fn an_incremental_build_answers_like_a_whole_one() {
    let scratch = tempfile::tempdir().expect("a folder");
    let corpus = copy_of_corpus(scratch.path());
    let (grown, fresh) = (scratch.path().join("grown"), scratch.path().join("fresh"));
    let all = run(&corpus, &grown).rebuilt;

    // A publication day moves every change that the act made, here and in the acts that name it.
    let card = folder_of(&corpus, "2021-01-18-12-").join("act.toml");
    edit(&card, |text| text + "\n[days]\nfirst_published = 2021-01-20\n");
    let changed = run(&corpus, &grown);
    assert!(0 < changed.rebuilt && changed.rebuilt < all, "{} of {all}", changed.rebuilt);
    run(&corpus, &fresh);
    assert_eq!(dump(&grown), dump(&fresh));

    // An act that leaves the corpus leaves its mark on those that it amended.
    fs::remove_dir_all(folder_of(&corpus, "2021-01-18-12-")).expect("a removal");
    run(&corpus, &grown);
    let fresh = scratch.path().join("fresh again");
    run(&corpus, &fresh);
    assert_eq!(dump(&grown), dump(&fresh));
}

#[test]
fn a_publication_day_closes_the_window() {
    let scratch = tempfile::tempdir().expect("a folder");
    let corpus = copy_of_corpus(scratch.path());
    let index = scratch.path().join("index");
    let card = folder_of(&corpus, "2021-01-18-12-").join("act.toml");
    edit(&card, |text| text + "\n[days]\nfirst_published = 2021-01-20\n");
    let shown = |day: &str| {
        let output = nusqa()
            .args(["show", "832", "17-1", "--json", "--on", day, "--corpus"])
            .arg(&corpus)
            .arg("--index")
            .arg(&index)
            .output()
            .expect("the program runs");
        serde_json::from_slice::<serde_json::Value>(&output.stdout).expect("JSON")["status"].clone()
    };
    assert_eq!(shown("2021-01-30"), "not_yet");
    assert_eq!(shown("2021-01-31"), "in_force");
}

#[test]
fn names_of_folders_mean_nothing() {
    let scratch = tempfile::tempdir().expect("a folder");
    let corpus = copy_of_corpus(scratch.path());
    let index = scratch.path().join("index");
    run(&corpus, &index);
    let before = dump(&index);
    // The order of folders turns round; paths in the evidence are named alike for comparison.
    let mut renamed = Vec::new();
    for (n, entry) in fs::read_dir(&corpus).expect("a folder").flatten().enumerate() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("20") {
            let new = format!("z{:02}", 99 - n);
            fs::rename(entry.path(), corpus.join(&new)).expect("a new name");
            renamed.push((new, name));
        }
    }
    run(&corpus, &index);
    let mut after = dump(&index);
    for (new, old) in renamed {
        after = after.replace(&format!("/{new}/"), &format!("/{old}/"));
    }
    assert_eq!(before, after);
}

#[test]
fn a_build_that_fails_leaves_the_old_index() {
    let scratch = tempfile::tempdir().expect("a folder");
    let corpus = copy_of_corpus(scratch.path());
    let index = scratch.path().join("index");
    run(&corpus, &index);
    let before = dump(&index);
    for number in ["832", "418-V", "676", "343", "2021-01-18-12"] {
        let card = folder_of(&corpus, number).join("act.toml");
        edit(&card, |text| text.replace("file =", "fail ="));
    }
    assert!(build(&corpus, &index, false, &|_: Progress| {}).is_err());
    assert_eq!(before, dump(&index));
    let left: Vec<_> = fs::read_dir(&index)
        .expect("a folder")
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(".building"))
        .collect();
    assert!(left.is_empty(), "half-written: {left:?}");
}

#[test]
fn a_card_that_breaks_takes_its_act_out_and_comes_back_repaired() {
    let scratch = tempfile::tempdir().expect("a folder");
    let corpus = copy_of_corpus(scratch.path());
    let index = scratch.path().join("index");
    run(&corpus, &index);
    let before = dump(&index);
    let folder = folder_of(&corpus, "2021-01-18-12");
    let card = folder.join("act.toml");
    edit(&card, |text| text.replace("file =", "fail ="));
    assert_eq!(run(&corpus, &index).unread.len(), 1);
    let without = scratch.path().join("without");
    let away = scratch.path().join("away");
    // What the act may have changed is presumed at most; else it is as if it were not there.
    let (doubted, broken) = undoubted(&index);
    assert!(doubted > 0 && certain(&index) == 0, "{doubted}");
    fs::rename(&folder, &away).expect("moved");
    run(&corpus, &without);
    let (none, plain) = undoubted(&without);
    assert!(none == 0 && certain(&without) > 0, "{none}");
    assert!(broken == plain, "as if the act were not there");
    fs::rename(&away, &folder).expect("moved");
    edit(&card, |text| text.replace("fail =", "file ="));
    assert!(run(&corpus, &index).unread.is_empty());
    assert_eq!(before, dump(&index));
}

#[test]
fn of_two_folders_with_one_act_the_first_counts_whichever_came_first() {
    let scratch = tempfile::tempdir().expect("a folder");
    let corpus = scratch.path().join("corpus");
    copy(&root().join("tests/corpora/works-backwards"), &corpus);
    let index = scratch.path().join("index");
    let alone = || {
        let fresh = tempfile::tempdir().expect("a folder");
        let report = run(&corpus, fresh.path());
        (dump(fresh.path()), report.unread.len(), report.texts)
    };
    let grown = || {
        let report = run(&corpus, &index);
        (dump(&index), report.unread.len(), report.texts)
    };
    let before = grown();
    assert_eq!((before.1, before.2), (0, 2));
    // Before the folder that holds the act so far, and behind it.
    for double in ["a", "z"] {
        copy(&corpus.join("base"), &corpus.join(double));
        edit(&corpus.join(double).join("t.md"), |text| text.replace("емдеуге", "баптауға"));
        let after = grown();
        assert_eq!(after, alone(), "{double}");
        assert_eq!((after.1, after.2), (1, 2), "{double}");
        assert_eq!(after.0.contains("баптауға"), double == "a", "{double}");
        assert_eq!(grown(), after, "{double}: built again");
        fs::remove_dir_all(corpus.join(double)).expect("a removal");
        assert_eq!(grown(), before, "{double} is gone");
    }
}

#[test]
fn a_folder_that_comes_or_goes_is_noticed_on_the_next_question() {
    let scratch = tempfile::tempdir().expect("a folder");
    let corpus = copy_of_corpus(scratch.path());
    let index = scratch.path().join("index");
    let acts = || {
        let output = nusqa()
            .args(["acts", "--json", "--corpus"])
            .arg(&corpus)
            .arg("--index")
            .arg(&index)
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        value["acts"]
            .as_array()
            .expect("acts")
            .iter()
            .filter(|act| act["referenced"] == false)
            .count()
    };
    let before = acts();
    fs::remove_dir_all(folder_of(&corpus, "2017-10-28-676")).expect("a removal");
    assert_eq!(acts(), before - 1);
}
