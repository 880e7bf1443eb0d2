//! `nusqa audit`: where the texts of an act, their notes and the amending acts disagree.

use super::args::Audit;
use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::audit::audit;
use crate::audit::finding::Audit as Audited;
use crate::build::{amended, gather};
use crate::model::act::ActId;
use crate::render::terminal::audit::Drawing;
use crate::render::{terminal, wire};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Audits an act, or every act of the corpus that a text or an order is known of.
pub fn run(arguments: &Audit, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let engine = engine::open(context)?;
    let all = engine.acts().map_err(|refusal| Failure::refusal(refusal, None, lang))?;
    let index = &context.global.index;
    let failed = |error| Failure::build(error, lang);
    // Of an amending act it is also told how its orders closed against the acts that it amends.
    let (asked, amended) = match &arguments.act {
        Some(asked) => {
            let act = engine::act(&engine, asked, context)?.id;
            let amended = amended(index, &act).map_err(failed)?;
            (vec![act], amended)
        }
        None => {
            let known = all.iter().filter(|act| !act.referenced);
            (known.map(|act| act.id.clone()).collect(), Vec::new())
        }
    };
    let horizons: BTreeMap<&ActId, _> = all.iter().map(|act| (&act.id, act.horizon)).collect();
    let ids: Vec<ActId> = asked.iter().chain(&amended).cloned().collect();
    let records = gather(context.global.corpus(), index, &ids).map_err(failed)?;
    let audits: Vec<(ActId, Audited)> = records
        .par_iter()
        .map(|record| {
            let horizon = horizons.get(&record.id).copied().flatten();
            let mut audited = audit(record, horizon);
            if amended.contains(&record.id) {
                audited.keep_act(&asked[0]);
            }
            (record.id.clone(), audited)
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
