//! The fuzzer's door to `bodies/naming.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../bodies/naming.rs"]
mod body;

fuzz_target!(|text: &str| body::run(text));
