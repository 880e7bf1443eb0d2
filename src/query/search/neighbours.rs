//! Words of a question that belong together → further ways in which texts may have them: written
//! as one, abbreviated or spelt out, or put by another set phrase of the law.

use super::ways::{Vocabulary, stems};
use crate::index::search::{Alternative, Word};
use crate::index::{IndexError, StoredAct};
use crate::kazakh::stem;
use crate::kazakh::token::Token;
use crate::model::act::ActId;
use std::sync::LazyLock;

/// An abbreviation stands for this many words at most.
const LONGEST_LONG_FORM: usize = 8;

const JOINED: f32 = 0.7;
const LONG_FORM: f32 = 0.4;
const SHORT_FORM: f32 = 0.6;
const OTHER_PHRASE: f32 = 0.8;

/// Set phrases that are put one for the other. An act is said to come into force (`күшіне ену`)
/// by everybody but its own clause, which puts it into effect (`қолданысқа енгізу`); what has lost
/// its force (`күшін жоғалту`) stands as repealed (`күші жойылды`).
const PHRASES: [[&str; 2]; 4] = [
    ["күшіне ену", "қолданысқа енгізу"],
    ["күшіне ену", "қолданысқа енгізілу"],
    ["күшін жоғалту", "күші жойылды"],
    ["күшін жою", "күші жойылды"],
];

static SAME: LazyLock<Vec<[Vec<String>; 2]>> = LazyLock::new(|| {
    let keys = |phrase: &str| phrase.split_whitespace().map(stem::key).collect();
    PHRASES.iter().map(|pair| pair.map(keys)).collect()
});

impl Vocabulary<'_> {
    /// Adds to the words of a question what they may be together; word and token of one place
    /// belong to each other.
    pub fn add_neighbours(
        &mut self,
        tokens: &[Token],
        words: &mut [Word],
    ) -> Result<(), IndexError> {
        self.joined(tokens, words)?;
        self.short_forms(tokens, words)?;
        self.long_forms(tokens, words)?;
        other_phrases(tokens, words);
        Ok(())
    }

    /// Two neighbouring words that texts write as one: қол жетімділік.
    fn joined(&mut self, tokens: &[Token], words: &mut [Word]) -> Result<(), IndexError> {
        for (i, pair) in tokens.windows(2).enumerate() {
            let letters = |token: &Token| token.surface.chars().all(char::is_alphabetic);
            if !pair.iter().all(letters) {
                continue;
            }
            let key = self.analyzer.key(&format!("{}{}", pair[0].surface, pair[1].surface));
            if self.is_known(&key)? {
                for word in &mut words[i..i + 2] {
                    word.alternatives.push(stems(&[&key], JOINED));
                }
            }
        }
        Ok(())
    }

    /// The words that an abbreviation stands for, in the acts where it does.
    fn short_forms(&mut self, tokens: &[Token], words: &mut [Word]) -> Result<(), IndexError> {
        for (token, word) in tokens.iter().zip(words) {
            let key = &token.keys[0];
            for act in self.index.acts_with_short_form(key)? {
                for abbreviation in &act.abbreviations {
                    if self.keys(&abbreviation.short).first() == Some(key) {
                        let long = self.keys(&abbreviation.long);
                        word.alternatives.push(in_scope(&act, stems(&long, LONG_FORM)));
                    }
                }
            }
        }
        Ok(())
    }

    /// Words that an act abbreviates: its texts may have the short form.
    fn long_forms(&mut self, tokens: &[Token], words: &mut [Word]) -> Result<(), IndexError> {
        let keys: Vec<&str> = tokens.iter().map(|token| token.keys[0].as_str()).collect();
        for start in 0..keys.len() {
            let longest = (start + LONGEST_LONG_FORM).min(keys.len());
            for end in start + 2..=longest {
                let asked = &keys[start..end];
                for act in self.index.acts_with_long_form(&asked.join(" "))? {
                    for abbreviation in &act.abbreviations {
                        if self.keys(&abbreviation.long) != asked {
                            continue;
                        }
                        let Some(short) = self.keys(&abbreviation.short).into_iter().next() else {
                            continue;
                        };
                        for word in &mut words[start..end] {
                            word.alternatives.push(in_scope(&act, stems(&[&short], SHORT_FORM)));
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn keys(&mut self, words: &str) -> Vec<String> {
        self.analyzer.tokens(words).into_iter().filter_map(|t| t.keys.into_iter().next()).collect()
    }
}

/// Set phrases that mean the same.
fn other_phrases(tokens: &[Token], words: &mut [Word]) {
    let keys: Vec<&String> = tokens.iter().map(|token| &token.keys[0]).collect();
    for pair in SAME.iter() {
        for (asked, other) in [(&pair[0], &pair[1]), (&pair[1], &pair[0])] {
            let found = keys.windows(asked.len()).position(|run| run.iter().copied().eq(asked));
            for word in found.into_iter().flat_map(|at| at..at + asked.len()) {
                words[word].alternatives.push(stems(other, OTHER_PHRASE));
            }
        }
    }
}

/// An abbreviation holds in the act that defines it and in those that amend it.
fn in_scope(act: &StoredAct, alternative: Alternative) -> Alternative {
    let acts = std::iter::once(&act.id).chain(&act.amended_by).map(ActId::iri).collect();
    Alternative { acts, ..alternative }
}
