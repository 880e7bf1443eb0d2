//! The answer to "what did this provision say" as the sheet that a lawyer puts into a file: the
//! words, the act, the day, who says so with the lines of the sources, how sure that is, and how
//! to cite it.

use super::words::{GAP, lines, units};
use super::{Frame, field, kazakh, ours, plain};
use crate::kazakh::noun::Case;
use crate::model::act::{ActId, ActType};
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::evidence::Evidence;
use crate::model::version::Axis;
use crate::query::answer::{Alternative, Answer};
use crate::query::chain::Link;
use crate::query::refs::{Citation, CitedPlace};
use crate::render::citation;
use crate::render::html::linked;
use crate::render::messages::catalogue::{evidence, pages, papers, states, warnings};
use crate::render::messages::{Lang, act_names, days, explanation, phrases};
use crate::render::printable::printable;
use crate::render::wire::Generator;
use maud::{Markup, html};

/// Gaps that are listed; of a longer list the rest is counted.
const GAPS_LISTED: usize = 100;

/// The lines of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quote {
    /// The lines with their numbers, and how many more there are.
    Lines {
        /// Number, counted from 1, and words of each line.
        lines: Vec<(usize, String)>,
        /// Lines that follow and are not given.
        more: usize,
    },
    /// The file cannot be read, or is not the one that the answer was made from.
    Gone,
}

/// What words cite, and the words of each place cited.
pub type Cited = (Citation, Vec<Option<String>>);

/// What the sheet is made of.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The answer.
    pub answer: &'a Answer,
    /// The states that led to it.
    pub chain: &'a [Link],
    /// The lines of each piece of its evidence, in the same order.
    pub quotes: &'a [Quote],
    /// What the words cite, with the words of each place cited; `None` where it was not asked for.
    pub cited: Option<&'a [Cited]>,
    /// What made it.
    pub generator: &'a Generator,
}

/// The sheet as a file.
pub fn page(sheet: Sheet<'_>, lang: Lang) -> String {
    let answer = sheet.answer;
    let content = html! {
        (heading(answer, lang))
        (requisites(answer, lang))
        (warned(answer, lang))
        (text(answer, lang))
        (alternatives(answer, lang))
        (sureness(answer, lang))
        (time(answer, lang))
        (cited(sheet.cited.unwrap_or_default(), answer, lang))
        (sources(answer, sheet.quotes, lang))
        (steps(sheet, lang))
        (citing(answer, lang))
    };
    let about = format!("{} {}", act_names::title_case(&answer.act.id, lang), answer.address);
    let frame = Frame {
        name: papers::paper_evidence(lang),
        about: &about,
        landscape: false,
        data: Some(linked::data_block(&linked::legislation(answer, None))),
        generator: sheet.generator,
    };
    frame.document(&content, lang)
}

fn section(name: &str, content: &Markup) -> Markup {
    html! { section { h2 { (name) } (content) } }
}

fn heading(answer: &Answer, lang: Lang) -> Markup {
    let act = act_names::title_case(&answer.act.id, lang);
    html! {
        @if answer.address.is_whole() {
            h1 { (printable(&act)) }
        } @else {
            h1 lang="kk" { (printable(&citation::label(&answer.address))) }
            p class="of" { (printable(&act)) }
        }
        @if let Some(title) = &answer.act.title {
            p class="act-title" lang="kk" { "«" (printable(title)) "»" }
        }
        (verdict(answer, lang))
    }
}

/// Day, state and certainty at one glance.
fn verdict(answer: &Answer, lang: Lang) -> Markup {
    let question = explanation::capitalised(&explanation::question(&answer.ask, lang));
    let certainty = answer.certainty;
    let settled = (answer.status, certainty) != (Status::Unknown, Certainty::Unknown);
    let partial = answer.text.is_some() && !answer.unknown_parts.is_empty();
    html! {
        p class="verdict" {
            span { (question) ": " }
            strong { (states::status(answer.status, answer.ask.axis, lang)) }
            @if settled {
                " · "
                strong class=(certainty.name()) { (states::certainty(certainty, lang)) }
            }
            @if partial { " · " strong class="unknown" { (pages::in_part(lang)) } }
        }
    }
}

/// The legal form in the reader's language, beside the word by which the act calls itself.
fn form_of(form: ActType, lang: Lang) -> Markup {
    let own = papers::form(form, Lang::Kk);
    html! {
        @if lang != Lang::Kk { (papers::form(form, lang)) " – " }
        (kazakh(&own))
    }
}

