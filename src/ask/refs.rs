//! What a provision cites on a day, and who cites it.

use super::failure::Failure;
use super::params::Refs;
use super::question::{Put, Question};
use super::{Asked, Desk, Outcome, Reply, generator};
use crate::query::refs::References;
use crate::render::wire;
use crate::render::wire::Generator;

/// The answer.
pub struct Referred {
    /// What the index tells.
    pub references: References,
    generator: Generator,
}

impl Asked for Refs {
    type Reply = Referred;

    fn answer(&self, desk: &dyn Desk) -> Result<Referred, Failure> {
        let Put { engine, act, address, ask } = Question::put_about(&self.provision, desk)?;
        let references = engine
            .references(&act, &address, ask)
            .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), desk.lang()))?;
        Ok(Referred { references, generator: generator(engine) })
    }
}

impl Reply for Referred {
    type Document = wire::refs::Refs;

    fn document(&self) -> Self::Document {
        wire::refs::Refs::new(&self.references, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        let nothing = self.references.cites.is_empty() && self.references.cited_by.is_empty();
        Outcome::unless(nothing)
    }
}
