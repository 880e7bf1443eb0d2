//! `nusqa export`: acts in formats of other programs.

mod akn;
mod bulk;
mod file;
mod git;
mod repository;
mod versions;

use super::args::{Export, ExportFormat};
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::{generator, question};
use crate::query::Engine;
use crate::query::answer::ActInfo;
use crate::render::messages::catalogue::usage;
use crate::render::{terminal, wire};
use crate::source::folder::shown;
use clap::ValueEnum;

/// Exports.
pub fn run(arguments: &Export, context: &Context) -> Result<Outcome, Failure> {
    let named = || {
        let format = arguments.format.to_possible_value();
        format.map_or(String::new(), |name| format!("--format {}", name.get_name()))
    };
    match arguments.format {
        _ if arguments.axis.is_some() && arguments.format != ExportFormat::Git => {
            Err(Failure::usage(usage::conflicting_options(context.lang, "--axis", named())))
        }
        _ if arguments.whole && arguments.format != ExportFormat::Akn => {
            Err(Failure::usage(usage::conflicting_options(context.lang, "--whole", named())))
        }
        ExportFormat::Akn => akn::run(arguments, context),
        ExportFormat::Bulk => bulk::run(arguments, context),
        ExportFormat::Git => git::run(arguments, context),
        ExportFormat::Json | ExportFormat::Ndjson => versions::run(arguments, context),
    }
}

/// The acts that the user named; all where none was.
fn acts(arguments: &Export, engine: &Engine, context: &Context) -> Result<Vec<ActInfo>, Failure> {
    match &arguments.act {
        Some(act) => Ok(vec![question::act(act, context)?]),
        None => engine.acts().map_err(|refusal| Failure::refusal(refusal, None, context.lang)),
    }
}

/// What will be told of an export that has not written anything yet.
fn report(arguments: &Export, format: &str, engine: &Engine) -> wire::export::Export {
    wire::export::Export {
        schema: "nusqa/export/1",
        generator: generator(engine),
        format: format.to_owned(),
        out: shown(&arguments.out),
        files: Vec::new(),
    }
}

fn finish(written: &wire::export::Export, context: &Context) -> Result<Outcome, Failure> {
    let page = || terminal::export::page(written, context.lang);
    context.answer(|| written.clone(), page)?;
    Ok(if written.files.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}
