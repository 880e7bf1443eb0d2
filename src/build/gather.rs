//! An index and its corpus → everything known of some acts, read anew from the texts that feed them
//! and from no others.

use super::BuildError;
use super::act::record;
use super::alias::Aliases;
use super::texts::{Read, Texts};
use crate::corpus::read_act;
use crate::index::Layout;
use crate::model::act::ActId;
use crate::source::folder::CorpusFolder;
use crate::timeline::record::ActRecord;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

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
    let paths: HashMap<&str, usize> = folder
        .acts
        .iter()
        .enumerate()
        .flat_map(|(number, act)| act.texts.iter().map(move |file| (file.shown.as_str(), number)))
        .collect();
    let mut texts = Texts::new(&manifest, Aliases::of(&manifest), &folder.facts, |path| {
        paths.get(path).copied()
    });
    let feeding = texts.feeding.around(acts);
    // What cannot be read is told by the build, which leaves it out.
    let read: Vec<(usize, Arc<Read>)> = feeding
        .into_par_iter()
        .filter_map(|number| Some((number, Arc::new(read_act(&folder.acts[number]).act?))))
        .collect();
    texts.read.extend(read);
    Ok(acts.iter().filter_map(|act| record(act, &texts)).collect())
}
