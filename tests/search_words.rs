//! How well word forms and damaged spellings meet, by the definitions of `tests/eval/README.md`.
//! Prints its scores and fails below those reached.

#![allow(clippy::print_stdout, reason = "the scores are what the test is about")]

use nusqa::kazakh::token::{Analyzer, Keys};
use std::collections::{BTreeMap, BTreeSet};

fn table(name: &str) -> Vec<Vec<String>> {
    let path = format!("{}/tests/eval/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a table");
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_string).collect()).collect()
}

/// The keys of a word given alone: a hyphen compound is one by its compound key.
fn keys(word: &str, analyzer: &mut Analyzer) -> BTreeSet<String> {
    let read: Vec<String> =
        analyzer.tokens(word).into_iter().flat_map(|token| token.keys).collect();
    match read.iter().find(|key| key.starts_with("c:")) {
        Some(compound) => BTreeSet::from([compound.clone()]),
        None => read.into_iter().collect(),
    }
}

struct Group {
    family: String,
    soft: String,
    forms: Vec<BTreeSet<String>>,
}

struct Score {
    precision: f64,
    recall: f64,
    near: f64,
}

fn conflation(by: Keys) -> Score {
    let mut analyzer = Analyzer::by(by);
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for row in table("conflation.tsv") {
        let [group, _, _, family, soft, form, ..] = row.as_slice() else { continue };
        let new = || Group { family: family.clone(), soft: soft.clone(), forms: Vec::new() };
        let form = keys(form, &mut analyzer);
        groups.entry(group.clone()).or_insert_with(new).forms.push(form);
    }
    let groups: Vec<Group> = groups.into_values().collect();
    let meet = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_disjoint(b);
    let (mut right, mut missed, mut wrong) = (0.0, 0.0, 0.0);
    let (mut near, mut near_wrong) = (0.0, 0.0);
    for (i, group) in groups.iter().enumerate() {
        for (n, a) in group.forms.iter().enumerate() {
            for b in &group.forms[n + 1..] {
                if meet(a, b) { right += 1.0 } else { missed += 1.0 }
            }
        }
        for other in &groups[i + 1..] {
            if group.soft != "-" && group.soft == other.soft {
                continue;
            }
            let kin = group.family == other.family;
            for a in &group.forms {
                for b in &other.forms {
                    let met = meet(a, b);
                    wrong += f64::from(u8::from(met));
                    near += f64::from(u8::from(kin));
                    near_wrong += f64::from(u8::from(kin && met));
                }
            }
        }
    }
    let score = Score {
        precision: right / (right + wrong),
        recall: right / (right + missed),
        near: near_wrong / near,
    };
    println!(
        "{}: precision {:.4}, recall {:.4}, near over-stemming {:.4}",
        by.name(),
        score.precision,
        score.recall,
        score.near
    );
    score
}

#[test]
fn forms_of_a_word_meet_and_other_words_do_not() {
    let stems = conflation(Keys::Stems);
    assert!(stems.precision >= 0.999 && stems.recall >= 0.999 && stems.near <= 0.001);
    let beginnings = conflation(Keys::Beginnings);
    let words = conflation(Keys::Words);
    assert!(beginnings.precision < stems.precision && words.recall < stems.recall);
}

#[test]
fn damaged_spellings_meet_the_standard_ones() {
    let mut analyzer = Analyzer::new();
    let mut bridged = 0;
    let mut missed = Vec::new();
    for row in table("fold.tsv") {
        let [written, standard, kind] = row.as_slice() else { continue };
        let (a, b) = (analyzer.tokens(written), analyzer.tokens(standard));
        if kind == "distinct" {
            assert_ne!(a[0].surface, b[0].surface, "the exact field keeps {written} apart");
        } else if a[0].keys[0] == b[0].keys[0] {
            bridged += 1;
        } else {
            missed.push(format!("{written} {standard}"));
        }
    }
    println!("bridged {bridged}, missed {missed:?}");
    assert!(bridged >= 97, "{bridged}: {missed:?}");
}
