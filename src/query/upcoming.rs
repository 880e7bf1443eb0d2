//! A day → the changes that are adopted or announced and do not surely hold yet on it: what
//! turns where, by which act, between which days.

use super::answer::{ActInfo, Bound};
use super::compose::{Part, is_inside, parts};
use super::engine::{Engine, Refusal};
use super::grader::Grader;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::Window;
use crate::model::evidence::Evidence;
use crate::model::named::named;
use crate::model::reason::Reason;
use crate::model::version::{Axis, Version};
use jiff::civil::Date;
use std::cmp::Ordering;

named! {
    /// What a change makes of a provision.
    ChangeKind {
        /// It comes into being.
        Added = "added",
        /// It says something else.
        Changed = "changed",
        /// It goes.
        Removed = "removed",
        /// It stops working for a time.
        Suspended = "suspended",
        /// It works again.
        Resumed = "resumed",
    }
}

/// A change that is to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// The act that it changes.
    pub act: ActInfo,
    /// The provision; parts that come or go with it are not named again.
    pub address: Address,
    /// What it makes of it.
    pub turn: ChangeKind,
    /// True where it was only announced, and no order in the corpus words it.
    pub planned: bool,
    /// The act that makes it; `None` for the act's own entry into force and the like.
    pub by: Option<ActId>,
    /// When it takes effect.
    pub valid_from: Bound,
    /// What the provision itself will say, parts left out; `None` where nothing holds then or the
    /// corpus does not know it.
    pub text: Option<String>,
    /// How sure that is.
    pub certainty: Certainty,
    /// Who says so.
    pub evidence: Vec<Evidence>,
}

impl Engine {
    /// The changes of an act, or of every act, that do not surely hold yet on a day: the earliest
    /// first, those without a known day last.
    ///
    /// # Errors
    /// A damaged index.
    pub fn upcoming(&self, act: Option<&ActInfo>, after: Date) -> Result<Vec<Upcoming>, Refusal> {
        let acts = match act {
            Some(act) => vec![act.clone()],
            None => self.acts()?,
        };
        let mut found: Vec<Upcoming> = Vec::new();
        for act in acts.iter().filter(|act| !act.referenced) {
            let stored =
                self.index.versions_under(&act.id.iri(), &Address::whole(), Axis::InForce)?;
            found.extend(of_act(act, &parts(stored, None), after));
        }
        found.sort_by(Upcoming::in_time);
        Ok(found)
    }
}

impl Upcoming {
    /// The order in which changes are told: the earliest first, those without a known day last.
    pub fn in_time(&self, other: &Upcoming) -> Ordering {
        let key = |one: &Upcoming| one.valid_from.window.moment();
        key(self).cmp(&key(other)).then_with(|| self.by.cmp(&other.by))
    }
}

fn of_act(act: &ActInfo, parts: &[Part], after: Date) -> Vec<Upcoming> {
    let grader = Grader::of_stretches();
    let mut found: Vec<(usize, Upcoming)> = Vec::new();
    let mut act_told: Vec<Window> = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        for pair in part.versions.windows(2) {
            let [before, version] = pair else { continue };
            let Some(turn) = turn(before, version) else { continue };
            // Where no source names an act, a rule of numbering alone speaks.
            if version.valid_from.has_begun(after) || version.introduced_by.is_none() {
                continue;
            }
            // What comes or goes with its container is told there.
            let told = found.iter().any(|(outer, known)| {
                known.by == version.introduced_by
                    && known.valid_from.window == version.valid_from
                    && is_inside(part, &parts[*outer])
            });
            if told {
                continue;
            }
            // An act that takes effect is told once, as a whole.
            let own = version.introduced_by.as_ref() == Some(&act.id);
            if own && act_told.contains(&version.valid_from) {
                continue;
            }
            if own {
                act_told.push(version.valid_from);
            }
            let day = version.valid_from.latest.or(version.valid_from.earliest).unwrap_or(after);
            let grade = grader.grade(version, day);
            let announced = grade.as_ref().is_some_and(|grade| {
                let planned = |reason: &Reason| matches!(reason, Reason::PlannedTextMissing { .. });
                grade.reasons.iter().any(planned)
            });
            let entry = Upcoming {
                act: act.clone(),
                address: if own { Address::whole() } else { part.address.clone() },
                turn,
                planned: announced,
                by: version.introduced_by.clone(),
                valid_from: Bound { window: version.valid_from, rule: version.begins_by.clone() },
                text: version.text.clone().filter(|_| !own),
                certainty: grade.map_or(Certainty::Unknown, |grade| grade.certainty),
                evidence: version.evidence.clone(),
            };
            found.push((i, entry));
        }
    }
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// What the second of two versions makes of the first; `None` where nothing is said to change.
pub(super) fn turn(before: &Version, after: &Version) -> Option<ChangeKind> {
    match (before.status, after.status) {
        (Status::NotYet, Status::InForce) => Some(ChangeKind::Added),
        (Status::Repealed, Status::InForce) => Some(ChangeKind::Added),
        (Status::Suspended, Status::InForce) => Some(ChangeKind::Resumed),
        (_, Status::Suspended) => Some(ChangeKind::Suspended),
        (Status::NotYet, Status::Repealed) | (Status::Repealed, Status::Repealed) => None,
        (_, Status::Repealed) => Some(ChangeKind::Removed),
        (_, Status::InForce | Status::Unknown) if after.introduced_by.is_some() => {
            Some(ChangeKind::Changed)
        }
        _ => None,
    }
}
