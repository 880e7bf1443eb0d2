//! Where words come from: a stretch of a file, and what kind of proof it is.

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

/// What a stretch of text proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EvidenceKind {
    /// An order prints the words, or orders the event.
    Instruction,
    /// A consolidated text prints the words.
    Consolidated,
    /// The text as adopted prints the words.
    Original,
    /// An editorial note tells of an event, without words.
    Note,
    /// Another act quotes the words.
    Citation,
    /// The words follow from carrying out an order on other words.
    Derived,
    /// The words follow from undoing an order.
    Undone,
}

impl EvidenceKind {
    /// Every kind.
    pub const ALL: &'static [EvidenceKind] = &[
        EvidenceKind::Instruction,
        EvidenceKind::Consolidated,
        EvidenceKind::Original,
        EvidenceKind::Note,
        EvidenceKind::Citation,
        EvidenceKind::Derived,
        EvidenceKind::Undone,
    ];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            EvidenceKind::Instruction => "instruction",
            EvidenceKind::Consolidated => "consolidated",
            EvidenceKind::Original => "original",
            EvidenceKind::Note => "note",
            EvidenceKind::Citation => "citation",
            EvidenceKind::Derived => "derived",
            EvidenceKind::Undone => "undone",
        }
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
