//! Writes small Word documents, so that tests need no program that makes them.

use quick_xml::escape::escape;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A package of these parts, with the relations that lead to its document.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in std::iter::once(&("_rels/.rels", RELATIONS)).chain(parts) {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("a part");
    }
    zip.finish().expect("a package").into_inner()
}

/// A document of this content.
pub fn document(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", &page(body))])
}

/// The main part of a document of this content.
pub fn page(body: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps"><w:body>{body}</w:body></w:document>"#
    )
}

/// A paragraph of these words; a line feed is a line break.
pub fn paragraph(words: &str) -> String {
    format!("<w:p>{}</w:p>", run(words))
}

/// A run of words.
pub fn run(words: &str) -> String {
    let lines: Vec<String> = words
        .split('\n')
        .map(|line| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escape(line)))
        .collect();
    format!("<w:r>{}</w:r>", lines.join("<w:br/>"))
}

/// A paragraph that Word numbers by itself.
pub fn numbered(list: usize, level: usize, words: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
        run(words)
    )
}

/// A table of rows of cells.
pub fn table(rows: &[Vec<String>]) -> String {
    let mut xml = String::from("<w:tbl><w:tblPr/>");
    for row in rows {
        xml += "<w:tr>";
        for cell in row {
            let _ = write!(xml, "<w:tc><w:tcPr/>{}</w:tc>", paragraph(cell));
        }
        xml += "</w:tr>";
    }
    xml + "</w:tbl>"
}

/// The lists of a document: kind (0 for `1.`, 1 for `1)`) and first number of each, from list 1.
pub fn numbering(lists: &[(usize, usize)]) -> String {
    let mut xml = String::from(r#"<?xml version="1.0"?><w:numbering xmlns:w="w">"#);
    for (kind, print) in ["%1.", "%1)"].iter().enumerate() {
        let _ = write!(
            xml,
            r#"<w:abstractNum w:abstractNumId="{kind}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{print}"/></w:lvl></w:abstractNum>"#
        );
    }
    for (index, (kind, start)) in lists.iter().enumerate() {
        let _ = write!(
            xml,
            r#"<w:num w:numId="{}"><w:abstractNumId w:val="{kind}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>"#,
            index + 1
        );
    }
    xml + "</w:numbering>"
}

/// A text of the corpus as a Word document; with `lists`, points and sub-points are numbered by
/// Word and not by words.
pub fn of_text(text: &str, markdown: bool, lists: bool) -> Vec<u8> {
    let mut body = String::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut begun: Vec<(usize, usize)> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for block in blocks(text, markdown) {
        if block.contains('\t') {
            rows.push(block.split('\t').map(|cell| cell.trim().to_owned()).collect());
            continue;
        }
        if !rows.is_empty() {
            body += &table(&std::mem::take(&mut rows));
        }
        match number(&block).filter(|_| lists) {
            Some((kind, value, words)) => {
                if open != Some((kind, value)) {
                    begun.push((kind, value));
                }
                open = Some((kind, value + 1));
                body += &numbered(begun.len(), 0, words);
            }
            None => body += &paragraph(&block),
        }
    }
    if !rows.is_empty() {
        body += &table(&rows);
    }
    package(&[("word/document.xml", &page(&body)), ("word/numbering.xml", &numbering(&begun))])
}

/// A number that opens a paragraph: `7. …`, `7) …`.
fn number(block: &str) -> Option<(usize, usize, &str)> {
    let digits = block.bytes().take_while(u8::is_ascii_digit).count();
    let value = block[..digits].parse().ok()?;
    let rest = &block[digits..];
    let (kind, words) = match (rest.strip_prefix(". "), rest.strip_prefix(") ")) {
        (Some(words), _) => (0, words),
        (_, Some(words)) => (1, words),
        _ => return None,
    };
    (!words.starts_with(|c: char| c.is_ascii_digit())).then_some((kind, value, words))
}

/// The paragraphs of a text without its marks.
fn blocks(text: &str, markdown: bool) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut gap = true;
    for line in text.lines() {
        let words = line.trim_matches(|c: char| c == ' ' || c == '\u{a0}' || c == '\r');
        if words.trim().is_empty() {
            gap = true;
            continue;
        }
        let words = words.trim_start_matches('#').replace("**", "");
        let words = words.trim_start_matches(' ');
        match blocks
            .last_mut()
            .filter(|last| !gap && markdown && !last.contains('\t') && !words.contains('\t'))
        {
            Some(last) => *last = format!("{last}\n{words}"),
            None => blocks.push(words.to_owned()),
        }
        gap = false;
    }
    blocks
}
