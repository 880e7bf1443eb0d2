//! The styles of a document → the list to which a style puts its paragraphs, and the styles that
//! raise or hide their words. A style has what it does not say from the one that it rests on.

use super::Refused;
use super::list::Place;
use super::xml::{self, Token, is_on, number};
use std::collections::HashMap;

/// How long a chain of styles is followed.
const LONGEST: usize = 32;

#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
    raised: Option<bool>,
    hidden: Option<bool>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

impl Styles {
    pub(super) fn read(text: &str) -> Result<Self, Refused> {
        let mut styles = Styles::default();
        let mut open: Option<(String, Style)> = None;
        xml::walk(text, &mut |token| {
            match token {
                Token::Open { name: "style", attributes } => {
                    let id = attributes.get("styleId").cloned().unwrap_or_default();
                    let of_paragraphs = attributes.get("type").is_some_and(|of| of == "paragraph");
                    let usual =
                        attributes.get("default").is_some_and(|on| on == "1" || on == "true");
                    if of_paragraphs && usual {
                        styles.usual = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                }
                Token::Close { name: "style" } => styles.by_id.extend(open.take()),
                Token::Open { name, attributes } => {
                    if let Some((_, style)) = &mut open {
                        match name {
                            "basedOn" => style.based_on = attributes.get("val").cloned(),
                            "numId" => style.list = number(attributes),
                            "ilvl" => style.level = number(attributes),
                            "vertAlign" => {
                                let to = attributes.get("val").map(String::as_str);
                                style.raised = Some(to == Some("superscript"));
                            }
                            "vanish" => style.hidden = Some(is_on(attributes)),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(styles)
    }

    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s Style> + 's {
        let first = id.or(self.usual.as_deref()).and_then(|id| self.by_id.get(id));
        let next = |style: &&Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(LONGEST)
    }

    /// The place in a list that a style gives its paragraphs.
    pub(super) fn place(&self, id: Option<&str>) -> Option<Place> {
        let list = self.chain(id).find_map(|style| style.list)?;
        let level = self.chain(id).find_map(|style| style.level).unwrap_or(0);
        Some(Place { list, level: level as usize })
    }

    /// True for a style of words that raises them.
    pub(super) fn raises(&self, id: &str) -> bool {
        self.chain(Some(id)).find_map(|style| style.raised).unwrap_or(false)
    }

    /// True for a style that hides its words.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.chain(Some(id)).find_map(|style| style.hidden).unwrap_or(false)
    }
}
