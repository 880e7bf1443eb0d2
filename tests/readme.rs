//! Every example of the README is run, and must print what the README says that it prints.
//! `UPDATE_EXPECT=1` writes what they print into the README.

#![allow(clippy::panic, reason = "a test fails where it cannot ask its question")]

mod support;

use support::{ask, root, transcript};

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
    let examples = transcript::check(&root().join("README.md"), |command| {
        (!command.starts_with("cargo test")).then(|| run(command))
    });
    assert!(examples >= 5, "only {examples} examples were found");
}
