//! The commands on orders as users meet them: loose files without any corpus, exit codes, and
//! an account of every character.

mod support;

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;
use support::{ask_json, nusqa};

const BASE: &str = "# Мерекелер туралы\n\n1-бап. Күндер\n\n1. Күндерді Үкімет белгілейді.\n\n2. Күндер \
    демалыс күндері болады.\n";
const HEADER: &str = "# Заңға өзгеріс енгізу туралы\n\n1-бап. «Мерекелер туралы» 2001 жылғы 13 \
    желтоқсандағы Қазақстан Республикасының Заңына мынадай өзгерістер енгізілсін:\n\n";
const GOOD: &str =
    "1) 1-баптың 1-тармағындағы «Үкімет» деген сөз «Президент» деген сөзбен ауыстырылсын";
const BAD: &str = "2) 1-баптың 7-тармағы алып тасталсын";

/// A folder with a text and orders, and nothing else.
fn folder(orders: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("base.md"), BASE).expect("a file");
    let orders = format!("{HEADER}{}.\n", orders.join(";\n\n"));
    fs::write(folder.path().join("draft.md"), orders).expect("a file");
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    nusqa().current_dir(folder).args(arguments).output().expect("the program runs")
}

fn json(folder: &Path, arguments: &[&str]) -> (Option<i32>, Value) {
    let output = nusqa().current_dir(folder).args(arguments).arg("--json").output();
    let output = output.expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code(), serde_json::from_str(&text).expect("JSON"))
}

#[test]
fn a_draft_is_tried_on_a_loose_text_without_any_corpus() {
    let folder = folder(&[GOOD]);
    let (status, applied) = json(folder.path(), &["apply", "draft.md", "--to", "base.md"]);
    assert_eq!(status, Some(0));
    assert_eq!(applied["schema"], "nusqa/apply/1");
    assert_eq!(applied["units"][2]["text"], "1. Күндерді Президент белгілейді.");
    let order = &applied["instructions"][0];
    assert_eq!(order["applied"], true);
    assert_eq!(order["occurrences"]["found"], 1);
    assert_eq!(order["target_act"], "/akn/kz/act/2001-12-13/merekeler-turaly");
    assert_eq!(applied["changes"][0]["words"][1]["op"], "delete");
    let left: Vec<_> = fs::read_dir(folder.path()).expect("the folder").flatten().collect();
    assert_eq!(left.len(), 2, "nothing is written");
}

#[test]
fn an_order_that_cannot_be_carried_out_ends_with_one_and_its_reason() {
    let folder = folder(&[GOOD, BAD]);
    let (status, applied) = json(folder.path(), &["apply", "draft.md", "--to", "base.md"]);
    assert_eq!(status, Some(1));
    let order = &applied["instructions"][1];
    assert_eq!(
        (order["applied"].as_bool(), order["problem"].as_str()),
        (Some(false), Some("no_target"))
    );
    assert_eq!(order["candidates"], serde_json::json!(["1-бап", "1-бап/2"]));
    assert_eq!(order["source"]["lines"], serde_json::json!([7, 7]));
    let page =
        run(folder.path(), &["apply", "draft.md", "--to", "base.md", "--diff", "--lang", "en"]);
    let page = String::from_utf8(page.stdout).expect("UTF-8");
    assert!(page.contains("[-Үкімет-]{+Президент+}"), "{page}");
    assert!(page.contains("not carried out: there is no such unit"), "{page}");
}

#[test]
fn usage_is_told_in_one_sentence() {
    let folder = folder(&[GOOD]);
    for arguments in [
        &["apply", "draft.md"][..],
        &["apply", "draft.md", "--to", "base.md", "--on", "2021-01-01"],
        &["apply", "nothing.md", "--to", "base.md"],
        &["instructions", "nothing.md"],
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    assert_eq!(run(folder.path(), &["instructions", "base.md"]).status.code(), Some(1));
}

#[test]
fn every_character_of_an_amending_act_is_accounted_for() {
    for (act, orders) in [("12", 42), ("343/НҚ", 3)] {
        let (status, read) = ask_json(&["instructions", act]);
        assert_eq!((status, read["instructions"].as_array().map(Vec::len)), (0, Some(orders)));
        let count = |name: &str| read["ledger"][name].as_u64().expect("a number");
        let parts = ["orders", "new_text", "other", "unread"].map(count);
        assert_eq!(parts.iter().sum::<u64>(), count("characters"), "{act}");
        assert_eq!(count("unread"), 0, "{act}");
    }
    let folder = folder(&[GOOD, "2) 1-баптың 2-тармағы түгел жаңартылып ауыстырылсын"]);
    let (_, read) = json(folder.path(), &["instructions", "draft.md"]);
    assert_eq!(read["instructions"][1]["read"], false);
    assert_eq!(read["ledger"]["places"].as_array().map(Vec::len), Some(1));
}

#[test]
fn events_come_from_notes_and_orders() {
    let (status, told) = ask_json(&["events", "832"]);
    assert_eq!(status, 0);
    let events = told["events"].as_array().expect("events");
    let of = |address: &str, number: &str| -> Vec<&Value> {
        events
            .iter()
            .filter(|event| event["address"] == address && event["by"]["number"] == number)
            .collect()
    };
    let restated = of("бекітілген/8", "12");
    assert_eq!(restated.len(), 1);
    assert_eq!(restated[0]["kind"], "new_redaction");
    assert_eq!(restated[0]["text_known"], true);
    assert_eq!(restated[0]["in_force"]["rule"], "after_publication_days");
    let removed = of("бекітілген/8", "112");
    assert_eq!(removed[0]["in_force"]["date"], "2023-01-01");
    assert_eq!(removed[0]["text_known"], false);
    let days: Vec<&str> =
        events.iter().filter_map(|event| event["by"]["adopted"].as_str()).collect();
    assert!(days.is_sorted());
}
