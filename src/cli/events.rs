//! `nusqa events`: every change that notes and orders tell of an act.

use super::args::Events;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;

/// Prints the changes.
pub fn run(arguments: &Events, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context.reply(&reply, || {
        terminal::events::page(&reply.act, &reply.events, context.screen.width(), context.lang)
    })
}
