//! Paragraphs that stand in lists, in document order → the number that Word prints before each.
//! Lists of one kind count on together, and a paragraph begins the levels below it anew.

use super::Refused;
use super::numbering::{LEVELS, Level, Numbering};
use super::styles::Styles;
use std::collections::{HashMap, HashSet};

/// Where a paragraph stands in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The list; 0 for none.
    pub(super) list: u32,
    /// The level, counted from 0.
    pub(super) level: usize,
}

/// Counts the paragraphs of a document's lists.
#[derive(Debug, Default)]
pub(super) struct Counter {
    numbering: Numbering,
    /// The number last given on each level, by kind of list.
    last: HashMap<u32, [Option<u32>; LEVELS]>,
    begun: HashSet<u32>,
}

impl Counter {
    pub(super) fn new(numbering: Numbering) -> Self {
        Counter { numbering, ..Counter::default() }
    }

    /// The print before the next paragraph at this place, the blank behind it included; empty
    /// where none is printed.
    pub(super) fn next(&mut self, place: Place, styles: &Styles) -> Result<String, Refused> {
        let Some(kind) = self.numbering.kind(place.list, styles) else { return Ok(String::new()) };
        let at = place.level.min(LEVELS - 1);
        let Some(level) = self.numbering.level(place.list, kind, at) else {
            return Ok(String::new());
        };
        let last = self.last.entry(kind).or_default();
        let first_use = self.begun.insert(place.list);
        let start_of = |level: usize| {
            let own = self.numbering.starts(place.list).find(|(of, _)| *of == level);
            let usual = self.numbering.level(place.list, kind, level).map_or(1, |of| of.start);
            own.map_or(usual, |(_, start)| start)
        };
        if first_use {
            for (level, _) in self.numbering.starts(place.list).filter(|(of, _)| *of < LEVELS) {
                last[level] = None;
            }
        }
        for (above, number) in last.iter_mut().enumerate().take(at) {
            number.get_or_insert_with(|| start_of(above));
        }
        last[at] = Some(last[at].map_or_else(|| start_of(at), |number| number.saturating_add(1)));
        for (below, number) in last.iter_mut().enumerate().skip(at + 1) {
            let of = self.numbering.level(place.list, kind, below);
            let anew = match of.and_then(|of| of.restart) {
                Some(above) => (1..=above).contains(&(at as u32 + 1)),
                None => true,
            };
            if anew {
                *number = None;
            }
        }
        let mut print = String::new();
        let mut signs = level.print.chars().peekable();
        while let Some(sign) = signs.next() {
            let digit = signs.peek().and_then(|digit| digit.to_digit(10));
            match (sign, digit) {
                ('%', Some(of @ 1..=9)) => {
                    signs.next();
                    let of = of as usize - 1;
                    let number = last[of].unwrap_or(1);
                    let format = self.numbering.level(place.list, kind, of);
                    print += &written(number, format, level.legal && of != at)?;
                }
                _ => print.push(sign),
            }
        }
        if level.format == "bullet" || print.trim().is_empty() {
            // A dot is a mark, not a word.
            return Ok(String::new());
        }
        if !level.glued {
            print.push(' ');
        }
        Ok(print)
    }
}

/// A number as a format writes it.
fn written(number: u32, level: Option<&Level>, legal: bool) -> Result<String, Refused> {
    const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
    const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
    let format = level.map_or("decimal", |level| level.format.as_str());
    Ok(match format {
        _ if legal => number.to_string(),
        "decimal" => number.to_string(),
        "decimalZero" => format!("{number:02}"),
        "none" | "bullet" => String::new(),
        "lowerLetter" => lettered(number, LATIN),
        "upperLetter" => lettered(number, LATIN).to_uppercase(),
        "russianLower" => lettered(number, RUSSIAN),
        "russianUpper" => lettered(number, RUSSIAN).to_uppercase(),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        other => return Err(Refused::Unsupported { what: format!("numFmt {other}") }),
    })
}

/// The letter of a number; after the last letter they are doubled: a … z, aa, bb.
fn lettered(number: u32, alphabet: &str) -> String {
    const MOST: usize = 8;
    let count = alphabet.chars().count();
    let Some(index) = (number as usize).checked_sub(1) else { return String::new() };
    let letter = alphabet.chars().nth(index % count).unwrap_or_default();
    std::iter::repeat_n(letter, (index / count + 1).min(MOST)).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    const LARGEST: u32 = 3999;
    let mut rest = number.min(LARGEST);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="17"/></w:lvlOverride></w:num>
        </w:numbering>"#;

    #[test]
    fn levels_begin_anew_and_lists_of_a_kind_go_on() {
        let mut counter = Counter::new(Numbering::read(LISTS).expect("lists"));
        let mut next = |list, level| {
            counter.next(Place { list, level }, &Styles::default()).expect("a number")
        };
        let printed = [next(1, 0), next(1, 1), next(1, 1), next(1, 2), next(1, 0), next(1, 1)];
        assert_eq!(printed, ["1. ", "1) ", "2) ", "а) ", "2. ", "1) "]);
        assert_eq!([next(2, 0), next(2, 0), next(1, 0)], ["17. ", "18. ", "19. "]);
        assert_eq!(next(7, 0), "");
    }

    #[test]
    fn numbers_are_written_in_every_script_that_acts_use() {
        let of = |format: &str, number| {
            let level = Level { format: format.to_owned(), ..Level::default() };
            written(number, Some(&level), false)
        };
        assert_eq!(of("upperRoman", 14).as_deref(), Ok("XIV"));
        assert_eq!(of("lowerLetter", 27).as_deref(), Ok("aa"));
        assert_eq!(of("russianLower", 10).as_deref(), Ok("к"));
        assert!(matches!(of("hebrew1", 1), Err(Refused::Unsupported { .. })));
    }
}
