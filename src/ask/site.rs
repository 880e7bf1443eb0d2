//! An index → everything that the pages of a site tell, act by act, so that no more than a few
//! acts are in memory at a time: whoever writes or serves pages has them from here.

use super::Desk;
use super::failure::Failure;
use crate::audit::audit;
use crate::audit::finding::Finding;
use crate::build::gather;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::version::Axis;
use crate::query::Refusal;
use crate::query::answer::{ActInfo, Ask};
use crate::query::diff::every::Comparisons;
use crate::query::upcoming::Upcoming;
use crate::render::html::site::Shelved;
use crate::render::html::site::act::Setting;
use crate::render::html::site::acts::{self, Entry, Part};
use crate::render::html::site::audit::{self as audits, Audited, Sections};
use crate::render::html::site::directory::Directory;
use crate::render::html::site::files::{Told, fixed, fixed_names, page_file};
use crate::render::html::site::guide;
use crate::render::html::site::search::{self, Choice, Gathered};
use crate::render::html::site::upcoming::{self, Coming};
use crate::render::html::{Basis, Links};
use crate::render::messages::Lang;
use crate::source::folder::shown;
use jiff::civil::Date;
use rayon::prelude::*;

/// Acts whose texts are read and compared together: each reading looks through the whole list of
/// texts, and what was read stays until all of them are compared.
const AUDITED: usize = 64;

/// Acts whose files are made side by side before they are handed on.
const MADE: usize = 8;

/// What all pages of a site rest on: the acts that there are, without their versions.
pub struct Ground {
    /// The acts and the names of their pages.
    pub directory: Directory,
    /// The day whose text stands in the pages, and after which changes are to come.
    pub after: Date,
    links: Links,
    corpus: String,
    left_out: usize,
    folder: String,
}

/// Findings by act.
type Findings = Vec<(ActId, Vec<Finding>)>;

impl Ground {
    /// What the pages of the index in use rest on.
    ///
    /// # Errors
    /// An index that cannot be read.
    pub fn of(after: Date, links: Links, desk: &dyn Desk) -> Result<Ground, Failure> {
        let engine = desk.engine()?;
        let acts = engine.acts().map_err(|refusal| refused(refusal, desk))?;
        let (named, known): (Vec<ActInfo>, Vec<ActInfo>) =
            acts.into_iter().partition(|act| act.referenced);
        let ids = |acts: Vec<ActInfo>| acts.into_iter().map(|act| act.id).collect();
        Ok(Ground {
            directory: Directory::of(ids(known), ids(named)),
            after,
            links,
            corpus: engine.stamp().corpus.clone(),
            left_out: engine.stamp().left_out.count,
            folder: shown(desk.corpus()),
        })
    }

