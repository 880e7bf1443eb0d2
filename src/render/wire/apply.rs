//! Orders carried out on an act: the new text, what became of each order, and what changed:
//! `nusqa/apply/1`.

use super::act::Act;
use super::instructions::Order;
use super::{Day, Generator};
use crate::amend::apply::redline::{Redline, Tag};
use crate::amend::apply::{Carried, Draft, DraftUnit};
use crate::model::certainty::Status;
use crate::model::day::ActDays;
use crate::model::instruction::Instruction;
use crate::model::tree::PrintedStatus;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::problems;
use schemars::JsonSchema;
use serde::Serialize;

/// An act with orders carried out on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Apply {
    /// `nusqa/apply/1`.
    #[schemars(extend("const" = "nusqa/apply/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act that the orders were carried out on; null for a loose text.
    pub act: Option<Act>,
    /// The day whose text they were carried out on; null for a loose text.
    pub date: Option<Day>,
    /// Why that day. `asked`: it was asked for. `before_effect`: none was, and the orders are in
    /// effect already, so it is the last day before. `today`: none was, and they are not. Null for
    /// a loose text.
    #[schemars(extend("enum" = ["asked", "before_effect", "today", null]))]
    pub date_chosen: Option<&'static str>,
    /// The units afterwards, in document order.
    pub units: Vec<Unit>,
    /// The orders, in document order.
    pub instructions: Vec<Outcome>,
    /// What changed, unit by unit.
    pub changes: Vec<Change>,
}

/// A unit afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unit {
    /// Where it stands.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// What it is.
    #[schemars(schema_with = "super::names::kind")]
    pub kind: &'static str,
    /// Its own words; of a removed unit its number alone; null where they are not known.
    pub text: Option<String>,
    /// Its state.
    #[schemars(schema_with = "super::names::printed_status")]
    pub status: &'static str,
}

/// An order and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Outcome {
    /// The order.
    #[serde(flatten)]
    pub order: Order,
    /// True where it was carried out.
    pub applied: bool,
    /// Why it was not; null where it was.
    #[schemars(with = "Option<ProblemName>")]
    pub problem: Option<&'static str>,
    /// The same in words.
    pub message: Option<String>,
    /// Addresses that may have been meant, nearest first.
    pub candidates: Vec<String>,
    /// How often its words were found; null for an order that is not on words.
    pub occurrences: Option<Occurrences>,
    /// Addresses of the units that it changed, brought or removed.
    pub touched: Vec<String>,
}

#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "stands for the list of names in the schema")]
struct ProblemName(#[schemars(schema_with = "super::names::problem")] String);

/// How often quoted words were to be found, and were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Occurrences {
    /// At least so often; null where the order does not say.
    pub expected: Option<usize>,
    /// As whole words and as quoted.
    pub found: usize,
    /// Other forms that the order does not quote and that stayed.
    pub left_behind: usize,
    /// Those forms.
    pub left_behind_at: Vec<LeftBehind>,
}

/// A form of the quoted words that the order does not quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftBehind {
    /// The unit in which it stands.
    pub address: String,
    /// As it is printed.
    pub words: String,
}

/// A unit that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// Where it stands afterwards; for a removed unit where it stood.
    pub address: String,
    /// `changed`, `added`, `removed`.
    #[schemars(extend("enum" = ["changed", "added", "removed"]))]
    pub change: &'static str,
    /// Its words before; null for an added unit and where they are not known.
    pub before: Option<String>,
    /// Its words afterwards; null for a removed unit.
    pub after: Option<String>,
    /// The difference in runs of words.
    pub words: Vec<Run>,
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    /// `equal`, `delete`, `insert`.
    #[schemars(extend("enum" = ["equal", "delete", "insert"]))]
    pub op: &'static str,
    /// The words.
    pub text: String,
}

/// Why orders are carried out on the text of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayChoice {
    /// It was asked for.
    Asked,
    /// None was asked for, and it is the last one before the orders take effect.
    BeforeEffect,
    /// None was asked for, and the orders are not in effect.
    Today,
}

impl DayChoice {
    fn name(self) -> &'static str {
        match self {
            DayChoice::Asked => "asked",
            DayChoice::BeforeEffect => "before_effect",
            DayChoice::Today => "today",
        }
    }
}

/// What the document is made of.
#[derive(Clone, Copy)]
pub struct Trial<'a> {
    /// The units before, in document order.
    pub before: &'a [DraftUnit],
    /// The act afterwards.
    pub draft: &'a Draft,
    /// The orders with what became of them.
    pub orders: &'a [(&'a Instruction, &'a Carried)],
    /// The days of the amending act, as far as known.
    pub days: Option<&'a ActDays>,
    /// What changed.
    pub changes: &'a [Redline],
}

impl Apply {
    /// The document of a trial.
    pub fn new(
        act: Option<Act>,
        day: Option<(Day, DayChoice)>,
        trial: Trial<'_>,
        generator: Generator,
        lang: Lang,
    ) -> Self {
        let outcome = |(order, carried): &(&Instruction, &Carried)| Outcome {
            order: Order::new(order, trial.days),
            applied: carried.applied(),
            problem: carried.problem.map(|problem| problem.name()),
            message: carried.problem.map(|problem| problems::message(problem, lang)),
            candidates: carried.candidates.iter().map(ToString::to_string).collect(),
            occurrences: carried.occurrences.as_ref().map(|found| Occurrences {
                expected: found.expected,
                found: found.found,
                left_behind: found.left_behind.len(),
                left_behind_at: found
                    .left_behind
                    .iter()
                    .map(|(address, words)| LeftBehind {
                        address: address.to_string(),
                        words: words.clone(),
                    })
                    .collect(),
            }),
            touched: carried.touched.iter().map(ToString::to_string).collect(),
        };
        Apply {
            schema: "nusqa/apply/1",
            generator,
            act,
            date: day.map(|(date, _)| date),
            date_chosen: day.map(|(_, choice)| choice.name()),
            units: trial.draft.units().map(|unit| Unit::new(unit, trial.draft)).collect(),
            instructions: trial.orders.iter().map(outcome).collect(),
            changes: trial.changes.iter().map(Change::from).collect(),
        }
    }
}

impl Unit {
    /// A unit of a draft; in an act that was repealed no unit stands.
    fn new(unit: &DraftUnit, draft: &Draft) -> Self {
        let status = match draft.status() {
            PrintedStatus::InForce => unit.status,
            gone => gone,
        };
        Unit {
            address: unit.address.to_string(),
            eid: unit.address.eid(),
            kind: unit.kind.name(),
            text: unit.text.clone(),
            status: match unit.suspended && status == PrintedStatus::InForce {
                true => Status::Suspended.name(),
                false => status.name(),
            },
        }
    }
}

impl From<&(Tag, String)> for Run {
    fn from((tag, text): &(Tag, String)) -> Self {
        let op = match tag {
            Tag::Equal => "equal",
            Tag::Delete => "delete",
            Tag::Insert => "insert",
        };
        Run { op, text: text.clone() }
    }
}

impl From<&Redline> for Change {
    fn from(line: &Redline) -> Self {
        Change {
            address: line.address.to_string(),
            change: line.change.name(),
            before: line.before.clone(),
            after: line.after.clone(),
            words: line.words.iter().map(Run::from).collect(),
        }
    }
}
