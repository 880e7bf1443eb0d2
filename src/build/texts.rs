//! The acts that were read for a build, with who amends whom → look-ups by act, so that working
//! out an act costs its own texts and those of its amenders, however large the corpus is.

use super::alias::Aliases;
use crate::corpus::{Identity, ReadText};
use crate::index::{Manifest, TextInputs};
use crate::model::act::ActId;
use crate::source::facts::Facts;
use crate::timeline::record::Calendar;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// How far amendments of amendments are followed: the acts, those that amend them, and those that
/// amend these orders.
const REACH: usize = 2;

/// An act of the corpus with its texts.
pub type Read = (Identity, Vec<ReadText>);

/// Which texts feed which act, by a manifest: folders are positions in the corpus.
#[derive(Debug, Default)]
pub struct Feeding {
    folders: HashMap<ActId, usize>,
    /// The way back.
    acts: HashMap<usize, ActId>,
    amenders: HashMap<ActId, BTreeSet<usize>>,
    amended: HashMap<usize, BTreeSet<ActId>>,
    named: HashSet<ActId>,
}

impl Feeding {
    /// By the texts of a manifest; `folder` tells where a text lies by its path.
    pub fn of(
        manifest: &Manifest,
        aliases: &Aliases,
        folder: impl Fn(&str) -> Option<usize>,
    ) -> Feeding {
        let mut feeding = Feeding::default();
        for (path, text) in &manifest.texts {
            feeding.named.extend(text.names.iter().cloned());
            if let Some(folder) = folder(path) {
                feeding.take(text, folder, aliases);
            }
        }
        feeding
    }

    fn take(&mut self, text: &TextInputs, folder: usize, aliases: &Aliases) {
        self.folders.insert(text.act.clone(), folder);
        self.acts.insert(folder, text.act.clone());
        for act in aliases.amended(text) {
            self.amenders.entry(act.clone()).or_default().insert(folder);
            self.amended.entry(folder).or_default().insert(act);
        }
    }

    /// The folders of acts, of those that amend them and, as far as amendments of amendments are
    /// followed, of those that amend these.
    pub fn around(&self, acts: &[ActId]) -> BTreeSet<usize> {
        let mut folders: BTreeSet<usize> = BTreeSet::new();
        let mut edge: Vec<&ActId> = acts.iter().collect();
        folders.extend(edge.iter().filter_map(|act| self.folders.get(*act)));
        for _ in 0..REACH {
            let amenders = edge.iter().filter_map(|act| self.amenders.get(*act)).flatten();
            let new: BTreeSet<usize> =
                amenders.copied().filter(|folder| !folders.contains(folder)).collect();
            edge = new.iter().filter_map(|folder| self.acts.get(folder)).collect();
            folders.extend(new);
        }
        folders
    }

    /// The acts in an order in which those that share texts stand near to each other.
    pub fn by_kin(&self, acts: BTreeSet<ActId>) -> Vec<ActId> {
        let mut ordered = Vec::with_capacity(acts.len());
        let mut seen: HashSet<&ActId> = HashSet::new();
        let mut passed: HashSet<usize> = HashSet::new();
        let mut edge: Vec<&ActId> = Vec::new();
        for act in &acts {
            edge.push(act);
            while let Some(act) = edge.pop() {
                if !seen.insert(act) {
                    continue;
                }
                if acts.contains(act) {
                    ordered.push(act.clone());
                }
                let own = self.folders.get(act);
                let amenders = self.amenders.get(act).into_iter().flatten();
                let shared = own.into_iter().chain(amenders);
                let shared = shared.filter(|folder| passed.insert(**folder));
                edge.extend(shared.filter_map(|folder| self.amended.get(folder)).flatten());
            }
        }
        ordered
    }
}

/// The acts that were read, and everything that is known of their days.
pub struct Texts {
    /// By folder.
    pub read: BTreeMap<usize, Arc<Read>>,
    /// Which of them feed which act.
    pub feeding: Feeding,
    /// Other names of acts.
    pub aliases: Aliases,
    /// The days of acts.
    pub calendar: Arc<Calendar>,
}

impl Texts {
    /// Those that a manifest names, none of them read yet.
    pub fn new(
        manifest: &Manifest,
        aliases: Aliases,
        facts: &Facts,
        folder: impl Fn(&str) -> Option<usize>,
    ) -> Texts {
        let known = manifest.texts.values().map(|text| (text.act.clone(), text.days)).collect();
        Texts {
            read: BTreeMap::new(),
            feeding: Feeding::of(manifest, &aliases, folder),
            calendar: Arc::new(Calendar { known, facts: facts.clone() }),
            aliases,
        }
    }

    /// The act with its texts, where the corpus has it.
    pub fn own(&self, act: &ActId) -> Option<&Read> {
        let folder = self.feeding.folders.get(act)?;
        self.read.get(folder).map(Arc::as_ref)
    }

    /// The acts whose texts have orders on an act, in the order of their folders.
    pub fn amenders(&self, act: &ActId) -> impl Iterator<Item = &Read> {
        let folders = self.feeding.amenders.get(act).into_iter().flatten();
        folders.filter_map(|folder| self.read.get(folder)).map(Arc::as_ref)
    }

    /// True where a note names the act.
    pub fn is_named(&self, act: &ActId) -> bool {
        self.feeding.named.contains(act)
    }
}
