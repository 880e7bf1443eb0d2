//! `docs/json.md` lists every field of every document as the schema describes it, with examples
//! that the program prints. `UPDATE_EXPECT=1` writes what stands below its mark.

#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]

mod support;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use support::documents::EXAMPLES;
use support::{nusqa, root};

/// What follows is generated.
const MARK: &str = "<!-- generated from the schema -->\n";

fn schema() -> Value {
    let output = nusqa().arg("schema").output().expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The name in a reference.
fn named(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// What a value may be, in words; definitions that are met are noted.
fn shape(schema: &Value, met: &mut BTreeSet<String>) -> String {
    if let Some(name) = named(schema) {
        if name == "Day" {
            return "day".to_owned();
        }
        met.insert(name.to_owned());
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(value) = schema.get("const") {
        return format!("`{}`", text(value));
    }
    if let Some(names) = schema.get("enum") {
        let names = list(names).iter().filter(|name| !name.is_null());
        let names: Vec<String> = names.map(|name| format!("`{}`", text(name))).collect();
        let nullable = list(&schema["type"]).iter().any(|kind| kind == "null");
        return names.join(", ") + if nullable { " or null" } else { "" };
    }
    if let Some(choices) = schema.get("anyOf") {
        let choices: Vec<String> = list(choices).iter().map(|one| shape(one, met)).collect();
        return choices.join(" or ");
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        kinds => list(kinds).iter().map(text).collect(),
    };
    let kinds = kinds.into_iter().map(|kind| match kind {
        "array" => {
            let of = shape(&schema["items"], met);
            match schema["minItems"].as_u64() {
                Some(count) if schema["maxItems"].as_u64() == Some(count) => {
                    format!("list of {count}: {of}")
                }
                _ => format!("list of {of}"),
            }
        }
        "object" => match schema.get("additionalProperties") {
            Some(of) if of.is_object() => format!("object of {}", shape(of, met)),
            _ => kind.to_owned(),
        },
        "string" if schema["format"] == "date" => "day".to_owned(),
        kind => kind.to_owned(),
    });
    kinds.collect::<Vec<_>>().join(" or ")
}

/// A description as one line of a table.
fn told(schema: &Value) -> String {
    text(&schema["description"]).replace('\n', " ").replace('|', "\\|")
}

/// The fields in the order in which they are printed: no field is ever left out.
fn fields(definition: &Value) -> Vec<&str> {
    list(&definition["required"]).iter().map(text).collect()
}

fn section(out: &mut String, definition: &Value, met: &mut BTreeSet<String>) {
    let _ = writeln!(out, "\n{}\n", text(&definition["description"]));
    if definition.get("properties").is_none() {
        let choices = list(&definition["anyOf"]);
        for choice in choices {
            let _ = writeln!(out, "- {}: {}", shape(choice, met), told(choice));
        }
        return;
    }
    out.push_str("| field | value | meaning |\n|---|---|---|\n");
    for field in fields(definition) {
        let property = &definition["properties"][field];
        let _ = writeln!(out, "| `{field}` | {} | {} |", shape(property, met), told(property));
    }
}

/// The name in `schema` of a document: `show` for `nusqa/show/1`.
fn document(definition: &Value) -> &str {
    let full = text(&definition["properties"]["schema"]["const"]);
    full.split('/').nth(1).unwrap_or_default()
}

/// JSON with its fields in the order in which the program prints them.
fn in_order(value: &Value, orders: &BTreeMap<BTreeSet<&str>, Vec<&str>>, indent: usize) -> String {
    let inner = "  ".repeat(indent + 1);
    let outer = "  ".repeat(indent);
    match value {
        Value::Object(object) if !object.is_empty() => {
            let names: BTreeSet<&str> = object.keys().map(String::as_str).collect();
            let sorted: Vec<&str> = names.iter().copied().collect();
            let lines = orders.get(&names).unwrap_or(&sorted).iter().map(|name| {
                format!("{inner}\"{name}\": {}", in_order(&object[*name], orders, indent + 1))
            });
            format!("{{\n{}\n{outer}}}", lines.collect::<Vec<_>>().join(",\n"))
        }
        Value::Array(values) if values.iter().any(|value| !value.is_number()) => {
            let lines = values
                .iter()
                .map(|value| format!("{inner}{}", in_order(value, orders, indent + 1)));
            format!("[\n{}\n{outer}]", lines.collect::<Vec<_>>().join(",\n"))
        }
        Value::Array(values) => {
            let numbers: Vec<String> = values.iter().map(Value::to_string).collect();
            format!("[{}]", numbers.join(", "))
        }
        other => other.to_string(),
    }
}

fn generated() -> String {
    let schema = schema();
    let definitions = schema["$defs"].as_object().expect("definitions");
    let orders = definitions.values().map(|definition| {
        let fields = fields(definition);
        (fields.iter().copied().collect(), fields)
    });
    let orders: BTreeMap<BTreeSet<&str>, Vec<&str>> = orders.collect();
    let mut out = String::new();
    let mut met = BTreeSet::new();
    let roots: BTreeSet<&str> = list(&schema["oneOf"]).iter().filter_map(named).collect();
    for root in &roots {
        let definition = &definitions[*root];
        let _ = writeln!(out, "\n<a id=\"{}\"></a>", root.to_lowercase());
        let _ = writeln!(out, "\n## {}", text(&definition["properties"]["schema"]["const"]));
        section(&mut out, definition, &mut met);
        let name = document(definition);
        for example in EXAMPLES.iter().filter(|example| example.document == name) {
            let _ = write!(out, "\n```console\n$ {}\n```\n", example.line());
            if !example.input.is_empty() {
                let _ = write!(out, "\nreads\n\n```json\n{}```\n", example.input);
            }
            let json = in_order(&example.document(1), &orders, 0);
            let _ = write!(out, "\n```json\n{json}\n```\n");
        }
    }
    out.push_str("\n## Parts\n");
    let mut told: BTreeSet<String> = BTreeSet::new();
    while let Some(next) =
        met.iter().find(|name| !roots.contains(name.as_str()) && !told.contains(*name)).cloned()
    {
        let _ = writeln!(out, "\n### {next}");
        section(&mut out, &definitions[&next], &mut met);
        told.insert(next);
    }
    out
}

#[test]
fn the_field_list_is_that_of_the_schema() {
    let path = root().join("docs/json.md");
    let page = fs::read_to_string(&path).expect("the page");
    let (head, below) = page.split_once(MARK).expect("a mark");
    let generated = generated();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, format!("{head}{MARK}{generated}")).expect("written");
    } else {
        let differing = below.lines().zip(generated.lines()).find(|(old, new)| old != new);
        assert!(
            below == generated,
            "docs/json.md is old; UPDATE_EXPECT=1 rewrites it: {differing:?}"
        );
    }
}

/// Documents of texts that come in and of search engines: `docs/adding-texts.md`, `docs/bulk.md` and
/// `docs/import.md` show theirs, and tests of their own hold them to the schema.
const SHOWN_ELSEWHERE: [&str; 3] = ["add", "bulk", "import"];

#[test]
fn every_document_has_an_example() {
    let schema = schema();
    for root in list(&schema["oneOf"]).iter().filter_map(named) {
        let name = document(&schema["$defs"][root]);
        let shown = EXAMPLES.iter().any(|example| example.document == name);
        assert!(shown || SHOWN_ELSEWHERE.contains(&name), "{name}");
    }
}
