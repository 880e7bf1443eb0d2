//! `nusqa completions`: what a shell must know to complete command lines of nusqa.

use super::args::Completions;
use super::failure::Failure;
use super::{Context, Outcome, localise};

/// Prints the script of a shell; the descriptions in it speak the language asked for.
pub fn run(arguments: &Completions, context: &Context) -> Result<Outcome, Failure> {
    let mut command = localise::command(context.lang, context.screen.help_width());
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "nusqa", &mut script);
    context.print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Answer)
}
