//! The documents around and behind the body: approval stamps, annex marks, signatures, forms, and
//! annexes that have lost their mark. Decides where a document of the act begins and what it is
//! called.

use super::act::{Reader, Stage, absorb};
use super::build::New;
use super::mention::dated_numbers;
use super::opening;
use super::paragraph::{Block, is_finished};
use super::{requisites, table};
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{FaultKind, UnitIndex};

impl Reader {
    /// Stamps, annex marks and signatures.
    pub(super) fn requisites(&mut self, blocks: &[Block]) -> Option<usize> {
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
            self.builder.close_document();
            let unit = self.component_unit(Kind::Signature, Some(Step::Signature), &signature);
            self.signature = Some(unit);
            self.stage = Stage::Signed;
            return Some(read);
        }
        None
    }

    /// A stamp that gives the act's own number and another day contradicts the line that names
    /// the act; that line is kept.
    fn compare_dates(&mut self, stamp: &Block) {
        let identity = self.builder.units.iter().find(|unit| unit.kind == Kind::ActIdentity);
        let own = identity.map(|unit| dated_numbers(&unit.text)).unwrap_or_default();
        for dated in dated_numbers(stamp.text()) {
            let Some(own) = own.iter().find(|own| own.number == dated.number) else { continue };
            if own.date.is_ok() && dated.date != own.date {
                self.builder.fault(FaultKind::WrongDate, stamp, &dated.printed, &own.printed);
            }
        }
    }

    /// An approval stamp opens the document that the act approves; the next paragraph is its
    /// title.
    pub(super) fn stamp(&mut self, blocks: &[Block]) -> usize {
        self.compare_dates(&blocks[0]);
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

    /// The first annex that the text mentions and that has not come yet.
    pub(super) fn next_annex(&self) -> Option<(Address, Number)> {
        let base = self.main.clone().unwrap_or_else(Address::whole);
        self.mentioned
            .iter()
            .map(|&number| Number::plain(number))
            .map(|number| (base.child(Step::Annex(Some(number.clone()))), number))
            .find(|(address, _)| self.builder.units.iter().all(|unit| unit.address != *address))
    }

    /// Opens an annex that has lost its mark.
    pub(super) fn open_unmarked(
        &mut self,
        address: Address,
        number: Number,
        block: &Block,
    ) -> UnitIndex {
        let base = address.parent().unwrap_or_else(Address::whole);
        let parent = (!base.is_whole())
            .then(|| self.builder.units.iter().position(|unit| unit.address == base))
            .flatten();
        let reading = address.to_string();
        self.builder.fault(FaultKind::LostHeading, block, "", &reading);
        let unit = self.builder.push(New {
            kind: Kind::Annex,
            address: address.clone(),
            parent,
            number: Some(number),
            heading: Some(block.text().to_owned()),
            block,
            body: 0,
        });
        self.builder.open_document(address, Some(unit));
        unit
    }

    /// A form to be filled in, from its mark «Нысан» to the next annex. Under an annex mark it is
    /// a part of that annex, without one it is the next annex that the text mentions.
    pub(super) fn form(&mut self, blocks: &[Block]) -> Option<usize> {
        if self.is_body() || !requisites::is_form(blocks[0].text()) {
            return None;
        }
        let ends = |at: &usize| {
            let block = &blocks[*at];
            requisites::is_form(block.text())
                || requisites::annex_mark(block.text()).is_some()
                || requisites::is_stamp(block.text())
                || requisites::is_editorial(block.text())
                || block.note
                || heads_table(&blocks[*at..])
        };
        let end = (1..blocks.len()).find(ends).unwrap_or(blocks.len());
        let unit = match self.next_annex().filter(|_| self.stage == Stage::Body) {
            Some((address, number)) => self.open_unmarked(address, number, &blocks[0]),
            None => self.component_unit(Kind::Form, Some(Step::Form), &blocks[0]),
        };
        let address = self.builder.units[unit].address.clone();
        let mut titled = false;
        for block in &blocks[1..end] {
            let text = block.text();
            let (kind, step) = if text.starts_with("Кімге") {
                (Kind::Addressee, Step::Addressee)
            } else if !titled && requisites::is_form_title(text) {
                titled = true;
                (Kind::Title, Step::Title)
            } else {
                let form = &mut self.builder.units[unit];
                form.text.push('\n');
                form.text.push_str(text);
                form.pieces.extend(block.pieces.iter().cloned());
                continue;
            };
            let heading = (kind == Kind::Title).then(|| text.to_owned());
            let address = address.child(step);
            let parent = Some(unit);
            self.builder.push(New { kind, address, parent, number: None, heading, block, body: 0 });
        }
        if let Some(last) = blocks[..end].last() {
            self.builder.units[unit].lines.1 = last.lines.1;
        }
        self.stage = Stage::Body;
        Some(end)
    }

    /// A title over a table behind the last point: an annex that has lost its mark.
    pub(super) fn unmarked_annex(&mut self, blocks: &[Block]) -> Option<usize> {
        if self.is_body() || self.stage != Stage::Body || !heads_table(blocks) {
            return None;
        }
        let (address, number) = self.next_annex()?;
        let unit = self.open_unmarked(address, number, &blocks[0]);
        let read = 1 + self.table(&blocks[1..])?;
        if let Some(last) = blocks[..read].last() {
            self.builder.units[unit].lines.1 = last.lines.1;
        }
        Some(read)
    }
}

/// Numbers of annexes that a text mentions: `1-қосымшаға`.
pub(super) fn mentions(text: &str) -> impl Iterator<Item = u32> + '_ {
    text.match_indices("-қосымша").filter_map(|(at, _)| {
        let digits = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        text[digits.len()..at].parse().ok()
    })
}

/// True for a title with a table right below it.
pub(super) fn heads_table(blocks: &[Block]) -> bool {
    let [title, below, ..] = blocks else { return false };
    title.cells.is_empty()
        && !title.cell_begins
        && !is_finished(title.text())
        && !opening::read(title.text()).is_unit()
        && (!below.cells.is_empty() || below.cell_begins)
        && table::read(&blocks[1..]).is_some_and(|(rows, _)| rows.len() > 1)
}
