//! A comparison of two days as a page: what the whole was and is, who changed it, how much; then
//! entry by entry, in one column, in two, or as a table.

mod beside;
mod entry;
mod summary;
mod unified;

use super::page::{Page, Width, padded};
use super::show::{heading, verdict};
use super::style;
use crate::kazakh::noun::Case;
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::query::answer::Answer;
use crate::query::diff::told::{Entry, Told, entries};
use crate::query::diff::{Cause, Change, Comparison};
use crate::render::messages::catalogue::{diff, evidence};
use crate::render::messages::phrases::{self, place};
use crate::render::messages::{Lang, act_names, days, explanation};
use anstyle::Style;
use unicode_width::UnicodeWidthStr;

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

/// Columns that two wordings need beside each other.
const TWO_COLUMNS: usize = 70;
/// Columns of a page of two wordings where nothing tells how wide it may be.
const WIDE: usize = 100;
const INDENT: usize = 4;

/// The page of a comparison.
pub fn page(comparison: &Comparison, view: &View, lang: Lang) -> String {
    let width = match view.layout {
        Layout::SideBySide => Some(view.width.unwrap_or(WIDE)),
        _ => view.width,
    };
    let mut page = Page::new(width);
    heading(&mut page, &comparison.act, &comparison.address, lang);
    page.blank();
    for answer in [&comparison.before, &comparison.after] {
        state(&mut page, answer, lang);
    }
    if comparison.before.ask.date > comparison.after.ask.date {
        page.words(0, style::WARNING, &diff::diff_backwards(lang));
    }
    page.blank();
    let entries = entries(&comparison.units);
    let changed: Vec<&Entry<'_>> =
        entries.iter().filter(|entry| entry.unit.change != Change::Same).collect();
    if changed.is_empty() {
        page.words(0, style::PLAIN, &diff::diff_none(lang));
    } else if !comparison.differs()
        && changed.iter().all(|entry| entry.unit.told() == Told::Unknown)
    {
        page.words(0, style::PLAIN, &diff::diff_none_known(lang));
    }
    if !changed.is_empty() {
        page.words(0, style::FIELD, &phrases::counts(comparison, &entries, lang));
        acts(&mut page, comparison, lang);
    }
    if let Some(sentence) = whole_turn(comparison, lang) {
        page.blank();
        page.words(0, style::FIELD, &sentence);
        if !view.all {
            page.words(0, style::QUIET, &diff::diff_list_all(lang, comparison.units.len()));
            return page.finish();
        }
    }
    let shown: Vec<&Entry<'_>> = if view.all { entries.iter().collect() } else { changed };
    let narrow = width.is_some_and(|columns| columns < TWO_COLUMNS);
    match view.layout {
        Layout::Summary => summary::table(&mut page, &shown, lang),
        Layout::SideBySide if !narrow => beside::list(&mut page, comparison, &shown, view, lang),
        layout => {
            if layout == Layout::SideBySide {
                page.blank();
                page.words(0, style::WARNING, &diff::diff_narrow(lang, TWO_COLUMNS));
            }
            unified::list(&mut page, comparison, &shown, view, lang);
        }
    }
    page.finish()
}

/// What the whole is on one of the days.
fn state(page: &mut Page, answer: &Answer, lang: Lang) {
    let question = explanation::capitalised(&explanation::question(&answer.ask, lang));
    let before = format!("{question}: ");
    let partial = answer.text.is_some() && !answer.unknown_parts.is_empty();
    let verdict = verdict(answer.status, answer.certainty, partial, answer.ask.axis, lang);
    let mut runs: Vec<(Style, String)> = vec![(style::PLAIN, before)];
    runs.extend(verdict);
    page.runs(0, &runs);
}

/// Every act that changed something: from when, and whether its text is at hand.
fn acts(page: &mut Page, comparison: &Comparison, lang: Lang) {
    let acts = comparison.acts();
    if acts.is_empty() {
        return;
    }
    page.blank();
    page.words(0, style::FIELD, &format!("{}:", diff::diff_by(lang)));
    for cause in acts {
        let changed = comparison.units.iter().filter(|unit| unit.change != Change::Same);
        let touched = changed
            .filter(|unit| {
                let by =
                    |known: &Cause| known.act == cause.act && known.valid_from == cause.valid_from;
                unit.caused_by.iter().any(by)
            })
            .count();
        let own = cause.act == comparison.act.id;
        let name = match own {
            true => explanation::capitalised(&diff::diff_enacted(lang)),
            false => act_names::title_case(&cause.act, lang),
        };
        let mut runs = vec![
            (style::PLAIN, name),
            (style::PLAIN, format!(", {}", days::from(cause.valid_from.window, lang))),
            (style::QUIET, format!(" · {}", diff::diff_units(lang, touched))),
        ];
        if !cause.in_corpus && !own {
            runs.push((style::WARNING, format!(" · {}", diff::diff_no_text(lang))));
        }
        page.runs(2, &runs);
    }
}

