//! Runs the cases under `tests/cases`: one folder a stage, two files a case. The first line of a
//! case says what it shows and from which act the words come; the rest is read, and the answer
//! must equal the file beside it. `UPDATE_EXPECT=1` rewrites the answers.

use nusqa::amend;
use nusqa::amend::apply::{Draft, carry_out};
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::day::Adopted;
use nusqa::model::tree::Tree;
use nusqa::notes;
use nusqa::parse::citation::parse_address;
use nusqa::parse::identity::requisites;
use nusqa::parse::parse;
use nusqa::refs::{self, CitedAct, Names};
use nusqa::source::document::Document;
use nusqa::terms::{self, Passage};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Turns the text of a case into its answer.
type Stage = fn(&str) -> String;

/// Folder, ending of the answers, reader. Another stage is one more line here.
const STAGES: [(&str, &str, Stage); 5] = [
    ("parse", "tree", tree_of),
    ("notes", "events", events_of),
    ("amend", "orders", orders_of),
    ("apply", "after", text_after),
    ("refs", "cited", citations_of),
];

/// The form of the act, then lines of an address and the words there: one
/// line a term, then one line a citation.
fn citations_of(text: &str) -> String {
    let mut form = ActType::Law;
    let mut units: Vec<(Address, &str)> = Vec::new();
    for line in text.lines() {
        match line.split_once(" | ") {
            Some((at, words)) => {
                let address = parse_address(at).into_iter().next().expect("an address");
                units.push((address, words));
            }
            None => form = ActType::from_name(line).unwrap_or(form),
        }
    }
    let chapter = parse_address("1-тарау");
    let passages: Vec<Passage<'_>> = units
        .iter()
        .map(|(address, text)| Passage {
            address,
            kind: address.last().expect("a unit").kind(),
            text,
            body: 0,
            groups: &chapter,
        })
        .collect();
    let terms = terms::read(passages.iter().copied());
    let mut out = String::new();
    for term in &terms {
        let _ = writeln!(out, "+ {} = {} [{}]", term.term, term.meaning, term.scope);
    }
    let names = Names::of(&terms, &[]);
    for passage in &passages {
        for found in refs::read(passage, &names, form) {
            let act = match &found.act {
                CitedAct::Own => String::new(),
                CitedAct::Unclear => "?".into(),
                CitedAct::Named(name) => {
                    let form = name.form.map_or("", |form| form.name());
                    let issuer = name.issuer.as_ref().map_or("", |issuer| &issuer.0);
                    let day = name.adopted.map(|day| day.to_string()).unwrap_or_default();
                    let number = name.number.as_deref().unwrap_or_default();
                    let title = name.title.as_deref().unwrap_or_default();
                    let parts = [form, issuer, &day, number, title];
                    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
                }
            };
            let places = found.targets.iter().map(|target| match &target.inner {
                Some(inner) => format!("{} ({inner})", target.address),
                None => target.address.to_string(),
            });
            let places = places.collect::<Vec<_>>().join(", ");
            let words = &passage.text[found.bytes];
            let _ = writeln!(out, "{}: {words}\n  → [{act}] {places}", passage.address);
        }
    }
    out
}

fn tree_of(text: &str) -> String {
    describe(&parse(&Document::decode("case", text.as_bytes())))
}

/// One line a note, then one line an event of it.
fn events_of(text: &str) -> String {
    let tree = parse(&Document::decode("case", text.as_bytes()));
    let mut out = String::new();
    for note in notes::read(&tree) {
        let (form, targets) = (note.form.name(), list(&note.targets));
        let place = note.container.map(|place| format!(" in {place}")).unwrap_or_default();
        let _ = writeln!(out, "{form} {targets}{place}");
        for event in note.events {
            let (kind, by) = (event.kind.name(), event.by.iri());
            let _ = write!(out, "  {kind} {by} {:?}", event.effect);
            if let Some(end) = event.until {
                let _ = write!(out, " until {end}");
            }
            let misprint = event.adopted_printed.map(|day| format!(" (printed {day})"));
            let _ = writeln!(out, "{}", misprint.unwrap_or_default());
        }
        if !note.old_words.is_empty() {
            let _ = writeln!(out, "  {:?} → {:?}", note.old_words, note.new_words);
        }
    }
    out
}

