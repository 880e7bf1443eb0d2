//! Changes that touch one place → the states that it went through, oldest first.
//! A state says whether the unit stood, and its words where a source prints them; how sure
//! that is on which day is graded elsewhere.

use super::change::{Change, What};
use super::place::Place;
use super::reach::Shown;
use super::touching::Touch;
use crate::amend::apply::{DraftUnit, Problem, reword};
use crate::kazakh::letters::look_alike;
use crate::model::act::ActId;
use crate::model::address::Step;
use crate::model::certainty::Status;
use crate::model::day::{EffectRule, Window, plus_days};
use crate::model::event::EventKind;
use crate::model::evidence::{Evidence, EvidenceKind, Span};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::reason::Reason;
use crate::model::tree::{PrintedStatus, Unit};
use jiff::civil::Date;

/// Words as a source prints them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The unit's own words, number as printed included.
    pub text: String,
    /// Byte offset in `text` where the words after number and heading mark begin.
    pub body: usize,
    /// The heading.
    pub heading: Option<String>,
}

impl Words {
    /// The own words of a unit.
    pub fn of(unit: &Unit) -> Self {
        Words { text: unit.text.clone(), body: unit.body, heading: unit.heading.clone() }
    }

    /// The words as a unit of a draft.
    pub fn as_unit(&self, place: &Place) -> DraftUnit {
        DraftUnit {
            kind: place.kind,
            address: place.address.clone(),
            heading: self.heading.clone(),
            text: Some(self.text.clone()),
            body: self.body,
            status: PrintedStatus::InForce,
            suspended: false,
            cells: Vec::new(),
        }
    }

    /// True when any of these words stands in them, letters that look the same and capitals being
    /// no difference.
    pub fn hold_any(&self, quoted: &[String]) -> bool {
        let fold = |text: &str| -> String {
            let plain = text.chars().map(|c| look_alike(c).unwrap_or(c));
            plain.flat_map(char::to_lowercase).collect()
        };
        let text = fold(&self.text);
        quoted.iter().any(|words| !words.is_empty() && text.contains(&fold(words)))
    }

    /// True for words that two sources agree on.
    pub fn agree_with(&self, other: &Words) -> bool {
        self.text == other.text || self.folded() == other.folded()
    }

    /// The words as two sources have to agree on them: letters that look the same, blanks, dashes
    /// and quotation marks are no difference, nor is the mark that closes an item of a list,
    /// which changes with its place in the list.
    fn folded(&self) -> String {
        let plain = |c: char| match c {
            '«' | '»' | '“' | '”' | '„' => '"',
            '–' | '—' | '‑' | '−' => '-',
            c => look_alike(c).unwrap_or(c),
        };
        let mut folded = String::with_capacity(self.text.len());
        for word in self.text.split_whitespace() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.extend(word.chars().map(plain));
        }
        folded.truncate(folded.trim_end_matches([';', '.', ',', '"']).len());
        folded
    }
}

/// Where the words of a state stand printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// In the order that began the state.
    ByOrder,
    /// In the text with this index.
    ByText(usize),
    /// In the header of the amending act with this index.
    ByHeader(usize),
    /// Nowhere: an order was carried out on the words of the state before.
    Derived,
    /// Nowhere: the order that ended the state was taken back on the words after it.
    Undone,
}

/// What a place was, from one change to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// When it began.
    pub start: Window,
    /// When its words began to hold: before a suspension that is over.
    pub worded_from: Window,
    /// The change that began it, as an index into the touching changes; `None` for what the
    /// act itself or a rule of numbering began.
    pub cause: Option<usize>,
    /// The act that began it.
    pub by: Option<ActId>,
    /// The rule by which it began.
    pub rule: Option<EffectRule>,
    /// What brought the unit, counted in lives: a new life is a new node.
    pub life: usize,
    /// What brought the unit of this life; `None` for the act as adopted.
    pub brought_by: Option<ActId>,
    /// Its state.
    pub status: Status,
    /// Its words.
    pub words: Option<Words>,
    /// Where the words stand printed.
    pub words_at: Option<Span>,
    /// The act whose order prints the words or was carried out for them, and from when.
    pub worded: Option<(ActId, Option<Date>)>,
    /// Who prints the words.
    pub printed: Vec<Printed>,
    /// Acts whose order names words of this very place that do not stand in it: something here is
    /// not as the corpus has it.
    pub contradicted_by: Vec<ActId>,
    /// True for a unit that went with what holds it.
    pub gone_with_container: bool,
    /// Acts that may have taken effect after the one that began the state, or before it.
    pub order_unknown: Vec<ActId>,
    /// Other acts that change the place from the same day.
    pub same_day: Vec<ActId>,
    /// What another source prints instead.
    pub differs: Option<String>,
    /// Why the status is what it is, where that is no matter of words.
    pub reason: Option<Reason>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
}

