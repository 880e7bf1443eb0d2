//! Orders on the whole text, and notes that tell of such → words that were to be replaced and
//! still stand; and lists of words that were to be paired and are not of one length.

use super::finding::{Cause, Finding, FindingKind, Severity, Source, SourceKind};
use super::replay::{Replay, is_everywhere};
use super::steps::Deed;
use super::text::Text;
use crate::amend::apply::{Problem, forms};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::event::EventKind;
use crate::model::evidence::Span;
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, UnitIndex};

/// Words that stand where they should not.
pub struct Left {
    /// The unit.
    pub address: Address,
    /// Its place in the text.
    pub unit: UnitIndex,
    /// The words as printed.
    pub words: String,
    /// The words that should stand there; `None` where the order does not tell, which quotes
    /// another form or lists that do not pair.
    pub instead: Option<String>,
    /// True where they stand as quoted.
    pub as_quoted: bool,
}

/// What an order on the whole text left behind; `number` is its step.
pub fn of_order(
    text: &Text<'_>,
    replay: &Replay<'_>,
    number: usize,
    order: &Instruction,
) -> Vec<Left> {
    let targets: Vec<&Address> = order.targets.iter().collect();
    left(text, replay, number, &targets, (&order.old_words, &order.new_words))
}

fn left(
    text: &Text<'_>,
    replay: &Replay<'_>,
    number: usize,
    targets: &[&Address],
    (old, new): (&[String], &[String]),
) -> Vec<Left> {
    let mut all = Vec::new();
    if old.is_empty() {
        return all;
    }
    let instead = |word: usize| match new {
        [only] => Some(only.clone()),
        new if new.len() == old.len() => new.get(word).cloned(),
        _ => None,
    };
    let mut printed: Vec<(&Address, UnitIndex)> = text.units().collect();
    printed.sort_by_key(|(_, index)| *index);
    for (address, index) in printed {
        let unit = &text.witness.tree.units[index];
        let meant = targets.iter().any(|target| address.is_within(target));
        let provision = !matches!(unit.kind, Kind::Title | Kind::Annex);
        if !meant || !provision || unit.status != PrintedStatus::InForce {
            continue;
        }
        // What came later was worded by somebody else; what the same act worded, by itself.
        let own = replay.origin(address).is_some_and(|step| step != number);
        if own || replay.replaced_after(address, number, text).is_some() {
            continue;
        }
        let words = unit.words();
        let brought = forms(new, words);
        for form in forms(old, words) {
            let inside = |other: &crate::amend::apply::Form| {
                other.bytes.start <= form.bytes.start && form.bytes.end <= other.bytes.end
            };
            if brought.iter().any(inside) {
                continue;
            }
            all.push(Left {
                address: address.clone(),
                unit: index,
                words: words[form.bytes.clone()].to_owned(),
                instead: instead(form.word).filter(|_| form.as_quoted),
                as_quoted: form.as_quoted,
            });
        }
    }
    all
}

/// What every order and every note on the whole text left behind, and lists that do not pair.
pub fn findings(text: &Text<'_>, replay: &Replay<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, step) in replay.steps.iter().enumerate() {
        match step.deed {
            Deed::Order(amender, order) => {
                let unequal = replay.refused.get(&number) == Some(&Problem::UnequalLists);
                if unequal {
                    findings.push(pairs(&amender.id, order));
                }
                if is_everywhere(order.operation) && order.read {
                    let left = of_order(text, replay, number, order);
                    let source = Source { kind: SourceKind::Order, span: order.span.clone() };
                    let words = |left| finding(text, &amender.id, &source, left);
                    findings.extend(left.into_iter().map(words));
                }
            }
            Deed::Told(told, target) if told.event.kind == EventKind::WordsReplaced => {
                let span = text.witness.tree.span(told.note.unit);
                let source = Source { kind: SourceKind::Note, span };
                let words = (&told.note.old_words[..], &told.note.new_words[..]);
                let left = left(text, replay, number, &[target], words);
                let words = |left| finding(text, &told.by, &source, left);
                findings.extend(left.into_iter().map(words));
            }
            Deed::Told(..) => {}
        }
    }
    findings
}

fn finding(text: &Text<'_>, by: &ActId, source: &Source, left: Left) -> Finding {
    let here = text.witness.tree.span(left.unit);
    Finding {
        kind: FindingKind::LeftBehind,
        address: left.address,
        by: Some(by.clone()),
        expected: left.instead,
        found: Some(left.words),
        words: Vec::new(),
        severity: if left.as_quoted { Severity::Medium } else { Severity::Low },
        cause: if left.as_quoted { Cause::Publisher } else { Cause::Drafter },
        sources: vec![source.clone(), Source { kind: SourceKind::Text, span: here }],
    }
}

/// An order whose lists of old and new words cannot be paired.
pub fn pairs(by: &ActId, order: &Instruction) -> Finding {
    let listed = |words: &[String]| {
        let quoted: Vec<String> = words.iter().map(|word| format!("«{word}»")).collect();
        quoted.join(", ")
    };
    let span: Span = order.span.clone();
    Finding {
        kind: FindingKind::UnequalLists,
        address: order.targets.first().cloned().unwrap_or_default(),
        by: Some(by.clone()),
        expected: Some(listed(&order.old_words)),
        found: Some(listed(&order.new_words)),
        words: Vec::new(),
        severity: Severity::Medium,
        cause: Cause::Drafter,
        sources: vec![Source { kind: SourceKind::Order, span }],
    }
}
