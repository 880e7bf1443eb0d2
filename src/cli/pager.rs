//! A page that is longer than the screen → a pager, where there is one.

use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// What a pager does if nothing is said of it: show colours, leave a page that fits where it is.
const LESS: &str = "less -FRX";

/// The pager of the user: `NUSQA_PAGER`, else `PAGER`, else `less`. `None` where one of them is
/// set to nothing or to `cat`, which pages nothing.
fn chosen(set: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    let line = set("NUSQA_PAGER").or_else(|| set("PAGER")).unwrap_or_else(|| LESS.to_owned());
    let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    match words.first().map(String::as_str) {
        None | Some("cat") => None,
        Some(_) => Some(words),
    }
}

/// Shows bytes in the pager. False where there is none, or none that can be started: then
/// nothing was shown.
///
/// # Errors
/// A pager that was started and cannot be waited for.
pub fn show(bytes: &[u8]) -> io::Result<bool> {
    let Some(words) = chosen(|name| env::var(name).ok()) else { return Ok(false) };
    let Some((program, arguments)) = words.split_first() else { return Ok(false) };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    // `less` without options of its own would show escape sequences as they are.
    if env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    if env::var_os("LESSCHARSET").is_none() {
        command.env("LESSCHARSET", "utf-8");
    }
    let Ok(mut pager) = command.spawn() else { return Ok(false) };
    if let Some(mut pipe) = pager.stdin.take() {
        // A reader who has seen enough closes the pipe.
        let _ = pipe.write_all(bytes);
    }
    pager.wait()?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pager(said: &[(&str, &str)]) -> Option<String> {
        let words = chosen(|name| {
            said.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
        });
        words.map(|words| words.join(" "))
    }

    #[test]
    fn the_nearest_wish_decides() {
        assert_eq!(pager(&[]).as_deref(), Some("less -FRX"));
        assert_eq!(pager(&[("PAGER", "more")]).as_deref(), Some("more"));
        assert_eq!(
            pager(&[("PAGER", "more"), ("NUSQA_PAGER", "most -s")]).as_deref(),
            Some("most -s")
        );
        assert_eq!(pager(&[("PAGER", "more"), ("NUSQA_PAGER", "")]), None);
        assert_eq!(pager(&[("PAGER", "cat")]), None);
    }
}
