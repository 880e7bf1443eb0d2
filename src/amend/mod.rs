//! Orders of an amending act → instructions: which act, where in it, what to do, with what
//! words, from when. What is recognised as an order and not understood is listed as unread.
//!
//! The parser has told the paragraphs of an amending point apart; here their words are read.
//! Scopes nest and are never closed in so many words: a citation of the same or a higher level
//! leaves them.

pub mod apply;
mod construct;
pub mod effect;
mod header;
mod items;
pub mod ledger;
mod line;
mod new_text;
mod repealed;
mod scope;
pub mod wording;

use crate::kazakh::noun::Case;
use crate::kazakh::unit::UnitNoun;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::evidence::Span;
use crate::model::instruction::{Instruction, Operation, Orders, QuotedTitle};
use crate::model::kind::Kind;
use crate::model::tree::{Tree, Unit, UnitIndex};
use crate::parse::Paragraph;
use crate::parse::command::{Command, commands, may_command};
use construct::{NewText, Reading};
use items::Items;
use line::Line;
use scope::Standing;
use std::ops::Range;

/// The most bytes that the orders of one sentence quote together: each quotes the whole sentence. Above
/// that the sentence is listed as unread. Of a hundred orders in one sentence each may have a page
/// of A4 forty times over.
const QUOTED: usize = 16 << 20;

/// True for an act whose own title announces changes of others: «… өзгерістер енгізу туралы».
pub fn announces_changes(tree: &Tree) -> bool {
    tree.units.iter().any(|unit| {
        let titled = unit.kind == Kind::Title && unit.address.component().is_whole();
        titled && header::announces_in_title(&unit.text)
    })
}

/// Every order of an amending act, in document order. `own` is the amending act itself: its own
/// name opens no orders, since no act amends itself.
pub fn read(tree: &Tree, own: &ActId) -> Orders {
    let items = Items::of(tree);
    let amends = tree.units.iter().any(|unit| unit.kind.is_amending()) || announces_changes(tree);
    let orders = Orders::default();
    let mut reader = Reader { tree, own, items, amends, standing: None, orders };
    let mut at = 0;
    while at < tree.units.len() {
        at = reader.unit(at);
    }
    let Reader { items, mut orders, .. } = reader;
    // An order on an act that nothing identifies is not understood.
    for order in &mut orders.instructions {
        let cited = order.target_title.as_ref().is_some_and(|cited| cited.form.is_law());
        order.read &= order.target_act.is_some() || cited;
    }
    if let Some(commencement) = effect::commencement(tree) {
        commencement.apply(tree, &items, &mut orders.instructions);
    }
    orders
}

/// The cases in which a sentence names the act that it changes: «Заңының 2-бабы», «Заңы … баппен
/// толықтырылсын», «қаулысында … деген сөз».
const NAMING: [Case; 4] = [Case::Genitive, Case::Nominative, Case::Locative, Case::Dative];

struct Reader<'t> {
    tree: &'t Tree,
    own: &'t ActId,
    items: Items,
    /// The act announces changes of others, or holds orders.
    amends: bool,
    standing: Option<Standing>,
    orders: Orders,
}

