//! How sure the words of a version are on a day: every source of the words is carried to the
//! day, and each act crossed on the way costs what it may have changed there. A version keeps
//! the days on which its certainty turns; the acts crossed are named for the day asked about.

use crate::model::act::ActId;
use crate::model::certainty::Certainty;
use crate::model::day::{Adopted, Window, plus_days};
use crate::model::proof::{Account, Amending, Proof, Source, SourceKind};
use crate::model::reason::Reason;
use crate::model::version::Grade;
use jiff::civil::Date;

/// Why crossing an act costs what it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    WordsMayHaveStood,
    AmendedAround,
    NotesGone,
    NotesSwallowed,
    BeyondText,
    NotesSilent,
    OrdersLeaveAlone,
}

impl Why {
    const ALL: [Why; 7] = [
        Why::WordsMayHaveStood,
        Why::AmendedAround,
        Why::NotesGone,
        Why::NotesSwallowed,
        Why::BeyondText,
        Why::NotesSilent,
        Why::OrdersLeaveAlone,
    ];

    /// What is left of words that were carried over such an act.
    fn cost(self) -> Certainty {
        match self {
            Why::WordsMayHaveStood
            | Why::AmendedAround
            | Why::NotesGone
            | Why::NotesSwallowed
            | Why::BeyondText => Certainty::Presumed,
            Why::NotesSilent => Certainty::Noted,
            Why::OrdersLeaveAlone => Certainty::Derived,
        }
    }
}

/// The acts that amended a document, by which the words of its places are graded.
#[derive(Debug, Clone, Copy)]
pub struct Ledger<'a> {
    /// The acts, by identity.
    pub amending: &'a [Amending],
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Date>,
    /// Only acts adopted before this day count when words are carried forward.
    pub known_before: Option<Date>,
}

/// What crossing the changes of acts costs at one place.
struct Costs<'p> {
    /// By act: what a change of it elsewhere costs.
    base: Vec<Why>,
    proof: &'p Proof,
}

impl Costs<'_> {
    /// Why crossing the change of an act in this window costs what it costs. Words that an order
    /// may have brought or taken count backward only: forward, the order is carried out.
    fn why(&self, act: usize, window: &Window, forward: bool) -> Why {
        let of_act = |number: u32| number as usize == act;
        let reworded =
            || self.proof.reworded.iter().any(|one| of_act(one.act) && one.window == *window);
        if !forward && reworded() {
            return Why::WordsMayHaveStood;
        }
        let around = &self.proof.around;
        let first = around.partition_point(|vague| (vague.act as usize) < act);
        let mut own = around[first..].iter().take_while(|vague| of_act(vague.act));
        if own.any(|vague| vague.window == *window) {
            return Why::AmendedAround;
        }
        self.base[act]
    }

    /// True for a change that may come after the day of a source. What nobody words may, on that
    /// very day, have changed what another order made; or what an order was carried out on, where
    /// not all orders of its act were read.
    fn is_after(&self, number: usize, window: &Window, source: &Source, act: &Amending) -> bool {
        let (Some(at), Some(latest)) = (source.at, window.latest) else { return true };
        let own = source.act.as_ref() == Some(&act.id);
        let same_day = match source.kind {
            SourceKind::Order => !own,
            SourceKind::Derived => true,
            SourceKind::Undone | SourceKind::Citation | SourceKind::Text { .. } => false,
        };
        let vague = self.why(number, window, true) == Why::AmendedAround;
        latest > at || same_day && vague && latest == at
    }
}

/// What is crossed, and why it costs what it costs; `None` where no act is known.
type Crossed = (Option<usize>, Why);

/// The day nearest to the source at which a cost is first met, and what asks it.
type Boundary = Option<(Date, Crossed)>;

/// How sure words are on a day, and what costs it.
type Carried = (Certainty, Option<Crossed>);

/// The first day after `at` for which no notes tell what happened at a place, a later restatement
/// or removal having replaced those that did. `None` where they tell, where those of the rest of
/// the text list the acts of that time, and where no text has notes.
pub fn untold_from(accounts: &[Account], at: Date) -> Option<Date> {
    let replaced = |account: &&Account| {
        let until = account.swallowed_until.as_ref();
        let listed = account.lists_from.is_some_and(|from| from <= at);
        !listed && until.is_some_and(|(latest, _)| latest.is_none_or(|latest| latest > at))
    };
    accounts.iter().find(replaced)?;
    let telling = accounts.iter().filter(|account| !replaced(account));
    let told = telling.map(|account| account.until.0).max().max(Some(at))?;
    Some(plus_days(told, 1))
}

