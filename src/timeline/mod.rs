//! Texts, notes and orders of one act → the versions of every place in it, each with its days,
//! its evidence and its certainty. Knows nothing of files or of the index.

pub mod change;
pub mod grade;
pub mod ordered;
pub mod place;
pub mod reach;
pub mod record;
pub mod state;
mod weave;

pub use weave::{PlaceVersions, Timeline, weave};
