//! Times searching: the questions of `tests/eval` on the corpus, and what a day costs on an index
//! of many provisions made from the words of the corpus.
//!
//! `cargo bench --bench search` makes 200 000 versions; `NUSQA_VERSIONS=2000000` as many as it says.

#![allow(clippy::print_stdout, reason = "what is measured is printed")]

use jiff::civil::{Date, date};
use nusqa::index::search::{Alternative, Key, Moment, Part, Plan, Word};
use nusqa::index::{
    Context, FORMAT, Index, Layout, Manifest, Stamp, StoredAct, StoredVersion, TOOL, Writer,
};
use nusqa::kazakh::token::{Analyzer, Keys};
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::{Address, Step};
use nusqa::model::certainty::{Certainty, Status};
use nusqa::model::day::{Adopted, EffectRule, Window};
use nusqa::model::kind::Kind;
use nusqa::model::node::{Node, Origin};
use nusqa::model::number::Number;
use nusqa::model::version::{Axis, Grade, Version};
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use nusqa::query::search::SearchAsk;
use std::path::Path;
use std::time::{Duration, Instant};

/// Redactions of one place.
const REDACTIONS: u32 = 4;
/// Places of one act.
const PLACES: u32 = 500;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = folder.path().join("corpus");
    nusqa::build::build(Path::new("corpus"), &corpus, true, &|_| {}).expect("a build");
    let engine = Engine::open(&corpus).expect("an index");
    let questions = questions();
    questions_on_corpus(&engine, &questions);

    let versions = std::env::var("NUSQA_VERSIONS").ok().and_then(|count| count.parse().ok());
    let versions: u32 = versions.unwrap_or(200_000);
    let many = folder.path().join("many");
    let started = Instant::now();
    make(&engine, &many, versions);
    println!("{versions} versions written in {:.1} s", started.elapsed().as_secs_f64());
    let index = Index::open(&Layout::new(&many)).expect("an index");
    days_on_many(&index, &questions);
    let engine = Engine::open(&many).expect("an index");
    let times = timed(&questions, |question| {
        engine.search(&asked(question, false)).expect("an answer");
    });
    report("whole answers on a day", times);
}

fn questions() -> Vec<String> {
    let text = std::fs::read_to_string("tests/eval/queries.jsonl").expect("questions");
    let question = |line: &str| -> String {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        value["query"].as_str().expect("a question").to_string()
    };
    text.lines().map(question).collect()
}

fn asked(text: &str, any_date: bool) -> SearchAsk {
    let ask = Ask { axis: Axis::InForce, date: date(2022, 6, 1), known_by: None };
    SearchAsk { text: text.to_string(), ask, any_date, between: None, act: None, limit: 10 }
}

fn timed(questions: &[String], mut answer: impl FnMut(&str)) -> Vec<Duration> {
    let mut times = Vec::new();
    for round in 0..6 {
        for question in questions {
            let started = Instant::now();
            answer(question);
            if round > 0 {
                times.push(started.elapsed());
            }
        }
    }
    times.sort();
    times
}

fn report(what: &str, times: Vec<Duration>) {
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64();
    println!("{what}: median {:.3} ms, p95 {:.3} ms", at(50) * 1e3, at(95) * 1e3);
}

fn questions_on_corpus(engine: &Engine, questions: &[String]) {
    for (what, any_date) in [("corpus, on a day", false), ("corpus, on any date", true)] {
        let times = timed(questions, |question| {
            engine.search(&asked(question, any_date)).expect("an answer");
        });
        report(what, times);
    }
}

/// The same plans with a day and without one.
fn days_on_many(index: &Index, questions: &[String]) {
    let mut analyzer = Analyzer::new();
    let mut plan = |question: &str, day: Option<Date>| -> Plan {
        let mut seen = Vec::new();
        for token in analyzer.tokens(question) {
            if !seen.contains(&token.keys[0]) {
                seen.push(token.keys[0].clone());
            }
        }
        let word = |key: String| {
            let way = Alternative { keys: vec![Key::Stem(key)], weight: 1.0, acts: Vec::new() };
            Word { alternatives: vec![way], spelt: String::new() }
        };
        Plan {
            words: seen.into_iter().map(word).collect(),
            phrases: Vec::new(),
            excluded: Vec::new(),
            acts: Vec::new(),
            without_amending: false,
            part: Part::Anywhere,
            moment: Moment { axis: Axis::InForce, day, known_by: None },
            wants_definition: false,
            wants_changes: false,
            candidates: 512,
        }
    };
    let mut totals = Vec::new();
    for (what, day) in [("many, without a day", None), ("many, on a day", Some(date(2022, 6, 1)))] {
        let plans: Vec<Plan> = questions.iter().map(|question| plan(question, day)).collect();
        let mut times = Vec::new();
        for round in 0..6 {
            for plan in &plans {
                let started = Instant::now();
                index.search(plan).expect("an answer");
                if round > 0 {
                    times.push(started.elapsed());
                }
            }
        }
        times.sort();
        totals.push(times.iter().sum::<Duration>().as_secs_f64());
        report(what, times);
    }
    println!("a day costs {:.2} times the search without one", totals[1] / totals[0]);
}

