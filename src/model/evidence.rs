//! Where words come from: a stretch of a file, and what kind of proof it is.

use super::named::named;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// Which text: its path from the project's root as shown to users, and its content.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourceId {
    /// The path as given, with forward slashes: `corpus/…/text.md`.
    pub file: Arc<str>,
    /// BLAKE3 of the bytes, in hexadecimal.
    pub hash: Arc<str>,
}

/// A stretch of one text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The text.
    pub source: SourceId,
    /// Bytes of the file, half-open. A unit cut by a page break spans the break.
    pub bytes: Range<usize>,
    /// First and last line, counted from 1, both inside.
    pub lines: (usize, usize),
}

impl Span {
    /// True for two stretches of the same bytes that have a byte in common.
    pub fn overlaps(&self, other: &Span) -> bool {
        self.source.hash == other.source.hash
            && self.bytes.start < other.bytes.end
            && other.bytes.start < self.bytes.end
    }
}

named! {
    /// What a stretch of text proves.
    EvidenceKind {
        /// An order prints the words, or orders the event.
        Instruction = "instruction",
        /// A consolidated text prints the words.
        Consolidated = "consolidated",
        /// The text as adopted prints the words.
        Original = "original",
        /// An editorial note tells of an event, without words.
        Note = "note",
        /// Another act quotes the words.
        Citation = "citation",
        /// The words follow from carrying out an order on other words.
        Derived = "derived",
        /// The words follow from undoing an order.
        Undone = "undone",
    }
}

/// One piece of proof.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evidence {
    /// What it proves.
    pub kind: EvidenceKind,
    /// Where it stands.
    pub span: Span,
}
