//! Everything known of one act → where its texts, their notes and the amending acts disagree, and
//! how every order closed. Asks each later text, on what its predecessor says, whether it prints
//! what the orders between make of it; what cannot be asked is said.

mod compare;
mod days;
pub mod finding;
mod leftovers;
mod letters;
mod notes;
mod numbering;
mod orders;
mod references;
mod replay;
mod steps;
mod text;
mod wording;

use crate::model::act::ActId;
use crate::model::evidence::{EvidenceKind, Span};
use crate::source::card::Role;
use crate::timeline::record::{ActRecord, Witness};
use finding::{Account, Audit, Closing, Compared, FindingKind, Obstacle};
use jiff::civil::Date;
use orders::{Bench, ByStep};
use replay::Replay;
use std::collections::{BTreeSet, HashSet};
use text::Text;
use wording::Vocabulary;

/// Audits an act. `horizon` is the last day up to which the corpus knows it.
pub fn audit(record: &ActRecord, horizon: Option<Date>) -> Audit {
    let texts: Vec<Text<'_>> =
        record.witnesses.iter().map(|witness| Text::new(record, witness)).collect();
    let carried: Vec<BTreeSet<&ActId>> =
        texts.iter().map(|text| carried_out(record, text)).collect();
    let mut vocabulary = Vocabulary::of(record.witnesses.iter().map(|text| text.tree.as_ref()));
    for order in record.amenders.iter().flat_map(|amender| &amender.orders) {
        order.new_units.iter().for_each(|unit| vocabulary.add(&unit.text));
        order.new_words.iter().for_each(|words| vocabulary.add(words));
    }
    let mut audit = Audit::default();
    for (number, text) in texts.iter().enumerate() {
        audit.findings.extend(days::stamps(text.witness));
        if !is_consolidated(text.witness) {
            audit.findings.extend(numbering::findings(text, &[]));
            continue;
        }
        let before = predecessor(&texts, &carried, number);
        let earlier = before.map(|before| (&texts[before], &carried[before]));
        let steps = steps::between(record, text, &carried[number], earlier);
        let before = before.map(|before| &texts[before]);
        let replay = Replay::new(before, text, &steps);
        let comparison = compare::compare(&replay, text);
        let bench = Bench {
            text,
            before,
            replay: &replay,
            comparison: &comparison,
            vocabulary: &vocabulary,
            by_step: ByStep::new(&replay, &comparison),
        };
        let (accounts, mut found) = orders::close(&bench);
        found.extend(notes::findings(record, text, &accounts));
        found.extend(leftovers::findings(text, &replay));
        let moved = found.iter().filter(|one| one.kind == FindingKind::Renumbered);
        let moved: Vec<_> = moved.map(|one| one.address.clone()).collect();
        found.extend(numbering::findings(text, &moved));
        found.extend(days::findings(record, text, horizon));
        found.extend(letters::findings(text, before));
        found.extend(references::findings(text, &replay, record.id.form));
        let differing = comparison.differences.len();
        audit.texts.push(Compared {
            file: text.witness.tree.source.file.to_string(),
            before: before.map(|before| before.witness.tree.source.file.to_string()),
            units: text.units().count(),
            compared: comparison.same.len() + differing,
            unknown: comparison.unknown + comparison.changed_since.len(),
        });
        audit.orders.extend(accounts);
        audit.findings.extend(found);
    }
    unasked(record, &mut audit);
    drop_doubles(&mut audit);
    audit
}

fn carried_out<'a>(record: &'a ActRecord, text: &Text<'a>) -> BTreeSet<&'a ActId> {
    match is_consolidated(text.witness) {
        true => steps::carried_out(record, text),
        false => BTreeSet::new(),
    }
}

/// True for a text that somebody made of the act and its changes.
fn is_consolidated(witness: &Witness) -> bool {
    witness.role == Role::Consolidated || witness.evidence_kind() == EvidenceKind::Consolidated
}

/// The latest text of the same document that has carried out fewer changes than this one.
fn predecessor(texts: &[Text<'_>], carried: &[BTreeSet<&ActId>], number: usize) -> Option<usize> {
    let text = &texts[number];
    let told = |text: &Text<'_>, carried: &BTreeSet<&ActId>| -> BTreeSet<ActId> {
        text.applied().cloned().chain(carried.iter().map(|act| (*act).clone())).collect()
    };
    let own = told(text, &carried[number]);
    let mut best: Option<(usize, usize)> = None;
    for (other, earlier) in texts.iter().enumerate() {
        let component = &earlier.witness.component;
        if other == number || *component != text.witness.component {
            continue;
        }
        let acts = told(earlier, &carried[other]);
        let original = !is_consolidated(earlier.witness);
        let before = original || acts.is_subset(&own) && acts.len() < own.len();
        if before && best.is_none_or(|(_, most)| acts.len() >= most) {
            best = Some((other, if original { 0 } else { acts.len() }));
        }
    }
    best.map(|(other, _)| other)
}

/// Orders that no text could be asked about.
fn unasked(record: &ActRecord, audit: &mut Audit) {
    let some_text = record.witnesses.iter().any(is_consolidated);
    let place = |span: &Span| (span.source.file.clone(), span.bytes.start, span.bytes.end);
    let asked: HashSet<_> = audit.orders.iter().map(|account| place(&account.order)).collect();
    for amender in &record.amenders {
        for order in &amender.orders {
            if asked.contains(&place(&order.span)) {
                continue;
            }
            for target in &order.targets {
                audit.orders.push(Account {
                    by: amender.id.clone(),
                    order: order.span.clone(),
                    operation: order.operation,
                    address: target.clone(),
                    text: None,
                    closing: Closing::NotCheckable,
                    obstacle: Some(match (order.read, some_text) {
                        (false, _) => Obstacle::NotUnderstood,
                        (true, true) => Obstacle::TextEarlier,
                        (true, false) => Obstacle::NoText,
                    }),
                    superseded_by: None,
                });
            }
        }
    }
}

/// What two texts share is said once.
fn drop_doubles(audit: &mut Audit) {
    let mut said = HashSet::new();
    audit.findings.retain(|one| {
        let last = one.sources.last().map(|source| source.span.clone());
        said.insert((one.kind, one.address.clone(), one.by.clone(), one.found.clone(), last))
    });
}
