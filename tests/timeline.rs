//! What must hold of every version of every place of every act in the corpus.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

mod support;

use nusqa::index::{Index, Layout, StoredVersion};
use nusqa::model::address::Address;
use nusqa::model::certainty::{Certainty, Status};
use nusqa::model::evidence::EvidenceKind;
use nusqa::model::version::{Axis, Version};
use nusqa::parse;
use nusqa::source;
use std::collections::{BTreeMap, HashMap};
use support::{index, root};

fn each_place(mut check: impl FnMut(&str, &[StoredVersion])) {
    let index = Index::open(&Layout::new(index())).expect("an index");
    for act in index.acts().expect("acts") {
        for axis in [Axis::InForce, Axis::Adopted] {
            let versions =
                index.versions_under(&act.id.iri(), &Address::whole(), axis).expect("versions");
            for place in versions.chunk_by(|a, b| a.order == b.order) {
                check(&act.id.iri(), place);
            }
        }
    }
}

/// The days of knowledge at which the answer may differ, with everything known last.
fn knowledge(place: &[StoredVersion]) -> Vec<Option<jiff::civil::Date>> {
    let mut days: Vec<_> = place.iter().filter_map(|stored| stored.version.known_from).collect();
    days.sort();
    days.dedup();
    days.into_iter().map(Some).chain([None]).collect()
}

fn known(place: &[StoredVersion], day: Option<jiff::civil::Date>) -> Vec<&Version> {
    let mut versions: Vec<&Version> =
        place.iter().map(|stored| &stored.version).filter(|v| v.is_known(day)).collect();
    versions.sort_by_key(|v| {
        (
            v.valid_from.earliest.is_some(),
            v.valid_from.latest.is_none() && v.valid_from.earliest.is_some(),
            v.valid_from.latest,
            v.valid_from.earliest,
        )
    });
    versions
}

#[test]
fn versions_follow_each_other_without_a_hole() {
    each_place(|act, place| {
        for day in knowledge(place) {
            let versions = known(place, day);
            let address = &place[0].version.address;
            assert!(!versions.is_empty(), "{act} {address} at {day:?}");
            let first = versions[0].valid_from;
            assert!(first.earliest.is_none() && first.latest.is_none(), "{act} {address}");
            for pair in versions.windows(2) {
                assert_eq!(
                    pair[0].valid_to,
                    Some(pair[1].valid_from),
                    "{act} {address} at {day:?}"
                );
            }
            assert_eq!(versions[versions.len() - 1].valid_to, None, "{act} {address}");
        }
    });
}

#[test]
fn every_version_is_graded_and_every_word_is_proved() {
    each_place(|act, place| {
        for stored in place {
            let version = &stored.version;
            let address = &version.address;
            assert!(!version.grades.is_empty(), "{act} {address}: no grade");
            let days: Vec<_> = version.grades.iter().map(|grade| grade.from).collect();
            assert!(days.is_sorted(), "{act} {address}: {days:?}");
            assert_eq!(
                version.text.is_some(),
                version.status == Status::InForce
                    && version.grades.iter().all(|g| g.certainty > Certainty::Unknown)
                    && stored.has_words,
                "{act} {address}: {version:?}"
            );
            let worded = version.evidence.iter().any(|e| e.kind != EvidenceKind::Note);
            assert!(version.text.is_none() || worded, "{act} {address}: no evidence");
        }
    });
}

#[test]
fn nothing_is_sure_after_the_horizon() {
    let index = Index::open(&Layout::new(index())).expect("an index");
    let horizons: HashMap<String, _> =
        index.acts().expect("acts").into_iter().map(|act| (act.id.iri(), act.horizon)).collect();
    each_place(|act, place| {
        let Some(horizon) = horizons[act] else { return };
        if place[0].version.axis == Axis::Adopted {
            return;
        }
        let after = horizon.tomorrow().expect("a day");
        for version in place.iter().map(|stored| &stored.version) {
            if version.may_hold(after) {
                let grade = version.grade(after).expect("a grade");
                assert!(grade.certainty <= Certainty::Presumed, "{act} {}", version.address);
            }
        }
    });
}

/// Words under `certain` or `derived` are the words of some unit of the file and lines that the
/// answer names: read here again, without the timeline.
#[test]
fn sure_words_stand_printed_where_the_evidence_says() {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut checked = 0;
    each_place(|act, place| {
        for version in place.iter().map(|stored| &stored.version) {
            let Some(text) = &version.text else { continue };
            let printed = version.evidence.iter().any(|evidence| {
                let file = evidence.span.source.file.to_string();
                let words = texts.entry(file.clone()).or_insert_with(|| {
                    let document = source::read_file(&root().join(&file), &file).expect("a text");
                    let tree = parse::parse(&document);
                    let all: Vec<String> = tree.units.iter().map(|u| folded(&u.text)).collect();
                    all.join(" ")
                });
                words.contains(&folded(text))
            });
            assert!(printed, "{act} {}: {text}", version.address);
            checked += 1;
        }
    });
    println!("{checked} wordings stand where the evidence says");
    assert!(checked > 1000);
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
