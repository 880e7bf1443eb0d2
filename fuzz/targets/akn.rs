//! A document in Akoma Ntoso → its units, or a refusal.

use nusqa::parse::akn::read;

pub fn run(bytes: &[u8]) {
    let _ = read(&super::text(bytes));
}
