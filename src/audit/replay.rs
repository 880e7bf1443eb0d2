//! The text before and the steps after it → what the audited text should say, unit by unit, and
//! by which step; with the places of which that cannot be said.
//!
//! Without a text before, the audited text lends its numbers and not its words: then only what
//! orders bring is known.

use super::steps::{Deed, Step};
use super::text::{Text, is_compared};
use crate::amend::apply::{Draft, DraftUnit, Problem, carry_out, forms};
use crate::model::act::ActId;
use crate::model::address::{Address, Step as Link};
use crate::model::instruction::{Instruction, Operation};
use crate::model::tree::PrintedStatus;
use std::collections::BTreeMap;

/// What should stand, and why.
#[derive(Debug)]
pub struct Replay<'a> {
    /// The steps that were gone through.
    pub steps: &'a [Step<'a>],
    /// The act afterwards; units whose words are not known have none.
    pub draft: Draft,
    /// True where the replay began with a text before.
    pub from_text: bool,
    /// Why an order was not carried out, by step.
    pub refused: BTreeMap<usize, Problem>,
    brought: BTreeMap<Address, usize>,
    reworded: BTreeMap<Address, usize>,
    replaced: BTreeMap<Address, Vec<usize>>,
    doubtful: BTreeMap<Address, Vec<usize>>,
}

impl<'a> Replay<'a> {
    /// Goes through the steps.
    pub fn new(before: Option<&Text<'_>>, text: &Text<'_>, steps: &'a [Step<'a>]) -> Self {
        let draft = match before {
            Some(before) => Draft::from_tree(&before.witness.tree, &before.witness.component),
            None => unwritten(text, steps),
        };
        let mut replay = Replay {
            steps,
            draft,
            from_text: before.is_some(),
            refused: BTreeMap::new(),
            brought: BTreeMap::new(),
            reworded: BTreeMap::new(),
            replaced: BTreeMap::new(),
            doubtful: BTreeMap::new(),
        };
        for (number, step) in steps.iter().enumerate() {
            match step.deed {
                Deed::Order(_, order) => replay.order(number, order),
                Deed::Told(_, target) => replay.told(number, target),
            }
        }
        replay
    }

    fn order(&mut self, number: usize, order: &Instruction) {
        let carried = carry_out(&mut self.draft, [order]).pop();
        let problem = match &carried {
            Some(carried) => carried.problem,
            None => Some(Problem::NotRead),
        };
        if let Some(problem) = problem {
            self.refused.insert(number, problem);
            return self.refused(number, order, problem);
        }
        let touched = carried.map(|carried| carried.touched).unwrap_or_default();
        let whole = !is_on_words(order.operation) && order.sentences.is_empty();
        for address in touched {
            let list = if whole { &mut self.brought } else { &mut self.reworded };
            list.insert(address, number);
        }
        for address in self.steps[number].replaces() {
            self.replaced.entry(address.clone()).or_default().push(number);
        }
    }

    /// An order that could not be carried out leaves its places in doubt.
    fn refused(&mut self, number: usize, order: &Instruction, problem: Problem) {
        if is_everywhere(order.operation) {
            if problem == Problem::WordsUnknown {
                for address in self.draft.reword_known(order) {
                    self.reworded.insert(address, number);
                }
                return;
            }
            // Only places that hold the words can have changed.
            let holds = |unit: &&DraftUnit| {
                let text = unit.text.as_deref().unwrap_or_default();
                !forms(&order.old_words, text).is_empty()
            };
            let places: Vec<Address> =
                self.draft.units().filter(holds).map(|unit| unit.address.clone()).collect();
            for place in places {
                self.draft.forget(&place);
                self.doubtful.entry(place).or_default().push(number);
            }
            return;
        }
        let shifts = matches!(order.operation, Operation::InsertIndents | Operation::DeleteIndents);
        for target in &order.targets {
            let counted = matches!(target.last(), Some(Link::Text(_))) && shifts;
            let place = if counted { target.parent().unwrap_or_default() } else { target.clone() };
            self.draft.forget(&place);
            self.doubtful.entry(place).or_default().push(number);
        }
    }

    fn told(&mut self, number: usize, target: &Address) {
        if self.steps[number].replaces().is_empty() {
            self.doubtful.entry(target.clone()).or_default().push(number);
        } else {
            self.draft.forget(target);
            self.replaced.entry(target.clone()).or_default().push(number);
        }
    }

    /// The step that gave a unit its words; `None`: they come from the text before.
    pub fn origin(&self, address: &Address) -> Option<usize> {
        let around = |list: &BTreeMap<Address, usize>| {
            let outer = std::iter::successors(Some(address.clone()), Address::parent);
            outer.filter_map(|outer| list.get(&outer).copied()).max()
        };
        let own = self.reworded.get(address).copied();
        around(&self.brought).max(own)
    }

    /// The first step after `step` that words a place anew, brings it or takes it away, by itself
    /// or with something around it.
    pub fn replaced_after(&self, address: &Address, step: usize, text: &Text<'_>) -> Option<usize> {
        let all = steps_on(&self.replaced, address, text);
        all.into_iter().filter(|number| *number > step).min()
    }

    /// The first step after `step` (`None`: of all) that may have changed a place in a way that
    /// is not known.
    pub fn doubted_after(
        &self,
        address: &Address,
        step: Option<usize>,
        text: &Text<'_>,
    ) -> Option<usize> {
        let all = steps_on(&self.doubtful, address, text);
        all.into_iter().filter(|number| step.is_none_or(|step| *number > step)).min()
    }

    /// True where units may have come or gone at a place in a way that is not known: a note tells
    /// of it alone, or an order could not be carried out, and no later order settles it.
    pub fn is_open(&self, address: &Address, text: &Text<'_>) -> bool {
        let vague = |number: &usize| {
            matches!(self.steps[*number].deed, Deed::Told(..)) || self.refused.contains_key(number)
        };
        let replaced = steps_on(&self.replaced, address, text);
        let doubtful = steps_on(&self.doubtful, address, text);
        let last_vague = replaced.iter().chain(&doubtful).copied().filter(vague).max();
        let last_settled = replaced.into_iter().filter(|number| !vague(number)).max();
        last_vague.is_some() && last_vague > last_settled
    }

    /// The act of a step.
    pub fn by(&self, step: usize) -> &'a ActId {
        self.steps[step].by
    }
}

