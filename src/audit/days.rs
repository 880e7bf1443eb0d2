//! Days that cannot be, marks of approval with another day, and planned changes whose day has
//! come while the text still announces them.

use super::finding::{Cause, Finding, FindingKind, Severity, Source, SourceKind};
use super::steps::shown_on;
use super::text::{Text, Told};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::day::EffectRule;
use crate::model::evidence::Span;
use crate::model::tree::FaultKind;
use crate::timeline::record::{ActRecord, Witness};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Days that contradict each other in one text.
pub fn findings(record: &ActRecord, text: &Text<'_>, horizon: Option<Date>) -> Vec<Finding> {
    let mut findings = impossible(record, text);
    findings.extend(published(record, text));
    findings.extend(overdue(record, text, horizon));
    findings
}

fn dated(
    kind: FindingKind,
    address: Address,
    by: Option<&ActId>,
    expected: Option<String>,
    found: String,
    source: Source,
) -> Finding {
    Finding {
        kind,
        address,
        by: by.cloned(),
        expected,
        found: Some(found),
        words: Vec::new(),
        severity: Severity::Medium,
        cause: Cause::Unknown,
        sources: vec![source],
    }
}

fn note(text: &Text<'_>, told: &Told<'_>) -> Source {
    Source { kind: SourceKind::Note, span: text.witness.tree.span(told.note.unit) }
}

fn impossible(record: &ActRecord, text: &Text<'_>) -> Vec<Finding> {
    let adopted = record.id.adopted.0;
    let mut findings = Vec::new();
    for told in &text.told {
        let address = told.targets.first().cloned().unwrap_or_default();
        let printed = &told.event.by;
        if let Some(day) = &told.event.adopted_printed {
            let expected = Some(printed.adopted.to_string());
            let (kind, source) = (FindingKind::WrongActDay, note(text, told));
            let mut wrong = dated(kind, address, Some(printed), expected, day.clone(), source);
            wrong.cause = Cause::Copy;
            findings.push(wrong);
            continue;
        }
        let found = match &told.event.effect {
            _ if printed.adopted.0 < adopted => Some(printed.adopted.to_string()),
            _ if text.witness.retrieved.is_some_and(|taken| taken < printed.adopted.0) => {
                Some(printed.adopted.to_string())
            }
            EffectRule::OnDate(day) if *day < adopted => Some(day.to_string()),
            _ => None,
        };
        let Some(found) = found.filter(|_| !told.wrong_day) else { continue };
        let (kind, source) = (FindingKind::ImpossibleDay, note(text, told));
        let expected = Some(adopted.to_string());
        let mut finding = dated(kind, address, Some(printed), expected, found, source);
        finding.cause = Cause::Publisher;
        findings.push(finding);
    }
    findings
}

/// Acts whose known day of publication makes another day of effect than the one that is known:
/// one of the two, or the rule, must be wrong.
fn published(record: &ActRecord, text: &Text<'_>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let told = text.told.iter().filter(|told| told.tells_of_change() && seen.insert(&told.by));
    told.filter_map(|told| {
        let by = &told.by;
        let known = record.calendar.facts.in_force(by)?;
        let days = record.calendar.days(by);
        days.published?;
        let computed = told.event.effect.window(&days).day().filter(|day| *day != known)?;
        let address = told.targets.first().cloned().unwrap_or_default();
        let (kind, source) = (FindingKind::PublicationContradicts, note(text, told));
        let expected = Some(computed.to_string());
        Some(dated(kind, address, Some(by), expected, known.to_string(), source))
    })
    .collect()
}

/// Announced changes whose day lies before the day for which the text speaks, and which neither
/// this nor another note tells to be carried out.
fn overdue(record: &ActRecord, text: &Text<'_>, horizon: Option<Date>) -> Vec<Finding> {
    let Some(shown) = shown_on(record, text).max(text.witness.retrieved) else { return Vec::new() };
    let shown = horizon.map_or(shown, |horizon| shown.min(horizon));
    let mut findings = Vec::new();
    for told in text.told.iter().filter(|told| told.event.kind.is_planned()) {
        let window = record.calendar.window(&told.by, &told.event.effect);
        let Some(day) = window.latest.filter(|day| *day <= shown) else { continue };
        for target in &told.targets {
            let done = text.told.iter().any(|other| {
                other.by == told.by
                    && other.tells_of_change()
                    && other
                        .targets
                        .iter()
                        .any(|place| text.covers(place, target) || place.is_within(target))
            });
            if done {
                continue;
            }
            let (announced, shown) = (day.to_string(), shown.to_string());
            let mut finding = dated(
                FindingKind::PlannedOverdue,
                target.clone(),
                Some(&told.by),
                Some(announced),
                shown,
                note(text, told),
            );
            finding.severity = Severity::High;
            finding.cause = Cause::Publisher;
            findings.push(finding);
        }
    }
    findings
}

/// Marks of approval that give another day than the act's own.
pub fn stamps(witness: &Witness) -> Vec<Finding> {
    let tree = &witness.tree;
    let wrong = tree.faults.iter().filter(|fault| fault.kind == FaultKind::WrongDate);
    wrong
        .map(|fault| {
            let inside = |unit: &&crate::model::tree::Unit| {
                unit.lines.0 <= fault.line && fault.line <= unit.lines.1
            };
            let unit = tree.units.iter().find(inside);
            let address = unit.map(|unit| unit.address.prefixed(&witness.component));
            let span = Span {
                source: tree.source.clone(),
                bytes: fault.bytes.clone(),
                lines: (fault.line, fault.line),
            };
            dated(
                FindingKind::WrongStampDay,
                address.unwrap_or_default(),
                None,
                Some(fault.reading.clone()),
                fault.printed.clone(),
                Source { kind: SourceKind::Text, span },
            )
        })
        .collect()
}
