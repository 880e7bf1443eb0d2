//! The acts that changed inputs reach → their documents, batch by batch: while one batch is worked
//! out and the one before it is written down, the texts of the next one are fetched.

use super::BuildError;
use super::act::work_out;
use super::plan::{Plan, Work};
use super::run::{Progress, Report};
use super::shelf::Shelf;
use super::texts::{Read, Texts};
use crate::index::{ActDigest, Documents, IndexError, Packet, ReadyAct, Writer};
use crate::model::act::ActId;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

/// Acts whose timelines are worked out side by side before they are written; bounds memory.
pub(super) const BATCH: usize = 64;

impl Work<'_> {
    /// Writes the reached acts and tells what they say now, by IRI; `None` for one that is gone.
    ///
    /// # Errors
    /// An index that cannot be written.
    pub fn write(
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
        let reached = texts.feeding.by_kin(std::mem::take(&mut plan.reached));
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
            let mut fetched = self.missing(&texts, shelf.as_ref(), batches.peek());
            'batches: while let Some(batch) = batches.next() {
                let all = texts.read.values().chain(fetched.iter().map(|(_, act)| act));
                if all.map(|act| characters(act)).sum::<usize>() > self.kept {
                    let around = texts.feeding.around(batch);
                    texts.read.retain(|folder, _| around.contains(folder));
                }
                texts.read.extend(std::mem::take(&mut fetched));
                // Whoever has nothing left to do in this batch fetches for the next one.
                let (done, next) = rayon::join(
                    || work_out_all(batch, &texts, &ready),
                    || self.missing(&texts, shelf.as_ref(), batches.peek()),
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
        shelf: Option<&Shelf>,
        batch: Option<&&[ActId]>,
    ) -> Vec<(usize, Arc<Read>)> {
        let Some(batch) = batch else { return Vec::new() };
        let around = texts.feeding.around(batch).into_iter();
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
