//! Questions → how long they took in this process, and whether they were answered.

use crate::drawn::{Drawn, draw};
use crate::{Outcome, fault, ms, shares};
use jiff::civil::Date;
use nusqa::model::certainty::Certainty;
use nusqa::model::version::Axis;
use nusqa::query::answer::{Answer, Ask};
use nusqa::query::search::SearchAsk;
use nusqa::query::{Engine, Refusal};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::Instant;

/// Times that an index is opened.
const OPENED: usize = 40;
/// Questions asked before those that count: a program that answers has been asked before.
const BEFORE: usize = 4;

/// Times by kind of question, and how many were refused or found nothing.
#[derive(Default)]
struct Times {
    taken: BTreeMap<&'static str, Vec<f64>>,
    unanswered: BTreeMap<&'static str, usize>,
}

impl Times {
    /// Times a question; `answered` tells whether what it gave is an answer.
    fn ask<T>(
        &mut self,
        what: &'static str,
        question: impl FnOnce() -> Result<T, Refusal>,
        answered: impl FnOnce(&T) -> bool,
    ) {
        let start = Instant::now();
        let answer = question();
        self.taken.entry(what).or_default().push(ms(start));
        let missing = usize::from(!answer.is_ok_and(|answer| answered(&answer)));
        *self.unanswered.entry(what).or_default() += missing;
    }

    fn print(self) {
        for (what, times) in self.taken {
            let of = times.len();
            let answered = self
                .unanswered
                .get(what)
                .map(|missing| 100.0 * (of - missing) as f64 / of.max(1) as f64);
            println!("{}", json!({ "what": what, "ms": shares(times), "answered, %": answered }));
        }
    }
}

fn in_force(date: Date) -> Ask {
    Ask { axis: Axis::InForce, date, known_by: None }
}

fn show(engine: &Engine, one: &Drawn) -> Result<Answer, Refusal> {
    let act = engine.find_act(&one.act)?;
    let ask = in_force(one.day);
    let address = engine.find_address(&act, &one.address, &ask)?;
    engine.show(&act, &address, ask)
}

/// Words, or both sides of an open question, which the windows of two changes may leave.
fn is_told(answer: &Answer) -> bool {
    answer.text.is_some() || !answer.alternatives.is_empty()
}

pub fn ask(index: &Path, most: usize) -> Outcome {
    let questions = draw(index, most, 1)?;
    let mut times = Times::default();
    for one in questions.iter().step_by((questions.len() / OPENED).max(1)) {
        let opened = Instant::now();
        let engine = Engine::open(index).map_err(fault)?;
        times.taken.entry("open").or_default().push(ms(opened));
        times.ask("first show of an open index", || show(&engine, one), is_told);
    }
    let engine = Engine::open(index).map_err(fault)?;
    let (before, counted) = questions.split_at(questions.len() / BEFORE);
    let mut warming = Times::default();
    for one in before {
        questioned(&engine, one, &mut warming);
    }
    for one in counted {
        questioned(&engine, one, &mut times);
    }
    // Searches cost more, so fewer are asked.
    let few = |questions: &[Drawn], times: &mut Times| {
        let step = (questions.len() / 400).max(1);
        for one in questions.iter().step_by(step).filter(|one| !one.words.is_empty()) {
            searched(&engine, one, times);
        }
    };
    few(before, &mut warming);
    few(counted, &mut times);
    times.print();
    Ok(())
}

fn questioned(engine: &Engine, one: &Drawn, times: &mut Times) {
    times.ask("show", || show(engine, one), is_told);
    let place = || {
        let act = engine.find_act(&one.act)?;
        let address = engine.find_address(&act, &one.address, &in_force(one.day))?;
        Ok::<_, Refusal>((act, address))
    };
    times.ask(
        "history",
        || {
            let (act, address) = place()?;
            engine.history(&act, &address, Axis::InForce, (None, None))
        },
        |_| true,
    );
    times.ask(
        "diff",
        || {
            let (act, address) = place()?;
            engine.diff(&act, &address, in_force(one.day), jiff::civil::date(2025, 5, 1))
        },
        |_| true,
    );
}

fn searched(engine: &Engine, one: &Drawn, times: &mut Times) {
    for (what, any_date) in [("search on a day", false), ("search on any day", true)] {
        let asked = SearchAsk {
            text: one.words.clone(),
            ask: in_force(one.day),
            any_date,
            between: None,
            act: None,
            limit: 10,
        };
        times.ask(what, || engine.search(&asked), |answer| !answer.hits.is_empty());
    }
}

pub fn judge(index: &Path, truth: &Path) -> Outcome {
    let engine = Engine::open(index).map_err(fault)?;
    let mut judged: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for line in BufReader::new(std::fs::File::open(truth)?).lines() {
        let one: Value = serde_json::from_str(&line?)?;
        let word = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        let drawn = Drawn {
            act: word("act"),
            address: word("address"),
            day: word("day").parse()?,
            words: String::new(),
        };
        let verdict = match show(&engine, &drawn) {
            Ok(answer) => {
                let verdict = verdict(&one, answer.status.name(), answer.text.as_deref());
                let sure = matches!(answer.certainty, Certainty::Certain | Certainty::Derived);
                if verdict == "wrong" && sure {
                    let found = json!({ "status": answer.status.name(), "text": answer.text });
                    println!("{}", json!({ "truth": one, "answer": found }));
                }
                (answer.certainty.name().to_owned(), verdict)
            }
            Err(Refusal::UnknownAddress { .. }) => (String::new(), "no such place"),
            Err(Refusal::UnknownAct { .. }) => (String::new(), "no such act"),
            Err(other) => return Err(fault(other)),
        };
        *judged.entry(verdict).or_default() += 1;
    }
    for ((certainty, verdict), count) in judged {
        println!("{}", json!({ "certainty": certainty, "verdict": verdict, "answers": count }));
    }
    Ok(())
}

/// What the truth says of an answer.
fn verdict(truth: &Value, status: &str, text: Option<&str>) -> &'static str {
    if status == "unknown" || text.is_some_and(|text| text.contains("[…]")) {
        return "open";
    }
    let same = truth["status"].as_str() == Some(status);
    match (truth["text"].as_str(), text) {
        (Some(_), None) if same => "open",
        (Some(said), Some(text)) if same && said == text => "exact",
        (None, _) if same => "exact",
        _ => "wrong",
    }
}
