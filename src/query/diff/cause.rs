//! A place and two days → the acts that changed it between them, each with its order.

use super::Cause;
use super::held::{Held, On};
use crate::model::act::ActId;
use crate::model::certainty::Status;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::reason::Reason;
use crate::model::version::Version;
use crate::query::answer::Bound;
use crate::query::compose::Part;
use crate::query::upcoming::{ChangeKind, turn};
use jiff::civil::Date;
use std::collections::HashSet;

/// Who changed a unit; or, where nothing tells, the reasons that are known for that.
#[derive(Debug, Default)]
pub(super) struct Causes {
    pub known: Vec<Cause>,
    pub untold: Vec<Reason>,
}

/// Two days, the earlier one first, and those of the acts of which the corpus has a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Between<'a> {
    pub first: Date,
    pub last: Date,
    pub in_corpus: &'a HashSet<ActId>,
}

impl Between<'_> {
    /// Adds the acts that changed a place, each once.
    pub fn changes(&self, part: &Part, causes: &mut Causes) {
        let before = std::iter::once(None).chain(part.versions.iter().map(Some));
        for (before, version) in before.zip(&part.versions) {
            let window = version.valid_from;
            let falls = window.may_have_begun(self.last) && !window.has_begun(self.first);
            if !falls || before.is_some_and(|before| is_same(before, version)) {
                continue;
            }
            let Some(act) = version.introduced_by.clone() else {
                let reasons = version.grades.iter().flat_map(|grade| &grade.reasons);
                for reason in reasons {
                    if !causes.untold.contains(reason) {
                        causes.untold.push(reason.clone());
                    }
                }
                continue;
            };
            let known = causes
                .known
                .iter()
                .any(|known| known.act == act && known.valid_from.window == window);
            if known {
                continue;
            }
            let made = match before {
                Some(before) => turn(before, version),
                None if version.status == Status::InForce => Some(ChangeKind::Added),
                None => None,
            };
            causes.known.push(Cause {
                in_corpus: self.in_corpus.contains(&act),
                act,
                address: part.address.clone(),
                made: made.unwrap_or(ChangeKind::Changed),
                valid_from: Bound { window, rule: version.begins_by.clone() },
                source: source(&version.evidence),
                open: window.leaves_open(self.first) || window.leaves_open(self.last),
                with_container: before.is_some_and(|before| came_anew(before, version)),
            });
        }
    }
}

/// The acts that may be told as causes.
pub(super) fn acts(parts: &[Part]) -> impl Iterator<Item = &ActId> {
    parts.iter().flat_map(|part| &part.versions).filter_map(|one| one.introduced_by.as_ref())
}

/// Puts causes in the order of effect.
pub(super) fn in_order(causes: &mut [Cause]) {
    causes.sort_by(|a, b| {
        let key = |cause: &Cause| (cause.valid_from.window.moment(), cause.act.clone());
        key(a).cmp(&key(b))
    });
}

/// True where a unit that stood, or may have stood, stands again as another one: an order that
/// names a unit leaves it what it is, one that words its container anew brings new parts.
fn came_anew(before: &Version, after: &Version) -> bool {
    let stood = !matches!(before.status, Status::NotYet | Status::Repealed);
    stood && after.status == Status::InForce && before.node != after.node
}

/// True where nothing is said to turn from one version to the next.
fn is_same(before: &Version, after: &Version) -> bool {
    let known = after.status != Status::InForce || after.text.is_some();
    known
        && before.status == after.status
        && before.text == after.text
        && (before.node == after.node || after.status != Status::InForce)
}

/// The order that brings a state, else the note that tells of it.
fn source(evidence: &[Evidence]) -> Option<Evidence> {
    let wanted = [EvidenceKind::Instruction, EvidenceKind::Derived, EvidenceKind::Note];
    let found = |kind| evidence.iter().find(|piece| piece.kind == kind);
    wanted.into_iter().find_map(found).cloned()
}

/// True where both sides are the same version, so that nothing is known to have happened.
pub(super) fn is_one_state(before: &On<'_>, after: &On<'_>) -> bool {
    match (&before.held, &after.held) {
        (Held::Open(_), _) | (_, Held::Open(_)) => false,
        _ => match (before.version(), after.version()) {
            (Some(before), Some(after)) => std::ptr::eq(before, after),
            _ => false,
        },
    }
}
