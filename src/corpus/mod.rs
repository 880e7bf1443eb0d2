//! A corpus folder → acts as read: identity, texts with trees, notes and orders.
//! Brings together what the rooms before it read; asks no question of time.

mod doubts;
mod identity;
pub mod imported;
mod reading;
mod text;

pub use doubts::{Doubt, differing_days, doubts};
pub use identity::{Identity, identify, of_card};
pub use reading::{ReadAct, read_act};
pub use text::{ReadText, read_text};

use crate::source::SourceError;
use crate::source::folder::CorpusError;

/// Why an act of the corpus cannot be read.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are named by their variant's sentence")]
pub enum ReadError {
    /// The folder, a card or the table of facts.
    Corpus(CorpusError),
    /// A text.
    Source(SourceError),
    /// Neither the card nor a text tells this fact of the act's identity.
    NoIdentity { card: String, key: &'static str },
}

impl From<CorpusError> for ReadError {
    fn from(error: CorpusError) -> Self {
        ReadError::Corpus(error)
    }
}

impl From<SourceError> for ReadError {
    fn from(error: SourceError) -> Self {
        ReadError::Source(error)
    }
}