/// The sentence for an act that came or went as a whole between the days.
fn whole_turn(comparison: &Comparison, lang: Lang) -> Option<String> {
    let (before, after) = (&comparison.before, &comparison.after);
    let none = |status| matches!(status, Status::NotYet | Status::Repealed);
    let turn = |absent: &Answer| match absent.status {
        Status::NotYet => diff::diff_not_yet(lang, absent.ask.date),
        _ => diff::diff_no_more(lang, absent.ask.date),
    };
    if !comparison.address.is_whole() || comparison.units.is_empty() {
        return None;
    }
    match (none(before.status), none(after.status)) {
        (true, false) => Some(turn(before)),
        (false, true) => Some(turn(after)),
        _ => None,
    }
}

/// The day, or the days, of a cause in figures.
fn figures(cause: &Cause) -> String {
    let window = cause.valid_from.window;
    match (window.earliest, window.latest) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (first, last) => {
            let day = |day: Option<jiff::civil::Date>| day.map_or("…".into(), |d| d.to_string());
            format!("{}…{}", day(first), day(last))
        }
    }
}

/// Who changed an entry, one line an act, with its order.
fn causes(page: &mut Page, comparison: &Comparison, entry: &Entry<'_>, lang: Lang) {
    let mut known: Vec<&Cause> = Vec::new();
    for cause in entry.all().flat_map(|unit| &unit.caused_by) {
        let told = |other: &&Cause| other.act == cause.act && other.valid_from == cause.valid_from;
        if !known.iter().any(told) {
            known.push(cause);
        }
    }
    known.sort_by_key(|cause| (cause.valid_from.window.moment(), &cause.act));
    for cause in known {
        let name = match cause.act == comparison.act.id {
            true => diff::diff_enacted(lang),
            false => act_names::name(&cause.act, Case::Nominative, lang),
        };
        let mut words = format!("{name}, {}", days::from(cause.valid_from.window, lang));
        if cause.open {
            let asks = [comparison.before.ask.date, comparison.after.ask.date];
            for day in asks.into_iter().filter(|day| cause.valid_from.window.leaves_open(*day)) {
                words += &format!("; {}", diff::diff_open(lang, day));
            }
        }
        page.words(INDENT, style::PLAIN, &words);
        if let Some(piece) = &cause.source {
            let told = format!("{} ({})", place(&piece.span), evidence::kind(piece.kind, lang));
            page.words(INDENT, style::QUIET, &told);
        }
    }
    if entry.unit.cause_unknown.is_some() {
        page.words(INDENT, style::WARNING, &diff::diff_cause_unknown(lang));
    }
}

/// Prints the headings around an entry that were not printed yet.
fn context(page: &mut Page, comparison: &Comparison, around: &[Address], last: &mut Vec<Address>) {
    for group in around.iter().filter(|group| !last.contains(group)) {
        let told = comparison.units.iter().find(|unit| unit.address == *group);
        let told = told.filter(|unit| unit.change == Change::Same);
        if let Some(words) = told.and_then(|unit| unit.after.text.as_ref()) {
            page.blank();
            page.words(0, style::HEADING, words);
        }
    }
    *last = around.to_vec();
}

/// What sort of change a sign stands for.
fn sign(told: Told) -> (&'static str, Style) {
    match told {
        Told::Same => (" ", style::QUIET),
        Told::Added | Told::AddedUnknown | Told::Resumed => ("+", style::GOOD),
        Told::Removed | Told::RemovedUnknown | Told::Suspended => ("-", style::FAULT),
        Told::Changed => ("~", style::WARNING),
        Told::Moved | Told::Renumbered => (">", style::HIT),
        _ => ("?", style::WARNING),
    }
}

/// A column of names, padded to the widest of them but not more than `most`.
fn column<'n>(
    names: impl Iterator<Item = &'n str> + Clone,
    most: usize,
) -> impl Fn(&str) -> String {
    let widest = names.map(UnicodeWidthStr::width).max().unwrap_or(0).min(most);
    move |name| padded(name, widest)
}
