//! Invented acts, whose every word on every day is known: the answers of the program are held
//! against the truth.

#![allow(
    clippy::print_stdout,
    dead_code,
    reason = "a test says what it found, and uses a part of what is shared"
)]

#[path = "../examples/generate/invented/mod.rs"]
mod invented;
#[path = "scale/written.rs"]
mod written;

use invented::family::Truth;
use invented::{Words, family};
use nusqa::model::certainty::{Certainty, Status};
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::{Answer, Ask};
use std::collections::BTreeMap;
use written::{corpus, root};

/// Acts that are invented, and truths of each amended one.
const ACTS: usize = 60;
const TRUTHS: usize = 24;
/// Of a hundred answers so many say what is true, word for word; the rest are open.
const EXACT: usize = 90;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Verdict {
    Exact,
    Open,
    Wrong,
}

fn judge(truth: &Truth, answer: &Answer) -> Verdict {
    let gap = answer.text.as_deref().is_some_and(|text| text.contains("[…]"));
    if answer.status == Status::Unknown || gap {
        return Verdict::Open;
    }
    let same = answer.status.name() == truth.status;
    match (&truth.text, &answer.text) {
        (Some(_), None) if same => Verdict::Open,
        (Some(said), Some(text)) if same && said == text => Verdict::Exact,
        (None, _) if same => Verdict::Exact,
        _ => Verdict::Wrong,
    }
}

#[test]
fn answers_about_invented_acts_are_true() {
    let (folder, truths) = corpus("scale", 9, ACTS, TRUTHS);
    let index = folder.join("index");
    nusqa::build::build(&folder.join("corpus"), &index, false, &|_| {}).expect("a build");
    let engine = Engine::open(&index).expect("an index");
    let mut verdicts: BTreeMap<(Certainty, Verdict), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for truth in &truths {
        let ask = Ask { axis: Axis::InForce, date: truth.day, known_by: None };
        let act = engine.find_act(&truth.act).expect("the act");
        let Ok(address) = engine.find_address(&act, &truth.address, &ask) else {
            // It was gone before the first text that the corpus holds.
            *verdicts.entry((Certainty::Unknown, Verdict::Open)).or_default() += 1;
            continue;
        };
        let answer = engine.show(&act, &address, ask).expect("an answer");
        let verdict = judge(truth, &answer);
        *verdicts.entry((answer.certainty, verdict)).or_default() += 1;
        let sure = matches!(answer.certainty, Certainty::Certain | Certainty::Derived);
        if sure && verdict == Verdict::Wrong {
            wrong.push(format!(
                "{} {} on {}: {} {:?}\n  but {} {:?}",
                truth.act,
                truth.address,
                truth.day,
                truth.status,
                truth.text,
                answer.status.name(),
                answer.text
            ));
        }
    }
    println!("{verdicts:#?}");
    let exact: usize = verdicts
        .iter()
        .filter(|((_, verdict), _)| *verdict == Verdict::Exact)
        .map(|(_, n)| n)
        .sum();
    println!("{exact} of {} answers are exact", truths.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(exact * 100 >= truths.len() * EXACT);
}

#[test]
fn a_seed_makes_the_same_acts_again() {
    let words = Words::read(&root().join("corpus")).expect("the words of the corpus");
    let texts = |seed, number| {
        let family = family(seed, number, &words, 2);
        family.folders.into_iter().flat_map(|folder| folder.files).collect::<Vec<_>>()
    };
    assert_eq!(texts(1, 5), texts(1, 5));
    assert_ne!(texts(1, 5), texts(2, 5));
}
