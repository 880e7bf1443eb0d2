//! `nusqa blame`: which act and order brought each run of words.

use super::args::Provision;
use super::failure::Failure;
use super::question::{Put, Question};
use super::{Context, Outcome, engine};
use crate::render::{terminal, wire};

/// Names who brought the words of a provision.
pub fn run(arguments: &Provision, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let Put { engine, act, address, ask } = Question::put_about(arguments, context)?;
    let blame = engine
        .blame(&act, &address, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let document = || wire::blame::Blame::new(&blame, engine::generator(&engine));
    let page = || terminal::blame::page(&blame, context.screen.width(), lang);
    context.answer(document, page)?;
    Ok(if blame.runs.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
