//! Every input of a build with its content hash, and the hash over them all.

use crate::source::folder::{ActFolder, CorpusFolder, TextFile};
use crate::source::read_bytes;
use rayon::prelude::*;
use std::collections::BTreeMap;

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

/// The hashes of the texts of an act; empty for one that cannot be read.
fn hashes_of(folder: &ActFolder) -> Vec<String> {
    let hash = |file: &TextFile| {
        let bytes = read_bytes(&file.path).ok();
        bytes.map(|bytes| blake3::hash(&bytes).to_hex().to_string()).unwrap_or_default()
    };
    folder.texts.iter().map(hash).collect()
}

/// Hashes every file that a build reads.
pub fn hash(corpus: &CorpusFolder) -> Inputs {
    let facts = blake3::hash(&corpus.facts_bytes).to_hex().to_string();
    let mut texts = BTreeMap::new();
    let mut all = blake3::Hasher::new();
    all.update(facts.as_bytes());
    let hashes: Vec<Vec<String>> = corpus.acts.par_iter().map(hashes_of).collect();
    for (number, (folder, hashes)) in corpus.acts.iter().zip(hashes).enumerate() {
        let card = blake3::hash(&folder.card_bytes).to_hex().to_string();
        all.update(folder.card_path.as_bytes());
        all.update(card.as_bytes());
        for (text, (file, hash)) in folder.texts.iter().zip(hashes).enumerate() {
            all.update(file.shown.as_bytes());
            all.update(hash.as_bytes());
            let entry = TextHash { folder: number, text, hash, card: card.clone() };
            texts.insert(file.shown.clone(), entry);
        }
    }
    // Answers of a corpus that lacks something are other answers.
    for fault in &corpus.faults {
        all.update(fault.path().as_bytes());
    }
    Inputs { texts, facts, corpus: all.finalize().to_hex().to_string() }
}
