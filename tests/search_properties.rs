//! What holds for any question and any text: an answer, never a panic; tokens that are stretches
//! of their text; the same answer to the same question.

mod support;

use nusqa::kazakh::token::Analyzer;
use nusqa::model::version::Axis;
use nusqa::query::answer::Ask;
use nusqa::query::search::SearchAsk;
use nusqa::query::{Engine, Refusal};
use proptest::prelude::*;

fn asked(text: String, any_date: bool, between: bool) -> SearchAsk {
    let day = |text: &str| text.parse().expect("a day");
    let ask = Ask { axis: Axis::InForce, date: day("2022-06-01"), known_by: None };
    let between = between.then(|| (day("2020-06-01"), day("2023-01-01")));
    SearchAsk { text, ask, any_date, between, act: None, limit: 5 }
}

/// Words of the corpus, marks of the syntax, and anything.
fn question() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[а-яәіңғүұқөһ]{1,12}",
        "(желі|аудит|қауіпсіздік|МО|БТ|шлюз|№ 112|10.02.2023|17-1-тармақ)",
        "(\"|«|»|-|\\*|~|act:|in:note|in:heading|[(]|[)]|:|/|№|—)",
        "\\PC{0,6}",
        "[\\x00-\\x1f\\u{200f}\\u{202e}]{0,3}",
    ];
    prop::collection::vec(piece, 0..12).prop_flat_map(|pieces| {
        let spaced = pieces.join(" ");
        let glued = pieces.concat();
        prop_oneof![Just(spaced), Just(glued)]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_question_has_an_answer(
        text in question(),
        any_date in any::<bool>(),
        between in any::<bool>(),
    ) {
        let engine = Engine::open(support::index()).expect("an index");
        let asked = asked(text, any_date, between);
        match engine.search(&asked) {
            Ok(answer) => {
                prop_assert!(answer.hits.len() <= asked.limit);
                prop_assert!(answer.total >= answer.hits.len());
                for hit in &answer.hits {
                    let words = hit.text.as_deref().or(hit.earlier.as_deref());
                    prop_assert!(words.is_some() || !hit.notes.is_empty() || hit.heading.is_some()
                        || hit.snippet.is_empty());
                }
                let again = engine.search(&asked).expect("the same answer");
                prop_assert_eq!(answer, again);
            }
            // `act:` may name nothing.
            Err(refusal) => {
                let named = matches!(
                    refusal,
                    Refusal::UnknownAct { .. } | Refusal::SeveralActs { .. }
                );
                prop_assert!(named, "{:?}", refusal);
            }
        }
    }

    #[test]
    fn tokens_are_stretches_of_their_text(text in "\\PC{0,60}[а-я ]{0,20}[\\x00-\\x1f]{0,3}\\PC{0,20}") {
        let tokens = Analyzer::new().tokens(&text);
        let mut end = 0;
        for (i, token) in tokens.iter().enumerate() {
            prop_assert!(token.bytes.start >= end && token.bytes.end > token.bytes.start);
            prop_assert!(text.get(token.bytes.clone()).is_some());
            prop_assert_eq!(token.position, i);
            prop_assert!(!token.keys.is_empty());
            end = token.bytes.end;
        }
    }
}
