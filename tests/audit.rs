//! The audit against its promises: № 12 closes against № 832 order by order, sound texts give no
//! finding, and each fault that is planted in a sound text is found as what it is, with nothing
//! else. Prints how many planted faults were found and how many findings were planted.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

mod support;

use jiff::civil::Date;
use nusqa::audit::audit;
use nusqa::audit::finding::{Audit, Cause, Closing, Finding, FindingKind};
use nusqa::build::{build, gather};
use nusqa::parse::parse;
use nusqa::query::Engine;
use nusqa::source::document::Document;
use nusqa::timeline::record::{ActRecord, Witness};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use support::{ask, ask_json, root};

/// Folders of a corpus, and which text of it is played with.
struct World {
    name: &'static str,
    folders: Vec<PathBuf>,
    text: &'static str,
    act: &'static str,
}

fn worlds() -> Vec<World> {
    let corpus = root().join("corpus");
    let small = root().join("tests/corpora/audited");
    vec![
        World {
            name: "832",
            folders: vec![
                corpus.join("2016-12-20-832-birynghai-talaptar"),
                corpus.join("2021-01-18-12-ukimet-sheshimderine-ozgerister"),
            ],
            text: "2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt",
            act: "832",
        },
        World {
            name: "audited",
            folders: vec![small.join("base"), small.join("am")],
            text: "base/consolidated.md",
            act: "210-VI",
        },
    ]
}

/// Everything known of the act of a world, with its text read anew for every fault.
struct Copy {
    record: ActRecord,
    horizon: Option<Date>,
    witness: usize,
    sound: String,
    _folder: tempfile::TempDir,
}

impl Copy {
    fn of(world: &World) -> Copy {
        let folder = tempfile::tempdir().unwrap();
        let corpus = folder.path().join("corpus");
        for from in &world.folders {
            let to = corpus.join(from.file_name().unwrap());
            fs::create_dir_all(&to).unwrap();
            for file in fs::read_dir(from).unwrap() {
                let file = file.unwrap().path();
                fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
            }
        }
        let sound = fs::read_to_string(corpus.join(world.text)).unwrap();
        let (record, horizon) = record_of(&corpus, &folder.path().join("index"), world.act);
        let own = |witness: &Witness| witness.tree.source.file.ends_with(world.text);
        let witness = record.witnesses.iter().position(own).unwrap();
        Copy { record, horizon, witness, sound, _folder: folder }
    }

    fn audit(&self, text: &str) -> Audit {
        let mut record = self.record.clone();
        let witness = &mut record.witnesses[self.witness];
        let file = witness.tree.source.file.to_string();
        let tree = parse(&Document::decode(&file, text.as_bytes()));
        witness.notes = nusqa::notes::read(&tree);
        witness.tree = Arc::new(tree);
        audit(&record, self.horizon)
    }
}

fn record_of(corpus: &Path, index: &Path, act: &str) -> (ActRecord, Option<Date>) {
    build(corpus, index, false, &|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    let engine = Engine::open(index).unwrap_or_else(|error| panic!("{error:?}"));
    let act = engine.find_act(act).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let records = gather(corpus, index, std::slice::from_ref(&act.id));
    let mut records = records.unwrap_or_else(|error| panic!("{error:?}"));
    (records.remove(0), act.horizon)
}

fn audit_of(corpus: &Path, index: &Path, act: &str) -> Audit {
    let (record, horizon) = record_of(corpus, index, act);
    audit(&record, horizon)
}

/// A fault planted in one line.
struct Planted {
    what: &'static str,
    line: usize,
    text: String,
    kinds: &'static [FindingKind],
    cause: Option<Cause>,
}

/// Lines with provisions that an order or a text before makes known, by what they begin with.
fn known_lines<'t>(world: &World, lines: &[&'t str]) -> Vec<(usize, &'t str)> {
    let provision = |line: &str| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#') && !line.starts_with("Ескерту")
    };
    let all = lines.iter().enumerate().filter(|(_, line)| provision(line));
    if world.name != "832" {
        // Requisites and signature are no provisions.
        let kept =
            all.filter(|(_, line)| !line.contains("Заңы 2019") && !line.contains("Президенті"));
        return kept.map(|(at, line)| (at, *line)).collect();
    }
    // Of the requirements only what № 12 brought is known; its words are looked up in the order.
    let order = fs::read_to_string(
        root().join("corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md"),
    );
    let order = order.unwrap();
    let brought: Vec<&str> =
        order.lines().map(|line| line.trim().trim_matches(['"', ';', '.'])).collect();
    all.filter(|(at, line)| {
        let bare = line.trim().trim_end_matches([';', '.']);
        let note = lines[*at..].iter().find(|line| line.trim().starts_with("Ескерту"));
        // What a later act did to the point is not known.
        let later = note.is_some_and(|note| note.contains("10.02.2023"));
        bare.chars().count() > 12 && brought.contains(&bare) && !later
    })
    .map(|(at, line)| (at, *line))
    .collect()
}

