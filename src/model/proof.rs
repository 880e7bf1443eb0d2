//! What the words of a version rest on: who prints them for which day, and what each act that
//! amended the document costs when they are carried over it. Small enough to be kept with every
//! version; the acts themselves are listed once for the whole act.

use super::act::ActId;
use super::certainty::Certainty;
use super::day::{Adopted, Window};
use super::reason::Reason;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An act that amended the document, with the windows of all its changes there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amending {
    /// The act.
    pub id: ActId,
    /// When its changes take effect, without doubles.
    pub windows: Vec<Window>,
    /// True when its orders are in the corpus and every one was understood.
    pub complete: bool,
}

impl Amending {
    /// The order in which notes are swallowed: by the last day of effect that is known, then by
    /// adoption.
    pub fn rank(&self) -> Rank {
        let last = self.windows.iter().filter_map(|window| window.latest).max();
        (last, self.id.adopted)
    }
}

/// Last known day of effect and day of adoption.
pub type Rank = (Option<Date>, Adopted);

/// What a source of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SourceKind {
    /// The order that began the state.
    Order,
    /// A header that quotes the words.
    Citation,
    /// An order was carried out on the words that stood before.
    Derived,
    /// The order that ended the state was taken back on the words that stood after it.
    Undone,
    /// A text that shows the state.
    Text {
        /// True for the text as adopted.
        original: bool,
    },
}

/// Words printed for a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// What it is.
    pub kind: SourceKind,
    /// The act that prints them, or whose order made them; `None` for a text.
    pub act: Option<ActId>,
    /// The day for which they are printed; `None` for a day that is never certain.
    pub at: Option<Date>,
    /// What the words are at most, even on that day.
    pub cap: Certainty,
}

/// The stretch of acts for which the notes of one text account at a place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Account {
    /// The last restatement, addition or removal that hid the notes before it.
    pub swallowed_until: Option<Rank>,
    /// The last day of adoption of which the text tells.
    pub until: Adopted,
    /// The first day from which on the notes of the text as a whole list the acts that amended the
    /// document, whatever is hidden here; `None` where too few of them are left.
    pub lists_from: Option<Date>,
}

/// A change here, or of something around, that no source words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Vague {
    /// The act: its position in the list of the acts that amended the document.
    pub act: u32,
    /// When the change takes effect.
    pub window: Window,
}

/// An act that replaced or deleted words here or in what is around.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reworded {
    /// The act: its position in the list of the acts that amended the document.
    pub act: u32,
    /// When it did so.
    pub window: Window,
    /// True for words that it deleted, false for words that it brought and that stand here.
    pub deleted: bool,
    /// The words.
    pub words: Vec<String>,
}

/// What the words of one version rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Proof {
    /// Who prints the words, in the order in which the sources were asked.
    pub sources: Vec<Source>,
    /// Changes of the place, or of something around it, that no source words; by act.
    pub around: Vec<Vague>,
    /// Acts that may have brought words which stand here, or deleted words here, with those words.
    pub reworded: Vec<Reworded>,
    /// What the notes of the texts that reach the place account for.
    pub accounts: Vec<Account>,
    /// Why the words are presumed on every day, whoever prints them.
    pub doubts: Vec<Reason>,
}
