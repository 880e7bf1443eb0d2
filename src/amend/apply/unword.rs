//! An order on words and the unit that stands after it → what the unit said before. For readers
//! that follow the words of one place back through time and have no act around it.

use super::draft::{Draft, DraftUnit};
use super::undo::{NotUndoable, undo_from_text};
use super::words::is_everywhere;
use crate::model::address::Step;
use crate::model::instruction::{Instruction, Operation};

/// The unit as it stood before an order that names it, where the order alone tells it: the new
/// words stand in it once each, and the old ones are put in their place.
///
/// # Errors
/// The order is none that brings words, does not name this very unit, names only a part or a
/// sentence of it, or leaves in doubt where the old words stood.
pub fn unword(order: &Instruction, unit: &DraftUnit) -> Result<DraftUnit, NotUndoable> {
    let brings_words = matches!(order.operation, Operation::ReplaceWords | Operation::InsertWords);
    if !order.read || !brings_words || is_everywhere(order) || !order.sentences.is_empty() {
        return Err(NotUndoable::OldWordingUnknown);
    }
    let counted = matches!(unit.address.last(), Some(Step::Text(_))) || !order.columns.is_empty();
    if counted || !order.targets.contains(&unit.address) {
        return Err(NotUndoable::NotThere);
    }
    let alone = Instruction { targets: vec![unit.address.clone()], ..order.clone() };
    let mut draft = Draft::new(&unit.address.component(), [(0, unit.clone())]);
    let undone = undo_from_text(&mut draft, &alone)?;
    if !undone.doubtful.is_empty() {
        return Err(NotUndoable::DoubtfulPlaces);
    }
    draft.units().next().cloned().ok_or(NotUndoable::NotThere)
}
