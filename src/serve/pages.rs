//! The name of a page or of a file that goes with it → its content, made from the index in use
//! when it is asked for. Beyond the list of acts only what was asked for last is kept.

use super::cache::{Cache, Got};
use super::desk::RequestDesk;
use super::parameters::Pairs;
use super::reply::Tag;
use crate::ask::Desk;
use crate::ask::failure::Failure;
use crate::ask::site::Ground;
use crate::index::TOOL;
use crate::model::act::ActId;
use crate::render::html::site::acts::{self, Entry, Part};
use crate::render::html::site::audit::{self as audits, Audited};
use crate::render::html::site::files::fixed;
use crate::render::html::site::search::{self, Choice};
use crate::render::html::site::{comparison_name, data_name, guide};
use crate::render::html::{Links, page_name};
use crate::render::messages::Lang;
use axum::body::Bytes;
use jiff::civil::Date;
use tokio::sync::watch;

/// Under which path the pages stand.
pub const FOLDER: &str = "/acts/";

/// The name of the first page.
pub const FIRST: &str = "index";

/// The kind of the pages' sign.
pub const ICON_TYPE: &str = "image/svg+xml";

/// Acts that the first page lists, and the most from which one is chosen on the page of the
/// search: half a megabyte of page.
const LISTED: usize = 500;

/// Acts whose texts are compared for the page of all findings: some seconds of a processor.
const AUDITED: usize = 1000;

/// Acts whose changes to come are gathered for one page: a millisecond of a processor each.
const FORESEEN: usize = 5000;

/// The pages of the index in use.
pub struct Pages {
    /// The edition of the index in use; another one takes its place.
    editions: Cache<(String, Date), Edition>,
    /// The most bytes of pages that are kept.
    room: usize,
}

/// The pages of one index on one day.
struct Edition {
    ground: Ground,
    kept: Cache<Unit, Made>,
}

/// What is made in one go and kept together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Unit {
    /// The page of an act, by its position: it is there before its data are, which take longer.
    Act(usize, Lang),
    /// The data that the scripts of the page of an act load.
    Data(usize),
    /// The first page, from an act on.
    List(usize),
    Upcoming,
    Audit,
}

/// A page or a file that goes with it.
#[derive(Clone)]
pub struct File {
    pub content: Bytes,
    pub kind: &'static str,
    pub tag: Tag,
}

/// What a file is called inside what it was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Name {
    /// The page in a language.
    Page(Lang),
    /// A file with a name of its own.
    Beside(String),
}

/// Files that were made together.
struct Made(Vec<(Name, File)>);

/// What became of a request for a page.
pub enum Asked {
    Found(File),
    /// Another request is making it; the channel closes when it has ended.
    BeingMade(watch::Receiver<()>),
    Unknown,
    /// A permanent name leads to this address.
    Moved(String),
}

impl File {
    fn page(content: String, lang: Lang) -> File {
        File::of(content, "text/html; charset=utf-8", lang)
    }

    fn of(content: String, kind: &'static str, lang: Lang) -> File {
        let tag = Tag::of(&[TOOL, lang.code(), &content]);
        File { content: content.into(), kind, tag }
    }

    fn named(name: &str, content: String) -> File {
        let kind = match name.rsplit_once('.') {
            Some((_, "css")) => "text/css; charset=utf-8",
            Some((_, "js")) => "text/javascript; charset=utf-8",
            Some((_, "svg")) => ICON_TYPE,
            _ => "text/plain; charset=utf-8",
        };
        File::of(content, kind, Lang::default())
    }
}

impl Made {
    fn pages(pages: impl IntoIterator<Item = (Lang, String)>) -> Made {
        let pages = pages.into_iter();
        Made(pages.map(|(lang, page)| (Name::Page(lang), File::page(page, lang))).collect())
    }

    fn in_all(page: impl Fn(Lang) -> String) -> Made {
        Made::pages(Lang::ALL.map(|lang| (lang, page(lang))))
    }

