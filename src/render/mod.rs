//! Answers as people and programs see them: words in three languages, lines for a terminal,
//! JSON with wire types of its own. Knows nothing of files, parsing or today's date.

pub mod akn;
pub mod bulk;
pub mod citation;
pub mod comparison;
pub mod docx;
pub mod git;
pub mod html;
pub mod messages;
pub mod path;
pub mod printable;
pub mod signs;
pub mod terminal;
pub mod wire;
