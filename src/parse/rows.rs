//! Tables turned into units: the table with its head, groups, rows, and what stands below it,
//! footnotes and lists of abbreviations.

use super::act::{Reader, Stage};
use super::build::New;
use super::note;
use super::opening;
use super::paragraph::Block;
use super::table;
use crate::kazakh::letters::skeleton;
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{FaultKind, PrintedStatus, UnitIndex};
use crate::source::spanned::Spanned;

impl Reader {
    /// A table with its head, groups and rows.
    pub(super) fn table(&mut self, blocks: &[Block]) -> Option<usize> {
        let (rows, read) = table::read(blocks)?;
        let component = self.builder.component();
        let tables = match &self.table {
            Some(last) if last.component == component => last.count + 1,
            _ => 1,
        };
        let place = (tables > 1).then_some(tables);
        let address = component.child(Step::Table(place));
        let parent = self.builder.component_unit();
        let head = rows.first().filter(|row| row.role == table::Role::Head);
        let mut whole = blocks[0].clone();
        whole.pieces = head.map_or_else(Vec::new, |row| row.pieces.clone());
        whole.lines.1 = rows.last().map_or(whole.lines.1, |row| row.lines.1);
        whole.words = words(head.map_or(&[], |row| &row.cells), whole.words.origin(0));
        let new = New {
            kind: Kind::Table,
            address: address.clone(),
            parent,
            number: None,
            heading: None,
            block: &whole,
            body: 0,
        };
        let table = self.builder.push(new);
        self.table = Some(LastTable { component, count: tables, unit: table });
        self.builder.units[table].cells = head.map_or_else(Vec::new, |row| row.cells.clone());
        let skip = usize::from(head.is_some());
        let mut parent = table;
        let mut count = 0;
        let mut groups = 0;
        for row in &rows[skip..] {
            let (kind, step, number) = match &row.role {
                table::Role::ColumnNumbers | table::Role::Head => {
                    (Kind::ColumnNumbers, Step::ColumnNumbers, None)
                }
                table::Role::Group(number) => {
                    groups += 1;
                    parent = table;
                    let number = number.clone().unwrap_or(Number::plain(groups));
                    (Kind::TableGroup, Step::Group(number.clone()), Some(number))
                }
                table::Role::Row(number) => {
                    count += 1;
                    let number = number.clone().unwrap_or(Number::plain(count));
                    (Kind::Row, Step::Row(number.clone()), Some(number))
                }
            };
            let mut block = blocks[0].clone();
            block.pieces = row.pieces.clone();
            block.lines = row.lines;
            let start = row.pieces.first().map_or(0, |piece| piece.start);
            block.words = words(&row.cells, start);
            let title = group_title(&row.cells);
            let unit = self.builder.push(New {
                kind,
                address: address.child(step),
                parent: Some(parent),
                number,
                heading: (kind == Kind::TableGroup).then_some(title),
                block: &block,
                body: 0,
            });
            self.builder.units[unit].cells = row.cells.clone();
            self.builder.units[unit].status =
                row.cells.get(1).map_or(PrintedStatus::InForce, |cell| note::tombstone(cell));
            if row.joined {
                let number = row.cells.first().map_or("", String::as_str);
                self.builder.fault(FaultKind::PageBreak, &block, number, number);
            }
            if kind == Kind::TableGroup {
                parent = unit;
            }
        }
        self.stage = if self.is_body() { Stage::Body } else { self.stage };
        Some(read)
    }

    /// Footnotes and lists of abbreviations that stand below a table.
    pub(super) fn below_table(&mut self, blocks: &[Block]) -> Option<usize> {
        let block = &blocks[0];
        let text = block.text();
        let component = self.builder.component();
        let parent = self.builder.component_unit();
        let table = self.table.as_ref().filter(|table| table.component == component);
        if let Some(table) = table.map(|table| table.unit)
            && text.starts_with('*')
        {
            let mark: String = text.chars().take_while(|&c| c == '*').collect();
            let address = self.builder.units[table].address.child(Step::Footnote(mark));
            self.builder.push(New {
                kind: Kind::Footnote,
                address,
                parent: Some(table),
                number: None,
                heading: None,
                block,
                body: 0,
            });
            return Some(1);
        }
        let key = skeleton(text);
        if !(key.contains("аббревиатура") || key.contains("кыскартулар")) || !text.ends_with(':')
        {
            return None;
        }
        let entries = blocks[1..].iter().take_while(|block| abbreviation(block.text()).is_some());
        let entries = entries.count();
        if entries == 0 || opening::read(text).is_unit() {
            return None;
        }
        let address = component.child(Step::Abbreviations);
        let list = self.builder.push(New {
            kind: Kind::Abbreviations,
            address: address.clone(),
            parent,
            number: None,
            heading: None,
            block,
            body: 0,
        });
        for block in &blocks[1..=entries] {
            let word = abbreviation(block.text()).unwrap_or_default().to_owned();
            self.builder.push(New {
                kind: Kind::Abbreviation,
                address: address.child(Step::Abbreviation(word)),
                parent: Some(list),
                number: None,
                heading: None,
                block,
                body: 0,
            });
        }
        Some(1 + entries)
    }
}

/// The last table of a document.
#[derive(Debug)]
pub(super) struct LastTable {
    pub(super) component: Address,
    /// How many tables the document has up to here.
    pub(super) count: u32,
    pub(super) unit: UnitIndex,
}

/// The cells of a row as words.
pub(super) fn words(cells: &[String], start: usize) -> Spanned {
    let mut words = Spanned::new(start);
    let filled: Vec<&str> =
        cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    words.push_reading(&filled.join(" | "), start..start);
    words
}

/// The words of a group line without their number.
pub(super) fn group_title(cells: &[String]) -> String {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let first = filled.next().map_or("", String::as_str);
    let words =
        first.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-'));
    if words.trim().is_empty() {
        return filled.next().cloned().unwrap_or_default();
    }
    words.trim().to_owned()
}

/// The abbreviation that an entry `МО – мемлекеттік орган` explains.
pub(super) fn abbreviation(entry: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let (word, _) = entry.split_once(" – ").or_else(|| entry.split_once(" - "))?;
    (word.chars().count() <= LONGEST && !opening::read(entry).is_unit()).then_some(word)
}
