//! What an export wrote: `nusqa/export/1`.

use super::{Day, Generator};
use schemars::JsonSchema;
use serde::Serialize;

/// The outcome of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Export {
    /// `nusqa/export/1`.
    #[schemars(extend("const" = "nusqa/export/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The format.
    pub format: String,
    /// The folder to which the files were written.
    pub out: String,
    /// The files, by act and day.
    pub files: Vec<ExportedFile>,
}

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExportedFile {
    /// Its path inside the folder, with forward slashes.
    pub path: String,
    /// The IRI of the act.
    pub act: String,
    /// The IRI of the expression that it holds; null for a file with every version.
    pub expression: Option<String>,
    /// The day of the expression.
    pub date: Option<Day>,
    /// Its size.
    pub bytes: usize,
    /// Units, or versions, in it.
    pub units: usize,
    /// What of it is not known; the file says where.
    pub gaps: usize,
    /// Characters that the format cannot hold.
    pub replaced: Vec<Replaced>,
    /// True where the file was there before, with the same bytes.
    pub unchanged: bool,
}

/// A character that the format cannot hold: U+FFFD stands in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Replaced {
    /// Its code point: `U+000B`.
    pub character: String,
    /// How often.
    pub count: usize,
}
