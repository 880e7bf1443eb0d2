//! Walks every place of every act over every day on which an answer may turn, and holds each
//! answer under `certain` or `derived` against the files, which are read again here: the words
//! must be printed at that address, or follow from an order that is carried out again; and no
//! text and no order may say otherwise for that day.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

#[path = "walk/sources.rs"]
mod sources;
mod support;

use jiff::civil::Date;
use nusqa::amend::apply::{DraftUnit, reword};
use nusqa::index::{Index, Layout, StoredVersion};
use nusqa::model::act::ActId;
use nusqa::model::address::{Address, Step};
use nusqa::model::certainty::{Certainty, Status};
use nusqa::model::evidence::EvidenceKind;
use nusqa::model::instruction::Instruction;
use nusqa::model::tree::PrintedStatus;
use nusqa::model::version::{Axis, Version};
use nusqa::query::Engine;
use nusqa::query::answer::{ActInfo, Answer, Ask};
use rayon::prelude::*;
use sources::{Question, Sources, folded};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use support::{index, root};

/// Units of a container whose every turn is also a day for the container; a larger one is asked
/// on the days of its own words.
const SMALL: usize = 16;
const GAP: &str = "[…]";

/// How words under `certain` or `derived` were found to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Proved {
    Printed,
    Ordered,
    Quoted,
    CarriedOut,
    TakenBack,
}

#[derive(Default)]
struct Tally {
    asked: usize,
    checked: BTreeMap<String, usize>,
    faults: Vec<String>,
}

impl Tally {
    fn count(&mut self, what: &str) {
        *self.checked.entry(what.to_string()).or_default() += 1;
    }

    fn join(mut self, other: Tally) -> Tally {
        self.asked += other.asked;
        for (what, count) in other.checked {
            *self.checked.entry(what).or_default() += count;
        }
        self.faults.extend(other.faults);
        self
    }
}

/// A place with its versions on one axis.
struct Row {
    address: Address,
    groups: Vec<Address>,
    versions: Vec<(Version, Option<Proved>)>,
}

impl Row {
    fn is_inside(&self, outer: &Row) -> bool {
        self.address.is_within(&outer.address) || self.groups.contains(&outer.address)
    }
}

fn rows(index: &Index, act: &ActId, axis: Axis) -> Vec<Row> {
    let stored = index.versions_under(&act.iri(), &Address::whole(), axis).expect("versions");
    let place = |place: &[StoredVersion]| Row {
        address: place[0].version.address.clone(),
        groups: place[0].groups.clone(),
        versions: place.iter().map(|stored| (stored.version.clone(), None)).collect(),
    };
    stored.chunk_by(|a, b| a.order == b.order).map(place).collect()
}

/// The words of a version as a unit of a draft.
fn unit(version: &Version) -> DraftUnit {
    DraftUnit {
        kind: version.kind,
        address: version.address.clone(),
        heading: version.heading.clone(),
        text: version.text.clone(),
        body: version.body,
        status: PrintedStatus::InForce,
        suspended: false,
        cells: Vec::new(),
    }
}

/// How the words of a version follow from the files; `None` where they do not.
/// The order with the first paragraph of a numbered unit cited as the unit, which it is.
fn of_the_unit(order: &Instruction) -> Instruction {
    let unit = |target: &Address| match (target.last(), target.parent()) {
        (Some(Step::Text(1)), Some(unit))
            if matches!(unit.last(), Some(Step::Paragraph(_) | Step::Subparagraph(_))) =>
        {
            unit
        }
        _ => target.clone(),
    };
    Instruction { targets: order.targets.iter().map(unit).collect(), ..order.clone() }
}

fn prove(sources: &Sources, act: &ActId, row: &Row, at: usize) -> Option<Proved> {
    let version = &row.versions[at].0;
    let text = version.text.as_deref()?;
    if sources.prints(act, &version.address, text) {
        return Some(Proved::Printed);
    }
    if sources.orders_words(act, &version.address, text) {
        return Some(Proved::Ordered);
    }
    if sources.quotes_title(text) {
        return Some(Proved::Quoted);
    }
    let other = |other: &&Version| {
        !std::ptr::eq(*other, version)
            && other.text.is_some()
            && other.known_from.is_none_or(|from| version.known_to.is_none_or(|to| from < to))
            && version.known_from.is_none_or(|from| other.known_to.is_none_or(|to| from < to))
    };
    let named = |kind: EvidenceKind| {
        let pieces = version.evidence.iter().filter(move |piece| piece.kind == kind);
        pieces.filter_map(|piece| sources.order_at(&piece.span))
    };
    let words = |version: &Version| version.text.as_deref().map(folded);
    let others: Vec<&Version> = row.versions.iter().map(|(v, _)| v).filter(other).collect();
    // A row of orders that one act gives may have led here step by step.
    let derived = others.iter().any(|before| {
        let mut now = unit(before);
        let mut orders: Vec<_> = named(EvidenceKind::Derived).collect();
        orders.reverse();
        let mut reached = false;
        for order in orders {
            if let Ok(Some(next)) = reword(&of_the_unit(order), &now) {
                now = next;
                reached |= now.text.as_deref().map(folded) == words(version);
            }
        }
        reached
    });
    if derived {
        return Some(Proved::CarriedOut);
    }
    let undone = others.iter().any(|after| {
        named(EvidenceKind::Undone).any(|order| {
            let again = reword(order, &unit(version)).ok().flatten();
            again.and_then(|unit| unit.text).map(|text| folded(&text)) == words(after)
        })
    });
    undone.then_some(Proved::TakenBack)
}

