//! `nusqa history`: every version of a provision.

use super::args::{Days, History};
use super::failure::Failure;
use super::{Context, Outcome, days, engine};
use crate::render::{terminal, wire};

/// Lists the versions.
pub fn run(arguments: &History, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let (from, to) = days::period(arguments.from.as_deref(), arguments.to.as_deref(), lang)?;
    let ask = days::ask(&Days { on: None, known_by: None, adopted_by: None }, lang)?;
    let engine = engine::open(context)?;
    let act = engine::act(&engine, &arguments.act, context)?;
    let address = engine::address(&engine, &act, arguments.address.as_deref(), &ask, context)?;
    let history = engine
        .history(&act, &address, ask.axis, (from, to))
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let document = || wire::history::History::new(&history, engine::generator(&engine));
    let page = || {
        let letters = context.screen.letters();
        terminal::history::page(&history, context.screen.width(), letters, lang)
    };
    context.answer(document, page)?;
    Ok(if history.versions.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
