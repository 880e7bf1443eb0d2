//! Logical paragraphs turned into the tree: what stands inside what, under which address. The
//! builder holds the chain of open units and gives every paragraph its place in it.

use super::opening::{self, Opening};
use super::paragraph::{Block, is_finished};
use super::{note, numbering};
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{Fault, FaultKind, PrintedStatus, Unit, UnitIndex};
use crate::source::spanned::Spanned;

/// How far in a unit stands. Ordered from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Document,
    Part,
    Subpart,
    Chapter,
    Section,
    Article,
    Paragraph,
    Subparagraph,
}

/// An open unit.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub level: Level,
    pub unit: Option<UnitIndex>,
    /// Address of the unit; of a document its component.
    pub address: Address,
    /// Counted paragraphs: in a numbered unit its own is the first.
    pub texts: u32,
    /// Number of the last numbered unit directly inside.
    pub last: Option<Number>,
}

/// The tree under construction.
#[derive(Debug)]
pub(super) struct Builder {
    pub units: Vec<Unit>,
    pub faults: Vec<Fault>,
    pub frames: Vec<Frame>,
    /// The last paragraph of the lawmaker's text ends a sentence with a full stop.
    full_stop: bool,
    /// So many of the next paragraphs are known to belong to the open sub-point.
    run: usize,
}

/// What to put into the tree; address and parent follow from the place.
pub(super) struct New<'a> {
    pub kind: Kind,
    pub address: Address,
    pub parent: Option<UnitIndex>,
    pub number: Option<Number>,
    pub heading: Option<String>,
    pub block: &'a Block,
    pub body: usize,
}

impl Builder {
    /// A builder whose outermost units stand inside `container`.
    pub fn new(container: Address) -> Self {
        let level = match container.last() {
            Some(Step::Article(_)) => Level::Article,
            Some(Step::Paragraph(_)) => Level::Paragraph,
            Some(Step::Subparagraph(_)) => Level::Subparagraph,
            _ => Level::Document,
        };
        let texts = u32::from(level >= Level::Paragraph);
        // Outer frames let a point in new text stand beside the container, not inside it.
        let mut frames = Vec::new();
        for steps in 0..container.steps().len() {
            let outer = Address::new(container.steps()[..steps].to_vec());
            let outer_level = match outer.last() {
                Some(Step::Article(_)) => Level::Article,
                Some(Step::Paragraph(_)) => Level::Paragraph,
                _ => Level::Document,
            };
            if outer_level > Level::Document || steps == 0 {
                frames.push(Frame {
                    level: outer_level,
                    unit: None,
                    address: outer,
                    texts: 1,
                    last: None,
                });
            }
        }
        if level == Level::Document {
            frames.clear();
        }
        frames.push(Frame { level, unit: None, address: container, texts, last: None });
        Builder { units: Vec::new(), faults: Vec::new(), frames, full_stop: false, run: 0 }
    }

    /// The innermost open unit.
    pub fn top(&self) -> &Frame {
        // There is always the frame of the document.
        &self.frames[self.frames.len() - 1]
    }

    /// The address of the document that is open.
    pub fn component(&self) -> Address {
        let document = self.frames.iter().rev().find(|frame| frame.level == Level::Document);
        document.map_or_else(Address::whole, |frame| frame.address.clone())
    }

    /// The unit of the document that is open: an annex.
    pub fn component_unit(&self) -> Option<UnitIndex> {
        let document = self.frames.iter().rev().find(|frame| frame.level == Level::Document);
        document.and_then(|frame| frame.unit)
    }

    /// Closes units until one may take in a unit of this level.
    fn close_to(&mut self, level: Level) {
        while self.frames.len() > 1 && self.top().level >= level {
            self.frames.pop();
        }
    }

    /// The innermost open unit that lawyers cite: article, point, sub-point, else the document.
    pub fn citable(&self) -> usize {
        self.frames
            .iter()
            .rposition(|frame| frame.level >= Level::Article || frame.level == Level::Document)
            .unwrap_or(0)
    }

    /// Puts a unit into the tree.
    pub fn push(&mut self, new: New<'_>) -> UnitIndex {
        let depth = new.parent.map_or(0, |parent| self.units[parent].depth + 1);
        self.units.push(Unit {
            kind: new.kind,
            address: new.address,
            number: new.number,
            heading: new.heading,
            text: new.block.text().to_owned(),
            body: new.body.min(new.block.text().len()),
            parent: new.parent,
            depth,
            status: PrintedStatus::InForce,
            pieces: new.block.pieces.clone(),
            lines: new.block.lines,
            cells: Vec::new(),
        });
        self.units.len() - 1
    }

    /// Records a fault at a block.
    pub fn fault(&mut self, kind: FaultKind, block: &Block, printed: &str, reading: &str) {
        let at = block.text().find(printed).unwrap_or(0);
        self.faults.push(Fault {
            line: block.lines.0,
            bytes: block.words.origin_of(at..at + printed.len()),
            kind,
            printed: printed.to_owned(),
            reading: reading.to_owned(),
        });
    }

