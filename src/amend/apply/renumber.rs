//! `5-тармақ 6-тармақ деп есептелсін` → units that keep their words and their place and carry
//! another number. A number that another unit carries is not given twice.

use super::draft::{DraftUnit, Slot};
use super::rows::printed;
use super::undo::Edit;
use super::{Desk, Missing, Problem, Refusal};
use crate::model::address::{Address, Step};
use crate::model::instruction::Instruction;
use std::collections::BTreeSet;

impl Desk<'_> {
    /// Gives the targets the numbers that the order names for them.
    pub(super) fn renumber(&mut self, order: &Instruction) -> Result<(), Refusal> {
        if order.targets.len() != order.renumbered.len() {
            return Err(Problem::UnequalLists.into());
        }
        let refuse =
            |problem, address: &Address| Refusal { problem, candidates: vec![address.clone()] };
        let mut moved: Vec<(Slot, Step, Step)> = Vec::new();
        let mut given = BTreeSet::new();
        for (target, new) in order.targets.iter().zip(&order.renumbered) {
            let found = self.target(target)?;
            let (Some(old), Some(step)) = (target.last(), new.last()) else {
                return Err(Problem::NoTarget.into());
            };
            let alike = std::mem::discriminant(old) == std::mem::discriminant(step);
            if found.own || !alike || target.parent() != new.parent() || !given.insert(new) {
                return Err(refuse(Problem::DuplicateNumber, new));
            }
            moved.push((found.slot, old.clone(), step.clone()));
        }
        for new in &order.renumbered {
            let taken = match self.draft.slot(new) {
                Ok(slot) => moved.iter().all(|(leaving, ..)| *leaving != slot),
                Err(Missing::Several) => true,
                Err(Missing::Nothing) => false,
            };
            if taken {
                return Err(refuse(Problem::DuplicateNumber, new));
            }
        }
        let reworded: Result<Vec<(Slot, DraftUnit)>, Refusal> = moved
            .iter()
            .map(|(slot, old, new)| {
                let unit = self.draft.get(*slot);
                let printed = printed_with(unit, old, new);
                // A number that is not printed as it is cited cannot be exchanged in the words.
                printed.map(|unit| (*slot, unit)).ok_or_else(|| Refusal {
                    problem: Problem::WordsUnknown,
                    candidates: vec![unit.address.clone()],
                })
            })
            .collect();
        for (slot, unit) in reworded? {
            self.set(slot, unit);
        }
        let steps: Vec<(Slot, Step)> =
            moved.iter().map(|(slot, _, new)| (*slot, new.clone())).collect();
        self.draft.readdress(&steps);
        self.trace.push(Edit::Renumbered { moved });
        Ok(())
    }
}

/// The unit with the new number before its words; `None` where the old one is not printed there.
fn printed_with(unit: &DraftUnit, old: &Step, new: &Step) -> Option<DraftUnit> {
    let (old, new) = (old.number()?.to_string(), new.number()?.to_string());
    let text = unit.text.as_deref()?;
    if let [first, rest @ ..] = unit.cells.as_slice() {
        let number = first.trim().trim_end_matches('.');
        let changed = first.replacen(number, &new, 1);
        let cells: Vec<String> = std::iter::once(changed).chain(rest.iter().cloned()).collect();
        let text = Some(printed(&cells));
        return (number == old).then(|| DraftUnit { text, cells, ..unit.clone() });
    }
    let mark = &text[..unit.body];
    let rest = mark.trim_start().strip_prefix(old.as_str())?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let blank = &mark[..mark.len() - mark.trim_start().len()];
    let mark = format!("{blank}{new}{rest}");
    let body = mark.len();
    Some(DraftUnit { text: Some(format!("{mark}{}", &text[unit.body..])), body, ..unit.clone() })
}
