//! Arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    nusqa::cli::run(std::env::args_os())
}