/// The days on which an answer for this place may turn, with the days before and after.
fn days(rows: &[&Row]) -> BTreeSet<Date> {
    let versions = rows.iter().flat_map(|row| &row.versions).map(|(version, _)| version);
    let edges = versions.flat_map(|version| {
        let windows = [Some(version.valid_from), version.valid_to];
        let ends = windows.into_iter().flatten().flat_map(|w| [w.earliest, w.latest]);
        let grades = version.grades.iter().map(|grade| grade.from);
        ends.chain(grades).flatten().collect::<Vec<_>>()
    });
    edges.flat_map(|day| [day.yesterday().ok(), Some(day), day.tomorrow().ok()]).flatten().collect()
}

/// The days of knowledge that make a difference, with the day before each.
fn knowledge(row: &Row) -> BTreeSet<Option<Date>> {
    let turns = row.versions.iter().filter_map(|(version, _)| version.known_from);
    let days = turns.flat_map(|day| [day.yesterday().ok(), Some(day)]);
    days.flatten().map(Some).chain([None]).collect()
}

/// True where the text is made of words of these places that were proved, each place once and in
/// their order.
fn is_composed(text: &str, rows: &[&Row]) -> bool {
    let mut rest = text;
    let cut = |rest: &mut &str, words: &str| {
        let Some(after) = rest.strip_prefix(words) else { return false };
        match after.strip_prefix('\n') {
            Some(next) => *rest = next,
            None if after.is_empty() => *rest = after,
            None => return false,
        }
        true
    };
    for row in rows {
        while cut(&mut rest, GAP) {}
        let mut proved: Vec<&str> = row
            .versions
            .iter()
            .filter(|(_, proved)| proved.is_some())
            .filter_map(|(version, _)| version.text.as_deref())
            .collect();
        proved.sort_by_key(|words| std::cmp::Reverse(words.len()));
        for words in proved {
            if cut(&mut rest, words) {
                break;
            }
        }
    }
    while cut(&mut rest, GAP) {}
    rest.is_empty()
}

/// The places inside the first of these; a document may be printed around the signature of the
/// act that approves it.
fn inside(rows: &[Row]) -> Vec<&Row> {
    let Some((outer, rest)) = rows.split_first() else { return Vec::new() };
    let apart = outer.address.last().is_some_and(Step::is_component);
    let mut found = vec![outer];
    for row in rest {
        match row.is_inside(outer) {
            true => found.push(row),
            false if apart => {}
            false => break,
        }
    }
    found
}

struct Walk<'a> {
    engine: &'a Engine,
    act: &'a ActInfo,
    sources: &'a Sources,
    axis: Axis,
}

impl Walk<'_> {
    /// Asks for the first of these places, the others standing inside it.
    fn place(&self, rows: &[&Row]) -> Tally {
        let mut tally = Tally::default();
        let own = if rows.len() <= SMALL { rows } else { &rows[..1] };
        for known_by in knowledge(rows[0]) {
            if self.axis == Axis::Adopted && known_by.is_some() {
                continue;
            }
            for date in days(own) {
                let ask = Ask { axis: self.axis, date, known_by };
                let answer = self.engine.show(self.act, &rows[0].address, ask).expect("an answer");
                tally.asked += 1;
                if answer.certainty >= Certainty::Derived {
                    self.check(rows, &answer, &mut tally);
                }
            }
        }
        tally
    }

    fn check(&self, rows: &[&Row], answer: &Answer, tally: &mut Tally) {
        let row = rows[0];
        let ask = answer.ask;
        let question = Question {
            act: &self.act.id,
            address: &row.address,
            groups: &row.groups,
            axis: ask.axis,
            day: ask.date,
            known_by: ask.known_by,
        };
        let mut fault = |what: &str| {
            let sure = answer.certainty.name();
            tally.faults.push(format!(
                "{} {} {} {} known by {:?}: {what}; {} {sure}: {:?}",
                self.act.id.number,
                row.address,
                ask.axis.name(),
                ask.date,
                ask.known_by,
                answer.status.name(),
                answer.text.as_deref().map(|text| text.chars().take(90).collect::<String>()),
            ));
        };
        match (answer.status, &answer.text) {
            (Status::InForce, Some(text)) => {
                if !is_composed(text, rows) {
                    fault("words that no source leads to");
                    return;
                }
                let holds = |version: &&(Version, Option<Proved>)| {
                    version.0.may_hold(ask.date) && version.0.is_known(ask.known_by)
                };
                let own = row.versions.iter().filter(holds).find(|(v, _)| v.text.is_some());
                if let Some((version, _)) = own
                    && let Some(words) = &version.text
                    && let Some(other) = self.sources.says_otherwise(&question, Some(words))
                {
                    fault(&other);
                    return;
                }
                match own {
                    Some((_, Some(proved))) if rows.len() == 1 => {
                        tally.count(&format!("{} {proved:?}", answer.certainty.name()));
                    }
                    _ => tally.count(&format!("{} Composed", answer.certainty.name())),
                }
            }
            (Status::InForce, None) => fault("in force without words"),
            (status, Some(_)) => fault(&format!("words of what is {}", status.name())),
            (status, None) => {
                if let Some(other) = self.sources.says_otherwise(&question, None) {
                    fault(&other);
                } else if status == Status::Repealed && !self.sources.tells_an_end(&question) {
                    fault("no source tells that it ended");
                } else {
                    tally.count(&format!("{} {}", answer.certainty.name(), status.name()));
                }
            }
        }
    }
}

