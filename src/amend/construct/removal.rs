//! `134-тармақ алып тасталсын` → units taken out; their numbers stay as tombstones, while the
//! indents after a removed one move up.

use super::super::line::{self, Line};
use super::Reading;
use crate::kazakh::noun::Case;
use crate::kazakh::unit::UnitNoun;
use crate::model::instruction::Operation;
use crate::parse::citation::expand::Scope;
use crate::parse::citation::phrase;

/// Reads an order that removes units.
pub(super) fn read(line: &Line, scope: &Scope) -> Option<Reading> {
    let named = |cited: &line::Spotted| {
        let case = phrase::case(&cited.chain);
        matches!(case, Some(Case::Nominative | Case::Accusative))
    };
    // A destructive order is read only where every unit that it names is taken out.
    if line.citations.is_empty() || !line.citations.iter().all(named) {
        return None;
    }
    let targets = line::addresses(scope, &line.citations)?;
    let indents = line
        .citations
        .iter()
        .all(|cited| cited.chain.last().is_some_and(|cited| cited.noun == UnitNoun::Indent));
    let operation = if indents { Operation::DeleteIndents } else { Operation::Delete };
    Some(Reading::new(operation, targets))
}
