//! A provision with all its parts → spells of days on each of which the answer about it is one and
//! the same: state, certainty and words, by the functions that answer questions of one day.

use super::answer::{ActInfo, Answer, Ask, HistoryVersion, Spell};
use super::compose::Part;
use super::grader::Grader;
use super::show::graded;
use super::stretch::{Range, turning_days};
use crate::model::address::Address;
use crate::model::day::plus_days;
use crate::model::version::Axis;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The spells, without a hole from the beginning of time to its end, by all that is known.
pub(super) fn spells(
    parts: &[Part],
    act: &ActInfo,
    address: &Address,
    axis: Axis,
    versions: &[HistoryVersion],
) -> Vec<Spell> {
    let grader = Grader::of_stretches();
    let mut spells: Vec<Spell> = Vec::new();
    let mut said: Option<Answer> = None;
    for range in ranges(parts, act.horizon) {
        let Some(date) = range.from.or_else(|| range.until.map(|day| plus_days(day, -1))) else {
            continue;
        };
        let ask = Ask { axis, date, known_by: None };
        let answer = graded(parts, act, address, ask, &grader);
        let version = versions.iter().rposition(|version| is_of(version, &answer));
        let alike = said.as_ref().is_some_and(|said| is_same(said, &answer));
        match spells.last_mut() {
            Some(last) if alike && last.version == version => last.days.until = range.until,
            _ => spells.push(Spell {
                days: range,
                status: answer.status,
                certainty: answer.certainty,
                reasons: answer.reasons.clone(),
                in_part: answer.text.is_some() && !answer.unknown_parts.is_empty(),
                version,
            }),
        }
        said = Some(answer);
    }
    spells
}

/// Days in rows, cut wherever something may turn; one row where nothing does.
fn ranges(parts: &[Part], horizon: Option<Date>) -> Vec<Range> {
    let versions = parts.iter().flat_map(|part| &part.versions);
    let mut days: BTreeSet<Date> = versions.flat_map(turning_days).collect();
    days.extend(horizon.map(|day| plus_days(day, 1)));
    let starts: Vec<Option<Date>> =
        std::iter::once(None).chain(days.into_iter().map(Some)).collect();
    let next = starts.iter().skip(1).copied().chain([None]);
    starts.iter().zip(next).map(|(from, until)| Range { from: *from, until }).collect()
}

fn is_same(a: &Answer, b: &Answer) -> bool {
    (a.status, a.certainty) == (b.status, b.certainty)
        && a.text == b.text
        && a.unknown_parts == b.unknown_parts
}

/// True where a version is what an answer says. Where the answer is not open it is enough that the
/// version may hold: whichever of several does, the words are the same.
fn is_of(version: &HistoryVersion, answer: &Answer) -> bool {
    let day = answer.ask.date;
    let (from, to) = (version.valid_from.window, version.valid_to.as_ref().map(|end| end.window));
    let ever = from.earliest.is_none() && from.latest.is_none();
    let surely = (ever || from.has_begun(day)) && to.is_none_or(|end| !end.may_have_begun(day));
    let possibly = from.may_have_begun(day) && to.is_none_or(|end| !end.has_begun(day));
    let open = !answer.alternatives.is_empty();
    version.known_to.is_none()
        && (version.status, &version.text) == (answer.status, &answer.text)
        && (surely || (possibly && !open))
}