    /// Records that a heading stood on one line with the one before it.
    pub fn merged(&mut self, second: &Block, printed: String) {
        self.faults.push(Fault {
            line: second.lines.0,
            bytes: second.words.origin_of(0..second.text().len()),
            kind: FaultKind::MergedHeadings,
            printed,
            reading: second.text().to_owned(),
        });
    }

    /// Opens a document inside the act.
    pub fn open_document(&mut self, address: Address, unit: Option<UnitIndex>) {
        self.frames.truncate(1);
        self.frames.push(Frame { level: Level::Document, unit, address, texts: 0, last: None });
        self.full_stop = false;
    }

    /// Closes all units of the open document.
    pub fn close_document(&mut self) {
        self.close_to(Level::Part);
        self.full_stop = false;
    }

    /// Adds a heading: part, chapter, section or article.
    pub fn heading(
        &mut self,
        kind: Kind,
        number: Number,
        title: usize,
        block: &Block,
    ) -> UnitIndex {
        let level = match kind {
            Kind::Part => Level::Part,
            Kind::Subpart => Level::Subpart,
            Kind::Chapter => Level::Chapter,
            Kind::Section => Level::Section,
            _ => Level::Article,
        };
        self.close_to(level);
        let component = self.component();
        let grouping = |frames: &[Frame], level| {
            frames
                .iter()
                .rev()
                .find(|frame| frame.level == level)
                .map(|frame| frame.address.clone())
        };
        let address = match kind {
            Kind::Part => component.child(Step::Part(number.clone())),
            Kind::Subpart => grouping(&self.frames, Level::Part)
                .unwrap_or(component)
                .child(Step::Subpart(number.clone())),
            Kind::Chapter => component.child(Step::Chapter(number.clone())),
            Kind::Section => grouping(&self.frames, Level::Chapter)
                .unwrap_or(component)
                .child(Step::Section(number.clone())),
            _ => component.child(Step::Article(number.clone())),
        };
        // An article of an amending act has no heading: its words end a sentence.
        let title_words = block.text()[title..].trim();
        let own_words = kind == Kind::Article && is_finished(title_words);
        let heading = (!own_words).then(|| title_words.to_owned());
        let parent = self.top().unit;
        let unit = self.push(New {
            kind,
            address: address.clone(),
            parent,
            number: Some(number),
            heading,
            block,
            body: title,
        });
        self.units[unit].status = note::tombstone(title_words);
        let texts = u32::from(own_words);
        self.frames.push(Frame { level, unit: Some(unit), address, texts, last: None });
        self.full_stop = false;
        unit
    }

    /// Adds a point.
    pub fn paragraph(&mut self, number: Number, end: usize, block: &Block) -> UnitIndex {
        self.close_to(Level::Paragraph);
        let owner = self.citable();
        let address = self.frames[owner].address.child(Step::Paragraph(number.clone()));
        self.numbered(Kind::Paragraph, Level::Paragraph, address, owner, number, end, block)
    }

    /// Adds a sub-point.
    pub fn subparagraph(&mut self, number: Number, end: usize, block: &Block) -> UnitIndex {
        self.close_to(Level::Subparagraph);
        let owner = self.citable();
        let read = self.read_letter(owner, number, block);
        let address = self.frames[owner].address.child(Step::Subparagraph(read.clone()));
        self.numbered(Kind::Subparagraph, Level::Subparagraph, address, owner, read, end, block)
    }

    /// True when a point or sub-point of this number is the next one in its list.
    pub fn expects(&self, number: &Number, is_sub: bool) -> bool {
        let level = if is_sub { Level::Subparagraph } else { Level::Paragraph };
        let owner = self.frames.iter().rev().find(|frame| {
            (frame.level >= Level::Article || frame.level == Level::Document) && frame.level < level
        });
        owner.is_some_and(|owner| numbering::is_next(owner.last.as_ref(), number))
    }

