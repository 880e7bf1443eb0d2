//! `nusqa upcoming`: planned and not yet effective changes.

use super::args::{Days, Upcoming};
use super::failure::Failure;
use super::{Context, Outcome, days, engine};
use crate::render::{terminal, wire};

/// Lists the changes to come.
pub fn run(arguments: &Upcoming, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let after = Days { on: arguments.after.clone(), known_by: None, adopted_by: None };
    let after = days::ask(&after, lang)?.date;
    let engine = engine::open(context)?;
    let act = arguments.act.as_deref();
    let act = act.map(|act| engine::act(&engine, act, context)).transpose()?;
    let changes = engine
        .upcoming(act.as_ref(), after)
        .map_err(|refusal| Failure::refusal(refusal, act.as_ref().map(|act| &act.id), lang))?;
    let document = || wire::upcoming::Upcoming::new(&changes, after, engine::generator(&engine));
    let page = || terminal::upcoming::page(&changes, after, context.screen.width(), lang);
    context.answer(document, page)?;
    Ok(if changes.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
