//! Git repositories as texts of the corpus: what is told is taken, what is not told is asked for,
//! what is hostile is refused, and a run that is broken off is gone on with.

#![allow(clippy::print_stdout, reason = "a test says what it could not ask")]

mod support;

use gix::ObjectId;
use gix::objs::tree::EntryKind;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use support::cases::cases;
use support::git::{Hand, codes, export, import, json};
use support::{index, nusqa, root};

const META: &str = "type: law\nnumber: 5-VI\ndate: 2020-01-10\ntitle: Сынақ туралы\n";
const LAW: &str =
    "# Сынақ туралы\n\n1-бап. Бірінші\n\nБұрынғы сөздер.\n\n2-бап. Екінші\n\nТұрақты сөздер.\n";

fn with_date(date: &str) -> String {
    format!("{META}redaction_date: {date}\n")
}

#[test]
fn hostile_repositories_are_refused_and_nothing_leaves_the_corpus() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("hostile.git");
    let mut hand = Hand::new(&path);
    let (meta, law) = (hand.blob(with_date("2020-01-10").as_bytes()), hand.blob(LAW.as_bytes()));
    let good =
        hand.tree(vec![(b"meta.yaml", EntryKind::Blob, meta), (b"kaz.md", EntryKind::Blob, law)]);
    let outside = hand.blob(b"../../../etc/passwd");
    let linked = hand
        .tree(vec![(b"meta.yaml", EntryKind::Blob, meta), (b"kaz.md", EntryKind::Link, outside)]);
    let other = hand.tip.unwrap_or(good);
    let latin = hand.blob(b"\xff\xfe\x00");
    let unreadable =
        hand.tree(vec![(b"meta.yaml", EntryKind::Blob, meta), (b"kaz.md", EntryKind::Blob, latin)]);
    let huge = hand.blob(&vec![b'a'; (32 << 20) + 1]);
    let large =
        hand.tree(vec![(b"meta.yaml", EntryKind::Blob, meta), (b"kaz.md", EntryKind::Blob, huge)]);
    let missing = ObjectId::from_hex(&[b'1'; 40]).expect("an id");
    let lost = hand
        .tree(vec![(b"meta.yaml", EntryKind::Blob, meta), (b"kaz.md", EntryKind::Blob, missing)]);
    let top = hand.tree(vec![
        (b"..", EntryKind::Tree, good),
        (b".git", EntryKind::Tree, good),
        (b"/abs", EntryKind::Tree, good),
        (b"a\xff", EntryKind::Tree, good),
        (b"b-linked", EntryKind::Tree, linked),
        (b"c-module", EntryKind::Commit, other),
        (b"d-unreadable", EntryKind::Tree, unreadable),
        (b"e-large", EntryKind::Tree, large),
        (b"f-lost", EntryKind::Tree, lost),
        (b"g-good", EntryKind::Tree, good),
        (b"h-link", EntryKind::Link, outside),
    ]);
    let id = hand.commit(1_600_000_000, "everything", top).to_string();
    let corpus = folder.path().join("in/corpus");
    let (status, report) = import(&path, &corpus, &[]);
    assert_eq!(status, 1, "{report}");
    let refused: BTreeMap<&str, &str> = report["refused"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| (one["path"].as_str().expect("a path"), one["code"].as_str().expect("a code")))
        .collect();
    let expected = BTreeMap::from([
        ("..", "import_name"),
        (".git", "import_name"),
        ("/abs", "import_name"),
        ("a\u{fffd}", "import_name"),
        ("b-linked", "import_link"),
        ("c-module", "import_submodule"),
        ("d-unreadable", "import_not_utf8"),
        ("e-large", "import_huge"),
        ("f-lost", "import_damaged"),
        ("h-link", "import_link"),
    ]);
    assert_eq!(refused, expected);
    assert!(
        report["refused"]
            .as_array()
            .expect("a list")
            .iter()
            .all(|one| one["commit"] == id.as_str())
    );
    assert_eq!(report["imported"].as_array().expect("a list").len(), 1);
    let written: Vec<_> =
        fs::read_dir(folder.path().join("in")).expect("a folder").flatten().collect();
    assert_eq!(written.len(), 1, "nothing stands beside the corpus");
    let acts: Vec<_> = fs::read_dir(&corpus).expect("a folder").flatten().collect();
    assert_eq!(acts.len(), 1);
}

