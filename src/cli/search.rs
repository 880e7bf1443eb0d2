//! `nusqa search`: provisions that have the words asked for, on a day.

use super::args::Search;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;
use crate::render::terminal::search::Look;

/// Finds provisions.
pub fn run(arguments: &Search, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    let width = context.screen.width();
    let look = Look { width, explain: arguments.explain, took: width.map(|_| reply.took) };
    context.reply(&reply, || terminal::search::page(&reply.answer, look, context.lang))
}
