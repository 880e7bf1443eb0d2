//! The words everything else speaks: act, address, node, kinds of unit, kinds of day,
//! evidence, certainty. Knows nothing of files, parsing, search or the terminal.

pub mod act;
pub mod address;
pub mod certainty;
pub mod day;
pub mod event;
pub mod evidence;
pub mod expression;
pub mod instruction;
pub mod kind;
pub mod left_out;
pub(crate) mod named;
pub mod node;
pub mod number;
pub mod proof;
pub mod reason;
pub mod redaction;
pub mod tree;
pub mod version;
