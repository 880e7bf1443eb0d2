//! The citations and terms of the seed texts against hand-made answers: every k-th line that
//! holds a word for a unit or an act, and every term. Fails below the score reached.

#![allow(clippy::print_stdout, reason = "the score is meant to be seen")]

use nusqa::model::act::ActType;
use nusqa::model::address::Address;
use nusqa::model::kind::Kind;
use nusqa::model::tree::{PrintedStatus, Tree};
use nusqa::parse::parse;
use nusqa::refs::{ActName, CitedAct, Names, Reference};
use nusqa::source::document::Document;
use nusqa::terms::{self, Passage, Term};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

const TEXTS: [(&str, &str, ActType); 5] = [
    ("law-418", "2015-11-24-418-V-aqparattandyru-turaly/consolidated.md", ActType::Law),
    ("req-832", "2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt", ActType::Resolution),
    ("res-676", "2017-10-28-676-kiberqauipsizdik-zhospary/original.md", ActType::Resolution),
    ("order-343", "2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt", ActType::Order),
    ("res-12", "2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md", ActType::Resolution),
];

fn tree(file: &str) -> Tree {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(file);
    let bytes = std::fs::read(path).expect("a text of the corpus");
    parse(&Document::decode(file, &bytes))
}

fn groups(tree: &Tree, unit: usize) -> Vec<Address> {
    let mut around = Vec::new();
    let mut above = tree.units[unit].parent;
    while let Some(outer) = above {
        if tree.units[outer].kind.is_grouping() {
            around.insert(0, tree.units[outer].address.clone());
        }
        above = tree.units[outer].parent;
    }
    around
}

/// A text with what was found in it.
struct Found {
    tree: Tree,
    terms: Vec<Term>,
    references: Vec<(usize, Reference)>,
}

fn found(file: &str, form: ActType) -> Found {
    let tree = tree(file);
    let groups: Vec<Vec<Address>> = (0..tree.units.len()).map(|unit| groups(&tree, unit)).collect();
    let standing: Vec<usize> = (0..tree.units.len())
        .filter(|&unit| tree.units[unit].status == PrintedStatus::InForce)
        .collect();
    let passage = |&unit: &usize| Passage {
        address: &tree.units[unit].address,
        kind: tree.units[unit].kind,
        text: &tree.units[unit].text,
        body: tree.units[unit].body,
        groups: &groups[unit],
    };
    let terms = terms::read(standing.iter().map(passage));
    let names = Names::of(&terms, &titles(&tree));
    let mut references = Vec::new();
    for unit in &standing {
        let read = nusqa::refs::read(&passage(unit), &names, form);
        references.extend(read.into_iter().map(|reference| (*unit, reference)));
    }
    Found { tree, terms, references }
}

fn titles(tree: &Tree) -> Vec<(Address, String)> {
    let titles = tree.units.iter().filter(|unit| unit.kind == Kind::Title);
    titles.map(|unit| (unit.address.component(), unit.text.clone())).collect()
}

