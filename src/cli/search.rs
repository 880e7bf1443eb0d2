//! `nusqa search`: provisions that have the words asked for, on a day.

use super::args::SearchPage;
use super::failure::Failure;
use super::usage::as_typed;
use super::{Context, Outcome, batch};
use crate::ask::Asked;
use crate::render::terminal;
use crate::render::terminal::search::Look;

/// Finds provisions.
pub fn run(arguments: &SearchPage, context: &Context) -> Result<Outcome, Failure> {
    let mut asked = arguments.asked.clone();
    asked.query = asked.query.iter().map(|word| as_typed(word)).collect();
    let asked = &asked;
    if arguments.batch {
        return batch::run(asked, context);
    }
    let reply = asked.answer(context)?;
    let width = context.screen.width();
    let look = Look { width, explain: asked.explain, took: width.map(|_| reply.took) };
    context.reply(&reply, || terminal::search::page(&reply.answer, look, context.lang))
}
