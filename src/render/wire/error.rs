//! An error in `--json` mode: `nusqa/error/1`, on standard output like every document.

use super::Generator;
use schemars::JsonSchema;
use serde::Serialize;

/// What went wrong, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Error {
    /// `nusqa/error/1`.
    #[schemars(extend("const" = "nusqa/error/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// Code of the message, the same in every language.
    pub code: String,
    /// The message, in the language asked for.
    pub message: String,
    /// The file that it speaks of.
    pub file: Option<String>,
    /// The line of that file, counted from 1.
    pub line: Option<usize>,
    /// What was probably meant, best first.
    pub candidates: Vec<String>,
}

impl Error {
    /// An error with its code and message only.
    pub fn new(code: &str, message: String) -> Self {
        Error {
            schema: "nusqa/error/1",
            generator: Generator::new(None),
            code: code.to_owned(),
            message,
            file: None,
            line: None,
            candidates: Vec::new(),
        }
    }
}
