//! The first characters of a paragraph turned into what they say of it: a heading of a kind, a
//! point, a sub-point. Kinds come from words and numbers, never from heading marks or bold.

use crate::kazakh::letters::{self, is_roman_digit};
use crate::kazakh::{numeral, roman as roman_numeral};
use crate::model::kind::Kind;
use crate::model::number::{MOST_PARTS, Number};

/// What a paragraph begins with. `end` is the byte at which the words after the mark begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// `1-тарау.`, `7-2-бап.`, `ІІ бөлім`.
    Heading {
        /// Part, subpart, chapter, section or article.
        kind: Kind,
        /// Its number.
        number: Number,
        /// The number is printed otherwise (`З-тарау` for `3-тарау`).
        misread: bool,
        /// A full stop stands behind the unit word, or nothing at all.
        closed: bool,
        /// Where the title begins.
        end: usize,
    },
    /// `17-1.`
    Paragraph {
        /// Its number.
        number: Number,
        /// Where the words begin.
        end: usize,
    },
    /// `17)`, `б)`.
    Subparagraph {
        /// Its number or letter, as printed.
        number: Number,
        /// Where the words begin.
        end: usize,
    },
    /// None of these.
    Plain,
}

impl Opening {
    /// True for points and sub-points.
    pub fn is_numbered(&self) -> bool {
        matches!(self, Opening::Paragraph { .. } | Opening::Subparagraph { .. })
    }

    /// True for anything but plain words.
    pub fn is_unit(&self) -> bool {
        !matches!(self, Opening::Plain)
    }
}

/// Reads the beginning of a paragraph.
pub fn read(text: &str) -> Opening {
    let first = text.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        match arabic(text) {
            Opening::Plain => heading_with_letter_for_digit(text).unwrap_or(Opening::Plain),
            opening => opening,
        }
    } else if let Some(opening) = heading_with_letter_for_digit(text) {
        opening
    } else if is_roman_digit(first) {
        roman(text)
    } else if first.is_lowercase() {
        lettered(text)
    } else {
        ordinal(text).unwrap_or(Opening::Plain)
    }
}

/// `Бірінші бөлім.`, `ЕКІНШІ ТАРАУ`: headings numbered in words, and the two halves of a code,
/// «Жалпы бөлік» and «Ерекше бөлік».
fn ordinal(text: &str) -> Option<Opening> {
    const ENOUGH: usize = 80;
    let head = text.char_indices().nth(ENOUGH).map_or(text, |(at, _)| &text[..at]);
    if !["бөлі", "БӨЛІ", "арау", "АРАУ", "араграф", "АРАГРАФ"]
        .iter()
        .any(|word| head.contains(word))
    {
        return None;
    }
    let small = head.to_lowercase();
    let (number, words) = match small.split_whitespace().next()? {
        "жалпы" => (1, 1),
        "ерекше" => (2, 1),
        _ => {
            let words: Vec<&str> = small.split_whitespace().collect();
            let numeral = numeral::read(&words).filter(|numeral| numeral.ordinal)?;
            (numeral.value, numeral.words)
        }
    };
    let blank = head.match_indices(' ').nth(words - 1).map(|(at, _)| at)?;
    let word = unit_word(&text[blank..]).filter(|word| word.closed)?;
    let halves = matches!(small.split_whitespace().next(), Some("жалпы" | "ерекше"));
    if halves && word.kind != Kind::Part {
        return None;
    }
    Some(Opening::Heading {
        kind: word.kind,
        number: Number::plain(number),
        misread: false,
        closed: true,
        end: blank + word.length,
    })
}

/// The integers at the beginning, joined by one separator; the length read.
fn integers(text: &str, separator: u8) -> Option<(Vec<u32>, usize)> {
    const DIGITS: usize = 4;
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let mut at = 0;
    loop {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 || digits > DIGITS || parts.len() == MOST_PARTS {
            return None;
        }
        parts.push(text[at..at + digits].parse().ok()?);
        at += digits;
        let goes_on =
            bytes.get(at) == Some(&separator) && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !goes_on {
            return Some((parts, at));
        }
        at += 1;
    }
}

