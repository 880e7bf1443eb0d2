//! What changed between two days.

use super::failure::Failure;
use super::params::Diff;
use super::{Asked, Desk, Outcome, Reply, days, generator, question};
use crate::query::diff::Comparison;
use crate::render::wire;
use crate::render::wire::Generator;

/// The answer.
pub struct Compared {
    /// What the index tells.
    pub comparison: Comparison,
    /// What made it.
    pub generator: Generator,
}

impl Asked for Diff {
    type Reply = Compared;

    fn answer(&self, desk: &dyn Desk) -> Result<Compared, Failure> {
        let (ask, to) = days::compared(self, desk)?;
        let engine = desk.engine()?;
        let act = question::act(&self.act, desk)?;
        let address = question::address(&act, self.address.as_deref(), &ask, desk)?;
        let comparison = engine
            .diff(&act, &address, ask, to)
            .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), desk.lang()))?;
        Ok(Compared { comparison, generator: generator(engine) })
    }
}

impl Reply for Compared {
    type Document = wire::diff::Diff;

    fn document(&self) -> Self::Document {
        wire::diff::Diff::new(&self.comparison, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(!self.comparison.differs())
    }
}
