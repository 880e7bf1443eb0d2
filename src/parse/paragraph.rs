//! Lines turned into logical paragraphs: halves cut by a page break or a hard line break are
//! put together again, lines that begin something of their own stay apart. What a paragraph
//! means is left to others.

use super::line::{self, Lexed, Marks};
use super::{note, opening};
use crate::kazakh::letters::skeleton;
use crate::model::tree::{Fault, FaultKind};
use crate::source::document::{Document, Format};
use crate::source::spanned::Spanned;
use std::ops::Range;

/// A logical paragraph for readers outside: words, bytes of the file (half-open, ascending) and
/// lines (counted from 1, both inside).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words.
    pub text: String,
    /// Where they stand.
    pub pieces: Vec<Range<usize>>,
    /// First and last line.
    pub lines: (usize, usize),
}

/// A logical paragraph with all that the parser knows of it.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its words.
    pub words: Spanned,
    /// Bytes of the file: those of its lines, and of lines before it that hold only marks.
    pub pieces: Vec<Range<usize>>,
    /// First and last line with words.
    pub lines: (usize, usize),
    /// How the first line looks.
    pub marks: Marks,
    /// Cells of a row of a tab-separated table.
    pub cells: Vec<Spanned>,
    /// A note of the publisher, or the words under the mark of one.
    pub note: bool,
    /// A line with nothing but a tab stands before it: cells of some tables are set so.
    pub cell_begins: bool,
    /// A blank line stands before that tab.
    pub row_begins: bool,
    /// Data about the text that the publisher set before it (front matter).
    pub editorial: bool,
}

impl Block {
    /// Its words.
    pub fn text(&self) -> &str {
        self.words.text()
    }

    /// Cuts the block in two at this offset of its words.
    pub fn split_off(&mut self, offset: usize) -> Block {
        let words = self.words.split_off(offset);
        self.words.trim_end();
        let cut = words.origin(0);
        let mut pieces = Vec::new();
        for piece in &mut self.pieces {
            if piece.start >= cut {
                pieces.push(piece.clone());
            } else if piece.end > cut {
                pieces.push(cut..piece.end);
                piece.end = cut;
            }
        }
        self.pieces.retain(|piece| piece.start < cut);
        let lines = (self.lines.1, self.lines.1);
        Block {
            words,
            pieces,
            lines,
            marks: self.marks,
            cells: Vec::new(),
            note: false,
            cell_begins: false,
            row_begins: false,
            editorial: false,
        }
    }
}

impl From<&Paragraph> for Block {
    fn from(paragraph: &Paragraph) -> Self {
        let start = paragraph.pieces.first().map_or(0, |piece| piece.start);
        let mut words = Spanned::new(start);
        words.push_str(&paragraph.text, start);
        Block {
            words,
            pieces: paragraph.pieces.clone(),
            lines: paragraph.lines,
            marks: Marks::default(),
            cells: Vec::new(),
            note: false,
            cell_begins: false,
            row_begins: false,
            editorial: false,
        }
    }
}

/// Reads the lines of a text into logical paragraphs. The second part of the answer holds the
/// bytes of marks behind the last paragraph.
pub(super) fn gather(
    document: &Document,
    faults: &mut Vec<Fault>,
) -> (Vec<Block>, Vec<Range<usize>>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut loose: Vec<Range<usize>> = Vec::new();
    let mut last = Marks::default();
    let mut gap = true;
    let mut tab = None;
    let portal = document.format == Format::Portal;
    let body = front_matter(document, &mut blocks);
    for line in &document.lines[body..] {
        let lexed = line::lex(document, line, faults);
        if lexed.is_blank() {
            if document.line(line).contains('\t') {
                tab = Some(tab.unwrap_or(false) || gap);
            }
            gap = true;
            continue;
        }
        if lexed.words.is_empty() || is_rule(lexed.words.text()) {
            loose.push(lexed.bytes);
            gap = true;
            continue;
        }
        let marks = lexed.marks;
        let marked = blocks.last().is_some_and(|block| note::is_mark_alone(block.text()));
        match blocks.last_mut() {
            Some(block)
                if tab.is_none()
                    && goes_on(block, last, &lexed, gap)
                    && (gap || !portal || marks.indent == 0) =>
            {
                if gap {
                    faults.push(Fault {
                        line: lexed.number,
                        bytes: lexed.bytes.clone(),
                        kind: FaultKind::PageBreak,
                        printed: tail(block.text()),
                        reading: head(lexed.words.text()),
                    });
                }
                join(block, lexed, &mut loose);
            }
            _ => blocks.push(Block {
                note: marked
                    || note::begins(lexed.words.text())
                    || note::is_mark(lexed.words.text()),
                words: lexed.words,
                pieces: loose.drain(..).chain([lexed.bytes]).collect(),
                lines: (lexed.number, lexed.number),
                marks,
                cells: lexed.cells,
                cell_begins: tab.is_some(),
                row_begins: tab == Some(true),
                editorial: false,
            }),
        }
        last = marks;
        gap = false;
        tab = None;
    }
    (blocks, loose)
}

