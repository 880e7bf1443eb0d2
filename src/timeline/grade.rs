//! How sure the words of one state are on each of its days: every source of the words is
//! carried to the day, and each act crossed on the way costs what it may have changed there.

use super::change::{Change, What};
use super::reach::Shown;
use super::state::Touch;
use crate::model::act::ActId;
use crate::model::certainty::Certainty;
use crate::model::day::{Adopted, Window, plus_days};
use crate::model::reason::Reason;
use crate::model::version::Grade;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// An act that amended the document, with the windows of all its changes there.
#[derive(Debug, Clone)]
pub struct Amending {
    /// The act.
    pub id: ActId,
    /// When its changes take effect, without doubles.
    pub windows: Vec<Window>,
    /// True when its orders are in the corpus and every one was understood.
    pub complete: bool,
}

impl Amending {
    /// True when some change of the act may lie after `from` and on or before `to`.
    fn lies_between(&self, from: Option<Date>, to: Date) -> bool {
        self.windows.iter().any(|window| {
            let after = from.is_none_or(|from| window.latest.is_none_or(|latest| latest > from));
            after && window.may_have_begun(to)
        })
    }
}

/// What a source of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// The order that began the state.
    Order,
    /// A text that shows the state.
    Text {
        /// True for the text as adopted.
        original: bool,
    },
}

/// Words printed for a day.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// What it is.
    pub kind: SourceKind,
    /// The act that prints them, for an order.
    pub act: Option<&'a ActId>,
    /// The day for which they are printed; `None` for a day that is never certain.
    pub at: Option<Date>,
}

/// What the grades of a place need to know.
pub struct Surroundings<'a> {
    /// Every act that amended the document.
    pub amending: &'a [Amending],
    /// The changes that touch the place.
    pub touching: &'a [(&'a Change, Touch)],
    /// All changes that touch it, whatever is known of them on the day of knowledge: a text
    /// swallows its notes for good.
    pub told: &'a [(&'a Change, Touch)],
    /// The texts that reach the place.
    pub reaching: &'a [&'a Shown<'a>],
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Date>,
    /// Only acts adopted before this day count when words are carried forward.
    pub known_before: Option<Date>,
}

