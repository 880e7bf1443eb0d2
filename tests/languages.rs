//! Whoever reads Kazakh or Russian is not answered in English: helps, errors, the manual,
//! completions and pages hold no English word but names that have no other form.

mod support;

use nusqa::render::messages::Lang;
use nusqa::render::messages::catalogue::entries;
use std::fs;
use support::{index, nusqa};

/// Names of formats, programs, keys and notations, which are the same in every language.
const NAMES: &[&str] = &[
    "AKN",
    "API",
    "Akoma",
    "Ntoso",
    "Bash",
    "DOCX",
    "Elasticsearch",
    "Ctrl-C",
    "Git",
    "HTML",
    "HTTP",
    "IP",
    "IRI",
    "JSON",
    "MCP",
    "Markdown",
    "OpenSearch",
    "NDJSON",
    "PAGER",
    "PDF",
    "Schema",
    "Shift",
    "Enter",
    "Esc",
    "Tab",
    "TOML",
    "UTF-8",
    "Word",
    "XML",
    "ZIP",
    "Zsh",
    "bash",
    "eId",
    "elvish",
    "fish",
    "git",
    "less",
    "man",
    "nusqa",
    "powershell",
    "stdin",
    "zsh",
];

/// Roman numbers of acts and of parts, and other names without small letters.
fn is_a_name(word: &str) -> bool {
    NAMES.contains(&word) || !word.chars().any(|letter| letter.is_ascii_lowercase())
}

/// The English words of a page: what is quoted, typed, or the name of a file or an option is none.
fn english(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let unquoted = |line: &str| line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    for line in page.lines().filter(|line| !line.trim_start().starts_with("nusqa ")) {
        let line = &without_values(line);
        for word in unquoted(line).split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-' && c != '/');
            let typed = bare.starts_with('-') || bare.contains(['/', '_', ':', '.', '=', '|']);
            let letters = bare.chars().filter(char::is_ascii_alphabetic).count();
            if letters < 2 || typed || is_a_name(bare) {
                continue;
            }
            let parts = bare.split(|c: char| !c.is_ascii_alphabetic());
            found.extend(
                parts
                    .filter(|part| part.len() > 1 && !is_a_name(part))
                    .map(|part| format!("{part} in {line:?}")),
            );
        }
    }
    found
}

/// A complaint without the values of an option that it lists.
fn without_values(line: &str) -> String {
    let listed = ["мүмкін мәндер: ", "возможные значения: "];
    let found = listed.iter().find_map(|words| line.split_once(words));
    found.map_or(line, |(before, _)| before).to_owned()
}

