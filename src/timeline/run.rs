//! One axis of one act: for a place, the states by what is known before each day that makes a
//! difference → its versions. What is common to all places is worked out once, at the start.

use super::carry;
use super::change::{Change, What, reworded_from};
use super::fill::{self, Touching};
use super::grade::Ledger;
use super::nodes::Nodes;
use super::place::Place;
use super::proving::{Grounds, Told, proofs};
use super::reach::Shown;
use super::record::ActRecord;
use super::state::{Beginning, State, Words, inserted_number, states};
use super::suspension;
use super::touching::{Targets, Touch, makes_a_version};
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::certainty::Status;
use crate::model::day::{EffectRule, Window};
use crate::model::evidence::EvidenceKind;
use crate::model::proof::Amending;
use crate::model::tree::FaultKind;
use crate::model::version::{Axis, Version};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One axis of one act.
pub struct Run<'a> {
    record: &'a ActRecord,
    changes: Vec<Change>,
    targets: Targets,
    axis: Axis,
    start: Window,
    /// From when the act's words on its entry into force may be others.
    reworded: Option<Date>,
    shown: Vec<Shown<'a>>,
    /// The texts in the order of the days that they speak of.
    by_day: Vec<usize>,
    /// By text: where words stand whose meaning the copy may have damaged, and those words.
    damage: Vec<Vec<(usize, &'a str)>>,
    amending: Vec<Amending>,
    /// Positions in `amending`.
    numbers: HashMap<ActId, u32>,
    horizon: Option<Date>,
}

impl<'a> Run<'a> {
    /// The run over these changes, which stand in order of effect.
    pub fn new(record: &'a ActRecord, mut changes: Vec<Change>, axis: Axis) -> Self {
        let reworded = reworded_from(record, &changes);
        let start = match axis {
            Axis::Adopted => Window::exact(record.id.adopted.0),
            Axis::InForce => start_of_effect(record, &changes, reworded),
        };
        let shown: Vec<Shown<'_>> = record
            .witnesses
            .iter()
            .map(|witness| Shown::new(witness, record, axis, start, &changes))
            .collect();
        let contradicted = |number: &usize| {
            let change = &changes[*number];
            adds_what_stands(change, &shown) && !was_gone(change, &changes[..*number])
        };
        let contradicted: Vec<usize> = (0..changes.len()).filter(contradicted).collect();
        for number in contradicted {
            // The order and the text contradict each other: something is amiss here.
            changes[number].what = What::Amended;
            changes[number].new = None;
        }
        let lost: Vec<Change> =
            changes.iter().filter_map(|change| without_target(change, &changes, &shown)).collect();
        let misnamed = changes.iter().filter_map(|change| misnamed(change, &changes, &shown));
        let lost: Vec<Change> = lost.into_iter().chain(misnamed).collect();
        if !lost.is_empty() {
            changes.extend(lost);
            changes.sort_by(|a, b| a.by_effect().cmp(&b.by_effect()));
        }
        let amending = amending(record, &changes);
        let numbers = (0u32..).zip(&amending).map(|(n, act)| (act.id.clone(), n)).collect();
        let mut by_day: Vec<usize> = (0..shown.len()).collect();
        by_day
            .sort_by_key(|&number| (shown[number].last_adopted, shown[number].known_on(), number));
        let damage = record.witnesses.iter().map(|witness| {
            let faults = witness.tree.faults.iter();
            let damaged = faults.filter(|fault| fault.kind == FaultKind::Meaning);
            damaged.map(|fault| (fault.bytes.start, fault.printed.as_str())).collect()
        });
        let horizon = horizon(record, &changes, &shown);
        Run {
            record,
            targets: Targets::new(&changes),
            axis,
            start,
            reworded,
            by_day,
            damage: damage.collect(),
            amending,
            numbers,
            horizon,
            shown,
            changes,
        }
    }

    /// The last day up to which the corpus knows the act.
    pub fn horizon(&self) -> Option<Date> {
        self.horizon
    }

    /// The acts that amended the document, as the proofs of versions count them.
    pub fn into_amending(self) -> Vec<Amending> {
        self.amending
    }

