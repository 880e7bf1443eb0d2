//! Any text → its notes, each at a unit of the text.

use nusqa::source::document::Document;
use nusqa::{notes, parse};

pub fn run(bytes: &[u8]) {
    let tree = parse::parse(&Document::decode("fuzz", bytes));
    for note in notes::read(&tree) {
        assert!(note.unit < tree.units.len(), "{note:?}");
    }
}
