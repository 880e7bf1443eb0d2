//! Versions of a provision → a bar each on a common axis of time: solid where the version holds
//! for certain, shaded where its first or last day is known as a window only.

use super::page::{Page, Width};
use super::style;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::{Window, plus_days};
use crate::model::version::Axis;
use crate::query::answer::{History, HistoryVersion, Spell};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{diff, states};
use anstyle::Style;
use jiff::civil::{Date, date};
use unicode_width::UnicodeWidthStr;

/// The characters that bars are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Blocks.
    Unicode,
    /// For a terminal whose locale is not UTF-8.
    Ascii,
}

impl Letters {
    fn window(self) -> char {
        self.of('░', '~')
    }

    fn onward(self) -> char {
        self.of('→', '>')
    }

    fn axis(self) -> char {
        self.of('┬', '+')
    }

    fn line(self) -> char {
        self.of('─', '-')
    }

    fn of(self, unicode: char, ascii: char) -> char {
        match self {
            Letters::Unicode => unicode,
            Letters::Ascii => ascii,
        }
    }

    fn horizon(self) -> char {
        self.of('╪', '!')
    }
}

/// What a column of a bar is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ink {
    Blank,
    /// The version surely holds, with this state and this certainty.
    Holds(Status, Certainty),
    /// Its first or last day lies here.
    Window,
    /// It goes on without a known end.
    Onward,
    /// It was expected to hold here, and is not so any more.
    Expected,
}

impl Ink {
    fn mark(self, letters: Letters) -> char {
        let Ink::Holds(status, certainty) = self else {
            return match self {
                Ink::Window => letters.window(),
                Ink::Onward => letters.onward(),
                Ink::Expected => letters.of('╌', '-'),
                _ => ' ',
            };
        };
        match (status, certainty) {
            (Status::NotYet | Status::Repealed, _) => letters.of('·', '.'),
            (Status::Suspended, _) => letters.of('‖', '|'),
            (_, Certainty::Unknown) | (Status::Unknown, _) => '?',
            (Status::InForce, Certainty::Certain | Certainty::Derived) => letters.of('█', '#'),
            (Status::InForce, Certainty::Noted) => letters.of('▓', '='),
            (Status::InForce, Certainty::Presumed) => letters.of('▒', ':'),
        }
    }

    fn style(self) -> Style {
        match self {
            Ink::Holds(Status::InForce, certainty) => style::certainty(certainty),
            Ink::Holds(status, _) => style::status(status),
            Ink::Blank | Ink::Window | Ink::Onward | Ink::Expected => style::QUIET,
        }
    }

    /// What it stands for; nothing where a legend need not say it.
    fn words(self, lang: Lang) -> Option<String> {
        match self {
            Ink::Holds(Status::InForce, certainty) => Some(states::certainty(certainty, lang)),
            Ink::Holds(status, _) => Some(states::status(status, Axis::InForce, lang)),
            Ink::Window => Some(diff::bar_window(lang)),
            Ink::Expected => Some(diff::bar_expected(lang)),
            Ink::Blank | Ink::Onward => None,
        }
    }
}

/// Columns of bars where nothing tells how wide a page may be.
const COLUMNS: usize = 72;
/// The fewest columns in which a bar still tells something.
const FEWEST: usize = 16;
/// Years between labels of the axis.
const STEPS: [i16; 8] = [1, 2, 5, 10, 20, 50, 100, 500];

/// Days on columns.
struct Scale {
    first: Date,
    days: i64,
    columns: usize,
}

