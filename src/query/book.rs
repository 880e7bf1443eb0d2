//! An act → every place of it with all its versions and with what it says in each stretch of
//! days. Nothing changes inside a stretch, so that a reader who has the book can be shown any day.

use super::answer::{ActInfo, Alternative};
use super::blame::{Run, runs_of};
use super::compose::{
    Part, Standing, When, compose, is_inside, leaves_absence_in_doubt, parts, sides,
};
use super::engine::{Engine, Refusal};
use super::grader::Grader;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::{Window, plus_days};
use crate::model::kind::Kind;
use crate::model::reason::Reason;
use crate::model::version::{Axis, Version};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// An act through all its days.
#[derive(Clone, Debug)]
pub struct Book {
    /// The act.
    pub act: ActInfo,
    /// The first days of the stretches, ascending. Stretch 0 lies before the first of them,
    /// stretch `n` begins with `days[n - 1]`.
    pub days: Vec<Date>,
    /// By stretch: the act as a whole.
    pub whole: Vec<(Status, Certainty)>,
    /// Its places in document order.
    pub places: Vec<Place>,
}

/// A place of an act.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its address.
    pub address: Address,
    /// What stands there.
    pub kind: Kind,
    /// 0 at the top of the act.
    pub depth: usize,
    /// Headings around it that its address does not name, outermost first.
    pub groups: Vec<Address>,
    /// Its versions on the axis of force by all that is known, oldest first.
    pub versions: Vec<Version>,
    /// By version: its words by who brought them; empty without words.
    pub runs: Vec<Vec<Run>>,
    /// What it is, from which stretch on; ascending, the first from stretch 0.
    pub leaves: Vec<(usize, Leaf)>,
}

/// What a place is over some stretches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The version that stands there, by its position; `None` where none or one of several does.
    pub version: Option<usize>,
    /// Its state.
    pub status: Status,
    /// How sure its own words are, or its state where it has none.
    pub own: Certainty,
    /// How sure the provision is with all that is in it.
    pub certainty: Certainty,
    /// Why the own words, or the state, are as sure as they are.
    pub reasons: Vec<Reason>,
    /// True where it is among the units of the act: it stands, is gone, or is open.
    pub listed: bool,
    /// True where its words are among those of the act, or of a provision inside something whose
    /// state is open or that does not hold.
    pub speaks: bool,
    /// How many such things are around it: words of one level make one text.
    pub level: usize,
    /// Addresses here whose wording is not known; the text of the act has a gap for them.
    pub unknown: Vec<String>,
    /// What holds on either side of an open question: the place's own words, without its parts.
    pub sides: Vec<Alternative>,
    /// By side: its version.
    pub open: Vec<usize>,
}

impl Place {
    /// What the place is in a stretch.
    pub fn leaf(&self, stretch: usize) -> Option<&Leaf> {
        let next = self.leaves.partition_point(|(from, _)| *from <= stretch);
        next.checked_sub(1).and_then(|at| self.leaves.get(at)).map(|(_, leaf)| leaf)
    }
}

impl Book {
    /// The stretch in which a day lies.
    pub fn stretch(&self, day: Date) -> usize {
        self.days.partition_point(|first| *first <= day)
    }

    /// The days `[first, end)` of a stretch; `None`: unbounded.
    pub fn bounds(&self, stretch: usize) -> (Option<Date>, Option<Date>) {
        let first = stretch.checked_sub(1).and_then(|before| self.days.get(before));
        (first.copied(), self.days.get(stretch).copied())
    }
}

impl Engine {
    /// The book of an act, on the axis of force and by all that is known.
    ///
    /// # Errors
    /// A damaged index.
    pub fn book(&self, act: &ActInfo) -> Result<Book, Refusal> {
        let stored = self.index.versions_under(&act.id.iri(), &Address::whole(), Axis::InForce)?;
        let parts = parts(stored, None);
        let days = days(act, &parts);
        let grader = Grader::of_stretches();
        let ends: Vec<usize> = (0..parts.len()).map(|at| end_of(&parts, at)).collect();
        let mut book = Book {
            act: act.clone(),
            days,
            whole: Vec::new(),
            places: parts.iter().map(|part| place(act, part)).collect(),
        };
        let mut reader = Reader { parts: &parts, ends: &ends, grader: &grader, now: Vec::new() };
        for stretch in 0..=book.days.len() {
            let day = match stretch.checked_sub(1).and_then(|before| book.days.get(before)) {
                Some(day) => *day,
                None => book.days.first().map_or(Date::MIN, |first| plus_days(*first, -1)),
            };
            book.whole.push(reader.turn_page(day));
            for (place, leaf) in book.places.iter_mut().zip(&reader.now) {
                if place.leaves.last().is_none_or(|(_, last)| last != leaf) {
                    place.leaves.push((stretch, leaf.clone()));
                }
            }
        }
        Ok(book)
    }
}

