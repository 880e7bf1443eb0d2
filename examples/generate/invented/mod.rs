//! A corpus, a seed number → invented acts with what amended them, and what each said on a day.
//! Every family of acts is drawn by itself, so that any number of them takes the same memory.

pub mod act;
pub mod change;
pub mod day;
pub mod draw;
pub mod family;
pub mod print;
pub mod unit;
pub mod words;

pub use family::family;
pub use words::Words;
