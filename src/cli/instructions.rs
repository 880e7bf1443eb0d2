//! `nusqa instructions`: an amending act as orders.

use super::args::Instructions;
use super::failure::Failure;
use super::{Context, Outcome, orders};
use crate::amend::ledger::ledger;
use crate::render::{terminal, wire};

/// Prints the orders and what of the text they do not account for.
pub fn run(arguments: &Instructions, context: &Context) -> Result<Outcome, Failure> {
    let amending = orders::open(&arguments.orders, context)?;
    let orders = &amending.orders.instructions;
    let ledger = ledger(&amending.tree, &amending.orders);
    let document = || {
        wire::instructions::Instructions::new(
            amending.act.clone(),
            amending.days.as_ref(),
            &amending.tree,
            orders,
            &ledger,
            amending.generator.clone(),
        )
    };
    let page = || {
        let width = context.screen.width();
        terminal::instructions::page(&amending.tree, orders, &ledger, width, context.lang)
    };
    context.answer(document, page)?;
    Ok(if orders.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
