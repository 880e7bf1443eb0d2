//! Runs the program as a user would: on the corpus of this project, with an index of its own.

#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]

pub mod akn;
pub mod cases;
pub mod documents;
pub mod docx;
pub mod folders;
pub mod git;
pub mod http;
pub mod invented;
pub mod transcript;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// The day on which all tests take place.
pub const TODAY: &str = "2026-06-01";

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A command that runs the program in the project's folder, in Kazakh, on a fixed day.
pub fn nusqa() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nusqa"));
    command.current_dir(root());
    for name in ["NUSQA_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("NUSQA_TODAY", TODAY);
    command
}

/// An index of the project's corpus, built once for each test binary.
pub fn index() -> &'static Path {
    static INDEX: OnceLock<PathBuf> = OnceLock::new();
    INDEX.get_or_init(|| {
        let name = std::env::current_exe().expect("a test binary");
        let name = name.file_name().expect("a name").to_string_lossy().into_owned();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("index-{name}"));
        std::env::set_current_dir(root()).expect("the project's folder");
        let day = TODAY.parse().ok();
        nusqa::build::build_by(Path::new("corpus"), &folder, false, None, day, &|_| {})
            .expect("a build");
        folder
    })
}

/// Runs a question on the built index.
pub fn ask(arguments: &[&str]) -> Output {
    nusqa().args(arguments).arg("--index").arg(index()).output().expect("the program runs")
}

/// Runs a question and reads its JSON.
pub fn ask_json(arguments: &[&str]) -> (i32, Value) {
    let output = nusqa()
        .args(arguments)
        .arg("--json")
        .arg("--index")
        .arg(index())
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let value = serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!("{arguments:?}: {error}\n{text}\n{}", String::from_utf8_lossy(&output.stderr))
    });
    (output.status.code().expect("an exit code"), value)
}

/// Runs a question on a small corpus of `tests/corpora/` and reads its JSON.
pub fn ask_corpus(corpus: &str, arguments: &[&str]) -> (i32, Value) {
    let index = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("index-of-{corpus}"));
    let output = nusqa()
        .args(arguments)
        .args(["--json", "--corpus", &format!("tests/corpora/{corpus}"), "--index"])
        .arg(&index)
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let value = serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!(
            "{corpus} {arguments:?}: {error}\n{text}\n{}",
            String::from_utf8_lossy(&output.stderr)
        )
    });
    (output.status.code().expect("an exit code"), value)
}