#[test]
fn what_is_not_told_is_asked_for_each_act() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("asking.git");
    let mut hand = Hand::new(&path);
    let dated = with_date("2020-01-10");
    let early = with_date("2019-01-10");
    let tree = hand.files(&[
        ("a/meta.yaml", META),
        ("a/kaz.md", LAW),
        ("b/meta.yaml", &dated),
        ("c/kaz.md", LAW),
        ("d/meta.yaml", "a: [\nb: }"),
        ("d/kaz.md", LAW),
        ("e/meta.yaml", &early),
        ("e/kaz.md", LAW),
        ("f/meta.yaml", "type: treaty\nnumber: 1\ndate: 2020-01-10\n"),
        ("f/kaz.md", LAW),
    ]);
    hand.commit(1_600_000_000, "acts", tree);
    let corpus = folder.path().join("corpus");
    let (status, report) = import(&path, &corpus, &["--dry-run"]);
    assert_eq!(status, 1);
    let expected = [
        "import_no_date",
        "import_no_text",
        "import_missing",
        "import_no_yaml",
        "import_before_adoption",
        "import_not_understood",
    ];
    assert_eq!(codes(&report), expected, "{report}");
    assert!(!corpus.exists(), "a dry run writes nothing");
    // The user answers for the first of them.
    let (_, report) = import(&path, &corpus, &["--author-dates", "--dry-run"]);
    assert_eq!(report["imported"][0]["state"], "2020-09-13");
}

#[test]
fn repositories_that_cannot_be_read_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = folder.path().join("corpus");
    let (status, report) = import(folder.path(), &corpus, &[]);
    assert_eq!((status, &report["code"]), (2, &"no_repository".into()));
    let empty = folder.path().join("empty.git");
    Hand::new(&empty);
    let (status, report) = import(&empty, &corpus, &[]);
    assert_eq!((status, &report["commits"]), (1, &0.into()));
    let path = folder.path().join("broken.git");
    let mut hand = Hand::new(&path);
    let tree = hand.files(&[("a/kaz.md", LAW)]);
    let first = hand.commit(1, "first", tree).to_string();
    hand.commit(2, "second", tree);
    let object = path.join("objects").join(&first[..2]).join(&first[2..]);
    fs::remove_file(&object).expect("an object");
    let (status, report) = import(&path, &corpus, &[]);
    assert_eq!((status, &report["code"]), (2, &"damaged_commit".into()));
    assert!(report["message"].as_str().expect("words").contains(&first));
    fs::write(path.join("shallow"), format!("{first}\n")).expect("a file");
    let (status, report) = import(&path, &corpus, &[]);
    assert_eq!((status, &report["code"]), (2, &"shallow_repository".into()));
    assert!(!corpus.exists());
}

#[test]
fn a_second_run_brings_only_what_is_new() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("law.git");
    let corpus = folder.path().join("corpus");
    let mut hand = Hand::new(&path);
    let (first, second) = (with_date("2020-01-10"), with_date("2021-02-03"));
    let later = LAW.replace("Бұрынғы", "Жаңа");
    let tree = hand.files(&[("x/law/meta.yaml", &first), ("x/law/kaz.md", LAW)]);
    // The days of commits tell nothing: this one is younger than the next.
    hand.commit(1_700_000_000, "first", tree);
    let (status, report) = import(&path, &corpus, &[]);
    assert_eq!((status, report["imported"].as_array().expect("a list").len()), (0, 1), "{report}");
    let tree = hand.files(&[
        ("x/law/meta.yaml", &second),
        ("x/law/kaz/1.md", &later[..later.find("2-бап").expect("an article")]),
        ("x/law/kaz/2.md", &later[later.find("2-бап").expect("an article")..]),
    ]);
    hand.commit(1_600_000_000, "Закон РК от 03.02.2021 № 7-VII", tree);
    let (status, report) = import(&path, &corpus, &[]);
    assert_eq!(status, 0, "{report}");
    assert_eq!(report["known"], 1);
    assert_eq!(report["imported"][0]["made_by"][0], "/akn/kz/act/2021-02-03/7-VII");
    let ask = |day: &str| {
        let output = nusqa()
            .args(["show", "5-VI", "1-бап#1", "--json", "--adopted-by", day, "--corpus"])
            .arg(&corpus)
            .arg("--index")
            .arg(folder.path().join("index"))
            .output()
            .expect("the program runs");
        json(&output)
    };
    for (day, text) in [
        ("2020-06-01", "Бұрынғы сөздер."),
        ("2021-02-02", "Бұрынғы сөздер."),
        ("2021-02-03", "Жаңа сөздер."),
    ] {
        let answer = ask(day);
        assert_eq!(answer["text"], text, "{day}: {answer}");
        assert_eq!(answer["certainty"], "certain", "{day}: {answer}");
    }
    // A date of a redaction is no day of effect.
    let output = nusqa()
        .args(["show", "5-VI", "1-бап#1", "--json", "--on", "2021-02-03", "--corpus"])
        .arg(&corpus)
        .arg("--index")
        .arg(folder.path().join("index"))
        .output()
        .expect("the program runs");
    let answer = json(&output);
    assert_eq!(answer["status"], "unknown", "{answer}");
    // A card that somebody changed is left alone.
    let card = fs::read_dir(&corpus).expect("a folder").flatten().next().expect("an act");
    let card = card.path().join("act.toml");
    let changed = format!("{}# mine\n", fs::read_to_string(&card).expect("a card"));
    fs::write(&card, &changed).expect("a card");
    let (status, report) = import(&path, &corpus, &[]);
    assert_eq!(status, 1);
    assert!(codes(&report).iter().all(|code| *code == "import_folder_of_others"), "{report}");
    assert_eq!(fs::read_to_string(&card).expect("a card"), changed);
}

