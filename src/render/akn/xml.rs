//! Elements and text → bytes of an XML document. Characters that XML cannot hold are replaced
//! by U+FFFD and counted, so that nothing disappears in silence.

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Attributes in the order in which they are written.
pub type Attributes<'a> = Vec<(&'a str, Cow<'a, str>)>;

/// An XML document, or a part of one.
pub struct Xml {
    writer: Writer<Vec<u8>>,
    depth: usize,
    replaced: BTreeMap<char, usize>,
}

impl Xml {
    /// An empty part that will stand `depth` levels deep.
    pub fn at(depth: usize) -> Xml {
        Xml { writer: Writer::new(Vec::new()), depth, replaced: BTreeMap::new() }
    }

    /// The bytes, and how often each character was replaced.
    pub fn finish(self) -> (Vec<u8>, BTreeMap<char, usize>) {
        (self.writer.into_inner(), self.replaced)
    }

    /// Puts in what was written elsewhere.
    pub fn insert(&mut self, bytes: &[u8]) {
        self.writer.get_mut().extend_from_slice(bytes);
    }

    /// Opens an element on a line of its own.
    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.new_line();
        self.start(name, attributes);
        self.depth += 1;
    }

    /// Opens an element inside a line whose own content stands on lines of its own.
    pub fn open_inside(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.depth += 1;
    }

    /// Closes an element that stands on a line of its own.
    pub fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.new_line();
        self.end(name);
    }

    /// An empty element on a line of its own.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>) {
        self.new_line();
        let event = self.tag(name, attributes);
        self.event(Event::Empty(event));
    }

    /// An element with text on a line of its own.
    pub fn line(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.new_line();
        self.start(name, attributes);
        self.text(text);
        self.end(name);
    }

    /// Begins a line.
    pub fn new_line(&mut self) {
        let out = self.writer.get_mut();
        out.push(b'\n');
        out.resize(out.len() + self.depth, b' ');
    }

    /// Opens an element inside a line.
    pub fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        let event = self.tag(name, attributes);
        self.event(Event::Start(event));
    }

    /// Closes an element inside a line.
    pub fn end(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name.to_owned())));
    }

    /// Text; line feeds become `br`.
    pub fn text(&mut self, text: &str) {
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.event(Event::Empty(BytesStart::new("br")));
            }
            let line = self.legal(line);
            // A bare carriage return would be read back as a line feed.
            let escaped = partial_escape(line).replace('\r', "&#13;");
            self.event(Event::Text(BytesText::from_escaped(escaped)));
        }
    }

    fn tag<'n>(&mut self, name: &'n str, attributes: Attributes<'_>) -> BytesStart<'n> {
        let mut tag = BytesStart::new(name);
        for (key, value) in attributes {
            let value = self.legal(&value);
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            tag.push_attribute((key, value.as_str()));
        }
        tag
    }

    fn legal<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        if text.chars().all(is_legal) {
            return Cow::Borrowed(text);
        }
        let replace = |c: char| {
            if is_legal(c) {
                return c;
            }
            *self.replaced.entry(c).or_default() += 1;
            char::REPLACEMENT_CHARACTER
        };
        Cow::Owned(text.chars().map(replace).collect())
    }

    fn event(&mut self, event: Event<'_>) {
        // A vector takes everything that is written to it.
        let _ = self.writer.write_event(event);
    }
}

/// True for the characters of XML 1.0 (section 2.2 of the recommendation).
pub fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> (String, BTreeMap<char, usize>) {
        let mut xml = Xml::at(0);
        xml.start("p", vec![("title", text.into())]);
        xml.text(text);
        xml.end("p");
        let (bytes, replaced) = xml.finish();
        (String::from_utf8(bytes).expect("UTF-8"), replaced)
    }

    #[test]
    fn marks_of_the_language_are_escaped() {
        let (text, replaced) = written("a]]><b>&\"\r");
        assert_eq!(
            text,
            "<p title=\"a]]&gt;&lt;b&gt;&amp;&quot;\">a]]&gt;&lt;b&gt;&amp;\"&#13;</p>"
        );
        assert!(replaced.is_empty());
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced_and_counted() {
        let (text, replaced) = written("a\u{b}b\u{ffff}");
        assert_eq!(text, "<p title=\"a\u{fffd}b\u{fffd}\">a\u{fffd}b\u{fffd}</p>");
        assert_eq!(replaced.into_iter().collect::<Vec<_>>(), [('\u{b}', 2), ('\u{ffff}', 2)]);
    }
}
