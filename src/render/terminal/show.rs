//! What a provision said on a day, as a page: first what it is and how it stands, then its
//! words, then from when to when, by whom, why and on what evidence.

use super::page::{Page, Value, Width};
use super::style;
use crate::kazakh::noun::Case;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::evidence::Evidence;
use crate::model::version::Axis;
use crate::query::answer::{ActInfo, Answer};
use crate::query::chain::Link;
use crate::render::citation::label;
use crate::render::messages::catalogue::{evidence, following, pages, states, warnings};
use crate::render::messages::{Lang, act_names, days, explanation, phrases};
use anstyle::Style;
use unicode_width::UnicodeWidthStr;

pub(super) use crate::render::messages::phrases::{condition, place};

/// How the words show what is not known.
const GAP: &str = "[…]";
const TEXT_INDENT: usize = 2;
/// Steps of a chain of evidence that are listed; of a longer chain the rest is counted.
const CHAINED: usize = 40;
/// Gaps that are listed; of a longer list the rest is counted.
const LISTED: usize = 12;

/// What explains an answer in full.
pub struct Explained<'a> {
    /// The words of every piece of evidence.
    pub quotes: Vec<String>,
    /// The states that led to it.
    pub chain: &'a [Link],
}

/// The page of an answer. One that explains it in full also says what the certainty means, and
/// names the node.
pub fn page(
    answer: &Answer,
    explained: Option<&Explained<'_>>,
    width: Width,
    lang: Lang,
) -> String {
    let mut page = Page::new(width);
    heading(&mut page, &answer.act, &answer.address, lang);
    page.blank();
    state(&mut page, answer, lang);
    text(&mut page, answer, lang);
    alternatives(&mut page, answer, lang);
    page.blank();
    fields(&mut page, answer, explained, lang);
    page.finish()
}

/// The provision and the act that it stands in.
pub(super) fn heading(page: &mut Page, act: &ActInfo, address: &Address, lang: Lang) {
    let name = act_names::title_case(&act.id, lang);
    if address.is_whole() {
        page.words(0, style::HEADING, &name);
    } else {
        let canonical = format!("  {address}");
        page.line(&[(style::HEADING, &label(address)), (style::QUIET, &canonical)]);
        page.words(0, style::PLAIN, &name);
    }
    if let Some(title) = &act.title {
        page.words(0, style::QUIET, &format!("«{title}»"));
    }
}

fn state(page: &mut Page, answer: &Answer, lang: Lang) {
    let question = explanation::capitalised(&explanation::question(&answer.ask, lang));
    let verdict =
        verdict(answer.status, answer.certainty, is_partial(answer), answer.ask.axis, lang);
    let before = format!("{question}: ");
    let taken: usize = verdict.iter().map(|(_, words)| words.width()).sum();
    let fits = page.room(0).is_none_or(|columns| before.width() + taken <= columns);
    let mut runs: Vec<(Style, &str)> = Vec::new();
    if fits {
        runs.push((style::PLAIN, &before));
    } else {
        page.words(0, style::PLAIN, before.trim_end());
    }
    runs.extend(verdict.iter().map(|(style, words)| (*style, words.as_str())));
    page.line(&runs);
}

/// True where some of the words are known and some are not.
fn is_partial(answer: &Answer) -> bool {
    answer.text.is_some() && !answer.unknown_parts.is_empty()
}

/// State and certainty; where neither is known, one word says so.
pub(super) fn verdict(
    status: Status,
    certainty: Certainty,
    partial: bool,
    axis: Axis,
    lang: Lang,
) -> Vec<(Style, String)> {
    let mut runs = vec![(style::status(status), states::status(status, axis, lang))];
    let mut add = |style, words| runs.extend([(style::PLAIN, " · ".to_owned()), (style, words)]);
    if (status, certainty) != (Status::Unknown, Certainty::Unknown) {
        add(style::certainty(certainty), states::certainty(certainty, lang));
    }
    if partial {
        add(style::WARNING, pages::in_part(lang));
    }
    runs
}

/// The words; what stands in their place where they are not known. What does not hold has none.
fn text(page: &mut Page, answer: &Answer, lang: Lang) {
    let missing = match (&answer.text, answer.status) {
        (Some(text), _) => {
            page.blank();
            page.words(TEXT_INDENT, style::PLAIN, text);
            if text.contains(GAP) {
                page.blank();
                page.words(TEXT_INDENT, style::QUIET, &pages::gap_explained(lang));
            }
            return;
        }
        (None, Status::NotYet | Status::Repealed | Status::Suspended) => return,
        (None, _) if !answer.alternatives.is_empty() => pages::one_of_these(lang),
        (None, _) => pages::no_wording(lang),
    };
    page.blank();
    page.words(TEXT_INDENT, style::QUIET, &missing);
}

