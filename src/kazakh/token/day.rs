//! Tokens → the days that they name. A day has one key, whether it is written in figures
//! (`18.01.2021`, `2021-01-18`) or in words (`2021 жылғы 18 қаңтар`), so that both meet.

use super::Token;
use crate::kazakh::date;
use crate::kazakh::month;
use crate::kazakh::stem;
use jiff::civil::Date;
use std::ops::Range;
use std::sync::LazyLock;

/// What the key of a day begins with.
const MARK: &str = "d:";
/// Tokens of the longest day in words.
pub const LONGEST: usize = 4;

/// The months from January on, as words are found by their stems.
static MONTHS: LazyLock<[String; 12]> = LazyLock::new(|| month::NAMES.map(stem::key));
static YEAR: LazyLock<String> = LazyLock::new(|| stem::key("жыл"));

/// The key of a day.
pub fn key(day: Date) -> String {
    format!("{MARK}{day}")
}

/// True for the key of a day.
pub fn is_key(key: &str) -> bool {
    key.starts_with(MARK)
}

/// The day that a run of figures is, and the figures without an ending or a `ж` behind them:
/// `18.01.2021`, `2021-01-18`, `18.01.2021-ден`, `18.01.2021ж`.
pub(super) fn in_figures(run: &str) -> Option<(Date, &str)> {
    if !run.starts_with(|c: char| c.is_ascii_digit()) || run.len() < 8 {
        return None;
    }
    let figures = run.trim_end_matches(['ж', 'г']);
    let figures = match figures.rsplit_once(['-', '–']) {
        Some((figures, ending)) if stem::is_ending(ending) => figures,
        _ => figures,
    };
    Some((date::parse(figures).ok()?, figures))
}

/// The days that tokens name, each with the places of its tokens, half-open, in order.
pub fn days(tokens: &[Token]) -> Vec<(Range<usize>, Date)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let day = one(&tokens[at]).or_else(|| in_words(&tokens[at..]));
        at += match day {
            Some((length, day)) => {
                found.push((at..at + length, day));
                length
            }
            None => 1,
        };
    }
    found
}

/// Gives the first token of every day in words the key of the day.
pub(super) fn mark(tokens: &mut [Token]) {
    for at in 0..tokens.len().saturating_sub(2) {
        if let Some((_, day)) = in_words(&tokens[at..]) {
            tokens[at].keys.push(key(day));
        }
    }
}

/// A day in figures.
fn one(token: &Token) -> Option<(usize, Date)> {
    let [key] = token.keys.get(1..)? else { return None };
    let figures = number(token).is_none();
    Some((1, key.strip_prefix(MARK).filter(|_| figures)?.parse().ok()?))
}

/// `2023 жылғы 10 ақпандағы`, `2023 ж. 10 ақпан`, `10 ақпан 2023 жыл`: the day with which tokens begin, and how many it takes.
fn in_words(tokens: &[Token]) -> Option<(usize, Date)> {
    let first = number(tokens.first()?)?;
    let (length, year, month, day) = match tokens {
        [_, word, day, month, ..] if is_year(first, &tokens[0]) && is_year_word(word) => {
            (4, first, month_of(month)?, number(day)?)
        }
        [_, month, year, rest @ ..] if is_year(number(year)?, year) => {
            let said = usize::from(rest.first().is_some_and(is_year_word));
            (3 + said, number(year)?, month_of(month)?, first)
        }
        _ => return None,
    };
    date::day(year, month, day).ok().map(|day| (length, day))
}

fn number(token: &Token) -> Option<u32> {
    let digits = &token.surface;
    (digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}

fn is_year(number: u32, token: &Token) -> bool {
    token.surface.len() == 4 && (1000..=9999).contains(&number)
}

fn is_year_word(token: &Token) -> bool {
    token.keys[0] == *YEAR || matches!(token.surface.as_str(), "ж" | "жылғы" | "жыл")
}

fn month_of(token: &Token) -> Option<u32> {
    let by_key = || Some(MONTHS.iter().position(|key| *key == token.keys[0])? as u32 + 1);
    let by_form = || Some(u32::from(month::recognise(&token.surface)?.0.unsigned_abs()));
    by_key().or_else(by_form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kazakh::token::Analyzer;
    use jiff::civil::date;

    fn named(text: &str) -> Vec<Date> {
        let tokens = Analyzer::new().tokens(text);
        days(&tokens).into_iter().map(|(_, day)| day).collect()
    }

    #[test]
    fn every_spelling_of_a_day_has_one_key() {
        for text in [
            "2021-01-18",
            "18.01.2021",
            "18.1.2021",
            "18/01/2021",
            "2021.01.18",
            "18.01.2021ж.",
            "18.01.2021-ден",
            "2021 жылғы 18 қаңтар",
            "2021 жылғы 18 қаңтардағы",
            "2021 жылгы 18 кантардагы",
            "2021 ж. 18 қаңтардан",
            "2021\u{a0}жылдың\u{a0}18\u{a0}қаңтары",
            "18 қаңтар 2021 жыл",
            "18 қаңтар 2021",
        ] {
            let tokens = Analyzer::new().tokens(text);
            assert_eq!(named(text), [date(2021, 1, 18)], "{text}");
            assert!(tokens[0].keys.contains(&"d:2021-01-18".to_string()), "{text}");
        }
    }

    #[test]
    fn numbers_of_acts_and_points_are_no_days() {
        for text in [
            "№ 2021-01-18",
            "17-1-тармақ",
            "№ 343/НҚ",
            "418-V",
            "6-1) тармақша",
            "10, 02, 2023",
            "10. 02. 2023",
            "24/7",
            "27005-2015",
            "31.02.2021",
            "2021 жылғы қаңтар",
            "1.2.3",
            "2018 – 2020 жылдарға",
        ] {
            assert_eq!(named(text), [], "{text}");
        }
    }

    #[test]
    fn a_day_takes_its_own_words_and_no_more() {
        let tokens =
            Analyzer::new().tokens("ҚР Үкіметінің 2021 жылғы 18 қаңтардағы № 12, 10.02.2023");
        let days = days(&tokens);
        assert_eq!(days, [(2..6, date(2021, 1, 18)), (7..8, date(2023, 2, 10))]);
    }
}
