//! A table of facts → its rows, or the line that is wrong.

use nusqa::source::facts::Facts;

pub fn run(bytes: &[u8]) {
    let text = super::text(bytes);
    if let Err(fault) = Facts::parse(&text) {
        assert!(fault.line >= 1 && fault.line <= text.lines().count(), "line {}", fault.line);
    }
}