    /// The versions of a place; those of the place that holds it were asked for before.
    pub fn versions(&self, place: &Place, nodes: &mut Nodes) -> Vec<Version> {
        let all = self.targets.touching(&self.changes, place);
        // What was repealed before its day never worked, and was expected until then.
        let working = |change: &&(&Change, Touch)| change.0.void_since.is_none();
        let touching: Vec<(&Change, Touch)> = all.iter().filter(working).copied().collect();
        let mut points: BTreeSet<Date> = BTreeSet::new();
        if self.axis == Axis::InForce {
            let several = self.shown.len() > 1;
            let turns = |change: &&(&Change, Touch)| {
                change.0.by != self.record.id && makes_a_version(change.0, change.1, several)
            };
            points.extend(touching.iter().filter(turns).map(|(change, _)| change.by.adopted.0));
            // From the day on which an order was amended itself, it is in doubt.
            let amended = touching.iter().flat_map(|(change, _)| &change.order_amended_by);
            points.extend(amended.map(|act| act.adopted.0));
            let void = all.iter().filter_map(|(change, _)| Some((change, change.void_since?)));
            points.extend(void.flat_map(|(change, since)| [change.by.adopted.0, since]));
        }
        let here = self.here(place, &touching);
        let mut known_from = None;
        let mut versions: Vec<Version> = Vec::new();
        let ends = points.into_iter().map(Some).chain(std::iter::once(None));
        for known_to in ends {
            let known: Vec<(&Change, Touch)> = all
                .iter()
                .filter(|(change, _)| known_to.is_none_or(|to| change.by.adopted.0 < to))
                .filter(|(change, _)| {
                    let expected = |since| known_to.is_some_and(|to| to <= since);
                    change.void_since.is_none_or(expected)
                })
                .copied()
                .collect();
            for version in self.known_versions(place, &here, &known, &touching, known_to, nodes) {
                join(&mut versions, Version { known_from, known_to, ..version });
            }
            known_from = known_to;
        }
        versions
    }

    /// What is the same at a place whatever is known of it.
    fn here<'r>(&'r self, place: &Place, told: &Touching<'_>) -> Here<'a, 'r> {
        let texts: Vec<(usize, &Shown<'_>)> =
            self.by_day.iter().map(|&number| (number, &self.shown[number])).collect();
        let reaching: Vec<&Shown<'_>> =
            self.shown.iter().filter(|shown| shown.reaches(place)).collect();
        let adopted =
            reaching.iter().find(|shown| shown.witness.evidence_kind() == EvidenceKind::Original);
        let (window, rule) = self.beginning_of(place);
        let beginning = Beginning {
            words: adopted.and_then(|shown| {
                let unit = shown.unit(place)?;
                Some(Words::of(&shown.witness.tree.units[unit]))
            }),
            stood: adopted.and_then(|shown| shown.stands(place)),
            alone: texts.iter().all(|(_, shown)| shown.has_no_parts(place)),
            act: &self.record.id,
            window,
            rule: rule.filter(|rule| *rule != EffectRule::Unstated),
            inserted: inserted_number(place).and_then(|(depth, _)| {
                let container = Address::new(place.address.steps()[..depth].to_vec());
                let unit = Address::new(place.address.steps()[..=depth].to_vec());
                self.targets.first_chance(&self.changes, &container, &unit)
            }),
        };
        let obscure = texts.iter().filter(|(_, shown)| shown.is_obscure(place));
        let obscure = obscure.map(|(number, _)| *number).collect();
        Here { beginning, texts, obscure, told: Told::new(told, &reaching) }
    }

    /// When a place of the act as adopted took effect, and by which rule: that of the innermost
    /// part around it to which the act gives a day of its own, else that of the whole.
    fn beginning_of(&self, place: &Place) -> (Window, Option<EffectRule>) {
        if self.axis == Axis::Adopted {
            return (self.start, None);
        }
        let parts = self.record.own.iter().flat_map(|own| &own.exceptions);
        let around = |part: &Address| place.address == *part || place.is_inside(part);
        let own = parts.filter(|(part, _)| around(part));
        match own.max_by_key(|(part, _)| part.steps().len()) {
            Some((_, rule)) => {
                let window = self.record.calendar.window(&self.record.id, rule);
                (unless_reworded(self.record, self.reworded, window), Some(rule.clone()))
            }
            None => (self.start, Some(self.record.effect.clone())),
        }
    }