/// A word that stands in both texts.
const OTHER: &str = "қамтамасыз";

/// Faults that are planted by hand: words of the small act and what takes their place.
const BY_HAND: &[(&str, &str, &str, FindingKind)] = &[
    (
        "words not replaced",
        "екі жылда бір рет тіркейді",
        "жыл сайын тіркейді",
        FindingKind::NotCarriedOut,
    ),
    (
        "point not worded anew",
        "3. Есептің нысаны мен мерзімін уәкілетті орган айқындайды.",
        "3. Есептің нысанын министрлік бекітеді.",
        FindingKind::NotCarriedOut,
    ),
    (
        "paragraph not removed",
        "2. Кітапты жоғалтқан оқырман оның құнын өтейді.\n",
        "2. Кітапты жоғалтқан оқырман оның құнын өтейді.\n\n\
         Өтелетін құнды кітапхана басшысы айқындайды.\n",
        FindingKind::NotCarriedOut,
    ),
    (
        "words left as quoted",
        "3) электрондық қойма құрады",
        "3) цифрлық мұрағат құрады",
        FindingKind::LeftBehind,
    ),
    ("unit lost", "4) тозған кітаптарды қордан шығарады.\n\n", "", FindingKind::UnitMissing),
    (
        "inserted unit left out",
        "5) кітапхана билеті – оқырманның жеке құжаты.\n\n",
        "",
        FindingKind::NotCarriedOut,
    ),
    (
        "unit that nobody brought",
        "2. Көшірмелерді таратуға тыйым салынады.\n",
        "2. Көшірмелерді таратуға тыйым салынады.\n\n3. Көшірмелер ақылы беріледі.\n",
        FindingKind::UnitWithoutOrder,
    ),
    (
        "planned change whose day has come",
        "### 5-бап. Цифрлық",
        "**ЗҚАИ-ның ескертпесі!**\n\n5-бап жаңа редакцияда көзделген – ҚР 10.02.2021 № 10-VII \
         (01.03.2021 бастап қолданысқа енгізіледі) Заңымен.\n\n### 5-бап. Цифрлық",
        FindingKind::PlannedOverdue,
    ),
    (
        "note on what nobody ordered",
        "### 6-1-бап. Бақылау",
        "Ескерту. 6-бапқа өзгеріс енгізілді - ҚР 20.05.2021 № 45-VII (01.09.2021 бастап \
         қолданысқа енгізіледі) Заңымен.\n\n### 6-1-бап. Бақылау",
        FindingKind::NoteWithoutOrder,
    ),
    (
        "change before the act",
        "### 6-1-бап. Бақылау",
        "Ескерту. 6-бапқа өзгеріс енгізілді - ҚР 20.05.2011 № 440-IV (01.09.2011 бастап \
         қолданысқа енгізіледі) Заңымен.\n\n### 6-1-бап. Бақылау",
        FindingKind::ImpossibleDay,
    ),
    (
        "other day of effect",
        "2-бапқа өзгерістер енгізілді - ҚР 20.05.2021 № 45-VII (01.09.2021",
        "2-бапқа өзгерістер енгізілді - ҚР 20.05.2021 № 45-VII (01.10.2021",
        FindingKind::EffectDayDiffers,
    ),
];

