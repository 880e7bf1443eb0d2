//! The units of an act on a day: `nusqa/outline/1`. Their shape is shared with `tree`.

use super::act::Act;
use super::evidence::Source;
use super::{Day, Generator};
use crate::query::answer;
use schemars::JsonSchema;
use serde::Serialize;

/// The units of an act on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Outline {
    /// `nusqa/outline/1`.
    #[schemars(extend("const" = "nusqa/outline/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act.
    pub act: Act,
    /// The day.
    pub date: Day,
    /// The question.
    pub query: super::show::Query,
    /// Units in document order.
    pub units: Vec<Unit>,
}

/// One unit: its own words, without those of its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unit {
    /// Where it stands.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// Its identity through time; null in a tree, which knows no time.
    pub node: Option<String>,
    /// What it is.
    #[schemars(schema_with = "super::names::kind")]
    pub kind: &'static str,
    /// Its number, without its mark; null where it has none.
    pub number: Option<String>,
    /// Its heading, without number and unit word.
    pub heading: Option<String>,
    /// Its own words, number as printed included; null where they are not known or do not hold.
    pub text: Option<String>,
    /// Its state.
    #[schemars(schema_with = "super::names::unit_status")]
    pub status: &'static str,
    /// How sure; null in a tree, which says what is printed.
    #[schemars(with = "Option<CertaintyName>")]
    pub certainty: Option<&'static str>,
    /// 0 at the top.
    pub depth: usize,
    /// Cells of a table row or of the head of a table; null for other units.
    pub cells: Option<Vec<String>>,
    /// Where its words stand; null where the corpus has none.
    pub source: Option<Source>,
}

#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "stands for the list of names in the schema")]
struct CertaintyName(#[schemars(schema_with = "super::names::certainty")] String);

impl Outline {
    /// The document of an outline.
    pub fn new(outline: &answer::Outline, generator: Generator) -> Self {
        Outline {
            schema: "nusqa/outline/1",
            generator,
            act: (&outline.act).into(),
            date: outline.ask.date.into(),
            query: outline.ask.into(),
            units: outline.units.iter().map(Unit::from).collect(),
        }
    }
}

impl From<&answer::OutlineUnit> for Unit {
    fn from(unit: &answer::OutlineUnit) -> Self {
        let number = unit.address.last().and_then(|step| step.number());
        Unit {
            address: unit.address.to_string(),
            eid: unit.address.eid(),
            node: unit.node.clone(),
            kind: unit.kind.name(),
            number: number.map(ToString::to_string),
            heading: unit.heading.clone(),
            text: unit.text.clone(),
            status: unit.status.name(),
            certainty: Some(unit.certainty.name()),
            depth: unit.depth,
            cells: None,
            source: unit.source.as_ref().map(|evidence| Source::from(&evidence.span)),
        }
    }
}