/// The days on which any answer may change.
pub(super) fn days(act: &ActInfo, parts: &[Part]) -> Vec<Date> {
    let mut days: BTreeSet<Date> = BTreeSet::new();
    for version in parts.iter().flat_map(|part| &part.versions) {
        let windows = [Some(version.valid_from), version.valid_to];
        for window in windows.into_iter().flatten() {
            days.extend(window.earliest);
            days.extend(window.latest);
        }
        days.extend(version.grades.iter().filter_map(|grade| grade.from));
    }
    days.extend(act.horizon.map(|day| plus_days(day, 1)));
    days.into_iter().collect()
}

fn place(act: &ActInfo, part: &Part) -> Place {
    let runs = part.versions.iter().map(|version| match version.text {
        Some(_) => runs_of(act, part, version, Certainty::Unknown),
        None => Vec::new(),
    });
    Place {
        address: part.address.clone(),
        kind: part.first.version.kind,
        depth: part.first.depth,
        groups: part.first.groups.clone(),
        runs: runs.collect(),
        versions: part.versions.clone(),
        leaves: Vec::new(),
    }
}

/// The position behind the last part inside a part.
fn end_of(parts: &[Part], at: usize) -> usize {
    let inside = parts[at + 1..].iter().take_while(|inner| is_inside(inner, &parts[at]));
    at + 1 + inside.count()
}

/// Reads an act day by day.
struct Reader<'a> {
    parts: &'a [Part],
    /// By part: the position behind the last part inside it.
    ends: &'a [usize],
    grader: &'a Grader<'a>,
    /// What every place is on the day read last.
    now: Vec<Leaf>,
}

