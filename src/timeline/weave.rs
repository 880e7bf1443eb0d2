//! The whole road for one act: changes, places, states, words, grades → versions on both axes,
//! for each day of knowledge that makes a difference.

use super::change::{Change, What, collect};
use super::grade::{Amending, Source, SourceKind, Surroundings};
use super::place::{Place, places};
use super::reach::Shown;
use super::record::ActRecord;
use super::state::{Beginning, Printed, State, Touch, Words, inserted_number, states, touch};
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::certainty::{Certainty, Status};
use crate::model::day::{EffectRule, Window, plus_days};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::node::{Node, Origin};
use crate::model::reason::Reason;
use crate::model::tree::{FaultKind, PrintedStatus};
use crate::model::version::{Axis, Grade, Version};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Every version of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceVersions {
    /// The place.
    pub place: Place,
    /// Its versions: by axis, then days of knowledge, then days.
    pub versions: Vec<Version>,
}

/// What the corpus knows of one act through time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Places in document order.
    pub places: Vec<PlaceVersions>,
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Date>,
    /// Every act that notes or orders name as amending it, by adoption.
    pub amended_by: Vec<ActId>,
}

/// Works out the timeline of an act.
pub fn weave(record: &ActRecord) -> Timeline {
    let changes = collect(record);
    let places = places(record, &changes);
    let in_force = Run::new(record, &changes, Axis::InForce);
    let on_adoption: Vec<Change> = {
        let mut changes: Vec<Change> = changes
            .iter()
            .map(|change| Change { window: Window::exact(change.by.adopted.0), ..change.clone() })
            .collect();
        changes.sort_by(|a, b| a.by_effect().cmp(&b.by_effect()));
        changes
    };
    let adopted = Run::new(record, &on_adoption, Axis::Adopted);
    let mut nodes = [Nodes::default(), Nodes::default()];
    let places = places
        .into_iter()
        .map(|place| {
            let mut versions = in_force.versions(&place, &mut nodes[0]);
            versions.extend(adopted.versions(&place, &mut nodes[1]));
            PlaceVersions { place, versions }
        })
        .collect();
    let amended_by: BTreeSet<&ActId> = changes.iter().map(|change| &change.by).collect();
    Timeline {
        places,
        horizon: in_force.horizon,
        amended_by: amended_by.into_iter().filter(|act| **act != record.id).cloned().collect(),
    }
}

/// The nodes of places already worked out: address → (life, node) by day of knowledge.
type Nodes = HashMap<(Address, Option<Date>), Vec<(Window, Node)>>;

/// One axis of one act.
struct Run<'a> {
    record: &'a ActRecord,
    changes: Vec<Change>,
    axis: Axis,
    start: Window,
    shown: Vec<Shown<'a>>,
    /// The texts in the order of the days that they speak of.
    by_day: Vec<usize>,
    amending: Vec<Amending>,
    horizon: Option<Date>,
}

impl<'a> Run<'a> {
    fn new(record: &'a ActRecord, changes: &'a [Change], axis: Axis) -> Self {
        let start = match axis {
            Axis::Adopted => Window::exact(record.id.adopted.0),
            Axis::InForce => start_of_effect(record, changes),
        };
        let shown: Vec<Shown<'_>> = record
            .witnesses
            .iter()
            .map(|witness| Shown::new(witness, &record.id, start, changes))
            .collect();
        let mut changes = changes.to_vec();
        for change in &mut changes {
            if adds_what_stands(change, &shown) {
                // The order and the text contradict each other: something is amiss here.
                change.what = What::Amended;
                change.new = None;
            }
        }
        let amending = amending(record, &changes);
        let mut by_day: Vec<usize> = (0..shown.len()).collect();
        by_day
            .sort_by_key(|&number| (shown[number].last_adopted, shown[number].known_on(), number));
        let horizon = horizon(record, &changes, &shown);
        Run { record, changes, axis, start, shown, by_day, amending, horizon }
    }

