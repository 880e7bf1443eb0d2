//! A site that was written: `nusqa/site/1`.

use super::Generator;
use schemars::JsonSchema;
use serde::Serialize;

/// A site that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Site {
    /// `nusqa/site/1`.
    #[schemars(extend("const" = "nusqa/site/1"))]
    pub schema: &'static str,
    /// What made it.
    pub generator: Generator,
    /// The folder.
    pub folder: String,
    /// The first page.
    pub start: String,
    /// Every file with its size, by name.
    pub files: Vec<File>,
}

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "SiteFile")]
pub struct File {
    /// Its name in the folder.
    pub name: String,
    /// Bytes.
    pub bytes: usize,
}
