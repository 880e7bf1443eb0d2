//! A document in Akoma Ntoso → its units with addresses, kinds, numbers and words, as printed, and
//! what a document of all versions tells of them. Made for the documents that `render/akn` writes;
//! of others it reads what has an eId by the naming convention.

pub mod names;
pub mod walk;
pub mod whole;

use super::citation::{exact_address, parse_address};
use crate::model::address::Address;
use crate::model::kind::Kind;
use std::collections::HashMap;
use std::mem::take;
use walk::{Piece, walk};
use whole::Edition;

pub use walk::{DEEPEST, LARGEST, Refused};

/// A document, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The IRI of the act.
    pub work: Option<String>,
    /// The IRI of the expression.
    pub expression: Option<String>,
    /// Units in document order.
    pub units: Vec<Unit>,
    /// The versions that a document of all versions tells of; empty for an expression.
    pub editions: Vec<Edition>,
    /// How many places these are of.
    pub places: usize,
}

/// A unit as the document prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its address; `None` where neither its short address nor its eId is one.
    pub address: Option<Address>,
    /// Its eId.
    pub eid: String,
    /// What it is.
    pub kind: Kind,
    /// Its number as printed: `17-1.`, `5)`, `7-бап.`.
    pub number: Option<String>,
    /// Its heading.
    pub heading: Option<String>,
    /// Its own words after number and heading; paragraphs are joined by line feeds, cells of a
    /// row by ` | `. `None` where they are not known.
    pub words: Option<String>,
    /// Its `status`, in the words of the standard.
    pub status: Option<String>,
    /// Editorial notes at it.
    pub notes: Vec<String>,
    /// The name of its version, in a document of all versions.
    pub version: Option<String>,
    /// The unit directly around it: a position in the units of the document.
    pub around: Option<usize>,
}

/// Where text goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sink {
    Nowhere,
    Number,
    Heading,
    Words,
    Note,
    /// The number of a unit that an order brings: it begins the words that the order quotes.
    Quoted,
}

/// New text that an order quotes, while it is read.
struct Quoted {
    /// What goes before the next words.
    pending: String,
    /// The closing mark.
    end: String,
    /// The paragraph that was read last.
    last: Option<usize>,
}

/// An open element.
struct Frame {
    sink: Sink,
    /// The unit to which its text belongs.
    unit: Option<usize>,
    /// The unit in which the units in it stand.
    around: Option<usize>,
    /// True inside metadata and gaps.
    skipped: bool,
}

/// Reads a document.
///
/// # Errors
/// What is no well-formed document in Akoma Ntoso, and what could make reading it dangerous.
pub fn read(text: &str) -> Result<Document, Refused> {
    let mut state = State::default();
    walk(text, |piece| match piece {
        Piece::Open(name, attributes) => state.open(name, attributes),
        Piece::Close(name) => state.close(name),
        Piece::Text(text) => state.text(text),
    })?;
    Ok(state.document)
}

#[derive(Default)]
struct State {
    document: Document,
    frames: Vec<Frame>,
    /// By eId: the unit.
    eids: HashMap<String, usize>,
    quoted: Option<Quoted>,
}

impl State {
    fn open(&mut self, name: &str, attributes: &HashMap<String, String>) {
        let get = |key: &str| attributes.get(key).map(String::as_str);
        let (mut sink, mut unit, mut around, mut skipped) = match self.frames.last() {
            Some(frame) => (frame.sink, frame.unit, frame.around, frame.skipped),
            None => (Sink::Nowhere, None, None, false),
        };
        let unknown = get("status") == Some("unknown");
        match name {
            "meta" => skipped = true,
            "FRBRuri" => self.iri(get("value")),
            names::OTHER | "tr" if [get("name"), get("class")].contains(&Some(names::GAP)) => {
                skipped = true;
            }
            "num" => sink = if self.quoted.is_some() { Sink::Quoted } else { Sink::Number },
            "heading" => {
                sink = if unknown { Sink::Nowhere } else { Sink::Heading };
            }
            "p" if sink == Sink::Note => {}
            "p" => {
                sink = if unknown { Sink::Nowhere } else { Sink::Words };
                if sink == Sink::Words && !skipped {
                    self.paragraph(unit);
                }
            }
            "br" => self.text("\n"),
            "authorialNote" => {
                sink = Sink::Note;
                if let Some(unit) = self.unit(unit).filter(|_| !skipped) {
                    unit.notes.push(String::new());
                }
            }
            // What an order quotes stands beside it, not in it.
            "quotedStructure" => {
                sink = Sink::Nowhere;
                around = self.unit(unit).and_then(|unit| unit.around);
                let mark = |key: &str| get(key).unwrap_or_default().to_owned();
                let pending = mark("startQuote");
                self.quoted = Some(Quoted { pending, end: mark("endQuote"), last: None });
            }
            _ if name.starts_with("nusqa:") => whole::tell(&mut self.document, name, &get),
            "td" | "th" => self.cell(unit),
            _ => {}
        }
        if !skipped && let Some(mut found) = unit_of(name, attributes) {
            let named = get("nusqa:around").and_then(|eid| self.eids.get(eid)).copied();
            found.around = named.or(around);
            self.eids.entry(found.eid.clone()).or_insert(self.document.units.len());
            self.document.units.push(found);
            unit = Some(self.document.units.len() - 1);
            around = unit;
            sink = Sink::Nowhere;
            if let Some(quoted) = &mut self.quoted {
                quoted.last = unit;
                if name == "heading" {
                    sink = Sink::Words;
                    self.paragraph(unit);
                }
            }
        }
        self.frames.push(Frame { sink, unit, around, skipped });
    }

