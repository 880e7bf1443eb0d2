//! `nusqa add`: what is understood of texts from outside, what is asked, what is refused, and that
//! a corpus made so answers as one made by hand.

mod support;

use nusqa::source::document::Document;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{ask_json, docx, nusqa, root};
use tempfile::TempDir;

const LAW: &str = "corpus/2015-11-24-418-V-aqparattandyru-turaly/consolidated.md";
const REQUIREMENTS: &str = "corpus/2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt";
const PLAN: &str = "corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md";
const AMENDING: &str = "corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md";
const ORDER: &str = "corpus/2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt";
const PLAN_IN_WORD: &str = "tests/word/resolution-676.docx";
const LISTS: &str = "tests/word/lists-notes-and-box.docx";

/// What the one who adds the Requirements has to say of them.
const OF_REQUIREMENTS: [&str; 10] = [
    "--form",
    "resolution",
    "--issuer",
    "government",
    "--number",
    "832",
    "--adopted",
    "20.12.2016",
    "--component",
    "бекітілген",
];

/// A place for a corpus of its own.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().expect("a folder"))
    }

    fn corpus(&self) -> PathBuf {
        self.0.path().join("texts")
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).expect("a file");
        path.to_string_lossy().into_owned()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = nusqa();
        let index = self.0.path().join("index");
        command.args(arguments).arg("--corpus").arg(self.corpus()).arg("--index").arg(index);
        command
    }

    fn json(&self, arguments: &[&str]) -> (i32, Value) {
        let output = self.command(arguments).arg("--json").output().expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let value = serde_json::from_str(&text).expect("JSON");
        (output.status.code().expect("an exit code"), value)
    }

    fn add(&self, file: &str, more: &[&str]) -> Value {
        let (exit, mut document) = self.json(&[&["add", file], more].concat());
        assert_eq!(exit, 0, "{document:#}");
        document["texts"][0].take()
    }

    fn refused(&self, file: &str, more: &[&str]) -> String {
        let (exit, document) = self.json(&[&["add", file], more].concat());
        assert_eq!(exit, 2, "{document:#}");
        assert_eq!(document["schema"], "nusqa/error/1");
        assert!(!self.corpus().exists(), "{file} left something behind");
        document["code"].as_str().expect("a code").to_owned()
    }

    /// Every file of the corpus with its bytes.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.corpus()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.corpus()).expect("inside");
                    let bytes = fs::read(&path).expect("a file");
                    files.push((name.to_string_lossy().into_owned(), bytes));
                }
            }
        }
        files.sort();
        files
    }
}

fn bytes(file: &str) -> Vec<u8> {
    fs::read(root().join(file)).expect("a text")
}

#[test]
fn a_corpus_of_added_texts_answers_as_the_corpus() {
    let desk = Desk::new();
    let title = "Ақпараттық-коммуникациялық технологиялар және ақпараттық қауіпсіздікті қамтамасыз ету саласындағы бірыңғай талаптарды бекіту туралы";
    let added = desk.add(REQUIREMENTS, &[&OF_REQUIREMENTS[..], &["--title", title]].concat());
    assert_eq!(added["understood"]["role"], "consolidated");
    for (file, role) in
        [(LAW, "consolidated"), (PLAN, "original"), (AMENDING, "amending"), (ORDER, "amending")]
    {
        let added = desk.add(file, &[]);
        assert_eq!(
            (&added["outcome"], &added["understood"]["role"]),
            (&"added".into(), &role.into())
        );
        let place = added["place"].as_str().expect("a place");
        assert_eq!(fs::read(place).expect("a text"), bytes(file));
    }
    for question in [
        &["show", "832", "8", "--on", "2022-01-01"][..],
        &["show", "832", "6/17)", "--on", "2021-01-10"],
        &["show", "418-V", "7-бап/11)", "--on", "2021-06-01"],
        &["show", "676", "3", "--on", "2018-06-01"],
        &["show", "12", "1", "--on", "2021-06-01"],
        &["show", "343/НҚ", "2", "--on", "2021-06-01"],
    ] {
        let ((exit, mut new), (old_exit, mut old)) = (desk.json(question), ask_json(question));
        assert_eq!(exit, old_exit, "{question:?}");
        for answer in [&mut new, &mut old] {
            // The corpora differ in the names of files, and by the day on which № 832 took effect,
            // whose rule only the card of the project's corpus tells.
            let answer = answer.as_object_mut().expect("an object");
            let own = question[1] == "832";
            for key in ["generator", "evidence", "explanation", "valid_from"] {
                if key != "valid_from" || own {
                    answer.remove(key);
                }
            }
        }
        assert_eq!(new, old, "{question:?}");
    }
}

