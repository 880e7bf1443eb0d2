//! Units of a comparison → what a reader is told: one entry a unit with the parts that came, went
//! or are unknown with it, and what became of it as far as that is known.

use super::{Cause, Change, Unit};
use crate::model::certainty::Status;
use crate::model::named::named;

named! {
    /// What became of a unit, with what is known where its words are not.
    Told {
        /// It says the same.
        Same = "same",
        /// Other words.
        Changed = "changed",
        /// It came.
        Added = "added",
        /// It went.
        Removed = "removed",
        /// It stands in another unit.
        Moved = "moved",
        /// It has another number.
        Renumbered = "renumbered",
        /// It stopped working for a time.
        Suspended = "suspended",
        /// It works again.
        Resumed = "resumed",
        /// An act changed it, and only the words of the second day are known.
        FormerUnknown = "former_unknown",
        /// An act changed it, and only the words of the first day are known.
        LatterUnknown = "latter_unknown",
        /// An act changed it, and its words are not known for either day.
        BothUnknown = "both_unknown",
        /// An act worded anew what is around it, and the words of a day are not known: whether it
        /// says something else is not known either.
        Restated = "restated",
        /// It came, and its words are not known.
        AddedUnknown = "added_unknown",
        /// It went, and its words are not known.
        RemovedUnknown = "removed_unknown",
        /// It is open whether a change had taken effect on one of the days.
        Open = "open",
        /// No change is known, and its words are not known.
        Unknown = "unknown",
    }
}

/// A unit with the parts that are told with it.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// Its parts, in document order.
    pub parts: Vec<&'a Unit>,
    /// Parts of it that changed by themselves and have entries of their own, each with the number
    /// of `parts` before it.
    pub apart: Vec<(usize, &'a Unit)>,
}

/// A paragraph of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The unit whose words it has.
    pub unit: &'a Unit,
    /// True for a unit that is told in an entry of its own: its place is marked, no more.
    pub apart: bool,
}

impl Entry<'_> {
    /// The unit and its parts.
    pub fn all(&self) -> impl Iterator<Item = &Unit> {
        std::iter::once(self.unit).chain(self.parts.iter().copied())
    }

    /// The unit and its parts with the places of those told elsewhere, in document order.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let mut lines: Vec<Line<'_>> = vec![Line { unit: self.unit, apart: false }];
        let mut apart = self.apart.iter().peekable();
        for at in 0..=self.parts.len() {
            while let Some((_, unit)) = apart.next_if(|(before, _)| *before <= at) {
                lines.push(Line { unit, apart: true });
            }
            lines.extend(self.parts.get(at).map(|unit| Line { unit, apart: false }));
        }
        lines
    }

    /// Who changed it, each act and day once, in the order of effect.
    pub fn causes(&self) -> Vec<&Cause> {
        let mut known: Vec<&Cause> = Vec::new();
        for cause in self.all().flat_map(|unit| &unit.caused_by) {
            if !known.iter().any(|known| known.is_same(cause)) {
                known.push(cause);
            }
        }
        known.sort_by_key(|cause| (cause.valid_from.window.moment(), &cause.act));
        known
    }
}

/// The entries, in document order.
pub fn entries(units: &[Unit]) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    // Positions of the entries around the unit at hand, outermost first.
    let mut around: Vec<usize> = Vec::new();
    for unit in units {
        let outer = unit
            .told_with
            .as_ref()
            .and_then(|outer| entries.iter_mut().rev().find(|entry| entry.unit.address == *outer));
        if let Some(entry) = outer {
            entry.parts.push(unit);
            continue;
        }
        let holds = |entry: &Entry<'_>| unit.address.is_within(&entry.unit.address);
        while around.last().is_some_and(|outer| !holds(&entries[*outer])) {
            around.pop();
        }
        let outer = around.last().and_then(|outer| entries.get_mut(*outer));
        if let Some(outer) = outer.filter(|outer| outer.unit.change == Change::Unknown) {
            outer.apart.push((outer.parts.len(), unit));
        }
        around.push(entries.len());
        entries.push(Entry { unit, parts: Vec::new(), apart: Vec::new() });
    }
    entries
}

impl Unit {
    /// True where one of several answers is right on one of the days.
    fn is_open(&self) -> bool {
        self.caused_by.iter().any(|cause| cause.open)
            || !self.before.alternatives.is_empty()
            || !self.after.alternatives.is_empty()
    }

    /// What a reader is told of it.
    pub fn told(&self) -> Told {
        let (before, after) = (self.before.status, self.after.status);
        let (stood, stands) = (self.before.stands(), self.after.stands());
        match self.change {
            Change::Same => Told::Same,
            Change::Changed if after == Status::Suspended => Told::Suspended,
            Change::Changed if before == Status::Suspended => Told::Resumed,
            Change::Changed => Told::Changed,
            Change::Added => Told::Added,
            Change::Removed => Told::Removed,
            Change::Moved if self.renumbered => Told::Renumbered,
            Change::Moved => Told::Moved,
            Change::Unknown if stood && self.after.is_gone() => Told::RemovedUnknown,
            Change::Unknown if self.before.is_gone() && stands => Told::AddedUnknown,
            Change::Unknown if self.is_open() => Told::Open,
            Change::Unknown if self.caused_by.is_empty() => Told::Unknown,
            Change::Unknown if self.caused_by.iter().all(|cause| cause.with_container) => {
                Told::Restated
            }
            Change::Unknown if self.after.text.is_some() => Told::FormerUnknown,
            Change::Unknown if self.before.text.is_some() => Told::LatterUnknown,
            Change::Unknown => Told::BothUnknown,
        }
    }
}
