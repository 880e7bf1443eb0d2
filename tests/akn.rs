//! Acts written in Akoma Ntoso: every act on every day on which something changes is valid by the
//! schema of OASIS, refers to nothing that is not there, says what `show` says, and reads back to
//! the same units.

#![allow(clippy::print_stdout, reason = "a test says how much it has seen")]

mod support;

use jiff::civil::Date;
use nusqa::model::address::Address;
use nusqa::model::day::plus_days;
use nusqa::model::version::Axis;
use nusqa::parse::akn::{self, Refused};
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use nusqa::query::expression::Life;
use nusqa::render::akn::{Document, Subject, document};
use proptest::prelude::*;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::akn::{check, files, printed, round_trip, same_on, shown, validate};
use support::{ask, ask_json, index, nusqa, root};

fn write(life: &Life, day: Date) -> Document {
    let changes = life.changes();
    let end = life.end(&changes);
    let subject = Subject {
        life,
        changes: &changes,
        end: end.as_ref(),
        days: &life.days(),
        orders: &[],
        amending: &HashMap::new(),
        corpus: "",
    };
    document(&subject, day).expect("an act that stands")
}

/// Holds the documents of every act of an index, on every day on which something changes, to the
/// expressions from which they were written, and the document with all versions to these
/// documents; `out` is what the program wrote.
fn hold(engine: &Engine, out: &Path) -> usize {
    let mut seen = 0;
    for act in engine.acts().expect("acts") {
        let life = engine.life(&act).expect("versions");
        let folder = out.join(act.id.iri().trim_start_matches('/'));
        let whole = fs::read_to_string(folder.join("kaz.xml")).ok().map(|text| {
            check(&text);
            akn::read(&text).expect("our own document")
        });
        for day in life.days() {
            let expression = life.on(day);
            let held = whole.as_ref().map_or(Vec::new(), |whole| whole.on(day));
            if expression.units.is_empty() {
                assert!(held.is_empty(), "{} on {day}", act.id);
                continue;
            }
            let path = folder.join(format!("kaz@{day}.xml"));
            let text = fs::read_to_string(&path).expect("a file for every expression");
            check(&text);
            let read = round_trip(&text, &expression);
            same_on(&held, &read, &expression);
            let question = Ask { axis: Axis::InForce, date: day, known_by: None };
            let answer = engine.show(&act, &Address::whole(), question).expect("an answer");
            let said = answer.text.unwrap_or_default();
            assert_eq!(printed(&read), shown(&said), "{} on {day}", act.id);
            seen += 1;
        }
    }
    seen
}

