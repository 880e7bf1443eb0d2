//! Commits and trees → the folders of acts that a commit changed. A folder is an act's where
//! `kaz.md`, `kaz/` or `meta.yaml` stands in it; what is the same as in the commit before is not
//! looked at.

use super::{Changed, Committed, Content, Fault};
use gix::ObjectId;
use gix::objs::Kind;
use gix::objs::tree::EntryKind;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use std::collections::BTreeMap;
use std::path::Path;

/// The largest file that is read, in bytes: several times the longest code.
pub const MAX_BLOB: u64 = 32 << 20;
const MAX_DEPTH: usize = 12;
const META: [&str; 2] = ["meta.yaml", "meta.yml"];
const TEXT: &str = "kaz.md";
const PARTS: &str = "kaz";

/// A history that cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// No repository is there.
    #[error("no repository: {0}")]
    Unreadable(String),
    /// The clone holds the last commits alone.
    #[error("a shallow clone")]
    Shallow,
    /// A commit is missing or damaged, so that what came before it is unknown.
    #[error("commit {commit}: {cause}")]
    Commit {
        /// Its id.
        commit: String,
        /// What the reader says.
        cause: String,
    },
}

/// A repository and the commits that lead to its head, the first parents, oldest first.
pub struct History {
    git: gix::Repository,
    commits: Vec<ObjectId>,
}

type Entries = BTreeMap<Vec<u8>, (EntryKind, ObjectId)>;

impl History {
    /// Opens a repository; its configuration is not obeyed.
    ///
    /// # Errors
    /// No repository, a shallow one, or one whose commits cannot all be read.
    pub fn open(path: &Path) -> Result<History, HistoryError> {
        let unreadable =
            |error: &dyn std::fmt::Display| HistoryError::Unreadable(error.to_string());
        let mut git = gix::open_opts(path, gix::open::Options::isolated())
            .map_err(|error| unreadable(&error))?;
        git.object_cache_size(4 << 20);
        if git.is_shallow().unwrap_or(true) {
            return Err(HistoryError::Shallow);
        }
        let head = git.head().map_err(|error| unreadable(&error))?;
        let mut next = match head.is_unborn() {
            true => None,
            false => Some(git.head_id().map_err(|error| unreadable(&error))?.detach()),
        };
        let mut commits = Vec::new();
        while let Some(id) = next {
            let broken = |cause: String| HistoryError::Commit { commit: id.to_string(), cause };
            let object = git.find_object(id).map_err(|error| broken(error.to_string()))?;
            let commit = object.try_into_commit().map_err(|error| broken(error.to_string()))?;
            next = commit.parent_ids().next().map(gix::Id::detach);
            commits.push(id);
        }
        commits.reverse();
        Ok(History { git, commits })
    }

    /// How many commits there are.
    pub fn len(&self) -> usize {
        self.commits.len()
    }

    /// True for a repository without a commit.
    pub fn is_empty(&self) -> bool {
        self.commits.is_empty()
    }

    /// The commit at a position, oldest first.
    ///
    /// # Errors
    /// A commit whose message or author cannot be read.
    pub fn commit(&self, number: usize) -> Result<Committed, HistoryError> {
        let id = self.commits[number];
        let broken = |cause: String| HistoryError::Commit { commit: id.to_string(), cause };
        let commit = self.git.find_commit(id).map_err(|error| broken(error.to_string()))?;
        let message = commit.message_raw().map_err(|error| broken(error.to_string()))?;
        let author = commit.author().ok().and_then(|author| author.time().ok());
        Ok(Committed {
            id: id.to_string(),
            message: String::from_utf8_lossy(message).into_owned(),
            author_day: author.and_then(|time| day(time.seconds, time.offset)),
            number,
            of: self.commits.len(),
        })
    }

