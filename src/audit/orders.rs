//! Every order against the text: how it closed at each of its targets, and the findings where the
//! text says something else. An order that nothing can be said of says why.

use super::compare::{Comparison, Difference, How};
use super::finding::{
    Account, Cause, Closing, Finding, FindingKind, Obstacle, Severity, Source, SourceKind,
};
use super::leftovers;
use super::replay::{Replay, is_everywhere, is_on_words};
use super::steps::Deed;
use super::text::{Text, is_compared};
use super::wording::{Vocabulary, is_same, judge};
use crate::amend::apply::{Problem, forms};
use crate::model::address::{Address, Step};
use crate::model::evidence::Span;
use crate::model::instruction::{Instruction, Operation};
use std::collections::BTreeMap;

/// What is looked at together.
pub struct Bench<'a, 'r> {
    /// The audited text.
    pub text: &'a Text<'a>,
    /// The text before it.
    pub before: Option<&'a Text<'a>>,
    /// What it should say.
    pub replay: &'a Replay<'r>,
    /// Where it does and does not.
    pub comparison: &'a Comparison,
    /// The words of all texts at hand.
    pub vocabulary: &'a Vocabulary,
    /// What was compared, by the step that gave the words.
    pub by_step: ByStep<'a>,
}

/// What was compared, by the step that gave the words.
#[derive(Default)]
pub struct ByStep<'a> {
    differences: BTreeMap<usize, Vec<usize>>,
    extra: Vec<usize>,
    same: BTreeMap<usize, Vec<&'a Address>>,
    since: BTreeMap<usize, Vec<(&'a Address, Option<usize>)>>,
}

impl<'a> ByStep<'a> {
    /// Sorts a comparison.
    pub fn new(replay: &Replay<'_>, comparison: &'a Comparison) -> Self {
        let mut sorted = ByStep::default();
        for (at, one) in comparison.differences.iter().enumerate() {
            if let Some(step) = one.step {
                sorted.differences.entry(step).or_default().push(at);
            }
            if one.how == How::Extra {
                sorted.extra.push(at);
            }
        }
        for address in &comparison.same {
            if let Some(step) = replay.origin(address) {
                sorted.same.entry(step).or_default().push(address);
            }
        }
        for (address, since) in &comparison.changed_since {
            if let Some(step) = replay.origin(address) {
                sorted.since.entry(step).or_default().push((address, *since));
            }
        }
        sorted
    }
}

/// Closes every order, and words what differs.
pub fn close(bench: &Bench<'_, '_>) -> (Vec<Account>, Vec<Finding>) {
    let mut accounts = Vec::new();
    let mut findings = Vec::new();
    let mut said = vec![false; bench.comparison.differences.len()];
    for (number, step) in bench.replay.steps.iter().enumerate() {
        let Deed::Order(amender, order) = step.deed else { continue };
        for target in &order.targets {
            let closed = bench.closing(number, order, target);
            if closed.0 == Closing::NotCarriedOut {
                let own = bench.differences(number, order, target);
                findings.push(bench.not_carried_out(number, order, target, &own));
                own.iter().for_each(|at| said[*at] = true);
            }
            accounts.push(Account {
                by: amender.id.clone(),
                order: order.span.clone(),
                operation: order.operation,
                address: target.clone(),
                text: bench.text.around(target).or_else(|| bench.text.opening()),
                closing: closed.0,
                obstacle: closed.1,
                superseded_by: closed.2.map(|step| bench.replay.by(step).clone()),
            });
        }
    }
    for (difference, said) in bench.comparison.differences.iter().zip(said) {
        if !said && !bench.is_left(difference) {
            findings.push(bench.differs(difference));
        }
    }
    (accounts, findings)
}

type Closed = (Closing, Option<Obstacle>, Option<usize>);

