//! A git repository of redactions → its commits from the first to the last, each with the acts
//! that it changed, one at a time. Every name and object in it is distrusted: what cannot be read
//! safely is told with its commit, and the rest goes on.

pub mod meta;
mod walk;

pub use walk::{History, HistoryError, MAX_BLOB};

/// Something in a commit that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A symbolic link.
    Link,
    /// Another repository.
    Submodule,
    /// A name that is not UTF-8, or that leads out of its folder.
    Name,
    /// A file of so many bytes.
    Huge(u64),
    /// A file that is no UTF-8 text.
    NotUtf8,
    /// An object that is missing or is not what its name says.
    Damaged(String),
    /// Folders in folders without end.
    Deep,
}

/// An act in a commit, or what keeps it from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Path of the folder, or of the file, in the repository.
    pub path: String,
    /// Its files.
    pub content: Result<Content, Fault>,
}

/// The files of an act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// `meta.yaml`.
    pub meta: Option<String>,
    /// `kaz.md`, or the parts under `kaz/` one after the other by name; `None` where the commit
    /// took the text away or never had it.
    pub text: Option<String>,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Its id in hexadecimal.
    pub id: String,
    /// Its message.
    pub message: String,
    /// The day of its author, by the author's own clock.
    pub author_day: Option<jiff::civil::Date>,
    /// Position in the history, from 0.
    pub number: usize,
    /// Commits in the history.
    pub of: usize,
}
