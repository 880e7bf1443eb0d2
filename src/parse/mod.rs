//! Lines → one tree of units per text, and citations → addresses. Knows nothing of amendments
//! or days.

pub mod citation;
pub mod effect;
pub mod identity;
pub mod mention;
pub mod quotes;
