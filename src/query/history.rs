//! Every version of a provision, parts included, with its days, what made it and what ended it.

use super::answer::{ActInfo, History, HistoryVersion};
use super::compose::{Part, Standing, Turn, When, Whole, compose, join_evidence, parts};
use super::engine::{Engine, Refusal};
use super::grader::Grader;
use super::spell::spells;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::Window;
use crate::model::version::{Axis, Version};
use jiff::civil::Date;

impl Engine {
    /// The versions of a provision on an axis, oldest first: those that hold by all that is
    /// known, and those that were once held to be in force and that a change working backwards
    /// has since replaced. With a period, only versions that may have held in `[from, to]`.
    ///
    /// # Errors
    /// A damaged index.
    pub fn history(
        &self,
        act: &ActInfo,
        address: &Address,
        axis: Axis,
        period: (Option<Date>, Option<Date>),
    ) -> Result<History, Refusal> {
        let stored = self.index.versions_under(&act.id.iri(), address, axis)?;
        let mut knowledge: Vec<Date> =
            stored.iter().filter_map(|stored| stored.version.known_to).collect();
        knowledge.sort();
        knowledge.dedup();
        let now = parts(stored.clone(), None);
        let mut versions = sweep(&now, address, act.horizon);
        for ended in knowledge {
            let Ok(day) = ended.yesterday() else { continue };
            let then = parts(stored.clone(), Some(day));
            let mut past = sweep(&then, address, act.horizon);
            past.retain(|version| replaced_backwards(version, &versions, ended));
            for version in past {
                versions.push(HistoryVersion { known_to: Some(ended), ..version });
            }
        }
        let (from, to) = period;
        versions.retain(|version| {
            let begun = to.is_none_or(|to| version.valid_from.window.may_have_begun(to));
            let ended = version
                .valid_to
                .as_ref()
                .is_some_and(|end| from.is_some_and(|from| end.window.has_begun(from)));
            begun && !ended
        });
        versions.sort_by_key(|version| {
            (version.valid_from.window.moment(), version.known_to.is_none(), version.known_to)
        });
        let mut spells = spells(&now, act, address, axis, &versions);
        spells.retain(|spell| {
            let begun = to.is_none_or(|to| spell.days.from.is_none_or(|first| first <= to));
            begun && from.is_none_or(|from| spell.days.until.is_none_or(|until| from < until))
        });
        Ok(History { act: act.clone(), address: address.clone(), versions, spells })
    }
}

/// One version for every stretch over which nothing inside changes.
fn sweep(parts: &[Part], address: &Address, horizon: Option<Date>) -> Vec<HistoryVersion> {
    let mut turns: Vec<Turn> = Vec::new();
    for part in parts {
        for version in &part.versions {
            let turn = Turn::of(version);
            if !turns.contains(&turn) {
                turns.push(turn);
            }
        }
    }
    turns.sort_by_key(|turn| turn.window.moment());
    let mut versions: Vec<HistoryVersion> = Vec::new();
    for (i, turn) in turns.iter().enumerate() {
        let window = &turn.window;
        let next = turns.get(i + 1);
        let day = last_day(window, next.map(|next| &next.window), horizon);
        let first = window.latest.or(window.earliest).unwrap_or(Date::MIN);
        // The weakest of the days stands for the stretch: its words come with its reasons.
        let weakest = days_between(parts, first, day)
            .into_iter()
            .map(|day| {
                let when = When::After(window.moment(), day);
                (compose(parts, when, &Grader::of_stretches()), when)
            })
            .min_by_key(|(whole, _)| whole.certainty());
        let Some((whole, when)) = weakest else { continue };
        let Some(version) = version(parts, address, &whole, when, turn) else {
            continue;
        };
        match versions.last_mut() {
            Some(last) if same(last, &version) => {
                if version.certainty < last.certainty {
                    last.certainty = version.certainty;
                    last.reasons = version.reasons;
                }
            }
            last => {
                if let Some(last) = last {
                    last.valid_to = Some(turn.bound());
                    last.ended_by = turn.act.clone();
                }
                versions.push(version);
            }
        }
    }
    versions
}