    /// Hands every act that a commit changed to `each`, one at a time; `wanted` says by the path
    /// whether its files are worth reading.
    pub fn changed(
        &self,
        number: usize,
        wanted: &mut dyn FnMut(&str) -> bool,
        each: &mut dyn FnMut(Changed),
    ) {
        let tree = |number: usize| -> Result<ObjectId, Fault> {
            let commit = self.git.find_commit(self.commits[number]).map_err(damaged)?;
            Ok(commit.tree_id().map_err(damaged)?.detach())
        };
        let before = number.checked_sub(1).map(tree).and_then(Result::ok);
        match tree(number) {
            Ok(after) => self.walk(before, after, &mut Vec::new(), wanted, each),
            Err(fault) => each(Changed { path: String::new(), content: Err(fault) }),
        }
    }

    /// The text file at a path of a commit; `None` where there is none.
    ///
    /// # Errors
    /// What stands there and is not read.
    pub fn file(&self, number: usize, path: &str) -> Result<Option<String>, Fault> {
        let commit = self.git.find_commit(self.commits[number]).map_err(damaged)?;
        let mut folder = commit.tree_id().map_err(damaged)?.detach();
        let steps: Vec<&str> = path.split('/').collect();
        for (depth, step) in steps.iter().enumerate() {
            if !is_plain(step) {
                return Err(Fault::Name);
            }
            let entries = self.entries(folder)?;
            let Some((kind, id)) = entries.get(step.as_bytes()) else { return Ok(None) };
            match (kind, depth + 1 == steps.len()) {
                (EntryKind::Tree, false) => folder = *id,
                (EntryKind::Blob | EntryKind::BlobExecutable, true) => {
                    return self.text(*id).map(Some);
                }
                (EntryKind::Link, _) => return Err(Fault::Link),
                (EntryKind::Commit, _) => return Err(Fault::Submodule),
                _ => return Ok(None),
            }
        }
        Ok(None)
    }

    fn walk(
        &self,
        before: Option<ObjectId>,
        after: ObjectId,
        path: &mut Vec<String>,
        wanted: &mut dyn FnMut(&str) -> bool,
        each: &mut dyn FnMut(Changed),
    ) {
        if before == Some(after) {
            return;
        }
        let fault =
            |fault: Fault, path: &[String]| Changed { path: path.join("/"), content: Err(fault) };
        if path.len() > MAX_DEPTH {
            return each(fault(Fault::Deep, path));
        }
        let entries = match self.entries(after) {
            Ok(entries) => entries,
            Err(damage) => return each(fault(damage, path)),
        };
        // What cannot be read of the commit before only makes more look changed.
        let old = before.and_then(|id| self.entries(id).ok()).unwrap_or_default();
        let own = |name: &str| entries.contains_key(name.as_bytes());
        let is_act = own(TEXT) || own(PARTS) || META.iter().any(|name| own(name));
        if is_act {
            let shown = path.join("/");
            if wanted(&shown) {
                let content = self.content(&entries);
                each(Changed { path: shown, content });
            }
        }
        for (name, (kind, id)) in &entries {
            let read_already = name.as_slice() == PARTS.as_bytes() && is_act;
            if read_already || old.get(name) == Some(&(*kind, *id)) {
                continue;
            }
            let shown = String::from_utf8_lossy(name).into_owned();
            let safe = std::str::from_utf8(name).is_ok_and(is_plain);
            path.push(shown);
            match kind {
                _ if !safe => each(fault(Fault::Name, path)),
                EntryKind::Tree => {
                    let before = old.get(name).filter(|(kind, _)| *kind == EntryKind::Tree);
                    self.walk(before.map(|(_, id)| *id), *id, path, wanted, each);
                }
                EntryKind::Link if !is_act => each(fault(Fault::Link, path)),
                EntryKind::Commit => each(fault(Fault::Submodule, path)),
                _ => {}
            }
            path.pop();
        }
    }

