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
}
