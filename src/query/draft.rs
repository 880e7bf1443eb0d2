//! An act on a day → a working copy on which orders can be tried.

use super::answer::{ActInfo, Ask, OutlineUnit};
use super::engine::{Engine, Refusal};
use crate::amend::apply::{Draft, DraftUnit};
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::model::kind::Kind;
use crate::model::tree::PrintedStatus;

impl Engine {
    /// The act as it stands on the day of a question; units whose wording is not known are there
    /// without words.
    ///
    /// # Errors
    /// A damaged index.
    pub fn draft(&self, act: &ActInfo, ask: Ask) -> Result<Draft, Refusal> {
        let outline = self.outline(act, &Address::whole(), ask)?;
        // Of some acts the corpus knows but one document.
        let component = outline.units.first().map(|unit| unit.address.component());
        let only = |component: &Address| {
            outline.units.iter().all(|unit| unit.address.is_within(component))
        };
        let component = component.filter(only).unwrap_or_default();
        let units = outline.units.into_iter().map(|unit| (unit.depth, of_outline(unit)));
        Ok(Draft::new(&component, units))
    }
}

fn of_outline(unit: OutlineUnit) -> DraftUnit {
    let gone = unit.status == Status::Repealed;
    let row = matches!(unit.kind, Kind::Row | Kind::Table);
    let cells = unit.text.as_deref().filter(|_| row).map(|text| text.split(" | "));
    let cells = cells.map(|cells| cells.map(str::to_owned).collect()).unwrap_or_default();
    DraftUnit {
        kind: unit.kind,
        address: unit.address,
        heading: unit.heading,
        text: unit.text,
        body: unit.body,
        status: if gone { PrintedStatus::Repealed } else { PrintedStatus::InForce },
        suspended: unit.status == Status::Suspended,
        cells,
    }
}
