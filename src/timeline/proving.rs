//! States of a place → what the words of each rest on, and how sure that makes them. A state
//! without words is graded by why it has none.

use super::change::{Change, What};
use super::fill::Touching;
use super::grade::{Ledger, untold_from};
use super::reach::Shown;
use super::record::Amender;
use super::state::{Printed, State};
use super::touching::Touch;
use crate::model::act::ActId;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::{Adopted, plus_days};
use crate::model::evidence::EvidenceKind;
use crate::model::proof::{Account, Proof, Reworded, Source, SourceKind, Vague};
use crate::model::reason::Reason;
use crate::model::version::Grade;
use jiff::civil::Date;
use std::collections::HashMap;

/// What the notes of the texts that reach a place account for, whatever is known of the changes
/// on the day of knowledge: a text swallows its notes for good.
#[derive(Debug, Clone)]
pub struct Told {
    accounts: Vec<Account>,
    /// The same, by what hid the notes of something around the place that stood: only there could
    /// something have come and gone that never had notes of its own.
    around: Vec<Account>,
}

impl Told {
    /// What these texts account for, at a place that these changes touch.
    pub fn new(told: &Touching<'_>, reaching: &[&Shown<'_>]) -> Self {
        let account = |shown: &Shown<'_>, counts: &dyn Fn(&Change, Touch) -> bool| {
            let file = &shown.witness.tree.source;
            let printed_here = |change: &&Change| {
                let mut evidence = change.evidence.iter();
                evidence.any(|e| e.kind != EvidenceKind::Original && &e.span.source == file)
            };
            let swallowed = told
                .iter()
                .filter(|(change, touch)| counts(change, *touch))
                .map(|(change, _)| *change)
                .filter(|change| change.what.swallows_notes())
                .filter(printed_here)
                .map(|change| (change.window.latest, change.by.adopted))
                .max();
            Account {
                swallowed_until: swallowed,
                until: shown.last_adopted,
                lists_from: shown.lists_from,
            }
        };
        // A text whose words are told to be unsure has no notes that account for anything.
        let sure = |shown: &&&Shown<'_>| shown.witness.redaction.cap == Certainty::Certain;
        let of = |counts: &dyn Fn(&Change, Touch) -> bool| {
            let all = reaching.iter().filter(sure).map(|shown| account(shown, counts));
            let mut accounts: Vec<Account> = all.collect();
            accounts.dedup();
            accounts
        };
        let around =
            |change: &Change, touch: Touch| touch == Touch::Around && change.what != What::Added;
        Told { accounts: of(&|_, _| true), around: of(&around) }
    }
}

/// What the proofs of a place are made of.
pub struct Grounds<'g> {
    /// The acts that amended the document.
    pub ledger: Ledger<'g>,
    /// Their positions in the ledger.
    pub numbers: &'g HashMap<ActId, u32>,
    /// The texts.
    pub shown: &'g [Shown<'g>],
    /// The amending acts of the corpus.
    pub amenders: &'g [Amender],
    /// The changes that touch the place.
    pub touching: &'g Touching<'g>,
    /// What notes account for there.
    pub told: &'g Told,
    /// The texts of which a note here was not understood.
    pub obscure: &'g [usize],
}

/// The proof of each state that has words, and the grades of each.
pub fn proofs(grounds: &Grounds<'_>, states: &[State]) -> Vec<(Option<Proof>, Vec<Grade>)> {
    let around = grounds.around();
    let mut proved: Vec<(Option<Proof>, Vec<Grade>)> = Vec::new();
    for (i, state) in states.iter().enumerate() {
        // Words that an order was carried out on are as sure as they were before it.
        let before = proved.last().and_then(|(_, grades)| grades.last());
        let base = before.map_or(Certainty::Unknown, |grade| grade.certainty);
        proved.push(grounds.prove(state, states.get(i + 1), &around, base));
    }
    for i in (0..states.len()).rev() {
        if states[i].printed == [Printed::Undone] {
            // Words that were put back are as sure as those that they were put back into.
            let after = proved.get(i + 1).and_then(|(_, grades)| grades.first());
            let base = after.map_or(Certainty::Unknown, |grade| grade.certainty);
            proved[i] = grounds.prove(&states[i], states.get(i + 1), &around, base);
        }
    }
    proved
}

