//! Words → a day that leads back to itself.

use nusqa::kazakh::date;

pub fn run(bytes: &[u8]) {
    let text = super::text(bytes);
    if let Ok(day) = date::parse(&text) {
        assert_eq!(date::parse(&day.to_string()).ok(), Some(day), "{text:?}");
    }
    let _ = date::at_start(&text);
}