    fn known_versions(
        &self,
        place: &Place,
        here: &Here<'_, '_>,
        touching: &Touching<'_>,
        told: &Touching<'_>,
        known_before: Option<Date>,
        nodes: &mut Nodes,
    ) -> Vec<Version> {
        let mut states = states(place, touching, told, &here.beginning, &self.shown);
        fill::from_texts(place, touching, told, &here.texts, &mut states);
        carry::forward(place, touching, &self.shown, here.beginning.alone, &mut states);
        fill::from_headers(place, touching, &self.record.amenders, &mut states);
        fill::from_orders(place, here.beginning.alone, touching, &mut states);
        let states = suspension::cut(touching, states);
        let ledger = Ledger { amending: &self.amending, horizon: self.horizon, known_before };
        let grounds = Grounds {
            ledger,
            numbers: &self.numbers,
            shown: &self.shown,
            amenders: &self.record.amenders,
            touching,
            told: &here.told,
            obscure: &here.obscure,
        };
        let proved = proofs(&grounds, &states);
        let lives = nodes.of(place, &states, known_before);
        let ends: Vec<Option<End>> = states
            .iter()
            .skip(1)
            .map(|next| Some((next.start, self.told(next), next.by.clone())))
            .chain([None])
            .collect();
        let all = states.into_iter().zip(proved).zip(lives).zip(ends);
        all.map(|(((state, (proof, grades)), node), end)| {
            let parts_known = self.parts_known(place, &state);
            let warnings = self.warnings(&state);
            let begins_by = self.told(&state);
            let (valid_to, ends_by, ended_by) = match end {
                Some((window, rule, act)) => (Some(window), rule, act),
                None => (None, None, None),
            };
            let introduced_by = introduced(&state);
            let (text, body, heading) = match state.words {
                Some(words) => (Some(words.text), words.body, words.heading),
                None => (None, 0, None),
            };
            Version {
                node,
                address: place.address.clone(),
                kind: place.kind,
                axis: self.axis,
                status: state.status,
                text,
                body,
                heading,
                parts_known,
                valid_from: state.start,
                valid_to,
                known_from: None,
                known_to: None,
                begins_by,
                ends_by,
                introduced_by,
                ended_by,
                moved_from: None,
                moved_to: None,
                grades,
                proof,
                words_at: state.words_at,
                evidence: state.evidence,
                warnings,
            }
        })
        .collect()
    }

    fn warnings(&self, state: &State) -> Vec<(String, String)> {
        let mut warnings = Vec::new();
        if let Some(at) = &state.words_at {
            for (shown, damage) in self.shown.iter().zip(&self.damage) {
                if shown.witness.tree.source != at.source {
                    continue;
                }
                let inside = damage.iter().filter(|(start, _)| at.bytes.contains(start));
                warnings.extend(
                    inside.map(|(_, printed)| ("meaning".to_string(), (*printed).to_string())),
                );
            }
        }
        warnings.extend(
            state.differs.iter().map(|other| ("sources_differ".to_string(), other.clone())),
        );
        let same_day = state.same_day.iter().map(ActId::iri);
        warnings.extend(same_day.map(|act| ("same_day".to_string(), act)));
        warnings
    }

