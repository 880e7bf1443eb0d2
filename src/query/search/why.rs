//! A document that fits a question → why it does: the keys that may be marked in its words, and
//! the forms that stand for each word asked for.

use super::Match;
use super::plan::Planned;
use super::snippet::{Run, snippet};
use crate::index::search::{Candidate, Key, Matched, Matches, Word};
use crate::kazakh::stem;
use crate::kazakh::token::{Analyzer, Marked, Token, day};
use std::collections::{BTreeSet, HashMap};

/// Why a provision is a hit.
#[derive(Default)]
pub struct Why<'a> {
    /// How well it fits, in thousandths.
    pub score: u64,
    /// True where its notes are part of the reason.
    pub by_notes: bool,
    /// The question; `None` where it is an address.
    planned: Option<&'a Planned>,
    /// Which of its words matched, and how.
    matched: Matches,
    /// The same, a bit a word.
    words: u64,
}

/// The score of a provision that was asked for by its address.
const NAMED: u64 = 1000;

/// The words of a question by the keys under which they are found, a bit for each.
pub type Keys = HashMap<String, u64>;

/// The keys of the words of a plan.
pub fn keys(words: &[Word]) -> Keys {
    let mut keys = Keys::new();
    for (w, word) in words.iter().enumerate().take(Matches::MOST) {
        for key in word.alternatives.iter().flat_map(|way| &way.keys) {
            let key = match key {
                Key::Stem(text) => text.clone(),
                Key::Spelt(text) => stem::key(text),
            };
            *keys.entry(key).or_default() |= 1 << w;
        }
    }
    keys
}

impl<'a> Why<'a> {
    /// Its address was asked for.
    pub fn named() -> Self {
        Why { score: NAMED, ..Why::default() }
    }

    /// It has words that were asked for.
    pub fn found(planned: &'a Planned, candidate: &Candidate) -> Self {
        let words = 0..planned.plan.words.len().min(Matches::MOST);
        let matched = |w: &usize| candidate.matched.get(*w) != Matched::Not;
        let noted = |w: usize| candidate.matched.get(w) == Matched::Note;
        Why {
            score: (f64::from(candidate.score) * 1000.0).round() as u64,
            by_notes: words.clone().any(noted),
            planned: Some(planned),
            matched: candidate.matched,
            words: words.filter(matched).fold(0, |bits, w| bits | 1 << w),
        }
    }

    /// True for a key of a word that matched.
    pub fn wants(&self, key: &str) -> bool {
        let words = self.planned.and_then(|planned| planned.keys.get(key));
        words.is_some_and(|words| words & self.words != 0)
    }

    /// True where words were asked for at all.
    pub fn wants_words(&self) -> bool {
        self.planned.is_some_and(|planned| !planned.keys.is_empty())
    }

    /// The words of a text that may be marked; a day with all its words.
    pub fn marked(&self, analyzer: &mut Analyzer, text: &str) -> Marked {
        let wants_day = |planned: &Planned| planned.keys.keys().any(|key| day::is_key(key));
        if !self.planned.is_some_and(wants_day) {
            return analyzer.marked(text, &|key| self.wants(key));
        }
        let mut tokens = analyzer.tokens(text);
        for (words, date) in day::days(&tokens) {
            let key = day::key(date);
            if self.wants(&key) {
                tokens[words].iter_mut().for_each(|token| token.keys = vec![key.clone()]);
            }
        }
        let places = tokens.iter().map(|token| token.bytes.clone()).collect();
        tokens.retain(|token| self.key(token).is_some());
        Marked { places, tokens }
    }

    /// The key by which a word is marked.
    fn key<'t>(&self, token: &'t Token) -> Option<&'t str> {
        token.keys.iter().map(String::as_str).find(|key| self.wants(key))
    }

    /// The stretch of a text that shows best why.
    pub fn snippet(&self, text: &str, marked: &Marked) -> Vec<Run> {
        let hit = |token: &'_ Token| Some((token.position, self.key(token)?.to_string()));
        let hits: Vec<(usize, String)> = marked.tokens.iter().filter_map(hit).collect();
        snippet(text, &marked.places, &hits)
    }

    /// The forms that matched, of words that may be marked: in the provision and in its notes.
    pub fn matches(&self, text: (&str, &[Token]), notes: (&str, &[Token])) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        let Some(planned) = self.planned else { return found };
        for (w, (word, asked)) in planned.plan.words.iter().zip(&planned.asked).enumerate() {
            let (ways, matched) = (&word.alternatives, self.matched.get(w));
            let mut add = |form: &str, key: &Key, part| {
                let (Key::Stem(key) | Key::Spelt(key)) = key;
                let (word, form, key) = (asked.to_string(), form.to_string(), key.clone());
                found.push(Match { word, form, key, part });
            };
            let (part, (source, tokens)) = match matched {
                Matched::Not => continue,
                Matched::Around => {
                    if let Some(key) = ways.first().and_then(|way| way.keys.first()) {
                        add("", key, "around");
                    }
                    continue;
                }
                Matched::Note => ("note", notes),
                Matched::Own => ("text", text),
            };
            for key in ways.iter().flat_map(|way| &way.keys) {
                let stands = |token: &&Token| match key {
                    Key::Stem(text) => token.keys.contains(text),
                    Key::Spelt(text) => token.surface == *text,
                };
                let forms: BTreeSet<&str> = tokens
                    .iter()
                    .filter(stands)
                    .map(|token| &source[token.bytes.clone()])
                    .collect();
                forms.into_iter().for_each(|form| add(form, key, part));
            }
        }
        found
    }
}
