//! Every version of a provision.

use super::failure::Failure;
use super::params::{Days, History};
use super::{Asked, Desk, Outcome, Reply, days, generator, question};
use crate::query::answer;
use crate::render::wire;
use crate::render::wire::Generator;

/// The answer.
pub struct Told {
    /// What the index tells.
    pub history: answer::History,
    generator: Generator,
}

impl Asked for History {
    type Reply = Told;

    fn answer(&self, desk: &dyn Desk) -> Result<Told, Failure> {
        let period = days::period(self.from.as_deref(), self.to.as_deref(), desk.lang())?;
        let ask = days::ask(&Days::default(), desk)?;
        let act = question::act(&self.act, desk)?;
        let address = question::address(&act, self.address.as_deref(), &ask, desk)?;
        let engine = desk.engine()?;
        let history = engine
            .history(&act, &address, ask.axis, period)
            .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), desk.lang()))?;
        Ok(Told { history, generator: generator(engine) })
    }
}

impl Reply for Told {
    type Document = wire::history::History;

    fn document(&self) -> Self::Document {
        wire::history::History::new(&self.history, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.history.versions.is_empty())
    }
}