/// One source with the nearest boundary of each cost, on either side of its day.
struct Carriage<'a> {
    source: &'a Source,
    /// By cost: words are carried over such an act from this day on.
    forward: [Boundary; Certainty::ALL.len()],
    /// By cost: words are carried over such an act on all days before this one.
    backward: [Boundary; Certainty::ALL.len()],
}

impl Carriage<'_> {
    /// How sure the words are on a day, and the act that costs it, with the reason.
    fn on(&self, day: Date) -> Carried {
        let Some(at) = self.source.at else {
            return (self.source.cap.at_most(Certainty::Presumed), None);
        };
        for &cost in Certainty::ALL.iter().filter(|cost| **cost < self.source.cap) {
            let met = if day >= at {
                self.forward[cost as usize].filter(|(from, ..)| *from <= day)
            } else {
                self.backward[cost as usize].filter(|(until, ..)| day < *until)
            };
            if let Some((_, crossed)) = met {
                return (cost, Some(crossed));
            }
        }
        (self.source.cap, None)
    }

    /// The days on which the certainty turns.
    fn turns(&self) -> impl Iterator<Item = Date> {
        let boundaries = self.forward.iter().chain(&self.backward).flatten();
        boundaries.map(|(day, ..)| *day).chain(self.source.at)
    }
}

