//! No Kazakh word in our own tables has a letter of another script: it would never match a text.

use std::path::{Path, PathBuf};

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push(path);
        }
    }
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{0400}'..='\u{052f}').contains(&letter)
}

#[test]
fn no_kazakh_literal_contains_a_latin_letter() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source");
        // Tests of damaged words mix scripts on purpose.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        for literal in lines.flat_map(|line| line.split('"').skip(1).step_by(2)) {
            for word in literal.split(|letter: char| !letter.is_alphabetic()) {
                let latin = word.chars().any(|letter| letter.is_ascii_alphabetic());
                let mixed = latin && word.chars().any(is_cyrillic);
                assert!(!mixed, "{word} in {}", file.display());
            }
        }
    }
}
