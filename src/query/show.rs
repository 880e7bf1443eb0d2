//! What an act or a provision said on a day, on what evidence, and how sure that is.

use super::answer::{ActInfo, Answer, Ask, Bound, TextUnit};
use super::compose::{Part, Standing, Turn, When, Whole, compose, join_evidence, parts, sides};
use super::engine::{Engine, Refusal};
use super::grader::Grader;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::Window;
use crate::model::kind::Kind;
use crate::model::reason::Reason;
use crate::model::version::Version;

const OPEN: Bound = Bound { window: Window { earliest: None, latest: None }, rule: None };

impl Engine {
    /// Answers for a provision, or for the whole act at the empty address.
    ///
    /// # Errors
    /// A damaged index.
    pub fn show(&self, act: &ActInfo, address: &Address, ask: Ask) -> Result<Answer, Refusal> {
        let stored = self.index.versions_under(&act.id.iri(), address, ask.axis)?;
        Ok(answer(&parts(stored, ask.known_by), act, address, ask))
    }
}

/// The answer from the versions of a provision and of its parts, known on the day of knowledge.
pub(super) fn answer(parts: &[Part], act: &ActInfo, address: &Address, ask: Ask) -> Answer {
    graded(parts, act, address, ask, &Grader::exact(act, &ask))
}

/// The same answer, with the reasons that a grader tells.
pub(super) fn graded(
    parts: &[Part],
    act: &ActInfo,
    address: &Address,
    ask: Ask,
    grader: &Grader<'_>,
) -> Answer {
    let mut answer = blank(act, address, ask);
    if ask.known_by.is_some_and(|day| day < act.id.adopted.0) {
        // Nobody knew of the act.
        answer.status = Status::NotYet;
        answer.certainty = Certainty::Certain;
        answer.reasons = vec![Reason::ActNotInEffect { act: act.id.clone() }];
    } else if address.is_whole() {
        whole_act(parts, grader, &mut answer);
    } else if let Some(root) = parts.first().filter(|part| part.address == *address) {
        let kind = root.first.version.kind;
        answer.kind = kind;
        place(parts, grader, &mut answer);
    }
    answer
}

fn blank(act: &ActInfo, address: &Address, ask: Ask) -> Answer {
    Answer {
        act: act.clone(),
        address: address.clone(),
        kind: address.last().map_or(Kind::Act, |step| step.kind()),
        node: None,
        ask,
        status: Status::Unknown,
        certainty: Certainty::Unknown,
        reasons: vec![Reason::NoText],
        text: None,
        units: Vec::new(),
        printed: Vec::new(),
        unknown_parts: Vec::new(),
        alternatives: Vec::new(),
        warnings: Vec::new(),
        valid_from: OPEN,
        valid_to: None,
        introduced_by: None,
        ended_by: None,
        evidence: Vec::new(),
    }
}

fn place(parts: &[Part], grader: &Grader<'_>, answer: &mut Answer) {
    let when = When::On(answer.ask.date);
    match parts[0].standing(when) {
        Standing::Nothing => {}
        Standing::Open(versions) => {
            answer.alternatives = sides(parts, 0, &versions, grader);
            answer.reasons = versions
                .iter()
                .skip(1)
                .filter_map(|version| {
                    let act = version.introduced_by.clone()?;
                    let Window { earliest, latest } = version.valid_from;
                    Some(Reason::EffectDayUnknown { act, earliest, latest })
                })
                .collect();
            for evidence in versions.iter().flat_map(|version| &version.evidence) {
                join_evidence(&mut answer.evidence, evidence);
            }
        }
        Standing::Is(version) => {
            answer.node = Some(version.node.to_string());
            answer.status = version.status;
            match version.status {
                Status::InForce => {
                    let whole = compose(parts, when, grader);
                    in_force(&whole, parts, Some((version, grader)), when, answer);
                }
                _ => without_words(version, grader, answer),
            }
        }
    }
}

