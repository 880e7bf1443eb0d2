//! One request → the desk at which its question is put.

use super::Settings;
use super::shelf::Shelf;
use crate::ask::Desk;
use crate::ask::failure::Failure;
use crate::query::Engine;
use crate::render::messages::Lang;
use jiff::civil::Date;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The desk of one request: every step of its answer sees the same index.
pub struct RequestDesk<'a> {
    settings: &'a Settings,
    shelf: &'a Shelf,
    lang: Lang,
    engine: OnceLock<Arc<Engine>>,
}

impl<'a> RequestDesk<'a> {
    /// A desk for a request in a language.
    pub fn new(settings: &'a Settings, shelf: &'a Shelf, lang: Lang) -> Self {
        RequestDesk { settings, shelf, lang, engine: OnceLock::new() }
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
        (self.settings.today)(self.lang)
    }

    fn lang(&self) -> Lang {
        self.lang
    }

    fn corpus(&self) -> &Path {
        &self.settings.corpus
    }

    fn index(&self) -> &Path {
        &self.settings.index
    }
}
