//! `nusqa diff`: what changed between two days.

use super::args::Diff;
use super::failure::Failure;
use super::paper::Target;
use super::{Context, Outcome, days, engine};
use crate::render::html::paper::redline::{self, Sheet};
use crate::render::{terminal, wire};

/// Compares an act or a provision on two days.
pub fn run(arguments: &Diff, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let paper = arguments.paper.html.as_deref();
    let paper = paper.map(|path| Target::new(path, arguments.paper.force, context)).transpose()?;
    let (ask, to) = days::compared(arguments, lang)?;
    let engine = engine::open(context)?;
    let act = engine::act(&engine, &arguments.act, context)?;
    let address = engine::address(&engine, &act, arguments.address.as_deref(), &ask, context)?;
    let comparison = engine
        .diff(&act, &address, ask, to)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let differs = comparison.differs();
    let ended = if differs { Outcome::Answer } else { Outcome::Nothing };
    if let Some(target) = &paper {
        let generator = &engine::generator(&engine);
        let sheet = Sheet { comparison: &comparison, all: arguments.all, generator };
        target.write(redline::page(sheet, lang).as_bytes(), context)?;
        if target.is_stdout() {
            return Ok(ended);
        }
    }
    let document = || wire::diff::Diff::new(&comparison, engine::generator(&engine));
    let page = || {
        if let Some(target) = &paper {
            return target.told(lang);
        }
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
    Ok(ended)
}
