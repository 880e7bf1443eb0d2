//! Which colour means what: one palette for all pages.

use crate::model::certainty::{Certainty, Status};
use anstyle::{AnsiColor, Effects, Style};

pub(super) const HEADING: Style = Style::new().effects(Effects::BOLD);
pub(super) const FIELD: Style = Style::new().effects(Effects::BOLD);
pub(super) const QUIET: Style = Style::new().effects(Effects::DIMMED);
pub(super) const PLAIN: Style = Style::new();
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default().effects(Effects::BOLD);
pub(super) const FAULT: Style = AnsiColor::Red.on_default();
pub(super) const GOOD: Style = AnsiColor::Green.on_default();

pub(super) const HIT: Style = AnsiColor::Yellow.on_default().effects(Effects::BOLD);

pub(super) const CAME: Style = AnsiColor::Green.on_default().effects(Effects::UNDERLINE);
pub(super) const WENT: Style = AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH);

pub(super) fn status(status: Status) -> Style {
    let colour = match status {
        Status::InForce => AnsiColor::Green,
        Status::NotYet => AnsiColor::Cyan,
        Status::Repealed => AnsiColor::Red,
        Status::Suspended | Status::Unknown => AnsiColor::Yellow,
    };
    colour.on_default().effects(Effects::BOLD)
}

pub(super) fn certainty(certainty: Certainty) -> Style {
    match certainty {
        Certainty::Certain | Certainty::Derived => GOOD,
        Certainty::Noted => AnsiColor::Cyan.on_default(),
        Certainty::Presumed => AnsiColor::Yellow.on_default(),
        Certainty::Unknown => FAULT,
    }
}
