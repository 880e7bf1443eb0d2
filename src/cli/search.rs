//! `nusqa search`: provisions that have the words asked for, on a day.

use super::args::Search;
use super::failure::Failure;
use super::{Context, Outcome, days, engine};
use crate::query::search::SearchAsk;
use crate::render::terminal::search::Look;
use crate::render::{terminal, wire};
use std::time::Instant;

/// Finds provisions.
pub fn run(arguments: &Search, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let ask = days::ask(&arguments.days, lang)?;
    let between = match arguments.changed_between.as_slice() {
        [from, to] => match days::period(Some(from), Some(to), lang)? {
            (Some(from), Some(to)) => Some((from, to)),
            _ => None,
        },
        _ => None,
    };
    let engine = engine::open(context)?;
    let act =
        arguments.within.as_deref().map(|act| engine::act(&engine, act, context)).transpose()?;
    let asked = SearchAsk {
        text: arguments.query.join(" "),
        ask,
        any_date: arguments.any_date,
        between,
        act,
        limit: arguments.limit,
    };
    let started = Instant::now();
    let answer = engine.search(&asked).map_err(|refusal| Failure::refusal(refusal, None, lang))?;
    let took = started.elapsed();
    let explain = arguments.explain;
    let milliseconds = || explain.then_some(took.as_secs_f64() * 1000.0);
    let document =
        || wire::search::Search::new(&answer, milliseconds(), engine::generator(&engine));
    let width = context.screen.width();
    let look = Look { width, explain, took: width.map(|_| took) };
    let page = || terminal::search::page(&answer, look, lang);
    context.answer(document, page)?;
    Ok(if answer.hits.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
