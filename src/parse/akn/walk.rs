//! A document in Akoma Ntoso → its elements and texts one after the other, without its dangers:
//! no document type declaration, no entity but those of XML itself, no endless nesting.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashMap;

/// The largest document that is read, in bytes.
pub const LARGEST: usize = 256 * 1024 * 1024;
/// The deepest nesting of elements that is followed.
pub const DEEPEST: usize = 200;

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No well-formed XML.
    #[error("not well-formed at byte {at}: {cause}")]
    Malformed {
        /// Where, in bytes.
        at: u64,
        /// What the XML reader says.
        cause: String,
    },
    /// It has a document type declaration, which could name entities inside and outside.
    #[error("a document type declaration at byte {at}")]
    Doctype {
        /// Where, in bytes.
        at: u64,
    },
    /// It names an entity that XML does not predefine.
    #[error("the entity `{name}` at byte {at}")]
    Entity {
        /// The entity.
        name: String,
        /// Where, in bytes.
        at: u64,
    },
    /// Elements are nested deeper than [`DEEPEST`].
    #[error("elements nested deeper than {DEEPEST} at byte {at}")]
    TooDeep {
        /// Where, in bytes.
        at: u64,
    },
    /// It is larger than [`LARGEST`].
    #[error("larger than {LARGEST} bytes")]
    TooLarge,
    /// Its outermost element is not that of Akoma Ntoso 1.0.
    #[error("no document in Akoma Ntoso 1.0")]
    Other,
}

/// The attributes of an element, by name.
pub type Attributes = HashMap<String, String>;

/// A piece of a document. Names of the standard have no prefix, whatever prefix the document
/// gives them.
pub enum Piece<'p> {
    /// An element begins.
    Open(&'p str, &'p Attributes),
    /// An element ends.
    Close(&'p str),
    /// Text in it.
    Text(&'p str),
}

/// Goes through a document.
///
/// # Errors
/// What is no well-formed document in Akoma Ntoso, and what could make reading it dangerous. What
/// was met before has been visited then.
pub fn walk(text: &str, mut visit: impl FnMut(Piece<'_>)) -> Result<(), Refused> {
    if text.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0;
    let mut prefix: Option<String> = None;
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|error| Refused::Malformed {
            at: reader.error_position(),
            cause: error.to_string(),
        })?;
        match event {
            Event::Eof => break,
            Event::DocType(_) => return Err(Refused::Doctype { at }),
            Event::Start(start) => {
                let malformed = |cause: String| Refused::Malformed { at, cause };
                let (name, attributes) = element(&start).map_err(malformed)?;
                let prefix = match &prefix {
                    Some(prefix) => prefix,
                    None => prefix.insert(root(&name, &attributes).ok_or(Refused::Other)?),
                };
                if depth >= DEEPEST {
                    return Err(Refused::TooDeep { at });
                }
                depth += 1;
                visit(Piece::Open(
                    name.strip_prefix(prefix.as_str()).unwrap_or(&name),
                    &attributes,
                ));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                let name = end.name();
                let name = name.as_ref();
                let prefix = prefix.as_deref().unwrap_or_default();
                visit(Piece::Close(name.strip_prefix(prefix).unwrap_or(name)));
            }
            Event::Text(words) => visit(Piece::Text(&words.xml_content(XmlVersion::Implicit1_0))),
            Event::CData(words) => visit(Piece::Text(&words.xml_content(XmlVersion::Implicit1_0))),
            Event::GeneralRef(reference) => {
                let character = reference
                    .resolve_char_ref()
                    .map_err(|error| Refused::Malformed { at, cause: error.to_string() })?;
                let name = reference.to_string();
                let mut buffer = [0; 4];
                let words = match character {
                    Some(character) => character.encode_utf8(&mut buffer),
                    None => resolve_xml_entity(&name).ok_or(Refused::Entity { name, at })?,
                };
                visit(Piece::Text(words));
            }
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if prefix.is_none() {
        return Err(Refused::Other);
    }
    if depth > 0 {
        let at = reader.buffer_position();
        return Err(Refused::Malformed { at, cause: "an element is not closed".to_owned() });
    }
    Ok(())
}

/// The prefix of the names of the standard, colon included; `None` where this is no root of a
/// document. Drafts of the standard have namespaces that go on after its own.
fn root(name: &str, attributes: &Attributes) -> Option<String> {
    let (prefix, local) = match name.split_once(':') {
        Some((prefix, local)) => (format!("{prefix}:"), local),
        None => (String::new(), name),
    };
    let declaration = match prefix.trim_end_matches(':') {
        "" => "xmlns".to_owned(),
        prefix => format!("xmlns:{prefix}"),
    };
    let space = attributes.get(&declaration)?;
    (local == "akomaNtoso" && space.starts_with(super::names::NAMESPACE)).then_some(prefix)
}

fn element(start: &BytesStart<'_>) -> Result<(String, Attributes), String> {
    let name = start.name().as_ref().to_owned();
    let mut attributes = HashMap::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let key = attribute.key.as_ref().to_owned();
        let value = unescape(&attribute.value).map_err(|error| error.to_string())?;
        attributes.insert(key, value.into_owned());
    }
    Ok((name, attributes))
}
