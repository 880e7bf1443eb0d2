//! Who brought each run of words: `nusqa/blame/1`.

use super::act::{Act, ActReference};
use super::evidence::{Evidence, Source};
use super::show::Query;
use super::{Day, Generator};
use crate::query::blame;
use crate::render::citation;
use schemars::JsonSchema;
use serde::Serialize;

/// The words of a provision on a day, by who brought them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Blame {
    /// `nusqa/blame/1`.
    #[schemars(extend("const" = "nusqa/blame/1"))]
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
    /// The day asked about.
    pub date: Day,
    /// The question.
    pub query: Query,
    /// Its state on the day.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// The runs; joined they are the text that `show` gives for the day. Empty where no words
    /// hold or none are known.
    pub runs: Vec<Run>,
}

/// Words that came together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "BlameRun")]
pub struct Run {
    /// The words, blanks and line feeds included.
    pub text: String,
    /// The unit in which they stand; null for a gap.
    pub address: Option<String>,
    /// The act that brought them; null where nothing tells.
    pub by: Option<ActReference>,
    /// The last act whose new redaction repeats them.
    pub restated_by: Option<ActReference>,
    /// Acts that changed something here and may have brought them instead.
    pub or_by: Vec<ActReference>,
    /// The order that brought them; null where it is not in the corpus.
    pub instruction: Option<Source>,
    /// Where they stand printed.
    pub evidence: Vec<Evidence>,
    /// How sure it is that they stood here on the day.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
}

impl Blame {
    /// The document of a blame.
    pub fn new(blame: &blame::Blame, generator: Generator) -> Self {
        Blame {
            schema: "nusqa/blame/1",
            generator,
            act: (&blame.act).into(),
            address: blame.address.to_string(),
            eid: blame.address.eid(),
            label: citation::label(&blame.address),
            date: Day(blame.ask.date),
            query: blame.ask.into(),
            status: blame.status.name(),
            runs: blame.runs.iter().map(Run::from).collect(),
        }
    }
}

impl From<&blame::Run> for Run {
    fn from(run: &blame::Run) -> Self {
        Run {
            text: run.text.clone(),
            address: run.address.as_ref().map(ToString::to_string),
            by: run.by.as_ref().map(ActReference::from),
            restated_by: run.restated_by.as_ref().map(ActReference::from),
            or_by: run.or_by.iter().map(ActReference::from).collect(),
            instruction: run.instruction.as_ref().map(Source::from),
            evidence: run.evidence.iter().map(Evidence::from).collect(),
            certainty: run.certainty.name(),
        }
    }
}
