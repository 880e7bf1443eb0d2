//! The table → `word/document.xml`: a heading, the rows under a head that every page repeats, and
//! a line that says what made it. What goes is struck, what comes is bold.

use super::Document;
use super::xml::Xml;
use crate::render::comparison::{Line, Mark, Row};
use crate::render::html::paper::made_by;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{pages, papers};
use std::io;

/// The namespace of WordprocessingML.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Widths of the columns in twentieths of a point; together the measure of a sheet of A4 on its
/// side between margins of 1134 (2 cm).
const COLUMNS: [u32; 5] = [700, 2300, 4900, 4900, 1770];

pub(super) fn document(document: &Document<'_>, title: &str, lang: Lang) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:document", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:body", &[], |xml| {
            paragraph(xml, "Title", &[(Mark::Note, title.to_owned())], Tongue::Ours(lang))?;
            for (name, value) in document.heading {
                let line = [(Mark::Added, format!("{name}: ")), (Mark::Note, value.clone())];
                paragraph(xml, "Heading", &line, Tongue::Ours(lang))?;
            }
            table(xml, document.rows, lang)?;
            for words in [
                papers::table_marks(lang),
                papers::paper_not_official(lang),
                made_by(document.generator, lang),
            ] {
                paragraph(xml, "Foot", &[(Mark::Note, words)], Tongue::Ours(lang))?;
            }
            xml.element("w:sectPr", &[], |xml| {
                let size = [("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")];
                xml.empty("w:pgSz", &size)?;
                let edges = ["w:top", "w:right", "w:bottom", "w:left"].map(|edge| (edge, "1134"));
                let inner = ["w:header", "w:footer", "w:gutter"]
                    .map(|edge| (edge, if edge == "w:gutter" { "0" } else { "567" }));
                xml.empty("w:pgMar", &[edges.as_slice(), inner.as_slice()].concat())
            })
        })
    })?;
    Ok(xml.finish())
}

fn table(xml: &mut Xml, rows: &[Row], lang: Lang) -> io::Result<()> {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "Comparison")])?;
            let width = COLUMNS.iter().sum::<u32>().to_string();
            xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")])?;
            xml.empty("w:tblLayout", &[("w:type", "fixed")])
        })?;
        xml.element("w:tblGrid", &[], |xml| {
            for width in COLUMNS {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())])?;
            }
            Ok(())
        })?;
        head(xml, lang)?;
        if rows.is_empty() {
            return empty(xml, lang);
        }
        for (place, row) in rows.iter().enumerate() {
            self::row(xml, place + 1, row, lang)?;
        }
        Ok(())
    })
}

/// The head, which is repeated at the top of every page.
fn head(xml: &mut Xml, lang: Lang) -> io::Result<()> {
    let names = [
        papers::table_number(lang),
        pages::table_unit(lang),
        pages::table_before(lang),
        pages::table_after(lang),
        papers::table_ground(lang),
    ];
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[])?;
            xml.empty("w:tblHeader", &[])
        })?;
        for (name, width) in names.into_iter().zip(COLUMNS) {
            let line = vec![(Mark::Added, name)];
            cell(xml, width, &[("Head", &[line])], Tongue::Ours(lang))?;
        }
        Ok(())
    })
}

fn row(xml: &mut Xml, number: usize, row: &Row, lang: Lang) -> io::Result<()> {
    let ours = |words: &str| vec![(Mark::Note, words.to_owned())];
    let number = [ours(&number.to_string())];
    let unit = [vec![(Mark::Plain, row.unit.clone())]];
    let ground: Vec<Line> = row.ground.iter().map(|line| ours(line)).collect();
    let sources: Vec<Line> = row.sources.iter().map(|place| ours(place)).collect();
    let cells: [(&[Line], Tongue); 4] = [
        (&number, Tongue::Ours(lang)),
        (&unit, Tongue::Law(lang)),
        (&row.current, Tongue::Law(lang)),
        (&row.proposed, Tongue::Law(lang)),
    ];
    let [.., last] = COLUMNS;
    xml.element("w:tr", &[], |xml| {
        for ((lines, tongue), width) in cells.into_iter().zip(COLUMNS) {
            cell(xml, width, &[("Cell", lines)], tongue)?;
        }
        cell(xml, last, &[("Cell", &ground), ("Source", &sources)], Tongue::Ours(lang))
    })
}

/// One row over all columns that says that there is nothing to compare.
fn empty(xml: &mut Xml, lang: Lang) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                let width = COLUMNS.iter().sum::<u32>().to_string();
                xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")])?;
                xml.empty("w:gridSpan", &[("w:val", "5")])
            })?;
            let line = [(Mark::Note, papers::table_empty(lang))];
            paragraph(xml, "Cell", &line, Tongue::Ours(lang))
        })
    })
}

/// A cell of paragraphs, each group in its style; Word wants one at least.
fn cell(xml: &mut Xml, width: u32, groups: &[(&str, &[Line])], tongue: Tongue) -> io::Result<()> {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])
        })?;
        if groups.iter().all(|(_, lines)| lines.is_empty()) {
            paragraph(xml, "Cell", &[], tongue)?;
        }
        for (style, lines) in groups {
            for line in *lines {
                paragraph(xml, style, line, tongue)?;
            }
        }
        Ok(())
    })
}

/// Whose words a paragraph holds: those of the law are Kazakh, notes in them are ours.
#[derive(Clone, Copy)]
enum Tongue {
    Ours(Lang),
    Law(Lang),
}

impl Tongue {
    /// The language of a run of words.
    fn of(self, mark: Mark) -> &'static str {
        match (self, mark) {
            (Tongue::Ours(lang), _) | (Tongue::Law(lang), Mark::Note) => code(lang),
            (Tongue::Law(_), _) => code(Lang::Kk),
        }
    }
}

/// A language with its country, as Word names it.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "kk-KZ",
        Lang::Ru => "ru-RU",
        Lang::En => "en-GB",
    }
}

fn paragraph(
    xml: &mut Xml,
    style: &str,
    runs: &[(Mark, String)],
    tongue: Tongue,
) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", style)]))?;
        for (mark, words) in runs {
            run(xml, *mark, words, tongue)?;
        }
        Ok(())
    })
}

/// Words in one look. Line feeds and tabs have elements of their own in Word.
fn run(xml: &mut Xml, mark: Mark, words: &str, tongue: Tongue) -> io::Result<()> {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            match (mark, tongue) {
                (Mark::Added, _) => xml.empty("w:b", &[])?,
                (Mark::Removed, _) => xml.empty("w:strike", &[])?,
                (Mark::Note, Tongue::Law(_)) => xml.empty("w:i", &[])?,
                _ => {}
            }
            xml.empty("w:lang", &[("w:val", tongue.of(mark))])
        })?;
        for (place, line) in words.split('\n').enumerate() {
            if place > 0 {
                xml.empty("w:br", &[])?;
            }
            for (place, stretch) in line.split('\t').enumerate() {
                if place > 0 {
                    xml.empty("w:tab", &[])?;
                }
                xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.words(stretch))?;
            }
        }
        Ok(())
    })
}
