//! The units of an act on a day.

use super::failure::Failure;
use super::params::Outline;
use super::question::{Put, Question};
use super::{Asked, Desk, Outcome, Reply, generator};
use crate::query::answer;
use crate::render::wire;
use crate::render::wire::Generator;

/// The answer.
pub struct Outlined {
    /// What the index tells.
    pub outline: answer::Outline,
    generator: Generator,
}

impl Asked for Outline {
    type Reply = Outlined;

    fn answer(&self, desk: &dyn Desk) -> Result<Outlined, Failure> {
        let Put { engine, act, address, ask } = Question::put_about(&self.provision, desk)?;
        let outline = engine
            .outline(&act, &address, ask)
            .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), desk.lang()))?;
        Ok(Outlined { outline, generator: generator(engine) })
    }
}

impl Reply for Outlined {
    type Document = wire::outline::Outline;

    fn document(&self) -> Self::Document {
        wire::outline::Outline::new(&self.outline, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.outline.units.is_empty())
    }
}