    fn beside(files: impl IntoIterator<Item = (String, String)>) -> Made {
        let files = files.into_iter().map(|(name, content)| {
            let file = File::named(&name, content);
            (Name::Beside(name), file)
        });
        Made(files.collect())
    }

    fn bytes(&self) -> usize {
        self.0.iter().map(|(_, file)| file.content.len()).sum()
    }

    fn file(&self, name: &Name) -> Option<File> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, file)| file.clone())
    }
}

impl Pages {
    /// Pages of which so many bytes are kept.
    pub fn new(room: usize) -> Pages {
        // One edition is in use: without room for more the one before goes when another comes.
        Pages { editions: Cache::new(0), room }
    }

    fn edition(&self, desk: &dyn Desk) -> Result<Got<Edition>, Failure> {
        let (corpus, day) = (desk.engine()?.stamp().corpus.clone(), desk.today()?);
        self.editions.get(&(corpus, day), || {
            let links = Links { root: FOLDER.to_owned(), ending: "", api: Some("/api") };
            let ground = Ground::of(day, links, desk)?;
            Ok((Edition { ground, kept: Cache::new(self.room) }, 1))
        })
    }

    /// Makes the list of acts ready, so that the first request need not wait for it.
    ///
    /// # Errors
    /// An index that cannot be read.
    pub fn prepare(&self, desk: &RequestDesk<'_>) -> Result<(), Failure> {
        self.edition(desk).map(|_| ())
    }

    /// The page of this name, or the file that goes with one, in the language of the desk.
    ///
    /// # Errors
    /// An index that cannot be read.
    pub fn find(
        &self,
        name: &str,
        pairs: &Pairs,
        desk: &RequestDesk<'_>,
    ) -> Result<Asked, Failure> {
        if let Some(content) = fixed(name) {
            return Ok(Asked::Found(File::named(name, content)));
        }
        let edition = match self.edition(desk)? {
            Got::Here(edition) => edition,
            Got::BeingMade(end) => return Ok(Asked::BeingMade(end)),
        };
        let (lang, ground) = (desk.lang(), &edition.ground);
        let page = Name::Page(lang);
        let (unit, name) = match name {
            "guide" => {
                let page = guide::page(ground.setting(lang));
                return Ok(Asked::Found(File::page(page, lang)));
            }
            "search" => {
                let page = edition.search(value(pairs, "act").unwrap_or_default(), lang);
                return Ok(Asked::Found(File::page(page, lang)));
            }
            FIRST => (Unit::List(edition.first_listed(value(pairs, "from"))), page),
            "upcoming" => (Unit::Upcoming, page),
            "audit" => (Unit::Audit, page),
            _ => match edition.act(name, lang) {
                Some(found) => found,
                None => return Ok(Asked::Unknown),
            },
        };
        let made = edition.kept.get(&unit, || {
            let made = edition.make(unit, desk)?;
            let bytes = made.bytes();
            Ok((made, bytes))
        });
        Ok(match made? {
            Got::Here(made) => made.file(&name).map_or(Asked::Unknown, Asked::Found),
            Got::BeingMade(end) => Asked::BeingMade(end),
        })
    }

    /// Where the page of the act with this permanent name stands.
    ///
    /// # Errors
    /// An index that cannot be read.
    pub fn by_iri(&self, iri: &str, desk: &RequestDesk<'_>) -> Result<Asked, Failure> {
        let edition = match self.edition(desk)? {
            Got::Here(edition) => edition,
            Got::BeingMade(end) => return Ok(Asked::BeingMade(end)),
        };
        let page = edition.ground.directory.page_of_iri(iri);
        Ok(page.map_or(Asked::Unknown, |name| Asked::Moved(format!("{FOLDER}{name}"))))
    }
}

/// The value of a parameter, the first where it is given several times.
fn value<'p>(pairs: &'p Pairs, name: &str) -> Option<&'p str> {
    pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

