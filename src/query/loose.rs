//! A text that the corpus does not hold → its citations that lead nowhere: those of its own
//! provisions are looked for in the text itself, those of other acts in the corpus.

use super::answer::{ActInfo, Ask, OutlineUnit};
use super::engine::{Engine, Refusal};
use super::refs::{Citation, Reach};
use super::view::Views;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, Tree, Unit};

impl Engine {
    /// The citations of a text that lead nowhere on a day. `id` is the act that it prints, or what
    /// stands for one that does not say which it is.
    ///
    /// # Errors
    /// A damaged index.
    pub fn loose_leading_nowhere(
        &self,
        tree: &Tree,
        id: &ActId,
        ask: Ask,
    ) -> Result<Vec<Citation>, Refusal> {
        let title = tree.units.iter().find(|unit| unit.kind == Kind::Title);
        let act = ActInfo {
            id: id.clone(),
            title: title.map(|unit| unit.text.clone()),
            titles: title.map(|unit| unit.text.clone()).into_iter().collect(),
            horizon: None,
            witnesses: Vec::new(),
            referenced: false,
            components: vec![Address::whole()],
            amending: Vec::new(),
            amending_on_adoption: Vec::new(),
        };
        let mut views = Views::new(self, ask);
        views.hold(&act, outline(tree));
        let mut all = self.outgoing(&act, &Address::whole(), usize::MAX, &mut views)?;
        for citation in &mut all {
            citation.places.retain(|place| place.reach == Reach::LeadsNowhere);
        }
        all.retain(|citation| !citation.places.is_empty());
        Ok(all)
    }
}

/// The units of a text as those of an act on a day; what editors wrote, and what was not read, is
/// no part of it.
fn outline(tree: &Tree) -> Vec<OutlineUnit> {
    let own = |(_, unit): &(usize, &Unit)| !unit.kind.is_editorial() && unit.kind != Kind::Unread;
    let units = tree.units.iter().enumerate().filter(own);
    units
        .map(|(at, unit)| {
            let stands = unit.status == PrintedStatus::InForce;
            OutlineUnit {
                address: unit.address.clone(),
                node: None,
                kind: unit.kind,
                heading: unit.heading.clone(),
                text: Some(unit.text.clone()),
                body: unit.body,
                status: if stands { Status::InForce } else { Status::Repealed },
                certainty: Certainty::Certain,
                depth: unit.depth,
                groups: groups(tree, unit),
                parts_known: true,
                source: Some(Evidence { kind: EvidenceKind::Consolidated, span: tree.span(at) }),
            }
        })
        .collect()
}

/// The headings around a unit that its address does not name, outermost first.
fn groups(tree: &Tree, unit: &Unit) -> Vec<Address> {
    let mut groups = Vec::new();
    let mut around = unit.parent;
    while let Some(parent) = around.and_then(|at| tree.units.get(at)) {
        if parent.kind.is_grouping() && !unit.address.is_within(&parent.address) {
            groups.push(parent.address.clone());
        }
        around = parent.parent;
    }
    groups.reverse();
    groups
}
