//! Books → a search that needs no program: the stems of their words with the places that have
//! them, the forms by which each stem is typed, and the page on which it is asked.

use super::act::Setting;
use super::{Shelved, data_name};
use crate::kazakh::token::Analyzer;
use crate::model::act::ActId;
use crate::model::kind::Kind;
use crate::render::citation::label;
use crate::render::html::{Frame, Here, Links, in_all, said, script_of, tongue};
use crate::render::messages::catalogue::{large, site as say};
use crate::render::messages::{Lang, act_names};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The file of the data.
pub const DATA: &str = "data-search.js";

#[derive(Serialize)]
struct SearchData {
    /// Acts: page, data, names, title.
    acts: Vec<ActData>,
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
struct ActData {
    page: String,
    name: String,
    data: String,
    called: [String; 3],
    title: Option<String>,
}

/// A version of a place with the days on which it speaks.
struct Unit {
    act: usize,
    place: usize,
    version: usize,
    tokens: usize,
    /// Stretches of days `[first, end)`; `None`: unbounded.
    held: Vec<(Option<Date>, Option<Date>)>,
}

/// The data of the acts that were taken in so far.
pub struct Gathered {
    analyzer: Analyzer,
    acts: Vec<ActData>,
    days: BTreeSet<Date>,
    units: Vec<Unit>,
    places: Vec<Vec<(String, String)>>,
    /// By stem: units with how often it stands there.
    found: BTreeMap<String, Vec<(usize, usize)>>,
    forms: BTreeMap<String, BTreeSet<String>>,
}

impl Default for Gathered {
    fn default() -> Self {
        Gathered {
            analyzer: Analyzer::new(),
            acts: Vec::new(),
            days: BTreeSet::new(),
            units: Vec::new(),
            places: Vec::new(),
            found: BTreeMap::new(),
            forms: BTreeMap::new(),
        }
    }
}

impl Gathered {
    /// Takes in the next act.
    pub fn add(&mut self, shelved: &Shelved, links: &Links) {
        let (book, act) = (&shelved.book, self.acts.len());
        self.days.extend(&book.days);
        for (at, place) in book.places.iter().enumerate() {
            if matches!(place.kind, Kind::ColumnNumbers | Kind::Signature | Kind::Stamp) {
                continue;
            }
            for (version, said) in place.versions.iter().enumerate() {
                let Some(text) = said.text.as_deref() else { continue };
                let mut held = Vec::new();
                for (stretch, (from, leaf)) in place.leaves.iter().enumerate() {
                    if leaf.version != Some(version) || !leaf.speaks || !leaf.listed {
                        continue;
                    }
                    let next = place.leaves.get(stretch + 1).map(|(next, _)| *next);
                    held.push((book.bounds(*from).0, next.and_then(|next| book.bounds(next).0)));
                }
                if held.is_empty() {
                    continue;
                }
                let tokens = self.analyzer.tokens(text);
                let count = tokens.len();
                let mut own: BTreeMap<String, usize> = BTreeMap::new();
                for token in tokens {
                    let Some(stem) = token.keys.into_iter().next() else { continue };
                    *own.entry(stem.clone()).or_default() += 1;
                    self.forms.entry(stem).or_default().insert(token.surface);
                }
                for (stem, times) in own {
                    self.found.entry(stem).or_default().push((self.units.len(), times));
                }
                self.units.push(Unit { act, place: at, version, tokens: count, held });
            }
        }
        self.acts.push(act_data(shelved, links));
        self.places.push(places(shelved));
    }

    /// The script with the data.
    pub fn script(self) -> String {
        let days: Vec<Date> = self.days.into_iter().collect();
        let data = SearchData {
            acts: self.acts,
            units: self.units.iter().map(|unit| numbers(unit, &days)).collect(),
            days: days.iter().map(ToString::to_string).collect(),
            places: self.places,
            terms: self.found.into_iter().map(|(stem, units)| (stem, postings(&units))).collect(),
            forms: self.forms.into_iter().map(|(stem, forms)| written(stem, &forms)).collect(),
        };
        script_of("search", &serde_json::to_string(&data).unwrap_or_default())
    }
}

fn numbers(unit: &Unit, days: &[Date]) -> Vec<i64> {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let number =
        |day: Option<Date>| day.and_then(|day| days.binary_search(&day).ok()).map_or(-1, count);
    let mut told =
        vec![count(unit.act), count(unit.place), count(unit.version), count(unit.tokens)];
    let head = told.len();
    for (first, end) in &unit.held {
        let (first, end) = (number(*first), number(*end));
        match told.get_mut(head..).and_then(<[i64]>::last_mut) {
            Some(last) if unit_goes_on(*last, first) => *last = end,
            _ => told.extend([first, end]),
        }
    }
    told
}

/// True where the next stretch begins with the end of the last one.
fn unit_goes_on(last: i64, first: i64) -> bool {
    last == first && first > 0
}

fn act_data(shelved: &Shelved, links: &Links) -> ActData {
    let act = &shelved.book.act;
    ActData {
        page: links.page(&shelved.name),
        name: shelved.name.clone(),
        data: links.file(&data_name(&shelved.name)),
        called: Lang::ALL.map(|lang| act_names::title_case(&act.id, lang)),
        title: act.title.clone(),
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

/// How the act is chosen in which words are looked for.
#[derive(Clone, Copy, Debug)]
pub enum Choice<'a> {
    /// From the list of all acts, each with the name of its page.
    Listed(&'a [(ActId, String)]),
    /// By its number or its title, as typed, which the program reads; a list would be too long.
    Typed(&'a str),
}

fn chosen(choice: Choice<'_>, setting: Setting<'_>) -> Markup {
    let lang = setting.lang;
    let acts = match choice {
        Choice::Listed(acts) => acts,
        Choice::Typed(act) => {
            return html! {
                input #act type="text" name="act" maxlength="500" value=(act)
                    aria-describedby="act-hint";
                span #act-hint .day-said { (in_all(large::search_act_hint)) }
            };
        }
    };
    html! {
        select #act name="act" {
            option value="" data-say="site_search_everywhere" {
                (said("site_search_everywhere", lang))
            }
            @for (act, name) in acts {
                @let [kk, ru, en] = Lang::ALL.map(|lang| act_names::title_case(act, lang));
                option value=(name) data-iri=(act.iri()) data-kk=(kk) data-ru=(ru)
                    data-en=(en) data-page=(setting.links.page(name)) {
                    (act.number.trim_start_matches('~'))
                }
            }
        }
    }
}

/// The page.
pub fn page(choice: Choice<'_>, setting: Setting<'_>) -> String {
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
            (chosen(choice, setting)) }
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