impl Ledger<'_> {
    /// What crossing each act costs at a place.
    fn costs<'p>(&self, proof: &'p Proof) -> Costs<'p> {
        let base = self.amending.iter().map(|act| untouched(act, proof)).collect();
        Costs { base, proof }
    }

    /// True for an act that costs a source nothing, or of which nobody knew.
    fn is_free(&self, source: &Source, act: &Amending, forward: bool) -> bool {
        let ordered =
            matches!(source.kind, SourceKind::Order | SourceKind::Derived | SourceKind::Undone);
        let own = ordered && act.complete && source.act.as_ref() == Some(&act.id);
        own || forward && self.known_before.is_some_and(|day| act.id.adopted >= Adopted(day))
    }

    fn carriage<'s>(&self, source: &'s Source, costs: &Costs<'_>) -> Carriage<'s> {
        let none = [None; Certainty::ALL.len()];
        let mut carriage = Carriage { source, forward: none, backward: none };
        let Some(at) = source.at else { return carriage };
        if let Some(from) = untold_from(&costs.proof.accounts, at) {
            let cost = Why::NotesGone.cost() as usize;
            carriage.forward[cost] = Some((from, (None, Why::NotesGone)));
            if source.kind == SourceKind::Undone && from == plus_days(at, 1) {
                carriage.backward[cost] = Some((at, (None, Why::NotesGone)));
            }
        }
        for (number, act) in self.amending.iter().enumerate() {
            let (free_after, free_before) =
                (self.is_free(source, act, true), self.is_free(source, act, false));
            for window in &act.windows {
                if !free_after && costs.is_after(number, window, source, act) {
                    let from = window.earliest.unwrap_or(Date::MIN).max(at);
                    let why = costs.why(number, window, true);
                    let nearest = &mut carriage.forward[why.cost() as usize];
                    if nearest.is_none_or(|(day, ..)| from < day) {
                        *nearest = Some((from, (Some(number), why)));
                    }
                }
                if !free_before && window.may_have_begun(at) {
                    let until = window.latest.unwrap_or(Date::MAX);
                    let why = costs.why(number, window, false);
                    let nearest = &mut carriage.backward[why.cost() as usize];
                    if nearest.is_none_or(|(day, ..)| until > day) {
                        *nearest = Some((until, (Some(number), why)));
                    }
                }
            }
        }
        carriage
    }

    /// The grades of printed words over `[from, to)`; bounds that are `None` are open. Of the
    /// acts that cost a grade the one nearest to the day of the words is named.
    pub fn steps(&self, proof: &Proof, from: Option<Date>, to: Option<Date>) -> Vec<Grade> {
        let costs = self.costs(proof);
        let carried: Vec<Carriage<'_>> =
            proof.sources.iter().map(|source| self.carriage(source, &costs)).collect();
        let mut days: Vec<Date> = carried.iter().flat_map(Carriage::turns).collect();
        days.extend(self.horizon.map(|horizon| plus_days(horizon, 1)));
        days.retain(|day| from.is_none_or(|from| *day > from) && to.is_none_or(|to| *day < to));
        days.sort();
        days.dedup();
        let begin = from.or_else(|| days.first().map(|day| plus_days(*day, -1)));
        let mut grades: Vec<Grade> = Vec::new();
        let mut last = None;
        for start in std::iter::once(from).chain(days.into_iter().map(Some)) {
            let Some(day) = start.or(begin) else { continue };
            let Some((number, (certainty, act))) = best(&carried, day) else { continue };
            let after = self.horizon.is_some_and(|horizon| day > horizon);
            let key = (certainty, number, act, after);
            if last == Some(key) {
                continue;
            }
            last = Some(key);
            let source = &proof.sources[number];
            let reasons = self.reasons(source, act.as_slice(), proof);
            self.push(&mut grades, (start, day), (certainty, reasons), &proof.doubts);
        }
        grades
    }

    /// How sure the words are on a day, and why: every act crossed that costs so much is named.
    /// `None` without a source.
    pub fn on(&self, proof: &Proof, day: Date) -> Option<Grade> {
        let costs = self.costs(proof);
        let carried: Vec<Carriage<'_>> =
            proof.sources.iter().map(|source| self.carriage(source, &costs)).collect();
        let (number, (certainty, _)) = best(&carried, day)?;
        let source = &proof.sources[number];
        let mut crossed = self.crossed(source, day, &costs);
        crossed.retain(|(_, why)| why.cost() == certainty);
        let reasons = self.reasons(source, &crossed, proof);
        let mut grades = Vec::new();
        self.push(&mut grades, (Some(day), day), (certainty, reasons), &proof.doubts);
        grades.pop()
    }

    /// The acts that lie between the day of a source and another day, with the most that
    /// crossing one of their changes costs.
    fn crossed(&self, source: &Source, day: Date, costs: &Costs<'_>) -> Vec<Crossed> {
        let Some(at) = source.at else { return Vec::new() };
        let (low, high, forward) = if day >= at { (at, day, true) } else { (day, at, false) };
        let after = |number: usize, act: &Amending, window: &Window| match forward {
            true => costs.is_after(number, window, source, act),
            false => window.latest.is_none_or(|latest| latest > low),
        };
        let untold = untold_from(&costs.proof.accounts, at).filter(|from| match forward {
            true => *from <= day,
            false => source.kind == SourceKind::Undone && *from == plus_days(at, 1),
        });
        let acts = self.amending.iter().enumerate();
        let acts = acts.filter(|(_, act)| !self.is_free(source, act, forward)).filter_map(
            |(number, act)| {
                let between =
                    |window: &&Window| after(number, act, window) && window.may_have_begun(high);
                let windows = act.windows.iter().filter(between);
                let why = windows.map(|window| costs.why(number, window, forward));
                Some((Some(number), why.min_by_key(|why| why.cost())?))
            },
        );
        acts.chain(untold.map(|_| (None, Why::NotesGone))).collect()
    }

    /// Who prints the words, and what carrying them over these acts costs; acts of one kind of
    /// cost share a reason.
    fn reasons(&self, source: &Source, crossed: &[Crossed], proof: &Proof) -> Vec<Reason> {
        let mut reasons = vec![basis(source)];
        for why in Why::ALL {
            if why == Why::NotesGone {
                reasons.extend(crossed.contains(&(None, why)).then_some(Reason::NotesGone));
                continue;
            }
            let of_why = crossed.iter().filter(|(_, cost)| *cost == why);
            let mut acts = of_why.filter_map(|(number, _)| *number);
            if why == Why::WordsMayHaveStood {
                for number in acts {
                    let act = &self.amending[number].id;
                    let own = proof.reworded.iter().filter(|change| change.act as usize == number);
                    reasons.extend(own.map(|change| {
                        let (act, words) = (act.clone(), change.words.clone());
                        match change.deleted {
                            true => Reason::WordsMayHaveGone { act, words },
                            false => Reason::WordsMayHaveStood { act, words },
                        }
                    }));
                }
                continue;
            }
            let Some(first) = acts.next() else { continue };
            let acts: Vec<ActId> = std::iter::once(first)
                .chain(acts)
                .map(|number| self.amending[number].id.clone())
                .collect();
            reasons.push(match why {
                Why::WordsMayHaveStood | Why::NotesGone => continue,
                Why::AmendedAround => Reason::AmendedAround { acts },
                Why::OrdersLeaveAlone => Reason::OrdersLeaveAlone { acts },
                Why::NotesSilent => Reason::NotesSilent { acts },
                Why::NotesSwallowed => Reason::NotesSwallowed { acts },
                Why::BeyondText => Reason::BeyondText { acts },
            });
        }
        reasons
    }

    /// The grades of a state that needs no words, weakened only by the horizon and from the day
    /// on for which no notes tell any more.
    pub fn plain(
        &self,
        (certainty, reason): (Certainty, Reason),
        (from, to): (Option<Date>, Option<Date>),
        untold: Option<Date>,
        doubts: &[Reason],
    ) -> Vec<Grade> {
        let mut grades = Vec::new();
        let after = self.horizon.map(|horizon| plus_days(horizon, 1));
        let begin = from.or(self.horizon).unwrap_or(Date::MIN);
        let inside =
            |day: &Date| from.is_none_or(|from| from < *day) && to.is_none_or(|to| *day < to);
        let mut turns: Vec<Date> = untold.into_iter().chain(after).filter(inside).collect();
        turns.sort();
        turns.dedup();
        let turns = turns.into_iter().map(|day| (Some(day), day));
        for (start, day) in std::iter::once((from, begin)).chain(turns) {
            let gone = certainty > Certainty::Unknown && untold.is_some_and(|from| from <= day);
            let limit = if gone { Why::NotesGone.cost() } else { certainty };
            let reasons = std::iter::once(reason.clone()).chain(gone.then_some(Reason::NotesGone));
            let graded = (certainty.at_most(limit), reasons.collect());
            self.push(&mut grades, (start, day), graded, doubts);
        }
        grades
    }

    fn push(
        &self,
        grades: &mut Vec<Grade>,
        (start, day): (Option<Date>, Date),
        (mut certainty, mut reasons): (Certainty, Vec<Reason>),
        doubts: &[Reason],
    ) {
        if certainty > Certainty::Unknown && !doubts.is_empty() {
            certainty = certainty.at_most(Certainty::Presumed);
            reasons.extend_from_slice(doubts);
        }
        match self.horizon {
            Some(horizon) if day > horizon && certainty > Certainty::Unknown => {
                certainty = certainty.at_most(Certainty::Presumed);
                reasons.push(Reason::AfterHorizon { horizon });
            }
            _ => {}
        }
        let repeats = grades
            .last()
            .is_some_and(|last| last.certainty == certainty && last.reasons == reasons);
        if !repeats {
            grades.push(Grade { from: start, certainty, reasons });
        }
    }
}

