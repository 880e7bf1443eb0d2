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
use nusqa::query::diff::sums;
use nusqa::query::diff::told::entries;
use nusqa::query::diff::words::Run;
use nusqa::query::diff::{self, Change, Comparison};
use nusqa::render::citation::label;
use nusqa::render::html::site::data::Beside;
use nusqa::render::html::site::{Shelved, act::Setting, comparison, data};
use nusqa::render::html::{Basis, Links};
use nusqa::render::messages::catalogue::diff as words;
use nusqa::render::messages::{Lang, act_names, days, phrases};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::{ask, index, nusqa as program};

/// Nothing beside the book.
const BESIDE: Beside<'_> =
    Beside { name: "page", findings: &[], coming: &[], page_of: &|_| None, folder: "" };

/// The data of a page, read back as its scripts read them.
struct Page {
    data: Value,
}

impl Page {
    fn of(engine: &Engine, act: &ActInfo) -> Page {
        let book = engine.book(act).expect("a book");
        let data = data::data(&book, BESIDE);
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

/// A unit of a comparison: told as what, where, with which words, by whom, how surely, with what.
type Unit = (String, String, Option<String>, Vec<String>, Vec<String>, [String; 2], Option<String>);

/// The comparisons of a page, read back as its scripts read them.
struct Compared {
    page: Page,
    data: Value,
}

fn number(value: &Value) -> usize {
    value.as_u64().expect("a number") as usize
}

fn numbers(value: &Value) -> Vec<usize> {
    value.as_array().map_or(Vec::new(), |list| list.iter().map(number).collect())
}

impl Compared {
    fn of(engine: &Engine, act: &ActInfo) -> Compared {
        let book = engine.book(act).expect("a book");
        let comparisons = engine.comparisons(act).expect("comparisons");
        let data = comparison::data(&book, &comparisons, BESIDE);
        let data = serde_json::to_value(&data).expect("JSON");
        Compared { page: Page::of(engine, act), data }
    }

    fn units(&self, days: [Date; 2]) -> Vec<&Value> {
        let [earlier, later] = days.map(|day| self.page.stretch(day) as usize);
        let told = |unit: &&Value| {
            numbers(&unit["s"]).chunks(4).any(|field| {
                (field[0]..field[1]).contains(&earlier) && (field[2]..field[3]).contains(&later)
            })
        };
        self.data["units"].as_array().expect("units").iter().filter(told).collect()
    }

    fn place(&self, number: usize) -> &Value {
        &self.page.places()[number]
    }

    fn address(&self, number: usize) -> String {
        self.place(number)["a"].as_str().expect("an address").to_owned()
    }

    fn phrase(&self, at: &Value) -> &str {
        self.data["phrases"][number(at)][0].as_str().expect("words")
    }

    fn text(&self, place: usize, side: &[usize]) -> Option<&str> {
        let version = &self.place(place)["v"][side[1].checked_sub(1)?];
        self.page.data["texts"][number(&version["t"])].as_str()
    }

    /// What the page tells of a unit.
    fn told(&self, unit: &Value, days: [Date; 2]) -> Unit {
        let place = number(&unit["p"]);
        let stood = unit["f"].as_u64().map_or(place, |place| place as usize);
        let kind = &self.data["told"][number(&unit["k"])];
        let sides = [(stood, numbers(&unit["b"])), (place, numbers(&unit["a"]))];
        let texts = [0, 1].map(|side| self.text(sides[side].0, &sides[side].1));
        let certainty = |side: usize| {
            let (place, seen) = &sides[side];
            let place = match seen[2] {
                0 => return "unknown".to_owned(),
                1 => *place,
                other => other - 2,
            };
            let leaf = self.page.leaf(self.place(place), self.page.stretch(days[side]));
            self.page.named("certainties", &leaf["o"]).to_owned()
        };
        let causes = numbers(&unit["c"]);
        let causes = causes.chunks(4).map(|cause| {
            let effect = &self.data["effects"][cause[0]];
            let act = match effect["i"].as_u64() {
                Some(act) => self.data["acts"][act as usize]["n"][0].as_str().expect("a name"),
                None => "own",
            };
            let source = cause[2].checked_sub(1).map(|source| {
                let source = numbers(&self.data["sources"][source]);
                let file = self.data["files"][source[1]].as_str().expect("a file");
                format!("{file}:{}-{}", source[2], source[3])
            });
            let made = self.data["phrases"][cause[3]][0].as_str().expect("words");
            format!("{act} {} {} {source:?} {made}", self.phrase(&effect["w"]), cause[1])
        });
        (
            self.phrase(&kind["l"]).to_owned(),
            self.address(place),
            texts[0].is_some().then(|| self.address(stood)),
            self.runs(unit, texts),
            causes.collect(),
            [certainty(0), certainty(1)],
            unit["o"].as_u64().map(|outer| self.address(outer as usize)),
        )
    }

    fn runs(&self, unit: &Value, texts: [Option<&str>; 2]) -> Vec<String> {
        let cut = |text: Option<&str>, from: usize, length: usize| -> String {
            let letters: Vec<u16> = text.unwrap_or_default().encode_utf16().collect();
            String::from_utf16(&letters[from..from + length]).expect("whole letters")
        };
        match unit["w"].as_u64().unwrap_or(0) as usize {
            0 => Vec::new(),
            1 if texts[0].is_none() => vec![format!("insert {}", texts[1].expect("words"))],
            1 => vec![format!("delete {}", texts[0].expect("words"))],
            at => {
                let mut steps = numbers(&self.data["runs"][at - 2]).into_iter();
                let (mut was, mut is) = (0, 0);
                let mut runs = Vec::new();
                while let Some(op) = steps.next() {
                    let length = steps.next().expect("a length");
                    let fresh = if op == 3 { steps.next().expect("a length") } else { length };
                    if op != 2 {
                        let op = if op == 1 { "delete" } else { "equal" };
                        runs.push(format!("{op} {}", cut(texts[0], was, length)));
                        was += length;
                    }
                    if op != 1 {
                        if op == 2 {
                            runs.push(format!("insert {}", cut(texts[1], is, fresh)));
                        }
                        is += fresh;
                    }
                }
                runs
            }
        }
    }

    /// How many entries became what, in words.
    fn counts(&self, units: &[&Value], days: [Date; 2]) -> String {
        let names = self.data["counted"].as_array().expect("names");
        let mut counted = vec![0; names.len()];
        for unit in units.iter().filter(|unit| !is_told_elsewhere(unit, units)) {
            let kind = &self.data["told"][number(&unit["k"])];
            counted[number(&kind["g"])] += 1;
        }
        let [earlier, later] = days.map(|day| self.page.stretch(day) as usize);
        counted[names.len() - 1] = number(&self.data["same"][earlier][later - earlier]);
        let said = names.iter().zip(counted).filter(|(_, count)| *count > 0);
        let said =
            said.map(|(name, count)| format!("{}: {count}", name[0].as_str().expect("a name")));
        said.collect::<Vec<_>>().join("; ")
    }
}

fn is_told_elsewhere(unit: &Value, units: &[&Value]) -> bool {
    unit["o"].as_u64().is_some_and(|outer| units.iter().any(|one| one["p"].as_u64() == Some(outer)))
}

/// What the comparison of the program tells of its units that do not say the same.
fn compared(comparison: &Comparison) -> Vec<Unit> {
    let days = [comparison.before.ask.date, comparison.after.ask.date];
    let units = comparison.units.iter().filter(|unit| unit.change != Change::Same);
    let told = units.map(|unit| {
        let from = unit.address_before.as_ref().map(label).unwrap_or_default();
        let causes = unit.caused_by.iter().map(|cause| {
            let window = cause.valid_from.window;
            let open = |day| usize::from(cause.open && window.leaves_open(day));
            let act = match cause.act == comparison.act.id {
                true => "own".to_owned(),
                false => act_names::title_case(&cause.act, Lang::Kk),
            };
            let source = cause.source.as_ref().map(|piece| {
                let (first, last) = piece.span.lines;
                format!("{}:{first}-{last}", piece.span.source.file)
            });
            let surely = 4 * usize::from(sums::surely(unit, cause));
            let flags = open(days[0]) + 2 * open(days[1]) + surely;
            let made = words::made(cause, Lang::Kk);
            format!("{act} {} {flags} {source:?} {made}", days::from(window, Lang::Kk))
        });
        let run = |run: &Run| match run.op.name() {
            "insert" => format!("insert {}", run.after()),
            op => format!("{op} {}", run.before()),
        };
        let stood = unit.before.text.as_ref().and(unit.address_before.as_ref());
        (
            words::told(unit.told(), &from, Lang::Kk),
            unit.address.to_string(),
            stood.map(ToString::to_string),
            unit.words.iter().map(run).collect(),
            causes.collect(),
            [&unit.before, &unit.after].map(|side| side.certainty.name().to_owned()),
            unit.told_with.as_ref().map(ToString::to_string),
        )
    });
    told.collect()
}

#[test]
fn a_page_compares_two_days_as_the_program_does() {
    /// So many pairs of days of an act are compared, from all over its days.
    const PAIRS: usize = 36;
    let engine = Engine::open(index()).expect("an index");
    let mut compared_units = 0;
    for act in known_acts(&engine) {
        let page = Compared::of(&engine, &act);
        // The last day of each stretch with the first of a later one, and two days of one stretch.
        let turns = page.page.days();
        let mut pairs: Vec<[Date; 2]> = Vec::new();
        for (at, first) in turns.iter().enumerate() {
            let before = first.yesterday().expect("a day");
            pairs.extend(turns[at..].iter().map(|later| [before, *later]));
            if turns.get(at + 1).is_some_and(|end| first.tomorrow().expect("a day") < *end) {
                pairs.push([*first, first.tomorrow().expect("a day")]);
            }
        }
        let step = pairs.len().div_ceil(PAIRS).max(1);
        for [from, to] in pairs.into_iter().step_by(step) {
            let comparison =
                engine.diff(&act, &Address::whole(), on(from), to).expect("a comparison");
            let units = page.units([from, to]);
            let shown: Vec<Unit> = units.iter().map(|unit| page.told(unit, [from, to])).collect();
            let answered = compared(&comparison);
            let about = format!("{} from {from} to {to}", act.id.number);
            for (shown, answered) in shown.iter().zip(&answered) {
                assert_eq!(shown, answered, "{about}");
            }
            assert_eq!(shown.len(), answered.len(), "{about}");
            let counts = phrases::counts(&entries(&comparison.units), false, Lang::Kk);
            let shown = page.counts(&units, [from, to]);
            assert_eq!(shown.to_lowercase(), counts.to_lowercase(), "{about}");
            let sides = [
                (from, sums::knowledge(&comparison.units, diff::Unit::before)),
                (to, sums::knowledge(&comparison.units, diff::Unit::after)),
            ];
            for (day, knowledge) in sides {
                let known = &page.data["known"][page.page.stretch(day) as usize];
                let known = page.phrase(known);
                assert_eq!(known, phrases::knowledge(&knowledge, Lang::Kk), "{about}: {day}");
            }
            compared_units += answered.len();
        }
    }
    println!("{compared_units} units compared");
    assert!(compared_units > 10_000);
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
            !text.contains("http://")
                || [".js", ".svg"].iter().any(|end| name.ends_with(end))
                || text.contains("<code>"),
            "{name}"
        );
        // The vocabulary in which a page says of itself what it holds is a name, and not loaded.
        let text = text.replace("https://schema.org", "");
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
fn what_a_killed_run_has_left_is_taken_away_and_the_site_before_it_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().to_string_lossy();
    let write = |day: &str| ask(&["site", "--out", &out, "--after", day]).status.code();
    assert_eq!(write("2023-01-01"), Some(0));
    let before = files_in(folder.path());
    // As far as a run may have come when it is killed: its files lie aside.
    let coming = folder.path().join(".nusqa-site-coming");
    fs::create_dir(&coming).expect("a folder");
    for name in ["nusqa-site.txt", "index.html"] {
        fs::write(coming.join(name), "half a").expect("a file");
    }
    assert_eq!(fs::read(folder.path().join("index.html")).ok(), before.get("index.html").cloned());
    assert_eq!(write("2023-01-01"), Some(0));
    assert_eq!(files_in(folder.path()), before);
    // A folder of that name that holds something else is somebody's.
    fs::create_dir(&coming).expect("a folder");
    fs::write(coming.join("letter.txt"), "mine").expect("a file");
    assert_eq!(write("2023-01-01"), Some(2));
    assert_eq!(fs::read_to_string(coming.join("letter.txt")).ok().as_deref(), Some("mine"));
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
    let day: Date = "2022-01-01".parse().expect("a day");
    let shelved = Shelved {
        book: engine.book(&act).expect("a book"),
        comparisons: engine.comparisons(&act).expect("comparisons"),
        state: engine.show(&act, &Address::whole(), on(day)).expect("an answer"),
        name: "832".to_owned(),
    };
    let links = Links::of_folder();
    for lang in Lang::ALL {
        let setting = Setting {
            lang,
            links: &links,
            corpus: Basis { hash: "0", left_out: 0 },
            folder: "",
            day,
        };
        let page = nusqa::render::html::site::act::page(&shelved, &[], setting);
        let (_, linked) = page.split_once("<script type=\"application/ld+json\">").expect("data");
        let (linked, _) = linked.split_once("</script>").expect("an end");
        let linked: Value = serde_json::from_str(linked).expect("JSON");
        assert_eq!(linked["@type"], "Legislation");
        assert_eq!(linked["legislationDateVersion"], "2022-01-01");
        assert!(page.contains(&format!("<html lang=\"{lang}\">")), "{lang}");
        assert!(page.contains("id=\"бекітілген/8\""), "{lang}");
        assert!(page.contains("<article id=\"text\""), "{lang}");
    }
}
