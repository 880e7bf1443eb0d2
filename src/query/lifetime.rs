//! All versions of an act → one tree in which every unit stands once for every version that it
//! has, inside each version of what is around it that may hold on the same days. Whoever leaves
//! out what does not hold on a day is left with the act as it was on that day.

use super::compose::{Part, is_inside};
use super::expression::{Life, Placed};
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::model::day::Window;
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

/// The days on which a version and all that is around it may hold.
#[derive(Clone, Copy)]
struct Within<'a> {
    /// The first day; `None`: since ever.
    from: Option<Date>,
    /// The first day after; `None`: without end.
    until: Option<Date>,
    /// The version directly around, and what is around that.
    around: Option<(&'a Version, &'a Within<'a>)>,
}

impl<'a> Within<'a> {
    const ALL: Within<'static> = Within { from: None, until: None, around: None };

    /// Those of a version in this; `None` where there are none. What ends with the change with
    /// which something around it begins never stood in that, even where the day of the change is
    /// not known.
    fn and(&'a self, version: &'a Version) -> Option<Within<'a>> {
        let mut around = self.around;
        while let Some((outer, further)) = around {
            let meets = |end: Option<Window>, start: Window| end.is_some_and(|end| end == start);
            if meets(version.valid_to, outer.valid_from)
                || meets(outer.valid_to, version.valid_from)
            {
                return None;
            }
            around = further.around;
        }
        let from = self.from.max(version.valid_from.earliest);
        let until = match (self.until, version.valid_to.and_then(|end| end.latest)) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let empty = matches!((from, until), (Some(from), Some(until)) if from >= until);
        (!empty).then_some(Within { from, until, around: Some((version, self)) })
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
        self.stages(0..self.parts.len(), &Within::ALL)
    }

    fn stages(&self, range: Range<usize>, around: &Within<'_>) -> Vec<Stage> {
        let mut stages = Vec::new();
        let mut next = range.start;
        while let Some(part) = self.parts[..range.end].get(next) {
            let inner = next + 1..self.end_of(next, range.end);
            for (held, version) in part.versions.iter().zip(0..) {
                let within = around.and(held).filter(|_| held.status != Status::NotYet);
                let Some(within) = within else { continue };
                let inner = match held.status {
                    Status::InForce => self.stages(inner.clone(), &within),
                    _ => Vec::new(),
                };
                stages.push(Stage { place: next, version, placed: self.placed(part, held), inner });
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

    fn placed(&self, part: &Part, held: &Version) -> Placed {
        let notes = self.notes.get(&(part.address.clone(), held.valid_from));
        Placed {
            address: part.address.clone(),
            kind: part.first.version.kind,
            groups: part.first.groups.clone(),
            has_words: part.first.has_words,
            version: Some(held.clone()),
            grade: None,
            alternatives: Vec::new(),
            notes: notes.cloned().unwrap_or_default(),
        }
    }
}
