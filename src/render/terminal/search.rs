//! The page of a search: every provision with its state, where it stands and why it was found.

use super::page::{Page, Width, excerpt};
use super::style;
use crate::query::search::{Hit, Missing, Run, SearchAnswer};
use crate::render::citation::label;
use crate::render::messages::catalogue::{search, states};
use crate::render::messages::{Lang, act_names, days, explanation};
use std::collections::BTreeMap;
use std::time::Duration;

const INDENT: usize = 4;

/// How a page is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns.
    pub width: Width,
    /// True to say which form matched which word.
    pub explain: bool,
    /// How long the search took, where that is told.
    pub took: Option<Duration>,
}

/// The page of an answer.
pub fn page(answer: &SearchAnswer, look: Look, lang: Lang) -> String {
    let mut page = Page::new(look.width);
    page.words(0, style::HEADING, &headline(answer, look, lang));
    if let Some(missing) = answer.missing {
        page.words(0, style::WARNING, &lacking(missing, lang));
    }
    if look.explain || (answer.hits.is_empty() && answer.open.total == 0) {
        read_as(&mut page, answer, lang);
    }
    let read = &answer.read_as;
    if !read.asterisks.is_empty() {
        let words = excerpt(&read.asterisks.join(", "), Some(200));
        page.words(0, style::WARNING, &search::search_asterisk_read_over(lang, words));
    }
    if let [_, _, ..] = read.address_in.as_slice() {
        let names = read.address_in.iter().map(|act| act_names::title_case(act, lang));
        let names = names.collect::<Vec<_>>().join("; ");
        let count = read.address_in.len();
        page.words(0, style::PLAIN, &search::search_address_in(lang, count, names));
    }
    for one in &answer.suggestions {
        let near = one.near.join(", ");
        page.words(0, style::PLAIN, &search::search_did_you_mean(lang, &one.word, &near));
    }
    for (i, hit) in answer.hits.iter().enumerate() {
        page.blank();
        entry(&mut page, i + 1, hit, answer, look, lang);
    }
    if answer.open.total > 0 {
        page.blank();
        page.words(0, style::WARNING, &search::search_open(lang, answer.open.total));
    }
    for (i, hit) in answer.open.hits.iter().enumerate() {
        page.blank();
        entry(&mut page, i + 1, hit, answer, look, lang);
    }
    page.finish()
}

fn lacking(missing: Missing, lang: Lang) -> String {
    match missing {
        Missing::OnlyExcluded => search::search_only_excluded(lang),
        Missing::OnlyPart => search::search_only_part(lang),
        Missing::NoWord => search::search_no_word(lang),
    }
}

fn headline(answer: &SearchAnswer, look: Look, lang: Lang) -> String {
    let asked = &answer.asked;
    let when = match asked.between {
        Some((from, to)) => search::search_between(lang, from, to),
        None if asked.any_date => search::search_any_date(lang),
        None => explanation::question(&asked.ask, lang),
    };
    let when = explanation::capitalised(&when);
    let count = match (answer.total, answer.more) {
        (0, _) => search::search_nothing(lang),
        (total, false) => search::search_found(lang, total),
        (total, true) => search::search_found_at_least(lang, total),
    };
    let took = look.took.map(|took| {
        let milliseconds = format!("{:.1}", took.as_secs_f64() * 1000.0);
        format!(" ({})", search::search_took(lang, &milliseconds))
    });
    format!("{when}: {count}{}", took.unwrap_or_default())
}

fn read_as(page: &mut Page, answer: &SearchAnswer, lang: Lang) {
    let read = &answer.read_as;
    let mut said: Vec<String> = Vec::new();
    said.extend(
        read.address.as_ref().map(|address| search::search_read_address(lang, label(address))),
    );
    let mut words: Vec<String> = Vec::new();
    for (word, keys) in &read.words {
        match keys.is_empty() {
            true => words.push(search::search_read_unknown(lang, word)),
            false => words.push(format!("{word} → {}", keys.join(" | "))),
        }
    }
    words.extend(read.phrases.iter().map(|phrase| format!("\"{phrase}\"")));
    words.extend(read.excluded.iter().map(|phrase| format!("-\"{phrase}\"")));
    if !words.is_empty() {
        said.push(search::search_read_words(lang, words.join("; ")));
    }
    if !read.left_out.is_empty() {
        said.push(search::search_left_out(lang, excerpt(&read.left_out.join(", "), Some(200))));
    }
    for line in said {
        page.words(0, style::QUIET, &line);
    }
}

