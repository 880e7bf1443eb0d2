//! `nusqa export --format git`: the acts as a git repository, a commit for every day on which an
//! act was adopted that changed one of them, or took effect.

use super::repository::Repository;
use super::{acts, finish, report};
use crate::ask::Desk;
use crate::cli::args::{Export, ExportAxis};
use crate::cli::failure::Failure;
use crate::cli::{Context, Outcome};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::day::Window;
use crate::model::version::Axis;
use crate::parse::parse;
use crate::query::expression::{Change, Expression, Life};
use crate::render::git::{DocumentState, Happening, Page, Segment, message, page};
use crate::render::messages::catalogue::causes::cause;
use crate::render::messages::catalogue::{errors, usage};
use crate::render::{path, wire};
use crate::source::document::Document;
use crate::source::folder::shown;
use gix::ObjectId;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;

/// A document on a day: what of it goes into the commit.
struct State {
    blob: ObjectId,
    document: DocumentState,
    units: usize,
    bytes: usize,
}

/// Writes the repository. The words of an act are kept no longer than it takes to write them.
pub fn run(arguments: &Export, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let conflict = match (&arguments.on, arguments.overwrite) {
        (Some(_), _) => Some("--on"),
        (None, true) => Some("--overwrite"),
        (None, false) => None,
    };
    if let Some(option) = conflict {
        return Err(Failure::usage(usage::conflicting_options(lang, option, "--format git")));
    }
    let axis = match arguments.axis {
        Some(ExportAxis::InForce) => Axis::InForce,
        _ => Axis::Adopted,
    };
    let engine = context.engine()?;
    let refused = |refusal| Failure::refusal(refusal, None, lang);
    let name = shown(&arguments.out);
    let failed = |error: io::Error| {
        let message = match error.kind() {
            io::ErrorKind::AlreadyExists => errors::repository_exists(lang, &name),
            _ => errors::export_failed(lang, &name, cause(&error, lang)),
        };
        Failure::in_file(message, &name, None)
    };
    let chosen = acts(arguments, engine, context)?;
    let titles: HashMap<ActId, Option<String>> =
        engine.acts().map_err(refused)?.into_iter().map(|act| (act.id, act.title)).collect();
    let mut repository = Repository::begin(&arguments.out).map_err(failed)?;
    let mut days: BTreeMap<Date, Vec<State>> = BTreeMap::new();
    let mut effects: BTreeMap<ActId, Vec<Window>> = BTreeMap::new();
    for (done, act) in chosen.iter().enumerate() {
        context.progress(done, chosen.len());
        let own = Life::new(act, engine.versions(act, Axis::InForce).map_err(refused)?);
        for change in own.changes() {
            let windows = effects.entry(change.by.unwrap_or(act.id.clone())).or_default();
            if !windows.contains(&change.window) {
                windows.push(change.window);
            }
        }
        let life = match axis {
            Axis::InForce => own,
            Axis::Adopted => Life::on_axis(act, engine.versions(act, axis).map_err(refused)?, axis),
        };
        for (day, state) in states(&life, &repository).map_err(failed)? {
            days.entry(day).or_default().push(state);
        }
    }
    context.progress(chosen.len(), chosen.len());
    for windows in effects.values_mut() {
        windows.sort_by_key(Window::moment);
    }
    let mut written = report(arguments, "git", engine);
    let generator = format!("nusqa {}", env!("CARGO_PKG_VERSION"));
    for (day, states) in days {
        let mut causes: BTreeSet<&ActId> = BTreeSet::new();
        for state in &states {
            causes.extend(state.document.changes.iter().filter_map(|change| change.by.as_ref()));
        }
        let happenings: Vec<Happening> = causes
            .into_iter()
            .map(|act| Happening {
                act: act.clone(),
                title: titles.get(act).cloned().flatten(),
                windows: effects.get(act).cloned().unwrap_or_default(),
            })
            .collect();
        let documents: Vec<DocumentState> =
            states.iter().map(|state| state.document.clone()).collect();
        for state in &states {
            repository.put(&state.document.path, state.blob);
            written.files.push(wire::export::ExportedFile {
                path: state.document.path.clone(),
                act: state.document.act.iri(),
                expression: Some(format!("{}/kaz@{day}", state.document.act.iri())),
                date: Some(day.into()),
                bytes: state.bytes,
                units: state.units,
                gaps: state.document.gaps.len(),
                replaced: Vec::new(),
                unchanged: false,
            });
        }
        let effect = axis == Axis::InForce;
        let message = message(day, effect, &generator, &happenings, &documents);
        repository.commit(day, &message).map_err(failed)?;
    }
    repository.finish().map_err(failed)?;
    finish(&written, context)
}

