//! One build: which acts the changed inputs reach, their timelines, and the switch to the new
//! index.

use super::BuildError;
use super::act::work_out;
use super::alias::Aliases;
use super::gather::REACH;
use super::inputs::{Inputs, TextHash, hash};
use super::stale::stamped;
use super::texts::{Read, Texts};
use crate::corpus::{identify, of_card, read_text};
use crate::index::{ActDigest, IndexError, Layout, Manifest, ReadyAct, TOOL, TextInputs, Writer};
use crate::kazakh::token::Keys;
use crate::model::act::ActId;
use crate::source::folder::{ActFolder, CorpusFolder};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

/// Acts whose timelines are worked out side by side before they are written; bounds memory.
const BATCH: usize = 64;

/// Characters of texts that are kept, read, for acts that are still to be worked out; those of a
/// larger corpus are read again.
const KEPT: usize = 12 << 20;

/// How far a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Texts read, of how many.
    Reading(usize, usize),
    /// Acts written, of how many.
    Writing(usize, usize),
}

/// What a build did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
}

/// Brings the index up to date with the corpus. `whole` does everything again.
///
/// # Errors
/// See [`BuildError`]; the old index then stays in use.
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
    let folder = CorpusFolder::open(corpus)?;
    let inputs = hash(&folder)?;
    let used = layout.stamp().ok().and_then(|stamp| Keys::named(&stamp.keys));
    let keys = keys.or(used).unwrap_or_default();
    let whole = whole || used.is_some_and(|used| used != keys);
    let stamp = stamped(corpus, &inputs.corpus, keys.name());
    let lock = layout.lock().map_err(BuildError::Index)?;
    let old = if whole { None } else { old_manifest(&layout) };
    if let (Some(old), Some(stamp)) = (&old, &stamp)
        && layout.stamp().is_ok_and(|known| {
            known.corpus == stamp.corpus
                && known.tool == stamp.tool
                && known.corpus_path == stamp.corpus_path
        })
    {
        layout.refresh(stamp);
        let acts = every_act(old, &Aliases::of(old)).len();
        return Ok(Report {
            acts,
            texts: inputs.texts.len(),
            corpus: inputs.corpus,
            ..Report::default()
        });
    }
    let history = layout.history();
    // Without its history an index does not tell what its other acts say.
    let old = old.filter(|_| history.is_some());
    let work = Work { folder: &folder, inputs: &inputs, progress };
    let mut plan = work.plan(old)?;
    let mut writer = Writer::begin(&layout, lock, plan.base, keys).map_err(BuildError::Index)?;
    let mut report = Report {
        texts: inputs.texts.len(),
        acts: every_act(&plan.manifest, &plan.aliases).len(),
        rebuilt: plan.reached.len(),
        corpus: inputs.corpus.clone(),
        versions: 0,
    };
    let said = work.write(&mut plan, &mut writer, &mut report)?;
    let stamp =
        stamp.ok_or_else(|| BuildError::Index(IndexError::Missing { path: layout.shown() }))?;
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

struct Work<'a> {
    folder: &'a CorpusFolder,
    inputs: &'a Inputs,
    progress: &'a (dyn Fn(Progress) + Sync),
}

/// What has to be done.
struct Plan {
    /// The inputs of the new index.
    manifest: Manifest,
    /// Other names of the acts in it.
    aliases: Aliases,
    /// The acts that changed inputs reach.
    reached: BTreeSet<ActId>,
    /// True when the documents of other acts are taken over.
    base: bool,
    /// Acts of the corpus by folder, as far as they were read and there is room for them.
    read: BTreeMap<usize, Arc<Read>>,
    /// The folders whose texts were read for the manifest.
    changed: BTreeSet<usize>,
}

