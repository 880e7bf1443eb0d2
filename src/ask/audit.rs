//! Where the texts of an act, their notes and the amending acts disagree.

use super::failure::Failure;
use super::params::Audit;
use super::{Asked, Desk, Outcome, Reply, generator, question};
use crate::audit::audit;
use crate::audit::finding::Audit as Audited;
use crate::build::{amended, gather};
use crate::model::act::ActId;
use crate::render::messages::Lang;
use crate::render::wire;
use crate::render::wire::Generator;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The answer.
pub struct Audits {
    /// What was found, act by act.
    pub audits: Vec<(ActId, Audited)>,
    lang: Lang,
    generator: Generator,
}

impl Asked for Audit {
    type Reply = Audits;

    /// Audits an act, or every act of the corpus that a text or an order is known of.
    fn answer(&self, desk: &dyn Desk) -> Result<Audits, Failure> {
        let lang = desk.lang();
        let engine = desk.engine()?;
        let all = engine.acts().map_err(|refusal| Failure::refusal(refusal, None, lang))?;
        let failed = |error| Failure::build(error, lang);
        // Of an amending act it is also told how its orders closed against the acts that it amends.
        let (asked, amended) = match &self.act {
            Some(asked) => {
                let act = question::act(asked, desk)?.id;
                let amended = amended(desk.index(), &act).map_err(failed)?;
                (vec![act], amended)
            }
            None => {
                let known = all.iter().filter(|act| !act.referenced);
                (known.map(|act| act.id.clone()).collect(), Vec::new())
            }
        };
        let horizons: BTreeMap<&ActId, _> = all.iter().map(|act| (&act.id, act.horizon)).collect();
        let ids: Vec<ActId> = asked.iter().chain(&amended).cloned().collect();
        let records = gather(desk.corpus(), desk.index(), &ids).map_err(failed)?;
        let done = AtomicUsize::new(0);
        desk.progress(0, records.len());
        let audited = records.par_iter().map(|record| {
            let horizon = horizons.get(&record.id).copied().flatten();
            let mut audited = audit(record, horizon);
            if amended.contains(&record.id) {
                audited.keep_act(&asked[0]);
            }
            desk.progress(done.fetch_add(1, Ordering::Relaxed) + 1, records.len());
            (record.id.clone(), audited)
        });
        Ok(Audits { audits: audited.collect(), lang, generator: generator(engine) })
    }
}

impl Reply for Audits {
    type Document = wire::audit::Audit;

    fn document(&self) -> Self::Document {
        wire::audit::Audit::new(&self.audits, self.generator.clone(), self.lang)
    }

    fn outcome(&self) -> Outcome {
        Outcome::Answer
    }
}
