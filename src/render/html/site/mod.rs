//! The answers of an index → the pages of a site, each a value of its own, and the data from
//! which their scripts show any other day. Knows no files: whoever writes or serves decides.

pub mod act;
pub mod acts;
pub mod audit;
pub mod comparison;
pub mod data;
pub mod directory;
pub mod files;
pub mod guide;
mod phrases;
pub mod reading;
pub mod search;
pub mod strings;
pub mod unit;
pub mod upcoming;

use crate::query::answer::Answer;
use crate::query::book::Book;
use crate::query::diff::every::Comparisons;

/// Style sheets and scripts that every site has: name and content.
pub const ASSETS: &[(&str, &str)] = &[
    ("tokens.css", super::TOKENS),
    ("site.css", include_str!("site.css")),
    ("icon.svg", super::ICON),
    ("language.js", include_str!("js/language.js")),
    ("book.js", include_str!("js/book.js")),
    ("unit.js", include_str!("js/unit.js")),
    ("page.js", include_str!("js/page.js")),
    ("timeline.js", include_str!("js/timeline.js")),
    ("places.js", include_str!("js/places.js")),
    ("panel.js", include_str!("js/panel.js")),
    ("compare.js", include_str!("js/compare.js")),
    ("act.js", include_str!("js/act.js")),
    ("search.js", include_str!("js/search.js")),
];

/// Scripts of an act's page, in the order in which they run, after the data of the act.
pub const ACT_SCRIPTS: &[&str] = &[
    "book.js",
    "unit.js",
    "page.js",
    "timeline.js",
    "places.js",
    "panel.js",
    "compare.js",
    "act.js",
];

/// A book with the name of its page.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// The act.
    pub book: Book,
    /// What differs between any two of its days.
    pub comparisons: Comparisons,
    /// The act as a whole on the day whose text stands in the page.
    pub state: Answer,
    /// The name of its page, without ending.
    pub name: String,
}

/// The file of an act's data.
pub fn data_name(act: &str) -> String {
    format!("data-{act}.js")
}

/// The file of an act's comparisons, which its page loads when two days are first compared.
pub fn comparison_name(act: &str) -> String {
    format!("compare-{act}.js")
}
