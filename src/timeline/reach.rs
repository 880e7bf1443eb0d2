//! What one text of an act shows: which changes it has carried out, up to which day it speaks,
//! and whether it reaches a place at all.

use super::change::{Change, What};
use super::lapse;
use super::listing;
use super::place::Place;
use super::record::{ActRecord, Witness};
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::day::{Adopted, Window};
use crate::model::event::EventKind;
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{PrintedStatus, UnitIndex};
use crate::model::version::Axis;
use crate::source::card::Role;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// A text and the state of the act that it shows: the one after the last applied change that
/// its notes name, before the planned ones.
#[derive(Debug)]
pub struct Shown<'a> {
    /// The text.
    pub witness: &'a Witness,
    /// The latest day of adoption among the changes carried out in it.
    pub last_adopted: Adopted,
    /// The day from which its state holds: the last of those changes has taken effect.
    pub state_from: Option<Date>,
    /// The latest day of adoption that it tells of at all, planned changes included.
    pub told_until: Adopted,
    units: HashMap<Address, UnitIndex>,
    last_numbers: HashMap<Address, Number>,
    /// Units that hold others.
    holders: HashSet<Address>,
    /// Units of which a note tells something that nobody understood.
    obscure: Vec<Address>,
    /// The dates of this redaction and of those before it: acts adopted on them are carried out.
    dated: Vec<Date>,
    /// The date of this redaction; an act as adopted has its day of adoption.
    date: Option<Date>,
    /// The day of which nothing but the words' being printed tells that they hold.
    prints_on: Option<Date>,
    /// The first day from which on the notes of the text list the acts that amended the document:
    /// most of its provisions have kept those that they got since. `None` where too few have.
    pub lists_from: Option<Date>,
    /// False for a redaction of a later date than the act's of which nothing tells what made it.
    explained: bool,
    applied: HashSet<ActId>,
    planned: HashSet<ActId>,
}

impl<'a> Shown<'a> {
    /// What a text of an act that began in this window shows on an axis, by these changes.
    pub fn new(
        witness: &'a Witness,
        record: &ActRecord,
        axis: Axis,
        start: Window,
        changes: &[Change],
    ) -> Self {
        let act = &record.id;
        let state = witness.redaction.state.filter(|state| *state >= act.adopted.0);
        let dates = record.witnesses.iter().filter_map(|text| text.redaction.state);
        let dated: Vec<Date> = dates.filter(|date| Some(*date) <= state).collect();
        let events = || witness.notes.iter().flat_map(|note| &note.events);
        let applied: HashSet<ActId> = events()
            .filter(|event| !event.kind.is_planned())
            .filter(|event| event.kind != EventKind::SeeEntryIntoForce)
            .map(|event| event.by.clone())
            .collect();
        let planned: HashSet<ActId> =
            events().map(|event| event.by.clone()).filter(|by| !applied.contains(by)).collect();
        let carried_out = changes.iter().filter(|change| {
            let dated = dated.contains(&change.by.adopted.0) && !planned.contains(&change.by);
            !matches!(change.what, What::Planned(_)) && (applied.contains(&change.by) || dated)
        });
        let state_from = carried_out.filter_map(|change| change.window.latest);
        // On the axis of adoption a redaction shows its very date.
        let shown_on = state.filter(|_| axis == Axis::Adopted);
        let state_from = state_from.chain(start.latest).chain(shown_on).max();
        let last_adopted = applied.iter().map(|act| act.adopted).max().max(state.map(Adopted));
        let told_until = events().map(|event| event.by.adopted).max().max(state.map(Adopted));
        let explained = state.is_none_or(|state| {
            let made = |change: &Change| {
                change.by.adopted.0 == state && !matches!(change.what, What::Planned(_))
            };
            state <= act.adopted.0
                || !witness.redaction.made_by.is_empty()
                || changes.iter().any(made)
        });
        let original = witness.role == Role::Original;
        let mut units = HashMap::new();
        let mut holders = HashSet::new();
        let mut last_numbers: HashMap<Address, Number> = HashMap::new();
        for (index, unit) in witness.tree.units.iter().enumerate() {
            if unit.kind.is_editorial() || unit.kind == Kind::Unread {
                continue;
            }
            let address = unit.address.prefixed(&witness.component);
            if witness.redaction.gap(&address).is_some_and(|gap| !gap.parts_only) {
                continue;
            }
            if let Some(number) = address.last().and_then(counted_number) {
                let parent = address.parent().unwrap_or_default();
                let last = last_numbers.entry(parent).or_insert_with(|| number.clone());
                if *last < *number {
                    *last = number.clone();
                }
            }
            holders.extend(address.parent());
            units.entry(address).or_insert(index);
        }
        Shown {
            witness,
            last_adopted: last_adopted.unwrap_or(act.adopted),
            state_from,
            told_until: told_until.unwrap_or(act.adopted),
            units,
            last_numbers,
            holders,
            obscure: obscure(witness, act),
            dated,
            date: state.or_else(|| original.then_some(act.adopted.0)),
            prints_on: shown_on.or(witness.retrieved),
            lists_from: listing::from(witness, changes),
            explained,
            applied,
            planned,
        }
    }

