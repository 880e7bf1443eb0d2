//! Every version of every place as lines of JSON: what they tell leads back to the library's own
//! versions, and these to the same answers.

mod support;

use jiff::civil::Date;
use nusqa::index::StoredVersion;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::expression::{Life, Placed};
use nusqa::render::wire::version::Version;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::akn::files;
use support::{ask, ask_json, index};

fn exported(format: &str) -> (tempfile::TempDir, Vec<std::path::PathBuf>) {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().to_string_lossy();
    let output = ask(&["export", "--format", format, "--out", &folder]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = files(out.path());
    (out, files)
}

fn lines(file: &Path) -> Vec<Version> {
    let text = fs::read_to_string(file).expect("a file");
    text.lines().map(|line| serde_json::from_str(line).expect("a version")).collect()
}

/// What an answer of one day tells of a unit, but for the reasons, of which lines tell the codes.
fn told(unit: &Placed) -> String {
    let version = unit.version.as_ref();
    let bounds = version.map(|v| (v.valid_from, v.valid_to, &v.introduced_by, &v.ended_by));
    let proof = version.map(|v| (&v.evidence, &v.words_at, &v.node, &v.begins_by, &v.warnings));
    let certainty = unit.certainty();
    let (status, text, kind) = (unit.status(), unit.text(), unit.kind);
    let around = (&unit.groups, unit.has_words, &unit.alternatives, &unit.notes);
    format!(
        "{} {kind} {status:?} {certainty:?} {text:?} {bounds:?} {proof:?} {around:?}",
        unit.address
    )
}

#[test]
fn lines_lead_back_to_the_same_answers() {
    let engine = Engine::open(index()).expect("an index");
    let (_out, files) = exported("ndjson");
    let mut acts: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    for file in &files {
        for version in lines(file) {
            acts.entry(version.act.id.clone()).or_default().push(version);
        }
    }
    let mut days_asked = 0;
    for act in engine.acts().expect("acts") {
        let Some(versions) = acts.remove(&act.id.iri()) else { continue };
        let stored: Vec<StoredVersion> =
            versions.iter().map(|told| told.try_into().expect("our own version")).collect();
        for axis in [Axis::InForce, Axis::Adopted] {
            let own = engine.versions(&act, axis).expect("versions");
            let read = stored.iter().filter(|stored| stored.version.axis == axis);
            assert!(
                own.iter()
                    .map(|stored| &stored.version.address)
                    .eq(read.map(|s| &s.version.address))
            );
        }
        let in_force = stored.into_iter().filter(|s| s.version.axis == Axis::InForce).collect();
        let read = Life::new(&act, in_force);
        let own = engine.life(&act).expect("versions");
        assert_eq!(read.days(), own.days());
        assert_eq!(read.changes(), own.changes());
        let turning: Vec<Date> = own.days().into_iter().collect();
        let between = turning.windows(2).filter_map(|pair| pair[1].yesterday().ok());
        for day in turning.iter().copied().chain(between.step_by(3)) {
            let told = |life: &Life| life.on(day).units.iter().map(told).collect::<Vec<_>>();
            assert_eq!(told(&read), told(&own), "{} on {day}", act.id);
            days_asked += 1;
        }
    }
    assert!(acts.is_empty(), "{:?}", acts.keys());
    assert!(days_asked > 20, "{days_asked}");
}

#[test]
fn both_formats_tell_the_same_and_twice_the_same() {
    let (_lines, by_line) = exported("ndjson");
    let (_again, again) = exported("ndjson");
    let (_list, as_list) = exported("json");
    assert_eq!(by_line.len(), as_list.len());
    for ((file, twin), list) in by_line.iter().zip(&again).zip(&as_list) {
        assert_eq!(fs::read(file).expect("a file"), fs::read(twin).expect("a file"));
        let list = fs::read(list).expect("a file");
        let versions: Vec<Version> = serde_json::from_slice(&list).expect("versions");
        assert_eq!(lines(file), versions);
    }
}

#[test]
fn standard_output_gets_the_lines_of_all_files() {
    let (_out, files) = exported("ndjson");
    let output = ask(&["export", "--format", "ndjson", "--out", "-"]);
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let mut printed: Vec<&str> = printed.lines().collect();
    let texts: Vec<String> =
        files.iter().map(|file| fs::read_to_string(file).expect("a file")).collect();
    let mut written: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
    printed.sort_unstable();
    written.sort_unstable();
    assert!(printed == written);
    for other in [&["--format", "json"][..], &["--format", "ndjson"]] {
        let (code, refused) = ask_json(&[&["export", "--out", "-"], other].concat());
        assert_eq!((code, refused["code"].as_str()), (2, Some("conflicting_options")));
    }
}

#[test]
fn what_has_another_meaning_is_refused() {
    let (_out, files) = exported("ndjson");
    let version = lines(&files[0]).remove(0);
    let spoilt = |spoil: &dyn Fn(&mut Version)| {
        let mut version = version.clone();
        spoil(&mut version);
        StoredVersion::try_from(&version).expect_err("refused").field
    };
    assert_eq!(spoilt(&|version| version.kind = "chapters".into()), "kind");
    assert_eq!(spoilt(&|version| version.axis = "sideways".into()), "axis");
    assert_eq!(spoilt(&|version| version.address = "nowhere at all".into()), "address");
    assert_eq!(spoilt(&|version| version.brought_by.push(None)), "brought_by");
    assert_eq!(spoilt(&|version| version.valid_from.rule = Some("soon".into())), "rule");
    assert_eq!(
        spoilt(&|version| {
            version.text = Some("ә".into());
            version.body = 1;
        }),
        "body"
    );
}

#[test]
fn a_day_is_no_question_for_every_version() {
    let (code, refused) =
        ask_json(&["export", "--format", "ndjson", "--out", "unused", "--on", "2022-01-01"]);
    assert_eq!((code, refused["code"].as_str()), (2, Some("conflicting_options")));
    assert!(!support::root().join("unused").exists());
}

#[test]
fn lines_and_reports_obey_the_schema() {
    let schema = fs::read_to_string(support::root().join("schema/nusqa.schema.json"));
    let schema: serde_json::Value = serde_json::from_str(&schema.expect("a schema")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().to_string_lossy();
    let (_, report) = ask_json(&["export", "--format", "ndjson", "--act", "832", "--out", &folder]);
    assert!(validator.is_valid(&report), "{report}");
    let path = report["files"][0]["path"].as_str().expect("a path");
    assert_eq!(path, "akn/kz/act/resolution/government/2016-12-20/832.ndjson");
    let text = fs::read_to_string(out.path().join(path)).expect("a file");
    for line in text.lines().step_by(7) {
        let version: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(validator.is_valid(&version), "{version}");
    }
}
