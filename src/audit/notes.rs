//! Orders and notes, both ways: an order that no note tells of, a note that tells of what its act
//! does not order, and notes that give the act another day or another effect.

use super::finding::{Account, Cause, Closing, Finding, FindingKind, Severity, Source, SourceKind};
use super::replay::is_everywhere;
use super::text::{Text, Told};
use crate::amend::apply::forms;
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::day::EffectRule;
use crate::model::event::EventKind;
use crate::model::instruction::{Instruction, Operation};
use crate::timeline::record::{ActRecord, Amender};
use std::collections::BTreeMap;

/// What does not agree between the notes of a text and the orders carried out in it.
pub fn findings(record: &ActRecord, text: &Text<'_>, accounts: &[Account]) -> Vec<Finding> {
    let mut findings = without_note(record, text, accounts);
    for told in text.told.iter().filter(|told| told.tells_of_change()) {
        let Some(amender) = record.amenders.iter().find(|amender| amender.id == told.by) else {
            continue;
        };
        if told.wrong_day {
            findings.push(wrong_day(text, told));
        }
        for target in &told.targets {
            findings.extend(one_note(record, text, (told, target), amender));
        }
    }
    findings
}

/// What one note says of one place, against the orders of the act that it names.
fn one_note(
    record: &ActRecord,
    text: &Text<'_>,
    (told, target): (&Told<'_>, &Address),
    amender: &Amender,
) -> Option<Finding> {
    let touching: Vec<&Instruction> =
        amender.orders.iter().filter(|order| concerns(text, order, told, target)).collect();
    if touching.is_empty() {
        return amender.complete.then(|| not_ordered(text, told, target));
    }
    // A note on a unit sums up what happened inside it; only of the unit itself can it say
    // something else.
    let mut exact = touching.iter().filter(|order| order.targets.contains(target)).peekable();
    if let Some(first) = exact.peek().copied()
        && amender.complete
        && !exact.any(|order| agrees(told, order))
        && touching.iter().all(|order| order.targets.contains(target))
    {
        return Some(other_change(text, told, target, first));
    }
    // Where orders of several effects met in a unit, the note may mean any of them.
    let other: Option<Vec<Finding>> =
        touching.iter().map(|order| other_effect(record, text, told, order, target)).collect();
    other.and_then(|other| other.into_iter().next())
}

/// True where an order concerns what a note speaks of. An order on the whole text concerns the
/// units in which its new words stand.
fn concerns(text: &Text<'_>, order: &Instruction, told: &Told<'_>, target: &Address) -> bool {
    if !is_everywhere(order.operation) || told.event.kind == EventKind::WordsReplaced {
        return touches(order, target);
    }
    let sums_up = matches!(
        told.event.kind,
        EventKind::Amended | EventKind::TitleChanged | EventKind::EffectPeriod
    );
    if !sums_up {
        return false;
    }
    let mut words = text.inside(target).map(|(_, index)| &text.witness.tree.units[index].text);
    words.any(|words| !forms(&order.new_words, words).is_empty())
}

/// True where an order has to do with a place.
fn touches(order: &Instruction, target: &Address) -> bool {
    let near = |other: &Address| {
        let heading = matches!(other.last(), Some(Step::Title));
        other.is_within(target)
            || target.is_within(other)
            || heading && other.parent().is_some_and(|unit| target.is_within(&unit))
    };
    order.targets.iter().any(near)
        || order.new_units.iter().any(|unit| unit.address.is_within(target))
}

/// True where a note on the very target of an order may tell of it so.
fn agrees(told: &Told<'_>, order: &Instruction) -> bool {
    use Operation as Op;
    let goes = matches!(order.operation, Op::Delete | Op::Repeal | Op::DeleteIndents);
    match told.event.kind {
        EventKind::NewRedaction => order.operation != Op::Insert && !goes,
        EventKind::Added => !goes && order.operation != Op::Replace,
        EventKind::Excluded | EventKind::Repealed => goes,
        EventKind::WordsReplaced => {
            is_everywhere(order.operation) || order.operation == Op::ReplaceWords
        }
        _ => true,
    }
}

/// Orders that are carried out in the text and of which no note of it tells.
fn without_note(record: &ActRecord, text: &Text<'_>, accounts: &[Account]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut by_act: BTreeMap<&ActId, Vec<&Told<'_>>> = BTreeMap::new();
    for told in &text.told {
        by_act.entry(&told.by).or_default().push(told);
    }
    for account in accounts {
        let done =
            matches!(account.closing, Closing::Identical | Closing::Differs | Closing::LeftBehind);
        let told = |told: &&Told<'_>| {
            told.targets.iter().any(|target| tells_of(record, text, told, target, account))
        };
        if !done || by_act.get(&account.by).is_some_and(|notes| notes.iter().any(told)) {
            continue;
        }
        let Some(amender) = record.amenders.iter().find(|amender| amender.id == account.by) else {
            continue;
        };
        let order = amender.orders.iter().find(|order| order.span == account.order);
        let sources = [(SourceKind::Order, Some(account.order.clone()))]
            .into_iter()
            .chain([(SourceKind::Text, account.text.clone())])
            .filter_map(|(kind, span)| Some(Source { kind, span: span? }));
        findings.push(Finding {
            kind: FindingKind::OrderWithoutNote,
            address: account.address.clone(),
            by: Some(account.by.clone()),
            expected: order.map(|order| order.quote.clone()),
            found: None,
            words: Vec::new(),
            severity: Severity::Medium,
            cause: Cause::Publisher,
            sources: sources.collect(),
        });
    }
    findings
}

