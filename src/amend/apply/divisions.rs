//! `екінші бөлік` → the paragraphs meant. Parts of a unit are counted by sentences, not by
//! paragraphs: one begins with a capital letter behind a finished one, and a list belongs to the
//! part that opens it.

use super::super::line::without_quotations;
use super::draft::{Draft, Found, ROOT, Slot};
use super::{Desk, Problem, Refusal};
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::kazakh::words::words;
use crate::model::address::{Address, Step};
use crate::model::instruction::{Instruction, Operation};

impl Desk<'_> {
    /// The unit that an order on whole units means. A part of several paragraphs is none: an
    /// order that brings or takes one paragraph does not tell what becomes of the others.
    pub(super) fn meant(&self, order: &Instruction, target: &Address) -> Result<Found, Refusal> {
        let by_part =
            matches!(order.operation, Operation::Replace | Operation::Delete | Operation::Repeal);
        let (Some(Step::Text(k)), Some(owner), true) = (target.last(), target.parent(), by_part)
        else {
            return self.target(target);
        };
        let owner = self.target(&owner)?;
        let part = division(self.draft, owner.slot, *k).unwrap_or_default();
        match part.as_slice() {
            [] => {
                let candidates = vec![self.draft.get(owner.slot).address.clone()];
                Err(Refusal { problem: Problem::NoTarget, candidates })
            }
            [only] => Ok(*only),
            several => {
                let address = |found: &Found| self.draft.get(found.slot).address.clone();
                let candidates = several.iter().map(address).collect();
                Err(Refusal { problem: Problem::AmbiguousPlace, candidates })
            }
        }
    }

    /// `бірінші бөліктің үшінші абзацы`: an indent counted inside a part; `None` for an address
    /// that names none.
    pub(super) fn indent_of_division(&self, target: &Address) -> Option<Result<Found, Refusal>> {
        let [.., Step::Text(_), Step::Text(k)] = target.steps() else { return None };
        let index = usize::try_from(*k).ok()?.checked_sub(1)?;
        let found = self.paragraphs_of_division(&target.parent()?).and_then(|(_, part)| {
            let near = || part.iter().map(|found| self.draft.get(found.slot).address.clone());
            let refuse = |problem| Refusal { problem, candidates: near().collect() };
            let found = *part.get(index).ok_or_else(|| refuse(Problem::NoTarget))?;
            let counted = part[..=index].iter().all(|found| self.is_paragraph(*found));
            if counted { Ok(found) } else { Err(refuse(Problem::AmbiguousPlace)) }
        });
        Some(found)
    }

    /// The place behind which the k-th indent of a part comes, with the unit around it.
    pub(super) fn place_in_division(
        &self,
        division: &Address,
        k: u32,
    ) -> Result<(Slot, Option<Slot>), Refusal> {
        let (owner, part) = self.paragraphs_of_division(division)?;
        let no_place = || Refusal {
            problem: Problem::NoPlace,
            candidates: vec![self.draft.get(owner).address.clone()],
        };
        let index = usize::try_from(k).ok().and_then(|k| k.checked_sub(1)).ok_or_else(no_place)?;
        let before = match index.checked_sub(1) {
            None => match part.first() {
                Some(first) if !first.own => self.draft.before(first.slot),
                _ => return Err(no_place()),
            },
            Some(previous) => {
                let previous = part.get(previous).ok_or_else(no_place)?;
                Some(previous.slot).filter(|_| !previous.own)
            }
        };
        let counted = part[..index].iter().all(|found| self.is_paragraph(*found));
        let goes_on = part.get(index).is_none_or(|found| self.is_paragraph(*found));
        if counted && goes_on {
            return Ok((owner, before));
        }
        let candidates = vec![self.draft.get(owner).address.clone()];
        Err(Refusal { problem: Problem::AmbiguousPlace, candidates })
    }

    fn paragraphs_of_division(&self, address: &Address) -> Result<(Slot, Vec<Found>), Refusal> {
        let (Some(Step::Text(k)), Some(owner)) = (address.last(), address.parent()) else {
            return Err(Problem::NoTarget.into());
        };
        let owner = self.target(&owner)?.slot;
        let part = division(self.draft, owner, *k).ok_or_else(|| Refusal {
            problem: Problem::NoTarget,
            candidates: vec![self.draft.get(owner).address.clone()],
        })?;
        Ok((owner, part))
    }

    fn is_paragraph(&self, found: Found) -> bool {
        found.own || matches!(self.draft.get(found.slot).address.last(), Some(Step::Text(_)))
    }
}

/// The paragraphs and list members of the k-th part of a unit; `None` where it has no such part.
pub(super) fn division(draft: &Draft, owner: Slot, k: u32) -> Option<Vec<Found>> {
    let index = usize::try_from(k).ok()?.checked_sub(1)?;
    divisions(draft, owner).into_iter().nth(index)
}

/// The parts of a unit, in order.
pub(super) fn divisions(draft: &Draft, owner: Slot) -> Vec<Vec<Found>> {
    let unit = draft.get(owner);
    let mut out: Vec<Vec<Found>> = Vec::new();
    let mut finished = true;
    if owner != ROOT && unit.opens_its_paragraphs() {
        out.push(vec![Found { slot: owner, own: true }]);
        finished = unit.text.as_deref().is_some_and(is_finished);
    }
    for slot in draft.children(owner) {
        let child = draft.get(slot);
        let text = child.text.as_deref().unwrap_or_default();
        let plain = matches!(child.address.last(), Some(Step::Text(_)));
        if out.is_empty() || plain && finished && is_capital(text) {
            out.push(Vec::new());
        }
        if let Some(part) = out.last_mut() {
            part.push(Found { slot, own: false });
        }
        let last = draft.subtree(slot).last().map_or(slot, |last| *last);
        finished = draft.get(last).text.as_deref().is_some_and(is_finished);
    }
    out
}

fn is_finished(text: &str) -> bool {
    text.trim_end().trim_end_matches(['"', '»', ')']).ends_with(['.', '!', '?'])
}

fn is_capital(text: &str) -> bool {
    text.chars().find(|letter| letter.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())
}

/// True for an order that cites parts (бөлік) and no indents (абзац).
pub(super) fn cites_divisions(order: &Instruction) -> bool {
    let nouns = nouns(order);
    nouns.contains(&UnitNoun::Division) && !nouns.contains(&UnitNoun::Indent)
}

/// True for an order that speaks of the text of a unit («мәтіні»), which its heading is not.
pub(super) fn cites_body(order: &Instruction) -> bool {
    nouns(order).contains(&UnitNoun::Body)
}

/// The units that an order and the lines above it name.
fn nouns(order: &Instruction) -> Vec<UnitNoun> {
    let sentences = order.context.iter().chain([&order.quote]);
    let named = sentences.flat_map(|sentence| {
        let plain = without_quotations(sentence);
        let nouns = words(&plain).into_iter().filter_map(|word| recognise(word.text));
        nouns.map(|(noun, _)| noun).collect::<Vec<_>>()
    });
    named.collect()
}
