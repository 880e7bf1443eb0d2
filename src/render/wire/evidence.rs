//! Where words come from, as JSON: file, lines and bytes.

use crate::model::evidence;
use crate::model::evidence::Span;
use schemars::JsonSchema;
use serde::Serialize;

/// One piece of proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Evidence {
    /// What it proves.
    #[schemars(schema_with = "super::names::evidence_kind")]
    pub kind: &'static str,
    /// The file, as the corpus names it.
    pub file: String,
    /// First and last line, counted from 1, both inside.
    pub lines: [usize; 2],
    /// Bytes of the file, half-open.
    pub bytes: [usize; 2],
}

impl From<&evidence::Evidence> for Evidence {
    fn from(evidence: &evidence::Evidence) -> Self {
        let Source { file, lines, bytes } = (&evidence.span).into();
        Evidence { kind: evidence.kind.name(), file, lines, bytes }
    }
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Source {
    /// The file, as the corpus names it.
    pub file: String,
    /// First and last line, counted from 1, both inside.
    pub lines: [usize; 2],
    /// Bytes of the file, half-open.
    pub bytes: [usize; 2],
}

impl From<&Span> for Source {
    fn from(span: &Span) -> Self {
        Source {
            file: span.source.file.to_string(),
            lines: [span.lines.0, span.lines.1],
            bytes: [span.bytes.start, span.bytes.end],
        }
    }
}
