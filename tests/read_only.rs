//! An index that one account builds and others only read: it answers them, also when the corpus has
//! changed since, and nothing that they ask changes it.
#![cfg(unix)]
#![allow(clippy::print_stdout, reason = "a test says what it could not try")]

mod support;

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Output;
use support::folders::copy;
use support::{nusqa, root};

/// An account that owns nothing.
const NOBODY: u32 = 65_534;

/// Takes the right to write away from everybody, below a folder and on it.
fn may_be_read(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            may_be_read(&path);
        } else {
            let mode = fs::metadata(&path).expect("a file").permissions().mode();
            assert_eq!(mode & 0o444, 0o444, "{} is kept from others", path.display());
            fs::set_permissions(&path, Permissions::from_mode(0o444)).expect("its owner");
        }
    }
    fs::set_permissions(folder, Permissions::from_mode(0o555)).expect("its owner");
}

/// Gives the right to write back to the owner.
fn may_be_removed(folder: &Path) {
    fs::set_permissions(folder, Permissions::from_mode(0o755)).expect("its owner");
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            may_be_removed(&entry.path());
        }
    }
}

/// Every file with its bytes.
fn files(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
}

#[test]
fn an_index_that_may_only_be_read_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("its owner");
    copy(&root().join("corpus"), &path("corpus"));
    // Whoever owns everything may write everywhere, and asks as somebody else.
    let is_master = {
        fs::write(path("probe"), "").expect("a file");
        fs::set_permissions(path("probe"), Permissions::from_mode(0o444)).expect("its owner");
        fs::File::options().append(true).open(path("probe")).is_ok()
    };
    let ask = |words: &[&str], other: bool| -> Option<Output> {
        let mut command = nusqa();
        command.current_dir(folder.path()).args(words).args(["--lang", "en"]);
        command.args(["--index", "index", "--corpus", "corpus"]);
        if other && is_master {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().ok()
    };
    let built = ask(&["build"], false).expect("the program runs");
    assert!(built.status.success(), "{built:?}");
    may_be_read(&path("index"));
    let mut before = BTreeMap::new();
    files(&path("index"), &mut before);

    let question = ["show", "832", "6/17)", "--on", "2022-01-01"];
    let Some(fresh) = ask(&question, true) else {
        println!("another account cannot start the program here: not tried");
        may_be_removed(&path("index"));
        return;
    };
    assert_eq!(fresh.status.code(), Some(0), "{fresh:?}");
    let check = ask(&["build", "--check"], true).expect("the program runs");
    assert_eq!(check.status.code(), Some(0), "{check:?}");

    fs::create_dir(path("corpus/broken")).expect("a folder");
    fs::write(path("corpus/broken/act.toml"), "what is no card").expect("a file");
    let stale = ask(&question, true).expect("the program runs");
    assert_eq!(stale, fresh, "what somebody else has to build is used as it is");
    let check = ask(&["build", "--check"], true).expect("the program runs");
    assert_eq!(check.status.code(), Some(1), "{check:?}");
    let build = ask(&["build"], true).expect("the program runs");
    assert_eq!(build.status.code(), Some(2), "{build:?}");

    let mut after = BTreeMap::new();
    files(&path("index"), &mut after);
    assert_eq!(after, before);

    // Another program's index, and a spoilt one, are told as what they are.
    let stamp = before.keys().find(|file| file.ends_with("stamp.json")).expect("a stamp");
    let said = String::from_utf8(before[stamp].clone()).expect("UTF-8");
    for (other, named) in
        [(said.replacen("\"format\": ", "\"format\": 9", 1), "format"), (String::new(), "damaged")]
    {
        may_be_removed(&path("index"));
        fs::remove_file(stamp).expect("its owner");
        fs::write(stamp, other).expect("its owner");
        may_be_read(&path("index"));
        let refused = ask(&question, true).expect("the program runs");
        assert_eq!(refused.status.code(), Some(2), "{refused:?}");
        let told = String::from_utf8_lossy(&refused.stderr);
        assert!(told.contains(named), "{told}");
    }
    may_be_removed(&path("index"));
}
