//! `nusqa outline`: the units of an act on a day.

use super::args::Outline;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;

/// Lists the units.
pub fn run(arguments: &Outline, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context.reply(&reply, || {
        terminal::outline::page(&reply.outline, context.screen.width(), context.lang)
    })
}
