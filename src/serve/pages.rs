//! The index in use → the pages of the site, made when the first of them is asked for and kept
//! until the index, the day or the language is another.

use super::desk::RequestDesk;
use super::routes::Server;
use crate::ask::Desk;
use crate::ask::failure::Failure;
use crate::ask::site::content;
use crate::render::html::Links;
use crate::render::messages::Lang;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Under which path the pages stand.
pub const FOLDER: &str = "/acts/";

/// The name of the first page.
pub const FIRST: &str = "index";

/// The ending of pages among the files of a site; their addresses have none.
const ENDING: &str = ".html";

/// What tells one site from another.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edition {
    corpus: String,
    day: Date,
    lang: Lang,
}

/// A site: names and contents of its files.
pub type Files = BTreeMap<String, String>;

/// The sites of the index in use, one a language.
#[derive(Default)]
pub struct Pages {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    sites: Vec<(Edition, Arc<Files>)>,
    being_made: Option<Edition>,
}

/// What is known of a site that was asked for.
pub enum Site {
    /// Here it is.
    Made(Arc<Files>),
    /// Somebody else is making it.
    BeingMade,
}

impl Pages {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The site in a language, made now unless it is kept or being made.
    ///
    /// # Errors
    /// An index that cannot be read.
    pub fn site(&self, server: &Server, lang: Lang) -> Result<Site, Failure> {
        let desk = RequestDesk::new(&server.settings.sources, &server.shelf, lang);
        let edition =
            Edition { corpus: desk.engine()?.stamp().corpus.clone(), day: desk.today()?, lang };
        let mut kept = self.kept();
        if let Some((_, files)) = kept.sites.iter().find(|(known, _)| *known == edition) {
            return Ok(Site::Made(Arc::clone(files)));
        }
        if kept.being_made.as_ref() == Some(&edition) {
            return Ok(Site::BeingMade);
        }
        kept.being_made = Some(edition.clone());
        drop(kept);
        let _done = Done(self);
        let links = Links { root: FOLDER.to_owned(), ending: "" };
        let files = content(edition.day, &desk)?.files(&links, lang);
        let files: Arc<Files> = Arc::new(files.into_iter().collect());
        let mut kept = self.kept();
        // Sites of an index that is no longer in use, or of another day, are of no use either.
        kept.sites.retain(|(known, _)| {
            known.corpus == edition.corpus && known.day == edition.day && known.lang != lang
        });
        kept.sites.push((edition, Arc::clone(&files)));
        Ok(Site::Made(files))
    }
}

/// Lets others make a site again, however the making of this one ends.
struct Done<'a>(&'a Pages);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.kept().being_made = None;
    }
}

/// The file under a name, and what kind it is.
pub fn file<'f>(files: &'f Files, name: &str) -> Option<(&'f String, &'static str)> {
    if let Some(page) = files.get(&format!("{name}{ENDING}")) {
        return Some((page, "text/html; charset=utf-8"));
    }
    let content = files.get(name).filter(|_| !name.ends_with(ENDING))?;
    let kind = match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
    Some((content, kind))
}
