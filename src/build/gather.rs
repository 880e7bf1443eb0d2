//! An index and its corpus → everything known of some acts, read anew from the texts that feed them
//! and from no others.

use super::BuildError;
use super::act::record;
use super::alias::Aliases;
use crate::corpus::{Identity, ReadText, read_act};
use crate::index::Layout;
use crate::model::act::ActId;
use crate::source::folder::CorpusFolder;
use crate::timeline::record::{ActRecord, Calendar};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// How far amendments of amendments are followed: the acts, those that amend them, and those that
/// amend these orders.
const REACH: usize = 2;

/// The acts on which an act has orders, as far as an index knows.
///
/// # Errors
/// An index that cannot be read.
pub fn amended(index: &Path, act: &ActId) -> Result<Vec<ActId>, BuildError> {
    let manifest = Layout::new(index).manifest().map_err(BuildError::Index)?;
    let aliases = Aliases::of(&manifest);
    let own = manifest.texts.values().filter(|text| text.act == *act);
    let amended: BTreeSet<ActId> = own.flat_map(|text| aliases.amended(text)).collect();
    Ok(amended.into_iter().filter(|other| other != act).collect())
}

/// The records of these acts, in their order; acts of which no input speaks are left out.
///
/// # Errors
/// A corpus or an index that cannot be read.
pub fn gather(corpus: &Path, index: &Path, acts: &[ActId]) -> Result<Vec<ActRecord>, BuildError> {
    let manifest = Layout::new(index).manifest().map_err(BuildError::Index)?;
    let folder = CorpusFolder::open(corpus)?;
    let aliases = Aliases::of(&manifest);
    let mut around: BTreeSet<ActId> = acts.iter().cloned().collect();
    for _ in 0..REACH {
        let amenders = manifest
            .texts
            .values()
            .filter(|text| aliases.amended(text).iter().any(|amended| around.contains(amended)));
        let amenders: Vec<ActId> = amenders.map(|text| text.act.clone()).collect();
        around.extend(amenders);
    }
    let feeds = |number: &usize| {
        folder.acts[*number].texts.iter().any(|file| {
            manifest.texts.get(&file.shown).is_some_and(|text| around.contains(&text.act))
        })
    };
    let feeding: Vec<usize> = (0..folder.acts.len()).filter(feeds).collect();
    // What cannot be read is told by the build, which leaves it out.
    let read: Vec<(usize, (Identity, Vec<ReadText>))> = feeding
        .into_par_iter()
        .filter_map(|number| Some((number, read_act(&folder.acts[number]).act?)))
        .collect();
    let read: BTreeMap<usize, Arc<(Identity, Vec<ReadText>)>> =
        read.into_iter().map(|(number, act)| (number, Arc::new(act))).collect();
    let calendar = Arc::new(Calendar {
        known: manifest.texts.values().map(|text| (text.act.clone(), text.days)).collect(),
        facts: folder.facts.clone(),
    });
    let record = |act| record(act, &read, &manifest, &aliases, &calendar);
    Ok(acts.iter().filter_map(record).collect())
}
