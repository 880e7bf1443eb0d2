//! One build: which acts the changed inputs reach, their timelines, and the switch to the new
//! index.

use super::BuildError;
use super::act::work_out;
use super::alias::Aliases;
use super::holders::still_unread;
use super::inputs::{Known, hash};
use super::left_out::left_out;
use super::plan::{Plan, Work};
use super::shelf::Shelf;
use super::stale::stamped;
use super::texts::{Read, Texts};
use crate::index::{
    ActDigest, Documents, IndexError, Layout, Manifest, Packet, ReadyAct, Stamp, TOOL, Writer,
};
use crate::kazakh::token::Keys;
use crate::model::act::ActId;
use crate::source::folder::CorpusFolder;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

/// Acts whose timelines are worked out side by side before they are written; bounds memory.
pub(super) const BATCH: usize = 64;

/// Characters of texts that are kept in memory, read, for acts that are still to be worked out;
/// those of a larger corpus are put on a shelf.
pub(super) const KEPT: usize = 6 << 20;

/// How far a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Another process builds; this one waits for it.
    Waiting,
    /// Texts read, of how many.
    Reading(usize, usize),
    /// Acts written, of how many.
    Writing(usize, usize),
}

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Acts in the index, those that are only named included.
    pub acts: usize,
    /// Texts in the corpus.
    pub texts: usize,
    /// Acts worked out anew.
    pub rebuilt: usize,
    /// Versions written.
    pub versions: usize,
    /// Hash over all inputs.
    pub corpus: String,
    /// What of the corpus could not be read, and is not in the index.
    pub unread: Vec<BuildError>,
}