/// Reads front matter (`---`, lines `name: value`, `---`) into a block of its own; tells with
/// which line the text begins.
fn front_matter(document: &Document, blocks: &mut Vec<Block>) -> usize {
    const LONGEST: usize = 200;
    let fence = |line: &crate::source::document::Line| document.line(line).trim_end() == "---";
    let lines = &document.lines;
    if !lines.first().is_some_and(fence) {
        return 0;
    }
    let Some(end) = lines.iter().take(LONGEST).skip(1).position(fence).map(|at| at + 1) else {
        return 0;
    };
    let named = |line| {
        let line: &str = document.line(line);
        line.trim().is_empty() || line.contains(':') || line.starts_with([' ', '-', '#'])
    };
    if !lines[1..end].iter().all(named) {
        return 0;
    }
    let text = lines[0].text.start..lines[end].text.end;
    let bytes = document.origin_of(text.clone());
    let mut words = Spanned::new(bytes.start);
    words.push_reading(&document.text()[text], bytes.clone());
    blocks.push(Block {
        words,
        pieces: vec![bytes],
        lines: (lines[0].number, lines[end].number),
        marks: Marks::default(),
        cells: Vec::new(),
        note: false,
        cell_begins: false,
        row_begins: false,
        editorial: true,
    });
    end + 1
}

fn join(block: &mut Block, lexed: Lexed, loose: &mut Vec<Range<usize>>) {
    let blank = block.words.origin(block.text().len());
    // A quotation mark left alone at the page's edge belongs to the word after the break.
    let glued = ends_with_open_quote(block.text());
    if !glued {
        block.words.push_reading(" ", blank..blank);
    }
    let mut next = lexed.words;
    if glued_twice(block.text(), next.text()) {
        next = next.split_off(1);
    }
    block.words.append(&next);
    block.pieces.append(loose);
    block.pieces.push(lexed.bytes);
    block.lines.1 = lexed.number;
}

fn ends_with_open_quote(text: &str) -> bool {
    text.ends_with(" \"") || text.ends_with('«') || text.ends_with('(')
}

/// `… "электрондық` and `"үкіметтің" …`: the break doubled the opening quotation mark.
fn glued_twice(before: &str, after: &str) -> bool {
    let open = before.rfind('"').is_some_and(|at| {
        before[..at].ends_with(' ') && before[at + 1..].split_whitespace().count() == 1
    });
    open && after.starts_with('"') && after[1..].contains('"')
}

fn tail(text: &str) -> String {
    let start = text.char_indices().rev().nth(19).map_or(0, |(at, _)| at);
    text[start..].to_owned()
}

fn head(text: &str) -> String {
    text.chars().take(20).collect()
}

/// A rule drawn with dashes, as below tables.
fn is_rule(text: &str) -> bool {
    let ruled = |c: char| matches!(c, '-' | '–' | '—' | '=' | '|' | '+' | ' ' | '*');
    // Colons in the rule below the head of a table tell how its columns are set.
    let of_table = text.starts_with('|') && text.contains("--");
    text.chars().all(|c| ruled(c) || of_table && c == ':') && text.chars().count() > 2
}