impl State {
    /// The state that a change begins, the touching change with this index; what it says is
    /// still to be told.
    pub fn after(&self, change: &Change, index: usize, start: Window) -> State {
        State {
            start,
            worded_from: start,
            cause: Some(index),
            by: Some(change.by.clone()),
            rule: Some(change.rule.clone()),
            words: None,
            words_at: None,
            worded: Some((change.by.clone(), start.latest)),
            printed: Vec::new(),
            gone_with_container: false,
            order_unknown: Vec::new(),
            same_day: Vec::new(),
            differs: None,
            reason: None,
            evidence: change.evidence.clone(),
            ..self.clone()
        }
    }
}

/// The beginning of the act, and where a unit with a dashed number can first have stood.
#[derive(Debug, Clone)]
pub struct Beginning<'a> {
    /// The act.
    pub act: &'a ActId,
    /// When it took effect.
    pub window: Window,
    /// The rule by which it did; `None` on the axis of adoption or where nothing tells.
    pub rule: Option<EffectRule>,
    /// The words that the act as adopted prints here.
    pub words: Option<Words>,
    /// True where no text prints a unit inside the place.
    pub alone: bool,
    /// Whether the unit stood in the act as adopted, where a text of it reaches the place.
    pub stood: Option<bool>,
    /// For a unit (or a unit around it) with a dashed number that no source adds: the first
    /// act known to have amended what holds it, and when.
    pub inserted: Option<Window>,
}

