//! The amending act that a user means: a loose file, also a draft without number and date, or
//! an act of the corpus.

use super::failure::Failure;
use super::{Context, text};
pub use crate::ask::orders::Amending;

/// Opens a file, or the amending text of an act. A file of that name goes before an act.
pub fn open(target: &str, context: &Context) -> Result<Amending, Failure> {
    match text::loose(target, context)? {
        Some(document) => Ok(Amending::of_document(&document)),
        None => Amending::of_act(target, context),
    }
}