/// Why a state is presumed whoever words it: its order was amended itself, or another act of the
/// same day works here from the same day.
fn doubts(state: &State, cause: Option<&Change>, known_before: Option<Date>) -> Vec<Reason> {
    let known = |act: &&ActId| known_before.is_none_or(|day| act.adopted < Adopted(day));
    let amended = cause.into_iter().flat_map(|change| &change.order_amended_by).filter(known);
    let amended: Vec<ActId> = amended.cloned().collect();
    let amended = (!amended.is_empty()).then_some(Reason::AmendedAround { acts: amended });
    let contradicted = cause.is_some() || state.words.is_none();
    let contradicted = (contradicted && !state.contradicted_by.is_empty())
        .then(|| Reason::OrderContradicted { acts: state.contradicted_by.clone() });
    let disordered = (!state.order_unknown.is_empty()).then(|| {
        let acts = state.order_unknown.iter().chain(&state.by).cloned().collect();
        Reason::OrderOfEffectUnknown { acts }
    });
    let differ = state.differs.as_ref().map(|_| Reason::SourcesDiffer);
    let rivals: Vec<ActId> = state
        .same_day
        .iter()
        .filter(|act| state.by.as_ref().is_some_and(|by| by.adopted == act.adopted))
        .chain(&state.by)
        .cloned()
        .collect();
    let rivals = (rivals.len() > 1).then_some(Reason::SameDay { acts: rivals });
    // An act ended it, or what was not told to have stood never was.
    let never_told = state.status == Status::NotYet && state.cause.is_some();
    let never_told = never_told.then_some(Reason::FormerUnknown);
    let all = [amended, contradicted, disordered, rivals, differ, never_told];
    all.into_iter().flatten().collect()
}

fn sorted(mut vague: Vec<Vague>) -> Vec<Vague> {
    vague.sort_unstable_by_key(|one| (one.act, one.window.earliest, one.window.latest));
    vague.dedup();
    vague
}

