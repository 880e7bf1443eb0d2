//! Books → a search that needs no program: the stems of their words with the places that have
//! them, the forms by which each stem is typed, and the page on which it is asked.

use super::act::Setting;
use super::{Shelved, data_name};
use crate::kazakh::token::Analyzer;
use crate::model::kind::Kind;
use crate::render::citation::label;
use crate::render::html::{Frame, Here, said, script_of, tongue};
use crate::render::messages::catalogue::site as say;
use crate::render::messages::{Lang, act_names};
use maud::html;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The file of the data.
pub const DATA: &str = "data-search.js";

#[derive(Serialize)]
struct SearchData<'a> {
    /// Acts: page, data, names, title.
    acts: Vec<ActData<'a>>,
    /// Days by number.
    days: Vec<String>,
    /// Units: act, place, version, tokens, then pairs of days `[first, end)` as numbers, -1 for an
    /// open end.
    units: Vec<Vec<i64>>,
    /// Addresses and citations by act and place.
    places: Vec<Vec<(String, String)>>,
    /// By stem: for each unit, eight times the distance to the unit before plus the times it
    /// stands there, seven at most.
    terms: BTreeMap<String, Vec<usize>>,
    /// By stem: its forms, each as what follows the stem, `|` between them; a form that does not
    /// begin with the stem has `=` before it.
    forms: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct ActData<'a> {
    page: String,
    name: &'a str,
    data: String,
    called: [String; 3],
    title: Option<&'a str>,
}

/// The script with the data of these acts.
pub fn script(shelf: &[Shelved], setting: Setting<'_>) -> String {
    let mut analyzer = Analyzer::new();
    let mut units: Vec<Vec<i64>> = Vec::new();
    let mut found: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let days: BTreeSet<String> =
        shelf.iter().flat_map(|one| &one.book.days).map(ToString::to_string).collect();
    let days: Vec<String> = days.into_iter().collect();
    let number = |day: Option<jiff::civil::Date>| {
        day.and_then(|day| days.binary_search(&day.to_string()).ok())
            .and_then(|at| i64::try_from(at).ok())
            .unwrap_or(-1)
    };
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    for (act, shelved) in shelf.iter().enumerate() {
        let book = &shelved.book;
        for (at, place) in book.places.iter().enumerate() {
            if matches!(place.kind, Kind::ColumnNumbers | Kind::Signature | Kind::Stamp) {
                continue;
            }
            for (version, said) in place.versions.iter().enumerate() {
                let Some(text) = said.text.as_deref() else { continue };
                let mut unit = vec![count(act), count(at), count(version), 0];
                for (stretch, (from, leaf)) in place.leaves.iter().enumerate() {
                    if leaf.version != Some(version) || !leaf.speaks || !leaf.listed {
                        continue;
                    }
                    let next = place.leaves.get(stretch + 1).map(|(next, _)| *next);
                    let first = number(book.bounds(*from).0);
                    let end = number(next.and_then(|next| book.bounds(next).0));
                    match unit.as_mut_slice() {
                        [.., last] if unit_goes_on(*last, first) => *last = end,
                        _ => unit.extend([first, end]),
                    }
                }
                if unit.len() == 4 {
                    continue;
                }
                let tokens = analyzer.tokens(text);
                unit[3] = count(tokens.len());
                let mut own: BTreeMap<String, usize> = BTreeMap::new();
                for token in tokens {
                    let Some(stem) = token.keys.into_iter().next() else { continue };
                    *own.entry(stem.clone()).or_default() += 1;
                    forms.entry(stem).or_default().insert(token.surface);
                }
                for (stem, times) in own {
                    found.entry(stem).or_default().push((units.len(), times));
                }
                units.push(unit);
            }
        }
    }
    let data = SearchData {
        acts: shelf.iter().map(|shelved| act_data(shelved, setting)).collect(),
        days,
        units,
        places: shelf.iter().map(places).collect(),
        terms: found.into_iter().map(|(stem, units)| (stem, postings(&units))).collect(),
        forms: forms.into_iter().map(|(stem, forms)| written(stem, &forms)).collect(),
    };
    script_of("search", &serde_json::to_string(&data).unwrap_or_default())
}

