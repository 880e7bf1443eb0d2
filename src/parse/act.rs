//! Paragraphs turned into the parts of an act: requisites, body, approved document, annexes,
//! notes, amending points. Decides for every paragraph which rule reads it; the builder then
//! gives it its place.

use super::annex::mentions;
use super::build::{Builder, New};
use super::heading::split_merged_headings;
use super::note;
use super::opening::{self, Opening};
use super::order;
use super::paragraph::Block;
use super::requisites;
use super::rows::LastTable;
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{FaultKind, UnitIndex};
use std::collections::BTreeSet;

/// Where in a document the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
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
    pub(super) stage: Stage,
    pub(super) fragment: bool,
    /// The document approved by the act or carried by its annex, in which annexes of a document
    /// stand.
    pub(super) main: Option<Address>,
    /// Numbers of the annexes that the text mentions.
    pub(super) mentioned: BTreeSet<u32>,
    /// The last table read.
    pub(super) table: Option<LastTable>,
    /// The preamble, and how many paragraphs it has.
    pub(super) preamble: Option<(UnitIndex, u32)>,
    /// The last signature.
    pub(super) signature: Option<UnitIndex>,
}

impl Reader {
    /// A reader for a whole text.
    pub fn new(container: Address) -> Self {
        let stage = Stage::Title;
        Reader {
            builder: Builder::new(container),
            stage,
            fragment: false,
            main: None,
            mentioned: BTreeSet::new(),
            table: None,
            preamble: None,
            signature: None,
        }
    }

    /// A reader for new text inside `container`.
    pub fn fragment(container: Address) -> Self {
        Reader { stage: Stage::Body, fragment: true, ..Reader::new(container) }
    }

    /// Reads all paragraphs.
    pub fn read(&mut self, blocks: Vec<Block>) {
        let blocks = split_merged_headings(blocks, &mut self.builder);
        self.mentioned = blocks.iter().flat_map(|block| mentions(block.text())).collect();
        let mut at = 0;
        while at < blocks.len() {
            at += self.next(&blocks[at..]).max(1);
        }
    }

    /// Reads what the first of these paragraphs begins; tells how many were read.
    pub(super) fn next(&mut self, blocks: &[Block]) -> usize {
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
            if let Some(read) = self.contents(blocks) {
                return read;
            }
            if block.editorial || requisites::is_editorial(text) {
                self.component_unit(Kind::Editorial, None, block);
                return 1;
            }
            if let Some(read) = self.requisites(blocks) {
                return read;
            }
            if let Some(read) = self.form(blocks) {
                return read;
            }
            if let Some(read) = self.unmarked_annex(blocks) {
                return read;
            }
            if let Some(read) = self.table(blocks) {
                return read;
            }
            if let Some(read) = self.below_table(blocks) {
                return read;
            }
        }
        if !self.fragment && !text.chars().any(char::is_alphanumeric) {
            self.component_unit(Kind::Unread, None, block);
            return 1;
        }
        if let Some(whole) = self.heading_over_two(blocks) {
            return self.next(&[whole]) + 1;
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
                let owner = self.builder.subparagraph(number, end, block);
                self.orders(owner, blocks)
            }
            Opening::Heading { .. } | Opening::Plain => {
                if let Some((number, is_sub, end)) = opening::doubtful(text)
                    && self.builder.expects(&number, is_sub)
                {
                    return self.misread_number(number, is_sub, end, blocks);
                }
                self.plain(blocks)
            }
        }
    }

    /// A point or sub-point in whose number letters stand for digits.
    fn misread_number(
        &mut self,
        number: Number,
        is_sub: bool,
        end: usize,
        blocks: &[Block],
    ) -> usize {
        let block = &blocks[0];
        let printed = block.text()[..end].trim_end_matches([' ', '.', ')']).to_owned();
        self.builder.fault(FaultKind::NumberLetter, block, &printed, &number.to_string());
        self.stage = Stage::Body;
        if is_sub {
            self.builder.subparagraph(number, end, block);
            return 1;
        }
        let owner = self.builder.paragraph(number, end, block);
        self.orders(owner, blocks)
    }

    /// Words without a number: what they are depends on where they stand.
    fn plain(&mut self, blocks: &[Block]) -> usize {
        let block = &blocks[0];
        match self.stage {
            Stage::Title if self.is_body() && requisites::is_identity(block.text()) => {
                self.component_unit(Kind::ActIdentity, Some(Step::Identity), block);
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
            Stage::Opening if self.is_body() && requisites::is_registration(block.text()) => {
                self.component_unit(Kind::ActIdentity, Some(Step::Identity), block);
                1
            }
            Stage::Opening
                if self.is_body() && self.preamble.is_none() && !order::is_header(block.text()) =>
            {
                let unit = self.component_unit(Kind::Preamble, Some(Step::Preamble), block);
                self.preamble = Some((unit, 1));
                1
            }
            Stage::Opening if self.is_body() && !order::amends(block.text()) => {
                self.preamble_text(block);
                1
            }
            Stage::Signed => {
                self.behind_signature(block);
                1
            }
            _ => {
                let unit = self.builder.text(block, &blocks[1..]);
                let read = self.orders(unit, blocks);
                if read > 1 {
                    self.stage = Stage::Body;
                }
                read
            }
        }
    }

    /// A further paragraph of the preamble.
    fn preamble_text(&mut self, block: &Block) {
        let parent = self.preamble.map(|(unit, _)| unit);
        let k = self.preamble.map_or(2, |(_, paragraphs)| paragraphs + 1);
        self.preamble = self.preamble.map(|(unit, _)| (unit, k));
        let address = self.builder.component().child(Step::Preamble).child(Step::Text(k));
        self.builder.push(New {
            kind: Kind::Text,
            address,
            parent,
            number: Some(Number::plain(k)),
            heading: None,
            block,
            body: 0,
        });
    }

    /// Place, day and number behind the signature belong to it; of anything else nobody can say
    /// what it is.
    fn behind_signature(&mut self, block: &Block) {
        if requisites::is_place_or_day(block.text())
            && let Some(signature) = self.signature
        {
            let unit = &mut self.builder.units[signature];
            unit.text.push(' ');
            unit.text.push_str(block.text());
            unit.heading = Some(unit.text.clone());
            unit.pieces.extend(block.pieces.iter().cloned());
            unit.lines.1 = block.lines.1;
            return;
        }
        self.component_unit(Kind::Unread, None, block);
    }

    pub(super) fn is_body(&self) -> bool {
        self.builder.component().is_whole()
    }

    /// A unit directly inside the open document.
    pub(super) fn component_unit(
        &mut self,
        kind: Kind,
        step: Option<Step>,
        block: &Block,
    ) -> UnitIndex {
        let component = self.builder.component();
        let address = step.map_or(component.clone(), |step| component.child(step));
        let parent = self.builder.component_unit();
        let heading =
            matches!(kind, Kind::Title | Kind::ActIdentity | Kind::Stamp | Kind::Signature)
                .then(|| block.text().to_owned());
        self.builder.push(New { kind, address, parent, number: None, heading, block, body: 0 })
    }

    /// «ЗҚАИ-ның ескертпесі!» and the paragraph after it are one note.
    pub(super) fn marked_note(&mut self, blocks: &[Block]) -> usize {
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
}

/// Adds a paragraph to the end of another.
pub(super) fn absorb(block: &mut Block, next: &Block) {
    let end = block.words.origin(block.text().len());
    block.words.push_reading(" ", end..end);
    block.words.append(&next.words);
    block.pieces.extend(next.pieces.iter().cloned());
    block.lines.1 = next.lines.1;
}
