//! The orders of the resolution of 2021 on what is known of the requirements before it, held
//! against the consolidated text.

mod support;

use nusqa::kazakh::letters::look_alike;
use nusqa::model::kind::Kind;
use nusqa::parse::parse;
use nusqa::source::document::Document;
use nusqa::source::read_file;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use support::{ask_json, root};

const CONSOLIDATED: &str = "corpus/2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt";

fn folded(text: &str) -> String {
    let letters = text.chars().map(|letter| look_alike(letter).unwrap_or(letter));
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a provision with its parts, by address.
fn whole(units: &BTreeMap<String, String>, address: &str) -> Vec<String> {
    let inside = |other: &str| {
        other
            .strip_prefix(address)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#']))
    };
    units
        .iter()
        .filter(|(other, _)| inside(other))
        .map(|(at, text)| format!("{at} {text}"))
        .collect()
}

fn applied() -> Value {
    ask_json(&["apply", "12", "--to", "832", "--on", "2021-01-01"]).1
}

#[test]
fn the_words_are_those_of_the_consolidated_text() {
    let document: Document = read_file(&root().join(CONSOLIDATED), CONSOLIDATED).expect("a text");
    let printed: BTreeMap<String, String> = parse(&document)
        .units
        .iter()
        .filter(|unit| unit.kind != Kind::Note)
        .map(|unit| (format!("бекітілген/{}", unit.address), folded(&unit.text)))
        .collect();
    let ours: BTreeMap<String, String> = applied()["units"]
        .as_array()
        .expect("units")
        .iter()
        .map(|unit| {
            let text = unit["text"].as_str().unwrap_or_default();
            (unit["address"].as_str().expect("an address").to_owned(), folded(text))
        })
        .collect();
    for point in ["3", "5/3)", "7/18)", "17", "17-1", "20/2)", "29", "30"] {
        let address = format!("бекітілген/{point}");
        let expected = whole(&printed, &address);
        assert!(!expected.is_empty(), "{point}");
        assert_eq!(whole(&ours, &address), expected, "{point}");
    }
}

#[test]
fn orders_that_cannot_be_carried_out_say_why() {
    let applied = applied();
    let orders = applied["instructions"].as_array().expect("orders");
    let refused: Vec<(&str, &str)> = orders
        .iter()
        .filter(|order| order["applied"] == false)
        .map(|order| {
            let problem = order["problem"].as_str().expect("a reason");
            (order["operation"].as_str().expect("an operation"), problem)
        })
        .collect();
    assert_eq!(
        refused,
        [("replace_words_everywhere", "unequal_lists"), ("replace_words", "words_unknown")]
    );
    assert_eq!(orders.len(), 34);
    assert!(Path::new(orders[0]["source"]["file"].as_str().expect("a file")).is_relative());
}
