//! The citations of a provision on a day as two lists: what it cites, and who cites it.

use super::page::{Page, Width, excerpt};
use super::show::heading;
use super::{style, terms};
use crate::model::act::ActId;
use crate::model::certainty::Status;
use crate::model::version::Axis;
use crate::query::refs::{Citation, CitedPlace, Reach, References};
use crate::refs::ActName;
use crate::render::citation::label;
use crate::render::messages::catalogue::{pages, states};
use crate::render::messages::{Lang, act_names, explanation};

const INDENT: usize = 2;
/// Columns of a cited text that are shown.
const SHOWN: usize = 400;

/// The page of a provision's citations.
pub fn page(references: &References, width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    heading(&mut page, &references.act, &references.address, lang);
    page.blank();
    let question = explanation::capitalised(&explanation::question(&references.ask, lang));
    let cites = pages::refs_cites(lang, references.cites.len());
    page.words(0, style::HEADING, &format!("{question}: {cites}"));
    for citation in &references.cites {
        entry(&mut page, citation, &references.act.id, references.ask.axis, lang);
    }
    page.blank();
    let cited_by = pages::refs_cited_by(lang, references.cited_by.len());
    page.words(0, style::HEADING, &explanation::capitalised(&cited_by));
    for citation in &references.cited_by {
        entry(&mut page, citation, &references.act.id, references.ask.axis, lang);
    }
    terms::unknown(&mut page, &references.unknown_parts, lang);
    page.finish()
}

/// The citations that `show` prints under an answer, each with the words of the place cited.
pub fn under(
    citations: &[(Citation, Vec<Option<String>>)],
    own: &ActId,
    axis: Axis,
    width: Width,
    lang: Lang,
) -> String {
    let mut page = Page::new(width);
    page.blank();
    let count = pages::refs_cites(lang, citations.len());
    page.words(0, style::HEADING, &explanation::capitalised(&count));
    for (citation, texts) in citations {
        head(&mut page, citation, own, lang);
        for (place, text) in citation.places.iter().zip(texts) {
            target(&mut page, place, own, axis, lang);
            if let Some(text) = text {
                page.words(3 * INDENT, style::QUIET, &excerpt(text, Some(SHOWN)));
            }
        }
    }
    page.finish()
}

/// Citations that lead nowhere, for the account of an act.
pub fn nowhere(citations: &[Citation], page_width: Width, lang: Lang) -> String {
    let mut page = Page::new(page_width);
    page.blank();
    page.words(0, style::FAULT, &pages::refs_nowhere(lang, citations.len()));
    for citation in citations {
        let by = act_names::title_case(&citation.act, lang);
        page.words(
            INDENT,
            style::PLAIN,
            &format!("{by}, {}: {}", citation.address, citation.words),
        );
        for place in &citation.places {
            target(&mut page, place, &citation.act, Axis::InForce, lang);
        }
    }
    page.finish()
}

fn entry(page: &mut Page, citation: &Citation, own: &ActId, axis: Axis, lang: Lang) {
    head(page, citation, own, lang);
    for place in &citation.places {
        target(page, place, own, axis, lang);
    }
}

fn head(page: &mut Page, citation: &Citation, own: &ActId, lang: Lang) {
    let place = if citation.act == *own {
        citation.address.to_string()
    } else {
        format!("{}, {}", act_names::title_case(&citation.act, lang), citation.address)
    };
    page.words(INDENT, style::PLAIN, &format!("{place}: {}", citation.words));
}

fn is_whole(place: &CitedPlace) -> bool {
    place.address.as_ref().is_some_and(|address| address.is_whole())
}

fn target(page: &mut Page, place: &CitedPlace, own: &ActId, axis: Axis, lang: Lang) {
    let act = match (&place.act, &place.named) {
        (Some(act), _) if act == own && !is_whole(place) => None,
        (Some(act), _) => Some(act_names::title_case(act, lang)),
        (None, Some(name)) => Some(named(name)),
        (None, None) => None,
    };
    let unit = place.address.as_ref().filter(|address| act.is_none() || !address.is_whole());
    let unit = unit.map(|address| format!("{} ({address})", label(address)));
    let inner = place.inner.as_ref().map(|inner| pages::refs_inner(lang, inner));
    let mut parts: Vec<String> = act.into_iter().chain(unit).collect();
    parts.extend(inner);
    let (colour, state) = match (place.reach, place.state) {
        (Reach::Resolved, Some((status, certainty))) => {
            let mut words = states::status(status, axis, lang);
            if status != Status::Unknown {
                words = format!("{words} · {}", states::certainty(certainty, lang));
            }
            (style::status(status), words)
        }
        (Reach::Resolved, None) | (Reach::Unknown, _) => {
            (style::WARNING, pages::refs_place_unknown(lang))
        }
        (Reach::LeadsNowhere, _) => (style::FAULT, pages::refs_leads_nowhere(lang)),
        (Reach::NotInCorpus, _) => (style::QUIET, pages::refs_not_in_corpus(lang)),
        (Reach::NotUnderstood, _) => (style::WARNING, pages::refs_not_understood(lang)),
    };
    let before =
        if parts.is_empty() { "→ ".to_owned() } else { format!("→ {}: ", parts.join(", ")) };
    page.runs(2 * INDENT, &[(style::PLAIN, before), (colour, state)]);
}

/// An act that the corpus does not have, in the words that name it.
fn named(name: &ActName) -> String {
    let title = name.title.as_ref().map(|title| format!("«{title}»"));
    let number = name.number.as_ref().map(|number| format!("№ {number}"));
    let day = name.adopted.map(|day| day.to_string());
    let parts: Vec<String> = title.into_iter().chain(day).chain(number).collect();
    parts.join(" ")
}
