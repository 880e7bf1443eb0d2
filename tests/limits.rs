//! Texts of one thing said without end: every reader comes to an end on them, loses nothing, and
//! takes no step that looks back over all that was before.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

#[path = "limits/hostile.rs"]
mod hostile;

use hostile::{ALL, Hostile};
use nusqa::amend;
use nusqa::amend::apply::{Draft, carry_out};
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::day::Adopted;
use nusqa::model::tree::Tree;
use nusqa::refs::{Names, may_cite};
use nusqa::source::document::Document;
use nusqa::terms::{self, Passage};
use nusqa::{notes, parse, refs};
use std::time::Instant;

fn own() -> ActId {
    ActId {
        adopted: Adopted(jiff::civil::date(2019, 5, 5)),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "9-VI".into(),
    }
}

fn passages(tree: &Tree) -> impl Iterator<Item = Passage<'_>> {
    tree.units.iter().filter(|unit| may_cite(unit.kind)).map(|unit| Passage {
        address: &unit.address,
        kind: unit.kind,
        text: &unit.text,
        body: unit.body,
        groups: &[],
    })
}

fn citations(tree: &Tree) -> usize {
    let names = Names::of(&terms::read(passages(tree)), &[]);
    passages(tree).map(|passage| refs::read(&passage, &names, ActType::Law).len()).sum()
}

/// Puts a text through the readers; tells each reader's name and how long it took.
fn read(bytes: &[u8]) -> (Document, Tree, Vec<(&'static str, f64)>) {
    let mut took = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |name| {
        took.push((name, clock.elapsed().as_secs_f64()));
        clock = Instant::now();
    };
    let document = Document::decode("text", bytes);
    lap("lines");
    let tree = parse::parse(&document);
    lap("tree");
    notes::read(&tree);
    lap("notes");
    let orders = amend::read(&tree, &own());
    lap("orders");
    citations(&tree);
    lap("citations");
    let mut draft = Draft::from_tree(&tree, &Address::whole());
    carry_out(&mut draft, &orders.instructions);
    lap("apply");
    (document, tree, took)
}

#[test]
fn hostile_texts_are_read_to_their_end_and_nothing_is_lost() {
    for Hostile { name, size, text } in ALL {
        println!("{name}");
        let (document, tree, _) = read(&text(size / 4));
        assert_eq!(tree.characters, document.characters(), "{name}");
        let held: usize = tree.units.iter().flat_map(|unit| &unit.pieces).map(|at| at.len()).sum();
        assert!(held > 0, "{name}");
    }
}

/// How the time grows from a quarter to the whole: 1 where it goes by the size, 2 where it goes by its square. Prints every
/// reader that takes long; `LIMITS` names the kinds of text that are measured.
#[test]
#[ignore = "takes the time of each reader"]
fn time_goes_by_the_size() {
    const LONG: f64 = 0.05;
    let only = std::env::var("LIMITS").unwrap_or_default();
    for Hostile { name, size, text } in
        ALL.iter().filter(|kind| only.is_empty() || kind.name == only)
    {
        let (_, _, once) = read(&text(size / 4));
        let (_, _, four) = read(&text(*size));
        let mut found = String::new();
        for ((reader, once), (_, four)) in once.iter().zip(&four) {
            let exponent = (four / once.max(1e-6)).log(4.0);
            if *four > LONG && exponent > 1.2 || *four > 2.0 {
                found.push_str(&format!("  {reader} {once:.2} {four:.2} s ^{exponent:.2}"));
            }
        }
        let all: f64 = four.iter().map(|(_, took)| took).sum();
        println!("{name:34} {size:7} {all:6.2} s{found}");
    }
}
