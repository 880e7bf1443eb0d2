//! Every input of a build with its content hash, and the hash over them all. A text that looks as it
//! did when it was hashed is not read again.

use crate::index::Manifest;
use crate::source::folder::{ActFolder, CorpusFolder, TextFile};
use crate::source::read_bytes;
use crate::source::seen::{Seen, seen};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::time::SystemTime;

/// The hashes of a text and of the card that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextHash {
    /// Position of the act's folder in the corpus.
    pub folder: usize,
    /// Position of the text in its card.
    pub text: usize,
    /// BLAKE3 of the text; empty for one that cannot be read.
    pub hash: String,
    /// BLAKE3 of the card.
    pub card: String,
    /// How the text looked before it was hashed; `None` where that tells nothing.
    pub seen: Option<Seen>,
}

/// The hashes of a corpus.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// By path as shown to users.
    pub texts: BTreeMap<String, TextHash>,
    /// Hash of the table of facts.
    pub facts: String,
    /// Hash over paths and hashes of everything, and the paths of what cannot be read.
    pub corpus: String,
}

/// What an earlier build hashed, and the time now.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Its inputs.
    pub manifest: Option<&'a Manifest>,
    /// By the clock of the file system; `None` where it tells none.
    pub now: Option<SystemTime>,
}

impl Known<'_> {
    /// How a text looks, and its hash.
    fn hash(&self, file: &TextFile) -> (Option<Seen>, String) {
        // Looked at before it is read: what is written meanwhile looks otherwise.
        let look = self.now.and_then(|now| seen(&file.path, now));
        let before = self.manifest.and_then(|manifest| manifest.texts.get(&file.shown));
        if let Some(before) = before.filter(|before| look.is_some() && before.seen == look) {
            return (look, before.hash.clone());
        }
        let bytes = read_bytes(&file.path).ok();
        let hash = bytes.map(|bytes| blake3::hash(&bytes).to_hex().to_string());
        (look, hash.unwrap_or_default())
    }

    /// Of the texts of an act.
    fn hashes_of(&self, folder: &ActFolder) -> Vec<(Option<Seen>, String)> {
        folder.texts.iter().map(|file| self.hash(file)).collect()
    }
}

/// The hashes of every file that a build reads. The hash of one that cannot be read is empty.
pub fn hash(corpus: &CorpusFolder, known: Known<'_>) -> Inputs {
    let facts = blake3::hash(&corpus.facts_bytes).to_hex().to_string();
    let mut texts = BTreeMap::new();
    let mut all = blake3::Hasher::new();
    all.update(facts.as_bytes());
    let hashes: Vec<Vec<_>> =
        corpus.acts.par_iter().map(|folder| known.hashes_of(folder)).collect();
    for (number, (folder, hashes)) in corpus.acts.iter().zip(hashes).enumerate() {
        let card = blake3::hash(&folder.card_bytes).to_hex().to_string();
        all.update(folder.card_path.as_bytes());
        all.update(card.as_bytes());
        for (text, (file, (seen, hash))) in folder.texts.iter().zip(hashes).enumerate() {
            all.update(file.shown.as_bytes());
            all.update(hash.as_bytes());
            let entry = TextHash { folder: number, text, hash, card: card.clone(), seen };
            texts.insert(file.shown.clone(), entry);
        }
    }
    // Answers of a corpus that lacks something are other answers.
    for fault in &corpus.faults {
        all.update(fault.path().as_bytes());
    }
    Inputs { texts, facts, corpus: all.finalize().to_hex().to_string() }
}
