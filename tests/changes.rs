//! What changed between two builds: every earlier build that is remembered can be compared with
//! the one in use, and what is told is exactly what the exports of both say.

#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]

mod support;

use nusqa::build::build_by;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use support::folders::copy;
use support::{nusqa, root};

/// A copy of the project's corpus that may be changed, with an index and exports of its own.
struct Desk {
    folder: tempfile::TempDir,
}

/// By act and address: every version, as far as it is the place's own and not that of its print.
type Said = BTreeMap<String, BTreeMap<String, Vec<String>>>;

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&root().join("corpus"), &folder.path().join("corpus"));
        Desk { folder }
    }

    fn act(&self, name: &str) -> PathBuf {
        let acts = fs::read_dir(self.folder.path().join("corpus")).expect("a folder").flatten();
        acts.map(|entry| entry.path())
            .find(|path| path.to_string_lossy().contains(name))
            .expect("an act")
    }

    fn ask(&self, day: &str, arguments: &[&str]) -> (i32, Value) {
        let output = nusqa()
            .current_dir(self.folder.path())
            .env("NUSQA_TODAY", day)
            .args(arguments)
            .arg("--json")
            .output()
            .expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let document = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text}"));
        (output.status.code().expect("an exit code"), document)
    }

    /// Builds on a day and gives the hash by which the build is called.
    fn build(&self, day: &str) -> String {
        let (code, document) = self.ask(day, &["build"]);
        assert_eq!(code, 0, "{document}");
        document["generator"]["corpus"].as_str().expect("a hash").to_owned()
    }

    fn changes(&self, since: &str) -> Vec<Value> {
        let (code, document) = self.ask("2026-06-09", &["changes", "--since", since]);
        let acts = document["acts"].as_array().unwrap_or_else(|| panic!("{document}")).clone();
        assert_eq!(code, i32::from(acts.is_empty()));
        acts
    }

    fn said(&self) -> Said {
        let out = tempfile::tempdir().expect("a folder");
        let folder = out.path().to_string_lossy().into_owned();
        let (code, document) =
            self.ask("2026-06-09", &["export", "--format", "ndjson", "--out", &folder]);
        assert_eq!(code, 0, "{document}");
        let mut said = Said::new();
        for file in support::akn::files(out.path()) {
            for line in fs::read_to_string(file).expect("a file").lines() {
                let mut version: Value = serde_json::from_str(line).expect("JSON");
                let act = version["act"]["id"].as_str().expect("an IRI").to_owned();
                let address = version["address"].as_str().expect("an address").to_owned();
                let fields = version.as_object_mut().expect("an object");
                for printed in ["generator", "order", "words_at"] {
                    fields.remove(printed);
                }
                for evidence in fields["evidence"].as_array_mut().expect("a list") {
                    let file = evidence["at"]["file"].take();
                    evidence["at"] = file;
                }
                let places = said.entry(act).or_default();
                places.entry(address).or_default().push(version.to_string());
            }
        }
        said
    }
}

/// Holds what is told of two states to what they say.
fn held_to(before: &Said, now: &Said, told: &[Value]) {
    let nothing = BTreeMap::new();
    for act in before.keys().chain(now.keys()).collect::<BTreeSet<_>>() {
        let (was, is) = (before.get(act).unwrap_or(&nothing), now.get(act).unwrap_or(&nothing));
        let all: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        let differing: BTreeMap<&str, &str> = all
            .into_iter()
            .filter_map(|place| match (was.get(place), is.get(place)) {
                (Some(was), Some(is)) if was == is => None,
                (None, _) => Some((place.as_str(), "added")),
                (_, None) => Some((place.as_str(), "removed")),
                _ => Some((place.as_str(), "changed")),
            })
            .collect();
        let change = told.iter().find(|change| change["act"] == act.as_str());
        let places: BTreeMap<&str, &str> = change
            .into_iter()
            .flat_map(|change| change["places"].as_array().expect("a list"))
            .map(|place| {
                let field = |name: &str| place[name].as_str().expect("a name");
                (field("address"), field("change"))
            })
            .collect();
        match change.and_then(|change| change["change"].as_str()) {
            Some("added") => assert!(was.is_empty() && places.is_empty(), "{act}"),
            Some("removed") => assert!(is.is_empty() && places.is_empty(), "{act}"),
            _ => assert_eq!(places, differing, "{act}"),
        }
    }
}

fn edit(file: &Path, change: impl Fn(&str) -> String) {
    let text = fs::read_to_string(file).expect("a text");
    let changed = change(&text);
    assert_ne!(changed, text);
    fs::write(file, changed).expect("written");
}

const PLAN: &str = "/akn/kz/act/resolution/government/2017-10-28/676";

