//! The tools for language models as their clients meet them: the documents of the command line,
//! citations that say how sure they are, and an exchange that nothing breaks.

#![cfg(feature = "mcp")]
#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]

mod support;

use rmcp::model::{CallToolRequestParams, CallToolResult};
use rmcp::service::RunningService;
use rmcp::{RoleClient, ServiceError, ServiceExt};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use support::{ask_json, index, nusqa};

type Client = RunningService<RoleClient, ()>;

/// A client of a server of its own.
async fn client(index: &Path, more: &[&str]) -> Client {
    let mut command = nusqa();
    command.args(["mcp", "--lang", "en", "--index"]).arg(index).args(more);
    let mut command = tokio::process::Command::from(command);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn().expect("the program runs");
    let pipes = (child.stdout.take().expect("a pipe"), child.stdin.take().expect("a pipe"));
    // The program ends with its input; until then the test runs beside it.
    tokio::spawn(async move { child.wait().await });
    ().serve(pipes).await.expect("an exchange")
}

async fn call(client: &Client, tool: &str, arguments: Value) -> CallToolResult {
    let Value::Object(arguments) = arguments else { panic!("arguments are an object") };
    let params = CallToolRequestParams::new(tool.to_owned()).with_arguments(arguments);
    client.call_tool(params).await.expect("a result")
}

fn words(result: &CallToolResult) -> String {
    let text = |block: &rmcp::model::ContentBlock| block.as_text().map(|text| text.text.clone());
    result.content.iter().filter_map(text).collect::<Vec<_>>().join("\n")
}