/// What an act costs that is not known to have touched the place.
fn untouched(act: &Amending, proof: &Proof) -> Why {
    if act.complete {
        return Why::OrdersLeaveAlone;
    }
    let mut telling =
        proof.accounts.iter().filter(|account| act.id.adopted <= account.until).peekable();
    if telling.peek().is_none() {
        return Why::BeyondText;
    }
    let told = |swallowed: Option<_>| swallowed.is_none_or(|until| act.rank() >= until);
    if telling.any(|account| told(account.swallowed_until)) {
        Why::NotesSilent
    } else {
        Why::NotesSwallowed
    }
}

/// The source whose words are surest on a day; the one that crossed nothing, then the first,
/// among equals.
fn best(carried: &[Carriage<'_>], day: Date) -> Option<(usize, Carried)> {
    let graded = carried.iter().map(|carriage| carriage.on(day)).enumerate();
    graded.max_by_key(|(number, (certainty, act))| {
        (*certainty, act.is_none(), std::cmp::Reverse(*number))
    })
}

fn basis(source: &Source) -> Reason {
    match (source.kind, &source.act) {
        (SourceKind::Order, Some(act)) => Reason::Instruction { act: act.clone() },
        (SourceKind::Derived, Some(act)) => Reason::CarriedOut { act: act.clone() },
        (SourceKind::Undone, Some(act)) => Reason::TakenBack { act: act.clone() },
        (SourceKind::Citation, Some(act)) => Reason::Cited { act: act.clone() },
        (SourceKind::Order | SourceKind::Derived | SourceKind::Undone, None)
        | (SourceKind::Text { original: true }, _) => Reason::Original,
        (SourceKind::Text { original: false } | SourceKind::Citation, _) => Reason::Consolidated,
    }
}
