//! A history and the answers of one day are the same thing told twice: on the first and last day of
//! every stretch of a history, `show` has its state, its certainty and its words.

#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]

mod support;

use jiff::civil::Date;
use nusqa::index::{Index, Layout};
use nusqa::model::address::Address;
use nusqa::model::certainty::Status;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::{ActInfo, Ask, History, Spell};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::{ask_json, index, root};

/// Places of an act that are asked for, spread over it.
const PLACES: usize = 60;
/// Stretches of a place that are asked for, spread over its history.
const STRETCHES: usize = 24;

/// An index of a small corpus, built here.
fn small(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("history-of-{name}"));
    std::env::set_current_dir(root()).expect("the project's folder");
    let corpus = Path::new("tests/corpora").join(name);
    nusqa::build::build(&corpus, &folder, false, &|_| {}).expect("a build");
    folder
}

/// Some of the places of an act, the whole among them.
fn places(index: &Path, act: &ActInfo) -> Vec<Address> {
    let index = Index::open(&Layout::new(index)).expect("an index");
    let stored = index.versions_under(&act.id.iri(), &Address::whole(), Axis::InForce);
    let places: BTreeSet<Address> =
        stored.expect("versions").into_iter().map(|stored| stored.version.address).collect();
    let step = places.len() / PLACES + 1;
    std::iter::once(Address::whole()).chain(places.into_iter().step_by(step)).collect()
}

/// Days on which the answers must be those of a stretch.
fn days(spell: &Spell) -> BTreeSet<Date> {
    let last = spell.days.until.map(|day| day.yesterday().expect("a day"));
    let far = spell.days.from.map(|day| day.saturating_add(jiff::Span::new().years(30)));
    let ever = spell.days.from.is_none() && spell.days.until.is_none();
    let any = ever.then_some(Date::ZERO);
    let end = last.or(far);
    [spell.days.from, end, any].into_iter().flatten().collect()
}

fn is_without_holes(history: &History, place: &str) {
    let spells = &history.spells;
    assert_eq!(spells.first().map(|spell| spell.days.from), Some(None), "{place}");
    assert_eq!(spells.last().map(|spell| spell.days.until), Some(None), "{place}");
    for pair in spells.windows(2) {
        assert_eq!(pair[0].days.until, pair[1].days.from, "{place}");
    }
    for (at, version) in history.versions.iter().enumerate() {
        let told = history.spells.iter().any(|spell| spell.version == Some(at));
        assert!(!told || version.known_to.is_none(), "{place}: what was expected once still holds");
    }
}

/// Compares a history with the answers of single days; returns how many days were asked for.
fn agrees(engine: &Engine, act: &ActInfo, address: &Address) -> usize {
    let history = engine.history(act, address, Axis::InForce, (None, None)).expect("a history");
    let place = format!("{} {address}", act.id);
    is_without_holes(&history, &place);
    let step = history.spells.len() / STRETCHES + 1;
    let mut asked = 0;
    for spell in history.spells.iter().step_by(step) {
        for date in days(spell) {
            let ask = Ask { axis: Axis::InForce, date, known_by: None };
            let shown = engine.show(act, address, ask).expect("an answer");
            let place = format!("{place} on {date}");
            assert_eq!(shown.status, spell.status, "{place}");
            assert_eq!(shown.certainty, spell.certainty, "{place}");
            match spell.version.map(|at| &history.versions[at]) {
                Some(version) => assert_eq!(shown.text, version.text, "{place}"),
                None => {
                    let open = shown.status == Status::Unknown || !shown.alternatives.is_empty();
                    assert!(open, "{place}: no version holds, and nothing is open");
                }
            }
            asked += 1;
        }
    }
    asked
}

fn walk(index: &Path) -> usize {
    let engine = Engine::open(index).expect("an index");
    let acts = engine.acts().expect("acts");
    let asked = acts
        .iter()
        .filter(|act| !act.referenced)
        .flat_map(|act| places(index, act).into_iter().map(move |address| (act, address)));
    let asked: Vec<(&ActInfo, Address)> = asked.collect();
    asked.par_iter().map(|(act, address)| agrees(&engine, act, address)).sum()
}

#[test]
fn a_history_and_the_answers_of_single_days_agree() {
    let asked = walk(index());
    assert!(asked > 2000, "{asked}");
}

#[test]
fn they_agree_in_the_small_corpora() {
    let names = fs::read_dir(root().join("tests/corpora")).expect("a folder").flatten();
    let names = names.filter(|entry| entry.path().is_dir());
    let asked: usize = names.map(|entry| walk(&small(&entry.file_name().to_string_lossy()))).sum();
    assert!(asked > 500, "{asked}");
}

#[test]
fn certainty_is_told_stretch_by_stretch() {
    let (exit, document) = ask_json(&["history", "832", "8"]);
    assert_eq!(exit, 0);
    let stretches = document["stretches"].as_array().expect("stretches");
    let told = |day: &str| {
        let covers = |stretch: &&serde_json::Value| {
            stretch["from"].as_str().is_none_or(|from| from <= day)
                && stretch["until"].as_str().is_none_or(|until| day < until)
        };
        let stretch = stretches.iter().find(covers).expect("a stretch");
        let name = |field: &str| stretch[field].as_str().unwrap_or_default().to_owned();
        (name("status"), name("certainty"))
    };
    for (day, status, certainty) in [
        ("2022-01-01", "in_force", "certain"),
        ("2022-08-01", "in_force", "presumed"),
        ("2023-02-01", "repealed", "certain"),
        ("2023-06-01", "repealed", "presumed"),
        ("2021-02-10", "unknown", "unknown"),
    ] {
        assert_eq!(told(day), (status.to_owned(), certainty.to_owned()), "{day}");
    }
}