/// Brings the index up to date with the corpus. `whole` does everything again. A text, a card or an
/// act that cannot be read is told in the report and stops nothing else.
///
/// # Errors
/// A corpus of which nothing can be read, an index that cannot be written; the old index then
/// stays in use.
pub fn build(
    corpus: &Path,
    index: &Path,
    whole: bool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, BuildError> {
    build_by(corpus, index, whole, None, None, progress)
}

/// The same, for an index in which words are found by these keys; by those of the index in use
/// where none are given. The day is the one on which it is built, for those who ask later what
/// changed since.
///
/// # Errors
/// As [`build`].
pub fn build_by(
    corpus: &Path,
    index: &Path,
    whole: bool,
    keys: Option<Keys>,
    day: Option<Date>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, BuildError> {
    let layout = Layout::new(index);
    let mut folder = CorpusFolder::open(corpus)?;
    let used = layout.stamp().ok().and_then(|stamp| Keys::named(&stamp.keys));
    let keys = keys.or(used).unwrap_or_default();
    let whole = whole || used.is_some_and(|used| used != keys);
    let in_use = layout.in_use();
    let mut old = if whole { None } else { old_manifest(&layout) };
    let inputs = hash(&folder, Known { manifest: old.as_ref(), now: layout.now() });
    let mut unread: Vec<BuildError> = folder.faults.drain(..).map(BuildError::from).collect();
    let stamp = stamped(corpus, &inputs.corpus, keys.name());
    let lock = layout.lock(|| progress(Progress::Waiting)).map_err(BuildError::Index)?;
    if layout.in_use() != in_use {
        // Another process has built meanwhile.
        old = if whole { None } else { old_manifest(&layout) };
    }
    if let (Some(old), Some(stamp)) = (&old, &stamp)
        && layout.stamp().is_ok_and(|known| {
            known.corpus == stamp.corpus
                && known.tool == stamp.tool
                && known.corpus_path == stamp.corpus_path
        })
    {
        unread.extend(still_unread(&folder, &inputs, old));
        layout.refresh(&Stamp { left_out: left_out(&folder, &unread), ..stamp.clone() });
        let acts = every_act(old, &Aliases::of(old)).len();
        return Ok(Report {
            acts,
            texts: old.texts.len(),
            corpus: inputs.corpus,
            unread,
            ..Report::default()
        });
    }
    let history = layout.history().ok();
    // Without its history an index does not tell what its other acts say.
    let old = old.filter(|_| history.is_some());
    let work = Work { folder: &folder, inputs: &inputs, index, progress };
    let mut plan = work.plan(old);
    unread.append(&mut plan.unread);
    if plan.manifest.texts.is_empty() && !unread.is_empty() {
        return Err(unread.remove(0));
    }
    let mut writer = Writer::begin(&layout, lock, plan.base, keys).map_err(BuildError::Index)?;
    let mut report = Report {
        texts: plan.manifest.texts.len(),
        acts: every_act(&plan.manifest, &plan.aliases).len(),
        rebuilt: plan.reached.len(),
        corpus: inputs.corpus.clone(),
        versions: 0,
        unread,
    };
    let said = work.write(&mut plan, &mut writer, &mut report)?;
    let stamp =
        stamp.ok_or_else(|| BuildError::Index(IndexError::Missing { path: layout.shown() }))?;
    let stamp = Stamp { left_out: left_out(&folder, &report.unread), ..stamp };
    let history = history.unwrap_or_default();
    let mut acts = if plan.base { history.acts().clone() } else { BTreeMap::new() };
    for (act, digest) in said {
        match digest {
            Some(digest) => acts.insert(act, digest),
            None => acts.remove(&act),
        };
    }
    let history = history.then(&stamp.corpus, &stamp.tool, day, acts);
    writer.finish(&stamp, &plan.manifest, &history).map_err(BuildError::Index)?;
    Ok(report)
}

fn old_manifest(layout: &Layout) -> Option<Manifest> {
    let stamp = layout.stamp().ok()?;
    layout.check_lengths().ok()?;
    (stamp.tool == TOOL).then(|| layout.manifest().ok()).flatten()
}

/// Every act that a manifest speaks of.
fn every_act(manifest: &Manifest, aliases: &Aliases) -> BTreeSet<ActId> {
    manifest
        .texts
        .values()
        .flat_map(|text| std::iter::once(&text.act).chain(&text.amends).chain(&text.names))
        .map(|act| aliases.resolve(act))
        .collect()
}

impl Work<'_> {
    /// Writes the reached acts and tells what they say now, by IRI; `None` for one that is gone.
    fn write(
        &self,
        plan: &mut Plan,
        writer: &mut Writer,
        report: &mut Report,
    ) -> Result<BTreeMap<String, Option<Packet<ActDigest>>>, BuildError> {
        let mut said = BTreeMap::new();
        let folder = |path: &str| self.inputs.texts.get(path).map(|now| now.folder);
        let aliases = std::mem::take(&mut plan.aliases);
        let mut texts = Texts::new(&plan.manifest, aliases, &self.folder.facts, folder);
        texts.read = std::mem::take(&mut plan.read);
        let shelf = plan.shelf.take();
        let acts_of: HashMap<usize, &ActId> = plan
            .manifest
            .texts
            .iter()
            .filter_map(|(path, text)| Some((folder(path)?, &text.act)))
            .collect();
        let reached = texts.feeding.by_kin(std::mem::take(&mut plan.reached));
        let mut kept: usize = texts.read.values().map(|act| characters(act)).sum();
        let base = plan.base;
        let ready = writer.ready();
        let (sender, receiver) = sync_channel::<Done>(BATCH);
        std::thread::scope(|scope| {
            // Acts are written down while the next ones are worked out.
            let writing = scope.spawn(move || {
                for (iri, ready) in receiver {
                    if base {
                        writer.remove(&iri);
                    }
                    ready.map_or(Ok(()), |act| writer.add(act))?;
                }
                Ok(())
            });
            let mut batches = reached.chunks(BATCH).peekable();
            let mut fetched = self.missing(&texts, &acts_of, shelf.as_ref(), batches.peek());
            'batches: while let Some(batch) = batches.next() {
                kept += fetched.iter().map(|(_, act)| characters(act)).sum::<usize>();
                if kept > KEPT {
                    let around = texts.around(batch, &acts_of);
                    texts.read.retain(|folder, _| around.contains(folder));
                }
                texts.read.extend(std::mem::take(&mut fetched));
                kept = texts.read.values().map(|act| characters(act)).sum();
                // Whoever has nothing left to do in this batch fetches for the next one.
                let (done, next) = rayon::join(
                    || work_out_all(batch, &texts, &ready),
                    || self.missing(&texts, &acts_of, shelf.as_ref(), batches.peek()),
                );
                fetched = next;
                for (act, done) in batch.iter().zip(done.map_err(BuildError::Index)?) {
                    let (ready, digest) = match done {
                        Some((ready, versions, digest)) => {
                            report.versions += versions;
                            (Some(ready), Some(digest))
                        }
                        None => (None, None),
                    };
                    if sender.send((act.iri(), ready)).is_err() {
                        // It cannot be written; the writer tells why.
                        break 'batches;
                    }
                    said.insert(act.iri(), digest);
                }
                (self.progress)(Progress::Writing(said.len(), reached.len()));
            }
            drop(sender);
            match writing.join() {
                Ok(written) => written.map_err(BuildError::Index),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })?;
        Ok(said)
    }
}

/// An act that was worked out: its documents, how many versions they keep, and what it says.
type Worked = (ReadyAct, usize, Packet<ActDigest>);

/// Works out acts side by side; nothing for one that is gone.
fn work_out_all(
    acts: &[ActId],
    texts: &Texts,
    ready: &Documents,
) -> Result<Vec<Option<Worked>>, IndexError> {
    let done = acts.par_iter().map_init(
        || ready.clone(),
        |documents, act| {
            let Some((act, versions)) = work_out(act, texts) else { return Ok(None) };
            let digest = Packet::of(&ActDigest::of(&act, &versions));
            Ok(Some((documents.of(&act, &versions)?, versions.len(), digest)))
        },
    );
    done.collect()
}

impl Work<'_> {
    /// The acts that feed a batch and are not there yet, from the shelf where they are on it.
    fn missing(
        &self,
        texts: &Texts,
        acts_of: &HashMap<usize, &ActId>,
        shelf: Option<&Shelf>,
        batch: Option<&&[ActId]>,
    ) -> Vec<(usize, Arc<Read>)> {
        let Some(batch) = batch else { return Vec::new() };
        let around = texts.around(batch, acts_of).into_iter();
        let folders: Vec<usize> =
            around.filter(|folder| !texts.read.contains_key(folder)).collect();
        let mut acts = shelf.map(|shelf| shelf.get(&folders)).unwrap_or_default();
        let got: BTreeSet<usize> = acts.iter().map(|(folder, _)| *folder).collect();
        // What cannot be read was told when the changed folders were read.
        let (read, _) = self.read(folders.into_iter().filter(|folder| !got.contains(folder)));
        acts.extend(read);
        acts
    }
}

/// How long the texts of an act are.
pub(super) fn characters(act: &Read) -> usize {
    act.1.iter().map(|text| text.tree.characters).sum()
}

/// An act by its IRI, as the index will hold it; nothing for one that is gone.
type Done = (String, Option<ReadyAct>);
