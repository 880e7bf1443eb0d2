//! Every example of the README is run, and must print what the README says that it prints.
//! `UPDATE_EXPECT=1` writes what they print into the README.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

mod support;

use std::fs;
use support::{ask, root};

/// A line of an example that stands for any number of lines.
const ANYTHING: &str = "…";

/// The words of a command line; quotation marks hold words together.
fn arguments(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("a word").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// True when the lines are the expected ones, [`ANYTHING`] standing for any lines.
fn matches(expected: &[&str], printed: &[&str]) -> bool {
    match expected.split_first() {
        None => printed.is_empty(),
        Some((&ANYTHING, rest)) => {
            (0..=printed.len()).any(|skipped| matches(rest, &printed[skipped..]))
        }
        Some((first, rest)) => printed
            .split_first()
            .is_some_and(|(line, more)| line.trim_end() == first.trim_end() && matches(rest, more)),
    }
}

fn run(command: &str) -> String {
    let words = arguments(command);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let arguments = match words.as_slice() {
        ["cargo", "run", "--release", "--quiet", "--", rest @ ..] => rest,
        ["nusqa", rest @ ..] => rest,
        other => panic!("no command of this project: {other:?}"),
    };
    let output = ask(arguments);
    String::from_utf8(output.stdout).expect("UTF-8") + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn examples_print_what_the_readme_says() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).expect("the README");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut written = String::new();
    let mut examples = 0;
    let mut lines = readme.lines().peekable();
    let mut inside = false;
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            inside = line == "```console";
        }
        written.push_str(line);
        written.push('\n');
        let Some(command) = line.strip_prefix("$ ").filter(|_| inside) else { continue };
        let mut expected = Vec::new();
        while let Some(next) = lines.peek()
            && !next.starts_with("$ ")
            && !next.starts_with("```")
        {
            expected.push(*next);
            lines.next();
        }
        if command.starts_with("cargo test") {
            continue;
        }
        examples += 1;
        let printed = run(command);
        let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
        if update && !expected.contains(&ANYTHING) {
            written.push_str(&printed.join("\n"));
            written.push('\n');
        } else {
            assert!(
                matches(&expected, &printed),
                "`{command}` prints\n{}\nand not\n{}",
                printed.join("\n"),
                expected.join("\n")
            );
            for line in expected {
                written.push_str(line);
                written.push('\n');
            }
        }
    }
    assert!(examples >= 5, "only {examples} examples were found");
    if update {
        fs::write(&path, written).expect("the README is written");
    }
}
