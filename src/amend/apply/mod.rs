//! Orders → an act on which they are carried out, or the reason why one could not be; and the
//! way back where there is one.
//!
//! An order is carried out whole or not at all. Nothing is guessed: no target, no words, too
//! many of them, a number that is taken or lists that do not match leave the act as it is.

mod cells;
mod contents;
mod declined;
mod divisions;
mod draft;
mod fold;
mod indents;
mod last;
mod list_mark;
mod occurrence;
mod partial;
pub mod redline;
mod renumber;
mod reword;
mod rows;
mod sentences;
mod splice;
mod titles;
mod undo;
mod units;
mod unword;
mod within;
mod words;

pub use draft::{Draft, DraftUnit};
pub use partial::{Form, folded, forms};
pub use reword::reword;
pub use undo::{NotUndoable, Undone, undo, undo_from_text};
pub use unword::unword;
pub use within::within;

use crate::model::address::Address;
use crate::model::instruction::{Instruction, Operation};
use draft::{Found, Missing, ROOT, Slot};
use undo::Edit;

macro_rules! problems {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// Why an order was not carried out.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Problem { $($(#[$doc])* $variant,)* }

        impl Problem {
            /// Every reason.
            pub const ALL: &'static [Problem] = &[$(Problem::$variant,)*];

            /// The name in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Problem::$variant => $name,)* }
            }
        }
    };
}

problems! {
    /// The order was not understood.
    NotRead = "not_read",
    /// Nothing stands at the target.
    NoTarget = "no_target",
    /// Several units carry the target's number.
    AmbiguousTarget = "ambiguous_target",
    /// The target was removed before.
    AlreadyRemoved = "already_removed",
    /// The quoted words do not stand there.
    NoWords = "no_words",
    /// The quoted words stand there more often than the order can mean.
    TooManyWords = "too_many_words",
    /// The wording of the target is not known.
    WordsUnknown = "words_unknown",
    /// Old and new words do not pair up.
    UnequalLists = "unequal_lists",
    /// The number of the new unit is taken.
    DuplicateNumber = "duplicate_number",
    /// The new text is missing or does not have the units that the order announces.
    NoNewText = "no_new_text",
    /// There is no such place for the new text.
    NoPlace = "no_place",
    /// Paragraphs may be counted with the numbered ones or without: the place is not certain.
    AmbiguousPlace = "ambiguous_place",
    /// Nothing would remain of the unit.
    NothingLeft = "nothing_left",
    /// Orders of this kind are not carried out.
    NotSupported = "not_supported",
}

/// How often quoted words were to be found, and were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// At least so often; `None` where the order does not say.
    pub expected: Option<usize>,
    /// As whole words and as quoted.
    pub found: usize,
    /// Other forms of the words that the order does not quote: they stay as they are.
    pub left_behind: Vec<(Address, String)>,
}

/// What became of one order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Why it was not carried out; `None` where it was.
    pub problem: Option<Problem>,
    /// What may have been meant, nearest first.
    pub candidates: Vec<Address>,
    /// For an order on words.
    pub occurrences: Option<Occurrences>,
    /// The units that it changed, brought or removed, at their addresses afterwards.
    pub touched: Vec<Address>,
    /// What it did, for the way back.
    trace: Vec<Edit>,
}

impl Carried {
    /// True where the order was carried out.
    pub fn applied(&self) -> bool {
        self.problem.is_none()
    }
}

/// What became of the orders, in their order.
pub type Outcome = Vec<Carried>;

/// Carries out orders one after the other. The time that one takes depends on its targets and
/// its new text, not on the rest of the act; only an order on the whole text reads all of it.
pub fn carry_out<'o>(
    draft: &mut Draft,
    orders: impl IntoIterator<Item = &'o Instruction>,
) -> Outcome {
    orders.into_iter().map(|order| one(draft, order)).collect()
}

fn one(draft: &mut Draft, order: &Instruction) -> Carried {
    let mut desk = Desk { draft, trace: Vec::new(), occurrences: None, sure: false };
    let done = desk.carry_out_resolved(order);
    let Desk { trace, occurrences, .. } = desk;
    let (problem, candidates) = match done {
        Ok(()) => (None, Vec::new()),
        Err(refusal) => (Some(refusal.problem), refusal.candidates),
    };
    let touched = undo::touched(draft, &trace);
    Carried { problem, candidates, occurrences, touched, trace }
}

