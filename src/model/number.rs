//! The number of a unit, as a value that sorts the way acts are printed.
//! `17 < 17-1 < 17-2 < 18`: an inserted unit takes the preceding number and a dash
//! (article 26(7) of the Law "On legal acts" № 480-V).

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// A number without its closing mark: `17-1` of `17-1.`, `21` of `21)`, `7-2` of `7-2-бап`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Number {
    /// Integers joined by dashes, never empty: `17`, `17-1`, `224-33-9`.
    Dashed(Vec<u32>),
    /// Integers joined by dots, at least two: row `1.1` of a table.
    Dotted(Vec<u32>),
    /// The lower-case Cyrillic letter of a lettered sub-point of older acts: `а)`.
    Letter(char),
}

/// The most integers that a number joins: `224-33-9` has three. A unit's number stands in the address
/// of all that is in it, so that one without end would be kept again and again.
pub const MOST_PARTS: usize = 8;

impl Number {
    /// A plain number.
    pub fn plain(n: u32) -> Self {
        Number::Dashed(vec![n])
    }

    /// Reads `17`, `17-1`, `1.1` or one Cyrillic letter; `None` for anything else, and for more than
    /// [`MOST_PARTS`] integers.
    pub fn parse(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        if let (Some(letter), None) = (chars.next(), chars.next())
            && ('а'..='я').contains(&letter)
        {
            return Some(Number::Letter(letter));
        }
        let integers = |separator: char| -> Option<Vec<u32>> {
            if text.matches(separator).count() >= MOST_PARTS {
                return None;
            }
            text.split(separator)
                .map(|part| {
                    let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
                    digits.then(|| part.parse().ok()).flatten()
                })
                .collect()
        };
        if text.contains('.') {
            integers('.').map(Number::Dotted)
        } else {
            integers('-').map(Number::Dashed)
        }
    }

    /// True for a number that was given to a unit inserted after adoption: `17-1`, `5-2`.
    pub fn is_inserted(&self) -> bool {
        matches!(self, Number::Dashed(parts) if parts.len() > 1)
    }

    /// The number after which this one was inserted, as far as the number tells:
    /// `17` for `17-1`, `17-1` for `17-2`, nothing for a number without a dash.
    pub fn inserted_after(&self) -> Option<Number> {
        let Number::Dashed(parts) = self else { return None };
        let (last, stem) = parts.split_last()?;
        if stem.is_empty() {
            return None;
        }
        let mut before = stem.to_vec();
        if *last > 1 {
            before.push(last - 1);
        }
        Some(Number::Dashed(before))
    }

    fn sort_parts(&self) -> (u8, &[u32], char) {
        match self {
            Number::Dashed(parts) | Number::Dotted(parts) => (0, parts, '\0'),
            Number::Letter(letter) => (1, &[], *letter),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (parts, separator) = match self {
            Number::Dashed(parts) => (parts, '-'),
            Number::Dotted(parts) => (parts, '.'),
            Number::Letter(letter) => return write!(f, "{letter}"),
        };
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                write!(f, "{separator}")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sort_parts().cmp(&other.sort_parts()).then_with(|| {
            let dotted = |n: &Number| matches!(n, Number::Dotted(_));
            dotted(self).cmp(&dotted(other))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).expect("a number")
    }

    #[test]
    fn sorts_as_printed() {
        let mut numbers: Vec<_> =
            ["18", "17-2", "17", "2", "17-1", "17-1-1"].iter().map(|t| number(t)).collect();
        numbers.sort();
        let printed: Vec<_> = numbers.iter().map(Number::to_string).collect();
        assert_eq!(printed, ["2", "17", "17-1", "17-1-1", "17-2", "18"]);
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", "-", "1-", "-1", "1--2", "a", "аб", "1.", "٣", "99999999999"] {
            assert_eq!(Number::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn knows_what_it_was_inserted_after() {
        assert_eq!(number("17-1").inserted_after(), Some(number("17")));
        assert_eq!(number("17-3").inserted_after(), Some(number("17-2")));
        assert_eq!(number("7-5-1").inserted_after(), Some(number("7-5")));
        assert_eq!(number("17").inserted_after(), None);
    }
}
