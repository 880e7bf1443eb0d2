//! A provision by who brought its words: under each run of words the act, the order and where it
//! stands.

use super::page::{Page, Width};
use super::show::heading;
use super::style;
use crate::kazakh::noun::Case;
use crate::query::blame::{Blame, Run};
use crate::render::messages::catalogue::{following, states};
use crate::render::messages::{Lang, act_names, explanation};
use anstyle::Style;

const INDENT: usize = 4;

/// The page of a blame.
pub fn page(blame: &Blame, width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    heading(&mut page, &blame.act, &blame.address, lang);
    page.blank();
    let question = explanation::capitalised(&explanation::question(&blame.ask, lang));
    let status = states::status(blame.status, blame.ask.axis, lang);
    page.line(&[(style::PLAIN, &format!("{question}: ")), (style::status(blame.status), &status)]);
    if blame.runs.is_empty() {
        page.blank();
        page.words(0, style::QUIET, &following::blame_none(lang));
    }
    for run in blame.runs.iter().filter(|run| !run.text.trim().is_empty()) {
        page.blank();
        page.words(0, style::PLAIN, run.text.trim());
        origin(&mut page, run, lang);
    }
    page.finish()
}

fn origin(page: &mut Page, run: &Run, lang: Lang) {
    if run.address.is_none() {
        return;
    }
    let by = match &run.by {
        Some(act) => act_names::name(act, Case::Nominative, lang),
        None => following::blame_unknown(lang),
    };
    let certainty = states::certainty(run.certainty, lang);
    let indent = " ".repeat(INDENT);
    let runs: [(Style, &str); 4] = [
        (style::PLAIN, &indent),
        (style::FIELD, &by),
        (style::PLAIN, " · "),
        (style::certainty(run.certainty), &certainty),
    ];
    page.line(&runs);
    if let Some(act) = &run.restated_by {
        page.words(INDENT, style::QUIET, &following::blame_restated(lang, act));
    }
    if !run.or_by.is_empty() {
        page.words(INDENT, style::WARNING, &following::blame_or(lang, &run.or_by));
    }
    for place in super::show::places(&run.evidence, lang) {
        page.words(INDENT, style::QUIET, &place);
    }
}
