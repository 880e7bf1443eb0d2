//! Times searching: the questions of `tests/eval` on the corpus, and what a day costs on an index
//! of many provisions made from the words of the corpus.
//!
//! `cargo bench --bench search` makes 200 000 versions; `NUSQA_VERSIONS=2000000` as many as it says.
//! With `NUSQA_FOLDER` they stay in that folder, and are not made again where they lie there.

#![allow(clippy::print_stdout, reason = "what is measured is printed")]

#[path = "../tests/support/invented.rs"]
mod invented;

use jiff::civil::{Date, date};
use nusqa::index::search::{Alternative, Key, Moment, Part, Plan, Word};
use nusqa::index::{Index, Layout};
use nusqa::kazakh::token::Analyzer;
use nusqa::model::address::Address;
use nusqa::model::day::Window;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use nusqa::query::search::SearchAsk;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Redactions of one place at most: a place has one to so many, each as often, so that a day holds
/// two versions of five.
const REDACTIONS: usize = 4;
/// The years over which they are spread evenly; the last holds on. The day asked for is not always
/// in the last.
const YEARS: std::ops::Range<usize> = 2014..2026;
/// Rounds that are timed.
const ROUNDS: usize = 10;
/// Places of one act.
const PLACES: u32 = 500;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = folder.path().join("corpus");
    nusqa::build::build(Path::new("corpus"), &corpus, true, &|_| {}).expect("a build");
    let engine = Engine::open(&corpus).expect("an index");
    let questions = questions();
    answers("corpus", &engine, &questions);

    let versions = std::env::var("NUSQA_VERSIONS").ok().and_then(|count| count.parse().ok());
    let versions: u32 = versions.unwrap_or(200_000);
    let kept = std::env::var_os("NUSQA_FOLDER").map(PathBuf::from);
    let many = kept.unwrap_or_else(|| folder.path().join("many"));
    if !many.exists() {
        let started = Instant::now();
        make(&engine, &many, versions);
        println!("{versions} versions written in {:.1} s", started.elapsed().as_secs_f64());
    }
    let index = Index::open(&Layout::new(&many)).expect("an index");
    days_on_many(&index, &questions);
    let engine = Engine::open(&many).expect("an index");
    answers("many", &engine, &questions);
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

/// By question, the time of every round.
type Times = Vec<Vec<Duration>>;

/// Times each question in both ways, one after the other, so that other work of the machine
/// slows both; the first round only warms.
fn side_by_side<T>(asked: &[T], mut answer: impl FnMut(&T, bool)) -> [Times; 2] {
    let mut times = [vec![Vec::new(); asked.len()], vec![Vec::new(); asked.len()]];
    for round in 0..=ROUNDS {
        for (i, one) in asked.iter().enumerate() {
            for way in [round % 2, (round + 1) % 2] {
                let started = Instant::now();
                answer(one, way == 0);
                let took = started.elapsed();
                if round > 0 {
                    times[way][i].push(took);
                }
            }
        }
    }
    times
}

/// Every round, and each question's fastest one, which other work of the machine slows least.
fn report(what: &str, times: [Times; 2]) {
    let mut sums = Vec::new();
    for (way, times) in ["on a day", "without a day"].into_iter().zip(times) {
        let fastest: Vec<Duration> =
            times.iter().filter_map(|rounds| rounds.iter().min().copied()).collect();
        let every: Vec<Duration> = times.concat();
        for (of, mut times) in [("every round", every), ("fastest round", fastest)] {
            times.sort();
            let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
            let ms = |time: Duration| time.as_secs_f64() * 1e3;
            let (median, high, most) = (ms(at(50)), ms(at(95)), ms(at(100)));
            println!(
                "{what}, {way}, {of}: median {median:.3} ms, p95 {high:.3} ms, most {most:.3} ms"
            );
            sums.push(times.iter().sum::<Duration>().as_secs_f64());
        }
    }
    let [every, fastest] = [sums[0] / sums[2], sums[1] / sums[3]];
    println!("{what}: a day costs {every:.2} times no day; of fastest rounds {fastest:.2} times");
}

/// Whole answers; on any date every redaction of a provision is looked at.
fn answers(what: &str, engine: &Engine, questions: &[String]) {
    let times = side_by_side(questions, |question, on_day| {
        engine.search(&asked(question, !on_day)).expect("an answer");
    });
    report(&format!("whole answers, {what}"), times);
}

/// The same plans with a day and without one.
fn days_on_many(index: &Index, questions: &[String]) {
    let mut analyzer = Analyzer::new();
    let mut plan = |question: &str, day: Option<Date>, candidates: usize| -> Plan {
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
            term: None,
            wants_definition: false,
            wants_changes: false,
            candidates,
        }
    };
    let day = Some(date(2022, 6, 1));
    for best in [128, 512] {
        let plans: Vec<(Plan, Plan)> = questions
            .iter()
            .map(|question| (plan(question, day, best), plan(question, None, best)))
            .collect();
        let times = side_by_side(&plans, |(with, without), on_day| {
            index.search(if on_day { with } else { without }).expect("an answer");
        });
        report(&format!("the same search, many, best {best}"), times);
    }
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
    let (mut written, mut number) = (0, 0);
    let acts = std::iter::from_fn(|| {
        if written >= versions {
            return None;
        }
        number += 1;
        let id = invented::law(number);
        let mut stored = Vec::new();
        for place in 0..PLACES {
            if written + stored.len() as u32 >= versions {
                break;
            }
            let redactions = 1 + dice.below(REDACTIONS);
            for redaction in 0..redactions {
                let half = |text: &str, last: bool| -> String {
                    let words: Vec<&str> = text.split_whitespace().collect();
                    let (head, tail) = words.split_at(words.len() / 2);
                    if last { tail.join(" ") } else { head.join(" ") }
                };
                let first = half(&texts[dice.below(texts.len())], false);
                let second = half(&texts[dice.below(texts.len())], true);
                let text = format!("{first} {second}");
                let last = redaction + 1 == redactions;
                let from = begins(redaction, redactions);
                let to = (!last).then(|| begins(redaction + 1, redactions));
                stored.push(invented::version(&id, place, text, from, to));
            }
        }
        written += stored.len() as u32;
        Some((id, stored))
    });
    invented::write(folder, acts);
}

/// When a redaction begins, of so many that are spread over the years.
fn begins(redaction: usize, redactions: usize) -> Window {
    let year = YEARS.start + YEARS.len() * redaction / redactions;
    Window::exact(date(i16::try_from(year).expect("a year"), 1, 1))
}
