//! The trees of the published texts against hand-checked records: every unit with its address,
//! kind, number, words, lines and status. Prints the score and fails below the score reached.
#![expect(clippy::print_stdout, reason = "the score and what differs are what this test tells")]

use nusqa::kazakh::letters::repair_word;
use nusqa::model::address::{Address, Step};
use nusqa::model::kind::Kind;
use nusqa::model::number::Number;
use nusqa::model::tree::{Tree, Unit};
use nusqa::parse::{Paragraph, amending_paragraphs, fragment, parse};
use nusqa::source::read_file;
use serde_json::Value;
use std::path::Path;

const TEXTS: [(&str, &str); 5] = [
    ("res-12", "corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md"),
    ("req-832", "corpus/2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt"),
    ("res-676", "corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md"),
    ("law-418", "corpus/2015-11-24-418-V-aqparattandyru-turaly/consolidated.md"),
    ("order-343", "corpus/2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt"),
];

fn tree(source: &str) -> Tree {
    let (_, file) = TEXTS.iter().find(|(id, _)| *id == source).expect("a known text");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    parse(&read_file(&path, file).expect("a text of the corpus"))
}

/// Letters of other scripts read as Kazakh ones, on both sides.
fn fold(text: &str) -> String {
    text.split_inclusive(|c: char| !c.is_alphabetic())
        .map(|word| repair_word(word).unwrap_or_else(|| word.to_owned()))
        .collect()
}

fn number(unit: &Unit) -> Option<String> {
    if let Some(Step::Abbreviation(word)) = unit.address.last() {
        return Some(word.clone());
    }
    let number = unit.number.as_ref()?;
    Some(match unit.kind {
        Kind::Subparagraph => format!("{number})"),
        _ => number.to_string(),
    })
}

fn head(unit: &Unit) -> String {
    if let Some(heading) = &unit.heading {
        return heading.clone();
    }
    let words = match unit.kind {
        Kind::Row => unit.cells.get(1).map_or("", String::as_str),
        Kind::Note => {
            unit.text.split_once("ескертпесі! ").map_or(unit.text.as_str(), |(_, rest)| rest)
        }
        Kind::Abbreviation => unit.text.as_str(),
        Kind::Table => &unit.cells.join(" | "),
        Kind::ColumnNumbers => &unit.cells.join(" | "),
        _ => unit.words(),
    };
    words.chars().take(60).collect()
}

/// Each field of a record that differs.
fn differences(gold: &Value, unit: &Unit) -> Vec<String> {
    let kind = gold["kind"].as_str().expect("a kind");
    let mut found = Vec::new();
    let mut compare = |field: &str, gold: String, ours: String| {
        if gold != ours {
            found.push(format!("{field}: gold {gold:?}, ours {ours:?}"));
        }
    };
    let is_note = kind == "note";
    let ours = match unit.kind {
        Kind::Footnote => "note".to_owned(),
        Kind::Abbreviations => "text".to_owned(),
        other => other.name().to_owned(),
    };
    compare("kind", kind.to_owned(), ours);
    if !is_note && let Some(address) = gold["address"].as_str() {
        compare("address", address.to_owned(), unit.address.to_string());
    }
    if !is_note {
        let ours = number(unit).unwrap_or_default();
        compare("number", gold["number"].as_str().unwrap_or_default().to_owned(), ours);
        compare(
            "status",
            gold["status"].as_str().expect("a status").to_owned(),
            unit.status.name().to_owned(),
        );
    }
    compare("head", fold(gold["head"].as_str().expect("a head")), fold(&head(unit)));
    compare("line", gold["line"].to_string(), unit.lines.0.to_string());
    compare("line_end", gold["line_end"].to_string(), unit.lines.1.to_string());
    if let Some(cells) = gold["cells"].as_array() {
        let cells: Vec<_> = cells.iter().map(|cell| fold(cell.as_str().expect("a cell"))).collect();
        let ours: Vec<_> = unit.cells.iter().map(|cell| fold(cell)).collect();
        compare("cells", format!("{cells:?}"), format!("{ours:?}"));
    }
    found
}

/// Records and how many of them the tree holds exactly.
fn score(source: &str) -> (usize, usize) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/gold/structure/{source}.jsonl"));
    let records: Vec<Value> = std::fs::read_to_string(path)
        .expect("the gold")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a record"))
        .collect();
    let tree = tree(source);
    let mut left: Vec<&Unit> = tree.units.iter().collect();
    let mut right = 0;
    for gold in &records {
        let line = gold["line"].as_u64().and_then(|line| usize::try_from(line).ok());
        let best = left
            .iter()
            .enumerate()
            .filter(|(_, unit)| Some(unit.lines.0) == line)
            .map(|(at, unit)| (at, differences(gold, unit)))
            .min_by_key(|(_, differences)| differences.len());
        match best {
            Some((at, differences)) => {
                left.remove(at);
                if differences.is_empty() {
                    right += 1;
                } else {
                    println!("{source}:{} {}", gold["line"], differences.join("; "));
                }
            }
            None => println!("{source}:{} missing {}", gold["line"], gold["address"]),
        }
    }
    for unit in &left {
        println!(
            "{source}:{} not in the gold: {} {} {}",
            unit.lines.0,
            unit.kind,
            unit.address,
            head(unit)
        );
    }
    println!("{source}: {right} of {} records, {} units too many", records.len(), left.len());
    (right, records.len() + left.len())
}