impl Scale {
    /// A scale over all days that versions begin or end on; `None` where there are none.
    fn over(history: &History, columns: usize) -> Option<Scale> {
        let mut days: Vec<Date> = history.act.horizon.into_iter().collect();
        for version in &history.versions {
            let ends = version.valid_to.iter().map(|end| end.window);
            for window in std::iter::once(version.valid_from.window).chain(ends) {
                days.extend(window.earliest);
                days.extend(window.latest);
            }
        }
        let (first, last) = (*days.iter().min()?, *days.iter().max()?);
        // Some room before and behind, so that what came before is seen.
        let first = date(first.year().saturating_sub(1).max(-9999), 7, 1).min(first);
        let last = date(last.year().saturating_add(1).min(9999), 7, 1).max(last);
        let days = first.until(last).ok()?.get_days();
        Some(Scale { first, days: i64::from(days).max(1), columns })
    }

    fn column(&self, day: Date) -> usize {
        let days = self.first.until(day).map_or(0, |span| i64::from(span.get_days()));
        let columns = i64::try_from(self.columns).unwrap_or(i64::MAX);
        let at = days.max(0).saturating_mul(columns) / self.days;
        usize::try_from(at).unwrap_or(self.columns).min(self.columns.saturating_sub(1))
    }

    /// The line of the axis and the labels of its years.
    fn axis(&self, horizon: Option<Date>, letters: Letters) -> [String; 2] {
        let first = self.first.year();
        let last = first.saturating_add(i16::try_from(self.days / 365 + 1).unwrap_or(9999));
        let fits = |step: &&i16| {
            let labels = usize::try_from((last - first) / **step + 1).unwrap_or(usize::MAX);
            labels.saturating_mul(6) <= self.columns
        };
        let step = *STEPS.iter().find(fits).unwrap_or(&STEPS[STEPS.len() - 1]);
        let mut line: Vec<char> = vec![letters.line(); self.columns];
        let mut labels = String::new();
        for year in (first..=last).filter(|year| year % step == 0) {
            let start = date(year.clamp(-9999, 9999), 1, 1);
            let column = self.column(start);
            let label = year.to_string();
            if start < self.first || column + label.width() > self.columns {
                continue;
            }
            line[column] = letters.axis();
            while labels.width() < column {
                labels.push(' ');
            }
            labels.push_str(&label);
        }
        if let Some(day) = horizon {
            line[self.column(day)] = letters.horizon();
        }
        [labels, line.into_iter().collect()]
    }

