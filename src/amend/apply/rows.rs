//! A row of a table as an order prints it → its cells. A row that does not have as many cells as
//! its table has columns has lost some of them, and nobody can say which.

use super::draft::{DraftUnit, Slot};
use super::{Desk, Problem, Refusal};
use crate::model::address::Address;
use crate::model::kind::Kind;
use crate::model::tree::Unit;

/// What parts the cells of a row in the text of a unit.
pub(super) const BETWEEN: &str = " | ";

/// A unit of new text as it comes to stand in a draft.
pub(super) fn brought(unit: &Unit) -> DraftUnit {
    let new = DraftUnit::new(unit, unit.address.clone());
    if unit.kind != Kind::Row || !unit.cells.is_empty() {
        return new;
    }
    let cells = cells(&unit.text);
    DraftUnit { text: Some(printed(&cells)), body: 0, cells, ..new }
}

/// The words of a row: its filled cells with a bar between them.
pub(super) fn printed(cells: &[String]) -> String {
    let filled = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty());
    filled.collect::<Vec<_>>().join(BETWEEN)
}

/// The cells of a row between bars or tabs.
fn cells(text: &str) -> Vec<String> {
    let text = text.trim();
    let mark = if text.contains('|') { '|' } else { '\t' };
    let inner = text.strip_prefix(mark).unwrap_or(text);
    let inner = inner.strip_suffix(mark).unwrap_or(inner);
    inner.split(mark).map(|cell| cell.trim().to_owned()).collect()
}

impl Desk<'_> {
    /// A new row fits its table when it has as many cells as the row that it replaces or that
    /// stands beside it.
    pub(super) fn rows_fit(&self, new: &[&Unit], target: &Address) -> Result<(), Refusal> {
        for unit in new.iter().filter(|unit| unit.kind == Kind::Row) {
            let row = brought(unit);
            let columns = self.columns(&unit.address).or_else(|| self.columns(target));
            if columns.is_some_and(|columns| columns != row.cells.len()) {
                return Err(Problem::NoNewText.into());
            }
        }
        Ok(())
    }

    fn columns(&self, address: &Address) -> Option<usize> {
        let beside = |higher| self.draft.neighbour(address, higher);
        let slot = self.draft.slot(address).ok().or_else(|| beside(false)).or_else(|| beside(true));
        let count = |slot: Slot| self.draft.get(slot).cells.len();
        slot.map(count).filter(|cells| *cells > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn cells_stand_between_bars_or_tabs() {
        assert_eq!(cells("| 2 | Тұтастық | 7 |"), ["2", "Тұтастық", "7"]);
        assert_eq!(cells("2 | Тұтастық | 7"), ["2", "Тұтастық", "7"]);
        assert_eq!(cells("| 2 | | 7 |"), ["2", "", "7"]);
        assert_eq!(cells("2\tТұтастық\t7"), ["2", "Тұтастық", "7"]);
        assert_eq!(cells("2 Тұтастық 7"), ["2 Тұтастық 7"]);
    }
}
