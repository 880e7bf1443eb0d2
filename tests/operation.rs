//! Every example of docs/operation.md is run, one after the other in one folder, and must print what
//! the document says that it prints. `UPDATE_EXPECT=1` writes what they print into the document.
#![cfg(unix)]

mod support;

use std::path::Path;
use std::process::Command;
use support::folders::copy;
use support::{TODAY, root, transcript};

#[test]
fn examples_print_what_the_document_says() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("corpus"), &folder.path().join("law/corpus"));
    let program = Path::new(env!("CARGO_BIN_EXE_nusqa")).parent().expect("a folder");
    let found = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::join_paths(
        std::iter::once(program.to_path_buf()).chain(std::env::split_paths(&found)),
    );
    let examples = transcript::check(&root().join("docs/operation.md"), |command| {
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(folder.path())
            .env("PATH", found.as_ref().expect("paths"))
            .env("NUSQA_LANG", "en")
            .env("NUSQA_TODAY", TODAY)
            .env_remove("COLUMNS")
            .output()
            .expect("a shell");
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    });
    assert!(examples >= 10, "only {examples} examples were found");
}
