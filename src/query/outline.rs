//! The tree of units of an act on a day, each with its own words and state.

use super::answer::{ActInfo, Ask, Outline, OutlineUnit};
use super::compose::{Part, Standing, When, is_inside, parts};
use super::engine::{Engine, Refusal};
use super::grader::Grader;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};

impl Engine {
    /// The units of an act, or of one provision, on a day. What did not stand yet is left out,
    /// what stood and is gone appears as a tombstone without its parts.
    ///
    /// # Errors
    /// A damaged index.
    pub fn outline(&self, act: &ActInfo, address: &Address, ask: Ask) -> Result<Outline, Refusal> {
        let stored = self.index.versions_under(&act.id.iri(), address, ask.axis)?;
        let parts = parts(stored, ask.known_by);
        let when = When::On(ask.date);
        let grader = Grader::exact(act, &ask);
        let mut units = Vec::new();
        let mut skipped: Option<&Part> = None;
        for part in &parts {
            if skipped.is_some_and(|outer| is_inside(part, outer)) {
                continue;
            }
            skipped = None;
            let unit = unit(part, when, (ask, &grader));
            if unit.as_ref().is_none_or(|unit| unit.status == Status::Repealed) {
                skipped = Some(part);
            }
            units.extend(unit);
        }
        Ok(Outline { act: act.clone(), ask, units })
    }
}

fn unit(part: &Part, when: When, (ask, grader): (Ask, &Grader<'_>)) -> Option<OutlineUnit> {
    let open = OutlineUnit {
        address: part.address.clone(),
        node: None,
        kind: part.first.version.kind,
        heading: None,
        text: None,
        body: 0,
        status: Status::Unknown,
        certainty: Certainty::Unknown,
        depth: part.first.depth,
        groups: part.first.groups.clone(),
        parts_known: false,
        source: None,
    };
    match part.standing(when) {
        Standing::Nothing => None,
        Standing::Open(_) => Some(open),
        Standing::Is(version) => {
            let stands = !matches!(version.status, Status::NotYet | Status::Unknown);
            stands.then(|| OutlineUnit {
                node: Some(version.node.to_string()),
                heading: version.heading.clone(),
                text: version.text.clone(),
                body: version.body,
                status: version.status,
                certainty: grader
                    .grade(version, ask.date)
                    .map_or(Certainty::Unknown, |grade| grade.certainty),
                parts_known: version.parts_known,
                source: version.evidence.first().cloned(),
                ..open
            })
        }
    }
}
