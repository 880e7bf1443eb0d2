//! Corpora, cards, texts and indexes that cannot be used: each gets one clear sentence with file
//! and line, the promised exit status, and leaves nothing half-written.

mod support;

use nusqa::index::Layout;
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use support::nusqa;
use tempfile::TempDir;

const CARD: &str = "\
[act]
type = \"resolution\"
issuer = \"government\"
number = \"676\"
adopted = 2017-10-28

[[text]]
file = \"text.md\"
role = \"original\"
";

/// Words of Government Resolution № 676 of 28.10.2017.
const TEXT: &[u8] = "# Киберқауіпсіздік тұжырымдамасын іске асыру жоспарын бекіту туралы

Қазақстан Республикасы Үкіметінің 2017 жылғы 28 қазандағы № 676 қаулысы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қоса беріліп отырған іс-шаралар жоспары бекітілсін.

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
"
.as_bytes();

/// A folder with a corpus of one act, and the place of an index beside it.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        let bench = Bench { folder: tempfile::tempdir().expect("a folder") };
        bench.write("corpus/act/act.toml", CARD.as_bytes());
        bench.write("corpus/act/text.md", TEXT);
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = nusqa()
            .args(arguments)
            .args(["--lang", "en", "--corpus"])
            .arg(self.path("corpus"))
            .arg("--index")
            .arg(self.path("index"))
            .output()
            .expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
    }

    fn json(&self, arguments: &[&str]) -> (i32, Value) {
        let (exit, page, _) = self.run(&[arguments, &["--json"]].concat());
        (exit, serde_json::from_str(&page).expect("JSON"))
    }

    /// A question that must fail with this code, naming this file and line, in every way in
    /// which an index may come to be needed.
    fn refuses(&self, code: &str, file: &str, line: Option<usize>) {
        for arguments in [&["build"][..], &["show", "676", "1"], &["acts"]] {
            let (exit, error) = self.json(arguments);
            assert_eq!(exit, 2, "{code}: {error}");
            assert_eq!(error["code"], code, "{error}");
            let named = error["file"].as_str().expect("a file");
            assert!(Path::new(named).ends_with(file), "{named} is not {file}");
            assert_eq!(error["line"].as_u64().map(|line| line as usize), line, "{error}");
            let (exit, page, complaint) = self.run(arguments);
            assert_eq!((exit, page.as_str()), (2, ""), "{code}");
            let place = line.map_or(1, |_| 2);
            assert_eq!(complaint.lines().count(), place, "{complaint}");
            assert!(!self.path("index/CURRENT").exists(), "{code}: half an index");
        }
    }

    /// A fault that keeps one thing out of the index, and nothing else: it is told with its file
    /// and line by every command, and act 676 is answered for.
    fn leaves_out(&self, code: &str, file: &str, line: Option<usize>) {
        let (exit, built) = self.json(&["build"]);
        let left = built["unread"].as_array().expect("a list of what was left out");
        assert_eq!((exit, left.len()), (1, 1), "{code}: {built}");
        assert_eq!(left[0]["code"], code, "{built}");
        let named = left[0]["file"].as_str().expect("a file");
        assert!(Path::new(named).ends_with(file), "{named} is not {file}");
        assert_eq!(left[0]["line"].as_u64().map(|line| line as usize), line, "{built}");
        // A second build has nothing to do, and says the same.
        assert_eq!(self.json(&["build"]).1["unread"], built["unread"]);
        let (exit, checked) = self.json(&["check"]);
        assert_eq!((exit, &checked["unread"]), (1, &built["unread"]), "{code}");
        let (exit, page, complaint) = self.run(&["show", "676", "1", "--on", "2017-11-01"]);
        assert_eq!(exit, 0, "{code}: {complaint}");
        assert!(page.contains("1. Қоса беріліп отырған"), "{page}");
        assert!(complaint.contains("`nusqa check`"), "{code}: {complaint}");
        // What was left out may hold a change of anything: programs are told, too.
        let (_, shown) = self.json(&["show", "676", "1", "--on", "2017-11-01"]);
        assert_eq!(shown["generator"]["left_out"]["count"], 1, "{code}: {shown}");
        assert_eq!(shown["certainty"], "presumed", "{code}: {shown}");
        let reasons = shown["reasons"].as_array().expect("a list");
        assert!(reasons.iter().any(|reason| reason == "files_unread"), "{code}: {shown}");
        let (exit, page, _) = self.run(&["build"]);
        assert_eq!(exit, 1, "{page}");
        assert!(page.contains(left[0]["message"].as_str().expect("words")), "{page}");
        // Built on the way, each fault is named at once.
        fs::remove_dir_all(self.path("index")).expect("removed");
        let (exit, _, complaint) = self.run(&["show", "676", "1", "--on", "2017-11-01"]);
        assert_eq!(exit, 0, "{code}: {complaint}");
        assert!(complaint.contains(left[0]["message"].as_str().expect("words")), "{complaint}");
    }
}

