//! Indexes of which bits turned, files were cut short, grew or went away: every question gets the
//! answer that the whole index gives, or none and the reason, never another one.

mod support;

use nusqa::ask::Desk;
use nusqa::ask::failure::Failure;
use nusqa::ask::operation::OPERATIONS;
use nusqa::build::{Progress, build_by};
use nusqa::query::Engine;
use nusqa::render::messages::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use support::folders::{Draw, copy};
use support::{TODAY, nusqa, root};

/// The questions: on several days and axes, of what is there and of what is not.
const QUESTIONS: &[&[&str]] = &[
    &["acts"],
    &["show", "100-VIII", "2-бап", "--on", "2023-07-01"],
    &["show", "100-VIII", "2-бап", "--on", "2023-07-01", "--known-by", "2023-07-01"],
    &["show", "100-VIII", "2-бап", "--adopted-by", "2023-09-01"],
    &["show", "100-VIII"],
    &["show", "100-VIII", "99-бап"],
    &["show", "404", "1"],
    &["history", "100-VIII"],
    &["diff", "100-VIII", "--from", "2023-05-01", "--to", "2024-01-01"],
    &["search", "жануар", "--on", "2024-01-01"],
    &["search", "\"жоқ сөз тіркесі\""],
    &["changes", "--since", "2026-01-01"],
];

struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    /// An index of two builds: its second took over segments of the first, and deleted in them.
    fn new() -> Bench {
        let bench = Bench { folder: tempfile::tempdir().expect("a folder") };
        copy(&root().join("tests/corpora/works-backwards"), &bench.corpus());
        bench.build("2026-01-01");
        let text = bench.corpus().join("base/t.md");
        let words = fs::read_to_string(&text).expect("a text");
        fs::write(&text, format!("{words}\n")).expect("a text");
        bench.build("2026-02-02");
        bench
    }

    fn corpus(&self) -> PathBuf {
        self.folder.path().join("corpus")
    }

    fn index(&self) -> PathBuf {
        self.folder.path().join("index")
    }

    fn build(&self, day: &str) {
        let progress = |_: Progress| {};
        build_by(&self.corpus(), &self.index(), false, None, day.parse().ok(), &progress)
            .expect("a build");
    }

    /// Every file, and where it lies.
    fn files(&self) -> Vec<PathBuf> {
        let current = fs::read_to_string(self.index().join("CURRENT")).expect("a name");
        let folder = self.index().join(current.trim());
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
        files.retain(|path| path.extension().is_none_or(|end| end != "lock"));
        files.push(self.index().join("CURRENT"));
        files.sort();
        files
    }

    fn answers(&self) -> Vec<Result<String, String>> {
        QUESTIONS.iter().map(|question| self.answer(question)).collect()
    }

    fn answer(&self, question: &[&str]) -> Result<String, String> {
        self.answer_of(&self.index(), question)
    }

    /// The same of another index of the corpus.
    fn answer_of(&self, index: &Path, question: &[&str]) -> Result<String, String> {
        let (name, arguments) = question.split_first().expect("a question");
        let operation =
            OPERATIONS.iter().find(|operation| operation.name == *name).expect("a question");
        let matches = operation.command().try_get_matches_from(arguments).expect("parameters");
        let told = |failure: Failure| failure.message().code.to_owned();
        let engine = Engine::open(index);
        let engine = engine.map_err(|error| told(Failure::index(error, Lang::En)))?;
        let desk = Table { engine, corpus: self.corpus(), index: index.to_owned() };
        operation.answer(&matches, &desk).map_err(told)
    }
}

struct Table {
    engine: Engine,
    corpus: PathBuf,
    index: PathBuf,
}

impl Desk for Table {
    fn engine(&self) -> Result<&Engine, Failure> {
        Ok(&self.engine)
    }

    fn today(&self) -> Result<jiff::civil::Date, Failure> {
        Ok(TODAY.parse().expect("a day"))
    }

    fn lang(&self) -> Lang {
        Lang::En
    }

    fn corpus(&self) -> &Path {
        &self.corpus
    }

    fn index(&self) -> &Path {
        &self.index
    }
}

/// A file as it is after a mishap; `None` for one that is gone.
fn mishap(bytes: &[u8], kind: usize, draw: &mut Draw) -> Option<Vec<u8>> {
    let mut bytes = bytes.to_vec();
    match kind {
        0 => bytes.truncate(draw.below(bytes.len())),
        1 => bytes.push(draw.below(256) as u8),
        2 => return None,
        3 => {
            let from = draw.below(bytes.len());
            let end = (from + 512).min(bytes.len());
            bytes[from..end].fill(0);
        }
        _ if bytes.is_empty() => bytes.push(0),
        _ => {
            let at = draw.below(bytes.len());
            bytes[at] ^= 1 << draw.below(8);
        }
    }
    Some(bytes)
}

/// What an index that cannot be read is called.
const REASONS: [&str; 3] = ["index_damaged", "index_missing", "index_other_version"];

