//! An amending act as orders, with what of its text they do not account for.

use super::failure::Failure;
use super::orders::Amending;
use super::params::Instructions;
use super::{Asked, Desk, Outcome, Reply};
use crate::amend::ledger::{Ledger, ledger};
use crate::render::wire;

/// The answer.
pub struct Ordered {
    /// The act.
    pub amending: Amending,
    /// Where each part of its text went.
    pub ledger: Ledger,
}

impl From<Amending> for Ordered {
    fn from(amending: Amending) -> Self {
        let ledger = ledger(&amending.tree, &amending.orders);
        Ordered { amending, ledger }
    }
}

impl Asked for Instructions {
    type Reply = Ordered;

    /// Answers for an act of the corpus; a loose file is opened by whoever may open files.
    fn answer(&self, desk: &dyn Desk) -> Result<Ordered, Failure> {
        Amending::of_act(&self.orders, desk).map(Ordered::from)
    }
}

impl Reply for Ordered {
    type Document = wire::instructions::Instructions;

    fn document(&self) -> Self::Document {
        let Amending { tree, orders, act, days, generator, .. } = &self.amending;
        wire::instructions::Instructions::new(
            act.clone(),
            days.as_ref(),
            tree,
            &orders.instructions,
            &self.ledger,
            generator.clone(),
        )
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.amending.orders.instructions.is_empty())
    }
}
