//! `мазмұнындағы 5-баптың тақырыбы мынадай редакцияда жазылсын` → entries of a table of contents.
//! An entry has the address of the unit that it lists behind that of the contents; the table
//! itself is one unit, in which an entry is a line.

use super::super::line::{self, Line};
use super::{NewText, Reading, words};
use crate::kazakh::noun::Case;
use crate::kazakh::unit::UnitNoun;
use crate::model::address::{Address, Step};
use crate::model::instruction::Operation;
use crate::parse::citation::expand::Scope;
use crate::parse::citation::phrase;
use crate::parse::command::Command;

/// True for an order on the contents as a list: words in it are exchanged as anywhere.
pub(super) fn cites(command: Command, line: &Line, scope: &Scope) -> bool {
    let names = |cited: &line::Spotted| {
        cited.chain.first().is_some_and(|cited| cited.noun == UnitNoun::Contents)
    };
    let on_words = words::quotes_words(line) || words::adds_words(line);
    let lists = matches!(command, Command::Word | Command::Supplement | Command::Remove);
    let inside = scope.address.steps().contains(&Step::Contents);
    lists && !on_words && (inside || line.citations.iter().any(names))
}

/// Reads an order on the contents or on entries of it.
pub(super) fn read(command: Command, line: &Line, scope: &Scope) -> Option<Reading> {
    let targets = line::addresses(scope, &line.citations)?;
    let case = phrase::case(&line.citations.last()?.chain)?;
    let nominative = matches!(case, Case::Nominative | Case::Accusative);
    if let ([contents], Command::Word, true) = (targets.as_slice(), command, nominative)
        && contents.last() == Some(&Step::Contents)
        && line.has("редакцияда")
    {
        return Some(Reading {
            new_text: NewText::Bare,
            ..Reading::new(Operation::Replace, targets)
        });
    }
    // `мазмұны … тақырыбымен толықтырылсын`: the contents themselves are the place.
    let is_place = |target: &Address| target.last() == Some(&Step::Contents);
    let entries: Vec<Address> =
        targets.iter().filter(|target| !is_place(target)).map(entry).collect();
    if entries.is_empty() || entries.iter().any(|entry| entry.contents().is_none()) {
        return None;
    }
    let container = entries.first().and_then(Address::contents);
    match command {
        Command::Word if nominative && line.has("редакцияда") => Some(Reading {
            new_text: NewText::Entries,
            ..Reading::new(Operation::Replace, entries)
        }),
        Command::Supplement if case == Case::Instrumental => Some(Reading {
            new_text: NewText::Entries,
            container,
            ..Reading::new(Operation::Insert, entries)
        }),
        Command::Remove if nominative => Some(Reading::new(Operation::Delete, entries)),
        _ => None,
    }
}

/// `5-баптың тақырыбы` and `5-бап` name the same entry.
fn entry(target: &Address) -> Address {
    match target.last() {
        Some(Step::Title) => target.parent().unwrap_or_default(),
        _ => target.clone(),
    }
}
