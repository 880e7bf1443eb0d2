//! Any words of a user → addresses and days: never a panic, and what is read leads back to itself.

use nusqa::kazakh::date;
use nusqa::parse::citation::parse_address;

/// Runs one input.
pub fn run(text: &str) {
    for address in parse_address(text) {
        assert!(parse_address(&address.to_string()).contains(&address), "{address}");
    }
    let _ = date::parse(text);
}
