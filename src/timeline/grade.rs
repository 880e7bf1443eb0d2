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
    /// A header that quotes the words.
    Citation,
    /// An order was carried out on the words that stood before.
    Derived,
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
    /// What the words are at most, even on that day.
    pub cap: Certainty,
}

/// Why crossing an act costs what it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    WordsMayHaveStood,
    AmendedAround,
    NotesSwallowed,
    BeyondText,
    NotesSilent,
    OrdersLeaveAlone,
}

impl Why {
    const ALL: [Why; 6] = [
        Why::WordsMayHaveStood,
        Why::AmendedAround,
        Why::NotesSwallowed,
        Why::BeyondText,
        Why::NotesSilent,
        Why::OrdersLeaveAlone,
    ];
}

/// What crossing an act costs at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cost {
    certainty: Certainty,
    why: Why,
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
    /// What crossing this act costs at the place, whatever the words.
    fn cost(&self, act: &Amending) -> Cost {
        let around = self.touching.iter().any(|(change, _)| {
            let vague = matches!(change.what, What::Amended | What::HeadingAmended);
            vague && change.by == act.id
        });
        if around {
            Cost { certainty: Certainty::Presumed, why: Why::AmendedAround }
        } else if act.complete {
            Cost { certainty: Certainty::Derived, why: Why::OrdersLeaveAlone }
        } else {
            match self.notes_account(act) {
                Some(true) => Cost { certainty: Certainty::Noted, why: Why::NotesSilent },
                Some(false) => Cost { certainty: Certainty::Presumed, why: Why::NotesSwallowed },
                None => Cost { certainty: Certainty::Presumed, why: Why::BeyondText },
            }
        }
    }

    /// The new words of a whole-text replacement by this act that stand in the words.
    fn words_that_may_have_stood(&self, act: &Amending, words: &str) -> Vec<String> {
        let new = self.touching.iter().filter(|(change, _)| change.by == act.id);
        let new = new.filter_map(|(change, _)| match &change.what {
            What::Words { new, .. } => Some(new),
            _ => None,
        });
        let mut stood = Vec::new();
        let mut folded = None;
        for word in new.flatten() {
            let folded = folded.get_or_insert_with(|| words.to_lowercase());
            if folded.contains(&word.to_lowercase()) {
                stood.push(word.clone());
            }
        }
        stood
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

    /// How sure words are on a day when carried there from a source: the weakest cost of the
    /// acts crossed, and those acts that cost it.
    fn carried(&self, source: &Source<'_>, day: Date, costs: &[Cost]) -> (Certainty, Vec<usize>) {
        let Some(at) = source.at else {
            return (source.cap.at_most(Certainty::Presumed), Vec::new());
        };
        let (low, high, forward) = if day >= at { (at, day, true) } else { (day, at, false) };
        let mut certainty = source.cap;
        let mut crossed = Vec::new();
        for (number, act) in self.amending.iter().enumerate() {
            let cost = costs[number].certainty;
            let unknown_yet = |before: Date| act.id.adopted >= Adopted(before);
            if cost > certainty || (forward && self.known_before.is_some_and(unknown_yet)) {
                continue;
            }
            let ordered = matches!(source.kind, SourceKind::Order | SourceKind::Derived);
            let own = ordered && source.act == Some(&act.id);
            if own && act.complete || !act.lies_between(Some(low), high) {
                continue;
            }
            if cost < certainty {
                certainty = cost;
                crossed.clear();
            }
            crossed.push(number);
        }
        (certainty, crossed)
    }

    /// The reasons of a grade: who prints the words, and what carrying them over these acts
    /// costs; acts of one kind of cost share a reason.
    fn reasons(
        &self,
        source: &Source<'_>,
        crossed: &[usize],
        costs: &[Cost],
        words: &str,
    ) -> Vec<Reason> {
        let mut reasons = vec![match (source.kind, source.act) {
            (SourceKind::Order, Some(act)) => Reason::Instruction { act: act.clone() },
            (SourceKind::Derived, Some(act)) => Reason::CarriedOut { act: act.clone() },
            (SourceKind::Order | SourceKind::Derived, None)
            | (SourceKind::Text { original: true }, _) => Reason::Original,
            (SourceKind::Citation, Some(act)) => Reason::Cited { act: act.clone() },
            (SourceKind::Text { original: false } | SourceKind::Citation, _) => {
                Reason::Consolidated
            }
        }];
        for why in Why::ALL {
            let acts: Vec<&Amending> = crossed
                .iter()
                .filter(|number| costs[**number].why == why)
                .map(|number| &self.amending[*number])
                .collect();
            if acts.is_empty() {
                continue;
            }
            let named = || acts.iter().map(|act| act.id.clone()).collect();
            reasons.push(match why {
                Why::AmendedAround => Reason::AmendedAround { acts: named() },
                Why::OrdersLeaveAlone => Reason::OrdersLeaveAlone { acts: named() },
                Why::NotesSilent => Reason::NotesSilent { acts: named() },
                Why::NotesSwallowed => Reason::NotesSwallowed { acts: named() },
                Why::BeyondText => Reason::BeyondText { acts: named() },
                Why::WordsMayHaveStood => {
                    reasons.extend(acts.iter().map(|act| Reason::WordsMayHaveStood {
                        act: act.id.clone(),
                        words: self.words_that_may_have_stood(act, words),
                    }));
                    continue;
                }
            });
        }
        reasons
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
        let costs: Vec<Cost> = self
            .amending
            .iter()
            .map(|act| {
                if self.words_that_may_have_stood(act, words).is_empty() {
                    self.cost(act)
                } else {
                    Cost { certainty: Certainty::Presumed, why: Why::WordsMayHaveStood }
                }
            })
            .collect();
        let days = self.turning_days(sources, from, to);
        let begin = from.or_else(|| days.first().map(|day| plus_days(*day, -1)));
        let mut grades: Vec<Grade> = Vec::new();
        let mut last = None;
        let starts = std::iter::once(from).chain(days.into_iter().map(Some));
        for start in starts {
            let Some(day) = start.or(begin) else { continue };
            let carried = sources.iter().enumerate().map(|(number, source)| {
                let (certainty, crossed) = self.carried(source, day, &costs);
                (certainty, std::cmp::Reverse(crossed.len()), number, crossed)
            });
            let best = carried.max_by_key(|(certainty, few, number, _)| {
                (*certainty, *few, std::cmp::Reverse(*number))
            });
            let Some((certainty, _, number, crossed)) = best else { continue };
            let after = self.horizon.is_some_and(|horizon| day > horizon);
            let key = (certainty, number, crossed, after);
            if last.as_ref() == Some(&key) {
                continue;
            }
            let reasons = self.reasons(&sources[number], &key.2, &costs, words);
            last = Some(key);
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
