//! An open index that questions are put to, and the ways in which a question can be refused.

use super::absent::Absent;
use super::answer::{ActInfo, WitnessInfo};
use super::search::Places;
use crate::index::{History, Index, IndexError, Layout, Stamp, StoredAct};
use crate::model::act::ActId;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Why a question got no answer.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are named by their variant's sentence")]
pub enum Refusal {
    /// No act is called that; the nearest ones.
    UnknownAct { asked: String, candidates: Vec<String> },
    /// Several acts are called that.
    SeveralActs { asked: String, candidates: Vec<String> },
    /// The words are no address at all.
    NoAddress { asked: String },
    /// The act has no such place; its printed neighbours, and the nearest names.
    UnknownAddress {
        act: String,
        asked: String,
        absent: Option<Box<Absent>>,
        candidates: Vec<String>,
    },
    /// Several documents of the act have such a place.
    SeveralAddresses { act: String, asked: String, candidates: Vec<String> },
    /// The index cannot be read.
    Index(IndexError),
}

impl From<IndexError> for Refusal {
    fn from(error: IndexError) -> Self {
        Refusal::Index(error)
    }
}

/// Identity and title of an act.
type ActName = (ActId, Option<String>);

/// An act that was met.
#[derive(Debug, Clone)]
struct Met {
    name: ActName,
    /// True where it is only named.
    referenced: bool,
}

/// An open index.
pub struct Engine {
    pub(super) index: Index,
    /// Acts that were met, by IRI: an answer names the act of every hit and of every change.
    met: Mutex<HashMap<String, Met>>,
    /// Provisions that were met, by document.
    pub(super) places: Places,
}

impl Engine {
    /// Opens the index in use in a folder.
    ///
    /// # Errors
    /// See [`IndexError`].
    pub fn open(index: &Path) -> Result<Engine, IndexError> {
        let index = Index::open(&Layout::new(index))?;
        Ok(Engine { index, met: Mutex::default(), places: Places::default() })
    }

    /// What the index was made of.
    pub fn stamp(&self) -> &Stamp {
        self.index.stamp()
    }

    /// The builds of the index.
    ///
    /// # Errors
    /// A damaged index.
    pub fn builds(&self) -> Result<History, IndexError> {
        self.index.history()
    }

    /// The names of the files of the index that are not as they were written: reads all of them.
    ///
    /// # Errors
    /// An index that cannot be read at all.
    pub fn damaged_files(&self) -> Result<Vec<String>, IndexError> {
        self.index.damaged_files()
    }

    /// Every act, by IRI.
    ///
    /// # Errors
    /// A damaged index.
    pub fn acts(&self) -> Result<Vec<ActInfo>, Refusal> {
        Ok(self.index.acts()?.into_iter().map(info).collect())
    }

    /// What is known of an act of the index.
    ///
    /// # Errors
    /// A damaged index, or one that does not have the act.
    pub fn known_act(&self, act: &ActId) -> Result<ActInfo, Refusal> {
        let iri = act.iri();
        let found = self.index.act(&iri)?.ok_or_else(|| self.lost(&iri))?;
        Ok(info(found))
    }

    fn lost(&self, iri: &str) -> IndexError {
        IndexError::Damaged { path: self.index.shown(), cause: iri.to_string() }
    }

    /// The act with this IRI, which a version of the index names.
    pub(super) fn act_name(&self, iri: &str) -> Result<ActName, IndexError> {
        Ok(self.meet(iri)?.ok_or_else(|| self.lost(iri))?.name)
    }

    /// Those of these acts of which the corpus has a text. The others of the index are not looked
    /// at, however many there are.
    pub(super) fn with_text<'a>(
        &self,
        acts: impl IntoIterator<Item = &'a ActId>,
    ) -> Result<HashSet<ActId>, IndexError> {
        let mut asked: HashSet<&ActId> = HashSet::new();
        let mut found = HashSet::new();
        for act in acts {
            if asked.insert(act) && self.meet(&act.iri())?.is_some_and(|met| !met.referenced) {
                found.insert(act.clone());
            }
        }
        Ok(found)
    }

    fn meet(&self, iri: &str) -> Result<Option<Met>, IndexError> {
        // A table of acts is whole even where somebody panicked over it.
        let table = || self.met.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = table().get(iri) {
            return Ok(Some(known.clone()));
        }
        let Some(act) = self.index.act(iri)? else { return Ok(None) };
        let met = Met { name: (act.id, act.title), referenced: act.referenced };
        table().insert(iri.to_string(), met.clone());
        Ok(Some(met))
    }
}

pub(super) fn info(act: StoredAct) -> ActInfo {
    let witnesses = act.witnesses.into_iter().map(|witness| WitnessInfo {
        file: witness.file,
        role: witness.role,
        component: witness.component,
    });
    ActInfo {
        witnesses: witnesses.collect(),
        id: act.id,
        title: act.title,
        titles: act.titles,
        horizon: act.horizon,
        referenced: act.referenced,
        components: act.components,
        amending: act.amending,
        amending_on_adoption: act.amending_on_adoption,
    }
}
