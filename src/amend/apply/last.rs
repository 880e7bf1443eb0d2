//! `соңғы абзац`, `соңғы бөлік` → the position of the last paragraph or part of a unit on the day
//! of the order. Where a numbered unit ends the unit, it may be the one that is meant, and the
//! order is not carried out.

use super::divisions::{cites_divisions, divisions};
use super::draft::{ROOT, number};
use super::{Desk, Problem, Refusal};
use crate::model::address::{Address, Step};
use crate::model::instruction::{Instruction, Operation};
use crate::model::tree::Unit;

impl Desk<'_> {
    /// The order with positions in place of `соңғы`; `None` where it names none.
    pub(super) fn with_last_found(
        &self,
        order: &Instruction,
    ) -> Result<Option<Instruction>, Refusal> {
        let names = |address: &Address| address.steps().contains(&Step::LastText);
        if !order.targets.iter().chain(&order.container).any(names) {
            return Ok(None);
        }
        // What is put in without a position comes behind the last one.
        let inserts = matches!(order.operation, Operation::Insert | Operation::InsertIndents);
        let anchored = order.container.as_ref().is_some_and(names);
        let resolve = |address: &Address| {
            let last = self.last_in(order, address)?;
            if !inserts || anchored || !names(address) {
                return Ok(last);
            }
            let behind = last.steps().iter().zip(address.steps()).map(|pair| match pair {
                (Step::Text(k), Step::LastText) => Step::Text(k + 1),
                (step, _) => step.clone(),
            });
            Ok(Address::new(behind.collect()))
        };
        let targets: Result<Vec<Address>, Refusal> = order.targets.iter().map(resolve).collect();
        let container = order.container.as_ref().map(resolve).transpose()?;
        let new_units: Result<Vec<Unit>, Refusal> = order
            .new_units
            .iter()
            .map(|unit| Ok(Unit { address: resolve(&unit.address)?, ..unit.clone() }))
            .collect();
        let (targets, new_units) = (targets?, new_units?);
        Ok(Some(Instruction { targets, container, new_units, ..order.clone() }))
    }

    fn last_in(&self, order: &Instruction, address: &Address) -> Result<Address, Refusal> {
        let Some(at) = address.steps().iter().position(|step| *step == Step::LastText) else {
            return Ok(address.clone());
        };
        let owner = Address::new(address.steps()[..at].to_vec());
        let slot = if owner.is_whole() { ROOT } else { self.target(&owner)?.slot };
        let refuse = |problem| Refusal { problem, candidates: vec![owner.clone()] };
        let position = if cites_divisions(order) {
            let count = divisions(self.draft, slot).len();
            u32::try_from(count).ok().filter(|count| *count > 0)
        } else {
            match self.draft.last_child(slot).map(|last| &self.draft.get(last).address) {
                Some(last) if number(last).is_some() => {
                    let candidates = vec![last.clone()];
                    return Err(Refusal { problem: Problem::AmbiguousPlace, candidates });
                }
                Some(last) => match last.last() {
                    Some(Step::Text(k)) => Some(*k),
                    _ => None,
                },
                None => self.draft.get(slot).opens_its_paragraphs().then_some(1),
            }
        };
        let position = position.ok_or_else(|| refuse(Problem::NoTarget))?;
        let mut steps = address.steps().to_vec();
        steps[at] = Step::Text(position);
        Ok(Address::new(steps))
    }
}
