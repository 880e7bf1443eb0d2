//! Facts of the language: letters, numerals, months and dates, nouns and their forms, the names
//! of units. Knows nothing of acts or files.

pub mod date;
pub mod inflection;
pub mod latin;
pub mod letters;
pub mod memo;
pub mod month;
pub mod noun;
pub mod numeral;
pub mod person;
pub mod roman;
pub mod skeleton;
pub mod slug;
pub mod spelling;
pub mod stem;
pub mod token;
pub mod unit;
pub mod words;