fn requisites(answer: &Answer, lang: Lang) -> Markup {
    let id = &answer.act.id;
    let number = match id.number.starts_with('~') {
        true => papers::paper_without_number(lang),
        false => id.number.clone(),
    };
    let address = format!("{} · {}", answer.address, answer.address.eid());
    let adopted = days::day(id.adopted.0, Case::Nominative, lang);
    html! {
        section {
            dl class="requisites" {
                (field(&papers::paper_form(lang), &[form_of(id.form, lang)]))
                (field(&papers::paper_number(lang), &plain([number])))
                (field(&papers::paper_adopted(lang), &plain([adopted])))
                (field(&papers::paper_question(lang), &plain([
                    explanation::capitalised(&explanation::question(&answer.ask, lang)),
                ])))
                @if !answer.address.is_whole() {
                    (field(&papers::paper_address(lang), &[html! { code lang="kk" { (printable(&address)) } }]))
                }
                (field("IRI", &[html! { code { (printable(&linked::identifier(answer))) } }]))
            }
        }
    }
}

fn warned(answer: &Answer, lang: Lang) -> Markup {
    let warnings: Vec<String> = answer
        .warnings
        .iter()
        .map(|warning| warnings::message(&warning.code, &warning.argument, lang))
        .collect();
    html! {
        @if !warnings.is_empty() {
            section class="warned" {
                h2 { (pages::field_warnings(lang)) }
                ul { @for warning in &warnings { li { (printable(warning)) } } }
            }
        }
    }
}

/// The words; what stands in their place where they are not known.
fn text(answer: &Answer, lang: Lang) -> Markup {
    let content = match (&answer.text, answer.status) {
        (Some(text), _) => html! {
            div class="words" lang="kk" {
                @if answer.units.is_empty() { (lines(text)) } @else { (units(&answer.units)) }
            }
            (gaps(answer, text, lang))
        },
        (None, Status::NotYet | Status::Repealed | Status::Suspended) => {
            html! { p class="none" { (papers::paper_no_words_hold(lang)) } }
        }
        (None, _) if !answer.alternatives.is_empty() => return html! {},
        (None, _) => html! { p class="none" { (pages::no_wording(lang)) } },
    };
    section(&papers::paper_words(lang), &content)
}

fn gaps(answer: &Answer, text: &str, lang: Lang) -> Markup {
    let unknown = phrases::unknown_parts(&answer.unknown_parts, &answer.address, GAPS_LISTED, lang);
    html! {
        @if text.contains(GAP) { p class="note" { (pages::gap_explained(lang)) "." } }
        @if !unknown.is_empty() {
            dl { (field(&pages::field_unknown_parts(lang), &plain(unknown))) }
        }
    }
}

fn alternatives(answer: &Answer, lang: Lang) -> Markup {
    if answer.alternatives.is_empty() {
        return html! {};
    }
    let content = html! {
        @if answer.text.is_none() { p { (pages::one_of_these(lang)) } }
        @for side in &answer.alternatives { (alternative(side, answer, lang)) }
    };
    section(&papers::paper_open(lang), &content)
}

/// One side of an open question: its condition and state, then its words.
fn alternative(side: &Alternative, answer: &Answer, lang: Lang) -> Markup {
    html! {
        div class="side" {
            @if side.address != answer.address {
                p class="of" lang="kk" { (printable(&citation::label(&side.address))) }
            }
            p {
                (printable(&phrases::condition(side, lang))) ": "
                strong { (states::status(side.status, answer.ask.axis, lang)) }
                @if side.certainty != Certainty::Unknown || side.status != Status::Unknown {
                    " · "
                    strong class=(side.certainty.name()) {
                        (states::certainty(side.certainty, lang))
                    }
                }
            }
            @if let Some(text) = &side.text { div class="words" lang="kk" { (lines(text)) } }
        }
    }
}

fn sureness(answer: &Answer, lang: Lang) -> Markup {
    let word = states::certainty(answer.certainty, lang);
    let meaning = states::meaning(answer.certainty, lang);
    let content = html! {
        p {
            strong class=(answer.certainty.name()) { (explanation::capitalised(&word)) }
            " – " (meaning) "."
        }
        @for sentence in explanation::why(answer, lang) { p { (ours(&sentence)) } }
    };
    section(&papers::paper_sureness(lang), &content)
}

fn time(answer: &Answer, lang: Lang) -> Markup {
    let acts = [answer.introduced_by.as_ref(), answer.ended_by.as_ref()];
    let turned = phrases::turning_points(
        answer.status,
        &answer.act.id,
        acts,
        |by| act_names::title_case(by, lang),
        lang,
    );
    let horizon = answer.act.horizon.map(|day| days::day(day, Case::Nominative, lang));
    let content = html! {
        dl {
            (field(&pages::field_valid(lang), &plain(phrases::period(answer, lang))))
            @for (name, by) in turned { (field(&name, &plain(by))) }
            (field(&pages::field_horizon(lang), &plain(horizon)))
            (field(&pages::field_node(lang), &plain(answer.node.clone())))
        }
    };
    section(&papers::paper_time(lang), &content)
}

