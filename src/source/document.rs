//! One file decoded: bytes turned into lines whose characters lead back to the bytes. Marks at
//! the beginning of a file, line ends of every system, letters with separate accents and bytes
//! that are no text are all read here, so that nothing above needs to know of them.

use super::control::{introduces, sequence};
use super::spanned::Spanned;
use super::{docx, html};
use crate::model::evidence::SourceId;
use crate::model::tree::{Fault, FaultKind};
use std::ops::Range;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// How a text is laid out. Recognised, never configured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Markdown: paragraphs stand between blank lines.
    Markdown,
    /// Plain text copied from the portal: every paragraph is one indented line.
    Portal,
    /// HTML.
    Html,
    /// A Word document. Its lines are its paragraphs, and bytes are those of the text that was
    /// taken from it ([`super::text_of`]); the hash is that of the file.
    Docx,
}

impl Format {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Format::Markdown => "markdown",
            Format::Portal => "portal",
            Format::Html => "html",
            Format::Docx => "docx",
        }
    }
}

/// A line of text without its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Number of the line in the file, counted from 1.
    pub number: usize,
    /// Bytes of the document's text.
    pub text: Range<usize>,
}

/// One text, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which text.
    pub id: SourceId,
    /// How it is laid out.
    pub format: Format,
    /// Lines in order.
    pub lines: Vec<Line>,
    /// Faults of the encoding.
    pub faults: Vec<Fault>,
    /// The whole text.
    text: Spanned,
}

/// True for characters that no reader sees: white space, control characters, marks without
/// width.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

impl Document {
    /// Decodes a file; never fails. A Word document that is refused ([`Document::open`]) is
    /// decoded as if it were text.
    pub fn decode(file: &str, bytes: &[u8]) -> Document {
        Document::open(file, bytes).unwrap_or_else(|_| Document::of_text(file, bytes))
    }

    /// Decodes a file.
    ///
    /// # Errors
    /// A Word document that cannot be read, must not be read, or has not one text.
    pub fn open(file: &str, bytes: &[u8]) -> Result<Document, docx::Refused> {
        if !docx::is_docx(bytes) {
            return Ok(Document::of_text(file, bytes));
        }
        let extracted = docx::read(bytes)?;
        let (text, faults) = decode_text(extracted.as_bytes());
        let lines = split_lines(text.text(), false);
        Ok(Document { id: id(file, bytes), format: Format::Docx, lines, faults, text })
    }

    fn of_text(file: &str, bytes: &[u8]) -> Document {
        let id = id(file, bytes);
        let (text, mut faults) = decode_text(bytes);
        let old_ends = ends_in_returns(bytes);
        let (mut line, mut at) = (1, 0);
        for fault in &mut faults {
            line += line_ends(bytes, at..fault.bytes.start, old_ends);
            at = fault.bytes.start;
            fault.line = line;
        }
        let (text, lines, format) = if html::is_html(text.text()) {
            let (text, lines) = html::read(&text);
            (text, lines, Format::Html)
        } else {
            let lines = split_lines(text.text(), old_ends);
            let format = recognise(text.text(), &lines);
            (text, lines, format)
        };
        Document { id, format, lines, faults, text }
    }

    /// The text of a line.
    pub fn line(&self, line: &Line) -> &str {
        &self.text.text()[line.text.clone()]
    }

    /// The byte of the file that stands at this offset of the text.
    pub fn origin(&self, offset: usize) -> usize {
        self.text.origin(offset)
    }

    /// The bytes of the file in which this stretch of the text stands.
    pub fn origin_of(&self, stretch: Range<usize>) -> Range<usize> {
        self.text.origin_of(stretch)
    }

    /// True where this stretch stands in the file byte for byte as in the text.
    pub fn is_verbatim(&self, stretch: &Range<usize>) -> bool {
        self.text.is_verbatim(stretch)
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        self.text.text()
    }

    /// Characters that a reader sees.
    pub fn characters(&self) -> usize {
        self.text.text().chars().filter(|&c| !is_blank(c)).count()
    }
}

fn id(file: &str, bytes: &[u8]) -> SourceId {
    SourceId { file: file.into(), hash: blake3::hash(bytes).to_hex().as_str().into() }
}

/// The bytes as text in composed form (NFC), with the faults met; lines of the faults are left
/// to the caller.
fn decode_text(bytes: &[u8]) -> (Spanned, Vec<Fault>) {
    let mut text = Spanned::new(0);
    let mut faults = Vec::new();
    let mut at = if bytes.starts_with("\u{feff}".as_bytes()) { '\u{feff}'.len_utf8() } else { 0 };
    for chunk in bytes[at..].utf8_chunks() {
        push_words(&mut text, chunk.valid(), at, &mut faults);
        at += chunk.valid().len();
        let invalid = chunk.invalid();
        if !invalid.is_empty() {
            let span = at..at + invalid.len();
            faults.push(Fault {
                line: 0,
                bytes: span.clone(),
                kind: FaultKind::Encoding,
                printed: format!("{invalid:02x?}"),
                reading: char::REPLACEMENT_CHARACTER.to_string(),
            });
            text.push(char::REPLACEMENT_CHARACTER, span.clone());
            at = span.end;
        }
    }
    (text, faults)
}