impl Surroundings<'_> {
    /// What crossing this act costs at the place.
    fn cost(&self, act: &Amending, words: &str) -> (Certainty, Reason) {
        let mut around = false;
        for (change, _) in self.touching.iter().filter(|(change, _)| change.by == act.id) {
            match &change.what {
                What::WordsEverywhere(new) => {
                    let folded = words.to_lowercase();
                    let stood: Vec<String> = new
                        .iter()
                        .filter(|word| folded.contains(&word.to_lowercase()))
                        .cloned()
                        .collect();
                    if !stood.is_empty() {
                        let reason =
                            Reason::WordsMayHaveStood { act: act.id.clone(), words: stood };
                        return (Certainty::Presumed, reason);
                    }
                }
                What::Amended | What::HeadingAmended | What::WordsChanged => around = true,
                _ => {}
            }
        }
        let acts = vec![act.id.clone()];
        if around {
            (Certainty::Presumed, Reason::AmendedAround { acts })
        } else if act.complete {
            (Certainty::Derived, Reason::OrdersLeaveAlone { acts })
        } else {
            match self.notes_account(act) {
                Some(true) => (Certainty::Noted, Reason::NotesSilent { acts }),
                Some(false) => (Certainty::Presumed, Reason::NotesSwallowed { acts }),
                None => (Certainty::Presumed, Reason::BeyondText { acts }),
            }
        }
    }

    /// Whether the notes of a text would tell of a change by this act here: only from the
    /// place's last restatement, addition or removal onward. `None`: no text reaches the place
    /// after that act.
    fn notes_account(&self, act: &Amending) -> Option<bool> {
        let mut answer = None;
        for shown in self.reaching.iter().filter(|shown| act.id.adopted <= shown.last_adopted) {
            let file = &shown.witness.tree.source;
            let swallowed_by = self
                .told
                .iter()
                .map(|(change, _)| *change)
                .filter(|change| {
                    change.what.swallows_notes()
                        && change.evidence.iter().any(|e| &e.span.source == file)
                })
                .map(|change| (change.window.latest, change.by.adopted))
                .max();
            let told = swallowed_by.is_none_or(|(latest, adopted)| {
                let last = act.windows.iter().filter_map(|window| window.latest).max();
                (last, act.id.adopted) >= (latest, adopted)
            });
            if told {
                return Some(true);
            }
            answer = Some(false);
        }
        answer
    }

    /// How sure words are on a day when carried there from a source.
    fn carried(&self, source: &Source<'_>, day: Date, words: &str) -> (Certainty, Vec<Reason>) {
        let first = match source.kind {
            SourceKind::Order => match source.act {
                Some(act) => Reason::Instruction { act: act.clone() },
                None => Reason::Original,
            },
            SourceKind::Text { original: true } => Reason::Original,
            SourceKind::Text { original: false } => Reason::Consolidated,
        };
        let Some(at) = source.at else { return (Certainty::Presumed, vec![first]) };
        let (low, high, forward) = if day >= at { (at, day, true) } else { (day, at, false) };
        let mut certainty = Certainty::Certain;
        let mut by_cost: BTreeMap<Certainty, Vec<Reason>> = BTreeMap::new();
        for act in self.amending {
            let unknown_yet = |before: Date| act.id.adopted >= Adopted(before);
            if forward && self.known_before.is_some_and(unknown_yet) {
                continue;
            }
            let own = source.kind == SourceKind::Order && source.act == Some(&act.id);
            if own && act.complete || !act.lies_between(Some(low), high) {
                continue;
            }
            let (cost, reason) = self.cost(act, words);
            certainty = certainty.min(cost);
            push_joined(by_cost.entry(cost).or_default(), reason);
        }
        let mut reasons = vec![first];
        reasons.extend(by_cost.remove(&certainty).unwrap_or_default());
        (certainty, reasons)
    }

    /// The days inside `[from, to)` on which a grade may change, ascending.
    fn turning_days(
        &self,
        sources: &[Source<'_>],
        from: Option<Date>,
        to: Option<Date>,
    ) -> Vec<Date> {
        let mut days: Vec<Date> = sources.iter().filter_map(|source| source.at).collect();
        for window in self.amending.iter().flat_map(|act| &act.windows) {
            days.extend(window.earliest);
            days.extend(window.latest);
        }
        days.extend(self.horizon.map(|horizon| plus_days(horizon, 1)));
        days.retain(|day| from.is_none_or(|from| *day > from) && to.is_none_or(|to| *day < to));
        days.sort();
        days.dedup();
        days
    }

    /// The grades of printed words over `[from, to)`; bounds that are `None` are open.
    pub fn grades(
        &self,
        sources: &[Source<'_>],
        words: &str,
        from: Option<Date>,
        to: Option<Date>,
    ) -> Vec<Grade> {
        let days = self.turning_days(sources, from, to);
        let begin = from.or_else(|| days.first().map(|day| plus_days(*day, -1)));
        let mut grades: Vec<Grade> = Vec::new();
        let starts = std::iter::once(from).chain(days.into_iter().map(Some));
        for start in starts {
            let Some(day) = start.or(begin) else { continue };
            let best = sources
                .iter()
                .map(|source| self.carried(source, day, words))
                .max_by_key(|(certainty, reasons)| (*certainty, std::cmp::Reverse(reasons.len())));
            let Some((certainty, reasons)) = best else { continue };
            self.push(&mut grades, start, day, certainty, reasons);
        }
        grades
    }

    /// One grade for a state that needs no words, weakened only by the horizon.
    pub fn plain(
        &self,
        certainty: Certainty,
        reason: Reason,
        from: Option<Date>,
        to: Option<Date>,
    ) -> Vec<Grade> {
        let mut grades = Vec::new();
        let after = self.horizon.map(|horizon| plus_days(horizon, 1));
        let begin = from.or(self.horizon).unwrap_or(Date::MIN);
        self.push(&mut grades, from, begin, certainty, vec![reason.clone()]);
        if let Some(day) = after
            && from.is_none_or(|from| from < day)
            && to.is_none_or(|to| day < to)
        {
            self.push(&mut grades, Some(day), day, certainty, vec![reason]);
        }
        grades
    }

    fn push(
        &self,
        grades: &mut Vec<Grade>,
        start: Option<Date>,
        day: Date,
        certainty: Certainty,
        mut reasons: Vec<Reason>,
    ) {
        let mut certainty = certainty;
        match self.horizon {
            Some(horizon) if day > horizon && certainty > Certainty::Unknown => {
                certainty = certainty.at_most(Certainty::Presumed);
                reasons.push(Reason::AfterHorizon { horizon });
            }
            _ => {}
        }
        let grade = Grade { from: start, certainty, reasons };
        let repeats = grades
            .last()
            .is_some_and(|last| last.certainty == grade.certainty && last.reasons == grade.reasons);
        if !repeats {
            grades.push(grade);
        }
    }
}

/// Adds a reason; acts of the same reason share one list.
fn push_joined(reasons: &mut Vec<Reason>, reason: Reason) {
    for known in reasons.iter_mut() {
        match (known, &reason) {
            (Reason::NotesSilent { acts }, Reason::NotesSilent { acts: more })
            | (Reason::OrdersLeaveAlone { acts }, Reason::OrdersLeaveAlone { acts: more })
            | (Reason::AmendedAround { acts }, Reason::AmendedAround { acts: more })
            | (Reason::NotesSwallowed { acts }, Reason::NotesSwallowed { acts: more })
            | (Reason::BeyondText { acts }, Reason::BeyondText { acts: more }) => {
                acts.extend(more.iter().cloned());
                return;
            }
            _ => {}
        }
    }
    reasons.push(reason);
}
