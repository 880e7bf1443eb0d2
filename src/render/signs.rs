//! What became of a unit → the sign that stands before it, the same on every page and paper, and
//! the legend of the signs that were used.

use super::messages::Lang;
use super::messages::catalogue::diff;
use crate::query::diff::told::{Entry, Told};

/// A sign before an entry of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Came, or works again.
    Came,
    /// Went, or stopped working.
    Went,
    /// Says something else.
    Changed,
    /// Stands elsewhere, or under another number.
    Moved,
    /// Something about the change is not known.
    Unknown,
    /// No change is known.
    Same,
}

impl Sign {
    /// Every sign, in the order of a legend.
    pub const ALL: [Sign; 6] =
        [Sign::Came, Sign::Went, Sign::Changed, Sign::Moved, Sign::Unknown, Sign::Same];

    /// The sign of what became of a unit.
    pub fn of(told: Told) -> Sign {
        match told {
            Told::Same => Sign::Same,
            Told::Added | Told::AddedUnknown | Told::Resumed => Sign::Came,
            Told::Removed | Told::RemovedUnknown | Told::Suspended => Sign::Went,
            Told::Changed => Sign::Changed,
            Told::Moved | Told::Renumbered => Sign::Moved,
            Told::FormerUnknown
            | Told::LatterUnknown
            | Told::BothUnknown
            | Told::Restated
            | Told::Open
            | Told::Unknown => Sign::Unknown,
        }
    }

    /// The character, one column wide.
    pub fn mark(self) -> &'static str {
        match self {
            Sign::Came => "+",
            Sign::Went => "−",
            Sign::Changed => "~",
            Sign::Moved => ">",
            Sign::Unknown => "?",
            Sign::Same => "=",
        }
    }

    fn meaning(self, lang: Lang) -> String {
        match self {
            Sign::Came => diff::sign_came(lang),
            Sign::Went => diff::sign_went(lang),
            Sign::Changed => diff::sign_changed(lang),
            Sign::Moved => diff::sign_moved(lang),
            Sign::Unknown => diff::sign_unknown(lang),
            Sign::Same => diff::sign_same(lang),
        }
    }
}

/// The signs before these entries and what they stand for: `+ came, − went`.
pub fn legend(entries: &[&Entry<'_>], lang: Lang) -> String {
    let used = |sign: &Sign| entries.iter().any(|entry| Sign::of(entry.unit.told()) == *sign);
    let told = Sign::ALL.into_iter().filter(used);
    let told: Vec<String> =
        told.map(|sign| format!("{} {}", sign.mark(), sign.meaning(lang))).collect();
    told.join(", ")
}
