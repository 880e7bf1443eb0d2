//! `nusqa tree`: the parsed tree of one text as printed.

use super::args::Tree;
use super::failure::Failure;
use super::{Context, Outcome, text};
use crate::ask::tree::Parsed;
use crate::render::terminal;

/// Prints the tree. A loose file needs no index.
pub fn run(arguments: &Tree, context: &Context) -> Result<Outcome, Failure> {
    let text = text::open(&arguments.target, arguments.witness.as_deref(), context)?;
    let reply = Parsed::from(text);
    context.reply(&reply, || {
        let (act, width) = (reply.act.as_ref(), context.screen.width());
        terminal::tree::page(&reply.tree, &reply.component, act, width, context.lang)
    })
}