/// Every fault that the generator knows, wherever it fits.
fn plant(world: &World, sound: &str) -> Vec<Planted> {
    let lines: Vec<&str> = sound.lines().collect();
    let with = |at: usize, line: String| {
        let mut all: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        all[at] = line;
        all.join("\n") + "\n"
    };
    let without = |at: usize| {
        let mut all = lines.clone();
        all.remove(at);
        all.join("\n") + "\n"
    };
    let mut planted = Vec::new();
    for (at, line) in known_lines(world, &lines) {
        let longer = |word: &&str| word.chars().count() > 5 && *word != OTHER;
        let words: Vec<&str> = line.split(' ').filter(longer).collect();
        let Some(word) = words.iter().rev().find(|word| word.chars().all(char::is_alphabetic))
        else {
            continue;
        };
        planted.push(Planted {
            what: "another word",
            line: at,
            text: with(at, line.replacen(word, OTHER, 1)),
            kinds: &[FindingKind::WordsDiffer, FindingKind::NotCarriedOut],
            cause: Some(Cause::Publisher),
        });
        let half = word.char_indices().nth(word.chars().count() / 2).unwrap().0;
        let broken = format!("{} {}", &word[..half], &word[half..]);
        planted.push(Planted {
            what: "broken word",
            line: at,
            text: with(at, line.replacen(word, &broken, 1)),
            kinds: &[FindingKind::WordsDiffer],
            cause: Some(Cause::Copy),
        });
        let swapped = word.replacen('а', "a", 1);
        if swapped != **word {
            planted.push(Planted {
                what: "look-alike letter",
                line: at,
                text: with(at, line.replacen(word, &swapped, 1)),
                kinds: &[FindingKind::LookAlikeLetters],
                cause: Some(Cause::Copy),
            });
        }
        let mistaken: String =
            word.chars().rev().enumerate().map(|(i, c)| if i == 1 { 'ъ' } else { c }).collect();
        let mistaken: String = mistaken.chars().rev().collect();
        planted.push(Planted {
            what: "mistaken letter",
            line: at,
            text: with(at, line.replacen(word, &mistaken, 1)),
            kinds: &[FindingKind::WordsDiffer],
            cause: Some(Cause::Copy),
        });
        let trimmed = line.trim_start();
        let digits: String = trimmed.chars().take_while(char::is_ascii_digit).collect();
        let mark = trimmed[digits.len()..].chars().next();
        if let (Ok(number), Some(')')) = (digits.parse::<u32>(), mark) {
            let moved = line.replacen(&digits, &(number + 1).to_string(), 1);
            planted.push(Planted {
                what: "another number",
                line: at,
                text: with(at, moved),
                kinds: &[FindingKind::Renumbered, FindingKind::DuplicateNumber],
                cause: None,
            });
        }
    }
    for (at, line) in lines.iter().enumerate() {
        let line = line.replace('\u{a0}', " ");
        let single = line.matches('№').count() == 1;
        let by = line.contains("18.01.2021 № 12") || line.contains("20.05.2021 № 45-VII");
        if !line.trim_start().starts_with("Ескерту") || !single || !by {
            continue;
        }
        // The note at 2-бап tells of two orders.
        let several = line.contains("2-бапқа");
        if !several {
            planted.push(Planted {
                what: "note dropped",
                line: at,
                text: without(at),
                kinds: &[FindingKind::OrderWithoutNote],
                cause: Some(Cause::Publisher),
            });
        }
        let redated = line.replacen("2021 №", "2022 №", 1);
        planted.push(Planted {
            what: "another day of the act in a note",
            line: at,
            text: with(at, redated),
            kinds: &[FindingKind::WrongActDay],
            cause: None,
        });
        if line.contains("тармақ жаңа редакцияда") {
            planted.push(Planted {
                what: "another change in a note",
                line: at,
                text: with(at, line.replacen("жаңа редакцияда", "алып тасталды", 1)),
                kinds: &[FindingKind::NoteDiffers],
                cause: Some(Cause::Publisher),
            });
            planted.push(Planted {
                what: "another effect in a note",
                line: at,
                text: with(at, line.replacen("күнтізбелік он күн", "күнтізбелік алпыс күн", 1)),
                kinds: &[FindingKind::EffectDayDiffers],
                cause: Some(Cause::Publisher),
            });
        }
    }
    if world.name != "832" {
        for (what, from, to, kind) in BY_HAND {
            let at = sound.find(from).unwrap_or_else(|| panic!("{what}: {from}"));
            planted.push(Planted {
                what,
                line: sound[..at].lines().count(),
                text: sound.replacen(from, to, 1),
                kinds: std::slice::from_ref(kind),
                cause: None,
            });
        }
    }
    planted
}

