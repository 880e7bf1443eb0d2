//! The editorial notes of the seed texts against their hand-made answers: every note with its
//! targets, and every event with its act and rule of effect. Fails below the score reached.

#![allow(clippy::print_stdout)] // the score is meant to be seen

use nusqa::model::act::ActType;
use nusqa::model::day::EffectRule;
use nusqa::model::event::{Event, Note};
use nusqa::model::tree::Tree;
use nusqa::parse::parse;
use nusqa::source::document::Document;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn tree(file: &str) -> Tree {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(file);
    let bytes = std::fs::read(path).expect("a text of the corpus");
    parse(&Document::decode(file, &bytes))
}

fn gold(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(file);
    let text = std::fs::read_to_string(path).expect("a gold file");
    text.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
}

fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|item| item.as_str().map(String::from)).collect()
}

/// A note as the gold describes it, to be compared and printed.
fn expected_note(record: &Value) -> String {
    format!(
        "{}-{} {} {} in {} {:?}>{:?}",
        record["line"],
        record["line_end"],
        record["form"].as_str().unwrap_or_default(),
        strings(&record["targets"]).join(", "),
        record["container"].as_str().unwrap_or("-"),
        strings(&record["old_words"]),
        strings(&record["new_words"]),
    )
}

fn found_note(tree: &Tree, note: &Note) -> String {
    let lines = tree.units[note.unit].lines;
    let targets: Vec<String> = note.targets.iter().map(ToString::to_string).collect();
    format!(
        "{}-{} {} {} in {} {:?}>{:?}",
        lines.0,
        lines.1,
        note.form.name(),
        targets.join(", "),
        note.container.as_deref().unwrap_or("-"),
        note.old_words,
        note.new_words,
    )
}

fn expected_event(event: &Value) -> String {
    let effect = &event["effect"];
    let rule = effect["rule"].as_str().unwrap_or_default();
    let detail = match rule {
        "after_publication_days" => effect["days"].to_string(),
        "after_publication_months" => effect["months"].to_string(),
        "on_date" => effect["date"].as_str().unwrap_or_default().into(),
        "see_clause" => effect["clause"].as_str().unwrap_or_default().into(),
        _ => String::new(),
    };
    format!(
        "{} {} № {} of {}: {rule} {detail}",
        event["kind"].as_str().unwrap_or_default(),
        event["act_type"].as_str().unwrap_or_default(),
        event["number"].as_str().unwrap_or_default(),
        event["adopted"].as_str().unwrap_or_default(),
    )
}

fn found_event(event: &Event) -> String {
    let form = match (event.by.form, event.by.issuer.0.as_str()) {
        (ActType::Resolution, "government") => "government_resolution",
        (form, _) => form.name(),
    };
    let detail = match &event.effect {
        EffectRule::AfterPublicationDays(n) | EffectRule::AfterPublicationMonths(n) => {
            n.to_string()
        }
        EffectRule::OnDate(date) => date.to_string(),
        EffectRule::SeeClause(clause) => clause.clone(),
        _ => String::new(),
    };
    format!(
        "{} {form} № {} of {}: {} {detail}",
        event.kind.name(),
        event.by.number,
        event.by.adopted,
        event.effect.name(),
    )
}

fn compare(name: &str, corpus: &str) -> (usize, usize, usize, usize) {
    let tree = tree(corpus);
    let notes = nusqa::notes::read(&tree);
    let gold = gold(&format!("notes/{name}.jsonl"));
    let mut found: BTreeMap<String, Vec<&Note>> = BTreeMap::new();
    for note in &notes {
        found.entry(found_note(&tree, note)).or_default().push(note);
    }
    let (mut notes_right, mut events_right, mut events_all) = (0, 0, 0);
    for record in &gold {
        let key = expected_note(record);
        let events: Vec<String> =
            record["events"].as_array().into_iter().flatten().map(expected_event).collect();
        events_all += events.len();
        let Some(note) = found.get_mut(&key).and_then(Vec::pop) else {
            println!("{name}: missing {key}");
            continue;
        };
        let read: Vec<String> = note.events.iter().map(found_event).collect();
        let right = events.iter().zip(&read).filter(|(expected, found)| expected == found).count();
        events_right += right;
        if right == events.len() && read.len() == events.len() {
            notes_right += 1;
        } else {
            println!("{name}: {key}\n  expected {events:?}\n  found    {read:?}");
        }
    }
    let surplus: Vec<_> = found.iter().filter(|(_, notes)| !notes.is_empty()).collect();
    for (key, _) in &surplus {
        println!("{name}: surplus {key}");
    }
    println!("{name}: notes {notes_right}/{}, events {events_right}/{events_all}", gold.len());
    assert!(surplus.is_empty(), "{name} has notes that the gold does not have");
    (notes_right, gold.len(), events_right, events_all)
}

#[test]
fn every_note_of_the_resolution_of_2021() {
    let score = compare("res-12", "2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md");
    assert_eq!(score, (6, 6, 6, 6));
}

#[test]
fn every_note_of_the_requirements() {
    let corpus = "2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt";
    assert_eq!(compare("req-832", corpus), (33, 33, 37, 37));
}

#[test]
fn the_counts_of_the_law() {
    let tree = tree("2015-11-24-418-V-aqparattandyru-turaly/consolidated.md");
    let notes = nusqa::notes::read(&tree);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/counts.json");
    let counts: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the counts")).expect("JSON");
    let expected = &counts["law-418"];
    let mut forms: BTreeMap<&str, u64> = BTreeMap::new();
    let mut kinds: BTreeMap<&str, u64> = BTreeMap::new();
    let mut acts = BTreeSet::new();
    let mut events = 0;
    for note in &notes {
        *forms.entry(note.form.name()).or_default() += 1;
        let kind = note.events.first().map_or("none", |event| event.kind.name());
        *kinds.entry(kind).or_default() += 1;
        events += note.events.len();
        let told = note.events.iter().filter(|e| e.kind.name() != "see_entry_into_force");
        acts.extend(told.map(|event| event.by.clone()));
        if note.events.is_empty() || note.events.iter().any(|e| e.effect == EffectRule::Unstated) {
            println!("doubtful: {}", tree.units[note.unit].text);
        }
    }
    let misprints: Vec<_> = notes
        .iter()
        .flat_map(|note| &note.events)
        .filter_map(|e| e.adopted_printed.clone())
        .collect();
    println!("notes {} events {events} acts {}", notes.len(), acts.len());
    assert_eq!(Value::from(notes.len()), expected["notes"]);
    assert_eq!(serde_json::to_value(&forms).expect("JSON"), expected["notes_by_form"]);
    assert_eq!(serde_json::to_value(&kinds).expect("JSON"), expected["notes_by_kind"]);
    assert_eq!(Value::from(events), expected["note_events"]);
    assert_eq!(Value::from(acts.len()), expected["acts_named_in_notes"]);
    assert_eq!(misprints, ["4.07.2022"]);
}

#[test]
fn texts_without_notes_have_none() {
    for file in [
        "2017-10-28-676-kiberqauipsizdik-zhospary/original.md",
        "2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt",
    ] {
        assert_eq!(nusqa::notes::read(&tree(file)), [], "{file}");
    }
}
