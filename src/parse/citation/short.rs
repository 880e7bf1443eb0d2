//! The canonical short form of an address → the addresses that it may mean.
//! A bare number after an article may be a point or a sub-point typed without its bracket.

use super::MOST_STEPS;
use crate::kazakh::skeleton::{skeleton, skeleton_by_sound};
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::model::address::{Address, Step};
use crate::model::number::Number;

/// Every address that the text is the short form of; none where a part of it is something else.
pub(super) fn read(text: &str) -> Vec<Address> {
    if text == "*" {
        return vec![Address::whole()];
    }
    if text.split(['/', '#']).nth(MOST_STEPS).is_some() {
        return Vec::new();
    }
    let mut readings = vec![Vec::new()];
    for segment in text.split('/') {
        readings = readings.iter().flat_map(|before| extend(before, segment.trim())).collect();
        // At once: every reading that is kept may double with what follows.
        readings.retain(|steps| descends(steps));
    }
    readings.into_iter().map(Address::new).collect()
}

/// False where an article, point or sub-point stands inside one of its own or a lower level.
fn descends(steps: &[Step]) -> bool {
    let levels = steps.iter().filter_map(|step| match step {
        Step::Article(_) => Some(1),
        Step::Paragraph(_) => Some(2),
        Step::Subparagraph(_) => Some(3),
        _ => None,
    });
    levels.clone().zip(levels.skip(1)).all(|(outer, inner)| outer < inner)
}

/// The steps so far with those of one more segment; several where it has several readings.
fn extend(before: &[Step], segment: &str) -> Vec<Vec<Step>> {
    let mut parts = segment.split('#').map(str::trim);
    let unit = parts.next().unwrap_or_default();
    let Some(places) = parts.map(place).collect::<Option<Vec<Step>>>() else { return Vec::new() };
    let choices: Vec<Option<Step>> = if unit.is_empty() {
        if places.is_empty() {
            return Vec::new();
        }
        vec![None]
    } else {
        steps(before, unit).into_iter().map(Some).collect()
    };
    let joined = |choice: Option<Step>| before.iter().cloned().chain(choice).chain(places.clone());
    choices.into_iter().map(|choice| joined(choice).collect()).collect()
}

fn place(text: &str) -> Option<Step> {
    if skeleton(text) == skeleton("соңғы") {
        return Some(Step::LastText);
    }
    text.parse().ok().filter(|k| *k > 0).map(Step::Text)
}

fn steps(before: &[Step], unit: &str) -> Vec<Step> {
    if matches!(before.last(), Some(Step::Abbreviations)) {
        return vec![Step::Abbreviation(unit.to_owned())];
    }
    if let Some(step) = named(unit) {
        return vec![step];
    }
    if let Some(number) = unit.strip_suffix(')') {
        return letter_or_number(number.trim()).map(Step::Subparagraph).into_iter().collect();
    }
    if let Some(number) = Number::parse(&without_blanks(unit)) {
        return bare(before, number);
    }
    numbered(unit).into_iter().collect()
}

/// A number without a word: a row inside a table, else a point, or a sub-point where a point
/// cannot stand or need not.
fn bare(before: &[Step], number: Number) -> Vec<Step> {
    if matches!(number, Number::Letter(_)) {
        return Vec::new();
    }
    match before.last() {
        Some(Step::Table(_) | Step::Group(_)) => vec![Step::Row(number)],
        _ if matches!(number, Number::Dotted(_)) => Vec::new(),
        Some(Step::Paragraph(_)) => vec![Step::Subparagraph(number)],
        Some(Step::Article(_)) => {
            vec![Step::Paragraph(number.clone()), Step::Subparagraph(number)]
        }
        _ => vec![Step::Paragraph(number)],
    }
}

fn letter_or_number(text: &str) -> Option<Number> {
    Number::parse(&without_blanks(&text.to_lowercase()))
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Marks without a number.
fn named(unit: &str) -> Option<Step> {
    let keys = [skeleton(unit), skeleton_by_sound(unit)];
    let is = |mark: &str| keys.contains(&skeleton(mark));
    if let Some(mark) = unit
        .split_once(' ')
        .filter(|(word, _)| recognise(word).is_some_and(|(noun, _)| noun == UnitNoun::Footnote))
    {
        return Some(Step::Footnote(mark.1.trim().to_owned()));
    }
    let marks = [
        Step::Approved,
        Step::Annex(None),
        Step::Title,
        Step::Identity,
        Step::Preamble,
        Step::Table(None),
        Step::ColumnNumbers,
        Step::Abbreviations,
        Step::Stamp,
        Step::Signature,
        Step::Form,
        Step::Addressee,
        Step::Contents,
    ];
    marks.into_iter().find(|step| is(&step.to_string()))
}

/// `N-тарау`, `N-топ` and the like.
fn numbered(unit: &str) -> Option<Step> {
    let start = unit.find(|c: char| c.is_alphabetic())?;
    let (number, word) = unit.split_at(start);
    let number = without_blanks(number);
    let number = Number::parse(number.trim_end_matches('-'))?;
    if [skeleton(word), skeleton_by_sound(word)].contains(&skeleton("топ")) {
        return Some(Step::Group(number));
    }
    let (first, second) = word.split_once(' ').unwrap_or(("", word));
    let (noun, _) = recognise(second.trim())?;
    match (noun, skeleton(first).as_str()) {
        (UnitNoun::Part, "киши") => return Some(Step::Subpart(number)),
        (_, "") => {}
        _ => return None,
    }
    let plain = match &number {
        Number::Dashed(parts) if parts.len() == 1 => parts.first().copied(),
        _ => None,
    };
    Some(match noun {
        UnitNoun::Part => Step::Part(number),
        UnitNoun::Chapter => Step::Chapter(number),
        UnitNoun::Section => Step::Section(number),
        UnitNoun::Article => Step::Article(number),
        UnitNoun::Paragraph => Step::Paragraph(number),
        UnitNoun::Subparagraph => Step::Subparagraph(number),
        UnitNoun::Annex => Step::Annex(Some(number)),
        UnitNoun::Row => Step::Row(number),
        UnitNoun::Table => Step::Table(Some(plain?)),
        UnitNoun::Indent | UnitNoun::Division => Step::Text(plain?),
        _ => return None,
    })
}
