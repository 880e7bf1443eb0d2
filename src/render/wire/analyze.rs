//! What search makes of words: `nusqa/analyze/1`.

use super::Generator;
use schemars::JsonSchema;
use serde::Serialize;

/// Words with their keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Analyze {
    /// `nusqa/analyze/1`.
    #[schemars(extend("const" = "nusqa/analyze/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// One token a word, in order.
    pub tokens: Vec<Token>,
}

/// A word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Token {
    /// As given.
    pub token: String,
    /// As spelt: small letters, one script.
    pub spelt: String,
    /// The stem, before Kazakh letters are folded.
    pub stem: String,
    /// The keys under which it is found; two words that share one are one word to a search.
    pub keys: Vec<String>,
}

impl Analyze {
    /// The document of these words.
    pub fn new(tokens: Vec<Token>) -> Self {
        Analyze { schema: "nusqa/analyze/1", generator: Generator::new(None), tokens }
    }
}
