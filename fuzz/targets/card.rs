//! The card of an act → what it says, or where it is wrong.

use nusqa::source::card::Card;

pub fn run(bytes: &[u8]) {
    let _ = toml::from_str::<Card>(&super::text(bytes));
}
