//! Answers from all over the corpus, as page and as JSON: nothing is lost between the value and
//! what people and programs see of it.

mod support;

use jiff::civil::{Date, date};
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::{ActInfo, Answer, Ask};
use nusqa::render::html::linked;
use nusqa::render::html::paper::evidence;
use nusqa::render::messages::{Lang, explanation};
use nusqa::render::terminal;
use nusqa::render::terminal::timeline::Letters;
use nusqa::render::wire::{Generator, history, show};
use std::collections::BTreeSet;
use support::index;

const DAYS: [Date; 4] = [date(2017, 6, 1), date(2021, 2, 5), date(2022, 10, 1), date(2025, 1, 1)];

/// Places of an act that are asked about; of a long act every few.
const ASKED: usize = 150;

fn addresses(engine: &Engine, act: &ActInfo) -> BTreeSet<Address> {
    let mut found = BTreeSet::from([Address::whole()]);
    for day in DAYS {
        let ask = Ask { axis: Axis::InForce, date: day, known_by: None };
        let outline = engine.outline(act, &Address::whole(), ask).expect("an outline");
        found.extend(outline.units.into_iter().map(|unit| unit.address));
    }
    let step = found.len() / ASKED + 1;
    found.into_iter().step_by(step).collect()
}

fn plain(page: &str) -> String {
    anstream::adapter::strip_str(page).to_string()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn is_whole(answer: &Answer, lang: Lang) {
    let place = format!("{} {} {}", answer.act.id, answer.address, answer.ask.date);
    let page = plain(&terminal::show::page(answer, None, Some(60), lang));
    let unwrapped = plain(&terminal::show::page(answer, None, None, lang));
    assert_eq!(words(&page), words(&unwrapped), "{place}: wrapping changes words");
    let too_wide = |line: &&str| {
        let fits = line.chars().count() <= 60;
        let unbreakable = words(line).iter().any(|word| word.chars().count() > 30);
        !fits && !unbreakable && !line.contains('·') && !line.contains('/')
    };
    assert_eq!(page.lines().find(too_wide), None, "{place}");
    if let Some(text) = &answer.text {
        for line in text.lines() {
            assert!(unwrapped.contains(line.trim()), "{place} loses {line:?}");
        }
    }
    for evidence in &answer.evidence {
        let lines = format!("{}:{}", evidence.span.source.file, evidence.span.lines.0);
        assert!(unwrapped.contains(&lines), "{place} loses {lines}");
    }
    assert_sheet(answer, &place, lang);
    let explained = explanation::explanation(answer, lang);
    assert!(explained.ends_with('.'), "{place}: {explained}");
    assert!(!explained.contains(['{', '}']), "{place}: {explained}");
    assert!(!explained.contains("  "), "{place}: {explained}");
}

/// The evidence sheet has the same words, table cells apart, and is one file that runs nothing.
fn assert_sheet(answer: &Answer, place: &str, lang: Lang) {
    let generator = Generator::new(None);
    let sheet =
        evidence::Sheet { answer, chain: &[], quotes: &[], cited: None, generator: &generator };
    let html = evidence::page(sheet, lang);
    assert_eq!(html.matches("<script").count(), 1, "{place}");
    let units: Vec<&str> =
        answer.units.iter().map(|unit| unit.as_ref().map_or("[…]", |unit| &unit.text)).collect();
    let shown = html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
    let shown = shown.replace("&amp;", "&");
    if let Some(text) = &answer.text {
        assert_eq!(units.join("\n"), *text, "{place}: units are not the text");
        for words in text.lines().flat_map(|line| line.split(" | ")) {
            assert!(shown.contains(words), "{place}: the sheet loses {words:?}");
        }
    }
    let cite = linked::identifier(answer);
    assert!(shown.contains(&cite), "{place} loses {cite}");
}

#[test]
fn answers_of_the_whole_corpus_reach_the_page() {
    let engine = Engine::open(index()).expect("an index");
    let mut asked = 0;
    for act in engine.acts().expect("acts") {
        for address in addresses(&engine, &act) {
            for (day, lang) in DAYS.into_iter().zip([Lang::Kk, Lang::Ru, Lang::En, Lang::Kk]) {
                let ask = Ask { axis: Axis::InForce, date: day, known_by: None };
                let answer = engine.show(&act, &address, ask).expect("an answer");
                is_whole(&answer, lang);
                let document = show::Show::new(&answer, None, Generator::new(None), lang);
                assert_eq!(document.text, answer.text);
                assert_eq!(document.reasons.is_empty(), answer.reasons.is_empty());
                asked += 1;
            }
        }
    }
    assert!(asked > 500, "{asked}");
}

#[test]
fn every_version_reaches_the_history() {
    let engine = Engine::open(index()).expect("an index");
    for act in engine.acts().expect("acts") {
        for address in addresses(&engine, &act) {
            let history = engine.history(&act, &address, Axis::InForce, (None, None));
            let history = history.expect("a history");
            let page = plain(&terminal::history::page(&history, None, Letters::Unicode, Lang::Kk));
            let document = history::History::new(&history, Generator::new(None));
            assert_eq!(document.versions.len(), history.versions.len());
            for number in 1..=history.versions.len() {
                let line = format!("\n{number:<4}");
                assert!(page.contains(&line), "{} {address}: {number}\n{page}", act.id);
            }
        }
    }
}
