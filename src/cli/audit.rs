//! `nusqa audit`: where the texts of an act, their notes and the amending acts disagree.

use super::args::Audit;
use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::audit::audit;
use crate::build::gather;
use crate::model::act::ActId;
use crate::query::answer::ActInfo;
use crate::render::terminal::audit::Drawing;
use crate::render::{terminal, wire};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Audits an act, or every act of the corpus that a text or an order is known of.
pub fn run(arguments: &Audit, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let engine = engine::open(context)?;
    let acts: Vec<ActInfo> = match &arguments.act {
        Some(asked) => vec![engine::act(&engine, asked, context)?],
        None => {
            let all = engine.acts().map_err(|refusal| Failure::refusal(refusal, None, lang))?;
            all.into_iter().filter(|act| !act.referenced).collect()
        }
    };
    let horizons: BTreeMap<&ActId, _> = acts.iter().map(|act| (&act.id, act.horizon)).collect();
    let ids: Vec<ActId> = acts.iter().map(|act| act.id.clone()).collect();
    let global = &context.global;
    let records = gather(global.corpus(), &global.index, &ids)
        .map_err(|error| Failure::build(error, lang))?;
    let audits: Vec<(ActId, _)> = records
        .par_iter()
        .map(|record| {
            let horizon = horizons.get(&record.id).copied().flatten();
            // No reader of citations gives its findings to the audit yet.
            (record.id.clone(), audit(record, horizon, |_| Vec::new()))
        })
        .collect();
    let document = || wire::audit::Audit::new(&audits, engine::generator(&engine), lang);
    let page = || {
        let drawing = Drawing {
            width: context.screen.width(),
            all: arguments.all,
            styled: context.screen.is_styled(),
        };
        terminal::audit::page(&audits, drawing, lang)
    };
    context.answer(document, page)?;
    Ok(Outcome::Answer)
}
