//! Every address that a command prints is taken by every command that asks for one.

mod support;

use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use nusqa::parse::citation::{exact_address, parse_address};
use nusqa::query::Engine;
use nusqa::query::answer::{ActInfo, Ask};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::{ask_json, root};

/// Indexes of the corpus and of every small one.
fn engines() -> Vec<(String, Engine)> {
    let small = fs::read_dir(root().join("tests/corpora")).expect("the small corpora");
    let small = small.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir());
    let mut corpora: Vec<PathBuf> = small.collect();
    corpora.push(root().join("corpus"));
    corpora.sort();
    let folder = tempfile::tempdir().expect("a folder");
    let open = |corpus: &Path| {
        let name = corpus.file_name().expect("a name").to_string_lossy().into_owned();
        let index = folder.path().join(&name);
        nusqa::build::build(corpus, &index, false, &|_| {}).expect("a build");
        (name, Engine::open(&index).expect("an index"))
    };
    corpora.iter().map(|corpus| open(corpus)).collect()
}

/// Every address under which an act was ever known.
fn addresses(engine: &Engine, act: &ActInfo, axis: Axis) -> BTreeSet<Address> {
    let versions = engine.versions(act, axis).expect("versions");
    versions.into_iter().map(|stored| stored.version.address).collect()
}

#[test]
fn what_is_printed_is_read() {
    let mut count = 0;
    for (corpus, engine) in engines() {
        for act in engine.acts().expect("acts") {
            let date = act.horizon.unwrap_or(act.id.adopted.0);
            for axis in [Axis::InForce, Axis::Adopted] {
                let ask = Ask { axis, date, known_by: None };
                let known = addresses(&engine, &act, axis);
                for address in &known {
                    let (printed, eid) = (address.to_string(), address.eid());
                    let place = format!("{corpus}: {} {printed} {eid}", act.id.number);
                    assert_eq!(exact_address(&printed).as_ref(), Some(address), "{place}");
                    let found = engine.find_address(&act, &printed, &ask);
                    assert_eq!(found.expect(&place), *address, "{place}");
                    let found = engine.find_address(&act, &eid, &ask).expect(&place);
                    assert!(found == *address || found.eid() == eid, "{place}: {found}");
                    assert!(!eid.contains(|c: char| c.is_whitespace() || c == '"'), "{place}");
                    let cited = address.to_string().to_lowercase().replace('"', "");
                    let found = engine.find_address(&act, &cited, &ask).expect(&place);
                    assert_eq!(found, *address, "{place}: {cited}");
                    count += 1;
                }
                // What a command prints of a place leads back to it.
                for address in known.iter().step_by(31) {
                    let answer = engine.show(&act, address, ask).expect("an answer");
                    assert_eq!(answer.address, *address);
                }
            }
        }
    }
    assert!(count > 5000, "{count}");
}

#[test]
fn every_command_takes_an_address_with_quotation_marks() {
    let quoted = "бекітілген/аббревиатуралар/\"Атамекен\" ҰКП";
    for asked in [
        quoted,
        "бекітілген/аббревиатуралар/Атамекен ҰКП",
        "аббревиатуралар/«Атамекен» ұкп",
        "att_1__abbr__abbr_%22Атамекен%22%20ҰКП",
    ] {
        for command in ["show", "history", "blame", "refs", "outline"] {
            let mut words = vec![command, "676", asked];
            if command != "history" {
                words.extend(["--on", "2018-01-01"]);
            }
            let (exit, mut document) = ask_json(&words);
            if command == "outline" {
                document = document["units"][0].take();
            }
            // An entry of a list cites nothing.
            let answered = if command == "refs" { 1 } else { 0 };
            assert_eq!((exit, document["address"].as_str()), (answered, Some(quoted)), "{words:?}");
        }
        let days = ["--from", "2018-01-01", "--to", "2019-01-01"];
        let (exit, document) = ask_json(&[&["diff", "676", asked][..], &days].concat());
        // Nothing differs.
        assert_eq!((exit, document["address"].as_str()), (1, Some(quoted)), "diff {asked}");
    }
    let iri = "/akn/kz/act/resolution/government/2017-10-28/676/kaz:2018-01-01";
    let (exit, document) =
        ask_json(&["show", &format!("{iri}/~att_1__abbr__abbr_%22Атамекен%22%20ҰКП")]);
    assert_eq!((exit, document["address"].as_str()), (0, Some(quoted)));
    let (exit, document) = ask_json(&["search", quoted, "--on", "2018-01-01"]);
    assert_eq!((exit, document["hits"][0]["address"].as_str()), (0, Some(quoted)), "{document}");
}

#[test]
fn a_heading_leads_to_what_it_heads_and_marks_of_gaps_to_what_is_around_them() {
    for (asked, address) in [
        ("4-бап/тақырып", "4-бап"),
        ("4-баптың тақырыбы", "4-бап"),
        ("тақырып", "тақырып"),
        ("13-бап/*", "13-бап"),
        ("4-бап/2#соңғы", "4-бап/2"),
    ] {
        let (_, document) = ask_json(&["show", "418-V", asked, "--on", "2022-01-01"]);
        assert_eq!(document["address"].as_str(), Some(address), "{asked}: {document}");
    }
    let (exit, error) = ask_json(&["show", "418-V", "4-бап/9)", "--on", "2022-01-01"]);
    assert_eq!((exit, &error["code"]), (1, &"unknown_address".into()), "{error}");
}

#[test]
fn no_two_readings_of_an_address_are_the_same() {
    for asked in ["7-бап/11", "7-бап/тақырып", "аббревиатуралар/МО", "att_1__para_1"]
    {
        let readings = parse_address(asked);
        let different: BTreeSet<_> = readings.iter().collect();
        assert_eq!(different.len(), readings.len(), "{asked}");
    }
}
