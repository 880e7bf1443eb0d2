//! Text → its words with their keys, and wordings given as data → the places where they stand.
//! This is how fixed phrases of drafting are found in clean and in damaged texts alike.

use super::letters::is_letter;
use super::memo::Memo;
use super::skeleton::{End, beginning, ends, nearly_equal, skeleton};
use std::ops::{Deref, Range};
use std::rc::Rc;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// As printed.
    pub text: &'t str,
    /// Its skeleton.
    pub key: Skeleton,
    /// Bytes of the text, half-open.
    pub bytes: Range<usize>,
}

/// The skeleton of a word, shared by those who met the same word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton(Rc<str>);

impl Deref for Skeleton {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<&str> for Skeleton {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl PartialEq<String> for Skeleton {
    fn eq(&self, other: &String) -> bool {
        **self == **other
    }
}

thread_local! {
    static KNOWN: Memo<Skeleton> = Memo::default();
}

/// The words of a text: runs of letters, in order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    first_words(text, usize::MAX)
}

/// The first words of a text, so many at most.
pub fn first_words(text: &str, most: usize) -> Vec<Word<'_>> {
    let word = |bytes: Range<usize>| {
        let text = &text[bytes.clone()];
        Word { text, key: key(text), bytes }
    };
    runs(text).take(most).map(word).collect()
}

/// Runs of letters with the marks in them: bytes of the text, half-open.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = letters.find(|(_, letter)| is_letter(*letter))?;
        let end = letters.find(|(_, letter)| !is_letter(*letter) && !is_mark(*letter));
        Some(start..end.map_or(text.len(), |(at, _)| at))
    })
}

/// Combining marks and soft hyphens belong to the word around them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036f}' | '\u{00ad}')
}

fn key(word: &str) -> Skeleton {
    let make = || match word.contains(is_mark) {
        true => skeleton(&word.replace(is_mark, "")),
        false => skeleton(word),
    };
    KNOWN.with(|known| known.of(word, || Skeleton(make().into())))
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
        self.keys.iter().zip(words).all(|(key, word)| key.fits(&word.key))
    }
}

impl Key {
    fn fits(&self, word: &str) -> bool {
        match self.open {
            true => word.starts_with(&self.key),
            false => nearly_equal(&self.key, word),
        }
    }
}

/// Wordings of which one is looked for at a time, each with what it says.
#[derive(Clone, Debug)]
pub struct Wordings<T> {
    all: Vec<(Wording, T)>,
    /// How the words begin or end with which one of them can begin.
    first: Vec<End>,
    /// How those begin or end with which one of them can end.
    last: Vec<End>,
}

impl<T> Wordings<T> {
    /// These wordings; where two of them stand at one place, the earlier one counts.
    pub fn new(all: impl IntoIterator<Item = (Wording, T)>) -> Self {
        let all: Vec<(Wording, T)> = all.into_iter().collect();
        let first = ends_of(all.iter().filter_map(|(wording, _)| wording.keys.first()));
        let last = ends_of(all.iter().filter_map(|(wording, _)| wording.keys.last()));
        Wordings { all, first, last }
    }

    /// False for a text in which none of them stands; quicker than to look for one.
    pub fn may_stand_in(&self, text: &str) -> bool {
        let ends_one = |word: &Skeleton| {
            let keys = self.all.iter().filter_map(|(wording, _)| wording.keys.last());
            has_end(&self.last, word) && { keys }.any(|last| last.fits(word))
        };
        runs(text).any(|bytes| ends_one(&key(&text[bytes])))
    }

    /// The first of them with which the words begin.
    pub fn at(&self, words: &[Word<'_>]) -> Option<&(Wording, T)> {
        has_end(&self.first, &words.first()?.key)
            .then(|| self.all.iter().find(|(wording, _)| wording.starts(words)))?
    }
}

/// How words begin or end that fit one of these.
fn ends_of<'k>(keys: impl Iterator<Item = &'k Key>) -> Vec<End> {
    let ends = keys.flat_map(|key| match ends(&key.key) {
        Some(ends) if !key.open => ends.to_vec(),
        _ => vec![beginning(&key.key)],
    });
    let mut found: Vec<End> = ends.collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// True for a word that begins or ends in one of these ways.
fn has_end(known: &[End], word: &str) -> bool {
    let known = |end: &End| known.contains(end);
    let letter = &word[..word.chars().next().map_or(0, char::len_utf8)];
    known(&beginning(word))
        || known(&beginning(letter))
        || ends(word).is_some_and(|ends| ends.iter().any(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_wordings_is_found() {
        let wordings = Wordings::new(
            ["ай*", "жазылсын", "ал", "алып тасталсын", "алып", "ұ*"]
                .into_iter()
                .map(|text| (Wording::new(text), text)),
        );
        let at = |text| wordings.at(&words(text)).map(|(_, found)| *found);
        for (text, found) in [
            ("айдан кейін", Some("ай*")),
            ("жазылсын", Some("жазылсын")),
            ("зазылсын", Some("жазылсын")),
            ("жазылсыз", Some("жазылсын")),
            ("алып тасталсын", Some("алып тасталсын")),
            ("алып", Some("алып")),
            ("ал", Some("ал")),
            ("алу", None),
            ("ұлт", Some("ұ*")),
            ("а", None),
            ("", None),
        ] {
            assert_eq!(at(text), found, "{text}");
            assert!(found.is_none() || wordings.may_stand_in(text), "{text}");
        }
        assert!(wordings.may_stand_in("сөздер алып тасталсын;"));
        assert!(!wordings.may_stand_in("сөздер қалсын"));
    }

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
