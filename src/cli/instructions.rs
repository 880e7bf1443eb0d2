//! `nusqa instructions`: an amending act as orders.

use super::args::Instructions;
use super::failure::Failure;
use super::{Context, Outcome, orders};
use crate::ask::instructions::Ordered;
use crate::render::terminal;

/// Prints the orders and what of the text they do not account for.
pub fn run(arguments: &Instructions, context: &Context) -> Result<Outcome, Failure> {
    let reply = Ordered::from(orders::open(&arguments.orders, context)?);
    context.reply(&reply, || {
        let (amending, width) = (&reply.amending, context.screen.width());
        let orders = &amending.orders.instructions;
        terminal::instructions::page(&amending.tree, orders, &reply.ledger, width, context.lang)
    })
}
