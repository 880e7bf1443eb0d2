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
use support::cases::Case;

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

/// A question about a case: its name, the act, the place, the day with its flag, and the answer:
/// status, certainty where it matters, and words that must be contained (`None`: no words).
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
);

/// The day before, the first and the last day of every window, on both axes and for both days of
/// knowledge. They are answered alike whether the later consolidation is in the corpus or not.
const ON_THE_EDGE: &[Row] = &[
    // In effect from its first publication: from 25 June to 25 July 2008.
    (
        "01-holidays-2008",
        "267-II",
        "3-бап#7",
        &["--on", "2008-06-24"],
        "in_force",
        None,
        Some("30 тамыз"),
    ),
    (
        "01-holidays-2008",
        "267-II",
        "3-бап#8",
        &["--on", "2008-06-24"],
        "in_force",
        None,
        Some("25 қазан"),
    ),
    ("01-holidays-2008", "267-II", "3-бап#7", &["--on", "2008-06-25"], "unknown", None, None),
    ("01-holidays-2008", "267-II", "3-бап#7", &["--on", "2008-07-24"], "unknown", None, None),
    (
        "01-holidays-2008",
        "267-II",
        "3-бап#7",
        &["--on", "2008-07-25"],
        "in_force",
        Some("certain"),
        Some("6 шілде - Астана күні;"),
    ),
    (
        "01-holidays-2008",
        "267-II",
        "3-бап#2",
        &["--on", "2008-07-25"],
        "in_force",
        None,
        Some("1-2 қаңтар"),
    ),
    (
        "01-holidays-2008",
        "267-II",
        "3-бап#7",
        &["--adopted-by", "2008-06-24"],
        "in_force",
        None,
        Some("30 тамыз"),
    ),
    (
        "01-holidays-2008",
        "267-II",
        "3-бап#7",
        &["--adopted-by", "2008-06-25"],
        "in_force",
        Some("certain"),
        Some("6 шілде"),
    ),
    ("01-holidays-2008", "267-II", "*", &["--on", "2001-12-12"], "not_yet", Some("certain"), None),
    // Adopted on 5 March 2016, in effect from 1 January like the law itself.
    (
        "03-transfer-2016-march",
        "~base",
        "1-бап#2",
        &["--on", "2015-12-31"],
        "not_yet",
        Some("certain"),
        None,
    ),
    (
        "03-transfer-2016-march",
        "~base",
        "1-бап#2",
        &["--on", "2016-01-01"],
        "in_force",
        Some("certain"),
        Some("2 880 000 000"),
    ),
    (
        "03-transfer-2016-march",
        "~base",
        "1-бап#2",
        &["--on", "2016-01-01", "--known-by", "2016-03-04"],
        "in_force",
        None,
        Some("2 400 000 000"),
    ),
    (
        "03-transfer-2016-march",
        "~base",
        "1-бап#2",
        &["--on", "2016-01-01", "--known-by", "2016-03-05"],
        "in_force",
        Some("certain"),
        Some("2 880 000 000"),
    ),
    (
        "03-transfer-2016-march",
        "~base",
        "1-бап#2",
        &["--adopted-by", "2016-03-05"],
        "in_force",
        None,
        Some("2 880 000 000"),
    ),
    (
        "03-transfer-2016-march",
        "~base",
        "1-бап#4",
        &["--on", "2016-01-01"],
        "in_force",
        None,
        Some("2018 жыл"),
    ),
    // No clause on effect: from 5 February 2007 on the question is open.
    ("07-iodine-2007", "489", "6-бап/7-1)", &["--on", "2007-02-04"], "not_yet", None, None),
    (
        "07-iodine-2007",
        "489",
        "1-бап/7)",
        &["--on", "2007-02-04"],
        "in_force",
        None,
        Some("жалған ас тұзы"),
    ),
    (
        "07-iodine-2007",
        "489",
        "4-бап",
        &["--on", "2006-01-01"],
        "in_force",
        None,
        Some("республикалық маңызы бар қаланың"),
    ),
];

#[test]
fn days_on_the_edge() {
    let mut asked = 0;
    let mut failures = String::new();
    for with_result in [true, false] {
        for name in support::cases::NAMES {
            let Some(case) = Case::new(name, with_result) else { return };
            for (_, act, place, day, status, certainty, words) in
                ON_THE_EDGE.iter().filter(|row| row.0 == name)
            {
                asked += 1;
                let answer = case.show(act, place, day);
                let fits = answer["status"] == **status
                    && certainty.is_none_or(|certainty| answer["certainty"] == *certainty)
                    && match words {
                        Some(words) => text(&answer).contains(words),
                        None => answer["text"].is_null(),
                    };
                if !fits {
                    failures += &format!(
                        "{name} (result {with_result}) {place} {day:?}: {} {} {:?}\n",
                        answer["status"],
                        answer["certainty"],
                        text(&answer)
                    );
                }
            }
        }
    }
    println!("{asked} questions about real cases asked");
    assert!(failures.is_empty(), "{failures}");
}
