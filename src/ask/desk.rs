//! One request → the desk at which its question is put.

use super::Desk;
use super::failure::Failure;
use super::shelf::Shelf;
use crate::query::Engine;
use crate::render::messages::Lang;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The day that a question without a day is about, asked anew for every question.
pub type Clock = Arc<dyn Fn(Lang) -> Result<Date, Failure> + Send + Sync>;

/// What all requests to a server share beside the open index.
#[derive(Clone)]
pub struct Sources {
    /// The folder of the corpus.
    pub corpus: PathBuf,
    /// The folder of the index.
    pub index: PathBuf,
    /// Today.
    pub today: Clock,
}

/// The desk of one request: every step of its answer sees the same index.
pub struct RequestDesk<'a> {
    sources: &'a Sources,
    shelf: &'a Shelf,
    lang: Lang,
    engine: OnceLock<Arc<Engine>>,
}

impl<'a> RequestDesk<'a> {
    /// A desk for a request in a language.
    pub fn new(sources: &'a Sources, shelf: &'a Shelf, lang: Lang) -> Self {
        RequestDesk { sources, shelf, lang, engine: OnceLock::new() }
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
        &self.sources.corpus
    }

    fn index(&self) -> &Path {
        &self.sources.index
    }
}
