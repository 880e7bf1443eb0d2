//! Texts, headers and orders → the words of the states of a place. A text is asked for the state
//! that it shows, the header of an amending act for a title, and words that an order replaced
//! are put back where the order alone tells them.

use super::change::{Change, What};
use super::place::Place;
use super::reach::Shown;
use super::record::Amender;
use super::state::{Printed, State, Words, headed};
use super::touching::{Touch, makes_a_version};
use crate::amend::apply::unword;
use crate::model::address::Step;
use crate::model::certainty::Status;
use crate::model::day::{Window, plus_days};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::reason::Reason;
use crate::model::tree::{PrintedStatus, Unit};

/// The changes that touch a place.
pub type Touching<'c> = [(&'c Change, Touch)];

/// Asks every text for the words of the state that it shows, in the order of the days of which
/// they speak. `told` are all changes that touch the place, known on the day of knowledge or not.
pub fn from_texts(
    place: &Place,
    touching: &Touching<'_>,
    told: &Touching<'_>,
    texts: &[(usize, &Shown<'_>)],
    states: &mut Vec<State>,
) {
    for &(number, shown) in texts {
        let Some(index) = shown.unit(place) else {
            untold_end(place, touching, (shown, texts), states);
            continue;
        };
        // A text that shows a change of which nobody knew on the day of knowledge shows none of
        // the states known then.
        let all_known = told.len() == touching.len()
            || told
                .iter()
                .filter(|(change, touch)| {
                    shown.includes(change) && makes_a_version(change, *touch, texts.len() > 1)
                })
                .all(|(change, _)| touching.iter().any(|(other, _)| std::ptr::eq(*other, *change)));
        if !all_known {
            continue;
        }
        let unit = &shown.witness.tree.units[index];
        let Some(at) = last_shown(states, touching, shown) else {
            brought(place, unit, touching, (number, shown, texts), states);
            continue;
        };
        if unit.status != PrintedStatus::InForce {
            continue;
        }
        let evidence =
            Evidence { kind: shown.witness.evidence_kind(), span: shown.witness.tree.span(index) };
        let gone = states[at].status == Status::NotYet && states[at].cause.is_some();
        if states[at].status == Status::Repealed || gone {
            came_back(Words::of(unit), evidence, (number, shown), at, touching, states);
            continue;
        }
        let words = Words::of(unit);
        // A text without notes may show an order carried out of which it does not tell; the act as
        // adopted shows none, even where an order repeats its words.
        let original = evidence.kind == EvidenceKind::Original;
        let agrees = |state: &State| {
            let own = state.words.as_ref().is_some_and(|own| own.agree_with(&words));
            state.status == Status::InForce && own
        };
        let carried_out = !original && shown.witness.notes.is_empty() && !agrees(&states[at]);
        let later = states.iter().skip(at + 1).position(agrees).filter(|_| carried_out);
        let at = later.map_or(at, |later| at + 1 + later);
        if let Some((from, to)) = vague_between(&states[at], &words, touching, (shown, texts)) {
            later_words(states, at, (words, evidence, number), touching, (from, to));
            continue;
        }
        let by_texts = states[at].printed.iter().all(|one| matches!(one, Printed::ByText(_)));
        let same = states[at].words.as_ref().is_some_and(|own| own.agree_with(&words));
        let untold = || untold(place, &states[at], Some(&words), touching, (shown, texts));
        if let Some(start) = (by_texts && !same).then(untold).flatten() {
            let later = State {
                status: Status::InForce,
                reason: None,
                words: Some(words),
                words_at: Some(evidence.span.clone()),
                printed: vec![Printed::ByText(number)],
                evidence: vec![evidence],
                ..begun_untold(&states[at], start)
            };
            let before = &mut states[at];
            if before.words.is_none() && before.cause.is_none() && before.reason.is_none() {
                before.status = Status::Unknown;
                before.reason = Some(Reason::SourcesDiffer);
            }
            states.insert(at + 1, later);
            continue;
        }
        // Redactions disagree whether it stood, and nothing tells what brought it.
        let lacking = |(_, other): &&(usize, &Shown<'_>)| {
            let same_state = states[at].cause.is_none_or(|cause| other.includes(touching[cause].0));
            other.is_redaction_before(shown) && same_state && other.stands(place) == Some(false)
        };
        if texts.iter().any(|text| lacking(&text)) {
            continue;
        }
        fill(states, at, words, evidence, (number, shown), texts);
    }
}

/// The last state that a text may show: it has carried out what began it. A state of which nothing
/// tells what began it lies behind the one before it.
fn last_shown(states: &[State], touching: &Touching<'_>, shown: &Shown<'_>) -> Option<usize> {
    let mut included = true;
    let mut last = None;
    for (at, state) in states.iter().enumerate() {
        let shows = match state.cause {
            Some(cause) => {
                included = shown.includes(touching[cause].0);
                included
            }
            None => included && state.status != Status::NotYet,
        };
        last = if shows { Some(at) } else { last };
    }
    last
}

/// A text prints what the act as adopted did not have, and no change is known to have brought it:
/// those of which notes tell without saying what they did here may have, else any before the day
/// of the text.
fn brought(
    place: &Place,
    unit: &Unit,
    touching: &Touching<'_>,
    (number, shown, texts): (usize, &Shown<'_>, &[(usize, &Shown<'_>)]),
    states: &mut Vec<State>,
) {
    let not_yet = |state: &State| state.status == Status::NotYet && state.cause.is_none();
    let Some(before) = states.last().filter(|_| states.iter().all(not_yet)) else { return };
    let Some(index) = shown.unit(place) else { return };
    if unit.status != PrintedStatus::InForce {
        return;
    }
    let words = Words::of(unit);
    let begun = begun_vaguely(before, touching, 0, shown).unwrap_or_else(|| {
        let dated = untold(place, before, Some(&words), touching, (shown, texts));
        let any = Window { earliest: before.start.earliest, latest: shown.known_on() };
        begun_untold(before, dated.unwrap_or(any))
    });
    let span = shown.witness.tree.span(index);
    let evidence = Evidence { kind: shown.witness.evidence_kind(), span };
    states.push(new_life(begun, words, evidence, number));
}

