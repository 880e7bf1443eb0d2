//! The paragraphs that an order quotes → its new text without the outer quotation marks, and
//! the units of it at their addresses in the target act.
//!
//! Marks nest, fail and merge in print: an outer opening mark may be merged with that of a
//! quoted term, which then keeps it. A mark after `.` or `;` closes the new text whatever the
//! marks inside it do.

use super::construct::{NewText, Reading};
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{PrintedStatus, Unit};
use crate::parse::quotes::is_quote;
use crate::parse::{Paragraph, begins_with_number, fragment};
use std::ops::Range;

/// New text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Brought {
    /// Paragraphs joined by a line feed.
    pub text: String,
    /// The units.
    pub units: Vec<Unit>,
    /// True where the units are those that the order announces.
    pub fits: bool,
}

/// Reads the quoted paragraphs of an order.
pub(super) fn read(quoted: &[Paragraph], reading: &Reading) -> Brought {
    match reading.new_text {
        NewText::Absent | NewText::Annex => {
            Brought { fits: quoted.is_empty(), ..Brought::default() }
        }
        NewText::Units => units(quoted, &reading.targets),
        NewText::Paragraphs => paragraphs(quoted, &reading.targets),
        NewText::Headings if reading.targets.len() > 1 => paragraphs(quoted, &reading.targets),
        NewText::Headings | NewText::Bare => bare(quoted, &reading.targets),
        NewText::Sentences => sentences(quoted),
        NewText::Rows => rows(quoted, &reading.targets),
        NewText::Entries => entries(quoted, &reading.targets),
    }
}

/// New text that several orders of one sentence share (`10-тармақ мынадай редакцияда жазылсын және
/// мынадай мазмұндағы 10-1-тармақпен толықтырылсын`): to each the units that it announces. `None`
/// where fewer than two announce units, or where the text does not have them all, one after the
/// other.
pub(super) fn shared(quoted: &[Paragraph], readings: &[Reading]) -> Option<Vec<Brought>> {
    let announcing = |reading: &&Reading| reading.new_text == NewText::Units;
    let others = readings
        .iter()
        .any(|reading| !matches!(reading.new_text, NewText::Units | NewText::Absent));
    if others || readings.iter().filter(announcing).count() < 2 {
        return None;
    }
    let announced = readings.iter().filter(announcing).flat_map(|reading| &reading.targets);
    let targets: Vec<Address> = announced.cloned().collect();
    let owner = targets.first()?.parent();
    let whole = units(quoted, &targets);
    if !whole.fits || targets.iter().any(|target| target.parent() != owner) {
        return None;
    }
    let tops: Vec<usize> =
        (0..whole.units.len()).filter(|at| whole.units[*at].parent.is_none()).collect();
    let mut taken = 0;
    let own = |reading: &Reading| {
        if reading.new_text != NewText::Units {
            return Brought { fits: true, ..Brought::default() };
        }
        let from = tops[taken];
        taken += reading.targets.len();
        let to = tops.get(taken).copied().unwrap_or(whole.units.len());
        let units: Vec<Unit> = whole.units[from..to]
            .iter()
            .map(|unit| Unit { parent: unit.parent.map(|parent| parent - from), ..unit.clone() })
            .collect();
        let texts: Vec<&str> = units.iter().map(|unit| unit.text.as_str()).collect();
        Brought { text: texts.join("\n"), units, fits: true }
    };
    Some(readings.iter().map(own).collect())
}

fn units(quoted: &[Paragraph], targets: &[Address]) -> Brought {
    let together = units_of(unquoted(quoted), targets);
    if together.fits || targets.len() < 2 {
        return together;
    }
    // Units that are quoted one by one.
    let apart = quoted.chunk_by(|_, next| !starts_with_quote(&next.text));
    let apart = units_of(apart.flat_map(unquoted).collect(), targets);
    if apart.fits { apart } else { together }
}

fn units_of(bare: Vec<Paragraph>, targets: &[Address]) -> Brought {
    let container = targets.first().and_then(Address::parent).unwrap_or_default();
    let units = fragment(&bare, &container);
    let tops: Vec<&Address> =
        units.iter().filter(|unit| unit.parent.is_none()).map(|unit| &unit.address).collect();
    let fits = tops.iter().copied().eq(targets.iter());
    Brought { text: joined(&bare), units, fits }
}

/// Unnumbered paragraphs go to the targets one by one; each may be quoted apart. One behind the
/// first that begins with a number is a unit of its own: the order counted it among the
/// paragraphs, and which one it means its words alone do not tell.
fn paragraphs(quoted: &[Paragraph], targets: &[Address]) -> Brought {
    let apart = quoted.iter().filter(|paragraph| starts_with_quote(&paragraph.text)).count() > 1;
    let bare: Vec<Paragraph> = match apart {
        true => quoted.iter().flat_map(|one| unquoted(std::slice::from_ref(one))).collect(),
        false => unquoted(quoted),
    };
    let counted = |(one, at): (&Paragraph, &Address)| {
        let behind = matches!(at.last(), Some(Step::Text(2..) | Step::LastText));
        behind && begins_with_number(one.text.trim_start())
    };
    let fits = bare.len() == targets.len() && !bare.iter().zip(targets).any(counted);
    let units = match fits {
        true => bare.iter().zip(targets).map(|(text, at)| text_unit(text, at)).collect(),
        false => Vec::new(),
    };
    Brought { text: joined(&bare), units, fits }
}

