//! An answer → the chain of states that led to it, step by step: what each place inside was, from
//! when, by whose word, up to the day asked about.

use super::answer::{ActInfo, Ask, Bound};
use super::compose::{Part, parts};
use super::engine::{Engine, Refusal};
use super::grader::Grader;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::Window;
use crate::model::evidence::Evidence;
use crate::model::proof::SourceKind;
use crate::model::version::Version;

/// One state on the way to an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The place.
    pub address: Address,
    /// Its state.
    pub status: Status,
    /// From when.
    pub valid_from: Bound,
    /// The act that began it.
    pub by: Option<ActId>,
    /// How its words are known; `None` where it has none.
    pub words: Option<SourceKind>,
    /// Its certainty on its last day, but not after the day asked about.
    pub certainty: Certainty,
    /// Where its words stood before, as far as their likeness tells.
    pub moved_from: Option<Address>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
}

impl Engine {
    /// The states of a place, and of the parts of it that changed on their own, up to a day.
    ///
    /// # Errors
    /// A damaged index.
    pub fn chain(&self, act: &ActInfo, address: &Address, ask: Ask) -> Result<Vec<Link>, Refusal> {
        let stored = self.index.versions_under(&act.id.iri(), address, ask.axis)?;
        let parts = parts(stored, ask.known_by);
        let grader = Grader::exact(act, &ask);
        let mut links: Vec<Link> = Vec::new();
        let mut told: Vec<(Window, Option<ActId>)> = Vec::new();
        for (n, part) in parts.iter().enumerate() {
            let states: Vec<&Version> = part
                .versions
                .iter()
                .filter(|version| version.valid_from.may_have_begun(ask.date))
                .filter(|version| {
                    // What always was, before the act, is no step.
                    let beginning = version.valid_from;
                    beginning.earliest.is_some() || beginning.latest.is_some()
                })
                .collect();
            let own = |version: &&Version| {
                n == 0 || !told.contains(&(version.valid_from, version.introduced_by.clone()))
            };
            let turning: Vec<&Version> = states.iter().copied().filter(own).collect();
            for version in turning {
                links.push(link(part, version, ask, &grader));
            }
            if n == 0 {
                told = states
                    .iter()
                    .map(|version| (version.valid_from, version.introduced_by.clone()))
                    .collect();
            }
        }
        links.sort_by_key(|link| link.valid_from.window.moment());
        Ok(links)
    }
}

fn link(part: &Part, version: &Version, ask: Ask, grader: &Grader<'_>) -> Link {
    let ended = version.valid_to.and_then(|end| end.earliest);
    let last = ended.and_then(|day| day.yesterday().ok()).map_or(ask.date, |day| day.min(ask.date));
    let grade = grader.grade(version, last);
    let printed = version.proof.as_ref().and_then(|proof| proof.sources.first());
    Link {
        address: part.address.clone(),
        status: version.status,
        valid_from: Bound { window: version.valid_from, rule: version.begins_by.clone() },
        by: version.introduced_by.clone().filter(|_| version.status != Status::Unknown),
        words: printed.map(|source| source.kind),
        certainty: grade.map_or(Certainty::Unknown, |grade| grade.certainty),
        moved_from: version.moved_from.clone(),
        evidence: version.evidence.clone(),
    }
}