/// True where what a note says of a place includes an order at one of its targets.
///
/// A note on the whole text speaks of orders on the whole text alone. Of such an order a note at
/// a single place tells where the act ordered nothing else there.
fn tells_of(
    record: &ActRecord,
    text: &Text<'_>,
    told: &Told<'_>,
    target: &Address,
    account: &Account,
) -> bool {
    let on_words = told.event.kind == EventKind::WordsReplaced;
    if is_everywhere(account.operation) {
        let amender = record.amenders.iter().find(|amender| amender.id == account.by);
        let others = amender.into_iter().flat_map(|amender| &amender.orders);
        let mut others = others.filter(|order| !is_everywhere(order.operation));
        return on_words || !others.any(|order| touches(order, target));
    }
    let near = text.covers(target, &account.address) || target.is_within(&account.address);
    near && (!on_words || *target == account.address)
}

fn said(text: &Text<'_>, told: &Told<'_>) -> Option<String> {
    let unit = text.witness.tree.units.get(told.note.unit)?;
    Some(unit.text.clone())
}

fn note(text: &Text<'_>, told: &Told<'_>) -> Source {
    Source { kind: SourceKind::Note, span: text.witness.tree.span(told.note.unit) }
}

fn wrong_day(text: &Text<'_>, told: &Told<'_>) -> Finding {
    Finding {
        kind: FindingKind::WrongActDay,
        address: told.targets.first().cloned().unwrap_or_default(),
        by: Some(told.by.clone()),
        expected: Some(told.by.adopted.to_string()),
        found: Some(told.event.by.adopted.to_string()),
        words: Vec::new(),
        severity: Severity::Medium,
        cause: Cause::Publisher,
        sources: vec![note(text, told)],
    }
}

fn not_ordered(text: &Text<'_>, told: &Told<'_>, target: &Address) -> Finding {
    Finding {
        kind: FindingKind::NoteWithoutOrder,
        address: target.clone(),
        by: Some(told.by.clone()),
        expected: None,
        found: said(text, told),
        words: Vec::new(),
        severity: Severity::Medium,
        cause: Cause::Publisher,
        sources: vec![note(text, told)],
    }
}

fn other_change(
    text: &Text<'_>,
    told: &Told<'_>,
    target: &Address,
    order: &Instruction,
) -> Finding {
    let source = Source { kind: SourceKind::Order, span: order.span.clone() };
    Finding {
        kind: FindingKind::NoteDiffers,
        address: target.clone(),
        by: Some(told.by.clone()),
        expected: Some(order.quote.clone()),
        found: said(text, told),
        words: Vec::new(),
        severity: Severity::Medium,
        cause: Cause::Publisher,
        sources: vec![source, note(text, told)],
    }
}

/// A note that gives another effect than the act's own clause.
fn other_effect(
    record: &ActRecord,
    text: &Text<'_>,
    told: &Told<'_>,
    order: &Instruction,
    target: &Address,
) -> Option<Finding> {
    let excepted = order.exceptions.iter().find(|(unit, _)| unit == target);
    let ordered = excepted.map(|(_, rule)| rule).or(order.in_force.as_ref())?;
    let noted = &told.event.effect;
    let names_a_day = |rule: &EffectRule| {
        !matches!(rule, EffectRule::SeeClause(_) | EffectRule::OnEvent(_) | EffectRule::Unstated)
    };
    if noted == ordered || !names_a_day(noted) || !names_a_day(ordered) {
        return None;
    }
    let (a, b) =
        (record.calendar.window(&told.by, noted), record.calendar.window(&told.by, ordered));
    // A day computed from the publication may stand for the rule.
    let computed = matches!(noted, EffectRule::OnDate(day) if b.earliest.is_none_or(|from| from <= *day)
        && b.latest.is_none_or(|to| *day <= to));
    if computed || a == b && a.day().is_some() {
        return None;
    }
    let source = Source { kind: SourceKind::Order, span: order.span.clone() };
    Some(Finding {
        kind: FindingKind::EffectDayDiffers,
        address: target.clone(),
        by: Some(told.by.clone()),
        expected: Some(ordered.to_string()),
        found: Some(noted.to_string()),
        words: Vec::new(),
        severity: Severity::High,
        cause: Cause::Publisher,
        sources: vec![source, note(text, told)],
    })
}
