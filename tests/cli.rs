//! The program as its users meet it: what it says of a wrong command line, in which language, in
//! which colour, and with which exit status it ends.

mod support;

use serde_json::Value;
use std::fs;
use std::io::Read;
use std::process::{Command, Output, Stdio};
use support::{ask, ask_json, index, nusqa};

const COMMANDS: &[&str] = &[
    "build", "acts", "tree", "outline", "show", "history", "diff", "check", "refs", "terms",
    "schema",
];

fn run(command: &mut Command) -> (i32, String, String) {
    said(command.output().expect("the program runs"))
}

fn said(output: Output) -> (i32, String, String) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

fn error_of(arguments: &[&str]) -> (i32, Value) {
    let (exit, document) = ask_json(arguments);
    assert_eq!(document["schema"], "nusqa/error/1", "{arguments:?}");
    (exit, document)
}

#[test]
fn help_speaks_the_language_asked_for_and_no_other() {
    for command in std::iter::once("--help").chain(COMMANDS.iter().copied()) {
        for (lang, heading) in [("kk", "Қолданылуы:"), ("ru", "Использование:"), ("en", "Usage:")]
        {
            let (exit, page, _) = run(nusqa().args([command, "--help", "--lang", lang]));
            assert_eq!(exit, 0, "{command} in {lang}");
            assert!(page.contains(heading), "{command} in {lang}:\n{page}");
            if lang != "en" {
                for word in ["Usage", "Options", "Commands", "Arguments", "Print", "default"] {
                    assert!(!page.contains(word), "{command} in {lang} says {word}:\n{page}");
                }
            }
        }
    }
}

#[test]
fn a_command_line_without_a_command_shows_the_help_as_an_error() {
    let (exit, page, complaint) = run(&mut nusqa());
    assert_eq!((exit, page.as_str()), (2, ""));
    assert!(complaint.contains("Командалар:"), "{complaint}");
    let (exit, error) = error_of(&[]);
    assert_eq!((exit, &error["code"]), (2, &"missing_command".into()));
}

#[test]
fn wrong_usage_is_told_in_one_sentence_with_the_nearest_right_way() {
    for (arguments, code, english, candidate) in [
        (&["shwo"][..], "unknown_command", "there is no command `shwo`", Some("show")),
        (
            &["show", "832", "--onn", "1"],
            "unknown_option",
            "there is no option `--onn`",
            Some("--on"),
        ),
        (&["show"], "missing_argument", "missing argument: <ACT>", None),
        (&["show", "832", "--on"], "missing_value", "the option `--on` needs a value", None),
        (
            &["acts", "--color", "blue"],
            "invalid_value",
            "`blue` is no value for `--color`; possible values: auto, always, never",
            None,
        ),
        (&["show", "832", "8", "9"], "unexpected_argument", "unexpected argument: `9`", None),
        (
            &["show", "832", "--on", "2021-01-01", "--on", "2021-01-02"],
            "repeated_option",
            "the option `--on` was given twice",
            None,
        ),
        (
            &["show", "832", "--adopted-by", "2021-01-01", "--known-by", "2021-01-01"],
            "conflicting_options",
            "`--adopted-by` and `--known-by` exclude each other",
            None,
        ),
        (
            &["show", "832", "--on", "31.02.2021"],
            "date_no_such_day",
            "`31.02.2021`: this month has only 28 days",
            None,
        ),
        (
            &["show", "832", "--on", "2021-13-01"],
            "date_no_such_month",
            "`2021-13-01`: there is no month 13",
            None,
        ),
        (
            &["history", "832", "8", "--from", "2022-01-01", "--to", "2021-01-01"],
            "period_reversed",
            "the period is reversed: 1 January 2022 lies after 1 January 2021",
            None,
        ),
    ] {
        let with_language = |lang| [arguments, &["--lang", lang]].concat();
        let (exit, error) = error_of(&with_language("en"));
        assert_eq!(exit, 2, "{arguments:?}");
        assert_eq!(error["code"], code, "{arguments:?}");
        assert_eq!(error["message"], english, "{arguments:?}");
        assert_eq!(error["candidates"][0].as_str(), candidate, "{arguments:?}");
        let (_, kazakh) = error_of(&with_language("kk"));
        let (_, russian) = error_of(&with_language("ru"));
        assert_ne!(kazakh["message"], russian["message"], "{arguments:?}");
        assert_ne!(kazakh["message"], english, "{arguments:?}");

        let (exit, page, complaint) = said(ask(&with_language("en")));
        assert_eq!((exit, page.as_str()), (2, ""), "{arguments:?}");
        assert!(complaint.starts_with(&format!("error: {english}\n")), "{complaint}");
        let about_values = code.starts_with("date_") || code.starts_with("period_");
        assert!(about_values || complaint.contains("--help"), "{complaint}");
    }
}