fn entry(page: &mut Page, number: usize, hit: &Hit, answer: &SearchAnswer, look: Look, lang: Lang) {
    let asked = &answer.asked;
    let act = act_names::title_case(&hit.act, lang);
    let place = hit.paragraph.as_ref().unwrap_or(&hit.address);
    page.runs(
        0,
        &[
            (style::FIELD, format!("{number:<INDENT$}")),
            (style::HEADING, label(&hit.address)),
            (style::QUIET, format!("  {place}")),
            (style::PLAIN, format!(" · {act}")),
        ],
    );
    if !hit.path.is_empty() {
        page.words(INDENT, style::QUIET, &excerpt(&hit.path.join(" › "), look.width));
    }
    let status = states::status(hit.status, asked.ask.axis, lang);
    let certainty = states::certainty(hit.certainty, lang);
    let indent = " ".repeat(INDENT);
    let mut runs = vec![
        (style::PLAIN, indent.as_str()),
        (style::status(hit.status), status.as_str()),
        (style::PLAIN, " · "),
        (style::certainty(hit.certainty), certainty.as_str()),
    ];
    let period = explanation::period(&hit.valid_from, hit.valid_to.as_ref(), lang);
    let period = period.unwrap_or_else(|| days::from(hit.valid_from.window, lang));
    let period = match asked.any_date {
        true if hit.redactions > 1 => {
            format!(" · {period} · {}", search::search_redactions(lang, hit.redactions))
        }
        true => format!(" · {period}"),
        false => String::new(),
    };
    runs.push((style::QUIET, &period));
    page.line(&runs);
    if asked.between.is_some() {
        for (mark, style, words) in
            [("−", style::WENT, &hit.before), ("+", style::CAME, &hit.snippet)]
        {
            let words: String = words.iter().map(|run| run.text.as_str()).collect();
            if !words.is_empty() {
                page.runs(INDENT, &[(style::PLAIN, format!("{mark} ")), (style, words)]);
            }
        }
    } else {
        if hit.earlier.is_some() {
            page.words(INDENT, style::WARNING, &search::search_earlier_words(lang));
        }
        snippet(page, &hit.snippet);
    }
    for (act, address) in &hit.also {
        let also = search::search_also(lang, act, address.to_string());
        page.words(INDENT, style::QUIET, &also);
    }
    if look.explain {
        explained(page, hit, lang);
    }
}

fn snippet(page: &mut Page, runs: &[Run]) {
    let marked: Vec<_> = runs
        .iter()
        .map(|run| (if run.hit { style::HIT } else { style::PLAIN }, run.text.clone()))
        .collect();
    if !marked.is_empty() {
        page.runs(INDENT, &marked);
    }
}

fn explained(page: &mut Page, hit: &Hit, lang: Lang) {
    let mut forms: BTreeMap<(&str, &str, &str), Vec<&str>> = BTreeMap::new();
    for found in &hit.matches {
        forms.entry((&found.word, &found.key, found.part)).or_default().push(&found.form);
    }
    for ((word, key, part), forms) in forms {
        let forms: Vec<&str> = forms.into_iter().filter(|form| !form.is_empty()).collect();
        let where_found = match part {
            "note" => search::search_in_note(lang),
            "around" => search::search_around(lang),
            _ => String::new(),
        };
        let line = format!("{word} → {key}: {}{where_found}", forms.join(", "));
        page.words(INDENT, style::QUIET, line.trim_end_matches([':', ' ']));
    }
    let score = format!("{:.3}", hit.score as f64 / 1000.0);
    page.words(INDENT, style::QUIET, &search::search_score(lang, &score));
}