impl Grounds<'_> {
    /// The changes here that no source words.
    fn around(&self) -> Vec<Vague> {
        let vague = |change: &Change| matches!(change.what, What::Amended | What::HeadingAmended);
        let changes =
            self.touching.iter().map(|(change, _)| *change).filter(|change| vague(change));
        sorted(changes.filter_map(|change| self.vague(change)).collect())
    }

    fn vague(&self, change: &Change) -> Option<Vague> {
        let act = self.numbers.get(&change.by).copied()?;
        Some(Vague { act, window: change.window })
    }

    /// These changes, and those of acts whose orders the place contradicts.
    fn and_contradicted(&self, around: &[Vague], state: &State) -> Vec<Vague> {
        let contradicted = |change: &&Change| state.contradicted_by.contains(&change.by);
        let own = self.touching.iter().map(|(change, _)| *change).filter(contradicted);
        let own = own.filter_map(|change| self.vague(change));
        sorted(around.iter().cloned().chain(own).collect())
    }

    /// The new words of replacements that stand in these words, and words that an order deleted
    /// here or in what is around, by act.
    fn reworded(&self, words: &str) -> Vec<Reworded> {
        let mut found: Vec<Reworded> = Vec::new();
        let mut folded = None;
        for (change, _) in self.touching {
            let What::Words { old, new } = &change.what else { continue };
            let Some(&act) = self.numbers.get(&change.by) else { continue };
            // Nothing tells where words stood that an order deleted.
            let deleted = new.iter().all(|word| word.trim().is_empty());
            let words: Vec<String> = if deleted {
                old.clone()
            } else {
                let folded = folded.get_or_insert_with(|| words.to_lowercase());
                let standing = new.iter().filter(|word| folded.contains(&word.to_lowercase()));
                standing.cloned().collect()
            };
            if words.is_empty() {
                continue;
            }
            let window = change.window;
            let same = |known: &&mut Reworded| {
                known.act == act && known.deleted == deleted && known.window == window
            };
            match found.iter_mut().find(same) {
                Some(known) => known.words.extend(words),
                None => found.push(Reworded { act, window, deleted, words }),
            }
        }
        found
    }

    fn prove(
        &self,
        state: &State,
        next: Option<&State>,
        around: &[Vague],
        base: Certainty,
    ) -> (Option<Proof>, Vec<Grade>) {
        let stretch = (state.start.earliest, next.and_then(|next| next.start.latest));
        let cause = state.cause.map(|cause| self.touching[cause].0);
        let mut doubts = doubts(state, cause, self.ledger.known_before);
        let obscure = state.printed.iter().any(|printed| match printed {
            Printed::ByText(number) => self.obscure.contains(number),
            _ => false,
        });
        doubts.extend(obscure.then_some(Reason::NoteUnread));
        if let (Status::InForce, Some(words)) = (state.status, &state.words) {
            let printed = state.printed.iter();
            let proof = Proof {
                sources: printed.map(|printed| self.source(printed, state, next, base)).collect(),
                around: self.and_contradicted(around, state),
                reworded: self.reworded(&words.text),
                accounts: self.told.accounts.clone(),
                doubts,
            };
            let grades = self.ledger.steps(&proof, stretch.0, stretch.1);
            return (Some(proof), grades);
        }
        let (certainty, reason) = match state.status {
            Status::InForce => {
                let reason = state.reason.clone();
                (Certainty::Unknown, reason.unwrap_or_else(|| self.missing(state, next)))
            }
            Status::Suspended => {
                (Certainty::Certain, state.reason.clone().unwrap_or(Reason::NoText))
            }
            Status::Unknown => (Certainty::Unknown, state.reason.clone().unwrap_or(Reason::NoText)),
            Status::NotYet | Status::Repealed => {
                let reason = state.reason.clone().unwrap_or(Reason::NoText);
                let certainty = match reason {
                    Reason::InsertedNumber => Certainty::Noted,
                    // Gone for certain where an order prints the new text.
                    Reason::DroppedByRestatement { .. }
                        if cause.is_none_or(|change| change.new.is_none()) =>
                    {
                        Certainty::Noted
                    }
                    _ => Certainty::Certain,
                };
                (certainty, reason)
            }
        };
        if certainty == Certainty::Unknown {
            doubts.clear();
        }
        let untold = match state.status {
            Status::NotYet | Status::Repealed => {
                state.start.latest.and_then(|at| untold_from(&self.told.around, at))
            }
            Status::InForce | Status::Suspended | Status::Unknown => None,
        };
        (None, self.ledger.plain((certainty, reason), stretch, untold, &doubts))
    }

    fn source(
        &self,
        printed: &Printed,
        state: &State,
        next: Option<&State>,
        base: Certainty,
    ) -> Source {
        // One import is as sure as the weakest of its texts: between two of them, or beside an act
        // that quotes them, the surer one would speak for days of which it does not tell.
        let texts = || {
            let caps = self.shown.iter().map(|shown| shown.witness.redaction.cap);
            caps.min().unwrap_or(Certainty::Certain)
        };
        let order = || {
            let act = state.worded.as_ref().map(|(act, _)| act);
            let amender = self.amenders.iter().find(|amender| Some(&amender.id) == act);
            amender.map_or(Certainty::Certain, |amender| amender.cap)
        };
        match printed {
            Printed::ByOrder => Source {
                kind: SourceKind::Order,
                act: state.worded.as_ref().map(|(act, _)| act.clone()),
                at: state.worded.as_ref().and_then(|(_, from)| *from),
                cap: order(),
            },
            Printed::Derived => Source {
                kind: SourceKind::Derived,
                act: state.worded.as_ref().map(|(act, _)| act.clone()),
                at: state.worded.as_ref().and_then(|(_, from)| *from),
                cap: base.at_most(Certainty::Derived).at_most(order()),
            },
            Printed::Undone => Source {
                kind: SourceKind::Undone,
                act: next.and_then(|next| next.by.clone()),
                at: next.and_then(|next| next.start.earliest).map(|day| plus_days(day, -1)),
                cap: base.at_most(Certainty::Derived),
            },
            Printed::ByHeader(number) => {
                let amender = &self.amenders[*number];
                let cap = texts().at_most(amender.cap);
                let (act, at) = (Some(amender.id.clone()), Some(amender.id.adopted.0));
                Source { kind: SourceKind::Citation, act, at, cap }
            }
            Printed::ByText(number) => {
                let shown = &self.shown[*number];
                let original = shown.witness.evidence_kind() == EvidenceKind::Original;
                let at = shown.printed_for(state.worded_from.latest);
                Source { kind: SourceKind::Text { original }, act: None, at, cap: texts() }
            }
        }
    }

    /// Why a unit that stood has no words in the corpus.
    fn missing(&self, state: &State, next: Option<&State>) -> Reason {
        let change = |state: &State| state.cause.map(|cause| self.touching[cause].0);
        let ended = next.and_then(change);
        match ended.map(|change| (&change.what, change.by.clone())) {
            Some((What::Restated | What::Words { .. } | What::HeadingRestated, act)) => {
                Reason::ReplacedTextMissing { act }
            }
            Some((What::Removed | What::Repealed, act)) => Reason::RemovedTextMissing { act },
            _ => match change(state).map(|change| change.by.clone()) {
                Some(act) => Reason::NewTextMissing { act },
                None => Reason::NoText,
            },
        }
    }
}
