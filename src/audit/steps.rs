//! What lies between two texts of an act, or between its adoption and a text: orders of the
//! corpus, and changes that notes alone tell, in the order in which they take effect.

use super::text::{Text, Told};
use crate::amend::apply::folded;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::day::EffectRule;
use crate::model::event::EventKind;
use crate::model::instruction::{Instruction, Operation};
use crate::timeline::record::{ActRecord, Amender};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is done in a step.
#[derive(Clone, Copy, Debug)]
pub enum Deed<'a> {
    /// An order, with its amending act.
    Order(&'a Amender, &'a Instruction),
    /// What a note tells of an act whose orders are not known, at one of its targets.
    Told(&'a Told<'a>, &'a Address),
}

/// One change on the way.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The act that makes it.
    pub by: &'a ActId,
    /// What it does.
    pub deed: Deed<'a>,
}

/// The acts that a text has carried out.
///
/// Those that its notes name; those adopted before the last of them that had taken effect by
/// then, and those that had when the text was taken from its publisher; and those whose new text
/// it prints although no note names them.
pub fn carried_out<'a>(record: &'a ActRecord, text: &Text<'a>) -> BTreeSet<&'a ActId> {
    let applied: BTreeSet<&ActId> = text.applied().collect();
    let last = applied.iter().map(|act| act.adopted).max();
    let shown = shown_on(record, text);
    let planned = |id: &ActId| text.told.iter().any(|told| told.by == *id && !applied.contains(id));
    let retrieved = text.witness.retrieved;
    let before = |amender: &Amender| {
        let earlier = last.is_some_and(|last| amender.id.adopted <= last);
        let by = if earlier { shown } else { retrieved };
        amender.orders.iter().any(|order| {
            let rule = order.in_force.clone().unwrap_or(EffectRule::Unstated);
            let latest = record.calendar.window(&amender.id, &rule).latest;
            latest.is_some() && latest <= by
        })
    };
    record
        .amenders
        .iter()
        .filter(|amender| {
            let id = &amender.id;
            applied.contains(id) || !planned(id) && (before(amender) || is_printed(text, amender))
        })
        .map(|amender| &amender.id)
        .collect()
}

/// The day for which a text speaks: that on which it was taken from its publisher, or on which
/// the last of the changes that its notes name had taken effect.
pub fn shown_on(record: &ActRecord, text: &Text<'_>) -> Option<Date> {
    let told = text.told.iter().filter(|told| told.tells_of_change());
    let days = told.filter_map(|told| record.calendar.window(&told.by, &told.event.effect).latest);
    days.chain(text.witness.retrieved).max()
}

/// True where most of the units that an act brings are printed as it brings them.
fn is_printed(text: &Text<'_>, amender: &Amender) -> bool {
    let orders = amender.orders.iter().filter(|order| order.read);
    let brought: Vec<_> = orders
        .flat_map(|order| &order.new_units)
        .filter(|unit| unit.words().chars().count() > 8 && text.reaches(&unit.address))
        .collect();
    let same = |unit: &&&crate::model::tree::Unit| {
        let words = folded(unit.words());
        let owner = unit.address.parent().unwrap_or_default();
        // Unnumbered paragraphs may have moved since.
        let printed = text.inside(&owner).filter(|(address, _)| {
            **address == unit.address || address.parent().as_ref() == Some(&owner)
        });
        printed
            .map(|(_, index)| &text.witness.tree.units[index])
            .any(|printed| folded(printed.words()) == words)
    };
    !brought.is_empty() && brought.iter().filter(same).count() * 2 > brought.len()
}

/// The steps that `text` has gone through and `before` has not, in order.
pub fn between<'a>(
    record: &'a ActRecord,
    text: &'a Text<'a>,
    carried: &BTreeSet<&'a ActId>,
    before: Option<(&Text<'a>, &BTreeSet<&'a ActId>)>,
) -> Vec<Step<'a>> {
    let mut steps: Vec<(Option<Date>, Step<'a>)> = Vec::new();
    let window = |by: &ActId, rule: &EffectRule| {
        let window = record.calendar.window(by, rule);
        window.latest.or(window.earliest)
    };
    for amender in &record.amenders {
        let id = &amender.id;
        if !carried.contains(id) || before.is_some_and(|(_, before)| before.contains(id)) {
            continue;
        }
        for order in &amender.orders {
            let rule = order.in_force.clone().unwrap_or(EffectRule::Unstated);
            let step = Step { by: id, deed: Deed::Order(amender, order) };
            steps.push((window(id, &rule), step));
        }
    }
    let known: BTreeSet<&ActId> = before.iter().flat_map(|(before, _)| before.applied()).collect();
    for told in text.told.iter().filter(|told| told.tells_of_change()) {
        if known.contains(&told.by) {
            continue;
        }
        let amender = record.amenders.iter().find(|amender| amender.id == told.by);
        for target in &told.targets {
            if amender.is_some_and(|amender| amender.complete || explains(amender, target)) {
                continue;
            }
            let step = Step { by: &told.by, deed: Deed::Told(told, target) };
            steps.push((window(&told.by, &told.event.effect), step));
        }
    }
    // The order of a list is kept where days and acts are the same.
    steps.sort_by(|(a_day, a), (b_day, b)| (a_day, a.by).cmp(&(b_day, b.by)));
    steps.into_iter().map(|(_, step)| step).collect()
}

/// True where an order that was understood does what a note tells of a place.
fn explains(amender: &Amender, target: &Address) -> bool {
    amender
        .orders
        .iter()
        .any(|order| order.read && order.targets.iter().any(|order| order == target))
}

impl Step<'_> {
    /// What the step leaves without the words that stood there: a unit that is worded anew,
    /// comes, or goes, with everything inside.
    pub fn replaces(&self) -> Vec<&Address> {
        match self.deed {
            Deed::Order(_, order) => match order.operation {
                Operation::Replace
                | Operation::ReplaceByAnnex
                | Operation::ReplaceIndents
                | Operation::Insert
                | Operation::Delete
                | Operation::Repeal
                    if order.sentences.is_empty() =>
                {
                    order.targets.iter().collect()
                }
                _ => Vec::new(),
            },
            Deed::Told(told, target) => match told.event.kind {
                EventKind::NewRedaction
                | EventKind::Added
                | EventKind::Excluded
                | EventKind::Repealed => vec![target],
                _ => Vec::new(),
            },
        }
    }
}
