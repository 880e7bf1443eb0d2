//! `nusqa build`: brings the index up to date with the corpus, or verifies it.

use super::args::Build;
use super::failure::Failure;
use super::{Context, Outcome, engine, unread};
use crate::ask::generator;
use crate::build::{Freshness, freshness};
use crate::index::{IndexError, Layout};
use crate::kazakh::token::Keys;
use crate::model::address::Address;
use crate::model::version::Axis;
use crate::query::Engine;
use crate::query::answer::Ask;
use crate::render::messages::catalogue::pages;
use crate::render::wire;
use crate::render::wire::Generator;

/// Builds. With `--check` nothing is written: every file of the index is compared with what was
/// written, and every version in it is read.
pub fn run(arguments: &Build, context: &Context) -> Result<Outcome, Failure> {
    if arguments.verify { verify(context) } else { build(arguments, context) }
}

fn build(arguments: &Build, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let keys = arguments.keys.as_deref().and_then(Keys::named);
    let report = engine::renew(context.global.fresh, keys, context)
        .map_err(|error| Failure::build(error, lang))?;
    let found = unread::findings(report.unread, lang);
    let document = || wire::build::Build {
        schema: "nusqa/build/1",
        generator: Generator::new(Some(&report.corpus)),
        index: Layout::new(&context.global.index).shown(),
        fresh: true,
        acts: report.acts,
        texts: report.texts,
        rebuilt: report.rebuilt,
        versions: report.versions,
        unread: found.clone(),
    };
    let page = || {
        let line = if report.rebuilt == 0 {
            pages::build_current(lang)
        } else {
            pages::build_done(lang, report.acts, report.texts)
        };
        let left_out = match found.as_slice() {
            [] => String::new(),
            found => unread::warning(found, lang),
        };
        format!("{line}\n{left_out}")
    };
    context.answer(document, page)?;
    Ok(Outcome::unless(!found.is_empty()))
}

/// A stale index is told as such, and is no answer; a damaged one is an error.
fn verify(context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let global = &context.global;
    let layout = Layout::new(&global.index);
    let refused = |refusal| Failure::refusal(refusal, None, lang);
    let engine = Engine::open(&global.index).map_err(|error| Failure::index(error, lang))?;
    let damaged = engine.damaged_files().map_err(|error| Failure::index(error, lang))?;
    if let Some(first) = damaged.first() {
        let (path, cause) = (layout.shown(), first.clone());
        let failure = Failure::index(IndexError::Damaged { path, cause }, lang);
        let lines = damaged.iter().map(|file| format!("  {file}")).collect();
        return Err(failure.with_hints(damaged, lines));
    }
    let acts = engine.acts().map_err(refused)?;
    for act in &acts {
        for axis in [Axis::InForce, Axis::Adopted] {
            let ask = Ask { axis, date: act.id.adopted.0, known_by: None };
            engine.outline(act, &Address::whole(), ask).map_err(refused)?;
        }
    }
    let fresh = freshness(global.corpus(), &layout).is_ok_and(|fresh| fresh == Freshness::Fresh);
    let texts = acts.iter().map(|act| act.witnesses.len()).sum();
    let document = || wire::build::Build {
        schema: "nusqa/build/1",
        generator: generator(&engine),
        index: layout.shown(),
        fresh,
        acts: acts.len(),
        texts,
        rebuilt: 0,
        versions: 0,
        unread: Vec::new(),
    };
    let page = || {
        let mut page = format!("{}\n", pages::build_verified(lang, acts.len(), texts));
        if !fresh {
            page.push_str(&format!("{}\n", pages::build_stale(lang)));
        }
        page
    };
    context.answer(document, page)?;
    Ok(if fresh { Outcome::Answer } else { Outcome::Nothing })
}