#[test]
fn the_corpus_itself_is_sound() {
    let bench = Bench::new();
    let (exit, page, complaint) = bench.run(&["show", "676", "1", "--on", "2017-11-01"]);
    assert_eq!((exit, complaint.as_str()), (0, ""));
    assert!(page.contains("1. Қоса беріліп отырған"), "{page}");
}

#[test]
fn a_corpus_that_is_not_there_or_holds_nothing() {
    let bench = Bench::new();
    fs::remove_dir_all(bench.path("corpus")).expect("removed");
    bench.refuses("corpus_missing", "corpus", None);
    fs::create_dir(bench.path("corpus")).expect("a folder");
    bench.refuses("corpus_empty", "corpus", None);
    fs::remove_dir(bench.path("corpus")).expect("removed");
    bench.write("corpus", b"a file");
    bench.refuses("corpus_folder", "corpus", None);
}

#[test]
fn a_folder_without_a_card() {
    let bench = Bench::new();
    bench.write("corpus/other/text.md", TEXT);
    bench.leaves_out("card_missing", "corpus/other", None);
    fs::remove_dir_all(bench.path("corpus/act")).expect("removed");
    let bench = Bench { folder: bench.folder };
    fs::remove_dir_all(bench.path("index")).expect("removed");
    bench.refuses("card_missing", "corpus/other", None);
}

#[test]
fn a_card_that_breaks_the_rules() {
    let bench = Bench::new();
    let card = |card: &str| bench.write("corpus/act/act.toml", card.as_bytes());
    card(&CARD.replace("number", "nomber"));
    bench.refuses("card_unknown_key", "corpus/act/act.toml", Some(4));
    card(&CARD.replace("[act]", "[act"));
    bench.refuses("card_unreadable", "corpus/act/act.toml", Some(1));
    card(&CARD.replace("2017-10-28", "2017-02-31"));
    bench.refuses("card_unreadable", "corpus/act/act.toml", Some(5));
    card(&CARD.replace("resolution", "poem"));
    bench.refuses("card_value", "corpus/act/act.toml", Some(2));
    card(&CARD.replace("text.md", "lost.md"));
    bench.refuses("text_missing", "corpus/act/act.toml", Some(8));
    card(&CARD.replace("text.md", "../text.md"));
    bench.refuses("text_missing", "corpus/act/act.toml", Some(8));
    bench.write("corpus/act/act.toml", b"[act]\nnumber = \"\xff\"\n");
    bench.refuses("file_not_utf8", "corpus/act/act.toml", None);
}

#[test]
fn a_card_that_names_no_text() {
    let bench = Bench::new();
    bench.write("corpus/other/act.toml", b"");
    bench.write("corpus/other/text.md", TEXT);
    bench.leaves_out("card_without_text", "corpus/other/act.toml", Some(1));
}

/// The card and the text of another act.
fn another(bench: &Bench, card: &str, text: &[u8]) {
    bench.write("corpus/other/act.toml", card.as_bytes());
    bench.write("corpus/other/text.md", text);
}

fn other_card() -> String {
    CARD.replace("676", "677")
}

