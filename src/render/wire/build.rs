//! What a build did: `nusqa/build/1`.

use super::Generator;
use schemars::JsonSchema;
use serde::Serialize;

/// The outcome of a build, or of the check of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Build {
    /// `nusqa/build/1`.
    #[schemars(extend("const" = "nusqa/build/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The folder of the index.
    pub index: String,
    /// True where the index speaks of the corpus as it stands.
    pub fresh: bool,
    /// Acts in the index, those that are only named included.
    pub acts: usize,
    /// Texts of the corpus.
    pub texts: usize,
    /// Acts worked out anew; none where the index was up to date.
    pub rebuilt: usize,
    /// Versions written.
    pub versions: usize,
    /// What of the corpus could not be read and is not in the index.
    pub unread: Vec<UnreadFile>,
}

/// A folder, a card, a text or a row of the corpus that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnreadFile {
    /// The file or the folder; null where none is to blame.
    pub file: Option<String>,
    /// Line, counted from 1, where one is.
    pub line: Option<usize>,
    /// What is wrong with it: a code that does not change.
    pub code: &'static str,
    /// The same in words.
    pub message: String,
}
