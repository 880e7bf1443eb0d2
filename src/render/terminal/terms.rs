//! The terms of an act on a day as a list: term and meaning, then place, reach and certainty.

use super::page::{Page, Width};
use super::style;
use crate::query::terms::{KnownTerm, TermList};
use crate::render::citation::label;
use crate::render::messages::catalogue::{pages, states};
use crate::render::messages::{Lang, act_names, explanation};

const INDENT: usize = 2;
/// Units without wording that are named.
pub(super) const LISTED: usize = 12;

/// The page of a list of terms.
pub fn page(list: &TermList, width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    page.words(0, style::HEADING, &act_names::title_case(&list.act.id, lang));
    if let Some(title) = &list.act.title {
        page.words(0, style::QUIET, &format!("«{title}»"));
    }
    let question = explanation::capitalised(&explanation::question(&list.ask, lang));
    let count = pages::terms_count(lang, list.terms.len());
    page.words(0, style::PLAIN, &format!("{question}: {count}"));
    for known in &list.terms {
        page.blank();
        entry(&mut page, known, lang);
    }
    unknown(&mut page, &list.unknown_parts, lang);
    page.finish()
}

fn entry(page: &mut Page, known: &KnownTerm, lang: Lang) {
    let term = &known.term;
    let runs =
        [(style::HEADING, term.term.clone()), (style::PLAIN, format!(" – {}", term.meaning))];
    page.runs(0, &runs);
    let scope = if term.scope.is_whole() {
        pages::terms_everywhere(lang)
    } else {
        pages::terms_inside(lang, label(&term.scope))
    };
    let certainty = states::certainty(known.certainty, lang);
    let place = term.address.to_string();
    page.words(INDENT, style::QUIET, &format!("{place} · {scope} · {certainty}"));
}

/// Units whose words are not known: the list may be longer than the corpus tells.
pub(super) fn unknown(page: &mut Page, parts: &[crate::model::address::Address], lang: Lang) {
    if parts.is_empty() {
        return;
    }
    page.blank();
    let mut names: Vec<String> = parts.iter().take(LISTED).map(ToString::to_string).collect();
    if parts.len() > LISTED {
        names.push("…".to_owned());
    }
    let words = pages::refs_unknown_parts(lang, parts.len(), names.join(", "));
    page.words(0, style::WARNING, &words);
}
