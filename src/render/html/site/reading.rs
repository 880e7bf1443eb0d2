//! How a place is read on a page: as a heading of which level, as a row of which table, and
//! whether a block of the page begins with it.

use crate::model::address::Step;
use crate::model::certainty::{Certainty, Status};
use crate::model::kind::Kind;
use crate::query::book::{Book, Leaf, Place};

/// The level of a heading, 2 to 5; `None` for what is no heading.
pub fn heading_level(place: &Place) -> Option<u8> {
    match place.kind {
        Kind::Title | Kind::Annex | Kind::Part => Some(2),
        Kind::Subpart | Kind::Chapter => Some(3),
        Kind::Section | Kind::Article => Some(4),
        _ => None,
    }
}

/// True for a place with which a block of the page begins: a heading, or a provision that stands
/// in nothing but its document.
pub fn opens_block(place: &Place) -> bool {
    heading_level(place).is_some()
        || (place.address.within_component().steps().len() == 1
            && !matches!(place.address.last(), Some(Step::Text(_))))
}

/// How many steps to the right a place stands: parts of a provision stand within it, the points of
/// an article as if it were their document.
pub fn indent(place: &Place) -> usize {
    let inside = place.address.within_component();
    let steps = inside.steps();
    let outer = match steps {
        [Step::Article(_), _, ..] => 2,
        _ => 1,
    };
    let text = usize::from(matches!(steps.last(), Some(Step::Text(_))));
    if heading_level(place).is_some() { 0 } else { steps.len().saturating_sub(outer + text) }
}

/// The position of the table in which a place is a row.
pub fn table_of(book: &Book, at: usize) -> Option<usize> {
    let place = book.places.get(at)?;
    if !matches!(place.kind, Kind::Row | Kind::TableGroup | Kind::ColumnNumbers) {
        return None;
    }
    let parent = place.address.parent()?;
    let before = book.places[..at].iter().rposition(|other| other.kind == Kind::Table)?;
    (book.places[before].address == parent).then_some(before)
}

/// The words of a place on a day, number and rest apart.
pub fn words<'a>(place: &'a Place, leaf: &Leaf) -> Option<(&'a str, &'a str)> {
    let version = place.versions.get(leaf.version?)?;
    let text = version.text.as_deref()?;
    Some(text.split_at_checked(version.body).unwrap_or(("", text)))
}

/// Where all sides of an open question but one have no words: the words of that one, number and
/// rest apart. They are shown as words, and the conditions once for all places that share them.
pub fn only_words<'a>(place: &'a Place, leaf: &Leaf) -> Option<(&'a str, &'a str)> {
    let mut speaking = leaf.sides.iter().zip(&leaf.open).filter(|(side, _)| side.text.is_some());
    let (_, version) = speaking.next()?;
    if speaking.next().is_some() {
        return None;
    }
    let version = place.versions.get(*version)?;
    let text = version.text.as_deref()?;
    Some(text.split_at_checked(version.body).unwrap_or(("", text)))
}

/// True for open questions that differ in their words alone.
pub fn same_question(a: &Leaf, b: &Leaf) -> bool {
    a.sides.len() == b.sides.len()
        && a.sides.iter().zip(&b.sides).all(|(a, b)| {
            (&a.act, a.in_effect, a.status, a.certainty, a.text.is_some())
                == (&b.act, b.in_effect, b.status, b.certainty, b.text.is_some())
        })
}

/// The sign of a certainty.
pub fn sign(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "●",
        Certainty::Derived => "◆",
        Certainty::Noted => "◐",
        Certainty::Presumed => "○",
        Certainty::Unknown => "?",
    }
}

/// What a reader is shown of a place on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Words that hold.
    Words,
    /// A document or another container that has no words of its own.
    Container,
    /// It held and holds no more.
    Gone,
    /// It is suspended.
    Suspended,
    /// One of several answers is right.
    Open,
    /// Words that the corpus does not have.
    Gap,
    /// Nothing.
    Nothing,
}

/// What a reader is shown of a place.
pub fn seen(leaf: &Leaf) -> Seen {
    match leaf.status {
        _ if leaf.speaks && leaf.listed => Seen::Words,
        _ if !leaf.sides.is_empty() && leaf.listed => Seen::Open,
        Status::Repealed if leaf.listed => Seen::Gone,
        Status::Suspended if leaf.listed => Seen::Suspended,
        _ if !leaf.unknown.is_empty() && (leaf.level == 0 || leaf.listed) => Seen::Gap,
        Status::InForce if leaf.listed => Seen::Container,
        _ => Seen::Nothing,
    }
}
