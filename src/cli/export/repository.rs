//! Files and messages, commit by commit → a bare git repository. It is built beside its final
//! name and renamed at the end, so that nobody ever sees half of it.

use crate::render::git::{AUTHOR, EMAIL};
use gix::ObjectId;
use gix::objs::tree::{Entry, EntryKind};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const BRANCH: &str = "refs/heads/main";

/// A repository under way. What is dropped unfinished is taken away.
pub struct Repository {
    git: gix::Repository,
    unfinished: PathBuf,
    target: PathBuf,
    root: Folder,
    tip: Option<ObjectId>,
    finished: bool,
}

#[derive(Default)]
struct Folder {
    entries: BTreeMap<String, Held>,
    /// Its tree, while nothing in it has changed.
    id: Option<ObjectId>,
}

enum Held {
    File(ObjectId),
    Folder(Folder),
}

impl Repository {
    /// Begins a repository that will stand at `target`, where nothing may be yet.
    ///
    /// # Errors
    /// A target that exists, or a place that cannot be written to.
    pub fn begin(target: &Path) -> io::Result<Repository> {
        if fs::symlink_metadata(target).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let mut unfinished = target.to_owned().into_os_string();
        unfinished.push(format!(".{}.unfinished", std::process::id()));
        let unfinished = PathBuf::from(unfinished);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::create_dir(&unfinished)?;
        let git = gix::ThreadSafeRepository::init_opts(
            &unfinished,
            gix::create::Kind::Bare,
            gix::create::Options::default(),
            gix::open::Options::isolated(),
        );
        let git = match git {
            Ok(git) => git.to_thread_local(),
            Err(error) => {
                let _ = fs::remove_dir_all(&unfinished);
                return Err(io::Error::other(error));
            }
        };
        Ok(Repository {
            git,
            unfinished,
            target: target.to_owned(),
            root: Folder::default(),
            tip: None,
            finished: false,
        })
    }

    /// Keeps the contents of a file.
    ///
    /// # Errors
    /// A place that cannot be written to.
    pub fn blob(&self, bytes: &[u8]) -> io::Result<ObjectId> {
        self.git.write_blob(bytes).map(gix::Id::detach).map_err(io::Error::other)
    }

    /// Puts a file where the next commit has it.
    pub fn put(&mut self, path: &str, blob: ObjectId) {
        let mut folder = &mut self.root;
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        folder.id = None;
        for part in folders.split('/').filter(|part| !part.is_empty()) {
            let held = folder.entries.entry(safe(part));
            let held = held.or_insert_with(|| Held::Folder(Folder::default()));
            if matches!(held, Held::File(_)) {
                *held = Held::Folder(Folder::default());
            }
            match held {
                Held::Folder(inner) => folder = inner,
                Held::File(_) => return,
            }
            folder.id = None;
        }
        folder.entries.insert(safe(name), Held::File(blob));
    }

    /// Commits what has been put, as of a day at 00:00 UTC; days before 1970 count as its first.
    ///
    /// # Errors
    /// A place that cannot be written to.
    pub fn commit(&mut self, day: Date, message: &str) -> io::Result<ObjectId> {
        let tree = tree(&self.git, &mut self.root)?;
        let zoned = day.to_zoned(TimeZone::UTC).map_err(io::Error::other)?;
        let seconds = zoned.timestamp().as_second().max(0);
        let who = gix::actor::Signature {
            name: AUTHOR.into(),
            email: EMAIL.into(),
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
        let id = self.git.write_object(&commit).map_err(io::Error::other)?.detach();
        self.tip = Some(id);
        Ok(id)
    }

    /// Names the branch and gives the repository its final name.
    ///
    /// # Errors
    /// A place that cannot be written to, or that somebody took in the meantime.
    pub fn finish(mut self) -> io::Result<Option<ObjectId>> {
        fs::write(self.unfinished.join("HEAD"), format!("ref: {BRANCH}\n"))?;
        if let Some(tip) = self.tip {
            let branch = self.unfinished.join(BRANCH);
            if let Some(folder) = branch.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(branch, format!("{tip}\n"))?;
        }
        if fs::symlink_metadata(&self.target).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(&self.unfinished, &self.target)?;
        self.finished = true;
        Ok(self.tip)
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_dir_all(&self.unfinished);
        }
    }
}

/// A name that git accepts in a tree.
fn safe(name: &str) -> String {
    match name.to_lowercase().starts_with(".git") || name.to_lowercase().starts_with("git~") {
        true => format!("_{name}"),
        false => name.to_owned(),
    }
}

fn tree(git: &gix::Repository, folder: &mut Folder) -> io::Result<ObjectId> {
    if let Some(id) = folder.id {
        return Ok(id);
    }
    let mut entries = Vec::with_capacity(folder.entries.len());
    for (name, held) in &mut folder.entries {
        let (mode, oid) = match held {
            Held::File(id) => (EntryKind::Blob, *id),
            Held::Folder(inner) => (EntryKind::Tree, tree(git, inner)?),
        };
        entries.push(Entry { mode: mode.into(), filename: name.as_str().into(), oid });
    }
    entries.sort();
    let tree = gix::objs::Tree { entries };
    let id = git.write_object(&tree).map_err(io::Error::other)?.detach();
    folder.id = Some(id);
    Ok(id)
}