/// Rows of a table, each beginning with the number of its target. The head of the table may be
/// quoted above them.
fn rows(quoted: &[Paragraph], targets: &[Address]) -> Brought {
    let apart = quoted.iter().filter(|paragraph| starts_with_quote(&paragraph.text)).count() > 1;
    let mut bare: Vec<Paragraph> = match apart {
        true => quoted.iter().flat_map(|one| unquoted(std::slice::from_ref(one))).collect(),
        false => unquoted(quoted),
    };
    bare.retain(|row| !row.text.trim().is_empty());
    let number = |row: &Paragraph| row_number(&row.text);
    if bare.len() == targets.len() + 1 && bare.first().is_some_and(|head| number(head).is_none()) {
        bare.remove(0);
    }
    let numbered = |(row, target): (&Paragraph, &Address)| {
        number(row).as_ref() == target.last().and_then(Step::number)
    };
    let fits = bare.len() == targets.len() && bare.iter().zip(targets).all(numbered);
    let units = match fits {
        true => bare.iter().zip(targets).map(|(text, at)| text_unit(text, at)).collect(),
        false => Vec::new(),
    };
    Brought { text: joined(&bare), units, fits }
}

/// The number in the first cell of a row.
fn row_number(text: &str) -> Option<Number> {
    let text = text.trim_start_matches(['|', ' ', '\t']);
    let end = text.find(['|', '\t', ' ']).unwrap_or(text.len());
    Number::parse(text[..end].trim_end_matches(['.', ')']))
}

/// Entries of a table of contents, each in the order of the targets.
fn entries(quoted: &[Paragraph], targets: &[Address]) -> Brought {
    let brought = paragraphs(quoted, targets);
    let plain = |unit: Unit| Unit { kind: Kind::Text, number: None, ..unit };
    Brought { units: brought.units.into_iter().map(plain).collect(), ..brought }
}

/// A title, a preamble, a row: one target, whatever its paragraphs.
fn bare(quoted: &[Paragraph], targets: &[Address]) -> Brought {
    let bare = unquoted(quoted);
    let units = match (bare.as_slice(), targets) {
        ([only], [target]) => vec![text_unit(only, target)],
        ([first, rest @ ..], [target]) if target.last() == Some(&Step::Contents) => {
            let mut whole = first.clone();
            whole.text = joined(&bare);
            whole.pieces.extend(rest.iter().flat_map(|one| one.pieces.clone()));
            whole.lines.1 = rest.last().map_or(whole.lines.1, |last| last.lines.1);
            vec![text_unit(&whole, target)]
        }
        _ => Vec::new(),
    };
    Brought { text: joined(&bare), fits: !bare.is_empty() && targets.len() == 1, units }
}

/// Sentences stand in one paragraph.
fn sentences(quoted: &[Paragraph]) -> Brought {
    let bare = unquoted(quoted);
    let fits = matches!(bare.as_slice(), [only] if !only.text.is_empty());
    Brought { text: joined(&bare), units: Vec::new(), fits }
}

fn text_unit(paragraph: &Paragraph, address: &Address) -> Unit {
    let kind = address.last().map_or(Kind::Text, Step::kind);
    Unit {
        kind,
        address: address.clone(),
        number: address.last().and_then(Step::number).cloned(),
        heading: None,
        text: paragraph.text.clone(),
        body: 0,
        parent: None,
        depth: 0,
        status: PrintedStatus::InForce,
        pieces: paragraph.pieces.clone(),
        lines: paragraph.lines,
        cells: Vec::new(),
    }
}

fn joined(paragraphs: &[Paragraph]) -> String {
    let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    texts.join("\n")
}

fn starts_with_quote(text: &str) -> bool {
    text.trim_start().starts_with(is_quote)
}

/// The paragraphs without the marks around them as a whole and what follows the closing mark.
fn unquoted(quoted: &[Paragraph]) -> Vec<Paragraph> {
    let mut out = quoted.to_vec();
    let text = joined(quoted);
    let outer = outer(&text);
    if let Some(last) = out.last_mut() {
        let cut = text.len() - outer.end;
        let keep = last.text.len().saturating_sub(cut);
        if last.text.is_char_boundary(keep) {
            last.text.truncate(keep);
        }
        last.text.truncate(last.text.trim_end().len());
    }
    if let Some(first) = out.first_mut()
        && first.text.is_char_boundary(outer.start)
        && outer.start <= first.text.len()
    {
        first.text = first.text[outer.start..].trim_start().to_owned();
    }
    out
}

