//! Citations of a text within its own act → those that lead to a unit which is gone or never was,
//! with the change that took it away where one did. Who cites what is read elsewhere.

use super::finding::{Cause, Finding, FindingKind, Severity, Source, SourceKind};
use super::replay::Replay;
use super::steps::Deed;
use super::text::Text;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::event::EventKind;
use crate::model::evidence::Span;

/// A citation of a provision of the act that cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The unit that cites; component prefix included.
    pub from: Address,
    /// The numbered unit that is cited; component prefix included.
    pub to: Address,
    /// The words of the citation.
    pub words: String,
    /// Where they stand.
    pub span: Span,
}

/// Citations that lead nowhere. A text that was cut off before the place says nothing of it.
pub fn findings(text: &Text<'_>, replay: &Replay<'_>, cited: &[Cited]) -> Vec<Finding> {
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
