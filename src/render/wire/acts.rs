//! The acts of the corpus and those that it only names: `nusqa/acts/1`.

use super::act::number;
use super::{Day, Generator};
use crate::query::answer::{ActInfo, WitnessInfo};
use schemars::JsonSchema;
use serde::Serialize;

/// Every act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Acts {
    /// `nusqa/acts/1`.
    #[schemars(extend("const" = "nusqa/acts/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The acts.
    pub acts: Vec<Entry>,
}

/// What is known of one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Entry {
    /// Its IRI.
    pub id: String,
    /// Its number; null for an act without one.
    pub number: Option<String>,
    /// Its legal form.
    #[schemars(schema_with = "super::names::act_type")]
    pub r#type: &'static str,
    /// Who issued it: `government`, `president`, or a slug; null for laws.
    pub issuer: Option<String>,
    /// The day it was adopted.
    pub adopted: Day,
    /// Its title by the latest text; null for an act that is known only from others.
    pub title: Option<String>,
    /// Every title that a text shows or an act quotes, oldest first.
    pub titles: Vec<String>,
    /// The last day up to which the corpus knows the act; null where it has no text of it.
    pub horizon: Option<Day>,
    /// Its texts.
    pub witnesses: Vec<Witness>,
    /// True for an act that is only named by others.
    pub referenced: bool,
}

/// A text of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Witness {
    /// The file.
    pub file: String,
    /// `consolidated`, `original` or `amending`.
    pub role: String,
    /// The document of the act that it prints; `*` for the whole act.
    pub component: String,
}

impl Acts {
    /// The document of a list of acts.
    pub fn new(acts: &[ActInfo], generator: Generator) -> Self {
        Acts { schema: "nusqa/acts/1", generator, acts: acts.iter().map(Entry::from).collect() }
    }
}

impl From<&ActInfo> for Entry {
    fn from(info: &ActInfo) -> Self {
        let issuer = &info.id.issuer.0;
        Entry {
            id: info.id.iri(),
            number: number(&info.id),
            r#type: info.id.form.name(),
            issuer: (!issuer.is_empty()).then(|| issuer.clone()),
            adopted: info.id.adopted.0.into(),
            title: info.title.clone(),
            titles: info.titles.clone(),
            horizon: info.horizon.map(Day),
            witnesses: info.witnesses.iter().map(Witness::from).collect(),
            referenced: info.referenced,
        }
    }
}

impl From<&WitnessInfo> for Witness {
    fn from(witness: &WitnessInfo) -> Self {
        Witness {
            file: witness.file.clone(),
            role: witness.role.clone(),
            component: witness.component.to_string(),
        }
    }
}
