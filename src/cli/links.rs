//! A page → the same page in which the names of files lead to them, for terminals that follow
//! such links (OSC 8).

use super::args::Color;
use std::env;
use std::fmt::Write;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

const OPEN: &str = "\x1b]8;;";
const END: &str = "\x1b\\";

/// True where links are wished for, or standard output is a terminal that is known to have them.
pub fn are_followed(wish: Color) -> bool {
    match wish {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
            std::io::stdout().is_terminal() && known(&set)
        }
    }
}

/// Whether the terminal is one of those that follow links, by what it says of itself.
fn known(set: &dyn Fn(&str) -> Option<String>) -> bool {
    let terminal = set("TERM").unwrap_or_default();
    if terminal == "dumb" || set("NO_COLOR").is_some() {
        return false;
    }
    let says = |name: &str| set(name).is_some();
    let program = set("TERM_PROGRAM").unwrap_or_default();
    // VTE follows links since 0.50, and writes its version as one number.
    let vte = set("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    let names = ["kitty", "foot", "alacritty", "ghostty", "wezterm", "contour"];
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "mintty"];
    programs.contains(&program.as_str())
        || names.iter().any(|name| terminal.contains(name))
        || vte.is_some_and(|version| version >= 5000)
        || ["WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM"].into_iter().any(says)
}

/// The page with its links. A word links where it names a file that is there, and lines of it.
pub fn linked(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '\x1b').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        match file(word) {
            Some(path) => {
                let _ = write!(out, "{OPEN}{}{END}{word}{OPEN}{END}", address(&path));
            }
            None => out.push_str(word),
        }
        // An escape sequence is not a word, and ends in a letter.
        let skipped = match after.strip_prefix('\x1b') {
            Some(sequence) => {
                sequence.find(|c: char| c.is_ascii_alphabetic()).map_or(after.len(), |at| at + 2)
            }
            None => after.chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&after[..skipped]);
        rest = &after[skipped..];
    }
    out
}

/// The file that a word such as `corpus/act/text.md:60-62` names.
fn file(word: &str) -> Option<PathBuf> {
    let (path, lines) = word.rsplit_once(':')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
    if !digits(first) || !digits(last) || !path.contains(['/', '.']) {
        return None;
    }
    let path = Path::new(path).canonicalize().ok()?;
    path.is_file().then_some(path)
}

/// The address of a file, everything percent-encoded that an address cannot hold.
fn address(path: &Path) -> String {
    let mut address = "file://".to_owned();
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                address.push(char::from(byte));
            }
            byte => {
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_known_by_what_it_says() {
        let knows = |said: &[(&str, &str)]| {
            known(&|name| {
                said.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(!knows(&[]));
        assert!(!knows(&[("TERM", "xterm-256color")]));
        assert!(knows(&[("TERM", "xterm-kitty")]));
        assert!(knows(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7402")]));
        assert!(!knows(&[("VTE_VERSION", "4205")]));
        assert!(knows(&[("TERM_PROGRAM", "WezTerm")]));
        assert!(!knows(&[("TERM", "dumb"), ("TERM_PROGRAM", "WezTerm")]));
    }

    #[test]
    fn only_files_that_are_there_are_linked() {
        let page = "\x1b[2mCargo.toml:1-2\x1b[0m (order) none.md:3 12:30 Cargo.toml";
        let linked = linked(page);
        assert_eq!(linked.matches(OPEN).count(), 2, "{linked}");
        assert!(linked.contains("\x1b\\Cargo.toml:1-2\x1b]8;;\x1b\\\x1b[0m (order)"), "{linked}");
        assert_eq!(super::linked("a\x1b"), "a\x1b");
        assert_eq!(super::linked("a\n\tb "), "a\n\tb ");
    }
}
