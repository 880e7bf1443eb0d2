//! Any text → a tree in which every character that a reader sees stands once.

use nusqa::model::tree::Tree;
use nusqa::parse::parse;
use nusqa::source::document::{Document, is_blank};
use nusqa::source::text_of;

pub fn run(bytes: &[u8]) {
    check(bytes);
}

/// Parses and checks; gives the tree back.
pub fn check(bytes: &[u8]) -> Tree {
    let document = Document::decode("text", bytes);
    let tree = parse(&document);
    // A Word document that is refused is read as if it were text.
    let end = text_of(bytes).map_or(bytes.len(), |text| text.len());
    let mut pieces: Vec<_> =
        tree.units.iter().flat_map(|unit| unit.pieces.iter().cloned()).collect();
    pieces.sort_by_key(|piece| (piece.start, piece.end));
    for pair in pieces.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{:?} and {:?} overlap", pair[0], pair[1]);
    }
    let mut at = 0;
    for (offset, c) in document.text().char_indices().filter(|(_, c)| !is_blank(*c)) {
        let origin = document.origin(offset);
        while pieces.get(at).is_some_and(|piece| piece.end <= origin) {
            at += 1;
        }
        let inside = pieces.get(at).is_some_and(|piece| piece.start <= origin);
        assert!(inside, "{c:?} at byte {origin} stands in no unit");
    }
    assert_eq!(tree.characters, document.characters());
    assert!(tree.covered <= tree.characters);
    for (index, unit) in tree.units.iter().enumerate() {
        assert!(unit.parent.is_none_or(|parent| parent < index));
        assert_eq!(unit.depth, unit.parent.map_or(0, |parent| tree.units[parent].depth + 1));
        assert!(unit.lines.0 >= 1 && unit.lines.0 <= unit.lines.1, "{unit:?}");
        assert!(unit.text.is_char_boundary(unit.body));
        assert!(unit.pieces.iter().all(|piece| piece.start < piece.end && piece.end <= end));
        assert!(unit.pieces.windows(2).all(|pair| pair[0].end <= pair[1].start), "{unit:?}");
    }
    for fault in &tree.faults {
        assert!(fault.bytes.start <= fault.bytes.end && fault.bytes.end <= end, "{fault:?}");
    }
    tree
}