    /// The last day for which the text speaks: the day on which it was taken from its publisher,
    /// else the day from which its state holds.
    pub fn known_on(&self) -> Option<Date> {
        self.witness.retrieved.max(self.state_from)
    }

    /// True when the change is carried out in this text.
    ///
    /// What an act did is when a note names that act; an order of an act that no note names is
    /// when the act was adopted and took effect before the state that the text shows.
    /// An act adopted on the date of this redaction or of one before it made that redaction.
    pub fn includes(&self, change: &Change) -> bool {
        if matches!(change.what, What::Planned(_)) || self.planned.contains(&change.by) {
            return false;
        }
        let before = change.window.latest.is_some() && change.window.latest <= self.state_from;
        self.applied.contains(&change.by)
            || self.dated.contains(&change.by.adopted.0)
            || (change.by.adopted <= self.last_adopted && before)
    }

    /// The unit that stands printed at a place.
    pub fn unit(&self, place: &Place) -> Option<UnitIndex> {
        self.units.get(&place.address).copied()
    }

    /// True when the text speaks of a place: it prints the unit, or goes on beyond where it
    /// would stand. A text that was cut off says nothing of what would follow.
    pub fn reaches(&self, place: &Place) -> bool {
        if self.units.contains_key(&place.address) {
            return true;
        }
        if self.witness.redaction.gap(&place.address).is_some() {
            return false;
        }
        let mut address = place.address.clone();
        while let Some(parent) = address.parent() {
            let parent_printed = parent == self.witness.component
                || parent.is_whole()
                || self.units.contains_key(&parent);
            if parent_printed {
                let top = parent == self.witness.component || parent.is_whole();
                return match address.last().and_then(counted_number) {
                    Some(number) if top => {
                        self.last_numbers.get(&parent).is_some_and(|last| number <= last)
                    }
                    Some(_) => true,
                    None => !top && matches!(address.last(), Some(Step::Text(_))),
                };
            }
            address = parent;
        }
        false
    }

    /// True for a redaction that a publisher dates before another one of the same document.
    pub fn is_redaction_before(&self, other: &Shown<'_>) -> bool {
        let (own, later) = (self.witness, other.witness);
        let dated = self.date.zip(other.date);
        own.component == later.component && dated.is_some_and(|(own, later)| own < later)
    }

    /// The date of this redaction; an act as adopted has its day of adoption.
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// A day on which the state that the text prints holds, whatever made it: on the axis of
    /// adoption the date of the redaction, else the day on which it was taken from its publisher.
    pub fn prints_on(&self) -> Option<Date> {
        self.prints_on
    }

    /// The day for which the words of this text are printed, the state of a place having begun by
    /// `from`; `None` where nothing tells what made the redaction.
    pub fn printed_for(&self, from: Option<Date>) -> Option<Date> {
        self.state_from.max(from).filter(|_| self.explained)
    }

    /// True where a note that nobody understood may tell of a change.
    pub fn is_obscure(&self, place: &Place) -> bool {
        self.obscure.iter().any(|unit| place.address == *unit || place.is_inside(unit))
    }

    /// True when the text prints nothing inside the place.
    pub fn has_no_parts(&self, place: &Place) -> bool {
        !self.holders.contains(&place.address)
    }

    /// True when the text prints something of this document.
    pub fn prints_inside(&self, component: &Address) -> bool {
        self.units.keys().any(|address| address.is_within(component))
    }

    /// True when the text prints a unit in force at this address.
    pub fn prints(&self, address: &Address) -> bool {
        self.units
            .get(address)
            .is_some_and(|unit| self.witness.tree.units[*unit].status == PrintedStatus::InForce)
    }

    /// Whether the unit stands in this text: `None` where the text does not reach it.
    pub fn stands(&self, place: &Place) -> Option<bool> {
        match self.unit(place) {
            Some(unit) => Some(self.witness.tree.units[unit].status == PrintedStatus::InForce),
            None => self.reaches(place).then_some(false),
        }
    }
}

/// The units of which notes tell that were not understood: those that they name, else what they
/// stand in. So are units whose own words bound their days in a way that was not understood.
fn obscure(witness: &Witness, act: &ActId) -> Vec<Address> {
    let tree = &witness.tree;
    let mut units = lapse::unread(witness, act.form);
    for note in witness.notes.iter().filter(|note| note.events.is_empty()) {
        if note.targets.is_empty() {
            let around =
                tree.units[note.unit].parent.map(|parent| tree.units[parent].address.clone());
            units.push(around.unwrap_or_default().prefixed(&witness.component));
        }
        units.extend(note.targets.iter().map(|target| target.prefixed(&witness.component)));
    }
    units
}

fn counted_number(step: &Step) -> Option<&Number> {
    match step {
        Step::Article(number) | Step::Paragraph(number) | Step::Subparagraph(number) => {
            Some(number)
        }
        _ => None,
    }
}