fn arabic(text: &str) -> Opening {
    let Some((parts, length)) = integers(text, b'-') else { return Opening::Plain };
    let rest = &text[length..];
    let single = parts.len() == 1;
    let number = Number::Dashed(parts);
    if let Some(after) = rest.strip_prefix(')') {
        return Opening::Subparagraph { number, end: text.len() - after.trim_start().len() };
    }
    if let Some(after) = rest.strip_prefix('.') {
        if single && after.starts_with(|c: char| c.is_ascii_digit()) {
            return dotted(text);
        }
        // `12.5`, `01.01.2023` and `2.` with nothing behind are no points.
        if after.trim_start().is_empty() || after.starts_with(|c: char| c.is_ascii_digit()) {
            return Opening::Plain;
        }
        return Opening::Paragraph { number, end: text.len() - after.trim_start().len() };
    }
    unit_word(rest).map_or(Opening::Plain, |word| Opening::Heading {
        kind: word.kind,
        number,
        misread: false,
        closed: word.closed,
        end: length + word.length,
    })
}

/// `1.1.` of old rules; a date (`01.01.2023`) or a decimal is none.
fn dotted(text: &str) -> Opening {
    let Some((parts, length)) = integers(text, b'.') else { return Opening::Plain };
    let Some(after) = text[length..].strip_prefix('.') else { return Opening::Plain };
    let plausible = parts.iter().all(|&part| part > 0 && part < 100)
        && after.starts_with(char::is_whitespace)
        && !text.starts_with('0');
    if plausible {
        let end = text.len() - after.trim_start().len();
        Opening::Paragraph { number: Number::Dotted(parts), end }
    } else {
        Opening::Plain
    }
}

fn roman(text: &str) -> Opening {
    let length = text.find(|c| !is_roman_digit(c)).unwrap_or(text.len());
    let Some(value) = roman_numeral::read(&text[..length]) else { return Opening::Plain };
    unit_word(&text[length..]).map_or(Opening::Plain, |word| Opening::Heading {
        kind: word.kind,
        number: Number::plain(value),
        misread: false,
        closed: word.closed,
        end: length + word.length,
    })
}

/// `З-тарау`: a letter that the copy puts in the place of a digit, before a unit word.
fn heading_with_letter_for_digit(text: &str) -> Option<Opening> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || digit_for_letter(c).is_some()))?;
    let digits: String = text[..end].chars().map(|c| digit_for_letter(c).unwrap_or(c)).collect();
    let number = digits.parse().ok().filter(|&n| n > 0 && digits.len() <= 3)?;
    let word = unit_word(&text[end..]).filter(|_| text[end..].starts_with(['-', '–']))?;
    Some(Opening::Heading {
        kind: word.kind,
        number: Number::plain(number),
        misread: true,
        closed: word.closed,
        end: end + word.length,
    })
}

/// A number in which a letter seems to stand for a digit (`1б)`, `З.`), whether it is that of a
/// sub-point, and where the words begin. Only the numbers around it can tell whether it is one.
pub fn doubtful(text: &str) -> Option<(Number, bool, usize)> {
    const DIGITS: usize = 3;
    let end = text.find(|c: char| !(c.is_ascii_digit() || digit_for_letter(c).is_some()))?;
    let (mark, after) = (&text[..end], &text[end..]);
    if mark.is_empty() || mark.chars().count() > DIGITS || mark.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let is_sub = after.starts_with(')');
    if !is_sub && !after.starts_with(". ") {
        return None;
    }
    let digits: String = mark.chars().map(|c| digit_for_letter(c).unwrap_or(c)).collect();
    let number = digits.parse().ok().filter(|&n| n > 0 && !digits.starts_with('0'))?;
    let words = after[1..].trim_start();
    Some((Number::plain(number), is_sub, text.len() - words.len()))
}

/// The digit that a letter is mistaken for.
pub fn digit_for_letter(c: char) -> Option<char> {
    Some(match c {
        'З' | 'з' | 'Ӡ' => '3',
        'б' => '6',
        'О' | 'о' | 'O' | 'o' => '0',
        'l' => '1',
        'Ч' => '4',
        _ => return None,
    })
}