#[test]
fn other_words_under_one_date_are_asked_about_and_the_same_are_no_news() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("twice.git");
    let corpus = folder.path().join("corpus");
    let mut hand = Hand::new(&path);
    let meta = with_date("2020-01-10");
    let noted = format!("{meta}note: x\n");
    let corrected = LAW.replace("Бұрынғы", "Түзетілген");
    for (meta, text) in [(&meta, LAW), (&noted, LAW), (&noted, &corrected)] {
        let tree = hand.files(&[("law/meta.yaml", meta), ("law/kaz.md", text)]);
        hand.commit(1_600_000_000, "Редакция", tree);
    }
    for (imported, known) in [(1, 1), (0, 2)] {
        let (status, report) = import(&path, &corpus, &[]);
        assert_eq!(status, 1, "{report}");
        assert_eq!(codes(&report), ["import_other_words"], "{report}");
        assert_eq!(report["imported"].as_array().expect("a list").len(), imported, "{report}");
        assert_eq!(report["known"], known, "{report}");
    }
    let output = nusqa()
        .args(["show", "5-VI", "1-бап#1", "--json", "--adopted-by", "2020-02-01", "--corpus"])
        .arg(&corpus)
        .arg("--index")
        .arg(folder.path().join("index"))
        .output()
        .expect("the program runs");
    assert_eq!(json(&output)["text"], "Бұрынғы сөздер.");
}

#[test]
fn days_of_effect_are_no_dates_of_redactions() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("effect.git");
    assert!(export(&path, &["--axis", "in-force", "--act", "832"]).status.success());
    let (status, report) = import(&path, &folder.path().join("corpus"), &[]);
    assert_eq!(status, 1);
    assert!(codes(&report).iter().all(|code| *code == "import_days_of_effect"), "{report}");
    let _ = index();
}

fn described(act: &Value, redaction: &str) -> String {
    let number = act["number"].as_str().map_or("null".to_owned(), |number| format!("\"{number}\""));
    let word = |key: &str| act[key].as_str().expect("a word").to_owned();
    format!(
        "type: {}\nnumber: {number}\ndate: {}\ntitle: {}\nredaction_date: {redaction}\ncode: 1\n",
        word("form"),
        word("adopted"),
        serde_json::to_string(&word("title")).expect("a string"),
    )
}

