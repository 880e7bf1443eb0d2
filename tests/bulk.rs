//! Lines for search engines: what an engine would answer by the documented query from them is
//! what nusqa answers.

mod support;

use jiff::civil::{Date, date};
use nusqa::model::certainty::{Certainty, Status};
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use support::akn::files;
use support::{ask, ask_json, index, root};

/// The most bytes of a line.
const LONGEST_LINE: usize = 1 << 20;

struct Exported {
    _folder: tempfile::TempDir,
    files: Vec<PathBuf>,
    /// Names and documents, in their order.
    documents: Vec<(String, Value)>,
    mapping: Value,
}

fn export(more: &[&str]) -> Exported {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().to_string_lossy().into_owned();
    let output = ask(&[&["export", "--format", "bulk", "--out", &folder], more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (mapping, mut files): (Vec<PathBuf>, Vec<PathBuf>) =
        files(out.path()).into_iter().partition(|file| file.ends_with("mapping.json"));
    files.sort();
    let mut documents = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("a file");
        assert!(text.ends_with('\n') && text.len() <= 9 << 20, "{}", file.display());
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.chunks(2) {
            assert_eq!(pair.len(), 2, "an action without a document");
            let (action, document) = (pair[0], pair[1]);
            assert!(document.len() <= LONGEST_LINE);
            let action: Value = serde_json::from_str(action).expect("an action");
            let id = action["index"]["_id"].as_str().expect("a name").to_owned();
            assert_eq!(action, json!({ "index": { "_id": id } }));
            documents.push((id, serde_json::from_str(document).expect("a document")));
        }
    }
    let mapping = fs::read_to_string(&mapping[0]).expect("a mapping");
    let mapping = serde_json::from_str(&mapping).expect("JSON");
    Exported { _folder: out, files, documents, mapping }
}

fn all() -> &'static Exported {
    static ALL: OnceLock<Exported> = OnceLock::new();
    ALL.get_or_init(|| export(&[]))
}

/// The documented query for a provision on a day, by what was known on another.
fn documented(act: &str, address: &str, axis: Axis, day: Date, known: &str) -> Value {
    let page = fs::read_to_string(root().join("docs/bulk.md")).expect("a page");
    let block = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let mut query: Value = serde_json::from_str(block.expect("a query")).expect("JSON");
    let filter = query["query"]["bool"]["filter"].as_array_mut().expect("filters");
    filter[0]["term"]["act"] = act.into();
    filter[1]["term"]["under"] = address.into();
    filter[2]["term"]["axis"] = axis.name().into();
    let day = day.to_string();
    let range = json!({ "gte": day, "lte": day, "relation": "contains" });
    filter[3] = match axis {
        Axis::InForce => json!({ "range": { "holds_possibly": range } }),
        Axis::Adopted => json!({ "range": { "adopted": range } }),
    };
    for side in ["gte", "lte"] {
        filter[4]["range"]["known"][side] = known.into();
    }
    let sure = &mut query["query"]["bool"]["should"][0]["range"]["holds_surely"];
    for side in ["gte", "lte"] {
        sure[side] = day.as_str().into();
    }
    query
}

/// As an engine understands a query: terms, ranges that contain a day, and all of several.
fn fits(query: &Value, document: &Value) -> bool {
    if let Some(all) = query["bool"]["filter"].as_array() {
        return all.iter().all(|one| fits(one, document));
    }
    let only = |of: &Value| {
        let (name, value) = of.as_object().and_then(|one| one.iter().next()).expect("a field");
        (document[name].clone(), value.clone())
    };
    if query["term"].is_object() {
        let (found, wanted) = only(&query["term"]);
        return match found {
            Value::Array(several) => several.contains(&wanted),
            one => one == wanted,
        };
    }
    let (found, wanted) = only(&query["range"]);
    assert_eq!((&wanted["relation"], &wanted["gte"]), (&json!("contains"), &wanted["lte"]));
    let day = wanted["gte"].as_str().expect("a day");
    found.is_object()
        && found["gte"].as_str().is_none_or(|from| from <= day)
        && found["lt"].as_str().is_none_or(|until| day < until)
}

#[test]
fn every_document_obeys_the_schema_and_the_mapping() {
    let schema = fs::read_to_string(root().join("schema/nusqa.schema.json")).expect("a schema");
    let mut schema: Value = serde_json::from_str(&schema).expect("JSON");
    schema["oneOf"] = json!([{ "$ref": "#/$defs/BulkDocument" }]);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let exported = all();
    let mapped = &exported.mapping["mappings"];
    assert_eq!(mapped["dynamic"], "strict");
    for (i, (_, document)) in exported.documents.iter().enumerate() {
        if i % 23 == 0 {
            assert!(validator.is_valid(document), "{document}");
        }
        fit_mapping(document, &mapped["properties"]);
    }
    let ranges: BTreeSet<&str> = mapped["properties"]
        .as_object()
        .expect("fields")
        .iter()
        .filter(|(_, field)| field["type"] == "date_range")
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(ranges, BTreeSet::from(["adopted", "holds_possibly", "holds_surely", "known"]));
}

