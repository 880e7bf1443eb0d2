//! Pairs of places on two days → the units of a comparison: either side, what became of the unit,
//! its words, who did it, and the words that are known of the days between.

use super::align::{Pair, pairs};
use super::cause::{Between, Causes, in_order, is_one_state};
use super::held::{Held, On, on_day, side};
use super::words::{is_same, words};
use super::{Cause, Change, Known, Side, Unit};
use crate::model::act::ActId;
use crate::model::certainty::Status;
use crate::query::answer::{ActInfo, Ask, Bound};
use crate::query::compose::{Part, When, compose, is_inside};
use crate::query::grader::Grader;
use jiff::civil::Date;
use std::collections::HashSet;

/// The units of an act on two days, in document order.
pub(super) fn units(
    parts: &[Part],
    act: &ActInfo,
    asks: [Ask; 2],
    in_corpus: &HashSet<ActId>,
) -> Vec<Unit> {
    let days = asks.map(|ask| on_day(parts, When::On(ask.date)));
    let [before, after] = &days;
    let pairs = pairs(parts, [before, after], asks[0].date <= asks[1].date);
    let graders = asks.map(|ask| Grader::exact(act, &ask));
    let builder = Builder::new(parts, [before, after], asks, &graders, in_corpus);
    let mut units: Vec<Unit> = Vec::with_capacity(pairs.len());
    for (pair, outer) in pairs.iter().zip(around(parts, &pairs)) {
        let mut unit = builder.unit(*pair);
        if let Some(outer) = outer
            && builder.is_told_with([*pair, pairs[outer]], &unit, &units[outer])
        {
            let first = units[outer].told_with.clone();
            unit.told_with = Some(first.unwrap_or_else(|| units[outer].address.clone()));
        }
        if unit.told_with.is_none() && unit.change == Change::Unknown {
            unit.last_known = builder.last_known(*pair);
        }
        units.push(unit);
    }
    units
}

/// By pair: the nearest one before it that is around it.
pub(super) fn around(parts: &[Part], pairs: &[Pair]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut around = Vec::with_capacity(pairs.len());
    for (n, pair) in pairs.iter().enumerate() {
        let part = &parts[pair.at()];
        while open.last().is_some_and(|outer| !is_inside(part, &parts[pairs[*outer].at()])) {
            open.pop();
        }
        around.push(open.last().copied());
        open.push(n);
    }
    around
}

/// What units are made of.
pub(super) struct Builder<'p> {
    parts: &'p [Part],
    days: [&'p [On<'p>]; 2],
    asks: [Ask; 2],
    graders: &'p [Grader<'p>; 2],
    between: Between<'p>,
}