#[test]
fn real_acts_are_imported_before_and_after_a_real_amendment() {
    let Some(cases) = cases() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("real.git");
    let mut hand = Hand::new(&path);
    let read = |name: &str, file: &str| {
        fs::read_to_string(cases.join(name).join(file)).expect("a text of the case")
    };
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for name in ["01-holidays-2008", "03-transfer-2016-march", "07-iodine-2007"] {
        let meta: Value = serde_json::from_str(&read(name, "meta.json")).expect("JSON");
        let (act, by) = (&meta["act"], &meta["amending_act"]);
        let date = |key: &str| meta[key].as_str().expect("a day").to_owned();
        let own = [
            ("meta.yaml", described(act, &date("base_version_date"))),
            ("kaz.md", read(name, "base.md")),
        ];
        files.extend(own.map(|(file, text)| (format!("laws/{name}/{file}"), text)));
        let adopted = by["adopted"].as_str().expect("a day");
        let amending =
            [("meta.yaml", described(by, adopted)), ("kaz.md", read(name, "amending.md"))];
        files.extend(amending.map(|(file, text)| (format!("laws/{name}-by/{file}"), text)));
        let commit = |hand: &mut Hand, files: &BTreeMap<String, String>, message: &str| {
            let files: Vec<(&str, &str)> =
                files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
            let tree = hand.files(&files);
            hand.commit(1_500_000_000, message, tree);
        };
        commit(&mut hand, &files, name);
        let after = [
            ("meta.yaml", described(act, &date("result_version_date"))),
            ("kaz.md", read(name, "result.md")),
        ];
        files.extend(after.map(|(file, text)| (format!("laws/{name}/{file}"), text)));
        let number = by["number"].as_str().expect("a number");
        commit(&mut hand, &files, &format!("Law № {number} of {adopted}"));
    }
    let corpus = folder.path().join("corpus");
    let (status, report) = import(&path, &corpus, &[]);
    assert_eq!(status, 0, "{report}");
    assert_eq!(report["imported"].as_array().expect("a list").len(), 9);
    assert_eq!(report["imported"][0]["unknown_keys"][0], "code");
    let show = |act: &str, address: &str, axis: &str, day: &str| {
        let output = nusqa()
            .args(["show", act, address, "--json", axis, day, "--corpus"])
            .arg(&corpus)
            .arg("--index")
            .arg(folder.path().join("index"))
            .output()
            .expect("the program runs");
        let answer = json(&output);
        let text = answer["text"].as_str().unwrap_or_default().to_owned();
        (answer["status"].as_str().unwrap_or("-").to_owned(), text, answer)
    };
    // A description without a number makes a slug of the title.
    let transfer =
        "/akn/kz/act/2015-11-30/qazaqstan-respublikasynyng-ulttyq-qorynan-2016-2018-zhyldargha";
    let asked = [
        ("267-II", "3-бап#7", "--adopted-by", "2008-06-24", "30 тамыз"),
        ("267-II", "3-бап#7", "--adopted-by", "2008-06-25", "6 шілде"),
        ("267-II", "3-бап#7", "--on", "2008-06-24", "30 тамыз"),
        ("267-II", "3-бап#7", "--on", "2008-07-26", "6 шілде"),
        (transfer, "1-бап#2", "--adopted-by", "2016-03-04", "2016 жыл – 2 400"),
        (transfer, "1-бап#2", "--adopted-by", "2016-03-05", "2016 жыл – 2 880"),
        (transfer, "1-бап#2", "--on", "2016-03-06", "2016 жыл – 2 880"),
        ("489", "1-бап/1)", "--adopted-by", "2007-02-04", "1) тұзды йодтау"),
        ("489", "1-бап/1)", "--adopted-by", "2007-02-05", "1) ас тұзы"),
    ];
    let mut wrong = Vec::new();
    for (act, address, axis, day, begin) in asked {
        let (_, text, answer) = show(act, address, axis, day);
        if !text.starts_with(begin) {
            wrong.push(format!("{act} {address} {axis} {day}: {begin}: {answer}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Between adoption and publication nobody knows whether the change holds.
    let (status, _, answer) = show("267-II", "3-бап#7", "--on", "2008-06-26");
    assert_eq!(status, "unknown", "{answer}");
}

/// The blocks of a page that are fenced with a word.
fn blocks(page: &str, word: &str) -> Vec<String> {
    let fence = format!("```{word}\n");
    let after = page.split(&fence).skip(1);
    after.map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_example_of_the_documentation_is_so() {
    let page = fs::read_to_string(root().join("docs/import.md")).expect("the page");
    let (metas, texts) = (blocks(&page, "yaml"), blocks(&page, "markdown"));
    let messages = ["first".to_owned(), blocks(&page, "commit").remove(0)];
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("law.git");
    let mut hand = Hand::new(&path);
    for ((meta, text), message) in metas.iter().zip(&texts).zip(&messages) {
        let tree = hand.files(&[("law/meta.yaml", meta), ("law/kaz.md", text)]);
        hand.commit(1_600_000_000, message, tree);
    }
    let console = blocks(&page, "console").remove(0);
    let (line, expected) = console.split_once('\n').expect("lines");
    let mut words = line.split(' ').skip(2);
    let mut command = nusqa();
    command.current_dir(folder.path());
    let output = command.args(words.by_ref()).output().expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

/// Every file under a folder with its bytes, by path; folders that are under way included.
fn all_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    support::akn::files(folder)
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(folder).expect("a path inside");
            (name.to_string_lossy().into_owned(), fs::read(&path).expect("a file"))
        })
        .collect()
}

/// A corpus as an importer leaves it at any moment: whoever reads it finds acts whose cards are
/// whole and name texts that are whole.
fn is_whole(corpus: &Path, texts: &BTreeMap<String, Vec<u8>>, moment: &str) {
    use nusqa::source::folder::{CorpusError, CorpusFolder};
    let acts = match CorpusFolder::open(corpus) {
        Ok(corpus) => corpus.acts,
        Err(CorpusError::Empty { .. }) => Vec::new(),
        Err(CorpusError::Folder { .. }) if !corpus.exists() => Vec::new(),
        Err(error) => unreachable!("{moment}: {error:?}"),
    };
    for act in acts {
        for text in act.texts {
            let name = format!("{}/{}", act.name, text.card.file);
            let bytes = fs::read(&text.path).expect("a text");
            assert_eq!(texts.get(&name), Some(&bytes), "{moment}: {name} is not whole");
        }
    }
}

#[test]
fn an_import_that_is_killed_goes_on_as_if_it_had_not_been() {
    const KILLS: usize = 30;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("law.git");
    let mut hand = Hand::new(&path);
    // More redactions than are put away before cards are written, so that cards are replaced.
    for number in 0..300_usize {
        let day = jiff::civil::date(2020, 1, 10)
            .checked_add(jiff::Span::new().days(i64::try_from(number).expect("a few")))
            .expect("a day");
        let act = number % 2;
        let meta = format!("{}redaction_date: {day}\n", META.replace("5-VI", &format!("{act}-VI")));
        let text = LAW.replace("Бұрынғы", &format!("Бұрынғы {number}")).repeat(20);
        let name = ["a", "b"][act];
        let files = [(format!("{name}/meta.yaml"), meta), (format!("{name}/kaz.md"), text)];
        let files: Vec<(&str, &str)> =
            files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
        let tree = hand.files(&files);
        hand.commit(1_600_000_000, "Редакция", tree);
    }
    let undisturbed = folder.path().join("undisturbed");
    let started = std::time::Instant::now();
    let (status, report) = import(&path, &undisturbed, &[]);
    let mut whole = started.elapsed();
    assert_eq!(status, 0, "{report}");
    let expected = all_files(&undisturbed);
    let corpus = folder.path().join("corpus");
    let start = |corpus: &Path| {
        nusqa()
            .args(["import-git", "--json", "--corpus"])
            .arg(corpus)
            .arg(&path)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program runs")
    };
    let (mut killed, mut runs, mut finished) = (0, 0, 0);
    let mut draw = 0x9E37_79B9_7F4A_7C15_u64;
    while killed < KILLS && runs < 4 * KILLS {
        runs += 1;
        draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let share = f64::from(u32::try_from(draw >> 32).expect("half of the bits"));
        let share = share / f64::from(u32::MAX);
        let mut child = start(&corpus);
        std::thread::sleep(whole.mul_f64(share));
        let early = child.try_wait().expect("a status").is_none();
        child.kill().expect("a child that can be killed");
        child.wait().expect("a status");
        is_whole(&corpus, &expected, &format!("run {runs}, killed at {share:.3}"));
        match early {
            true => killed += 1,
            // It was faster than the one that was measured.
            false => whole = whole.mul_f64(0.8),
        }
        if !early || killed % 5 == 4 {
            let (status, report) = import(&path, &corpus, &[]);
            assert_eq!(status, 0, "{report}");
            let found = all_files(&corpus);
            let names = |files: &BTreeMap<String, Vec<u8>>| {
                files.keys().cloned().collect::<BTreeSet<String>>()
            };
            assert_eq!(names(&found), names(&expected), "after run {runs}");
            assert!(found == expected, "after run {runs}: other bytes");
            finished += 1;
            fs::remove_dir_all(&corpus).expect("a corpus that is removed");
        }
    }
    println!("{killed} of {runs} runs were killed at work, {finished} times the next one finished");
    assert!(killed > 0 && finished > 0);
}
