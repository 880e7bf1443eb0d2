//! The folders in which an act lies → the one that counts: of two, the first by name. The others
//! are left out and told.

use super::BuildError;
use super::inputs::Inputs;
use crate::corpus::read_act;
use crate::index::Manifest;
use crate::model::act::ActId;
use crate::source::folder::CorpusFolder;
use std::collections::{BTreeMap, BTreeSet};

/// The folder that holds each act, as positions in the corpus.
#[derive(Debug, Default)]
pub struct Holders {
    first: BTreeMap<ActId, usize>,
    others: BTreeSet<(ActId, usize)>,
}

impl Holders {
    /// Of the texts of a manifest, as far as their folders are among these.
    pub fn of(manifest: &Manifest, inputs: &Inputs, among: impl Fn(usize) -> bool) -> Holders {
        let mut holders = Holders::default();
        for (path, text) in &manifest.texts {
            if let Some(now) = inputs.texts.get(path).filter(|now| among(now.folder)) {
                holders.take(&text.act, now.folder);
            }
        }
        holders
    }

    /// Enters an act that lies in this folder; true where that is the one that counts so far.
    pub fn take(&mut self, act: &ActId, folder: usize) -> bool {
        let first = self.first.entry(act.clone()).or_insert(folder);
        let other = if folder < *first { std::mem::replace(first, folder) } else { folder };
        let counts = *first == folder;
        if other != *first {
            self.others.insert((act.clone(), other));
        }
        counts
    }

    /// True where the act in this folder is left out for another one.
    pub fn is_left_out(&self, act: &ActId, folder: usize) -> bool {
        self.first.get(act).is_some_and(|first| *first != folder)
    }

    /// What was left out and why, by act.
    pub fn left_out(&self, corpus: &CorpusFolder) -> Vec<BuildError> {
        let name = |number: usize| corpus.acts[number].card_path.clone();
        let told = |(act, other): &(ActId, usize)| {
            let first = *self.first.get(act)?;
            Some(BuildError::SameAct(act.iri(), name(first), name(*other)))
        };
        self.others.iter().filter_map(told).collect()
    }
}

/// Why the texts that an index leaves out cannot be read.
pub fn still_unread(corpus: &CorpusFolder, inputs: &Inputs, known: &Manifest) -> Vec<BuildError> {
    let left_out = inputs.texts.iter().filter(|(path, _)| !known.texts.contains_key(*path));
    let folders: BTreeSet<usize> = left_out.map(|(_, text)| text.folder).collect();
    let mut holders = Holders::of(known, inputs, |_| true);
    let mut unread = Vec::new();
    for number in folders {
        let read = read_act(&corpus.acts[number]);
        unread.extend(read.faults.into_iter().map(BuildError::from));
        if let Some((identity, _)) = read.act {
            holders.take(&identity.id, number);
        }
    }
    unread.extend(holders.left_out(corpus));
    unread
}
