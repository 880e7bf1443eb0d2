//! The defined terms and abbreviations of an act on a day.

use super::answer::{ActInfo, Ask, OutlineUnit};
use super::engine::{Engine, Refusal};
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::evidence::Evidence;
use crate::model::kind::Kind;
use crate::terms::{self, Passage, Term};

/// The terms of an act on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermList {
    /// The act.
    pub act: ActInfo,
    /// The question.
    pub ask: Ask,
    /// In the order of the act.
    pub terms: Vec<KnownTerm>,
    /// Units whose wording is not known on the day: they may introduce more.
    pub unknown_parts: Vec<Address>,
}

/// A term with the state of the words that introduce it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownTerm {
    /// The term.
    pub term: Term,
    /// The state of the unit that introduces it.
    pub status: Status,
    /// How sure that unit's words are.
    pub certainty: Certainty,
    /// Where they stand.
    pub source: Option<Evidence>,
}

impl Engine {
    /// The terms that the words of an act introduce on a day.
    ///
    /// # Errors
    /// A damaged index.
    pub fn terms(&self, act: &ActInfo, ask: Ask) -> Result<TermList, Refusal> {
        let units = self.outline(act, &Address::whole(), ask)?.units;
        let mut introducing = units.iter().peekable();
        let mut known = Vec::new();
        for term in terms::read(units.iter().filter_map(passage)) {
            // Terms come in the order of the units.
            while introducing.peek().is_some_and(|unit| unit.address != term.address) {
                introducing.next();
            }
            let Some(unit) = introducing.peek() else { break };
            known.push(KnownTerm {
                status: unit.status,
                certainty: unit.certainty,
                source: unit.source.clone(),
                term,
            });
        }
        let unknown_parts = unknown_parts(&units);
        Ok(TermList { act: act.clone(), ask, terms: known, unknown_parts })
    }
}

/// The words of a unit that stands, with their place.
pub(super) fn passage(unit: &OutlineUnit) -> Option<Passage<'_>> {
    Some(Passage {
        address: &unit.address,
        kind: unit.kind,
        text: unit.text.as_deref().filter(|_| unit.status == Status::InForce)?,
        body: unit.body,
        groups: &unit.groups,
    })
}

/// The units that stand or may stand and whose words are not known, the outermost ones alone.
pub(super) fn unknown_parts(units: &[OutlineUnit]) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    for unit in units {
        let may_hold = matches!(unit.status, Status::InForce | Status::Unknown);
        let wordless = matches!(unit.kind, Kind::Annex | Kind::Act | Kind::Table);
        let inside = found.last().is_some_and(|outer| unit.address.is_within(outer));
        if may_hold && unit.text.is_none() && !wordless && !inside {
            found.push(unit.address.clone());
        }
    }
    found
}
