//! All versions of an act → one tree in which every unit stands once for every version that it
//! has, inside each version of what is around it that may hold on the same days. Whoever leaves
//! out what does not hold on a day is left with the act as it was on that day.

use super::compose::{Part, is_inside};
use super::expression::{Life, Placed};
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::model::kind::Kind;
use crate::model::version::Version;
use jiff::civil::Date;
use std::ops::Range;

/// A place with its versions, oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Where.
    pub address: &'a Address,
    /// What stands there.
    pub kind: Kind,
    /// False for a document that has no line of its own.
    pub has_words: bool,
    /// Its versions, those included in which it does not stand yet.
    pub versions: &'a [Version],
}

/// A version of a unit inside one version of what is around it.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The place: a position in [`Life::places`].
    pub place: usize,
    /// The version: a position in the versions of the place.
    pub version: usize,
    /// The unit in this version; how sure it is differs from day to day and is not told here.
    pub placed: Placed,
    /// What stands in it on any of the days on which it may hold.
    pub inner: Vec<Stage>,
}

/// Days from the first to the one before the last, `None` being unbounded.
#[derive(Clone, Copy)]
struct Days(Option<Date>, Option<Date>);

impl Days {
    const ALL: Days = Days(None, None);

    /// The days on which a version may hold.
    fn of(version: &Version) -> Days {
        Days(version.valid_from.earliest, version.valid_to.and_then(|end| end.latest))
    }

    /// The days in both; `None` where there are none.
    fn and(self, other: Days) -> Option<Days> {
        let from = self.0.max(other.0);
        let until = match (self.1, other.1) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let empty = matches!((from, until), (Some(from), Some(until)) if from >= until);
        (!empty).then_some(Days(from, until))
    }
}

impl Life {
    /// The places of the act in document order.
    pub fn places(&self) -> impl Iterator<Item = Place<'_>> {
        self.parts.iter().map(|part| Place {
            address: &part.address,
            kind: part.first.version.kind,
            has_words: part.first.has_words,
            versions: &part.versions,
        })
    }

    /// Every version of every unit, in document order, the older one first. Versions in which a
    /// unit does not stand yet are left out, and so is what stands in a unit that does not hold.
    pub fn whole(&self) -> Vec<Stage> {
        self.stages(0..self.parts.len(), Days::ALL)
    }

    fn stages(&self, range: Range<usize>, around: Days) -> Vec<Stage> {
        let mut stages = Vec::new();
        let mut next = range.start;
        while let Some(part) = self.parts[..range.end].get(next) {
            let inner = next + 1..self.end_of(next, range.end);
            for (version, days) in part.versions.iter().zip(0..).filter_map(|(held, at)| {
                let days = Days::of(held).and(around)?;
                (held.status != Status::NotYet).then_some((at, days))
            }) {
                let placed = self.placed(part, version);
                let inner = match placed.status() {
                    Status::InForce => self.stages(inner.clone(), days),
                    _ => Vec::new(),
                };
                stages.push(Stage { place: next, version, placed, inner });
            }
            next = inner.end;
        }
        stages
    }

    /// The position of the first part after a part that does not stand in it.
    fn end_of(&self, part: usize, limit: usize) -> usize {
        let outer = &self.parts[part];
        let inside = self.parts[part + 1..limit].iter().take_while(|inner| is_inside(inner, outer));
        part + 1 + inside.count()
    }

    fn placed(&self, part: &Part, version: usize) -> Placed {
        let held = part.versions.get(version).cloned();
        let at = held.as_ref().map(|held| (part.address.clone(), held.valid_from));
        let notes = at.and_then(|at| self.notes.get(&at)).cloned().unwrap_or_default();
        Placed {
            address: part.address.clone(),
            kind: part.first.version.kind,
            groups: part.first.groups.clone(),
            has_words: part.first.has_words,
            version: held,
            grade: None,
            alternatives: Vec::new(),
            notes,
        }
    }
}
