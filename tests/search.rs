//! Searching as a user does: what is read as what, what an answer carries, how it ends.

mod support;

use serde_json::Value;
use support::{ask, ask_json};

fn search(words: &str, options: &[&str]) -> (i32, Value) {
    let mut arguments = vec!["search", words];
    arguments.extend(options);
    ask_json(&arguments)
}

fn addresses(answer: &Value) -> Vec<String> {
    let hits = answer["hits"].as_array().expect("hits");
    let address = |hit: &Value| hit["address"].as_str().expect("an address").to_string();
    hits.iter().map(address).collect()
}

const ON: [&str; 2] = ["--on", "2022-01-01"];

#[test]
fn word_forms_and_spellings_find_the_same() {
    let (exit, first) = search("электрондық үкіметтің сыртқы шлюзі", &ON);
    assert_eq!(exit, 0);
    for words in [
        "электрондык укиметтин сырткы шлюзи",
        "ЭЛЕКТРОНДЫҚ ҮКІМЕТТІҢ СЫРТҚЫ ШЛЮЗІ",
        "elektrondyq ukimettin syrtqy shlyuzi",
    ] {
        let (_, other) = search(words, &ON);
        assert_eq!(addresses(&first)[0], addresses(&other)[0], "{words}");
    }
    let (_, latin) = search("AKҚҚ деген не", &["--on", "2023-01-01"]);
    assert_eq!(addresses(&latin)[0], "бекітілген/6/2)");
}

#[test]
fn an_answer_carries_day_state_snippet_and_what_it_was_read_as() {
    let (exit, answer) = search("желіаралық экрандар", &["--on", "2022-01-01", "--explain"]);
    assert_eq!(exit, 0);
    assert_eq!(answer["schema"], "nusqa/search/1");
    assert_eq!(answer["date"], "2022-01-01");
    assert!(answer["time_ms"].is_number());
    let hit = &answer["hits"][0];
    assert_eq!(hit["address"], "бекітілген/6/26)");
    assert_eq!((&hit["status"], &hit["certainty"]), (&"in_force".into(), &"certain".into()));
    assert_eq!(hit["also"][0]["address"], "бекітілген/4#18");
    let runs = hit["snippet"].as_array().expect("runs");
    let marked: Vec<&str> = runs
        .iter()
        .filter(|run| run["hit"] == true)
        .filter_map(|run| run["text"].as_str())
        .collect();
    assert!(marked.contains(&"экран"), "{marked:?}");
    let shown: String = runs.iter().filter_map(|run| run["text"].as_str()).collect();
    assert!(!shown.is_empty());
    let matched = hit["matches"].as_array().expect("matches");
    assert!(matched.iter().any(|m| m["key"] == "экран" && m["form"] == "экран"));
    assert_eq!(answer["read_as"]["words"][1]["keys"][0], "экран");
}

#[test]
fn the_day_decides() {
    // Point 17-1 was inserted in early 2021.
    let words = "үйлестірілген жұмыс орнына терминалды жүйе";
    let (_, before) = search(words, &["--on", "2020-01-01", "--act", "832"]);
    let (_, after) = search(words, &["--on", "2022-01-01", "--act", "832"]);
    let point = "бекітілген/17-1".to_string();
    assert!(!addresses(&before).contains(&point));
    assert!(addresses(&after).contains(&point));
    // Inside the window it is not known whether it stood.
    let (_, between) = search(words, &["--on", "2021-02-05", "--act", "832"]);
    let hits = between["hits"].as_array().expect("hits");
    let open = hits.iter().find(|hit| hit["address"] == *point).expect("the point");
    assert_eq!((&open["status"], &open["certainty"]), (&"unknown".into(), &"unknown".into()));
}

#[test]
fn every_redaction_is_one_hit_with_its_own_day() {
    let (_, answer) = search("сыртқы шеңбердің жергілікті желісі", &["--any-date", "--act", "832"]);
    assert_eq!(answer["date"], Value::Null);
    let all = addresses(&answer);
    let once: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(all.len(), once.len());
    let hits = answer["hits"].as_array().expect("hits");
    let old = hits.iter().find(|hit| hit["address"] == "бекітілген/6/17)").expect("the old words");
    assert!(old["valid_to"].is_object());
}

#[test]
fn changes_are_told_only_where_words_changed() {
    let days = ["--changed-between", "2022-06-01", "2023-03-01"];
    let (exit, answer) = search("шлюз", &[&days[..], &["--act", "832"]].concat());
    assert_eq!(exit, 0);
    assert_eq!(addresses(&answer), ["бекітілген/6/17)"]);
    assert_eq!(answer["changed_between"][0], "2022-06-01");
    let before = answer["hits"][0]["before"].as_array().expect("the old words");
    assert!(before.iter().any(|run| run["text"].as_str().is_some_and(|t| t.contains("шлюз"))));
    let (exit, none) = search("құпияландыру", &["--changed-between", "2021-06-01", "2021-07-01"]);
    assert_eq!((exit, none["total"].as_u64()), (1, Some(0)));
}

