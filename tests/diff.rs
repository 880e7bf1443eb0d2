//! Two days of an act side by side: what the comparison says of either day is what the questions
//! about that day say, backwards is the mirror of forwards, and every change has a cause or says
//! that none is known. The pages are held as files under `tests/cases/diff`.

#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]

mod support;

use jiff::civil::Date;
use nusqa::index::{Index, Layout};
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::{ActInfo, Answer, Ask};
use nusqa::query::diff::words::Run;
use nusqa::query::diff::{Change, Comparison, Side, Unit};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use support::{ask, ask_json, index, nusqa, root};

const GAP: &str = "[…]";
/// Days of an act that are compared with each other.
const DAYS: usize = 4;

/// An index of a small corpus, built here.
fn small(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-of-{name}"));
    std::env::set_current_dir(root()).expect("the project's folder");
    let corpus = Path::new("tests/corpora").join(name);
    nusqa::build::build(&corpus, &folder, false, &|_| {}).expect("a build");
    folder
}

/// Some of the days on which something may turn in an act, the ends among them.
fn days(index: &Path, act: &ActInfo, axis: Axis) -> Vec<Date> {
    let index = Index::open(&Layout::new(index)).expect("an index");
    let stored = index.versions_under(&act.id.iri(), &Address::whole(), axis).expect("versions");
    let mut days: BTreeSet<Date> = stored
        .iter()
        .flat_map(|stored| {
            let window = stored.version.valid_from;
            [window.earliest, window.latest].into_iter().flatten()
        })
        .collect();
    days.insert(act.id.adopted.0.yesterday().expect("a day"));
    let days: Vec<Date> = days.into_iter().collect();
    let last = days.len() - 1;
    let picked: BTreeSet<usize> = (0..DAYS).map(|n| n * last / (DAYS - 1)).collect();
    picked.into_iter().map(|at| days[at]).collect()
}

fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let lines = texts.flat_map(str::lines).filter(|line| *line != GAP);
    let mut lines: Vec<String> = lines.map(str::to_owned).collect();
    lines.sort();
    lines
}

fn texts(comparison: &Comparison, side: fn(&Unit) -> &Side) -> Vec<String> {
    lines(comparison.units.iter().filter_map(|unit| side(unit).text.as_deref()))
}

fn before(unit: &Unit) -> &Side {
    &unit.before
}

fn after(unit: &Unit) -> &Side {
    &unit.after
}

fn mirrored(change: Change) -> Change {
    match change {
        Change::Added => Change::Removed,
        Change::Removed => Change::Added,
        other => other,
    }
}

type Told<'a> = (BTreeSet<Address>, &'static str, Option<&'a str>, Option<&'a str>, Vec<String>);

fn told(unit: &Unit, backwards: bool) -> Told<'_> {
    let places = [Some(unit.address.clone()), unit.address_before.clone()];
    let acts = unit.caused_by.iter().map(|cause| cause.act.iri()).collect();
    let (was, is) = (unit.before.text.as_deref(), unit.after.text.as_deref());
    let places = places.into_iter().flatten().collect();
    match backwards {
        false => (places, unit.change.name(), was, is, acts),
        true => (places, mirrored(unit.change).name(), is, was, acts),
    }
}

fn is_sound(comparison: &Comparison, place: &str) {
    for (answer, side) in
        [(&comparison.before, before as fn(&Unit) -> &Side), (&comparison.after, after)]
    {
        let said = |answer: &Answer| lines(answer.text.iter().map(String::as_str));
        assert_eq!(texts(comparison, side), said(answer), "{place} {}", answer.ask.date);
    }
    for unit in &comparison.units {
        let place = format!("{place} {}", unit.address);
        let joined = |side: fn(&Run) -> &str| unit.words.iter().map(side).collect::<String>();
        if unit.before.hidden || unit.after.hidden {
            assert!(unit.words.is_empty(), "{place}: words of an unknown wording");
            assert!(matches!(unit.change, Change::Unknown | Change::Same), "{place}");
        } else {
            assert_eq!(joined(Run::before), unit.before.text.as_deref().unwrap_or(""), "{place}");
            assert_eq!(joined(Run::after), unit.after.text.as_deref().unwrap_or(""), "{place}");
        }
        let caused = !unit.caused_by.is_empty() || unit.cause_unknown.is_some();
        let known = !matches!(unit.change, Change::Same | Change::Unknown);
        assert!(caused || !known, "{place}: {:?} without a cause", unit.change);
        let came = unit.address_before.is_none();
        assert!(!came || matches!(unit.change, Change::Added | Change::Unknown), "{place}");
        assert!(came || unit.change != Change::Added, "{place}");
    }
}

