//! What one place said over one stretch of days, and between which days of knowledge that was so.

use super::act::ActId;
use super::address::Address;
use super::certainty::{Certainty, Status};
use super::day::{EffectRule, Window};
use super::evidence::{Evidence, Span};
use super::kind::Kind;
use super::node::Node;
use super::proof::Proof;
use super::reason::Reason;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Which order of time a version belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Axis {
    /// What is in force on a day.
    InForce,
    /// Every change carried out on its day of adoption, in force or not.
    Adopted,
}

impl Axis {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Axis::InForce => "in_force",
            Axis::Adopted => "adopted",
        }
    }
}

/// How sure a version is from a day on, until the next grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// The first day; `None`: since ever.
    pub from: Option<Date>,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A place's own words (heading included, children left out) over one stretch of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Which unit.
    pub node: Node,
    /// Where it stands.
    pub address: Address,
    /// What it is.
    pub kind: Kind,
    /// Which order of time.
    pub axis: Axis,
    /// Its state over the stretch.
    pub status: Status,
    /// Its own words, number as printed included; `None` where unknown or not in force.
    pub text: Option<String>,
    /// Byte offset in `text` where the words after number and heading mark begin.
    pub body: usize,
    /// The heading, where it has one.
    pub heading: Option<String>,
    /// False where units may stand inside it of which the corpus knows nothing.
    pub parts_known: bool,
    /// When it begins.
    pub valid_from: Window,
    /// The first day on which it no longer holds; `None` while it holds.
    pub valid_to: Option<Window>,
    /// The first day of knowledge of which it is true; `None`: since ever.
    pub known_from: Option<Date>,
    /// The first day of knowledge of which it is no longer true; `None`: still.
    pub known_to: Option<Date>,
    /// The rule by which it begins, where an act's effect begins it.
    pub begins_by: Option<EffectRule>,
    /// The rule by which it ends.
    pub ends_by: Option<EffectRule>,
    /// What made it.
    pub introduced_by: Option<ActId>,
    /// What ended it.
    pub ended_by: Option<ActId>,
    /// Where its words stood before, as far as their likeness tells; no evidence.
    pub moved_from: Option<Address>,
    /// Where its words went, as far as their likeness tells; no evidence.
    pub moved_to: Option<Address>,
    /// How sure, day by day: ascending, the first grade begins with the version. Of the acts that
    /// cost a grade, the one nearest to the day of the words is named; the proof tells the rest.
    pub grades: Vec<Grade>,
    /// What its words rest on; `None` without words.
    pub proof: Option<Proof>,
    /// Where the words stand printed; `None` without words.
    pub words_at: Option<Span>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
    /// Words that the copy may have damaged, and the like, as message codes with an argument.
    pub warnings: Vec<(String, String)>,
}

impl Version {
    /// The grade of a day; the first one for a day before them all.
    pub fn grade(&self, day: Date) -> Option<&Grade> {
        self.grades
            .iter()
            .rev()
            .find(|grade| grade.from.is_none_or(|from| from <= day))
            .or_else(|| self.grades.first())
    }

    /// True when this version may hold on a day.
    pub fn may_hold(&self, day: Date) -> bool {
        self.valid_from.may_have_begun(day) && self.valid_to.is_none_or(|end| !end.has_begun(day))
    }

    /// True when this version was true by what was known on a day (`None`: by all that is known).
    pub fn is_known(&self, day: Option<Date>) -> bool {
        match day {
            None => self.known_to.is_none(),
            Some(day) => {
                self.known_from.is_none_or(|from| from <= day)
                    && self.known_to.is_none_or(|to| day < to)
            }
        }
    }
}
