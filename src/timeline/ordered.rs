//! One order of an amending act → the changes that it makes in the act it amends.
//! An order that was not understood, or whose wording cannot be carried out here, still says
//! where something changed.

use super::change::{Change, NewText, What};
use super::record::{ActRecord, Amender};
use crate::model::address::{Address, Step};
use crate::model::day::{EffectRule, EndRule, Window};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::instruction::{Instruction, Operation};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::Unit;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// The changes of one order.
pub fn changes(
    record: &ActRecord,
    printed: &Printed,
    amender: &Amender,
    order: &Instruction,
) -> Vec<Change> {
    let reading = Reading { record, printed, amender, order };
    let mut changes: Vec<Change> =
        order.targets.iter().flat_map(|target| reading.at(target)).collect();
    changes.extend(reading.shifts());
    if order.read {
        changes.extend(reading.expiries());
    }
    if order.read && order.operation == Operation::Insert {
        changes.extend(reading.neighbour());
    }
    for change in &mut changes {
        change.void_since = amender.void_since(order, change.window);
    }
    changes
}

/// The sub-points that texts print, by what holds them.
pub struct Printed {
    subpoints: HashMap<Address, BTreeMap<Number, Address>>,
    addresses: HashSet<Address>,
}

impl Printed {
    /// Of every text of the act.
    pub fn new(record: &ActRecord) -> Self {
        let mut printed: HashMap<Address, BTreeMap<Number, Address>> = HashMap::new();
        let mut addresses = HashSet::new();
        for witness in &record.witnesses {
            for unit in &witness.tree.units {
                let address = unit.address.prefixed(&witness.component);
                addresses.insert(address.clone());
                let Some(Step::Subparagraph(number)) = address.last().cloned() else { continue };
                let Some(container) = address.parent() else { continue };
                printed.entry(container).or_default().insert(number, address);
            }
        }
        Printed { subpoints: printed, addresses }
    }
}

/// The heading line of an article or a chapter, as an order prints it with its number; `None` for
/// a heading without one.
fn heading_line(title: &Unit, unit: &Address) -> Option<Unit> {
    let kind = unit.last()?.kind();
    let headed = kind.is_grouping() || kind == Kind::Article;
    let (mark, heading) = title.text.split_once(". ")?;
    let numbered = mark.starts_with(|letter: char| letter.is_ascii_digit());
    (headed && numbered).then(|| Unit {
        kind,
        address: unit.clone(),
        body: title.text.len() - heading.len(),
        heading: Some(heading.to_string()),
        ..title.clone()
    })
}

struct Reading<'a> {
    record: &'a ActRecord,
    printed: &'a Printed,
    amender: &'a Amender,
    order: &'a Instruction,
}

