//! An act or a provision on two days → its units side by side: which stayed, changed, came, went
//! or moved, which are not known, and which acts and orders did it.

mod align;
mod cause;
pub mod every;
mod held;
pub mod sums;
pub mod told;
mod unit;

pub use crate::amend::wording as words;

use super::answer::{ActInfo, Alternative, Answer, Ask, Bound};
use super::compose::parts;
use super::engine::{Engine, Refusal};
use super::show::answer;
use super::upcoming::ChangeKind;
use crate::amend::wording::Run;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::evidence::Evidence;
use crate::model::kind::Kind;
use crate::model::named::named;
use crate::model::reason::Reason;
use jiff::civil::Date;

named! {
    /// What became of a unit between the two days.
    Change {
        /// It says the same and has the same state.
        Same = "same",
        /// It says something else, or has another state.
        Changed = "changed",
        /// It did not stand on the first day and stands on the second one.
        Added = "added",
        /// It stood on the first day and does not stand on the second one.
        Removed = "removed",
        /// Its words stand under another address, as far as their likeness tells.
        Moved = "moved",
        /// What it says, or whether it stands, is not known for one of the days.
        Unknown = "unknown",
    }
}

/// An act or a provision on two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The act.
    pub act: ActInfo,
    /// The provision; the whole act for the empty address.
    pub address: Address,
    /// What it is on the first day, as `show` tells it.
    pub before: Answer,
    /// What it is on the second day.
    pub after: Answer,
    /// Every unit that stands, or may stand, on one of the days; in document order.
    pub units: Vec<Unit>,
}

/// One unit on two days: its own words, parts left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Where it stands on the second day; for a unit that is gone, where it stood.
    pub address: Address,
    /// Where it stood on the first day; `None` where it did not.
    pub address_before: Option<Address>,
    /// What it is.
    pub kind: Kind,
    /// 0 at the top of the act.
    pub depth: usize,
    /// Headings around it that its address does not name, outermost first.
    pub groups: Vec<Address>,
    /// Its heading on the second day, else that of the first.
    pub heading: Option<String>,
    /// What became of it.
    pub change: Change,
    /// True where it moved inside one container: only its number is another one.
    pub renumbered: bool,
    /// True where an act brought it anew, though it may say the same: another node stands there.
    pub restated: bool,
    /// On the first day.
    pub before: Side,
    /// On the second day.
    pub after: Side,
    /// The difference word by word; one run where only one side has words. Empty where the
    /// wording of a day is not known.
    pub words: Vec<Run>,
    /// Who changed it between the days, in the order of effect.
    pub caused_by: Vec<Cause>,
    /// What is known of why nothing tells who changed it; `None` where something does, or where
    /// nothing is known to have changed.
    pub cause_unknown: Option<Vec<Reason>>,
    /// The outermost unit around it with which it came, went, or is unknown: told there already.
    pub told_with: Option<Address>,
    /// For a unit that is unknown: the last words known of the days between the two, which hold
    /// on neither.
    pub last_known: Option<Known>,
}

/// A unit on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its state; that of its container where this does not hold.
    pub status: Status,
    /// How sure state and words are.
    pub certainty: Certainty,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Its own words; `None` where they are not known or do not hold.
    pub text: Option<String>,
    /// True where it stands, or may stand, and its words are not known.
    pub hidden: bool,
    /// Its node; `None` where it is open which unit stands there.
    pub node: Option<String>,
    /// When this state began; `None` where it is open which state holds.
    pub valid_from: Option<Bound>,
    /// When it ended; `None` while it lasts.
    pub valid_to: Option<Bound>,
    /// What holds on either side of a window that is open on the day.
    pub alternatives: Vec<Alternative>,
    /// Where its words went from here, as far as their likeness tells.
    pub moved_to: Option<Address>,
    /// Where its words were before, as far as their likeness tells.
    pub moved_from: Option<Address>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
}

/// An act that changed a unit between the two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The act.
    pub act: ActId,
    /// The place that it changed: the unit, or what is around it.
    pub address: Address,
    /// What it made of that place.
    pub made: ChangeKind,
    /// When it took effect.
    pub valid_from: Bound,
    /// The order, where it is in the corpus; else the note that tells of it.
    pub source: Option<Evidence>,
    /// True where the corpus has the text of the act.
    pub in_corpus: bool,
    /// True where one of the two days lies in the window: it may not have been in effect then.
    pub open: bool,
    /// True where the act worded anew something around the place, and the place with it: whether
    /// the place says something else since, only the words tell.
    pub with_container: bool,
}

impl Unit {
    /// Its side of the first day.
    pub fn before(&self) -> &Side {
        &self.before
    }

    /// Its side of the second day.
    pub fn after(&self) -> &Side {
        &self.after
    }
}

impl Side {
    /// True where it stands, whichever side of an open question is right.
    pub fn stands(&self) -> bool {
        let stands = |status: Status| matches!(status, Status::InForce | Status::Suspended);
        let sides = &self.alternatives;
        stands(self.status) || (!sides.is_empty() && sides.iter().all(|side| stands(side.status)))
    }

    /// True where it is known that it does not stand.
    pub fn is_gone(&self) -> bool {
        !self.hidden && matches!(self.status, Status::NotYet | Status::Repealed)
    }
}

impl Cause {
    /// True for the same act at the same time, whatever it did where.
    pub fn is_same(&self, other: &Cause) -> bool {
        self.act == other.act && self.valid_from == other.valid_from
    }
}

/// Words of a place that are known of a day between the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The words, parts included, gaps shown as `[…]`.
    pub text: String,
    /// How sure they are on that day.
    pub certainty: Certainty,
    /// The first day between the two on which they hold for sure.
    pub on: Date,
    /// When they began.
    pub valid_from: Bound,
    /// When they ended; `None` while they last.
    pub valid_to: Option<Bound>,
}

impl Comparison {
    /// How many units became what, in the order of [`Change::ALL`].
    pub fn counts(&self) -> Vec<(Change, usize)> {
        let count = |change: Change| self.units.iter().filter(|unit| unit.change == change).count();
        Change::ALL.iter().map(|change| (*change, count(*change))).collect()
    }

    /// True where something is known to differ, or an act is known to have changed something.
    pub fn differs(&self) -> bool {
        self.units.iter().any(|unit| match unit.change {
            Change::Same => false,
            Change::Unknown => unit.caused_by.iter().any(|cause| !cause.open),
            _ => true,
        })
    }
}

impl Engine {
    /// Compares an act, or one provision, on the day of `ask` and on another day, by the same
    /// order of time and the same knowledge. The second day may be the earlier one.
    ///
    /// # Errors
    /// A damaged index.
    pub fn diff(
        &self,
        act: &ActInfo,
        address: &Address,
        ask: Ask,
        to: Date,
    ) -> Result<Comparison, Refusal> {
        let stored = self.index.versions_under(&act.id.iri(), address, ask.axis)?;
        let parts = parts(stored, ask.known_by);
        let asks = [ask, Ask { date: to, ..ask }];
        let [before, after] = asks.map(|ask| answer(&parts, act, address, ask));
        let unheard = ask.known_by.is_some_and(|day| day < act.id.adopted.0);
        let units = if unheard {
            Vec::new()
        } else {
            let in_corpus = self.with_text(cause::acts(&parts))?;
            unit::units(&parts, act, asks, &in_corpus)
        };
        Ok(Comparison { act: act.clone(), address: address.clone(), before, after, units })
    }
}