impl Bench<'_, '_> {
    fn closing(&self, number: usize, order: &Instruction, target: &Address) -> Closed {
        let cannot = |obstacle| (Closing::NotCheckable, Some(obstacle), None);
        if !order.read {
            return cannot(Obstacle::NotUnderstood);
        }
        if order.operation == Operation::Suspend {
            return cannot(Obstacle::NoWords);
        }
        if !self.text.reaches(target) {
            return cannot(Obstacle::BeyondText);
        }
        if let Some(later) = self.replay.replaced_after(target, number, self.text) {
            return (Closing::Superseded, None, Some(later));
        }
        if is_everywhere(order.operation) {
            return self.everywhere(number, order);
        }
        if let Some(problem) = self.replay.refused.get(&number) {
            return self.by_print(number, order, target, *problem);
        }
        let own = self.differences(number, order, target);
        let here = |address: &Address| self.belongs(order, target, address);
        let same = self.by_step.same.get(&number).into_iter().flatten();
        let same = same.filter(|address| here(address)).count();
        let since = self.by_step.since.get(&number).into_iter().flatten();
        let since: Vec<Option<usize>> =
            since.filter(|(at, _)| here(at)).map(|(_, step)| *step).collect();
        if !own.is_empty() {
            let untouched = own.iter().all(|at| self.is_untouched(*at));
            let all = same == 0 && untouched;
            return (if all { Closing::NotCarriedOut } else { Closing::Differs }, None, None);
        }
        match (same, since.as_slice()) {
            (0, []) if is_on_words(order.operation) => self.reworded_since(number, order, target),
            (0, []) if takes_out(order) && self.replay.from_text => {
                (Closing::Identical, None, None)
            }
            (0, []) => self.later_words(number, target),
            (0, steps) => (Closing::Superseded, None, steps.iter().flatten().min().copied()),
            _ => (Closing::Identical, None, None),
        }
    }

    /// An order all of whose units got other words from later orders.
    fn later_words(&self, number: usize, target: &Address) -> Closed {
        match self.replay.origin(target) {
            Some(later) if later > number => (Closing::Superseded, None, Some(later)),
            _ => (Closing::NotCheckable, Some(Obstacle::WordsBeforeUnknown), None),
        }
    }

    fn reworded_since(&self, number: usize, order: &Instruction, target: &Address) -> Closed {
        // What was reworded here may have been reworded again, and is compared there.
        let mut inside = self.comparison.same.range(target.clone()..);
        if inside.next().is_some_and(|address| address.is_within(target)) {
            return (Closing::Identical, None, None);
        }
        self.by_print(number, order, target, Problem::WordsUnknown)
    }

    /// True where a place is one that the order speaks of at this target.
    fn belongs(&self, order: &Instruction, target: &Address, address: &Address) -> bool {
        let heading = target.parent().as_ref() == Some(address) && is_on_words(order.operation);
        let inside = self.text.covers(target, address) || heading;
        let grouped = order.new_units.iter().any(|unit| unit.address == *address);
        inside || grouped && order.targets.len() == 1
    }

    fn differences(&self, number: usize, order: &Instruction, target: &Address) -> Vec<usize> {
        let all = &self.comparison.differences;
        let own = self.by_step.differences.get(&number).into_iter().flatten();
        let own = own.filter(|at| self.belongs(order, target, &all[**at].meant));
        let extra = self.by_step.extra.iter();
        let extra = extra.filter(|at| self.is_what_goes(order, target, &all[**at]));
        let mut own: Vec<usize> = own.chain(extra).copied().collect();
        own.dedup();
        own
    }

    /// True for an unnumbered paragraph that the order takes out and that still stands.
    fn is_what_goes(&self, order: &Instruction, target: &Address, one: &Difference) -> bool {
        let paragraph = takes_out(order) && matches!(target.last(), Some(Step::Text(_)));
        let beside = one.how == How::Extra && one.address.parent() == target.parent();
        let found = one.found.as_deref().unwrap_or_default();
        let gone = || self.before.and_then(|before| before.unit(target));
        paragraph && beside && gone().is_some_and(|unit| is_same(&unit.text, found))
    }