fn in_force(
    whole: &Whole,
    parts: &[Part],
    root: Option<(&Version, &Grader<'_>)>,
    when: When,
    answer: &mut Answer,
) {
    answer.status = Status::InForce;
    answer.text = whole.text();
    answer.units = units(whole, parts);
    answer.printed = whole.printed.clone();
    answer.certainty = whole.certainty();
    answer.reasons = whole.weakest_reasons();
    if answer.text.is_none() || answer.certainty == Certainty::Unknown {
        answer.certainty = Certainty::Unknown;
        let grade = root.and_then(|(root, grader)| grader.grade(root, answer.ask.date));
        if let Some(grade) = grade {
            answer.reasons = grade.reasons;
        }
    }
    answer.unknown_parts = whole.unknown_parts.clone();
    answer.alternatives = whole.alternatives.clone();
    answer.warnings = whole.warnings.clone();
    answer.evidence = whole.evidence.clone();
    if let Some((root, _)) = root {
        for evidence in &root.evidence {
            join_evidence(&mut answer.evidence, evidence);
        }
    }
    let begins = whole.begins(when);
    answer.valid_from = begins.map_or(OPEN, Turn::bound);
    answer.introduced_by = begins.and_then(|turn| turn.act.clone());
    let ends = whole.ends(when);
    answer.valid_to = ends.map(Turn::bound);
    answer.ended_by = ends.and_then(|turn| turn.act.clone());
    forget_unproved_beginning(answer);
}

/// The lines of a whole with the units whose words they are.
fn units(whole: &Whole, parts: &[Part]) -> Vec<Option<TextUnit>> {
    let lines = whole.lines.iter().zip(&whole.units);
    let unit = |(line, at): (&String, &Option<usize>)| {
        let part = at.and_then(|at| parts.get(at))?;
        let kind = part.first.version.kind;
        Some(TextUnit { address: part.address.clone(), kind, text: line.clone() })
    };
    lines.map(unit).collect()
}

/// Words that are unknown, or merely presumed since the act began, may have begun at any time
/// since: no source tells which act brought them.
fn forget_unproved_beginning(answer: &mut Answer) {
    let enacted = answer.introduced_by.as_ref() == Some(&answer.act.id);
    let gaps = !answer.unknown_parts.is_empty();
    if gaps || (enacted && answer.certainty <= Certainty::Presumed) {
        let told = answer.text.is_none() && !enacted;
        if !told {
            answer.introduced_by = None;
            answer.valid_from.window.latest = None;
            answer.valid_from.rule = None;
        }
    }
}

fn without_words(version: &Version, grader: &Grader<'_>, answer: &mut Answer) {
    if let Some(grade) = grader.grade(version, answer.ask.date) {
        answer.certainty = grade.certainty;
        answer.reasons = grade.reasons;
    }
    answer.valid_from = Bound { window: version.valid_from, rule: version.begins_by.clone() };
    answer.valid_to =
        version.valid_to.map(|window| Bound { window, rule: version.ends_by.clone() });
    answer.introduced_by = version.introduced_by.clone();
    answer.ended_by = version.ended_by.clone();
    if version.status == Status::NotYet {
        answer.introduced_by = None;
        answer.valid_from = OPEN;
    }
    for evidence in &version.evidence {
        join_evidence(&mut answer.evidence, evidence);
    }
}

/// The act as a whole holds as long as any of its places does.
fn whole_act(parts: &[Part], grader: &Grader<'_>, answer: &mut Answer) {
    let when = When::On(answer.ask.date);
    let standings: Vec<Standing<'_>> = parts.iter().map(|part| part.standing(when)).collect();
    let is = |status: Status| {
        standings.iter().find_map(|standing| match standing {
            Standing::Is(version) if version.status == status => Some(*version),
            _ => None,
        })
    };
    if is(Status::InForce).is_some() {
        in_force(&compose(parts, when, grader), parts, None, when, answer);
        return;
    }
    let open = standings.iter().any(|standing| matches!(standing, Standing::Open(_)));
    match (is(Status::NotYet), is(Status::Repealed)) {
        _ if open => {
            if let Some(i) =
                standings.iter().position(|standing| matches!(standing, Standing::Open(_)))
            {
                place(&parts[i..], grader, answer);
                answer.status = Status::Unknown;
            }
        }
        (Some(version), None) => {
            answer.status = Status::NotYet;
            without_words(version, grader, answer);
        }
        (_, Some(version)) => {
            answer.status = Status::Repealed;
            without_words(version, grader, answer);
        }
        (None, None) => {}
    }
}
