//! `nusqa build`: brings the index up to date with the corpus, or verifies it.

use super::args::Build;
use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::index::Layout;
use crate::query::Engine;
use crate::render::messages::catalogue::pages;
use crate::render::wire;
use crate::render::wire::Generator;

/// Builds. With `--check` nothing is written: the index is opened and every act in it read.
pub fn run(arguments: &Build, context: &Context) -> Result<Outcome, Failure> {
    if arguments.verify { verify(context) } else { build(context) }
}

fn build(context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let report = engine::renew(context.global.fresh, context)
        .map_err(|error| Failure::build(error, lang))?;
    let document = || wire::build::Build {
        schema: "nusqa/build/1",
        generator: Generator::new(Some(&report.corpus)),
        index: Layout::new(&context.global.index).shown(),
        acts: report.acts,
        texts: report.texts,
        rebuilt: report.rebuilt,
        versions: report.versions,
    };
    let page = || {
        let line = if report.rebuilt == 0 {
            pages::build_current(lang)
        } else {
            pages::build_done(lang, report.acts, report.texts)
        };
        format!("{line}\n")
    };
    context.answer(document, page)?;
    Ok(Outcome::Answer)
}

fn verify(context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let shown = Layout::new(&context.global.index).shown();
    let engine =
        Engine::open(&context.global.index).map_err(|error| Failure::index(error, lang))?;
    let acts = engine.acts().map_err(|refusal| Failure::refusal(refusal, None, lang))?;
    let texts = acts.iter().map(|act| act.witnesses.len()).sum();
    let document = || wire::build::Build {
        schema: "nusqa/build/1",
        generator: engine::generator(&engine),
        index: shown.clone(),
        acts: acts.len(),
        texts,
        rebuilt: 0,
        versions: 0,
    };
    let page = || format!("{}\n", pages::build_verified(lang, acts.len(), texts));
    context.answer(document, page)?;
    Ok(Outcome::Answer)
}
