//! A stored version → the terms under which a search finds it, and the marks by which it is
//! ranked without being loaded. Versions with the same words to search are told without reading them.

use super::schema::{Fields, number_of};
use super::stored::StoredVersion;
use super::written::write;
use crate::kazakh::spelling::spelling;
use crate::kazakh::stem;
use crate::kazakh::token::{Analyzer, Passed, Token};
use crate::model::act::ActId;
use crate::model::certainty::Status;
use crate::model::kind::Kind;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::sync::LazyLock;
use tantivy::TantivyDocument;

/// The place held and holds no more.
pub const REPEALED: u64 = 1;
/// It is a heading, or a title.
pub const HEADING: u64 = 1 << 1;
/// It stands in an amending act as an order or as new text.
pub const AMENDING: u64 = 1 << 2;
/// It opens a list: its words end in a colon.
pub const LEAD_IN: u64 = 1 << 3;
/// Its wording is not known: it is found by the words that it had before.
pub const EARLIER: u64 = 1 << 4;
/// It is an order, or the line that opens orders.
pub const ORDER: u64 = 1 << 5;
/// The document has no version on the axis that a search finds.
pub const ABSENT: u64 = 1 << 6;
/// By what is known now it is no longer true.
pub const SUPERSEDED: u64 = 1 << 7;
/// The levels above it stand in the marks from this bit on.
pub const DEPTH: u32 = 8;
/// The rank of its act's form, from this bit on.
pub const FORCE: u32 = 16;
/// The words of the term that it defines, from this bit on; 0 for what defines nothing.
pub const DEFINES: u32 = 20;
/// The document keeps versions that no search finds.
pub const KEEPS: u64 = 1 << 24;

/// Texts of fewer words are equal by chance.
const FEWEST_WORDS: usize = 6;
/// Words of different notes never make a phrase.
const GAP: usize = 16;
/// A term of more words is a sentence.
const LONGEST_TERM: usize = 10;

/// The words before a short form.
static HEREAFTER: LazyLock<[String; 2]> = LazyLock::new(|| ["бұдан", "әрі"].map(stem::key));

/// The words of a version that are searched, and what it is ranked by: equal for versions that are
/// found by the same terms and weigh the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source<'a> {
    own: &'a str,
    is_earlier: bool,
    path: &'a [String],
    around: &'a [String],
    notes: &'a [String],
    /// The act that brought it, where that is another one.
    brought: Option<&'a ActId>,
    kind: Kind,
    is_repealed: bool,
    depth: usize,
}

impl<'a> Source<'a> {
    /// Of a version; `None` for one that has no words.
    pub fn of(stored: &'a StoredVersion, act: &ActId) -> Option<Source<'a>> {
        let StoredVersion { version, context, .. } = stored;
        let text = version.text.as_deref().unwrap_or_default();
        let earlier = context.earlier.as_deref();
        let own = earlier.or(text.get(version.body..)).unwrap_or(text);
        let brought = version.introduced_by.as_ref().filter(|by| *by != act);
        (!own.is_empty() || !context.notes.is_empty()).then_some(Source {
            own,
            is_earlier: earlier.is_some(),
            path: &context.path,
            around: &context.around,
            notes: &context.notes,
            brought: brought.filter(|_| !own.is_empty()),
            kind: version.kind,
            is_repealed: version.status == Status::Repealed,
            depth: stored.depth,
        })
    }

    /// What is searched of it, in this act.
    pub fn read(&self, act: &ActId, reader: &mut Reader) -> Searched {
        let own = reader.own(self.own);
        let notes = reader.notes(self.notes, self.brought.filter(|_| !own.stems.is_empty()));
        if own.stems.is_empty() && notes.is_empty() {
            return Searched::default();
        }
        let heading = self.kind.is_grouping()
            || matches!(self.kind, Kind::Article | Kind::Title | Kind::Annex | Kind::Preamble);
        let (defined, defines) = reader.term(self.own);
        let mut marks = (self.depth as u64).min(255) << DEPTH;
        marks |= u64::from(act.form.force()) << FORCE;
        marks |= defines << DEFINES;
        for (mark, holds) in [
            (REPEALED, self.is_repealed),
            (HEADING, heading),
            (AMENDING, self.kind.is_amending()),
            (LEAD_IN, self.own.trim_end().ends_with(':')),
            (EARLIER, self.is_earlier),
            (ORDER, matches!(self.kind, Kind::Instruction | Kind::Context)),
        ] {
            if holds {
                marks |= mark;
            }
        }
        let around = reader.around(self.path.iter().chain(self.around));
        Searched { own, around, notes, defined, marks }
    }
}

/// What is searched of a version: the terms of a field each, as [`write`] writes them.
#[derive(Debug, Default)]
pub struct Searched {
    own: Own,
    around: String,
    notes: String,
    defined: String,
    marks: u64,
}

impl Searched {
    /// The marks.
    pub fn marks(&self) -> u64 {
        self.marks
    }

    /// Identity of the words: equal for the same words; 0 for few words.
    pub fn words(&self) -> u64 {
        self.own.words
    }

    /// True where a search can find it.
    pub fn is_found(&self) -> bool {
        !self.own.stems.is_empty() || !self.notes.is_empty()
    }

