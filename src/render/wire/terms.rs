//! The defined terms and abbreviations of an act on a day: `nusqa/terms/1`.

use super::act::Act;
use super::evidence::Source;
use super::show::Query;
use super::{Day, Generator};
use crate::query::terms::{KnownTerm, TermList};
use schemars::JsonSchema;
use serde::Serialize;

/// The terms of an act on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Terms {
    /// `nusqa/terms/1`.
    #[schemars(extend("const" = "nusqa/terms/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act.
    pub act: Act,
    /// The day.
    pub date: Day,
    /// The question.
    pub query: Query,
    /// In the order of the act.
    pub terms: Vec<Term>,
    /// Units whose wording is not known on the day: they may introduce more.
    pub unknown_parts: Vec<String>,
}

/// A term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Term {
    /// The term itself.
    pub term: String,
    /// What it stands for: the definition, or the words before the bracket that introduces it,
    /// back to the last mark that divides the sentence.
    pub meaning: String,
    /// `hereafter`: a bracket (бұдан әрі – …). `definition`: an entry of a list of definitions.
    /// `abbreviation`: an entry of a list of abbreviations.
    #[schemars(schema_with = "super::names::introduction")]
    pub introduced: &'static str,
    /// The unit that introduces it.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// Bytes of the term in that unit's text, half-open.
    pub bytes: [usize; 2],
    /// The unit inside which it is used so; `*` is the whole act.
    pub scope: String,
    /// The state of the unit that introduces it.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// How sure that unit's words are.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Where the unit stands.
    pub source: Option<Source>,
}

impl Terms {
    /// The document of a list of terms.
    pub fn new(list: &TermList, generator: Generator) -> Self {
        Terms {
            schema: "nusqa/terms/1",
            generator,
            act: (&list.act).into(),
            date: list.ask.date.into(),
            query: list.ask.into(),
            terms: list.terms.iter().map(Term::from).collect(),
            unknown_parts: list.unknown_parts.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<&KnownTerm> for Term {
    fn from(known: &KnownTerm) -> Self {
        let term = &known.term;
        Term {
            term: term.term.clone(),
            meaning: term.meaning.clone(),
            introduced: term.introduced.name(),
            address: term.address.to_string(),
            eid: term.address.eid(),
            bytes: [term.bytes.start, term.bytes.end],
            scope: term.scope.to_string(),
            status: known.status.name(),
            certainty: known.certainty.name(),
            source: known.source.as_ref().map(|evidence| Source::from(&evidence.span)),
        }
    }
}