impl Reading<'_> {
    fn change(&self, what: What, target: Address, rule: EffectRule) -> Change {
        let evidence = Evidence { kind: EvidenceKind::Instruction, span: self.order.span.clone() };
        let window = self.record.calendar.window(&self.amender.id, &rule);
        Change {
            by: self.amender.id.clone(),
            what,
            target,
            window,
            rule,
            new: None,
            order: Some(Arc::new(self.order.clone())),
            order_amended_by: self.amender.who_amended(self.order, window),
            void_since: None,
            evidence: vec![evidence],
            noted: false,
        }
    }

    fn rule(&self) -> EffectRule {
        self.order.in_force.clone().unwrap_or(EffectRule::Unstated)
    }

    /// The rule of a unit that the act's clause on effect excepts by name.
    fn exception(&self, address: &Address) -> Option<EffectRule> {
        let named = self.order.exceptions.iter().find(|(excepted, _)| excepted == address);
        named.map(|(_, rule)| rule.clone())
    }

    /// The change at one target; units of its new text that take effect on another day come as
    /// changes of their own.
    fn at(&self, target: &Address) -> Vec<Change> {
        if let Some(owner) = self.order.around(target).or_else(|| self.counted_in_parts(target)) {
            return vec![self.change(What::Amended, owner, self.rule())];
        }
        if self.is_heading(target) {
            let unit = target.parent().unwrap_or_default();
            return vec![self.of_heading(target, unit)];
        }
        if let Some(owner) = self.counted_within(target) {
            let first = target.last() == Some(&Step::Text(1));
            return match self.what(&owner) {
                // Words of the first paragraph of a numbered unit are the unit's own.
                Some(what @ What::Words { .. }) if first => {
                    let own = Instruction { targets: vec![owner.clone()], ..self.order.clone() };
                    let change = self.change(what, owner, self.rule());
                    vec![Change { order: Some(Arc::new(own)), ..change }]
                }
                _ => vec![self.change(What::Amended, owner, self.rule())],
            };
        }
        let Some(what) = self.what(target) else { return Vec::new() };
        let rule = self.exception(target).unwrap_or_else(|| self.rule());
        let (own, later): (Vec<&Unit>, Vec<&Unit>) =
            self.order.new_units.iter().filter(|unit| self.is_inside(unit, target)).partition(
                |unit| unit.address == *target || self.exception(&unit.address).is_none(),
            );
        let mut change = self.change(what, target.clone(), rule);
        change.new = self.new_text(&own);
        let later = later.into_iter().filter_map(|unit| {
            let rule = self.exception(&unit.address)?;
            let mut change = self.change(What::Added, unit.address.clone(), rule);
            change.new = self.new_text(&[unit]);
            Some(change)
        });
        let later: Vec<Change> = later.collect();
        std::iter::once(change).chain(later).collect()
    }

    /// What an order on the heading of a unit does to the unit, whose own words the heading is.
    fn of_heading(&self, heading: &Address, unit: Address) -> Change {
        match self.what(&unit) {
            Some(what @ What::Words { .. }) => {
                let own = Instruction { targets: vec![heading.clone()], ..self.order.clone() };
                let change = self.change(what, unit, self.rule());
                Change { order: Some(Arc::new(own)), ..change }
            }
            Some(What::Amended) => self.change(What::HeadingAmended, unit, self.rule()),
            _ => {
                let new = self.order.new_units.iter().find(|new| new.address == *heading);
                let line = new.and_then(|new| heading_line(new, &unit));
                let mut change = self.change(What::HeadingRestated, unit, self.rule());
                change.new = line.and_then(|line| self.new_text(&[&line]));
                change
            }
        }
    }

    fn new_text(&self, units: &[&Unit]) -> Option<NewText> {
        let groups: Vec<Vec<Address>> = units.iter().map(|unit| self.groups(unit)).collect();
        let units: Vec<Unit> = units.iter().map(|unit| (*unit).clone()).collect();
        (!units.is_empty()).then(|| NewText {
            units: Arc::new(units),
            groups: Arc::new(groups),
            span: self.order.span.clone(),
        })
    }

    /// True for a unit that stands in the target, by its address or under its heading.
    fn is_inside(&self, unit: &Unit, target: &Address) -> bool {
        unit.address.is_within(target) || self.groups(unit).contains(target)
    }

    fn groups(&self, unit: &Unit) -> Vec<Address> {
        let mut groups = Vec::new();
        let mut above = unit.parent;
        while let Some(parent) = above.and_then(|parent| self.order.new_units.get(parent)) {
            if parent.kind.is_grouping() && !unit.address.is_within(&parent.address) {
                groups.push(parent.address.clone());
            }
            above = parent.parent;
        }
        groups.reverse();
        groups
    }

    /// What the order does to a target; `None` where only positions change hands.
    fn what(&self, target: &Address) -> Option<What> {
        // What a sentence said is told by counting, not by quoting.
        if !self.order.read || !self.order.sentences.is_empty() || self.order.counts() {
            return Some(What::Amended);
        }
        Some(match self.order.operation {
            Operation::ReplaceTitle if !matches!(target.last(), Some(Step::Title) | None) => {
                What::HeadingRestated
            }
            Operation::Replace
            | Operation::ReplaceTitle
            | Operation::ReplaceByAnnex
            | Operation::ReplaceIndents => What::Restated,
            Operation::Insert | Operation::InsertIndents => What::Added,
            Operation::DeleteIndents => return None,
            Operation::Delete => What::Removed,
            Operation::Repeal => What::Repealed,
            Operation::Suspend => What::Suspended { until: self.order.until.clone() },
            Operation::Renumber => What::Amended,
            Operation::ReplaceWords
            | Operation::InsertWords
            | Operation::DeleteWords
            | Operation::DeleteWordsEverywhere
            | Operation::ReplaceWordsEverywhere
            | Operation::InsertWordsEverywhere => {
                What::Words { old: self.order.old_words.clone(), new: self.order.new_words.clone() }
            }
        })
    }

    /// The unit around a бөлік that an order cites by its position. A бөлік may hold a whole list,
    /// so its position is not that of a paragraph: something changed in the unit, and where is
    /// not told by the address.
    fn counted_in_parts(&self, target: &Address) -> Option<Address> {
        let of_parts = matches!(
            self.order.operation,
            Operation::Replace | Operation::Insert | Operation::Delete
        );
        let counted = matches!(target.last(), Some(Step::Text(_)));
        (self.order.read && of_parts && counted).then(|| target.parent()).flatten()
    }

    /// The unit in which an order counts a paragraph that has no place of its own: the first one
    /// of a numbered unit, which is the unit itself, and a paragraph where every text prints
    /// something else, such as a sub-point.
    fn counted_within(&self, target: &Address) -> Option<Address> {
        let Some(Step::Text(position)) = target.last() else { return None };
        let owner = target.parent()?;
        let numbered = matches!(owner.last(), Some(Step::Paragraph(_) | Step::Subparagraph(_)));
        let itself = *position == 1 && numbered;
        let inserts = matches!(self.order.operation, Operation::InsertIndents);
        let lacking = !inserts
            && self.printed.addresses.contains(&owner)
            && !self.printed.addresses.contains(target);
        (itself || lacking).then_some(owner)
    }

    /// True for the heading of a unit, which has no place of its own: it is the unit's own
    /// words. The title of an act or of a document is a place.
    fn is_heading(&self, target: &Address) -> bool {
        let inside = target.within_component();
        inside.last() == Some(&Step::Title) && inside.steps().len() > 1
    }

    /// What coming and going of unnumbered paragraphs does to the positions after them.
    fn shifts(&self) -> Vec<Change> {
        let comes_or_goes =
            matches!(self.order.operation, Operation::InsertIndents | Operation::DeleteIndents);
        if !self.order.read || !comes_or_goes {
            return Vec::new();
        }
        let mut owners: Vec<(Address, u32)> = Vec::new();
        for target in &self.order.targets {
            let (Some(Step::Text(position)), Some(owner)) = (target.last(), target.parent()) else {
                continue;
            };
            match owners.iter_mut().find(|(known, _)| *known == owner) {
                Some((_, first)) => *first = (*first).min(*position),
                None => owners.push((owner, *position)),
            }
        }
        owners
            .into_iter()
            .map(|(owner, first)| self.change(What::Shifted(first), owner, self.rule()))
            .collect()
    }

    /// What an order brings for a time only ends by itself.
    fn expiries(&self) -> Vec<Change> {
        let day = |end: &EndRule| end.day();
        let whole =
            self.order.until.as_ref().filter(|_| self.order.operation != Operation::Suspend);
        let whole = whole
            .and_then(day)
            .into_iter()
            .flat_map(|day| self.order.targets.iter().map(move |target| (target.clone(), day)));
        let parts = self.order.endings.iter();
        let parts = parts.filter_map(|(address, end)| Some((address.clone(), end.day()?)));
        whole
            .chain(parts)
            .map(|(target, day)| Change {
                window: Window::exact(day),
                ..self.change(What::Expired, target, EffectRule::OnDate(day))
            })
            .collect()
    }

    /// A sub-point put at the end of a list changes the mark that closes the one before it, which
    /// no order and no note ever says.
    fn neighbour(&self) -> Option<Change> {
        let first = self.order.targets.first()?;
        let Some(Step::Subparagraph(number)) = first.last() else { return None };
        let container = first.parent()?;
        let before = self.printed.subpoints.get(&container)?.range(..number).next_back()?;
        Some(self.change(What::HeadingAmended, before.1.clone(), self.rule()))
    }
}
