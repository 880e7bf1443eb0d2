//! An act in Akoma Ntoso → the page that the corpus keeps of it, laid out by the rules for HTML,
//! and what its metadata say of the act. Every word of its text stands on the page, notes after
//! the paragraph at which they stand; of its metadata nothing does.

use super::Answers;
use crate::model::act::{ActId, ActType, Issuer};
use crate::model::kind::Kind;
use crate::parse::akn::Refused as Broken;
use crate::parse::akn::names::NAMESPACE;
use crate::parse::akn::walk::{Attributes, Piece, walk};
use crate::source::card::Role;
use quick_xml::escape::partial_escape;

/// The name of the format.
pub const NAME: &str = "Akoma Ntoso";

/// Why a document is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It cannot be read, or must not be.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// It has more than one version of the act: no text that somebody published.
    #[error("more than one version")]
    Versions,
    /// It says itself that it does not have all words of the act.
    #[error("{0} paragraphs whose words it does not know")]
    Gaps(usize),
}

/// A document, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The page.
    pub page: String,
    /// What the metadata say.
    pub told: Answers,
}

/// True for a document in Akoma Ntoso, however broken.
pub fn is_akn(text: &str) -> bool {
    const ENOUGH: usize = 4000;
    let end = text.char_indices().nth(ENOUGH).map_or(text.len(), |(at, _)| at);
    let start = text[..end].trim_start_matches('\u{feff}').trim_start();
    start.starts_with('<') && start.contains("akomaNtoso") && start.contains(NAMESPACE)
}

/// Reads a document.
///
/// # Errors
/// See [`Refused`].
pub fn read(text: &str) -> Result<Taken, Refused> {
    let mut reader = Page::default();
    walk(text, |piece| match piece {
        Piece::Open(name, attributes) => reader.open(name, attributes),
        Piece::Close(name) => reader.close(name),
        Piece::Text(text) => reader.text(text),
    })?;
    reader.flush();
    let Page { headings, below, .. } = &mut reader;
    let (headings, below) = (std::mem::take(headings), std::mem::take(below));
    reader.lines.extend(headings.into_iter().chain(below));
    if reader.versions {
        return Err(Refused::Versions);
    }
    if reader.gaps > 0 {
        return Err(Refused::Gaps(reader.gaps));
    }
    Ok(Taken { page: reader.page(), told: reader.work.told() })
}

/// Elements inside a line: they part no paragraphs.
const INLINE: [&str; 55] = [
    "a",
    "abbr",
    "affectedDocument",
    "argument",
    "b",
    "change",
    "concept",
    "courtType",
    "date",
    "decoration",
    "def",
    "del",
    "docAuthority",
    "docCommittee",
    "docDate",
    "docIntroducer",
    "docJurisdiction",
    "docNumber",
    "docProponent",
    "docPurpose",
    "docStage",
    "docStatus",
    "docTitle",
    "docType",
    "embeddedText",
    "entity",
    "event",
    "fillIn",
    "i",
    "img",
    "inline",
    "ins",
    "judge",
    "lawyer",
    "legislature",
    "location",
    "mmod",
    "mod",
    "mref",
    "neutralCitation",
    "noteRef",
    "object",
    "omissis",
    "opinion",
    "organization",
    "outcome",
    "party",
    "person",
    "quantity",
    "quotedText",
    "ref",
    "rmod",
    "role",
    "rref",
    "shortTitle",
];
/// More of them.
const ALSO_INLINE: [&str; 14] = [
    "signature",
    "session",
    "span",
    "sub",
    "sup",
    "term",
    "time",
    "u",
    "vote",
    "placeholder",
    "process",
    "ol",
    "remark",
    "scene",
];

/// A line of the page: its element and its words, escaped.
struct Line {
    element: &'static str,
    words: String,
}

/// The page, while it is made.
#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    /// The words of the line that is read.
    words: String,
    /// The number that goes before them.
    number: String,
    /// Elements around, outermost first.
    around: Vec<String>,
    /// Lines that wait while a note inside them is read.
    waiting: Vec<(String, String)>,
    /// Notes that follow the line at which they stand.
    notes: Vec<String>,
    /// Closing marks of what is quoted.
    marks: Vec<String>,
    /// Headings of attachments: they are printed after the mark of approval.
    headings: Vec<Line>,
    /// Lines that follow the table in which they stand: its footnotes.
    below: Vec<Line>,
    /// The first line of a row that is a footnote.
    footnote: Option<usize>,
    /// True after quoted text: what follows without words of its own belongs to its last line.
    tail: bool,
    gaps: usize,
    versions: bool,
    work: Work,
}

/// What the metadata say of the work.
#[derive(Default)]
struct Work {
    iri: Option<String>,
    adopted: Option<String>,
    number: Option<String>,
    subtype: Option<String>,
    /// The name of the act that is told to be its title.
    title: Option<String>,
    original: bool,
    /// True once the work has been told.
    done: bool,
}

