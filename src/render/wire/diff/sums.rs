//! How much of a comparison became what, and how much of either day is known, as numbers with
//! fixed names.

use crate::model::certainty::Certainty;
use crate::query::diff::sums::{Knowledge, tally};
use crate::query::diff::told::{Entry, Told};
use crate::query::diff::{Change, Comparison};
use schemars::JsonSchema;
use serde::Serialize;

/// How many units became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffCounts")]
pub struct Counts {
    /// They say the same.
    pub same: usize,
    /// They say something else, or have another state.
    pub changed: usize,
    /// They came.
    pub added: usize,
    /// They went.
    pub removed: usize,
    /// Their words stand under another address.
    pub moved: usize,
    /// Not known for one of the days.
    pub unknown: usize,
}

/// How many provisions are known how surely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffProvisions")]
pub struct Provisions {
    /// All words known, all of them `certain`.
    pub certain: usize,
    /// All words known, the weakest `derived`.
    pub derived: usize,
    /// All words known, the weakest `noted`.
    pub noted: usize,
    /// All words known, the weakest `presumed`.
    pub presumed: usize,
    /// Some words known, some not.
    pub in_part: usize,
    /// No words known, or open whether it stands.
    pub unknown: usize,
}

/// How many entries became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffEntryCounts")]
pub struct EntryCounts {
    /// Outermost units of which no change is known, nor of anything inside them.
    pub same: usize,
    /// They have other words.
    pub changed: usize,
    /// They came.
    pub added: usize,
    /// They went.
    pub removed: usize,
    /// They stand in another unit.
    pub moved: usize,
    /// They have another number.
    pub renumbered: usize,
    /// They stopped working for a time.
    pub suspended: usize,
    /// They work again.
    pub resumed: usize,
    /// An act changed them, and only the words of the second day are known.
    pub former_unknown: usize,
    /// An act changed them, and only the words of the first day are known.
    pub latter_unknown: usize,
    /// An act changed them, and their words are not known for either day.
    pub both_unknown: usize,
    /// An act worded anew what is around them; whether they changed is not known.
    pub restated: usize,
    /// They came, and their words are not known.
    pub added_unknown: usize,
    /// They went, and their words are not known.
    pub removed_unknown: usize,
    /// It is open whether a change had taken effect on one of the days.
    pub open: usize,
    /// No change is known, and their words are not known.
    pub unknown: usize,
}

impl From<&Comparison> for Counts {
    fn from(comparison: &Comparison) -> Self {
        let mut counts = Counts::default();
        for (change, count) in comparison.counts() {
            *match change {
                Change::Same => &mut counts.same,
                Change::Changed => &mut counts.changed,
                Change::Added => &mut counts.added,
                Change::Removed => &mut counts.removed,
                Change::Moved => &mut counts.moved,
                Change::Unknown => &mut counts.unknown,
            } = count;
        }
        counts
    }
}

impl From<Knowledge> for Provisions {
    fn from(knowledge: Knowledge) -> Self {
        let mut provisions = Provisions {
            in_part: knowledge.in_part,
            unknown: knowledge.unknown,
            ..Provisions::default()
        };
        for (certainty, count) in knowledge.known {
            *match certainty {
                Certainty::Certain => &mut provisions.certain,
                Certainty::Derived => &mut provisions.derived,
                Certainty::Noted => &mut provisions.noted,
                Certainty::Presumed => &mut provisions.presumed,
                Certainty::Unknown => &mut provisions.unknown,
            } += count;
        }
        provisions
    }
}

impl EntryCounts {
    /// The counts of entries.
    pub fn new(entries: &[Entry<'_>]) -> Self {
        let mut counts = EntryCounts::default();
        for (told, count) in tally(entries) {
            *match told {
                Told::Same => &mut counts.same,
                Told::Changed => &mut counts.changed,
                Told::Added => &mut counts.added,
                Told::Removed => &mut counts.removed,
                Told::Moved => &mut counts.moved,
                Told::Renumbered => &mut counts.renumbered,
                Told::Suspended => &mut counts.suspended,
                Told::Resumed => &mut counts.resumed,
                Told::FormerUnknown => &mut counts.former_unknown,
                Told::LatterUnknown => &mut counts.latter_unknown,
                Told::BothUnknown => &mut counts.both_unknown,
                Told::Restated => &mut counts.restated,
                Told::AddedUnknown => &mut counts.added_unknown,
                Told::RemovedUnknown => &mut counts.removed_unknown,
                Told::Open => &mut counts.open,
                Told::Unknown => &mut counts.unknown,
            } = count;
        }
        counts
    }
}
