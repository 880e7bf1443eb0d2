//! `nusqa show`: what an act or a provision said on a day.

use super::args::Show;
use super::failure::Failure;
use super::paper::Target;
use super::question::{Put, Question};
use super::{Context, Outcome, engine, excerpt};
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::query::answer::{ActInfo, Answer, Ask};
use crate::query::refs::Citation;
use crate::query::{Engine, Refusal};
use crate::render::html::paper::evidence::{self, Sheet};
use crate::render::{terminal, wire};
use crate::source;

/// Answers for a provision.
pub fn run(arguments: &Show, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let paper = arguments.paper.html.as_deref();
    let paper = paper.map(|path| Target::new(path, arguments.paper.force, context)).transpose()?;
    let Put { engine, act, address, ask } = Question::put_about(&arguments.provision, context)?;
    let mut answer = engine
        .show(&act, &address, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    if arguments.as_printed && answer.text.is_some() {
        let printed = source::printed(&answer.printed);
        let printed = printed.map_err(|error| Failure::source(&error, lang))?;
        answer.text = Some(printed);
        answer.units.clear();
    }
    let chain = arguments.explain.then(|| engine.chain(&act, &address, ask)).transpose();
    let chain = chain.map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let cited = arguments.refs.then(|| cited(&engine, &act, &address, ask)).transpose();
    let cited = cited.map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    if let Some(target) = &paper {
        let chain = match &chain {
            Some(chain) => chain,
            None => &engine
                .chain(&act, &address, ask)
                .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?,
        };
        let sheet = Sheet {
            answer: &answer,
            chain,
            quotes: &excerpt::lines(&answer.evidence),
            cited: cited.as_deref(),
            generator: &engine::generator(&engine),
        };
        target.write(evidence::page(sheet, lang).as_bytes(), context)?;
        if target.is_stdout() {
            return Ok(outcome(&answer));
        }
    }
    let document = || {
        let generator = engine::generator(&engine);
        let mut show = wire::show::Show::new(&answer, chain.as_deref(), generator, lang);
        show.references = cited.as_ref().map(|cited| {
            let with_words =
                |(citation, texts): &Cited| wire::refs::Citation::with_words(citation, texts);
            cited.iter().map(with_words).collect()
        });
        show
    };
    let page = || {
        if let Some(target) = &paper {
            return target.told(lang);
        }
        let explained = chain.as_deref().map(|chain| terminal::show::Explained {
            quotes: excerpt::quotes(&answer.evidence),
            chain,
        });
        let width = context.screen.width();
        let mut page = terminal::show::page(&answer, explained.as_ref(), width, lang);
        if let Some(cited) = &cited {
            page += &terminal::refs::under(cited, &act.id, ask.axis, width, lang);
        }
        page
    };
    context.answer(document, page)?;
    Ok(outcome(&answer))
}

/// A citation, and the words of each place that it names.
type Cited = (Citation, Vec<Option<String>>);

/// What a provision cites, with the words cited.
fn cited(
    engine: &Engine,
    act: &ActInfo,
    address: &Address,
    ask: Ask,
) -> Result<Vec<Cited>, Refusal> {
    let citations = engine.cited_in(act, address, ask)?;
    let with_words = citations.into_iter().map(|citation| {
        let texts = citation.places.iter().map(|place| engine.words_cited(place, ask));
        let texts: Result<Vec<_>, _> = texts.collect();
        Ok((citation, texts?))
    });
    with_words.collect()
}

/// A wording, or the knowledge that there was none, is an answer; alternatives alone are not.
fn outcome(answer: &Answer) -> Outcome {
    match answer.status {
        Status::NotYet | Status::Repealed | Status::Suspended => Outcome::Answer,
        _ if answer.text.is_some() => Outcome::Answer,
        _ => Outcome::Nothing,
    }
}
