//! `тақырыбы мынадай редакцияда жазылсын` → the title of the act, or the heading of a unit,
//! worded anew; number and unit word stay.

use super::draft::{DraftUnit, Slot};
use super::{Desk, Problem, Refusal};
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;

impl Desk<'_> {
    /// Words titles or headings anew.
    pub(super) fn replace_title(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let mut reworded: Vec<(Slot, DraftUnit)> = Vec::new();
        for target in &order.targets {
            let found = self.target(target)?;
            let new = match order.targets.as_slice() {
                [_] => order.new_text.clone(),
                _ => {
                    let brought = order.new_units.iter().find(|unit| unit.address == *target);
                    brought.map(|unit| unit.text.clone())
                }
            };
            let new = new.map(|text| text.replace('\n', " "));
            let Some(new) = new.filter(|new| !new.trim().is_empty()) else {
                return Err(Problem::NoNewText.into());
            };
            let unit = self.draft.get(found.slot).clone();
            if unit.heading.is_none() && !matches!(unit.kind, Kind::Title | Kind::Annex) {
                return Err(Problem::NoTarget.into());
            }
            reworded.push((found.slot, headed(unit, new.trim())));
        }
        for (slot, unit) in reworded {
            self.set(slot, unit);
        }
        Ok(())
    }
}

/// The unit under a new heading, which may repeat the number: «5-бап. …».
fn headed(unit: DraftUnit, new: &str) -> DraftUnit {
    let mark = unit.text.as_deref().map_or("", |text| &text[..unit.body]).to_owned();
    let words = match mark.trim() {
        "" => new,
        mark => new.strip_prefix(mark).unwrap_or(new).trim_start(),
    };
    let heading = unit.heading.as_ref().map(|_| words.to_owned());
    let text = Some(format!("{mark}{words}"));
    DraftUnit { text, heading, ..unit }
}
