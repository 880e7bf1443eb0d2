//! `nusqa diff`: what changed between two days.

use super::args::DiffPage;
use super::failure::Failure;
use super::paper::Target;
use super::{Context, Outcome};
use crate::ask::{Asked, Reply};
use crate::render::html::paper::redline::{self, Sheet};
use crate::render::terminal;
use crate::render::terminal::diff::{Layout, View};

/// Compares an act or a provision on two days.
pub fn run(arguments: &DiffPage, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let paper = arguments.paper.html.as_deref();
    let paper = paper.map(|path| Target::new(path, arguments.paper.force, context)).transpose()?;
    let reply = arguments.asked.answer(context)?;
    if let Some(target) = &paper {
        let (comparison, generator) = (&reply.comparison, &reply.generator);
        let sheet = Sheet { comparison, all: arguments.all, generator };
        target.write(redline::page(sheet, lang).as_bytes(), context)?;
        if target.is_stdout() {
            return Ok(reply.outcome());
        }
    }
    context.reply(&reply, || {
        if let Some(target) = &paper {
            return target.told(lang);
        }
        let view = View {
            layout: match (arguments.summary, arguments.side_by_side) {
                (true, _) => Layout::Summary,
                (_, true) => Layout::SideBySide,
                _ => Layout::Unified,
            },
            all: arguments.all,
            styled: context.screen.is_styled(),
            width: context.screen.width(),
        };
        terminal::diff::page(&reply.comparison, &view, lang)
    })
}
