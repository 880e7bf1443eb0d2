//! `nusqa export`: acts in formats of other programs.

mod akn;

use super::args::{Export, ExportFormat};
use super::failure::Failure;
use super::{Context, Outcome};

/// Exports.
pub fn run(arguments: &Export, context: &Context) -> Result<Outcome, Failure> {
    match arguments.format {
        ExportFormat::Akn => akn::run(arguments, context),
    }
}