    /// What pages are made of, in a language.
    pub fn setting(&self, lang: Lang) -> Setting<'_> {
        let corpus = Basis { hash: &self.corpus, left_out: self.left_out };
        Setting { lang, links: &self.links, corpus, folder: &self.folder, day: self.after }
    }

    /// What the index knows of an act, without its versions.
    ///
    /// # Errors
    /// An index that cannot be read, or that has lost the act.
    pub fn info(&self, act: &ActId, desk: &dyn Desk) -> Result<ActInfo, Failure> {
        desk.engine()?.known_act(act).map_err(|refusal| refused(refusal, desk))
    }

    /// The page of an act in a language, without what its scripts load.
    ///
    /// # Errors
    /// An index that cannot be read.
    pub fn page(
        &self,
        (act, name): &(ActId, String),
        lang: Lang,
        desk: &dyn Desk,
    ) -> Result<String, Failure> {
        let act = self.info(act, desk)?;
        let (shelved, coming) = self.shelved(&act, name, Comparisons::default(), desk)?;
        let told = Told { shelved, findings: Vec::new(), coming };
        Ok(told.page(self.setting(lang)))
    }

    /// An act with everything that is told of it; its findings are those of `findings`.
    ///
    /// # Errors
    /// An index that cannot be read.
    pub fn told(
        &self,
        (act, name): &(ActId, String),
        findings: Option<&Findings>,
        desk: &dyn Desk,
    ) -> Result<Told, Failure> {
        let info = self.info(act, desk)?;
        let comparisons = desk.engine()?.comparisons(&info);
        let comparisons = comparisons.map_err(|refusal| refused(refusal, desk))?;
        let (shelved, coming) = self.shelved(&info, name, comparisons, desk)?;
        let own = findings.into_iter().flatten().filter(|(of, _)| of == act);
        let findings = own.flat_map(|(_, found)| found.clone()).collect();
        Ok(Told { shelved, findings, coming })
    }

    fn shelved(
        &self,
        act: &ActInfo,
        name: &str,
        comparisons: Comparisons,
        desk: &dyn Desk,
    ) -> Result<(Shelved, Vec<Upcoming>), Failure> {
        let engine = desk.engine()?;
        let ask = Ask { axis: Axis::InForce, date: self.after, known_by: None };
        let read = || {
            let book = engine.book(act)?;
            let state = engine.show(act, &Address::whole(), ask)?;
            let shelved = Shelved { book, comparisons, state, name: name.to_owned() };
            Ok((shelved, engine.upcoming(Some(act), self.after)?))
        };
        read().map_err(|refusal| refused(refusal, desk))
    }

    /// What the audit finds in these acts; `None` where the corpus is not at hand.
    pub fn findings(&self, acts: &[(ActId, String)], desk: &dyn Desk) -> Option<Findings> {
        let ids: Vec<ActId> = acts.iter().map(|(act, _)| act.clone()).collect();
        let records = gather(desk.corpus(), desk.index(), &ids).ok()?;
        let audited = records.par_iter().map(|record| {
            let horizon = self.info(&record.id, desk).ok().and_then(|act| act.horizon);
            (record.id.clone(), audit(record, horizon).findings)
        });
        Some(audited.collect())
    }

    /// The page of changes to come in every one of these languages; `None` stands for changes
    /// that nobody gathered.
    pub fn upcoming<const N: usize>(
        &self,
        coming: Option<Coming>,
        langs: [Lang; N],
    ) -> [String; N] {
        let page_of = |act: &ActId| self.directory.page_of(act).map(str::to_owned);
        let told = coming.map(Coming::told);
        let told = told.as_ref().map(|(changes, more)| (changes.as_slice(), *more));
        langs.map(|lang| upcoming::page(told, self.after, &page_of, self.setting(lang)))
    }

    /// Reads the changes to come of every act.
    ///
    /// # Errors
    /// An index that cannot be read.
    pub fn coming(&self, desk: &dyn Desk) -> Result<Coming, Failure> {
        let engine = desk.engine()?;
        let mut coming = Coming::default();
        for (act, _) in self.directory.known() {
            let act = self.info(act, desk)?;
            let changes = engine.upcoming(Some(&act), self.after);
            coming.add(changes.map_err(|refusal| refused(refusal, desk))?);
        }
        Ok(coming)
    }

    /// The page of the findings in all acts, in every one of these languages.
    pub fn audit<const N: usize>(&self, langs: [Lang; N], desk: &dyn Desk) -> [String; N] {
        let mut done = langs.map(|_| Some(Sections::default()));
        for acts in in_batches(self.directory.known()) {
            let findings = self.findings(acts, desk);
            for (done, lang) in done.iter_mut().zip(langs) {
                self.add_findings(done, findings.as_ref(), self.setting(lang));
            }
        }
        let mut done = done.into_iter();
        langs.map(|lang| audits::page(audited(done.next().flatten()), self.setting(lang)))
    }

    fn add_findings(
        &self,
        done: &mut Option<Sections>,
        findings: Option<&Findings>,
        setting: Setting<'_>,
    ) {
        let Some(findings) = findings else {
            *done = None;
            return;
        };
        for (act, found) in findings {
            if let Some(sections) = done {
                sections.add(act, found, self.directory.page_of(act), setting);
            }
        }
    }

    /// Makes every file of a site and hands each on, with its name, as soon as it is made. `lang`
    /// is the language that is seen first.
    ///
    /// # Errors
    /// An index that cannot be read; what `put` fails with.
    pub fn write(
        &self,
        lang: Lang,
        desk: &dyn Desk,
        put: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let (setting, known) = (self.setting(lang), self.directory.known());
        for name in fixed_names() {
            put(name, &fixed(name).unwrap_or_default())?;
        }
        let mut entries: Vec<Entry> = Vec::with_capacity(known.len());
        let (mut words, mut coming) = (Gathered::default(), Coming::default());
        let mut found = Some(Sections::default());
        desk.progress(0, known.len());
        for batch in in_batches(known) {
            let findings = self.findings(batch, desk);
            self.add_findings(&mut found, findings.as_ref(), setting);
            for acts in batch.chunks(MADE) {
                let made: Result<Vec<_>, Failure> = acts
                    .par_iter()
                    .map(|act| {
                        let told = self.told(act, findings.as_ref(), desk)?;
                        let files = told.files(&self.directory, setting);
                        Ok((told, files))
                    })
                    .collect();
                for (told, files) in made? {
                    for (name, content) in &files {
                        put(name, content)?;
                    }
                    entries.push(Entry::counted(&told.shelved, self.after));
                    words.add(&told.shelved, &self.links);
                    coming.add(told.coming);
                    desk.progress(entries.len(), known.len());
                }
            }
        }
        let named = self.directory.named();
        let all = known.len() + named.len();
        let part = Part { known: &entries, named, all_named: named.len(), from: 0, all, most: all };
        put(&page_file("index"), &acts::page(part, setting))?;
        put(&page_file("guide"), &guide::page(setting))?;
        let [upcoming] = self.upcoming(Some(coming), [lang]);
        put(&page_file("upcoming"), &upcoming)?;
        put(&page_file("audit"), &audits::page(audited(found), setting))?;
        put(&page_file("search"), &search::page(Choice::Listed(known), setting))?;
        put(search::DATA, &words.script())
    }
}

/// Acts in batches; without acts one that is empty, by which it is seen whether the corpus is at
/// hand.
fn in_batches(acts: &[(ActId, String)]) -> impl Iterator<Item = &[(ActId, String)]> {
    let none = acts.is_empty().then_some(acts);
    acts.chunks(AUDITED).chain(none)
}

fn audited(found: Option<Sections>) -> Audited {
    found.map_or(Audited::NoCorpus, Audited::Done)
}

fn refused(refusal: Refusal, desk: &dyn Desk) -> Failure {
    Failure::refusal(refusal, None, desk.lang())
}
