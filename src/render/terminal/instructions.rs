//! Orders as a list: line, what is done where, with what words; and the text that no rule
//! understood.

use super::page::{Page, Width, excerpt};
use super::style;
use crate::amend::ledger::Ledger;
use crate::model::address::{Address, Step};
use crate::model::instruction::Instruction;
use crate::model::tree::Tree;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{changes, pages};

const INDENT: usize = 2;

/// The page of an amending act.
pub fn page(
    tree: &Tree,
    orders: &[Instruction],
    ledger: &Ledger,
    width: Width,
    lang: Lang,
) -> String {
    let mut page = Page::new(width);
    page.words(0, style::PLAIN, &tree.source.file);
    let read = orders.iter().filter(|order| order.read).count();
    let summary = match orders.len() {
        0 => pages::orders_none(lang),
        all => pages::orders_read(lang, read, all),
    };
    page.words(0, style::QUIET, &summary);
    let mut act = None;
    for order in orders {
        let cited = || order.target_title.as_ref().map(|cited| format!("«{}»", cited.title));
        let named = order.target_act.as_ref().map(|act| act.iri()).or_else(cited);
        if named != act {
            page.blank();
            page.words(0, style::HEADING, named.as_deref().unwrap_or("?"));
            act = named;
        }
        entry(&mut page, order, lang);
    }
    if !ledger.places.is_empty() {
        page.blank();
        page.words(0, style::FAULT, &pages::ledger_unread(lang, ledger.places.len()));
        for unit in ledger.places.iter().map(|place| &tree.units[*place]) {
            let line = pages::check_line(lang, unit.lines.0);
            let words = excerpt(&unit.text, page.room(INDENT + line.len()));
            page.words(INDENT, style::PLAIN, &format!("{line}: {words}"));
        }
    }
    page.finish()
}

/// Addresses as a list; three or more that follow each other as a range.
fn places(addresses: &[Address]) -> String {
    let position = |address: &Address| match address.last() {
        Some(Step::Text(k)) => Some(*k),
        _ => None,
    };
    let follows = |a: &Address, b: &Address| {
        let next = position(a).zip(position(b)).is_some_and(|(a, b)| a + 1 == b);
        next && a.parent() == b.parent()
    };
    let runs = addresses.chunk_by(follows).map(|run| match run {
        [first, .., last] if run.len() > 2 => format!("{first} – {last}"),
        few => few.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    });
    runs.collect::<Vec<_>>().join(", ")
}

fn entry(page: &mut Page, order: &Instruction, lang: Lang) {
    let targets = places(&order.targets);
    let line = pages::check_line(lang, order.span.lines.0);
    let operation = changes::operation(order.operation, lang);
    let colour = if order.read { style::GOOD } else { style::FAULT };
    page.line(&[
        (style::QUIET, &line),
        (style::PLAIN, "  "),
        (colour, operation),
        (style::PLAIN, "  "),
        (style::PLAIN, &targets),
    ]);
    page.words(INDENT, style::QUIET, &excerpt(&order.quote, page.room(INDENT)));
    let days = order.in_force.iter().map(|rule| changes::from_when(rule, lang));
    let days: Vec<String> =
        days.chain(order.until.iter().map(|rule| changes::until_when(rule, lang))).collect();
    if !days.is_empty() {
        page.words(INDENT, style::QUIET, &days.join(", "));
    }
}
