//! What the parsers could and could not read: `nusqa/check/1`.

use super::Generator;
use super::build::UnreadFile;
use crate::corpus::Doubt;
use crate::model::event::Note;
use crate::model::instruction::{Instruction, Orders};
use crate::model::kind::Kind;
use crate::model::tree;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The account of every text asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Check {
    /// `nusqa/check/1`.
    #[schemars(extend("const" = "nusqa/check/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// One entry a text.
    pub sources: Vec<Account>,
    /// What does not go together between cards and texts.
    pub cards: Vec<CardDoubt>,
    /// What of the corpus could not be read, and is in no answer.
    pub unread: Vec<UnreadFile>,
    /// Citations that lead nowhere on the last day up to which their act is known; null where no
    /// index could be asked.
    pub references: Option<Vec<super::refs::Citation>>,
}

/// Something about a card that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CardDoubt {
    /// `unnamed_text`: the file is in the act's folder, but its card does not name it, so it is
    /// not read. `contradicted`: the text says something else of its act than the card.
    /// `facts_differ`: the table of facts does. The card counts.
    #[schemars(extend("enum" = ["unnamed_text", "contradicted", "facts_differ"]))]
    pub kind: &'static str,
    /// The card.
    pub card: String,
    /// Line of the card, counted from 1; null where the card says nothing.
    pub line: Option<usize>,
    /// The key, dotted.
    pub key: Option<&'static str>,
    /// What the card says.
    pub said: Option<String>,
    /// What the text or the table says.
    pub printed: Option<String>,
    /// The text or the table.
    pub file: String,
    /// Line of that file, counted from 1.
    pub file_line: Option<usize>,
}

impl From<&Doubt> for CardDoubt {
    fn from(doubt: &Doubt) -> Self {
        match doubt {
            Doubt::UnnamedText { file, card } => CardDoubt {
                kind: "unnamed_text",
                card: card.clone(),
                line: None,
                key: None,
                said: None,
                printed: None,
                file: file.clone(),
                file_line: None,
            },
            Doubt::Contradicted { card, line, key, said, printed, file, text_line } => CardDoubt {
                kind: "contradicted",
                card: card.clone(),
                line: Some(*line),
                key: Some(key),
                said: Some(said.clone()),
                printed: Some(printed.clone()),
                file: file.clone(),
                file_line: Some(*text_line),
            },
            Doubt::FactsDiffer { card, line, key, said, told, table, table_line } => CardDoubt {
                kind: "facts_differ",
                card: card.clone(),
                line: Some(*line),
                key: Some(key),
                said: Some(said.to_string()),
                printed: Some(told.to_string()),
                file: table.clone(),
                file_line: Some(*table_line),
            },
        }
    }
}

/// The account of one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Account {
    /// The file.
    pub file: String,
    /// Non-blank characters.
    pub characters: usize,
    /// Those of them that stand in exactly one unit of a known kind.
    pub covered: usize,
    /// Stretches that no rule could read.
    pub unread: Vec<Unread>,
    /// Units by kind.
    pub units: BTreeMap<&'static str, usize>,
    /// Editorial notes.
    pub notes: usize,
    /// Those of them that were understood.
    pub notes_read: usize,
    /// Orders that amend.
    pub instructions: usize,
    /// Those of them that were understood.
    pub instructions_read: usize,
    /// Faults of the copy with the reading chosen, by line.
    pub faults: Vec<Fault>,
}

/// A stretch that no rule could read: text, a note or an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unread {
    /// What it is.
    #[schemars(schema_with = "super::names::kind")]
    pub kind: &'static str,
    /// First and last line, counted from 1, both inside.
    pub lines: [usize; 2],
    /// Bytes of the file, half-open.
    pub bytes: [usize; 2],
    /// Its words.
    pub text: String,
}

/// A fault of the copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fault {
    /// Line, counted from 1.
    pub line: usize,
    /// What kind of fault.
    #[schemars(schema_with = "super::names::fault_kind")]
    pub kind: &'static str,
    /// What stands there.
    pub printed: String,
    /// What was read instead.
    pub reading: String,
    /// Bytes of the file, half-open.
    pub bytes: [usize; 2],
}

impl Check {
    /// The document of these accounts.
    pub fn new(sources: Vec<Account>, doubts: &[Doubt], generator: Generator) -> Self {
        let cards = doubts.iter().map(CardDoubt::from).collect();
        Check {
            schema: "nusqa/check/1",
            generator,
            sources,
            cards,
            unread: Vec::new(),
            references: None,
        }
    }
}

impl Account {
    /// True where something could not be read.
    pub fn has_unread(&self) -> bool {
        !self.unread.is_empty() || self.covered < self.characters
    }

    /// The account of a text.
    pub fn of(tree: &tree::Tree, notes: &[Note], orders: &Orders) -> Self {
        let read: BTreeSet<usize> =
            notes.iter().filter(|note| !note.events.is_empty()).map(|note| note.unit).collect();
        let printed = (0..tree.units.len()).filter(|&unit| tree.units[unit].kind == Kind::Note);
        let all: BTreeSet<usize> = printed.chain(notes.iter().map(|note| note.unit)).collect();
        let mut account = Account::of_tree(tree);
        account.notes = all.len();
        account.notes_read = read.len();
        account.unread.extend(all.difference(&read).map(|&unit| Unread::of_unit(tree, unit)));
        let understood = |order: &&Instruction| order.read;
        account.instructions = orders.instructions.len();
        account.instructions_read = orders.instructions.iter().filter(understood).count();
        let unread = orders.instructions.iter().filter(|order| !order.read);
        account.unread.extend(unread.map(Unread::of_order));
        account.unread.sort_by_key(|place| place.bytes);
        account
    }

    /// The account of a tree, before its notes and orders are counted.
    fn of_tree(tree: &tree::Tree) -> Self {
        let mut units = BTreeMap::new();
        for unit in &tree.units {
            *units.entry(unit.kind.name()).or_insert(0) += 1;
        }
        let unread = (0..tree.units.len())
            .filter(|&index| tree.units[index].kind == Kind::Unread)
            .map(|index| Unread::of_unit(tree, index));
        Account {
            file: tree.source.file.to_string(),
            characters: tree.characters,
            covered: tree.covered,
            unread: unread.collect(),
            units,
            notes: 0,
            notes_read: 0,
            instructions: 0,
            instructions_read: 0,
            faults: tree.faults.iter().map(Fault::from).collect(),
        }
    }
}

impl Unread {
    /// A unit that was not understood.
    pub fn of_unit(tree: &tree::Tree, index: tree::UnitIndex) -> Self {
        let unit = &tree.units[index];
        let span = tree.span(index);
        Unread {
            kind: unit.kind.name(),
            lines: [span.lines.0, span.lines.1],
            bytes: [span.bytes.start, span.bytes.end],
            text: unit.text.clone(),
        }
    }
}

impl Unread {
    /// An order that was not understood.
    pub fn of_order(order: &Instruction) -> Self {
        Unread {
            kind: Kind::Instruction.name(),
            lines: [order.span.lines.0, order.span.lines.1],
            bytes: [order.span.bytes.start, order.span.bytes.end],
            text: order.quote.clone(),
        }
    }
}

impl From<&tree::Fault> for Fault {
    fn from(fault: &tree::Fault) -> Self {
        Fault {
            line: fault.line,
            kind: fault.kind.name(),
            printed: fault.printed.clone(),
            reading: fault.reading.clone(),
            bytes: [fault.bytes.start, fault.bytes.end],
        }
    }
}
