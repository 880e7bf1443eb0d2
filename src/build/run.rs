//! One build: which acts the changed inputs reach, their timelines, and the switch to the new
//! index.

use super::BuildError;
use super::act::work_out;
use super::alias::Aliases;
use super::inputs::{Inputs, hash};
use super::left_out::left_out;
use super::stale::stamped;
use crate::corpus::{Identity, ReadText, read_act};
use crate::index::{
    ActDigest, IndexError, Layout, Manifest, Stamp, StoredAct, StoredVersion, TOOL, TextInputs,
    Writer,
};
use crate::kazakh::token::Keys;
use crate::model::act::ActId;
use crate::source::folder::CorpusFolder;
use crate::timeline::record::Calendar;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Acts whose timelines are worked out side by side before they are written; bounds memory.
const BATCH: usize = 64;

/// How far a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
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
    let inputs = hash(&folder);
    let mut unread: Vec<BuildError> = folder.faults.drain(..).map(BuildError::from).collect();
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
    let history = layout.history();
    // Without its history an index does not tell what its other acts say.
    let old = old.filter(|_| history.is_some());
    let work = Work { folder: &folder, inputs: &inputs, progress };
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
    (stamp.tool == TOOL).then(|| layout.manifest().ok()).flatten()
}

/// Why the texts that an index leaves out cannot be read.
fn still_unread(folder: &CorpusFolder, inputs: &Inputs, known: &Manifest) -> Vec<BuildError> {
    let left_out = inputs.texts.iter().filter(|(path, _)| !known.texts.contains_key(*path));
    let folders: BTreeSet<usize> = left_out.map(|(_, text)| text.folder).collect();
    let mut holders = Holders::default();
    for (path, text) in &known.texts {
        if let Some(now) = inputs.texts.get(path) {
            holders.0.entry(text.act.clone()).or_insert(now.folder);
        }
    }
    let mut unread = Vec::new();
    for number in folders {
        let read = read_act(&folder.acts[number]);
        unread.extend(read.faults.into_iter().map(BuildError::from));
        if let Some((identity, _)) = read.act {
            unread.extend(holders.refused(&identity.id, number, folder));
        }
    }
    unread
}

/// The folder that holds each act: of two the first by name.
#[derive(Default)]
struct Holders(BTreeMap<ActId, usize>);

impl Holders {
    /// Why an act in this folder is left out; `None` where it is the one that counts.
    fn refused(&self, act: &ActId, number: usize, folder: &CorpusFolder) -> Option<BuildError> {
        let holder = *self.0.get(act).filter(|holder| **holder != number)?;
        let name = |number: usize| folder.acts[number].card_path.clone();
        Some(BuildError::SameAct(act.iri(), name(holder), name(number)))
    }
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
    /// Acts of the corpus by folder, as far as they were read.
    read: BTreeMap<usize, Arc<(Identity, Vec<ReadText>)>>,
    /// What could not be read.
    unread: Vec<BuildError>,
}

