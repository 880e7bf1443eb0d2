//! `nusqa changes`: what changed between two builds.

use super::args::Changes;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;

/// Lists the acts and places that differ.
pub fn run(arguments: &Changes, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    let width = context.screen.width();
    context
        .reply(&reply, || terminal::changes::page(&reply.since, &reply.acts, width, context.lang))
}
