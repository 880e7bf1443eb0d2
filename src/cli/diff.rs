//! `nusqa diff`: what changed between two days.

use super::args::DiffPage;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;
use crate::render::terminal::diff::{Layout, View};

/// Compares an act or a provision on two days.
pub fn run(arguments: &DiffPage, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.asked.answer(context)?;
    context.reply(&reply, || {
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
        terminal::diff::page(&reply.comparison, &view, context.lang)
    })
}
