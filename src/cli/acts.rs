//! `nusqa acts`: the acts of the corpus.

use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::render::{terminal, wire};

/// Lists the acts.
pub fn run(context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let engine = engine::open(context)?;
    let acts = engine.acts().map_err(|refusal| Failure::refusal(refusal, None, lang))?;
    let document = || wire::acts::Acts::new(&acts, engine::generator(&engine));
    let page = || terminal::acts::page(&acts, context.screen.width(), lang);
    context.answer(document, page)?;
    Ok(if acts.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
