//! Texts of one thing said without end: every reader comes to an end on them, loses nothing, and
//! takes no step that looks back over all that was before.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

#[path = "limits/doors.rs"]
mod doors;
#[path = "limits/hostile.rs"]
mod hostile;

use doors::DOORS;
use hostile::{ALL, Hostile};
use nusqa::amend;
use nusqa::amend::apply::{Draft, carry_out};
use nusqa::build::build;
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::day::Adopted;
use nusqa::model::tree::Tree;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use nusqa::query::search::SearchAsk;
use nusqa::refs::{Names, may_cite};
use nusqa::source::document::Document;
use nusqa::terms::{self, Passage};
use nusqa::{notes, parse, refs};
use std::fs;
use std::time::Instant;

fn own() -> ActId {
    ActId {
        adopted: Adopted(jiff::civil::date(2019, 5, 5)),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "9-VI".into(),
    }
}

fn passages(tree: &Tree) -> impl Iterator<Item = Passage<'_>> {
    tree.units.iter().filter(|unit| may_cite(unit.kind)).map(|unit| Passage {
        address: &unit.address,
        kind: unit.kind,
        text: &unit.text,
        body: unit.body,
        groups: &[],
    })
}

fn citations(tree: &Tree) -> usize {
    let names = Names::of(&terms::read(passages(tree)), &[]);
    passages(tree).map(|passage| refs::read(&passage, &names, ActType::Law).len()).sum()
}

