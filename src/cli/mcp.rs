//! `nusqa mcp`: questions of language models on standard input and output, until it ends.

use super::engine::Step;
use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::mcp::{Settings, run as serve};

/// Serves. Whatever is told beside the protocol goes to standard error.
pub fn run(context: &Context) -> Result<Outcome, Failure> {
    let screen = context.screen;
    let settings = Settings { sources: engine::sources(context), lang: context.lang };
    // Whoever asks waits for the index; only what it leaves out has to be told.
    let tell = move |step| {
        if let Step::LeftOut(words) = step {
            screen.complain(&format!("{words}\n"));
        }
    };
    serve(settings, Box::new(engine::preparation(context, tell)?))?;
    Ok(Outcome::Answer)
}
