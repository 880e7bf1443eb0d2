//! Any bytes at all → every reader of the program, one target a reader. A target is a plain
//! function that panics where something is wrong: the fuzzer calls it with what it invents, and
//! the tests with what it once invented.

mod adding;
mod address;
mod akn;
mod card;
mod citations;
mod corpus;
mod date;
mod facts;
mod imported;
mod json;
mod notes;
mod orders;
mod query;
mod source;
mod structure;
mod word_document;
mod words;

use std::borrow::Cow;

/// A reader, fed with any bytes.
pub type Target = fn(&[u8]);

/// Every target by its name.
pub const TARGETS: &[(&str, Target)] = &[
    ("adding", adding::run),
    ("address", address::run),
    ("akn", akn::run),
    ("card", card::run),
    ("citations", citations::run),
    ("corpus", corpus::run),
    ("date", date::run),
    ("facts", facts::run),
    ("imported", imported::run),
    ("json", json::run),
    ("notes", notes::run),
    ("orders", orders::run),
    ("query", query::run),
    ("source", source::run),
    ("structure", structure::run),
    ("word_document", word_document::run),
    ("words", words::run),
];

/// Bytes as words.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// Two texts in one input, parted by a form feed; the second is empty where there is none.
fn two(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == b'\x0c') {
        Some(at) => (&bytes[..at], &bytes[at + 1..]),
        None => (bytes, &[]),
    }
}
