//! Printed rows turned into the rows of a table: halves cut by a page break are joined column by
//! column, head, column numbers and group lines told from rows. Knows rows of cells and cells set
//! one under the other.

use super::paragraph::Block;
use crate::model::number::Number;
use crate::source::spanned::Spanned;
use std::ops::Range;

/// What a row of a table is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The head.
    Head,
    /// The line `1 2 3 …` under the head.
    ColumnNumbers,
    /// A line that groups the rows below it, with its number.
    Group(Option<Number>),
    /// A row, with its number.
    Row(Option<Number>),
}

/// A row, put together.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its cells.
    pub cells: Vec<String>,
    /// Bytes of the file.
    pub pieces: Vec<Range<usize>>,
    /// First and last line.
    pub lines: (usize, usize),
    /// What it is.
    pub role: Role,
    /// It was cut by a page break.
    pub joined: bool,
}

/// A row as printed.
#[derive(Clone, Debug)]
struct Printed {
    cells: Vec<String>,
    pieces: Vec<Range<usize>>,
    lines: (usize, usize),
    joined: bool,
}

/// Reads the table with which these paragraphs begin; `None` where there is none. The number of
/// paragraphs read comes with it.
pub(super) fn read(blocks: &[Block]) -> Option<(Vec<Row>, usize)> {
    let (printed, read) = rows_of_cells(blocks).or_else(|| cells_in_a_column(blocks))?;
    let width = printed.iter().map(|row| row.cells.len()).max()?;
    let rows = join(printed, width);
    let mut table = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        let role = role(&row, at == 0, width);
        let Printed { cells, pieces, lines, joined } = row;
        table.push(Row { cells, pieces, lines, role, joined });
    }
    Some((table, read))
}

/// Rows printed one a line.
fn rows_of_cells(blocks: &[Block]) -> Option<(Vec<Printed>, usize)> {
    let read = blocks.iter().take_while(|block| !block.cells.is_empty()).count();
    if read == 0 {
        return None;
    }
    let rows = blocks[..read]
        .iter()
        .map(|block| Printed {
            cells: block.cells.iter().map(|cell: &Spanned| cell.text().to_owned()).collect(),
            pieces: block.pieces.clone(),
            lines: block.lines,
            joined: false,
        })
        .collect();
    Some((rows, read))
}

/// Cells printed one under the other, a line with nothing but a tab before each. A row begins
/// where a blank line stands before the tab and a row number follows.
fn cells_in_a_column(blocks: &[Block]) -> Option<(Vec<Printed>, usize)> {
    const FEWEST: usize = 4;
    let is_cell = |block: &Block| block.cell_begins;
    if !is_cell(&blocks[0])
        || blocks.iter().take(2 * FEWEST).filter(|b| is_cell(b)).count() < FEWEST
    {
        return None;
    }
    let mut rows: Vec<Printed> = Vec::new();
    let mut read = 0;
    for block in blocks {
        if !block.cell_begins {
            // The second paragraph of a cell stands near it; anything else ends the table.
            let Some(row) =
                rows.last_mut().filter(|_| block.text().chars().count() < 12 && read == 1)
            else {
                break;
            };
            if let Some(cell) = row.cells.last_mut() {
                cell.push(' ');
                cell.push_str(block.text());
            }
            row.pieces.extend(block.pieces.iter().cloned());
            row.lines.1 = block.lines.1;
            read += 1;
            continue;
        }
        let begins = rows.is_empty() || block.row_begins && row_number(block.text()).is_some();
        if begins {
            rows.push(Printed {
                cells: vec![block.text().to_owned()],
                pieces: block.pieces.clone(),
                lines: block.lines,
                joined: false,
            });
        } else if let Some(row) = rows.last_mut() {
            row.cells.push(block.text().to_owned());
            row.pieces.extend(block.pieces.iter().cloned());
            row.lines.1 = block.lines.1;
        }
        read += 1;
    }
    Some((rows, read))
}

/// A row number alone in its cell: `7.`, `10`, `1.1.`
fn row_number(cell: &str) -> Option<Number> {
    let bare = cell.trim().trim_end_matches('.');
    Number::parse(bare).filter(|_| bare.starts_with(|c: char| c.is_ascii_digit()))
}

