//! `5-жолдың 3-бағанындағы …` → the cells meant: where they stand in the words of a row, and a
//! row with changes in its cells. The words of a row are its cells with a bar between them.

use super::draft::{DraftUnit, Slot};
use super::rows::{BETWEEN, printed};
use super::splice::{Change, splice};
use super::{Desk, Problem, Refusal};
use crate::model::instruction::Instruction;
use std::ops::Range;

impl Desk<'_> {
    /// Words one cell of a row anew.
    pub(super) fn change_cell(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let ([target], [column]) = (order.targets.as_slice(), order.columns.as_slice()) else {
            return Err(Problem::NotSupported.into());
        };
        let found = self.target(target)?;
        let unit = self.draft.get(found.slot).clone();
        let refuse = |problem| Refusal { problem, candidates: vec![unit.address.clone()] };
        let new = order.new_text.as_deref().map(str::trim).filter(|new| !new.is_empty());
        let new = new.ok_or_else(|| refuse(Problem::NoNewText))?;
        let index = usize::try_from(*column).ok().and_then(|column| column.checked_sub(1));
        let mut cells = unit.cells.clone();
        let cell = index.and_then(|index| cells.get_mut(index));
        *cell.ok_or_else(|| refuse(Problem::NoTarget))? = new.to_owned();
        if !self.is_whole_row(found.slot) {
            return Err(refuse(Problem::AmbiguousPlace));
        }
        let text = Some(printed(&cells));
        self.set(found.slot, DraftUnit { text, cells, ..unit });
        Ok(())
    }
}

impl Desk<'_> {
    /// False for a row that has more or fewer cells than the head of its table or the rows beside
    /// it: some are lost, and nobody can say in which columns the others stand.
    pub(super) fn is_whole_row(&self, slot: Slot) -> bool {
        let count = |slot: Slot| self.draft.get(slot).cells.len();
        let beside = [self.draft.parent(slot), self.draft.before(slot), self.draft.after(slot)];
        let others = beside.into_iter().flatten().map(count).filter(|cells| *cells > 0);
        let own = count(slot);
        own > 0 && others.into_iter().all(|cells| cells == own)
    }
}

/// Bytes of every cell in the words of a row, empty for an empty cell; `None` for what is no row.
fn cells(unit: &DraftUnit) -> Option<Vec<Range<usize>>> {
    let text = unit.text.as_deref()?;
    if unit.cells.is_empty() || unit.body != 0 || printed(&unit.cells) != text {
        return None;
    }
    let mut start = 0;
    let mut out = Vec::with_capacity(unit.cells.len());
    for cell in &unit.cells {
        out.push(start..start + cell.len());
        start += if cell.is_empty() { 0 } else { cell.len() + BETWEEN.len() };
    }
    Some(out)
}

/// Bytes of the cells in these columns, counted from 1; none for what is no row.
pub(super) fn ranges(unit: &DraftUnit, columns: &[u32]) -> Vec<Range<usize>> {
    let cells = cells(unit).unwrap_or_default();
    let nth = |column: &u32| {
        let index = usize::try_from(*column).ok()?.checked_sub(1)?;
        cells.get(index).cloned()
    };
    columns.iter().filter_map(nth).collect()
}

/// A row with changes in its words, each of which stands in one cell; `None` for what is no row,
/// and where a change crosses cells.
pub(super) fn reworded(unit: &DraftUnit, changes: &[Change]) -> Option<DraftUnit> {
    let places = cells(unit)?;
    let inside = |place: &Range<usize>, change: &&Change| {
        place.start <= change.bytes.start && change.bytes.end <= place.end
    };
    let crosses = |change: &Change| !places.iter().any(|place| inside(place, &change));
    if changes.iter().any(crosses) {
        return None;
    }
    let again = |(cell, place): (&String, &Range<usize>)| {
        let own = changes.iter().filter(|change| inside(place, change)).map(|change| Change {
            bytes: change.bytes.start - place.start..change.bytes.end - place.start,
            ..change.clone()
        });
        splice(cell, &own.collect::<Vec<_>>())
    };
    let cells: Vec<String> = unit.cells.iter().zip(&places).map(again).collect();
    Some(DraftUnit { text: Some(printed(&cells)), cells, ..unit.clone() })
}
