//! The versions of a place → stretches of days and of knowledge over which one of them holds, or
//! may hold, with one certainty. Stores that only know ranges answer questions of one day by them.

use crate::index::StoredVersion;
use crate::model::address::Address;
use crate::model::version::{Grade, Version};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    let mut by_beginning: Vec<usize> = (0..versions.len()).collect();
    by_beginning.sort_by_key(|number| versions[*number].version.valid_from.moment());
    let mut order: Vec<Same> = Vec::new();
    let mut all: BTreeMap<Same, Vec<Stretch>> = BTreeMap::new();
    for (i, start) in starts.iter().enumerate() {
        let known = Range { from: Some(*start), until: starts.get(i + 1).copied() };
        for mut stretch in by_knowledge(versions, &by_beginning, *start) {
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

/// The stretches by what was known on a day; `order` are the versions by their beginnings.
/// The days are gone through once, with the versions that may hold on each.
fn by_knowledge(versions: &[StoredVersion], order: &[usize], known_by: Date) -> Vec<Stretch> {
    let known = order.iter().copied();
    let known: Vec<(usize, &Version)> = known
        .map(|number| (number, &versions[number].version))
        .filter(|(_, version)| version.is_known(Some(known_by)))
        .collect();
    let days = known.iter().flat_map(|(_, version)| turning_days(version));
    let days: Vec<Date> = days.collect::<BTreeSet<Date>>().into_iter().collect();
    let before = days.first().map(|day| day.yesterday().unwrap_or(*day));
    let first = Range { from: None, until: days.first().copied() };
    let mut segments = vec![(first, before.unwrap_or(known_by))];
    segments.extend(
        days.iter()
            .enumerate()
            .map(|(i, day)| (Range { from: Some(*day), until: days.get(i + 1).copied() }, *day)),
    );
    let mut begins: Vec<usize> = (0..known.len()).collect();
    begins.sort_by_key(|place| known[*place].1.valid_from.earliest);
    let end = |place: &usize| known[*place].1.valid_to.and_then(|end| end.latest);
    let mut ends: Vec<usize> = (0..known.len()).filter(|place| end(place).is_some()).collect();
    ends.sort_by_key(end);
    let (mut begins, mut ends) = (begins.into_iter().peekable(), ends.into_iter().peekable());
    let mut holding: BTreeSet<usize> = BTreeSet::new();
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut last_of: HashMap<usize, usize> = HashMap::new();
    for (range, day) in segments {
        while let Some(place) =
            begins.next_if(|place| known[*place].1.valid_from.may_have_begun(day))
        {
            if known[place].1.may_hold(day) {
                holding.insert(place);
            }
        }
        while let Some(place) = ends.next_if(|place| end(place).is_some_and(|end| end <= day)) {
            holding.remove(&place);
        }
        for (place, sure) in sides(&known, &holding) {
            let (number, version) = known[place];
            let next = Stretch {
                version: number,
                possibly: range,
                surely: sure.then_some(range),
                known: Range { from: None, until: None },
                grade: version.grade(day).cloned(),
            };
            let last = last_of.get(&number).and_then(|last| stretches.get_mut(*last));
            if !last.is_some_and(|last| joined(last, &next)) {
                last_of.insert(number, stretches.len());
                stretches.push(next);
            }
        }
    }
    stretches
}

/// Of the versions that may hold on a day those that are told, and whether each holds for sure:
/// the last of several that say the same, else all of them, none surely.
fn sides(known: &[(usize, &Version)], holding: &BTreeSet<usize>) -> Vec<(usize, bool)> {
    let (Some(&first), Some(&last)) = (holding.first(), holding.last()) else {
        return Vec::new();
    };
    let says = |place: usize| (known[place].1.status, &known[place].1.text);
    if holding.iter().all(|place| says(*place) == says(first)) {
        return vec![(last, true)];
    }
    holding.iter().map(|place| (*place, false)).collect()
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