#[test]
fn one_broken_text_takes_nothing_else_with_it() {
    let rubbish: Vec<u8> = (0u8..=255).cycle().take(5000).collect();
    for (text, code) in [
        (&b""[..], "file_empty"),
        (b" \n\t\n", "file_empty"),
        (&rubbish, "file_not_utf8"),
        (b"PK\x03\x04 no package at all", "file_not_utf8"),
    ] {
        let bench = Bench::new();
        another(&bench, &other_card(), text);
        match code {
            "file_not_utf8" if text.starts_with(b"PK") => {
                let (exit, built) = bench.json(&["build"]);
                assert!(exit < 2, "{built}");
                assert_eq!(bench.run(&["show", "676", "1", "--on", "2017-11-01"]).0, 0);
            }
            code => bench.leaves_out(code, "corpus/other/text.md", None),
        }
    }
}

#[test]
fn a_text_that_is_too_large_or_cannot_be_opened() {
    let bench = Bench::new();
    another(&bench, &other_card(), TEXT);
    // A file of which nothing is written takes no room on the disk.
    let file = fs::File::create(bench.path("corpus/other/text.md")).expect("a file");
    file.set_len(nusqa::source::LARGEST + 1).expect("a length");
    bench.leaves_out("file_too_large", "corpus/other/text.md", None);
}

#[test]
fn a_card_or_a_table_that_is_too_large() {
    for path in ["corpus/other/act.toml", "corpus/facts/publications.tsv"] {
        let bench = Bench::new();
        another(&bench, &other_card(), TEXT);
        bench.write(path, b"");
        let file = fs::File::create(bench.path(path)).expect("a file");
        file.set_len((256 << 20) + 1).expect("a length");
        bench.leaves_out("record_too_large", path, None);
    }
}

#[cfg(unix)]
#[test]
fn a_card_that_is_a_pipe_is_not_waited_for() {
    let bench = Bench::new();
    another(&bench, &other_card(), TEXT);
    let card = bench.path("corpus/other/act.toml");
    fs::remove_file(&card).expect("a removal");
    let made = std::process::Command::new("mkfifo").arg(&card).status();
    if made.is_ok_and(|status| status.success()) {
        bench.leaves_out("file_no_regular", "corpus/other/act.toml", None);
    }
}

#[test]
fn one_broken_card_takes_nothing_else_with_it() {
    for (card, code, line) in [
        (other_card().replace("[act]", "[act"), "card_unreadable", Some(1)),
        (other_card().replace("number", "nomber"), "card_unknown_key", Some(4)),
        ("act:\n  number: 677\n".to_owned(), "card_unreadable", Some(1)),
        (other_card().replace("2017-10-28", "2017-02-31"), "card_unreadable", Some(5)),
        (other_card().replace("resolution", "poem"), "card_value", Some(2)),
        (other_card().replace("text.md", "lost.md"), "text_missing", Some(8)),
    ] {
        let bench = Bench::new();
        another(&bench, &card, TEXT);
        bench.leaves_out(code, "corpus/other/act.toml", line);
    }
}

#[test]
fn of_an_act_the_texts_that_can_be_read_are_kept() {
    let bench = Bench::new();
    let more = "\n[[text]]\nfile = \"later.md\"\nrole = \"consolidated\"\n";
    bench.write("corpus/act/act.toml", format!("{CARD}{more}").as_bytes());
    bench.leaves_out("text_missing", "corpus/act/act.toml", Some(12));
    bench.write("corpus/act/later.md", b"");
    bench.leaves_out("file_empty", "corpus/act/later.md", None);
    // Once it is repaired, nothing is left out any more.
    bench.write("corpus/act/later.md", TEXT);
    assert_eq!(bench.json(&["build"]).0, 0);
    let (exit, _, complaint) = bench.run(&["show", "676", "1", "--on", "2017-11-01"]);
    assert_eq!((exit, complaint.as_str()), (0, ""));
}

