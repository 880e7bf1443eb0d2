//! The inputs of the index in use and those of today → what the next index is made of, and which
//! acts have to be worked out anew for it.

use super::BuildError;
use super::alias::{Aliases, called};
use super::holders::Holders;
use super::inputs::{Inputs, TextHash};
use super::run::Progress;
use super::shelf::Shelf;
use super::texts::Read;
use super::write::{BATCH, characters};
use crate::corpus::read_act;
use crate::index::{Manifest, TextInputs};
use crate::model::act::ActId;
use crate::model::instruction::CitedTitle;
use crate::source::folder::CorpusFolder;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// The corpus as a build meets it.
pub struct Work<'a> {
    /// Its folders.
    pub folder: &'a CorpusFolder,
    /// The hashes of its files.
    pub inputs: &'a Inputs,
    /// The folder of the index, where there is room for what does not fit into memory.
    pub index: &'a Path,
    /// Characters of texts that memory has room for, read.
    pub kept: usize,
    /// Told how far the build is.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

/// What has to be done.
pub struct Plan {
    /// The inputs of the new index.
    pub manifest: Manifest,
    /// Other names of the acts in it.
    pub aliases: Aliases,
    /// The acts that changed inputs reach.
    pub reached: BTreeSet<ActId>,
    /// True when the documents of other acts are taken over.
    pub base: bool,
    /// Acts of the corpus by folder, as they were read; none where memory has no room for them.
    pub read: BTreeMap<usize, Arc<Read>>,
    /// The acts that were read, where memory has no room for them.
    pub shelf: Option<Shelf>,
    /// What could not be read, in the order of the folders; then what lies there twice.
    pub unread: Vec<BuildError>,
    /// The folders in which something changed.
    changed: BTreeSet<usize>,
}

impl Work<'_> {
    /// Compares the inputs of an index, where there is one to begin with, with those of today.
    pub fn plan(&self, old: Option<Manifest>) -> Plan {
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
            shelf: None,
            unread: Vec::new(),
            changed,
        };
        plan.manifest.facts = self.inputs.facts.clone();
        let before = Aliases::of(&old);
        let mut days_changed: BTreeSet<ActId> = BTreeSet::new();
        let holders = self.read_changed(&mut plan, &old, &mut days_changed);
        for (path, mut text) in old.texts {
            let now = self.inputs.texts.get(&path);
            let kept = now.filter(|now| {
                !plan.changed.contains(&now.folder) && !holders.is_left_out(&text.act, now.folder)
            });
            if let Some(now) = kept {
                text.seen.clone_from(&now.seen);
                plan.manifest.texts.insert(path, text);
            } else {
                reach(&mut plan.reached, &text);
                plan.reached.extend(before.amended(&text));
                days_changed.insert(text.act);
            }
        }
        // The days of an act move the changes that others say it made.
        for text in plan.manifest.texts.values() {
            if text.names.iter().any(|named| days_changed.contains(named)) {
                plan.reached.insert(text.act.clone());
            }
        }
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
        let renamed = plan.aliases != before;
        for text in plan.manifest.texts.values().filter(|_| renamed) {
            let (then, now) = (before.amended(text), plan.aliases.amended(text));
            plan.reached.extend(then.symmetric_difference(&now).cloned());
            // Of two acts with one title each takes from the other what is certain.
            if then != now {
                plan.reached.extend(now);
            }
        }
        plan
    }

    /// Reads the changed folders, in their order, and enters their texts in the manifest.
    fn read_changed(
        &self,
        plan: &mut Plan,
        old: &Manifest,
        days_changed: &mut BTreeSet<ActId>,
    ) -> Holders {
        let changed: Vec<usize> = plan.changed.iter().copied().collect();
        let mut holders = Holders::of(old, self.inputs, |folder| !plan.changed.contains(&folder));
        let mut kept = 0;
        let mut done = 0;
        let mut batches = changed.chunks(BATCH).peekable();
        let read =
            |batch: Option<&&[usize]>| self.read(batch.into_iter().copied().flatten().copied());
        let mut next = read(batches.peek());
        while let Some(batch) = batches.next() {
            let (acts, unread) = std::mem::take(&mut next);
            plan.unread.extend(unread);
            done += batch.len();
            (self.progress)(Progress::Reading(done, changed.len()));
            let enter = || {
                let mut held = Vec::with_capacity(acts.len());
                for (number, act) in acts {
                    if !holders.take(&act.0.id, number) {
                        continue;
                    }
                    for (path, entry) in self.entries(&act) {
                        reach(&mut plan.reached, &entry);
                        plan.manifest.texts.insert(path, entry);
                    }
                    days_changed.insert(act.0.id.clone());
                    kept += characters(&act);
                    held.push((number, act));
                }
                self.keep(plan, held, kept);
            };
            ((), next) = rayon::join(enter, || read(batches.peek()));
        }
        plan.unread.extend(holders.left_out(self.folder));
        holders
    }

    /// Keeps acts for when they are worked out, all of them together of so many characters.
    fn keep(&self, plan: &mut Plan, acts: Vec<(usize, Arc<Read>)>, characters: usize) {
        if characters > self.kept && plan.shelf.is_none() {
            // Where none can be had, acts are read again.
            plan.shelf = Shelf::new(self.index).ok();
            let read: Vec<_> = std::mem::take(&mut plan.read).into_iter().collect();
            plan.shelf.iter_mut().for_each(|shelf| shelf.put(&read));
        }
        match &mut plan.shelf {
            Some(shelf) => shelf.put(&acts),
            None if characters <= self.kept => plan.read.extend(acts),
            None => {}
        }
    }

    /// What the manifest says of the texts of an act, by path.
    fn entries(&self, (identity, texts): &Read) -> Vec<(String, TextInputs)> {
        let named = |cited: &CitedTitle| (cited.form, called(cited.form, &cited.title));
        let entry = |text: &crate::corpus::ReadText| {
            let path = text.tree.source.file.to_string();
            let TextHash { hash, card, seen, .. } = self.inputs.texts.get(&path)?.clone();
            let entry = TextInputs {
                hash,
                seen,
                card,
                act: identity.id.clone(),
                days: identity.days,
                called: identity.title.as_ref().map(|title| called(identity.id.form, title)),
                amends: text.orders.targets.clone(),
                cites: text.orders.cited.iter().map(named).collect(),
                names: text.named(),
            };
            Some((path, entry))
        };
        texts.iter().filter_map(entry).collect()
    }

    /// Reads the acts of these folders, side by side, and tells what of them cannot be read.
    pub fn read(
        &self,
        folders: impl IntoIterator<Item = usize>,
    ) -> (Vec<(usize, Arc<Read>)>, Vec<BuildError>) {
        let folders: Vec<usize> = folders.into_iter().collect();
        let read: Vec<_> =
            folders.par_iter().map(|number| read_act(&self.folder.acts[*number])).collect();
        let mut acts = Vec::with_capacity(folders.len());
        let mut unread = Vec::new();
        for (number, read) in folders.into_iter().zip(read) {
            unread.extend(read.faults.into_iter().map(BuildError::from));
            acts.extend(read.act.map(|act| (number, Arc::new(act))));
        }
        (acts, unread)
    }
}

fn reach(reached: &mut BTreeSet<ActId>, text: &TextInputs) {
    reached.insert(text.act.clone());
    reached.extend(text.amends.iter().cloned());
    reached.extend(text.names.iter().cloned());
}
