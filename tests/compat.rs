//! What programs were once told, they are told still: documents and schemas of earlier days stand
//! in `tests/compat/`, a folder a version, and are never rewritten. `UPDATE_EXPECT=1` adds
//! documents that are not there yet.

#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::documents::EXAMPLES;
use support::{nusqa, root};

/// The folder to which documents are added.
const NEWEST: &str = "0.1";

/// Elements of lists that are kept.
const ELEMENTS: usize = 3;

fn schema() -> Value {
    let output = nusqa().arg("schema").output().expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON")
}

fn versions() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/compat")).expect("a folder").flatten();
    let mut versions: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    versions.sort();
    versions
}

fn names(value: &Value) -> BTreeSet<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The present schema, in which fields that an earlier one did not know may be missing.
fn forgiving(mut present: Value, earlier: &Value) -> Value {
    let definitions = present["$defs"].as_object_mut().expect("definitions");
    for (name, definition) in definitions {
        let Some(before) = earlier["$defs"].get(name) else { continue };
        let before = names(&before["required"]);
        let required = definition.get_mut("required").and_then(Value::as_array_mut);
        if let Some(required) = required {
            required.retain(|field| field.as_str().is_some_and(|field| before.contains(field)));
        }
    }
    present
}

#[test]
fn earlier_documents_obey_the_present_schema() {
    let present = schema();
    for version in versions() {
        let earlier = read(&version.join("schema.json"));
        let forgiving = forgiving(present.clone(), &earlier);
        let validator = jsonschema::validator_for(&forgiving).expect("a schema");
        let own = jsonschema::validator_for(&earlier).expect("a schema");
        let documents = version.join("documents");
        let mut seen = BTreeSet::new();
        for entry in fs::read_dir(&documents).expect("a folder").flatten() {
            let document = read(&entry.path());
            let path = entry.path();
            let faults = |validator: &jsonschema::Validator| -> Vec<String> {
                validator.iter_errors(&document).map(|fault| fault.to_string()).collect()
            };
            assert_eq!(faults(&own), Vec::<String>::new(), "{}", path.display());
            assert_eq!(faults(&validator), Vec::<String>::new(), "{}", path.display());
            seen.insert(document["schema"].as_str().expect("a name").to_owned());
        }
        for document in earlier["oneOf"].as_array().expect("documents") {
            let name = document["$ref"].as_str().expect("a name").rsplit('/').next();
            let own = &earlier["$defs"][name.expect("a name")]["properties"]["schema"]["const"];
            let own = own.as_str().expect("a constant");
            assert!(seen.contains(own), "{}: no document {own}", version.display());
        }
    }
}

/// A program that reads a field finds it, with a value of a kind that it knows.
#[test]
fn no_field_is_lost_and_none_changes_its_kind() {
    let present = schema();
    for version in versions() {
        let earlier = read(&version.join("schema.json"));
        for (name, before) in earlier["$defs"].as_object().expect("definitions") {
            let Some(fields) = before["properties"].as_object() else { continue };
            let now = &present["$defs"][name];
            let required = names(&now["required"]);
            for (field, was) in fields {
                let place = format!("{}: {name}.{field}", version.display());
                assert!(required.contains(field.as_str()), "{place} may be missing");
                let is = &now["properties"][field];
                for key in ["type", "$ref", "const", "format"] {
                    assert_eq!(is[key], was[key], "{place}");
                }
                for key in ["type", "$ref"] {
                    assert_eq!(is["items"][key], was["items"][key], "{place}");
                }
                for name in names(&was["enum"]) {
                    assert!(names(&is["enum"]).contains(name), "{place}: {name} is gone");
                }
            }
        }
    }
}

#[test]
fn what_is_lost_is_seen() {
    let earlier = schema();
    let mut present = earlier.clone();
    present["$defs"]["Show"]["properties"]["status"]["enum"] = serde_json::json!(["unknown"]);
    present["$defs"]["Show"]["required"].as_array_mut().expect("a list").push("more".into());
    let document = read(&root().join("tests/compat/0.1/documents/show.json"));
    let forgiving = forgiving(present.clone(), &earlier);
    let strict = jsonschema::validator_for(&present).expect("a schema");
    assert!(!strict.is_valid(&document));
    let validator = jsonschema::validator_for(&forgiving).expect("a schema");
    assert!(!validator.is_valid(&document), "a status that is gone");
}

#[test]
fn every_kind_of_document_is_kept() {
    let folder = root().join("tests/compat").join(NEWEST);
    let add = std::env::var_os("UPDATE_EXPECT").is_some();
    let documents = folder.join("documents");
    for example in EXAMPLES {
        let path = documents.join(format!("{}.json", example.document));
        if path.exists() {
            continue;
        }
        assert!(add, "{} is missing; UPDATE_EXPECT=1 adds it", path.display());
        fs::create_dir_all(&documents).expect("a folder");
        let json = serde_json::to_string_pretty(&example.document(ELEMENTS)).expect("JSON");
        fs::write(&path, json + "\n").expect("written");
        // The schema that goes with what was added; what it knew before, it knows still.
        let schema = serde_json::to_string_pretty(&schema()).expect("JSON");
        fs::write(folder.join("schema.json"), schema + "\n").expect("written");
    }
}
