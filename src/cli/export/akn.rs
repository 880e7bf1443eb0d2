//! `nusqa export --format akn`: every expression of the acts, a file each, in Akoma Ntoso.

use crate::amend;
use crate::ask::{Desk, days, generator, question};
use crate::cli::args::Export;
use crate::cli::failure::Failure;
use crate::cli::{Context, Outcome};
use crate::model::instruction::Instruction;
use crate::parse::parse;
use crate::query::answer::ActInfo;
use crate::query::expression::{Change, Life};
use crate::render::akn::{Document, Input, document};
use crate::render::messages::catalogue::errors;
use crate::render::{terminal, wire};
use crate::source::folder::shown;
use crate::source::read_file;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Writes the files; act by act, so that no more than one act is held at a time.
pub fn run(arguments: &Export, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let on = arguments.on.as_deref().map(|text| days::day(text, lang)).transpose()?;
    let engine = context.engine()?;
    let refused = |refusal| Failure::refusal(refusal, None, lang);
    let acts = match &arguments.act {
        Some(act) => vec![question::act(act, context)?],
        None => engine.acts().map_err(refused)?,
    };
    let mut written = wire::export::Export {
        schema: "nusqa/export/1",
        generator: generator(engine),
        format: "akn".to_owned(),
        out: shown(&arguments.out),
        files: Vec::new(),
    };
    for act in acts {
        let life = engine.life(&act).map_err(refused)?;
        let changes = life.changes();
        let own = Exported {
            end: life.end(&changes),
            changes,
            orders: orders(&act, context)?,
            days: life.days(),
            corpus: &engine.stamp().corpus,
            life,
        };
        let days: Vec<Date> = match on {
            Some(day) => vec![day],
            None => own.days.iter().copied().collect(),
        };
        for day in days {
            let Some(document) = own.on(day) else { continue };
            let file = put(&arguments.out, &document, arguments.overwrite, context)?;
            let replaced = document.replaced.iter().map(|(character, count)| {
                let character = format!("U+{:04X}", u32::from(*character));
                wire::export::Replaced { character, count: *count }
            });
            written.files.push(wire::export::ExportedFile {
                act: act.id.iri(),
                expression: document.iri.clone(),
                date: day.into(),
                bytes: document.bytes.len(),
                units: document.units,
                gaps: document.gaps,
                replaced: replaced.collect(),
                unchanged: file == Put::Unchanged,
                path: document.path,
            });
        }
    }
    context.answer(|| written.clone(), || terminal::export::page(&written, lang))?;
    Ok(if written.files.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}

/// An act with everything that its documents are made of.
struct Exported<'a> {
    life: Life,
    changes: Vec<Change>,
    end: Option<Change>,
    orders: Vec<Instruction>,
    days: BTreeSet<Date>,
    corpus: &'a str,
}

impl Exported<'_> {
    /// The document of a day; `None` where nothing of the act stands on it.
    fn on(&self, day: Date) -> Option<Document> {
        let expression = self.life.on(day);
        if expression.units.is_empty() {
            return None;
        }
        Some(document(&Input {
            expression: &expression,
            changes: &self.changes,
            end: self.end.as_ref(),
            begins: self.days.contains(&day),
            orders: &self.orders,
            corpus: self.corpus,
        }))
    }
}

/// The orders of an act on others, with their places in the act.
fn orders(act: &ActInfo, context: &Context) -> Result<Vec<Instruction>, Failure> {
    let mut orders = Vec::new();
    for witness in &act.witnesses {
        let document = read_file(Path::new(&witness.file), &witness.file)
            .map_err(|error| Failure::source(&error, context.lang))?;
        for mut order in amend::read(&parse(&document), &act.id).instructions {
            order.at = order.at.prefixed(&witness.component);
            orders.push(order);
        }
    }
    Ok(orders)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Put {
    Written,
    Unchanged,
}

/// Writes a file in one step: nobody sees half of it. One with other bytes is replaced only when
/// that was asked for.
fn put(
    out: &Path,
    document: &Document,
    overwrite: bool,
    context: &Context,
) -> Result<Put, Failure> {
    let lang = context.lang;
    let path = out.join(document.path.split('/').collect::<PathBuf>());
    let failed = |error: &io::Error| {
        let shown = shown(&path);
        let cause = crate::render::messages::catalogue::causes::cause(error, lang);
        Failure::in_file(errors::export_failed(lang, shown.clone(), cause), &shown, None)
    };
    match fs::read(&path) {
        Ok(there) if there == document.bytes => return Ok(Put::Unchanged),
        Ok(_) if !overwrite => {
            let shown = shown(&path);
            return Err(Failure::in_file(errors::export_exists(lang, &shown), &shown, None));
        }
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(failed(&error)),
    }
    let folder = path.parent().unwrap_or(out);
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let mut unfinished = path.clone().into_os_string();
    unfinished.push(format!(".{}.unfinished", std::process::id()));
    let unfinished = PathBuf::from(unfinished);
    let moved =
        fs::write(&unfinished, &document.bytes).and_then(|()| fs::rename(&unfinished, &path));
    if let Err(error) = moved {
        let _ = fs::remove_file(&unfinished);
        return Err(failed(&error));
    }
    Ok(Put::Written)
}