#[test]
fn a_loose_text_is_checked_against_the_corpus_or_it_is_said_that_it_was_not() {
    let bench = Bench::new();
    let draft = "# Жоба туралы\n\n1. Үкіметтің 2017 жылғы 28 қазандағы № 676 қаулысының \
                 1-тармағы сақталсын.\n\n2. Үкіметтің 2017 жылғы 28 қазандағы № 676 қаулысының \
                 9-тармағы алып тасталсын.\n";
    bench.write("draft.md", draft.as_bytes());
    let file = bench.path("draft.md").to_string_lossy().into_owned();
    let (_, found) = bench.json(&["check", &file]);
    assert!(found["references"].is_array(), "{found}");
    fs::rename(bench.path("corpus"), bench.path("elsewhere")).expect("moved");
    fs::remove_dir_all(bench.path("index")).expect("removed");
    let (_, found) = bench.json(&["check", &file]);
    assert!(found["references"].is_null(), "{found}");
    let (_, page, _) = bench.run(&["check", &file]);
    assert!(page.contains("Citations were not followed"), "{page}");
}

#[test]
fn a_text_that_its_card_does_not_name_is_found_by_the_check() {
    let bench = Bench::new();
    assert_eq!(bench.json(&["check"]).1["cards"], serde_json::json!([]));
    bench.write("corpus/act/later.md", TEXT);
    for target in [&["check"][..], &["check", "676"]] {
        let (exit, found) = bench.json(target);
        assert_eq!((exit, &found["cards"][0]["kind"]), (1, &"unnamed_text".into()));
        let file = found["cards"][0]["file"].as_str().expect("a file");
        assert!(file.ends_with("corpus/act/later.md"), "{file}");
    }
}

#[test]
fn a_card_that_contradicts_itself_or_its_text() {
    let bench = Bench::new();
    let card = |card: &str| bench.write("corpus/act/act.toml", card.as_bytes());
    for key in ["first_published", "registered"] {
        card(&format!("{CARD}\n[days]\n{key} = 2017-10-27\n"));
        bench.refuses("card_day_before_adoption", "corpus/act/act.toml", Some(12));
    }
    // A text is named by its own line, not by that of the first one.
    bench.write("corpus/act/later.md", TEXT);
    let later = "\n[[text]]\nfile = \"later.md\"\nrole = \"consolidated\"\n";
    card(&format!("{CARD}{later}state = 2017-10-27\n"));
    bench.refuses("card_day_before_adoption", "corpus/act/act.toml", Some(14));
    card(&format!("{CARD}{later}state = 2018-10-27\nmade_by = [\"?\"]\n"));
    bench.leaves_out("card_value", "corpus/act/act.toml", Some(15));
    fs::remove_file(bench.path("corpus/act/later.md")).expect("a file");
    card(&CARD.replace("2017-10-28", "2017-10-29").replace("676", "667"));
    let (exit, found) = bench.json(&["check"]);
    let [number, adopted] = found["cards"].as_array().expect("a list").as_slice() else {
        panic!("{found}");
    };
    assert_eq!(exit, 1);
    assert_eq!((&number["key"], &number["line"]), (&"act.number".into(), &4.into()));
    assert_eq!((&adopted["key"], &adopted["line"]), (&"act.adopted".into(), &5.into()));
    assert_eq!(
        (&adopted["said"], &adopted["printed"]),
        (&"2017-10-29".into(), &"2017-10-28".into())
    );
    assert_eq!(adopted["file_line"], 3);
    let (_, page, _) = bench.run(&["check"]);
    assert!(page.contains("act.toml:5: `act.adopted` is 2017-10-29"), "{page}");
}

#[test]
fn an_index_answers_without_its_corpus_but_not_for_another_one() {
    let bench = Bench::new();
    let question = ["show", "676", "1", "--on", "2017-11-01"];
    assert_eq!(bench.run(&question).0, 0);
    fs::rename(bench.path("corpus"), bench.path("elsewhere")).expect("moved");
    assert_eq!(bench.run(&question).0, 0);
    let missing = bench.path("nothing").to_string_lossy().into_owned();
    let index = bench.path("index").to_string_lossy().into_owned();
    let other = ["--json", "--corpus", missing.as_str(), "--index", index.as_str()];
    let output = nusqa().args(question).args(other).output().expect("the program runs");
    let error: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((output.status.code(), &error["code"]), (Some(2), &"corpus_missing".into()));
    assert_eq!(error["file"].as_str(), Some(missing.as_str()));
    let mut unnamed = nusqa();
    unnamed.args(question).args(["--index", index.as_str()]).current_dir(bench.path("elsewhere"));
    assert_eq!(unnamed.output().expect("the program runs").status.code(), Some(0));
}

