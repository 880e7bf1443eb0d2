//! `nusqa refs`: what a provision cites on a day, and who cites it.

use super::args::Provision;
use super::failure::Failure;
use super::question::{Put, Question};
use super::{Context, Outcome, engine};
use crate::render::{terminal, wire};

/// Lists the citations of both directions.
pub fn run(arguments: &Provision, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let Put { engine, act, address, ask } = Question::put_about(arguments, context)?;
    let references = engine
        .references(&act, &address, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let document = || wire::refs::Refs::new(&references, engine::generator(&engine));
    let page = || terminal::refs::page(&references, context.screen.width(), lang);
    context.answer(document, page)?;
    let nothing = references.cites.is_empty() && references.cited_by.is_empty();
    Ok(if nothing { Outcome::Nothing } else { Outcome::Answer })
}
