//! What a provision said on a day, as a page: first what it is and how it stands, then its
//! words, then from when to when, by whom, why and on what evidence.

use super::page::{Page, Width};
use super::style;
use crate::kazakh::noun::Case;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::evidence::Evidence;
use crate::query::answer::{ActInfo, Alternative, Answer};
use crate::render::citation::label;
use crate::render::messages::catalogue::{evidence, pages, states, warnings};
use crate::render::messages::{Lang, act_names, days, explanation};
use unicode_width::UnicodeWidthStr;

const TEXT_INDENT: usize = 2;

/// The page of an answer. To explain it in full, `quotes` has the words of every piece of
/// evidence; then the page also says what the certainty means, and names the node.
pub fn page(answer: &Answer, quotes: Option<&[String]>, width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    heading(&mut page, &answer.act, &answer.address, lang);
    page.blank();
    state(&mut page, answer, lang);
    page.blank();
    text(&mut page, answer, lang);
    alternatives(&mut page, answer, lang);
    page.blank();
    fields(&mut page, answer, quotes, lang);
    page.finish()
}

/// The provision and the act that it stands in.
pub(super) fn heading(page: &mut Page, act: &ActInfo, address: &Address, lang: Lang) {
    let citation = label(address);
    let canonical = format!("  {address}");
    page.line(&[(style::HEADING, &citation), (style::QUIET, &canonical)]);
    page.words(0, style::PLAIN, &act_names::title_case(&act.id, lang));
    if let Some(title) = &act.title {
        page.words(0, style::QUIET, &format!("«{title}»"));
    }
}

fn state(page: &mut Page, answer: &Answer, lang: Lang) {
    let question = explanation::question(&answer.ask, lang);
    page.words(0, style::PLAIN, &format!("{}:", explanation::capitalised(&question)));
    let status = states::status(answer.status, answer.ask.axis, lang);
    let certainty = states::certainty(answer.certainty, lang);
    verdict(page, (answer.status, &status), (answer.certainty, &certainty));
}

/// State and certainty on one line; where neither is known, one word says so.
fn verdict(page: &mut Page, status: (Status, &str), certainty: (Certainty, &str)) {
    let mut runs = vec![(style::status(status.0), status.1)];
    if (status.0, certainty.0) != (Status::Unknown, Certainty::Unknown) {
        runs.push((style::PLAIN, " · "));
        runs.push((style::certainty(certainty.0), certainty.1));
    }
    page.line(&runs);
}

fn text(page: &mut Page, answer: &Answer, lang: Lang) {
    let missing = match (&answer.text, answer.status) {
        (Some(text), _) => {
            page.words(TEXT_INDENT, style::PLAIN, text);
            if text.contains("[…]") {
                page.blank();
                page.words(TEXT_INDENT, style::QUIET, &pages::gap_explained(lang));
            }
            return;
        }
        (None, Status::NotYet) => pages::no_text_not_yet(lang),
        (None, Status::Repealed) => pages::no_text_repealed(lang),
        (None, _) => pages::no_wording(lang),
    };
    page.words(TEXT_INDENT, style::QUIET, &missing);
}

/// Each side of an open question: its condition and state, then its words.
fn alternatives(page: &mut Page, answer: &Answer, lang: Lang) {
    for side in &answer.alternatives {
        page.blank();
        let mut condition = condition(side, lang);
        if side.address != answer.address {
            condition = format!("{}: {condition}", label(&side.address));
        }
        page.words(0, style::HEADING, &format!("{condition}:"));
        let status = states::status(side.status, answer.ask.axis, lang);
        let certainty = states::certainty(side.certainty, lang);
        verdict(page, (side.status, &status), (side.certainty, &certainty));
        if let Some(text) = &side.text {
            page.words(TEXT_INDENT, style::PLAIN, text);
        }
    }
}

fn condition(side: &Alternative, lang: Lang) -> String {
    match (&side.act, side.in_effect) {
        (Some(act), true) => pages::alternative_in_effect(lang, act),
        (Some(act), false) => pages::alternative_not_in_effect(lang, act),
        (None, true) => pages::alternative_yes(lang),
        (None, false) => pages::alternative_no(lang),
    }
}

fn fields(page: &mut Page, answer: &Answer, quotes: Option<&[String]>, lang: Lang) {
    let name = |act: &Option<ActId>| -> Vec<String> {
        act.iter().map(|act| act_names::title_case(act, lang)).collect()
    };
    let warnings = answer
        .warnings
        .iter()
        .map(|warning| warnings::message(&warning.code, &warning.argument, lang));
    let period = explanation::period(&answer.valid_from, answer.valid_to.as_ref(), lang);
    let places = places(&answer.evidence, lang);
    let evidence = match quotes {
        None => places,
        Some(quotes) => places.into_iter().zip(quotes).flat_map(quoted).collect(),
    };
    let horizon = answer.act.horizon.map(|day| days::day(day, Case::Nominative, lang));
    let mut fields: Vec<(String, Vec<String>)> = vec![
        (pages::field_warnings(lang), warnings.collect()),
        (pages::field_valid(lang), vec![explanation::capitalised(&period)]),
        (pages::field_introduced(lang), name(&answer.introduced_by)),
        (pages::field_ended(lang), name(&answer.ended_by)),
        (pages::field_unknown_parts(lang), unknown_parts(&answer.unknown_parts, lang)),
        (pages::field_why(lang), explanation::why(&answer.reasons, lang)),
        (pages::field_evidence(lang), evidence),
        (pages::field_horizon(lang), horizon.into_iter().collect()),
    ];
    if quotes.is_some() {
        let meaning = states::meaning(answer.certainty, lang);
        let certainty = states::certainty(answer.certainty, lang);
        fields.push((pages::field_certainty(lang), vec![format!("{certainty}: {meaning}")]));
        fields.push((pages::field_node(lang), answer.node.iter().cloned().collect()));
    }
    let column = fields.iter().map(|(name, _)| name.width()).max().unwrap_or(0) + 2;
    for (name, values) in &fields {
        page.field(column, name, values);
    }
}

/// A place with the words that stand there.
fn quoted((place, quote): (String, &String)) -> Vec<String> {
    let words = quote.lines().map(|line| format!("  │ {line}"));
    std::iter::once(place).chain(words).collect()
}

fn unknown_parts(parts: &[String], lang: Lang) -> Vec<String> {
    let worded = |part: &String| match part.strip_suffix("/*") {
        Some(container) => pages::unknown_siblings(lang, container),
        None => part.clone(),
    };
    parts.iter().map(worded).collect()
}

/// Where the words stand: `file:78-98 (order)`.
pub(super) fn places(pieces: &[Evidence], lang: Lang) -> Vec<String> {
    let place = |piece: &Evidence| {
        let (first, last) = piece.span.lines;
        let lines = if first == last { first.to_string() } else { format!("{first}-{last}") };
        format!("{}:{lines} ({})", piece.span.source.file, evidence::kind(piece.kind, lang))
    };
    pieces.iter().map(place).collect()
}
