//! `nusqa export --format json|ndjson`: every version of every place of the acts, a file an act.

use super::{acts, file, finish, report};
use crate::ask::{Desk, generator};
use crate::cli::args::{Export, ExportFormat};
use crate::cli::failure::Failure;
use crate::cli::{Context, Outcome};
use crate::index::StoredVersion;
use crate::model::version::Axis;
use crate::render::messages::catalogue::usage;
use crate::render::path;
use crate::render::wire;
use crate::render::wire::version::Version;
use std::io;

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
        let told = |stored: &StoredVersion| -> io::Result<String> {
            let version = Version::new(&act.id, stored, generator(engine));
            Ok(serde_json::to_string(&version)?)
        };
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