/// The act on each day on which something in it changes for certain, its file being kept.
fn states(life: &Life, repository: &Repository) -> io::Result<Vec<(Date, State)>> {
    let act = &life.act().id;
    let mut changes: BTreeMap<Date, Vec<Change>> = BTreeMap::new();
    for change in life.changes() {
        if let Some(day) = change.window.latest {
            changes.entry(day).or_default().push(change);
        }
    }
    let mut days: BTreeSet<Date> = life.settled_days();
    days.insert(act.adopted.0);
    let mut states = Vec::new();
    let mut before: Option<ObjectId> = None;
    for day in days {
        let expression = life.on(day);
        let changes = changes.remove(&day).unwrap_or_default();
        let page = page(&expression);
        let blob = repository.blob(page.text.as_bytes())?;
        let nothing = page.text.is_empty() && before.is_none();
        if nothing || before == Some(blob) && changes.is_empty() {
            continue;
        }
        before = Some(blob);
        let evidence = evidence(&expression, &changes);
        let (units, bytes) = (page.units, page.text.len());
        let document = DocumentState {
            act: act.clone(),
            path: format!("{}.md", path::of_iri(&act.iri())),
            changes,
            certainty: page.certainty,
            unread: unread(&page),
            gaps: page.gaps,
            evidence,
        };
        states.push((day, State { blob, document, units, bytes }));
    }
    Ok(states)
}

/// The units of a page that are not found again with the same words by reading the page, and
/// those that would be found though nobody put them there.
fn unread(page: &Page) -> Vec<String> {
    let of_segment = |segment: &Segment| -> Vec<String> {
        let document = Document::decode("", segment.text.as_bytes());
        let tree = parse(&document);
        let found: HashMap<Address, &str> = tree
            .units
            .iter()
            .map(|unit| (unit.address.prefixed(&segment.component), unit.text.as_str()))
            .collect();
        let expected: HashMap<&Address, &str> =
            segment.units.iter().map(|(address, words)| (address, words.as_str())).collect();
        let lost = segment.units.iter().filter(|(address, words)| {
            found.get(address).is_none_or(|text| *text != words.as_str())
        });
        let lost = lost.map(|(address, _)| address.clone());
        let stray = tree.units.iter().map(|unit| unit.address.prefixed(&segment.component));
        let stray = stray.filter(|address| !address.is_whole() && !expected.contains_key(address));
        let all: BTreeSet<String> = lost.chain(stray).map(|address| address.to_string()).collect();
        all.into_iter().collect()
    };
    page.segments.iter().flat_map(of_segment).collect()
}

/// Who says what changed: files with their lines.
fn evidence(expression: &Expression, changes: &[Change]) -> Vec<String> {
    let changed: BTreeSet<String> =
        changes.iter().map(|change| change.address.to_string()).collect();
    let units = expression.units.iter();
    let told = units.filter(|unit| changed.contains(&unit.address.to_string()));
    let pieces = told.filter_map(|unit| unit.version.as_ref()).flat_map(|v| &v.evidence);
    let lines: BTreeSet<String> = pieces
        .map(|piece| {
            let (first, last) = piece.span.lines;
            format!("{}:{first}-{last}", piece.span.source.file)
        })
        .collect();
    lines.into_iter().collect()
}
