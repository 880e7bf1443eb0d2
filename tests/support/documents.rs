//! One document of every kind that nusqa prints for programs, shortened so that it can be read.

use super::{ask, index, nusqa, root};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

/// Letters of a string that are shown.
const LETTERS: usize = 120;

/// How a document is asked for.
pub struct Example {
    /// Its name in `schema`: `show` for `nusqa/show/1`.
    pub document: &'static str,
    /// The command, without `--json`.
    pub arguments: &'static [&'static str],
    /// What it reads.
    pub input: &'static str,
}

const fn example(document: &'static str, arguments: &'static [&'static str]) -> Example {
    Example { document, arguments, input: "" }
}

/// The examples. `OUT` stands for a folder; a document that is written and not printed is the
/// first line of the first file there.
pub const EXAMPLES: &[Example] = &[
    example("acts", &["acts"]),
    example("analyze", &["analyze", "құқығы"]),
    example("apply", &["apply", "12", "--to", "832", "--on", "2021-01-01"]),
    example("audit", &["audit", "832"]),
    example("blame", &["blame", "832", "17-1", "--on", "2022-01-01"]),
    example("build", &["build", "--check"]),
    example("changes", &["changes", "--since", "2026-06-01"]),
    example("check", &["check", "832"]),
    example("diff", &["diff", "832", "6/26)", "--from", "2021-06-01", "--to", "2023-01-15"]),
    example("error", &["show", "832", "999"]),
    example("events", &["events", "832"]),
    example("export", &["export", "--format", "ndjson", "--act", "832", "--out", "OUT"]),
    example("history", &["history", "832", "6/17)"]),
    example("instructions", &["instructions", "12"]),
    example("outline", &["outline", "832", "8", "--on", "2022-01-01"]),
    example("refs", &["refs", "832", "29-1", "--on", "2023-03-23"]),
    Example {
        document: "reply",
        arguments: &["show", "--batch"],
        input: "{\"id\": 1, \"act\": \"832\", \"address\": \"17-1\", \"on\": \"2022-01-01\"}\n",
    },
    example("search", &["search", "жели аралық экрандар", "--on", "2022-01-01"]),
    example("show", &["show", "832", "17-1", "--on", "2022-01-01"]),
    example("site", &["site", "--out", "OUT"]),
    example("terms", &["terms", "832", "--on", "2023-03-23"]),
    example("tree", &["tree", "832"]),
    example("upcoming", &["upcoming", "--after", "2022-01-01"]),
    example("version", &["export", "--format", "ndjson", "--act", "832", "--out", "OUT"]),
];

impl Example {
    /// The command as it is typed.
    pub fn line(&self) -> String {
        let words = self.arguments.iter().map(|word| match *word {
            "OUT" => "out".to_owned(),
            word if word.contains([' ', '(', ')']) => format!("\"{word}\""),
            word => word.to_owned(),
        });
        let words: Vec<String> = words.collect();
        let batch = if self.input.is_empty() { " --json" } else { "" };
        format!("nusqa {}{batch}", words.join(" "))
    }

    /// The document; lists are cut to so many elements.
    pub fn document(&self, elements: usize) -> Value {
        let out = tempfile::tempdir().expect("a folder");
        let folder = out.path().join("out").to_string_lossy().into_owned();
        let arguments: Vec<&str> = self
            .arguments
            .iter()
            .map(|word| if *word == "OUT" { folder.as_str() } else { word })
            .collect();
        let printed = if self.document == "changes" {
            changed(out.path(), self.arguments)
        } else if self.input.is_empty() {
            ask(&[&arguments, &["--json"][..]].concat()).stdout
        } else {
            let mut child = nusqa()
                .args(arguments)
                .arg("--index")
                .arg(index())
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .expect("the program runs");
            let mut input = child.stdin.take().expect("an input");
            input.write_all(self.input.as_bytes()).expect("written");
            drop(input);
            child.wait_with_output().expect("the program ends").stdout
        };
        let printed = String::from_utf8(printed).expect("UTF-8");
        let text = match self.document {
            "version" => first_line(Path::new(&folder)),
            _ => printed,
        };
        let mut document = serde_json::from_str(&text).expect("JSON");
        let places = [(folder.as_str(), "out"), (&*index().to_string_lossy(), "index")];
        shorten(&mut document, elements, &places);
        document
    }
}

/// What is printed on a small corpus, one place of which was worded otherwise since a build.
fn changed(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let acts = fs::read_dir(root().join("corpus")).expect("a folder").flatten();
    let act = acts.map(|entry| entry.path()).find(|path| path.to_string_lossy().contains("676"));
    let corpus = folder.join("corpus").join("act");
    fs::create_dir_all(&corpus).expect("a folder");
    for entry in fs::read_dir(act.expect("an act")).expect("a folder").flatten() {
        fs::copy(entry.path(), corpus.join(entry.file_name())).expect("a copy");
    }
    let run = |day: &str, arguments: &[&str]| {
        let mut command = nusqa();
        command.current_dir(folder).env("NUSQA_TODAY", day).args(arguments).arg("--json");
        command.output().expect("the program runs").stdout
    };
    run("2026-06-01", &["build"]);
    let text = corpus.join("original.md");
    let words = fs::read_to_string(&text).expect("a text");
    fs::write(&text, words.replacen("жылына екі рет", "жылына үш рет", 1)).expect("written");
    run("2026-06-02", &["build"]);
    run("2026-06-02", arguments)
}

fn first_line(folder: &Path) -> String {
    let files = super::akn::files(folder);
    let text = fs::read_to_string(&files[0]).expect("a file");
    text.lines().next().expect("a line").to_owned()
}

/// Cuts what is long, and gives what differs from place to place and from build to build a name.
fn shorten(value: &mut Value, elements: usize, places: &[(&str, &str)]) {
    let program = concat!(env!("CARGO_PKG_VERSION"), "+");
    match value {
        Value::Array(values) => {
            // Pairs of numbers are one thing.
            if !values.iter().all(Value::is_number) {
                values.truncate(elements);
            }
            values.iter_mut().for_each(|value| shorten(value, elements, places));
        }
        Value::Object(fields) => {
            // The size of a page that is drawn tells nothing of the document.
            if fields.contains_key("path")
                && let Some(size) = fields.get_mut("bytes").filter(|size| size.is_number())
            {
                *size = 4096.into();
            }
            fields.values_mut().for_each(|value| shorten(value, elements, places));
        }
        Value::String(text) => {
            if let Some((_, name)) = places.iter().find(|(place, _)| *place == text) {
                *text = (*name).to_owned();
            } else if text.starts_with(program) {
                *text = format!("{program}0123456789abcdef");
            } else if let Some((end, _)) = text.char_indices().nth(LETTERS) {
                text.truncate(end);
                text.push('…');
            }
        }
        _ => {}
    }
}
