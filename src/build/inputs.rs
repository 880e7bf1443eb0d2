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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::TextInputs;
    use crate::model::act::{ActId, ActType, Issuer};
    use crate::model::day::{ActDays, Adopted};
    use std::fs;
    use std::path::Path;
    use std::time::Duration;

    fn corpus(root: &Path, words: &str) -> CorpusFolder {
        let act = root.join("corpus/act");
        fs::create_dir_all(&act).expect("a folder");
        let card = "[act]\ntype = \"law\"\n\n[[text]]\nfile = \"a.md\"\nrole = \"original\"\n";
        fs::write(act.join("act.toml"), card).expect("a card");
        fs::write(act.join("a.md"), words).expect("a text");
        CorpusFolder::open(&root.join("corpus")).expect("a corpus")
    }

    /// A manifest that says of the one text of a corpus what these inputs say.
    fn manifest(inputs: &Inputs, hash: &str) -> Manifest {
        let (path, text) = inputs.texts.iter().next().expect("a text");
        let adopted = Adopted(jiff::civil::date(2020, 1, 1));
        let act =
            ActId { adopted, form: ActType::Law, issuer: Issuer::parliament(), number: "1".into() };
        let entry = TextInputs {
            hash: hash.to_owned(),
            seen: text.seen.clone(),
            card: text.card.clone(),
            act,
            days: ActDays { adopted, registered: None, published: None },
            called: None,
            amends: Vec::new(),
            cites: Vec::new(),
            names: Vec::new(),
        };
        Manifest { facts: inputs.facts.clone(), texts: [(path.clone(), entry)].into() }
    }

    fn first(inputs: &Inputs) -> &TextHash {
        inputs.texts.values().next().expect("a text")
    }

    #[test]
    fn only_what_looks_otherwise_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let now = SystemTime::now();
        let later = Some(now + Duration::from_secs(60));
        let one = corpus(folder.path(), "бір");
        let young = hash(&one, Known { manifest: None, now: Some(now) });
        assert_eq!(first(&young).seen, None);
        let old = hash(&one, Known { manifest: None, now: later });
        assert_eq!(first(&old).hash, first(&young).hash);
        // A hash that no text has shows that the text was not read.
        let known = "0".repeat(64);
        let manifest = manifest(&old, &known);
        let hashed = |corpus: &CorpusFolder, now| {
            let known = Known { manifest: Some(&manifest), now };
            first(&hash(corpus, known)).hash.clone()
        };
        assert_eq!(hashed(&one, later), known);
        assert_eq!(hashed(&one, Some(now)), first(&old).hash);
        assert_eq!(hashed(&one, None), first(&old).hash);
        // Systems count time in steps.
        std::thread::sleep(Duration::from_millis(20));
        let two = corpus(folder.path(), "екі");
        assert_eq!(hashed(&two, later), blake3::hash("екі".as_bytes()).to_hex().to_string());
    }
}
