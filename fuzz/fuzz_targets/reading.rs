//! The fuzzer's door to `bodies/reading.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../bodies/reading.rs"]
mod body;

fuzz_target!(|bytes: &[u8]| body::run(bytes));
