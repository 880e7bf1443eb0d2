//! What the fuzzer once found, and a few real texts → every target of the fuzzer: what broke a
//! reader once breaks it never again.

#[path = "../fuzz/targets/mod.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

#[test]
fn nothing_that_was_found_breaks_a_reader_again() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/cases");
    let mut replayed = 0;
    for (name, target) in targets::TARGETS {
        let cases = files(&root.join(name));
        assert!(
            !cases.is_empty(),
            "no case for the target {name}: add one under fuzz/cases/{name}"
        );
        for case in cases {
            // The name of the case stands in the captured output where its target panics.
            eprintln!("{}", case.display());
            target(&fs::read(&case).expect("a case"));
            replayed += 1;
        }
    }
    assert!(replayed >= targets::TARGETS.len());
}

#[test]
fn every_folder_of_cases_has_a_target() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/cases");
    for folder in files(&root) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(targets::TARGETS.iter().any(|(target, _)| *target == name), "{name} is no target");
    }
}
