//! Citations of a text within its own act → those that lead to a unit which is gone or never was,
//! with the change that took it away where one did.

use super::finding::{Cause, Finding, FindingKind, Severity, Source, SourceKind};
use super::replay::Replay;
use super::steps::Deed;
use super::text::Text;
use crate::model::act::{ActId, ActType};
use crate::model::address::Address;
use crate::model::event::EventKind;
use crate::model::evidence::Span;
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, Unit, UnitIndex};
use crate::refs::{self, CitedAct, Names};
use crate::terms::{self, Passage};

/// A citation of a provision of the act that cites.
struct Cited {
    from: Address,
    to: Address,
    words: String,
    span: Span,
}

/// The citations of a text within its own act; `form` is that of the act.
fn read(text: &Text<'_>, form: ActType) -> Vec<Cited> {
    let mut units: Vec<(&Address, UnitIndex)> = text.units().collect();
    units.sort_by_key(|(_, index)| *index);
    let tree = &text.witness.tree;
    let groups: Vec<Vec<Address>> =
        units.iter().map(|(address, _)| text.groups(address).to_vec()).collect();
    let standing = |unit: &&Unit| unit.status == PrintedStatus::InForce;
    let passages: Vec<Passage<'_>> = units
        .iter()
        .zip(&groups)
        .filter_map(|((address, index), groups)| {
            let unit = Some(&tree.units[*index]).filter(standing)?;
            let (kind, body) = (unit.kind, unit.body);
            Some(Passage { address, kind, text: &unit.text, body, groups })
        })
        .collect();
    let titles: Vec<(Address, String)> = passages
        .iter()
        .filter(|passage| passage.kind == Kind::Title)
        .map(|passage| (passage.address.component(), passage.text.to_owned()))
        .collect();
    let names = Names::of(&terms::read(passages.iter().copied()), &titles);
    let mut cited = Vec::new();
    for passage in &passages {
        for reference in refs::read(passage, &names, form) {
            let own = reference.act == CitedAct::Own && !reference.presumed;
            let Some(span) = text.span(passage.address).filter(|_| own) else { continue };
            let words = passage.text.get(reference.bytes.clone()).unwrap_or_default();
            cited.extend(reference.targets.into_iter().map(|target| Cited {
                from: passage.address.clone(),
                to: target.address,
                words: words.to_owned(),
                span: span.clone(),
            }));
        }
    }
    cited
}

/// Citations that lead nowhere. A text that was cut off before the place says nothing of it.
pub fn findings(text: &Text<'_>, replay: &Replay<'_>, form: ActType) -> Vec<Finding> {
    let cited = read(text, form);
    let nowhere = cited.iter().filter(|one| text.reaches(&one.to) && !text.stands(&one.to));
    nowhere.map(|one| finding(text, replay, one)).collect()
}

fn finding(text: &Text<'_>, replay: &Replay<'_>, cited: &Cited) -> Finding {
    let (by, source) = match taken_by(text, replay, &cited.to) {
        Some((by, source)) => (Some(by), Some(source)),
        None => (None, None),
    };
    let here = Source { kind: SourceKind::Text, span: cited.span.clone() };
    Finding {
        kind: FindingKind::DanglingReference,
        address: cited.from.clone(),
        expected: Some(cited.to.to_string()),
        found: Some(cited.words.clone()),
        words: Vec::new(),
        severity: Severity::High,
        // Who takes a unit out has to look to those that cite it.
        cause: if by.is_some() { Cause::Drafter } else { Cause::Unknown },
        by,
        sources: source.into_iter().chain([here]).collect(),
    }
}

/// The change that took a unit away: an order, or what a note tells.
fn taken_by(text: &Text<'_>, replay: &Replay<'_>, address: &Address) -> Option<(ActId, Source)> {
    let ordered = replay.steps.iter().rev().find_map(|step| match step.deed {
        Deed::Order(amender, order) => {
            let mut replaced = step.replaces().into_iter();
            let source = Source { kind: SourceKind::Order, span: order.span.clone() };
            replaced.any(|outer| text.covers(outer, address)).then(|| (amender.id.clone(), source))
        }
        Deed::Told(..) => None,
    });
    ordered.or_else(|| {
        let gone = |kind| {
            matches!(kind, EventKind::Excluded | EventKind::Repealed | EventKind::NewRedaction)
        };
        let told = text.told.iter().rev().find(|told| {
            gone(told.event.kind) && told.targets.iter().any(|outer| text.covers(outer, address))
        })?;
        let span = text.witness.tree.span(told.note.unit);
        Some((told.by.clone(), Source { kind: SourceKind::Note, span }))
    })
}
