//! Planned and not yet effective changes.

use super::failure::Failure;
use super::params::{Days, Upcoming};
use super::{Asked, Desk, Outcome, Reply, days, generator, question};
use crate::query::upcoming::Upcoming as Change;
use crate::render::wire;
use crate::render::wire::Generator;
use jiff::civil::Date;

/// The answer.
pub struct ToCome {
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// The day after which they begin to hold.
    pub after: Date,
    generator: Generator,
}

impl Asked for Upcoming {
    type Reply = ToCome;

    fn answer(&self, desk: &dyn Desk) -> Result<ToCome, Failure> {
        let after = days::ask(&Days { on: self.after.clone(), ..Days::default() }, desk)?.date;
        let act = self.act.as_deref().map(|act| question::act(act, desk)).transpose()?;
        let engine = desk.engine()?;
        let changes = engine.upcoming(act.as_ref(), after).map_err(|refusal| {
            Failure::refusal(refusal, act.as_ref().map(|act| &act.id), desk.lang())
        })?;
        Ok(ToCome { changes, after, generator: generator(engine) })
    }
}

impl Reply for ToCome {
    type Document = wire::upcoming::Upcoming;

    fn document(&self) -> Self::Document {
        wire::upcoming::Upcoming::new(&self.changes, self.after, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.changes.is_empty())
    }
}
