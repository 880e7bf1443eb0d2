//! The parsed tree of one text as a list: line, address, kind, beginning of the words.

use super::outline::WIDEST_ADDRESS;
use super::page::{Page, Width, excerpt, padded};
use super::style;
use crate::model::address::Address;
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, Tree};
use crate::query::answer::ActInfo;
use crate::render::messages::catalogue::{kinds, pages, states};
use crate::render::messages::{Lang, act_names};
use unicode_width::UnicodeWidthStr;

/// The page of a tree; `component` goes before every address.
pub fn page(
    tree: &Tree,
    component: &Address,
    act: Option<&ActInfo>,
    width: Width,
    lang: Lang,
) -> String {
    let mut page = Page::new(width);
    if let Some(act) = act {
        page.words(0, style::HEADING, &act_names::title_case(&act.id, lang));
    }
    page.words(0, style::PLAIN, &tree.source.file);
    page.words(0, style::QUIET, &pages::outline_of(lang, tree.units.len()));
    page.blank();
    let addresses: Vec<String> =
        tree.units.iter().map(|unit| unit.address.prefixed(component).to_string()).collect();
    let widest = addresses.iter().map(|address| address.width()).max().unwrap_or(0);
    let column = widest.min(WIDEST_ADDRESS) + 2;
    let widths = tree.units.iter().map(|unit| kinds::kind(unit.kind, lang).width());
    let kind_column = widths.max().unwrap_or(0) + 2;
    let lines = tree.units.last().map_or(1, |unit| unit.lines.0.to_string().len());
    for (unit, address) in tree.units.iter().zip(&addresses) {
        let line = format!("{:>lines$}  ", unit.lines.0);
        let address = padded(address, column);
        let kind = padded(kinds::kind(unit.kind, lang), kind_column);
        let indent = "  ".repeat(unit.depth.min(8));
        let mark = match unit.status {
            PrintedStatus::InForce => String::new(),
            status => format!("[{}] ", states::printed_status(status, lang)),
        };
        let before = [line.as_str(), &address, &kind, &indent, &mark];
        let taken = before.iter().map(|words| words.width()).sum();
        let words = excerpt(&unit.text, page.room(taken));
        let weight = match unit.kind {
            Kind::Unread => style::FAULT,
            kind if kind.is_grouping() => style::HEADING,
            kind if kind.is_editorial() => style::QUIET,
            _ => style::PLAIN,
        };
        page.line(&[
            (style::QUIET, &line),
            (style::PLAIN, &address),
            (style::QUIET, &kind),
            (style::PLAIN, &indent),
            (style::WARNING, &mark),
            (weight, &words),
        ]);
    }
    page.finish()
}
