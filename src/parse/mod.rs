//! Lines turned into one tree of units, notes, tables and signatures per text. Never fails:
//! what no rule reads stays in the tree as unread text. Knows nothing of amendments and days.

mod act;
pub mod akn;
mod amending;
mod annex;
mod build;
pub mod citation;
pub mod command;
pub mod effect;
mod heading;
pub mod identity;
mod line;
pub mod mention;
mod note;
mod numbering;
mod opening;
mod order;
mod paragraph;
pub mod quotes;
mod requisites;
mod rows;
mod table;

pub use paragraph::Paragraph;

/// True for a paragraph that begins with the number of a point or a sub-point: `3. …`, `2) …`.
pub fn begins_with_number(text: &str) -> bool {
    opening::read(text).is_numbered()
}

use crate::model::address::Address;
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, Tree, Unit, UnitIndex};
use crate::source::document::{Document, is_blank};
use std::ops::Range;

/// Reads a text into its tree.
pub fn parse(document: &Document) -> Tree {
    let mut faults = document.faults.clone();
    let (blocks, loose) = paragraph::gather(document, &mut faults);
    let mut reader = act::Reader::new(Address::whole());
    reader.read(blocks);
    let act::Reader { builder, .. } = reader;
    let mut units = builder.units;
    keep(loose, &mut units, document);
    faults.extend(builder.faults);
    faults.extend(numbering::faults(&units));
    faults.sort_by_key(|fault| (fault.line, fault.bytes.start));
    let (characters, covered) = account(document, &units);
    Tree { source: document.id.clone(), units, faults, characters, covered }
}

/// Keeps the bytes of marks behind the last paragraph: with the last unit, or unread where there
/// is none.
fn keep(loose: Vec<Range<usize>>, units: &mut Vec<Unit>, document: &Document) {
    if loose.is_empty() {
        return;
    }
    if let Some(last) = units.last_mut() {
        last.pieces.extend(loose);
        return;
    }
    units.push(Unit {
        kind: Kind::Unread,
        address: Address::whole(),
        number: None,
        heading: None,
        text: document.text().trim().to_owned(),
        body: 0,
        parent: None,
        depth: 0,
        status: PrintedStatus::InForce,
        pieces: loose,
        lines: (1, document.lines.len().max(1)),
        cells: Vec::new(),
    });
}

/// Reads the paragraphs of new text that an order quotes, outer quotation marks already taken
/// off, into units. `container` is the address in which the outermost of them stand: `6` for
/// «26) …».
pub fn fragment(paragraphs: &[Paragraph], container: &Address) -> Vec<Unit> {
    let blocks = paragraphs.iter().map(paragraph::Block::from).collect();
    let mut reader = act::Reader::fragment(container.clone());
    reader.read(blocks);
    reader.builder.units
}

/// The paragraphs of an amending point in the order of print: units of the kinds context,
/// instruction and quoted directly inside it.
pub fn amending_paragraphs(
    tree: &Tree,
    point: UnitIndex,
) -> impl Iterator<Item = (UnitIndex, &Unit)> {
    tree.children(point)
        .map(|unit| (unit, &tree.units[unit]))
        .filter(|(_, unit)| unit.kind.is_amending())
}

impl From<&Unit> for Paragraph {
    fn from(unit: &Unit) -> Self {
        Paragraph { text: unit.text.clone(), pieces: unit.pieces.clone(), lines: unit.lines }
    }
}

/// Characters that a reader sees in the text, and those of them in units of a known kind.
fn account(document: &Document, units: &[Unit]) -> (usize, usize) {
    let mut covered: Vec<_> = units
        .iter()
        .filter(|unit| unit.kind != Kind::Unread)
        .flat_map(|unit| unit.pieces.iter().cloned())
        .collect();
    covered.sort_by_key(|piece| piece.start);
    let mut pieces = covered.into_iter().peekable();
    let mut characters = 0;
    let mut in_pieces = 0;
    for (at, c) in document.text().char_indices() {
        if is_blank(c) {
            continue;
        }
        characters += 1;
        let origin = document.origin(at);
        while pieces.peek().is_some_and(|piece| piece.end <= origin) {
            pieces.next();
        }
        if pieces.peek().is_some_and(|piece| piece.start <= origin) {
            in_pieces += 1;
        }
    }
    (characters, in_pieces)
}