impl Work<'_> {
    fn plan(&self, old: Option<Manifest>) -> Result<Plan, BuildError> {
        let base = old.as_ref().is_some_and(|old| old.facts == self.inputs.facts);
        let old = if base { old.unwrap_or_default() } else { Manifest::default() };
        let changed: BTreeSet<usize> = self
            .inputs
            .texts
            .iter()
            .filter(|(path, now)| {
                old.texts.get(*path).is_none_or(|old| old.hash != now.hash || old.card != now.card)
            })
            .map(|(_, now)| now.folder)
            .collect();
        let mut plan = Plan {
            manifest: Manifest::default(),
            aliases: Aliases::default(),
            reached: BTreeSet::new(),
            base,
            read: BTreeMap::new(),
            changed,
        };
        plan.manifest.facts = self.inputs.facts.clone();
        let before = Aliases::of(&old);
        let mut days_changed: BTreeSet<ActId> = BTreeSet::new();
        for (path, text) in &old.texts {
            let now = self.inputs.texts.get(path);
            let kept = now.is_some_and(|now| now.hash == text.hash && now.card == text.card);
            if kept {
                plan.manifest.texts.insert(path.clone(), text.clone());
            } else {
                reach(&mut plan.reached, text);
                plan.reached.extend(before.amended(text));
                days_changed.insert(text.act.clone());
            }
        }
        self.read_changed(&mut plan, &mut days_changed)?;
        // The days of an act move the changes that others say it made.
        for text in plan.manifest.texts.values() {
            if text.names.iter().any(|named| days_changed.contains(named)) {
                plan.reached.insert(text.act.clone());
            }
        }
        self.refuse_doubles(&plan)?;
        plan.aliases = Aliases::of(&plan.manifest);
        for (path, text) in &plan.manifest.texts {
            if self.inputs.texts.get(path).is_some_and(|now| plan.changed.contains(&now.folder)) {
                plan.reached.extend(plan.aliases.amended(text));
            }
        }
        // An act that amends an amending act reaches what that one amends.
        let reached = plan.reached.clone();
        for text in plan.manifest.texts.values().filter(|text| reached.contains(&text.act)) {
            plan.reached.extend(plan.aliases.amended(text));
        }
        let named: Vec<ActId> = plan.reached.iter().cloned().collect();
        plan.reached.extend(named.iter().map(|act| plan.aliases.resolve(act)));
        // An act that comes or goes takes or leaves the name under which others cite it.
        for text in plan.manifest.texts.values() {
            let (then, now) = (before.amended(text), plan.aliases.amended(text));
            plan.reached.extend(then.symmetric_difference(&now).cloned());
            // Of two acts with one title each takes from the other what is certain.
            if then != now {
                plan.reached.extend(now);
            }
        }
        Ok(plan)
    }

    /// Reads the changed folders and enters their texts in the manifest.
    fn read_changed(
        &self,
        plan: &mut Plan,
        days_changed: &mut BTreeSet<ActId>,
    ) -> Result<(), BuildError> {
        let changed: Vec<usize> = plan.changed.iter().copied().collect();
        let mut paths: HashMap<usize, Vec<(&String, &TextHash)>> = HashMap::new();
        for (path, now) in &self.inputs.texts {
            if plan.changed.contains(&now.folder) {
                paths.entry(now.folder).or_default().push((path, now));
            }
        }
        let mut kept = 0;
        let mut done = 0;
        for batch in changed.chunks(BATCH) {
            let acts = self.read(batch.iter().copied())?;
            done += batch.len();
            (self.progress)(Progress::Reading(done, changed.len()));
            for (number, act) in acts {
                let (identity, texts) = act.as_ref();
                for (path, now) in paths.get(&number).into_iter().flatten() {
                    let text = &texts[now.text];
                    let entry = TextInputs {
                        hash: now.hash.clone(),
                        card: now.card.clone(),
                        act: identity.id.clone(),
                        days: identity.days,
                        title: identity.title.clone(),
                        amends: text.orders.targets.clone(),
                        cites: text.orders.cited.clone(),
                        names: text.named(),
                    };
                    reach(&mut plan.reached, &entry);
                    days_changed.insert(identity.id.clone());
                    plan.manifest.texts.insert((*path).clone(), entry);
                }
                kept += characters(&act);
                if kept <= KEPT {
                    plan.read.insert(number, act);
                }
            }
        }
        Ok(())
    }

    /// Reads the acts of these folders, side by side.
    fn read(
        &self,
        folders: impl IntoIterator<Item = usize>,
    ) -> Result<Vec<(usize, Arc<Read>)>, BuildError> {
        let folders: Vec<usize> = folders.into_iter().collect();
        folders
            .into_par_iter()
            .map(|number| Ok((number, Arc::new(read_act(&self.folder.acts[number])?))))
            .collect()
    }

    fn refuse_doubles(&self, plan: &Plan) -> Result<(), BuildError> {
        let mut folders: BTreeMap<&ActId, usize> = BTreeMap::new();
        for (path, text) in &plan.manifest.texts {
            let Some(now) = self.inputs.texts.get(path) else { continue };
            let known = *folders.entry(&text.act).or_insert(now.folder);
            if known != now.folder {
                let name = |number: usize| self.folder.acts[number].card_path.clone();
                return Err(BuildError::SameAct(text.act.iri(), name(known), name(now.folder)));
            }
        }
        Ok(())
    }

    /// Writes the reached acts and tells what they say now, by IRI; `None` for one that is gone.
    fn write(
        &self,
        plan: &mut Plan,
        writer: &mut Writer,
        report: &mut Report,
    ) -> Result<BTreeMap<String, Option<ActDigest>>, BuildError> {
        let mut said = BTreeMap::new();
        let folder = |path: &str| self.inputs.texts.get(path).map(|now| now.folder);
        let aliases = std::mem::take(&mut plan.aliases);
        let mut texts = Texts::new(&plan.manifest, aliases, &self.folder.facts, folder);
        texts.read = std::mem::take(&mut plan.read);
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
            'batches: for batch in reached.chunks(BATCH) {
                let around =
                    texts.feeding.around(batch, REACH, |folder| acts_of.get(&folder).copied());
                let missing = around.iter().filter(|folder| !texts.read.contains_key(*folder));
                let missing = self.read(missing.copied())?;
                kept += missing.iter().map(|(_, act)| characters(act)).sum::<usize>();
                if kept > KEPT {
                    texts.read.retain(|folder, _| around.contains(folder));
                }
                texts.read.extend(missing);
                kept = texts.read.values().map(|act| characters(act)).sum();
                let done = batch.par_iter().map_init(
                    || ready.clone(),
                    |documents, act| {
                        let Some((act, versions)) = work_out(act, &texts) else { return Ok(None) };
                        let digest = ActDigest::of(&act, &versions);
                        Ok(Some((documents.of(&act, &versions)?, versions.len(), digest)))
                    },
                );
                let done: Vec<Option<(ReadyAct, usize, ActDigest)>> =
                    done.collect::<Result<_, IndexError>>().map_err(BuildError::Index)?;
                for (act, done) in batch.iter().zip(done) {
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

/// How long the texts of an act are.
fn characters(act: &Read) -> usize {
    act.1.iter().map(|text| text.tree.characters).sum()
}

/// An act by its IRI, as the index will hold it; nothing for one that is gone.
type Done = (String, Option<ReadyAct>);

/// An act of the corpus with its texts, read.
pub(super) fn read_act(folder: &ActFolder) -> Result<Read, BuildError> {
    let own = of_card(folder)?;
    let texts = folder
        .texts
        .iter()
        .map(|file| read_text(folder, file, own.as_ref()))
        .collect::<Result<Vec<_>, _>>()?;
    let identity = identify(folder, &texts)?;
    Ok((identity, texts))
}

fn reach(reached: &mut BTreeSet<ActId>, text: &TextInputs) {
    reached.insert(text.act.clone());
    reached.extend(text.amends.iter().cloned());
    reached.extend(text.names.iter().cloned());
}
