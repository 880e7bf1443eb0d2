//! Questions as functions that return values. Knows nothing of the terminal, of JSON or of
//! today's date.

pub mod answer;
