//! Answers as pages for people: wrapped to a width, with styles that the command line strips
//! where nobody would see them. Results are strings; nothing is printed here.

pub mod acts;
pub mod add;
pub mod apply;
pub mod audit;
pub mod blame;
pub mod changes;
pub mod check;
pub mod comparison;
pub mod diff;
pub mod events;
pub mod export;
pub mod history;
pub mod import;
pub mod instructions;
mod marked;
pub mod outline;
pub mod page;
pub mod refs;
pub mod search;
pub mod show;
mod style;
pub mod terms;
pub mod timeline;
pub mod tree;
pub mod upcoming;

pub use page::{Width, harmless};