    /// `б)` after `5)` is `6)`; after `а)` it is a letter.
    fn read_letter(&mut self, owner: usize, number: Number, block: &Block) -> Number {
        let Number::Letter(letter) = number else { return number };
        let Some(Number::Dashed(last)) = &self.frames[owner].last else { return number };
        let digit = opening::digit_for_letter(letter).and_then(|digit| digit.to_digit(10));
        match digit {
            Some(digit) if last.first().is_some_and(|&last| last + 1 == digit) => {
                let printed = letter.to_string();
                self.fault(FaultKind::NumberLetter, block, &printed, &digit.to_string());
                Number::plain(digit)
            }
            _ => number,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one place for points and sub-points")]
    fn numbered(
        &mut self,
        kind: Kind,
        level: Level,
        address: Address,
        owner: usize,
        number: Number,
        end: usize,
        block: &Block,
    ) -> UnitIndex {
        self.frames[owner].last = Some(number.clone());
        self.run = 0;
        let parent = self.top().unit;
        let unit = self.push(New {
            kind,
            address: address.clone(),
            parent,
            number: Some(number),
            heading: None,
            block,
            body: end,
        });
        self.units[unit].status = note::tombstone(&block.text()[end..]);
        self.frames.push(Frame { level, unit: Some(unit), address, texts: 1, last: None });
        self.ends(block);
        unit
    }

    /// Adds an unnumbered paragraph to the open unit it belongs to. `rest` are the paragraphs
    /// that follow.
    pub fn text(&mut self, block: &Block, rest: &[Block]) -> UnitIndex {
        // «Ескертпе.» of an article of a code speaks of the whole article.
        let in_article = self.frames.iter().any(|frame| frame.level == Level::Article);
        if in_article && note::is_of_article(block.text()) {
            self.close_to(Level::Paragraph);
        }
        if self.top().level == Level::Subparagraph && (self.full_stop || self.run > 0) {
            let goes_on = self.list_goes_on(block, rest);
            if !goes_on && self.frames.len() > 1 {
                self.frames.pop();
            }
        }
        let unit = self.counted(Kind::Text, block);
        self.ends(block);
        unit
    }

    /// Adds a counted paragraph of the innermost citable unit.
    pub fn counted(&mut self, kind: Kind, block: &Block) -> UnitIndex {
        let owner = self.citable();
        let frame = &mut self.frames[owner];
        frame.texts += 1;
        let k = frame.texts;
        let address = frame.address.child(Step::Text(k));
        let parent = self.top().unit;
        // Tabs are blanks like any other in words: a quoted row keeps its cells by bars.
        let row = (block.cells.len() > 1 && !block.text().contains('|')).then(|| {
            let cells: Vec<&str> = block.cells.iter().map(Spanned::text).collect();
            let origin = block.words.origin(0)..block.words.origin(block.text().len());
            let mut words = Spanned::new(origin.start);
            words.push_reading(&cells.join(" | "), origin);
            Block { words, ..block.clone() }
        });
        let block = row.as_ref().unwrap_or(block);
        self.push(New {
            kind,
            address,
            parent,
            number: Some(Number::plain(k)),
            heading: None,
            block,
            body: 0,
        })
    }

    /// A sub-point of several sentences in the middle of its list: its last paragraph ends with
    /// a semicolon, and the next number of the list follows.
    fn list_goes_on(&mut self, block: &Block, rest: &[Block]) -> bool {
        if self.run > 0 {
            self.run -= 1;
            return true;
        }
        let plain = |block: &&Block| {
            !opening::read(block.text()).is_unit()
                && !note::begins(block.text())
                && !note::is_mark(block.text())
        };
        let run = rest.iter().take_while(plain).count();
        let last = if run == 0 { block } else { &rest[run - 1] };
        if !last.text().trim_end_matches(['"', '»']).ends_with(';') {
            return false;
        }
        let mut next = rest[run..].iter();
        let next = next.find(|block| !note::begins(block.text()) && !note::is_mark(block.text()));
        let goes_on = matches!(
            next.map(|block| opening::read(block.text())),
            Some(Opening::Subparagraph { .. })
        );
        self.run = if goes_on { run } else { 0 };
        goes_on
    }

    /// Remembers how the lawmaker's last paragraph ends.
    fn ends(&mut self, block: &Block) {
        let text = block.text().trim_end_matches(['"', '»', '”', ' ']);
        self.full_stop = text.ends_with(['.', '!', '?']) || text.ends_with(".\";");
    }

    /// Adds a note where it stands: at the open unit that it speaks of, else at the innermost
    /// one. A note that says that this whole unit is gone makes it a tombstone.
    pub fn note(&mut self, block: &Block) -> UnitIndex {
        let subject = note::subject(block.text());
        let named = subject.as_ref().and_then(|subject| self.named_frame(subject));
        if let (Some(subject), Some(frame)) = (&subject, named)
            && let Some(unit) = self.frames[frame].unit
            && subject.status != PrintedStatus::InForce
            && !self.has_children(unit)
        {
            self.units[unit].status = subject.status;
        }
        let frame = &self.frames[named.unwrap_or(self.frames.len() - 1)];
        let (address, parent) = (frame.address.clone(), frame.unit);
        self.push(New {
            kind: Kind::Note,
            address,
            parent,
            number: None,
            heading: None,
            block,
            body: 0,
        })
    }

    fn has_children(&self, unit: UnitIndex) -> bool {
        self.units[unit + 1..]
            .iter()
            .any(|child| child.parent == Some(unit) && !child.kind.is_editorial())
    }

    /// The open unit of which a note speaks.
    fn named_frame(&self, subject: &note::Subject) -> Option<usize> {
        const LEVELS: [(&str, Level); 8] = [
            ("тармакша", Level::Subparagraph),
            ("тармак", Level::Paragraph),
            ("тармаг", Level::Paragraph),
            ("бап", Level::Article),
            ("баб", Level::Article),
            ("тарау", Level::Chapter),
            ("болим", Level::Part),
            ("параграф", Level::Section),
        ];
        let word = subject.word.as_str();
        let level = LEVELS.iter().find(|(stem, _)| word.starts_with(stem)).map(|&(_, level)| level);
        let level = level.or_else(|| word.starts_with("косымша").then_some(Level::Document))?;
        self.frames.iter().rposition(|frame| {
            frame.level == level
                && frame.address.last().and_then(Step::number) == Some(&subject.number)
        })
    }
}
