//! The comparative table as a file for the browser and the printer: a row a structural unit,
//! the present wording beside the proposed one.

use super::{Frame, ours};
use crate::render::comparison::{Line, Mark, Row};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{pages, papers};
use crate::render::printable::printable;
use crate::render::wire::Generator;
use maud::{Markup, html};

/// The table and what stands around it.
pub struct Table<'a> {
    /// The lines above the table: name and value.
    pub heading: &'a [(String, String)],
    /// The rows.
    pub rows: &'a [Row],
    /// What made it.
    pub generator: &'a Generator,
}

/// The table as a file.
pub fn page(table: &Table<'_>, lang: Lang) -> String {
    let name = papers::paper_table(lang);
    let content = html! {
        h1 class="centred" { (name) }
        dl {
            @for (name, value) in table.heading {
                div class="field" { dt { (name) } dd { p { (ours(value)) } } }
            }
        }
        table class="comparison" {
            thead {
                tr {
                    th scope="col" class="number" { (papers::table_number(lang)) }
                    th scope="col" class="name" { (pages::table_unit(lang)) }
                    th scope="col" { (pages::table_before(lang)) }
                    th scope="col" { (pages::table_after(lang)) }
                    th scope="col" class="ground" { (papers::table_ground(lang)) }
                }
            }
            tbody {
                @for (place, row) in table.rows.iter().enumerate() { (self::row(place + 1, row, lang)) }
                @if table.rows.is_empty() { tr { td colspan="5" { (papers::table_empty(lang)) } } }
            }
        }
        p class="note" { (papers::table_marks(lang)) }
    };
    let about = table.heading.first().map_or("", |(_, value)| value.as_str());
    let frame = Frame { name, about, landscape: true, data: None, generator: table.generator };
    frame.document(&content, lang)
}

fn row(number: usize, row: &Row, lang: Lang) -> Markup {
    html! {
        tr class=[row.refused.then_some("refused")] {
            td { (number) }
            th scope="row" lang="kk" { (printable(&row.unit)) }
            td lang="kk" { @for line in &row.current { (paragraph(line, lang)) } }
            td lang="kk" { @for line in &row.proposed { (paragraph(line, lang)) } }
            td {
                @for line in &row.ground { p { (ours(line)) } }
                @for place in &row.sources { p class="source" { (printable(place)) } }
            }
        }
    }
}

fn paragraph(line: &Line, lang: Lang) -> Markup {
    html! {
        p {
            @for (mark, words) in line {
                @match mark {
                    Mark::Plain => { (printable(words)) },
                    Mark::Removed => del { (printable(words)) },
                    Mark::Added => ins { (printable(words)) },
                    Mark::Note => em lang=(lang.code()) { (printable(words)) },
                }
            }
        }
    }
}
