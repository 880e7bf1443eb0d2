//! Paragraphs turned into the parts of an act: requisites, body, approved document, annexes,
//! notes, amending points. Decides for every paragraph which rule reads it; the builder then
//! gives it its place.

use super::build::{Builder, New};
use super::note;
use super::opening::{self, Opening};
use super::order::{self, Role};
use super::paragraph::{Block, is_finished};
use super::{requisites, table};
use crate::kazakh::letters::skeleton;
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{FaultKind, PrintedStatus, UnitIndex};
use crate::source::spanned::Spanned;
use std::collections::BTreeSet;

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
    /// Numbers of the annexes that the text mentions.
    mentioned: BTreeSet<u32>,
    /// The last table read.
    table: Option<LastTable>,
    /// The preamble, and how many paragraphs it has.
    preamble: Option<(UnitIndex, u32)>,
    /// The last signature.
    signature: Option<UnitIndex>,
}

/// The last table of a document.
#[derive(Debug)]
struct LastTable {
    component: Address,
    /// How many tables the document has up to here.
    count: u32,
    unit: UnitIndex,
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

    /// A heading whose title stands in the paragraph below its number.
    fn heading_over_two(&self, blocks: &[Block]) -> Option<Block> {
        const LONGEST: usize = 400;
        let [number, title, ..] = blocks else { return None };
        let Opening::Heading { closed: true, end, .. } = opening::read(number.text()) else {
            return None;
        };
        let words = title.text();
        let is_title = number.text()[end..].is_empty()
            && words.len() < LONGEST
            && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '«'))
            && !is_finished(words)
            && !opening::read(words).is_unit()
            && !title.note
            && title.cells.is_empty();
        is_title.then(|| {
            let mut whole = number.clone();
            absorb(&mut whole, title);
            // The number alone said that this is a heading.
            whole.marks.heading = whole.marks.heading.max(1);
            whole
        })
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
            self.builder.close_document();
            let unit = self.component_unit(Kind::Signature, Some(Step::Signature), &signature);
            self.signature = Some(unit);
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

    /// A table of contents: headings one below the other that come again, with their text,
    /// further down.
    fn contents(&mut self, blocks: &[Block]) -> Option<usize> {
        const FEWEST: usize = 3;
        if !matches!(self.stage, Stage::Title | Stage::Opening) {
            return None;
        }
        let titled = usize::from(requisites::is_contents(blocks[0].text()));
        let mut seen = BTreeSet::new();
        let run = blocks[titled..]
            .iter()
            .map_while(heading_key)
            .take_while(|key| seen.insert(key.clone()))
            .count();
        if run < FEWEST {
            return None;
        }
        let again = blocks[titled + run..]
            .iter()
            .filter_map(heading_key)
            .filter(|key| seen.remove(key))
            .count();
        if 2 * again < run {
            return None;
        }
        let mut whole = blocks[0].clone();
        for block in &blocks[1..titled + run] {
            let end = whole.words.origin(whole.text().len());
            whole.words.push_reading("\n", end..end);
            whole.words.append(&block.words);
            whole.pieces.extend(block.pieces.iter().cloned());
            whole.lines.1 = block.lines.1;
        }
        self.component_unit(Kind::Contents, Some(Step::Contents), &whole);
        Some(titled + run)
    }

    /// The first annex that the text mentions and that has not come yet.
    fn next_annex(&self) -> Option<(Address, Number)> {
        let base = self.main.clone().unwrap_or_else(Address::whole);
        self.mentioned
            .iter()
            .map(|&number| Number::plain(number))
            .map(|number| (base.child(Step::Annex(Some(number.clone()))), number))
            .find(|(address, _)| self.builder.units.iter().all(|unit| unit.address != *address))
    }

    /// Opens an annex that has lost its mark.
    fn open_unmarked(&mut self, address: Address, number: Number, block: &Block) -> UnitIndex {
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
    fn form(&mut self, blocks: &[Block]) -> Option<usize> {
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
    fn unmarked_annex(&mut self, blocks: &[Block]) -> Option<usize> {
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

    /// A table with its head, groups and rows.
    fn table(&mut self, blocks: &[Block]) -> Option<usize> {
        let (rows, read) = table::read(blocks)?;
        let component = self.builder.component();
        let tables = match &self.table {
            Some(last) if last.component == component => last.count + 1,
            _ => 1,
        };
        let place = (tables > 1).then_some(tables);
        let address = component.child(Step::Table(place));
        let parent = self.builder.component_unit();
        let head = rows.first().filter(|row| row.role == table::Role::Head);
        let mut whole = blocks[0].clone();
        whole.pieces = head.map_or_else(Vec::new, |row| row.pieces.clone());
        whole.lines.1 = rows.last().map_or(whole.lines.1, |row| row.lines.1);
        whole.words = words(head.map_or(&[], |row| &row.cells), whole.words.origin(0));
        let new = New {
            kind: Kind::Table,
            address: address.clone(),
            parent,
            number: None,
            heading: None,
            block: &whole,
            body: 0,
        };
        let table = self.builder.push(new);
        self.table = Some(LastTable { component, count: tables, unit: table });
        self.builder.units[table].cells = head.map_or_else(Vec::new, |row| row.cells.clone());
        let skip = usize::from(head.is_some());
        let mut parent = table;
        let mut count = 0;
        let mut groups = 0;
        for row in &rows[skip..] {
            let (kind, step, number) = match &row.role {
                table::Role::ColumnNumbers | table::Role::Head => {
                    (Kind::ColumnNumbers, Step::ColumnNumbers, None)
                }
                table::Role::Group(number) => {
                    groups += 1;
                    parent = table;
                    let number = number.clone().unwrap_or(Number::plain(groups));
                    (Kind::TableGroup, Step::Group(number.clone()), Some(number))
                }
                table::Role::Row(number) => {
                    count += 1;
                    let number = number.clone().unwrap_or(Number::plain(count));
                    (Kind::Row, Step::Row(number.clone()), Some(number))
                }
            };
            let mut block = blocks[0].clone();
            block.pieces = row.pieces.clone();
            block.lines = row.lines;
            let start = row.pieces.first().map_or(0, |piece| piece.start);
            block.words = words(&row.cells, start);
            let title = group_title(&row.cells);
            let unit = self.builder.push(New {
                kind,
                address: address.child(step),
                parent: Some(parent),
                number,
                heading: (kind == Kind::TableGroup).then_some(title),
                block: &block,
                body: 0,
            });
            self.builder.units[unit].cells = row.cells.clone();
            self.builder.units[unit].status =
                row.cells.get(1).map_or(PrintedStatus::InForce, |cell| note::tombstone(cell));
            if row.joined {
                let number = row.cells.first().map_or("", String::as_str);
                self.builder.fault(FaultKind::PageBreak, &block, number, number);
            }
            if kind == Kind::TableGroup {
                parent = unit;
            }
        }
        self.stage = if self.is_body() { Stage::Body } else { self.stage };
        Some(read)
    }

    /// Footnotes and lists of abbreviations that stand below a table.
    fn below_table(&mut self, blocks: &[Block]) -> Option<usize> {
        let block = &blocks[0];
        let text = block.text();
        let component = self.builder.component();
        let parent = self.builder.component_unit();
        let table = self.table.as_ref().filter(|table| table.component == component);
        if let Some(table) = table.map(|table| table.unit)
            && text.starts_with('*')
        {
            let mark: String = text.chars().take_while(|&c| c == '*').collect();
            let address = self.builder.units[table].address.child(Step::Footnote(mark));
            self.builder.push(New {
                kind: Kind::Footnote,
                address,
                parent: Some(table),
                number: None,
                heading: None,
                block,
                body: 0,
            });
            return Some(1);
        }
        let key = skeleton(text);
        if !(key.contains("аббревиатура") || key.contains("кыскартулар")) || !text.ends_with(':')
        {
            return None;
        }
        let entries = blocks[1..].iter().take_while(|block| abbreviation(block.text()).is_some());
        let entries = entries.count();
        if entries == 0 || opening::read(text).is_unit() {
            return None;
        }
        let address = component.child(Step::Abbreviations);
        let list = self.builder.push(New {
            kind: Kind::Abbreviations,
            address: address.clone(),
            parent,
            number: None,
            heading: None,
            block,
            body: 0,
        });
        for block in &blocks[1..=entries] {
            let word = abbreviation(block.text()).unwrap_or_default().to_owned();
            self.builder.push(New {
                kind: Kind::Abbreviation,
                address: address.child(Step::Abbreviation(word)),
                parent: Some(list),
                number: None,
                heading: None,
                block,
                body: 0,
            });
        }
        Some(1 + entries)
    }

    /// After a unit that may amend: reads the paragraphs of its orders. Tells how many
    /// paragraphs were read, the unit's own included.
    fn orders(&mut self, owner: UnitIndex, blocks: &[Block]) -> usize {
        let words = self.builder.units[owner].words();
        if self.fragment || !order::amends(words) {
            return 1;
        }
        let mut reader = order::Reader::new(words, self.owners(owner));
        let mut read = 1;
        // Where the next order stands, once it has been looked for.
        let mut next_order = 0;
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
                Role::Outside if reader.expects_order() && !reader.is_left_by(text) => {
                    if next_order < read {
                        next_order = read + orders_before(&reader, &blocks[read..]);
                    }
                    if next_order == read {
                        break;
                    }
                    Kind::Instruction
                }
                Role::Outside => break,
            };
            self.builder.counted(kind, block);
            read += 1;
        }
        read
    }

    /// Kinds and numbers of a unit and of those around it.
    fn owners(&self, unit: UnitIndex) -> Vec<(Kind, Number)> {
        let mut out = Vec::new();
        let mut next = Some(unit);
        while let Some(at) = next {
            let unit = &self.builder.units[at];
            if let Some(number) = unit.number.clone().filter(|_| unit.kind != Kind::Text) {
                out.push((unit.kind, number));
            }
            next = unit.parent;
        }
        out
    }
}

