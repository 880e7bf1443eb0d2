//! The versions of a place → stretches of days and of knowledge over which one of them holds, or
//! may hold, with one certainty. Stores that only know ranges answer questions of one day by them.

use super::compose::{Standing, When, parts};
use crate::index::StoredVersion;
use crate::model::address::Address;
use crate::model::version::{Grade, Version};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Days from the first to the one before the last; `None`: without end on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Range {
    /// The first day.
    pub from: Option<Date>,
    /// The first day after.
    pub until: Option<Date>,
}

impl Range {
    /// True for a day inside.
    pub fn has(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// A version over some days, as far as one knowledge and one certainty go.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Position of the version in the list that was given.
    pub version: usize,
    /// Days on which it may hold.
    pub possibly: Range,
    /// Of these, the days on which no other version may hold; `None` where there are none.
    pub surely: Option<Range>,
    /// Days of knowledge of which that is true: what the acts adopted up to such a day tell.
    pub known: Range,
    /// How sure it is on these days, by all that is known.
    pub grade: Option<Grade>,
}

/// The stretches of versions on one axis, place by place, in document order. `adopted` is the day
/// on which the act was adopted: before it, nobody knew of anything in it.
///
/// Whoever asks for a day and a day of knowledge finds the version that holds as the one stretch
/// with the day in `surely`; where there is none, every stretch with the day in `possibly` is a
/// side of an open question.
pub fn stretches(versions: &[StoredVersion], adopted: Date) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut first = 0;
    while let Some(here) = versions.get(first) {
        let address = &here.version.address;
        let rest = versions[first..].iter();
        let count = rest.take_while(|stored| stored.version.address == *address).count();
        of_place(&versions[first..first + count], first, adopted, &mut found);
        first += count;
    }
    found
}

/// The same version, days and beginning of certainty, found again under other knowledge.
type Same = (usize, Range, Option<Range>, Option<Date>);

fn of_place(versions: &[StoredVersion], offset: usize, adopted: Date, found: &mut Vec<Stretch>) {
    let turns =
        versions.iter().flat_map(|stored| [stored.version.known_from, stored.version.known_to]);
    let turns: BTreeSet<Date> =
        turns.flatten().filter(|day| *day > adopted).chain([adopted]).collect();
    let starts: Vec<Date> = turns.into_iter().collect();
    let mut order: Vec<Same> = Vec::new();
    let mut all: BTreeMap<Same, Vec<Stretch>> = BTreeMap::new();
    for (i, start) in starts.iter().enumerate() {
        let known = Range { from: Some(*start), until: starts.get(i + 1).copied() };
        for mut stretch in by_knowledge(versions, *start) {
            stretch.version += offset;
            stretch.known = known;
            let begins = stretch.grade.as_ref().and_then(|grade| grade.from);
            let same = (stretch.version, stretch.possibly, stretch.surely, begins);
            let before = all.entry(same).or_insert_with(|| {
                order.push(same);
                Vec::new()
            });
            match before.last_mut() {
                Some(last) if last.known.until == known.from => last.known.until = known.until,
                _ => before.push(stretch),
            }
        }
    }
    found.extend(order.iter().filter_map(|same| all.remove(same)).flatten());
}

/// The stretches by what was known on a day.
fn by_knowledge(versions: &[StoredVersion], known_by: Date) -> Vec<Stretch> {
    let Some(part) = parts(versions.to_vec(), Some(known_by)).into_iter().next() else {
        return Vec::new();
    };
    let given: Vec<usize> = part.versions.iter().filter_map(|v| position(versions, v)).collect();
    let days = part.versions.iter().flat_map(turning_days);
    let days: Vec<Date> = days.collect::<BTreeSet<Date>>().into_iter().collect();
    let before = days.first().map(|day| day.yesterday().unwrap_or(*day));
    let first = Range { from: None, until: days.first().copied() };
    let mut segments = vec![(first, before.unwrap_or(known_by))];
    segments.extend(
        days.iter()
            .enumerate()
            .map(|(i, day)| (Range { from: Some(*day), until: days.get(i + 1).copied() }, *day)),
    );
    let mut stretches: Vec<Stretch> = Vec::new();
    for (range, day) in segments {
        let standing = part.standing(When::On(day));
        let (holding, sure) = match &standing {
            Standing::Nothing => continue,
            Standing::Is(version) => (vec![*version], true),
            Standing::Open(several) => (several.clone(), false),
        };
        for version in holding {
            let place = part.versions.iter().position(|other| std::ptr::eq(other, version));
            let Some(place) = place.and_then(|place| given.get(place)) else { continue };
            let grade = version.grade(day).cloned();
            let surely = sure.then_some(range);
            let known = Range { from: None, until: None };
            let next = Stretch { version: *place, possibly: range, surely, known, grade };
            let last = stretches.iter_mut().rev().find(|last| last.version == *place);
            if !last.is_some_and(|last| joined(last, &next)) {
                stretches.push(next);
            }
        }
    }
    stretches
}

/// Adds a stretch to the one before it, where both are one.
fn joined(last: &mut Stretch, next: &Stretch) -> bool {
    let surely = match (last.surely, next.surely) {
        (before, None) => before,
        (None, after) => after,
        (Some(before), Some(after)) if before.until == after.from => {
            Some(Range { from: before.from, until: after.until })
        }
        // It stood open in between: its sure days are no single stretch.
        _ => return false,
    };
    if last.possibly.until != next.possibly.from || last.grade != next.grade {
        return false;
    }
    last.possibly.until = next.possibly.until;
    last.surely = surely;
    true
}

fn position(versions: &[StoredVersion], version: &Version) -> Option<usize> {
    versions.iter().position(|stored| stored.version == *version)
}

/// Days on which something about a version may turn.
pub(super) fn turning_days(version: &Version) -> Vec<Date> {
    let ends = version.valid_to.into_iter().flat_map(|end| [end.earliest, end.latest]);
    let begins = [version.valid_from.earliest, version.valid_from.latest];
    let grades = version.grades.iter().map(|grade| grade.from);
    begins.into_iter().chain(ends).chain(grades).flatten().collect()
}

/// An address with everything around it that it names or stands under, outermost first.
pub fn around(stored: &StoredVersion) -> Vec<Address> {
    let address = &stored.version.address;
    let steps = address.steps();
    let mut around: Vec<Address> =
        (1..=steps.len()).map(|count| Address::new(steps[..count].to_vec())).collect();
    around.extend(stored.groups.iter().cloned());
    around
}
