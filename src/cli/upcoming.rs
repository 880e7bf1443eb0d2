//! `nusqa upcoming`: planned and not yet effective changes.

use super::args::Upcoming;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;

/// Lists the changes to come.
pub fn run(arguments: &Upcoming, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context.reply(&reply, || {
        terminal::upcoming::page(&reply.changes, reply.after, context.screen.width(), context.lang)
    })
}