/// Bytes of a text inside its outer quotation marks, as far as it has them.
fn outer(text: &str) -> Range<usize> {
    let marks = marks(text);
    let trimmed = text.trim_end();
    let inside = trimmed.trim_end_matches(['.', ';', ',']);
    let closing = marks.last().filter(|mark| {
        let end = mark.bytes.end;
        end == trimmed.len() || (end == inside.len() && trimmed.len() - inside.len() <= 1)
    });
    let opening = marks.first().filter(|mark| text[..mark.bytes.start].trim().is_empty());
    // A sentence's end before the mark: no quoted term ends so.
    let closes_all = closing.is_some_and(|mark| {
        text[..mark.bytes.start].trim_end().ends_with(['.', ';', ':', ','])
            || mark.partner.is_none_or(|partner| partner == 0)
    });
    let opens_all = opening.is_some_and(|mark| {
        let matched = mark.partner.and_then(|i| marks.get(i));
        let last = |other: &Mark| closing.is_some_and(|closing| closing.bytes == other.bytes);
        starts_with_number(&text[mark.bytes.end..]) || matched.is_none_or(last)
    });
    let end = match (closing, closes_all) {
        (Some(mark), true) => mark.bytes.start,
        _ => text.len(),
    };
    let start = match (opening, opens_all) {
        (Some(mark), true) => mark.bytes.end,
        _ => 0,
    };
    start.min(end)..end
}

/// New units begin with their number: `"17-1. …`, `"4) …`, `«5-бап. …`.
fn starts_with_number(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// A quotation mark of a text and the mark that it pairs with.
struct Mark {
    bytes: Range<usize>,
    partner: Option<usize>,
}

/// The marks of a text, paired by what stands around them.
fn marks(text: &str) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        if is_quote(letter) {
            let bytes = at..at + letter.len_utf8();
            let index = out.len();
            let opens = opens(letter, before, &text[bytes.end..]);
            let partner = if opens { None } else { open.pop() };
            if let Some(partner) = partner {
                out[partner].partner = Some(index);
            }
            if opens {
                open.push(index);
            }
            out.push(Mark { bytes, partner });
        }
        before = letter;
    }
    out
}

fn opens(letter: char, before: char, rest: &str) -> bool {
    match letter {
        '«' | '„' => true,
        '»' | '”' => false,
        _ => {
            let next = rest.chars().next().unwrap_or(' ');
            let blank_before =
                before.is_whitespace() || matches!(before, '(' | '[') || is_quote(before);
            match (blank_before, next.is_whitespace()) {
                (true, false) => next.is_alphanumeric() || is_quote(next),
                (false, _) => false,
                // A stray blank: the mark opens where the next one closes.
                (true, true) => closes_next(rest),
            }
        }
    }
}

/// True where the next mark stands at the end of a word.
fn closes_next(rest: &str) -> bool {
    let mut before = ' ';
    for letter in rest.chars() {
        if is_quote(letter) {
            return !before.is_whitespace();
        }
        before = letter;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> &str {
        &text[outer(text)]
    }

    #[test]
    fn outer_marks_are_taken_off_and_inner_ones_kept() {
        for (quoted, text) in [
            ("\"17. Талап.\";", "17. Талап."),
            ("\"3) талап;\"", "3) талап;"),
            ("«17. «Электрондық үкімет» талабы.»;", "17. «Электрондық үкімет» талабы."),
            ("\"85-1. \"Электрондық үкімет\" талабы.\";", "85-1. \"Электрондық үкімет\" талабы."),
            ("\"5. Талап \"А\".\"", "5. Талап \"А\"."),
            ("«6 шілде - Астана күні;».", "6 шілде - Астана күні;"),
            ("13) порттар ажыратылады.\"", "13) порттар ажыратылады."),
            ("Талап.", "Талап."),
        ] {
            assert_eq!(inner(quoted), text, "{quoted}");
        }
    }

    #[test]
    fn a_term_at_the_beginning_keeps_its_mark() {
        for (quoted, text) in [
            (
                "\"электрондық үкімет\" объектілерінің \"А\" тізбесі;\"",
                "\"электрондық үкімет\" объектілерінің \"А\" тізбесі;",
            ),
            (
                "\"электрондық үкімет\" объектілерінің тізбесі;",
                "\"электрондық үкімет\" объектілерінің тізбесі;",
            ),
            (
                "\"операторға \"электрондық үкімет\" тізбесі;\"",
                "операторға \"электрондық үкімет\" тізбесі;",
            ),
            (
                "\"комитетпен \" электрондық үкімет\" бекіту;\"",
                "комитетпен \" электрондық үкімет\" бекіту;",
            ),
            (
                "комитетпен \" электрондық үкімет\" объектілерін бекіту;\"",
                "комитетпен \" электрондық үкімет\" объектілерін бекіту;",
            ),
            (
                "\"Электрондық үкіметтің\" қағидаларын бекіту туралы\";",
                "\"Электрондық үкіметтің\" қағидаларын бекіту туралы",
            ),
        ] {
            assert_eq!(inner(quoted), text, "{quoted}");
        }
    }
}