#[test]
fn the_same_text_as_a_word_document_is_a_further_witness() {
    let desk = Desk::new();
    desk.add(PLAN_IN_WORD, &[]);
    let ask = ["show", "676", "3", "--on", "2018-06-01"];
    let ((exit, word), (_, markdown)) = (desk.json(&ask), ask_json(&ask));
    assert_eq!((exit, &word["text"]), (0, &markdown["text"]));
    assert_eq!(word["certainty"], markdown["certainty"]);
    let file = word["evidence"][0]["file"].as_str().expect("a file");
    assert!(file.ends_with("/original.docx"), "{file}");

    let added = desk.add(PLAN, &[]);
    assert_eq!(
        (&added["outcome"], &added["understood"]["new_act"]),
        (&"added".into(), &false.into())
    );
    let names: Vec<String> = desk.files().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    let (exit, both) = desk.json(&ask);
    assert_eq!(
        (exit, &both["text"], &both["certainty"]),
        (0, &markdown["text"], &markdown["certainty"])
    );
}

#[test]
fn the_lines_of_a_word_document_are_quoted() {
    let desk = Desk::new();
    desk.add(LISTS, &[]);
    let output = desk.command(&["show", "77", "2/1)", "--on", "2023-01-01", "--explain"]).output();
    let page = String::from_utf8(output.expect("the program runs").stdout).expect("UTF-8");
    assert!(page.contains("original.docx"), "{page}");
    let printed = desk.command(&["show", "77", "3", "--on", "2023-01-01", "--as-printed"]).output();
    let printed = String::from_utf8(printed.expect("the program runs").stdout).expect("UTF-8");
    assert!(printed.contains("3. Осы бұйрық алғашқы ресми жарияланған"), "{printed}");
}

#[test]
fn what_is_there_already_changes_nothing() {
    let desk = Desk::new();
    desk.add(PLAN, &[]);
    let before = desk.files();
    let again = desk.add(PLAN, &[]);
    assert_eq!((&again["outcome"], &again["understood"]), (&"present".into(), &Value::Null));
    assert_eq!(desk.files(), before);
    // The same words in other bytes are another text, which gets a name of its own.
    let other = desk.file("other.md", &[bytes(PLAN), b"\n".to_vec()].concat());
    let dry = desk.add(&other, &["--dry-run"]);
    assert!(dry["place"].as_str().is_some_and(|place| place.ends_with("/original-2.md")), "{dry}");
    assert_eq!(desk.files(), before);
}

#[test]
fn redactions_of_one_act_stand_side_by_side() {
    let desk = Desk::new();
    let of = |redaction| [&OF_REQUIREMENTS[..], &["--redaction", redaction]].concat();
    desk.add(REQUIREMENTS, &of("2023-02-10"));
    let older = desk.file("older.txt", &bytes(REQUIREMENTS)[..]);
    fs::write(&older, [bytes(REQUIREMENTS), b"\n".to_vec()].concat()).expect("a file");
    let (exit, refused) = desk.json(&[&["add", &older], &of("2020-01-01")[..]].concat());
    assert_eq!((exit, &refused["code"]), (2, &"add_day_before".into()));
    desk.add(&older, &of("2024-01-01"));
    let cards = desk.files();
    let card = &cards.iter().find(|(name, _)| name.ends_with("act.toml")).expect("a card").1;
    let card = String::from_utf8(card.clone()).expect("UTF-8");
    for line in ["state = 2023-02-10", "state = 2024-01-01", "component = \"бекітілген\""]
    {
        assert!(card.contains(line), "{card}");
    }
}

