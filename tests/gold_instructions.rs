//! The orders of the seed texts against their hand-made answers: target, operation, arguments,
//! new text and its units. Fails below the score reached.

#![allow(clippy::print_stdout)] // the score is meant to be seen

use nusqa::amend;
use nusqa::model::address::Address;
use nusqa::model::instruction::{Instruction, Operation, Orders, Position};
use nusqa::model::number::Number;
use nusqa::model::tree::Tree;
use nusqa::parse::identity::requisites;
use nusqa::parse::parse;
use nusqa::source::document::Document;
use serde_json::Value;
use std::path::Path;

fn read(file: &str) -> (Tree, Orders) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(file);
    let bytes = std::fs::read(path).expect("a text of the corpus");
    let tree = parse(&Document::decode(file, &bytes));
    let own = requisites(&tree).expect("requisites").act;
    let orders = amend::read(&tree, &own);
    (tree, orders)
}

fn gold() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/instructions/res-12.jsonl");
    let text = std::fs::read_to_string(path).expect("a gold file");
    text.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
}

fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|item| item.as_str().map(String::from)).collect()
}

fn bare(address: &Address) -> String {
    address.within_component().to_string()
}

fn last_number(order: &Instruction) -> Option<&Number> {
    order.targets.first()?.last()?.number()
}

/// The gold tells an insertion that continues a list from one that follows a unit.
fn op(order: &Instruction) -> &'static str {
    let follows = last_number(order).is_some_and(Number::is_inserted);
    match order.operation {
        Operation::Insert if order.position.is_none() && !follows => "append",
        Operation::Insert | Operation::InsertIndents => "insert_after",
        Operation::ReplaceByAnnex => "new_redaction_by_annex",
        operation => operation.name(),
    }
}

/// The preceding sibling for an insertion after something, the enclosing unit for an append.
fn anchor(order: &Instruction) -> Option<String> {
    let container = order.container.as_ref()?;
    if order.position == Some(Position::After) || op(order) == "append" {
        return Some(bare(container));
    }
    let before = last_number(order)?.inserted_after()?;
    let printed = bare(order.targets.first()?);
    let own = last_number(order)?.to_string();
    let at = printed.rfind(&own)?;
    Some(format!("{}{}{}", &printed[..at], before, &printed[at + own.len()..]))
}

fn head(text: &str) -> String {
    text.chars().take(40).collect()
}

fn tail(text: &str) -> String {
    text.chars().skip(text.chars().count().saturating_sub(40)).collect()
}

/// Everything in which an order differs from its gold record.
fn differences(gold: &Value, order: &Instruction) -> Vec<String> {
    let mut out = Vec::new();
    let mut check = |what: &str, expected: String, found: String| {
        if expected != found {
            out.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    check("read", "true".into(), order.read.to_string());
    check("line", gold["line"].to_string(), order.span.lines.0.to_string());
    check("line_end", gold["line_end"].to_string(), order.span.lines.1.to_string());
    let at = format!("{}#{}", gold["point"].as_str().unwrap_or_default(), gold["ordinal"]);
    check("at", at, order.at.to_string());
    check("context", strings(&gold["context"]).join(" > "), order.context.join(" > "));
    let targets: Vec<String> = order.targets.iter().map(bare).collect();
    check("targets", strings(&gold["targets"]).join(", "), targets.join(", "));
    check("op", gold["op"].as_str().unwrap_or_default().into(), op(order).into());
    if !gold["anchor"].is_null() {
        let found = anchor(order).unwrap_or_default();
        check("anchor", gold["anchor"].as_str().unwrap_or_default().into(), found);
        let explicit = order.position.is_some().to_string();
        check("explicit", gold["anchor_explicit"].to_string(), explicit);
    }
    let arguments = &gold["arguments"];
    check("old words", strings(&arguments["old_words"]).join("|"), order.old_words.join("|"));
    check("new words", strings(&arguments["new_words"]).join("|"), order.new_words.join("|"));
    let act = match gold["act"].as_str() {
        Some("req-832") => "2016-12-20№832",
        Some("res-501-statute") => "2019-07-12№501",
        _ => "",
    };
    check("act", act.into(), order.target_act.as_ref().map(|a| a.short()).unwrap_or_default());
    check("in approved", "true".into(), order.in_approved.to_string());
    let text = order.new_text.clone().unwrap_or_default();
    if gold["new_text"].is_null() {
        check("new text", String::new(), text);
    } else {
        let expected = &gold["new_text"];
        check("first40", expected["first40"].as_str().unwrap_or_default().into(), head(&text));
        check("last40", expected["last40"].as_str().unwrap_or_default().into(), tail(&text));
        check("chars", expected["chars"].to_string(), text.chars().count().to_string());
    }
    let structure = gold["new_structure"].as_array().cloned().unwrap_or_default();
    let expected: Vec<String> = structure
        .iter()
        .map(|unit| {
            let text = |key: &str| unit[key].as_str().unwrap_or_default().to_owned();
            format!("{} {} {}-{}", text("address"), text("kind"), unit["line"], unit["line_end"])
        })
        .collect();
    let found: Vec<String> = order
        .new_units
        .iter()
        .map(|unit| {
            format!("{} {} {}-{}", bare(&unit.address), unit.kind, unit.lines.0, unit.lines.1)
        })
        .collect();
    let wrong = expected.iter().zip(&found).find(|(expected, found)| expected != found);
    if let Some((expected, found)) = wrong {
        check("unit", expected.clone(), found.clone());
    }
    check("units", expected.len().to_string(), found.len().to_string());
    out
}

#[test]
fn every_order_of_the_resolution_of_2021() {
    let (_, orders) = read("2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md");
    let gold = gold();
    let mut right = 0;
    for (i, expected) in gold.iter().enumerate() {
        let id = expected["id"].as_str().unwrap_or_default();
        match orders.instructions.get(i).map(|order| differences(expected, order)) {
            Some(differences) if differences.is_empty() => right += 1,
            Some(differences) => println!("{id}:\n  {}", differences.join("\n  ")),
            None => println!("{id}: no such order"),
        }
    }
    println!("res-12: orders {right}/{}, found {}", gold.len(), orders.instructions.len());
    assert_eq!((right, orders.instructions.len()), (42, 42));
}

#[test]
fn the_three_orders_of_the_ministers_order() {
    let (_, orders) = read("2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt");
    let shown: Vec<String> = orders
        .instructions
        .iter()
        .map(|order| {
            let targets: Vec<String> = order.targets.iter().map(Address::to_string).collect();
            let act = order.target_act.as_ref().map(|act| act.short()).unwrap_or_default();
            let text = order.new_text.as_deref().map(head).unwrap_or_default();
            format!(
                "{} {} {} {act} {} | {text}",
                order.read,
                order.operation.name(),
                targets.join(", "),
                order.new_units.len()
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "true replace_title тақырып 2018-01-29№29 1 | \"Электрондық үкіметтің\" ақпараттық-комму",
            "true replace 1 2018-01-29№29 1 | 1. Қоса беріліп отырған \"электрондық үкі",
            "true replace_by_annex бекітілген 2018-01-29№29 66 | Қазақстан Республикасының Цифрлық даму, ",
        ]
    );
}