impl<'p> Builder<'p> {
    /// What is needed to tell of two days; the second one may be the earlier.
    pub fn new(
        parts: &'p [Part],
        days: [&'p [On<'p>]; 2],
        asks: [Ask; 2],
        graders: &'p [Grader<'p>; 2],
        in_corpus: &'p HashSet<ActId>,
    ) -> Self {
        let (first, last) = (asks[0].date.min(asks[1].date), asks[0].date.max(asks[1].date));
        Builder { parts, days, asks, graders, between: Between { first, last, in_corpus } }
    }

    /// The days, in the order in which they were asked.
    pub fn asked(&self) -> [Date; 2] {
        self.asks.map(|ask| ask.date)
    }

    /// One unit, but for what it is told with and for words of the days between.
    pub fn unit(&self, pair: Pair) -> Unit {
        let at = pair.at();
        let part = &self.parts[at];
        let on = |day: usize, place: Option<usize>| place.map(|place| &self.days[day][place]);
        let (was, is) = (on(0, pair.before), on(1, pair.after));
        let before = self.side(0, pair.before, at);
        let after = self.side(1, pair.after, at);
        let change = self.change(pair);
        let hidden = before.hidden || after.hidden;
        let (old, new) = (before.text.as_deref(), after.text.as_deref());
        let words = match (hidden, old, new) {
            (true, ..) | (_, None, None) => Vec::new(),
            (_, old, new) => words(old.unwrap_or_default(), new.unwrap_or_default()),
        };
        let node =
            |on: Option<&On<'_>>| on.and_then(On::version).map(|version| version.node.clone());
        let restated = pair.before == pair.after && node(was) != node(is);
        let untouched = change == Change::Same && !restated;
        let causes = if untouched { Causes::default() } else { self.causes(pair) };
        let told = change == Change::Same || !causes.known.is_empty();
        let one_state =
            was.zip(is).is_some_and(|(was, is)| pair.before == pair.after && is_one_state(was, is));
        let parents = [pair.before, pair.after]
            .map(|place| place.and_then(|place| self.parts[place].address.parent()));
        let heading = |on: Option<&On<'_>>| on.and_then(On::version)?.heading.clone();
        Unit {
            address: part.address.clone(),
            address_before: pair.before.map(|place| self.parts[place].address.clone()),
            kind: part.first.version.kind,
            depth: part.first.depth,
            groups: part.first.groups.clone(),
            heading: heading(is).or_else(|| heading(was)),
            change,
            renumbered: change == Change::Moved && parents[0] == parents[1],
            restated,
            before,
            after,
            words,
            caused_by: causes.known,
            cause_unknown: (!told && !one_state).then_some(causes.untold),
            told_with: None,
            last_known: None,
        }
    }

    /// One side of a unit; where the unit has no place on the day, that it did not stand.
    fn side(&self, day: usize, place: Option<usize>, listed: usize) -> Side {
        let at = place.unwrap_or(listed);
        let on = &self.days[day][at];
        let side = side(self.parts, at, on, self.asks[day], &self.graders[day]);
        if place.is_some() || on.is_absent() {
            return side;
        }
        // Something else stood under the address, which is told where it is now.
        let early = self.asks[day].date == self.between.first;
        Side {
            status: if early { Status::NotYet } else { Status::Repealed },
            text: None,
            hidden: false,
            node: None,
            valid_from: None,
            valid_to: None,
            alternatives: Vec::new(),
            moved_to: None,
            moved_from: None,
            ..side
        }
    }

    fn change(&self, pair: Pair) -> Change {
        if self.between.first == self.between.last {
            return Change::Same;
        }
        let (was, is) = match (pair.before, pair.after) {
            (Some(before), Some(after)) => (&self.days[0][before], &self.days[1][after]),
            (Some(before), None) if self.days[0][before].is_hidden() => return Change::Unknown,
            (None, Some(after)) if self.days[1][after].is_hidden() => return Change::Unknown,
            (Some(_), None) => return Change::Removed,
            (None, _) => return Change::Added,
        };
        if was.is_hidden() || is.is_hidden() {
            return Change::Unknown;
        }
        if pair.moved {
            return Change::Moved;
        }
        match (&was.held, &is.held) {
            (Held::Bare(_), Held::Bare(_)) | (Held::Suspended(_), Held::Suspended(_)) => {
                Change::Same
            }
            (Held::Words(_), Held::Words(_)) => match (was.text(), is.text()) {
                (Some(was), Some(is)) if is_same(was, is) => Change::Same,
                _ => Change::Changed,
            },
            _ => Change::Changed,
        }
    }

    /// Who changed a unit, or what decides whether it holds.
    fn causes(&self, pair: Pair) -> Causes {
        let mut causes = Causes::default();
        for place in self.deciding(pair) {
            self.between.changes(&self.parts[place], &mut causes);
        }
        in_order(&mut causes.known);
        causes
    }

    /// The places whose changes decide what a unit is on the days, ascending: its own, and those
    /// around it that do not hold.
    pub fn deciding(&self, pair: Pair) -> Vec<usize> {
        let listed = [(0, pair.before), (1, pair.after), (0, pair.after), (1, pair.before)];
        let mut places: Vec<usize> = Vec::new();
        for (day, place) in listed {
            let Some(place) = place else { continue };
            places.extend([Some(place), self.days[day][place].by].into_iter().flatten());
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// True for a unit that came, went, moved or is unknown together with the one around it.
    pub fn is_told_with(&self, [pair, outer]: [Pair; 2], unit: &Unit, around: &Unit) -> bool {
        match unit.change {
            Change::Added | Change::Removed => around.change == unit.change,
            Change::Unknown => {
                // What an act did to the part alone is told of the part.
                let told =
                    |cause: &Cause| around.caused_by.iter().any(|known| known.is_same(cause));
                around.change == Change::Unknown && unit.caused_by.iter().all(told)
            }
            Change::Moved => around.change == Change::Moved && self.follows(pair, outer),
            Change::Changed => {
                let by = |day: usize, place: Option<usize>| {
                    place.is_some_and(|place| self.days[day][place].by.is_some())
                };
                around.change == Change::Changed && (by(0, pair.before) || by(1, pair.after))
            }
            Change::Same => false,
        }
    }

    /// The last words of a place that are known of a day between the two, and that hold on neither.
    fn last_known(&self, pair: Pair) -> Option<Known> {
        let at = pair.at();
        let part = &self.parts[at];
        let Between { first, last, .. } = self.between;
        let held = [(0, pair.before), (1, pair.after)]
            .map(|(day, place)| place.and_then(|place| self.days[day][place].version()));
        let found = part.versions.iter().rev().find_map(|version| {
            let begun = version.valid_from.latest?;
            let day = begun.max(first);
            let holds = day <= last && version.valid_to.is_none_or(|end| !end.may_have_begun(day));
            let words = version.status == Status::InForce && version.text.is_some();
            let shown = held.iter().flatten().any(|held| std::ptr::eq(*held, version));
            (holds && words && !shown).then_some((version, day))
        });
        let (version, on) = found?;
        let inside = self.parts[at + 1..].iter().take_while(|inner| is_inside(inner, part)).count();
        let inner = self.parts.get(at..=at + inside)?;
        let whole = compose(inner, When::On(on), &self.graders[0]);
        Some(Known {
            text: whole.text()?,
            certainty: whole.certainty(),
            on,
            valid_from: Bound { window: version.valid_from, rule: version.begins_by.clone() },
            valid_to: version
                .valid_to
                .map(|window| Bound { window, rule: version.ends_by.clone() }),
        })
    }

    /// True for a part that moved with its container and says the same.
    fn follows(&self, pair: Pair, outer: Pair) -> bool {
        let inside = |part: Option<usize>, outer: Option<usize>| {
            part.zip(outer)
                .is_some_and(|(part, outer)| is_inside(&self.parts[part], &self.parts[outer]))
        };
        let same = pair.before.zip(pair.after).is_some_and(|(before, after)| {
            let texts = (self.days[0][before].text(), self.days[1][after].text());
            matches!(texts, (Some(was), Some(is)) if is_same(was, is))
        });
        same && inside(pair.before, outer.before) && inside(pair.after, outer.after)
    }
}
