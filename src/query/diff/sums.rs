//! Entries of a comparison → sums: how many became what, which acts did it and which may have, and
//! how much of either day is known.

use super::told::{Entry, Told};
use super::{Cause, Change, Side, Unit};
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};

/// An act that changed something, or may have.
#[derive(Clone, Copy, Debug)]
pub struct Changer<'a> {
    /// The act and its day, at the first place that it touched.
    pub cause: &'a Cause,
    /// How many entries it touched.
    pub entries: usize,
    /// True where it is known to have changed one of them between the days.
    pub surely: bool,
}

/// The acts behind entries, each act and day once, in the order of effect.
pub fn changers<'a>(entries: &'a [Entry<'a>]) -> Vec<Changer<'a>> {
    let mut found: Vec<Changer<'a>> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.unit.change != Change::Same) {
        for cause in entry.causes() {
            let surely = entry.all().any(|unit| surely(unit, cause));
            match found.iter_mut().find(|known| known.cause.is_same(cause)) {
                Some(known) => {
                    known.entries += 1;
                    known.surely |= surely;
                }
                None => found.push(Changer { cause, entries: 1, surely }),
            }
        }
    }
    found.sort_by_key(|one| (one.cause.valid_from.window.moment(), one.cause.act.clone()));
    found
}

/// True where an act is known to have changed a unit: it names it, or it alone can have made the
/// difference.
pub fn surely(unit: &Unit, cause: &Cause) -> bool {
    let mut own = unit.caused_by.iter().filter(|known| known.is_same(cause));
    let named = own.any(|known| !known.open && !known.with_container);
    let differs = !matches!(unit.change, Change::Same | Change::Unknown);
    let alone = unit.caused_by.len() == 1 && unit.caused_by[0].is_same(cause) && !cause.open;
    named || (differs && alone)
}

/// How many entries became what, in the order of [`Told::ALL`]. What says the same is counted by
/// provisions: outermost units inside which no change is known.
pub fn tally(entries: &[Entry<'_>]) -> Vec<(Told, usize)> {
    let same = untouched(entries);
    let count = |told: Told| match told {
        Told::Same => same,
        _ => entries.iter().filter(|entry| entry.unit.told() == told).count(),
    };
    Told::ALL.iter().map(|told| (*told, count(*told))).collect()
}

/// The outermost units inside which nothing changed.
fn untouched(entries: &[Entry<'_>]) -> usize {
    let mut provisions: Vec<(&Address, bool)> = Vec::new();
    for unit in entries.iter().map(|entry| entry.unit).filter(|unit| !is_heading(unit)) {
        let same = unit.change == Change::Same;
        match provisions.last_mut() {
            Some((around, whole)) if unit.address.is_within(around) => *whole &= same,
            _ => provisions.push((&unit.address, same)),
        }
    }
    provisions.iter().filter(|(_, whole)| *whole).count()
}

/// True for what only holds provisions together: the heading of a chapter, a document as such.
fn is_heading(unit: &Unit) -> bool {
    unit.kind.is_grouping() || unit.address.within_component().is_whole()
}

/// How much is known of the provisions that stand, or may stand, on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// By certainty, strongest first: provisions all of whose words are known, by the weakest.
    pub known: Vec<(Certainty, usize)>,
    /// Provisions of whose words some are not known.
    pub in_part: usize,
    /// Provisions of whose words none is known, or of which it is open whether they stand.
    pub unknown: usize,
}

impl Knowledge {
    /// How many provisions there are.
    pub fn provisions(&self) -> usize {
        self.known.iter().map(|(_, count)| count).sum::<usize>() + self.in_part + self.unknown
    }
}

/// The provisions of a comparison that stand on one of its days and not on the other: outermost
/// units, as [`knowledge`] counts them. Those of the first day, without `gone` and with `come`, are
/// those of the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnover {
    /// They stand on the first day only.
    pub gone: usize,
    /// They stand on the second day only.
    pub come: usize,
}

/// What came and went between the days of a comparison.
pub fn turnover(units: &[Unit]) -> Turnover {
    let (before, after) = (outermost(units, Unit::before), outermost(units, Unit::after));
    let without = |all: &[usize], other: &[usize]| {
        all.iter().filter(|unit| other.binary_search(unit).is_err()).count()
    };
    Turnover { gone: without(&before, &after), come: without(&after, &before) }
}

/// The positions of the provisions that stand on a day, ascending.
fn outermost(units: &[Unit], side: fn(&Unit) -> &Side) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| stands(unit, side)) {
        let inside = |last: &usize| unit.address.is_within(&units[*last].address);
        if !found.last().is_some_and(inside) {
            found.push(at);
        }
    }
    found
}

/// True for a unit with words of its own that stands, or may stand, on a day.
fn stands(unit: &Unit, side: fn(&Unit) -> &Side) -> bool {
    !matches!(side(unit).status, Status::NotYet | Status::Repealed) && !is_heading(unit)
}

/// What is known of the provisions of a comparison on one of its days: outermost units, each with
/// all that is in it.
pub fn knowledge(units: &[Unit], side: fn(&Unit) -> &Side) -> Knowledge {
    let mut provisions: Vec<(&Address, Option<Certainty>, bool)> = Vec::new();
    for unit in units.iter().filter(|unit| stands(unit, side)) {
        let on = side(unit);
        let words = on.text.is_some().then_some(on.certainty);
        match provisions.last_mut() {
            Some((around, weakest, hidden)) if unit.address.is_within(around) => {
                *weakest = weakest.iter().copied().chain(words).min();
                *hidden |= on.hidden;
            }
            _ => provisions.push((&unit.address, words, on.hidden)),
        }
    }
    let mut found = Knowledge::default();
    for (_, weakest, hidden) in &provisions {
        match (weakest, hidden) {
            (None, true) => found.unknown += 1,
            (Some(_), true) => found.in_part += 1,
            _ => {}
        }
    }
    for certainty in Certainty::ALL.iter().rev() {
        let whole = |(_, weakest, hidden): &&(_, Option<Certainty>, bool)| {
            !hidden && *weakest == Some(*certainty)
        };
        let count = provisions.iter().filter(whole).count();
        if count > 0 {
            found.known.push((*certainty, count));
        }
    }
    found
}
