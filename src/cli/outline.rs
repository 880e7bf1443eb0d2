//! `nusqa outline`: the units of an act on a day.

use super::args::Provision;
use super::failure::Failure;
use super::question::{Put, Question};
use super::{Context, Outcome, engine};
use crate::render::{terminal, wire};

/// Lists the units.
pub fn run(arguments: &Provision, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let Put { engine, act, address, ask } = Question::put_about(arguments, context)?;
    let outline = engine
        .outline(&act, &address, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let document = || wire::outline::Outline::new(&outline, engine::generator(&engine));
    let page = || terminal::outline::page(&outline, context.screen.width(), lang);
    context.answer(document, page)?;
    Ok(if outline.units.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
