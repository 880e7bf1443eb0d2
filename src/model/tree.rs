//! One text as a tree of units, as printed: no question of time is asked here.
//! Units stand in document order in one list; every non-blank character of the text stands
//! in the pieces of exactly one unit.

use super::address::Address;
use super::evidence::{SourceId, Span};
use super::kind::Kind;
use super::named::named;
use super::number::Number;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What the print itself says of a unit's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PrintedStatus {
    /// It stands there.
    InForce,
    /// Its body is «алып тасталды» or its note says so: the number is a tombstone.
    Excluded,
    /// Its body is «күші жойылды» or its note says so.
    Repealed,
}

impl PrintedStatus {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            PrintedStatus::InForce => "in_force",
            PrintedStatus::Excluded => "excluded",
            PrintedStatus::Repealed => "repealed",
        }
    }
}

/// The place of a unit in `Tree::units`.
pub type UnitIndex = usize;

/// A unit: its own first paragraph, without its children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, from the root of the text. For a note the unit that it stands at;
    /// editorial lines and unread text carry the address of the component they stand in.
    pub address: Address,
    /// Its number, read: `17-1`.
    pub number: Option<Number>,
    /// The heading of a headed unit without number and unit word: «Жалпы ережелер».
    pub heading: Option<String>,
    /// Its words as read: number as printed included, Markdown marks and artefacts left out,
    /// parts of a broken paragraph joined by one blank, letters of another script that look
    /// the same turned into Kazakh ones. Spelling is never corrected.
    pub text: String,
    /// Byte offset in `text` where the words after number and heading mark begin.
    pub body: usize,
    /// The unit around it; `None` for what stands at the top of the text.
    pub parent: Option<UnitIndex>,
    /// 0 at the top of the text.
    pub depth: usize,
    /// What the print says of its state.
    pub status: PrintedStatus,
    /// Bytes of the file that belong to this unit, half-open, ascending, blank space and
    /// marks inside included. The pieces of all units cover every non-blank character of the
    /// text once.
    pub pieces: Vec<Range<usize>>,
    /// First and last line of the own paragraph, counted from 1, both inside.
    pub lines: (usize, usize),
    /// Cells of a table row or of a table's head, as read.
    pub cells: Vec<String>,
}

impl Unit {
    /// The words after number and heading mark.
    pub fn words(&self) -> &str {
        &self.text[self.body..]
    }
}

/// A fault of the copy, with the reading chosen. The print itself is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Line, counted from 1.
    pub line: usize,
    /// Bytes of the file, half-open.
    pub bytes: Range<usize>,
    /// What kind of fault.
    pub kind: FaultKind,
    /// What stands there.
    pub printed: String,
    /// What was read instead; equal to `printed` where nothing was repaired.
    pub reading: String,
}

named! {
    /// The kinds of fault that the reader knows.
    FaultKind {
        /// A letter of another script inside a Kazakh word.
        ForeignLetter = "foreign_letter",
        /// A letter in place of a digit in a number, or the reverse: `б)` for `6)`, `З-тарау`.
        NumberLetter = "number_letter",
        /// A paragraph, note or row cut by a page break.
        PageBreak = "page_break",
        /// Two headings on one line.
        MergedHeadings = "merged_headings",
        /// A point set as a heading, or a heading set as plain text.
        HeadingMark = "heading_mark",
        /// A dash before a number.
        ListDash = "list_dash",
        /// A mark of the portal: `[bookmark: z61]`.
        Artefact = "artefact",
        /// Letters of a word set apart: `т а л а п`.
        LetterSpacing = "letter_spacing",
        /// Words run together.
        RunTogether = "run_together",
        /// `N` for `№`.
        NumberSign = "number_sign",
        /// A number that is missing, doubled or out of order.
        Numbering = "numbering",
        /// A heading that is missing.
        LostHeading = "lost_heading",
        /// A date that contradicts the act's own.
        WrongDate = "wrong_date",
        /// Words whose meaning the copy may have damaged; shown as printed, with a warning.
        Meaning = "meaning",
        /// Bytes that are no UTF-8, or characters that no text should hold.
        Encoding = "encoding",
    }
}

/// A stretch of text that no rule could read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The unit of kind `unread` that keeps it.
    pub unit: UnitIndex,
    /// Why, as a message code.
    pub reason: &'static str,
}

/// One text, parsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    /// Which text.
    pub source: SourceId,
    /// Units in document order; a parent stands before its children.
    pub units: Vec<Unit>,
    /// Faults of the copy, by line.
    pub faults: Vec<Fault>,
    /// Non-blank characters of the text.
    pub characters: usize,
    /// Those of them that stand in a unit of a known kind.
    pub covered: usize,
}

impl Tree {
    /// Where a unit's own paragraph stands.
    pub fn span(&self, unit: UnitIndex) -> Span {
        let unit = &self.units[unit];
        let start = unit.pieces.first().map_or(0, |piece| piece.start);
        let end = unit.pieces.last().map_or(start, |piece| piece.end);
        Span { source: self.source.clone(), bytes: start..end, lines: unit.lines }
    }

    /// Where a unit and everything inside it stands.
    pub fn whole_span(&self, unit: UnitIndex) -> Span {
        let mut span = self.span(unit);
        for inner in self.descendants(unit) {
            let inner = self.span(inner);
            span.bytes.end = span.bytes.end.max(inner.bytes.end);
            span.lines.1 = span.lines.1.max(inner.lines.1);
        }
        span
    }

    /// The units inside a unit, at any depth, in document order.
    pub fn descendants(&self, unit: UnitIndex) -> impl Iterator<Item = UnitIndex> + '_ {
        let depth = self.units[unit].depth;
        (unit + 1..self.units.len()).take_while(move |&i| self.units[i].depth > depth)
    }

    /// The units directly inside a unit, in document order.
    pub fn children(&self, unit: UnitIndex) -> impl Iterator<Item = UnitIndex> + '_ {
        self.descendants(unit).filter(move |&i| self.units[i].parent == Some(unit))
    }

    /// The unit of the lawmaker's text at an address (notes and editorial lines left out).
    pub fn find(&self, address: &Address) -> Option<UnitIndex> {
        self.units.iter().position(|unit| &unit.address == address && !unit.kind.is_editorial())
    }
}
