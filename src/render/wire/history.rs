//! Every version of a provision: `nusqa/history/1`.

use super::act::{Act, ActReference};
use super::evidence::Evidence;
use super::show::codes;
use super::window::Window;
use super::{Day, Generator};
use crate::query::answer;
use crate::query::answer::{HistoryVersion, Spell};
use crate::render::citation;
use schemars::JsonSchema;
use serde::Serialize;

/// Every version of a provision, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct History {
    /// `nusqa/history/1`.
    #[schemars(extend("const" = "nusqa/history/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act.
    pub act: Act,
    /// The provision, with the document of the act in which it stands.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// The Kazakh citation.
    pub label: String,
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Day>,
    /// The versions, oldest first.
    pub versions: Vec<Version>,
    /// What `show` answers for which days, without a hole; with a period, what touches it.
    pub stretches: Vec<Stretch>,
}

/// Days on which the answer is one and the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "HistoryStretch")]
pub struct Stretch {
    /// The first day; null: since ever.
    pub from: Option<Day>,
    /// The first day after; null: without end.
    pub until: Option<Day>,
    /// The state.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// How sure state and words are together.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Why, on the first of the days, as codes.
    pub reasons: Vec<String>,
    /// True where some of the words are known and some are not.
    pub in_part: bool,
    /// Position in `versions`, from 0, of the version that holds; null where it is open which one
    /// does, or which words some part has.
    pub version: Option<usize>,
}

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Version {
    /// Its state.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// The weakest certainty over its days up to the horizon; `stretches` tells it day by day.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Why, as codes.
    pub reasons: Vec<String>,
    /// The words, parts included, gaps shown as `[…]`; null where they are not known or do not
    /// hold.
    pub text: Option<String>,
    /// Addresses inside whose wording is not known.
    pub unknown_parts: Vec<String>,
    /// Its first day.
    pub valid_from: Window,
    /// The first day after it; null while it lasts.
    pub valid_to: Option<Window>,
    /// The first day of knowledge of which it is true; null: since ever.
    pub known_from: Option<Day>,
    /// The first day of knowledge of which it is no longer true; null: still.
    pub known_to: Option<Day>,
    /// The act that began it; null where it is not known.
    pub introduced_by: Option<ActReference>,
    /// The act that ended it; null where none did.
    pub ended_by: Option<ActReference>,
    /// Where its words stood before, where a source tells that they were moved.
    pub moved_from: Option<String>,
    /// Where its words went, where a source tells that they were moved.
    pub moved_to: Option<String>,
    /// Where it comes from.
    pub evidence: Vec<Evidence>,
    /// Its identity through time.
    pub node: String,
}

impl History {
    /// The document of a history.
    pub fn new(history: &answer::History, generator: Generator) -> Self {
        History {
            schema: "nusqa/history/1",
            generator,
            act: (&history.act).into(),
            address: history.address.to_string(),
            eid: history.address.eid(),
            label: citation::label(&history.address),
            horizon: history.act.horizon.map(Day),
            versions: history.versions.iter().map(Version::from).collect(),
            stretches: history.spells.iter().map(Stretch::from).collect(),
        }
    }
}

impl From<&Spell> for Stretch {
    fn from(spell: &Spell) -> Self {
        Stretch {
            from: spell.days.from.map(Day),
            until: spell.days.until.map(Day),
            status: spell.status.name(),
            certainty: spell.certainty.name(),
            reasons: codes(&spell.reasons),
            in_part: spell.in_part,
            version: spell.version,
        }
    }
}

impl From<&HistoryVersion> for Version {
    fn from(version: &HistoryVersion) -> Self {
        Version {
            status: version.status.name(),
            certainty: version.certainty.name(),
            reasons: codes(&version.reasons),
            text: version.text.clone(),
            unknown_parts: version.unknown_parts.clone(),
            valid_from: (&version.valid_from).into(),
            valid_to: version.valid_to.as_ref().map(Window::from),
            known_from: version.known_from.map(Day),
            known_to: version.known_to.map(Day),
            introduced_by: version.introduced_by.as_ref().map(ActReference::from),
            ended_by: version.ended_by.as_ref().map(ActReference::from),
            moved_from: version.moved_from.as_ref().map(ToString::to_string),
            moved_to: version.moved_to.as_ref().map(ToString::to_string),
            evidence: version.evidence.iter().map(Evidence::from).collect(),
            node: version.node.clone(),
        }
    }
}
