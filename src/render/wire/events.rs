//! Every change that notes and orders tell of an act: `nusqa/events/1`.

use super::Generator;
use super::act::{Act, number};
use super::effect::{Effect, End};
use super::evidence::Source;
use crate::query::answer::ActInfo;
use crate::query::events::EventRecord;
use schemars::JsonSchema;
use serde::Serialize;

/// The changes of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Events {
    /// `nusqa/events/1`.
    #[schemars(extend("const" = "nusqa/events/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act.
    pub act: Act,
    /// The changes, by adoption of the act that made them, then in the order of print.
    pub events: Vec<Event>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Event {
    /// The unit; `*` for the whole act.
    pub address: String,
    /// What happened.
    #[schemars(schema_with = "super::names::event_kind")]
    pub kind: &'static str,
    /// The act that did it.
    pub by: By,
    /// When it takes effect.
    pub in_force: Effect,
    /// When it ends by itself; null for a change without an end.
    pub until: Option<End>,
    /// Where the corpus tells of it.
    pub source: Source,
    /// True where an order in the corpus brings the words.
    pub text_known: bool,
}

/// The act that made a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct By {
    /// Its IRI.
    pub id: String,
    /// Its legal form.
    #[schemars(schema_with = "super::names::act_type")]
    pub r#type: &'static str,
    /// Who issued it; null for laws.
    pub issuer: Option<String>,
    /// Its number; null for an act without one.
    pub number: Option<String>,
    /// The day it was adopted.
    pub adopted: super::Day,
    /// The day as a note prints it, where that cannot be the day; else null.
    pub adopted_printed: Option<String>,
}

impl Events {
    /// The document of an act's changes.
    pub fn new(act: &ActInfo, events: &[EventRecord], generator: Generator) -> Self {
        let event = |record: &EventRecord| Event {
            address: record.address.to_string(),
            kind: record.kind.name(),
            by: By {
                id: record.by.iri(),
                r#type: record.by.form.name(),
                issuer: (!record.by.issuer.0.is_empty()).then(|| record.by.issuer.0.clone()),
                number: number(&record.by),
                adopted: record.by.adopted.0.into(),
                adopted_printed: record.adopted_printed.clone(),
            },
            in_force: Effect::new(&record.effect, Some(&record.days)),
            until: record.until.as_ref().map(End::from),
            source: Source::from(&record.span),
            text_known: record.text_known,
        };
        Events {
            schema: "nusqa/events/1",
            generator,
            act: act.into(),
            events: events.iter().map(event).collect(),
        }
    }
}