/// Puts a text through the readers; tells each reader's name and how long it took.
fn read(bytes: &[u8]) -> (Document, Tree, Vec<(&'static str, f64)>) {
    let mut took = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |name| {
        took.push((name, clock.elapsed().as_secs_f64()));
        clock = Instant::now();
    };
    let document = Document::decode("text", bytes);
    lap("lines");
    let tree = parse::parse(&document);
    lap("tree");
    notes::read(&tree);
    lap("notes");
    let orders = amend::read(&tree, &own());
    lap("orders");
    citations(&tree);
    lap("citations");
    let mut draft = Draft::from_tree(&tree, &Address::whole());
    carry_out(&mut draft, &orders.instructions);
    lap("apply");
    (document, tree, took)
}

#[test]
fn hostile_texts_are_read_to_their_end_and_nothing_is_lost() {
    for Hostile { name, size, text } in ALL {
        println!("{name}");
        let (document, tree, _) = read(&text(size / 4));
        assert_eq!(tree.characters, document.characters(), "{name}");
        let held: usize = tree.units.iter().flat_map(|unit| &unit.pieces).map(|at| at.len()).sum();
        assert!(held > 0, "{name}");
    }
}

/// An article amended, told of or printed again and again: files of a corpus by their folders.
type Corpus = Vec<(String, String, String)>;

fn card(number: usize, year: usize, texts: &str) -> String {
    format!(
        "[act]\ntype = \"law\"\nnumber = \"{number}-VI\"\nadopted = {year}-01-05\n\n[entry_into_force]\nrule = \"on_signing\"\n{texts}"
    )
}

fn text(file: &str, role: &str) -> String {
    format!("\n[[text]]\nfile = \"{file}\"\nrole = \"{role}\"\n")
}

/// The amended act, numbered 1-VI.
fn amended(body: &str) -> (String, String, String) {
    let act = format!(
        "# Сынақ туралы\n\nҚазақстан Республикасының 2010 жылғы 5 қаңтардағы № 1-VI Заңы\n\n{body}"
    );
    ("a".into(), card(1, 2010, &text("t.md", "original")), act)
}

/// An act that amends it by these orders.
fn amends(number: usize, year: usize, orders: &str) -> (String, String, String) {
    let act = format!(
        "# \"Сынақ туралы\" Қазақстан Республикасының Заңына өзгерістер мен толықтырулар енгізу \
         туралы\n\nҚазақстан Республикасының {year} жылғы 5 қаңтардағы № {number}-VI Заңы\n\n1-бап. \
         \"Сынақ туралы\" 2010 жылғы 5 қаңтардағы № 1-VI Қазақстан Республикасының Заңына мынадай \
         өзгерістер енгізілсін:\n\n{orders}\n\n2-бап. Осы Заң {year} жылғы 1 ақпаннан бастап \
         қолданысқа енгізіледі.\n"
    );
    (format!("b{number}"), card(number, year, &text("t.md", "amending")), act)
}

/// A name, how far the tests let it grow, and the corpus of a size.
type Growing = (&'static str, usize, fn(usize) -> Corpus);

/// Corpora that grow in one way.
fn corpora() -> Vec<Growing> {
    const ARTICLE: &str = "1-бап. Атауы\n\n1. Алғашқы сөз осында тұр.\n";
    vec![
        ("articles of an act", 4_000, |n| {
            let articles = (1..=n).map(|i| format!("{i}-бап. Атауы\n\n1. Сөз {i} осында.\n\n"));
            vec![amended(&articles.collect::<String>())]
        }),
        ("paragraphs of an article", 4_000, |n| {
            vec![amended(&format!("1-бап. Атауы\n\n{}", "Сөз осында тұр.\n\n".repeat(n)))]
        }),
        ("citations of an article", 2_000, |n| {
            let citing = (2..=n).map(|i| format!("{i}-бап. Атауы\n\n1-баптың 1-тармағы.\n\n"));
            vec![amended(&format!("{ARTICLE}\n{}", citing.collect::<String>()))]
        }),
        ("orders on one point", 1_000, |n| {
            let order = |i| {
                format!(
                    "{i}) 1-баптың 1-тармағы мынадай редакцияда жазылсын:\n\n\"1. Сөз {i} осында.\";\n\n"
                )
            };
            vec![amended(ARTICLE), amends(2, 2015, &(1..=n).map(order).collect::<String>())]
        }),
        ("orders on the words of one point", 1_000, |n| {
            let order = |i| {
                format!(
                    "{i}) 1-баптың 1-тармағындағы \"{i}-сөз\" деген сөз \"{}-сөз\" деген сөзбен \
                     ауыстырылсын;\n\n",
                    i + 1
                )
            };
            let body = "1-бап. Атауы\n\n1. Алғашқы 1-сөз осында тұр.\n";
            vec![amended(body), amends(2, 2015, &(1..=n).map(order).collect::<String>())]
        }),
        ("articles added by one act", 1_000, |n| {
            let order = |i| {
                format!(
                    "{i}) мынадай мазмұндағы 1-{i}-баппен толықтырылсын:\n\n\"1-{i}-бап. Атауы\n\n\
                     Сөз {i} осында.\";\n\n"
                )
            };
            vec![amended(ARTICLE), amends(2, 2015, &(1..=n).map(order).collect::<String>())]
        }),
        ("acts that amend one point", 200, |n| {
            let act = |i: usize| {
                let order = format!(
                    "1) 1-баптың 1-тармағы мынадай редакцияда жазылсын:\n\n\"1. Сөз {i} осында.\";"
                );
                amends(i + 1, 2011 + i / 20, &order)
            };
            [amended(ARTICLE)].into_iter().chain((1..=n).map(act)).collect()
        }),
        ("notes at one article", 1_000, |n| {
            let note = |i: usize| {
                format!(
                    "Ескерту. 1-бапқа өзгеріс енгізілді – ҚР {:02}.{:02}.{} № {}-VI (алғашқы ресми \
                     жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі) \
                     Заңымен.\n\n",
                    i % 28 + 1,
                    i % 12 + 1,
                    2011 + i % 10,
                    i + 1
                )
            };
            let notes: String = (1..=n).map(note).collect();
            let (folder, card, act) = amended(&format!("{ARTICLE}\n{notes}"));
            vec![(folder, card.replace("original", "consolidated"), act)]
        }),
        ("notes at many articles", 500, |n| {
            let article = |i: usize| {
                format!(
                    "{i}-бап. Атауы\n\n1. Сөз {i}.\n\nЕскерту. {i}-бапқа өзгеріс енгізілді – ҚР \
                     {:02}.{:02}.{} № {}-VI (алғашқы ресми жарияланған күнінен кейін күнтізбелік он \
                     күн өткен соң қолданысқа енгізіледі) Заңымен.\n\n",
                    i % 28 + 1,
                    i % 12 + 1,
                    2011 + i % 10,
                    i + 1
                )
            };
            let (folder, card, act) = amended(&(1..=n).map(article).collect::<String>());
            vec![(folder, card.replace("original", "consolidated"), act)]
        }),
    ]
}

/// Builds a corpus and puts questions; tells how long each step took.
fn ask(corpus: &Corpus) -> Vec<(&'static str, f64)> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, card, act) in corpus {
        let path = folder.path().join("corpus").join(name);
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join("act.toml"), card).expect("a card");
        fs::write(path.join("t.md"), act).expect("a text");
    }
    let mut took = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |name| {
        took.push((name, clock.elapsed().as_secs_f64()));
        clock = Instant::now();
    };
    let index = folder.path().join("index");
    let report = build(&folder.path().join("corpus"), &index, false, &|_| {}).expect("a build");
    assert!(report.unread.is_empty(), "{:?}", report.unread);
    lap("build");
    let engine = Engine::open(&index).expect("an index");
    let act = engine.find_act("1-VI").expect("the act");
    let day = jiff::civil::date(2020, 6, 1);
    let ask = Ask { axis: Axis::InForce, date: day, known_by: None };
    let answer = engine.show(&act, &Address::whole(), ask).expect("an answer");
    assert!(answer.text.as_deref().is_some_and(|text| text.contains("1-бап")), "{answer:?}");
    lap("show");
    let point = engine.find_address(&act, "1-бап", &ask).expect("the article");
    engine.history(&act, &point, Axis::InForce, (None, None)).expect("a history");
    lap("history");
    engine.history(&act, &Address::whole(), Axis::InForce, (None, None)).expect("a history");
    lap("whole history");
    engine.outline(&act, &Address::whole(), ask).expect("an outline");
    lap("outline");
    let before = Ask { date: jiff::civil::date(2012, 6, 1), ..ask };
    engine.diff(&act, &Address::whole(), before, day).expect("a comparison");
    lap("diff");
    engine.blame(&act, &point, ask).expect("a blame");
    lap("blame");
    took
}