    fn versions(&self, place: &Place, nodes: &mut Nodes) -> Vec<Version> {
        let touching: Vec<(&Change, Touch)> = self
            .changes
            .iter()
            .filter_map(|change| touch(place, change).map(|touch| (change, touch)))
            .collect();
        let mut points: BTreeSet<Date> = BTreeSet::new();
        if self.axis == Axis::InForce {
            let turns = |change: &&(&Change, Touch)| makes_a_version(change.0, change.1);
            points.extend(touching.iter().filter(turns).map(|(change, _)| change.by.adopted.0));
        }
        let mut known_from = None;
        let mut versions: Vec<Version> = Vec::new();
        let ends = points.into_iter().map(Some).chain(std::iter::once(None));
        for known_to in ends {
            let known: Vec<(&Change, Touch)> = touching
                .iter()
                .filter(|(change, _)| known_to.is_none_or(|to| change.by.adopted.0 < to))
                .copied()
                .collect();
            for version in self.known_versions(place, &known, &touching, known_to, nodes) {
                join(&mut versions, Version { known_from, known_to, ..version });
            }
            known_from = known_to;
        }
        versions
    }

    fn known_versions(
        &self,
        place: &Place,
        touching: &[(&Change, Touch)],
        told: &[(&Change, Touch)],
        known_before: Option<Date>,
        nodes: &mut Nodes,
    ) -> Vec<Version> {
        let inserted = self.first_chance(place);
        let adopted = self.shown.iter().find(|shown| {
            shown.witness.evidence_kind() == EvidenceKind::Original && shown.reaches(place)
        });
        let beginning = Beginning {
            words: adopted.and_then(|shown| {
                let unit = shown.unit(place)?;
                Some(Words::of(&shown.witness.tree.units[unit]))
            }),
            stood: adopted.and_then(|shown| shown.stands(place)),
            act: &self.record.id,
            window: self.start,
            rule: (self.axis == Axis::InForce && self.record.effect != EffectRule::Unstated)
                .then(|| self.record.effect.clone()),
            inserted,
        };
        let mut states = states(place, touching, told, &beginning, &self.shown);
        self.fill(place, touching, told, &mut states);
        self.quote(place, touching, &mut states);
        let reaching: Vec<&Shown<'_>> =
            self.shown.iter().filter(|shown| shown.reaches(place)).collect();
        let around = Surroundings {
            amending: &self.amending,
            touching,
            told,
            reaching: &reaching,
            horizon: self.horizon,
            known_before,
        };
        let lives = self.nodes(place, &states, known_before, nodes);
        let mut grades: Vec<Vec<Grade>> = Vec::new();
        for (i, state) in states.iter().enumerate() {
            // Words that an order was carried out on are as sure as they were before it.
            let before = grades.last().and_then(|before: &Vec<Grade>| before.last());
            let base = before.map_or(Certainty::Unknown, |grade| grade.certainty);
            let own = self.grades(&around, state, states.get(i + 1), touching, base);
            grades.push(doubted(own, state, touching));
        }
        states
            .iter()
            .zip(grades)
            .enumerate()
            .map(|(i, (state, grades))| {
                let next = states.get(i + 1);
                let parts_known = self.parts_known(place, state);
                Version {
                    node: lives[i].clone(),
                    address: place.address.clone(),
                    kind: place.kind,
                    axis: self.axis,
                    status: state.status,
                    text: state.words.as_ref().map(|words| words.text.clone()),
                    body: state.words.as_ref().map_or(0, |words| words.body),
                    heading: state.words.as_ref().and_then(|words| words.heading.clone()),
                    parts_known,
                    valid_from: state.start,
                    valid_to: next.map(|next| next.start),
                    known_from: None,
                    known_to: None,
                    begins_by: self.told(state),
                    ends_by: next.and_then(|next| self.told(next)),
                    introduced_by: introduced(state),
                    ended_by: next.and_then(|next| next.by.clone()),
                    grades,
                    words_at: state.words_at.clone(),
                    evidence: state.evidence.clone(),
                    warnings: self
                        .damaged(state)
                        .into_iter()
                        .chain(
                            state
                                .differs
                                .iter()
                                .map(|other| ("sources_differ".to_string(), other.clone())),
                        )
                        .collect(),
                }
            })
            .collect()
    }