fn walk(corpus: &Path, folder: &Path) -> Tally {
    let sources = Sources::read(corpus);
    let engine = Engine::open(folder).expect("an index");
    let index = Index::open(&Layout::new(folder)).expect("an index");
    let mut tally = Tally::default();
    for act in engine.acts().expect("acts") {
        for axis in [Axis::InForce, Axis::Adopted] {
            let mut rows = rows(&index, &act.id, axis);
            let proofs: Vec<Vec<Option<Proved>>> = rows
                .par_iter()
                .map(|row| {
                    (0..row.versions.len()).map(|at| prove(&sources, &act.id, row, at)).collect()
                })
                .collect();
            for (row, proofs) in rows.iter_mut().zip(proofs) {
                for ((version, known), proof) in row.versions.iter_mut().zip(proofs) {
                    let sure = version.grades.iter().any(|g| g.certainty >= Certainty::Derived);
                    if sure && version.text.is_some() && proof.is_none() {
                        tally.faults.push(format!(
                            "{} {} {}: words that no source leads to: {:?}",
                            act.id.number,
                            version.address,
                            axis.name(),
                            version.text
                        ));
                    }
                    *known = proof;
                }
            }
            let walk = Walk { engine: &engine, act: &act, sources: &sources, axis };
            let place = |from: usize| walk.place(&inside(&rows[from..]));
            let walked = (0..rows.len()).into_par_iter().map(place);
            tally = tally.join(walked.reduce(Tally::default, Tally::join));
        }
    }
    tally
}

/// Prints what was checked and fails on every fault.
fn report(name: &str, tally: &Tally) {
    println!("{name}: {} answers asked, checked: {:?}", tally.asked, tally.checked);
    let shown: Vec<&str> = tally.faults.iter().map(String::as_str).take(40).collect();
    assert!(
        shown.is_empty(),
        "{name}: {} answers are contradicted:\n{}",
        tally.faults.len(),
        shown.join("\n")
    );
}

#[test]
fn the_corpus() {
    let folder = index();
    let tally = walk(Path::new("corpus"), folder);
    report("corpus", &tally);
    assert!(tally.checked.values().sum::<usize>() > 1000);
}

fn built(corpus: &Path, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("walk-{name}"));
    nusqa::build::build(corpus, &folder, false, &|_| {}).expect("a build");
    folder
}

#[test]
fn the_small_corpora() {
    std::env::set_current_dir(root()).expect("the project's folder");
    let mut all = Tally::default();
    let mut names: Vec<PathBuf> = std::fs::read_dir("tests/corpora")
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    names.sort();
    for corpus in names {
        let name = corpus.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let folder = built(&corpus, &name);
        let mut tally = walk(&corpus, &folder);
        for fault in &mut tally.faults {
            *fault = format!("{name}: {fault}");
        }
        all = all.join(tally);
    }
    report("small corpora", &all);
}

#[test]
fn the_real_cases() {
    std::env::set_current_dir(root()).expect("the project's folder");
    let mut all = Tally::default();
    for name in support::cases::NAMES {
        for with_result in [true, false] {
            let Some(case) = support::cases::Case::new(name, with_result) else { return };
            let folder = built(case.corpus(), &format!("{name}-{with_result}"));
            let mut tally = walk(case.corpus(), &folder);
            for fault in &mut tally.faults {
                *fault = format!("{name}, result {with_result}: {fault}");
            }
            all = all.join(tally);
        }
    }
    report("real cases", &all);
}
