//! The committed JSON Schema is the one that the program prints, and what the program prints
//! in `--json` mode obeys it.

mod support;

use serde_json::Value;
use std::fs;
use support::{ask_json, nusqa, root};

const COMMITTED: &str = "schema/nusqa.schema.json";

/// What is read once and used by several tests here.
fn printed_schema() -> String {
    let output = nusqa().arg("schema").output().expect("the program runs");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_committed_schema_is_current() {
    let file = root().join(COMMITTED);
    let printed = printed_schema();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&file, &printed).expect("a file that can be written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(committed, printed, "{COMMITTED} is old; UPDATE_EXPECT=1 rewrites it");
}

#[test]
fn the_root_is_one_of_all_documents_and_each_names_itself() {
    let schema: Value = serde_json::from_str(&printed_schema()).expect("JSON");
    let documents = schema["oneOf"].as_array().expect("a list");
    assert_eq!(documents.len(), 23);
    for document in documents {
        let reference = document["$ref"].as_str().expect("a reference");
        let name = reference.rsplit('/').next().expect("a name");
        let definition = &schema["$defs"][name];
        let own = definition["properties"]["schema"]["const"].as_str().expect("a constant");
        // A document of the same name as a part of another one.
        let name = name.trim_end_matches("Document");
        assert_eq!(own, format!("nusqa/{}/1", name.to_lowercase()), "{definition}");
        let required = definition["required"].as_array().expect("a list").len();
        let properties = definition["properties"].as_object().expect("an object").len();
        assert_eq!(required, properties, "{name}: a field may be left out");
    }
}

#[test]
fn formats_are_those_of_the_standard() {
    assert!(!printed_schema().contains("\"uint"));
}

#[test]
fn every_document_obeys_the_schema() {
    let schema: Value = serde_json::from_str(&printed_schema()).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let plan = "corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md";
    for arguments in [
        &["show", "832", "8", "--on", "2022-01-01"][..],
        &["show", "832", "--on", "2022-01-01"],
        &["show", "832", "10", "--on", "2022-01-01", "--refs"],
        &["show", "832", "6/17)", "--on", "2022-01-01", "--explain"],
        &["refs", "832", "29-1", "--on", "2023-03-23"],
        &["refs", "418-V", "7-бап", "--on", "2023-03-23"],
        &["terms", "832", "--on", "2023-03-23"],
        &["blame", "832", "29", "--on", "2022-03-01"],
        &["upcoming", "--after", "2022-01-01"],
        &["upcoming", "832", "--after", "2022-01-01"],
        &["show", "832", "6/17)", "--on", "2022-07-01"],
        &["show", "832", "8", "--on", "2023-01-20", "--known-by", "2023-02-01"],
        &["show", "832", "17-1", "--on", "2020-01-01"],
        &["show", "418-V", "--on", "2022-01-01"],
        &["show", "832", "8", "--adopted-by", "2021-01-18"],
        &["history", "832", "8"],
        &["history", "418-V", "7-бап"],
        &["diff", "832", "--from", "2020-06-01", "--to", "2023-06-01"],
        &["diff", "832", "6/17)", "--from", "2021-02-05", "--to", "2020-06-01"],
        &["outline", "832", "--on", "2023-06-01"],
        &["outline", "676"],
        &["tree", "832"],
        &["tree", plan],
        &["acts"],
        &["events", "832"],
        &["events", "418-V"],
        &["instructions", "12"],
        &["instructions", "343/НҚ"],
        &["instructions", plan],
        &["apply", "12", "--to", "832", "--on", "2021-01-01"],
        &["apply", "12", "--to", "832"],
        &["apply", "12", "--to", "418-V"],
        &["apply", "12", "--to", plan],
        &["apply", "12", "--to", plan, "--on", "2021-01-01"],
        &["check"],
        &["check", "12"],
        &["build"],
        &["search", "желіаралық экран", "--on", "2022-01-01", "--explain"],
        &["search", "шлюз", "--changed-between", "2022-06-01", "2023-03-01"],
        &["search", "аудит", "--any-date"],
        &["search", "7-баптың 11) тармақшасы"],
        &["search", "шлузы"],
        &["analyze", "құқығы", "17-1-тармақ"],
        &["show", "нет-такого"],
        &["show", "832", "999"],
        &["show", "832", "8", "--on", "2021-02-31"],
        &["show"],
    ] {
        let (_, document) = ask_json(arguments);
        let faults: Vec<String> =
            validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new(), "{arguments:?}");
        assert!(document["generator"]["version"].is_string(), "{arguments:?}");
    }
}

#[test]
fn a_document_of_another_shape_is_refused() {
    let schema: Value = serde_json::from_str(&printed_schema()).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let (_, mut document) = ask_json(&["show", "832", "8", "--on", "2022-01-01"]);
    assert!(validator.is_valid(&document));
    document["status"] = "perhaps".into();
    assert!(!validator.is_valid(&document));
}
