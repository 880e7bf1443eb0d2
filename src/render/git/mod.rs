//! Expressions of acts and the changes between them → what a git repository of the law holds:
//! Markdown files and the messages of commits. Knows nothing of repositories.

mod message;
mod page;

pub use message::{DocumentState, Happening, message};
pub use page::{Page, Segment, page, part_mark};

/// The name under which commits are made.
pub const AUTHOR: &str = "nusqa";
/// The address under which commits are made; a name reserved for no one (RFC 2606).
pub const EMAIL: &str = "nusqa@nusqa.invalid";