/// The state that the changes from an index on began, of which notes tell in this text without
/// saying what they did here: one of them, or any of several. `None` where there are none.
fn begun_vaguely(
    before: &State,
    touching: &Touching<'_>,
    from: usize,
    shown: &Shown<'_>,
) -> Option<State> {
    let vague = |index: &usize| {
        let change = touching[*index].0;
        matches!(change.what, What::Amended | What::HeadingAmended) && shown.includes(change)
    };
    let mut vague = (from..touching.len()).filter(vague);
    let first = vague.next()?;
    let window = touching[first].0.window;
    Some(match vague.next_back() {
        None => before.after(touching[first].0, first, window),
        Some(last) => {
            let latest = touching[last].0.window.latest;
            begun_untold(before, Window { earliest: window.earliest, latest })
        }
    })
}

/// A new life of the unit, with the words that a text prints.
fn new_life(begun: State, words: Words, evidence: Evidence, number: usize) -> State {
    State {
        life: begun.life + 1,
        status: Status::InForce,
        reason: None,
        words: Some(words),
        words_at: Some(evidence.span.clone()),
        worded: None,
        printed: vec![Printed::ByText(number)],
        evidence: vec![evidence],
        ..begun
    }
}

/// A later text prints what an act took away: those that changed something around it since, without
/// words that are known, may have brought it back. Where there are none, the sources contradict
/// each other.
fn came_back(
    words: Words,
    evidence: Evidence,
    (number, shown): (usize, &Shown<'_>),
    at: usize,
    touching: &Touching<'_>,
    states: &mut Vec<State>,
) {
    let gone = &states[at];
    let Some(cause) = gone.cause.filter(|_| evidence.kind == EvidenceKind::Consolidated) else {
        return;
    };
    let Some(begun) = begun_vaguely(gone, touching, cause + 1, shown) else {
        states[at].differs = Some(words.text);
        return;
    };
    let brought_by = begun.by.clone();
    let back = State { brought_by, ..new_life(begun, words, evidence, number) };
    states.insert(at + 1, back);
}

/// The days on which a place came to be as a dated redaction has it (`None`: it is not there),
/// where the redaction before it has it otherwise or does not have it, and no change between the
/// two is known here: some act adopted between their dates made it, and no more is known.
fn untold(
    place: &Place,
    state: &State,
    words: Option<&Words>,
    touching: &Touching<'_>,
    (shown, texts): (&Shown<'_>, &[(usize, &Shown<'_>)]),
) -> Option<Window> {
    let earlier = texts.iter().map(|(_, other)| *other);
    let earlier = earlier.filter(|other| other.is_redaction_before(shown));
    let earlier = earlier.max_by_key(|other| other.date())?;
    if state.cause.is_some_and(|cause| !earlier.includes(touching[cause].0)) {
        return None;
    }
    let printed = earlier.unit(place).map(|unit| &earlier.witness.tree.units[unit]);
    let printed = printed.filter(|unit| unit.status == PrintedStatus::InForce).map(Words::of);
    let otherwise = match (printed, words) {
        (Some(before), Some(words)) => !before.agree_with(words),
        (Some(_), None) => true,
        (None, Some(_)) => true,
        (None, None) => false,
    };
    let from = plus_days(earlier.date()?, 1);
    let latest = shown.prints_on().map(|day| day.max(from));
    otherwise.then_some(Window { earliest: Some(from), latest })
}