impl Work<'_> {
    fn plan(&self, old: Option<Manifest>) -> Plan {
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
            unread: Vec::new(),
        };
        plan.manifest.facts = self.inputs.facts.clone();
        let before = Aliases::of(&old);
        self.read(&mut plan, changed.into_iter().collect());
        let holders = self.leave_doubles_out(&mut plan, &old);
        let mut days_changed: BTreeSet<ActId> = BTreeSet::new();
        for (path, text) in &old.texts {
            let now = self.inputs.texts.get(path);
            let kept = now.is_some_and(|now| {
                let same = now.hash == text.hash && now.card == text.card;
                same && holders.0.get(&text.act).is_none_or(|holder| *holder == now.folder)
            });
            if kept {
                plan.manifest.texts.insert(path.clone(), text.clone());
            } else {
                reach(&mut plan.reached, text);
                plan.reached.extend(before.amended(text));
                days_changed.insert(text.act.clone());
            }
        }
        for (path, now) in &self.inputs.texts {
            let Some(act) = plan.read.get(&now.folder) else { continue };
            let (identity, texts) = act.as_ref();
            let same = |text: &&ReadText| text.tree.source.file.as_ref() == path.as_str();
            let Some(text) = texts.iter().find(same) else { continue };
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
            plan.manifest.texts.insert(path.clone(), entry);
        }
        // The days of an act move the changes that others say it made.
        for text in plan.manifest.texts.values() {
            if text.names.iter().any(|named| days_changed.contains(named)) {
                plan.reached.insert(text.act.clone());
            }
        }
        plan.aliases = Aliases::of(&plan.manifest);
        for (path, text) in &plan.manifest.texts {
            if self.inputs.texts.get(path).is_some_and(|now| plan.read.contains_key(&now.folder)) {
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
        plan
    }

    /// Reads the acts of these folders that are not read yet.
    fn read(&self, plan: &mut Plan, folders: Vec<usize>) {
        let missing: Vec<usize> =
            folders.into_iter().filter(|number| !plan.read.contains_key(number)).collect();
        let total = missing.len();
        let done = std::sync::atomic::AtomicUsize::new(0);
        let acts: Vec<_> = missing
            .par_iter()
            .map(|number| {
                let act = read_act(&self.folder.acts[*number]);
                let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
                (self.progress)(Progress::Reading(done, total));
                act
            })
            .collect();
        for (number, read) in missing.into_iter().zip(acts) {
            plan.unread.extend(read.faults.into_iter().map(BuildError::from));
            if let Some(act) = read.act {
                plan.read.insert(number, Arc::new(act));
            }
        }
    }

    /// Of folders that hold the same act, the first by name counts.
    fn leave_doubles_out(&self, plan: &mut Plan, old: &Manifest) -> Holders {
        let unchanged = old.texts.iter().filter_map(|(path, text)| {
            let now = self.inputs.texts.get(path)?;
            (!plan.read.contains_key(&now.folder)).then_some((text.act.clone(), now.folder))
        });
        let read = plan.read.iter().map(|(number, act)| (act.0.id.clone(), *number));
        let held: BTreeSet<(ActId, usize)> = unchanged.chain(read).collect();
        let mut holders = Holders::default();
        for (act, number) in &held {
            holders.0.entry(act.clone()).or_insert(*number);
        }
        for (act, number) in &held {
            if let Some(fault) = holders.refused(act, *number, self.folder) {
                plan.read.remove(number);
                plan.unread.push(fault);
            }
        }
        holders
    }

    /// Writes the reached acts and tells what they say now, by IRI; `None` for one that is gone.
    fn write(
        &self,
        plan: &mut Plan,
        writer: &mut Writer,
        report: &mut Report,
    ) -> Result<BTreeMap<String, Option<ActDigest>>, BuildError> {
        let mut said = BTreeMap::new();
        let reached: Vec<ActId> = std::mem::take(&mut plan.reached).into_iter().collect();
        let total = reached.len();
        let mut written = 0;
        for batch in reached.chunks(BATCH) {
            // The acts of the batch, those that amend them, and those that amend these orders.
            let mut around: BTreeSet<ActId> = batch.iter().cloned().collect();
            for _ in 0..2 {
                let amenders = plan.manifest.texts.values().filter(|text| {
                    plan.aliases.amended(text).iter().any(|amended| around.contains(amended))
                });
                let amenders: Vec<ActId> = amenders.map(|text| text.act.clone()).collect();
                around.extend(amenders);
            }
            let feeding: BTreeSet<usize> = plan
                .manifest
                .texts
                .iter()
                .filter(|(_, text)| around.contains(&text.act))
                .filter_map(|(path, _)| self.inputs.texts.get(path))
                .map(|now| now.folder)
                .collect();
            self.read(plan, feeding.into_iter().collect());
            let known = &plan.read;
            let manifest = &plan.manifest;
            let aliases = &plan.aliases;
            let calendar = Arc::new(Calendar {
                known: manifest.texts.values().map(|text| (text.act.clone(), text.days)).collect(),
                facts: self.folder.facts.clone(),
            });
            let done: Vec<Option<(StoredAct, Vec<StoredVersion>, ActDigest)>> = batch
                .par_iter()
                .map(|act| {
                    let (act, versions) = work_out(act, known, manifest, aliases, &calendar)?;
                    let digest = ActDigest::of(&act, &versions);
                    Some((act, versions, digest))
                })
                .collect();
            for (act, done) in batch.iter().zip(done) {
                writer.remove(&act.iri());
                let digest = match done {
                    Some((act, versions, digest)) => {
                        writer.add(&act, &versions).map_err(BuildError::Index)?;
                        report.versions += versions.len();
                        Some(digest)
                    }
                    None => None,
                };
                said.insert(act.iri(), digest);
                written += 1;
                (self.progress)(Progress::Writing(written, total));
            }
        }
        Ok(said)
    }
}

fn reach(reached: &mut BTreeSet<ActId>, text: &TextInputs) {
    reached.insert(text.act.clone());
    reached.extend(text.amends.iter().cloned());
    reached.extend(text.names.iter().cloned());
}
