//! Texts, notes and orders of one act → the versions of every place in it, each with its days,
//! its evidence and its certainty. Knows nothing of files or of the index.

mod carry;
pub mod change;
mod fill;
pub mod grade;
mod lapse;
mod listing;
mod moves;
mod nodes;
pub mod ordered;
pub mod place;
mod proving;
pub mod reach;
pub mod record;
mod redactions;
mod run;
pub mod state;
mod suspension;
pub mod touching;
mod weave;

pub use weave::{PlaceVersions, Timeline, weave};
