//! `nusqa audit`: where the texts of an act, their notes and the amending acts disagree.

use super::args::Audit;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::render::terminal;
use crate::render::terminal::audit::Drawing;

/// Audits an act, or every act of the corpus that a text or an order is known of.
pub fn run(arguments: &Audit, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context.reply(&reply, || {
        let drawing = Drawing {
            width: context.screen.width(),
            all: arguments.all,
            styled: context.screen.is_styled(),
        };
        terminal::audit::page(&reply.audits, drawing, context.lang)
    })
}