fn lettered(text: &str) -> Opening {
    let mut chars = text.chars();
    let (Some(letter), Some(')')) = (chars.next(), chars.next()) else { return Opening::Plain };
    let letter = letters::look_alike(letter).unwrap_or(letter);
    if !('а'..='я').contains(&letter) {
        return Opening::Plain;
    }
    let end = text.len() - chars.as_str().trim_start().len();
    Opening::Subparagraph { number: Number::Letter(letter), end }
}

struct UnitWord {
    kind: Kind,
    closed: bool,
    length: usize,
}

/// A unit word in the nominative after a number (`-тарау.`, ` тарау`), and where it ends.
fn unit_word(rest: &str) -> Option<UnitWord> {
    const WORDS: [(&str, Kind); 6] = [
        ("кіші бөлім", Kind::Subpart),
        ("бөлім", Kind::Part),
        ("бөлік", Kind::Part),
        ("тарау", Kind::Chapter),
        ("параграф", Kind::Section),
        ("бап", Kind::Article),
    ];
    const LONGEST: usize = 12;
    let word = rest.trim_start_matches(['-', '–', ' ', '.']);
    let lead = rest.len() - word.len();
    if lead == 0 {
        return None;
    }
    let small: String = word
        .chars()
        .take(LONGEST)
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .replace('i', "і");
    let (name, kind) = WORDS.iter().find(|(name, _)| small.starts_with(name))?;
    let length: usize = word.chars().take(name.chars().count()).map(char::len_utf8).sum();
    let after = &word[length..];
    if after.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
        return None;
    }
    let trimmed = after.trim_start_matches([' ', '.', ':']);
    let gap = &after[..after.len() - trimmed.len()];
    Some(UnitWord {
        kind: *kind,
        closed: gap.contains(['.', ':']) || trimmed.is_empty(),
        length: lead + length + gap.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn describe(text: &str) -> String {
        match read(text) {
            Opening::Heading { kind, number, end, closed, .. } => {
                format!("{kind} {number} {closed} {:?}", &text[end..])
            }
            Opening::Paragraph { number, end } => format!("{number}. {:?}", &text[end..]),
            Opening::Subparagraph { number, end } => format!("{number}) {:?}", &text[end..]),
            Opening::Plain => "plain".into(),
        }
    }

    #[test]
    fn reads_marks() {
        for (text, expected) in [
            ("1-тарау. Жалпы ережелер", "chapter 1 true \"Жалпы ережелер\""),
            ("7-2-бап. Құзыреті", "article 7-2 true \"Құзыреті\""),
            ("1-БӨЛІМ. НЕГІЗ", "part 1 true \"НЕГІЗ\""),
            ("З-тарау. ҚҰҚЫҚ", "chapter 3 true \"ҚҰҚЫҚ\""),
            ("ІІ тарау. Жалпы", "chapter 2 true \"Жалпы\""),
            ("Бірінші бөлім. Жалпы ережелер", "part 1 true \"Жалпы ережелер\""),
            ("ОН ЕКІНШІ ТАРАУ", "chapter 12 true \"\""),
            ("ЕРЕКШЕ БӨЛІК", "part 2 true \"\""),
            ("Бірінші бөлік алып тасталсын", "plain"),
            ("Жалпы ережелер тарауы", "plain"),
            ("3-бап мынадай", "article 3 false \"мынадай\""),
            ("17-1. Сөз", "17-1. \"Сөз\""),
            ("62-1. .KZ", "62-1. \".KZ\""),
            ("21) сөз", "21) \"сөз\""),
            ("18-1)сөз", "18-1) \"сөз\""),
            ("б) сөз", "б) \"сөз\""),
            ("01.01.2023 бастап", "plain"),
            ("12.5 пайыз", "plain"),
            ("2 400 000 теңге", "plain"),
            ("3-тармақ мынадай", "plain"),
            ("8-баптың 1-тармағы", "plain"),
            ("2016 жыл – 2", "plain"),
            ("", "plain"),
        ] {
            assert_eq!(describe(text), expected, "{text}");
        }
    }
}
