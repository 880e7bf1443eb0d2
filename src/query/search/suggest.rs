//! A word that no text has → the nearest words of the corpus.

use super::Suggestion;
use crate::index::search::Key;
use crate::kazakh::stem::fold;
use crate::query::engine::{Engine, Refusal};
use crate::query::resolve::distance;

/// Words that are looked at for one suggestion.
const MOST: usize = 20_000;
/// Suggestions for one word.
const NEAREST: usize = 3;
/// Words of a question for which suggestions are made.
const WORDS: usize = 4;

impl Engine {
    pub(super) fn suggest(&self, unknown: &[String]) -> Result<Vec<Suggestion>, Refusal> {
        let mut suggestions = Vec::new();
        for word in unknown.iter().filter(|word| word.chars().count() < 40).take(WORDS) {
            let word = word.trim_end_matches('*');
            let mut near = self.nearest(word)?;
            near.sort();
            let near: Vec<String> =
                near.into_iter().take(NEAREST).map(|(_, _, word)| word).collect();
            if !near.is_empty() {
                suggestions.push(Suggestion { word: word.to_string(), near });
            }
        }
        Ok(suggestions)
    }

    /// Distance, rarity and word of every near word.
    fn nearest(&self, word: &str) -> Result<Vec<(usize, u64, String)>, Refusal> {
        let folded = fold(word);
        let letters = folded.chars().count();
        let farthest = if letters < 5 { 1 } else { 2 };
        let mut found = Vec::new();
        for first in first_letters(word) {
            for (term, count) in self.index.beginning(&Key::Spelt(first.to_string()), MOST)? {
                let candidate = fold(&term);
                let length = candidate.chars().count();
                if length.abs_diff(letters) > farthest {
                    continue;
                }
                let far = distance(&folded, &candidate);
                if far <= farthest {
                    found.push((far, u64::MAX - count, term));
                }
            }
        }
        Ok(found)
    }
}

/// The letter with which a word begins, and those that fold to the same.
fn first_letters(word: &str) -> Vec<char> {
    let Some(first) = word.chars().next() else { return Vec::new() };
    let same = fold(&first.to_string());
    let mut letters: Vec<char> =
        "әіңғүұқөһаинукгохүұ".chars().filter(|c| fold(&c.to_string()) == same).collect();
    letters.push(first);
    letters.sort_unstable();
    letters.dedup();
    letters
}
