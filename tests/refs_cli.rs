//! Citations and terms through the command line, on the corpus.

mod support;

use serde_json::Value;
use support::{ask, ask_json};

fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Words, status and address of every place that is cited.
fn cited(document: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let citations = list(document, "cites").iter();
    let places = citations.flat_map(|citation| {
        list(citation, "targets").iter().map(move |target| {
            (text(&citation["words"]), text(&target["status"]), text(&target["address"]))
        })
    });
    places.collect()
}

#[test]
fn a_citation_of_what_does_not_exist_leads_nowhere() {
    let (exit, document) = ask_json(&["refs", "832", "29-1", "--on", "2023-03-23"]);
    assert_eq!(exit, 0);
    let found = cited(&document);
    let expected = [
        ("Заңға", "resolved", "*"),
        ("Заңның 7-6-бабының 7-тармағына", "leads_nowhere", "7-6-бап/7"),
    ]
    .map(|(words, status, address)| (words.to_owned(), status.to_owned(), address.to_owned()));
    assert_eq!(found, expected);
    let (_, check) = ask_json(&["check", "832"]);
    let nowhere = list(&check, "references");
    assert_eq!(nowhere.len(), 1, "{check}");
    assert_eq!(nowhere[0]["words"], "Заңның 7-6-бабының 7-тармағына");
    let (_, law) = ask_json(&["check", "418-V"]);
    assert_eq!(list(&law, "references").len(), 0);
}

#[test]
fn what_the_corpus_does_not_know_is_not_said_to_be_missing() {
    // Point 48 lies where the copy was cut off.
    let (_, document) = ask_json(&["refs", "832", "131", "--on", "2022-01-01"]);
    let found = cited(&document);
    assert!(
        found.iter().any(|(_, status, address)| status == "unknown" && address == "бекітілген/48")
    );
    // The words of point 29-1 were others before № 112, and nobody knows which.
    let (exit, document) = ask_json(&["refs", "832", "29-1", "--on", "2022-01-01"]);
    assert_eq!(exit, 1);
    assert_eq!(document["unknown_parts"], serde_json::json!(["бекітілген/29-1"]));
}

#[test]
fn an_abbreviation_of_another_day_makes_no_more_than_a_presumption() {
    // Point 1, which says what «Заң» is, has no known words in 2021.
    let (_, document) = ask_json(&["refs", "832", "10", "--on", "2021-06-01"]);
    let target = &document["cites"][0]["targets"][0];
    assert_eq!((&target["status"], &target["address"]), (&"resolved".into(), &"7-бап/10)".into()));
    assert_eq!(target["certainty"], "presumed");
}

#[test]
fn those_who_cite_a_provision_are_found_in_all_acts() {
    let (exit, document) = ask_json(&["refs", "418-V", "7-бап", "--on", "2023-04-01"]);
    assert_eq!(exit, 0);
    let by: Vec<&Value> =
        list(&document, "cited_by").iter().map(|citation| &citation["act"]["number"]).collect();
    for number in ["29", "832"] {
        assert!(by.contains(&&number.into()), "{number} of {by:?}");
    }
    let (_, before) = ask_json(&["refs", "418-V", "7-бап", "--on", "2018-01-01"]);
    let by = list(&before, "cited_by").iter().map(|citation| &citation["act"]["number"]);
    assert!(by.into_iter().all(|number| number != "29"), "the order was not there yet");
}

#[test]
fn show_prints_the_words_cited() {
    let (_, document) = ask_json(&["show", "418-V", "13-1-бап/4", "--on", "2023-12-20", "--refs"]);
    let target = &document["references"][0]["targets"][0];
    assert_eq!(target["address"], "13-1-бап/2");
    assert!(target["text"].as_str().is_some_and(|text| text.starts_with("2. ")), "{target}");
    let (_, plain) = ask_json(&["show", "418-V", "13-1-бап/4", "--on", "2023-12-20"]);
    assert_eq!(plain["references"], Value::Null);
}

#[test]
fn terms_have_their_days() {
    let term = |document: &Value, sought: &str| {
        list(document, "terms").iter().find(|term| term["term"] == sought).cloned()
    };
    let (exit, now) = ask_json(&["terms", "832", "--on", "2023-03-01"]);
    assert_eq!(exit, 0);
    let found = term(&now, "МО БКО").expect("an abbreviation");
    assert_eq!(found["meaning"], "мемлекеттік органдардың бірыңғай көліктік ортасы");
    assert_eq!(
        (&found["address"], &found["scope"]),
        (&"бекітілген/7/12)".into(), &"бекітілген".into())
    );
    // 6/17) was another term before № 383.
    assert!(term(&now, "құпияландырылған байланыс").is_some());
    let (_, before) = ask_json(&["terms", "832", "--on", "2021-06-01"]);
    assert!(term(&before, "құпияландырылған байланыс").is_none());
    assert_eq!(
        term(&before, "сыртқы шеңбердің ЖЖ").expect("a term")["address"],
        "бекітілген/6/17)"
    );
    assert!(!list(&before, "unknown_parts").is_empty());
}

#[test]
fn pages_speak_three_languages() {
    for lang in ["kk", "ru", "en"] {
        for arguments in [
            &["refs", "832", "29-1", "--on", "2023-03-23"][..],
            &["terms", "676"],
            &["show", "832", "10", "--refs"],
        ] {
            let output = ask(&[arguments, &["--lang", lang]].concat());
            assert_eq!(output.status.code(), Some(0), "{arguments:?} in {lang}");
        }
    }
}