/// A state that began in this window, of which nothing tells what made it.
fn begun_untold(before: &State, start: Window) -> State {
    State { start, worded_from: start, cause: None, by: None, rule: None, ..before.clone() }
}

/// A dated redaction that does not have what the one before it prints, though nothing tells that
/// it was removed, or that says of itself that it does not tell of the place: how it is from then
/// on is not known.
fn untold_end(
    place: &Place,
    touching: &Touching<'_>,
    (shown, texts): (&Shown<'_>, &[(usize, &Shown<'_>)]),
    states: &mut Vec<State>,
) {
    let gap = shown.witness.redaction.gap(&place.address).is_some();
    if !gap && shown.stands(place) != Some(false) {
        return;
    }
    let at = last_shown(states, touching, shown);
    let Some(at) = at.filter(|at| states[*at].status == Status::InForce) else { return };
    let by_texts = states[at].printed.iter().all(|one| matches!(one, Printed::ByText(_)));
    let may_end = by_texts || gap;
    let start = may_end.then(|| untold(place, &states[at], None, touching, (shown, texts)));
    if let Some(start) = start.flatten() {
        let gone = State {
            status: Status::Unknown,
            words: None,
            words_at: None,
            printed: Vec::new(),
            evidence: Vec::new(),
            reason: Some(if gap { Reason::NoText } else { Reason::SourcesDiffer }),
            ..begun_untold(&states[at], start)
        };
        states.insert(at + 1, gone);
    }
}

/// The first and the last change between two texts that print different words for one state,
/// where notes tell of such changes without their words.
fn vague_between(
    state: &State,
    words: &Words,
    touching: &Touching<'_>,
    (shown, texts): (&Shown<'_>, &[(usize, &Shown<'_>)]),
) -> Option<(usize, usize)> {
    let differ = state.words.as_ref().is_some_and(|known| !known.agree_with(words));
    // An order may have printed them too; it tells of no later change.
    let by_text = |printed: &Printed| match printed {
        Printed::ByText(text) => Some(*text),
        _ => None,
    };
    let earlier = state.printed.iter().rev().find_map(by_text)?;
    let earlier = texts.iter().find(|(text, _)| *text == earlier).map(|(_, shown)| *shown)?;
    let between = |index: &usize| {
        let change = touching[*index].0;
        let vague = matches!(change.what, What::Amended | What::HeadingAmended);
        vague && shown.includes(change) && !earlier.includes(change)
    };
    let mut found = (0..touching.len()).filter(between).filter(|_| differ);
    let first = found.next()?;
    Some((first, found.next_back().unwrap_or(first)))
}

/// The words of a later text, from the last change that its notes tell of; between the first such
/// change and the last nobody prints the words.
fn later_words(
    states: &mut Vec<State>,
    at: usize,
    (words, evidence, number): (Words, Evidence, usize),
    touching: &Touching<'_>,
    (first, last): (usize, usize),
) {
    let begun = |index: usize| {
        let change = touching[index].0;
        states[at].after(change, index, change.window)
    };
    let mut later = begun(last);
    later.words = Some(words);
    later.words_at = Some(evidence.span.clone());
    later.printed = vec![Printed::ByText(number)];
    later.evidence.insert(0, evidence);
    let between = (first != last).then(|| begun(first));
    states.splice(at + 1..at + 1, between.into_iter().chain([later]));
}

