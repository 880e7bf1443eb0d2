//! A text, places in it and what goes there → the new text. Blanks and marks fall into place as
//! drafters mean them: a comma swallows the blank before it, no blank is doubled, and every
//! other character stays as it was printed.

use crate::model::instruction::Position;
use std::ops::Range;

/// One place and what is put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Bytes of the text, half-open.
    pub bytes: Range<usize>,
    /// On which side of these bytes the words come; `None` where they take their place.
    pub side: Option<Position>,
    /// What comes.
    pub words: String,
}

/// Carries out changes that stand in order and do not overlap.
pub(super) fn splice(text: &str, changes: &[Change]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for change in changes {
        push(&mut out, text.get(from..change.bytes.start).unwrap_or_default());
        from = change.bytes.end;
        let words = change.words.trim();
        let anchor = &text[change.bytes.clone()];
        match change.side {
            None if words.is_empty() => {
                // A deletion leaves one blank of the two around it.
                let rest = &text[from..];
                if out.is_empty() || out.ends_with(char::is_whitespace) {
                    from += rest.len() - rest.trim_start().len();
                }
            }
            None => push(&mut out, words),
            Some(Position::After) => {
                push(&mut out, anchor);
                if !clings(words) {
                    out.push(' ');
                }
                push(&mut out, words);
            }
            Some(Position::Before) => {
                push(&mut out, words);
                if !clings(anchor) && !words.ends_with(['(', '«', '-']) {
                    out.push(' ');
                }
                push(&mut out, anchor);
            }
        }
    }
    push(&mut out, &text[from..]);
    out
}

/// Adds words; a mark that clings to the word before it swallows the blank.
fn push(out: &mut String, words: &str) {
    if clings(words) {
        out.truncate(out.trim_end().len());
    }
    out.push_str(words);
}

/// True for words that begin with a mark that stands at the word before it.
fn clings(words: &str) -> bool {
    words.starts_with([',', ';', ':', ')', '!', '?'])
        || words.starts_with('.') && !words.starts_with("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(text: &str, old: &str, new: &str) -> String {
        let at = text.find(old).expect("the old words");
        splice(text, &[Change { bytes: at..at + old.len(), side: None, words: new.into() }])
    }

    fn insert(text: &str, side: Position, anchor: &str, new: &str) -> String {
        let at = text.find(anchor).expect("the anchor");
        let bytes = at..at + anchor.len();
        splice(text, &[Change { bytes, side: Some(side), words: new.into() }])
    }

    #[test]
    fn blanks_and_marks_fall_into_place() {
        assert_eq!(change("а б в", "б", ", г"), "а, г в");
        assert_eq!(change("а б в", "б", ""), "а в");
        assert_eq!(change("а б, в", "б", ""), "а, в");
        assert_eq!(change("а (б) в", "б", ""), "а () в");
        assert_eq!(change("б в", "б", ""), "в");
        assert_eq!(change("а  б  в", "б", "г"), "а  г  в");
        assert_eq!(change("талап.", "талап.", "талап;"), "талап;");
    }

    #[test]
    fn inserted_words_stand_apart() {
        use Position::{After, Before};
        assert_eq!(insert("а б", After, "а", "в"), "а в б");
        assert_eq!(insert("а б", After, "а", ", в"), "а, в б");
        assert_eq!(insert("а б", Before, "б", "в"), "а в б");
        assert_eq!(insert("а.", After, "а", "в"), "а в.");
        assert_eq!(insert("(а)", Before, "а", "в"), "(в а)");
        assert_eq!(insert("\"а\" б", After, "а", "в"), "\"а в\" б");
    }
}