#[test]
fn what_the_text_does_not_tell_is_asked() {
    let desk = Desk::new();
    let (exit, error) = desk.json(&["add", REQUIREMENTS]);
    assert_eq!((exit, &error["code"]), (2, &"add_not_identified".into()));
    assert_eq!(
        error["candidates"],
        serde_json::json!(["--form", "--issuer", "--number", "--adopted"])
    );
    // A number set between others later, and no note of who did it.
    let text = "Ережені бекіту туралы\n\nҚазақстан Республикасы Үкіметінің 2020 жылғы 5 мамырдағы № 5 қаулысы.\n\n1. Ереже бекітілсін.\n\n1-1. Бақылау жүктелсін.\n\n2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.\n";
    let file = desk.file("between.md", text.as_bytes());
    let (exit, error) = desk.json(&["add", &file]);
    assert_eq!((exit, &error["candidates"]), (2, &serde_json::json!(["--role"])));
    // An act that names one adopted after it.
    let later = text
        .replace("1-1. Бақылау", "2. 2021 жылғы 18 қаңтардағы № 12 қаулыны бақылау")
        .replace("\n2. Осы", "\n3. Осы");
    let named = desk.file("later.md", later.as_bytes());
    let (exit, error) = desk.json(&["add", &named]);
    assert_eq!((exit, &error["candidates"]), (2, &serde_json::json!(["--role"])));
    let added = desk.add(&file, &["--role", "consolidated", "--retrieved", "2024-03-01"]);
    assert_eq!(added["understood"]["because"], "told");
}

#[test]
fn what_the_one_who_adds_says_counts_and_is_shown() {
    let desk = Desk::new();
    let added = desk.add(PLAN, &["--dry-run", "--number", "677"]);
    let understood = &added["understood"];
    assert_eq!(understood["act"]["number"], "677");
    assert_eq!(
        understood["contradicted"],
        serde_json::json!([{"key": "act.number", "said": "677", "printed": "676"}])
    );
    assert!(understood["card"].as_str().is_some_and(|card| card.contains("prints act.number 676")));
    assert!(!desk.corpus().exists());
}

