//! `nusqa schema`: the JSON Schema of everything that is printed in `--json` mode.

use super::failure::Failure;
use super::{Context, Outcome};
use crate::render::wire;

/// Prints the schema; it is JSON with `--json` and without.
pub fn run(context: &Context) -> Result<Outcome, Failure> {
    let json = wire::to_json(&wire::schema::schema())
        .map_err(|error| Failure::json_output(&error, context.lang))?;
    context.print(&json)?;
    Ok(Outcome::Answer)
}
