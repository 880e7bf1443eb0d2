//! A date as acts, notes and users write it ↔ a day: `2021 жылғы 18 қаңтардағы`, `18.01.2021`,
//! `2021-01-18` and the `2008.06.25` of older notes. A day that the calendar does not have is
//! refused with the reason.

use super::month;
use super::noun::{Case, Form, Lexicon, Stem};
use jiff::civil::Date;
use std::sync::LazyLock;
use thiserror::Error;

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// None of the forms fits.
    #[error("`{0}` is not a date")]
    NotADate(String),
    /// The year has no such month.
    #[error("there is no month {month}")]
    NoSuchMonth {
        /// As written.
        month: u32,
    },
    /// The month has no such day.
    #[error("month {month} of {year} has no day {day}, its last day is {last}")]
    NoSuchDay {
        /// As written.
        year: u32,
        /// 1 to 12.
        month: u32,
        /// As written.
        day: u32,
        /// The last day that the month has.
        last: u32,
    },
}

/// A date found at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The day, or why it is none.
    pub date: Result<Date, DateError>,
    /// Bytes of the text that it takes, without a following `г.` or `ж.`.
    pub bytes: usize,
    /// The form of the month where it is written as a word: `қаңтардан` is an ablative.
    pub form: Option<Form>,
}

/// Reads a whole text as one date; blanks around it, no-break spaces and a closing full stop
/// do not matter.
///
/// # Errors
/// What `DateError` lists.
pub fn parse(text: &str) -> Result<Date, DateError> {
    let trimmed = text.trim().trim_end_matches('.');
    let found = at_start(trimmed).ok_or_else(|| DateError::NotADate(text.trim().to_owned()))?;
    if !trimmed[found.bytes..].trim().is_empty() {
        return Err(DateError::NotADate(text.trim().to_owned()));
    }
    found.date
}

/// Reads the date with which a text begins, in any of the forms; `None` where it begins with none.
pub fn at_start(text: &str) -> Option<Found> {
    numeric(text).or_else(|| in_words(text))
}

/// The day of this year, month and day.
///
/// # Errors
/// `NoSuchMonth` and `NoSuchDay`.
pub fn day(year: u32, month: u32, day: u32) -> Result<Date, DateError> {
    let not_a_date = || DateError::NotADate(format!("{year}-{month}-{day}"));
    let first_year = i16::try_from(year).map_err(|_| not_a_date())?;
    let no_month = DateError::NoSuchMonth { month };
    let first_month = i8::try_from(month).map_err(|_| no_month.clone())?;
    let first = Date::new(first_year, first_month, 1).map_err(|_| no_month)?;
    let last = first.days_in_month();
    i8::try_from(day)
        .ok()
        .and_then(|day| Date::new(first_year, first_month, day).ok())
        .ok_or(DateError::NoSuchDay { year, month, day, last: last.unsigned_abs().into() })
}

/// `18.01.2021`, `2021-01-18`, `2008.06.25`.
fn numeric(text: &str) -> Option<Found> {
    let mut cursor = Cursor { text, at: 0 };
    let (first, first_digits) = cursor.number()?;
    let separator = cursor.one_of(&['.', '-', '/'])?;
    cursor.blanks();
    let (second, second_digits) = cursor.number()?;
    cursor.one_of(&[separator])?;
    cursor.blanks();
    let (third, third_digits) = cursor.number()?;
    if second_digits > 2 {
        return None;
    }
    let date = match (first_digits, third_digits) {
        (4, 1 | 2) => day(first, second, third),
        (1 | 2, 4) if separator != '-' => day(third, second, first),
        _ => return None,
    };
    Some(Found { date, bytes: cursor.at, form: None })
}

