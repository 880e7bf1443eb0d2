//! One request → the desk at which its question is put.

use super::Desk;
use super::failure::Failure;
use super::shelf::Shelf;
use crate::query::Engine;
use crate::render::messages::Lang;
use jiff::civil::Date;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The day that a question without a day is about, asked anew for every question.
pub type Clock = Arc<dyn Fn(Lang) -> Result<Date, Failure> + Send + Sync>;

/// What all requests to a server share beside the open index.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The folder of the corpus.
    pub corpus: &'a Path,
    /// The folder of the index.
    pub index: &'a Path,
    /// Today.
    pub today: &'a Clock,
}

/// The desk of one request: every step of its answer sees the same index.
pub struct RequestDesk<'a> {
    sources: Sources<'a>,
    shelf: &'a Shelf,
    lang: Lang,
    engine: OnceLock<Arc<Engine>>,
}

impl<'a> RequestDesk<'a> {
    /// A desk for a request in a language.
    pub fn new(sources: impl Into<Sources<'a>>, shelf: &'a Shelf, lang: Lang) -> Self {
        RequestDesk { sources: sources.into(), shelf, lang, engine: OnceLock::new() }
    }
}

impl Desk for RequestDesk<'_> {
    fn engine(&self) -> Result<&Engine, Failure> {
        match self.engine.get() {
            Some(engine) => Ok(engine),
            None => {
                let opened = self.shelf.engine();
                let opened = opened.map_err(|error| Failure::index(error, self.lang))?;
                Ok(self.engine.get_or_init(|| opened))
            }
        }
    }

    fn today(&self) -> Result<Date, Failure> {
        (self.sources.today)(self.lang)
    }

    fn lang(&self) -> Lang {
        self.lang
    }

    fn corpus(&self) -> &Path {
        self.sources.corpus
    }

    fn index(&self) -> &Path {
        self.sources.index
    }
}