    /// True where the text stands as it did before the order.
    fn is_untouched(&self, at: usize) -> bool {
        let one = &self.comparison.differences[at];
        match one.how {
            How::Missing | How::StillStands => true,
            How::Words => self.stands_as_before(one),
            // Only what an order was to take out comes here.
            How::Extra => one.step.is_none(),
            How::Renumbered(_) => false,
        }
    }

    fn stands_as_before(&self, one: &Difference) -> bool {
        let before = self.before.and_then(|before| before.unit(&one.address));
        let found = one.found.as_deref().unwrap_or_default();
        before.is_some_and(|unit| is_same(&unit.text, found))
    }

    /// An order on the whole text: what it was to replace and still stands.
    fn everywhere(&self, number: usize, order: &Instruction) -> Closed {
        let left = leftovers::of_order(self.text, self.replay, number, order);
        let mut touched = self.differences(number, order, &self.text.witness.component);
        touched.retain(|at| !self.is_left(&self.comparison.differences[*at]));
        match (left.is_empty(), touched.is_empty()) {
            (_, false) => (Closing::Differs, None, None),
            (false, _) => (Closing::LeftBehind, None, None),
            (true, true) => (Closing::Identical, None, None),
        }
    }

    /// True for a place that an order on the whole text was to reword and that stands as it did:
    /// the words that it left behind are named by themselves.
    fn is_left(&self, one: &Difference) -> bool {
        let order = one.step.map(|step| self.replay.steps[step].deed);
        let Some(Deed::Order(_, order)) = order else { return false };
        let found = one.found.as_deref().unwrap_or_default();
        is_everywhere(order.operation)
            && self.stands_as_before(one)
            && !forms(&order.old_words, found).is_empty()
    }

    /// An order that could not be carried out on what is known: what the print alone tells.
    fn by_print(
        &self,
        number: usize,
        order: &Instruction,
        target: &Address,
        problem: Problem,
    ) -> Closed {
        let cannot = match problem {
            Problem::WordsUnknown => Obstacle::WordsBeforeUnknown,
            Problem::NotRead => Obstacle::NotUnderstood,
            other => Obstacle::Refused(other),
        };
        let closed = if is_on_words(order.operation) && order.operation != Operation::ReplaceTitle {
            self.words_stand(order, target)
        } else {
            self.units_stand(order, target)
        };
        match closed {
            Some(true) => (Closing::Identical, None, None),
            Some(false) if self.replay.doubted_after(target, Some(number), self.text).is_none() => {
                match self.replay.from_text {
                    true => (Closing::NotCheckable, Some(cannot), None),
                    false => (Closing::NotCarriedOut, None, None),
                }
            }
            _ => (Closing::NotCheckable, Some(cannot), None),
        }
    }

    fn units_stand(&self, order: &Instruction, target: &Address) -> Option<bool> {
        let own = order
            .new_units
            .iter()
            .filter(|unit| is_compared(unit.kind) && unit.address.is_within(target));
        let mut any = false;
        for unit in own {
            any = true;
            let printed = self.text.unit(&unit.address)?;
            if !is_same(unit.words(), printed.words()) {
                return None;
            }
        }
        any.then_some(true)
    }

    /// Whether the words that an order brings stand at its target and those that it takes do
    /// not; `None` where the print does not tell.
    fn words_stand(&self, order: &Instruction, target: &Address) -> Option<bool> {
        let count = |quoted: &[String]| {
            let units = self.text.inside(target);
            let texts = units.map(|(_, index)| &self.text.witness.tree.units[index].text);
            texts
                .map(|text| forms(quoted, text).iter().filter(|form| form.as_quoted).count())
                .sum::<usize>()
        };
        let (old, new) = (count(&order.old_words), count(&order.new_words));
        match order.operation {
            Operation::DeleteWords => Some(old == 0),
            Operation::ReplaceWords => match (old, new) {
                (0, 1..) => Some(true),
                (1.., 0) => Some(false),
                _ => None,
            },
            _ => match (old, new) {
                (1.., 1..) => Some(true),
                (1.., 0) => Some(false),
                _ => None,
            },
        }
    }