#[test]
fn the_language_comes_from_the_option_then_the_variable_then_the_locale() {
    let complaint = |set: &dyn Fn(&mut Command) -> &mut Command| {
        let mut command = nusqa();
        run(set(&mut command).arg("shwo")).2
    };
    assert!(complaint(&|command| command).starts_with("қате:"));
    assert!(complaint(&|command| command.env("LANG", "ru_KZ.UTF-8")).starts_with("ошибка:"));
    assert!(complaint(&|command| command.env("LANG", "C.UTF-8")).starts_with("қате:"));
    assert!(
        complaint(&|command| command.env("LANG", "ru_KZ.UTF-8").env("NUSQA_LANG", "en"))
            .starts_with("error:")
    );
    assert!(
        complaint(&|command| command.env("NUSQA_LANG", "en").arg("--lang=ru"))
            .starts_with("ошибка:")
    );
}

#[test]
fn names_and_codes_are_the_same_in_every_language() {
    let ask = |lang| ask_json(&["show", "832", "8", "--on", "2022-01-01", "--lang", lang]).1;
    let (mut kazakh, mut english) = (ask("kk"), ask("en"));
    assert_ne!(kazakh["explanation"], english["explanation"]);
    kazakh["explanation"] = Value::Null;
    english["explanation"] = Value::Null;
    assert_eq!(kazakh, english);
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let page = |arguments: &[&str]| said(ask(&[&["acts"], arguments].concat())).1;
    assert!(!page(&[]).contains('\x1b'));
    assert!(!page(&["--color", "never"]).contains('\x1b'));
    assert!(page(&["--color", "always"]).contains('\x1b'));
    let complaint = run(nusqa().args(["shwo", "--color", "always"])).2;
    assert!(complaint.contains('\x1b'), "{complaint}");
    let complaint = run(nusqa().args(["shwo"])).2;
    assert!(!complaint.contains('\x1b'), "{complaint}");
}

#[test]
fn the_exit_status_tells_an_answer_from_an_honest_nothing() {
    for (arguments, expected) in [
        (&["show", "832", "2", "--on", "2022-01-01"][..], 0),
        (&["show", "832", "8", "--on", "2024-01-01"], 0),
        (&["show", "832", "17-1", "--on", "2020-06-01"], 0),
        (&["show", "832", "8", "--on", "2020-06-01"], 1),
        (&["show", "832", "999"], 1),
        (&["show", "832", "мұндай мекенжай жоқ"], 2),
        (&["show", "нет такого акта"], 2),
        (&["history", "832", "8"], 0),
        (&["outline", "832"], 0),
        (&["refs", "832", "10"], 0),
        (&["refs", "676", "3"], 1),
        (&["terms", "832"], 0),
        (&["acts"], 0),
        (&["schema"], 0),
    ] {
        let (exit, page, complaint) = said(ask(arguments));
        assert_eq!(exit, expected, "{arguments:?}\n{page}\n{complaint}");
    }
}

#[test]
fn a_number_that_no_text_prints_is_not_said_to_have_never_been() {
    for (act, place, code) in [
        ("832", "32", "address_not_printed"),
        ("418-V", "45-бап", "address_not_printed"),
        ("832", "37/1)", "address_before_the_first"),
        ("832", "999", "address_after_the_last"),
        ("832", "8-5", "unknown_address"),
    ] {
        let (exit, error) = error_of(&["show", act, place]);
        assert_eq!((exit, &error["code"]), (1, &code.into()), "{act} {place}");
    }
}

#[test]
fn days_are_read_in_three_forms_and_written_in_one() {
    for day in ["2021-06-01", "01.06.2021", "2021 жылғы 1 маусым"] {
        let (_, answer) = ask_json(&["show", "832", "2", "--on", day]);
        assert_eq!(answer["query"]["date"], "2021-06-01");
    }
}