#[test]
fn every_earlier_build_is_compared_with_the_one_in_use() {
    let desk = Desk::new();
    let plan = desk.act("676").join("original.md");
    let first = desk.build("2026-06-01");
    let at_first = desk.said();
    assert_eq!(desk.changes(&first), Vec::<Value>::new());

    // An empty line moves the print and changes nothing that is said.
    edit(&plan, |text| format!("\n{text}"));
    let second = desk.build("2026-06-02");
    let [moved] = desk.changes(&first).try_into().expect("one act");
    assert_eq!((&moved["act"], &moved["evidence"]), (&PLAN.into(), &true.into()));
    assert_eq!((&moved["facts"], &moved["places"]), (&false.into(), &serde_json::json!([])));

    // Another word in one place, and another act gone.
    edit(&plan, |text| text.replacen("жылына екі рет", "жылына үш рет", 1));
    let third = desk.build("2026-06-03");
    let at_third = desk.said();
    let [changed] = desk.changes(&second).try_into().expect("one act");
    let [place] = changed["places"].as_array().expect("a list").as_slice() else {
        panic!("{changed}")
    };
    assert_eq!((&place["address"], &place["change"]), (&"3".into(), &"changed".into()));
    assert_eq!(place["eid"], "para_3");
    held_to(&at_first, &at_third, &desk.changes(&first));

    let amending = desk.act("-12-");
    let elsewhere = desk.folder.path().join("elsewhere");
    fs::rename(&amending, &elsewhere).expect("moved");
    let fourth = desk.build("2026-06-04");
    let at_fourth = desk.said();
    assert!(at_fourth != at_third);
    for (since, before) in [(&first, &at_first), (&third, &at_third)] {
        let told = desk.changes(since);
        assert!(told.len() > 1, "{told:?}");
        held_to(before, &at_fourth, &told);
    }

    // Everything put back: only what lies between differs.
    fs::rename(&elsewhere, &amending).expect("moved");
    edit(&plan, |text| text.replacen("жылына үш рет", "жылына екі рет", 1)[1..].to_owned());
    assert_eq!(desk.build("2026-06-06"), first);
    assert_eq!(desk.changes(&first), Vec::<Value>::new());
    held_to(&at_fourth, &desk.said(), &desk.changes(&fourth));
    held_to(&at_third, &at_first, &desk.changes(&third));

    // A day is the last build not later than it, and the beginning of a hash is enough.
    assert_eq!(desk.changes("2026-06-05"), desk.changes(&fourth));
    assert_eq!(desk.changes("04.06.2026"), desk.changes(&fourth));
    assert_eq!(desk.changes(&third[..12].to_uppercase()), desk.changes(&third));
    assert_eq!(desk.changes("2026-06-30"), Vec::<Value>::new());
    let (_, document) = desk.ask("2026-06-09", &["changes", "--since", &third]);
    assert_eq!(document["since"]["corpus"], third.as_str());
    assert_eq!(
        (&document["since"]["made"], &document["until"]["made"]),
        (&"2026-06-03".into(), &"2026-06-06".into())
    );
    assert_eq!(document["until"]["corpus"], document["generator"]["corpus"]);

    // A build of everything anew is no change.
    desk.ask("2026-06-08", &["build", "--fresh"]);
    assert_eq!(desk.changes(&first), Vec::<Value>::new());
    held_to(&at_fourth, &at_first, &desk.changes(&fourth));

    // What is not known is told with what is.
    let (code, error) = desk.ask("2026-06-09", &["changes", "--since", "deadbeef"]);
    assert_eq!((code, &error["code"]), (2, &"unknown_build".into()));
    let known = [&first, &fourth, &third, &second].map(|hash| Value::from(hash.as_str()));
    assert_eq!(error["candidates"], Value::from(known.to_vec()));
    let (code, error) = desk.ask("2026-06-09", &["changes", "--since", "2026-05-31"]);
    assert_eq!((code, &error["code"]), (2, &"no_build_so_early".into()));
    assert_eq!(error["candidates"][4], "2026-06-01");
    for text in ["yesterday", "abc", ""] {
        let (code, error) = desk.ask("2026-06-09", &["changes", "--since", text]);
        assert_eq!((code, &error["code"]), (2, &"date_not_understood".into()), "{text}");
    }
}

#[test]
fn an_index_without_its_history_is_built_whole() {
    let desk = Desk::new();
    let first = desk.build("2026-06-01");
    let index = desk.folder.path().join("index");
    let current = fs::read_to_string(index.join("CURRENT")).expect("a name");
    fs::write(index.join(current.trim()).join("history2.bin"), "spoilt").expect("written");
    let plan = desk.act("676").join("original.md");
    edit(&plan, |text| text.replacen("жылына екі рет", "жылына үш рет", 1));
    let second = desk.build("2026-06-02");
    let (code, error) = desk.ask("2026-06-09", &["changes", "--since", &first]);
    assert_eq!((code, &error["code"]), (2, &"unknown_build".into()));
    assert_eq!(error["candidates"], serde_json::json!([second]));
    edit(&plan, |text| text.replacen("жылына үш рет", "жылына бес рет", 1));
    desk.build("2026-06-03");
    let [changed] = desk.changes(&second).try_into().expect("one act");
    assert_eq!(changed["places"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_build_without_a_day_is_called_by_its_hash() {
    let desk = Desk::new();
    let (corpus, index) = (desk.folder.path().join("corpus"), desk.folder.path().join("other"));
    let report = build_by(&corpus, &index, false, None, None, &|_| {}).expect("a build");
    let index = index.to_string_lossy().into_owned();
    let corpus = corpus.to_string_lossy().into_owned();
    let ask = |since: &str| {
        let arguments =
            ["changes", "--since", since, "--index", index.as_str(), "--corpus", corpus.as_str()];
        desk.ask("2026-06-09", &arguments)
    };
    let (code, document) = ask(&report.corpus);
    assert_eq!((code, &document["since"]["made"]), (1, &Value::Null));
    assert_eq!(ask("2026-06-09").1["code"], "no_build_so_early");
}