#[test]
fn structure_of_resolution_12() {
    assert_eq!(score("res-12"), (251, 251));
}

#[test]
fn structure_of_requirements_832() {
    assert_eq!(score("req-832"), (230, 230));
}

#[test]
fn structure_of_resolution_676() {
    assert_eq!(score("res-676"), (76, 76));
}

/// The address in which the units of a new text stand, from the address of the first of them.
fn container(target: &str) -> Address {
    let steps = target.split('/').map(|part| match part.strip_suffix(')') {
        Some(number) => Step::Subparagraph(Number::parse(number).expect("a number")),
        None => Step::Paragraph(Number::parse(part).expect("a number")),
    });
    let mut steps: Vec<Step> = steps.collect();
    steps.pop();
    Address::new(steps)
}

/// New texts of whole units in orders, read as units.
#[test]
fn structure_of_new_texts() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/instructions/res-12.jsonl");
    let tree = tree("res-12");
    let mut right = 0;
    let mut all = 0;
    for record in std::fs::read_to_string(path).expect("the gold").lines() {
        let gold: Value = serde_json::from_str(record).expect("a record");
        let Some(structure) = gold["new_structure"].as_array() else { continue };
        let target = gold["targets"][0].as_str().expect("a target");
        if target.contains('#') {
            continue;
        }
        all += 1;
        let point = gold["point"].as_str().expect("a point");
        let point = tree.units.iter().position(|unit| unit.address.to_string() == point);
        let ordinal = gold["ordinal"].as_u64();
        let at = |unit: &Unit| match unit.address.last() {
            Some(Step::Text(k)) => Some(u64::from(*k)),
            _ => None,
        };
        let mut paragraphs: Vec<Paragraph> = amending_paragraphs(&tree, point.expect("the point"))
            .skip_while(|(_, unit)| at(unit) != ordinal)
            .skip(1)
            .take_while(|(_, unit)| unit.kind == Kind::Quoted)
            .map(|(_, unit)| Paragraph::from(unit))
            .collect();
        if let Some(first) = paragraphs.first_mut() {
            first.text = first.text.trim_start_matches('"').to_owned();
        }
        if let Some(last) = paragraphs.last_mut() {
            let bare = last.text.trim_end_matches(['.', ';']);
            last.text = bare.strip_suffix('"').unwrap_or(&last.text).to_owned();
        }
        let ours: Vec<String> = fragment(&paragraphs, &container(target))
            .iter()
            .map(|unit| format!("{} {} {}-{}", unit.kind, unit.address, unit.lines.0, unit.lines.1))
            .collect();
        let gold: Vec<String> = structure
            .iter()
            .map(|unit| {
                let text = |field: &str| unit[field].as_str().unwrap_or_default().to_owned();
                format!(
                    "{} {} {}-{}",
                    text("kind"),
                    text("address"),
                    unit["line"],
                    unit["line_end"]
                )
            })
            .collect();
        if ours == gold {
            right += 1;
        } else {
            println!("{target}:\n  gold {gold:#?}\n  ours {ours:#?}");
        }
    }
    println!("new texts: {right} of {all}");
    assert_eq!(right, all);
}

/// Units by kind, and units not in force by kind and status, as `counts.json` counts them.
fn counts(source: &str) -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/counts.json");
    let all: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the gold")).expect("JSON");
    let gold = &all[source];
    let tree = tree(source);
    let mut by_kind = std::collections::BTreeMap::<String, u64>::new();
    let mut not_in_force = std::collections::BTreeMap::<String, u64>::new();
    for unit in tree.units.iter().filter(|unit| !matches!(unit.kind, Kind::Note | Kind::Footnote)) {
        let kind = match unit.kind {
            Kind::Abbreviations | Kind::Addressee => "text",
            other => other.name(),
        };
        *by_kind.entry(kind.to_owned()).or_default() += 1;
        if unit.status.name() != "in_force" {
            *not_in_force.entry(format!("{kind}:{}", unit.status.name())).or_default() += 1;
        }
    }
    let mut right = true;
    for (field, ours) in [("by_kind", &by_kind), ("not_in_force", &not_in_force)] {
        let gold: std::collections::BTreeMap<String, u64> =
            serde_json::from_value(gold[field].clone()).expect("counts");
        for key in gold.keys().chain(ours.keys()).collect::<std::collections::BTreeSet<_>>() {
            let (gold, ours) = (gold.get(key).unwrap_or(&0), ours.get(key).unwrap_or(&0));
            if gold != ours {
                println!("{source} {field} {key}: gold {gold}, ours {ours}");
                right = false;
            }
        }
    }
    let of_form = |form: fn(&Unit) -> bool| tree.units.iter().filter(|unit| form(unit)).count();
    let marked = of_form(|unit| unit.kind == Kind::Note && unit.text.contains("ескертпесі!"));
    let plain = of_form(|unit| unit.kind == Kind::Note && !unit.text.contains("ескертпесі!"));
    println!("{source}: {plain} notes and {marked} with a mark; gold {}", gold["notes_by_form"]);
    right
}

#[test]
fn counts_of_law_418() {
    assert!(counts("law-418"));
}

#[test]
fn counts_of_order_343() {
    assert!(counts("order-343"));
}
