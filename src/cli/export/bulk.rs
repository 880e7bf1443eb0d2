//! `nusqa export --format bulk`: every version of every place of the acts as lines for the bulk
//! interface of a search engine, and the mapping that belongs to them.

use super::{acts, file, finish, report};
use crate::ask::{Desk, generator};
use crate::cli::args::Export;
use crate::cli::failure::Failure;
use crate::cli::{Context, Outcome};
use crate::kazakh::token::Analyzer;
use crate::model::certainty::Status;
use crate::model::version::Axis;
use crate::query::answer::ActInfo;
use crate::query::stretch::stretches;
use crate::render::bulk::{MAPPING, lines, mapping};
use crate::render::messages::catalogue::usage;
use crate::render::path;
use crate::render::wire::bulk::documents;
use crate::render::wire::export::ExportedFile;
use crate::render::wire::to_json;

/// The most bytes of one file, unless a single document needs more: engines take no more than so
/// much at a time.
const LARGEST: usize = 8 << 20;

/// Lines for one request, and what they tell.
#[derive(Default)]
struct Load {
    lines: String,
    documents: usize,
    gaps: usize,
}

/// Writes the files; act by act, so that no more than one act is held at a time.
pub fn run(arguments: &Export, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    if arguments.on.is_some() {
        return Err(Failure::usage(usage::conflicting_options(lang, "--on", "--format bulk")));
    }
    let engine = context.engine()?;
    let mut written = report(arguments, "bulk", engine);
    let mut analyzer = Analyzer::new();
    for act in acts(arguments, engine, context)? {
        let loads = loads(&act, &mut analyzer, context)?;
        let iri = act.id.iri();
        let stem = path::of_iri(&iri);
        for (i, load) in loads.into_iter().enumerate() {
            let place = if i == 0 { String::new() } else { format!(".{}", i + 1) };
            let path = format!("{stem}.bulk{place}.ndjson");
            let put =
                file::put(arguments, &path, context, |out| out.write_all(load.lines.as_bytes()))?;
            written.files.push(ExportedFile {
                path,
                expression: None,
                date: None,
                act: iri.clone(),
                bytes: put.bytes,
                units: load.documents,
                gaps: load.gaps,
                replaced: Vec::new(),
                unchanged: put.unchanged,
            });
        }
    }
    if !written.files.is_empty() {
        let json = to_json(&mapping()).map_err(|error| Failure::json_output(&error, lang))?;
        file::put(arguments, MAPPING, context, |out| out.write_all(json.as_bytes()))?;
    }
    finish(&written, context)
}

/// The lines of an act.
fn loads(act: &ActInfo, analyzer: &mut Analyzer, context: &Context) -> Result<Vec<Load>, Failure> {
    let lang = context.lang;
    let engine = context.engine()?;
    let generator = generator(engine);
    let mut loads: Vec<Load> = Vec::new();
    for axis in [Axis::InForce, Axis::Adopted] {
        let versions = engine.versions(act, axis);
        let versions = versions.map_err(|refusal| Failure::refusal(refusal, None, lang))?;
        for stretch in stretches(&versions, act.id.adopted.0) {
            let stored = &versions[stretch.version];
            for document in documents(act, stored, &stretch, &generator, analyzer) {
                let lines = lines(&document);
                let lines = lines.map_err(|error| Failure::json_output(&error, lang))?;
                let full = |load: &Load| load.lines.len() + lines.len() > LARGEST;
                if loads.last().is_none_or(full) {
                    loads.push(Load::default());
                }
                let Some(load) = loads.last_mut() else { continue };
                load.lines += &lines;
                load.documents += 1;
                let holds = matches!(stored.version.status, Status::InForce | Status::Unknown);
                let wordless = stored.has_words && document.text.is_none();
                load.gaps += usize::from(holds && (wordless || !document.parts_known));
            }
        }
    }
    Ok(loads)
}
