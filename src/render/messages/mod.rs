//! Every word that people are shown, by code, in Kazakh, Russian and English. Nothing is worded
//! anywhere else: the terminal, the errors, the help and the explanations all take their
//! sentences from here.

pub mod act_names;
pub mod argument;
pub mod catalogue;
pub mod days;
pub mod explanation;
mod lang;
pub mod phrases;
mod template;

pub use argument::Argument;
pub use catalogue::Entry;
pub use lang::Lang;
