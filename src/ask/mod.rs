//! The parameters of a question, as they are typed or sent → the document that answers it.
//! Whoever takes questions, the command line or a server, takes them through here, so that the
//! same parameters have the same answer everywhere.

pub mod acts;
pub mod audit;
pub mod batch;
pub mod blame;
pub mod changes;
pub mod days;
pub mod desk;
pub mod diff;
pub mod events;
pub mod failure;
pub mod history;
pub mod instructions;
pub mod misread;
pub mod operation;
pub mod orders;
pub mod outline;
pub mod parameters;
pub mod params;
pub mod question;
pub mod refs;
pub mod search;
pub mod shelf;
pub mod show;
pub mod site;
pub mod terms;
pub mod text;
pub mod tree;
pub mod upcoming;

use crate::query::Engine;
use crate::render::messages::Lang;
use crate::render::wire::Generator;
use failure::Failure;
use jiff::civil::Date;
use serde::Serialize;
use std::path::Path;

/// Where a question is put: the index that is asked, and what nobody but the asker knows.
pub trait Desk: Sync {
    /// The index. It is only opened once a question could be read without it.
    ///
    /// # Errors
    /// An index that cannot be opened.
    fn engine(&self) -> Result<&Engine, Failure>;

    /// The day that a question without a day is about.
    ///
    /// # Errors
    /// A day set from outside that cannot be read.
    fn today(&self) -> Result<Date, Failure>;

    /// The language of messages and explanations.
    fn lang(&self) -> Lang;

    /// The folder of the corpus.
    fn corpus(&self) -> &Path;

    /// The folder of the index.
    fn index(&self) -> &Path;

    /// Told how far an answer is that takes long: so many parts of so many are done.
    fn progress(&self, _done: usize, _all: usize) {}
}

/// The parameters of a question.
pub trait Asked {
    /// What answers it.
    type Reply: Reply;

    /// Answers it.
    ///
    /// # Errors
    /// Parameters that cannot be read, acts and places that are not there, an index or a text
    /// that cannot be read.
    fn answer(&self, desk: &dyn Desk) -> Result<Self::Reply, Failure>;
}

/// What a question was answered with: the value that pages are drawn from, and its document.
pub trait Reply {
    /// The shape of the document.
    type Document: Serialize;

    /// The document for programs.
    fn document(&self) -> Self::Document;

    /// Whether there is an answer.
    fn outcome(&self) -> Outcome;
}

/// How a question that was understood ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There is an answer.
    Answer,
    /// The honest answer is empty.
    Nothing,
    /// Of several questions one could not be answered, and its reply says why.
    Refused,
}

impl Outcome {
    /// An answer unless it is empty.
    pub fn unless(empty: bool) -> Outcome {
        if empty { Outcome::Nothing } else { Outcome::Answer }
    }
}

/// What made an answer of this index.
pub fn generator(engine: &Engine) -> Generator {
    Generator::of(engine.stamp())
}
