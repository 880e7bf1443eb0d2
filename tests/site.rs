//! The site: the same bytes for the same index; what its data say of a day is what the program
//! answers; nothing in a text can break out of a page; nobody's files are touched.

#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]
#![allow(clippy::print_stdout, reason = "a test says how much it compared")]

mod support;

use jiff::civil::Date;
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::{ActInfo, Answer, Ask};
use nusqa::render::html::Links;
use nusqa::render::html::site::{Shelved, act::Setting, data};
use nusqa::render::messages::Lang;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::{ask, index, nusqa as program};

/// The data of a page, read back as its scripts read them.
struct Page {
    data: Value,
}

impl Page {
    fn of(engine: &Engine, act: &ActInfo) -> Page {
        let book = engine.book(act).expect("a book");
        let data = data::data(&book, "page", &[], &|_| None);
        Page { data: serde_json::to_value(&data).expect("JSON") }
    }

    fn days(&self) -> Vec<Date> {
        let days = self.data["days"].as_array().expect("days").iter();
        days.map(|day| day.as_str().expect("a day").parse().expect("a day")).collect()
    }

    fn places(&self) -> &[Value] {
        self.data["places"].as_array().expect("places")
    }

    fn stretch(&self, day: Date) -> u64 {
        self.days().iter().filter(|first| **first <= day).count() as u64
    }

    fn leaf<'a>(&self, place: &'a Value, stretch: u64) -> &'a Value {
        let mut leaves = place["s"].as_array().expect("leaves").iter();
        leaves.rfind(|leaf| leaf["n"].as_u64().expect("a stretch") <= stretch).expect("a leaf")
    }

    /// The marks of a leaf: 1 for a unit of the act, 2 for words of the act.
    fn marks(leaf: &Value) -> u64 {
        leaf["f"].as_u64().unwrap_or(3)
    }

    fn certainty(&self, leaf: &Value) -> &str {
        let own = &leaf["o"];
        self.named("certainties", if leaf["c"].is_null() { own } else { &leaf["c"] })
    }

    fn status(&self, leaf: &Value) -> &str {
        self.named("statuses", &Value::from(leaf["s"].as_u64().unwrap_or(0)))
    }

    /// A side of an open question: state, certainty, the place's own words.
    fn side(&self, place: &Value, side: &Value) -> Side {
        let text = side["v"].as_u64().map(|version| {
            let text = place["v"][version as usize]["t"].as_u64().expect("a text") as usize;
            self.data["texts"][text].as_str().expect("a text").to_owned()
        });
        let named = |list, number| self.named(list, number).to_owned();
        (named("statuses", &side["s"]), named("certainties", &side["c"]), text)
    }

    fn named(&self, list: &str, number: &Value) -> &str {
        let number = number.as_u64().expect("a number") as usize;
        self.data[list][number].as_str().expect("a name")
    }

    /// The words of a place with its parts, gaps shown.
    fn words(&self, at: usize, stretch: u64) -> Option<String> {
        let places = self.places();
        let depth = |at: usize| places[at]["d"].as_u64();
        let level = |leaf: &Value| leaf["h"].as_u64().unwrap_or(0);
        let root = self.leaf(&places[at], stretch);
        if self.status(root) != "in_force" {
            return None;
        }
        let mut lines: Vec<&str> = Vec::new();
        for (i, place) in places.iter().enumerate().skip(at) {
            if i > at && depth(i) <= depth(at) {
                break;
            }
            let leaf = self.leaf(place, stretch);
            if level(leaf) != level(root) {
                continue;
            }
            if Page::marks(leaf) & 2 == 2 {
                let version = leaf["v"].as_u64().expect("a version") as usize;
                let text = place["v"][version]["t"].as_u64().expect("a text") as usize;
                lines.push(self.data["texts"][text].as_str().expect("a text"));
            } else if !leaf["u"].is_null() && lines.last() != Some(&"[…]") {
                lines.push("[…]");
            }
        }
        lines.iter().any(|line| *line != "[…]").then(|| lines.join("\n"))
    }

    /// Addresses inside a place whose wording is not known.
    fn unknown(&self, at: usize, stretch: u64) -> Vec<String> {
        let places = self.places();
        let depth = |at: usize| places[at]["d"].as_u64();
        let end = (at + 1..places.len()).find(|i| depth(*i) <= depth(at)).unwrap_or(places.len());
        let level = |leaf: &Value| leaf["h"].as_u64().unwrap_or(0);
        let root = level(self.leaf(&places[at], stretch));
        let inside = places[at..end].iter().map(|place| self.leaf(place, stretch));
        let inside = inside.filter(|leaf| level(leaf) == root);
        let unknown = inside.filter_map(|leaf| leaf["u"].as_array()).flatten();
        unknown.map(|address| address.as_str().expect("an address").to_owned()).collect()
    }
}

fn known_acts(engine: &Engine) -> Vec<ActInfo> {
    let acts = engine.acts().expect("acts");
    acts.into_iter().filter(|act| !act.referenced).collect()
}

/// The days on which something turns, and the days before them.
fn turning(page: &Page) -> Vec<Date> {
    let days = page.days();
    let mut turning: Vec<Date> = days.iter().filter_map(|day| day.yesterday().ok()).collect();
    turning.extend(days);
    turning.sort();
    turning.dedup();
    turning
}

fn on(date: Date) -> Ask {
    Ask { axis: Axis::InForce, date, known_by: None }
}