impl Work {
    /// Reads an element of the metadata; the first one of a name is that of the work of the act.
    fn open(&mut self, name: &str, attributes: &Attributes) {
        let keep = |kept: &mut Option<String>, key: &str| {
            if kept.is_none() {
                *kept = attributes.get(key).cloned();
            }
        };
        match name {
            _ if self.done => {}
            "FRBRExpression" => self.done = true,
            "FRBRuri" => keep(&mut self.iri, "value"),
            "FRBRdate" => keep(&mut self.adopted, "date"),
            "FRBRnumber" => keep(&mut self.number, "value"),
            "FRBRsubtype" => keep(&mut self.subtype, "value"),
            "FRBRalias" if attributes.get("name").is_some_and(|name| name == "title") => {
                keep(&mut self.title, "value");
            }
            _ => {}
        }
    }

    fn told(&self) -> Answers {
        let named = self.iri.as_deref().and_then(|iri| ActId::from_iri(iri.trim_end_matches('/')));
        let form = named.as_ref().map(|act| act.form);
        let day = self.adopted.as_deref().and_then(|day| day.get(..10)?.parse().ok());
        let issuer = named.as_ref().map(|act| act.issuer.clone());
        Answers {
            form: form.or_else(|| self.subtype.as_deref().and_then(ActType::from_name)),
            issuer: issuer.filter(|Issuer(slug)| !slug.is_empty()),
            number: self.number.clone().or_else(|| named.as_ref().map(|act| act.number.clone())),
            adopted: named.as_ref().map(|act| act.adopted.0).or(day),
            role: self.original.then_some(Role::Original),
            named: self.title.clone(),
            ..Answers::default()
        }
    }
}

impl Page {
    fn is_inside(&self, name: &str) -> bool {
        self.around.iter().any(|around| around == name)
    }

    fn open(&mut self, name: &str, attributes: &Attributes) {
        let get = |key: &str| attributes.get(key).map(String::as_str);
        let meta = self.is_inside("meta");
        if meta {
            self.work.open(name, attributes);
        } else {
            match get("contains") {
                Some("multipleVersions") => self.versions = true,
                Some("originalVersion") if self.around.len() == 1 => self.work.original = true,
                _ => {}
            }
            // What stands in for words that are not known is a paragraph or a heading.
            let stands_in = ["p", "heading", "hcontainer"].contains(&name);
            if get("status") == Some("unknown") && stands_in {
                self.gaps += 1;
            }
            self.begin(name, attributes);
        }
        self.around.push(name.to_owned());
    }

    fn begin(&mut self, name: &str, attributes: &Attributes) {
        let mark = |key: &str| attributes.get(key).cloned().unwrap_or_default();
        match name {
            "br" | "eol" => self.words.push_str("<br>"),
            "sup" | "sub" => self.words.push_str(&format!("<{name}>")),
            "authorialNote" => {
                self.waiting
                    .push((std::mem::take(&mut self.number), std::mem::take(&mut self.words)));
            }
            "quotedText" | "embeddedText" => {
                self.words.push_str(&partial_escape(mark("startQuote")));
                self.marks.push(mark("endQuote"));
            }
            "quotedStructure" | "embeddedStructure" => {
                self.flush();
                self.number.push_str(&partial_escape(mark("startQuote")));
                self.marks.push(mark("endQuote"));
            }
            "table" => {
                self.flush();
                self.lines.push(Line { element: "", words: "<table>".to_owned() });
            }
            "tr" => {
                let footnote = attributes.get("class").is_some_and(|c| c == Kind::Footnote.name());
                self.footnote = footnote.then_some(self.lines.len());
                self.lines.push(Line { element: "", words: "<tr>".to_owned() });
            }
            "preamble" | "mainBody" | "body" => {
                self.flush();
                self.lines.append(&mut self.headings);
            }
            "td" | "th" => {
                let spans = ["colspan", "rowspan"].iter().filter_map(|key| {
                    let count: u16 = attributes.get(*key)?.parse().ok()?;
                    Some(format!(" {key}=\"{count}\""))
                });
                let words = format!("<td{}>", spans.collect::<String>());
                self.lines.push(Line { element: "", words });
            }
            "p" if self.is_part() => {
                if !self.words.is_empty() {
                    self.words.push_str("<br>");
                }
            }
            _ if is_inline(name) => {}
            // The first line in a numbered unit goes on after the number.
            _ => self.flush_words(),
        }
    }

    /// True where a paragraph is a part of a line: in a cell, a note, a title.
    fn is_part(&self) -> bool {
        ["td", "th", "authorialNote", "longTitle"].iter().any(|around| self.is_inside(around))
    }

