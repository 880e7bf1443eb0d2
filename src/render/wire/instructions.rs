//! An amending act as orders, and what of it no order, requisite or new text accounts for:
//! `nusqa/instructions/1`.

use super::Generator;
use super::act::Act;
use super::check::Unread;
use super::effect::{Effect, End};
use super::evidence::Source;
use crate::amend::ledger::Ledger;
use crate::model::day::ActDays;
use crate::model::instruction::{Instruction, Position};
use crate::model::tree;
use schemars::JsonSchema;
use serde::Serialize;

/// The orders of an amending act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Instructions {
    /// `nusqa/instructions/1`.
    #[schemars(extend("const" = "nusqa/instructions/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The amending act; null for a loose text that does not say which act it is.
    pub act: Option<Act>,
    /// The orders, in document order.
    pub instructions: Vec<Order>,
    /// Where every character of the text belongs.
    pub ledger: Account,
}

/// One order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Order {
    /// Where the order and its new text stand.
    pub source: Source,
    /// IRI of the act that it amends; null where its header could not be read.
    pub target_act: Option<String>,
    /// The title by which the header names an act without day and number.
    pub target_title: Option<String>,
    /// What narrows the target, outermost first.
    pub context: Vec<String>,
    /// The units that change; for an insertion the new ones.
    pub targets: Vec<String>,
    /// The unit after, before or in which something is inserted.
    pub container: Option<String>,
    /// What is done.
    #[schemars(schema_with = "super::names::operation")]
    pub operation: &'static str,
    /// Ordinals, from 1, of the sentences of the target that are spoken of; empty: all of it.
    pub sentences: Vec<u32>,
    /// Ordinals, from 1, of the columns of a table that are spoken of; empty: all of them.
    pub columns: Vec<u32>,
    /// For a renumbering the addresses that the targets get, in the same order.
    pub renumbered: Vec<String>,
    /// The side of the anchor; null where the order names none.
    #[schemars(with = "Option<Side>")]
    pub position: Option<&'static str>,
    /// Quoted old words.
    pub old_words: Vec<String>,
    /// Quoted new words.
    pub new_words: Vec<String>,
    /// The new text without its outer quotation marks, paragraphs joined by line feeds.
    pub new_text: Option<String>,
    /// The new text as units, at their addresses in the amended act.
    pub new_units: Vec<NewUnit>,
    /// When it takes effect; null where the act's clause could not be read.
    pub in_force: Option<Effect>,
    /// Units of the new text that take effect otherwise.
    pub exceptions: Vec<Exception>,
    /// When what it does ends by itself; null for an order without an end.
    pub until: Option<End>,
    /// Units of the new text whose effect ends otherwise.
    pub endings: Vec<Ending>,
    /// False where the order was recognised and not understood.
    pub read: bool,
    /// The order's own words.
    pub quote: String,
}

#[derive(JsonSchema)]
#[schemars(inline, rename_all = "snake_case")]
#[expect(dead_code, reason = "stands for the list of names in the schema")]
enum Side {
    Before,
    After,
}

/// A unit of new text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NewUnit {
    /// Where it comes to stand.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// What it is.
    #[schemars(schema_with = "super::names::kind")]
    pub kind: &'static str,
    /// Its own words.
    pub text: String,
    /// Its lines in the amending act, counted from 1, both inside.
    pub lines: [usize; 2],
}

/// A unit of the new text that takes effect otherwise than its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Exception {
    /// The unit, at its address in the amended act.
    pub address: String,
    /// When it takes effect.
    pub in_force: Effect,
}

/// A unit of the new text whose effect ends by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ending {
    /// The unit, at its address in the amended act.
    pub address: String,
    /// When it ends.
    pub until: End,
}

/// The account of an amending act: non-blank characters by what they belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Account {
    /// All of them.
    pub characters: usize,
    /// In orders that were understood, and in the lines that name or narrow their targets.
    pub orders: usize,
    /// In their new text.
    pub new_text: usize,
    /// In requisites, titles, annexes and other provisions.
    pub other: usize,
    /// In text that was not understood.
    pub unread: usize,
    /// That text.
    pub places: Vec<Unread>,
}

impl Instructions {
    /// The document of an amending act; `days` are its own, as far as known.
    pub fn new(
        act: Option<Act>,
        days: Option<&ActDays>,
        tree: &tree::Tree,
        orders: &[Instruction],
        ledger: &Ledger,
        generator: Generator,
    ) -> Self {
        Instructions {
            schema: "nusqa/instructions/1",
            generator,
            act,
            instructions: orders.iter().map(|order| Order::new(order, days)).collect(),
            ledger: Account {
                characters: ledger.characters,
                orders: ledger.orders,
                new_text: ledger.new_text,
                other: ledger.other,
                unread: ledger.unread,
                places: ledger.places.iter().map(|unit| Unread::of_unit(tree, *unit)).collect(),
            },
        }
    }
}

impl Order {
    /// An order of an act with these days.
    pub fn new(order: &Instruction, days: Option<&ActDays>) -> Self {
        Order {
            source: Source::from(&order.span),
            target_act: order.target_act.as_ref().map(|act| act.iri()),
            target_title: order.target_title.as_ref().map(|cited| cited.title.clone()),
            context: order.context.clone(),
            targets: order.targets.iter().map(ToString::to_string).collect(),
            container: order.container.as_ref().map(ToString::to_string),
            operation: order.operation.name(),
            sentences: order.sentences.clone(),
            columns: order.columns.clone(),
            renumbered: order.renumbered.iter().map(ToString::to_string).collect(),
            position: order.position.map(Position::name),
            old_words: order.old_words.clone(),
            new_words: order.new_words.clone(),
            new_text: order.new_text.clone(),
            new_units: order.new_units.iter().map(NewUnit::from).collect(),
            in_force: order.in_force.as_ref().map(|rule| Effect::new(rule, days)),
            exceptions: order
                .exceptions
                .iter()
                .map(|(address, rule)| Exception {
                    address: address.to_string(),
                    in_force: Effect::new(rule, days),
                })
                .collect(),
            until: order.until.as_ref().map(End::from),
            endings: order
                .endings
                .iter()
                .map(|(address, end)| Ending {
                    address: address.to_string(),
                    until: End::from(end),
                })
                .collect(),
            read: order.read,
            quote: order.quote.clone(),
        }
    }
}

impl From<&tree::Unit> for NewUnit {
    fn from(unit: &tree::Unit) -> Self {
        NewUnit {
            address: unit.address.to_string(),
            eid: unit.address.eid(),
            kind: unit.kind.name(),
            text: unit.text.clone(),
            lines: [unit.lines.0, unit.lines.1],
        }
    }
}
