//! Any words → tokens that stand where they say, and stems that are no longer than can be.

use nusqa::kazakh::stem::stem;
use nusqa::kazakh::token::Analyzer;

pub fn run(bytes: &[u8]) {
    let text = super::text(bytes);
    let mut analyzer = Analyzer::new();
    let mut last = 0;
    for token in analyzer.tokens(&text) {
        let at = token.bytes.clone();
        assert!(text.get(at.clone()).is_some(), "{at:?}");
        assert!(last <= at.start, "tokens out of order");
        last = at.start;
    }
    for word in text.split_whitespace() {
        let _ = stem(word);
    }
}
