//! `nusqa show`: what an act or a provision said on a day.

use super::args::Show;
use super::failure::Failure;
use super::{Context, Outcome, excerpt};
use crate::ask::Asked;
use crate::render::terminal;

/// Answers for a provision.
pub fn run(arguments: &Show, context: &Context) -> Result<Outcome, Failure> {
    let reply = arguments.answer(context)?;
    context.reply(&reply, || {
        let (answer, lang, width) = (&reply.answer, context.lang, context.screen.width());
        let explained = reply.chain.as_deref().map(|chain| terminal::show::Explained {
            quotes: excerpt::quotes(&answer.evidence),
            chain,
        });
        let mut page = terminal::show::page(answer, explained.as_ref(), width, lang);
        if let Some(cited) = &reply.cited {
            page += &terminal::refs::under(cited, &answer.act.id, reply.ask.axis, width, lang);
        }
        page
    })
}
