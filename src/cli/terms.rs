//! `nusqa terms`: the defined terms and abbreviations of an act on a day.

use super::args::Terms;
use super::failure::Failure;
use super::question::{Put, Question};
use super::{Context, Outcome, engine};
use crate::render::{terminal, wire};

/// Lists the terms.
pub fn run(arguments: &Terms, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let question = Question::read(&arguments.act, None, &arguments.days, lang)?;
    let Put { engine, act, ask, .. } = question.put(context)?;
    let list = engine
        .terms(&act, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let document = || wire::terms::Terms::new(&list, engine::generator(&engine));
    let page = || terminal::terms::page(&list, context.screen.width(), lang);
    context.answer(document, page)?;
    Ok(if list.terms.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