    /// The rule by which a state began, where the axis knows rules.
    fn told(&self, state: &State) -> Option<EffectRule> {
        state.rule.clone().filter(|_| self.axis == Axis::InForce)
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

/// The end of a state: when, by which rule, by which act.
type End = (Window, Option<EffectRule>, Option<ActId>);

/// What is the same at a place whatever is known of it.
struct Here<'a, 'r> {
    beginning: Beginning<'r>,
    texts: Vec<(usize, &'r Shown<'a>)>,
    /// The texts of which a note here was not understood.
    obscure: Vec<usize>,
    told: Told,
}

/// The window in which the act itself took effect. Where nothing tells, the first change of it
/// that has taken effect shows that it had.
fn start_of_effect(record: &ActRecord, changes: &[Change], reworded: Option<Date>) -> Window {
    let told = record.calendar.window(&record.id, &record.effect);
    let window = unless_reworded(record, reworded, told);
    if window.latest.is_some() || window != told {
        return window;
    }
    let by_others = changes.iter().filter(|change| change.by != record.id);
    let latest = by_others.filter_map(|change| change.window.latest).min();
    Window { latest, ..window }
}

/// The window in which something took effect by the act's own words, or one that never closes
/// where these were changed before: the day may have been put off.
fn unless_reworded(record: &ActRecord, reworded: Option<Date>, window: Window) -> Window {
    match reworded.zip(window.latest) {
        Some((reworded, latest)) if reworded < latest => Window {
            earliest: window.earliest.min(Some(reworded.max(record.id.adopted.0))),
            latest: None,
        },
        _ => window,
    }
}

fn amending(record: &ActRecord, changes: &[Change]) -> Vec<Amending> {
    let mut acts: BTreeMap<&ActId, Vec<Window>> = BTreeMap::new();
    let carried_out = |change: &&Change| !matches!(change.what, What::Planned(_));
    let by_others = |change: &&Change| change.by != record.id;
    for change in changes.iter().filter(carried_out).filter(by_others) {
        let windows = acts.entry(&change.by).or_default();
        if !windows.contains(&change.window) {
            windows.push(change.window);
        }
    }
    let complete: BTreeSet<&ActId> =
        record.amenders.iter().filter(|act| act.complete).map(|act| &act.id).collect();
    acts.into_iter()
        .map(|(id, windows)| Amending { id: id.clone(), windows, complete: complete.contains(id) })
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

/// What an order leaves in doubt that changes a unit which a text from before it does not print,
/// though the text reaches its place, and which nothing is known to have brought: the number of
/// the order or of the text is damaged, and something near was changed instead.
fn without_target(change: &Change, changes: &[Change], shown: &[Shown<'_>]) -> Option<Change> {
    let order = change.order.as_ref().filter(|order| order.read)?;
    let changes_what_stands =
        !matches!(change.what, What::Added | What::Planned(_) | What::Shifted(_) | What::Expired);
    let number = change.target.last()?.number()?;
    if !changes_what_stands || number.is_inserted() || change.noted {
        return None;
    }
    let place = Place {
        address: change.target.clone(),
        kind: change.target.last()?.kind(),
        groups: Vec::new(),
        has_words: true,
    };
    let mut before = shown.iter().filter(|text| !text.includes(change) && text.reaches(&place));
    let lacking = before.next().is_some_and(|text| text.unit(&place).is_none())
        && before.all(|text| text.unit(&place).is_none());
    let brought = |other: &Change| {
        let units = other.new.iter().flat_map(|new| new.units.iter());
        !std::ptr::eq(other, change)
            && (other.target == change.target || change.target.is_within(&other.target))
            && (other.what == What::Added
                || other.new.is_none() && other.what == What::Restated
                || units.into_iter().any(|unit| unit.address == change.target))
    };
    if !lacking || changes.iter().any(brought) {
        return None;
    }
    let container = change.target.parent().unwrap_or_default();
    Some(Change {
        what: What::Amended,
        target: container,
        new: None,
        order: Some(order.clone()),
        ..change.clone()
    })
}

/// What an order leaves in doubt that changes the annex of an act whose texts print an approved
/// document and no annex, or the reverse: drafters call one document by both names.
fn misnamed(change: &Change, changes: &[Change], shown: &[Shown<'_>]) -> Option<Change> {
    change.order.as_ref().filter(|order| order.read)?;
    let named = change.target.component();
    let document = match named.steps() {
        [Step::Annex(None)] => Address::new(vec![Step::Approved]),
        [Step::Approved] => Address::new(vec![Step::Annex(None)]),
        _ => return None,
    };
    let brought = changes.iter().any(|other| other.what == What::Added && other.target == named);
    let prints = |component: &Address| shown.iter().any(|text| text.prints_inside(component));
    (!brought && !prints(&named) && prints(&document)).then(|| Change {
        what: What::Amended,
        target: document,
        new: None,
        ..change.clone()
    })
}

/// True for a unit that an earlier change took away, or may have: its number was free again.
fn was_gone(change: &Change, earlier: &[Change]) -> bool {
    earlier.iter().any(|earlier| match earlier.what {
        What::Removed | What::Repealed | What::Expired => change.target.is_within(&earlier.target),
        What::Restated => {
            change.target != earlier.target && change.target.is_within(&earlier.target)
        }
        _ => false,
    })
}

fn introduced(state: &State) -> Option<ActId> {
    if state.start.earliest.is_none() && state.start.latest.is_none() {
        return None;
    }
    state.by.clone()
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