#[test]
fn texts_that_are_none_of_ours_are_refused() {
    let desk = Desk::new();
    let russian = "Об утверждении Правил\n\nПостановление Правительства Республики Казахстан от 5 мая 2020 года № 5.\n\n1. Утвердить прилагаемые Правила и обеспечить их публикацию на сайте.\n";
    let tracked = docx::document("<w:p><w:ins w:id=\"1\"><w:r><w:t>сөз</w:t></w:r></w:ins></w:p>");
    let bomb = docx::document(&" ".repeat(30 * 1024 * 1024));
    for (name, bytes, code) in [
        ("russian.md", russian.as_bytes(), "add_other_language"),
        ("paper.pdf", b"%PDF-1.7 ...".as_slice(), "add_other_format"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "add_other_format"),
        ("other.zip", b"PK\x03\x04...", "add_other_format"),
        ("binary", b"a\0b\0c", "add_no_text"),
        (
            "one-byte.html",
            b"<meta charset=windows-1251>\xc7\xe0\xea\xee\xed",
            "add_encoding_not_kazakh",
        ),
        ("empty.md", b"", "file_empty"),
        ("tracked.docx", &tracked, "docx_tracked_changes"),
        ("bomb.docx", &bomb, "docx_dangerous"),
    ] {
        let file = desk.file(name, bytes);
        assert_eq!(desk.refused(&file, &[]), code, "{name}");
    }
    assert_eq!(desk.refused("nowhere.md", &[]), "file_missing");
    assert_eq!(desk.refused("src", &["--number", "5"]), "add_nothing");
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_endless_files_are_refused_at_once() {
    let desk = Desk::new();
    let pipe = desk.0.path().join("pipe.md");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    assert_eq!(desk.refused(&pipe.to_string_lossy(), &[]), "file_no_regular");
    assert_eq!(desk.refused("/dev/zero", &[]), "file_no_regular");
    let link = desk.0.path().join("link.md");
    std::os::unix::fs::symlink("/dev/zero", &link).expect("a link");
    assert_eq!(desk.refused(&link.to_string_lossy(), &[]), "file_no_regular");
    let large = desk.0.path().join("large.md");
    fs::File::create(&large).expect("a file").set_len(1 << 40).expect("a hole");
    assert_eq!(desk.refused(&large.to_string_lossy(), &[]), "file_too_large");
}

#[cfg(unix)]
#[test]
fn a_folder_of_the_corpus_that_leads_elsewhere_is_not_written_to() {
    let desk = Desk::new();
    desk.add(PLAN, &[]);
    let folder = fs::read_dir(desk.corpus()).expect("a corpus").flatten().next().expect("an act");
    let mut place = folder.path();
    for (elsewhere, code) in [
        (desk.0.path().join("elsewhere"), "link_outside"),
        (desk.corpus().join(".elsewhere"), "add_link"),
    ] {
        fs::rename(&place, &elsewhere).expect("moved");
        let _ = fs::remove_file(folder.path());
        std::os::unix::fs::symlink(&elsewhere, folder.path()).expect("a link");
        let (exit, error) = desk.json(&["add", PLAN_IN_WORD]);
        assert_eq!((exit, &error["code"]), (2, &code.into()));
        assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 2);
        place = elsewhere;
    }
}

#[test]
fn a_folder_of_texts_is_taken_text_by_text() {
    let desk = Desk::new();
    let folder = desk.0.path().join("new/deep");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("a.md"), bytes(PLAN)).expect("a file");
    fs::write(folder.join("b.md"), bytes(PLAN)).expect("a file");
    fs::write(folder.join("c.txt"), bytes(REQUIREMENTS)).expect("a file");
    let named = desk.0.path().join("new");
    let (exit, document) = desk.json(&["add", &named.to_string_lossy()]);
    let outcomes: Vec<&str> = document["texts"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|t| t["outcome"].as_str())
        .collect();
    assert_eq!((exit, outcomes), (1, vec!["added", "present", "refused"]));
    assert_eq!(document["texts"][2]["refused"]["code"], "add_not_identified");
    let (exit, error) = desk.json(&["add", PLAN, ORDER, "--number", "5"]);
    assert_eq!((exit, &error["code"]), (2, &"add_answers_for_one".into()));
}

