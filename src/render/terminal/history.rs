//! Every version of a provision as bars on an axis of time, then as a compact list, oldest first.

use super::page::{Page, Value, Width, excerpt};
use super::show::{heading, places};
use super::style;
use super::timeline::{self, Letters};
use crate::model::act::ActId;
use crate::model::certainty::Status;
use crate::model::version::Axis;
use crate::query::answer::{History, HistoryVersion};
use crate::render::citation::label;
use crate::render::messages::catalogue::{following, pages, reasons, states};
use crate::render::messages::{Lang, days, explanation, phrases};

/// Lines of a version's words that are shown.
const EXCERPT_LINES: usize = 2;
const INDENT: usize = 4;
/// Gaps that are listed; of a longer list the rest is counted.
const LISTED: usize = 6;

/// The page of a history.
pub fn page(history: &History, width: Width, letters: Letters, lang: Lang) -> String {
    let mut page = Page::new(width);
    heading(&mut page, &history.act, &history.address, lang);
    page.blank();
    if history.versions.is_empty() {
        page.words(0, style::PLAIN, &pages::history_none(lang));
    } else {
        page.words(0, style::QUIET, &pages::history_count(lang, history.versions.len()));
        timeline::draw(&mut page, history, width, letters, lang);
    }
    for (place, version) in history.versions.iter().enumerate() {
        page.blank();
        entry(&mut page, place + 1, version, &history.act.id, lang);
    }
    page.finish()
}

fn entry(page: &mut Page, number: usize, version: &HistoryVersion, act: &ActId, lang: Lang) {
    let period = explanation::period(&version.valid_from, version.valid_to.as_ref(), lang);
    let period = period.unwrap_or_else(|| days::from(version.valid_from.window, lang));
    let period = Value::Words(explanation::capitalised(&period));
    page.field(INDENT, &number.to_string(), &[period]);
    let status = states::status(version.status, Axis::InForce, lang);
    let certainty = states::certainty(version.certainty, lang);
    page.line(&[
        (style::PLAIN, "    "),
        (style::status(version.status), &status),
        (style::PLAIN, " · "),
        (style::certainty(version.certainty), &certainty),
    ]);
    if let Some(knowledge) = knowledge(version, lang) {
        page.words(INDENT, style::WARNING, &knowledge);
    }
    let acts = [version.introduced_by.as_ref(), version.ended_by.as_ref()];
    for (what, by) in phrases::turning_points(version.status, act, acts, lang) {
        if let Some(by) = by {
            page.words(INDENT, style::PLAIN, &format!("{what}: {by}"));
        }
    }
    let moved = [
        version.moved_from.as_ref().map(|place| following::moved_from(lang, label(place))),
        version.moved_to.as_ref().map(|place| following::moved_to(lang, label(place))),
    ];
    for words in moved.into_iter().flatten() {
        page.words(INDENT, style::WARNING, &words);
    }
    if let Some(text) = &version.text {
        let columns = page.room(INDENT).map(|columns| columns * EXCERPT_LINES - INDENT);
        page.words(INDENT, style::PLAIN, &excerpt(text, columns));
    }
    for reason in unknown(version, lang) {
        page.words(INDENT, style::WARNING, &reason);
    }
    for place in places(&version.evidence, lang) {
        page.words(INDENT, style::QUIET, &place);
    }
}

/// What is not known of a version: its words, or those of some parts.
fn unknown(version: &HistoryVersion, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if version.text.is_none() && matches!(version.status, Status::InForce | Status::Unknown) {
        lines.extend(version.reasons.iter().map(|reason| reasons::sentence(reason, lang)));
    }
    let inside =
        version.unknown_parts.iter().filter(|part| version.text.is_some() && !part.is_empty());
    let inside: Vec<String> = inside.cloned().collect();
    if !inside.is_empty() {
        let shown = inside.len().min(LISTED);
        let mut list = inside[..shown].join(", ");
        if inside.len() > shown {
            list = format!("{list}, {}", pages::and_more(lang, inside.len() - shown));
        }
        lines.push(format!("{}: {list}", pages::field_unknown_parts(lang)));
    }
    lines
}

/// Between which days a version was what one knew, where that is not always.
fn knowledge(version: &HistoryVersion, lang: Lang) -> Option<String> {
    match (version.known_from, version.known_to) {
        (None, None) => None,
        (Some(from), None) => Some(pages::known_since(lang, from)),
        (None, Some(to)) => Some(pages::known_until(lang, to)),
        (Some(from), Some(to)) => Some(pages::known_between(lang, from, to)),
    }
}
