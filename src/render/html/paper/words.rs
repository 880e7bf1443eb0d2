//! The words of the law as HTML: a paragraph a unit, rows of a table as a table, gaps as gaps.

use crate::model::kind::Kind;
use crate::query::answer::TextUnit;
use crate::render::printable::printable;
use maud::{Markup, html};

/// How the words show what is not known.
pub(super) const GAP: &str = "[…]";
/// What parts the cells of a row.
const CELL: &str = " | ";

/// The units of a text, in their order; `None` is a gap.
pub(super) fn units(units: &[Option<TextUnit>]) -> Markup {
    let is_row = |unit: &Option<TextUnit>| unit.as_ref().is_some_and(|unit| in_table(unit.kind));
    let blocks = units.chunk_by(|a, b| is_row(a) && is_row(b) && !begins_table(b));
    html! {
        @for block in blocks {
            @match block {
                [None, ..] => { (gap()) },
                [Some(unit)] if !in_table(unit.kind) => { (paragraph(unit)) },
                rows => { (table(rows)) },
            }
        }
    }
}

/// Lines of a text of which nothing but the words is known.
pub(super) fn lines(text: &str) -> Markup {
    html! {
        @for line in text.split('\n') {
            @if line == GAP { (gap()) } @else { p { (printable(line)) } }
        }
    }
}

fn gap() -> Markup {
    html! { p class="gap" { (GAP) } }
}

fn paragraph(unit: &TextUnit) -> Markup {
    let class = match unit.kind {
        Kind::Title => "title",
        Kind::Article => "article",
        kind if kind.is_grouping() => "grouping",
        Kind::Subparagraph => "point",
        Kind::Signature | Kind::Stamp => "aside",
        _ => "unit",
    };
    html! { p class=(class) { (broken(&unit.text)) } }
}

/// Words with the line feeds that stand inside a unit.
fn broken(text: &str) -> Markup {
    html! {
        @for (place, line) in text.split('\n').enumerate() {
            @if place > 0 { br; }
            (printable(line))
        }
    }
}

fn in_table(kind: Kind) -> bool {
    matches!(kind, Kind::Table | Kind::ColumnNumbers | Kind::TableGroup | Kind::Row)
}

fn begins_table(unit: &Option<TextUnit>) -> bool {
    unit.as_ref().is_some_and(|unit| unit.kind == Kind::Table)
}

/// Rows as a table. A row with fewer cells than the widest lets its last one run on, so that no
/// column is put under a head that is not its own.
fn table(rows: &[Option<TextUnit>]) -> Markup {
    let rows: Vec<&TextUnit> = rows.iter().flatten().collect();
    let columns = rows.iter().map(|row| row.text.split(CELL).count()).max().unwrap_or(1);
    let (head, body): (Vec<&TextUnit>, Vec<&TextUnit>) =
        rows.iter().partition(|row| matches!(row.kind, Kind::Table | Kind::ColumnNumbers));
    html! {
        table class="law" {
            @if !head.is_empty() {
                thead { @for row in head { (table_row(row, columns, true)) } }
            }
            tbody { @for row in body { (table_row(row, columns, false)) } }
        }
    }
}

fn table_row(row: &TextUnit, columns: usize, head: bool) -> Markup {
    let cells: Vec<&str> = row.text.split(CELL).collect();
    let group = row.kind == Kind::TableGroup;
    let span = |place: usize| match place + 1 == cells.len() {
        true => columns + 1 - cells.len(),
        false => 1,
    };
    html! {
        tr class=[group.then_some("group")] {
            @for (place, cell) in cells.iter().enumerate() {
                @let span = Some(span(place)).filter(|span| *span > 1);
                @if head {
                    th scope="col" colspan=[span] { (broken(cell)) }
                } @else {
                    td colspan=[span] { (broken(cell)) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::address::Address;

    fn unit(kind: Kind, text: &str) -> Option<TextUnit> {
        Some(TextUnit { address: Address::whole(), kind, text: text.into() })
    }

    #[test]
    fn rows_make_a_table_and_gaps_stay() {
        let text = [
            unit(Kind::Paragraph, "1. <а>"),
            None,
            unit(Kind::Table, "№ | Аты"),
            unit(Kind::TableGroup, "Топ"),
            unit(Kind::Row, "1 | Бір"),
        ];
        let html = units(&text).into_string();
        assert_eq!(
            html,
            "<p class=\"unit\">1. &lt;а&gt;</p><p class=\"gap\">[…]</p><table class=\"law\"><thead>\
             <tr><th scope=\"col\">№</th><th scope=\"col\">Аты</th></tr></thead><tbody>\
             <tr class=\"group\"><td colspan=\"2\">Топ</td></tr><tr><td>1</td><td>Бір</td></tr>\
             </tbody></table>"
        );
    }
}
