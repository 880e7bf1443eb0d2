//! `nusqa export --format json|ndjson`: every version of every place of the acts, a file an act.

use super::{acts, file, finish, report};
use crate::ask::{Desk, generator};
use crate::cli::args::{Export, ExportFormat};
use crate::cli::failure::Failure;
use crate::cli::{Context, Outcome};
use crate::index::StoredVersion;
use crate::model::version::Axis;
use crate::query::Engine;
use crate::query::answer::ActInfo;
use crate::render::messages::catalogue::usage;
use crate::render::path;
use crate::render::wire;
use crate::render::wire::version::Version;
use std::io;

/// Names standard output.
const STDOUT: &str = "-";

/// Writes the files; act by act, so that no more than one act is held at a time.
pub fn run(arguments: &Export, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let (name, ending) = match arguments.format {
        ExportFormat::Json => ("json", "json"),
        _ => ("ndjson", "ndjson"),
    };
    if arguments.on.is_some() {
        let format = format!("--format {name}");
        return Err(Failure::usage(usage::conflicting_options(lang, "--on", format)));
    }
    if arguments.out.as_os_str() == STDOUT {
        return stream(arguments, context);
    }
    let engine = context.engine()?;
    let refused = |refusal| Failure::refusal(refusal, None, lang);
    let mut written = report(arguments, name, engine);
    let acts = acts(arguments, engine, context)?;
    for (act, done) in acts.iter().zip(0..) {
        context.progress(done, acts.len());
        let mut versions = engine.versions(act, Axis::InForce).map_err(refused)?;
        if versions.is_empty() {
            continue;
        }
        versions.extend(engine.versions(act, Axis::Adopted).map_err(refused)?);
        let iri = act.id.iri();
        let path = format!("{}.{ending}", path::of_iri(&iri));
        let told = |stored: &StoredVersion| told(act, stored, engine);
        let put = file::put(arguments, &path, context, |out| match arguments.format {
            ExportFormat::Json => {
                let mut before = "[";
                for stored in &versions {
                    write!(out, "{before}\n{}", told(stored)?)?;
                    before = ",";
                }
                out.write_all(b"\n]\n")
            }
            _ => versions.iter().try_for_each(|stored| writeln!(out, "{}", told(stored)?)),
        })?;
        written.files.push(wire::export::ExportedFile {
            path,
            expression: None,
            date: None,
            act: iri,
            bytes: put.bytes,
            units: versions.len(),
            gaps: versions.iter().filter(|stored| lacks_words(stored)).count(),
            replaced: Vec::new(),
            unchanged: put.unchanged,
        });
    }
    context.progress(acts.len(), acts.len());
    finish(&written, context)
}

/// The lines on standard output, until nobody reads them any more.
fn stream(arguments: &Export, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let other = match arguments.format {
        ExportFormat::Json => Some("--format json"),
        _ => context.global.json.then_some("--json"),
    };
    if let Some(other) = other {
        let out = format!("--out {STDOUT}");
        return Err(Failure::usage(usage::conflicting_options(lang, out, other)));
    }
    let engine = context.engine()?;
    let mut outcome = Outcome::Nothing;
    for act in acts(arguments, engine, context)? {
        for axis in [Axis::InForce, Axis::Adopted] {
            let versions = engine.versions(&act, axis);
            let versions = versions.map_err(|refusal| Failure::refusal(refusal, None, lang))?;
            for stored in &versions {
                outcome = Outcome::Answer;
                let line = told(&act, stored, engine);
                let goes_on = line.and_then(|line| context.screen.print_line(&line));
                if !goes_on.map_err(|cause| Failure::output(&cause, lang))? {
                    return Ok(outcome);
                }
            }
        }
    }
    Ok(outcome)
}

fn told(act: &ActInfo, stored: &StoredVersion, engine: &Engine) -> io::Result<String> {
    Ok(serde_json::to_string(&Version::new(&act.id, stored, generator(engine)))?)
}

/// True for a version that holds and whose words or parts are not all known.
fn lacks_words(stored: &StoredVersion) -> bool {
    use crate::model::certainty::Status;
    let version = &stored.version;
    let wordless = stored.has_words && version.text.is_none();
    match version.status {
        Status::Unknown => true,
        Status::InForce => wordless || !version.parts_known,
        _ => false,
    }
}
