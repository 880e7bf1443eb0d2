//! Changes that are to come as a list, the earliest first: what turns where, by which act.

use super::page::{Page, Width, excerpt};
use super::style;
use crate::kazakh::noun::Case;
use crate::model::act::ActId;
use crate::query::upcoming::Upcoming;
use crate::render::citation::label;
use crate::render::messages::catalogue::following;
use crate::render::messages::{Lang, act_names, days, explanation};
use jiff::civil::Date;

const INDENT: usize = 2;
const EXCERPT_LINES: usize = 2;

/// The page of the changes after a day.
pub fn page(changes: &[Upcoming], after: Date, width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    page.words(0, style::HEADING, &following::upcoming_heading(lang, after));
    if changes.is_empty() {
        page.words(0, style::PLAIN, &following::upcoming_none(lang));
    }
    let mut last: Option<(&ActId, String)> = None;
    for change in changes {
        let days = explanation::capitalised(&days::from(change.valid_from.window, lang));
        let group = (&change.act.id, days);
        if last.as_ref() != Some(&group) {
            page.blank();
            page.words(0, style::FIELD, &group.1);
            page.words(0, style::PLAIN, &act_names::title_case(&change.act.id, lang));
            if let Some(rule) = explanation::rule(&change.valid_from, lang) {
                page.words(0, style::QUIET, &rule);
            }
            last = Some(group);
        }
        entry(&mut page, change, lang);
    }
    page.finish()
}

fn entry(page: &mut Page, change: &Upcoming, lang: Lang) {
    let place = format!("  {}  ", label(&change.address));
    let canonical = format!("  {}", change.address);
    let turn = following::turn(change.turn, lang);
    page.line(&[(style::HEADING, &place), (style::PLAIN, &turn), (style::QUIET, &canonical)]);
    if let Some(act) = &change.by {
        page.words(2 * INDENT, style::PLAIN, &act_names::name(act, Case::Nominative, lang));
    }
    match &change.text {
        Some(text) => {
            let columns = page.room(2 * INDENT).map(|columns| columns * EXCERPT_LINES - INDENT);
            page.words(2 * INDENT, style::QUIET, &excerpt(text, columns));
        }
        None if change.planned => {
            page.words(2 * INDENT, style::WARNING, &following::upcoming_planned(lang));
        }
        None => {}
    }
    for place in super::show::places(&change.evidence, lang) {
        page.words(2 * INDENT, style::QUIET, &place);
    }
}
