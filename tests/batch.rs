//! Questions as lines of JSON: the same answers as one by one, in order, each at once, and a line
//! that cannot be answered stops nothing.

mod support;

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use support::{ask_json, index, nusqa};

fn batch(arguments: &[&str]) -> Command {
    let mut command = nusqa();
    command.args(arguments).arg("--batch").arg("--index").arg(index());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn put(child: &mut Child, input: &[u8]) {
    child.stdin.as_mut().expect("an input").write_all(input).expect("written");
}

fn answered(arguments: &[&str], input: &[u8]) -> (i32, Vec<Value>) {
    let mut child = batch(arguments).spawn().expect("the program runs");
    put(&mut child, input);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let replies = text.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    (output.status.code().expect("an exit code"), replies.collect())
}

#[test]
fn a_line_is_answered_as_the_command_alone_answers() {
    let asked: [(&str, &[&str]); 8] = [
        (
            r#"{"id": "a", "act": "832", "address": "8", "on": "2022-01-01"}"#,
            &["show", "832", "8", "--on", "2022-01-01"],
        ),
        (r#"{"id": 2, "act": "832", "on": "01.01.2022"}"#, &["show", "832", "--on", "2022-01-01"]),
        (
            r#"{"act": "832", "address": "8", "on": "2023-01-20", "known_by": "2023-02-01"}"#,
            &["show", "832", "8", "--on", "2023-01-20", "--known-by", "2023-02-01"],
        ),
        (
            r#"{"act": "832", "address": "8", "adopted_by": "2021-01-18"}"#,
            &["show", "832", "8", "--adopted-by", "2021-01-18"],
        ),
        (r#"{"act": "832", "address": "8"}"#, &["show", "832", "8"]),
        (r#"{"act": "832", "address": "999"}"#, &["show", "832", "999"]),
        (r#"{"act": "no such act"}"#, &["show", "no such act"]),
        (
            r#"{"act": "832", "address": "6/17)", "on": "2022-07-01"}"#,
            &["show", "832", "6/17)", "--on", "2022-07-01"],
        ),
    ];
    let input: Vec<&str> = asked.iter().map(|(line, _)| *line).collect();
    let (exit, replies) = answered(&["show"], input.join("\n").as_bytes());
    assert_eq!((exit, replies.len()), (2, asked.len()));
    for (number, (reply, (_, alone))) in replies.iter().zip(asked).enumerate() {
        let (exit, document) = ask_json(alone);
        assert_eq!(reply["document"], document, "{alone:?}");
        assert_eq!((&reply["exit"], &reply["line"]), (&exit.into(), &(number + 1).into()));
    }
    let ids: Vec<&Value> = replies.iter().map(|reply| &reply["id"]).collect();
    assert_eq!(ids[..3], [&json!("a"), &json!(2), &Value::Null]);
}

#[test]
fn the_command_line_says_what_lines_leave_out() {
    let input = "{\"query\": \"шлюз\"}\n{\"query\": \"шлюз\", \"on\": \"2020-01-01\", \"limit\": 1}\n\
                 {\"query\": \"шлюз\", \"act\": \"418-V\"}\n{\"query\": \"ъъъъъъъъ\"}\n";
    let flags = ["search", "--on", "2022-01-01", "--limit", "2", "--act", "832"];
    let (exit, replies) = answered(&flags, input.as_bytes());
    assert_eq!((exit, replies.len()), (1, 4));
    let alone: [&[&str]; 4] = [
        &["search", "шлюз", "--on", "2022-01-01", "--limit", "2", "--act", "832"],
        &["search", "шлюз", "--on", "2020-01-01", "--limit", "1", "--act", "832"],
        &["search", "шлюз", "--on", "2022-01-01", "--limit", "2", "--act", "418-V"],
        &["search", "ъъъъъъъъ", "--on", "2022-01-01", "--limit", "2", "--act", "832"],
    ];
    for (reply, alone) in replies.iter().zip(alone) {
        let (exit, document) = ask_json(alone);
        assert_eq!((&reply["document"], &reply["exit"]), (&document, &exit.into()), "{alone:?}");
    }
}

#[test]
fn a_line_that_cannot_be_read_stops_nothing() {
    let mut input = b"{\"id\": 1, \"act\": 5}\n\n  \r\nnot json\n\xff\n".to_vec();
    input.extend(vec![b' '; 70_000]);
    input.extend(b"\n{\"id\": 9, \"act\": \"832\", \"address\": \"8\"}\r\n{\"act\":");
    let (exit, replies) = answered(&["show", "--lang", "en"], &input);
    assert_eq!(exit, 2);
    let told: Vec<_> = replies
        .iter()
        .map(|reply| (reply["line"].as_u64(), reply["document"]["code"].as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(1), Some("line_not_understood")),
            (Some(4), Some("line_not_understood")),
            (Some(5), Some("line_not_utf8")),
            (Some(6), Some("line_too_long")),
            (Some(7), None),
            (Some(8), Some("line_not_understood")),
        ]
    );
    assert_eq!((&replies[0]["id"], &replies[4]["id"]), (&json!(1), &json!(9)));
    assert_eq!(answered(&["show"], b""), (0, Vec::new()));
}

#[test]
fn every_reply_comes_before_the_next_question() {
    let mut child = batch(&["show"]).spawn().expect("the program runs");
    let mut replies = BufReader::new(child.stdout.take().expect("an output")).lines();
    for number in 1..=3 {
        let line = format!("{{\"id\": {number}, \"act\": \"832\", \"address\": \"8\"}}\n");
        put(&mut child, line.as_bytes());
        let reply = replies.next().expect("a reply").expect("UTF-8");
        let reply: Value = serde_json::from_str(&reply).expect("JSON");
        assert_eq!(reply["id"], json!(number));
    }
    // Who reads no more is answered no more.
    drop(replies);
    put(&mut child, b"{\"act\": \"832\", \"address\": \"8\"}\n");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn a_batch_takes_no_question_of_its_own() {
    for arguments in [&["show", "832", "--batch"][..], &["search", "шлюз", "--batch"]] {
        let (exit, error) = ask_json(arguments);
        assert_eq!((exit, &error["code"]), (2, &"conflicting_options".into()), "{arguments:?}");
    }
    for arguments in [&["show"][..], &["search"]] {
        let (exit, error) = ask_json(arguments);
        assert_eq!((exit, &error["code"]), (2, &"missing_argument".into()), "{arguments:?}");
    }
}

#[test]
fn replies_obey_the_schema() {
    let schema = std::fs::read_to_string(support::root().join("schema/nusqa.schema.json"));
    let schema: Value = serde_json::from_str(&schema.expect("a schema")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let lines = "{\"act\": \"832\", \"address\": \"8\", \"id\": \"x\"}\n{\"act\": \"nope\"}\n{";
    let search = "{\"query\": \"шлюз\", \"id\": -1}";
    for (command, input) in [("show", lines), ("search", search)] {
        for reply in answered(&[command], input.as_bytes()).1 {
            assert!(validator.is_valid(&reply), "{reply}");
        }
    }
}
