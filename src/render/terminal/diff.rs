//! Two days of an act as a page.

use super::page::{Page, Width};
use super::show::heading;
use super::style;
use crate::query::diff::{Change, Comparison};
use crate::render::messages::Lang;

/// How a comparison is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One column, with what went and came marked.
    Unified,
    /// Both wordings beside each other.
    SideBySide,
    /// A line a unit.
    Summary,
}

/// What a page of a comparison depends on.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// How it is drawn.
    pub layout: Layout,
    /// True where what stayed the same is shown, too.
    pub all: bool,
    /// True where styles are seen.
    pub styled: bool,
    /// Columns.
    pub width: Width,
}

/// The page of a comparison.
pub fn page(comparison: &Comparison, view: &View, lang: Lang) -> String {
    let mut page = Page::new(view.width);
    heading(&mut page, &comparison.act, &comparison.address, lang);
    for unit in comparison.units.iter().filter(|unit| unit.change != Change::Same) {
        page.words(0, style::PLAIN, &format!("{} {}", unit.change.name(), unit.address));
    }
    page.finish()
}