fn act(name: &ActName) -> String {
    let parts = [
        name.form.map(|form| form.name().to_owned()),
        name.adopted.map(|day| day.to_string()),
        name.number.clone(),
        name.title.as_ref().map(|title| format!("«{title}»")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn record(tree: &Tree, unit: usize, reference: &Reference) -> Value {
    let act = match &reference.act {
        CitedAct::Own => "own".to_owned(),
        CitedAct::Unclear => "unclear".to_owned(),
        CitedAct::Named(name) => act(name),
    };
    let targets = reference.targets.iter().map(|target| match &target.inner {
        Some(inner) => format!("{} ({inner})", target.address),
        None => target.address.to_string(),
    });
    json!({
        "line": tree.units[unit].lines.0,
        "words": &tree.units[unit].text[reference.bytes.clone()],
        "act": act,
        "targets": targets.collect::<Vec<_>>(),
    })
}

fn gold(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(file);
    let text = std::fs::read_to_string(path).expect("a gold file");
    text.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
}

/// Compares, prints what differs, and gives (right, found, expected).
fn score(
    name: &str,
    found: &BTreeSet<String>,
    expected: &BTreeSet<String>,
) -> (usize, usize, usize) {
    for missing in expected.difference(found) {
        println!("{name}: missing {missing}");
    }
    for wrong in found.difference(expected) {
        println!("{name}: wrong   {wrong}");
    }
    (found.intersection(expected).count(), found.len(), expected.len())
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The new text that an amending act quotes, read as the document reads it that it goes into.
fn quoted(file: &str, names: &Names, form: ActType) -> Found {
    let tree = tree(file);
    let mut references = Vec::new();
    for (number, unit) in tree.units.iter().enumerate().filter(|(_, u)| u.kind == Kind::Quoted) {
        let passage = Passage {
            address: &unit.address,
            kind: Kind::Paragraph,
            text: &unit.text,
            body: unit.body,
            groups: &[],
        };
        let read = nusqa::refs::read(&passage, names, form);
        references.extend(read.into_iter().map(|reference| (number, reference)));
    }
    Found { tree, terms: Vec::new(), references }
}

/// The lines that were looked at are listed in the gold, those without a citation too.
#[test]
fn citations() {
    let mut sums = (0, 0, 0);
    let names = {
        let (_, file, form) = TEXTS[1];
        let target = found(file, form);
        Names::of(&target.terms, &titles(&target.tree))
    };
    let (_, file, form) = TEXTS[4];
    let new_text = ("res-12-quoted", quoted(file, &names, form));
    let texts = TEXTS.map(|(name, file, form)| (name, found(file, form)));
    for (name, found) in texts.into_iter().chain([new_text]) {
        if let Ok(folder) = std::env::var("GOLD_REFS_OUT") {
            let lines: Vec<String> = found
                .references
                .iter()
                .map(|(unit, reference)| record(&found.tree, *unit, reference).to_string())
                .collect();
            std::fs::write(format!("{folder}/{name}.jsonl"), lines.join("\n")).expect("written");
        }
        let records = gold(&format!("refs/{name}.jsonl"));
        let lines: BTreeSet<u64> = records.iter().filter_map(|r| r["line"].as_u64()).collect();
        let expected: BTreeSet<String> = records
            .iter()
            .filter(|record| record.get("words").is_some())
            .map(ToString::to_string)
            .collect();
        let read: BTreeSet<String> = found
            .references
            .iter()
            .filter(|(unit, _)| lines.contains(&(found.tree.units[*unit].lines.0 as u64)))
            .map(|(unit, reference)| record(&found.tree, *unit, reference).to_string())
            .collect();
        let (right, all, known) = score(name, &read, &expected);
        sums = (sums.0 + right, sums.1 + all, sums.2 + known);
    }
    let (precision, recall) = (share(sums.0, sums.1), share(sums.0, sums.2));
    println!("citations: precision {precision:.3}, recall {recall:.3}, {} in the gold", sums.2);
    assert!(precision >= 0.98 && recall >= 0.95);
}

/// A term is right where its words, its place, its scope and the way in which it is introduced
/// are, and where what it stands for is.
#[test]
fn terms_of_the_texts() {
    let mut sums = (0, 0, 0);
    for (name, file, form) in TEXTS {
        let found = found(file, form);
        let read: Vec<String> = found
            .terms
            .iter()
            .map(|term| {
                json!({
                    "term": term.term,
                    "meaning": term.meaning,
                    "introduced": term.introduced.name(),
                    "address": term.address.to_string(),
                    "scope": term.scope.to_string(),
                })
                .to_string()
            })
            .collect();
        if let Ok(folder) = std::env::var("GOLD_REFS_OUT") {
            std::fs::write(format!("{folder}/terms-{name}.jsonl"), read.join("\n"))
                .expect("written");
        }
        let expected: BTreeSet<String> =
            gold(&format!("terms/{name}.jsonl")).iter().map(ToString::to_string).collect();
        let (right, all, known) = score(name, &read.into_iter().collect(), &expected);
        sums = (sums.0 + right, sums.1 + all, sums.2 + known);
    }
    let (precision, recall) = (share(sums.0, sums.1), share(sums.0, sums.2));
    println!("terms: precision {precision:.3}, recall {recall:.3}, {} in the gold", sums.2);
    assert!(precision >= 0.98 && recall >= 0.95);
}