#[test]
fn what_may_have_changed_is_told_apart() {
    // Point 6 had a new redaction between these days; the words of 6/21) before it are not known.
    let days = ["--changed-between", "2022-06-01", "2023-03-01", "--act", "832"];
    let (_, answer) = search("шлюз", &days);
    let open = &answer["change_unknown"];
    let places: Vec<&str> = open["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .filter_map(|h| h["address"].as_str())
        .collect();
    assert!(places.contains(&"бекітілген/6/21)"), "{places:?}");
    assert_eq!(open["total"].as_u64(), Some(places.len() as u64));
    assert!(!addresses(&answer).iter().any(|found| places.contains(&found.as_str())));
    let page = ask(&[&["search", "шлюз", "--lang", "en"], &days[..]].concat());
    let page = String::from_utf8(page.stdout).expect("UTF-8");
    assert!(page.contains("Whether it changed is not known"), "{page}");
    let (_, without) = search("шлюз", &ON);
    assert_eq!(without["change_unknown"], Value::Null);
}

#[test]
fn every_spelling_of_a_day_finds_the_same() {
    let (_, first) = search("қаулы 18.01.2021", &ON);
    assert!(first["total"].as_u64() > Some(1));
    for day in ["2021-01-18", "18.01.2021ж.", "2021 жылғы 18 қаңтар", "2021 жылгы 18 кантардагы"]
    {
        let (_, other) = search(&format!("қаулы {day}"), &ON);
        assert_eq!(addresses(&first), addresses(&other), "{day}");
    }
    let (_, phrase) = search("\"2021-01-18 № 12\"", &ON);
    let (_, other) = search("\"2021 жылғы 18 қаңтардағы № 12\"", &ON);
    assert!(phrase["total"].as_u64() > Some(1));
    assert_eq!(addresses(&phrase), addresses(&other));
    let marked = phrase["hits"].as_array().expect("hits").iter().flat_map(|hit| {
        let runs = hit["snippet"].as_array().cloned().unwrap_or_default();
        runs.into_iter().filter(|run| run["hit"] == true)
    });
    let marked: Vec<String> = marked.map(|run| run["text"].to_string()).collect();
    assert!(marked.iter().any(|run| run.contains("қаңтардағы")), "{marked:?}");
}

#[test]
fn a_question_may_begin_with_a_minus() {
    let (exit, answer) = search("-шлюз", &ON);
    assert_eq!((exit, &answer["missing"]), (1, &"only_excluded".into()));
    assert_eq!(answer["query"], "-шлюз");
    let one = ask_json(&["search", "шлюз -Интернет", "--on", "2022-01-01"]).1;
    let two = ask_json(&["search", "--on", "2022-01-01", "шлюз", "-Интернет"]).1;
    assert_eq!(addresses(&one), addresses(&two));
    let (exit, _) = ask_json(&["search", "шлюз", "-limit", "3"]);
    assert_eq!(exit, 2);
}

#[test]
fn a_question_without_words_is_told_what_it_lacks() {
    for (words, missing) in
        [("in:heading", "only_part"), ("\"", "no_word"), ("*", "no_word"), (" ", "no_word")]
    {
        let (exit, answer) = search(words, &ON);
        assert_eq!((exit, &answer["missing"]), (1, &missing.into()), "{words}");
    }
    for (lang, sentence) in [("kk", "сөз жоқ"), ("ru", "нет слова"), ("en", "no word")]
    {
        let page = ask(&["search", "\"", "--lang", lang]);
        assert!(String::from_utf8(page.stdout).expect("UTF-8").contains(sentence), "{lang}");
    }
    let (_, answer) = search("*шлюз", &ON);
    assert_eq!(answer["read_as"]["asterisks_ignored"][0], "*шлюз");
    assert_eq!(addresses(&answer), addresses(&search("шлюз", &ON).1));
    let page = ask(&["search", "*шлюз", "--lang", "en", "--on", "2022-01-01"]);
    assert!(String::from_utf8(page.stdout).expect("UTF-8").contains("it was ignored in: *шлюз"));
}

#[test]
fn an_act_alone_is_what_it_has_in_order() {
    let (exit, answer) = search("act:832", &ON);
    assert_eq!((exit, &answer["missing"]), (0, &Value::Null));
    assert!(answer["total"].as_u64() > Some(50));
    assert_eq!(addresses(&answer)[0], "тақырып");
    for hit in answer["hits"].as_array().expect("hits") {
        assert_eq!(hit["act"]["number"], "832");
    }
    let (_, headings) = search("in:heading act:832", &ON);
    assert!(headings["total"].as_u64() < answer["total"].as_u64());
    let (_, without) = search("act:832 -шлюз", &ON);
    assert!(without["total"].as_u64() < answer["total"].as_u64());
}

#[test]
fn a_number_behind_a_genitive_is_the_unit_inside() {
    for (words, address) in [
        ("6-тармақтың 17", "бекітілген/6/17)"),
        ("832 6-тармақтың 17", "бекітілген/6/17)"),
        ("7-баптың 11", "7-бап/11)"),
    ] {
        let (exit, answer) = search(words, &ON);
        assert_eq!((exit, addresses(&answer)), (0, vec![address.to_string()]), "{words}");
    }
}

#[test]
fn an_address_of_several_acts_names_them() {
    let (_, answer) = search("4-тармақ", &ON);
    let acts = answer["read_as"]["address_in"].as_array().expect("acts");
    assert!(acts.len() > 2, "{acts:?}");
    for hit in answer["hits"].as_array().expect("hits") {
        assert!(acts.contains(&hit["act"]["id"]), "{hit}");
    }
    let page = ask(&["search", "4-тармақ", "--lang", "en", "--on", "2022-01-01"]);
    let page = String::from_utf8(page.stdout).expect("UTF-8");
    assert!(page.contains("acts have this address: "), "{page}");
}

#[test]
fn an_address_alone_is_the_provision() {
    for words in ["7-баптың 11) тармақшасы", "418-V 7-баптың 11) тармақшасы", "7-бап/11)"]
    {
        let (exit, answer) = search(words, &ON);
        assert_eq!((exit, addresses(&answer)), (0, vec!["7-бап/11)".to_string()]), "{words}");
        assert_eq!(answer["read_as"]["address"], "7-бап/11)");
    }
}

#[test]
fn an_address_may_name_its_act_and_be_typed_on_any_keyboard() {
    for (words, address) in [
        ("бекітілген/6/17)", "бекітілген/6/17)"),
        ("bekitilgen/6/17)", "бекітілген/6/17)"),
        ("832 бекітілген/6/17)", "бекітілген/6/17)"),
        ("832 қаулы 20-тармақ", "бекітілген/20"),
        ("832 qauly 20-tarmaq", "бекітілген/20"),
        ("832 каулы 20-тармак", "бекітілген/20"),
        ("ҚР Үкіметінің № 832 қаулысының 20-тармағы", "бекітілген/20"),
        ("418-V 7-бап", "7-бап"),
        ("418-v 7-bap", "7-бап"),
        ("ақпараттандыру туралы заңның 7-бабы", "7-бап"),
        ("17-1", "бекітілген/17-1"),
        ("832 24#2", "бекітілген/24"),
    ] {
        let (exit, answer) = search(words, &ON);
        assert_eq!((exit, addresses(&answer)), (0, vec![address.to_string()]), "{words}");
    }
    // What may be words as well is searched as words where no act has the place.
    let (_, words) = search("24/7", &ON);
    assert_eq!(words["read_as"]["address"], Value::Null);
}

#[test]
fn the_definition_of_exactly_the_term_comes_first() {
    let on = ["--on", "2024-01-01"];
    for (words, address) in [
        ("ақпараттық жүйе дегеніміз не", "1-бап/12)"),
        ("ақпараттық жүйе ұғымы", "1-бап/12)"),
        ("ақпараттық қауіпсіздік деген не", "1-бап/7)"),
        ("ақпараттық қауіпсіздік оқиғасы деген не", "1-бап/30)"),
        ("электрондық үкімет", "1-бап/63)"),
        ("elektrondyq ukimet degen ne", "1-бап/63)"),
        ("деректерді өңдеу орталығы деген не", "бекітілген/6/20)"),
    ] {
        let (_, answer) = search(words, &on);
        assert_eq!(addresses(&answer)[0], address, "{words}");
    }
}

#[test]
fn everyday_words_find_the_clause_on_entry_into_force() {
    let on = ["--on", "2024-01-01"];
    for (words, number, address) in [
        ("осы заң қашан күшіне енеді", "418-V", "67-бап/1"),
        ("қаулы қашан күшіне енеді", "676", "5"),
    ] {
        let (_, answer) = search(words, &on);
        let first = &answer["hits"][0];
        assert_eq!((&first["act"]["number"], &first["address"]), (&number.into(), &address.into()));
    }
}

#[test]
fn phrases_exclusions_beginnings_and_filters() {
    let (_, phrase) = search("\"желіаралық экран\"", &ON);
    assert!(phrase["total"].as_u64() >= Some(2));
    let (_, exact) = search("\"желіаралық экрандар\"~", &ON);
    assert!(exact["total"].as_u64() < phrase["total"].as_u64());
    let (_, with) = search("шлюз Интернет", &ON);
    let (_, without) = search("шлюз -Интернет", &ON);
    assert!(without["total"].as_u64() < with["total"].as_u64());
    let (_, beginning) = search("криптограф*", &ON);
    assert!(beginning["total"].as_u64() > Some(0));
    let (_, heading) = search("in:heading аудит", &ON);
    let kinds: Vec<&str> = heading["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .filter_map(|h| h["kind"].as_str())
        .collect();
    assert!(!kinds.is_empty() && !kinds.contains(&"subparagraph"), "{kinds:?}");
    let (_, act) = search("act:676 тренинг", &ON);
    for hit in act["hits"].as_array().expect("hits") {
        assert_eq!(hit["act"]["number"], "676");
    }
    let (exit, unknown) = search("act:99999 тренинг", &ON);
    assert_eq!((exit, &unknown["schema"]), (2, &"nusqa/error/1".into()));
}

#[test]
fn nothing_found_is_said_with_the_nearest_words() {
    let (exit, answer) = search("шлузы", &ON);
    let near = &answer["suggestions"][0]["near"];
    assert_eq!((exit, answer["total"].as_u64()), (1, Some(0)));
    assert!(near.as_array().is_some_and(|near| !near.is_empty()), "{answer}");
    let page = ask(&["search", "шлузы", "--lang", "en"]);
    let page = String::from_utf8(page.stdout).expect("UTF-8");
    assert!(page.contains("nothing found") && page.contains("Words near"), "{page}");
}

#[test]
fn hostile_questions_get_an_answer() {
    let many = "заң жүйе ".repeat(5_000);
    let quotes = "\"«„“".repeat(2_000);
    for words in [
        many.as_str(),
        quotes.as_str(),
        "\"",
        "«»",
        "* ? ~ ( ) [ ] { } AND OR NOT ^ : \\",
        "stem:желі",
        "\u{1}\u{7}\u{1b}[31mжелі\u{200f}",
        "😀 желі 😀",
        "قانون желі שלום",
        "act: in: -",
        "№",
        "№ - -",
        "00000000000000000000000000000000000000000000000000",
        "ж\u{301}е\u{308}лі",
    ] {
        let (exit, answer) = search(words, &ON);
        assert!(exit == 0 || exit == 1, "{words:.40}: {exit}");
        assert_eq!(answer["schema"], "nusqa/search/1", "{words:.40}");
    }
}

#[test]
fn analysis_shows_stems_and_keys() {
    let (exit, answer) = ask_json(&["analyze", "құқығы", "занды", "интернет-ресурстың", "АҚ-ны"]);
    assert_eq!(exit, 0);
    let keys = |i: usize| answer["tokens"][i]["keys"].clone();
    assert_eq!(answer["tokens"][0]["stem"], "құқық");
    assert_eq!(keys(0), serde_json::json!(["кукык"]));
    assert_eq!(keys(1), serde_json::json!(["занд"]));
    assert_eq!(keys(2), serde_json::json!(["c:интернетресурс"]));
    assert_eq!(keys(3), serde_json::json!(["ак"]));
    let page = ask(&["analyze", "бабының"]);
    assert_eq!(String::from_utf8(page.stdout).expect("UTF-8"), "бабының\tбап\n");
}

#[test]
fn a_hit_says_of_its_day_what_show_says() {
    for (words, day) in [
        ("ақпараттық қауіпсіздік аудиті", "2022-01-01"),
        ("электрондық үкімет шлюзі", "2021-02-05"),
        ("жергілікті желі", "2023-01-15"),
        ("уәкілетті орган бекітеді", "2026-05-01"),
    ] {
        let (_, answer) = search(words, &["--on", day]);
        for hit in answer["hits"].as_array().expect("hits") {
            let (Some(act), Some(address)) = (hit["act"]["id"].as_str(), hit["address"].as_str())
            else {
                continue;
            };
            if hit["paragraph"].is_string() {
                continue;
            }
            let (_, shown) = ask_json(&["show", act, address, "--on", day]);
            assert_eq!(hit["status"], shown["status"], "{words}: {act} {address}");
            let (own, whole) = (hit["text"].as_str(), shown["text"].as_str());
            let first = |text: &str| text.lines().next().unwrap_or_default().to_string();
            if let (Some(own), Some(whole)) = (own, whole) {
                assert_eq!(first(own), first(whole), "{words}: {act} {address}");
            }
            let strength = |name: &Value| {
                let names = ["unknown", "presumed", "noted", "derived", "certain"];
                names.iter().position(|other| name == *other)
            };
            // What is inside the provision may weaken the whole, never strengthen it.
            let (hit_is, show_is) = (&hit["certainty"], &shown["certainty"]);
            if shown["unknown_parts"].as_array().is_some_and(Vec::is_empty) {
                assert!(strength(hit_is) >= strength(show_is), "{act} {address}: {hit_is}");
            }
        }
    }
}
