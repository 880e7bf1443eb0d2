//! Versions ↔ tantivy on disk: the only store. Knows nothing of parsing.
//!
//! `index/CURRENT` names the folder that holds the index in use. A build writes a folder of its
//! own and then replaces `CURRENT` in one step, so that a reader never sees half an index.

mod columns;
mod digest;
mod documents;
mod former;
mod history;
mod kept;
mod layout;
mod manifest;
mod packed;
mod packet;
mod reader;
mod record;
mod schema;
pub mod search;
mod searched;
mod short;
mod standing;
mod stored;
mod sums;
mod verified;
mod wording;
mod writer;
mod written;

pub use digest::ActDigest;
pub use documents::{Documents, ReadyAct};
pub use history::{ActChange, Build, History, Turn};
pub use layout::{InUse, IndexError, Layout};
pub use manifest::{FORMAT, Manifest, Stamp, TOOL, TextInputs};
pub use packet::Packet;
pub use reader::Index;
pub use stored::{Abbreviation, Context, StoredAct, StoredVersion, StoredWitness};
pub use writer::Writer;
