//! A text and the keys that were looked for → the stretch that shows them best, with the matched
//! forms marked.

use std::collections::HashMap;
use std::ops::Range;

/// A run of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// True for a form that matched.
    pub hit: bool,
}

/// Words of a snippet.
const LENGTH: usize = 36;
/// Words before the first form that matched.
const BEFORE: usize = 6;

/// The stretch of a text in which most of the keys stand; `tokens` are the bytes of its words,
/// `hits` the words that have a key, by position, in order.
pub fn snippet(text: &str, tokens: &[Range<usize>], hits: &[(usize, String)]) -> Vec<Run> {
    let start = best_start(hits).saturating_sub(BEFORE);
    let end = (start + LENGTH).min(tokens.len());
    let (Some(first), Some(last)) = (tokens.get(start), tokens[..end].last()) else {
        let text = text.split_whitespace().take(LENGTH).collect::<Vec<_>>().join(" ");
        return if text.is_empty() { Vec::new() } else { vec![Run { text, hit: false }] };
    };
    let from = if start == 0 { 0 } else { first.start };
    let to = if end == tokens.len() { text.len() } else { last.end };
    let mut runs: Vec<Run> = Vec::new();
    let mut push = |piece: &str, hit: bool| {
        let piece = piece.replace(['\n', '\t'], " ");
        if piece.is_empty() {
            return;
        }
        match runs.last_mut() {
            Some(run) if run.hit == hit => run.text.push_str(&piece),
            _ => runs.push(Run { text: piece, hit }),
        }
    };
    if start > 0 {
        push("…", false);
    }
    let mut at = from;
    for (i, _) in hits.iter().filter(|(i, _)| (start..end).contains(i)) {
        let bytes = &tokens[*i];
        push(&text[at..bytes.start], false);
        push(&text[bytes.clone()], true);
        at = bytes.end;
    }
    push(&text[at..to], false);
    if end < tokens.len() {
        push("…", false);
    }
    runs
}

/// The hit from which on a snippet shows most different keys.
fn best_start(hits: &[(usize, String)]) -> usize {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let (mut best, mut most) = (hits.first().map_or(0, |(i, _)| *i), 0);
    let mut end = 0;
    for (start, (first, key)) in hits.iter().enumerate() {
        while end < hits.len() && hits[end].0 < first + LENGTH - BEFORE {
            *counts.entry(&hits[end].1).or_default() += 1;
            end += 1;
        }
        if counts.len() > most {
            most = counts.len();
            best = hits[start].0;
        }
        if let Some(count) = counts.get_mut(key.as_str()) {
            *count -= 1;
            if *count == 0 {
                counts.remove(key.as_str());
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kazakh::token::Analyzer;

    #[test]
    fn forms_are_marked_where_they_stand() {
        let text = "Меншік иесі қауіпсіздік аудитін жыл сайын жүргізеді.";
        let places = Analyzer::new().marked(text, &|_| false).places;
        let runs = snippet(text, &places, &[(3, "аудит".into())]);
        let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(whole, text);
        let hits: Vec<&str> =
            runs.iter().filter(|run| run.hit).map(|run| run.text.as_str()).collect();
        assert_eq!(hits, ["аудитін"]);
    }
}
