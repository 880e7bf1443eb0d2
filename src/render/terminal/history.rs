//! Every version of a provision as bars on an axis of time, then as a compact list, oldest first.

use super::page::{Page, Value, Width, excerpt};
use super::show::{heading, places};
use super::style;
use super::timeline::{self, Letters};
use crate::kazakh::noun::Case;
use crate::model::act::ActId;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::Window;
use crate::model::version::Axis;
use crate::query::answer::{History, HistoryVersion};
use crate::render::citation::label;
use crate::render::messages::catalogue::{following, pages, reasons, states};
use crate::render::messages::{Lang, act_names, days, explanation, phrases};
use anstyle::Style;
use jiff::civil::Date;

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
    if let Some(horizon) = history.act.horizon {
        page.words(0, style::PLAIN, &pages::history_horizon(lang, horizon));
    }
    // What was expected once is told apart from what holds.
    let all = 0..history.versions.len();
    let (live, past): (Vec<usize>, Vec<usize>) =
        all.partition(|at| history.versions[*at].known_to.is_none());
    let order: Vec<usize> = live.iter().chain(&past).copied().collect();
    if order.is_empty() {
        page.words(0, style::PLAIN, &pages::history_none(lang));
    } else {
        page.words(0, style::QUIET, &pages::history_count(lang, live.len()));
        timeline::draw(&mut page, history, &order, (width, letters), lang);
    }
    for (place, at) in order.iter().enumerate() {
        page.blank();
        if place == live.len() {
            page.words(0, style::HEADING, &format!("{}:", pages::history_expected(lang)));
            page.blank();
        }
        entry(&mut page, place + 1, (history, *at), lang);
    }
    page.finish()
}

fn entry(page: &mut Page, number: usize, (history, at): (&History, usize), lang: Lang) {
    let version = &history.versions[at];
    let period = explanation::period(&version.valid_from, version.valid_to.as_ref(), lang);
    let period = period.unwrap_or_else(|| days::from(version.valid_from.window, lang));
    let period = Value::Words(explanation::capitalised(&period));
    page.field(INDENT, &number.to_string(), &[period]);
    let status = states::status(version.status, Axis::InForce, lang);
    if let Some(until) = version.known_to {
        page.words(INDENT, style::WARNING, &pages::expected_until(lang, status, until));
    } else {
        let mut runs = vec![(style::status(version.status), status), (style::PLAIN, " · ".into())];
        runs.extend(sureness(history, at, lang));
        page.runs(INDENT, &runs);
    }
    if let Some(from) = version.known_from {
        page.words(INDENT, style::WARNING, &pages::known_since(lang, from));
    }
    let acts = [version.introduced_by.as_ref(), version.ended_by.as_ref()];
    let name = |by: &ActId| act_names::name(by, Case::Nominative, lang);
    for (what, by) in phrases::turning_points(version.status, &history.act.id, acts, name, lang) {
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

/// How sure a version is, day by day: "certain, from 21 June 2022 presumed".
fn sureness(history: &History, at: usize, lang: Lang) -> Vec<(Style, String)> {
    let mut told: Vec<(Option<Date>, Certainty)> = Vec::new();
    for spell in history.spells.iter().filter(|spell| spell.version == Some(at)) {
        if told.last().is_none_or(|(_, last)| *last != spell.certainty) {
            told.push((spell.days.from, spell.certainty));
        }
    }
    if told.is_empty() {
        told.push((None, history.versions[at].certainty));
    }
    let mut runs = Vec::new();
    for (n, (from, certainty)) in told.into_iter().enumerate() {
        if let Some(from) = from.filter(|_| n > 0) {
            let from = days::from(Window::exact(from), lang);
            runs.push((style::PLAIN, format!(", {from} ")));
        }
        runs.push((style::certainty(certainty), states::certainty(certainty, lang)));
    }
    runs
}