/// A small generator of numbers, the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// Writes an index of so many versions, each from the words of two provisions of the corpus.
fn make(engine: &Engine, folder: &Path, versions: u32) {
    let mut texts: Vec<String> = Vec::new();
    for act in engine.acts().expect("acts") {
        let ask = asked("", false).ask;
        let outline = engine.outline(&act, &Address::whole(), ask).expect("an outline");
        texts.extend(outline.units.into_iter().filter_map(|unit| unit.text));
    }
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let layout = Layout::new(folder);
    let lock = layout.lock().expect("a lock");
    let mut writer = Writer::begin(&layout, lock, false, Keys::Stems).expect("a writer");
    let mut written = 0;
    let mut number = 0;
    while written < versions {
        number += 1;
        let id = ActId {
            adopted: Adopted(date(2015, 1, 1)),
            form: ActType::Law,
            issuer: Issuer::parliament(),
            number: number.to_string(),
        };
        let mut stored = Vec::new();
        for place in 0..PLACES.min(versions.saturating_sub(written) / REDACTIONS + 1) {
            let address = Address::new(vec![Step::Article(Number::plain(place + 1))]);
            for redaction in 0..REDACTIONS {
                let half = |text: &str, last: bool| -> String {
                    let words: Vec<&str> = text.split_whitespace().collect();
                    let (head, tail) = words.split_at(words.len() / 2);
                    if last { tail.join(" ") } else { head.join(" ") }
                };
                let first = half(&texts[dice.below(texts.len())], false);
                let second = half(&texts[dice.below(texts.len())], true);
                let text = format!("{first} {second}");
                stored.push(version(&id, &address, place, redaction, text));
            }
        }
        written += stored.len() as u32;
        let act = StoredAct {
            id,
            title: None,
            titles: Vec::new(),
            horizon: None,
            effect: EffectRule::Unstated,
            witnesses: Vec::new(),
            referenced: false,
            components: vec![Address::whole()],
            amending: Vec::new(),
            amending_on_adoption: Vec::new(),
            amended_by: Vec::new(),
            abbreviations: Vec::new(),
        };
        writer.add(&act, &stored).expect("written");
    }
    let stamp = Stamp {
        format: FORMAT,
        tool: TOOL.into(),
        corpus: "0".repeat(64),
        keys: Keys::Stems.name().into(),
        corpus_path: "many".into(),
        corpus_changed: 0,
    };
    writer.finish(&stamp, &Manifest::default()).expect("an index");
}

fn version(
    id: &ActId,
    address: &Address,
    place: u32,
    redaction: u32,
    text: String,
) -> StoredVersion {
    let first = 2015 + i16::try_from(redaction * 3).expect("a year");
    let year = |year: i16| Window::exact(date(year, 1, 1));
    let last = redaction + 1 == REDACTIONS;
    StoredVersion {
        cites: Vec::new(),
        order: u64::from(place),
        depth: 0,
        groups: Vec::new(),
        has_words: true,
        context: Context { act: id.iri(), unit: address.clone(), ..Context::default() },
        version: Version {
            moved_from: None,
            moved_to: None,
            proof: None,
            node: Node::new(None, Step::Article(Number::plain(place + 1)), Origin::Enacted),
            address: address.clone(),
            kind: Kind::Article,
            axis: Axis::InForce,
            status: Status::InForce,
            text: Some(text),
            body: 0,
            heading: None,
            parts_known: true,
            valid_from: year(first),
            valid_to: (!last).then(|| year(first + 3)),
            known_from: None,
            known_to: None,
            begins_by: None,
            ends_by: None,
            introduced_by: None,
            ended_by: None,
            grades: vec![Grade { from: None, certainty: Certainty::Certain, reasons: Vec::new() }],
            words_at: None,
            evidence: Vec::new(),
            warnings: Vec::new(),
        },
    }
}
