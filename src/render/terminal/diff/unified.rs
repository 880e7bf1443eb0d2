//! A comparison in one column: every entry with what went and what came marked in its words.

use super::{INDENT, View, causes, context, entry};
use crate::kazakh::noun::Case;
use crate::model::address::Address;
use crate::query::diff::told::{Entry, Told};
use crate::query::diff::words::{Op, Run};
use crate::query::diff::{Change, Comparison, Side, Unit};
use crate::render::citation::label;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::diff;
use crate::render::messages::days;
use crate::render::terminal::page::Page;
use crate::render::terminal::style;
use anstyle::Style;
use jiff::civil::Date;
use std::borrow::Cow;

/// Paragraphs of an entry whose words are not known on one day that are shown of the other day,
/// where a whole act is compared.
const SHOWN: usize = 4;

/// Prints the entries.
pub fn list(
    page: &mut Page,
    comparison: &Comparison,
    entries: &[&Entry<'_>],
    view: &View,
    lang: Lang,
) {
    let marks = |entry: &&&Entry<'_>| {
        entry.all().any(|unit| unit.words.iter().any(|run| run.op != Op::Equal))
    };
    if !view.styled && entries.iter().find(marks).is_some() {
        page.blank();
        page.words(0, style::QUIET, &diff::diff_legend(lang, "[-…-]", "{+…+}"));
    }
    let mut around: Vec<Address> = Vec::new();
    for one in entries {
        context(page, comparison, &one.unit.groups, &mut around);
        if one.unit.change == Change::Same {
            if let Some(text) = &one.unit.after.text {
                page.blank();
                page.words(INDENT, style::QUIET, text);
            }
            continue;
        }
        page.blank();
        entry::title(page, comparison, one, lang);
        body(page, comparison, one, view, lang);
        entry::alternatives(page, comparison, one, lang);
        causes(page, comparison, one, lang);
    }
}

/// The words of an entry.
pub fn body(page: &mut Page, comparison: &Comparison, one: &Entry<'_>, view: &View, lang: Lang) {
    match one.unit.told() {
        Told::Open => {}
        told if one.unit.change == Change::Unknown => {
            let sides = [
                (comparison.before.ask.date, Unit::before as fn(&Unit) -> &Side),
                (comparison.after.ask.date, Unit::after),
            ];
            for (date, side) in sides {
                if told != Told::Unknown || side(one.unit).text.is_some() {
                    one_day(page, comparison, one, (date, side), lang);
                }
            }
        }
        _ => {
            for unit in one.all() {
                page.runs(INDENT, &marked(&unit.words, view.styled));
            }
        }
    }
}

/// The words of an entry on one day, where they cannot be compared.
fn one_day(
    page: &mut Page,
    comparison: &Comparison,
    one: &Entry<'_>,
    (date, side): (Date, fn(&Unit) -> &Side),
    lang: Lang,
) {
    let day = days::day(date, Case::Nominative, lang);
    let lines = one.lines();
    let texts: Vec<Cow<'_, str>> = lines
        .iter()
        .filter_map(|line| {
            let text = side(line.unit).text.as_deref()?;
            Some(match line.apart {
                true => diff::diff_apart(lang, label(&line.unit.address)).into(),
                false => text.into(),
            })
        })
        .collect();
    let own = side(one.unit);
    if !own.hidden && texts.is_empty() {
        return;
    }
    let mut first = vec![(style::FIELD, format!("{day}:"))];
    if own.hidden {
        first.push((style::FAULT, format!(" {}", diff::diff_wording_unknown(lang))));
    }
    page.runs(INDENT, &first);
    let shown = if comparison.address.is_whole() { SHOWN } else { texts.len() };
    for text in texts.iter().take(shown) {
        page.words(INDENT + 2, style::PLAIN, text);
    }
    if texts.len() > shown {
        let act = &comparison.act.id.number;
        let command = format!("nusqa show {act} {} --on {date}", one.unit.address);
        let more = diff::diff_more(lang, texts.len() - shown, command);
        page.words(INDENT + 2, style::QUIET, &more);
    }
}

/// Runs with what came and what went marked: by style where styles are seen, else by brackets.
pub fn marked(words: &[Run], styled: bool) -> Vec<(Style, String)> {
    let mark = |run: &Run| match run.op {
        Op::Equal => (style::PLAIN, run.text.clone()),
        Op::Delete if styled => (style::WENT, run.text.clone()),
        Op::Insert if styled => (style::CAME, run.text.clone()),
        Op::Delete => (style::PLAIN, bracketed("[-", &run.text, "-]")),
        Op::Insert => (style::PLAIN, bracketed("{+", &run.text, "+}")),
    };
    words.iter().map(mark).collect()
}

/// The words in brackets, the blanks around them left outside.
fn bracketed(open: &str, words: &str, close: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return format!("{open}{words}{close}");
    }
    let start = words.len() - words.trim_start().len();
    let (lead, trail) = (&words[..start], &words[start + inner.len()..]);
    format!("{lead}{open}{inner}{close}{trail}")
}