#[test]
fn no_damage_changes_an_answer() {
    let bench = Bench::new();
    let whole = bench.answers();
    assert!(whole.iter().filter(|answer| answer.is_ok()).count() >= 9, "{whole:?}");
    let mut draw = Draw(9);
    let (mut damages, mut refused) = (0, 0);
    for path in bench.files() {
        let bytes = fs::read(&path).expect("a file");
        for kind in 0..18 {
            let other = mishap(&bytes, kind, &mut draw);
            if other.as_deref() == Some(&bytes[..]) {
                continue;
            }
            match &other {
                Some(other) => fs::write(&path, other).expect("a file"),
                None => fs::remove_file(&path).expect("a file that goes"),
            }
            damages += 1;
            for ((question, whole), answer) in QUESTIONS.iter().zip(&whole).zip(bench.answers()) {
                let reason = answer.as_ref().err().filter(|code| REASONS.contains(&code.as_str()));
                let file = path.file_name();
                assert!(
                    answer == *whole || reason.is_some(),
                    "{file:?}, mishap {kind}: {question:?}: {answer:?}"
                );
                refused += usize::from(reason.is_some());
            }
            fs::write(&path, &bytes).expect("a file");
        }
    }
    let asked = damages * QUESTIONS.len();
    println!("{damages} damages, {asked} questions, {refused} refused");
    assert_eq!(bench.answers(), whole);
}

#[test]
fn a_damaged_index_is_told_and_made_anew() {
    let bench = Bench::new();
    let run = |arguments: &[&str]| {
        let output = nusqa()
            .args(arguments)
            .args(["--lang", "en", "--corpus"])
            .arg(bench.corpus())
            .arg("--index")
            .arg(bench.index())
            .output()
            .expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let question = ["show", "100-VIII", "2-бап", "--on", "2023-07-01"];
    let whole = run(&question);
    assert_eq!(whole.0, Some(0));
    assert_eq!(run(&["build", "--check"]).0, Some(0));
    for end in ["store", "term", "idx", "fast", "meta.json", "files.bin", "manifest.bin"] {
        let path = bench.files().into_iter().find(|path| path.to_string_lossy().ends_with(end));
        let path = path.unwrap_or_else(|| unreachable!("no file ends with {end}"));
        let mut bytes = fs::read(&path).expect("a file");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x04;
        fs::write(&path, &bytes).expect("a file");
        let (exit, _, complaint) = run(&["build", "--check"]);
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert_eq!(exit, Some(2), "{end}: {complaint}");
        assert!(complaint.contains(&name), "{end}: {complaint}");
        let (exit, page, complaint) = run(&question);
        match exit {
            Some(0) => assert_eq!(page, whole.1, "{end}"),
            _ => assert!(complaint.contains("`nusqa build --fresh`"), "{end}: {complaint}"),
        }
        // Cut short, it is made anew on the way.
        if path.exists() && end != "manifest.bin" {
            fs::write(&path, &bytes[..middle]).expect("a file");
            let (exit, page, complaint) = run(&question);
            assert_eq!((exit, &page), (Some(0), &whole.1), "{end}: {complaint}");
            assert!(complaint.contains("is made anew"), "{end}: {complaint}");
        }
        assert_eq!(run(&["build", "--fresh"]).0, Some(0), "{end}");
        assert_eq!(run(&["build", "--check"]).0, Some(0), "{end}");
    }
}

#[test]
fn a_build_takes_no_damage_over() {
    let bench = Bench::new();
    let text = bench.corpus().join("am");
    let mut texts = fs::read_dir(text).expect("a folder").flatten().map(|entry| entry.path());
    let text = texts.find(|path| path.extension().is_some_and(|end| end == "md"));
    let text = text.expect("a text");
    for end in ["store", "term", "idx", "pos", "fast", "fieldnorm"] {
        let files = bench.files().into_iter();
        for path in files.filter(|path| path.to_string_lossy().ends_with(end)) {
            let mut bytes = fs::read(&path).expect("a file");
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x20;
            fs::write(&path, &bytes).expect("a file");
        }
        let words = fs::read_to_string(&text).expect("a text");
        fs::write(&text, format!("{words}\n")).expect("a text");
        let built = nusqa()
            .args(["build", "--corpus"])
            .arg(bench.corpus())
            .arg("--index")
            .arg(bench.index())
            .output()
            .expect("the program runs");
        let fresh = bench.folder.path().join("fresh");
        build_by(&bench.corpus(), &fresh, true, None, None, &|_| {}).expect("a build");
        for question in QUESTIONS.iter().filter(|question| question[0] != "changes") {
            let other = bench.answer_of(&fresh, question);
            let answer = bench.answer(question);
            let refused = answer.as_ref().is_err_and(|code| REASONS.contains(&code.as_str()));
            assert!(answer == other || refused, "{end}: {question:?}: {answer:?}");
        }
        assert!(built.status.code().is_some_and(|code| code != 101), "{end}");
        build_by(&bench.corpus(), &bench.index(), true, None, None, &|_| {}).expect("a build");
    }
}