/// One line an order, then its place, its words and the units that it brings.
fn orders_of(text: &str) -> String {
    let tree = parse(&Document::decode("case", text.as_bytes()));
    let own = requisites(&tree).expect("a case with requisites").act;
    let mut out = String::new();
    for order in amend::read(&tree, &own).instructions {
        let state = if order.read { "" } else { "UNREAD " };
        let act = order.target_act.map_or_else(|| "?".into(), |act| act.iri());
        let (name, targets) = (order.operation.name(), list(&order.targets));
        let _ = writeln!(out, "{state}{name} {targets} of {act}");
        let side = order.position.map_or("in", |position| position.name());
        let place = order.container.map(|place| format!(" {side} {place}"));
        let side = order.position.map(|position| format!(" {}", position.name()));
        let place = place.or(side).unwrap_or_default();
        let effect = order.in_force.map_or_else(|| "?".into(), |rule| format!("{rule:?}"));
        let context = order.context.join(" > ");
        let _ = writeln!(out, "  at {} [{context}]{place}, {effect}", order.at);
        if !order.sentences.is_empty() {
            let _ = writeln!(out, "  sentences {:?}: {:?}", order.sentences, order.new_text);
        }
        if !order.old_words.is_empty() || !order.new_words.is_empty() {
            let _ = writeln!(out, "  {:?} → {:?}", order.old_words, order.new_words);
        }
        for unit in order.new_units {
            let _ = writeln!(out, "  {} {}: {}", unit.kind, unit.address, unit.text);
        }
        for (at, rule) in order.exceptions {
            let _ = writeln!(out, "  except {at}: {rule:?}");
        }
        if let Some(end) = order.until {
            let _ = writeln!(out, "  until {end}");
        }
        for (at, end) in order.endings {
            let _ = writeln!(out, "  {at} until {end}");
        }
    }
    out
}

/// A text, a line of `====`, orders: one line a unit afterwards, then one line an order that was
/// not carried out or left words behind.
fn text_after(text: &str) -> String {
    let (before, orders) = text.split_once("\n====\n").expect("a text and orders");
    let tree = parse(&Document::decode("case", before.as_bytes()));
    let mut draft = Draft::from_tree(&tree, &Address::whole());
    let amending = parse(&Document::decode("case", orders.as_bytes()));
    let own = requisites(&amending).map_or_else(nobody, |told| told.act);
    let orders = amend::read(&amending, &own).instructions;
    let outcome = carry_out(&mut draft, &orders);
    let mut out = String::new();
    for unit in draft.units() {
        let state = match (unit.status.name(), unit.suspended) {
            ("in_force", false) => String::new(),
            ("in_force", true) => " [suspended]".into(),
            (gone, _) => format!(" [{gone}]"),
        };
        let text = unit.text.as_deref().unwrap_or("?");
        let _ = writeln!(out, "{} {}{state}: {text}", unit.kind, unit.address);
    }
    for (order, carried) in orders.iter().zip(&outcome) {
        let (name, targets) = (order.operation.name(), list(&order.targets));
        if let Some(problem) = carried.problem {
            let _ = writeln!(out, "! {name} {targets}: {}", problem.name());
            if !carried.candidates.is_empty() {
                let _ = writeln!(out, "  near {}", list(&carried.candidates));
            }
        }
        if let Some(found) = &carried.occurrences {
            let (expected, found_words) = (found.expected, found.found);
            if carried.problem.is_some() || expected != Some(found_words) {
                let _ = writeln!(out, "  {name} expected {expected:?}, found {found_words}");
            }
            for (address, words) in &found.left_behind {
                let _ = writeln!(out, "  left behind at {address}: {words}");
            }
        }
    }
    out
}

fn nobody() -> ActId {
    ActId {
        adopted: Adopted(jiff::civil::Date::MAX),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "~".into(),
    }
}

fn list(addresses: &[Address]) -> String {
    let shown: Vec<String> = addresses.iter().map(Address::to_string).collect();
    shown.join(", ")
}

/// One line a unit, indented by depth, then one line a fault.
fn describe(tree: &Tree) -> String {
    let mut out = String::new();
    for unit in &tree.units {
        let indent = "  ".repeat(unit.depth);
        let state = match unit.status.name() {
            "in_force" => String::new(),
            gone => format!(" [{gone}]"),
        };
        let (first, last) = unit.lines;
        let lines = if first == last { format!("{first}") } else { format!("{first}-{last}") };
        let text = unit.text.replace('\n', "⏎");
        let _ = writeln!(out, "{indent}{} {}{state} {lines}: {text}", unit.kind, unit.address);
    }
    for fault in &tree.faults {
        let (line, kind) = (fault.line, fault.kind.name());
        let _ = writeln!(out, "! {line} {kind}: {} → {}", fault.printed, fault.reading);
    }
    if tree.covered < tree.characters {
        let _ =
            writeln!(out, "! unread: {} of {}", tree.characters - tree.covered, tree.characters);
    }
    out
}

fn cases(stage: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(stage);
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the cases of the stage")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    found.sort();
    found
}

#[test]
fn every_case_has_its_answer() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for (stage, ending, read) in STAGES {
        for case in cases(stage) {
            let text = std::fs::read_to_string(&case).expect("a case");
            let (_shows, text) = text.split_once('\n').expect("a first line that tells");
            let answer = read(text);
            let expected = case.with_extension(ending);
            if update {
                std::fs::write(&expected, &answer).expect("a folder that can be written");
            } else if std::fs::read_to_string(&expected).unwrap_or_default() != answer {
                wrong.push(format!("{}\n{answer}", case.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "other answers than expected:\n{}", wrong.join("\n"));
}
