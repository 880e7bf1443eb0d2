//! What an index was made of: content hashes of every input, and which inputs feed which act.
//! A change of one text then rebuilds only the acts that it reaches.

use crate::model::act::{ActId, ActType};
use crate::model::day::ActDays;
use crate::model::left_out::LeftOut;
use crate::source::seen::Seen;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of the index on disk; raised whenever an older index must not be read.
pub const FORMAT: u32 = 11;

/// The program that writes an index, to the letter: versions come about differently in another.
pub const TOOL: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("NUSQA_SOURCES"));

/// The small file read on every start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// See [`FORMAT`].
    pub format: u32,
    /// See [`TOOL`].
    pub tool: String,
    /// Hash over all inputs.
    pub corpus: String,
    /// What words are found by, see [`crate::kazakh::token::Keys`].
    pub keys: String,
    /// Path of the corpus as given.
    pub corpus_path: String,
    /// When the corpus folder itself last changed, in nanoseconds since 1970: the one cheap
    /// comparison that tells a stale index. Folders that come or go change it; a text that is
    /// edited in place does not.
    pub corpus_changed: u128,
    /// What of the corpus could not be read and is not in the index.
    #[serde(default)]
    pub left_out: LeftOut,
}

/// Every input of an index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Hash of the table of facts.
    pub facts: String,
    /// By path: cards and texts.
    pub texts: BTreeMap<String, TextInputs>,
}

/// One text as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextInputs {
    /// BLAKE3 of its bytes.
    #[serde(with = "hex")]
    pub hash: String,
    /// How it looked when that was taken; `None` where the looks tell nothing.
    pub seen: Option<Seen>,
    /// BLAKE3 of the card that names it.
    #[serde(with = "hex")]
    pub card: String,
    /// The act whose text it is.
    pub act: ActId,
    /// The days of that act.
    pub days: ActDays,
    /// What it is called where acts are cited by their titles.
    pub called: Option<String>,
    /// The acts that its orders name.
    pub amends: Vec<ActId>,
    /// The acts that they name by title alone: the form, and what it is called.
    pub cites: Vec<(ActType, String)>,
    /// The acts that its notes name.
    pub names: Vec<ActId>,
}

/// A hash in hexadecimal ↔ its bytes; what is none is kept as it is.
mod hex {
    use blake3::Hash;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    enum Kept<'a> {
        Hash([u8; 32]),
        Other(&'a str),
    }

    pub fn serialize<S: Serializer>(hash: &str, to: S) -> Result<S::Ok, S::Error> {
        let read = Hash::from_hex(hash).ok().filter(|read| *read.to_hex() == *hash);
        let kept = read.map_or(Kept::Other(hash), |read| Kept::Hash(read.into()));
        kept.serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        Ok(match Kept::deserialize(from)? {
            Kept::Hash(bytes) => Hash::from(bytes).to_hex().to_string(),
            Kept::Other(text) => text.to_owned(),
        })
    }
}