impl Edition {
    fn known(&self) -> &[(ActId, String)] {
        self.ground.directory.known()
    }

    fn listed(&self) -> usize {
        self.known().len() + self.ground.directory.named().len()
    }

    /// The first act of the part of the list in which this one stands.
    fn first_listed(&self, from: Option<&str>) -> usize {
        let from = from.and_then(|from| from.parse::<usize>().ok()).unwrap_or(0);
        from.min(self.listed().saturating_sub(1)) / LISTED * LISTED
    }

    /// With what a file of an act is made, and what it is called there.
    fn act(&self, name: &str, lang: Lang) -> Option<(Unit, Name)> {
        let directory = &self.ground.directory;
        if let Some(at) = directory.position(name) {
            return Some((Unit::Act(at, lang), Name::Page(lang)));
        }
        let (_, act) = name.strip_suffix(".js")?.split_once('-')?;
        let at = directory.position(act)?;
        let is_its = name == data_name(act) || name == comparison_name(act);
        is_its.then(|| (Unit::Data(at), Name::Beside(name.to_owned())))
    }

    /// The page of the search. The act in whose page somebody asked stands in it as they would
    /// type it.
    fn search(&self, act: &str, lang: Lang) -> String {
        let setting = self.ground.setting(lang);
        if self.known().len() <= LISTED {
            return search::page(Choice::Listed(self.known()), setting);
        }
        let known = self.ground.directory.position(act).and_then(|at| self.known().get(at));
        let typed = known.map(|(id, name)| match *name == page_name(id) {
            // A number that no other act with a page has.
            true if !id.number.starts_with('~') => id.number.clone(),
            _ => id.iri(),
        });
        search::page(Choice::Typed(typed.as_deref().unwrap_or(act)), setting)
    }

    fn make(&self, unit: Unit, desk: &RequestDesk<'_>) -> Result<Made, Failure> {
        let (ground, known) = (&self.ground, self.known());
        match unit {
            Unit::Act(at, lang) => match known.get(at) {
                Some(act) => Ok(Made::pages([(lang, ground.page(act, lang, desk)?)])),
                None => Ok(Made::pages([])),
            },
            Unit::Data(at) => {
                let Some(act) = known.get(at) else { return Ok(Made::beside([])) };
                let findings = ground.findings(std::slice::from_ref(act), desk);
                let told = ground.told(act, findings.as_ref(), desk)?;
                Ok(Made::beside(told.scripts(&ground.directory, ground.setting(desk.lang()))))
            }
            Unit::List(from) => {
                let entries: Result<Vec<Entry>, Failure> = known
                    .iter()
                    .skip(from)
                    .take(LISTED)
                    .map(|(act, name)| Ok(Entry::of(&ground.info(act, desk)?, name)))
                    .collect();
                let entries = entries?;
                let all_named = ground.directory.named();
                let first = from.saturating_sub(known.len()).min(all_named.len());
                let last = (first + LISTED - entries.len()).min(all_named.len());
                let part = Part {
                    known: &entries,
                    named: all_named.get(first..last).unwrap_or_default(),
                    all_named: all_named.len(),
                    from,
                    all: self.listed(),
                    most: LISTED,
                };
                Ok(Made::in_all(|lang| acts::page(part, ground.setting(lang))))
            }
            Unit::Upcoming => {
                let coming = (known.len() <= FORESEEN).then(|| ground.coming(desk)).transpose()?;
                Ok(Made::pages(Lang::ALL.into_iter().zip(ground.upcoming(coming, Lang::ALL))))
            }
            Unit::Audit if known.len() <= AUDITED => {
                Ok(Made::pages(Lang::ALL.into_iter().zip(ground.audit(Lang::ALL, desk))))
            }
            Unit::Audit => {
                Ok(Made::in_all(|lang| audits::page(Audited::TooLarge, ground.setting(lang))))
            }
        }
    }
}
