//! The text of a part → its elements and words, one after the other. Names are without prefixes;
//! document types, entities of their own and endless nesting are refused.

use super::Refused;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashMap;

/// The deepest nesting of elements that is followed.
const DEEPEST: usize = 256;

/// Attributes by name.
pub(super) type Attributes = HashMap<String, String>;

/// One step through a part.
pub(super) enum Token<'t> {
    /// An element begins.
    Open {
        /// Its name.
        name: &'t str,
        /// Its attributes.
        attributes: &'t Attributes,
    },
    /// An element ends.
    Close {
        /// Its name.
        name: &'t str,
    },
    /// Words.
    Words(&'t str),
}

/// Goes through a part.
pub(super) fn walk(
    text: &str,
    on: &mut dyn FnMut(Token<'_>) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Eof => break,
            Event::DocType(_) => {
                return Err(Refused::Dangerous { cause: "a document type declaration".into() });
            }
            Event::Start(start) => {
                if open.len() >= DEEPEST {
                    return Err(Refused::Dangerous { cause: "elements nested too deep".into() });
                }
                let (name, attributes) = element(&start)?;
                on(Token::Open { name: &name, attributes: &attributes })?;
                open.push(name);
            }
            Event::End(_) => {
                if let Some(name) = open.pop() {
                    on(Token::Close { name: &name })?;
                }
            }
            Event::Text(words) => on(Token::Words(&words.xml_content(XmlVersion::Implicit1_0)))?,
            Event::CData(words) => on(Token::Words(&words.xml_content(XmlVersion::Implicit1_0)))?,
            Event::GeneralRef(reference) => {
                let name = reference.to_string();
                let mut buffer = [0; 4];
                let words = match reference.resolve_char_ref().map_err(damaged)? {
                    Some(character) => character.encode_utf8(&mut buffer),
                    None => resolve_xml_entity(&name).ok_or_else(|| Refused::Dangerous {
                        cause: format!("the entity {name:?}"),
                    })?,
                };
                on(Token::Words(words))?;
            }
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    match open.last() {
        None => Ok(()),
        Some(name) => Err(Refused::Damaged { cause: format!("{name} is not closed") }),
    }
}

fn damaged(error: impl std::fmt::Display) -> Refused {
    Refused::Damaged { cause: error.to_string() }
}

fn local(name: &str) -> String {
    name.rsplit_once(':').map_or(name, |(_, local)| local).to_owned()
}

fn element(start: &BytesStart<'_>) -> Result<(String, Attributes), Refused> {
    let mut attributes = Attributes::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(damaged)?;
        let value = unescape(&attribute.value).map_err(damaged)?;
        attributes.insert(local(attribute.key.as_ref()), value.into_owned());
    }
    Ok((local(start.name().as_ref()), attributes))
}

/// True where an element that switches something on or off switches it on.
pub(super) fn is_on(attributes: &Attributes) -> bool {
    !matches!(attributes.get("val").map(String::as_str), Some("0" | "false" | "off" | "none"))
}

/// The value of an element, where it is a number.
pub(super) fn number(attributes: &Attributes) -> Option<u32> {
    attributes.get("val")?.parse().ok()
}
