//! Examples of a document → each command with what the document says that it prints, compared with
//! what it prints. `UPDATE_EXPECT=1` writes what they print into the document.

use std::fs;
use std::path::Path;

/// A line of an example that stands for any number of lines.
const ANYTHING: &str = "…";

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

/// Runs every command of the document's `console` examples, in their order, and tells how many
/// there were; `None` for one that is not run.
pub fn check(path: &Path, mut run: impl FnMut(&str) -> Option<String>) -> usize {
    let document = fs::read_to_string(path).expect("the document");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut written = String::new();
    let mut examples = 0;
    let mut lines = document.lines().peekable();
    let mut inside = false;
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            inside = line == "```console";
        }
        written.push_str(line);
        written.push('\n');
        let Some(command) = line.strip_prefix("$ ").filter(|_| inside) else { continue };
        let mut command = command.to_owned();
        // A line that ends so goes on in the next one.
        while command.ends_with('\\')
            && let Some(next) = lines.next()
        {
            command.push('\n');
            command.push_str(next);
            written.push_str(next);
            written.push('\n');
        }
        let mut expected = Vec::new();
        while let Some(next) = lines.peek()
            && !next.starts_with("$ ")
            && !next.starts_with("```")
        {
            expected.push(*next);
            lines.next();
        }
        let printed = run(&command);
        examples += usize::from(printed.is_some());
        let new: Option<Vec<&str>> =
            printed.as_ref().map(|printed| printed.lines().map(str::trim_end).collect());
        if let Some(printed) = new.filter(|_| update && !expected.contains(&ANYTHING)) {
            written.push_str(&printed.join("\n"));
            written.push_str(if printed.is_empty() { "" } else { "\n" });
            continue;
        }
        if let Some(printed) = &printed {
            let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
            assert!(
                matches(&expected, &printed),
                "`{command}` prints\n{}\nand not\n{}",
                printed.join("\n"),
                expected.join("\n")
            );
        }
        for line in expected {
            written.push_str(line);
            written.push('\n');
        }
    }
    if update {
        fs::write(path, written).expect("the document is written");
    }
    examples
}