#[test]
fn an_iri_names_day_and_portion_too() {
    const LAW: &str = "/akn/kz/act/2015-11-24/418-V";
    let shown = |arguments: &[&str]| {
        let (exit, mut answer) = ask_json(&[&["show"], arguments].concat());
        answer["generator"] = Value::Null;
        (exit, answer)
    };
    let as_of = shown(&[&format!("{LAW}/kaz:2020-01-01"), "art_2"]);
    assert_eq!(as_of.1["query"]["date"], "2020-01-01");
    assert_eq!(as_of, shown(&["418-V", "2-бап", "--on", "2020-01-01"]));
    assert_eq!(as_of, shown(&[&format!("{LAW}/kaz@2020-01-01"), "2-бап"]));
    assert_eq!(as_of, shown(&[&format!("{LAW}/kaz:2020-01-01/~art_2")]));
    let known = shown(&[&format!("{LAW}/kaz@2020-01-01;2021-02-03"), "2-бап"]);
    assert_eq!(known.1["query"]["known_by"], "2021-02-03");
    let original = shown(&[&format!("{LAW}/kaz@"), "2-бап"]);
    assert_eq!(original, shown(&["418-V", "2-бап", "--adopted-by", "2015-11-24"]));

    let dated = &format!("{LAW}/kaz:2020-01-01");
    for (arguments, code) in [
        (&["show", dated, "2-бап", "--on", "2020-01-01"][..], "conflicting_options"),
        (&["show", dated, "2-бап", "--adopted-by", "2020-01-01"], "conflicting_options"),
        (&["outline", &format!("{LAW}/kaz@"), "--known-by", "2020-01-01"], "conflicting_options"),
        (&["show", &format!("{LAW}/~art_3"), "2-бап"], "conflicting_options"),
        (&["show", &format!("{LAW}/kaz:2020-02-31")], "iri_not_understood"),
        (&["history", dated, "2-бап"], "act_alone"),
        (&["tree", dated], "act_alone"),
    ] {
        let (exit, error) = error_of(arguments);
        assert_eq!((exit, &error["code"]), (2, &code.into()), "{arguments:?}");
    }
}

#[test]
fn a_number_may_be_written_as_in_an_iri() {
    let (exit, answer) = ask_json(&["show", "343-НҚ", "1"]);
    assert_eq!((exit, &answer["act"]["number"]), (0, &"343/НҚ".into()));
    assert_eq!(ask_json(&["show", "343-hk", "1"]).1["act"], answer["act"]);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = nusqa()
        .args(["tree", "418-V", "--index"])
        .arg(index())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut first = [0; 16];
    let mut pipe = child.stdout.take().expect("a pipe");
    pipe.read_exact(&mut first).expect("some output");
    drop(pipe);
    let mut complaint = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut complaint).expect("UTF-8");
    assert_eq!(complaint, "");
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn the_tree_of_a_file_needs_no_index() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    let text = "corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md";
    let (exit, page, complaint) = run(nusqa().args(["tree", text, "--index"]).arg(&index));
    assert_eq!((exit, complaint.as_str()), (0, ""));
    assert!(page.contains(text), "{page}");
    assert!(!index.exists());
}

#[test]
fn a_missing_index_is_built_on_the_way_in_silence() {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    let question = ["show", "832", "2", "--on", "2022-01-01", "--index"];
    let (exit, page, complaint) = run(nusqa().args(question).arg(&index));
    assert_eq!((exit, complaint.as_str()), (0, ""));
    assert!(page.contains("2. Ақпараттық қауіпсіздікті"), "{page}");
    assert!(index.join("CURRENT").is_file());
}

#[test]
fn files_that_cannot_be_read_are_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let not_utf8 = write("legacy.txt", b"1. \xcd\xfe\xf1\xea\xe0");
    let empty = write("empty.md", b" \n\n");
    let missing = folder.path().join("missing.md").to_string_lossy().into_owned();
    let directory = folder.path().to_string_lossy().into_owned();
    for command in ["tree", "check"] {
        for (file, code) in [
            (&not_utf8, "file_not_utf8"),
            (&empty, "file_empty"),
            (&missing, "file_missing"),
            (&directory, "file_unreadable"),
        ] {
            let (exit, error) = error_of(&[command, file]);
            assert_eq!((exit, &error["code"]), (2, &code.into()), "{command} {file}");
            assert_eq!(error["file"].as_str(), Some(file.as_str()));
            let (exit, page, complaint) = said(ask(&[command, file, "--lang", "en"]));
            assert_eq!((exit, page.as_str()), (2, ""));
            assert_eq!(complaint.lines().count(), 1, "{complaint}");
        }
    }
}

#[test]
fn what_is_spelt_as_a_path_and_is_not_there_is_a_missing_file() {
    for target in ["/nonexist", "./832", "../no/such", "corpus/no-such-text"] {
        let (exit, error) = error_of(&["tree", target]);
        assert_eq!((exit, &error["code"]), (2, &"file_missing".into()), "{target}");
    }
    for target in ["343/НҚ", "/akn/kz/act/2015-11-24/418-V"] {
        assert_eq!(ask_json(&["tree", target]).0, 0, "{target}");
    }
    assert_eq!(error_of(&["tree", "999/НҚ"]).1["code"], "unknown_act");
}

#[test]
fn pages_are_wrapped_to_the_columns_that_there_are() {
    let page = |columns: &str| {
        let question = ["show", "832", "2", "--on", "2022-01-01", "--index"];
        run(nusqa().args(question).arg(index()).env("COLUMNS", columns)).1
    };
    let longest = |page: &str| {
        let words = page.lines().filter(|line| !line.contains("corpus/"));
        words.map(|line| line.chars().count()).max().unwrap_or_default()
    };
    assert!(longest(&page("60")) <= 60, "{}", page("60"));
    assert!(longest(&page("")) > 200);
}
