//! Everything that the pages of a site tell, gathered once: whoever writes or serves pages has
//! them from here.

use super::Desk;
use super::failure::Failure;
use crate::audit::audit;
use crate::audit::finding::Finding;
use crate::build::gather;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::version::Axis;
use crate::query::answer::{ActInfo, Ask};
use crate::query::upcoming::Upcoming;
use crate::render::html::site::act::Setting;
use crate::render::html::site::files::{Told, files};
use crate::render::html::site::{Shelved, page_names};
use crate::render::html::{Basis, Links};
use crate::render::messages::Lang;
use crate::source::folder::shown;
use jiff::civil::Date;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a site tells.
pub struct SiteContent {
    shelf: Vec<Shelved>,
    named: Vec<ActInfo>,
    upcoming: Vec<Upcoming>,
    after: Date,
    audits: Option<Vec<(ActId, Vec<Finding>)>>,
    corpus: String,
    left_out: usize,
    folder: String,
}

/// Gathers it; changes are to come where they begin to hold after this day.
///
/// # Errors
/// An index that cannot be read.
pub fn content(after: Date, desk: &dyn Desk) -> Result<SiteContent, Failure> {
    let engine = desk.engine()?;
    let refused = |refusal| Failure::refusal(refusal, None, desk.lang());
    let acts = engine.acts().map_err(refused)?;
    let (named, known): (Vec<ActInfo>, Vec<ActInfo>) =
        acts.into_iter().partition(|act| act.referenced);
    let names = page_names(known.iter().map(|act| &act.id));
    let done = AtomicUsize::new(0);
    desk.progress(0, known.len());
    let books: Vec<_> = known
        .par_iter()
        .map(|act| {
            let book = engine.book(act);
            let comparisons = engine.comparisons(act);
            let ask = Ask { axis: Axis::InForce, date: after, known_by: None };
            let state = engine.show(act, &Address::whole(), ask);
            desk.progress(done.fetch_add(1, Ordering::Relaxed) + 1, known.len());
            (book, comparisons, state)
        })
        .collect();
    let mut shelf = Vec::new();
    for ((book, comparisons, state), name) in books.into_iter().zip(names) {
        shelf.push(Shelved {
            book: book.map_err(refused)?,
            comparisons: comparisons.map_err(refused)?,
            state: state.map_err(refused)?,
            name,
        });
    }
    let upcoming = engine.upcoming(None, after).map_err(refused)?;
    let audits = findings(&known, desk);
    let (corpus, left_out) = (engine.stamp().corpus.clone(), engine.stamp().left_out.count);
    let folder = shown(desk.corpus());
    Ok(SiteContent { shelf, named, upcoming, after, audits, corpus, left_out, folder })
}

/// The findings by act; `None` where the corpus is not at hand.
fn findings(acts: &[ActInfo], desk: &dyn Desk) -> Option<Vec<(ActId, Vec<Finding>)>> {
    let ids: Vec<ActId> = acts.iter().map(|act| act.id.clone()).collect();
    let records = gather(desk.corpus(), desk.index(), &ids).ok()?;
    let horizon = |id: &ActId| acts.iter().find(|act| act.id == *id).and_then(|act| act.horizon);
    let audited = records
        .par_iter()
        .map(|record| (record.id.clone(), audit(record, horizon(&record.id)).findings));
    Some(audited.collect())
}

impl SiteContent {
    /// True where there is no act to tell of.
    pub fn is_empty(&self) -> bool {
        self.shelf.is_empty()
    }

    /// The files: name and content of each. `lang` is the language that is seen first.
    pub fn files(&self, links: &Links, lang: Lang) -> Vec<(String, String)> {
        let corpus = Basis { hash: &self.corpus, left_out: self.left_out };
        let folder = &self.folder;
        let setting = Setting { lang, links, corpus, folder, day: self.after };
        let told = Told {
            shelf: &self.shelf,
            named: &self.named,
            upcoming: &self.upcoming,
            after: self.after,
            audits: self.audits.as_deref(),
        };
        files(told, setting)
    }
}