    fn close(&mut self, name: &str) {
        self.frames.pop();
        if let ("num", Some(quoted)) = (name, &mut self.quoted) {
            quoted.pending.push(' ');
        }
        if name != "quotedStructure" {
            return;
        }
        // What follows in the order is the rest of the last paragraph that it quotes.
        let Some(Quoted { end, last: Some(last), .. }) = self.quoted.take() else { return };
        let Some(words) = self.unit(Some(last)).and_then(|unit| unit.words.as_mut()) else {
            return;
        };
        words.push_str(&end);
        if let Some(order) = self.frames.last_mut() {
            order.unit = Some(last);
        }
    }

    fn unit(&mut self, unit: Option<usize>) -> Option<&mut Unit> {
        self.document.units.get_mut(unit?)
    }

    /// The first IRIs of a document are those of its work and of its expression.
    fn iri(&mut self, value: Option<&str>) {
        let value = value.map(str::to_owned);
        if self.document.work.is_none() {
            self.document.work = value;
        } else if self.document.expression.is_none() {
            self.document.expression = value;
        }
    }

    /// A further paragraph of a unit begins a line; the first one of a cell does not.
    fn paragraph(&mut self, unit: Option<usize>) {
        let first = self.unit(unit).is_some_and(|unit| unit.words.is_none());
        let quoted = self.quoted.as_mut().filter(|_| first);
        let pending = quoted.map(|quoted| take(&mut quoted.pending)).unwrap_or_default();
        if let Some(unit) = self.unit(unit) {
            match &mut unit.words {
                None => unit.words = Some(pending),
                Some(words) if words.ends_with(CELLS) => {}
                Some(words) => words.push('\n'),
            }
        }
    }

    fn cell(&mut self, unit: Option<usize>) {
        if let Some(words) = self.unit(unit).and_then(|unit| unit.words.as_mut()) {
            words.push_str(CELLS);
        }
    }

    fn text(&mut self, text: &str) {
        let Some(frame) = self.frames.last().filter(|frame| !frame.skipped) else { return };
        let (sink, unit) = (frame.sink, frame.unit);
        if let (Sink::Quoted, Some(quoted)) = (sink, &mut self.quoted) {
            quoted.pending.push_str(text);
            return;
        }
        let Some(unit) = self.unit(unit) else { return };
        match sink {
            Sink::Nowhere | Sink::Quoted => {}
            Sink::Number => unit.number.get_or_insert_default().push_str(text),
            Sink::Heading => unit.heading.get_or_insert_default().push_str(text),
            Sink::Words => unit.words.get_or_insert_default().push_str(text),
            Sink::Note => {
                if let Some(note) = unit.notes.last_mut() {
                    note.push_str(text);
                }
            }
        }
    }
}

/// What stands between two cells of a row.
const CELLS: &str = " | ";

/// The unit that an element is; the elements around units have no eId of a unit.
fn unit_of(name: &str, attributes: &HashMap<String, String>) -> Option<Unit> {
    let get = |key: &str| attributes.get(key).map(String::as_str);
    // Units that an order brings stand in another act.
    if get("nusqa:target").is_some() {
        return None;
    }
    let kind = names::kind(name, get("name"), get("class"))?;
    let eid = get("eId")?.to_owned();
    let named = get("nusqa:address").and_then(exact_address);
    let address = named.or_else(|| parse_address(&eid).into_iter().next());
    let status = get("status").map(str::to_owned);
    Some(Unit {
        address,
        eid,
        kind,
        number: None,
        heading: None,
        words: None,
        status,
        notes: Vec::new(),
        version: get("nusqa:version").map(str::to_owned),
        around: None,
    })
}
