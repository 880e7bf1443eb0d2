//! Facts of the language: letters, numerals, names of units and of months. Knows nothing of
//! acts and files.

pub mod letters;
