//! `nusqa tree`: the parsed tree of one text as printed.

use super::args::Tree;
use super::failure::Failure;
use super::{Context, Outcome, text};
use crate::parse::parse;
use crate::render::{terminal, wire};

/// Prints the tree. A loose file needs no index.
pub fn run(arguments: &Tree, context: &Context) -> Result<Outcome, Failure> {
    let text = text::open(&arguments.target, arguments.witness.as_deref(), context)?;
    let tree = parse(&text.document);
    let act = text.act.as_ref();
    let document = || wire::tree::Tree::new(&tree, &text.component, act, text.generator.clone());
    let page = || {
        let width = context.screen.width();
        terminal::tree::page(&tree, &text.component, act, width, context.lang)
    };
    context.answer(document, page)?;
    Ok(Outcome::Answer)
}
