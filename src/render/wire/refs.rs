//! What a provision cites and who cites it, on a day: `nusqa/refs/1`.

use super::act::{Act, ActReference};
use super::evidence::Source;
use super::show::Query;
use super::{Day, Generator};
use crate::query::refs::{self, References};
use crate::refs::ActName;
use crate::render::citation::label;
use schemars::JsonSchema;
use serde::Serialize;

/// Both directions of a provision's citations on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Refs {
    /// `nusqa/refs/1`.
    #[schemars(extend("const" = "nusqa/refs/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act.
    pub act: Act,
    /// The provision.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// The day.
    pub date: Day,
    /// The question.
    pub query: Query,
    /// What it cites, in the order of its words.
    pub cites: Vec<Citation>,
    /// Who cites it or something inside it, in all acts of the corpus. Citations from inside the
    /// provision itself are left out.
    pub cited_by: Vec<Citation>,
    /// Units of the provision whose wording is not known on the day: they may cite more.
    pub unknown_parts: Vec<String>,
}

/// A citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Citation {
    /// The act that cites.
    pub act: ActReference,
    /// The unit whose words cite.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// The words.
    pub words: String,
    /// Their bytes in the unit's own text, half-open.
    pub bytes: [usize; 2],
    /// How sure the unit's text is on the day.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Where the unit stands.
    pub source: Option<Source>,
    /// The places that the words name.
    pub targets: Vec<Target>,
}

/// A place that a citation names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Target {
    /// `resolved`: the provision is found; its own state is `state`. `leads_nowhere`: the act is
    /// known there and has no such provision. `act_not_in_corpus`: the corpus has no text of the
    /// act. `unknown`: the corpus does not know the words of that place. `not_understood`: the
    /// words are no citation that is read, or fit several acts.
    #[schemars(schema_with = "super::names::reach")]
    pub status: &'static str,
    /// The act, where the corpus names it.
    pub act: Option<ActReference>,
    /// The act as the words name it; null where they mean the act in which they stand.
    pub named: Option<Named>,
    /// The place; `*` is the whole act; null where the words are not understood.
    pub address: Option<String>,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: Option<String>,
    /// The Kazakh citation.
    pub label: Option<String>,
    /// Words that go further into the place: parts and indents have no numbers and are not
    /// followed.
    pub inner: Option<String>,
    /// The state of the place on the day; null where it is not found.
    #[schemars(with = "Option<StatusName>")]
    pub state: Option<&'static str>,
    /// How sure that state is; no more than presumed where an abbreviation names the act that
    /// words of another day introduce.
    #[schemars(with = "Option<CertaintyName>")]
    pub certainty: Option<&'static str>,
    /// The words of the place on the day, where they were asked for and are known.
    pub text: Option<String>,
}

/// An act as words name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// Its legal form; null for the Constitution.
    #[schemars(with = "Option<ActTypeName>")]
    pub r#type: Option<&'static str>,
    /// Its number.
    pub number: Option<String>,
    /// Its day of adoption.
    pub adopted: Option<Day>,
    /// Its title.
    pub title: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "stands for the list of names in the schema")]
struct StatusName(#[schemars(schema_with = "super::names::status")] String);

#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "stands for the list of names in the schema")]
struct CertaintyName(#[schemars(schema_with = "super::names::certainty")] String);

#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "stands for the list of names in the schema")]
struct ActTypeName(#[schemars(schema_with = "super::names::act_type")] String);

impl Refs {
    /// The document of a provision's citations.
    pub fn new(references: &References, generator: Generator) -> Self {
        Refs {
            schema: "nusqa/refs/1",
            generator,
            act: (&references.act).into(),
            address: references.address.to_string(),
            eid: references.address.eid(),
            date: references.ask.date.into(),
            query: references.ask.into(),
            cites: references.cites.iter().map(Citation::from).collect(),
            cited_by: references.cited_by.iter().map(Citation::from).collect(),
            unknown_parts: references.unknown_parts.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<&refs::Citation> for Citation {
    fn from(citation: &refs::Citation) -> Self {
        Citation {
            act: (&citation.act).into(),
            address: citation.address.to_string(),
            eid: citation.address.eid(),
            words: citation.words.clone(),
            bytes: [citation.bytes.start, citation.bytes.end],
            certainty: citation.certainty.name(),
            source: citation.source.as_ref().map(|evidence| Source::from(&evidence.span)),
            targets: citation.places.iter().map(Target::from).collect(),
        }
    }
}

impl Citation {
    /// A citation with the words of the places that it names.
    pub fn with_words(citation: &refs::Citation, texts: &[Option<String>]) -> Self {
        let mut wire = Citation::from(citation);
        for (target, text) in wire.targets.iter_mut().zip(texts) {
            target.text = text.clone();
        }
        wire
    }
}

impl From<&refs::CitedPlace> for Target {
    fn from(place: &refs::CitedPlace) -> Self {
        Target {
            status: place.reach.name(),
            act: place.act.as_ref().map(ActReference::from),
            named: place.named.as_ref().map(Named::from),
            address: place.address.as_ref().map(ToString::to_string),
            eid: place.address.as_ref().map(|address| address.eid()),
            label: place.address.as_ref().map(label),
            inner: place.inner.clone(),
            state: place.state.map(|(status, _)| status.name()),
            certainty: place.state.map(|(_, certainty)| certainty.name()),
            text: None,
        }
    }
}

impl From<&ActName> for Named {
    fn from(name: &ActName) -> Self {
        Named {
            r#type: name.form.map(|form| form.name()),
            number: name.number.clone(),
            adopted: name.adopted.map(Day),
            title: name.title.clone(),
        }
    }
}
