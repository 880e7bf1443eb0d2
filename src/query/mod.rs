//! Questions as functions that return values. Knows nothing of the terminal, of JSON or of
//! today's date.

pub mod absent;
pub mod answer;
pub mod blame;
pub mod chain;
mod compose;
mod draft;
mod engine;
pub mod events;
mod grader;
mod history;
mod outline;
mod resolve;
mod show;
pub mod upcoming;

pub use engine::{Engine, Refusal};
