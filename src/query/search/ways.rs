//! One word of a question → the ways in which the corpus may have it, judged by the corpus's own
//! vocabulary.

use super::intent::is_function_word;
use crate::index::search::{Alternative, Key};
use crate::index::{Index, IndexError};
use crate::kazakh::latin;
use crate::kazakh::letters::{is_cyrillic, is_letter};
use crate::kazakh::person;
use crate::kazakh::spelling::spelling;
use crate::kazakh::stem;
use crate::kazakh::token::{Analyzer, Token, day};

/// Words that one beginning stands for at most.
const MOST_OF_BEGINNING: usize = 48;

const SPLIT: f32 = 0.7;
const COMPOUND: f32 = 0.5;
const OTHER_VOICE: f32 = 0.5;
/// The number of an act, read as a plain number.
const PLAIN_NUMBER: f32 = 0.3;

/// The vocabulary of an index.
pub struct Vocabulary<'a> {
    /// The index.
    pub index: &'a Index,
    /// Reads words as the index was read.
    pub analyzer: &'a mut Analyzer,
    /// Readings of words in other letters that are still tried for this question.
    pub readings: usize,
}

impl Vocabulary<'_> {
    /// The tokens of words as typed; those typed in Latin letters that no text has are read as
    /// the Kazakh words that texts have.
    pub fn tokens(&mut self, typed: &str) -> Result<Vec<Token>, IndexError> {
        let mut tokens = self.analyzer.tokens(typed);
        for token in &mut tokens {
            let printed = &typed[token.bytes.clone()];
            if printed.chars().any(|c| is_letter(c) && !is_cyrillic(c))
                && !self.stands(&token.keys[0])?
                && let Some((surface, key)) = self.read_latin(printed)?
            {
                token.surface = surface;
                token.keys[0] = key;
            }
        }
        Ok(tokens)
    }

    fn read_latin(&mut self, printed: &str) -> Result<Option<(String, String)>, IndexError> {
        for reading in latin::readings(printed) {
            let Some(left) = self.readings.checked_sub(1) else { break };
            self.readings = left;
            let key = self.analyzer.key(&reading);
            if is_function_word(&key) || self.stands(&key)? {
                return Ok(Some((reading, key)));
            }
        }
        Ok(None)
    }

    /// True for a key that a text has in its own words.
    pub fn is_known(&self, key: &str) -> Result<bool, IndexError> {
        Ok(self.index.frequency(&Key::Stem(key.to_string()))? > 0)
    }

    /// True for a key that stands in a text or around one.
    fn stands(&self, key: &str) -> Result<bool, IndexError> {
        Ok(self.is_known(key)? || self.index.frequency_around(key)? > 0)
    }

    /// The ways in which one word may stand in a text.
    pub fn ways(&mut self, token: &Token) -> Result<Vec<Alternative>, IndexError> {
        let key = &token.keys[0];
        let mut found = Vec::new();
        if day::is_key(key) {
            found.extend(self.stands(key)?.then(|| stems(&[key], 1.0)));
            return Ok(found);
        }
        for special in &token.keys[1..] {
            let weight = if special.starts_with("c:") { COMPOUND } else { 1.0 };
            found.push(stems(&[special], weight));
        }
        let numbered = token.keys.len() > 1 && !token.keys[1].starts_with("c:");
        if self.stands(key)? {
            let plain = stems(&[key], if numbered { PLAIN_NUMBER } else { 1.0 });
            found.insert(if numbered { found.len() } else { 0 }, plain);
        } else if let Some(other) = self.otherwise(token)? {
            found.push(other);
        }
        self.other_voices(key, &mut found)?;
        Ok(found)
    }

    /// The passive of a verb and the active of a passive: қорғау, қорғалу. Another word of the
    /// law, but often what a question means.
    fn other_voices(&self, key: &str, found: &mut Vec<Alternative>) -> Result<(), IndexError> {
        if key.chars().count() < 4 || !key.chars().all(char::is_alphabetic) {
            return Ok(());
        }
        let mut voices: Vec<String> = Vec::new();
        let vowel = key.ends_with(['а', 'е']);
        for ending in ["ыл", "ил", "ын", "ин"] {
            match key.strip_suffix(ending) {
                Some(active) if active.chars().count() > 2 => voices.push(active.to_string()),
                _ if !vowel => voices.push(format!("{key}{ending}")),
                _ => {}
            }
        }
        for ending in ["л", "н"] {
            let active = key.strip_suffix(ending).filter(|active| active.ends_with(['а', 'е']));
            voices.extend(active.map(str::to_string));
            if vowel {
                voices.push(format!("{key}{ending}"));
            }
        }
        for voice in voices {
            if self.is_known(&voice)? {
                found.push(stems(&[&voice], OTHER_VOICE));
            }
        }
        Ok(())
    }

    /// A word that no text has as it is typed: with и for й, as what is mine or yours, with a
    /// hyphen, or as two words.
    fn otherwise(&mut self, token: &Token) -> Result<Option<Alternative>, IndexError> {
        let key = &token.keys[0];
        for other in
            person::without(&token.surface).into_iter().chain([with_short_i(&token.surface)])
        {
            let key = self.analyzer.key(&other);
            if is_function_word(&key) || self.stands(&key)? {
                return Ok(Some(stems(&[&key], 1.0)));
            }
        }
        let compound = format!("c:{key}");
        if self.is_known(&compound)? {
            return Ok(Some(stems(&[&compound], 1.0)));
        }
        let letters: Vec<char> = token.surface.chars().collect();
        if letters.len() <= 40 {
            for at in 3..letters.len().saturating_sub(2) {
                let (head, tail) = letters.split_at(at);
                let head = stem::fold(&head.iter().collect::<String>());
                if !self.is_known(&head)? {
                    continue;
                }
                let tail = self.analyzer.key(&tail.iter().collect::<String>());
                if self.is_known(&tail)? {
                    return Ok(Some(stems(&[&head, &tail], SPLIT)));
                }
            }
        }
        Ok(None)
    }

    /// Every word that begins so.
    pub fn beginning(&self, typed: &str) -> Result<Vec<Alternative>, IndexError> {
        let spelt = spelling(typed);
        let mut keys: Vec<Key> = Vec::new();
        let mut words = self.index.beginning(&Key::Spelt(spelt.clone()), 4 * MOST_OF_BEGINNING)?;
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        keys.extend(words.into_iter().take(MOST_OF_BEGINNING).map(|(word, _)| Key::Spelt(word)));
        if keys.is_empty() {
            let stems = self.index.beginning(&Key::Stem(stem::fold(&spelt)), MOST_OF_BEGINNING)?;
            keys.extend(stems.into_iter().map(|(word, _)| Key::Stem(word)));
        }
        let one = |key: Key| Alternative { keys: vec![key], weight: 1.0, acts: Vec::new() };
        Ok(keys.into_iter().map(one).collect())
    }
}

/// й behind a vowel where a hand has typed и: блокчеин.
fn with_short_i(word: &str) -> String {
    let mut read = String::with_capacity(word.len());
    let mut vowel = false;
    for c in word.chars() {
        read.push(if c == 'и' && vowel { 'й' } else { c });
        vowel = "аәеоөуұүыіэяю".contains(c);
    }
    read
}

/// Stems that must all stand there, in any act.
pub fn stems(keys: &[impl AsRef<str>], weight: f32) -> Alternative {
    let keys = keys.iter().map(|key| Key::Stem(key.as_ref().to_string())).collect();
    Alternative { keys, weight, acts: Vec::new() }
}