/// Each side of an open question: its condition and state, then its words.
fn alternatives(page: &mut Page, answer: &Answer, lang: Lang) {
    let mut place = &answer.address;
    for side in &answer.alternatives {
        page.blank();
        if side.address != *place {
            place = &side.address;
            page.words(0, style::HEADING, &label(&side.address));
        }
        page.words(0, style::HEADING, &format!("{}:", condition(side, lang)));
        let partial = side.text.as_ref().is_some_and(|text| text.contains(GAP));
        let verdict = verdict(side.status, side.certainty, partial, answer.ask.axis, lang);
        let runs: Vec<_> = verdict.iter().map(|(style, words)| (*style, words.as_str())).collect();
        page.line(&runs);
        if let Some(text) = &side.text {
            page.words(TEXT_INDENT, style::PLAIN, text);
        }
    }
}

fn fields(page: &mut Page, answer: &Answer, explained: Option<&Explained<'_>>, lang: Lang) {
    let quotes = explained.map(|explained| explained.quotes.as_slice());
    let acts = [answer.introduced_by.as_ref(), answer.ended_by.as_ref()];
    let [begun, ended] = phrases::turning_points(
        answer.status,
        &answer.act.id,
        acts,
        |by| act_names::title_case(by, lang),
        lang,
    );
    let warnings = answer
        .warnings
        .iter()
        .map(|warning| warnings::message(&warning.code, &warning.argument, lang));
    let horizon = answer.act.horizon.map(|day| days::day(day, Case::Nominative, lang));
    let unknown = phrases::unknown_parts(&answer.unknown_parts, &answer.address, LISTED, lang);
    let mut fields = vec![
        (pages::field_warnings(lang), all(warnings)),
        (pages::field_valid(lang), all(phrases::period(answer, lang))),
        (begun.0, all(begun.1)),
        (ended.0, all(ended.1)),
        (pages::field_unknown_parts(lang), all(unknown)),
        (pages::field_why(lang), all(explanation::why(answer, lang))),
        (pages::field_evidence(lang), evidence_values(&answer.evidence, quotes, lang)),
        (pages::field_horizon(lang), all(horizon)),
    ];
    if let Some(explained) = explained {
        fields.insert(0, (following::field_chain(lang), chain(explained.chain, answer, lang)));
        let meaning = states::meaning(answer.certainty, lang);
        let certainty = states::certainty(answer.certainty, lang);
        fields.push((pages::field_certainty(lang), all([format!("{certainty}: {meaning}")])));
        fields.push((pages::field_node(lang), all(answer.node.clone())));
    }
    let column = fields.iter().map(|(name, _)| name.width()).max().unwrap_or(0) + 2;
    for (name, values) in &fields {
        page.field(column, name, values);
    }
}

/// The states that led to the answer, a step each: from when, what, by whose word, and where that
/// stands.
fn chain(links: &[Link], answer: &Answer, lang: Lang) -> Vec<Value> {
    let mut values = Vec::new();
    let inner = links.len().saturating_sub(CHAINED);
    for (number, link) in links.iter().take(CHAINED).enumerate() {
        values.push(Value::Words(phrases::step(number + 1, link, answer, lang)));
        values.extend(places(&link.evidence, lang).into_iter().map(Value::Quote));
    }
    if inner > 0 {
        values.push(Value::Words(pages::and_more(lang, inner)));
    }
    values
}

fn all(words: impl IntoIterator<Item = String>) -> Vec<Value> {
    words.into_iter().map(Value::Words).collect()
}

fn evidence_values(pieces: &[Evidence], quotes: Option<&[String]>, lang: Lang) -> Vec<Value> {
    let mut values = Vec::new();
    for (number, place) in places(pieces, lang).into_iter().enumerate() {
        values.push(Value::Words(place));
        let quote = quotes.and_then(|quotes| quotes.get(number)).map_or("", String::as_str);
        values.extend(quote.lines().map(|line| Value::Quote(line.to_owned())));
    }
    values
}

/// Where the words stand: `file:78-98 (order)`.
pub(super) fn places(pieces: &[Evidence], lang: Lang) -> Vec<String> {
    let told =
        |piece: &Evidence| format!("{} ({})", place(&piece.span), evidence::kind(piece.kind, lang));
    pieces.iter().map(told).collect()
}
