//! The index that questions are put to.

use super::Context;
use super::failure::Failure;
use crate::model::address::Address;
use crate::query::Engine;
use crate::query::answer::{ActInfo, Ask};
use crate::render::wire::Generator;

/// Opens the index.
pub fn open(context: &Context) -> Result<Engine, Failure> {
    Engine::open(&context.global.index).map_err(|error| Failure::index(error, context.lang))
}

/// The act that the user named.
pub fn act(engine: &Engine, asked: &str, context: &Context) -> Result<ActInfo, Failure> {
    engine.find_act(asked).map_err(|refusal| Failure::refusal(refusal, None, context.lang))
}

/// The provision that the user named; the whole act where none was.
pub fn address(
    engine: &Engine,
    act: &ActInfo,
    asked: Option<&str>,
    ask: &Ask,
    context: &Context,
) -> Result<Address, Failure> {
    let Some(asked) = asked else { return Ok(Address::whole()) };
    engine
        .find_address(act, asked, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), context.lang))
}

/// What made an answer of this index.
pub fn generator(engine: &Engine) -> Generator {
    Generator::new(Some(&engine.stamp().corpus))
}
