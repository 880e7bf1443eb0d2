//! The defined terms and abbreviations of an act on a day.

use super::failure::Failure;
use super::params::Terms;
use super::question::{Put, Question};
use super::{Asked, Desk, Outcome, Reply, generator};
use crate::query::terms::TermList;
use crate::render::wire;
use crate::render::wire::Generator;

/// The answer.
pub struct Defined {
    /// What the index tells.
    pub list: TermList,
    generator: Generator,
}

impl Asked for Terms {
    type Reply = Defined;

    fn answer(&self, desk: &dyn Desk) -> Result<Defined, Failure> {
        let question = Question::read(&self.act, None, &self.days, desk)?;
        let Put { engine, act, ask, .. } = question.put(desk)?;
        let list = engine
            .terms(&act, ask)
            .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), desk.lang()))?;
        Ok(Defined { list, generator: generator(engine) })
    }
}

impl Reply for Defined {
    type Document = wire::terms::Terms;

    fn document(&self) -> Self::Document {
        wire::terms::Terms::new(&self.list, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.list.terms.is_empty())
    }
}
