//! Which act and order brought each run of words of a provision.

use super::failure::Failure;
use super::params::Blame;
use super::question::{Put, Question};
use super::{Asked, Desk, Outcome, Reply, generator};
use crate::query::blame;
use crate::render::wire;
use crate::render::wire::Generator;

/// The answer.
pub struct Blamed {
    /// What the index tells.
    pub blame: blame::Blame,
    generator: Generator,
}

impl Asked for Blame {
    type Reply = Blamed;

    fn answer(&self, desk: &dyn Desk) -> Result<Blamed, Failure> {
        let Put { engine, act, address, ask } = Question::put_about(&self.provision, desk)?;
        let blame = engine
            .blame(&act, &address, ask)
            .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), desk.lang()))?;
        Ok(Blamed { blame, generator: generator(engine) })
    }
}

impl Reply for Blamed {
    type Document = wire::blame::Blame;

    fn document(&self) -> Self::Document {
        wire::blame::Blame::new(&self.blame, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.blame.runs.is_empty())
    }
}
