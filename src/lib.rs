//! nusqa (нұсқа, version): what a provision of a Kazakh-language act said on a day,
//! on what evidence, and how sure that is.
//!
//! The rooms, in the order in which data passes through them; each knows only those above it.

#![forbid(unsafe_code)]

pub mod amend;
pub mod ask;
pub mod audit;
pub mod build;
pub mod cli;
pub mod corpus;
pub mod index;
pub mod intake;
pub mod kazakh;
#[cfg(feature = "mcp")]
pub mod mcp;
pub mod model;
pub mod notes;
pub mod parse;
pub mod query;
pub mod refs;
pub mod render;
#[cfg(feature = "serve")]
pub mod serve;
pub mod source;
pub mod terms;
pub mod timeline;
