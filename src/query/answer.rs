//! The values that questions are answered with, before anybody words or draws them.

use super::stretch::Range;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::{EffectRule, Window};
use crate::model::evidence::{Evidence, Span};
use crate::model::kind::Kind;
use crate::model::proof::Amending;
use crate::model::reason::Reason;
use crate::model::version::Axis;
use jiff::civil::Date;

/// What is known of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActInfo {
    /// Its identity; the IRI follows from it.
    pub id: ActId,
    /// The title that its latest text shows; `None` for an act known only from others.
    pub title: Option<String>,
    /// Every title that a text shows or an act quotes, oldest first.
    pub titles: Vec<String>,
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Date>,
    /// Its texts.
    pub witnesses: Vec<WitnessInfo>,
    /// True for an act that is only named as an amender or a target: no text, no orders.
    pub referenced: bool,
    /// Its documents: the empty address for the body, and what it approves or annexes.
    pub components: Vec<Address>,
    /// The acts that amended it, as the proofs of versions count them, on the axis of force.
    pub amending: Vec<Amending>,
    /// The same on the axis of adoption.
    pub amending_on_adoption: Vec<Amending>,
}

/// A text of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessInfo {
    /// Path of the file as shown to users.
    pub file: String,
    /// `consolidated`, `original` or `amending`.
    pub role: String,
    /// The document of the act that it prints; the whole act for the empty address.
    pub component: Address,
}

/// The day and axis of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which order of time.
    pub axis: Axis,
    /// The day asked about.
    pub date: Date,
    /// Only acts adopted up to this day count; `None`: all.
    pub known_by: Option<Date>,
}

/// The answer to "what did this provision say".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The act.
    pub act: ActInfo,
    /// The provision, component prefix included.
    pub address: Address,
    /// What it is.
    pub kind: Kind,
    /// Its node on the day; `None` where none may hold.
    pub node: Option<String>,
    /// The question.
    pub ask: Ask,
    /// Its state.
    pub status: Status,
    /// How sure status and text are together.
    pub certainty: Certainty,
    /// Why, strongest first.
    pub reasons: Vec<Reason>,
    /// The words, children included, units joined by line feeds, gaps shown as `[…]`.
    pub text: Option<String>,
    /// The same words unit by unit, in the order of the text; `None` is a gap.
    pub units: Vec<Option<TextUnit>>,
    /// Where the words stand printed, a stretch a unit, in the order of the text.
    pub printed: Vec<Span>,
    /// Addresses inside whose wording is not known; `13/*` is an unknown set of siblings.
    pub unknown_parts: Vec<String>,
    /// What holds on either side of an open question.
    pub alternatives: Vec<Alternative>,
    /// What the reader should distrust.
    pub warnings: Vec<Warning>,
    /// When the state began.
    pub valid_from: Bound,
    /// When it ended; `None` while it lasts.
    pub valid_to: Option<Bound>,
    /// What began it.
    pub introduced_by: Option<ActId>,
    /// What ended it.
    pub ended_by: Option<ActId>,
    /// Who says so, without doubles.
    pub evidence: Vec<Evidence>,
}

/// The own words of one unit in a larger text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextUnit {
    /// Where it stands.
    pub address: Address,
    /// What it is.
    pub kind: Kind,
    /// Its words, number as printed included; the cells of a row are parted by ` | `.
    pub text: String,
}

/// An end of a state, with the rule that fixed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The days.
    pub window: Window,
    /// The rule that fixed them, where one is known.
    pub rule: Option<EffectRule>,
}

/// One side of an open question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The provision that it speaks of.
    pub address: Address,
    /// The act whose day of effect decides; `None` where something else does.
    pub act: Option<ActId>,
    /// True for the side on which that act is already in effect.
    pub in_effect: bool,
    /// The side holds from this window on, where it began in it.
    pub from: Option<Date>,
    /// The side holds until this day at the latest.
    pub until: Option<Date>,
    /// Its state.
    pub status: Status,
    /// How sure, if this side is right.
    pub certainty: Certainty,
    /// Its words.
    pub text: Option<String>,
}

/// Something that the reader should distrust, as a message code with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Message code.
    pub code: String,
    /// Argument of the message.
    pub argument: String,
}

/// The units of an act on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The act.
    pub act: ActInfo,
    /// The question.
    pub ask: Ask,
    /// Units in document order.
    pub units: Vec<OutlineUnit>,
}

/// One unit of an outline: its own words, without children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineUnit {
    /// Where it stands.
    pub address: Address,
    /// Its node on the day; `None` where it is open which unit stands there.
    pub node: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Its heading.
    pub heading: Option<String>,
    /// Its own words; `None` where they are not known or the unit is not in force.
    pub text: Option<String>,
    /// Byte offset in `text` where the words after number and heading mark begin.
    pub body: usize,
    /// Its state.
    pub status: Status,
    /// How sure.
    pub certainty: Certainty,
    /// 0 at the top of the act.
    pub depth: usize,
    /// Headings around it that its address does not name, outermost first.
    pub groups: Vec<Address>,
    /// False where units may stand inside it of which the corpus knows nothing.
    pub parts_known: bool,
    /// Where its words stand.
    pub source: Option<Evidence>,
}

/// Every version of a provision, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The act.
    pub act: ActInfo,
    /// The provision.
    pub address: Address,
    /// Its versions.
    pub versions: Vec<HistoryVersion>,
    /// What is answered for which days, without a hole; within a period, those that touch it.
    pub spells: Vec<Spell>,
}

/// Days on which the answer about a provision is one and the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The days.
    pub days: Range,
    /// Its state on them.
    pub status: Status,
    /// How sure state and words are together.
    pub certainty: Certainty,
    /// Why, on the first of the days.
    pub reasons: Vec<Reason>,
    /// True where some of the words are known and some are not.
    pub in_part: bool,
    /// Position of the version that holds; `None` where it is open which one does, or which words
    /// some part has.
    pub version: Option<usize>,
}

/// One version of a provision, children included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryVersion {
    /// Its state.
    pub status: Status,
    /// The weakest certainty over its days up to the horizon.
    pub certainty: Certainty,
    /// Why that certainty.
    pub reasons: Vec<Reason>,
    /// Its words, gaps shown as `[…]`.
    pub text: Option<String>,
    /// Addresses inside whose wording is not known.
    pub unknown_parts: Vec<String>,
    /// When it began.
    pub valid_from: Bound,
    /// When it ended.
    pub valid_to: Option<Bound>,
    /// First day of knowledge of which it is true.
    pub known_from: Option<Date>,
    /// First day of knowledge of which it is no longer true.
    pub known_to: Option<Date>,
    /// What began it.
    pub introduced_by: Option<ActId>,
    /// What ended it.
    pub ended_by: Option<ActId>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
    /// Its node.
    pub node: String,
    /// Where its words stood before, as far as their likeness tells.
    pub moved_from: Option<Address>,
    /// Where its words went, as far as their likeness tells.
    pub moved_to: Option<Address>,
}
