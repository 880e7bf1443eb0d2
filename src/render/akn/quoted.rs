//! The new text of an order → its `quotedStructure`. Where every paragraph that is quoted is one
//! unit of the new text, the structure is that of the new text, and the paragraphs, by which
//! amending acts are cited, are the words in it; else it is a list of paragraphs as printed.

use super::body::Body;
use super::branch::{Branch, Printed};
use super::xml::Attributes;
use crate::model::kind::Kind;
use crate::model::tree::Unit;
use crate::parse::akn::names;

/// New text whose paragraphs are known as units.
pub struct NewText<'a> {
    units: &'a [Unit],
    /// By unit: what stands directly in it.
    inner: Vec<Vec<usize>>,
    top: Vec<usize>,
    /// The marks around it, as printed.
    marks: (String, String),
    /// What stands after the closing mark.
    tail: String,
}

/// A unit of new text: number, heading, words.
struct Split<'a> {
    number: Option<&'a str>,
    words: &'a str,
    headed: bool,
}

impl<'a> NewText<'a> {
    /// New text of which these paragraphs are the units, one by one; `None` where they are not.
    pub fn of(units: &'a [Unit], quoted: &[Branch<'_>]) -> Option<Self> {
        if units.is_empty() || units.len() != quoted.len() {
            return None;
        }
        let mut marks = (String::new(), String::new());
        let mut tail = String::new();
        for (n, (unit, paragraph)) in units.iter().zip(quoted).enumerate() {
            let mut printed = paragraph.unit.text().filter(|_| paragraph.inner.is_empty())?;
            if n == 0
                && let Some(mark) = printed.chars().next().filter(|mark| is_mark(*mark))
            {
                // What begins with a mark of its own has two.
                let own =
                    unit.text.starts_with(mark) && !printed[mark.len_utf8()..].starts_with(mark);
                if !own {
                    marks.0 = mark.to_string();
                    printed = &printed[mark.len_utf8()..];
                }
            }
            let rest = printed.strip_prefix(unit.text.as_str())?;
            match n + 1 == units.len() {
                true => {
                    let (mark, after) = closing(rest)?;
                    (marks.1, tail) = (mark.to_owned(), after.to_owned());
                }
                false if rest.is_empty() => {}
                false => return None,
            }
            split(unit)?;
        }
        let mut inner = vec![Vec::new(); units.len()];
        let mut top = Vec::new();
        for (n, unit) in units.iter().enumerate() {
            match unit.parent {
                Some(parent) if parent < n => inner[parent].push(n),
                _ => top.push(n),
            }
        }
        // Words are read back in the order of the document, which is that of the print.
        let mut order = Vec::with_capacity(units.len());
        let mut left: Vec<usize> = top.iter().rev().copied().collect();
        while let Some(unit) = left.pop() {
            order.push(unit);
            left.extend(inner[unit].iter().rev());
        }
        order.iter().enumerate().all(|(n, unit)| n == *unit).then_some(NewText {
            units,
            inner,
            top,
            marks,
            tail,
        })
    }
}

fn is_mark(c: char) -> bool {
    "\"«»“”„".contains(c)
}

/// The closing mark and what stands after it; `None` where words stand there.
fn closing(rest: &str) -> Option<(&str, &str)> {
    let mark = rest.chars().next().filter(|mark| is_mark(*mark)).map_or(0, char::len_utf8);
    let (mark, after) = rest.split_at(mark);
    let words = after.contains(|c: char| c.is_alphanumeric() || is_mark(c));
    (!words).then_some((mark, after))
}

/// A unit taken apart so that it can be put together again: `None` where that fails, and for units
/// that are not of the hierarchy.
fn split(unit: &Unit) -> Option<Split<'_>> {
    if names::element(unit.kind) == names::OTHER || unit.kind == Kind::Table {
        return None;
    }
    let (number, words) = unit.text.split_at_checked(unit.body)?;
    let number = (!number.is_empty()).then_some(number);
    let headed = unit.heading.is_some();
    if unit.heading.as_deref().is_some_and(|heading| heading != words) {
        return None;
    }
    let (number, words) = match number {
        None => (None, words),
        Some(_) if words.is_empty() => return None,
        Some(number) => (Some(number.strip_suffix(' ')?), words),
    };
    let bare = |text: &str| text == text.trim() && !text.contains('\n');
    (number.is_none_or(bare) && bare(words)).then_some(Split { number, words, headed })
}

impl<'a> Body<'a> {
    /// Writes the structure of new text, and what stands after it.
    pub fn structure(&mut self, eid: &str, text: &NewText<'_>, quoted: &[Branch<'a>]) {
        let mut attributes: Attributes<'_> = vec![("eId", eid.to_owned().into())];
        let (start, end) = &text.marks;
        attributes.extend((!start.is_empty()).then(|| ("startQuote", start.into())));
        attributes.extend((!end.is_empty()).then(|| ("endQuote", end.into())));
        self.xml.open_inside("quotedStructure", attributes);
        for unit in &text.top {
            self.new_unit(eid, text, *unit, quoted);
        }
        self.xml.close("quotedStructure");
        self.xml.text(&text.tail);
    }

    fn new_unit(&mut self, eid: &str, text: &NewText<'_>, at: usize, quoted: &[Branch<'a>]) {
        let unit = &text.units[at];
        let (Some(split), Some(paragraph)) = (split(unit), quoted.get(at)) else { return };
        let element = names::element(unit.kind);
        let inside = unit.address.within_component().eid();
        let own = self.eids.fresh(format!("{eid}__{inside}"));
        let attributes = vec![
            ("eId", own.into()),
            ("wId", unit.address.eid().into()),
            ("nusqa:target", unit.address.to_string().into()),
        ];
        self.xml.open(element, attributes);
        if let Some(number) = split.number {
            self.xml.line("num", vec![], number);
        }
        let inner = &text.inner[at];
        let block = match (split.headed, inner.is_empty()) {
            (true, _) => "heading",
            (false, true) => "content",
            (false, false) => "intro",
        };
        self.quoted_words(block, &paragraph.unit, split.words);
        for unit in inner {
            self.new_unit(eid, text, *unit, quoted);
        }
        self.xml.close(element);
    }

    /// A paragraph of the amending act as the words of a unit that it brings.
    fn quoted_words(&mut self, block: &str, paragraph: &Printed<'_>, words: &str) {
        let attributes = self.attributes(paragraph, None, Some(paragraph.kind.name()));
        if block == "heading" {
            self.xml.new_line();
            self.xml.start(block, attributes);
            self.xml.text(words);
            self.notes(paragraph);
            self.xml.end(block);
            return;
        }
        self.xml.open(block, attributes);
        self.xml.new_line();
        self.xml.start("p", vec![]);
        self.xml.text(words);
        self.notes(paragraph);
        self.xml.end("p");
        self.xml.close(block);
    }
}
