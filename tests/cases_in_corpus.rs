//! Real acts before and after a real amendment, put into a corpus: the text before as the
//! original, the amending act, and the official consolidation after as a later text.
//! They lie outside this project, in `../shared/cases`; without them there is nothing to ask.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

mod support;

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use support::{nusqa, root};

/// A corpus of one case; `with_result` puts the later consolidation into it.
struct Case {
    folder: tempfile::TempDir,
}

fn cases() -> Option<PathBuf> {
    let cases = root().join("../shared/cases");
    if cases.is_dir() {
        return Some(cases);
    }
    println!("../shared/cases is not there: nothing is asked");
    None
}

fn card(act: &Value, slug: &str, texts: &str) -> String {
    let number = match act["number"].as_str() {
        Some(number) => format!("number = \"{number}\""),
        None => format!("slug = \"{slug}\""),
    };
    format!(
        "[act]\ntype = \"{}\"\n{number}\nadopted = {}\n\n{texts}",
        act["form"].as_str().expect("a form"),
        act["adopted"].as_str().expect("a day"),
    )
}

impl Case {
    fn new(name: &str, with_result: bool) -> Option<Case> {
        let from = cases()?.join(name);
        let meta = fs::read_to_string(from.join("meta.json")).expect("a description");
        let meta: Value = serde_json::from_str(&meta).expect("JSON");
        let folder = tempfile::tempdir().expect("a folder");
        let (base, amending) = (folder.path().join("base"), folder.path().join("amending"));
        for place in [&base, &amending] {
            fs::create_dir(place).expect("a folder");
        }
        let mut texts = "[[text]]\nfile = \"base.md\"\nrole = \"original\"\n".to_string();
        fs::copy(from.join("base.md"), base.join("base.md")).expect("a copy");
        if with_result {
            texts += "\n[[text]]\nfile = \"result.md\"\nrole = \"consolidated\"\n";
            fs::copy(from.join("result.md"), base.join("result.md")).expect("a copy");
        }
        fs::write(base.join("act.toml"), card(&meta["act"], "base", &texts)).expect("a card");
        fs::copy(from.join("amending.md"), amending.join("amending.md")).expect("a copy");
        let texts = "[[text]]\nfile = \"amending.md\"\nrole = \"amending\"\n";
        let amends = card(&meta["amending_act"], "amending", texts);
        fs::write(amending.join("act.toml"), amends).expect("a card");
        Some(Case { folder })
    }

    fn show(&self, act: &str, address: &str, day: &[&str]) -> Value {
        let output = nusqa()
            .args(["show", act, address, "--json", "--corpus"])
            .arg(self.folder.path())
            .arg("--index")
            .arg(self.folder.path().join(".index"))
            .args(day)
            .output()
            .expect("the program runs");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{act} {address}: {error}: {}", String::from_utf8_lossy(&output.stderr))
        })
    }
}

fn text(answer: &Value) -> &str {
    answer["text"].as_str().unwrap_or_default()
}

/// True where the answer, or one side of it, has these words.
fn may_say(answer: &Value, words: &str) -> bool {
    let sides = answer["alternatives"].as_array().into_iter().flatten();
    text(answer).contains(words) || sides.into_iter().any(|side| text(side).contains(words))
}

/// Words under `certain` or `derived` must be the right ones; weaker answers may be empty.
fn never_falsely_sure(answer: &Value, right: &str) {
    let sure = ["certain", "derived"].contains(&answer["certainty"].as_str().unwrap_or_default());
    assert!(!sure || text(answer).contains(right), "{answer:#}");
}

#[test]
fn a_paragraph_in_new_redaction_that_works_backwards() {
    for with_result in [true, false] {
        let Some(case) = Case::new("03-transfer-2016-march", with_result) else { return };
        let now = case.show("~base", "1-бап#2", &["--on", "2016-02-15"]);
        assert_eq!(text(&now), "2016 жыл – 2 880 000 000 мың теңге;", "{now:#}");
        let then =
            case.show("~base", "1-бап#2", &["--on", "2016-02-15", "--known-by", "2016-02-15"]);
        assert_eq!(text(&then), "2016 жыл – 2 400 000 000 мың теңге;", "{then:#}");
        let before = case.show("~base", "1-бап#2", &["--adopted-by", "2016-03-04"]);
        assert_eq!(text(&before), "2016 жыл – 2 400 000 000 мың теңге;", "{before:#}");
        let other = case.show("~base", "1-бап#3", &["--on", "2016-03-05"]);
        assert_eq!(text(&other), "2017 жыл – 2 400 000 000 мың теңге;", "{other:#}");
    }
}

#[test]
fn a_paragraph_that_shifts_the_ones_after_it() {
    for with_result in [true, false] {
        let Some(case) = Case::new("01-holidays-2008", with_result) else { return };
        let before = case.show("267-II", "3-бап#6", &["--on", "2005-01-01"]);
        let at_six = text(&before).to_string();
        let seventh = text(&case.show("267-II", "3-бап#7", &["--on", "2005-01-01"])).to_string();
        assert!(!at_six.is_empty() && !seventh.is_empty());
        let after = &["--on", "2008-07-25"];
        let inserted = case.show("267-II", "3-бап#7", after);
        assert_eq!(text(&inserted), "6 шілде - Астана күні;", "{inserted:#}");
        let same = case.show("267-II", "3-бап#6", after);
        assert_eq!(text(&same), at_six, "{same:#}");
        let moved = case.show("267-II", "3-бап#8", after);
        never_falsely_sure(&moved, &seventh);
        if with_result {
            assert_eq!(text(&moved), seventh, "{moved:#}");
        }
    }
}

#[test]
fn articles_in_new_redaction_and_words_replaced_everywhere() {
    for with_result in [true, false] {
        let Some(case) = Case::new("07-iodine-2007", with_result) else { return };
        let before = case.show("489", "11-бап", &["--on", "2006-06-01"]);
        let after = case.show("489", "11-бап", &["--on", "2007-04-01"]);
        assert!(!text(&before).is_empty() && text(&before) != text(&after), "{before:#}");
        let inserted = case.show("489", "6-бап/7-1)", &["--on", "2006-06-01"]);
        assert_eq!(inserted["status"], "not_yet", "{inserted:#}");
        let replaced = case.show("489", "7-бап", &["--on", "2007-04-01"]);
        never_falsely_sure(&replaced, "ехникалық реттеу және метрология");
        let words = case.show("489", "5-бап/3)", &["--on", "2007-04-01"]);
        never_falsely_sure(&words, "тұзды йодтау және йод тапшылығы");
        // The amending law has no clause on its effect: its side of the question is open.
        assert!(may_say(&words, "тұзды йодтау және йод тапшылығы"), "{words:#}");
        assert!(may_say(&replaced, "ехникалық реттеу және метрология"), "{replaced:#}");
    }
}
