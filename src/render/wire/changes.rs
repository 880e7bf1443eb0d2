//! What changed between two builds: `nusqa/changes/1`.

use super::{Day, Generator};
use crate::index::{self, Turn};
use crate::parse::citation::exact_address;
use schemars::JsonSchema;
use serde::Serialize;

/// What the index in use says otherwise than an earlier build, for programs that keep copies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Changes {
    /// `nusqa/changes/1`.
    #[schemars(extend("const" = "nusqa/changes/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The earlier build.
    pub since: Build,
    /// The build in use.
    pub until: Build,
    /// The acts that differ, by IRI. What was changed and changed back does not differ.
    pub acts: Vec<ActChange>,
}

/// A build of the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Build {
    /// Hash of its corpus, as `generator` of every document names it.
    pub corpus: String,
    /// The program that made it, to the letter; another one may read the same texts otherwise.
    pub program: String,
    /// The day on which it was made; null where its maker knew none.
    pub made: Option<Day>,
}

/// An act that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActChange {
    /// Its IRI.
    pub act: String,
    /// What became of it: of one that came or went, every copy is concerned.
    #[schemars(extend("enum" = ["added", "removed", "changed"]))]
    pub change: &'static str,
    /// True where its title, its horizon, its texts or the acts that amend it differ.
    pub facts: bool,
    /// True where what is printed stands elsewhere: files, hashes, lines or bytes of its evidence.
    pub evidence: bool,
    /// The places of a changed act whose versions differ, by address; the whole act is meant
    /// where it was added or removed.
    pub places: Vec<PlaceChange>,
}

/// A place whose versions differ in words, days, certainty or the acts that made them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceChange {
    /// Its address.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: Option<String>,
    /// What became of it.
    #[schemars(extend("enum" = ["added", "removed", "changed"]))]
    pub change: &'static str,
}

/// The name of what became of something.
pub fn name(turn: Turn) -> &'static str {
    match turn {
        Turn::Added => "added",
        Turn::Removed => "removed",
        Turn::Changed => "changed",
    }
}

impl Changes {
    /// The document of the acts that differ.
    pub fn new(
        since: &index::Build,
        until: &index::Build,
        acts: &[index::ActChange],
        generator: Generator,
    ) -> Self {
        Changes {
            schema: "nusqa/changes/1",
            generator,
            since: since.into(),
            until: until.into(),
            acts: acts.iter().map(ActChange::from).collect(),
        }
    }
}

impl From<&index::Build> for Build {
    fn from(build: &index::Build) -> Self {
        Build {
            corpus: build.corpus.clone(),
            program: build.tool.clone(),
            made: build.day.map(Day),
        }
    }
}

impl From<&index::ActChange> for ActChange {
    fn from(act: &index::ActChange) -> Self {
        let places = act.places.iter().map(|(address, turn)| PlaceChange {
            address: address.clone(),
            eid: exact_address(address).map(|address| address.eid()),
            change: name(*turn),
        });
        ActChange {
            act: act.act.clone(),
            change: name(act.turn),
            facts: act.facts,
            evidence: act.printed,
            places: places.collect(),
        }
    }
}