/// What a finding says, for telling new ones from those that the sound text has.
fn key(finding: &Finding) -> (FindingKind, String, Option<String>) {
    (finding.kind, finding.address.to_string(), finding.found.clone())
}

#[test]
fn planted_faults_are_found_as_what_they_are_and_nothing_else_is() {
    let (mut all, mut found, mut told, mut wrong_cause) = (0, 0, 0, 0);
    let mut by_what: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for world in worlds() {
        let copy = Copy::of(&world);
        let sound: Vec<_> = copy.audit(&copy.sound).findings.iter().map(key).collect();
        for fault in plant(&world, &copy.sound) {
            let spoiled = copy.audit(&fault.text);
            let new: Vec<&Finding> =
                spoiled.findings.iter().filter(|one| !sound.contains(&key(one))).collect();
            let hit = new.iter().find(|one| fault.kinds.contains(&one.kind));
            let counted = by_what.entry(fault.what).or_default();
            counted.1 += 1;
            all += 1;
            told += new.len();
            if let Some(hit) = hit {
                found += 1;
                counted.0 += 1;
                if fault.cause.is_some_and(|cause| cause != hit.cause) {
                    wrong_cause += 1;
                    missed.push(format!(
                        "{} {}:{}: cause {:?}",
                        world.name,
                        fault.what,
                        fault.line + 1,
                        hit.cause
                    ));
                }
            }
            if hit.is_none() || new.len() > 1 {
                let new: Vec<String> =
                    new.iter().map(|one| format!("{} {}", one.kind.name(), one.address)).collect();
                missed.push(format!("{} {}:{}: {new:?}", world.name, fault.what, fault.line + 1));
            }
        }
    }
    for (what, (found, all)) in &by_what {
        println!("{what}: {found} of {all}");
    }
    println!("planted {all}, found {found}; findings {told}; wrong cause {wrong_cause}");
    missed.iter().for_each(|line| println!("  {line}"));
    assert!(found == all, "a planted fault was not found");
    assert!(told == found, "a finding was not planted");
    assert!(wrong_cause == 0, "a cause is wrong");
}

