//! An act on a day → one Markdown file: headings, numbered units, tables, and a visible line for
//! everything whose words are not known. Each document of the act is a part of its own.

use crate::corpus::imported::names::{GAP_LINE, PART};
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::kind::Kind;
use crate::query::expression::{Expression, Placed};

/// The line before a document of the act other than its body: a comment, so that a reader of the
/// page sees the law alone.
pub fn part_mark(component: &Address) -> String {
    format!("{}{component}{}", PART.0, PART.1)
}

/// One document of the act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Which one; the empty address for the body.
    pub component: Address,
    /// Its Markdown without the lines of gaps.
    pub text: String,
    /// What stands there: address and words, in the order of the text.
    pub units: Vec<(Address, String)>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// All of it.
    pub text: String,
    /// Its documents.
    pub segments: Vec<Segment>,
    /// Where words are not known: addresses, `13/*` for an unknown set of parts.
    pub gaps: Vec<String>,
    /// The weakest certainty of the words.
    pub certainty: Certainty,
    /// Units with words.
    pub units: usize,
}

/// The file of an expression.
pub fn page(expression: &Expression) -> Page {
    let mut page = Page {
        text: String::new(),
        segments: Vec::new(),
        gaps: Vec::new(),
        certainty: Certainty::Unknown,
        units: 0,
    };
    let mut grades = Vec::new();
    let mut before = Kind::Title;
    for unit in &expression.units {
        let component = unit.address.component();
        if page.segments.last().is_none_or(|last| last.component != component) {
            if !component.is_whole() || !page.segments.is_empty() {
                page.text.push_str(&format!("{}\n\n", part_mark(&component)));
            }
            let segment = Segment { component, text: String::new(), units: Vec::new() };
            page.segments.push(segment);
        }
        if unit.status() == Status::Repealed {
            grades.extend(unit.may_stand().then(|| unit.certainty()));
            continue;
        }
        match unit.text() {
            Some(words) => {
                let lines = markdown(unit.kind, before, words);
                page.text.push_str(&lines);
                if let Some(segment) = page.segments.last_mut() {
                    segment.text.push_str(&lines);
                    segment.units.push((unit.address.clone(), words.to_owned()));
                }
                page.units += 1;
                grades.push(unit.certainty());
                before = unit.kind;
            }
            None if unit.has_words || unit.status() != Status::InForce => {
                page.gap(unit.address.to_string());
                before = Kind::Text;
            }
            None => {}
        }
        if lacks_parts(unit) && (unit.text().is_some() || !unit.has_words) {
            page.gap(format!("{}/*", unit.address));
        }
    }
    page.certainty = Certainty::of_whole(grades);
    page
}

impl Page {
    fn gap(&mut self, place: String) {
        self.text.push_str(&format!("{GAP_LINE}{place}`\n\n"));
        self.gaps.push(place);
    }
}

fn lacks_parts(unit: &Placed) -> bool {
    let version = unit.version.as_ref();
    unit.status() == Status::InForce && version.is_some_and(|version| !version.parts_known)
}

fn markdown(kind: Kind, before: Kind, words: &str) -> String {
    let in_table =
        |kind| matches!(kind, Kind::Table | Kind::Row | Kind::TableGroup | Kind::ColumnNumbers);
    if in_table(kind) {
        let row = format!("| {} |\n", words.replace('\n', " "));
        // A table begins with the row that names its columns.
        return match (kind == Kind::Table, in_table(before)) {
            (true, _) | (false, false) => {
                let columns = words.split(" | ").count();
                format!("{row}|{}\n", "---|".repeat(columns))
            }
            (false, true) => row,
        };
    }
    let words = words.replace('\n', "\n\n");
    let after_table = if in_table(before) { "\n" } else { "" };
    match kind {
        Kind::Title => format!("{after_table}# {words}\n\n"),
        Kind::Article => format!("{after_table}### {words}\n\n"),
        kind if kind.is_grouping() => format!("{after_table}## {words}\n\n"),
        _ => format!("{after_table}{words}\n\n"),
    }
}
