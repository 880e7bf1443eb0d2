//! Paragraphs turned into the parts of an act: requisites, body, approved document, annexes,
//! notes, amending points. Decides for every paragraph which rule reads it; the builder then
//! gives it its place.

use super::build::{Builder, New};
use super::note;
use super::opening::{self, Opening};
use super::order::{self, Role};
use super::paragraph::{Block, is_finished};
use super::requisites;
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::tree::{FaultKind, UnitIndex};

/// Where in a document the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Its title has not come.
    Title,
    /// Between title and first unit.
    Opening,
    /// Among its units.
    Body,
    /// Behind the signature.
    Signed,
}

/// Reads the paragraphs of a text in order.
#[derive(Debug)]
pub(super) struct Reader {
    pub builder: Builder,
    stage: Stage,
    fragment: bool,
    /// The document approved by the act or carried by its annex, in which annexes of a document
    /// stand.
    main: Option<Address>,
}

impl Reader {
    /// A reader for a whole text.
    pub fn new(container: Address) -> Self {
        let stage = Stage::Title;
        Reader { builder: Builder::new(container), stage, fragment: false, main: None }
    }

    /// A reader for new text inside `container`.
    pub fn fragment(container: Address) -> Self {
        Reader { stage: Stage::Body, fragment: true, ..Reader::new(container) }
    }

    /// Reads all paragraphs.
    pub fn read(&mut self, mut blocks: Vec<Block>) {
        split_merged_headings(&mut blocks, &mut self.builder);
        let mut at = 0;
        while at < blocks.len() {
            at += self.next(&blocks[at..]).max(1);
        }
    }

    /// Reads what the first of these paragraphs begins; tells how many were read.
    fn next(&mut self, blocks: &[Block]) -> usize {
        let block = &blocks[0];
        let text = block.text();
        if !self.fragment {
            if note::is_mark(text) {
                return self.marked_note(blocks);
            }
            if note::begins(text) {
                self.builder.note(block);
                return 1;
            }
            if requisites::is_editorial(text) {
                self.component_unit(Kind::Editorial, None, block);
                return 1;
            }
            if let Some(read) = self.requisites(blocks) {
                return read;
            }
        }
        match opening::read(text) {
            Opening::Heading { kind, number, misread, closed, end }
                if closed || block.marks.heading > 0 || block.marks.emphasis =>
            {
                self.stage = Stage::Body;
                if misread {
                    let printed = &text[..end];
                    let printed = printed.split(['-', '–']).next().unwrap_or_default().to_owned();
                    self.builder.fault(
                        FaultKind::NumberLetter,
                        block,
                        &printed,
                        &number.to_string(),
                    );
                }
                let owner = self.builder.heading(kind, number, end, block);
                self.orders(owner, blocks)
            }
            Opening::Paragraph { number, end } => {
                self.stage = Stage::Body;
                if block.marks.heading > 0 {
                    self.builder.fault(FaultKind::HeadingMark, block, text, text);
                }
                let owner = self.builder.paragraph(number, end, block);
                self.orders(owner, blocks)
            }
            Opening::Subparagraph { number, end } => {
                self.stage = Stage::Body;
                self.builder.subparagraph(number, end, block);
                1
            }
            Opening::Heading { .. } | Opening::Plain => self.plain(blocks),
        }
    }

    /// Words without a number: what they are depends on where they stand.
    fn plain(&mut self, blocks: &[Block]) -> usize {
        let block = &blocks[0];
        match self.stage {
            Stage::Title if self.is_body() => {
                self.stage = Stage::Opening;
                self.component_unit(Kind::Title, Some(Step::Title), block);
                1
            }
            Stage::Title => {
                self.stage = Stage::Opening;
                self.component_unit(Kind::Title, Some(Step::Title), block);
                1
            }
            Stage::Opening if self.is_body() && requisites::is_identity(block.text()) => {
                self.component_unit(Kind::ActIdentity, Some(Step::Identity), block);
                1
            }
            Stage::Opening if self.is_body() && self.preamble_follows(blocks) => {
                self.component_unit(Kind::Preamble, Some(Step::Preamble), block);
                1
            }
            _ => {
                let unit = self.builder.text(block, &blocks[1..]);
                self.orders(unit, blocks)
            }
        }
    }