/// How many paragraphs stand before the next order of the amending point; 0 where none comes.
fn orders_before(reader: &order::Reader, blocks: &[Block]) -> usize {
    let inside = blocks.iter().take_while(|block| {
        let text = block.text();
        let ended = requisites::is_editorial(text)
            || requisites::annex_mark(text).is_some()
            || requisites::is_stamp(text)
            || requisites::is_post(text);
        !ended && !reader.is_left_by(text)
    });
    let orders = inside.enumerate().filter(|(_, block)| order::is_order(block.text()));
    orders.map(|(at, _)| at).next().unwrap_or(0)
}

/// Kind and number of a heading.
fn heading_key(block: &Block) -> Option<(Kind, Number)> {
    match opening::read(block.text()) {
        Opening::Heading { kind, number, closed: true, .. } => Some((kind, number)),
        _ => None,
    }
}

/// Numbers of annexes that a text mentions: `1-қосымшаға`.
fn mentions(text: &str) -> impl Iterator<Item = u32> + '_ {
    text.match_indices("-қосымша").filter_map(|(at, _)| {
        let digits = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        text[digits.len()..at].parse().ok()
    })
}

/// True for a title with a table right below it.
fn heads_table(blocks: &[Block]) -> bool {
    let [title, below, ..] = blocks else { return false };
    title.cells.is_empty()
        && !title.cell_begins
        && !is_finished(title.text())
        && !opening::read(title.text()).is_unit()
        && (!below.cells.is_empty() || below.cell_begins)
        && table::read(&blocks[1..]).is_some_and(|(rows, _)| rows.len() > 1)
}

