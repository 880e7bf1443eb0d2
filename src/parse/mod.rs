//! Lines → one tree of units per text, and citations → addresses. Knows nothing of amendments
//! or days.

pub mod citation;
