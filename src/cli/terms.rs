//! `nusqa terms`: the defined terms and abbreviations of an act on a day.

use super::args::Terms;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;

/// Lists the terms.
pub fn run(arguments: &Terms, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context
        .reply(&reply, || terminal::terms::page(&reply.list, context.screen.width(), context.lang))
}