/// Why an order was refused, before anything was changed.
struct Refusal {
    problem: Problem,
    candidates: Vec<Address>,
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Refusal { problem, candidates: Vec::new() }
    }
}

/// A draft with an order at work on it. Every change goes through here and leaves a trace.
struct Desk<'d> {
    draft: &'d mut Draft,
    trace: Vec<Edit>,
    occurrences: Option<Occurrences>,
    /// True where the paragraph that the order means is certain however paragraphs are counted.
    sure: bool,
}

impl Desk<'_> {
    /// Finds what the order calls the last paragraph, then carries it out.
    fn carry_out_resolved(&mut self, order: &Instruction) -> Result<(), Refusal> {
        if !order.read {
            return Err(Problem::NotRead.into());
        }
        match self.with_last_found(order)? {
            Some(resolved) => {
                self.sure = true;
                self.carry_out(&resolved)
            }
            None => self.carry_out(order),
        }
    }

    /// Checks the whole order, then carries it out.
    fn carry_out(&mut self, order: &Instruction) -> Result<(), Refusal> {
        if order.targets.is_empty() {
            return Err(Problem::NoTarget.into());
        }
        if order.targets.iter().any(|target| target.contents().is_some()) {
            return self.change_contents(order);
        }
        if order.counts() && !order.columns.is_empty() {
            return self.change_cell(order);
        }
        if !order.sentences.is_empty() && order.old_words.is_empty() {
            return self.change_sentences(order);
        }
        match order.operation {
            Operation::Replace | Operation::ReplaceByAnnex | Operation::ReplaceIndents => {
                self.replace(order)
            }
            Operation::Insert => self.insert(order),
            Operation::InsertIndents => self.insert_indents(order),
            Operation::Delete | Operation::DeleteIndents | Operation::Repeal => self.remove(order),
            Operation::Suspend => self.suspend(order),
            Operation::ReplaceTitle => self.replace_title(order),
            Operation::Renumber => self.renumber(order),
            Operation::ReplaceWords
            | Operation::InsertWords
            | Operation::DeleteWords
            | Operation::DeleteWordsEverywhere
            | Operation::ReplaceWordsEverywhere
            | Operation::InsertWordsEverywhere => self.change_words(order),
        }
    }

    /// The unit that the order means, standing.
    fn target(&self, address: &Address) -> Result<Found, Refusal> {
        let found = self.found(address)?;
        match self.draft.get(found.slot).status {
            crate::model::tree::PrintedStatus::InForce => Ok(found),
            _ => Err(Refusal {
                problem: Problem::AlreadyRemoved,
                candidates: vec![self.draft.get(found.slot).address.clone()],
            }),
        }
    }

    fn found(&self, address: &Address) -> Result<Found, Refusal> {
        if let Some(found) = self.indent_of_division(address) {
            return found;
        }
        self.draft.find(address).map_err(|missing| match missing {
            Missing::Nothing => {
                Refusal { problem: Problem::NoTarget, candidates: self.draft.near(address) }
            }
            Missing::Several => {
                Refusal { problem: Problem::AmbiguousTarget, candidates: vec![address.clone()] }
            }
        })
    }

    fn attach(&mut self, slot: Slot, parent: Slot, before: Option<Slot>) {
        self.draft.attach(slot, parent, before);
        self.trace.push(Edit::Attached { slot });
    }

    fn detach(&mut self, slot: Slot) {
        let parent = self.draft.parent(slot).unwrap_or(ROOT);
        let before = self.draft.before(slot);
        self.draft.detach(slot);
        self.trace.push(Edit::Detached { slot, parent, before });
    }

    fn set(&mut self, slot: Slot, unit: DraftUnit) {
        let before = self.draft.get(slot).clone();
        let revision = self.draft.revision(slot);
        self.draft.set(slot, unit, None);
        self.trace.push(Edit::Changed { slot, before: Box::new(before), revision });
    }
}
