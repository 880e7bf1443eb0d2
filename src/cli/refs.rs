//! `nusqa refs`: what a provision cites on a day, and who cites it.

use super::args::Refs;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;

/// Lists the citations of both directions.
pub fn run(arguments: &Refs, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context.reply(&reply, || {
        terminal::refs::page(&reply.references, context.screen.width(), context.lang)
    })
}
