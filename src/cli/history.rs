//! `nusqa history`: every version of a provision.

use super::args::History;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;

/// Lists the versions.
pub fn run(arguments: &History, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context.reply(&reply, || {
        let screen = &context.screen;
        terminal::history::page(&reply.history, screen.width(), screen.letters(), context.lang)
    })
}
