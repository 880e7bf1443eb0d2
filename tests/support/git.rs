//! Repositories made by hand, and import and export of repositories through the program.

use super::{ask, nusqa};
use gix::ObjectId;
use gix::objs::tree::{Entry, EntryKind};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

/// A repository made by hand.
pub struct Hand {
    /// The repository.
    pub git: gix::Repository,
    /// The last commit.
    pub tip: Option<ObjectId>,
}

impl Hand {
    pub fn new(path: &Path) -> Hand {
        let git = gix::ThreadSafeRepository::init_opts(
            path,
            gix::create::Kind::Bare,
            gix::create::Options::default(),
            gix::open::Options::isolated(),
        );
        let git = git.expect("a repository").to_thread_local();
        fs::write(path.join("HEAD"), "ref: refs/heads/main\n").expect("a head");
        Hand { git, tip: None }
    }

    pub fn blob(&self, text: &[u8]) -> ObjectId {
        self.git.write_blob(text).expect("a blob").detach()
    }

    pub fn tree(&self, entries: Vec<(&[u8], EntryKind, ObjectId)>) -> ObjectId {
        let entry = |(name, mode, oid): (&[u8], EntryKind, ObjectId)| Entry {
            mode: mode.into(),
            filename: name.into(),
            oid,
        };
        let mut entries: Vec<Entry> = entries.into_iter().map(entry).collect();
        entries.sort();
        self.git.write_object(&gix::objs::Tree { entries }).expect("a tree").detach()
    }

    /// A folder with these files, folders in their names included.
    pub fn files(&self, files: &[(&str, &str)]) -> ObjectId {
        let mut own = Vec::new();
        let mut inner: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
        for (name, text) in files {
            match name.split_once('/') {
                Some((folder, rest)) => inner.entry(folder).or_default().push((rest, text)),
                None => own.push((name.as_bytes(), EntryKind::Blob, self.blob(text.as_bytes()))),
            }
        }
        for (folder, files) in &inner {
            own.push((folder.as_bytes(), EntryKind::Tree, self.files(files)));
        }
        self.tree(own)
    }

    pub fn commit(&mut self, seconds: i64, message: &str, tree: ObjectId) -> ObjectId {
        let who = gix::actor::Signature {
            name: "somebody".into(),
            email: "somebody@example.org".into(),
            time: gix::date::Time { seconds, offset: 0 },
        };
        let commit = gix::objs::Commit {
            tree,
            parents: self.tip.into_iter().collect(),
            author: who.clone(),
            committer: who,
            encoding: None,
            message: message.into(),
            extra_headers: Vec::new(),
        };
        let id = self.git.write_object(&commit).expect("a commit").detach();
        let branch = self.git.git_dir().join("refs/heads/main");
        fs::create_dir_all(branch.parent().expect("a folder")).expect("a folder");
        fs::write(branch, format!("{id}\n")).expect("a branch");
        self.tip = Some(id);
        id
    }
}

pub fn import(repository: &Path, corpus: &Path, more: &[&str]) -> (i32, Value) {
    let output = nusqa()
        .args(["import-git", "--json", "--corpus"])
        .arg(corpus)
        .arg(repository)
        .args(more)
        .output()
        .expect("the program runs");
    (output.status.code().expect("a status"), json(&output))
}

pub fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let complaint = String::from_utf8_lossy(&output.stderr);
        unreachable!("{error}: {complaint}")
    })
}

pub fn codes(report: &Value) -> Vec<&str> {
    let refused = report["refused"].as_array().expect("a list");
    refused.iter().map(|refused| refused["code"].as_str().expect("a code")).collect()
}

/// Exports the acts of the project as a repository.
pub fn export(to: &Path, more: &[&str]) -> Output {
    let out = to.to_string_lossy();
    let mut arguments = vec!["export", "--format", "git", "--out", &out];
    arguments.extend(more);
    ask(&arguments)
}
