//! What a lawyer's questions find, by the definitions of `tests/eval/README.md`. Prints its scores
//! and fails below those reached.

#![allow(clippy::print_stdout, reason = "the scores are what the test is about")]

mod support;

use nusqa::kazakh::token::Keys;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use nusqa::query::search::{Hit, SearchAsk};
use serde_json::Value;
use std::path::Path;

/// A day on which the texts of the corpus print what holds.
const DAY: &str = "2024-01-01";

/// Short names of the acts in the data.
const SOURCES: [(&str, &str); 5] = [
    ("law-418", "418-V"),
    ("req-832", "832"),
    ("res-12", "12"),
    ("res-676", "676"),
    ("order-343", "343/НҚ"),
];

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Debug, Default)]
struct Score {
    recall: f64,
    first: f64,
    gain: f64,
}

/// The questions that came with the texts, and those made for this program.
const GIVEN: &str = "queries.jsonl";
const OWN: &str = "queries-own.jsonl";
/// Questions that were written before the program was asked any of them.
const HELD_OUT: &str = "queries-held-out.jsonl";

fn questions(file: &str) -> Vec<Value> {
    let path = support::root().join("tests/eval").join(file);
    let text = std::fs::read_to_string(path).expect("questions");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn ask(engine: &Engine, text: &str, any_date: bool) -> Vec<Hit> {
    let ask = Ask { axis: Axis::InForce, date: DAY.parse().expect("a day"), known_by: None };
    let asked =
        SearchAsk { text: text.to_string(), ask, any_date, between: None, act: None, limit: 10 };
    engine.search(&asked).expect("an answer").hits
}

fn score(engine: &Engine, file: &str, any_date: bool) -> Score {
    let mut total = Score::default();
    let questions = questions(file);
    for question in &questions {
        let text = question["query"].as_str().expect("a question");
        let entries = question["relevant"].as_array().expect("entries");
        let mut found = vec![false; entries.len()];
        let mut gains: Vec<f64> = Vec::new();
        for hit in ask(engine, text, any_date) {
            let words = hit.text.as_deref().or(hit.earlier.as_deref()).unwrap_or_default();
            let words = plain(&format!("{words} {}", hit.notes.join(" ")));
            let numbers = || {
                let also = hit.also.iter().map(|(act, _)| act.number.as_str());
                also.chain([hit.act.number.as_str()])
            };
            let mut gain = 0.0_f64;
            for (i, entry) in entries.iter().enumerate() {
                let named = SOURCES.iter().find(|(name, _)| entry["source"] == *name);
                let number = named.expect("a source").1;
                let quote = plain(entry["quote"].as_str().expect("a quote"));
                if !found[i] && numbers().any(|n| n == number) && words.contains(&quote) {
                    found[i] = true;
                    gain = gain.max(entry["grade"].as_f64().expect("a grade"));
                }
            }
            gains.push(gain);
        }
        let discounted = |gains: &[f64]| -> f64 {
            gains.iter().enumerate().map(|(i, gain)| gain / (i as f64 + 2.0).log2()).sum()
        };
        let mut ideal: Vec<f64> =
            entries.iter().map(|entry| entry["grade"].as_f64().expect("a grade")).collect();
        ideal.sort_by(|a, b| b.total_cmp(a));
        ideal.truncate(10);
        let recall = found.iter().filter(|found| **found).count() as f64 / entries.len() as f64;
        let first = gains.iter().position(|gain| *gain > 0.0);
        let first = first.map_or(0.0, |i| 1.0 / (i as f64 + 1.0));
        let gain = (discounted(&gains) / discounted(&ideal)).min(1.0);
        println!("{recall:.2} {first:.2} {gain:.2} {text}");
        total.recall += recall / questions.len() as f64;
        total.first += first / questions.len() as f64;
        total.gain += gain / questions.len() as f64;
    }
    println!("{total:?}");
    total
}

#[test]
fn the_best_provisions_come_first() {
    let engine = Engine::open(support::index()).expect("an index");
    let on_a_day = score(&engine, GIVEN, false);
    assert!(on_a_day.recall >= 0.9495 && on_a_day.first >= 0.9455 && on_a_day.gain >= 0.8845);
    let any_date = score(&engine, GIVEN, true);
    assert!(any_date.recall >= 0.945 && any_date.first >= 0.94 && any_date.gain >= 0.865);
}

#[test]
fn questions_made_for_it_are_answered() {
    let engine = Engine::open(support::index()).expect("an index");
    let own = score(&engine, OWN, false);
    assert!(own.recall >= 0.945 && own.first >= 0.93 && own.gain >= 0.91);
}

#[test]
fn questions_held_out_are_answered() {
    let engine = Engine::open(support::index()).expect("an index");
    let held_out = score(&engine, HELD_OUT, false);
    assert!(held_out.recall >= 0.895 && held_out.first >= 0.91 && held_out.gain >= 0.855);
}

#[test]
fn stems_find_more_than_words_and_beginnings_of_words() {
    let stems = score(&Engine::open(support::index()).expect("an index"), GIVEN, false);
    for keys in [Keys::Words, Keys::Beginnings] {
        let folder = tempfile::tempdir().expect("a folder");
        nusqa::build::build_by(Path::new("corpus"), folder.path(), true, Some(keys), None, &|_| {})
            .expect("a build");
        let other = score(&Engine::open(folder.path()).expect("an index"), GIVEN, false);
        assert!(stems.gain > other.gain && stems.recall > other.recall, "{keys:?}: {other:?}");
    }
}
