//! The fuzzer around the targets: the environment variable `TARGET` says which.

#![no_main]

#[path = "../targets/mod.rs"]
mod targets;

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TARGET: LazyLock<targets::Target> = LazyLock::new(|| {
    let wanted = std::env::var("TARGET").unwrap_or_default();
    let found = targets::TARGETS.iter().find(|(name, _)| *name == wanted);
    let names: Vec<_> = targets::TARGETS.iter().map(|(name, _)| *name).collect();
    found.unwrap_or_else(|| panic!("set TARGET to one of {}", names.join(", "))).1
});

// The first run pays for what a target makes once; nobody should take that for a slow input.
fuzz_target!(init: TARGET(&[]), |bytes: &[u8]| TARGET(bytes));
