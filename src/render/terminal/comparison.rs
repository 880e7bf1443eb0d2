//! The rows of the comparative table → a boxed table on a terminal, or Markdown where the width
//! is not known. Signs mark what goes and what comes, since a cell has no room for colours that
//! a wrapped line would cut.

use super::page::{Width, harmless};
use crate::render::comparison::{Line, Mark, Row};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{pages, papers};
use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr;

/// The narrowest terminal on which five columns stand side by side; on a narrower one each cell
/// has lines of its own.
const NARROWEST: usize = 72;
/// Columns between the words of two cells: a line with a blank on either side.
const BETWEEN: usize = 3;

/// The table of these rows.
pub fn table(rows: &[Row], width: Width, lang: Lang) -> String {
    if rows.is_empty() {
        return format!("{}\n", papers::table_empty(lang));
    }
    let head = [
        papers::table_number(lang),
        pages::table_unit(lang),
        pages::table_before(lang),
        pages::table_after(lang),
        papers::table_ground(lang),
    ];
    let cells = rows.iter().enumerate().map(|(place, row)| cells(place + 1, row));
    match width {
        None => markdown(&head, cells),
        Some(width) if width < NARROWEST => stacked(&head, cells, width),
        Some(width) => boxed(&head, cells, width),
    }
}

/// The five cells of a row, paragraphs parted by line feeds.
fn cells(number: usize, row: &Row) -> [String; 5] {
    let side = |lines: &[Line]| lines.iter().map(signed).collect::<Vec<_>>().join("\n");
    [
        number.to_string(),
        row.unit.clone(),
        side(&row.current),
        side(&row.proposed),
        [row.ground.as_slice(), row.sources.as_slice()].concat().join("\n"),
    ]
    .map(|cell| harmless(&cell).into_owned())
}

fn signed(line: &Line) -> String {
    let run = |(mark, words): &(Mark, String)| match mark {
        Mark::Plain | Mark::Note => words.clone(),
        Mark::Removed => format!("[-{words}-]"),
        Mark::Added => format!("{{+{words}+}}"),
    };
    line.iter().map(run).collect()
}

fn markdown(head: &[String; 5], rows: impl Iterator<Item = [String; 5]>) -> String {
    let row = |cells: &[String; 5]| {
        let cells = cells.each_ref().map(|cell| cell.replace('|', "\\|").replace('\n', "<br>"));
        format!("| {} |\n", cells.join(" | "))
    };
    let mut out = row(head);
    out.push_str("|---|---|---|---|---|\n");
    rows.for_each(|cells| out.push_str(&row(&cells)));
    out
}

fn stacked(head: &[String; 5], rows: impl Iterator<Item = [String; 5]>, width: usize) -> String {
    let mut out = String::new();
    for cells in rows {
        out.push_str(&"─".repeat(width));
        out.push('\n');
        for (name, cell) in head.iter().zip(&cells) {
            for line in wrapped(&format!("{name}:"), width) {
                out.push_str(&format!("{line}\n"));
            }
            for line in wrapped(cell, width.saturating_sub(2)) {
                out.push_str(&format!("  {line}\n"));
            }
        }
    }
    out
}

fn boxed(head: &[String; 5], rows: impl Iterator<Item = [String; 5]>, width: usize) -> String {
    let widths = widths(head, width);
    let rule = |[left, middle, right]: [&str; 3]| {
        let lines: Vec<String> = widths.iter().map(|width| "─".repeat(width + 2)).collect();
        format!("{left}{}{right}\n", lines.join(middle))
    };
    let mut out = rule(["┌", "┬", "┐"]);
    boxed_row(&mut out, head, &widths);
    for cells in rows {
        out.push_str(&rule(["├", "┼", "┤"]));
        boxed_row(&mut out, &cells, &widths);
    }
    out.push_str(&rule(["└", "┴", "┘"]));
    out
}

fn boxed_row(out: &mut String, cells: &[String; 5], widths: &[usize; 5]) {
    let cells: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..height {
        for (cell, width) in cells.iter().zip(widths) {
            let words = cell.get(line).map_or("", String::as_str);
            out.push_str("│ ");
            out.push_str(&super::page::padded(words, *width));
            out.push(' ');
        }
        out.push_str("│\n");
    }
}

/// The width of each column: the two wordings share what the others leave.
fn widths(head: &[String; 5], width: usize) -> [usize; 5] {
    let room = width.saturating_sub(5 * BETWEEN + 1);
    let number = head[0].width().min(6);
    let (unit, ground) = (room / 6, room / 6);
    let rest = room.saturating_sub(number + unit + ground);
    [number, unit, rest / 2, rest - rest / 2, ground]
}

/// The lines of a cell. A word that is wider than its column is cut: nothing may stand outside
/// of the box.
fn wrapped(cell: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(1))
        .word_separator(WordSeparator::Custom(stretches))
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(true);
    cell.split('\n')
        .flat_map(|line| textwrap::wrap(line, &options))
        .map(|line| line.into_owned())
        .collect()
}

/// What stays on one line: words, and of a place in a file the parts of its name.
fn stretches(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let words = WordSeparator::AsciiSpace.find_words(line);
    Box::new(words.flat_map(|word| {
        let named = word.word.rsplit_once(':').is_some_and(|(name, lines)| {
            name.contains('.') && lines.starts_with(|c: char| c.is_ascii_digit())
        });
        if !named {
            return vec![word];
        }
        let mut parts: Vec<Word<'_>> =
            word.word.split_inclusive(['/', '-', '_']).map(Word::from).collect();
        if let Some(last) = parts.last_mut() {
            last.whitespace = word.whitespace;
        }
        parts
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        let plain = |words: &str| (Mark::Plain, words.to_owned());
        vec![Row {
            unit: "3-тармақ".into(),
            current: vec![vec![plain("3. А | "), (Mark::Removed, "Б".into()), plain(".")]],
            proposed: vec![vec![plain("3. А | "), (Mark::Added, "В".into()), plain(".")]],
            ground: vec!["1-тармақ".into()],
            sources: vec!["a.md:5".into()],
            refused: false,
        }]
    }

    #[test]
    fn in_a_pipe_it_is_markdown() {
        assert_eq!(
            table(&rows(), None, Lang::En).lines().last(),
            Some("| 1 | 3-тармақ | 3. А \\| [-Б-]. | 3. А \\| {+В+}. | 1-тармақ<br>a.md:5 |")
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in [20, 40, 71, 72, 80, 100] {
            let drawn = table(&rows(), Some(width), Lang::Kk);
            for line in drawn.lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
            for words in ["[-Б-]", "{+В+}"] {
                assert!(drawn.contains(words), "{width}: {drawn}");
            }
        }
        let drawn = table(&rows(), Some(80), Lang::Kk);
        let wide: Vec<usize> = drawn.lines().map(UnicodeWidthStr::width).collect();
        assert!(wide.iter().all(|width| *width == wide[0]), "{drawn}");
    }
}
