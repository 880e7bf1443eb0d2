//! What the parsers could and could not read, text by text: coverage, units by kind, notes and
//! orders, unread places, faults of the copy with the reading chosen.

use super::page::{Page, Width, excerpt};
use super::style;
use crate::corpus::Doubt;
use crate::model::tree::FaultKind;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{evidence, kinds, pages};
use crate::render::wire::build::UnreadFile;
use crate::render::wire::check::{Account, Fault};

const INDENT: usize = 2;
/// Faults and unread places that are listed of each text; JSON has all.
const LISTED: usize = 10;
/// Columns of a fault's words that are shown.
const SHOWN: usize = 40;

/// The page of these accounts, and of the doubts about cards.
pub fn page(accounts: &[Account], doubts: &[Doubt], width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    for (place, account) in accounts.iter().enumerate() {
        if place > 0 {
            page.blank();
        }
        entry(&mut page, account, lang);
    }
    if !doubts.is_empty() {
        page.blank();
        page.words(0, style::FAULT, &pages::check_cards(lang, doubts.len()));
        for doubt in doubts {
            page.words(INDENT, style::PLAIN, &worded(doubt, lang));
        }
    }
    page.finish()
}

/// That citations were not followed.
pub fn not_followed(width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    page.blank();
    page.words(0, style::QUIET, &pages::check_references_not_asked(lang));
    page.finish()
}

/// What of the corpus could not be read, a line each with its place.
pub fn left_out(found: &[UnreadFile], width: Width) -> String {
    let mut page = Page::new(width);
    for file in found {
        let place = match (&file.file, file.line) {
            (Some(path), Some(line)) => format!("{path}:{line}: "),
            _ => String::new(),
        };
        page.words(INDENT, style::FAULT, &format!("{place}{}", file.message));
    }
    page.finish()
}

fn worded(doubt: &Doubt, lang: Lang) -> String {
    match doubt {
        Doubt::UnnamedText { file, card } => pages::check_unnamed_text(lang, file, card),
        Doubt::Contradicted { card, line, key, said, printed, file, text_line } => {
            let (card, text) = (format!("{card}:{line}"), format!("{file}:{text_line}"));
            pages::check_contradicted(lang, card, *key, said, text, printed)
        }
        Doubt::FactsDiffer { card, line, key, said, told, table, table_line } => {
            let (card, table) = (format!("{card}:{line}"), format!("{table}:{table_line}"));
            pages::check_facts_differ(lang, card, *key, said.to_string(), table, told.to_string())
        }
    }
}

fn entry(page: &mut Page, account: &Account, lang: Lang) {
    let (verdict, colour) = if account.has_unread() {
        (pages::check_something_unread(lang), style::FAULT)
    } else {
        (pages::check_all_read(lang), style::GOOD)
    };
    page.line(&[(style::HEADING, &account.file), (style::PLAIN, "  "), (colour, &verdict)]);
    page.words(INDENT, style::PLAIN, &covered(account, lang));
    page.words(INDENT, style::PLAIN, &units(account, lang));
    if account.notes > 0 {
        let notes = pages::check_notes(lang, account.notes_read, account.notes);
        page.words(INDENT, style::PLAIN, &notes);
    }
    if account.instructions > 0 {
        let orders =
            pages::check_instructions(lang, account.instructions_read, account.instructions);
        page.words(INDENT, style::PLAIN, &orders);
    }
    unread(page, account, lang);
    faults(page, account, lang);
}

/// How much of a text stands in units of a known kind.
pub(super) fn covered(account: &Account, lang: Lang) -> String {
    let share = share(account.covered, account.characters, lang);
    pages::check_covered(lang, account.covered, account.characters, share)
}

/// The units of a text, by kind.
pub(super) fn units(account: &Account, lang: Lang) -> String {
    let kinds: Vec<String> = account
        .units
        .iter()
        .map(|(kind, count)| format!("{} {count}", kinds::named(kind, lang)))
        .collect();
    let total: usize = account.units.values().sum();
    format!("{}: {}", pages::check_units(lang, total), kinds.join(", "))
}

fn unread(page: &mut Page, account: &Account, lang: Lang) {
    if account.unread.is_empty() {
        return;
    }
    page.words(INDENT, style::FAULT, &pages::check_unread(lang, account.unread.len()));
    for place in account.unread.iter().take(LISTED) {
        let line = pages::check_line(lang, place.lines[0]);
        let room = page.room(2 * INDENT).map(|columns| columns.saturating_sub(line.len()));
        let words = excerpt(&place.text, room);
        page.words(2 * INDENT, style::PLAIN, &format!("{line}: {words}"));
    }
    rest(page, account.unread.len(), lang);
}

fn faults(page: &mut Page, account: &Account, lang: Lang) {
    if account.faults.is_empty() {
        return;
    }
    page.words(INDENT, style::PLAIN, &pages::check_faults(lang, account.faults.len()));
    for fault in account.faults.iter().take(LISTED) {
        page.words(2 * INDENT, style::QUIET, &fault_line(fault, lang));
    }
    rest(page, account.faults.len(), lang);
}

fn rest(page: &mut Page, count: usize, lang: Lang) {
    if count > LISTED {
        page.words(2 * INDENT, style::QUIET, &pages::check_more(lang, count - LISTED));
    }
}

fn fault_line(fault: &Fault, lang: Lang) -> String {
    let line = pages::check_line(lang, fault.line);
    let kind = FaultKind::ALL.iter().find(|kind| kind.name() == fault.kind);
    let name = kind.map_or_else(|| fault.kind.to_owned(), |kind| evidence::fault(*kind, lang));
    match kind.and_then(|kind| reading(*kind, &fault.printed, &fault.reading, lang)) {
        Some(reading) => format!("{line}: {name}: {reading}"),
        None => format!("{line}: {name}"),
    }
}

/// What stands there and how it was read; nothing where the kind of fault says it all.
pub fn reading(kind: FaultKind, printed: &str, reading: &str, lang: Lang) -> Option<String> {
    let (printed, reading) = (excerpt(printed, Some(SHOWN)), excerpt(reading, Some(SHOWN)));
    match (printed.as_str(), reading.as_str()) {
        ("", "") => None,
        (_, "") => Some(pages::check_printed(lang, &printed)),
        ("", _) => Some(pages::check_printed(lang, &reading)),
        _ if kind == FaultKind::PageBreak => Some(pages::check_joined(lang, &printed, &reading)),
        _ if printed == reading => Some(pages::check_printed(lang, &printed)),
        _ => Some(pages::check_read_as(lang, &printed, &reading)),
    }
}

/// The share as a percentage with two places, rounded down: 100 % is said of the whole only.
fn share(part: usize, whole: usize, lang: Lang) -> String {
    let hundredths = part.saturating_mul(10_000).checked_div(whole).unwrap_or(10_000);
    let point = if lang == Lang::En { '.' } else { ',' };
    match (hundredths / 100, hundredths % 100) {
        (percent, 0) => format!("{percent} %"),
        (percent, rest) => format!("{percent}{point}{rest:02} %"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_rounded_up_to_the_whole() {
        assert_eq!(share(99_999, 100_000, Lang::Kk), "99,99 %");
        assert_eq!(share(100_000, 100_000, Lang::Kk), "100 %");
        assert_eq!(share(0, 0, Lang::En), "100 %");
        assert_eq!(share(1, 3, Lang::En), "33.33 %");
    }
}