#[test]
fn every_act_on_every_day_of_change() {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().to_string_lossy();
    let output = ask(&["export", "--format", "akn", "--out", &folder]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let expressions = files(out.path()).len();
    let output = ask(&["export", "--format", "akn", "--whole", "--out", &folder]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written = files(out.path());
    validate(&written);
    let engine = Engine::open(index()).expect("an index");
    let seen = hold(&engine, out.path());
    assert_eq!(seen, expressions);
    assert!(written.len() > expressions, "{}", written.len());
    assert!(seen > 50, "{seen} documents");
    println!("{seen} documents of the corpus are valid and read back to what show says");
}

#[test]
fn every_act_of_the_small_corpora() {
    let mut seen = 0;
    let mut all = Vec::new();
    let out = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(root().join("tests/corpora")).expect("corpora") {
        let corpus = entry.expect("an entry").path();
        if !corpus.is_dir() {
            continue;
        }
        let name = corpus.file_name().expect("a name").to_string_lossy().into_owned();
        let own = out.path().join(&name);
        let index = out.path().join(format!("index-of-{name}"));
        for which in [&[][..], &["--whole"]] {
            let output = nusqa()
                .args(["export", "--format", "akn", "--corpus", &format!("tests/corpora/{name}")])
                .args(which)
                .arg("--out")
                .arg(&own)
                .arg("--index")
                .arg(&index)
                .output()
                .expect("the program runs");
            assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        }
        let engine = Engine::open(&index).expect("an index");
        seen += hold(&engine, &own);
        all.extend(files(&own));
    }
    validate(&all);
    let is_whole = |file: &PathBuf| file.ends_with("kaz.xml");
    assert_eq!(seen, all.iter().filter(|file| !is_whole(file)).count());
    println!("{seen} documents of the small corpora are valid and read back to what show says");
}

#[test]
fn the_same_export_has_the_same_bytes_and_overwrites_nothing() {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().to_string_lossy();
    let arguments =
        ["export", "--format", "akn", "--act", "832", "--on", "2022-01-01", "--out", &folder];
    let (code, first) = ask_json(&arguments);
    assert_eq!(code, 0);
    let path = first["files"][0]["path"].as_str().expect("a path");
    assert_eq!(path, "akn/kz/act/resolution/government/2016-12-20/832/kaz@2022-01-01.xml");
    let iri = "/akn/kz/act/resolution/government/2016-12-20/832/kaz:2022-01-01";
    assert_eq!(first["files"][0]["expression"], iri);
    assert_eq!(first["files"][0]["unchanged"], false);
    let file = out.path().join(path);
    let bytes = fs::read(&file).expect("a file");

    let (code, second) = ask_json(&arguments);
    assert_eq!((code, &second["files"][0]["unchanged"]), (0, &true.into()));
    assert_eq!(fs::read(&file).expect("a file"), bytes);

    fs::write(&file, "my own notes").expect("a file");
    let (code, refused) = ask_json(&arguments);
    assert_eq!((code, refused["code"].as_str()), (2, Some("export_exists")));
    assert_eq!(fs::read(&file).expect("a file"), b"my own notes");
    let (code, _) = ask_json(&[&arguments[..], &["--overwrite"]].concat());
    assert_eq!(code, 0);
    assert_eq!(fs::read(&file).expect("a file"), bytes);
    assert_eq!(files(out.path()), [file]);
}

#[test]
fn before_an_act_there_is_nothing_to_write() {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().to_string_lossy();
    let (code, written) = ask_json(&[
        "export",
        "--format",
        "akn",
        "--act",
        "832",
        "--on",
        "2001-01-01",
        "--out",
        &folder,
    ]);
    assert_eq!(code, 1);
    assert_eq!(written["files"].as_array().map(Vec::len), Some(0));
    assert!(files(out.path()).is_empty());
}

#[test]
fn orders_of_an_amending_act_stand_beside_their_words() {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().to_string_lossy();
    let arguments = ["export", "--format", "akn", "--act", "12", "--on", "2022-01-01"];
    let (_, written) = ask_json(&[&arguments[..], &["--out", &folder]].concat());
    let path = written["files"][0]["path"].as_str().expect("a path");
    let text = fs::read_to_string(out.path().join(path)).expect("a file");
    check(&text);
    // Point 8 of № 832 is worded anew by an order whose new text the document quotes.
    let ordered = "<source href=\"#att_1__para_4__al_22__mod_1\"/>\n      \
        <destination href=\"/akn/kz/act/resolution/government/2016-12-20/832/~att_1__para_8\"/>\n      \
        <new href=\"#att_1__para_4__al_22__mod_1__qstr_1\"/>";
    assert!(text.contains(ordered));
    assert!(text.contains("<mod eId=\"att_1__para_4__al_22__mod_1\">8-тармақ мынадай редакцияда"));
    // Words that an order names are quoted where they stand.
    let quoted = "att_1__para_4__al_3__mod_1__qtext_1";
    assert!(
        text.contains(&format!("\"<quotedText eId=\"{quoted}\">локальдық желі</quotedText>\""))
    );
    assert!(text.contains(&format!("<old href=\"#{quoted}\">")));
    // New text has the structure that it brings; the paragraphs that quote it are its words.
    let structure = "<quotedStructure eId=\"att_1__para_4__al_20__mod_1__qstr_1\" \
        startQuote=\"&quot;\" endQuote=\"&quot;\">";
    assert!(text.contains(structure));
    let brought = "<point eId=\"att_1__para_4__al_20__mod_1__qstr_1__para_7__point_18\" \
        wId=\"att_1__para_7__point_18\" nusqa:target=\"бекітілген/7/18)\">";
    assert!(text.contains(brought));
    let paragraph = "<content eId=\"att_1__para_4__al_21\" class=\"quoted\"";
    assert!(text.contains(paragraph));
    assert!(text.contains("</quotedStructure>;</mod>"));
    let structures = text.matches("<quotedStructure ").count();
    let open = text.matches(" startQuote=").count();
    println!("{open} of {structures} new texts have their own structure");
    assert!(open * 10 >= structures * 9, "{open} of {structures}");
    // Every order is told of, whether it was understood or not.
    let (_, told) = ask_json(&["instructions", "12"]);
    let orders = told["instructions"].as_array().expect("orders").len();
    let modifications = text.matches("eId=\"amod_").count();
    assert_eq!(modifications + text.matches("<nusqa:order ").count(), orders);
    assert!(text.contains("<hasAttachment eId=\"attachment_1\""));
}

/// A corpus with characters that no text should hold, and marks that mean something in XML.
fn hostile(folder: &Path) {
    let act = folder.join("corpus/a");
    fs::create_dir_all(&act).expect("a folder");
    let text = "# Таңбалар ]]> туралы & <b>\n\n\
        Қазақстан Республикасының Заңы 2010 жылғы 1 наурыздағы № 20-IV.\n\n\
        1-бап. Ұғымдар ]]> <бос> &amp; \"дәйексөз\"\n\n\
        1) бірінші ]]> &lt;script&gt; \u{1}\u{b}\u{fffe} \u{1f600} 'таңба';\n\n\
        2) екінші – \u{ffff} зат.\n\n\
        2-бап. Тәртіп\n\nТәртіпті <!-- түсінік --> <![CDATA[ Үкімет ]]> айқындайды.\n";
    fs::write(act.join("t.md"), text).expect("a text");
    let card = "[entry_into_force]\nrule = \"on_date\"\ndate = 2010-04-01\n\n\
        [[text]]\nfile = \"t.md\"\nrole = \"original\"\n";
    fs::write(act.join("act.toml"), card).expect("a card");
}

#[test]
fn hostile_characters_are_kept_or_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    hostile(folder.path());
    let out = folder.path().join("out");
    let output = nusqa()
        .args(["export", "--format", "akn", "--json", "--on", "2011-01-01", "--out"])
        .arg(&out)
        .arg("--corpus")
        .arg(folder.path().join("corpus"))
        .arg("--index")
        .arg(folder.path().join("index"))
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let written = files(&out);
    validate(&written);
    let text = fs::read_to_string(&written[0]).expect("a file");
    check(&text);
    let read = akn::read(&text).expect("our own document");
    let words: String = read
        .units
        .iter()
        .flat_map(|unit| [unit.heading.clone(), unit.words.clone()])
        .flatten()
        .collect();
    for kept in ["Ұғымдар ]]>", "\u{1f600}"] {
        assert!(words.contains(kept), "{kept}: {words}");
    }
    let replaced = told["files"][0]["replaced"].as_array().expect("a list");
    assert_eq!(replaced.is_empty(), !words.contains('\u{fffd}'), "{told}");
}

fn refused(text: &str) -> Refused {
    akn::read(text).expect_err("refused")
}

#[test]
fn dangerous_documents_are_refused() {
    let around = |inner: &str| {
        let space = akn::names::NAMESPACE;
        format!("<akomaNtoso xmlns=\"{space}\">{inner}</akomaNtoso>")
    };
    assert!(akn::read(&around("<act/>")).is_ok());
    let doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    assert!(matches!(refused(&(doctype.to_owned() + &around("&x;"))), Refused::Doctype { .. }));
    assert!(matches!(refused(&around("&x;")), Refused::Entity { .. }));
    let deep = "<p>".repeat(1000) + &"</p>".repeat(1000);
    assert!(matches!(refused(&around(&deep)), Refused::TooDeep { .. }));
    assert!(matches!(refused(&around("<p>")), Refused::Malformed { .. }));
    assert_eq!(refused("<html/>"), Refused::Other);
    assert_eq!(refused("1-бап. Ұғымдар"), Refused::Other);
    assert_eq!(refused(""), Refused::Other);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn a_document_says_what_show_says_on_any_day(act in 0..20_usize, day in 0..4200_i32) {
        let engine = Engine::open(index()).expect("an index");
        let acts = engine.acts().expect("acts");
        let with_words: Vec<_> = acts.into_iter().filter(|act| !act.referenced).collect();
        let act = &with_words[act % with_words.len()];
        let day = plus_days(jiff::civil::date(2015, 1, 1), day);
        let life = engine.life(act).expect("versions");
        let expression = life.on(day);
        let question = Ask { axis: Axis::InForce, date: day, known_by: None };
        let answer = engine.show(act, &Address::whole(), question).expect("an answer");
        let said = shown(&answer.text.unwrap_or_default());
        if expression.units.is_empty() {
            prop_assert_eq!(said, "");
        } else {
            let written = write(&life, day);
            let text = String::from_utf8(written.bytes).expect("UTF-8");
            check(&text);
            prop_assert_eq!(printed(&round_trip(&text, &expression)), said);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_makes_the_reader_panic(text in "\\PC{0,80}", cut in 0..400_usize) {
        let _ = akn::read(&text);
        let whole = format!(
            "<akomaNtoso xmlns=\"{}\"><act><body><article eId=\"art_1\"><num>1</num>\
             <content><p>{text}</p></content></article></body></act></akomaNtoso>",
            akn::names::NAMESPACE,
        );
        let _ = akn::read(&whole);
        let cut = whole.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(whole.len());
        let _ = akn::read(&whole[..cut]);
    }
}

/// The lines of a block of the guide stand in a document one after the other.
fn stands_in(block: &[&str], text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.windows(block.len()).any(|some| some == block)
}

#[test]
fn the_examples_of_the_guide_are_true() {
    let guide = fs::read_to_string(root().join("docs/akoma-ntoso.md")).expect("the guide");
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().to_string_lossy();
    let mut documents = String::new();
    for (act, day) in [("832", "2022-01-01"), ("832", "2023-06-01"), ("12", "2022-01-01")] {
        let question = [
            "export", "--format", "akn", "--act", act, "--on", day, "--out", &folder, "--lang",
            "en",
        ];
        let output = ask(&question);
        let page = String::from_utf8(output.stdout).expect("UTF-8");
        if (act, day) == ("832", "2022-01-01") {
            let page = page.replace(&*folder, "out");
            assert!(guide.contains(&format!("--lang en\n{page}```")), "{page}");
        }
    }
    ask(&["export", "--format", "akn", "--act", "832", "--whole", "--out", &folder]);
    for file in files(out.path()) {
        documents.push_str(&fs::read_to_string(file).expect("a file"));
    }
    let blocks: Vec<Vec<&str>> = guide
        .split("```xml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default().lines().map(str::trim).collect())
        .collect();
    assert!(blocks.len() > 4);
    for block in blocks {
        assert!(stands_in(&block, &documents), "{block:#?}");
    }
}
