//! A plan of words, phrases and days → the documents that fit it best.
//!
//! Two steps. The first lets tantivy walk the posting lists with block-max pruning; the days of
//! a document are read only where its score would place it among the best. The second weighs
//! these few by everything that is known of them: which words stand in the text itself, which
//! around it, how many of those asked for, and what the text is.

mod list;
mod provision;
mod walk;
mod weigh;

use super::layout::IndexError;
use super::reader::Index;
pub use super::searched::whole_term;
use super::writer::tantivy_error;
use crate::model::version::Axis;
use jiff::civil::Date;
use std::collections::HashMap;
pub use tantivy::DocAddress;
use tantivy::schema::Field;
use tantivy::{Score, Term};

/// A term that a document may hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A key of the analyzer.
    Stem(String),
    /// A word as spelt.
    Spelt(String),
}

impl Key {
    fn text(&self) -> &str {
        match self {
            Key::Stem(text) | Key::Spelt(text) => text,
        }
    }
}

/// One way in which a word of the question may stand in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The keys, all of which must stand there.
    pub keys: Vec<Key>,
    /// How much it counts beside the word itself, which counts 1.
    pub weight: Score,
    /// IRIs of the acts in which it is meant; empty: in all.
    pub acts: Vec<String>,
}

/// One word of the question.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The ways in which it may stand there; none for a word that no text has.
    pub alternatives: Vec<Alternative>,
    /// As spelt: a text that spells it so goes first.
    pub spelt: String,
}

/// Words that must follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The ways in which they may, one of which must stand: the terms, all of one sort, each with
    /// its place among the words, counted from 0 and ascending.
    pub readings: Vec<Vec<(usize, Key)>>,
}

/// Which part of a text is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The whole.
    #[default]
    Anywhere,
    /// Headings and titles only.
    Headings,
    /// Editorial notes only.
    Notes,
}

/// Which versions are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Which order of time.
    pub axis: Axis,
    /// Those that may hold on this day; `None`: all.
    pub day: Option<Date>,
    /// Those that were true by what was known on this day; `None`: by all that is known.
    pub known_by: Option<Date>,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Words, any of which may match.
    pub words: Vec<Word>,
    /// Phrases, all of which must stand.
    pub phrases: Vec<Phrase>,
    /// Phrases, none of which may stand.
    pub excluded: Vec<Phrase>,
    /// IRIs of the acts that are searched; empty: all.
    pub acts: Vec<String>,
    /// True to leave amending acts aside.
    pub without_amending: bool,
    /// Which part of the texts.
    pub part: Part,
    /// Which versions.
    pub moment: Moment,
    /// The words of the question as one term, where it may be one: see [`whole_term`].
    pub term: Option<String>,
    /// True where the question asks what a term means.
    pub wants_definition: bool,
    /// True where it asks for what was repealed or amended.
    pub wants_changes: bool,
    /// How many documents are weighed.
    pub candidates: usize,
}

/// A document that fits.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// How well.
    pub score: Score,
    /// Which.
    pub document: DocAddress,
    /// Which words of the plan matched: in the text itself or its notes, and only around it.
    pub matched: Matches,
    /// Identity of the provision.
    pub unit: Provision,
    /// Identity of the words; 0 for few words.
    pub words: u64,
    /// Identity of the act.
    pub act: u64,
    /// Position in the act.
    pub order: u64,
    /// True where it stands in an amending act as an order or new text.
    pub amending: bool,
    /// Levels above it.
    pub depth: u64,
    /// The rank of its act's form.
    pub force: u64,
    /// By what the sum of its words was multiplied.
    factor: Score,
}

/// Which provision: a numbered unit with its unnumbered paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Provision {
    /// Identity of the act.
    pub act: u64,
    /// Position of the unit in the act.
    pub order: u64,
}

/// How a word of the plan matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matched {
    /// Not at all.
    Not,
    /// In the headings and lead-ins around.
    Around,
    /// In a note.
    Note,
    /// In the text itself.
    Own,
}

/// How each word of a plan matched, of the first [`Matches::MOST`] words: a question has fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matches(u128);

impl Matches {
    /// Words that are told of.
    pub const MOST: usize = 64;

    /// How a word matched.
    pub fn get(self, word: usize) -> Matched {
        let two_bits = if word < Self::MOST { (self.0 >> (2 * word)) & 3 } else { 0 };
        [Matched::Not, Matched::Around, Matched::Note, Matched::Own][two_bits as usize]
    }

