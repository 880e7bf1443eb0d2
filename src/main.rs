//! Arguments in, exit status out.

#![forbid(unsafe_code)]

use std::process::ExitCode;

/// A build makes very many short strings; the allocator of most systems takes a fifth longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    nusqa::cli::run(std::env::args_os())
}