/// `2021 жылғы 18 қаңтардағы`, `2021 ж. 18 қаңтар`, `2021 жылдың 18 қаңтары`.
fn in_words(text: &str) -> Option<Found> {
    let mut cursor = Cursor { text, at: 0 };
    let (year, digits) = cursor.number()?;
    if digits != 4 {
        return None;
    }
    cursor.blanks();
    if !is_year_word(cursor.word()?) {
        return None;
    }
    cursor.one_of(&['.']);
    cursor.blanks();
    let (number, digits) = cursor.number()?;
    if digits > 2 {
        return None;
    }
    cursor.blanks();
    cursor.one_of(&['-']);
    let (month, form) = month::recognise(cursor.word()?)?;
    let date = day(year, month.unsigned_abs().into(), number);
    Some(Found { date, bytes: cursor.at, form: Some(form) })
}

/// жыл, жылғы, жылдың, or `ж` for short.
fn is_year_word(word: &str) -> bool {
    static YEAR: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(&[(Stem::new("жыл"), ())]));
    let declined = || YEAR.get(word).is_some_and(|(_, form)| form.case != Case::Instrumental);
    word == "ж" || word.to_lowercase() == "жылғы" || declined()
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn take(&mut self, while_: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| !while_(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// A run of at most four digits, and how many they are.
    fn number(&mut self) -> Option<(u32, usize)> {
        let digits = self.take(|c| c.is_ascii_digit());
        if digits.len() > 4 {
            return None;
        }
        Some((digits.parse().ok()?, digits.len()))
    }

    fn word(&mut self) -> Option<&'a str> {
        let word = self.take(char::is_alphabetic);
        (!word.is_empty()).then_some(word)
    }

    fn blanks(&mut self) {
        self.take(char::is_whitespace);
    }

    fn one_of(&mut self, marks: &[char]) -> Option<char> {
        let mark = self.rest().chars().next().filter(|c| marks.contains(c))?;
        self.at += mark.len_utf8();
        Some(mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_form_gives_the_day() {
        for text in [
            "2021-06-01",
            "01.06.2021",
            "1.06.2021",
            "2021 жылғы 1 маусым",
            "2021 жылғы 1 маусымдағы",
            "2021\u{a0}жылғы\u{a0}1\u{a0}маусымнан",
            "2021 жылдың 1 маусымы",
            "2021 ж. 1 маусым",
            "2021.06.01.",
            " 2021.06.01 ",
            "01. 06. 2021",
        ] {
            assert_eq!(parse(text), Ok(date(2021, 6, 1)), "{text}");
        }
        assert_eq!(parse("2020 жылғы 22 қыркүйегі"), Ok(date(2020, 9, 22)));
        assert_eq!(parse("29.02.2020"), Ok(date(2020, 2, 29)));
    }

    #[test]
    fn impossible_days_are_refused_with_the_reason() {
        let no_day = |year, month, day, last| Err(DateError::NoSuchDay { year, month, day, last });
        assert_eq!(parse("31.02.2021"), no_day(2021, 2, 31, 28));
        assert_eq!(parse("2021 жылғы 31 маусым"), no_day(2021, 6, 31, 30));
        assert_eq!(parse("2021-06-00"), no_day(2021, 6, 0, 30));
        assert_eq!(parse("01.13.2021"), Err(DateError::NoSuchMonth { month: 13 }));
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in
            ["", "2021", "12.2021", "1-2-3", "18.01.21", "№ 12", "2021 жылғы қаңтар", "99999-01-01"]
        {
            assert!(matches!(parse(text), Err(DateError::NotADate(_))), "{text}");
        }
    }

    #[test]
    fn a_date_is_found_at_the_start_of_a_longer_text() {
        let found = at_start("18.01.2021 № 12 қаулысымен").expect("a date");
        assert_eq!((found.date, found.bytes), (Ok(date(2021, 1, 18)), 10));
        let found = at_start("2023 жылғы 1 қаңтардан бастап").expect("a date");
        assert_eq!(found.date, Ok(date(2023, 1, 1)));
        assert_eq!(found.form.map(|form| form.case), Some(Case::Ablative));
    }
}