    fn sources(&self, step: Option<usize>, meant: &Address, found: &Address) -> Vec<Source> {
        let mut sources = Vec::new();
        let mut add = |kind, span: Option<Span>| {
            sources.extend(span.map(|span| Source { kind, span }));
        };
        match step.map(|step| self.replay.steps[step].deed) {
            Some(Deed::Order(_, order)) => add(SourceKind::Order, Some(printed(order, meant))),
            _ => add(SourceKind::Before, self.before.and_then(|before| before.span(meant))),
        }
        let here = self.text.span(found).or_else(|| self.text.around(found));
        add(SourceKind::Text, here.or_else(|| self.text.opening()));
        sources
    }

    fn not_carried_out(
        &self,
        number: usize,
        order: &Instruction,
        target: &Address,
        own: &[usize],
    ) -> Finding {
        let first = own.first().map(|at| &self.comparison.differences[*at]);
        let expected = first.and_then(|one| one.expected.clone());
        let found = first.and_then(|one| one.found.clone());
        let words = match (&expected, &found) {
            (Some(expected), Some(found)) => judge(expected, found, true, self.vocabulary).words,
            _ => Vec::new(),
        };
        let brings = || order.new_text.clone().or_else(|| order.new_words.first().cloned());
        let gone = takes_out(order);
        let address = match own {
            [only] => self.comparison.differences[*only].address.clone(),
            _ => target.clone(),
        };
        Finding {
            kind: FindingKind::NotCarriedOut,
            by: Some(self.replay.by(number).clone()),
            expected: if gone { None } else { expected.or_else(brings) },
            found,
            words,
            severity: Severity::High,
            cause: Cause::Publisher,
            sources: self.sources(Some(number), target, &address),
            address,
        }
    }

    fn differs(&self, one: &Difference) -> Finding {
        let order = one.step.and_then(|step| match self.replay.steps[step].deed {
            Deed::Order(..) => Some(step),
            Deed::Told(..) => None,
        });
        let mut words = Vec::new();
        let (kind, severity, cause) = match &one.how {
            How::Words => {
                let expected = one.expected.as_deref().unwrap_or_default();
                let found = one.found.as_deref().unwrap_or_default();
                let judged = judge(expected, found, order.is_some(), self.vocabulary);
                words = judged.words;
                (FindingKind::WordsDiffer, judged.severity, judged.cause)
            }
            How::Missing => (FindingKind::UnitMissing, Severity::High, Cause::Unknown),
            How::Renumbered(_) => (FindingKind::Renumbered, Severity::High, Cause::Unknown),
            How::StillStands => (FindingKind::NotCarriedOut, Severity::High, Cause::Publisher),
            How::Extra => (FindingKind::UnitWithoutOrder, Severity::High, Cause::Publisher),
        };
        let found_at = match &one.how {
            How::Renumbered(elsewhere) => elsewhere,
            _ => &one.address,
        };
        Finding {
            kind,
            address: one.address.clone(),
            by: order.map(|step| self.replay.by(step).clone()),
            expected: one.expected.clone(),
            found: one.found.clone(),
            words,
            severity,
            cause,
            sources: self.sources(order, &one.meant, found_at),
        }
    }
}

/// True for orders that take units out.
fn takes_out(order: &Instruction) -> bool {
    matches!(order.operation, Operation::Delete | Operation::Repeal | Operation::DeleteIndents)
}

/// Where an order prints the words of a unit; the whole order where it prints none of it.
fn printed(order: &Instruction, address: &Address) -> Span {
    let unit = order.new_units.iter().find(|unit| unit.address == *address);
    let Some(unit) = unit.filter(|unit| !unit.pieces.is_empty()) else { return order.span.clone() };
    let start = unit.pieces.first().map_or(0, |piece| piece.start);
    let end = unit.pieces.last().map_or(start, |piece| piece.end);
    Span { source: order.span.source.clone(), bytes: start..end, lines: unit.lines }
}