/// Calls with the same question on the command line.
fn questions() -> Vec<(&'static str, Value, Vec<&'static str>)> {
    vec![
        ("acts", json!({}), vec!["acts"]),
        (
            "show",
            json!({ "act": "832", "address": "6/17)", "on": "2022-01-01", "explain": true }),
            vec!["show", "832", "6/17)", "--on", "2022-01-01", "--explain"],
        ),
        (
            "show",
            json!({ "act": 832, "address": "8", "on": "2023-01-20", "known-by": "2023-02-01" }),
            vec!["show", "832", "8", "--on", "2023-01-20", "--known-by", "2023-02-01"],
        ),
        (
            "history",
            json!({ "act": "832", "address": "6-тармақтың 17) тармақшасы" }),
            vec!["history", "832", "6/17)"],
        ),
        (
            "diff",
            json!({ "act": "832", "address": "6", "from": "2021-06-01", "to": "2023-01-15" }),
            vec!["diff", "832", "6", "--from", "2021-06-01", "--to", "2023-01-15"],
        ),
        ("audit", json!({ "act": "832" }), vec!["audit", "832"]),
        (
            "search",
            json!({ "query": "жели аралық экрандар", "on": "2022-01-01", "limit": 3 }),
            vec!["search", "жели аралық экрандар", "--on", "2022-01-01", "--limit", "3"],
        ),
        ("changes", json!({ "since": "9999-12-31" }), vec!["changes", "--since", "9999-12-31"]),
        (
            "search",
            json!({ "query": "шлюз", "changed_between": ["2022-06-01", "2023-03-01"] }),
            vec!["search", "шлюз", "--changed-between", "2022-06-01", "2023-03-01"],
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn tools_give_the_documents_of_the_command_line_and_obey_their_schemas() {
    let client = client(index(), &[]).await;
    let tools = client.list_all_tools().await.expect("tools");
    let names: Vec<&str> = tools.iter().map(|tool| tool.name.as_ref()).collect();
    assert_eq!(names, ["search", "show", "history", "diff", "audit", "acts", "changes"]);
    for (name, arguments, line) in questions() {
        let tool = tools.iter().find(|tool| tool.name == name).expect("a tool");
        let input = Value::Object(tool.input_schema.as_ref().clone());
        let input = jsonschema::validator_for(&input).expect("a schema");
        let spelt =
            arguments.to_string().replace("known-by", "known_by").replace(":832", ":\"832\"");
        let spelt: Value = serde_json::from_str(&spelt).expect("JSON");
        assert!(input.is_valid(&spelt), "{name} {spelt}");
        assert!(!input.is_valid(&json!({ "nothing": "of that kind" })), "{name}");

        let result = call(&client, name, arguments).await;
        assert_eq!(result.is_error, Some(false), "{}", words(&result));
        let document = result.structured_content.as_ref().expect("a document");
        let output = tool.output_schema.as_ref().expect("a schema").as_ref().clone();
        let output = jsonschema::validator_for(&Value::Object(output)).expect("a schema");
        let faults: Vec<String> =
            output.iter_errors(document).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
        let line: Vec<&str> = line.into_iter().chain(["--lang", "en"]).collect();
        assert_eq!(*document, ask_json(&line).1, "{line:?}");
    }
    client.cancel().await.expect("an end");
}

#[tokio::test(flavor = "multi_thread")]
async fn citations_name_lines_days_and_how_sure_they_are() {
    let client = client(index(), &[]).await;
    let certain = json!({ "act": "832", "address": "8", "on": "2022-01-01" });
    let certain = words(&call(&client, "show", certain).await);
    let lines = "2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md:78-98 (order)";
    for part in ["On 1 January 2022", "in force", "certain: a source prints", lines] {
        assert!(certain.contains(part), "{part}: {certain}");
    }
    assert!(!certain.contains("not sure") && !certain.contains('\u{1b}'), "{certain}");

    let presumed =
        json!({ "act": "832", "address": "8", "on": "2023-01-20", "known_by": "2023-02-01" });
    let presumed = words(&call(&client, "show", presumed).await);
    assert!(presumed.contains("do not present it as sure"), "{presumed}");

    let open = json!({ "act": "832", "address": "8", "on": "2021-02-10" });
    let open = call(&client, "show", open).await;
    let document = open.structured_content.as_ref().expect("a document");
    assert_eq!((&document["status"], &document["text"]), (&json!("unknown"), &Value::Null));
    assert!(words(&open).contains("fill in nothing yourself"), "{}", words(&open));

    let found = json!({ "query": "желіаралық экран", "on": "2022-01-01", "limit": 2 });
    let found = words(&call(&client, "search", found).await);
    assert!(found.matches("corpus/").count() >= 2 && found.contains("Evidence:"), "{found}");

    let russian = json!({ "act": "832", "address": "8", "on": "2021-02-10", "lang": "ru" });
    let russian = words(&call(&client, "show", russian).await);
    assert!(russian.contains("ничего не дополняйте от себя"), "{russian}");
    client.cancel().await.expect("an end");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_answer_is_an_error_of_the_tool_with_what_was_probably_meant() {
    let client = client(index(), &[]).await;
    for (tool, arguments, code, near) in [
        ("show", json!({ "act": "418-VI" }), "unknown_act", "418-V"),
        ("show", json!({ "act": "832", "address": "6/200)" }), "address_after_the_last", "6/"),
        ("show", json!({}), "missing_argument", ""),
        ("show", json!({ "act": "832", "day": "2022-01-01" }), "unknown_option", "adopted_by"),
        ("show", json!({ "act": "832", "on": "2022-02-30" }), "date_no_such_day", "28"),
        ("show", json!({ "act": "832", "on": "x", "lang": "de" }), "invalid_value", "kk, ru, en"),
        (
            "show",
            json!({ "act": "832", "on": "2022-01-01", "adopted_by": "2022-01-01" }),
            "conflicting_options",
            "",
        ),
        ("search", json!({ "query": "шлюз", "limit": 100_000 }), "too_many_hits", "200"),
        ("search", json!({ "query": "шлюз", "limit": "many" }), "value_not_understood", "many"),
        ("search", json!({ "query": { "words": "шлюз" } }), "argument_not_plain", "query"),
        ("search", json!({ "query": "шлюз ".repeat(100_000) }), "arguments_too_long", "8192"),
        ("audit", json!({}), "missing_argument", "act"),
        ("diff", json!({ "act": "832" }), "missing_argument", "from"),
    ] {
        let result = call(&client, tool, arguments).await;
        assert_eq!(result.is_error, Some(true), "{tool} {code}");
        assert!(result.structured_content.is_none());
        let last = result.content.last().and_then(|block| block.as_text()).expect("a text");
        let error: Value = serde_json::from_str(&last.text).expect("an object");
        assert_eq!(error["code"], code, "{error}");
        assert_eq!(error["schema"], "nusqa/error/1");
        assert!(words(&result).contains(near), "{near}: {}", words(&result));
    }
    let unknown = client.call_tool(CallToolRequestParams::new("drop")).await;
    assert!(matches!(unknown, Err(ServiceError::McpError(_))), "{unknown:?}");
    let fine = call(&client, "acts", json!({})).await;
    assert_eq!(fine.is_error, Some(false));
    client.cancel().await.expect("an end");
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_answered_side_by_side() {
    let client = client(index(), &[]).await;
    let days: Vec<String> = (0..40).map(|i| format!("20{}-01-15", 16 + i % 9)).collect();
    let mut asked = tokio::task::JoinSet::new();
    for day in days {
        let peer = client.peer().clone();
        asked.spawn(async move {
            let arguments = json!({ "act": "832", "address": "6/17)", "on": day });
            let Value::Object(arguments) = arguments else { panic!("an object") };
            let params = CallToolRequestParams::new("show").with_arguments(arguments);
            let result = peer.call_tool(params).await.expect("a result");
            let document = result.structured_content.expect("a document");
            assert_eq!(document["query"]["date"], day.as_str());
        });
    }
    let answered = asked.join_all().await;
    assert_eq!(answered.len(), 40);
    client.cancel().await.expect("an end");
}

/// An exchange line by line, as a client without a library would have it.
struct Raw {
    child: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Raw {
    fn start(command: &mut Command) -> Raw {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        Raw { child, lines }
    }

    fn of_index() -> Raw {
        Raw::start(nusqa().args(["mcp", "--index"]).arg(index()))
    }

    fn opened() -> Raw {
        let mut raw = Raw::of_index();
        raw.send(
            br#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"raw","version":"0"}}}"#,
        );
        raw.send(br#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
        assert_eq!(raw.answer(&json!(0))["result"]["serverInfo"]["name"], "nusqa");
        raw
    }

    fn send(&mut self, line: &[u8]) {
        let stdin = self.child.stdin.as_mut().expect("a pipe");
        stdin.write_all(line).and_then(|()| stdin.write_all(b"\n")).expect("a line");
        stdin.flush().expect("a line");
    }

    /// The answer to a request; every line must be a message of the protocol.
    fn answer(&mut self, id: &Value) -> Value {
        loop {
            let line = self.lines.next().expect("an answer").expect("UTF-8");
            let message: Value = serde_json::from_str(&line).expect("a message");
            assert_eq!(message["jsonrpc"], "2.0", "{message}");
            if message["id"] == *id {
                return message;
            }
        }
    }

    /// Closes the input: the program ends by itself, with this status and no word of panic.
    fn end(mut self) -> i32 {
        drop(self.child.stdin.take());
        for line in self.lines.by_ref() {
            let line = line.expect("UTF-8");
            assert!(serde_json::from_str::<Value>(&line).is_ok(), "{line}");
        }
        let since = Instant::now();
        let status = loop {
            match self.child.try_wait().expect("a status") {
                Some(status) => break status,
                None if since.elapsed() > Duration::from_secs(60) => {
                    let _ = self.child.kill();
                    panic!("still there after the end of its input");
                }
                None => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        let mut told = String::new();
        let mut stderr = self.child.stderr.take().expect("a pipe");
        std::io::Read::read_to_string(&mut stderr, &mut told).expect("UTF-8");
        assert!(!told.contains("panicked"), "{told}");
        status.code().expect("no signal")
    }
}

const SHOW: &str = r#"{"jsonrpc":"2.0","id":"last","method":"tools/call","params":{"name":"show","arguments":{"act":"832","address":"8","on":"2022-01-01"}}}"#;

#[test]
fn the_end_of_the_input_is_the_end() {
    assert_eq!(Raw::of_index().end(), 0);
    assert_eq!(Raw::opened().end(), 0);
    let mut with_a_question = Raw::opened();
    with_a_question.send(SHOW.as_bytes());
    assert_eq!(with_a_question.end(), 0);
    let mut cut = Raw::opened();
    cut.child.stdin.as_mut().expect("a pipe").write_all(b"{\"jsonrpc\":").expect("bytes");
    assert_eq!(cut.end(), 0);
}

#[test]
fn nothing_that_comes_in_breaks_the_exchange() {
    let mut raw = Raw::opened();
    let deep = format!(
        "{{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let long = format!(
        r#"{{"jsonrpc":"2.0","id":8,"method":"tools/call","params":{{"name":"show","arguments":{{"act":"{}"}}}}}}"#,
        "ә".repeat(2_000_000)
    );
    let name = format!(
        r#"{{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{{"name":"{}"}}}}"#,
        "x".repeat(1_000_000)
    );
    let lines: [&[u8]; 14] = [
        b"",
        b"not JSON at all",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"{\"jsonrpc\":\"2.0\"}",
        br#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#,
        br#"{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}"#,
        br#"{"jsonrpc":"2.0","id":3,"method":"no/such/method"}"#,
        br#"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":5}}"#,
        br#"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"show","arguments":[1]}}"#,
        br#"{"jsonrpc":"2.0","id":6,"result":{}}"#,
        deep.as_bytes(),
    ];
    for line in lines {
        raw.send(line);
    }
    raw.send(long.as_bytes());
    let refused = raw.answer(&json!(8));
    assert_eq!(refused["result"]["isError"], true, "{refused}");
    raw.send(name.as_bytes());
    let refused = raw.answer(&json!(9));
    assert_eq!(refused["error"]["code"], -32602);
    assert!(refused.to_string().len() < 1000);
    raw.send(SHOW.as_bytes());
    let answer = raw.answer(&json!("last"));
    assert_eq!(answer["result"]["structuredContent"]["certainty"], "certain");
    assert_eq!(raw.end(), 0);
}

#[test]
fn a_client_of_another_protocol_is_told_so_beside_the_protocol() {
    let mut raw = Raw::of_index();
    raw.send(br#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#);
    let code = raw.end();
    assert!([0, 2].contains(&code), "{code}");
}

#[test]
fn a_corpus_that_cannot_be_read_is_told_to_who_asks() {
    let folder = tempfile::tempdir().expect("a folder");
    let command = &mut nusqa();
    command.args(["mcp", "--corpus"]).arg(folder.path().join("nowhere"));
    command.arg("--index").arg(folder.path().join("index"));
    let mut raw = Raw::start(command);
    raw.send(
        br#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"raw","version":"0"}}}"#,
    );
    raw.send(br#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
    raw.send(SHOW.as_bytes());
    let answer = raw.answer(&json!("last"));
    assert_eq!(answer["result"]["isError"], true, "{answer}");
    assert!(answer.to_string().contains("corpus_missing"), "{answer}");
    assert_eq!(raw.end(), 0);
}