/// The days of a stretch on which the certainty of some part may change, its ends included.
fn days_between(parts: &[Part], first: Date, last: Date) -> Vec<Date> {
    let grades = parts.iter().flat_map(|part| &part.versions).flat_map(|version| &version.grades);
    let turning = grades.filter_map(|grade| grade.from);
    let mut days: Vec<Date> = turning.filter(|day| first < *day && *day < last).collect();
    days.extend([first, last]);
    days.sort();
    days.dedup();
    days
}

/// The last day of a stretch, but not after the horizon.
fn last_day(window: &Window, next: Option<&Window>, horizon: Option<Date>) -> Date {
    let start = window.latest.or(window.earliest).unwrap_or(Date::MIN);
    let end = next.and_then(|next| next.earliest).and_then(|day| day.yesterday().ok());
    match (end, horizon) {
        (Some(end), Some(horizon)) => end.min(horizon).max(start),
        (Some(end), None) => end.max(start),
        (None, Some(horizon)) => horizon.max(start),
        (None, None) => start,
    }
}

fn version(
    parts: &[Part],
    address: &Address,
    whole: &Whole,
    when: When,
    turn: &Turn,
) -> Option<HistoryVersion> {
    let root = parts.first().filter(|part| part.address == *address);
    let own = match root.map(|root| root.standing(when)) {
        Some(Standing::Is(version)) => Some(version),
        Some(_) => return None,
        None => None,
    };
    let held = own.or_else(|| absent(parts, when));
    let status = match held {
        Some(version) => version.status,
        None if whole.lines.is_empty() => Status::Unknown,
        None => Status::InForce,
    };
    let day = match when {
        When::On(day) | When::After(_, day) | When::Before(_, day) => day,
    };
    let grade = held.and_then(|version| version.grade(day));
    let known = status == Status::InForce && whole.text().is_some();
    let mut evidence = whole.evidence.clone();
    for piece in held.iter().flat_map(|version| &version.evidence) {
        join_evidence(&mut evidence, piece);
    }
    Some(HistoryVersion {
        status,
        certainty: match grade {
            _ if known => whole.certainty(),
            Some(grade) => grade.certainty,
            None => Certainty::Unknown,
        },
        reasons: match grade {
            Some(grade) if !known => grade.reasons.clone(),
            _ => whole.weakest_reasons(),
        },
        text: if known { whole.text() } else { None },
        unknown_parts: if status == Status::InForce {
            whole.unknown_parts.clone()
        } else {
            Vec::new()
        },
        valid_from: turn.bound(),
        valid_to: None,
        known_from: None,
        known_to: None,
        introduced_by: if status == Status::NotYet { None } else { turn.act.clone() },
        ended_by: None,
        evidence,
        node: own.map(|version| version.node.to_string()).unwrap_or_default(),
        moved_from: own.and_then(|version| version.moved_from.clone()),
        moved_to: own.and_then(|version| version.moved_to.clone()),
    })
}

/// Of a whole act none of whose places holds: a place that held, else one that does not hold yet.
fn absent(parts: &[Part], when: When) -> Option<&Version> {
    let mut found: Option<&Version> = None;
    for part in parts {
        let Standing::Is(version) = part.standing(when) else { continue };
        match version.status {
            Status::InForce => return None,
            Status::Repealed if found.is_none_or(|known| known.status == Status::NotYet) => {
                found = Some(version);
            }
            Status::NotYet if found.is_none() => found = Some(version),
            _ => {}
        }
    }
    found
}

fn same(a: &HistoryVersion, b: &HistoryVersion) -> bool {
    a.status == b.status
        && a.text == b.text
        && a.node == b.node
        && a.unknown_parts == b.unknown_parts
        && !(a.status == Status::InForce && a.text.is_none())
}

/// True for a version that was held to be in force on days before the knowledge of it ended,
/// of which all that is known now says something else.
fn replaced_backwards(version: &HistoryVersion, now: &[HistoryVersion], ended: Date) -> bool {
    let Ok(last) = ended.yesterday() else { return false };
    let held = version.valid_from.window.has_begun(last)
        && version.valid_to.as_ref().is_none_or(|end| !end.window.has_begun(last));
    held && now.iter().any(|other| {
        other.valid_from.window.has_begun(last)
            && other.valid_to.as_ref().is_none_or(|end| !end.window.has_begun(last))
            && (other.status != version.status || other.text != version.text)
    })
}
