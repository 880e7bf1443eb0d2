//! `nusqa export --format akn`: every expression of the acts, a file each, in Akoma Ntoso, or the
//! acts with all their versions.

use super::{acts, file, finish, report};
use crate::amend;
use crate::ask::{Desk, days};
use crate::cli::args::Export;
use crate::cli::failure::Failure;
use crate::cli::{Context, Outcome};
use crate::model::act::ActId;
use crate::model::instruction::Instruction;
use crate::parse::parse;
use crate::query::answer::ActInfo;
use crate::query::expression::{Change, Life};
use crate::render::akn::{Document, OrderPlace, Subject, document, whole};
use crate::render::wire;
use crate::source::read_file;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// Of how many amending acts the places of orders are kept, so that an act that amends many is read
/// once.
const AMENDING_ACTS: usize = 256;

/// Writes the files; act by act, so that no more than one act is held at a time.
pub fn run(arguments: &Export, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let on = arguments.on.as_deref().map(|text| days::day(text, lang)).transpose()?;
    let engine = context.engine()?;
    let refused = |refusal| Failure::refusal(refusal, None, lang);
    let mut written = report(arguments, "akn", engine);
    let acts = acts(arguments, engine, context)?;
    let known: HashMap<ActId, ActInfo> =
        engine.acts().map_err(refused)?.into_iter().map(|act| (act.id.clone(), act)).collect();
    let mut places: HashMap<ActId, Vec<OrderPlace>> = HashMap::new();
    for (act, done) in acts.iter().zip(0..) {
        context.progress(done, acts.len());
        let life = engine.life(act).map_err(refused)?;
        let changes = life.changes();
        if places.len() > AMENDING_ACTS {
            places.clear();
        }
        for by in changes.iter().filter_map(|change| change.by.as_ref()) {
            if let (false, Some(amending)) = (places.contains_key(by), known.get(by)) {
                let orders = orders(amending, context)?.into_iter();
                let orders = orders.map(|order| OrderPlace { at: order.at, span: order.span });
                places.insert(by.clone(), orders.collect());
            }
        }
        let own = Exported {
            end: life.end(&changes),
            changes,
            orders: orders(act, context)?,
            days: life.days(),
            corpus: &engine.stamp().corpus,
            life,
        };
        for moment in own.moments(arguments.whole, on) {
            let Some(document) = own.document(moment, &places) else { continue };
            let put = file::put(arguments, &document.path, context, |out| {
                out.write_all(&document.bytes)
            })?;
            let replaced = document.replaced.iter().map(|(character, count)| {
                let character = format!("U+{:04X}", u32::from(*character));
                wire::export::Replaced { character, count: *count }
            });
            written.files.push(wire::export::ExportedFile {
                act: act.id.iri(),
                expression: Some(document.iri.clone()),
                date: moment.map(Into::into),
                bytes: document.bytes.len(),
                units: document.units,
                gaps: document.gaps,
                replaced: replaced.collect(),
                unchanged: put.unchanged,
                path: document.path,
            });
        }
    }
    context.progress(acts.len(), acts.len());
    finish(&written, context)
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
    /// The days of the documents to write; `None` is the one with all versions.
    fn moments(&self, whole: bool, on: Option<Date>) -> Vec<Option<Date>> {
        match (whole, on) {
            (true, _) => vec![None],
            (false, Some(day)) => vec![Some(day)],
            (false, None) => self.days.iter().copied().map(Some).collect(),
        }
    }

    /// A document; `None` where nothing of the act stands in it.
    fn document(
        &self,
        moment: Option<Date>,
        amending: &HashMap<ActId, Vec<OrderPlace>>,
    ) -> Option<Document> {
        let subject = Subject {
            life: &self.life,
            changes: &self.changes,
            end: self.end.as_ref(),
            days: &self.days,
            orders: &self.orders,
            amending,
            corpus: self.corpus,
        };
        match moment {
            Some(day) => document(&subject, day),
            None => whole(&subject),
        }
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
