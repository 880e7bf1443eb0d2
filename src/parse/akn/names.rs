//! Kinds of unit ↔ names of the Akoma Ntoso vocabulary. They stand nowhere else in the program.

use crate::model::kind::Kind;

/// The namespace of Akoma Ntoso 1.0.
pub const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// The namespace of what nusqa adds: certainty, windows of days, evidence.
pub const OWN_NAMESPACE: &str = "urn:nusqa:akn:1";
/// The element for kinds that the standard has no element for; its `name` tells the kind.
pub const OTHER: &str = "hcontainer";
/// The name of what stands in place of units that nobody knows.
pub const GAP: &str = "gap";

/// The hierarchical element of a kind. In Kazakh acts бөлім is above тарау and тарау above
/// параграф, which is why the standard's `section` stands outside `chapter` here.
pub fn element(kind: Kind) -> &'static str {
    match kind {
        Kind::Part => "section",
        Kind::Subpart => "subsection",
        Kind::Chapter => "chapter",
        Kind::Section => "subchapter",
        Kind::Article => "article",
        Kind::Paragraph => "paragraph",
        Kind::Subparagraph => "point",
        Kind::Text | Kind::Context | Kind::Instruction | Kind::Quoted => "alinea",
        _ => OTHER,
    }
}

/// The kind of a hierarchical element; `class` tells the kinds that share `alinea`.
pub fn kind(element: &str, name: Option<&str>, class: Option<&str>) -> Option<Kind> {
    Some(match element {
        "section" => Kind::Part,
        "subsection" => Kind::Subpart,
        "chapter" => Kind::Chapter,
        "subchapter" => Kind::Section,
        "article" => Kind::Article,
        "paragraph" => Kind::Paragraph,
        "point" => Kind::Subparagraph,
        "alinea" => class.and_then(Kind::from_name).unwrap_or(Kind::Text),
        "longTitle" => Kind::Title,
        "attachment" => Kind::Annex,
        "table" => Kind::Table,
        "tr" => class.and_then(Kind::from_name)?,
        // The words of a unit that an order brings are a paragraph of the amending act.
        "heading" | "intro" | "content" => {
            class.and_then(Kind::from_name).filter(|kind| *kind == Kind::Quoted)?
        }
        OTHER | "container" => name.and_then(Kind::from_name)?,
        _ => return None,
    })
}
