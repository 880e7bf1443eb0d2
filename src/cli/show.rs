//! `nusqa show`: what an act or a provision said on a day.

use super::args::ShowPage;
use super::failure::Failure;
use super::paper::Target;
use super::{Context, Outcome, batch, excerpt};
use crate::ask::show::Shown;
use crate::ask::{Asked, Desk, Reply};
use crate::render::html::paper::evidence::{self, Sheet};
use crate::render::terminal;

/// Answers for a provision.
pub fn run(arguments: &ShowPage, context: &Context) -> Result<Outcome, Failure> {
    if arguments.batch {
        return batch::run(&arguments.asked, context);
    }
    let paper = arguments.paper.html.as_deref();
    let paper = paper.map(|path| Target::new(path, arguments.paper.force, context)).transpose()?;
    let reply = arguments.asked.answer(context)?;
    if let Some(target) = &paper {
        target.write(sheet(&reply, context)?.as_bytes(), context)?;
        if target.is_stdout() {
            return Ok(reply.outcome());
        }
    }
    context.reply(&reply, || match &paper {
        Some(target) => target.told(context.lang),
        None => page(&reply, context),
    })
}

fn page(reply: &Shown, context: &Context) -> String {
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
}

/// The evidence sheet, which always tells the steps of the way to the answer.
fn sheet(reply: &Shown, context: &Context) -> Result<String, Failure> {
    let answer = &reply.answer;
    let told = match &reply.chain {
        Some(chain) => Ok(chain.clone()),
        None => context.engine()?.chain(&answer.act, &answer.address, reply.ask),
    };
    let chain =
        told.map_err(|refusal| Failure::refusal(refusal, Some(&answer.act.id), context.lang))?;
    let sheet = Sheet {
        answer,
        chain: &chain,
        quotes: &excerpt::lines(&answer.evidence),
        cited: reply.cited.as_deref(),
        generator: &reply.generator,
    };
    Ok(evidence::page(sheet, context.lang))
}
