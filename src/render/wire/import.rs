//! What an import did: `nusqa/import/1`.

use super::{Day, Generator};
use schemars::JsonSchema;
use serde::Serialize;

/// The outcome of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Import {
    /// `nusqa/import/1`.
    #[schemars(extend("const" = "nusqa/import/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The repository.
    pub repository: String,
    /// The corpus.
    pub corpus: String,
    /// True where nothing was written.
    pub dry_run: bool,
    /// Commits that were gone through.
    pub commits: usize,
    /// Redactions that an import before this one had brought.
    pub known: usize,
    /// The redactions, in the order of the commits.
    pub imported: Vec<ImportedText>,
    /// What was not imported.
    pub refused: Vec<RefusedText>,
}

/// A redaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportedText {
    /// IRI of the act.
    pub act: String,
    /// The commit.
    pub commit: String,
    /// The folder or file in the repository.
    pub path: String,
    /// The date of the redaction.
    pub state: Day,
    /// The acts that are told to have made it; none where nothing tells.
    pub made_by: Vec<String>,
    /// The files in the corpus.
    pub files: Vec<String>,
    /// Keys of the description that were not understood.
    pub unknown_keys: Vec<String>,
}

/// A redaction that was not imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RefusedText {
    /// The commit.
    pub commit: String,
    /// The folder or file in the repository.
    pub path: String,
    /// IRI of the act, where it is known.
    pub act: Option<String>,
    /// Why, as a code.
    pub code: String,
    /// Why, or what must be told, in words.
    pub question: String,
}