    fn close(&mut self, name: &str) {
        self.around.pop();
        if self.is_inside("meta") || name == "meta" {
            return;
        }
        match name {
            "br" | "eol" => {}
            "sup" | "sub" => self.words.push_str(&format!("</{name}>")),
            "num" => {
                let number = std::mem::take(&mut self.words);
                self.number.push_str(number.trim());
            }
            "authorialNote" => {
                let note = std::mem::take(&mut self.words);
                if let Some((number, words)) = self.waiting.pop() {
                    (self.number, self.words) = (number, words);
                }
                self.notes.push(note);
            }
            "quotedText" | "embeddedText" => {
                let mark = self.marks.pop().unwrap_or_default();
                self.words.push_str(&partial_escape(&mark));
            }
            "quotedStructure" | "embeddedStructure" => {
                self.flush();
                let mark = self.marks.pop().unwrap_or_default();
                self.last_words().push_str(&partial_escape(&mark));
                self.tail = true;
            }
            "td" | "th" if self.footnote.is_some() => {
                let words = std::mem::take(&mut self.words);
                self.below.push(Line { element: "p", words });
                let notes = std::mem::take(&mut self.notes);
                self.below.extend(notes.into_iter().map(|words| Line { element: "p", words }));
            }
            "td" | "th" => {
                let notes = std::mem::take(&mut self.notes).into_iter();
                let notes: String = notes.map(|note| format!("<br>{note}")).collect();
                let words = std::mem::take(&mut self.words) + &notes + "</td>";
                self.lines.push(Line { element: "", words });
            }
            "tr" => match self.footnote.take() {
                Some(first) => self.lines.truncate(first),
                None => self.lines.push(Line { element: "", words: "</tr>".to_owned() }),
            },
            "table" => {
                self.lines.push(Line { element: "", words: "</table>".to_owned() });
                self.lines.append(&mut self.below);
            }
            "heading" if self.around.last().is_some_and(|around| around == "attachment") => {
                let words = std::mem::take(&mut self.words);
                self.headings.push(Line { element: "h3", words: words.trim().to_owned() });
                self.put_notes();
            }
            "p" if self.is_part() => {}
            "heading" | "longTitle" => self.put(if name == "heading" { "h3" } else { "h1" }),
            _ if is_inline(name) => {}
            "content" | "intro" | "wrapUp" | "p" => self.flush_words(),
            _ => self.flush(),
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_inside("meta") {
            return;
        }
        self.words.push_str(&partial_escape(text));
    }

    /// The words of the last line; of a new one where there is none.
    fn last_words(&mut self) -> &mut String {
        let line = || Line { element: "p", words: String::new() };
        if self.lines.is_empty() {
            self.lines.push(line());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last].words
    }

    /// Ends the line, where it has words.
    fn flush_words(&mut self) {
        match self.words.trim().is_empty() {
            true => self.words.clear(),
            false => self.put("p"),
        }
    }

    /// Ends the line, a number without words included.
    fn flush(&mut self) {
        if self.words.trim().is_empty() && self.number.is_empty() && self.notes.is_empty() {
            self.words.clear();
            return;
        }
        self.put("p");
    }

    fn put(&mut self, element: &'static str) {
        let words = std::mem::take(&mut self.words);
        let words = words.trim();
        if self.tail && !words.contains(char::is_alphanumeric) && self.number.is_empty() {
            self.tail = false;
            let words = words.to_owned();
            self.last_words().push_str(&words);
        } else {
            self.tail = false;
            let number = std::mem::take(&mut self.number);
            // A note at a unit that is gone tells its number again.
            let told = words.is_empty() && self.notes.iter().any(|note| note.starts_with(&number));
            let blank = if number.is_empty() || words.is_empty() || ends_in_mark(&number) {
                ""
            } else {
                " "
            };
            let words = format!("{number}{blank}{words}");
            if !words.is_empty() && !told {
                self.lines.push(Line { element, words });
            }
        }
        self.put_notes();
    }

    fn put_notes(&mut self) {
        let notes = std::mem::take(&mut self.notes);
        self.lines.extend(notes.into_iter().map(|words| Line { element: "p", words }));
    }

    fn page(&self) -> String {
        let mut page =
            "<!DOCTYPE html>\n<html lang=\"kk\">\n<head><meta charset=\"utf-8\"></head>\n\
            <body>\n<article>\n"
                .to_owned();
        for Line { element, words } in &self.lines {
            match *element {
                "" => page.push_str(words),
                element => page.push_str(&format!("<{element}>{words}</{element}>")),
            }
            page.push('\n');
        }
        page.push_str("</article>\n</body>\n</html>\n");
        page
    }
}

fn is_inline(name: &str) -> bool {
    INLINE.contains(&name) || ALSO_INLINE.contains(&name)
}

/// True for an opening mark that waits for a number or for words.
fn ends_in_mark(number: &str) -> bool {
    number.ends_with(['"', '«', '“', '„'])
}
