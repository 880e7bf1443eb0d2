//! A file of any format → lines, whose characters lead back to its bytes.

use nusqa::source::document::{Document, Format};

pub fn run(bytes: &[u8]) {
    let Ok(document) = Document::open("fuzz", bytes) else { return };
    let text = document.text();
    let mut last = 0;
    for line in &document.lines {
        assert!(text.get(line.text.clone()).is_some(), "{:?}", line.text);
        assert!(last <= line.text.start, "lines out of order");
        last = line.text.end;
    }
    if document.format != Format::Docx {
        for (offset, _) in text.char_indices() {
            assert!(document.origin(offset) <= bytes.len());
        }
    }
}
