//! The parts of a Word document → a page of HTML with its words: paragraphs with the numbers that
//! Word prints, tables, notes behind what refers to them, text boxes beside what they are
//! anchored to.

use super::Refused;
use super::list::{Counter, Place};
use super::numbering::Numbering;
use super::package::Package;
use super::styles::Styles;
use super::xml::{self, Attributes, Token, is_on, number};
use std::collections::HashMap;

/// Elements that hold words which are no part of the text: instructions of fields, the second
/// version of a drawing for older programs, settings of forms.
const SILENT: [&str; 6] = ["instrText", "Fallback", "sdtPr", "binData", "rubyPr", "fldData"];
/// Marks of tracked changes.
const TRACKED: [&str; 8] =
    ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "delText"];
/// Elements that print words of another file.
const ELSEWHERE: [&str; 3] = ["altChunk", "subDoc", "contentPart"];

/// The document as a page of HTML.
pub(super) fn page(package: &mut Package<'_>) -> Result<String, Refused> {
    let styles = match package.beside("styles.xml")? {
        Some(text) => Styles::read(&text)?,
        None => Styles::default(),
    };
    let numbering = match package.beside("numbering.xml")? {
        Some(text) => Numbering::read(&text)?,
        None => Numbering::default(),
    };
    let mut counter = Counter::new(numbering);
    let mut notes = Notes::default();
    for (part, of) in [("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")] {
        if let Some(text) = package.beside(part)? {
            let mut body = Body::new(&styles, &mut counter, None);
            body.read(&text)?;
            let found = std::mem::take(&mut body.found);
            notes.words.extend(found.into_iter().map(|(id, words)| ((of, id), words)));
        }
    }
    let main = package.main.clone();
    let text = package
        .part(&main)?
        .ok_or_else(|| Refused::Damaged { cause: format!("{main} is missing") })?;
    let mut body = Body::new(&styles, &mut counter, Some(notes));
    body.read(&text)?;
    let story = body.stories.pop().unwrap_or_default();
    Ok(format!("<html><body><article>{}</article></body></html>", story.page))
}

/// The notes of a document and how many have been printed.
#[derive(Default)]
struct Notes {
    words: HashMap<(&'static str, String), String>,
    printed: usize,
}

/// A text of its own: the document, a text box, a note.
#[derive(Default)]
struct Story {
    page: String,
    paragraph: Option<Paragraph>,
    /// Notes of the paragraphs of the open table.
    pending: String,
    tables: usize,
    /// The properties that follow are those of this cell, whose tag is not yet written.
    cell: Option<Cell>,
}

#[derive(Default)]
struct Cell {
    columns: u32,
}

#[derive(Default)]
struct Paragraph {
    words: String,
    style: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
    /// Text boxes that stand before its words.
    before: String,
    /// Text boxes and notes that follow it.
    after: String,
}

/// The run of words that is open.
#[derive(Default)]
struct Run {
    raised: bool,
    words: bool,
}

struct Body<'d> {
    styles: &'d Styles,
    counter: &'d mut Counter,
    /// `None` while the notes themselves are read.
    notes: Option<Notes>,
    stories: Vec<Story>,
    run: Run,
    /// How many elements are open inside a silent one, itself included.
    silent: usize,
    /// The note that is open, by its number in the document.
    note: Option<String>,
    found: HashMap<String, String>,
    /// True inside the properties of a run, of a paragraph, of a paragraph's mark.
    properties: Vec<String>,
}

impl<'d> Body<'d> {
    fn new(styles: &'d Styles, counter: &'d mut Counter, notes: Option<Notes>) -> Self {
        Body {
            styles,
            counter,
            notes,
            stories: vec![Story::default()],
            run: Run::default(),
            silent: 0,
            note: None,
            found: HashMap::new(),
            properties: Vec::new(),
        }
    }

    fn read(&mut self, text: &str) -> Result<(), Refused> {
        xml::walk(text, &mut |token| match token {
            Token::Open { name, attributes } => self.open(name, attributes),
            Token::Close { name } => self.close(name),
            Token::Words(words) => {
                if self.run.words && self.silent == 0 {
                    self.write(words);
                }
                Ok(())
            }
        })
    }