/// The states of a place by these changes (those that touch it, in order), before any text is
/// asked for its words.
pub fn states(
    place: &Place,
    touching: &[(&Change, Touch)],
    told: &[(&Change, Touch)],
    beginning: &Beginning<'_>,
    shown: &[Shown<'_>],
) -> Vec<State> {
    let mut states = vec![State {
        start: Window { earliest: None, latest: None },
        worded_from: Window { earliest: None, latest: None },
        cause: None,
        by: None,
        rule: None,
        life: 0,
        brought_by: None,
        status: Status::NotYet,
        words: None,
        words_at: None,
        worded: None,
        gone_with_container: false,
        order_unknown: Vec::new(),
        contradicted_by: Vec::new(),
        printed: Vec::new(),
        same_day: Vec::new(),
        differs: None,
        reason: Some(Reason::ActNotInEffect { act: beginning.act.clone() }),
        evidence: Vec::new(),
    }];
    first_life(place, told, beginning, &mut states);
    for (index, (change, touch)) in touching.iter().enumerate() {
        let told_before = told.iter().position(|(other, _)| std::ptr::eq(*other, *change));
        let later = told_before.map_or(&[][..], |at| &told[at + 1..]);
        if let Some(came) = came_before(place, (touching, index), shown, &mut states) {
            states.push(came);
        }
        apply(place, (index, change, *touch), later, beginning, shown, &mut states);
    }
    states
}

fn first_life(
    place: &Place,
    told: &[(&Change, Touch)],
    beginning: &Beginning<'_>,
    states: &mut Vec<State>,
) {
    let mut state = State {
        start: beginning.window,
        worded_from: beginning.window,
        cause: None,
        by: Some(beginning.act.clone()),
        rule: beginning.rule.clone(),
        status: Status::InForce,
        reason: None,
        ..states[0].clone()
    };
    let text = matches!(place.address.last(), Some(Step::Text(_)));
    // A text as adopted that reaches the place tells whether it stood, whatever came later.
    let sign = match beginning.stood {
        Some(true) => None,
        _ => first_sign(told),
    };
    match sign {
        _ if beginning.stood == Some(false) => {
            state.status = Status::NotYet;
            let telling = |told: &&(&Change, Touch)| told.0.what == What::Added || vouches(told);
            let first = told.iter().find(telling).map(|(change, _)| *change);
            let added = first.filter(|change| change.what == What::Added);
            state.reason = Some(match added {
                Some(change) => Reason::AddedLater { act: change.by.clone() },
                None => Reason::NotAdopted,
            });
            // A change of the unit itself tells that it stood by then: an act of which no source
            // tells brought it, on some day before.
            if let Some(change) = first.filter(|_| added.is_none()) {
                let came = by_the_day_of(change, beginning.window.earliest);
                states.push(state.clone());
                state = came_untold(state, came);
            }
        }
        // The position of an unnumbered paragraph is taken by another one before an insertion;
        // nothing stood in a unit that was added whole.
        Some((change, What::Added)) if !text || change.target != place.address => {
            state.status = Status::NotYet;
            state.reason = Some(Reason::AddedLater { act: change.by.clone() });
            state.evidence = change.evidence.clone();
        }
        Some((change, What::Added)) => {
            state.status = Status::Unknown;
            state.reason = Some(Reason::PartsUnknown { act: Some(change.by.clone()) });
        }
        // A restatement of what is around it says nothing about what stood there before, and a
        // shift nothing about how many paragraphs there were.
        Some((change, What::Restated | What::Shifted(_))) => {
            state.status = Status::Unknown;
            state.reason = Some(Reason::PartsUnknown { act: Some(change.by.clone()) });
        }
        _ => {
            if let Some(window) = beginning.inserted {
                state.status = Status::NotYet;
                state.reason = Some(Reason::InsertedNumber);
                // The first act that is known to have touched what holds it may presuppose it.
                let vouching = told.iter().find(|told| vouches(told)).map(|(change, _)| change);
                let vouching = vouching.filter(|change| change.window.moment() <= window.moment());
                let came = vouching
                    .map_or(window, |change| by_the_day_of(change, beginning.window.earliest));
                states.push(state.clone());
                state = came_untold(state, came);
            }
        }
    }
    states.push(state);
}

/// The days on which a unit may have come that a change presupposes.
fn by_the_day_of(change: &Change, from: Option<Date>) -> Window {
    let latest = change.window.earliest.or(change.window.latest);
    Window { earliest: from, latest: latest.max(from) }
}

/// The state of a unit that came in this window, though nothing tells which act brought it.
fn came_untold(before: State, window: Window) -> State {
    State {
        start: window,
        worded_from: window,
        by: None,
        rule: None,
        status: Status::InForce,
        reason: None,
        ..before
    }
}

/// The state of a unit that a change presupposes, where by all that is known it was gone or had
/// not come: an act of which no source tells brought it, after the last day for which a text or
/// an order proves that it was not there. Where the change may as well be meant for what is gone
/// (the number of what was removed stays printed, and is worded anew or removed once more), only
/// doubt remains, and stays with the state before.
fn came_before(
    place: &Place,
    (touching, index): (&[(&Change, Touch)], usize),
    shown: &[Shown<'_>],
    states: &mut [State],
) -> Option<State> {
    let (change, touch) = touching[index];
    let last = states.last_mut()?;
    let told = change.order.is_some() || change.noted;
    if !told || touch != Touch::Direct || last.by.as_ref() == Some(&change.by) {
        return None;
    }
    let counted = matches!(place.address.last(), Some(Step::Text(_)));
    // What stands cannot be added: it had gone before, or two units have one number.
    let stands = last.status == Status::InForce && last.words.is_some();
    if change.what == What::Added && stands && !counted {
        last.contradicted_by.push(change.by.clone());
        return None;
    }
    let gone = matches!(last.status, Status::Repealed | Status::NotYet) && last.cause.is_some();
    if !gone || !vouches(&touching[index]) {
        return None;
    }
    let dropped = matches!(last.reason, Some(Reason::DroppedByRestatement { .. }));
    let of_what_is_gone =
        matches!(change.what, What::Restated | What::Removed | What::Repealed) && !dropped;
    if of_what_is_gone || counted || last.gone_with_container {
        last.contradicted_by.push(change.by.clone());
        return None;
    }
    let shows_it_gone = |text: &&Shown<'_>| {
        let since = last.cause.is_none_or(|cause| text.includes(touching[cause].0));
        since && !text.includes(change) && text.stands(place) == Some(false)
    };
    let lacking = shown.iter().filter(shows_it_gone);
    let lacking = lacking.filter_map(|text| text.printed_for(last.start.latest)).max();
    let lacking = lacking.max(last.start.latest).map(|day| plus_days(day, 1));
    let from = last.start.earliest.max(lacking);
    let came = by_the_day_of(change, from);
    let apart = change.window.earliest > from;
    apart.then(|| State {
        cause: None,
        life: last.life + 1,
        brought_by: None,
        worded: None,
        contradicted_by: Vec::new(),
        order_unknown: Vec::new(),
        same_day: Vec::new(),
        evidence: change.evidence.clone(),
        ..came_untold(last.clone(), came)
    })
}

/// The first change that tells whether the unit stood before it: an addition, a restatement
/// of something around it that no earlier change of the unit itself vouches for.
fn first_sign<'a>(touching: &'a [(&'a Change, Touch)]) -> Option<(&'a Change, What)> {
    for (change, touch) in touching {
        match (&change.what, touch) {
            (What::Added | What::Planned(EventKind::PlannedAdded), _) => {
                return Some((change, What::Added));
            }
            (What::Restated, Touch::Around) => return Some((change, What::Restated)),
            (What::Shifted(first), _) => return Some((change, What::Shifted(*first))),
            _ if vouches(&(change, *touch)) => return None,
            _ => {}
        }
    }
    None
}

/// True for a change that presupposes the unit: one that restates, amends or removes it.
fn vouches((change, touch): &(&Change, Touch)) -> bool {
    let presupposes = matches!(
        change.what,
        What::Restated
            | What::Removed
            | What::Repealed
            | What::Words { .. }
            | What::HeadingRestated
            | What::HeadingAmended
            | What::Amended
    );
    presupposes && *touch == Touch::Direct
}

fn apply(
    place: &Place,
    (index, change, touch): (usize, &Change, Touch),
    later: &[(&Change, Touch)],
    beginning: &Beginning<'_>,
    shown: &[Shown<'_>],
    states: &mut Vec<State>,
) {
    let Some(last) = states.last().cloned() else { return };
    let start = not_before(change.window, &last, change, &beginning.window);
    let mut next = last.after(change, index, start);
    let unit = change
        .new
        .as_ref()
        .and_then(|new| new.units.iter().find(|unit| unit.address == place.address));
    if let (Some(unit), Some(new)) = (unit, &change.new) {
        next.words = Some(Words::of(unit));
        let evidence = unit_evidence(unit, new);
        next.words_at = Some(evidence.span.clone());
        next.printed = vec![Printed::ByOrder];
        if touch == Touch::Around {
            next.evidence = vec![evidence];
        }
    }
    // What is not there cannot be changed: an order that says so is not what it seems.
    let absent = last.status == Status::NotYet && last.reason == Some(Reason::NotAdopted);
    let gone_with_container = last.status == Status::Repealed && last.gone_with_container;
    let direct = touch == Touch::Direct;
    match (&change.what, touch) {
        (What::Removed | What::Repealed | What::Words { .. } | What::Suspended { .. }, _)
            if absent && direct =>
        {
            if let Some(last) = states.last_mut() {
                last.contradicted_by.push(change.by.clone());
            }
            return;
        }
        (What::Added | What::Restated | What::HeadingRestated, _)
            if gone_with_container && direct =>
        {
            new_life(&mut next, change);
            next.words = None;
            next.words_at = None;
            next.printed = Vec::new();
            next.status = Status::Unknown;
            next.reason = Some(Reason::PartsUnknown { act: Some(change.by.clone()) });
        }
        (What::Added | What::Restated, Touch::Around) => {
            let brought = match &change.new {
                Some(_) => Some(unit.is_some()),
                None => brought_unseen(place, change, later, shown),
            };
            match brought {
                Some(true) => new_life(&mut next, change),
                Some(false) if last.status == Status::NotYet => return,
                Some(false) => {
                    next.status = gone_as(place, change, shown, states);
                    next.reason = Some(Reason::DroppedByRestatement { act: change.by.clone() });
                }
                None => {
                    new_life(&mut next, change);
                    next.status = Status::Unknown;
                    next.reason = Some(Reason::PartsUnknown { act: Some(change.by.clone()) });
                }
            }
        }
        (What::Added, Touch::Direct) => new_life(&mut next, change),
        // The same order printed the paragraph that stands here now.
        (What::Shifted(_), _) if last.start == change.window && last.words.is_some() => return,
        (What::Shifted(_), _) => {
            new_life(&mut next, change);
            next.status = Status::Unknown;
            next.reason = Some(Reason::PartsUnknown { act: Some(change.by.clone()) });
        }
        (What::Restated | What::HeadingRestated, Touch::Direct) => {
            next.status = Status::InForce;
            if absent {
                next.contradicted_by.push(change.by.clone());
            }
        }
        (What::Words { old, .. }, _) if last.status == Status::InForce => {
            // Words that the same act brought are brought with its other changes carried out.
            let own = last.by.as_ref() == Some(&change.by);
            let words = last.words.as_ref().or(beginning.words.as_ref().filter(|_| last.life == 0));
            let carried = words.zip(change.order.as_deref());
            let carried = carried.map(|(words, order)| reword(order, &words.as_unit(place)));
            match words {
                _ if own => return,
                Some(_) if matches!(carried, Some(Ok(None))) => return,
                Some(_) if let Some(Ok(Some(new))) = &carried => {
                    let text = new.text.clone().unwrap_or_default();
                    let heading = new.heading.clone();
                    next.words = Some(Words { text, body: new.body, heading });
                    next.printed = vec![Printed::Derived];
                    next.evidence = change.evidence_as(EvidenceKind::Derived);
                    next.evidence.extend(last.evidence.iter().cloned());
                }
                Some(words) if words.hold_any(old) => {
                    next.reason = Some(Reason::NewTextMissing { act: change.by.clone() });
                }
                Some(_) if beginning.alone && is_contradicted(touch, &carried) => {
                    if let Some(last) = states.last_mut() {
                        last.contradicted_by.push(change.by.clone());
                    }
                    return;
                }
                None if touch == Touch::Direct && !headed(place) => {}
                _ => return,
            }
        }
        (What::Planned(EventKind::PlannedExcluded), _) if last.status != Status::NotYet => {
            next.status = Status::Repealed;
            next.reason = Some(Reason::Removed { act: change.by.clone() });
        }
        (What::Planned(EventKind::PlannedAdded), Touch::Direct) => {
            new_life(&mut next, change);
            next.reason = Some(Reason::PlannedTextMissing { act: change.by.clone() });
        }
        (What::Planned(EventKind::PlannedNewRedaction), _)
        | (What::Planned(EventKind::PlannedAmended), Touch::Direct)
            if last.status == Status::InForce =>
        {
            next.reason = Some(Reason::PlannedTextMissing { act: change.by.clone() });
        }
        (What::Removed, _) if last.status != Status::NotYet || touch == Touch::Direct => {
            next.status = match touch {
                Touch::Direct => Status::Repealed,
                Touch::Around => gone_as(place, change, shown, states),
            };
            next.gone_with_container = !direct;
            next.reason = Some(Reason::Removed { act: change.by.clone() });
        }
        // What a restatement that has expired had replaced may hold again, or nothing may.
        (What::Expired, _) if last.brought_by.as_ref() == Some(&change.by) => {
            next.status = Status::Repealed;
            next.reason = Some(Reason::Expired { act: change.by.clone() });
        }
        (What::Expired, _) if last.status == Status::InForce => {
            next.status = Status::Unknown;
            next.reason = Some(Reason::Expired { act: change.by.clone() });
        }
        (What::Repealed, _) if last.status != Status::NotYet || touch == Touch::Direct => {
            next.status = match touch {
                Touch::Direct => Status::Repealed,
                Touch::Around => gone_as(place, change, shown, states),
            };
            next.gone_with_container = !direct;
            next.reason = Some(Reason::Repealed { act: change.by.clone() });
        }
        _ => return,
    }
    // Where the windows of two acts overlap, nothing tells which of them is the last.
    let overlap = next.start.earliest < last.start.latest && next.start != last.start;
    if overlap && last.cause.is_some() && last.by != next.by {
        next.order_unknown.extend(last.by.clone());
    }
    // Two changes at once leave no day between them.
    let at_once = states.len() > 1
        && last.start == next.start
        && (next.start.day().is_some() || last.by == next.by);
    if at_once && let Some(last) = states.pop() {
        next.same_day = last.same_day;
        if last.cause.is_some() && last.by != next.by {
            next.same_day.extend(last.by);
        }
    }
    states.push(next);
}

/// How a unit is not there that went with what holds it, or was left out of it: where nothing
/// tells that it stood before, only that it is not there yet.
fn gone_as(place: &Place, change: &Change, shown: &[Shown<'_>], states: &[State]) -> Status {
    let may_have_stood = |state: &State| !matches!(state.status, Status::NotYet | Status::Unknown);
    let printed = |text: &Shown<'_>| !text.includes(change) && text.stands(place) == Some(true);
    match states.iter().any(may_have_stood) || shown.iter().any(printed) {
        true => Status::Repealed,
        false => Status::NotYet,
    }
}

/// True where an order names this very place and words that do not stand in it.
pub fn is_contradicted<T>(touch: Touch, carried: &Option<Result<T, Problem>>) -> bool {
    touch == Touch::Direct && matches!(carried, Some(Err(Problem::NoWords)))
}

/// True for units whose own words are a heading: words changed in the unit are its parts'.
pub fn headed(place: &Place) -> bool {
    place.kind.is_grouping() || matches!(place.kind, Kind::Article | Kind::Annex)
}

fn new_life(state: &mut State, change: &Change) {
    state.life += 1;
    state.brought_by = Some(change.by.clone());
    state.status = Status::InForce;
}

fn unit_evidence(unit: &Unit, new: &super::change::NewText) -> Evidence {
    let mut span = new.span.clone();
    let start = unit.pieces.first().map_or(span.bytes.start, |piece| piece.start);
    let end = unit.pieces.last().map_or(span.bytes.end, |piece| piece.end);
    span.bytes = start..end;
    span.lines = unit.lines;
    Evidence { kind: EvidenceKind::Instruction, span }
}

/// Whether a restatement or addition whose wording no order prints brought the unit: told by
/// the next sign of it before its surroundings are restated again. `None`: nothing tells.
fn brought_unseen(
    place: &Place,
    change: &Change,
    later: &[(&Change, Touch)],
    shown: &[Shown<'_>],
) -> Option<bool> {
    for (later, touch) in later {
        match (&later.what, touch) {
            (What::Added | What::Restated, Touch::Around) => return None,
            (What::Added, Touch::Direct) => return Some(false),
            (
                What::Restated
                | What::Removed
                | What::Repealed
                | What::Words { .. }
                | What::HeadingRestated
                | What::Amended,
                Touch::Direct,
            ) => return Some(true),
            _ => {}
        }
    }
    shown.iter().filter(|shown| shown.includes(change)).find_map(|shown| shown.stands(place))
}

/// A change cannot work before the act itself does, nor before what it follows.
fn not_before(window: Window, last: &State, change: &Change, act: &Window) -> Window {
    let mut held = window;
    // Acts that take effect on unknown days may do so in any order.
    let ordered = last.cause.is_none() || last.by.as_ref() == Some(&change.by);
    let last = if ordered { &last.start } else { act };
    for bound in [last, act] {
        if bound.earliest.is_none() && bound.latest.is_none() {
            continue;
        }
        held.earliest = held.earliest.max(bound.earliest);
        held.latest = match (held.latest, bound.latest) {
            (Some(a), Some(b)) => Some(a.max(b)),
            _ => None,
        };
    }
    held
}

/// The number of a unit, or of a unit around it inside its document, that was inserted after
/// adoption.
pub fn inserted_number(place: &Place) -> Option<(usize, &Number)> {
    let steps = place.address.steps();
    steps.iter().enumerate().find_map(|(depth, step)| match step {
        Step::Annex(_) | Step::Row(_) | Step::Group(_) => None,
        step => step.number().filter(|number| number.is_inserted()).map(|number| (depth, number)),
    })
}