    fn set(&mut self, word: usize, how: Matched) {
        if word < Self::MOST {
            self.0 |= (how as u128) << (2 * word);
        }
    }

    /// How many words matched.
    pub fn count(self) -> usize {
        const LOW: u128 = u128::MAX / 3;
        (((self.0 >> 1) | self.0) & LOW).count_ones() as usize
    }
}

/// The best documents.
#[derive(Clone, Debug)]
pub struct Found {
    /// Best first.
    pub candidates: Vec<Candidate>,
    /// True where there may be more than were weighed.
    pub more: bool,
}

/// What words around a text count for beside its own.
const HEADING_WEIGHT: Score = 0.25;
/// What words in a note count for; more where the question asks for changes.
const NOTE_WEIGHT: Score = 0.15;
const NOTE_WEIGHT_WANTED: Score = 0.8;

impl Index {
    /// The documents that fit a plan best.
    ///
    /// # Errors
    /// A damaged index.
    pub fn search(&self, plan: &Plan) -> Result<Found, IndexError> {
        let found = self.walk(plan).and_then(|(documents, more)| {
            let candidates = self.weigh(plan, documents)?;
            Ok(Found { candidates, more })
        });
        let found = found.map_err(|error| tantivy_error(&self.layout, &error))?;
        if found.candidates.is_empty() {
            self.settle()?;
        }
        Ok(found)
    }

    /// How many documents hold a key in their own words.
    ///
    /// # Errors
    /// A damaged index.
    pub fn frequency(&self, key: &Key) -> Result<u64, IndexError> {
        let term = Term::from_field_text(self.field_of(key), key.text());
        self.searcher.doc_freq(&term).map_err(|error| tantivy_error(&self.layout, &error))
    }

    /// How many documents have a key in the headings, lead-ins or notes at them.
    ///
    /// # Errors
    /// A damaged index.
    pub fn frequency_around(&self, key: &str) -> Result<u64, IndexError> {
        let mut found = 0;
        for field in [self.fields.heading, self.fields.note] {
            let term = Term::from_field_text(field, key);
            found += self
                .searcher
                .doc_freq(&term)
                .map_err(|error| tantivy_error(&self.layout, &error))?;
        }
        Ok(found)
    }

    /// Terms that begin so, at most `limit`, with the number of documents that hold them.
    ///
    /// # Errors
    /// A damaged index.
    pub fn beginning(&self, prefix: &Key, limit: usize) -> Result<Vec<(String, u64)>, IndexError> {
        let mut found: HashMap<String, u64> = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let terms = segment.inverted_index(self.field_of(prefix));
            let read = || -> tantivy::Result<()> {
                let terms = terms?;
                let mut stream =
                    terms.terms().range().ge(prefix.text().as_bytes()).into_stream()?;
                while stream.advance() && found.len() < limit {
                    let Ok(term) = std::str::from_utf8(stream.key()) else { continue };
                    if !term.starts_with(prefix.text()) {
                        break;
                    }
                    *found.entry(term.to_string()).or_default() +=
                        u64::from(stream.value().doc_freq);
                }
                Ok(())
            };
            let read = read;
            read().map_err(|error| tantivy_error(&self.layout, &error))?;
        }
        let mut found: Vec<(String, u64)> = found.into_iter().collect();
        found.sort();
        Ok(found)
    }

    /// How many documents there are: acts, and wordings of their places.
    pub fn size(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// Where the index lies, as shown to users.
    pub fn shown(&self) -> String {
        self.layout.shown()
    }

    fn field_of(&self, key: &Key) -> Field {
        match key {
            Key::Stem(_) => self.fields.stem,
            Key::Spelt(_) => self.fields.exact,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_told_word_by_word() {
        let mut matches = Matches::default();
        let said = [(0, Matched::Own), (5, Matched::Note), (63, Matched::Around)];
        said.into_iter().for_each(|(word, how)| matches.set(word, how));
        matches.set(64, Matched::Own);
        assert_eq!(matches.count(), 3);
        for word in 0..70 {
            let how = said.iter().find(|(at, _)| *at == word).map_or(Matched::Not, |(_, how)| *how);
            assert_eq!(matches.get(word), how);
        }
    }
}
