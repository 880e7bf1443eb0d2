//! A part of an order's sentence with its command → what is to be done where. One construct of
//! drafting, one file; here is only the choice between them.

mod column;
mod contents;
mod insertion;
mod redaction;
mod removal;
mod renumbering;
mod sentence;
mod status;
mod words;

use super::line::Line;
use crate::model::address::Address;
use crate::model::day::{EffectRule, EndRule};
use crate::model::instruction::{Operation, Position};
use crate::parse::citation::expand::Scope;
use crate::parse::command::Command;

/// What new text an order announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NewText {
    /// None.
    Absent,
    /// Numbered units, each beginning with its number.
    Units,
    /// Unnumbered paragraphs in the order of the targets.
    Paragraphs,
    /// Titles and headings, one a target.
    Headings,
    /// A preamble or other text without a number.
    Bare,
    /// A sentence or several, or a cell, which are no units.
    Sentences,
    /// Rows of a table, each beginning with its number.
    Rows,
    /// Headings listed in a table of contents, one a target.
    Entries,
    /// The annex of the amending act; its number, where it has one.
    Annex,
}

/// An order as far as its own sentence tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// What is done.
    pub operation: Operation,
    /// The units that change, or the new ones.
    pub targets: Vec<Address>,
    /// Where something is inserted.
    pub container: Option<Address>,
    /// On which side of the container, where it is an anchor.
    pub position: Option<Position>,
    /// Ordinals of the sentences spoken of; empty: all of the target.
    pub sentences: Vec<u32>,
    /// Ordinals of the columns spoken of; empty: all of them.
    pub columns: Vec<u32>,
    /// The addresses that the targets get in a renumbering.
    pub renumbered: Vec<Address>,
    /// Quoted old words.
    pub old_words: Vec<String>,
    /// Quoted new words.
    pub new_words: Vec<String>,
    /// What must follow.
    pub new_text: NewText,
    /// From when, where the order itself says so.
    pub from: Option<EffectRule>,
    /// Until when, where the order itself says so.
    pub until: Option<EndRule>,
}

impl Reading {
    fn new(operation: Operation, targets: Vec<Address>) -> Self {
        Reading {
            operation,
            targets,
            container: None,
            position: None,
            sentences: Vec::new(),
            columns: Vec::new(),
            renumbered: Vec::new(),
            old_words: Vec::new(),
            new_words: Vec::new(),
            new_text: NewText::Absent,
            from: None,
            until: None,
        }
    }
}

/// The orders in one part of a sentence; `None` where no construct fits or a target cannot be
/// named.
pub(super) fn read(command: Command, line: &Line, scope: &Scope) -> Option<Vec<Reading>> {
    if sentence::cites(line) {
        return sentence::read(command, line, scope);
    }
    if column::cites(line) {
        return column::read(command, line, scope);
    }
    whole(command, line, scope)
}

fn whole(command: Command, line: &Line, scope: &Scope) -> Option<Vec<Reading>> {
    if contents::cites(command, line, scope) {
        return contents::read(command, line, scope).map(|reading| vec![reading]);
    }
    match command {
        Command::Word => redaction::read(line, scope).map(|reading| vec![reading]),
        Command::Supplement if words::adds_words(line) => words::insertion(line, scope),
        Command::Supplement => insertion::read(line, scope).map(|reading| vec![reading]),
        Command::Exchange => words::exchange(line, scope),
        Command::Remove if words::quotes_words(line) => words::deletion(line, scope),
        Command::Remove => removal::read(line, scope).map(|reading| vec![reading]),
        Command::Repeal => status::repeal(line, scope).map(|reading| vec![reading]),
        Command::Suspend => status::suspension(line, scope).map(|reading| vec![reading]),
        Command::Renumber => renumbering::read(line, scope).map(|reading| vec![reading]),
    }
}

/// What an order with this command does, as far as the command alone tells: for orders that
/// could not be read.
pub(super) fn likely(command: Option<Command>) -> Operation {
    match command {
        None | Some(Command::Word) => Operation::Replace,
        Some(Command::Renumber) => Operation::Renumber,
        Some(Command::Supplement) => Operation::Insert,
        Some(Command::Exchange) => Operation::ReplaceWords,
        Some(Command::Remove) => Operation::Delete,
        Some(Command::Repeal) => Operation::Repeal,
        Some(Command::Suspend) => Operation::Suspend,
    }
}