/// The cells of a row as words.
fn words(cells: &[String], start: usize) -> Spanned {
    let mut words = Spanned::new(start);
    let filled: Vec<&str> =
        cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    words.push_reading(&filled.join(" | "), start..start);
    words
}

/// The words of a group line without their number.
fn group_title(cells: &[String]) -> String {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let first = filled.next().map_or("", String::as_str);
    let words =
        first.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-'));
    if words.trim().is_empty() {
        return filled.next().cloned().unwrap_or_default();
    }
    words.trim().to_owned()
}

/// The abbreviation that an entry `МО – мемлекеттік орган` explains.
fn abbreviation(entry: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let (word, _) = entry.split_once(" – ").or_else(|| entry.split_once(" - "))?;
    (word.chars().count() <= LONGEST && !opening::read(entry).is_unit()).then_some(word)
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
fn split_merged_headings(blocks: Vec<Block>, builder: &mut Builder) -> Vec<Block> {
    let mut apart = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        while let Opening::Heading { closed: true, end, kind, .. } = opening::read(block.text())
            && kind != Kind::Article
            && let Some(cut) = second_heading(block.text(), end)
        {
            let printed = block.text().to_owned();
            let second = block.split_off(cut);
            builder.merged(&second, printed);
            apart.push(std::mem::replace(&mut block, second));
        }
        apart.push(block);
    }
    apart
}

/// Where a second heading begins inside the title of a first.
fn second_heading(text: &str, title: usize) -> Option<usize> {
    let starts = text[title..].match_indices(' ').map(|(at, _)| title + at + 1);
    starts
        .filter(|&at| text[at..].starts_with(|c: char| c.is_ascii_digit()))
        .find(|&at| matches!(opening::read(&text[at..]), Opening::Heading { closed: true, .. }))
        .filter(|_| !is_finished(text))
}
