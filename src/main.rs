//! Arguments in, exit status out.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    nusqa::cli::run(std::env::args_os())
}
