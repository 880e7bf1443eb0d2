//! `nusqa blame`: which act and order brought each run of words.

use super::args::Blame;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;

/// Names who brought the words of a provision.
pub fn run(arguments: &Blame, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context
        .reply(&reply, || terminal::blame::page(&reply.blame, context.screen.width(), context.lang))
}
