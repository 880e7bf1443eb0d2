//! Whether the index in use still speaks of the corpus: one cheap comparison on every start.

use crate::index::{IndexError, Layout, Stamp};
use crate::model::left_out::LeftOut;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// What is known of the index in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It speaks of this corpus, as far as one comparison tells.
    Fresh,
    /// It is missing, or the corpus folder or the program has changed since.
    Stale,
}

/// Compares the stamp of the index with the corpus folder. A corpus that is not there cannot
/// make an index stale.
///
/// # Errors
/// An index of another format or a damaged one.
pub fn freshness(corpus: &Path, layout: &Layout) -> Result<Freshness, IndexError> {
    let stamp = match layout.stamp() {
        Err(IndexError::Missing { .. }) => return Ok(Freshness::Stale),
        stamp => stamp?,
    };
    let Some(now) = stamped(corpus, &stamp.corpus, &stamp.keys) else {
        return Ok(Freshness::Fresh);
    };
    let now = Stamp { left_out: stamp.left_out.clone(), ..now };
    Ok(if stamp == now { Freshness::Fresh } else { Freshness::Stale })
}

/// The stamp of a corpus with this hash, as its folder stands now; `None` where it cannot be
/// looked at.
pub fn stamped(corpus: &Path, hash: &str, keys: &str) -> Option<Stamp> {
    let changed = std::fs::metadata(corpus).and_then(|folder| folder.modified()).ok()?;
    let corpus_changed = changed.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    Some(Stamp {
        format: crate::index::FORMAT,
        tool: crate::index::TOOL.to_string(),
        corpus: hash.to_string(),
        keys: keys.to_string(),
        corpus_path: crate::source::folder::shown(corpus),
        corpus_changed,
        left_out: LeftOut::default(),
    })
}