#[test]
fn other_encodings_are_converted_and_the_card_says_so() {
    let text = String::from_utf8(bytes(PLAN)).expect("UTF-8");
    let wide: Vec<u8> =
        [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let desk = Desk::new();
    let file = desk.file("wide.md", &wide);
    let added = desk.add(&file, &[]);
    assert_eq!(added["understood"]["converted_from"], "UTF-16LE");
    assert!(
        added["understood"]["card"].as_str().is_some_and(|card| card.contains("UTF-16LE to UTF-8"))
    );
    let place = added["place"].as_str().expect("a place");
    assert_eq!(fs::read_to_string(place).expect("UTF-8"), text);
    // What is there in one encoding is there in the other.
    assert_eq!(desk.add(PLAN, &[])["outcome"], "present");
}

#[test]
fn facts_go_into_the_cards_and_contradictions_stay_out() {
    let desk = Desk::new();
    desk.add(PLAN, &[]);
    let head = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\trule_and_source\n";
    let first = format!(
        "{head}government_resolution\t676\t2017-10-28\t2017-11-02\t\t\t\tan official newspaper\nlaw\t1-I\t2000-01-01\t2000-01-02\t\t\t\t\n"
    );
    let table = desk.file("facts.tsv", first.as_bytes());
    let before = desk.files();
    let (exit, dry) = desk.json(&["add", "--facts", &table, "--dry-run"]);
    assert_eq!((exit, &dry["facts"][0]["outcome"]), (0, &"written".into()));
    assert_eq!(desk.files(), before);
    let outcomes = |document: &Value| -> Vec<String> {
        let facts = document["facts"].as_array().expect("facts");
        facts.iter().map(|fact| fact["outcome"].as_str().expect("a word").to_owned()).collect()
    };
    let (exit, document) = desk.json(&["add", "--facts", &table]);
    assert_eq!((exit, outcomes(&document)), (0, vec!["written".into(), "no_act".into()]));
    let (_, again) = desk.json(&["add", "--facts", &table]);
    assert_eq!(outcomes(&again), ["present", "no_act"]);
    let card =
        desk.files().into_iter().find(|(name, _)| name.ends_with("act.toml")).expect("a card").1;
    let text = String::from_utf8(card.clone()).expect("UTF-8");
    assert!(text.contains("[days]\nfirst_published = 2017-11-02\n"), "{text}");
    assert!(
        text.contains("\"days.first_published\" = \"facts.tsv: an official newspaper\""),
        "{text}"
    );

    let other = desk.file("other.tsv", first.replace("2017-11-02", "2017-11-03").as_bytes());
    let (exit, document) = desk.json(&["add", "--facts", &other]);
    assert_eq!((exit, &outcomes(&document)[0][..]), (1, "conflict"));
    assert_eq!(document["facts"][0]["said"], "2017-11-02");
    let after =
        desk.files().into_iter().find(|(name, _)| name.ends_with("act.toml")).expect("a card").1;
    assert_eq!(after, card);
    let (_, answer) = desk.json(&["show", "676", "3", "--on", "2018-06-01"]);
    assert_eq!(answer["status"], "in_force");
}

#[test]
fn a_table_of_the_corpus_that_contradicts_a_card_is_told() {
    let desk = Desk::new();
    desk.add(PLAN, &[]);
    let head = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\n";
    let row = |published: &str, in_force: &str, units: &str| {
        format!("government_resolution\t676\t2017-10-28\t{published}\t{in_force}\t\t{units}\n")
    };
    let own = format!("{head}{}", row("2017-11-02", "2017-11-10", ""));
    let table = desk.file("facts.tsv", own.as_bytes());
    let (_, added) = desk.json(&["add", "--facts", &table]);
    let outcomes: Vec<&Value> =
        added["facts"].as_array().expect("facts").iter().map(|fact| &fact["outcome"]).collect();
    assert_eq!(outcomes, ["written", "written"]);
    let facts = desk.corpus().join("facts");
    fs::create_dir(&facts).expect("a folder");
    fs::write(facts.join("publications.tsv"), &own).expect("a table");
    let told = |exit: i32| {
        let (found, check) = desk.json(&["check"]);
        assert_eq!(found, exit, "{check}");
        let doubts = check["cards"].as_array().expect("a list").iter();
        let words = |doubt: &Value, key: &str| doubt[key].as_str().unwrap_or_default().to_owned();
        let doubts = doubts.map(|doubt| {
            assert_eq!(doubt["kind"], "facts_differ");
            assert!(words(doubt, "file").ends_with("facts/publications.tsv"), "{doubt}");
            assert!(doubt["line"].as_u64().is_some_and(|line| line > 1), "{doubt}");
            (words(doubt, "key"), words(doubt, "printed"), doubt["file_line"].as_u64())
        });
        doubts.collect::<Vec<_>>()
    };
    assert_eq!(told(0), []);
    // What the table says of units says nothing of the day of the act.
    let rows = [row("2017-11-03", "", ""), row("", "2017-12-01", "3"), row("", "2017-11-11", "")];
    let other = format!("{head}{}", rows.concat());
    fs::write(facts.join("publications.tsv"), other).expect("a table");
    let expected = [
        ("days.first_published".to_owned(), "2017-11-03".to_owned(), Some(2)),
        ("entry_into_force.date".to_owned(), "2017-11-11".to_owned(), Some(4)),
    ];
    assert_eq!(told(1), expected);
    // The card counts.
    let (_, answer) = desk.json(&["show", "676", "3", "--on", "2017-11-10"]);
    assert_eq!(answer["status"], "in_force", "{answer}");
}

#[test]
fn documents_of_word_processors_keep_their_numbers() {
    let document = Document::decode("text", &bytes(LISTS));
    let numbered: Vec<&str> = document
        .text()
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()) && !line.contains('\t'))
        .map(|line| line.split(' ').next().unwrap_or_default())
        .collect();
    assert_eq!(numbered, ["1.", "2.", "1)", "2)", "3.", "2022", "1.", "2."]);
    let outline = |file: &str| -> Vec<String> {
        let tree = nusqa::parse::parse(&Document::decode("text", &bytes(file)));
        tree.units
            .iter()
            .map(|unit| format!("{} {} {}", unit.kind, unit.address, unit.text))
            .collect()
    };
    assert_eq!(outline(PLAN_IN_WORD), outline(PLAN));
}

