//! Real amendments with the official texts before and after: carrying the orders out on the
//! text before must give the provisions of the text after. The texts are not part of the
//! project; where the folder beside it does not have them, the test says so and ends.

mod support;

use nusqa::kazakh::letters::look_alike;
use nusqa::parse::quotes::is_quote;
use serde_json::Value;
use std::path::{Path, PathBuf};
use support::{nusqa, root};

fn cases() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(root().join("../shared/cases"))
        .or_else(|_| std::fs::read_dir(root().join("../../shared/cases")))
        .map(|folder| folder.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    found.retain(|path| path.join("amending.md").is_file());
    found.sort();
    found
}

fn json(arguments: &[&str]) -> (i32, Value) {
    let output = nusqa().args(arguments).arg("--json").output().expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code().expect("a code"), serde_json::from_str(&text).expect("JSON"))
}

/// Letters that look the same, dashes, quotation marks and blanks do not count.
fn folded(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '–' | '—' | '‑' | '−' => '-',
        letter if is_quote(letter) => '"',
        letter => look_alike(letter).unwrap_or(letter),
    });
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A code of the state register that the publisher glued to a provision: `V090005799`.
fn without_register_code(text: &str) -> &str {
    let bare = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    match bare.strip_suffix('V') {
        Some(rest) if text.len() - bare.len() >= 9 => rest,
        _ => text,
    }
}

/// Addresses and folded words of the provisions.
fn provisions(units: &Value) -> Vec<String> {
    let outside = ["note", "editorial", "contents", "signature"];
    units
        .as_array()
        .expect("units")
        .iter()
        .filter(|unit| !outside.contains(&unit["kind"].as_str().expect("a kind")))
        .filter(|unit| !unit["address"].as_str().unwrap_or_default().starts_with("мазмұны"))
        .map(|unit| {
            let text = unit["text"].as_str().unwrap_or_default();
            let address = unit["address"].as_str().unwrap_or_default();
            format!("{address} {}", without_register_code(&folded(text)))
        })
        .collect()
}

fn path(folder: &Path, file: &str) -> String {
    folder.join(file).to_string_lossy().into_owned()
}

#[test]
fn orders_give_the_official_text() {
    let cases = cases();
    if cases.is_empty() {
        println!("no real amendments beside the project: nothing was compared");
        return;
    }
    let mut right = 0;
    for case in &cases {
        let (base, amending) = (path(case, "base.md"), path(case, "amending.md"));
        let (status, applied) = json(&["apply", &amending, "--to", &base]);
        let (_, official) = json(&["tree", &path(case, "result.md")]);
        let (applied, official) = (provisions(&applied["units"]), provisions(&official["units"]));
        let wrong: Vec<_> =
            applied.iter().zip(&official).filter(|(ours, theirs)| ours != theirs).take(3).collect();
        if status == 0 && applied.len() == official.len() && wrong.is_empty() {
            right += 1;
        } else {
            println!(
                "{}: status {status}, {} and {} provisions, {wrong:#?}",
                case.display(),
                applied.len(),
                official.len()
            );
        }
    }
    println!("real amendments: {right}/{}", cases.len());
    assert_eq!(right, cases.len());
}