/// Appends words; of a control sequence of a terminal only the character that begins it, which
/// nobody sees.
fn push_words(text: &mut Spanned, words: &str, file: usize, faults: &mut Vec<Fault>) {
    let mut from = 0;
    let mut at = 0;
    while let Some(found) = words[at..].find(introduces) {
        let start = at + found;
        let introducer = words[start..].chars().next().unwrap_or_default();
        let Some(length) = sequence(&words[start..]) else {
            at = start + introducer.len_utf8();
            continue;
        };
        push_composed(text, &words[from..start], file + from);
        let span = file + start..file + start + length;
        text.push_reading(introducer.encode_utf8(&mut [0; 4]), span.clone());
        faults.push(Fault {
            line: 0,
            bytes: span,
            kind: FaultKind::Artefact,
            printed: words[start..start + length].to_owned(),
            reading: String::new(),
        });
        at = start + length;
        from = at;
    }
    push_composed(text, &words[from..], file + from);
}

/// Appends words, composing letters with separate accents.
fn push_composed(text: &mut Spanned, words: &str, file: usize) {
    if is_nfc_quick(words.chars()) == IsNormalized::Yes {
        text.push_str(words, file);
        return;
    }
    let mut start = 0;
    while start < words.len() {
        let rest = &words[start..];
        let mut chars = rest.char_indices().skip(1);
        let length = chars
            .find(|&(_, c)| !unicode_normalization::char::is_combining_mark(c))
            .map_or(rest.len(), |(at, _)| at);
        let cluster = &rest[..length];
        if cluster.len() == rest.chars().next().map_or(0, char::len_utf8) {
            text.push_str(cluster, file + start);
        } else {
            let composed: String = cluster.nfc().collect();
            let span = file + start..file + start + length;
            if composed == cluster {
                text.push_str(cluster, span.start);
            } else {
                text.push_reading(&composed, span);
            }
        }
        start += length;
    }
}

/// True for a file of the old systems that end lines with a carriage return alone. Elsewhere a
/// lone carriage return is white space.
fn ends_in_returns(bytes: &[u8]) -> bool {
    let feeds = bytes.iter().filter(|&&b| b == b'\n').count();
    let pairs = bytes.windows(2).filter(|pair| pair == b"\r\n").count();
    let returns = bytes.iter().filter(|&&b| b == b'\r').count();
    returns - pairs > feeds
}

/// How many lines end in this stretch of the bytes.
fn line_ends(bytes: &[u8], stretch: Range<usize>, old_ends: bool) -> usize {
    let ends = |at: usize| match bytes[at] {
        b'\n' => true,
        b'\r' => old_ends && bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    stretch.filter(|&at| ends(at)).count()
}

fn split_lines(text: &str, old_ends: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let rest = &text[start..];
        let end = rest.find(|c| c == '\n' || old_ends && c == '\r').unwrap_or(rest.len());
        let content = rest[..end].strip_suffix('\r').unwrap_or(&rest[..end]);
        lines.push(Line { number: lines.len() + 1, text: start..start + content.len() });
        let mark = if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        start = (start + end + mark).min(text.len());
    }
    lines
}

/// The portal sets each paragraph as one indented line; Markdown sets blank lines between
/// paragraphs and no indent. Where the first lines speak for neither, Markdown's rules read
/// both.
fn recognise(text: &str, lines: &[Line]) -> Format {
    const ENOUGH: usize = 60;
    let mut indented = 0;
    let mut flush = 0;
    for line in lines
        .iter()
        .map(|line| &text[line.text.clone()])
        .filter(|line| !line.is_empty())
        .take(ENOUGH)
    {
        if line.starts_with("[bookmark:") {
            indented += 2;
        } else if line.starts_with("      ") || line.starts_with('\u{a0}') {
            indented += 1;
        } else if line.starts_with(['#', '>']) || line.starts_with("**") {
            flush += 2;
        } else if !line.starts_with(char::is_whitespace) {
            flush += 1;
        }
    }
    if indented > flush { Format::Portal } else { Format::Markdown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_line_end_and_mark() {
        let document = Document::decode("t", "\u{feff}бір\r\nекі\n\nи\u{306}од".as_bytes());
        let lines: Vec<_> = document.lines.iter().map(|line| document.line(line)).collect();
        assert_eq!(lines, ["бір", "екі", "", "йод"]);
        assert_eq!(document.lines[3].number, 4);
        assert_eq!(document.origin_of(document.lines[1].text.clone()), 11..17);
        assert_eq!(document.characters(), 9);
        assert_eq!(document.origin(document.lines[3].text.end), 27);
    }

    #[test]
    fn lines_may_end_in_carriage_returns_alone() {
        let lines = |bytes: &[u8]| -> Vec<String> {
            let document = Document::decode("t", bytes);
            document.lines.iter().map(|line| document.line(line).to_owned()).collect()
        };
        assert_eq!(lines(b"1. a\r\r2. b\r3. c\r\n"), ["1. a", "", "2. b", "3. c"]);
        assert_eq!(lines(b"1. a\rb\n2. c\n\n"), ["1. a\rb", "2. c", ""]);
        assert_eq!(Document::decode("t", b"1. a\r\r2. \xff\r").faults[0].line, 3);
    }

    #[test]
    fn bytes_that_are_no_text_become_faults() {
        let document = Document::decode("t", b"1. \xff\xfe\n2. \xd0");
        assert_eq!(document.faults.len(), 3);
        assert_eq!(document.faults[2].line, 2);
        assert_eq!(document.lines.len(), 2);
    }
}