#[test]
fn a_page_lists_what_the_outline_lists_on_every_day_of_change() {
    let engine = Engine::open(index()).expect("an index");
    for act in known_acts(&engine) {
        let page = Page::of(&engine, &act);
        for day in turning(&page) {
            let stretch = page.stretch(day);
            let outline = engine.outline(&act, &Address::whole(), on(day)).expect("an outline");
            let answered: BTreeMap<String, _> = outline
                .units
                .iter()
                .map(|unit| (unit.address.to_string(), (unit.status.name(), unit.certainty.name())))
                .collect();
            let mut shown = BTreeMap::new();
            for place in page.places() {
                let leaf = page.leaf(place, stretch);
                if Page::marks(leaf) & 1 == 1 {
                    let state = (page.status(leaf), page.named("certainties", &leaf["o"]));
                    shown.insert(place["a"].as_str().expect("an address").to_owned(), state);
                }
            }
            assert_eq!(shown, answered, "{} on {day}", act.id.number);
        }
    }
}

type Side = (String, String, Option<String>);

fn sides(answer: &Answer) -> Vec<Side> {
    let sides = answer.alternatives.iter();
    let named = |name: &str| name.to_owned();
    let told = sides
        .map(|side| (named(side.status.name()), named(side.certainty.name()), side.text.clone()));
    told.collect()
}

#[test]
fn a_page_says_of_a_provision_what_the_program_answers() {
    let engine = Engine::open(index()).expect("an index");
    let mut compared = 0;
    for act in known_acts(&engine) {
        let page = Page::of(&engine, &act);
        let step = page.places().len().div_ceil(24);
        for at in (0..page.places().len()).step_by(step.max(1)) {
            let place = &page.places()[at];
            let name = place["a"].as_str().expect("an address");
            let address = nusqa::parse::citation::parse_address(name).into_iter().next();
            let address = address.unwrap_or_else(|| panic!("no address: {name}"));
            if address.to_string() != name {
                continue;
            }
            for day in turning(&page) {
                let stretch = page.stretch(day);
                let leaf = page.leaf(place, stretch);
                let answer = engine.show(&act, &address, on(day)).expect("an answer");
                let told = format!("{} {name} on {day}", act.id.number);
                assert_eq!(page.status(leaf), answer.status.name(), "{told}");
                assert_eq!(page.certainty(leaf), answer.certainty.name(), "{told}");
                assert_eq!(page.words(at, stretch), answer.text, "{told}");
                if answer.text.is_some() {
                    assert_eq!(page.unknown(at, stretch), answer.unknown_parts, "{told}");
                }
                let last = page
                    .places()
                    .get(at + 1)
                    .is_none_or(|next| next["d"].as_u64() <= place["d"].as_u64());
                if let Some(open) = leaf["a"].as_array().filter(|_| last) {
                    let shown: Vec<_> = open.iter().map(|side| page.side(place, side)).collect();
                    assert_eq!(shown, sides(&answer), "{told}");
                }
                compared += 1;
            }
        }
    }
    println!("{compared} answers compared");
    assert!(compared > 1000);
}

fn files_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

#[test]
fn the_same_index_gives_the_same_bytes_and_a_site_is_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let (first, second) = (folder.path().join("a"), folder.path().join("b"));
    for out in [&first, &second, &first] {
        let output = ask(&["site", "--out", &out.to_string_lossy(), "--after", "2023-01-01"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(files_in(&first), files_in(&second));
    for (name, content) in files_in(&first) {
        let text = String::from_utf8(content).expect("UTF-8");
        assert!(
            !text.contains("http://") || name.ends_with(".js") || text.contains("<code>"),
            "{name}"
        );
        for foreign in ["https://", "src=\"//", "@import", "url("] {
            assert!(!text.contains(foreign), "{name} has {foreign}");
        }
        if name.ends_with(".html") {
            assert!(text.contains("Content-Security-Policy"), "{name}");
            for inline in ["<script>", " style=", " onclick", "javascript:"] {
                assert!(!text.contains(inline), "{name} has {inline}");
            }
        }
    }
}

#[test]
fn a_folder_of_others_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("letter.txt"), "mine").expect("a file");
    let out = folder.path().to_string_lossy();
    let output = ask(&["site", "--out", &out, "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("letter.txt"), "{said}");
    assert_eq!(files_in(folder.path()).len(), 1);
}

#[test]
fn no_text_breaks_out_of_a_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    let output = program()
        .arg("site")
        .arg("--corpus")
        .arg("tests/site/hostile")
        .arg("--index")
        .arg(folder.path().join("index"))
        .arg("--out")
        .arg(&out)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for (name, content) in files_in(&out) {
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)), "{name}");
        let text = String::from_utf8(content).expect("UTF-8");
        if name.ends_with(".html") {
            for bad in ["<script>", "<img", "<b on", "<!--", "</title><script"] {
                let told = text.find(bad).map(|at| text[at..].chars().take(80).collect::<String>());
                assert_eq!(told, None, "{name}");
            }
        }
        if name.starts_with("data-") {
            for bad in ["<", "\u{2028}"] {
                assert!(!text.contains(bad), "{name} has {bad:?}");
            }
        }
    }
}

#[test]
fn pages_read_in_three_languages() {
    let engine = Engine::open(index()).expect("an index");
    let act = engine.find_act("832").expect("an act");
    let shelved = Shelved { book: engine.book(&act).expect("a book"), name: "832".to_owned() };
    let links = Links::of_folder();
    let day: Date = "2022-01-01".parse().expect("a day");
    for lang in Lang::ALL {
        let setting = Setting { lang, links: &links, corpus: "0", day };
        let page = nusqa::render::html::site::act::page(&shelved, setting);
        assert!(page.contains(&format!("<html lang=\"{lang}\">")), "{lang}");
        assert!(page.contains("id=\"бекітілген/8\""), "{lang}");
        assert!(page.contains("<article id=\"text\""), "{lang}");
    }
}