    fn content(&self, entries: &Entries) -> Result<Content, Fault> {
        let read = |name: &str| match entries.get(name.as_bytes()) {
            None | Some((EntryKind::Tree, _)) => Ok(None),
            Some((EntryKind::Link, _)) => Err(Fault::Link),
            Some((EntryKind::Commit, _)) => Err(Fault::Submodule),
            Some((_, id)) => self.text(*id).map(Some),
        };
        let meta = match read(META[0])? {
            Some(meta) => Some(meta),
            None => read(META[1])?,
        };
        let text = match (read(TEXT)?, entries.get(PARTS.as_bytes())) {
            (Some(text), _) => Some(text),
            (None, Some((EntryKind::Tree, id))) => self.parts(*id)?,
            (None, Some((EntryKind::Link, _))) => return Err(Fault::Link),
            (None, Some((EntryKind::Commit, _))) => return Err(Fault::Submodule),
            (None, _) => None,
        };
        Ok(Content { meta, text })
    }

    /// The parts of a text, by name.
    fn parts(&self, folder: ObjectId) -> Result<Option<String>, Fault> {
        let mut text: Option<String> = None;
        for (name, (kind, id)) in self.entries(folder)? {
            let name = std::str::from_utf8(&name).map_err(|_| Fault::Name)?;
            if !is_plain(name) {
                return Err(Fault::Name);
            }
            match kind {
                EntryKind::Link => return Err(Fault::Link),
                EntryKind::Commit => return Err(Fault::Submodule),
                EntryKind::Tree => continue,
                _ if !name.ends_with(".md") => continue,
                _ => {}
            }
            let part = self.text(id)?;
            let whole = text.get_or_insert_default();
            if !whole.is_empty() {
                whole.push_str("\n\n");
            }
            whole.push_str(&part);
            if whole.len() as u64 > MAX_BLOB {
                return Err(Fault::Huge(whole.len() as u64));
            }
        }
        Ok(text)
    }

    fn entries(&self, id: ObjectId) -> Result<Entries, Fault> {
        let header = self.git.find_header(id).map_err(damaged)?;
        if header.size() > MAX_BLOB {
            return Err(Fault::Huge(header.size()));
        }
        let object = self.git.find_object(id).map_err(damaged)?;
        let tree = object.try_into_tree().map_err(damaged)?;
        let mut entries = Entries::new();
        for entry in tree.iter() {
            let entry = entry.map_err(damaged)?;
            let name: &[u8] = entry.filename().as_ref();
            entries.insert(name.to_vec(), (entry.mode().kind(), entry.object_id()));
        }
        Ok(entries)
    }

    fn text(&self, id: ObjectId) -> Result<String, Fault> {
        let header = self.git.find_header(id).map_err(damaged)?;
        if header.size() > MAX_BLOB {
            return Err(Fault::Huge(header.size()));
        }
        let mut object = self.git.find_object(id).map_err(damaged)?;
        if object.kind != Kind::Blob {
            return Err(Fault::Damaged(id.to_string()));
        }
        let own = gix::objs::compute_hash(id.kind(), Kind::Blob, &object.data).map_err(damaged)?;
        if own != id {
            return Err(Fault::Damaged(id.to_string()));
        }
        String::from_utf8(std::mem::take(&mut object.data)).map_err(|_| Fault::NotUtf8)
    }
}

fn damaged(error: impl std::fmt::Display) -> Fault {
    Fault::Damaged(error.to_string())
}

/// True for the name of a file or folder in the folder itself, on every system.
fn is_plain(name: &str) -> bool {
    let git = name.trim_end_matches(['.', ' ']).to_lowercase();
    !name.is_empty()
        && name != "."
        && name != ".."
        && git != ".git"
        && git != "git~1"
        && !name.contains(['/', '\\', ':'])
        && !name.contains(char::is_control)
}

fn day(seconds: i64, offset: i32) -> Option<Date> {
    let at = Timestamp::from_second(seconds).ok()?;
    let zone = Offset::from_seconds(offset).ok()?;
    Some(at.to_zoned(TimeZone::fixed(zone)).date())
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn names_that_lead_elsewhere_are_not_plain() {
        for name in ["", ".", "..", ".git", ".GIT", ".git.", "GIT~1", "a/b", "a\\b", "c:x", "a\0"] {
            assert!(!is_plain(name), "{name:?}");
        }
        for name in ["kaz.md", "01-кіріспе.md", ".gitignore", "..."] {
            assert!(is_plain(name), "{name:?}");
        }
    }
}