    /// Adds the terms to a document.
    pub fn add_to(&self, document: &mut TantivyDocument, fields: &Fields) {
        for (field, run) in [
            (fields.stem, &self.own.stems),
            (fields.exact, &self.own.surfaces),
            (fields.heading, &self.around),
            (fields.note, &self.notes),
            (fields.defined, &self.defined),
        ] {
            if !run.is_empty() {
                document.add_text(field, run);
            }
        }
    }
}

/// The words of a version itself.
#[derive(Debug, Default)]
struct Own {
    /// Their keys.
    stems: String,
    /// The words as spelt.
    surfaces: String,
    /// See [`Searched::words`].
    words: u64,
}

/// Reads the words of versions. A line that stands around many of them is read once.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Finds the words.
    pub analyzer: Analyzer,
    lines: HashMap<String, Line, RandomState>,
}

/// The keys of a line, each with the position of its word.
#[derive(Clone, Debug, Default)]
struct Line {
    keys: Vec<(usize, String)>,
    words: usize,
}

impl Reader {
    /// One that has read nothing.
    pub fn new(analyzer: Analyzer) -> Reader {
        Reader { analyzer, lines: HashMap::default() }
    }

    /// Forgets the lines of an act when another one is read.
    pub fn forget(&mut self) {
        self.lines.clear();
    }

    fn own(&mut self, text: &str) -> Own {
        let mut own = Own::default();
        // The same words are the same words whatever number stands before them.
        let (mut words, mut count) = (String::new(), 0);
        self.analyzer.pass(text, |token| {
            write_keys(&mut own.stems, token);
            write(&mut own.surfaces, token.position, token.surface);
            let is_number = || token.surface.bytes().all(|b| b.is_ascii_digit() || b == b'-');
            if count > 0 || !is_number() {
                if count > 0 {
                    words.push(' ');
                }
                words.push_str(token.surface);
                count += 1;
            }
        });
        own.words = if count < FEWEST_WORDS { 0 } else { number_of(&words) };
        own
    }

    /// Notes, and the act that brought a version, as a question would name it.
    fn notes(&mut self, notes: &[String], brought: Option<&ActId>) -> String {
        let mut run = String::new();
        let joined = notes.join("\n");
        let words = self.analyzer.pass(&joined, |token| write_keys(&mut run, token));
        if let Some(act) = brought {
            let position = words + GAP;
            write(&mut run, position, &format!("n:{}", spelling(&act.number)));
            write(&mut run, position, &format!("d:{}", act.adopted));
        }
        run
    }

    fn around<'a>(&mut self, lines: impl Iterator<Item = &'a String>) -> String {
        let mut run = String::new();
        let mut first = 0;
        for text in lines {
            if !self.lines.contains_key(text) {
                let mut line = Line::default();
                line.words = self.analyzer.pass(text, |token| {
                    line.keys.extend(token.keys().map(|key| (token.position, key.to_owned())));
                });
                self.lines.insert(text.clone(), line);
            }
            if let Some(line) = self.lines.get(text) {
                for (position, key) in &line.keys {
                    write(&mut run, first + position, key);
                }
                first += line.words;
            }
        }
        run
    }

    /// What a text defines, and how many words its own name has; see [`term`].
    fn term(&mut self, text: &str) -> (String, u64) {
        let Some(dash) = dash(text) else { return (String::new(), 0) };
        let head = &text[..dash];
        let (keys, words) = term(head, &self.analyzer.tokens(head));
        let mut run = String::new();
        for (position, key) in keys.iter().enumerate() {
            write(&mut run, position, key);
        }
        (run, words)
    }
}

fn write_keys(run: &mut String, token: Passed<'_>) {
    token.keys().for_each(|key| write(run, token.position, key));
}

/// What a text defines, by its words before the first dash and their tokens: the keys of these
/// words, and of every name of the term as a whole one key (see [`whole_term`]). A term may have two
/// names: its own, and one in brackets right before the dash, where `бұдан әрі` is no part of it.
/// Also how many words its own name has; nothing for a text that defines nothing.
fn term(head: &str, tokens: &[Token]) -> (Vec<String>, u64) {
    let (mut own, mut bracket): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut depth = 0_i32;
    let mut at = 0;
    for token in tokens {
        for c in head[at..token.bytes.start].chars() {
            depth += i32::from(c == '(') - i32::from(c == ')');
            if c == '(' {
                bracket.clear();
            }
        }
        at = token.bytes.start;
        let names = if depth > 0 { &mut bracket } else { &mut own };
        names.extend(token.keys.first().map(String::as_str));
    }
    if own.is_empty() || own.len() > LONGEST_TERM {
        return (Vec::new(), 0);
    }
    let hereafter = bracket.starts_with(&HEREAFTER.each_ref().map(String::as_str));
    let second = if hereafter { &bracket[HEREAFTER.len()..] } else { &bracket[..] };
    let mut keys: Vec<String> = own.iter().map(|key| key.to_string()).collect();
    keys.push(whole_term(&own));
    if head.trim_end().ends_with(')') && !second.is_empty() {
        keys.push(whole_term(second));
    }
    (keys, own.len() as u64)
}

/// The key of a term as a whole.
pub fn whole_term(keys: &[&str]) -> String {
    format!("t:{}", keys.join(" "))
}

/// Byte offset of the first dash between blanks that stands outside brackets.
fn dash(text: &str) -> Option<usize> {
    let mut depth = 0_i32;
    let mut before = ' ';
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let blank_after = letters.peek().is_some_and(|(_, next)| next.is_whitespace());
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '–' | '-' | '—' if depth <= 0 && before.is_whitespace() && blank_after => {
                return Some(at);
            }
            _ => {}
        }
        before = c;
    }
    None
}
