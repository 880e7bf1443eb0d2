//! `nusqa show`: what an act or a provision said on a day.

use super::args::Show;
use super::failure::Failure;
use super::question::{Put, Question};
use super::{Context, Outcome, engine, excerpt};
use crate::model::certainty::Status;
use crate::query::answer::Answer;
use crate::render::{terminal, wire};
use crate::source;

/// Answers for a provision.
pub fn run(arguments: &Show, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let question =
        Question::read(&arguments.act, arguments.address.as_deref(), &arguments.days, lang)?;
    let Put { engine, act, address, ask } = question.put(context)?;
    let mut answer = engine
        .show(&act, &address, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    if arguments.as_printed && answer.text.is_some() {
        let printed = source::printed(&answer.printed);
        let printed = printed.map_err(|error| Failure::source(&error, lang))?;
        answer.text = Some(printed);
    }
    let chain = arguments.explain.then(|| engine.chain(&act, &address, ask)).transpose();
    let chain = chain.map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let document =
        || wire::show::Show::new(&answer, chain.as_deref(), engine::generator(&engine), lang);
    let page = || {
        let explained = chain.as_deref().map(|chain| terminal::show::Explained {
            quotes: excerpt::quotes(&answer.evidence),
            chain,
        });
        terminal::show::page(&answer, explained.as_ref(), context.screen.width(), lang)
    };
    context.answer(document, page)?;
    Ok(outcome(&answer))
}

/// A wording, or the knowledge that there was none, is an answer; alternatives alone are not.
fn outcome(answer: &Answer) -> Outcome {
    match answer.status {
        Status::NotYet | Status::Repealed => Outcome::Answer,
        _ if answer.text.is_some() => Outcome::Answer,
        _ => Outcome::Nothing,
    }
}