/// True when the next line belongs to the paragraph.
fn goes_on(block: &Block, last: Marks, next: &Lexed, gap: bool) -> bool {
    const NARROW: usize = 70;
    let text = block.text();
    let next_text = next.words.text();
    if !block.cells.is_empty() || !next.cells.is_empty() || block.editorial {
        return false;
    }
    if next.marks.list_dash || next_text.starts_with("- ") || begins_unit(next_text) {
        return false;
    }
    if next.marks.heading > 0 || note::begins(next_text) {
        return false;
    }
    if note::is_mark_alone(text) {
        return false;
    }
    if ends_in_dash(text) && is_sanction(next_text) {
        return false;
    }
    if block.note {
        return last.hard_break || note_goes_on(text, next_text);
    }
    if last.hard_break && !gap {
        return true;
    }
    let finished = is_finished(text);
    if gap {
        return !finished
            && !text.ends_with('_')
            && !block.editorial
            && continues(text, next_text)
            && (block.marks.emphasis || !next.marks.emphasis);
    }
    if finished || next.marks.indent > 2 {
        return false;
    }
    starts_small(next_text) || (block.marks.heading == 0 && is_narrow(block, NARROW))
}

/// A line of a narrow column, as stamps and signatures are set.
fn is_narrow(block: &Block, limit: usize) -> bool {
    let lines = 1 + block.lines.1 - block.lines.0;
    // Kazakh letters take two bytes.
    block.text().len() < 2 * limit * lines && !opening::read(block.text()).is_unit()
}

fn begins_unit(text: &str) -> bool {
    match opening::read(text) {
        opening::Opening::Heading { closed, .. } => closed,
        opening => opening.is_numbered(),
    }
}

/// True when the last sentence is complete.
pub(super) fn is_finished(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '»', '”', ')', ']', ' ', '*']);
    // A bracket or quote that closes a term is no end of a sentence: `(бұдан әрі – БТ)`.
    bare.ends_with(['.', ';', ':', '!', '?', '…']) && !bare.ends_with(" ж.")
}

fn ends_in_dash(text: &str) -> bool {
    text.ends_with(['–', '—', '-'])
}

/// The sanction of an offence: a paragraph of its own under the words that end in a dash
/// («… сақтау –» / «… айыппұл салуға әкеп соғады»).
fn is_sanction(text: &str) -> bool {
    let key = skeleton(text);
    let key = key.trim_end_matches(['.', ';', ' ', '"', '»']);
    ["соғады", "жазаланады"].iter().any(|verb| key.ends_with(&skeleton(verb)))
        || key.contains(&skeleton("айлық есептік көрсеткіш"))
}

fn starts_small(text: &str) -> bool {
    text.trim_start_matches(['"', '«', '“', '(', ' ']).starts_with(char::is_lowercase)
}

/// True when the words after a page break go on with the unfinished words before it.
fn continues(before: &str, after: &str) -> bool {
    if starts_small(after) {
        return true;
    }
    let last = before.rsplit(' ').next().unwrap_or_default();
    matches!(last, "№" | "және" | "немесе" | "мен" | "бен" | "пен" | "не" | "N")
        || before.ends_with([',', '(', '–', '-', '«', '№'])
        || never_ends_a_sentence(last)
}

/// A Kazakh sentence ends with its predicate: words in the genitive, attributes of place and
/// the first half of the country's name have something to follow.
fn never_ends_a_sentence(word: &str) -> bool {
    const ENDINGS: [&str; 10] =
        ["ның", "нің", "дың", "дің", "тың", "тің", "дағы", "дегі", "тағы", "тегі"];
    const SHORTEST: usize = 6;
    word == "Қазақстан"
        || word.chars().count() >= SHORTEST && ENDINGS.iter().any(|end| word.ends_with(end))
}

/// A note ends with a full stop; until then dates, brackets and the name of the act follow.
fn note_goes_on(note: &str, next: &str) -> bool {
    if note.ends_with('.') || note.ends_with(".\"") {
        return false;
    }
    starts_small(next)
        || next.starts_with(|c: char| c.is_ascii_digit() || c == '№' || c == '(')
        || note::begins_with_act_word(next)
}