impl Reader<'_> {
    /// Reads a day that follows the ones before. Returns the state of the act.
    fn turn_page(&mut self, day: Date) -> (Status, Certainty) {
        let parts = self.parts;
        if self.now.is_empty() {
            self.now = parts.iter().enumerate().map(|(at, _)| self.leaf(at, day)).collect();
        } else {
            for (at, part) in parts.iter().enumerate() {
                if turns(part, day) {
                    self.now[at] = self.leaf(at, day);
                }
            }
        }
        let when = When::On(day);
        for leaf in &mut self.now {
            (leaf.listed, leaf.speaks, leaf.level) = (false, false, 0);
            leaf.unknown.clear();
        }
        let certainty = self.speak(0, parts.len(), 0, when);
        self.list(when);
        self.weigh();
        let is = |status| self.now.iter().any(|leaf| leaf.status == status);
        let status = [Status::InForce, Status::Unknown, Status::Repealed];
        let status = status.into_iter().find(|status| is(*status)).unwrap_or(Status::NotYet);
        (status, certainty)
    }

    /// Marks the units of the act's outline.
    fn list(&mut self, when: When) {
        let mut skipped: Option<usize> = None;
        for (at, part) in self.parts.iter().enumerate() {
            if skipped.is_some_and(|outer| is_inside(part, &self.parts[outer])) {
                continue;
            }
            let leaf = &mut self.now[at];
            leaf.listed = stands(part, when);
            let closed = !leaf.listed || leaf.status == Status::Repealed;
            skipped = closed.then_some(at);
        }
    }

    /// Marks what speaks among these parts, and what speaks for itself inside those that do not.
    /// Returns how sure the words of the first level are.
    fn speak(&mut self, start: usize, end: usize, level: usize, when: When) -> Certainty {
        let parts = self.parts.get(start..end).unwrap_or_default();
        let whole = compose(parts, when, self.grader);
        for at in whole.units.iter().flatten() {
            let leaf = &mut self.now[start + at];
            (leaf.speaks, leaf.level) = (true, level);
        }
        for (at, address) in whole.gaps.iter().zip(&whole.unknown_parts) {
            let leaf = &mut self.now[start + at];
            leaf.unknown.push(address.clone());
            leaf.level = level;
        }
        let mut at = start;
        while at < end {
            if self.now[at].status == Status::InForce {
                self.now[at].level = level;
                at += 1;
                continue;
            }
            let behind = self.ends[at].min(end);
            at += 1;
            while at < behind {
                if self.now[at].status == Status::InForce {
                    let inner = self.ends[at].min(end);
                    self.speak(at, inner, level + 1, when);
                    at = inner;
                } else {
                    at += 1;
                }
            }
        }
        whole.certainty()
    }

    /// How sure each provision is with its parts.
    fn weigh(&mut self) {
        for at in 0..self.now.len() {
            let inside = &self.now[at..self.ends[at]];
            if inside[0].status == Status::InForce {
                let level = inside[0].level;
                let spoken = inside.iter().filter(|leaf| leaf.speaks && leaf.level == level);
                let missed = self.missed(at);
                let all = spoken.map(|leaf| leaf.own).chain(missed);
                self.now[at].certainty = Certainty::of_whole(all);
            }
        }
    }

    /// How sure it is that parts inside a place, which are not there by what is known, do not stand.
    fn missed(&self, at: usize) -> Option<Certainty> {
        let mut missed = None;
        let mut inner = at + 1;
        while inner < self.ends[at] {
            let leaf = &self.now[inner];
            let absent = matches!(leaf.status, Status::NotYet | Status::Repealed);
            if absent && leaves_absence_in_doubt(leaf.own, &leaf.reasons) {
                missed = Some(missed.map_or(leaf.own, |known| leaf.own.at_most(known)));
            }
            inner = if leaf.status == Status::InForce { inner + 1 } else { self.ends[inner] };
        }
        missed
    }

    /// What a place is by itself on a day.
    fn leaf(&self, at: usize, day: Date) -> Leaf {
        let inside = &self.parts[at..self.ends[at]];
        let mut leaf = Leaf {
            version: None,
            status: Status::Unknown,
            own: Certainty::Unknown,
            certainty: Certainty::Unknown,
            reasons: vec![Reason::NoText],
            listed: false,
            speaks: false,
            level: 0,
            unknown: Vec::new(),
            sides: Vec::new(),
            open: Vec::new(),
        };
        let number_of = |version: &Version| {
            inside[0].versions.iter().position(|other| std::ptr::eq(other, version))
        };
        match inside[0].standing(When::On(day)) {
            Standing::Nothing => {}
            Standing::Open(versions) => {
                leaf.sides = sides(&inside[..1], 0, &versions, self.grader);
                leaf.open = versions.iter().filter_map(|version| number_of(version)).collect();
                leaf.reasons =
                    versions.iter().skip(1).filter_map(|version| open(version)).collect();
            }
            Standing::Is(version) => {
                leaf.version = number_of(version);
                leaf.status = version.status;
                if let Some(grade) = self.grader.grade(version, day) {
                    (leaf.own, leaf.reasons) = (grade.certainty, grade.reasons);
                }
                leaf.certainty = leaf.own;
            }
        }
        leaf
    }
}

fn open(version: &Version) -> Option<Reason> {
    let act = version.introduced_by.clone()?;
    let Window { earliest, latest } = version.valid_from;
    Some(Reason::EffectDayUnknown { act, earliest, latest })
}

/// True where the place may be something else on this day than on the day before.
fn turns(part: &Part, day: Date) -> bool {
    part.versions.iter().any(|version| {
        let windows = [Some(version.valid_from), version.valid_to];
        windows
            .into_iter()
            .flatten()
            .any(|window| [window.earliest, window.latest].contains(&Some(day)))
            || version.grades.iter().any(|grade| grade.from == Some(day))
    })
}

/// True where the place is a unit of the act's outline.
fn stands(part: &Part, when: When) -> bool {
    match part.standing(when) {
        Standing::Nothing => false,
        Standing::Open(_) => true,
        Standing::Is(version) => !matches!(version.status, Status::NotYet | Status::Unknown),
    }
}