#[test]
fn corpora_that_grow_in_one_way_are_built_and_asked() {
    for (name, size, corpus) in corpora() {
        println!("{name}");
        ask(&corpus(size / 4));
    }
}

/// The same of whole corpora.
#[test]
#[ignore = "takes the time of each step"]
fn the_time_of_a_build_goes_by_the_size() {
    let only = std::env::var("LIMITS").unwrap_or_default();
    for (name, size, corpus) in corpora() {
        if !only.is_empty() && name != only {
            continue;
        }
        let (once, four) = (ask(&corpus(size / 4)), ask(&corpus(size)));
        let told = once.iter().zip(&four).map(|((step, once), (_, four))| {
            let exponent = (four / once.max(1e-6)).log(4.0);
            format!("  {step} {once:.2} {four:.2} s ^{exponent:.2}")
        });
        println!("{name:34} {size:6}{}", told.collect::<String>());
    }
}

/// How the time grows from a quarter to the whole: 1 where it goes by the size, 2 where it goes by its square. Prints every
/// reader that takes long; `LIMITS` names the kinds of text that are measured.
#[test]
#[ignore = "takes the time of each reader"]
fn time_goes_by_the_size() {
    const LONG: f64 = 0.05;
    let only = std::env::var("LIMITS").unwrap_or_default();
    for Hostile { name, size, text } in
        ALL.iter().filter(|kind| only.is_empty() || kind.name == only)
    {
        let (_, _, once) = read(&text(size / 4));
        let (_, _, four) = read(&text(*size));
        let mut found = String::new();
        for ((reader, once), (_, four)) in once.iter().zip(&four) {
            let exponent = (four / once.max(1e-6)).log(4.0);
            if *four > LONG && exponent > 1.2 || *four > 2.0 {
                found.push_str(&format!("  {reader} {once:.2} {four:.2} s ^{exponent:.2}"));
            }
        }
        let all: f64 = four.iter().map(|(_, took)| took).sum();
        println!("{name:34} {size:7} {all:6.2} s{found}");
    }
}

#[test]
fn every_other_door_answers_or_refuses() {
    for (name, size, through) in DOORS {
        println!("{name}");
        through(size / 4);
    }
}

/// The same of the other doors.
#[test]
#[ignore = "takes the time of each door"]
fn the_time_of_a_door_goes_by_the_size() {
    let only = std::env::var("LIMITS").unwrap_or_default();
    for (name, size, through) in DOORS {
        if !only.is_empty() && *name != only {
            continue;
        }
        let [once, four] = [size / 4, *size].map(|size| {
            let clock = Instant::now();
            through(size);
            clock.elapsed().as_secs_f64()
        });
        let exponent = (four / once.max(1e-6)).log(4.0);
        println!("{name:34} {size:7} {once:.3} {four:.3} s ^{exponent:.2}");
    }
}

#[test]
fn names_without_end_are_no_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let (name, card, act) = amended("1-бап. Атауы\n\n1. Сөз.\n");
    let path = folder.path().join("corpus").join(name);
    fs::create_dir_all(&path).expect("a folder");
    fs::write(path.join("act.toml"), card).expect("a card");
    fs::write(path.join("t.md"), act).expect("a text");
    let index = folder.path().join("index");
    build(&folder.path().join("corpus"), &index, false, &|_| {}).expect("a build");
    let engine = Engine::open(&index).expect("an index");
    let act = engine.find_act("1-VI").expect("the act");
    let ask = Ask { axis: Axis::InForce, date: jiff::civil::date(2020, 6, 1), known_by: None };
    for piece in ["/*", "#соңғы", "1/", "1-бап/1/", "1-баптың ", "(", "«", "а", "1 – 999, "]
    {
        let name = piece.repeat(30_000);
        assert!(engine.find_address(&act, &name, &ask).is_err(), "{piece}");
        assert!(engine.find_address(&act, &format!("1{name}"), &ask).is_err(), "{piece}");
        assert!(engine.find_act(&name).is_err(), "{piece}");
        let asked =
            SearchAsk { text: name, ask, any_date: true, between: None, act: None, limit: 10 };
        engine.search(&asked).expect("an answer");
    }
}