fn cited(citations: &[(Citation, Vec<Option<String>>)], answer: &Answer, lang: Lang) -> Markup {
    if citations.is_empty() {
        return html! {};
    }
    let content = html! {
        @for (citation, texts) in citations {
            div class="side" {
                p lang="kk" { "«" (printable(&citation.words)) "»" }
                @for (place, text) in citation.places.iter().zip(texts) {
                    p class="of" lang="kk" { (printable(&cited_place(place, &answer.act.id))) }
                    @if let Some(text) = text { div class="words" lang="kk" { (lines(text)) } }
                }
            }
        }
    };
    section(&papers::paper_cited(lang), &content)
}

/// The place with its act; inside the act itself without it.
fn cited_place(place: &CitedPlace, own: &ActId) -> String {
    let address = place.address.as_ref();
    match (&place.act, address) {
        (Some(act), Some(address)) if act != own => citation::in_act(act, address),
        (Some(act), None) => citation::in_act(act, &Address::whole()),
        (_, Some(address)) => citation::label(address),
        (None, None) => String::new(),
    }
}

fn sources(answer: &Answer, quotes: &[Quote], lang: Lang) -> Markup {
    if answer.evidence.is_empty() {
        return html! {};
    }
    let quoted = answer.evidence.iter().zip(quotes.iter().map(Some).chain(std::iter::repeat(None)));
    let content = html! {
        ol class="sources" {
            @for (piece, quote) in quoted {
                li {
                    p { (source(piece, lang)) }
                    p class="hash" {
                        (papers::paper_hash(lang)) ": " code { (piece.span.source.hash) }
                    }
                    @if let Some(quote) = quote { (quoted_lines(quote, lang)) }
                }
            }
        }
    };
    section(&papers::paper_sources(lang), &content)
}

fn source(piece: &Evidence, lang: Lang) -> Markup {
    html! {
        code { (printable(&phrases::place_on_paper(&piece.span))) }
        " (" (evidence::kind(piece.kind, lang)) ")"
    }
}

fn quoted_lines(quote: &Quote, lang: Lang) -> Markup {
    match quote {
        Quote::Gone => html! { p class="note" { (papers::paper_source_gone(lang)) "." } },
        Quote::Lines { lines, more } => html! {
            table class="quote" lang="kk" {
                @for (number, line) in lines {
                    tr { th scope="row" { (number) } td { (printable(line)) } }
                }
            }
            @if *more > 0 {
                p class="note" { (papers::paper_lines_left_out(lang, *more)) }
            }
        },
    }
}

fn steps(sheet: Sheet<'_>, lang: Lang) -> Markup {
    if sheet.chain.is_empty() {
        return html! {};
    }
    let content = html! {
        @for (place, link) in sheet.chain.iter().enumerate() {
            p { (ours(&phrases::step(place + 1, link, sheet.answer, lang))) }
            ul class="places" { @for piece in &link.evidence { li { (source(piece, lang)) } } }
        }
    };
    section(&papers::paper_steps(lang), &content)
}

/// The citation in Kazakh, in the reader's language, and as an address.
fn citing(answer: &Answer, lang: Lang) -> Markup {
    let identifier = linked::identifier(answer);
    let content = html! {
        p class="cite" lang="kk" { (printable(&citation_of(answer, Lang::Kk))) }
        @if lang != Lang::Kk { p class="cite" { (printable(&citation_of(answer, lang))) } }
        p { code { (printable(&identifier)) } }
    };
    section(&papers::paper_citing(lang), &content)
}

/// «… қаулысымен бекітілген құжаттың 8-тармағы (2022 жылғы 1 қаңтардағы жағдай бойынша)».
fn citation_of(answer: &Answer, lang: Lang) -> String {
    let (id, address) = (&answer.act.id, &answer.address);
    let cited = match lang {
        Lang::Kk => citation::in_act(id, address),
        _ if address.is_whole() => act_names::title_case(id, lang),
        _ => format!("{}, {}", act_names::title_case(id, lang), citation::label(address)),
    };
    match answer.ask.axis {
        Axis::InForce => {
            let day = days::day(answer.ask.date, Case::Attributive, lang);
            papers::cite_as_of(lang, cited, day)
        }
        Axis::Adopted => {
            papers::cite_with_changes(lang, cited, days::day(answer.ask.date, Case::Dative, lang))
        }
    }
}