#[test]
fn an_act_that_nothing_identifies() {
    let bench = Bench::new();
    bench.write("corpus/act/act.toml", b"[[text]]\nfile = \"text.md\"\nrole = \"original\"\n");
    bench.write("corpus/act/text.md", "1. Бекітілсін.\n".as_bytes());
    bench.refuses("card_incomplete", "corpus/act/act.toml", None);
}

#[test]
fn a_text_that_cannot_be_read() {
    let bench = Bench::new();
    bench.write("corpus/act/text.md", b"\xcd\xfe\xf1\xea\xe0");
    bench.refuses("file_not_utf8", "corpus/act/text.md", None);
    bench.write("corpus/act/text.md", b"\n \n");
    bench.refuses("file_empty", "corpus/act/text.md", None);
}

#[test]
fn an_act_in_two_folders() {
    let bench = Bench::new();
    bench.write("corpus/again/act.toml", CARD.as_bytes());
    bench.write("corpus/again/text.md", TEXT);
    bench.leaves_out("act_twice", "again/act.toml", None);
    // The first folder by name counts, whichever was there before.
    bench.write("corpus/aaa/act.toml", CARD.as_bytes());
    bench.write("corpus/aaa/text.md", TEXT);
    let (_, built) = bench.json(&["build"]);
    let left: Vec<&str> = built["unread"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|left| left["file"].as_str())
        .collect();
    assert_eq!(left.len(), 2, "{built}");
    assert!(left.iter().all(|file| !file.contains("/aaa/")), "{built}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_corpus() {
    let bench = Bench::new();
    bench.write("outside/act.toml", CARD.as_bytes());
    bench.write("outside/text.md", TEXT);
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(bench.path(to), bench.path(from)).expect("a link");
    };
    let linked = ["corpus/other", "corpus/act/text.md", "corpus/act/act.toml", "corpus/facts"];
    for name in linked {
        let kept = bench.path("kept");
        let there = bench.path(name).exists();
        if there {
            fs::rename(bench.path(name), &kept).expect("a file that is moved");
        }
        let target = match name.rsplit_once('.') {
            None => "outside".to_owned(),
            Some(_) => name.replace("corpus/act", "outside"),
        };
        link(name, &target);
        if there {
            bench.refuses("link_outside", name, None);
        } else {
            bench.leaves_out("link_outside", name, None);
            fs::remove_dir_all(bench.path("index")).expect("removed");
        }
        fs::remove_file(bench.path(name)).expect("a link that is removed");
        if there {
            fs::rename(&kept, bench.path(name)).expect("a file that is moved back");
        }
    }
    // A link from one place of the corpus to another leads to nothing that is not in it.
    bench.write("corpus/.texts/text.md", TEXT);
    fs::remove_file(bench.path("corpus/act/text.md")).expect("a file");
    link("corpus/act/text.md", "corpus/.texts/text.md");
    assert_eq!(bench.run(&["build"]).0, 0);
}

#[test]
fn rows_of_facts_that_contradict_each_other() {
    let bench = Bench::new();
    let head = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\n";
    let row = |day: &str| format!("law\t1-I\t2020-01-01\t{day}\t\t\t\n");
    let table = format!("{head}{}\n{}{}", row("2020-01-05"), row("2020-01-05"), row("2020-01-06"));
    bench.write("corpus/facts/publications.tsv", table.as_bytes());
    bench.leaves_out("facts_differ", "corpus/facts/publications.tsv", Some(5));
}

