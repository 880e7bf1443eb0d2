//! Words that name a place → addresses that lead back to themselves.

use nusqa::parse::citation::{exact_address, parse_address};

pub fn run(bytes: &[u8]) {
    let text = super::text(bytes);
    for address in parse_address(&text) {
        let printed = address.to_string();
        assert!(parse_address(&printed).contains(&address), "{printed}");
    }
    if let Some(address) = exact_address(&text) {
        assert_eq!(exact_address(&address.to_string()), Some(address));
    }
}
