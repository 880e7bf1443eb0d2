//! A table of facts → cards that hold them, each replaced in one step, and what became of every
//! fact.

use super::put;
use super::shelf::Shelf;
use crate::cli::Context;
use crate::cli::failure::Failure;
use crate::intake::facts::{Outcome, Placed, told};
use crate::model::act::ActId;
use crate::model::day::Adopted;
use crate::render::wire::add::AddedFact;
use crate::source::card::{CARD_FILE, Card};
use crate::source::facts::{Fact, Facts};
use crate::source::folder::{fault_of_facts, shown};
use crate::source::{self, SourceError};
use std::path::Path;

/// A row with where it comes from, in words.
pub struct Row {
    fact: Fact,
    source: String,
}

/// Reads a table.
pub fn read(path: &Path, context: &Context) -> Result<Vec<Row>, Failure> {
    let lang = context.lang;
    let bytes = source::read_bytes(path).map_err(|error| Failure::source(&error, lang))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        Failure::source(&SourceError::NotUtf8 { path: path.to_owned(), offset }, lang)
    })?;
    let facts = Facts::parse(&text)
        .map_err(|fault| Failure::corpus(fault_of_facts(shown(path), fault), lang))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let row = |fact: &Fact| Row {
        fact: fact.clone(),
        source: match fact.source.as_str() {
            "" => name.to_string(),
            words => format!("{name}: {words}"),
        },
    };
    Ok(facts.all().iter().map(row).collect())
}

/// Puts the facts into the cards of their acts.
pub fn place(
    rows: &[Row],
    dry: bool,
    shelf: &mut Shelf,
    context: &Context,
) -> Result<Vec<AddedFact>, Failure> {
    let mut added = Vec::new();
    for (row, number) in rows.iter().zip(1..) {
        let fact = &row.fact;
        let id = ActId {
            form: fact.form,
            issuer: fact.issuer.clone(),
            number: fact.number.clone(),
            adopted: Adopted(fact.adopted),
        };
        let found = match shelf.act(&id) {
            Some(_) => Ok(id),
            None => shelf.act_of_any_issuer(&id),
        };
        let known = found.as_ref().ok().and_then(|id| shelf.act(id));
        let Some(known) = known else {
            let several = found.is_err_and(|acts| acts > 1);
            let outcome = if several { Outcome::SeveralActs } else { Outcome::NoAct };
            added.extend(told(fact).into_iter().map(|(key, day)| AddedFact {
                row: number,
                line: fact.line,
                key,
                day: day.into(),
                outcome: outcome.name(),
                card: None,
                said: None,
            }));
            continue;
        };
        let path = known.folder.join(CARD_FILE);
        // A card that could be read as a part of the corpus can be read here.
        let card: Card = toml::from_str(&known.card).unwrap_or_default();
        let (new, placed) = crate::intake::facts::place(fact, &known.card, &card, &row.source);
        if new != known.card {
            if !dry {
                put::card(&known.folder, &known.card, &new)
                    .map_err(|error| put::not_written(&path, &error, context))?;
            }
            known.card = new;
        }
        added.extend(placed.into_iter().map(|Placed { key, day, said, outcome }| AddedFact {
            row: number,
            line: fact.line,
            key,
            day: day.into(),
            outcome: outcome.name(),
            card: Some(shown(&path)),
            said,
        }));
    }
    Ok(added)
}