fn said(arguments: &[&str], lang: &str) -> String {
    let output = nusqa().args(arguments).args(["--lang", lang]).output();
    let output = output.expect("the program runs");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn commands() -> Vec<String> {
    let help = said(&["--help"], "en");
    let listed = help.split("Commands:\n").nth(1).expect("a list of commands");
    let lines = listed.lines().take_while(|line| !line.is_empty());
    let named = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    named.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

/// The list of commands of the help without their names.
fn without_names(help: &str) -> String {
    let commands = commands();
    let line = |line: &str| {
        let first = line.split_whitespace().next().unwrap_or_default();
        match commands.iter().any(|command| command == first) {
            true => line.replacen(first, "", 1),
            false => line.to_owned(),
        }
    };
    help.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn helps_hold_no_english() {
    for lang in ["kk", "ru"] {
        let page = without_names(&said(&["--help"], lang));
        assert_eq!(english(&page), Vec::<String>::new(), "nusqa --help in {lang}");
        for command in commands() {
            let page = said(&[&command, "--help"], lang);
            let page = page.replace(&format!(" {command} ["), " [");
            assert_eq!(english(&page), Vec::<String>::new(), "{command} --help in {lang}");
        }
    }
}

#[test]
fn the_manual_and_completions_hold_no_english() {
    for lang in ["kk", "ru"] {
        let headings: Vec<String> = said(&["man"], lang)
            .lines()
            .filter_map(|line| line.strip_prefix(".SH ").map(str::to_owned))
            .collect();
        assert!(headings.len() > 60, "{headings:?}");
        for heading in &headings {
            assert!(!heading.bytes().any(|byte| byte.is_ascii_alphabetic()), "{heading} in {lang}");
        }
        let described = said(&["completions", "fish"], lang);
        let descriptions = described
            .lines()
            .filter_map(|line| line.split(" -d '").nth(1))
            .filter_map(|description| description.split('\'').next());
        for description in descriptions {
            assert_eq!(english(description), Vec::<String>::new(), "{description}");
        }
    }
}

#[test]
fn errors_hold_no_english() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    fs::write(path("legacy.txt"), b"1. \xcd\xfe\xf1\xea\xe0").expect("a file");
    fs::write(path("empty.md"), " \n").expect("a file");
    fs::create_dir_all(path("bad/abc")).expect("a folder");
    fs::write(path("bad/CURRENT"), "abc\n").expect("a file");
    fs::write(path("bad/abc/stamp.json"), "{").expect("a file");
    let cards = [
        "[act",
        "[act]\nnumber = 1\n",
        "[act]\nnumber = \"1\"\nnumber = \"2\"\n",
        "colour = 1\n",
        "[[text]]\nfile = \"a.md\"\nrole = \"draft\"\n",
        "[[text]]\nfile = \"a.md\"\n",
        "[act]\nadopted = \"2021-02-31\"\n",
        "[act]\n",
        "= 3\n",
        "[[text]]\nfile = \"a.md\"\nrole = \"original\"\n",
    ];
    let index = index().to_string_lossy().into_owned();
    let (legacy, empty, missing, folder_itself) =
        (path("legacy.txt"), path("empty.md"), path("missing.md"), path(""));
    let (bad, none) = (path("bad"), path("none"));
    let mut asked: Vec<Vec<&str>> = vec![
        vec![],
        vec!["shwo"],
        vec!["show"],
        vec!["show", "832", "--onn", "1"],
        vec!["show", "832", "--on"],
        vec!["show", "832", "8", "9"],
        vec!["acts", "--color", "blue"],
        vec!["acts", "--json=1"],
        vec!["search", "x", "--limit", "many"],
        vec!["search", "x", "--changed-between", "2021-01-01"],
        vec!["search", "x", "--on", "2021-01-01", "--any-date"],
        vec!["show", "832", "--on", "2021-01-01", "--on", "2021-01-02"],
        vec!["show", "832", "--on", "31.02.2021"],
        vec!["show", "832", "--on", "2021-13-01"],
        vec!["show", "832", "--on", "кеше"],
        vec!["history", "832", "8", "--from", "2022-01-01", "--to", "2021-01-01"],
        vec!["show", "жоқ-акт"],
        vec!["show", "832", "999"],
        vec!["show", "832", "32"],
        vec!["show", "832", "37/1)"],
        vec!["show", "832", "қайдағы"],
        vec!["show", "/akn/kz/act/2015-11-24/418-V/kaz:2020-02-31"],
        vec!["tree", &legacy],
        vec!["tree", &empty],
        vec!["tree", &missing],
        vec!["tree", &folder_itself],
        vec!["tree", "418-V", "--witness", "x"],
        vec!["build", "--check", "--index", &bad],
        vec!["acts", "--corpus", &none],
        vec!["build", "--corpus", &none],
        vec!["completions", "tcsh"],
        vec!["serve", "--bind", "192.0.2.1", "--port", "0"],
        vec!["serve", "--bind", "nowhere"],
        vec!["serve", "--timeout", "0"],
    ];
    for arguments in &mut asked {
        if !arguments.is_empty() && !arguments.contains(&"--index") {
            arguments.extend(["--index", &index]);
        }
    }
    for lang in ["kk", "ru"] {
        for arguments in &asked {
            if arguments.first() == Some(&"serve") && cfg!(not(feature = "serve")) {
                continue;
            }
            let complaint = without_names(&said(arguments, lang));
            assert!(!complaint.is_empty(), "{arguments:?}");
            let typed = arguments.iter().filter(|word| word.is_ascii());
            let complaint = typed.fold(complaint, |page, word| page.replace(*word, ""));
            assert_eq!(english(&complaint), Vec::<String>::new(), "{arguments:?} in {lang}");
        }
        for (number, card) in cards.iter().enumerate() {
            let corpus = path(&format!("corpus-{number}"));
            fs::create_dir_all(format!("{corpus}/act")).expect("a folder");
            fs::write(format!("{corpus}/act/act.toml"), card).expect("a card");
            fs::write(format!("{corpus}/act/a.md"), "Мәтін\n").expect("a text");
            let complaint = said(&["build", "--corpus", &corpus, "--index", &path("new")], lang);
            assert!(complaint.lines().count() <= 2, "{complaint}");
            assert_eq!(english(&complaint), Vec::<String>::new(), "{card} in {lang}");
        }
    }
}

#[test]
fn pages_hold_no_english() {
    let index = index().to_string_lossy().into_owned();
    for lang in ["kk", "ru"] {
        for arguments in [
            &["show", "832", "8", "--on", "2023-01-20", "--known-by", "2023-02-01", "--explain"][..],
            &["show", "832", "17-1", "--on", "2021-02-05", "--refs"],
            &["history", "832", "6/17)"],
            &["diff", "832", "8", "--from", "2020-01-01", "--to", "2022-01-01"],
            &["blame", "832", "17-1", "--on", "2022-01-01"],
            &["upcoming", "--after", "2022-01-01"],
            &["events", "832"],
            &["instructions", "12"],
            &["apply", "12", "--to", "832", "--on", "2021-01-01", "--diff"],
            &["audit", "12", "--all"],
            &["check"],
            &["check", "832", "--explain"],
            &["terms", "832", "--on", "2023-03-23"],
            &["refs", "832", "29-1", "--on", "2023-03-23"],
            &["acts"],
        ] {
            let page = said(&[arguments, &["--index", &index]].concat(), lang);
            // Texts of law quote names in Latin letters, and copies have marks of portals.
            let own: Vec<String> = page
                .lines()
                .filter(|line| !line.contains('│') && !line.contains('«'))
                .map(str::to_owned)
                .collect();
            let found = english(&own.join("\n"));
            let found: Vec<&String> =
                found.iter().filter(|word| !stands_in_the_corpus(word)).collect();
            assert_eq!(found, Vec::<&String>::new(), "{arguments:?} in {lang}");
        }
    }
}

/// True for a word that a text of the corpus has.
fn stands_in_the_corpus(found: &str) -> bool {
    let word = found.split(' ').next().unwrap_or_default();
    let acts = fs::read_dir(support::root().join("corpus")).expect("a corpus").flatten();
    let folders = acts.filter(|act| act.path().is_dir());
    let texts = folders.flat_map(|act| fs::read_dir(act.path()).expect("a folder").flatten());
    texts
        .filter_map(|text| fs::read_to_string(text.path()).ok())
        .any(|text| text.split(|c: char| !c.is_alphanumeric()).any(|known| known == word))
}

#[test]
fn no_message_of_the_catalogue_is_left_in_english() {
    for entry in entries() {
        for lang in [Lang::Kk, Lang::Ru] {
            let template = entry.template(lang);
            let mut words = String::new();
            let mut depth = 0;
            for c in template.chars() {
                depth += i32::from(c == '{');
                if depth == 0 {
                    words.push(c);
                }
                depth -= i32::from(c == '}');
            }
            let found = english(&words);
            assert_eq!(found, Vec::<String>::new(), "{} in {lang}", entry.code);
        }
    }
}

#[test]
fn the_locale_chooses_where_nothing_else_does() {
    for (set, heading) in [
        (&[("LANG", "kk_KZ.UTF-8")][..], "Қолданылуы:"),
        (&[("LANG", "ru_RU.UTF-8")], "Использование:"),
        (&[("LANG", "en_GB.UTF-8")], "Usage:"),
        (&[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "ru_KZ.UTF-8")], "Использование:"),
        (&[("LC_MESSAGES", "ru_KZ.UTF-8"), ("LC_ALL", "en_US")], "Usage:"),
        (&[("LC_ALL", "ru_RU"), ("NUSQA_LANG", "kk")], "Қолданылуы:"),
        (&[("LANG", "C.UTF-8")], "Қолданылуы:"),
    ] {
        let output = nusqa().envs(set.iter().copied()).arg("--help").output().expect("a help");
        let page = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(page.contains(heading), "{set:?}: {page}");
    }
}
