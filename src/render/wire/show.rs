//! What a provision said on a day: `nusqa/show/1`.

use super::act::{Act, ActReference};
use super::evidence::Evidence;
use super::window::Window;
use super::{Day, Generator};
use crate::query::answer;
use crate::query::answer::{Answer, Ask};
use crate::query::chain;
use crate::render::citation;
use crate::render::messages::catalogue::warnings;
use crate::render::messages::{Lang, explanation};
use schemars::JsonSchema;
use serde::Serialize;

/// What a provision said on a day, on what evidence, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Show {
    /// `nusqa/show/1`.
    #[schemars(extend("const" = "nusqa/show/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act.
    pub act: Act,
    /// The provision, with the document of the act in which it stands.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// What it is.
    #[schemars(schema_with = "super::names::kind")]
    pub kind: &'static str,
    /// The Kazakh citation.
    pub label: String,
    /// Its identity through time; null where no unit may hold on the day.
    pub node: Option<String>,
    /// The question.
    pub query: Query,
    /// Its state on the day.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// How sure status and text are together.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Why, as codes, strongest first.
    pub reasons: Vec<String>,
    /// The words, parts included, units joined by line feeds, gaps shown as `[…]`; null where
    /// they are not known or do not hold.
    pub text: Option<String>,
    /// Addresses inside whose wording is not known; `13/*` is an unknown set of siblings.
    pub unknown_parts: Vec<String>,
    /// What holds on either side of an open question.
    pub alternatives: Vec<Alternative>,
    /// What the reader should distrust.
    pub warnings: Vec<Warning>,
    /// The first day of the state.
    pub valid_from: Window,
    /// The first day after the state; null while it lasts.
    pub valid_to: Option<Window>,
    /// The act that began it; null where it is not known.
    pub introduced_by: Option<ActReference>,
    /// The act that ended it; null where none did.
    pub ended_by: Option<ActReference>,
    /// Where the answer comes from.
    pub evidence: Vec<Evidence>,
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Day>,
    /// The reasons in words, in the language asked for.
    pub explanation: String,
    /// What the words cite, with the words of those places; null where it was not asked for.
    pub references: Option<Vec<super::refs::Citation>>,
    /// The states that led to the answer, oldest first; null where they were not asked for.
    pub chain: Option<Vec<Link>>,
}

/// One state on the way to an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ChainLink")]
pub struct Link {
    /// The place: the provision, or a part of it that changed on its own.
    pub address: String,
    /// Its state.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// How sure, on its last day up to the day asked about.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Its first day.
    pub valid_from: Window,
    /// The act that began it; null where it is not known.
    pub introduced_by: Option<ActReference>,
    /// True where the corpus knows its words.
    pub text_known: bool,
    /// Where its words stood before, as far as their likeness tells.
    pub moved_from: Option<String>,
    /// Where it comes from.
    pub evidence: Vec<Evidence>,
}

impl From<&chain::Link> for Link {
    fn from(link: &chain::Link) -> Self {
        Link {
            address: link.address.to_string(),
            status: link.status.name(),
            certainty: link.certainty.name(),
            valid_from: (&link.valid_from).into(),
            introduced_by: link.by.as_ref().map(ActReference::from),
            text_known: link.words.is_some(),
            moved_from: link.moved_from.as_ref().map(ToString::to_string),
            evidence: link.evidence.iter().map(Evidence::from).collect(),
        }
    }
}

/// The day and axis of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Query {
    /// `in_force`: what was in force on the day. `adopted`: every change adopted up to the day.
    #[schemars(schema_with = "super::names::axis")]
    pub axis: &'static str,
    /// The day.
    pub date: Day,
    /// Only acts adopted up to this day were counted; null: all.
    pub known_by: Option<Day>,
}

impl From<Ask> for Query {
    fn from(ask: Ask) -> Self {
        Query { axis: ask.axis.name(), date: ask.date.into(), known_by: ask.known_by.map(Day) }
    }
}

/// One side of an open question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Alternative {
    /// The provision that it speaks of.
    pub address: String,
    /// The condition: whether `act` is already in effect on the day.
    #[schemars(extend("enum" = ["in_effect", "not_in_effect"]))]
    pub r#if: &'static str,
    /// The act whose day of effect decides; null where something else does.
    pub act: Option<ActReference>,
    /// The side ends on this day at the latest; null where it does not end in the open stretch.
    pub until: Option<Day>,
    /// The side begins on this day at the earliest; null where it began before the open stretch.
    pub from: Option<Day>,
    /// The state if this side is right.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// How sure, if this side is right.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Its words.
    pub text: Option<String>,
}

/// Something that the reader should distrust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Warning {
    /// Code of the message, the same in every language.
    pub code: String,
    /// What the message speaks of.
    pub argument: String,
    /// The message, in the language asked for.
    pub message: String,
}

impl Show {
    /// The document of an answer.
    pub fn new(
        answer: &Answer,
        chain: Option<&[chain::Link]>,
        generator: Generator,
        lang: Lang,
    ) -> Self {
        Show {
            schema: "nusqa/show/1",
            generator,
            act: (&answer.act).into(),
            address: answer.address.to_string(),
            eid: answer.address.eid(),
            kind: answer.kind.name(),
            label: citation::label(&answer.address),
            node: answer.node.clone(),
            query: answer.ask.into(),
            status: answer.status.name(),
            certainty: answer.certainty.name(),
            reasons: codes(&answer.reasons),
            text: answer.text.clone(),
            unknown_parts: answer.unknown_parts.clone(),
            alternatives: answer.alternatives.iter().map(Alternative::from).collect(),
            warnings: answer.warnings.iter().map(|warning| Warning::new(warning, lang)).collect(),
            valid_from: (&answer.valid_from).into(),
            valid_to: answer.valid_to.as_ref().map(Window::from),
            introduced_by: answer.introduced_by.as_ref().map(ActReference::from),
            ended_by: answer.ended_by.as_ref().map(ActReference::from),
            evidence: answer.evidence.iter().map(Evidence::from).collect(),
            horizon: answer.act.horizon.map(Day),
            explanation: explanation::explanation(answer, lang),
            chain: chain.map(|links| links.iter().map(Link::from).collect()),
            references: None,
        }
    }
}

/// The codes of reasons, each once, in the order given.
pub(super) fn codes(reasons: &[crate::model::reason::Reason]) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for reason in reasons {
        if !codes.iter().any(|code| code == reason.code()) {
            codes.push(reason.code().to_owned());
        }
    }
    codes
}

impl From<&answer::Alternative> for Alternative {
    fn from(side: &answer::Alternative) -> Self {
        Alternative {
            address: side.address.to_string(),
            r#if: if side.in_effect { "in_effect" } else { "not_in_effect" },
            act: side.act.as_ref().map(ActReference::from),
            until: side.until.map(Day),
            from: side.from.map(Day),
            status: side.status.name(),
            certainty: side.certainty.name(),
            text: side.text.clone(),
        }
    }
}

impl Warning {
    fn new(warning: &answer::Warning, lang: Lang) -> Self {
        Warning {
            code: warning.code.clone(),
            argument: warning.argument.clone(),
            message: warnings::message(&warning.code, &warning.argument, lang),
        }
    }
}
