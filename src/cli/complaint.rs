//! A failure → what a person reads of it on standard error.

use super::failure::Failure;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::usage::hints;
use crate::render::terminal::harmless;
use anstyle::{AnsiColor, Effects, Style};
use std::fmt::Write;

const ERROR: Style = AnsiColor::Red.on_default().effects(Effects::BOLD);

/// The message, its place and its hints, a line each.
pub fn page(failure: &Failure, lang: Lang) -> String {
    let words = harmless(&failure.message().words);
    let mut page = format!("{ERROR}{}:{ERROR:#} {words}\n", hints::error(lang));
    if let Some((file, line)) = failure.place() {
        let _ = writeln!(page, "  {}:{line}", harmless(file));
    }
    for hint in failure.hints() {
        let _ = writeln!(page, "  {}", harmless(hint));
    }
    page
}
