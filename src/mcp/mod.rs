//! Questions of language models by the Model Context Protocol → the documents that the command
//! line prints with `--json`, each with a citation in words that says how sure it is.
//!
//! The messages travel on standard input and output; nothing else is ever written there.

mod arguments;
mod citation;
mod run;
mod server;
mod tool;

pub use run::run;

use crate::ask::desk::Sources;
use crate::render::messages::Lang;

/// How a server is set up.
pub struct Settings {
    /// What its answers are taken from.
    pub sources: Sources,
    /// The language of descriptions, and of answers where none is asked for.
    pub lang: Lang,
}

/// The longest arguments of one question, in bytes of their values.
const LONGEST_ARGUMENTS: usize = 8192;

/// Questions that are worked on or wait at the same time; more are refused.
const WAITING: usize = 64;