#[test]
fn facts_of_orders_find_their_act_and_name_their_line() {
    let desk = Desk::new();
    desk.add(LISTS, &[]);
    let head = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\n";
    // The table has no column for the issuer of an order.
    let row = |day: &str| format!("order\t77\t2022-02-14\t{day}\t\t\t\n");
    let table = desk.file("facts.tsv", format!("{head}\n\n{}", row("2022-02-25")).as_bytes());
    let (exit, document) = desk.json(&["add", "--facts", &table]);
    let fact = &document["facts"][0];
    assert_eq!((exit, &fact["outcome"], &fact["line"]), (0, &"written".into(), &4.into()));
    let table = desk.file("other.tsv", format!("{head}{}", row("2022-02-26")).as_bytes());
    let output = desk.command(&["add", "--facts", &table, "--lang", "en"]).output();
    let page = String::from_utf8(output.expect("the program runs").stdout).expect("UTF-8");
    assert!(page.contains("other.tsv:2: `days.first_published` = 2022-02-26, but "), "{page}");
    let both = format!("{head}{}{}", row("2022-02-25"), row("2022-02-26"));
    for (rows, code, line) in [
        (both, "facts_differ", 3),
        (format!("{head}{}", row("2022-02-30")), "fact_unreadable", 2),
        (format!("{head}{}", row("2022-02-01")), "fact_unreadable", 2),
        (head.replace("units", "unit"), "fact_unreadable", 1),
    ] {
        let table = desk.file("wrong.tsv", rows.as_bytes());
        let before = desk.files();
        let (exit, error) = desk.json(&["add", "--facts", &table]);
        assert_eq!((exit, &error["code"], &error["line"]), (2, &code.into(), &line.into()));
        assert!(error["file"].as_str().is_some_and(|file| file.ends_with("wrong.tsv")), "{error}");
        assert_eq!(desk.files(), before);
    }
}

#[test]
fn numbers_that_a_browser_draws_are_words_of_the_text() {
    let desk = Desk::new();
    let page = |head: &str| {
        format!(
            "<!DOCTYPE html><html><head>{head}</head><body><h1>Сынақ туралы</h1>\
             <p>Қазақстан Республикасының Заңы 2020 жылғы 10 қаңтардағы № 5-VI</p>\
             <p>1-бап. Қағидалар</p><ol><li>Бірінші тармақтың сөздері.</li>\
             <li>Екінші тармақтың сөздері.</li><li value=\"5\">Бесінші тармақтың сөздері.</li></ol>\
             </body></html>"
        )
    };
    let styled = desk.file("styled.html", page("<style>ol{list-style:none}</style>").as_bytes());
    assert_eq!(desk.refused(&styled, &[]), "add_styled_lists");
    desk.add(&desk.file("law.html", page("").as_bytes()), &[]);
    for (place, words) in
        [("1-бап/2", "2. Екінші тармақтың сөздері."), ("1-бап/5", "5. Бесінші тармақтың сөздері.")]
    {
        let (_, answer) = desk.json(&["show", "5-VI", place, "--adopted-by", "2020-06-01"]);
        assert_eq!(answer["text"], words, "{answer}");
    }
}

