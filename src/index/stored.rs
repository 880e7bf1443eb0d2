//! What the index keeps of an act and of each version. An act is stored in postcard as it is, a
//! version as `kept` says; both formats are private to the index: what users see has types of its own.

use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::day::EffectRule;
use crate::model::proof::Amending;
use crate::model::version::Version;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredAct {
    /// Its identity.
    pub id: ActId,
    /// The title that its latest text shows.
    pub title: Option<String>,
    /// Every title, oldest first.
    pub titles: Vec<String>,
    /// The last day up to which the corpus knows it.
    pub horizon: Option<Date>,
    /// The rule by which it took effect.
    pub effect: EffectRule,
    /// Its texts.
    pub witnesses: Vec<StoredWitness>,
    /// True for an act that is only named.
    pub referenced: bool,
    /// The documents of the act: the empty address for its body, and what it approves or annexes.
    pub components: Vec<Address>,
    /// The acts that amended it, as the proofs of versions count them, on the axis of force.
    pub amending: Vec<Amending>,
    /// The same on the axis of adoption.
    pub amending_on_adoption: Vec<Amending>,
    /// The acts that amend it: its abbreviations are used there, too.
    pub amended_by: Vec<ActId>,
    /// The abbreviations that its texts define.
    pub abbreviations: Vec<Abbreviation>,
}

/// A short form that an act gives to words of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Abbreviation {
    /// As printed: `АҚ`.
    pub short: String,
    /// What it stands for.
    pub long: String,
}

/// A text of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredWitness {
    /// Path as shown to users.
    pub file: String,
    /// `consolidated`, `original` or `amending`.
    pub role: String,
    /// The document that it prints.
    pub component: Address,
}

/// One version of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredVersion {
    /// Position of the place in the act.
    pub order: u64,
    /// Levels above the place.
    pub depth: usize,
    /// Headings around the place that its address does not name.
    pub groups: Vec<Address>,
    /// False for a document that has no line of its own.
    pub has_words: bool,
    /// What its words cite, as terms to be found by; not stored.
    pub cites: Vec<String>,
    /// What a search needs to know of what stands around it.
    pub context: Context,
    /// The version.
    pub version: Version,
}

/// What stands around a version and is searched with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// IRI of the act.
    pub act: String,
    /// The provision to which it belongs: the numbered unit of an unnumbered paragraph, the first
    /// paragraph of a unit of new text; else itself.
    pub unit: Address,
    /// Where its wording is not known: the words that it had before.
    pub earlier: Option<String>,
    /// The headings above it, outermost first.
    pub path: Vec<String>,
    /// Words that its own continue or that continue it: the lead-in of a list, the closing
    /// paragraph, the order that brings new text. Not stored.
    pub around: Vec<String>,
    /// Editorial notes at it; the printed line of a unit that was removed.
    pub notes: Vec<String>,
}
