//! `nusqa acts`: the acts of the corpus.

use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Asked;
use crate::ask::params::Acts;
use crate::render::terminal;

/// Lists the acts.
pub fn run(context: &Context) -> Result<Outcome, Failure> {
    let reply = Acts {}.answer(context)?;
    context
        .reply(&reply, || terminal::acts::page(&reply.acts, context.screen.width(), context.lang))
}