#[test]
fn the_orders_of_12_close_against_832() {
    let (status, document) = ask_json(&["audit", "832"]);
    assert_eq!(status, 0);
    let orders = document["orders"].as_array().unwrap();
    let closed = |closing: Closing| -> Vec<&str> {
        let own = orders.iter().filter(|order| order["closing"] == closing.name());
        own.map(|order| order["address"].as_str().unwrap()).collect()
    };
    let identical = ["3", "5/3)", "7/18)", "17", "17-1", "20/2)", "29", "30"];
    let identical = identical.map(|address| format!("бекітілген/{address}"));
    assert_eq!(closed(Closing::Identical), identical);
    let superseded = ["6/17)", "6/23)", "6/26)", "6/27)", "8", "13/1)"];
    let superseded = superseded.map(|address| format!("бекітілген/{address}"));
    assert_eq!(closed(Closing::Superseded), superseded);
    assert_eq!(closed(Closing::LeftBehind), ["бекітілген"]);
    // Whatever else there is stands beyond the end of the text, and says so.
    let rest = orders.iter().filter(|order| order["closing"] == "not_checkable");
    assert!(rest.clone().all(|order| order["obstacle"] == "beyond_text"));
    assert_eq!(rest.count() + 15, orders.len());
    let findings: Vec<(&str, &str)> = document["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["kind"].as_str().unwrap(), one["address"].as_str().unwrap()))
        .collect();
    let expected = [
        ("unequal_lists", "бекітілген"),
        ("left_behind", "бекітілген/25-1"),
        ("left_behind", "бекітілген/28/1)"),
    ];
    assert_eq!(findings, expected);
}

#[test]
fn an_amending_act_accounts_for_all_its_orders() {
    let (status, document) = ask_json(&["audit", "12"]);
    assert_eq!(status, 0);
    let (_, orders) = ask_json(&["instructions", "12"]);
    let orders = orders["instructions"].as_array().unwrap();
    let accounts = document["orders"].as_array().unwrap();
    for order in orders {
        let told = accounts.iter().any(|account| account["source"] == order["source"]);
        assert!(told, "{order:#}");
    }
    let elsewhere = accounts
        .iter()
        .filter(|account| account["act"] == "/akn/kz/act/resolution/government/2019-07-12/501");
    assert!(elsewhere.clone().all(|account| account["obstacle"] == "no_text"));
    assert!(elsewhere.count() > 0);
}

#[test]
fn a_finding_shows_both_sides_and_the_words_that_differ() {
    let world = &worlds()[1];
    let copy = Copy::of(world);
    let spoiled = copy.sound.replace("отыз күнге", "қырық күнге");
    let audit = copy.audit(&spoiled);
    let one = audit.findings.iter().find(|one| one.kind == FindingKind::WordsDiffer).unwrap();
    assert_eq!(one.address.to_string(), "3-бап/3");
    assert_eq!(one.by.as_ref().map(|act| act.number.as_str()), Some("45-VII"));
    let changed: Vec<&str> = one
        .words
        .iter()
        .filter(|(tag, _)| *tag != nusqa::amend::apply::redline::Tag::Equal)
        .map(|(_, words)| words.as_str())
        .collect();
    assert_eq!(changed, ["отыз", "қырық"]);
    let sources: Vec<(&str, usize)> =
        one.sources.iter().map(|source| (source.kind.name(), source.span.lines.0)).collect();
    assert_eq!(sources, [("order", 21), ("text", 51)]);
}

#[test]
fn a_citation_of_what_is_not_there_leads_nowhere() {
    let copy = Copy::of(&worlds()[1]);
    let cites = "Осы Заңның 4-бабының 2-тармағын, 4-бабының 5-тармағын және 9-бабын бұзған";
    let audit = copy.audit(&copy.sound.replace("Осы Заңды бұзған", cites));
    let nowhere: Vec<&str> = audit
        .findings
        .iter()
        .filter(|one| one.kind == FindingKind::DanglingReference)
        .map(|one| one.expected.as_deref().unwrap())
        .collect();
    // For all that the text tells, it may go on behind its last article.
    assert_eq!(nowhere, ["4-бап/5"]);
}

#[test]
fn real_amendments_agree_with_their_consolidation() {
    let cases = root().join("../shared/cases");
    let named = ["01-holidays-2008", "03-transfer-2016-march", "07-iodine-2007"];
    for name in named.into_iter().filter(|name| cases.join(name).is_dir()) {
        let from = cases.join(name);
        let meta = fs::read_to_string(from.join("meta.json")).unwrap();
        let meta: Value = serde_json::from_str(&meta).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let card = |act: &Value, slug: &str, texts: &str| {
            let number = match act["number"].as_str() {
                Some(number) => format!("number = \"{number}\""),
                None => format!("slug = \"{slug}\""),
            };
            let (form, day) = (act["form"].as_str().unwrap(), act["adopted"].as_str().unwrap());
            format!("[act]\ntype = \"{form}\"\n{number}\nadopted = {day}\n\n{texts}")
        };
        let corpus = folder.path().join("corpus");
        let (base, amending) = (corpus.join("base"), corpus.join("amending"));
        fs::create_dir_all(&base).unwrap();
        fs::create_dir_all(&amending).unwrap();
        for file in ["base.md", "result.md"] {
            fs::copy(from.join(file), base.join(file)).unwrap();
        }
        fs::copy(from.join("amending.md"), amending.join("amending.md")).unwrap();
        let texts = "[[text]]\nfile = \"base.md\"\nrole = \"original\"\n\n\
                     [[text]]\nfile = \"result.md\"\nrole = \"consolidated\"\n";
        fs::write(base.join("act.toml"), card(&meta["act"], "base", texts)).unwrap();
        let texts = "[[text]]\nfile = \"amending.md\"\nrole = \"amending\"\n";
        fs::write(amending.join("act.toml"), card(&meta["amending_act"], "amending", texts))
            .unwrap();
        let act = meta["act"]["number"].as_str().unwrap_or("~base");
        let audit = audit_of(&corpus, &folder.path().join("index"), act);
        let open = audit.orders.iter().filter(|order| order.closing != Closing::Identical);
        assert_eq!(open.count(), 0, "{name}: {:#?}", audit.orders);
        for finding in &audit.findings {
            println!("{name}: {} {} {:?}", finding.kind.name(), finding.address, finding.found);
        }
        // A code glued to a word, and Latin letters in the orders themselves.
        let expected = if name == "07-iodine-2007" { 2 } else { 0 };
        assert_eq!(audit.findings.len(), expected, "{name}");
    }
}

#[test]
fn the_page_tells_what_was_not_checked() {
    let page = |arguments: &[&str]| {
        let output = ask(arguments);
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let short = page(&["audit", "832", "--lang", "en"]);
    assert!(short.contains("identical: 8 places"), "{short}");
    assert!(!short.contains("amending.md:42-52"), "{short}");
    let long = page(&["audit", "832", "--all", "--lang", "en"]);
    assert!(long.contains("amending.md:42-52"), "{long}");
    assert!(long.contains("the text breaks off before this place"), "{long}");
    let none = page(&["audit", "676", "--lang", "en"]);
    assert!(none.contains("there is no consolidated text to compare"), "{none}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_spoiled_text_never_breaks_the_audit(
        small in any::<bool>(),
        moves in prop::collection::vec((0usize..3, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..12),
    ) {
        let copy = &copies()[usize::from(small)];
        let mut lines: Vec<&str> = copy.sound.lines().collect();
        for (what, a, b) in moves {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            match what {
                0 => lines.swap(a, b),
                1 => lines.insert(a, lines[b]),
                _ if lines.len() > 1 => { lines.remove(a); }
                _ => {}
            }
        }
        let text = lines.join("\n");
        let audit = copy.audit(&text);
        prop_assert_eq!(&audit, &copy.audit(&text));
        for source in audit.findings.iter().flat_map(|one| &one.sources) {
            let span = &source.span;
            prop_assert!(span.bytes.start <= span.bytes.end && span.lines.0 <= span.lines.1);
            if source.kind.name() == "text" {
                prop_assert!(span.bytes.end <= text.len());
            }
        }
        let orders = copy.record.amenders.iter().flat_map(|amender| &amender.orders);
        let targets: usize = orders.map(|order| order.targets.len()).sum();
        prop_assert_eq!(audit.orders.len(), targets);
    }
}

fn copies() -> &'static [Copy] {
    static COPIES: OnceLock<Vec<Copy>> = OnceLock::new();
    COPIES.get_or_init(|| worlds().iter().map(Copy::of).collect())
}
