//! Words told apart by a comparison → the same with what came and what went marked: by colour on
//! a terminal that has some, else by brackets.

use super::style;
use crate::amend::apply::redline::Tag;
use anstyle::Style;

/// The words, each run with its style.
pub(super) fn marked(words: &[(Tag, String)], styled: bool) -> Vec<(Style, String)> {
    let mut runs = Vec::new();
    for (tag, words) in words {
        let (colour, open, close) = match tag {
            Tag::Equal => (style::PLAIN, "", ""),
            Tag::Delete if styled => (style::WENT, "", ""),
            Tag::Insert if styled => (style::CAME, "", ""),
            Tag::Delete => (style::PLAIN, "[-", "-]"),
            Tag::Insert => (style::PLAIN, "{+", "+}"),
        };
        runs.push((colour, format!("{open}{words}{close}")));
    }
    runs
}
