//! Any bytes → tree, notes and orders: never a panic, and every non-blank character accounted for.

use nusqa::parse::identity::requisites;
use nusqa::source::document::Document;
use nusqa::{amend, notes, parse};

/// Runs one input.
pub fn run(bytes: &[u8]) {
    let tree = parse::parse(&Document::decode("fuzz", bytes));
    assert!(tree.covered <= tree.characters);
    notes::read(&tree);
    if let Some(own) = requisites(&tree) {
        amend::read(&tree, &own.act);
    }
}
