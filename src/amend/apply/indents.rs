//! Orders on unnumbered paragraphs, which are named by counting: `жетінші абзацпен
//! толықтырылсын`. A new one takes the position that the order names, later ones move down.

use super::divisions::divisions;
use super::draft::{Found, ROOT, Slot, number};
use super::units::part;
use super::{Desk, Problem, Refusal};
use crate::model::address::{Address, Step};
use crate::model::instruction::{Instruction, Operation, Position};
use crate::model::tree::Unit;

impl Desk<'_> {
    /// Puts paragraphs in at the positions that the order names.
    pub(super) fn insert_indents(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let Some(first) = order.targets.first() else { return Err(Problem::NoTarget.into()) };
        let (Some(owner), Some(Step::Text(k))) = (first.parent(), first.last()) else {
            return Err(Problem::NoPlace.into());
        };
        let in_row = order.targets.iter().zip(*k..).all(|(target, k)| {
            target.last() == Some(&Step::Text(k)) && target.parent().as_ref() == Some(&owner)
        });
        if !in_row {
            return Err(Problem::NoPlace.into());
        }
        self.beside_anchor(order, first, *k)?;
        let mut parts: Vec<Vec<&Unit>> = Vec::new();
        for target in &order.targets {
            let new = part(&order.new_units, target);
            if new.is_empty() {
                return Err(Problem::NoNewText.into());
            }
            parts.push(new);
        }
        let (owner, mut before) = match owner.last() {
            Some(Step::Text(_)) => self.place_in_division(&owner, *k)?,
            _ => {
                let slot = if owner.is_whole() { ROOT } else { self.target(&owner)?.slot };
                let before = match order.operation {
                    Operation::InsertIndents => self.place(slot, *k)?,
                    _ => self.place_of_division(slot, *k)?,
                };
                (slot, before)
            }
        };
        for new in parts {
            let slot = self.build(&new);
            // The position is that among all paragraphs of the unit; attaching counts it.
            let inner = self.draft.get(owner).address.child(Step::Text(*k));
            self.draft.move_address(slot, inner);
            self.attach(slot, owner, before);
            self.end_list(slot);
            before = Some(slot);
        }
        Ok(())
    }

    /// A named anchor and the position that the new paragraph is to have must agree.
    fn beside_anchor(&self, order: &Instruction, first: &Address, k: u32) -> Result<(), Refusal> {
        let (Some(side), Some(anchor)) = (order.position, &order.container) else { return Ok(()) };
        let Some(Step::Text(at)) = anchor.last() else { return Ok(()) };
        self.found(anchor)?;
        let expected = match side {
            Position::After => at + 1,
            Position::Before => *at,
        };
        if anchor.parent() == first.parent() && k == expected {
            return Ok(());
        }
        Err(Refusal { problem: Problem::NoPlace, candidates: vec![anchor.clone()] })
    }

    /// The unit behind which the k-th part of an owner comes: the last one of the part before it.
    fn place_of_division(&self, owner: Slot, k: u32) -> Result<Option<Slot>, Refusal> {
        let no_place = || Refusal {
            problem: Problem::NoPlace,
            candidates: vec![self.draft.get(owner).address.clone()],
        };
        let parts = divisions(self.draft, owner);
        let index = usize::try_from(k).ok().and_then(|k| k.checked_sub(1)).ok_or_else(no_place)?;
        let Some(previous) = index.checked_sub(1) else {
            // A unit that opens with its number has no place before its first part.
            let opens = parts.first().and_then(|part| part.first()).is_some_and(|found| found.own);
            return if opens { Err(no_place()) } else { Ok(None) };
        };
        let part = parts.get(previous).ok_or_else(no_place)?;
        Ok(part.last().filter(|found| !found.own).map(|found| found.slot))
    }

    /// The unit behind which the k-th paragraph of an owner comes; `None` for the first place.
    fn place(&self, owner: Slot, k: u32) -> Result<Option<Slot>, Refusal> {
        let address = self.draft.get(owner).address.clone();
        let here = self.draft.slot(&address.child(Step::Text(k))).ok();
        let previous = match k.checked_sub(1) {
            None => return Err(Problem::NoPlace.into()),
            Some(0) => None,
            Some(k) => Some(self.found(&address.child(Step::Text(k)))?),
        };
        let before = match (here, previous) {
            (Some(here), _) => self.draft.before(here),
            (None, Some(Found { slot, own: false })) => Some(slot),
            (None, _) => None,
        };
        let crosses = before.is_some_and(|before| self.follows_number(before));
        let splits = here.is_none() && self.goes_on_with_number(owner, before);
        if crosses || splits {
            let candidates = vec![address];
            return Err(Refusal { problem: Problem::AmbiguousPlace, candidates });
        }
        Ok(before)
    }

    /// True where a numbered unit stands at or before this one among its neighbours.
    fn follows_number(&self, slot: Slot) -> bool {
        let step = |slot: &Slot| self.draft.before(*slot);
        std::iter::successors(Some(slot), step).any(|slot| self.is_numbered(slot))
    }

    fn goes_on_with_number(&self, owner: Slot, before: Option<Slot>) -> bool {
        let next = match before {
            Some(before) => self.draft.after(before),
            None => self.draft.children(owner).next(),
        };
        next.is_some_and(|next| self.is_numbered(next))
    }

    fn is_numbered(&self, slot: Slot) -> bool {
        number(&self.draft.get(slot).address).is_some()
    }

    /// An indent behind numbered units may have been counted with them or without: an order that
    /// takes its words away is then not carried out.
    pub(super) fn counted_surely(&self, order: &Instruction, found: Found) -> Result<(), Refusal> {
        let counts =
            matches!(order.operation, Operation::ReplaceIndents | Operation::DeleteIndents);
        let text = matches!(self.draft.get(found.slot).address.last(), Some(Step::Text(_)));
        if !self.sure && counts && text && !found.own && self.follows_number(found.slot) {
            let candidates = vec![self.draft.get(found.slot).address.clone()];
            return Err(Refusal { problem: Problem::AmbiguousPlace, candidates });
        }
        Ok(())
    }
}
