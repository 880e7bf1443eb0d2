//! `тақырыбы мынадай редакцияда жазылсын` → the title of the act, or the heading of a unit,
//! worded anew; number and unit word stay.

use super::draft::DraftUnit;
use super::{Desk, Problem, Refusal};
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;

impl Desk<'_> {
    /// Words one title or heading anew.
    pub(super) fn replace_title(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let [target] = order.targets.as_slice() else {
            return Err(Problem::NotSupported.into());
        };
        let found = self.target(target)?;
        let new = order.new_text.as_deref().map(|text| text.replace('\n', " "));
        let Some(new) = new.filter(|new| !new.trim().is_empty()) else {
            return Err(Problem::NoNewText.into());
        };
        let unit = self.draft.get(found.slot).clone();
        if unit.heading.is_none() && !matches!(unit.kind, Kind::Title | Kind::Annex) {
            return Err(Problem::NoTarget.into());
        }
        let mark = unit.text.as_deref().map_or("", |text| &text[..unit.body]).to_owned();
        // The new heading may repeat the number: «5-бап. …».
        let words = match mark.trim() {
            "" => new.trim(),
            mark => new.trim().strip_prefix(mark).unwrap_or(new.trim()).trim_start(),
        };
        let heading = unit.heading.as_ref().map(|_| words.to_owned());
        let text = Some(format!("{mark}{words}"));
        self.set(found.slot, DraftUnit { text, heading, ..unit });
        Ok(())
    }
}
