//! Questions as functions that return values. Knows nothing of the terminal, of JSON or of
//! today's date.

pub mod absent;
pub mod answer;
pub mod blame;
pub mod book;
pub mod chain;
mod compose;
pub mod diff;
mod draft;
mod engine;
pub mod events;
pub mod expression;
mod grader;
mod history;
pub mod lifetime;
mod outline;
pub mod refs;
mod resolve;
pub mod search;
mod show;
mod spell;
pub mod stretch;
pub mod terms;
pub mod upcoming;
mod view;

pub use compose::GAP;
pub use engine::{Engine, Refusal};