impl Reader<'_> {
    /// Reads the unit at this place and answers the place of the next one to read.
    fn unit(&mut self, at: UnitIndex) -> UnitIndex {
        let tree = self.tree;
        let unit = &tree.units[at];
        match unit.kind {
            Kind::Note | Kind::Editorial => at + 1,
            Kind::Title if unit.address.component().is_whole() => {
                let named = header::named_in_title(&unit.text);
                named.iter().for_each(|named| self.names(named));
                at + 1
            }
            Kind::Context => {
                self.context(unit);
                at + 1
            }
            Kind::Instruction => {
                let quoted = self.quoted_after(at);
                self.order(at, &unit.text, quoted.clone());
                quoted.end
            }
            Kind::Quoted => {
                let quoted = self.quoted_after(at);
                self.orphan(at, quoted.end);
                quoted.end
            }
            _ => {
                self.header(unit);
                if self.repeals(at) {
                    return at + 1;
                }
                if let Some(next) = self.named_with_its_order(at) {
                    return next;
                }
                self.stray(at);
                at + 1
            }
        }
    }

    /// A point that names an act, a place in it and what is ordered there in one sentence:
    /// «… № 100-VIII Қазақстан Республикасы Заңының 2-бабының 1-тармағы мынадай редакцияда
    /// жазылсын:». Answers the place behind the order and its new text.
    fn named_with_its_order(&mut self, at: UnitIndex) -> Option<UnitIndex> {
        if self.standing.is_some() {
            return None;
        }
        let unit = &self.tree.units[at];
        let words = unit.words();
        if !may_command(words) {
            return None;
        }
        let plain = line::without_quotations(words);
        let (_, first) = commands(&plain).into_iter().next()?;
        let before = words.get(..first.start)?;
        let approved = repealed::approving(before);
        let named = match approved {
            Some((act, _)) => header::named(&words[..act], &[Case::Instrumental])?,
            None => header::named(before, &NAMING)?,
        };
        if named.act.as_ref() == Some(self.own) {
            return None;
        }
        let sentence = &words[approved.map_or(named.at.end, |(_, document)| document)..];
        let quoted = self.quoted_after(at);
        let mut standing = self.standing_in(named, unit);
        standing.in_approved = approved.is_some();
        self.standing = Some(standing);
        self.order(at, sentence, quoted.clone());
        self.standing = None;
        Some(quoted.end)
    }

    /// A provision of an amending act that commands something and that no rule reads: an order
    /// that was not understood. What the act says of itself is none.
    fn stray(&mut self, at: UnitIndex) {
        let unit = &self.tree.units[at];
        let provision = matches!(
            unit.kind,
            Kind::Article | Kind::Paragraph | Kind::Subparagraph | Kind::Text | Kind::Unread
        );
        if !self.amends || !provision || !may_command(unit.words()) {
            return;
        }
        let plain = line::without_quotations(unit.words());
        let found = commands(&plain);
        let Some((command, bytes)) = found.last() else { return };
        if header::speaks_of_its_own_act(&plain[..bytes.start]) {
            return;
        }
        let standing = Standing::nowhere();
        let order = self.blank(at, unit.words(), &standing, construct::likely(Some(*command)));
        self.orders.instructions.push(order);
    }

    /// A point that repeals or suspends acts, or points of them.
    fn repeals(&mut self, at: UnitIndex) -> bool {
        let before = self.orders.instructions.len();
        for repealed in repealed::read(self.tree, at) {
            let unit = &self.tree.units[repealed.unit];
            let mut standing = match repealed.named {
                Some(named) => self.standing_in(named, unit),
                None => Standing::nowhere(),
            };
            standing.in_approved = repealed.in_approved;
            let base = self.blank(repealed.unit, &unit.text, &standing, repealed.operation);
            let read = repealed.targets.is_some();
            let targets = repealed.targets.unwrap_or_default();
            let (in_force, until) = (repealed.from, repealed.until);
            self.orders.instructions.push(Instruction { targets, in_force, until, read, ..base });
        }
        self.orders.instructions.len() > before
    }

    /// The new text that follows an order.
    fn quoted_after(&self, order: UnitIndex) -> Range<UnitIndex> {
        let start = order + 1;
        let quoted = |unit: &&Unit| unit.kind == Kind::Quoted;
        start..start + self.tree.units[start..].iter().take_while(quoted).count()
    }

    /// A point of the act: one that names an act opens orders on it, any other ends them.
    fn header(&mut self, unit: &Unit) {
        let words = unit.words();
        let opens = words.trim_end().ends_with(':') || header::announces_changes(words);
        // A sentence that commands something is an order with its own target.
        let opens = opens && commands(&line::without_quotations(words)).is_empty();
        let named = opens.then(|| header::opening(words)).flatten();
        let named = named.filter(|named| named.act.as_ref() != Some(self.own));
        self.standing = named.map(|named| self.opened(named, unit, words));
    }

    /// Remembers an act that is named as one on which there are orders.
    fn names(&mut self, named: &header::Named) {
        if let Some(act) = &named.act
            && act != self.own
            && !self.orders.targets.contains(act)
        {
            self.orders.targets.push(act.clone());
        }
        if let Some(cited) = named.cited()
            && !self.orders.cited.contains(&cited)
        {
            self.orders.cited.push(cited);
        }
    }

    /// The scope that a header or a line opens, with the units of the act that it names.
    fn opened(&mut self, named: header::Named, unit: &Unit, words: &str) -> Standing {
        let place = header::place_behind(words, &named);
        let mut standing = self.standing_in(named, unit);
        if let Some(place) = place {
            standing.narrow(place);
        }
        standing
    }

    fn standing_in(&mut self, named: header::Named, unit: &Unit) -> Standing {
        self.names(&named);
        if let (Some(act), Some(title)) = (&named.act, &named.title) {
            let bytes = unit.pieces.first().map_or(0, |piece| piece.start)
                ..unit.pieces.last().map_or(0, |piece| piece.end);
            let span = Span { source: self.tree.source.clone(), bytes, lines: unit.lines };
            let quoted = QuotedTitle { act: act.clone(), title: title.clone(), span };
            self.orders.titles.push(quoted);
        }
        let mut standing = Standing::new(named, unit.address.clone());
        if header::enters_approved(unit.words()) {
            standing.enter_approved(&unit.address, unit.words());
        }
        standing
    }

    fn context(&mut self, unit: &Unit) {
        let words = unit.text.trim_end().trim_end_matches(':').trim_end();
        if let Some(named) = header::opening(words) {
            self.standing = Some(self.opened(named, unit, words));
            return;
        }
        let Some(standing) = &mut self.standing else { return };
        if header::enters_approved(words) {
            standing.enter_approved(&unit.address, words);
            standing.narrow_within(words);
        } else if !standing.begin_item(words) {
            standing.narrow(words);
        }
    }

    /// New text that no order announces: whatever stands above it may be one that nobody
    /// understood.
    fn orphan(&mut self, at: UnitIndex, end: UnitIndex) {
        let above = at.checked_sub(1).filter(|&i| self.tree.units[i].kind == Kind::Context);
        let order = above.unwrap_or(at);
        let standing = self.standing.clone().unwrap_or_else(Standing::nowhere);
        let quote = &self.tree.units[order].text;
        let base = self.blank(order, quote, &standing, construct::likely(None));
        let span = self.span(order, at..end);
        self.orders.instructions.push(Instruction { span, ..base });
    }

    /// The order of this sentence of a unit.
    fn order(&mut self, at: UnitIndex, words: &str, quoted: Range<UnitIndex>) {
        let unit = &self.tree.units[at];
        let (sentence, inline) = split_inline(words);
        let mut new_text: Vec<Paragraph> = inline
            .map(|text| Paragraph {
                text: text.to_owned(),
                pieces: unit.pieces.clone(),
                lines: unit.lines,
            })
            .into_iter()
            .collect();
        new_text.extend(self.tree.units[quoted.clone()].iter().map(Paragraph::from));
        if let Some(open) = &mut self.standing {
            open.begin_item(sentence);
        }
        let mut standing = self.standing.clone().unwrap_or_else(Standing::nowhere);
        standing.begin(sentence);
        let plain = line::without_quotations(sentence);
        let commands = commands(&plain);
        // Every order of a sentence quotes the whole of it.
        let quotable =
            |readings: &Vec<Reading>| readings.len().saturating_mul(sentence.len()) <= QUOTED;
        let readings = self.readings(sentence, &commands, &mut standing).filter(quotable);
        let last = commands.last().map(|(command, _)| *command);
        let base = self.blank(at, sentence, &standing, construct::likely(last));
        match readings {
            Some(readings) => self.accept(base, readings, &new_text, quoted),
            None => {
                let span = self.span(at, quoted);
                self.orders.instructions.push(Instruction { span, ..base });
            }
        }
        // Scopes that the order has left stay left.
        if let Some(open) = &mut self.standing {
            open.keep(&standing);
            if commands.is_empty() && scope::may_name_a_place(sentence) {
                open.lose(sentence);
            }
        }
    }

    /// What each command of the sentence orders; `None` where one of them cannot be read.
    fn readings(
        &self,
        sentence: &str,
        commands: &[(Command, Range<usize>)],
        standing: &mut Standing,
    ) -> Option<Vec<Reading>> {
        let mut out: Vec<Reading> = Vec::new();
        let mut before = None;
        let mut from = 0;
        for (command, bytes) in commands {
            let line = Line::new(&sentence[from..bytes.start]);
            if line.sets_a_condition() {
                return None;
            }
            standing.leave(&line);
            let mut scope = standing.scope_of(&line)?;
            // The second of two chained orders stands where the first one stood; a part of a code
            // named after another one stands beside it.
            if let Some([target]) = out.last().map(|reading| reading.targets.as_slice()) {
                let beside = scope.in_code
                    && before == Some(UnitNoun::Division)
                    && scope::begins_with_part(&line);
                scope.address = match target.parent() {
                    Some(owner) if beside => owner,
                    _ => target.clone(),
                };
            }
            before = scope::innermost(&line).or(before);
            out.extend(construct::read(*command, &line, &scope)?);
            from = bytes.end;
        }
        // Words behind the last command may order something more.
        if sentence[from..].contains(char::is_alphanumeric) {
            return None;
        }
        (!out.is_empty()).then_some(out)
    }

    /// An order of which nothing but its place is known.
    fn blank(
        &self,
        at: UnitIndex,
        sentence: &str,
        standing: &Standing,
        operation: Operation,
    ) -> Instruction {
        let unit = &self.tree.units[at];
        Instruction {
            span: self.tree.span(at),
            at: unit.address.clone(),
            item: self.items.place(at).cloned(),
            target_act: standing.act.clone(),
            target_title: standing.title.clone(),
            in_approved: standing.in_approved,
            context: standing.context(),
            targets: Vec::new(),
            container: None,
            operation,
            sentences: Vec::new(),
            columns: Vec::new(),
            renumbered: Vec::new(),
            position: None,
            old_words: Vec::new(),
            new_words: Vec::new(),
            new_text: None,
            new_units: Vec::new(),
            in_force: None,
            exceptions: Vec::new(),
            until: None,
            endings: Vec::new(),
            read: false,
            quote: sentence.trim().to_owned(),
        }
    }

    /// The orders of one sentence; the new text belongs to the last one that announces some.
    fn accept(
        &mut self,
        base: Instruction,
        readings: Vec<Reading>,
        new_text: &[Paragraph],
        quoted: Range<UnitIndex>,
    ) {
        let order = quoted.start - 1;
        let announcing = readings
            .iter()
            .rposition(|reading| !matches!(reading.new_text, NewText::Absent | NewText::Annex));
        let mut shared = new_text::shared(new_text, &readings).map(Vec::into_iter);
        for (i, reading) in readings.into_iter().enumerate() {
            let part = shared.as_mut().and_then(Iterator::next);
            let takes_text = match &part {
                Some(part) => !part.units.is_empty(),
                None => announcing == Some(i),
            };
            let text = if takes_text { new_text } else { &[] };
            let brought = part.unwrap_or_else(|| new_text::read(text, &reading));
            let mut instruction = Instruction { ..base.clone() };
            // New text under an order that announces none is text that nobody understood.
            let surplus = announcing.is_none() && !new_text.is_empty();
            if takes_text || surplus {
                instruction.span = self.span(order, quoted.clone());
            }
            instruction.read = brought.fits && !surplus;
            instruction.new_text = (!brought.text.is_empty()).then_some(brought.text);
            instruction.new_units = brought.units;
            if reading.new_text == NewText::Annex {
                self.bring_annex(&reading, &mut instruction);
            }
            instruction.targets = reading.targets;
            instruction.operation = reading.operation;
            instruction.position = reading.position;
            instruction.sentences = reading.sentences;
            instruction.columns = reading.columns;
            instruction.renumbered = reading.renumbered;
            instruction.in_force = reading.from;
            instruction.until = reading.until;
            instruction.old_words = reading.old_words;
            instruction.new_words = reading.new_words;
            if reading.new_text != NewText::Annex {
                instruction.container = reading.container;
            }
            self.orders.instructions.push(instruction);
        }
    }

    /// The units of the annex that an order names as its new text, at their addresses in the
    /// document that they replace.
    fn bring_annex(&self, reading: &Reading, instruction: &mut Instruction) {
        let Some(source) = &reading.container else { return };
        let Some(target) = reading.targets.first() else { return };
        let mut texts = Vec::new();
        let first = self.tree.units.iter().position(|unit| unit.address.is_within(source));
        let Some(first) = first else {
            instruction.read = false;
            return;
        };
        for (index, unit) in self.tree.units.iter().enumerate().skip(first) {
            if !unit.address.is_within(source) {
                break;
            }
            let inner = unit.address.steps()[source.steps().len()..].iter().cloned();
            let steps = target.steps().iter().cloned().chain(inner).collect();
            let parent = unit.parent.and_then(|parent| parent.checked_sub(first));
            texts.push(unit.text.clone());
            let moved = Unit { address: Address::new(steps), parent, ..unit.clone() };
            instruction.new_units.push(moved);
            let span = self.tree.span(index);
            instruction.span.bytes.end = instruction.span.bytes.end.max(span.bytes.end);
            instruction.span.lines.1 = instruction.span.lines.1.max(span.lines.1);
        }
        instruction.new_text = Some(texts.join("\n"));
        instruction.read = true;
    }

    /// The order with its new text.
    fn span(&self, order: UnitIndex, quoted: Range<UnitIndex>) -> Span {
        let mut span = self.tree.span(order);
        for unit in quoted {
            let inner = self.tree.span(unit);
            span.bytes.end = span.bytes.end.max(inner.bytes.end);
            span.lines.1 = span.lines.1.max(inner.lines.1);
        }
        span
    }
}

/// An order whose new text begins in its own paragraph: the order up to the colon, and the text.
fn split_inline(text: &str) -> (&str, Option<&str>) {
    let plain = line::without_quotations(text);
    let commands = commands(&plain);
    let Some((_, last)) = commands.first() else { return (text, None) };
    let after = &text[last.end..];
    let Some(colon) = after.find(':') else { return (text, None) };
    let rest = after[colon + 1..].trim_start();
    let announced = after[..colon].trim().is_empty() && !rest.is_empty();
    if announced { (&text[..last.end + colon + 1], Some(rest)) } else { (text, None) }
}
