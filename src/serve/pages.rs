//! The index in use → the pages of the site, made once the server is up and kept until the index or
//! the day is another; whoever asks before that waits.

use super::desk::RequestDesk;
use super::routes::Server;
use crate::ask::Desk;
use crate::ask::failure::Failure;
use crate::ask::site::{SiteContent, content};
use crate::render::html::Links;
use crate::render::messages::Lang;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Under which path the pages stand.
pub const FOLDER: &str = "/acts/";

/// The name of the first page.
pub const FIRST: &str = "index";

/// The kind of the pages' sign.
pub const ICON_TYPE: &str = "image/svg+xml";

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
    /// What all languages tell, with the corpus and the day of which it tells.
    content: Option<(String, Date, Arc<SiteContent>)>,
    being_made: bool,
}

/// What is known of a site that was asked for.
pub enum Site {
    /// Here it is.
    Made(Arc<Files>),
    /// It, or that in another language, is being made.
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
        let desk = RequestDesk::new(&server.settings, &server.shelf, lang);
        let edition =
            Edition { corpus: desk.engine()?.stamp().corpus.clone(), day: desk.today()?, lang };
        let mut kept = self.kept();
        if let Some((_, files)) = kept.sites.iter().find(|(known, _)| *known == edition) {
            return Ok(Site::Made(Arc::clone(files)));
        }
        // One after the other: what one language tells is most of what another does.
        if kept.being_made {
            return Ok(Site::BeingMade);
        }
        kept.being_made = true;
        let known = kept
            .content
            .take_if(|(corpus, day, _)| (&*corpus, *day) != (&edition.corpus, edition.day));
        drop(known);
        let known = kept.content.as_ref().map(|(.., content)| Arc::clone(content));
        drop(kept);
        let _done = Done(self);
        let told = match known {
            Some(known) => known,
            None => Arc::new(content(edition.day, &desk)?),
        };
        let links = Links { root: FOLDER.to_owned(), ending: "", api: Some("/api") };
        let files = told.files(&links, lang);
        let files: Arc<Files> = Arc::new(files.into_iter().collect());
        let mut kept = self.kept();
        // Sites of an index that is no longer in use, or of another day, are of no use either.
        kept.sites.retain(|(known, _)| {
            known.corpus == edition.corpus && known.day == edition.day && known.lang != lang
        });
        kept.content = Some((edition.corpus.clone(), edition.day, told));
        kept.sites.push((edition, Arc::clone(&files)));
        Ok(Site::Made(files))
    }
}

/// Lets others make a site again, however the making of this one ends.
struct Done<'a>(&'a Pages);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.kept().being_made = false;
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
        Some((_, "svg")) => ICON_TYPE,
        _ => "text/plain; charset=utf-8",
    };
    Some((content, kind))
}
