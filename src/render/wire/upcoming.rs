//! Changes that are to come: `nusqa/upcoming/1`.

use super::act::{Act, ActReference};
use super::evidence::Evidence;
use super::window::Window;
use super::{Day, Generator};
use crate::query::upcoming;
use crate::render::citation;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The changes that do not surely hold yet on a day, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Upcoming {
    /// `nusqa/upcoming/1`.
    #[schemars(extend("const" = "nusqa/upcoming/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The day.
    pub after: Day,
    /// The changes.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "UpcomingChange")]
pub struct Change {
    /// The act that it changes.
    pub act: Act,
    /// The provision; parts that come or go with it are not named again.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// The Kazakh citation.
    pub label: String,
    /// What it makes of the provision.
    #[schemars(schema_with = "super::names::turn")]
    pub change: &'static str,
    /// True where it was only announced, and no order in the corpus words it.
    pub planned: bool,
    /// The act that makes it; null for the act's own entry into force and the like.
    pub by: Option<ActReference>,
    /// When it takes effect.
    pub valid_from: Window,
    /// What the provision itself will say, parts left out; null where nothing holds then or the
    /// corpus does not know it.
    pub text: Option<String>,
    /// How sure that is.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Who says so.
    pub evidence: Vec<Evidence>,
}

impl Upcoming {
    /// The document of the changes after a day.
    pub fn new(changes: &[upcoming::Upcoming], after: Date, generator: Generator) -> Self {
        Upcoming {
            schema: "nusqa/upcoming/1",
            generator,
            after: Day(after),
            changes: changes.iter().map(Change::from).collect(),
        }
    }
}

impl From<&upcoming::Upcoming> for Change {
    fn from(change: &upcoming::Upcoming) -> Self {
        Change {
            act: (&change.act).into(),
            address: change.address.to_string(),
            eid: change.address.eid(),
            label: citation::label(&change.address),
            change: change.turn.name(),
            planned: change.planned,
            by: change.by.as_ref().map(ActReference::from),
            valid_from: (&change.valid_from).into(),
            text: change.text.clone(),
            certainty: change.certainty.name(),
            evidence: change.evidence.iter().map(Evidence::from).collect(),
        }
    }
}
