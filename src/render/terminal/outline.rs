//! The units of an act on a day as a list: address, state where it is not plain, beginning of
//! the words.

use super::page::{Page, Width, excerpt, padded};
use super::style;
use crate::model::certainty::Status;
use crate::model::kind::Kind;
use crate::query::answer::{Outline, OutlineUnit};
use crate::render::citation::label;
use crate::render::messages::catalogue::{pages, states};
use crate::render::messages::{Lang, act_names, explanation};
use unicode_width::UnicodeWidthStr;

/// The widest column of addresses; longer ones push the words of their line to the right.
pub(super) const WIDEST_ADDRESS: usize = 28;

/// The page of an outline.
pub fn page(outline: &Outline, width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    page.words(0, style::HEADING, &act_names::title_case(&outline.act.id, lang));
    if let Some(title) = &outline.act.title {
        page.words(0, style::QUIET, &format!("«{title}»"));
    }
    let question = explanation::capitalised(&explanation::question(&outline.ask, lang));
    let count = pages::outline_of(lang, outline.units.len());
    page.words(0, style::PLAIN, &format!("{question}: {count}"));
    page.blank();
    let addresses = outline.units.iter().map(|unit| unit.address.to_string().width());
    let column = addresses.max().unwrap_or(0).min(WIDEST_ADDRESS) + 2;
    for unit in &outline.units {
        entry(&mut page, unit, column, outline, lang);
    }
    page.finish()
}

fn entry(page: &mut Page, unit: &OutlineUnit, column: usize, outline: &Outline, lang: Lang) {
    let address = padded(&unit.address.to_string(), column);
    let indent = "  ".repeat(unit.depth.min(8));
    let is_document = unit.kind == Kind::Annex;
    let mark = match (unit.status, &unit.text) {
        (Status::InForce, Some(_)) => String::new(),
        // A document that the act approves has no words of its own, only parts.
        (Status::InForce, None) if is_document => String::new(),
        (Status::InForce, None) => format!("[{}] ", pages::text_unknown(lang)),
        (status, _) => format!("[{}] ", states::status(status, outline.ask.axis, lang)),
    };
    let words = unit.text.clone().or_else(|| unit.heading.clone());
    let words = words.or_else(|| is_document.then(|| label(&unit.address))).unwrap_or_default();
    let taken = address.width() + indent.width() + mark.width();
    let words = excerpt(&words, page.room(taken));
    let weight = if unit.kind.is_grouping() { style::HEADING } else { style::PLAIN };
    page.line(&[
        (style::QUIET, &address),
        (style::PLAIN, &indent),
        (style::status(unit.status), &mark),
        (weight, &words),
    ]);
}
