//! Sentences in three languages, each kept once and named by its place in the list.

use crate::render::messages::Lang;
use std::collections::HashMap;

/// A list of sentences that grows.
#[derive(Debug, Default)]
pub struct Phrases {
    list: Vec<[String; 3]>,
    known: HashMap<[String; 3], usize>,
}

impl Phrases {
    /// The place of a sentence; a new one is put at the end.
    pub fn add(&mut self, say: impl Fn(Lang) -> String) -> usize {
        let phrase = Lang::ALL.map(say);
        if let Some(known) = self.known.get(&phrase) {
            return *known;
        }
        self.list.push(phrase.clone());
        self.known.insert(phrase, self.list.len() - 1);
        self.list.len() - 1
    }

    /// The sentences in their order: Kazakh, Russian, English.
    pub fn into_list(self) -> Vec<[String; 3]> {
        self.list
    }
}
