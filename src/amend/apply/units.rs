//! Orders on whole units: worded anew, put in by number or beside an anchor, taken out, repealed,
//! suspended.

use super::draft::{DraftUnit, Found, ROOT, Slot, number};
use super::rows::brought;
use super::{Desk, Problem, Refusal};
use crate::model::address::{Address, Step};
use crate::model::instruction::{Instruction, Operation, Position};
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, Unit};

impl Desk<'_> {
    /// `3-тармақ мынадай редакцияда жазылсын`: the old units go, the new ones take their places.
    pub(super) fn replace(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let mut places: Vec<(Found, Vec<&Unit>)> = Vec::new();
        for target in &order.targets {
            let found = self.meant(order, target)?;
            self.counted_surely(order, found)?;
            let new = part(&order.new_units, target);
            if new.is_empty() {
                return Err(Problem::NoNewText.into());
            }
            self.rows_fit(&new, target)?;
            places.push((found, new));
        }
        let tops = order.new_units.iter().filter(|unit| unit.parent.is_none()).count();
        if tops > order.targets.len() {
            return Err(Problem::NoNewText.into());
        }
        for (_, new) in &places {
            let goes = |slot: Slot| {
                places.iter().any(|(old, _)| !old.own && self.draft.is_inside(slot, old.slot))
            };
            self.numbers_are_free(new, goes)?;
        }
        for (found, new) in places {
            match found {
                Found { slot, own: true } => self.reword_opening(slot, new[0]),
                Found { slot: ROOT, .. } => self.replace_document(&new),
                Found { slot, .. } => {
                    let parent = self.draft.parent(slot).unwrap_or(ROOT);
                    let before = self.draft.before(slot);
                    self.detach(slot);
                    let fresh = self.build(&new);
                    // Paragraphs that are counted inside a part stand at their place in the unit.
                    let old = self.draft.get(slot).address.clone();
                    if matches!(old.last(), Some(Step::Text(_))) {
                        self.draft.move_address(fresh, old);
                    }
                    self.attach(fresh, parent, before);
                }
            }
        }
        Ok(())
    }

    /// Every unit of a document goes, those of the new one come; the heading of the annex that
    /// holds them is the document's title.
    fn replace_document(&mut self, new: &[&Unit]) {
        let old: Vec<Slot> = self.draft.children(ROOT).collect();
        for slot in old.into_iter().rev() {
            self.detach(slot);
        }
        let Some((top, inner)) = new.split_first() else { return };
        let mut last = None;
        if !top.text.is_empty() {
            let address = self.draft.get(ROOT).address.child(Step::Title);
            let title = DraftUnit { kind: Kind::Title, ..DraftUnit::new(top, address) };
            let slot = self.draft.create(title);
            self.attach(slot, ROOT, None);
            last = Some(slot);
        }
        let depth = inner.iter().map(|unit| unit.depth).min().unwrap_or(0);
        for unit in inner.iter().filter(|unit| unit.depth == depth) {
            let slot = self.build(&part_from(inner, unit));
            self.attach(slot, ROOT, last);
            last = Some(slot);
        }
    }

    /// `бірінші абзац`: the opening of a unit changes, its number and its parts stay.
    fn reword_opening(&mut self, slot: Slot, new: &Unit) {
        let unit = self.draft.get(slot).clone();
        let mark = unit.text.as_deref().map_or("", |text| &text[..unit.body]).to_owned();
        let words = new.text.strip_prefix(mark.trim()).unwrap_or(&new.text).trim_start();
        let text = Some(format!("{mark}{words}"));
        self.set(slot, DraftUnit { text, ..unit });
    }

    /// `17-1-тармақпен толықтырылсын`: new units at the place that their number or their anchor
    /// gives.
    pub(super) fn insert(&mut self, order: &Instruction) -> Result<(), Refusal> {
        if order.targets.iter().all(|target| matches!(target.last(), Some(Step::Text(_)))) {
            return self.insert_indents(order);
        }
        let mut parts: Vec<Vec<&Unit>> = Vec::new();
        for target in &order.targets {
            let new = part(&order.new_units, target);
            if new.is_empty() {
                return Err(Problem::NoNewText.into());
            }
            self.numbers_are_free(&new, |_| false)?;
            self.rows_fit(&new, target)?;
            let owner = target.parent().unwrap_or_default();
            if !owner.is_whole() && owner != owner.component() {
                self.target(&owner)?;
            }
            if let (None, Some(container)) = (order.position, &order.container) {
                self.target(container)?;
            }
            parts.push(new);
        }
        let anchor = match order.position {
            Some(_) => match &order.container {
                Some(container) => Some(self.found(container)?.slot),
                None => return Err(Problem::NoPlace.into()),
            },
            None => None,
        };
        let mut behind: Option<(Slot, Option<Slot>)> = anchor.map(|anchor| {
            let parent = self.draft.parent(anchor).unwrap_or(ROOT);
            match order.position {
                Some(Position::Before) => (parent, self.draft.before(anchor)),
                _ => (parent, Some(anchor)),
            }
        });
        for (target, new) in order.targets.iter().zip(parts) {
            let (parent, before) = match behind {
                Some(place) => place,
                None => self.place_by_number(target, order)?,
            };
            let slot = self.build(&new);
            self.attach(slot, parent, before);
            self.end_list(slot);
            if behind.is_some() {
                behind = Some((parent, Some(slot)));
            }
        }
        Ok(())
    }

    /// Behind the unit with the next lower number, else before the one with the next higher, else
    /// at the end of its owner. A named grouping unit is not left.
    fn place_by_number(
        &self,
        target: &Address,
        order: &Instruction,
    ) -> Result<(Slot, Option<Slot>), Refusal> {
        let grouping = order.container.as_ref().and_then(|container| {
            let slot = self.draft.slot(container).ok()?;
            self.draft.get(slot).kind.is_grouping().then_some(slot)
        });
        let inside =
            |slot: &Slot| grouping.is_none_or(|grouping| self.draft.is_inside(*slot, grouping));
        if let Some(lower) = self.draft.neighbour(target, false).filter(inside) {
            return Ok((self.draft.parent(lower).unwrap_or(ROOT), Some(lower)));
        }
        if let Some(higher) = self.draft.neighbour(target, true).filter(inside) {
            return Ok((self.draft.parent(higher).unwrap_or(ROOT), self.draft.before(higher)));
        }
        let owner = match grouping {
            Some(grouping) => grouping,
            None => self.found(&target.parent().unwrap_or_default())?.slot,
        };
        // Signatures and annexes stand behind the last provision.
        let ends = |slot: &Slot| {
            matches!(self.draft.get(*slot).kind, Kind::Signature | Kind::Annex | Kind::Stamp)
        };
        let mut last = self.draft.last_child(owner);
        while let Some(slot) = last.filter(ends) {
            last = self.draft.before(slot);
        }
        Ok((owner, last))
    }

    /// `14) тармақша алып тасталсын`: numbered units leave their number, others leave nothing.
    pub(super) fn remove(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let mut found = Vec::new();
        for target in &order.targets {
            let target = self.meant(order, target)?;
            if target.own {
                // The opening of a unit cannot go while its number and its parts stay.
                return Err(Refusal {
                    problem: Problem::NothingLeft,
                    candidates: vec![self.draft.get(target.slot).address.clone()],
                });
            }
            self.counted_surely(order, target)?;
            found.push(target.slot);
        }
        let status = match order.operation {
            Operation::Repeal => PrintedStatus::Repealed,
            _ => PrintedStatus::Excluded,
        };
        for slot in found {
            let unit = self.draft.get(slot).clone();
            let numbered = slot == ROOT
                || number(&unit.address).is_some()
                || matches!(unit.address.last(), Some(Step::Annex(_) | Step::Approved));
            if !numbered {
                self.detach(slot);
                continue;
            }
            let parts: Vec<Slot> = self.draft.children(slot).collect();
            if slot != ROOT {
                parts.into_iter().rev().for_each(|part| self.detach(part));
            }
            let mark = unit.text.as_deref().map(|text| text[..unit.body].trim_end().to_owned());
            let text = if unit.kind == Kind::Annex { unit.text.clone() } else { mark };
            let body = text.as_deref().map_or(0, str::len);
            let heading = if unit.kind == Kind::Annex { unit.heading.clone() } else { None };
            self.set(slot, DraftUnit { text, body, heading, status, cells: Vec::new(), ..unit });
        }
        Ok(())
    }

    /// `қолданылуы … дейін тоқтатыла тұрсын`: the words stay, their effect rests.
    pub(super) fn suspend(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let found: Result<Vec<Found>, Refusal> =
            order.targets.iter().map(|target| self.target(target)).collect();
        for Found { slot, .. } in found? {
            let unit = DraftUnit { suspended: true, ..self.draft.get(slot).clone() };
            self.set(slot, unit);
        }
        Ok(())
    }

    /// New units may not take a number that another unit carries; `goes` are units that leave.
    fn numbers_are_free(&self, new: &[&Unit], goes: impl Fn(Slot) -> bool) -> Result<(), Refusal> {
        for unit in new {
            if matches!(unit.address.last(), Some(Step::Text(_)) | None) {
                continue;
            }
            let taken = match self.draft.slot(&unit.address) {
                Ok(slot) => !goes(slot) && slot != ROOT,
                Err(super::Missing::Several) => true,
                Err(super::Missing::Nothing) => false,
            };
            if taken {
                let candidates = vec![unit.address.clone()];
                return Err(Refusal { problem: Problem::DuplicateNumber, candidates });
            }
        }
        Ok(())
    }

    /// Builds new units, the first of which is the outermost; it stands nowhere yet.
    pub(super) fn build(&mut self, new: &[&Unit]) -> Slot {
        let mut around: Vec<(usize, Slot)> = Vec::new();
        let mut top = None;
        for unit in new {
            let slot = self.draft.create(brought(unit));
            while around.last().is_some_and(|(depth, _)| *depth >= unit.depth) {
                around.pop();
            }
            match (around.last(), top) {
                (Some((_, parent)), _) => self.draft.build_into(slot, *parent),
                (None, Some(top)) => self.draft.build_into(slot, top),
                (None, None) => top = Some(slot),
            }
            around.push((unit.depth, slot));
        }
        top.unwrap_or_else(|| self.draft.create(self.draft.get(ROOT).clone()))
    }
}

/// The new unit at an address with everything inside it.
pub(super) fn part<'u>(units: &'u [Unit], address: &Address) -> Vec<&'u Unit> {
    let Some(top) = units.iter().position(|unit| unit.address == *address) else {
        return Vec::new();
    };
    let depth = units[top].depth;
    let inner = units[top + 1..].iter().take_while(|unit| unit.depth > depth);
    std::iter::once(&units[top]).chain(inner).collect()
}

/// A unit of a list with everything inside it.
fn part_from<'u>(units: &[&'u Unit], top: &Unit) -> Vec<&'u Unit> {
    let from = units.iter().position(|unit| std::ptr::eq(*unit, top)).unwrap_or(units.len());
    let inner = units.iter().skip(from + 1).take_while(|unit| unit.depth > top.depth);
    units.get(from).into_iter().chain(inner).copied().collect()
}