    /// True for the first words of the body before its first unit.
    fn preamble_follows(&self, blocks: &[Block]) -> bool {
        let first = !self.builder.units.iter().any(|unit| unit.kind == Kind::Preamble);
        first && !order::is_header(blocks[0].text())
    }

    fn is_body(&self) -> bool {
        self.builder.component().is_whole()
    }

    /// A unit directly inside the open document.
    fn component_unit(&mut self, kind: Kind, step: Option<Step>, block: &Block) -> UnitIndex {
        let component = self.builder.component();
        let address = step.map_or(component.clone(), |step| component.child(step));
        let parent = self.builder.component_unit();
        let heading =
            matches!(kind, Kind::Title | Kind::ActIdentity | Kind::Stamp | Kind::Signature)
                .then(|| block.text().to_owned());
        self.builder.push(New { kind, address, parent, number: None, heading, block, body: 0 })
    }

    /// «ЗҚАИ-ның ескертпесі!» and the paragraph after it are one note.
    fn marked_note(&mut self, blocks: &[Block]) -> usize {
        let mut mark = blocks[0].clone();
        let words = mark.text().split_once('!').map_or("", |(_, rest)| rest);
        let alone = words.trim().is_empty();
        let read = match blocks.get(1) {
            Some(next) if alone && !note::is_mark(next.text()) => {
                absorb(&mut mark, next);
                2
            }
            _ => 1,
        };
        let parent = self.builder.frames[self.builder.citable()].unit;
        let address = self.builder.frames[self.builder.citable()].address.clone();
        self.builder.push(New {
            kind: Kind::Note,
            address,
            parent,
            number: None,
            heading: None,
            block: &mark,
            body: 0,
        });
        read
    }

    /// Stamps, annex marks and signatures.
    fn requisites(&mut self, blocks: &[Block]) -> Option<usize> {
        let block = &blocks[0];
        let text = block.text();
        if opening::read(text).is_numbered() || !block.cells.is_empty() {
            return None;
        }
        if (self.stage != Stage::Title || !self.is_body()) && requisites::is_stamp(text) {
            return Some(self.stamp(blocks));
        }
        if (self.stage != Stage::Title || !self.is_body())
            && let Some((number, of_act)) = requisites::annex_mark(text)
        {
            let base = if of_act { None } else { self.main.clone() };
            let base = base.unwrap_or_else(Address::whole);
            let address = base.child(Step::Annex(number.clone()));
            let parent = (!base.is_whole())
                .then(|| self.builder.units.iter().position(|unit| unit.address == base))
                .flatten();
            let unit = self.builder.push(New {
                kind: Kind::Annex,
                address: address.clone(),
                parent,
                number,
                heading: Some(text.to_owned()),
                block,
                body: 0,
            });
            self.builder.open_document(address.clone(), Some(unit));
            if self.main.is_none() {
                self.main = Some(address);
            }
            self.stage = Stage::Title;
            return Some(1);
        }
        if matches!(self.stage, Stage::Body) && requisites::is_post(text) {
            let mut signature = block.clone();
            let mut read = 1;
            while let Some(next) = blocks.get(read)
                && (requisites::is_name(next.text()) || requisites::is_post(next.text()))
            {
                absorb(&mut signature, next);
                read += 1;
            }
            self.component_unit(Kind::Signature, Some(Step::Signature), &signature);
            self.stage = Stage::Signed;
            return Some(read);
        }
        None
    }

