//! The answer to one line of a batch: `nusqa/reply/1`.

use super::Generator;
use super::error::Error;
use super::search::Search;
use super::show::Show;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A line of a batch, answered.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Reply {
    /// `nusqa/reply/1`.
    #[schemars(extend("const" = "nusqa/reply/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The line of the input, counted from 1.
    pub line: usize,
    /// The `id` of the question; null where it has none or cannot be read.
    pub id: Option<Id>,
    /// What the command would have ended with, had it been asked this alone: 0, 1 or 2.
    #[schemars(range(max = 2))]
    pub exit: u8,
    /// What it would have printed with `--json`.
    pub document: Document,
}

/// What a question is called by who asks it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ReplyId")]
pub enum Id {
    /// A whole number.
    Number(i64),
    /// Words.
    Words(String),
}

/// The document that answers a line.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ReplyDocument")]
pub enum Document {
    /// Of a line of `show`.
    Show(Box<Show>),
    /// Of a line of `search`.
    Search(Box<Search>),
    /// Of a line that has no answer.
    Error(Error),
}

impl From<Show> for Document {
    fn from(document: Show) -> Self {
        Document::Show(Box::new(document))
    }
}

impl From<Search> for Document {
    fn from(document: Search) -> Self {
        Document::Search(Box::new(document))
    }
}
