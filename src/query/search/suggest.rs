//! A word that no text has → the nearest words of the corpus.

use super::Suggestion;
use crate::index::search::Key;
use crate::kazakh::stem::fold;
use crate::query::engine::{Engine, Refusal};

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
        let folded: Vec<char> = folded.chars().collect();
        let letters = folded.len();
        let farthest = if letters < 5 { 1 } else { 2 };
        let mut found = Vec::new();
        for first in first_letters(word) {
            for (term, count) in self.index.beginning(&Key::Spelt(first.to_string()), MOST)? {
                if term.chars().count().abs_diff(letters) > farthest + 1 {
                    continue;
                }
                let candidate: Vec<char> = fold(&term).chars().collect();
                if let Some(far) = distance(&folded, &candidate, farthest) {
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

/// Letters to insert, delete and exchange; `None` where these are more than `limit`.
fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        let mut least = row[0];
        for (j, y) in b.iter().enumerate() {
            let cost = if x == y { diagonal } else { 1 + diagonal.min(row[j]).min(row[j + 1]) };
            diagonal = row[j + 1];
            row[j + 1] = cost;
            least = least.min(cost);
        }
        if least > limit {
            return None;
        }
    }
    row.last().copied().filter(|far| *far <= limit)
}