    /// An approval stamp opens the document that the act approves; the next paragraph is its
    /// title.
    fn stamp(&mut self, blocks: &[Block]) -> usize {
        let annex = self.builder.component();
        if !annex.is_whole() {
            self.component_unit(Kind::Stamp, Some(Step::Stamp), &blocks[0]);
            return 1;
        }
        let address = Address::whole().child(Step::Approved);
        self.builder.push(New {
            kind: Kind::Stamp,
            address: address.child(Step::Stamp),
            parent: None,
            number: None,
            heading: Some(blocks[0].text().to_owned()),
            block: &blocks[0],
            body: 0,
        });
        self.main = Some(address.clone());
        let title = blocks
            .get(1)
            .filter(|block| !opening::read(block.text()).is_unit() && block.cells.is_empty());
        let unit = title.map(|block| {
            self.builder.push(New {
                kind: Kind::Annex,
                address: address.clone(),
                parent: None,
                number: None,
                heading: Some(block.text().to_owned()),
                block,
                body: 0,
            })
        });
        self.builder.open_document(address, unit);
        self.stage = Stage::Opening;
        if unit.is_some() { 2 } else { 1 }
    }

    /// After a unit that may amend: reads the paragraphs of its orders. Tells how many
    /// paragraphs were read, the unit's own included.
    fn orders(&mut self, owner: UnitIndex, blocks: &[Block]) -> usize {
        if self.fragment || !order::is_header(blocks[0].text()) {
            return 1;
        }
        let number = self.builder.units[owner].number.clone();
        let numbered = self.builder.units[owner].kind != Kind::Text;
        let mut reader = order::Reader::new(number.filter(|_| numbered));
        let mut read = 1;
        while let Some(block) = blocks.get(read) {
            let text = block.text();
            if note::is_mark(text) {
                read += self.marked_note(&blocks[read..]);
                continue;
            }
            if note::begins(text) {
                self.builder.note(block);
                read += 1;
                continue;
            }
            let outside = requisites::is_editorial(text)
                || requisites::annex_mark(text).is_some()
                || requisites::is_stamp(text) && !reader.in_new_text()
                || requisites::is_post(text) && !reader.in_new_text();
            if outside {
                break;
            }
            let kind = match reader.read(text) {
                Role::Context => Kind::Context,
                Role::Order => Kind::Instruction,
                Role::New => Kind::Quoted,
                Role::Outside => break,
            };
            self.builder.counted(kind, block);
            read += 1;
        }
        read
    }
}

/// Adds a paragraph to the end of another.
fn absorb(block: &mut Block, next: &Block) {
    let end = block.words.origin(block.text().len());
    block.words.push_reading(" ", end..end);
    block.words.append(&next.words);
    block.pieces.extend(next.pieces.iter().cloned());
    block.lines.1 = next.lines.1;
}

/// Two headings on one line (`2-БӨЛІМ. … 4-тарау. …`) are two paragraphs.
fn split_merged_headings(blocks: &mut Vec<Block>, builder: &mut Builder) {
    let mut at = 0;
    while at < blocks.len() {
        let text = blocks[at].text();
        let cut = match opening::read(text) {
            Opening::Heading { closed: true, end, kind, .. } if kind != Kind::Article => {
                second_heading(text, end)
            }
            _ => None,
        };
        if let Some(cut) = cut {
            let printed = blocks[at].text().to_owned();
            let second = blocks[at].split_off(cut);
            builder.fault(FaultKind::MergedHeadings, &second, second.text(), &printed);
            blocks.insert(at + 1, second);
        }
        at += 1;
    }
}

/// Where a second heading begins inside the title of a first.
fn second_heading(text: &str, title: usize) -> Option<usize> {
    let starts = text[title..].match_indices(' ').map(|(at, _)| title + at + 1);
    starts
        .filter(|&at| text[at..].starts_with(|c: char| c.is_ascii_digit()))
        .find(|&at| matches!(opening::read(&text[at..]), Opening::Heading { closed: true, .. }))
        .filter(|_| !is_finished(text))
}