fn fill(
    states: &mut Vec<State>,
    at: usize,
    words: Words,
    evidence: Evidence,
    (number, shown): (usize, &Shown<'_>),
    texts: &[(usize, &Shown<'_>)],
) {
    let state = &mut states[at];
    match &state.words {
        None => {
            state.words = Some(words);
            state.words_at = Some(evidence.span.clone());
            state.printed.push(Printed::ByText(number));
            state.status = Status::InForce;
            state.evidence.insert(0, evidence);
        }
        Some(known) if known.agree_with(&words) => {
            state.printed.push(Printed::ByText(number));
            state.evidence.push(evidence);
        }
        // What was worked out gives way to what is printed.
        Some(known) if state.printed == [Printed::Derived] => {
            state.differs = Some(known.text.clone());
            state.words = Some(words);
            state.words_at = Some(evidence.span.clone());
            state.printed = vec![Printed::ByText(number)];
            state.evidence.insert(0, evidence);
        }
        // Two texts that show the same state differ: something changed between their days of
        // which neither tells.
        Some(_) if let [Printed::ByText(earlier)] = state.printed[..] => {
            let earlier = texts.iter().find(|(text, _)| *text == earlier);
            let from = earlier.and_then(|(_, shown)| shown.known_on());
            let from = from.map(|day| plus_days(day, 1));
            let to = shown.known_on();
            let start = Window { earliest: from.min(to), latest: from.max(to) };
            let later = State {
                start,
                worded_from: start,
                cause: None,
                by: None,
                rule: None,
                words: Some(words),
                words_at: Some(evidence.span.clone()),
                printed: vec![Printed::ByText(number)],
                evidence: vec![evidence],
                ..states[at].clone()
            };
            states.insert(at + 1, later);
        }
        // Two sources differ: the order outranks the consolidation, and both stay named as
        // evidence.
        Some(_) => {
            state.differs = Some(words.text);
            state.evidence.push(evidence);
        }
    }
}

/// An act that amends this one quotes its title as it stands on that day.
pub fn from_headers(
    place: &Place,
    touching: &Touching<'_>,
    amenders: &[Amender],
    states: &mut [State],
) {
    if place.address.steps() != [Step::Title] {
        return;
    }
    for (number, amender) in amenders.iter().enumerate() {
        let Some(quoted) = &amender.quoted_title else { continue };
        let at = states.iter().rposition(|state| match state.cause {
            Some(cause) => touching[cause].0.window.has_begun(amender.id.adopted.0),
            None => state.status == Status::InForce,
        });
        let Some(state) = at.and_then(|at| states.get_mut(at)) else { continue };
        if state.status != Status::InForce || state.words.is_some() {
            continue;
        }
        state.words = Some(Words { text: quoted.title.clone(), body: 0, heading: None });
        state.printed.push(Printed::ByHeader(number));
        state.words_at = Some(quoted.span.clone());
        let evidence = Evidence { kind: EvidenceKind::Citation, span: quoted.span.clone() };
        state.evidence.insert(0, evidence);
    }
}

/// Puts back the words that an order replaced, where the order names this very unit, nothing
/// stands inside the unit that the words may have stood in, and the new words stand in it once.
pub fn from_orders(place: &Place, alone: bool, touching: &Touching<'_>, states: &mut [State]) {
    if headed(place) || !alone {
        return;
    }
    for at in (1..states.len()).rev() {
        let (before, after) = states.split_at_mut(at);
        let (Some(before), Some(after)) = (before.last_mut(), after.first()) else { continue };
        if before.status != Status::InForce || before.words.is_some() || before.life != after.life {
            continue;
        }
        let Some((change, Touch::Direct)) = after.cause.map(|cause| touching[cause]) else {
            continue;
        };
        let worded = matches!(change.what, What::Words { .. });
        let Some((order, words)) = change.order.as_deref().zip(after.words.as_ref()) else {
            continue;
        };
        if !worded || after.status != Status::InForce {
            continue;
        }
        let Ok(unit) = unword(order, &words.as_unit(place)) else { continue };
        before.words = Some(Words {
            text: unit.text.unwrap_or_default(),
            body: unit.body,
            heading: unit.heading,
        });
        before.printed = vec![Printed::Undone];
        before.words_at = after.words_at.clone();
        before.evidence.extend(change.evidence_as(EvidenceKind::Undone));
        let printed = after.evidence.iter().filter(|piece| piece.kind != EvidenceKind::Instruction);
        before.evidence.extend(printed.cloned());
    }
}
