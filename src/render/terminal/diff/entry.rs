//! One entry of a comparison → its title: sign, citation, address, what became of it, and how
//! sure that is on either day; and the sides of a question that is open.

use super::{INDENT, sign};
use crate::kazakh::noun::Case;
use crate::model::certainty::{Certainty, Status};
use crate::query::diff::told::{Entry, Told};
use crate::query::diff::{Comparison, Side};
use crate::render::citation::label;
use crate::render::messages::catalogue::{diff, following, pages, states};
use crate::render::messages::phrases::condition;
use crate::render::messages::{Lang, days};
use crate::render::terminal::page::{Page, excerpt};
use crate::render::terminal::show::verdict;
use crate::render::terminal::style;
use anstyle::Style;

/// Lines of a wording that are shown of each side of an open question.
const ALTERNATIVE_LINES: usize = 4;

/// Prints the title.
pub fn title(page: &mut Page, comparison: &Comparison, entry: &Entry<'_>, lang: Lang) {
    let unit = entry.unit;
    let told = unit.told();
    let (mark, colour) = sign(told);
    let moved = matches!(told, Told::Moved | Told::Renumbered);
    let place = unit.address_before.as_ref().filter(|_| moved).map(label).unwrap_or_default();
    page.runs(
        0,
        &[
            (colour, format!("{mark} ")),
            (style::HEADING, label(&unit.address)),
            (style::QUIET, format!("  {}  ", unit.address)),
            (colour, diff::told(told, &place, lang)),
        ],
    );
    if moved {
        page.words(INDENT, style::QUIET, &diff::diff_by_likeness(lang));
    }
    let mut runs: Vec<(Style, String)> = Vec::new();
    for (n, side) in [&unit.before, &unit.after].into_iter().enumerate() {
        if n > 0 {
            runs.push((style::PLAIN, " → ".to_owned()));
        }
        runs.extend(state(entry, side, n == 0, comparison, lang));
    }
    page.runs(INDENT, &runs);
    // A move that is told in the title is not told again.
    let went = unit.before.moved_to.as_ref().filter(|_| !moved);
    let came = unit.after.moved_from.as_ref().filter(|_| !moved);
    for words in [
        came.map(|place| following::moved_from(lang, label(place))),
        went.map(|place| following::moved_to(lang, label(place))),
    ]
    .into_iter()
    .flatten()
    {
        page.words(INDENT, style::QUIET, &words);
    }
}

/// State and certainty on a day, by the weakest words of the entry.
fn state(
    entry: &Entry<'_>,
    side: &Side,
    first: bool,
    comparison: &Comparison,
    lang: Lang,
) -> Vec<(Style, String)> {
    let axis = comparison.before.ask.axis;
    let all = entry.all().map(|unit| if first { &unit.before } else { &unit.after });
    let with_words = all.filter(|side| side.text.is_some()).map(|side| side.certainty);
    let certainty = with_words.chain([side.certainty]).filter(|c| *c != Certainty::Unknown);
    let certainty = if side.hidden { None } else { certainty.min() };
    let mut runs = vec![(style::status(side.status), states::status(side.status, axis, lang))];
    match certainty {
        Some(certainty) => runs.extend([
            (style::PLAIN, " · ".to_owned()),
            (style::certainty(certainty), states::certainty(certainty, lang)),
        ]),
        None if side.status == Status::InForce => runs
            .extend([(style::PLAIN, " · ".to_owned()), (style::FAULT, pages::text_unknown(lang))]),
        None => {}
    }
    runs
}

/// Both sides of each window that is open on one of the days.
pub fn alternatives(page: &mut Page, comparison: &Comparison, entry: &Entry<'_>, lang: Lang) {
    let sides =
        [(&entry.unit.before, comparison.before.ask), (&entry.unit.after, comparison.after.ask)];
    for (side, ask) in sides {
        if side.alternatives.is_empty() {
            continue;
        }
        let day = days::day(ask.date, Case::Nominative, lang);
        page.words(INDENT, style::FIELD, &format!("{day}: {}", pages::one_of_these(lang)));
        for answer in &side.alternatives {
            let mut runs = vec![(style::PLAIN, format!("{}: ", condition(answer, lang)))];
            let partial = answer.text.as_ref().is_some_and(|text| text.contains("[…]"));
            runs.extend(verdict(answer.status, answer.certainty, partial, ask.axis, lang));
            page.runs(INDENT, &runs);
            if let Some(text) = &answer.text {
                let room = page.room(INDENT + 2);
                let columns = room.map(|columns| columns * ALTERNATIVE_LINES - INDENT);
                page.words(INDENT + 2, style::PLAIN, &excerpt(text, columns));
            }
        }
    }
}