/// The page of a text that tells all, of one that does not, and of facts, in three languages;
/// `UPDATE_EXPECT=1` rewrites them.
#[test]
fn pages_are_as_they_were_read() {
    let mut old = Vec::new();
    for (name, arguments) in [
        ("word", &["add", LISTS, "--dry-run"][..]),
        ("questions", &["add", REQUIREMENTS, "--dry-run"]),
        (
            "contradicted",
            &["add", PLAN, "--dry-run", "--number", "677", "--retrieved", "2024-05-01"],
        ),
        ("facts", &["add", "--facts", "corpus/facts/publications.tsv", "--dry-run"]),
    ] {
        for lang in ["kk", "ru", "en"] {
            let output = nusqa()
                .args(arguments)
                .args(["--lang", lang, "--corpus", "tests/cases/add/none"])
                .output()
                .expect("the program runs");
            let page = [output.stdout, output.stderr].concat();
            let page = String::from_utf8(page).expect("UTF-8");
            let path = root().join(format!("tests/cases/add/{name}.{lang}.txt"));
            if fs::read_to_string(&path).unwrap_or_default() != page {
                if std::env::var_os("UPDATE_EXPECT").is_some() {
                    fs::write(&path, &page).expect("a page");
                } else {
                    old.push(format!("{}:\n{page}", path.display()));
                }
            }
        }
    }
    assert!(old.is_empty(), "UPDATE_EXPECT=1 rewrites:\n{}", old.join("\n"));
}

/// Every example of the guide is run in its order, in a folder with the files that it names;
/// `UPDATE_EXPECT=1` writes what they print into it.
#[test]
fn the_guide_shows_what_is_printed() {
    let desk = tempfile::tempdir().expect("a folder");
    fs::copy(root().join(LISTS), desk.path().join("buiryq-77.docx")).expect("a file");
    let facts = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\trule_and_source\norder\t77\t2022-02-14\t2022-02-25\t\t\t\tEgemen Qazaqstan\n";
    fs::write(desk.path().join("published.tsv"), facts).expect("a file");
    let path = root().join("docs/adding-texts.md");
    let guide = fs::read_to_string(&path).expect("the guide");
    let mut written = String::new();
    let mut inside = false;
    let mut examples = 0;
    let mut lines = guide.lines().peekable();
    while let Some(line) = lines.next() {
        inside = if line.starts_with("```") { line == "```console" } else { inside };
        written += &format!("{line}\n");
        let Some(command) = line.strip_prefix("$ nusqa ").filter(|_| inside) else { continue };
        while lines.next_if(|next| !next.starts_with("$ ") && !next.starts_with("```")).is_some() {}
        let output = nusqa()
            .current_dir(desk.path())
            .args(command.split(' '))
            .output()
            .expect("the program runs");
        let page = [output.stdout, output.stderr].concat();
        let page = String::from_utf8(page).expect("UTF-8");
        written += &page.lines().map(|line| format!("{}\n", line.trim_end())).collect::<String>();
        examples += 1;
    }
    assert!(examples >= 3, "only {examples} examples were found");
    if guide != written && std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &written).expect("the guide is written");
    } else {
        assert_eq!(guide, written, "UPDATE_EXPECT=1 rewrites the guide");
    }
    assert!(Path::new(&desk.path().join("texts")).is_dir());
}
