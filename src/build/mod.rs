//! A corpus folder → the index, doing again only what its changed files reach.
//! What of it cannot be read is left out and told; where nothing can be, the old index stays in use.

mod act;
mod alias;
mod cited;
mod context;
mod gather;
mod holders;
mod inputs;
mod left_out;
mod plan;
mod run;
mod shelf;
mod stale;
mod texts;
mod write;

pub use gather::{amended, gather};
pub use run::{Progress, Report, build, build_by};
pub use stale::{Freshness, freshness};

use crate::corpus::ReadError;
use crate::index::IndexError;

/// Why there is no new index.
#[derive(Debug)]
pub enum BuildError {
    /// The corpus.
    Read(ReadError),
    /// The index folder.
    Index(IndexError),
    /// Two folders of the corpus hold the same act: its IRI and the two folders.
    SameAct(String, String, String),
}

impl<E: Into<ReadError>> From<E> for BuildError {
    fn from(error: E) -> Self {
        BuildError::Read(error.into())
    }
}