    fn story(&mut self) -> Option<&mut Story> {
        self.stories.last_mut()
    }

    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        self.stories.last_mut()?.paragraph.as_mut()
    }

    fn open(&mut self, name: &str, attributes: &Attributes) -> Result<(), Refused> {
        if self.silent > 0 {
            self.silent += 1;
            return Ok(());
        }
        if TRACKED.contains(&name) {
            return Err(Refused::TrackedChanges);
        }
        if ELSEWHERE.contains(&name) {
            return Err(Refused::Unsupported { what: name.to_owned() });
        }
        if SILENT.contains(&name) {
            self.silent = 1;
            return Ok(());
        }
        if matches!(name, "pPr" | "rPr" | "tcPr" | "sectPr" | "tblPr" | "trPr" | "pPrChange") {
            self.properties.push(name.to_owned());
            return Ok(());
        }
        match self.properties.last().map(String::as_str) {
            Some("pPr") => self.property_of_paragraph(name, attributes),
            Some("rPr") => return self.property_of_run(name, attributes),
            Some("tcPr") => self.property_of_cell(name, attributes),
            Some(_) => {}
            None => self.content(name, attributes),
        }
        Ok(())
    }

    fn property_of_paragraph(&mut self, name: &str, attributes: &Attributes) {
        let Some(paragraph) = self.paragraph() else { return };
        match name {
            "pStyle" => paragraph.style = attributes.get("val").cloned(),
            "numId" => paragraph.list = number(attributes),
            "ilvl" => paragraph.level = number(attributes),
            _ => {}
        }
    }

    fn property_of_run(&mut self, name: &str, attributes: &Attributes) -> Result<(), Refused> {
        // Properties of the mark at a paragraph's end stand inside those of the paragraph.
        let of_mark = self.properties.iter().any(|of| of == "pPr");
        let value = attributes.get("val").map(String::as_str).unwrap_or_default();
        let hidden = match name {
            "vanish" => is_on(attributes),
            "rStyle" => self.styles.hides(value),
            _ => false,
        };
        if hidden && !of_mark {
            return Err(Refused::HiddenText);
        }
        match name {
            "vertAlign" => self.run.raised = value == "superscript",
            "rStyle" => self.run.raised = self.styles.raises(value),
            _ => {}
        }
        Ok(())
    }

    fn property_of_cell(&mut self, name: &str, attributes: &Attributes) {
        if let (Some(cell), "gridSpan") = (self.story().and_then(|story| story.cell.as_mut()), name)
        {
            cell.columns = number(attributes).unwrap_or(1);
        }
    }

    fn content(&mut self, name: &str, attributes: &Attributes) {
        match name {
            "p" => {
                self.begin_cell();
                if let Some(story) = self.story() {
                    story.paragraph = Some(Paragraph::default());
                }
            }
            "r" => self.run = Run::default(),
            "t" => self.run.words = true,
            "tab" | "ptab" => self.write(" "),
            "br" | "cr" => {
                let of_page = attributes.get("type").is_some_and(|of| of != "textWrapping");
                if let Some(paragraph) = self.paragraph() {
                    paragraph.words.push_str(if of_page { " " } else { "<br>" });
                }
            }
            "noBreakHyphen" => self.write("-"),
            "sym" => {
                let code = attributes.get("char").map(|code| u32::from_str_radix(code, 16));
                let sign = code.and_then(Result::ok).and_then(char::from_u32);
                let sign = sign.unwrap_or(char::REPLACEMENT_CHARACTER);
                self.write(sign.encode_utf8(&mut [0; 4]));
            }
            "tbl" => {
                self.begin_cell();
                if let Some(story) = self.story() {
                    story.tables += 1;
                    story.page.push_str("<table>");
                }
            }
            "tr" => {
                if let Some(story) = self.story() {
                    story.page.push_str("<tr>");
                }
            }
            "tc" => {
                if let Some(story) = self.story() {
                    story.cell = Some(Cell { columns: 1 });
                }
            }
            "txbxContent" => self.stories.push(Story::default()),
            "footnote" | "endnote" if self.notes.is_none() => {
                // Lines between text and notes are notes of a type of their own.
                let usual = attributes.get("type").is_none_or(|of| of == "normal");
                self.note = attributes.get("id").cloned().filter(|_| usual);
                self.stories.push(Story::default());
            }
            "footnoteReference" => self.refer("footnote", attributes),
            "endnoteReference" => self.refer("endnote", attributes),
            _ => {}
        }
    }

    /// Writes the tag of a cell once its properties are known.
    fn begin_cell(&mut self) {
        if let Some(story) = self.story()
            && let Some(cell) = story.cell.take()
        {
            story.page.push_str(&format!("<td colspan=\"{}\">", cell.columns.max(1)));
        }
    }

    /// Prints the mark of a note, and keeps its words for the end of the paragraph.
    fn refer(&mut self, of: &'static str, attributes: &Attributes) {
        let id = attributes.get("id").cloned().unwrap_or_default();
        let Some(notes) = &mut self.notes else { return };
        let Some(words) = notes.words.get(&(of, id)).cloned() else { return };
        notes.printed += 1;
        let mark = format!("<sup>{}</sup>", notes.printed);
        let Some(story) = self.stories.last_mut() else { return };
        let within_table = story.tables > 0;
        let Some(paragraph) = &mut story.paragraph else { return };
        paragraph.words.push_str(&mark);
        let note = format!("<p>{mark} {words}</p>");
        if within_table {
            story.pending.push_str(&note);
        } else {
            paragraph.after.push_str(&note);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Refused> {
        if self.silent > 0 {
            self.silent -= 1;
            return Ok(());
        }
        if self.properties.last().is_some_and(|open| open == name) {
            self.properties.pop();
            return Ok(());
        }
        if !self.properties.is_empty() {
            return Ok(());
        }
        match name {
            "p" => self.end_paragraph()?,
            "t" => self.run.words = false,
            "r" => self.run = Run::default(),
            "tbl" => {
                if let Some(story) = self.story() {
                    story.tables = story.tables.saturating_sub(1);
                    story.page.push_str("</table>");
                    if story.tables == 0 {
                        let pending = std::mem::take(&mut story.pending);
                        story.page.push_str(&pending);
                    }
                }
            }
            "tr" => {
                if let Some(story) = self.story() {
                    story.page.push_str("</tr>");
                }
            }
            "tc" => {
                self.begin_cell();
                if let Some(story) = self.story() {
                    story.page.push_str("</td>");
                }
            }
            "txbxContent" => {
                let Some(boxed) = self.stories.pop() else { return Ok(()) };
                self.run = Run::default();
                match self.stories.last_mut() {
                    Some(Story { paragraph: Some(paragraph), .. }) => {
                        let place = match paragraph.words.trim().is_empty() {
                            true => &mut paragraph.before,
                            false => &mut paragraph.after,
                        };
                        place.push_str(&boxed.page);
                    }
                    Some(story) => story.page.push_str(&boxed.page),
                    None => self.stories.push(boxed),
                }
            }
            "footnote" | "endnote" if self.notes.is_none() => {
                let words = self.stories.pop().unwrap_or_default().page;
                let words = words.replace("</p><p>", "<br>");
                let words = words.replace("<p>", "").replace("</p>", "");
                if let Some(id) = self.note.take() {
                    self.found.insert(id, words.trim().to_owned());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Refused> {
        let Some(paragraph) = self.story().and_then(|story| story.paragraph.take()) else {
            return Ok(());
        };
        let styled = self.styles.place(paragraph.style.as_deref());
        let list = paragraph.list.or(styled.map(|place| place.list)).unwrap_or(0);
        let level = paragraph.level.map(|level| level as usize);
        let level = level.or(styled.map(|place| place.level)).unwrap_or(0);
        let print = match list {
            0 => String::new(),
            list => self.counter.next(Place { list, level }, self.styles)?,
        };
        let Some(story) = self.story() else { return Ok(()) };
        story.page.push_str(&paragraph.before);
        story.page.push_str("<p>");
        story.page.push_str(&escaped(&print));
        story.page.push_str(&paragraph.words);
        story.page.push_str("</p>");
        story.page.push_str(&paragraph.after);
        Ok(())
    }

    fn write(&mut self, words: &str) {
        let raised = self.run.raised;
        let Some(paragraph) = self.paragraph() else { return };
        let words = escaped(words);
        if raised && !words.trim().is_empty() {
            paragraph.words.push_str(&format!("<sup>{words}</sup>"));
        } else {
            paragraph.words.push_str(&words);
        }
    }
}

/// Words as HTML has them.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
