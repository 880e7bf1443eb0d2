//! Elements, attributes and words → XML, escaped, in which every sign is one that XML 1.0 allows.

use crate::render::printable::printable;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// The attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML file under construction.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A file with its declaration.
    pub(super) fn new() -> io::Result<Self> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(Xml(writer))
    }

    /// The bytes of the file.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    /// An element with what stands in it.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        inner(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// Words.
    pub(super) fn words(&mut self, words: &str) -> io::Result<()> {
        self.0.write_event(Event::Text(BytesText::new(&printable(words))))
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
