//! `реттік нөмірі 5-жолдың 3-бағанындағы …` → an order on cells of a table. Columns have no
//! address: the target is the row, or the unit around the table, and the ordinals of the columns
//! stand beside it.

use super::super::line::{self, Line, Spotted};
use super::{NewText, Reading, whole, words};
use crate::kazakh::unit::UnitNoun;
use crate::model::address::{Address, Step};
use crate::model::instruction::Operation;
use crate::model::number::Number;
use crate::parse::citation::expand::{Scope, numbers};
use crate::parse::command::Command;

/// True for an order that cites columns.
pub(super) fn cites(line: &Line) -> bool {
    line.citations.iter().any(is_column)
}

fn is_column(cited: &Spotted) -> bool {
    cited.chain.last().is_some_and(|cited| cited.noun == UnitNoun::Column)
}

/// Reads an order on columns: on words in them, or on the wording of the cells of one row.
pub(super) fn read(command: Command, line: &Line, scope: &Scope) -> Option<Vec<Reading>> {
    let [cited] = line.citations.as_slice() else { return None };
    let columns = ordinals(cited)?;
    let mut around = cited.clone();
    let form = around.chain.pop()?.form;
    if let Some(last) = around.chain.last_mut() {
        last.form = form;
    }
    let mut wide = line.clone();
    wide.citations = if around.chain.is_empty() { Vec::new() } else { vec![around] };
    let on_words = words::quotes_words(line) || words::adds_words(line);
    let readings = match command {
        Command::Exchange | Command::Supplement | Command::Remove if on_words => {
            whole(command, &wide, scope)?
        }
        // Without a row, a whole column would change.
        Command::Word if line.has("редакцияда") && columns.len() == 1 => {
            let targets = match wide.citations.as_slice() {
                [] => vec![scope.address.clone()],
                cited => line::addresses(scope, cited)?,
            };
            let is_row = |target: &Address| matches!(target.last(), Some(Step::Row(_)));
            if !matches!(targets.as_slice(), [only] if is_row(only)) {
                return None;
            }
            let new_text = NewText::Sentences;
            vec![Reading { new_text, ..Reading::new(Operation::ReplaceWords, targets) }]
        }
        _ => return None,
    };
    let narrowed = |reading: Reading| Reading { columns: columns.clone(), ..reading };
    Some(readings.into_iter().map(narrowed).collect())
}

fn ordinals(column: &Spotted) -> Option<Vec<u32>> {
    let ordinal = |number: Number| match number {
        Number::Dashed(parts) => <[u32; 1]>::try_from(parts).ok().map(|[n]| n),
        _ => None,
    };
    let numbers = numbers(&column.chain.last()?.places)?;
    let ordinals: Option<Vec<u32>> = numbers.into_iter().map(ordinal).collect();
    ordinals.filter(|list| !list.is_empty() && list.iter().all(|n| *n > 0))
}
