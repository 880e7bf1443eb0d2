//! The notes of an act's texts and the orders of the acts that amend it → one list of changes.

use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::day::{ActDays, EffectRule, EndRule};
use crate::model::event::{EventKind, Note};
use crate::model::evidence::Span;
use crate::model::instruction::{Instruction, Operation};
use crate::model::tree::Tree;

/// One change of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRecord {
    /// The unit; the empty address is the whole act.
    pub address: Address,
    /// What happened.
    pub kind: EventKind,
    /// The act that did it.
    pub by: ActId,
    /// What is known of that act's days.
    pub days: ActDays,
    /// When it takes effect.
    pub effect: EffectRule,
    /// Where the corpus tells of it.
    pub span: Span,
    /// When it ends by itself.
    pub until: Option<EndRule>,
    /// The day of adoption as a note prints it, where that cannot be the day.
    pub adopted_printed: Option<String>,
    /// True where an order in the corpus brings the words.
    pub text_known: bool,
}

/// The changes that the notes of one text tell; `component` is the document of the act that the
/// text prints.
pub fn of_notes(
    tree: &Tree,
    notes: &[Note],
    component: &Address,
    days: impl Fn(&ActId) -> ActDays,
) -> Vec<EventRecord> {
    let mut out = Vec::new();
    for note in notes {
        for event in &note.events {
            out.extend(note.targets.iter().map(|target| EventRecord {
                address: target.prefixed(component),
                kind: event.kind,
                by: event.by.clone(),
                days: days(&event.by),
                effect: event.effect.clone(),
                span: tree.span(note.unit),
                until: event.until.clone(),
                adopted_printed: event.adopted_printed.clone(),
                text_known: false,
            }));
        }
    }
    out
}

/// The changes that an act orders: one for every target.
pub fn of_orders<'o>(
    by: &ActId,
    orders: impl IntoIterator<Item = &'o Instruction>,
    days: ActDays,
) -> Vec<EventRecord> {
    let mut out = Vec::new();
    for order in orders {
        for target in &order.targets {
            let excepted = order.exceptions.iter().find(|(address, _)| address == target);
            let rule = excepted.map(|(_, rule)| rule).or(order.in_force.as_ref());
            out.push(EventRecord {
                address: target.clone(),
                kind: kind(order.operation),
                by: by.clone(),
                days,
                effect: rule.cloned().unwrap_or(EffectRule::Unstated),
                span: order.span.clone(),
                until: order.until.clone(),
                adopted_printed: None,
                text_known: order.read,
            });
        }
    }
    out
}

/// Puts changes in the order of adoption, and tells notes whose words an order brings.
pub fn in_order(mut events: Vec<EventRecord>) -> Vec<EventRecord> {
    let known: Vec<(ActId, Address)> = events
        .iter()
        .filter(|event| event.text_known)
        .map(|event| (event.by.clone(), event.address.clone()))
        .collect();
    for event in &mut events {
        event.text_known = known
            .iter()
            .any(|(by, address)| is_same_act(by, &event.by) && event.address == *address);
    }
    events.sort_by(|a, b| a.by.adopted.cmp(&b.by.adopted).then(a.by.number.cmp(&b.by.number)));
    events
}

/// Notes name the issuer of an act by its short name, or not at all.
fn is_same_act(a: &ActId, b: &ActId) -> bool {
    a.adopted == b.adopted && a.number == b.number && a.form == b.form
}

/// The kind of a change, in the words of notes.
fn kind(operation: Operation) -> EventKind {
    match operation {
        Operation::Replace | Operation::ReplaceByAnnex => EventKind::NewRedaction,
        Operation::Insert => EventKind::Added,
        Operation::Delete => EventKind::Excluded,
        Operation::Repeal => EventKind::Repealed,
        Operation::Suspend => EventKind::Suspended,
        Operation::ReplaceTitle => EventKind::TitleNewRedaction,
        Operation::ReplaceWordsEverywhere
        | Operation::InsertWordsEverywhere
        | Operation::DeleteWordsEverywhere => EventKind::WordsReplaced,
        Operation::ReplaceWords
        | Operation::InsertWords
        | Operation::DeleteWords
        | Operation::ReplaceIndents
        | Operation::InsertIndents
        | Operation::DeleteIndents
        | Operation::Renumber => EventKind::Amended,
    }
}
