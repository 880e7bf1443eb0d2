//! A document that fits a question → why it does: the keys that may be marked in its words, and
//! the forms that stand for each word asked for.

use super::Match;
use super::plan::Planned;
use crate::index::search::{Alternative, Candidate, Key, Matched};
use crate::kazakh::stem;
use crate::kazakh::token::Token;
use std::collections::BTreeSet;

/// Why a provision is a hit.
#[derive(Default)]
pub struct Why<'a> {
    /// How well it fits, in thousandths.
    pub score: u64,
    /// The keys that may be marked in its words.
    pub keys: BTreeSet<String>,
    /// True where its notes are part of the reason.
    pub by_notes: bool,
    /// The words asked for that matched, with the ways in which they may stand.
    words: Vec<(&'a str, &'a [Alternative], Matched)>,
}

/// The score of a provision that was asked for by its address.
const NAMED: u64 = 1000;

impl<'a> Why<'a> {
    /// Its address was asked for.
    pub fn named() -> Self {
        Why { score: NAMED, ..Why::default() }
    }

    /// It has words that were asked for.
    pub fn found(planned: &'a Planned, candidate: &Candidate) -> Self {
        let mut why = Why {
            score: (f64::from(candidate.score) * 1000.0).round() as u64,
            by_notes: candidate.matched.contains(&Matched::Note),
            ..Why::default()
        };
        let words = planned.plan.words.iter().zip(&planned.asked);
        for ((word, asked), matched) in words.zip(&candidate.matched) {
            if *matched == Matched::Not {
                continue;
            }
            for key in word.alternatives.iter().flat_map(|way| &way.keys) {
                why.keys.insert(match key {
                    Key::Stem(text) => text.clone(),
                    Key::Spelt(text) => stem::key(text),
                });
            }
            why.words.push((asked, &word.alternatives, *matched));
        }
        why
    }

    /// The words of a text that may be marked, by position, each with the key that it has.
    pub fn marks<'t>(&self, tokens: &'t [Token]) -> Vec<(usize, &'t str)> {
        let key = |token: &'t Token| token.keys.iter().find(|key| self.keys.contains(*key));
        let marked = tokens.iter().enumerate().filter_map(|(i, token)| Some((i, key(token)?)));
        marked.map(|(i, key)| (i, key.as_str())).collect()
    }

    /// The forms that matched, of words that may be marked: in the provision and in its notes.
    pub fn matches(&self, text: (&str, &[&Token]), notes: (&str, &[&Token])) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        for (asked, ways, matched) in &self.words {
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
                Matched::Own(_) => ("text", text),
            };
            for key in ways.iter().flat_map(|way| &way.keys) {
                let stands = |token: &&&Token| match key {
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