fn fit_mapping(value: &Value, fields: &Value) {
    for (name, value) in value.as_object().expect("an object") {
        let field = &fields[name];
        assert!(field.is_object(), "{name} is not mapped");
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for value in values.iter().filter(|value| !value.is_null()) {
            let kind = field["type"].as_str();
            let fits = match kind {
                None => {
                    fit_mapping(value, &field["properties"]);
                    true
                }
                Some("keyword") => value.as_str().is_some_and(|word| word.len() <= 32_766),
                Some("text") => value.is_string(),
                Some("long") => value.is_u64(),
                Some("boolean") => value.is_boolean(),
                Some("date") => value.as_str().is_some_and(|day| day.parse::<Date>().is_ok()),
                Some("date_range") => value.as_object().is_some_and(|range| {
                    range.keys().all(|side| ["gte", "lt"].contains(&side.as_str()))
                }),
                _ => false,
            };
            assert!(fits, "{name}: {value}");
        }
    }
}

#[test]
fn names_are_unique_and_stay() {
    let exported = all();
    let names: BTreeSet<&str> = exported.documents.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(names.len(), exported.documents.len());
    let one = export(&["--act", "832"]);
    let again: HashMap<&str, &Value> =
        exported.documents.iter().map(|(id, document)| (id.as_str(), document)).collect();
    assert!(one.documents.len() > 1000 && one.files.len() < exported.files.len());
    for (id, document) in &one.documents {
        assert_eq!(again.get(id.as_str()), Some(&document), "{id}");
    }
}

#[test]
fn ranges_are_in_order_and_said_twice_alike() {
    let number = |day: &Value, open: u64| {
        day.as_str().map_or(open, |day| day.replace('-', "").parse().expect("a day"))
    };
    for (id, document) in &all().documents {
        let days = &document["days"];
        let told = |name: &str| days[name].as_u64().expect("a number");
        let possibly = match &document["holds_possibly"] {
            Value::Null => &document["adopted"],
            range => range,
        };
        for (range, from, until) in [
            (possibly, "possibly_from", "possibly_until"),
            (&document["known"], "known_from", "known_until"),
        ] {
            assert!(told(from) < told(until), "{id}: {days}");
            let said = (number(&range["gte"], 0), number(&range["lt"], 99_999_999));
            assert_eq!(said, (told(from), told(until)), "{id}");
        }
        let sure = (told("surely_from"), told("surely_until"));
        if sure != (0, 0) {
            assert!(sure.0 < sure.1 && told("possibly_from") <= sure.0, "{id}: {days}");
            assert!(sure.1 <= told("possibly_until"), "{id}: {days}");
        } else {
            assert!(document["holds_surely"].is_null(), "{id}");
        }
        assert_eq!(document["axis"] == "adopted", document["holds_possibly"].is_null());
    }
}

