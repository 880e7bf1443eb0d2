//! Faults of a copy → letters of another script inside Kazakh words, which the text before did not
//! have there. The meaning is the same; whoever searches the text is misled.

use super::finding::{Cause, Finding, FindingKind, Severity, Source, SourceKind};
use super::text::Text;
use crate::model::address::Address;
use crate::model::evidence::Span;
use crate::model::tree::{Fault, FaultKind, PrintedStatus, Tree};
use std::collections::HashSet;
use std::ops::Range;

/// Units with such words that are named one by one; where there are more, the copy as a whole is
/// written so, and is named once.
const NAMED: usize = 10;

/// Look-alike letters in a text.
pub fn findings(text: &Text<'_>, before: Option<&Text<'_>>) -> Vec<Finding> {
    let tree = &text.witness.tree;
    let known: HashSet<&str> = before
        .iter()
        .flat_map(|before| strange(&before.witness.tree))
        .map(|fault| fault.printed.as_str())
        .collect();
    // The words of a tombstone are the editor's.
    let standing =
        text.units().filter(|(_, unit)| tree.units[*unit].status == PrintedStatus::InForce);
    let mut pieces: Vec<(&Range<usize>, &Address)> = standing
        .flat_map(|(address, unit)| tree.units[unit].pieces.iter().map(move |p| (p, address)))
        .collect();
    pieces.sort_by_key(|(piece, _)| piece.start);
    let mut found: Vec<(&Fault, Address)> = Vec::new();
    for fault in strange(tree).filter(|fault| !known.contains(fault.printed.as_str())) {
        let behind = pieces.partition_point(|(piece, _)| piece.start <= fault.bytes.start);
        let around = behind.checked_sub(1).and_then(|at| pieces.get(at));
        if let Some((_, address)) = around.filter(|(piece, _)| fault.bytes.end <= piece.end) {
            found.push((fault, (*address).clone()));
        }
    }
    if found.len() > NAMED {
        let Some((first, _)) = found.first().cloned() else { return Vec::new() };
        let words: Vec<&str> =
            found.iter().take(NAMED).map(|(fault, _)| fault.printed.as_str()).collect();
        let readings: Vec<&str> =
            found.iter().take(NAMED).map(|(fault, _)| fault.reading.as_str()).collect();
        let address = text.witness.component.clone();
        return vec![finding(tree, first, address, readings.join(", "), words.join(", "))];
    }
    found
        .into_iter()
        .map(|(fault, address)| {
            finding(tree, fault, address, fault.reading.clone(), fault.printed.clone())
        })
        .collect()
}

fn strange(tree: &Tree) -> impl Iterator<Item = &Fault> {
    tree.faults.iter().filter(|fault| fault.kind == FaultKind::ForeignLetter)
}

fn finding(
    tree: &Tree,
    fault: &Fault,
    address: Address,
    expected: String,
    found: String,
) -> Finding {
    let span = Span {
        source: tree.source.clone(),
        bytes: fault.bytes.clone(),
        lines: (fault.line, fault.line),
    };
    Finding {
        kind: FindingKind::LookAlikeLetters,
        address,
        by: None,
        expected: Some(expected),
        found: Some(found),
        words: Vec::new(),
        severity: Severity::Low,
        cause: Cause::Copy,
        sources: vec![Source { kind: SourceKind::Text, span }],
    }
}
