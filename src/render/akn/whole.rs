//! An act in all its versions → one document in which every unit stands once for every version,
//! side by side, each with its period. What holds on a day is what has no period that leaves the
//! day out, from the outside in.

use super::branch::{Branch, Printed};
use super::eid::Eids;
use super::evidence::Sources;
use super::identification::{Identification, Moment};
use super::time::{Passive, Times, by_others};
use super::{Document, Frame, Ordered, Subject, Told, portion};
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::model::version::Version;
use crate::query::expression::Change;
use crate::query::lifetime::{Place, Stage};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// Writes the act with its whole life; `None` where nothing of it ever stood.
pub fn whole(subject: &Subject<'_>) -> Option<Document> {
    let life = subject.life;
    let stages = life.whole();
    if stages.is_empty() {
        return None;
    }
    let act = life.act();
    let places: Vec<Place<'_>> = life.places().collect();
    let versions = || places.iter().flat_map(|place| place.versions);
    let ordered = Ordered::of(subject);
    let changes = (subject.changes, subject.end);
    let standing = versions().filter(|version| version.status != Status::NotYet);
    let times = Times::of(&act.id, standing, changes, &ordered.targets, Some(Date::MAX));
    let horizon = act.horizon.unwrap_or(act.id.adopted.0);
    let identification = Identification { act, moment: Moment::Whole { horizon } };
    let mut row = Row {
        first: first_numbers(&places),
        places: &places,
        by_address: places.iter().map(|place| place.address).zip(0..).collect(),
        times: &times,
        eids: Eids::of(places.iter().map(|place| place.address)),
        copies: HashMap::new(),
        shown: HashMap::new(),
        units: 0,
    };
    let branches = row.branches(&stages);
    let passive: Vec<Passive<'_>> =
        by_others(subject.changes).map(|change| row.passive(change, subject)).collect();
    let Row { eids, copies, first, units, .. } = row;
    let here: HashSet<&Address> = copies.keys().map(|place| places[*place].address).collect();
    let contains = "multipleVersions";
    let frame = Frame { subject, identification, times: &times, ordered, contains };
    let told = Told { branches: &branches, units, here, passive };
    Some(frame.write(told, eids, |xml, eids| {
        let sources = Sources::of(versions());
        sources.write(xml);
        for (place, first) in places.iter().zip(first) {
            sources.place(xml, place, &eids.get(place.address), |n| version_id(first + n));
        }
        let open = |place: &Place<'_>| {
            place.versions.iter().filter(|version| leaves_open(version, place.has_words)).count()
        };
        places.iter().map(open).sum()
    }))
}

/// The name of a version, by its number in the act.
fn version_id(number: usize) -> String {
    format!("version_{number}")
}

/// By place: the number of its first version in the act.
fn first_numbers(places: &[Place<'_>]) -> Vec<usize> {
    let mut next = 1;
    let mut numbers = Vec::with_capacity(places.len());
    for place in places {
        numbers.push(next);
        next += place.versions.len();
    }
    numbers
}

/// True for a version of which the words, the parts or whether it stands are not known.
fn leaves_open(version: &Version, has_words: bool) -> bool {
    match version.status {
        Status::Unknown => true,
        Status::InForce => !version.parts_known || (version.text.is_none() && has_words),
        Status::NotYet | Status::Repealed | Status::Suspended => false,
    }
}

/// Gives versions their names, one after the other.
struct Row<'a> {
    places: &'a [Place<'a>],
    by_address: HashMap<&'a Address, usize>,
    /// By place: the number of its first version.
    first: Vec<usize>,
    times: &'a Times,
    eids: Eids,
    /// By place: how often it has been written.
    copies: HashMap<usize, usize>,
    /// By place and version: the eId under which it stands first.
    shown: HashMap<(usize, usize), String>,
    units: usize,
}

impl Row<'_> {
    fn branches<'s>(&mut self, stages: &'s [Stage]) -> Vec<Branch<'s>> {
        let mut branches = Vec::with_capacity(stages.len());
        for stage in stages {
            let unit = self.name(stage);
            branches.push(Branch { unit, inner: self.branches(&stage.inner) });
        }
        branches
    }

    fn name<'s>(&mut self, stage: &'s Stage) -> Printed<'s> {
        let place = self.eids.get(&stage.placed.address);
        let copies = self.copies.entry(stage.place).or_default();
        *copies += 1;
        // The first one has the eId that its place has in every expression.
        let eid = match *copies {
            1 => place.clone(),
            n => self.eids.fresh(format!("{place}_ver_{n}")),
        };
        self.shown.entry((stage.place, stage.version)).or_insert_with(|| eid.clone());
        self.units += 1;
        Printed {
            placed: &stage.placed,
            eid,
            place: Some(place),
            version_id: Some(version_id(self.first[stage.place] + stage.version)),
            period: stage.placed.version.as_ref().and_then(|version| self.times.period(version)),
        }
    }

    /// A change with the versions that it ended and began.
    fn passive<'c>(&self, change: &'c Change, subject: &Subject<'_>) -> Passive<'c> {
        let place = self.by_address.get(&change.address).copied();
        let begun = place.and_then(|place| {
            let begins = |version: &Version| {
                version.valid_from == change.window && version.introduced_by == change.by
            };
            self.places[place].versions.iter().position(begins)
        });
        let shown = |version: Option<usize>| self.shown.get(&(place?, version?)).cloned();
        let new = shown(begun);
        let old = shown(begun.and_then(|begun| begun.checked_sub(1)));
        let eid = self.eids.get(&change.address);
        let destination = match place.is_some_and(|place| self.copies.contains_key(&place)) {
            true => format!("#{eid}"),
            false => portion(subject.life.act(), &eid),
        };
        let sources = subject.sources(change);
        Passive { change, sources, destination, old, new }
    }
}
