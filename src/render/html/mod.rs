//! Answers as HTML: papers that are printed and handed on, and what they say of themselves to
//! search engines. Results are strings; nothing is written here.

pub mod linked;
pub mod paper;
pub mod policy;
