//! Which acts there are → the list of them.

use super::failure::Failure;
use super::params::Acts;
use super::{Asked, Desk, Outcome, Reply, generator};
use crate::query::answer::ActInfo;
use crate::render::wire;
use crate::render::wire::Generator;

/// The acts.
pub struct Listed {
    /// Every act, by IRI.
    pub acts: Vec<ActInfo>,
    generator: Generator,
}

impl Asked for Acts {
    type Reply = Listed;

    fn answer(&self, desk: &dyn Desk) -> Result<Listed, Failure> {
        let engine = desk.engine()?;
        let acts = engine.acts().map_err(|refusal| Failure::refusal(refusal, None, desk.lang()))?;
        Ok(Listed { acts, generator: generator(engine) })
    }
}

impl Reply for Listed {
    type Document = wire::acts::Acts;

    fn document(&self) -> Self::Document {
        wire::acts::Acts::new(&self.acts, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.acts.is_empty())
    }
}