#[test]
fn a_table_of_facts_with_a_wrong_day() {
    let bench = Bench::new();
    let head = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\n";
    let table = format!("{head}law\t1\t2021-02-31\t\t\t\t\n");
    bench.write("corpus/facts/publications.tsv", table.as_bytes());
    bench.leaves_out("fact_unreadable", "corpus/facts/publications.tsv", Some(2));
    let table = format!("{head}law\t1\t2021-02-03\t2021-02-02\t\t\t\n");
    bench.write("corpus/facts/publications.tsv", table.as_bytes());
    bench.leaves_out("fact_unreadable", "corpus/facts/publications.tsv", Some(2));
    bench.write("corpus/facts/publications.tsv", b"\xff\xfe");
    bench.leaves_out("file_not_utf8", "corpus/facts/publications.tsv", None);
}

#[test]
fn an_index_folder_that_cannot_be_written() {
    let bench = Bench::new();
    bench.write("index", b"a file");
    for arguments in [&["build"][..], &["acts"]] {
        let (exit, error) = bench.json(arguments);
        assert_eq!((exit, &error["code"]), (2, &"index_not_writable".into()), "{error}");
    }
    assert_eq!(fs::read(bench.path("index")).expect("the file"), b"a file");
}

#[test]
fn an_index_of_another_format_or_a_damaged_one_is_told_and_made_anew() {
    let bench = Bench::new();
    assert_eq!(bench.run(&["build"]).0, 0);
    let current = fs::read_to_string(bench.path("index/CURRENT")).expect("a name");
    let stamp = bench.path("index").join(current.trim()).join("stamp.json");
    let text = fs::read_to_string(&stamp).expect("a stamp");
    let mut other: Value = serde_json::from_str(&text).expect("JSON");
    other["format"] = 9999.into();
    fs::write(&stamp, other.to_string()).expect("a stamp");
    let (exit, error) = bench.json(&["build", "--check"]);
    assert_eq!((exit, &error["code"]), (2, &"index_other_version".into()), "{error}");
    let (exit, _, complaint) = bench.run(&["show", "676", "1", "--on", "2017-11-01"]);
    assert_eq!(exit, 0, "{complaint}");
    assert!(complaint.contains("has another format (9999, expected"), "{complaint}");
    assert_eq!(bench.run(&["build", "--check"]).0, 0);

    let current = fs::read_to_string(bench.path("index/CURRENT")).expect("a name");
    let stamp = bench.path("index").join(current.trim()).join("stamp.json");
    fs::write(&stamp, "{").expect("a stamp");
    let (exit, error) = bench.json(&["build", "--check"]);
    assert_eq!((exit, &error["code"]), (2, &"index_damaged".into()), "{error}");
    let (exit, _, complaint) = bench.run(&["show", "676", "1", "--on", "2017-11-01"]);
    assert_eq!(exit, 0, "{complaint}");
    assert!(complaint.contains("is damaged") && complaint.contains("made anew"), "{complaint}");
    assert_eq!(bench.run(&["show", "676", "1", "--on", "2017-11-01"]).2, "");
}

#[test]
fn a_build_says_that_it_waits_for_another() {
    let bench = Bench::new();
    let lock = Layout::new(&bench.path("index")).lock(|| ()).expect("a lock");
    let mut build = nusqa()
        .args(["build", "--lang", "en", "--corpus"])
        .arg(bench.path("corpus"))
        .arg("--index")
        .arg(bench.path("index"))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut told = BufReader::new(build.stderr.take().expect("a pipe"));
    let mut line = String::new();
    told.read_line(&mut line).expect("a line");
    assert_eq!(line, "another process is building the index; waiting until it is done\n");
    assert!(build.try_wait().expect("a look").is_none(), "it did not wait");
    drop(lock);
    assert_eq!(build.wait().expect("an end").code(), Some(0));
}

#[test]
fn a_missing_index_is_told_by_the_check() {
    let bench = Bench::new();
    let (exit, error) = bench.json(&["build", "--check"]);
    assert_eq!((exit, &error["code"]), (2, &"index_missing".into()), "{error}");
    assert!(!bench.path("index").exists());
}
