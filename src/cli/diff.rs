//! `nusqa diff`: what changed between two days.

use super::args::Diff;
use super::failure::Failure;
use super::{Context, Outcome, days, engine};
use crate::render::{terminal, wire};

/// Compares an act or a provision on two days.
pub fn run(arguments: &Diff, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let (ask, to) = days::compared(arguments, lang)?;
    let engine = engine::open(context)?;
    let act = engine::act(&engine, &arguments.act, context)?;
    let address = engine::address(&engine, &act, arguments.address.as_deref(), &ask, context)?;
    let comparison = engine
        .diff(&act, &address, ask, to)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let document = || wire::diff::Diff::new(&comparison, engine::generator(&engine));
    let page = || {
        let view = terminal::diff::View {
            layout: match (arguments.summary, arguments.side_by_side) {
                (true, _) => terminal::diff::Layout::Summary,
                (_, true) => terminal::diff::Layout::SideBySide,
                _ => terminal::diff::Layout::Unified,
            },
            all: arguments.all,
            styled: context.screen.is_styled(),
            width: context.screen.width(),
        };
        terminal::diff::page(&comparison, &view, lang)
    };
    context.answer(document, page)?;
    Ok(if comparison.differs() { Outcome::Answer } else { Outcome::Nothing })
}
