//! Any text → a tree in which every character that a reader sees stands once.

use nusqa::parse::parse;
use nusqa::source::document::{Document, is_blank};

pub fn run(bytes: &[u8]) {
    let document = Document::decode("fuzz", bytes);
    let tree = parse(&document);
    let mut pieces: Vec<_> = tree.units.iter().flat_map(|unit| unit.pieces.clone()).collect();
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
    for (index, unit) in tree.units.iter().enumerate() {
        assert!(unit.parent.is_none_or(|parent| parent < index));
        assert!(unit.text.is_char_boundary(unit.body));
    }
}