/// True where the next stretch begins with the end of the last one. The first four numbers of a
/// unit are never ends of stretches with a day.
fn unit_goes_on(last: i64, first: i64) -> bool {
    last == first && first > 0
}

fn act_data<'a>(shelved: &'a Shelved, setting: Setting<'_>) -> ActData<'a> {
    let act = &shelved.book.act;
    ActData {
        page: setting.links.page(&shelved.name),
        name: &shelved.name,
        data: setting.links.file(&data_name(&shelved.name)),
        called: Lang::ALL.map(|lang| act_names::title_case(&act.id, lang)),
        title: act.title.as_deref(),
    }
}

fn places(shelved: &Shelved) -> Vec<(String, String)> {
    let places = shelved.book.places.iter();
    places.map(|place| (place.address.to_string(), label(&place.address))).collect()
}

fn postings(units: &[(usize, usize)]) -> Vec<usize> {
    let mut before = 0;
    let numbers = units.iter().map(|(unit, times)| {
        let distance = unit - before;
        before = *unit;
        distance * 8 + times.min(&7)
    });
    numbers.collect()
}

fn written(stem: String, forms: &BTreeSet<String>) -> (String, String) {
    let forms: Vec<String> = forms
        .iter()
        .map(|form| match form.strip_prefix(stem.as_str()) {
            Some(rest) => rest.to_owned(),
            None => format!("={form}"),
        })
        .collect();
    (stem, forms.join("|"))
}

/// The page.
pub fn page(shelf: &[Shelved], setting: Setting<'_>) -> String {
    let lang = setting.lang;
    let main = html! {
        header.act { h1 { (tongue("site_search", lang)) } }
        form #search .search role="search" method="get" data-api=[setting.links.api.as_ref().map(|api| format!("{api}/search"))] {
            span.field.words { label for="q" { (tongue("site_search_words", lang)) }
            input #q type="search" name="q" maxlength="500"
                placeholder=(said("site_search_hint", lang)) data-say-hint="site_search_hint"; }
            span.field { label for="on" { (tongue("site_search_day", lang)) }
            input #on type="date" name="on" value=(setting.day) aria-describedby="on-said";
            span #on-said .day-said data-day-of="on" {} }
            span.field { label for="act" { (tongue("site_search_act", lang)) }
            select #act name="act" {
                option value="" data-say="site_search_everywhere" {
                    (said("site_search_everywhere", lang))
                }
                @for shelved in shelf {
                    @let act = &shelved.book.act.id;
                    @let [kk, ru, en] = Lang::ALL.map(|lang| act_names::title_case(act, lang));
                    option value=(shelved.name) data-iri=(act.iri()) data-kk=(kk) data-ru=(ru)
                        data-en=(en) data-page=(setting.links.page(&shelved.name)) {
                        (shelved.book.act.id.number.trim_start_matches('~'))
                    }
                }
            } }
            button { (tongue("site_search_go", lang)) }
        }
        p.why { (tongue("site_search_empty", lang)) }
        noscript {
            p.notice { (tongue("site_search_by_command", lang)) }
            pre { code { "nusqa search \"ақпараттық жүйе\" --on 2022-01-01" } }
        }
        p #found aria-live="polite" {}
        ol #hits .hits {}
        button #more type="button" hidden {}
    };
    let frame = Frame {
        lang,
        links: setting.links,
        title: format!("{} – {}", say::site_search(lang), say::site_name(lang)),
        here: Here::Search,
        act: None,
        corpus: setting.corpus,
        scripts: match setting.links.api {
            Some(_) => vec!["search.js".to_owned()],
            None => vec![DATA.to_owned(), "search.js".to_owned()],
        },
    };
    frame.around(&main)
}