/// The steps listed for an address or anything around it.
fn steps_on(
    list: &BTreeMap<Address, Vec<usize>>,
    address: &Address,
    text: &Text<'_>,
) -> Vec<usize> {
    let outward = text.outward(address);
    outward.iter().filter_map(|outer| list.get(outer)).flatten().copied().collect()
}

/// True for orders that change words inside units.
pub fn is_on_words(operation: Operation) -> bool {
    matches!(
        operation,
        Operation::ReplaceWords
            | Operation::InsertWords
            | Operation::DeleteWords
            | Operation::ReplaceWordsEverywhere
            | Operation::InsertWordsEverywhere
            | Operation::ReplaceTitle
    )
}

/// True for orders on the whole text.
pub fn is_everywhere(operation: Operation) -> bool {
    matches!(operation, Operation::ReplaceWordsEverywhere | Operation::InsertWordsEverywhere)
}

/// The numbers of a text without its words, and without the units that the steps bring.
fn unwritten(text: &Text<'_>, steps: &[Step<'_>]) -> Draft {
    let component = &text.witness.component;
    let mut inserted: Vec<&Address> = Vec::new();
    let mut removed: Vec<&Address> = Vec::new();
    for step in steps {
        if let Deed::Order(_, order) = step.deed {
            match order.operation {
                Operation::Insert | Operation::InsertIndents => inserted.extend(&order.targets),
                Operation::Delete | Operation::Repeal => removed.extend(&order.targets),
                _ => {}
            }
        }
    }
    let mut units = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for unit in &text.witness.tree.units {
        let address = unit.address.prefixed(component);
        let comes = inserted.iter().any(|new| address.is_within(new));
        if !is_compared(unit.kind) || comes || !seen.insert(address.clone()) {
            continue;
        }
        let stood = removed.contains(&&address);
        let mut bare = DraftUnit::new(unit, address);
        bare.text = None;
        bare.body = 0;
        bare.cells.clear();
        if stood {
            bare.status = PrintedStatus::InForce;
        }
        units.push((unit.depth, bare));
    }
    let mut draft = Draft::new(component, renumbered(units));
    for target in removed {
        draft.forget(target);
    }
    draft
}

/// Unnumbered paragraphs close ranks where those before them were left out.
fn renumbered(units: Vec<(usize, DraftUnit)>) -> Vec<(usize, DraftUnit)> {
    let mut next: BTreeMap<Address, u32> = BTreeMap::new();
    let mut moved: Vec<(Address, Address)> = Vec::new();
    units
        .into_iter()
        .map(|(depth, mut unit)| {
            if let Some((old, new)) =
                moved.iter().rev().find(|(old, _)| unit.address.is_within(old))
            {
                let inner: Vec<Link> = unit.address.steps()[old.steps().len()..].to_vec();
                let steps = new.steps().iter().cloned().chain(inner).collect();
                unit.address = Address::new(steps);
            }
            if let (Some(Link::Text(k)), Some(owner)) = (unit.address.last(), unit.address.parent())
            {
                let at = next.get(&owner).copied().unwrap_or(*k).min(*k);
                next.insert(owner.clone(), at + 1);
                if at != *k {
                    let new = owner.child(Link::Text(at));
                    moved.push((unit.address.clone(), new.clone()));
                    unit.address = new;
                }
            }
            (depth, unit)
        })
        .collect()
}
