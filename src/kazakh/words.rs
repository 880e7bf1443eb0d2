//! Text → its words with their keys, and wordings given as data → the places where they stand.
//! This is how fixed phrases of drafting are found in clean and in damaged texts alike.

use super::letters::is_letter;
use super::skeleton::{nearly_equal, skeleton};
use std::ops::Range;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// As printed.
    pub text: &'t str,
    /// Its skeleton.
    pub key: String,
    /// Bytes of the text, half-open.
    pub bytes: Range<usize>,
}

/// The words of a text: runs of letters, in order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    each_word(text).collect()
}

/// The words of a text one by one: for readers that stop early.
pub fn each_word(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut start = None;
    let mut ends = text.char_indices().chain([(text.len(), ' ')]);
    std::iter::from_fn(move || {
        ends.find_map(|(at, letter)| {
            let inside = is_letter(letter) || is_mark(letter);
            match (start, inside) {
                (None, true) if is_letter(letter) => start = Some(at),
                (Some(from), false) => {
                    start = None;
                    let word = &text[from..at];
                    return Some(Word { text: word, key: key(word), bytes: from..at });
                }
                _ => {}
            }
            None
        })
    })
}

/// Combining marks and soft hyphens belong to the word around them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036f}' | '\u{00ad}')
}

fn key(word: &str) -> String {
    if word.contains(is_mark) {
        return skeleton(&word.replace(is_mark, ""));
    }
    skeleton(word)
}

/// A wording: words that follow each other with nothing but blanks and marks between them.
///
/// A word that ends in `*` stands for every word that begins so.
#[derive(Clone, Debug)]
pub struct Wording {
    keys: Vec<Key>,
}

#[derive(Clone, Debug)]
struct Key {
    key: String,
    open: bool,
}

impl Wording {
    /// A wording from its words as they are spelt.
    pub fn new(text: &str) -> Self {
        let keys = text.split_whitespace().map(|word| {
            let stem = word.trim_end_matches('*');
            Key { key: skeleton(stem), open: stem.len() < word.len() }
        });
        Wording { keys: keys.collect() }
    }

    /// The first place, as a range of words, where the wording stands; one letter of each of its
    /// longer words may be damaged.
    pub fn find(&self, words: &[Word<'_>]) -> Option<Range<usize>> {
        let len = self.keys.len();
        let starts = 0..(words.len() + 1).saturating_sub(len);
        starts.map(|start| start..start + len).find(|place| self.fits(&words[place.clone()]))
    }

    /// True where the words begin with the wording.
    pub fn starts(&self, words: &[Word<'_>]) -> bool {
        words.get(..self.keys.len()).is_some_and(|words| self.fits(words))
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// True for a wording without words.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    fn fits(&self, words: &[Word<'_>]) -> bool {
        self.keys.iter().zip(words).all(|(key, word)| match key.open {
            true => word.key.starts_with(&key.key),
            false => nearly_equal(&key.key, &word.key),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_are_found_in_damaged_text() {
        let redaction = Wording::new("жаңа редакцияда");
        let text = words("49) тармақша жана редакцияда көзделген");
        assert_eq!(redaction.find(&text), Some(1..3));
        assert!(!redaction.starts(&text));
        let change = Wording::new("өзгеріс* енгізілді");
        assert_eq!(change.find(&words("бапқа өзгерiстер енгiзiлдi")), Some(1..3));
        assert_eq!(change.find(&words("өзгеріс")), None);
        assert_eq!(change.find(&[]), None);
    }

    #[test]
    fn a_word_keeps_its_bytes() {
        let text = "«Ескеrtу». 5-бап";
        let found: Vec<_> = words(text).iter().map(|w| &text[w.bytes.clone()]).collect();
        assert_eq!(found, ["Ескеrtу", "бап"]);
        assert_eq!(words(text)[0].key, skeleton("Ескерту"));
    }
}