/// Compares the days of every act with each other, in both directions.
fn walk(index: &Path, axis: Axis) -> usize {
    let engine = Engine::open(index).expect("an index");
    let acts: Vec<ActInfo> =
        engine.acts().expect("acts").into_iter().filter(|act| !act.referenced).collect();
    let mut pairs: Vec<(&ActInfo, Date, Date)> = Vec::new();
    let mut asked: Vec<(&ActInfo, Date)> = Vec::new();
    for act in &acts {
        let days = days(index, act, axis);
        pairs.extend(days.first().map(|day| (act, *day, *day)));
        for (n, from) in days.iter().enumerate() {
            asked.push((act, *from));
            pairs.extend(days[n + 1..].iter().map(|to| (act, *from, *to)));
        }
    }
    // Reading an act from the index is what takes long: each day is asked for once.
    let shown: HashMap<(String, Date), Answer> = asked
        .par_iter()
        .map(|(act, date)| {
            let ask = Ask { axis, date: *date, known_by: None };
            let answer = engine.show(act, &Address::whole(), ask).expect("an answer");
            ((act.id.iri(), *date), answer)
        })
        .collect();
    pairs.par_iter().for_each(|(act, from, to)| {
        let compared = |from: Date, to: Date| {
            let ask = Ask { axis, date: from, known_by: None };
            engine.diff(act, &Address::whole(), ask, to).expect("a comparison")
        };
        let (forwards, backwards) = (compared(*from, *to), compared(*to, *from));
        let place = format!("{} {from} {to}", act.id);
        is_sound(&forwards, &place);
        is_sound(&backwards, &place);
        for answer in [&forwards.before, &forwards.after] {
            let shown = shown.get(&(act.id.iri(), answer.ask.date)).expect("an answer");
            assert_eq!(answer, shown, "{place}");
        }
        let mut one: Vec<_> = forwards.units.iter().map(|unit| told(unit, false)).collect();
        let mut other: Vec<_> = backwards.units.iter().map(|unit| told(unit, true)).collect();
        one.sort();
        other.sort();
        for (one, other) in one.iter().zip(&other) {
            assert_eq!(one, other, "{place}: backwards is no mirror");
        }
        assert_eq!(one.len(), other.len(), "{place}");
        if from == to {
            assert!(forwards.units.iter().all(|unit| unit.change == Change::Same), "{place}");
            assert!(!forwards.differs(), "{place}");
        }
    });
    pairs.len()
}

#[test]
fn every_act_on_every_axis() {
    for axis in [Axis::InForce, Axis::Adopted] {
        let compared = walk(index(), axis);
        assert!(compared > 20, "{compared}");
    }
}