#[test]
fn the_documented_query_gives_the_versions_of_the_engine() {
    let engine = Engine::open(index()).expect("an index");
    let mut by_act: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for (_, document) in &all().documents {
        by_act.entry(document["act"].as_str().expect("an act")).or_default().push(document);
    }
    let days = [
        date(2016, 12, 20),
        date(2017, 1, 10),
        date(2021, 2, 1),
        date(2022, 1, 1),
        date(2022, 7, 1),
        date(2023, 1, 20),
        date(2023, 3, 23),
        date(2025, 6, 1),
    ];
    let knowledge = [None, Some(date(2023, 2, 1)), Some(date(2021, 6, 1)), Some(date(2010, 1, 1))];
    let (mut asked, mut open, mut certain, mut elsewhere) = (0, 0, 0, 0);
    for act in engine.acts().expect("acts") {
        let iri = act.id.iri();
        let Some(documents) = by_act.get(iri.as_str()) else { continue };
        let addresses: BTreeSet<&str> =
            documents.iter().filter_map(|document| document["address"].as_str()).collect();
        for (i, short) in addresses.into_iter().step_by(7).enumerate() {
            let here: Vec<&&Value> = documents
                .iter()
                .filter(|document| {
                    document["under"].as_array().is_some_and(|all| all.contains(&json!(short)))
                })
                .collect();
            for (j, day) in days.into_iter().enumerate() {
                let known_by = knowledge[(i + j) % knowledge.len()];
                for axis in [Axis::InForce, Axis::Adopted] {
                    if axis == Axis::Adopted && known_by.is_some() {
                        continue;
                    }
                    let known = known_by.map_or("9999-12-31".to_owned(), |day| day.to_string());
                    let query = documented(&iri, short, axis, day, &known);
                    let found: Vec<&Value> = here
                        .iter()
                        .filter(|document| fits(&query["query"], document))
                        .map(|document| **document)
                        .collect();
                    let own = |document: &&&Value| document["address"] == short;
                    let own: Vec<&Value> = found.iter().filter(own).copied().collect();
                    let sure = &query["query"]["bool"]["should"][0];
                    let sure: Vec<&Value> = match axis {
                        Axis::InForce => own.iter().copied().filter(|d| fits(sure, d)).collect(),
                        Axis::Adopted => own.clone(),
                    };
                    let ask = Ask { axis, date: day, known_by };
                    // Places of the other axis, or of other knowledge, are no question here.
                    let address = engine.find_address(&act, short, &ask);
                    let Some(address) = address.ok().filter(|found| found.to_string() == short)
                    else {
                        elsewhere += 1;
                        continue;
                    };
                    let answer = engine.show(&act, &address, ask).expect("an answer");
                    let name = format!("{iri} {short} on {day} by {known} ({})", axis.name());
                    asked += 1;
                    if known_by.is_some_and(|known| known < act.id.adopted.0) {
                        assert!(own.is_empty(), "{name}");
                        continue;
                    }
                    match sure.as_slice() {
                        [] => {
                            assert_eq!(answer.status, Status::Unknown, "{name}");
                            assert!(own.is_empty() || own.len() > 1, "{name}");
                            open += 1;
                        }
                        parts => {
                            let one = parts[0];
                            assert!(parts.len() == one["parts"].as_u64().unwrap_or(0) as usize);
                            assert_eq!(one["status"], answer.status.name(), "{name}");
                            assert_eq!(one["node"].as_str(), answer.node.as_deref(), "{name}");
                            let leaf = here.iter().all(|document| document["address"] == short);
                            if leaf && one["has_words"] == true {
                                let words: String =
                                    parts.iter().filter_map(|part| part["text"].as_str()).collect();
                                let told = answer.units.first().and_then(|unit| unit.as_ref());
                                let told = told.map_or("", |unit| unit.text.as_str());
                                assert_eq!(words, told, "{name}");
                            }
                            if leaf && known_by.is_none() {
                                let told = one["certainty"].as_str().and_then(Certainty::from_name);
                                let told = told.expect("a certainty");
                                match axis {
                                    Axis::InForce => assert_eq!(told, answer.certainty, "{name}"),
                                    // Graded over a stretch, it may be more cautious.
                                    Axis::Adopted => assert!(told <= answer.certainty, "{name}"),
                                }
                                certain += 1;
                            }
                        }
                    }
                }
            }
        }
    }
    println!(
        "{asked} questions, {open} open, {certain} with their certainty; {elsewhere} left out"
    );
    assert!(asked > 2000 && open > 50 && certain > 500, "{asked} {open} {certain}");
    assert!(elsewhere * 20 < asked, "{elsewhere}");
}

#[test]
fn the_documented_words_are_found_by_their_stems() {
    let (_, keys) = ask_json(&["analyze", "желіаралық экрандар"]);
    let tokens = keys["tokens"].as_array().expect("tokens").iter();
    let keys = tokens.flat_map(|token| token["keys"].as_array().expect("keys"));
    let stems: Vec<&str> = keys.filter_map(Value::as_str).collect();
    let phrase = stems.join(" ");
    let page = fs::read_to_string(root().join("docs/bulk.md")).expect("a page");
    let block = page.split("```json\n").nth(2).and_then(|rest| rest.split("```").next());
    let query: Value = serde_json::from_str(block.expect("a query")).expect("JSON");
    assert_eq!(query["query"]["bool"]["must"][0]["match_phrase"]["stems"], phrase.as_str());
    let found = all().documents.iter().filter(|(_, document)| {
        let stems = document["stems"].as_str().unwrap_or_default();
        format!(" {stems} ").contains(&format!(" {phrase} ")) && fits(&query["query"], document)
    });
    let places: BTreeSet<&str> =
        found.filter_map(|(_, document)| document["address"].as_str()).collect();
    assert!(places.contains("бекітілген/6/26)"), "{places:?}");
}

#[test]
fn a_day_is_no_question_for_every_version() {
    let (code, refused) =
        ask_json(&["export", "--format", "bulk", "--out", "unused", "--on", "2022-01-01"]);
    assert_eq!((code, refused["code"].as_str()), (2, Some("conflicting_options")));
    assert!(!root().join("unused").exists());
}
