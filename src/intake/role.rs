//! A parsed text with its notes and orders → whether it is the act as adopted, with later changes
//! carried out, or an act that amends others; and why it is taken for that.

use crate::amend;
use crate::amend::ledger::ledger;
use crate::model::act::ActId;
use crate::model::event::{EventKind, Note};
use crate::model::instruction::Orders;
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{PrintedStatus, Tree, Unit};
use crate::parse::mention::dated_numbers;
use crate::source::card::Role;

/// Why a text has its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The one who adds it says so.
    Told,
    /// Its title announces changes.
    Title,
    /// More of it orders changes than does anything else.
    Orders,
    /// Its notes tell of changes carried out in it.
    Notes,
    /// No note tells of a change, and no number is one that only a change brings.
    NoNotes,
}

impl Because {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Because::Told => "told",
            Because::Title => "title",
            Because::Orders => "orders",
            Because::Notes => "notes",
            Because::NoNotes => "no_notes",
        }
    }
}

/// The role of a text; `None` where it has marks of later changes and no note that tells of one.
pub fn of(tree: &Tree, notes: &[Note], orders: &Orders, own: &ActId) -> Option<(Role, Because)> {
    if amend::announces_changes(tree) {
        return Some((Role::Amending, Because::Title));
    }
    let account = ledger(tree, orders);
    if account.orders + account.new_text > account.characters / 2 {
        return Some((Role::Amending, Because::Orders));
    }
    if last_change(notes, own).is_some() {
        return Some((Role::Consolidated, Because::Notes));
    }
    let changed = tree.units.iter().any(|unit| is_changed(unit, own));
    (!changed).then_some((Role::Original, Because::NoNotes))
}

/// True for a unit that cannot stand so in the act as adopted: a number with a dash is set between
/// two others later, a number without words is what a removal leaves, and nobody names an act that
/// is adopted after his own. New text that an order quotes is not the act's own.
fn is_changed(unit: &Unit, own: &ActId) -> bool {
    if unit.kind.is_amending() || unit.kind.is_editorial() {
        return false;
    }
    let inserted = matches!(&unit.number, Some(Number::Dashed(parts)) if parts.len() > 1);
    // These name the act itself, and its registration.
    let of_itself = matches!(unit.kind, Kind::ActIdentity | Kind::Stamp | Kind::Annex);
    let names_later = || {
        let named = dated_numbers(&unit.text);
        named.iter().any(|named| named.date.as_ref().is_ok_and(|day| *day > own.adopted.0))
    };
    inserted && unit.kind != Kind::Annex
        || unit.status != PrintedStatus::InForce
        || !of_itself && names_later()
}

/// The last act, by day of adoption, whose changes the notes tell as carried out.
pub fn last_change(notes: &[Note], own: &ActId) -> Option<ActId> {
    let events = notes.iter().flat_map(|note| &note.events);
    let applied = events.filter(|event| is_applied(event.kind) && event.by != *own);
    let acts = applied.map(|event| &event.by);
    acts.max_by(|a, b| (a.adopted, &a.number).cmp(&(b.adopted, &b.number))).cloned()
}

fn is_applied(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::NewRedaction
            | EventKind::Amended
            | EventKind::Added
            | EventKind::Repealed
            | EventKind::Excluded
            | EventKind::TitleChanged
            | EventKind::TitleNewRedaction
            | EventKind::WordsReplaced
    )
}