#[test]
fn the_small_corpora() {
    let folder = root().join("tests/corpora");
    let names = fs::read_dir(folder).expect("a folder").flatten();
    let mut compared = 0;
    for entry in names.filter(|entry| entry.path().is_dir()) {
        let index = small(&entry.file_name().to_string_lossy());
        compared += walk(&index, Axis::InForce) + walk(&index, Axis::Adopted);
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn provisions_on_two_days() {
    let engine = Engine::open(index()).expect("an index");
    for act in engine.acts().expect("acts").iter().filter(|act| !act.referenced) {
        let days = days(index(), act, Axis::InForce);
        let (from, to) = (days[days.len() / 2], days[days.len() - 1]);
        let ask = Ask { axis: Axis::InForce, date: from, known_by: None };
        let whole = engine.diff(act, &Address::whole(), ask, to).expect("a comparison");
        let step = whole.units.len() / 40 + 1;
        for unit in whole.units.iter().step_by(step) {
            let part = engine.diff(act, &unit.address, ask, to).expect("a comparison");
            is_sound(&part, &format!("{} {}", act.id, unit.address));
        }
    }
}

#[test]
fn knowledge_of_no_act_is_no_difference() {
    let (exit, document) = ask_json(&[
        "diff",
        "832",
        "--from",
        "2015-01-01",
        "--to",
        "2022-01-01",
        "--known-by",
        "2015-06-01",
    ]);
    assert_eq!(exit, 1);
    assert_eq!(document["units"].as_array().map(Vec::len), Some(0));
    assert_eq!(document["state_after"]["status"], "not_yet");
}

/// A comparison of a provision of the corpus between two days, as JSON.
fn between(place: &str) -> serde_json::Value {
    let days = ["--from", "2020-06-01", "--to", "2023-06-01"];
    let (_, document) = ask_json(&[&["diff", "832", place][..], &days].concat());
    document
}

#[test]
fn where_only_the_container_was_worded_anew_no_change_is_claimed() {
    let part = between("6/1)");
    assert_eq!(part["units"][0]["told"], "restated");
    assert_eq!(part["units"][0]["caused_by"][0]["with_container"], true);
    assert_eq!(part["entries"]["restated"], 1);
    assert_eq!(part["changers"][0]["surely"], false);
    // An order names the point itself, and this sub-point.
    for place in ["6", "6/17)"] {
        assert_eq!(between(place)["units"][0]["told"], "former_unknown", "{place}");
    }
}

#[test]
fn what_was_removed_points_to_its_last_words() {
    let point = between("8");
    let unit = &point["units"][0];
    assert_eq!(unit["told"], "removed_unknown");
    assert_eq!(unit["last_known"]["on"], "2021-02-28");
    let made: Vec<_> = unit["caused_by"].as_array().expect("causes").iter().collect();
    assert_eq!((&made[0]["number"], &made[0]["made"]), (&"12".into(), &"changed".into()));
    assert_eq!((&made[1]["number"], &made[1]["made"]), (&"112".into(), &"removed".into()));
    let shown = ask_json(&["show", "832", "8", "--on", "2021-02-28"]).1;
    assert_eq!(unit["last_known"]["text"], shown["text"]);
    assert_eq!(unit["last_known"]["certainty"], shown["certainty"]);
}

#[test]
fn a_part_that_an_act_names_is_told_by_itself() {
    let point = between("37");
    let told: Vec<_> = point["units"]
        .as_array()
        .expect("units")
        .iter()
        .filter(|unit| unit["told_with"].is_null() && unit["told"] != "same")
        .map(|unit| (unit["address"].as_str().expect("an address"), unit["told"].clone()))
        .collect();
    assert!(told.contains(&("бекітілген/37", "unknown".into())), "{told:?}");
    assert!(told.contains(&("бекітілген/37/4)", "former_unknown".into())), "{told:?}");
}

#[test]
fn the_exit_status_tells_whether_something_differs() {
    for (arguments, exit) in [
        (&["diff", "832", "--from", "2021-01-01", "--to", "2021-01-01"][..], 1),
        (&["diff", "832", "--from", "2020-06-01", "--to", "2023-06-01"], 0),
        (&["diff", "832", "--from", "2023-06-01", "--to", "2020-06-01"], 0),
        (&["diff", "832", "17-1", "--from", "2020-06-01", "--to", "2021-02-05"], 1),
        (&["diff", "832", "999", "--from", "2020-06-01"], 1),
        (&["diff", "жоқ-акт", "--from", "2020-06-01"], 2),
        (&["diff", "832"], 2),
        (&["diff", "832", "--from", "2020-06-01", "--axis", "other"], 2),
        (
            &[
                "diff",
                "832",
                "--from",
                "2020-06-01",
                "--axis",
                "adopted",
                "--known-by",
                "2022-01-01",
            ],
            2,
        ),
    ] {
        let output = ask(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(exit), "{arguments:?}: {said}");
    }
}

#[test]
fn no_view_lets_a_text_control_the_terminal() {
    let index = small("control-characters");
    for arguments in [
        &["show", "100-VI", "--on", "2021-01-01", "--explain"][..],
        &["history", "100-VI"],
        &["outline", "100-VI", "--on", "2021-01-01"],
        &["blame", "100-VI", "--on", "2021-01-01"],
        &["search", "қызыл", "--on", "2021-01-01"],
        &["tree", "100-VI"],
        &["check", "100-VI", "--explain"],
        &["diff", "100-VI", "--from", "2019-01-01", "--to", "2021-01-01", "--all"],
        &["diff", "100-VI", "--from", "2019-01-01", "--to", "2021-01-01", "--summary"],
        &[
            "diff",
            "100-VI",
            "1-бап",
            "--from",
            "2019-01-01",
            "--to",
            "2021-01-01",
            "--side-by-side",
        ],
    ] {
        for columns in ["40", "100"] {
            let output = nusqa()
                .args(arguments)
                .args(["--color", "never", "--corpus", "tests/corpora/control-characters"])
                .arg("--index")
                .arg(&index)
                .env("COLUMNS", columns)
                .output()
                .expect("the program runs");
            let page = String::from_utf8(output.stdout).expect("UTF-8");
            let control = page.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(control, None, "{arguments:?}\n{page:?}");
        }
    }
}

/// The views of small corpora. A case is a question (what it shows, the corpus, the columns, the
/// arguments, a line each) and the page beside it; `UPDATE_EXPECT=1` rewrites the pages.
#[test]
fn pages_are_as_they_were() {
    let folder = root().join("tests/cases/diff");
    let mut asks: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("cases")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ask"))
        .collect();
    asks.sort();
    assert!(asks.len() >= 8, "{}", asks.len());
    let mut old: Vec<String> = Vec::new();
    for path in asks {
        let case = fs::read_to_string(&path).expect("a case");
        let [_, corpus, columns, arguments] =
            case.lines().collect::<Vec<_>>().try_into().expect("four lines");
        let corpus = Path::new("tests/corpora").join(corpus);
        let name = corpus.file_name().expect("a name").to_string_lossy().into_owned();
        let mut command = nusqa();
        command.args(arguments.split(' ')).arg("--corpus").arg(&corpus);
        command.arg("--index").arg(small(&name));
        if columns != "-" {
            command.env("COLUMNS", columns);
        }
        let output = command.output().expect("the program runs");
        let exit = output.status.code().expect("an exit code");
        let page = format!("{}exit {exit}\n", String::from_utf8_lossy(&output.stdout));
        let widest = columns.parse::<usize>().unwrap_or(usize::MAX);
        let wide = page.lines().find(|line| {
            line.chars().count() > widest && !line.contains('/') && !line.contains('·')
        });
        assert_eq!(wide, None, "{}", path.display());
        let answer = path.with_extension("page");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&answer, &page).expect("a file that can be written");
        }
        if fs::read_to_string(&answer).unwrap_or_default() != page {
            old.push(format!("{}:\n{page}", answer.display()));
        }
    }
    assert!(old.is_empty(), "UPDATE_EXPECT=1 rewrites:\n{}", old.join("\n"));
}

#[test]
fn bars_need_no_blocks() {
    for (locale, blocks) in [("C", false), ("kk_KZ.UTF-8", true), ("", true)] {
        let mut command = nusqa();
        command.args(["history", "832", "6/17)", "--lang", "kk"]).arg("--index").arg(index());
        let output = command.env("LC_ALL", locale).output().expect("the program runs");
        let page = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(page.contains('█'), blocks, "{locale}: {page}");
        assert_eq!(page.contains("##"), !blocks, "{locale}: {page}");
    }
}
