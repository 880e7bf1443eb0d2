//! An act as every document names it: the whole of its identity, or the little that a
//! reference to an amending act needs.

use super::Day;
use crate::model::act::ActId;
use crate::query::answer::ActInfo;
use schemars::JsonSchema;
use serde::Serialize;

/// The number of an act as registered; an act without one carries a slug instead, which is
/// part of its IRI only.
pub(super) fn number(id: &ActId) -> Option<String> {
    (!id.number.starts_with('~')).then(|| id.number.clone())
}

/// The act that a question was about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Act {
    /// Its IRI.
    pub id: String,
    /// Its legal form.
    #[schemars(schema_with = "super::names::act_type")]
    pub r#type: &'static str,
    /// Its number; null for an act without one.
    pub number: Option<String>,
    /// The day it was adopted.
    pub adopted: Day,
    /// Its title by the latest text; null for an act that is known only from others.
    pub title: Option<String>,
}

impl Act {
    /// An act with the title that its text prints.
    pub fn new(id: &ActId, title: Option<String>) -> Self {
        Act {
            id: id.iri(),
            r#type: id.form.name(),
            number: number(id),
            adopted: id.adopted.0.into(),
            title,
        }
    }
}

impl From<&ActInfo> for Act {
    fn from(info: &ActInfo) -> Self {
        Act {
            id: info.id.iri(),
            r#type: info.id.form.name(),
            number: number(&info.id),
            adopted: info.id.adopted.0.into(),
            title: info.title.clone(),
        }
    }
}

/// An act that began or ended something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActReference {
    /// Its IRI.
    pub act: String,
    /// Its number; null for an act without one.
    pub number: Option<String>,
    /// The day it was adopted.
    pub adopted: Day,
}

impl From<&ActId> for ActReference {
    fn from(id: &ActId) -> Self {
        ActReference { act: id.iri(), number: number(id), adopted: id.adopted.0.into() }
    }
}