    /// Asks every text for the words of the state that it shows.
    fn fill(
        &self,
        place: &Place,
        touching: &[(&Change, Touch)],
        told: &[(&Change, Touch)],
        states: &mut Vec<State>,
    ) {
        for &number in &self.by_day {
            let shown = &self.shown[number];
            let Some(index) = shown.unit(place) else { continue };
            // A text that shows a change of which nobody knew on the day of knowledge shows
            // none of the states known then.
            let all_known = told
                .iter()
                .filter(|(change, touch)| shown.includes(change) && makes_a_version(change, *touch))
                .all(|(change, _)| touching.iter().any(|(other, _)| std::ptr::eq(*other, *change)));
            if !all_known {
                continue;
            }
            let unit = &shown.witness.tree.units[index];
            let at = states.iter().rposition(|state| match state.cause {
                Some(cause) => shown.includes(touching[cause].0),
                None => state.status != Status::NotYet,
            });
            let Some(state) = at.and_then(|at| states.get_mut(at)) else { continue };
            if unit.status != PrintedStatus::InForce || state.status == Status::Repealed {
                continue;
            }
            let words = Words::of(unit);
            let evidence = Evidence {
                kind: shown.witness.evidence_kind(),
                span: shown.witness.tree.span(index),
            };
            match &state.words {
                None => {
                    state.words = Some(words);
                    state.words_at = Some(evidence.span.clone());
                    state.printed.push(Printed::ByText(number));
                    state.status = Status::InForce;
                    state.evidence.insert(0, evidence);
                }
                Some(known) if known.folded() == words.folded() => {
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
                // Two texts that show the same state differ: something changed between their
                // days of which neither tells.
                Some(_) if matches!(state.printed.as_slice(), [Printed::ByText(_)]) => {
                    let Some(at) = at else { continue };
                    let [Printed::ByText(earlier)] = states[at].printed[..] else { continue };
                    let from = self.shown[earlier].known_on().map(|day| plus_days(day, 1));
                    let to = shown.known_on();
                    let later = State {
                        start: Window { earliest: from.min(to), latest: from.max(to) },
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
                // Two sources differ: the order outranks the consolidation, and both stay
                // named as evidence.
                Some(_) => {
                    state.differs = Some(words.text);
                    state.evidence.push(evidence);
                }
            }
        }
    }

    /// Words of a text whose meaning the copy may have damaged.
    fn damaged(&self, state: &State) -> Vec<(String, String)> {
        let Some(at) = &state.words_at else { return Vec::new() };
        let texts = self.shown.iter().filter(|shown| shown.witness.tree.source == at.source);
        texts
            .flat_map(|shown| &shown.witness.tree.faults)
            .filter(|fault| fault.kind == FaultKind::Meaning)
            .filter(|fault| at.bytes.contains(&fault.bytes.start))
            .map(|fault| ("meaning".to_string(), fault.printed.clone()))
            .collect()
    }

    /// An act that amends this one quotes its title as it stands on that day.
    fn quote(&self, place: &Place, touching: &[(&Change, Touch)], states: &mut [State]) {
        if place.address.steps() != [Step::Title] {
            return;
        }
        for (number, amender) in self.record.amenders.iter().enumerate() {
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

    fn grades(
        &self,
        around: &Surroundings<'_>,
        state: &State,
        next: Option<&State>,
        touching: &[(&Change, Touch)],
        base: Certainty,
    ) -> Vec<Grade> {
        let from = state.start.earliest;
        let to = next.and_then(|next| next.start.latest);
        match (state.status, &state.words) {
            (Status::InForce, Some(words)) => {
                let sources: Vec<Source<'_>> =
                    state.printed.iter().map(|printed| self.source(printed, state, base)).collect();
                around.grades(&sources, &words.text, from, to)
            }
            (Status::InForce, None) => {
                let reason = state.reason.clone().unwrap_or_else(|| missing(state, next, touching));
                around.plain(Certainty::Unknown, reason, from, to)
            }
            (Status::Unknown | Status::Suspended, _) => {
                let reason = state.reason.clone().unwrap_or(Reason::NoText);
                around.plain(Certainty::Unknown, reason, from, to)
            }
            (Status::NotYet | Status::Repealed, _) => {
                let reason = state.reason.clone().unwrap_or(Reason::NoText);
                let certainty = match reason {
                    Reason::InsertedNumber => Certainty::Noted,
                    Reason::DroppedByRestatement { .. } => dropped(state, touching),
                    _ => Certainty::Certain,
                };
                around.plain(certainty, reason, from, to)
            }
        }
    }

    /// The rule by which a state began, where the axis knows rules.
    fn told(&self, state: &State) -> Option<EffectRule> {
        state.rule.clone().filter(|_| self.axis == Axis::InForce)
    }

    fn source<'s>(&'s self, printed: &Printed, state: &'s State, base: Certainty) -> Source<'s> {
        let cap = Certainty::Certain;
        match printed {
            Printed::ByOrder => Source {
                kind: SourceKind::Order,
                act: state.by.as_ref(),
                at: state.start.latest,
                cap,
            },
            Printed::Derived => Source {
                kind: SourceKind::Derived,
                act: state.by.as_ref(),
                at: state.start.latest,
                cap: base.at_most(Certainty::Derived),
            },
            Printed::ByHeader(number) => {
                let act = &self.record.amenders[*number].id;
                Source { kind: SourceKind::Citation, act: Some(act), at: Some(act.adopted.0), cap }
            }
            Printed::ByText(number) => {
                let shown = &self.shown[*number];
                let original = shown.witness.evidence_kind() == EvidenceKind::Original;
                let at = shown.state_from.max(state.start.latest);
                Source { kind: SourceKind::Text { original }, act: None, at, cap }
            }
        }
    }

    /// For a unit with a dashed number that no source adds: when the first act known to have
    /// amended what holds it took effect.
    fn first_chance(&self, place: &Place) -> Option<Window> {
        let (depth, _) = inserted_number(place)?;
        let container = Address::new(place.address.steps()[..depth].to_vec());
        let unit = Address::new(place.address.steps()[..=depth].to_vec());
        let added =
            |change: &&Change| change.what == What::Added && (unit.is_within(&change.target));
        if self.changes.iter().any(|change| added(&change)) {
            return None;
        }
        let swallowed = self
            .changes
            .iter()
            .any(|change| change.what.swallows_notes() && container.is_within(&change.target));
        let amends = |change: &&Change| {
            !matches!(change.what, What::Planned(_))
                && (swallowed
                    || change.target.is_within(&container)
                    || container.is_within(&change.target))
        };
        self.changes.iter().find(amends).map(|first| first.window)
    }

    fn nodes(
        &self,
        place: &Place,
        states: &[State],
        known: Option<Date>,
        nodes: &mut Nodes,
    ) -> Vec<Node> {
        let parent = place.address.parent().filter(|parent| !parent.is_whole());
        let containers = parent.and_then(|parent| {
            let all = nodes.get(&(parent.clone(), known)).or_else(|| nodes.get(&(parent, None)));
            all.cloned()
        });
        let mut own: Vec<(Window, Node)> = Vec::new();
        let step = place.address.last().cloned();
        let Some(step) = step else { return Vec::new() };
        let mut life = None;
        for state in states {
            if life == Some(state.life)
                && let Some((_, node)) = own.last()
            {
                let node = node.clone();
                own.push((state.start, node));
                continue;
            }
            life = Some(state.life);
            let container = containers.as_ref().and_then(|lives| {
                let begun = |window: &Window| {
                    window.latest <= state.start.latest || window.latest.is_none()
                };
                lives.iter().rev().find(|(window, _)| begun(window)).or(lives.first())
            });
            let container = container.map(|(_, node)| node.clone());
            let origin = match &state.brought_by {
                Some(act) => Origin::Brought(act.clone()),
                None => container.as_ref().map_or(Origin::Enacted, |node| node.origin().clone()),
            };
            own.push((state.start, Node::new(container, step.clone(), origin)));
        }
        let all = own.iter().map(|(_, node)| node.clone()).collect();
        nodes.insert((place.address.clone(), known), own);
        all
    }

    /// False where units may stand inside the place of which the corpus knows nothing.
    fn parts_known(&self, place: &Place, state: &State) -> bool {
        match state.status {
            Status::NotYet | Status::Repealed => true,
            _ if place.has_words => state.words.is_some(),
            _ => {
                // A document is known whole when a text of it reaches all that changes name.
                self.shown.iter().any(|shown| shown.witness.component == place.address)
                    && self.changes.iter().all(|change| {
                        !change.target.is_within(&place.address)
                            || change.target == place.address
                            || self.shown.iter().any(|shown| {
                                shown.reaches(&Place {
                                    address: change.target.clone(),
                                    ..place.clone()
                                })
                            })
                    })
            }
        }
    }
}

/// The window in which the act itself took effect. Where nothing tells, the first change of it
/// that has taken effect shows that it had.
fn start_of_effect(record: &ActRecord, changes: &[Change]) -> Window {
    let window = record.calendar.window(&record.id, &record.effect);
    if window.latest.is_some() {
        return window;
    }
    let latest = changes.iter().filter_map(|change| change.window.latest).min();
    Window { latest, ..window }
}

fn amending(record: &ActRecord, changes: &[Change]) -> Vec<Amending> {
    let mut acts: BTreeMap<&ActId, Vec<Window>> = BTreeMap::new();
    for change in changes.iter().filter(|change| !matches!(change.what, What::Planned(_))) {
        let windows = acts.entry(&change.by).or_default();
        if !windows.contains(&change.window) {
            windows.push(change.window);
        }
    }
    acts.into_iter()
        .map(|(id, windows)| Amending {
            id: id.clone(),
            windows,
            complete: record.amenders.iter().any(|act| act.id == *id && act.complete),
        })
        .collect()
}

fn horizon(record: &ActRecord, changes: &[Change], shown: &[Shown<'_>]) -> Option<Date> {
    let by_orders = changes.iter().filter(|change| !matches!(change.what, What::Planned(_)));
    // A day that an act fixes for itself says nothing of how long the corpus looked on.
    let by_orders = by_orders.filter_map(|change| match change.rule {
        EffectRule::OnDate(_) => Some(change.by.adopted.0),
        _ => change.window.latest,
    });
    let by_texts = shown
        .iter()
        .flat_map(|shown| [shown.state_from, Some(shown.told_until.0), shown.witness.retrieved]);
    by_orders.chain(by_texts.flatten()).max().or(Some(record.id.adopted.0))
}

/// True for an order that adds a unit which a text from before it prints already.
fn adds_what_stands(change: &Change, shown: &[Shown<'_>]) -> bool {
    let counted = matches!(change.target.last(), Some(Step::Text(_)));
    change.what == What::Added
        && !change.noted
        && !counted
        && shown.iter().any(|shown| !shown.includes(change) && shown.prints(&change.target))
}

/// True for a change after which the place is in another state, whatever is known of it.
fn makes_a_version(change: &Change, touch: Touch) -> bool {
    match change.what {
        What::Added | What::Restated | What::Removed | What::Repealed => true,
        What::Planned(_) | What::Shifted(_) => true,
        What::Words { .. } | What::HeadingRestated => touch == Touch::Direct,
        _ => false,
    }
}

fn introduced(state: &State) -> Option<ActId> {
    if state.start.earliest.is_none() && state.start.latest.is_none() {
        return None;
    }
    state.by.clone()
}

/// Why a unit that stood has no words in the corpus.
fn missing(state: &State, next: Option<&State>, touching: &[(&Change, Touch)]) -> Reason {
    let ended = next.and_then(|next| next.cause).map(|cause| touching[cause].0);
    match ended.map(|change| (&change.what, change.by.clone())) {
        Some((What::Restated | What::Words { .. } | What::HeadingRestated, act)) => {
            Reason::ReplacedTextMissing { act }
        }
        Some((What::Removed | What::Repealed, act)) => Reason::RemovedTextMissing { act },
        _ => match state.cause.map(|cause| touching[cause].0.by.clone()) {
            Some(act) => Reason::NewTextMissing { act },
            None => Reason::NoText,
        },
    }
}

/// What an order did is doubtful where the order was amended itself.
fn doubted(mut grades: Vec<Grade>, state: &State, touching: &[(&Change, Touch)]) -> Vec<Grade> {
    let acts = state.cause.map(|cause| touching[cause].0.order_amended_by.clone());
    let Some(acts) = acts.filter(|acts| !acts.is_empty()) else { return grades };
    for grade in grades.iter_mut().filter(|grade| grade.certainty > Certainty::Unknown) {
        grade.certainty = grade.certainty.at_most(Certainty::Presumed);
        grade.reasons.push(Reason::AmendedAround { acts: acts.clone() });
    }
    grades
}

/// A unit dropped by a restatement is gone for certain where an order prints the new text.
fn dropped(state: &State, touching: &[(&Change, Touch)]) -> Certainty {
    let printed = state.cause.is_some_and(|cause| touching[cause].0.new.is_some());
    if printed { Certainty::Certain } else { Certainty::Noted }
}

/// Adds a version; one that was the same by earlier knowledge is continued.
fn join(versions: &mut Vec<Version>, version: Version) {
    let same = versions.iter_mut().find(|known| {
        known.known_to == version.known_from
            && version.known_from.is_some()
            && **known
                == Version {
                    known_from: known.known_from,
                    known_to: known.known_to,
                    ..version.clone()
                }
    });
    match same {
        Some(known) => known.known_to = version.known_to,
        None => versions.push(version),
    }
}
