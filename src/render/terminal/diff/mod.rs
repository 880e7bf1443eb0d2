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
use crate::query::diff::sums::{self, Changer};
use crate::query::diff::told::{Entry, Told, entries};
use crate::query::diff::{Cause, Change, Comparison, Side, Unit};
use crate::render::messages::catalogue::{diff, evidence, states};
use crate::render::messages::phrases::{self, place};
use crate::render::messages::{Lang, act_names, days, explanation};
use crate::render::signs::{self, Sign};
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
    for (answer, side) in
        [(&comparison.before, Unit::before as Of), (&comparison.after, Unit::after)]
    {
        state(&mut page, comparison, answer, side, lang);
    }
    for words in phrases::limits(comparison, lang) {
        page.words(0, style::PLAIN, &words);
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
        if let Some(turned) = turnover(comparison, lang) {
            page.words(0, style::PLAIN, &turned);
        }
        page.words(
            0,
            style::FIELD,
            &phrases::counts(&entries, comparison.address.is_whole(), lang),
        );
        acts(&mut page, comparison, &entries, lang);
    }
    if let Some(sentence) = whole_turn(comparison, lang) {
        page.blank();
        page.words(0, style::FIELD, &sentence);
        if !view.all {
            page.words(0, style::QUIET, &diff::diff_list_all(lang, entries.len()));
            return page.finish();
        }
    }
    let shown: Vec<&Entry<'_>> = if view.all { entries.iter().collect() } else { changed };
    if !shown.is_empty() {
        page.blank();
        page.words(0, style::QUIET, &signs::legend(&shown, lang));
    }
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

/// A side of a unit.
type Of = fn(&Unit) -> &Side;

/// What the whole is on one of the days. No one certainty fits a whole act: it is told how much of
/// it is known how surely.
fn state(page: &mut Page, comparison: &Comparison, answer: &Answer, side: Of, lang: Lang) {
    let question = explanation::capitalised(&explanation::question(&answer.ask, lang));
    let mut runs: Vec<(Style, String)> = vec![(style::PLAIN, format!("{question}: "))];
    let axis = answer.ask.axis;
    let knowledge = sums::knowledge(&comparison.units, side);
    if answer.address.is_whole() && knowledge.provisions() > 0 {
        runs.push((style::status(answer.status), states::status(answer.status, axis, lang)));
        page.runs(0, &runs);
        page.words(INDENT, style::QUIET, &phrases::knowledge(&knowledge, lang));
        return;
    }
    let partial = answer.text.is_some() && !answer.unknown_parts.is_empty();
    runs.extend(verdict(answer.status, answer.certainty, partial, axis, lang));
    page.runs(0, &runs);
}

/// How the counts of the two days of a whole act go together.
fn turnover(comparison: &Comparison, lang: Lang) -> Option<String> {
    let whole = comparison.address.is_whole();
    whole.then(|| phrases::turnover(&comparison.units, lang)).flatten()
}

/// Every act that changed something, and every act that may have: from when, and whether its text
/// is at hand.
fn acts(page: &mut Page, comparison: &Comparison, entries: &[Entry<'_>], lang: Lang) {
    let changers = sums::changers(entries);
    for (surely, heading) in [(true, diff::diff_by(lang)), (false, diff::diff_by_maybe(lang))] {
        let mut some = changers.iter().filter(|one| one.surely == surely).peekable();
        if some.peek().is_none() {
            continue;
        }
        page.blank();
        page.words(0, style::FIELD, &format!("{heading}:"));
        for Changer { cause, entries, .. } in some {
            let own = cause.act == comparison.act.id;
            let name = match own {
                true => explanation::capitalised(&diff::diff_enacted(lang)),
                false => act_names::title_case(&cause.act, lang),
            };
            let mut runs = vec![
                (style::PLAIN, name),
                (style::PLAIN, format!(", {}", days::from(cause.valid_from.window, lang))),
                (style::QUIET, format!(" · {}", diff::diff_units(lang, *entries))),
            ];
            if !cause.in_corpus && !own {
                runs.push((style::WARNING, format!(" · {}", diff::diff_no_text(lang))));
            }
            page.runs(2, &runs);
        }
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

/// Who changed an entry, one line an act, with what it did and its order.
fn causes(page: &mut Page, comparison: &Comparison, entry: &Entry<'_>, lang: Lang) {
    for cause in entry.causes() {
        let own = cause.act == comparison.act.id;
        let name = match own {
            true => diff::diff_enacted(lang),
            false => act_names::name(&cause.act, Case::Nominative, lang),
        };
        let mut words = format!("{name}, {}", days::from(cause.valid_from.window, lang));
        if !own {
            words += &format!(": {}", diff::made(cause, lang));
        }
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
    if let Some(known) = &entry.unit.last_known {
        let act = &comparison.act.id.number;
        let command = format!("nusqa show {act} {} --on {}", entry.unit.address, known.on);
        let words = phrases::last_known(known, entry.unit.told(), lang);
        page.words(INDENT, style::PLAIN, &format!("{words}: `{command}`"));
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

/// The sign of an entry and its colour.
fn sign(told: Told) -> (&'static str, Style) {
    let sign = Sign::of(told);
    let colour = match sign {
        Sign::Same => style::QUIET,
        Sign::Came => style::GOOD,
        Sign::Went => style::FAULT,
        Sign::Changed | Sign::Unknown => style::WARNING,
        Sign::Moved => style::HIT,
    };
    (sign.mark(), colour)
}

/// A column of names, padded to the widest of them but not more than `most`.
fn column<'n>(
    names: impl Iterator<Item = &'n str> + Clone,
    most: usize,
) -> impl Fn(&str) -> String {
    let widest = names.map(UnicodeWidthStr::width).max().unwrap_or(0).min(most);
    move |name| padded(name, widest)
}
