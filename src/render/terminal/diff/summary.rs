//! A comparison as a table: one line an entry with what became of it, by whom, from when, and how
//! sure that is.

use super::{INDENT, column, figures, sign};
use crate::model::certainty::Certainty;
use crate::query::diff::Unit;
use crate::query::diff::told::{Entry, Told};
use crate::render::citation::label;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{diff, states};
use crate::render::terminal::page::{Page, excerpt};
use crate::render::terminal::style;
use anstyle::Style;
use unicode_width::UnicodeWidthStr;

/// Columns that the words of an entry need on its own line.
const LEAST: usize = 24;
/// Columns of the words where nothing tells how wide a page may be.
const EXCERPT: usize = 60;

/// Prints the table.
pub fn table(page: &mut Page, entries: &[&Entry<'_>], lang: Lang) {
    let addresses: Vec<String> = entries.iter().map(|one| one.unit.address.to_string()).collect();
    let place = column(addresses.iter().map(String::as_str), 28);
    page.blank();
    for (one, address) in entries.iter().zip(&addresses) {
        let unit = one.unit;
        let told = unit.told();
        let (mark, colour) = sign(told);
        let from = unit.address_before.as_ref().map(label).unwrap_or_default();
        let what = [
            (colour, format!("{mark} ")),
            (style::HEADING, place(address)),
            (colour, format!("  {}", diff::told(told, &from, lang))),
        ];
        let mut who: Vec<(Style, String)> = Vec::new();
        let by: Vec<String> = unit
            .caused_by
            .iter()
            .map(|cause| {
                let one = format!("№ {} {}", cause.act.number, figures(cause));
                // Where several acts had a hand in it, each is told with what it did.
                match unit.caused_by.len() > 1 && !cause.with_container {
                    true => format!("{one} {}", diff::made(cause, lang)),
                    false => one,
                }
            })
            .collect();
        if !by.is_empty() {
            who.push((style::PLAIN, by.join(", ")));
        } else if unit.cause_unknown.is_some() {
            who.push((style::WARNING, diff::diff_cause_unknown(lang)));
        }
        if matches!(told, Told::Moved | Told::Renumbered) {
            who.push((style::WARNING, format!(" · {}", diff::diff_by_likeness(lang))));
        } else if let Some(certainty) = certainty(unit, told) {
            who.push((style::PLAIN, " · ".to_owned()));
            who.push((style::certainty(certainty), states::certainty(certainty, lang)));
        }
        let words = unit.heading.clone().or_else(|| unit.after.text.clone());
        let words = words.or_else(|| unit.before.text.clone()).unwrap_or_default();
        let width = |runs: &[(Style, String)]| -> usize {
            runs.iter().map(|(_, words)| words.width()).sum()
        };
        let used = width(&what) + width(&who) + 6;
        if page.room(0).is_none_or(|columns| used + LEAST <= columns) {
            let room = page.room(0).map_or(EXCERPT, |columns| columns - used);
            let gap = (style::PLAIN, "   ".to_owned());
            let words = (style::QUIET, excerpt(&words, Some(room)));
            let runs: Vec<(Style, String)> =
                what.into_iter().chain([gap.clone()]).chain(who).chain([gap, words]).collect();
            page.runs(0, &runs);
            continue;
        }
        page.runs(0, &what);
        if !who.is_empty() {
            page.runs(INDENT, &who);
        }
        if !words.is_empty() {
            let room = page.room(INDENT);
            page.words(INDENT, style::QUIET, &excerpt(&words, room));
        }
    }
}

/// How sure it is that the unit became what it did.
fn certainty(unit: &Unit, told: Told) -> Option<Certainty> {
    match told {
        Told::Changed => Some(unit.before.certainty.min(unit.after.certainty)),
        Told::Open | Told::Unknown => None,
        _ => Some(unit.after.certainty).filter(|certainty| *certainty != Certainty::Unknown),
    }
}
