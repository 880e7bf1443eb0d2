//! The fuzzer's door to `bodies/adding.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../bodies/adding.rs"]
mod body;

fuzz_target!(|bytes: &[u8]| body::run(bytes));