/// Joins rows cut by a page break.
fn join(printed: Vec<Printed>, width: usize) -> Vec<Printed> {
    let mut rows: Vec<Printed> = Vec::new();
    for mut row in printed {
        let numbered = row.cells.first().is_some_and(|cell| row_number(cell).is_some());
        match rows.last_mut() {
            Some(before) if numbered && lacks_number(before, width) => append(before, &row, width),
            Some(before) if !numbered && continues(before, &row) => append(before, &row, width),
            _ => {
                row.cells.resize(width.max(row.cells.len()), String::new());
                rows.push(row);
            }
        }
    }
    rows
}

/// The upper half of a row whose number stands in the lower one: only words, no number.
fn lacks_number(row: &Printed, width: usize) -> bool {
    row.cells.len() == width
        && row.cells.first().is_some_and(String::is_empty)
        && row.cells.iter().any(|cell| !cell.is_empty())
}

/// True for a row without number that goes on with the one before it: that one has empty cells,
/// or the words go on in small letters.
fn continues(before: &Printed, row: &Printed) -> bool {
    let has_number = before.cells.first().is_some_and(|cell| row_number(cell).is_some());
    let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let group = row.cells.first().is_some_and(|cell| !cell.is_empty()) && filled == 1;
    if !has_number || group {
        return false;
    }
    let small = row.cells.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| {
        !cell.trim_start_matches(['"', '«', '(']).starts_with(char::is_uppercase)
    });
    small || before.cells.iter().any(String::is_empty)
}

/// Adds the lower half of a row to the upper one. A line with a cell too few has lost an empty
/// cell: of all places where it may have stood, that is taken which leaves the number column
/// alone and puts words where words are unfinished.
fn append(before: &mut Printed, row: &Printed, width: usize) {
    let mut cells = row.cells.clone();
    if cells.len() + 1 == width {
        let place = (0..=cells.len()).min_by_key(|&at| {
            let mut tried = cells.clone();
            tried.insert(at, String::new());
            misfit(&before.cells, &tried)
        });
        cells.insert(place.unwrap_or(0), String::new());
    }
    before.cells.resize(width.max(cells.len()), String::new());
    for (cell, more) in before.cells.iter_mut().zip(&cells) {
        if !more.is_empty() {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(more);
        }
    }
    before.pieces.extend(row.pieces.iter().cloned());
    before.lines.1 = row.lines.1;
    before.joined = true;
}

/// How badly the cells of a lower half sit under those of the upper one.
fn misfit(before: &[String], cells: &[String]) -> usize {
    let mut badness = 0;
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let above = before.get(at).map_or("", String::as_str);
        let small = cell.trim_start_matches(['"', '«', '(', ' ']).starts_with(char::is_lowercase);
        let number = at == 0 && row_number(cell).is_none();
        let finished = !above.is_empty() && (above.ends_with(['.', ';', ')']) || !small);
        badness += 10 * usize::from(number) + usize::from(finished);
    }
    badness
}

fn role(row: &Printed, first: bool, width: usize) -> Role {
    let cells = &row.cells;
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let counted = filled > 1
        && cells.iter().enumerate().all(|(at, cell)| cell.trim() == (at + 1).to_string());
    if counted {
        return Role::ColumnNumbers;
    }
    let first_cell = cells.first().map_or("", String::as_str);
    let number = row_number(first_cell);
    if first && number.is_none() && filled > 1 {
        return Role::Head;
    }
    if filled == 1 && width > 2 {
        return Role::Group(leading_number(first_cell));
    }
    // Number and words and no cell behind them, where rows have more.
    let bare = cells.len() > 2 && cells[2..].iter().all(String::is_empty);
    if bare && number.is_some() && width > 2 {
        return Role::Group(number);
    }
    Role::Row(number)
}

/// The number before the words of a group line: `2. Ұйымдастыру …`.
fn leading_number(cell: &str) -> Option<Number> {
    let (number, _) = cell.split_once(['.', ')'])?;
    Number::parse(number).filter(|_| number.starts_with(|c: char| c.is_ascii_digit()))
}