    /// The first day of a column.
    fn day(&self, column: usize) -> Date {
        let columns = i64::try_from(self.columns.max(1)).unwrap_or(i64::MAX);
        let column = i64::try_from(column).unwrap_or(i64::MAX);
        let days = self.days.saturating_mul(column).div_euclid(columns);
        plus_days(self.first, i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// One version, by the spells of days on which it surely holds.
    fn bar(&self, version: &HistoryVersion, spells: &[&Spell]) -> Vec<Ink> {
        let mut cells = vec![Ink::Blank; self.columns];
        let begin = version.valid_from.window;
        let end = version.valid_to.as_ref().map(|end| end.window);
        let ever = begin.earliest.is_none() && begin.latest.is_none();
        let solid = match begin.latest {
            Some(day) => self.column(day),
            None if ever => 0,
            None => self.columns,
        };
        let until = match end {
            None => self.columns,
            Some(end) => end.earliest.map_or(0, |day| self.column(day)),
        };
        let expected = version.known_to.is_some();
        for (column, cell) in cells.iter_mut().enumerate().take(until.max(solid + 1)).skip(solid) {
            let last = plus_days(self.day(column + 1), -1);
            let spell = spells.iter().rev().find(|spell| {
                spell.days.from.is_none_or(|from| from <= last)
                    && spell.days.until.is_none_or(|until| self.day(column) < until)
            });
            *cell = match spell {
                _ if expected => Ink::Expected,
                Some(spell) => Ink::Holds(spell.status, spell.certainty),
                None => Ink::Holds(version.status, version.certainty),
            };
        }
        for window in std::iter::once(begin).filter(|_| !ever).chain(end) {
            if window.day().is_none() {
                self.shade(window, &mut cells);
            }
        }
        if end.is_none()
            && !expected
            && let Some(last) = cells.last_mut()
        {
            *last = Ink::Onward;
        }
        cells
    }

    fn shade(&self, window: Window, cells: &mut [Ink]) {
        let from = window.earliest.map_or(0, |day| self.column(day));
        let to = window.latest.map_or(self.columns - 1, |day| self.column(day));
        for cell in &mut cells[from..=to.max(from)] {
            *cell = Ink::Window;
        }
    }
}

/// Draws the versions, numbered as in the list. Nothing is drawn of a single version, or where no
/// day is known.
pub fn draw(
    page: &mut Page,
    history: &History,
    order: &[usize],
    (width, letters): (Width, Letters),
    lang: Lang,
) {
    let number = order.len().to_string().width();
    let room = width.unwrap_or(COLUMNS + number + 2).saturating_sub(number + 2);
    if order.len() < 2 || room < FEWEST {
        return;
    }
    let Some(scale) = Scale::over(history, room.min(COLUMNS)) else { return };
    page.blank();
    let margin = " ".repeat(number + 2);
    let horizon = history.act.horizon;
    for line in scale.axis(horizon, letters) {
        page.line(&[(style::QUIET, &format!("{margin}{line}"))]);
    }
    let mut used: Vec<Ink> = Vec::new();
    for (place, at) in order.iter().enumerate() {
        let spells = history.spells.iter().filter(|spell| spell.version == Some(*at));
        let spells: Vec<&Spell> = spells.collect();
        let cells = scale.bar(&history.versions[*at], &spells);
        let drawn = cells.iter().rposition(|cell| *cell != Ink::Blank).map_or(0, |last| last + 1);
        let mut runs = vec![(style::FIELD, format!("{:>number$}  ", place + 1))];
        for run in cells[..drawn].chunk_by(|a, b| a == b) {
            runs.push((run[0].style(), run.iter().map(|ink| ink.mark(letters)).collect()));
            if !used.contains(&run[0]) {
                used.push(run[0]);
            }
        }
        let runs: Vec<(Style, &str)> = runs.iter().map(|(style, run)| (*style, &**run)).collect();
        page.line(&runs);
    }
    legend(page, &used, horizon, letters, lang);
}

/// What the marks that were drawn stand for.
fn legend(page: &mut Page, used: &[Ink], horizon: Option<Date>, letters: Letters, lang: Lang) {
    let mut told: Vec<(char, String)> = Vec::new();
    for ink in used {
        let Some(words) = ink.words(lang) else { continue };
        let mark = ink.mark(letters);
        match told.iter_mut().find(|(known, _)| *known == mark) {
            Some((_, known)) if !known.split(", ").any(|one| one == words) => {
                known.push_str(", ");
                known.push_str(&words);
            }
            Some(_) => {}
            None => told.push((mark, words)),
        }
    }
    told.extend(horizon.map(|day| (letters.horizon(), diff::bar_horizon(lang, day))));
    let marks: Vec<String> = told.iter().map(|(mark, words)| format!("{mark} {words}")).collect();
    page.words(2, style::QUIET, &marks.join("   "));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(columns: usize) -> Scale {
        let (first, last) = (date(2016, 1, 1), date(2024, 1, 1));
        let days = i64::from(first.until(last).expect("days").get_days());
        Scale { first, days, columns }
    }

    #[test]
    fn days_fall_on_columns_in_order() {
        let scale = scale(40);
        assert_eq!(scale.column(date(2015, 1, 1)), 0);
        assert_eq!(scale.column(date(2020, 1, 1)), 20);
        assert_eq!(scale.column(date(9999, 1, 1)), 39);
        let [labels, line] = scale.axis(None, Letters::Ascii);
        assert_eq!(labels, "2016      2018      2020      2022");
        assert_eq!(line.chars().count(), 40);
        assert!(line.starts_with("+---------+"), "{line}");
    }
}
