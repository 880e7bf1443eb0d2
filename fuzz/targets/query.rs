//! Anything that somebody may type → an answer over the project's own corpus, or what is wrong with it.

use nusqa::build::{Progress, build};
use nusqa::model::version::Axis;
use nusqa::query::answer::Ask;
use nusqa::query::search::SearchAsk;
use nusqa::query::{Engine, Refusal};
use std::path::Path;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder").keep();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|up| up.join("corpus"));
    let corpus = corpus.into_iter().find(|corpus| corpus.join("facts").is_dir()).expect("a corpus");
    build(&corpus, &folder, false, &|_: Progress| {}).expect("an index");
    Engine::open(&folder).expect("an index")
});

pub fn run(bytes: &[u8]) {
    let ask = Ask { axis: Axis::InForce, date: jiff::civil::date(2022, 1, 1), known_by: None };
    let (any_date, bytes) = match bytes.split_first() {
        Some((0, rest)) => (true, rest),
        _ => (false, bytes),
    };
    let asked = SearchAsk {
        text: super::text(bytes).into_owned(),
        ask,
        any_date,
        between: None,
        act: None,
        limit: 10,
    };
    match ENGINE.search(&asked) {
        Ok(answer) => assert!(answer.hits.len() <= 10 && answer.hits.len() <= answer.total),
        // The question may name an act that the corpus has not, or has twice.
        Err(refusal) => assert!(!matches!(refusal, Refusal::Index(_)), "{refusal:?}"),
    }
}
