//! The words of an act on its entry into force → when it takes effect, and what of it takes
//! effect, ends or rests otherwise.
//!
//! `Осы қаулы … 5-тармағының 2023 жылғы 1 қаңтардан бастап қолданысқа енгізілетін елуінші
//! абзацын қоспағанда, алғашқы ресми жарияланған күнінен кейін … қолданысқа енгізіледі`: what
//! stands before «қоспағанда» (except) has rules of its own, down to a paragraph. Sentences about
//! parts follow in the same article or stand alone.

mod excepted;
mod statement;

use super::items::Items;
use crate::kazakh::noun::Case;
use crate::kazakh::words::{Wording, words};
use crate::model::address::{Address, Step};
use crate::model::day::{EffectRule, EndRule};
use crate::model::evidence::Span;
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;
use crate::model::tree::{Tree, Unit, UnitIndex};
use crate::parse::quotes::quotations;
use serde::{Deserialize, Serialize};
pub use statement::What;
use statement::{Statement, Subject};
use std::ops::Range;

/// When an act takes effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commencement {
    /// The unit that says so.
    pub span: Span,
    /// The units in which days of effect were read, that one first.
    pub told_at: Vec<Address>,
    /// The rule for the whole; [`EffectRule::Unstated`] where its words could not be read.
    pub rule: EffectRule,
    /// Parts of the act with rules of their own, by their addresses in the act.
    pub exceptions: Vec<(Address, EffectRule)>,
    /// When the act's effect ends, where it says so: «… және 2027 жылғы 1 қаңтарға дейін қолданыста
    /// болады».
    pub until: Option<EndRule>,
    /// Parts of the act whose effect ends by itself, by their addresses in the act.
    pub endings: Vec<(Address, EndRule)>,
    /// Parts of the act that do not work until then, by their addresses in the act.
    pub suspended: Vec<(Address, EndRule)>,
    /// False where a word on entry into force was left over: then nothing tells which parts the
    /// rule for the whole covers.
    pub complete: bool,
}

/// The act's words on its own entry into force, in its body: «Осы Заң … қолданысқа енгізіледі».
pub fn commencement(tree: &Tree) -> Option<Commencement> {
    let mut provisions = tree.units.iter().enumerate().rev().filter(|(_, unit)| is_provision(unit));
    let (index, clause) = provisions.find(|(index, unit)| {
        statement::sentences(unit.words()).into_iter().any(|sentence| {
            (speaks_of_the_act(sentence) || excepts_first(sentence))
                && statement::commences(&with_list(tree, *index, sentence))
        })
    })?;
    let mut reading = Reading::new(tree.span(index), clause.address.clone());
    let whole = with_list(tree, index, clause.words());
    for sentence in statement::sentences(&whole) {
        reading.take(statement::read(sentence));
    }
    let list: Vec<UnitIndex> =
        if opens_a_list(clause) { tree.descendants(index).collect() } else { Vec::new() };
    for (at, unit) in tree.units.iter().enumerate().filter(|(_, unit)| is_provision(unit)) {
        if at == index || list.contains(&at) {
            continue;
        }
        let beside = in_one_article(unit, clause);
        for sentence in statement::sentences(unit.words()) {
            if !statement::tells_of_effect(sentence) || !(beside || is_of_the_act(sentence)) {
                continue;
            }
            // What is quoted or called by its title is another act.
            if !is_of_the_act(sentence) && !quotations(sentence).is_empty() {
                continue;
            }
            let read = statement::read(sentence);
            if read.is_some() {
                reading.found.told_at.push(unit.address.clone());
            }
            if read.is_some() || beside || statement::bounds_effect(sentence) {
                reading.take(read);
            }
        }
    }
    Some(reading.close())
}

/// What a unit says of its own days: the sentences that may bound them, each with what it says
/// after its subject, which `subject` finds (the byte at which it ends). `None` for a sentence
/// with that subject which bounds the days and could not be read.
pub fn bounds<T>(
    text: &str,
    subject: impl Fn(&str) -> Option<(T, usize)>,
) -> Vec<(T, Option<What>)> {
    let mut out = Vec::new();
    for sentence in statement::sentences(text) {
        if !statement::bounds_effect_somehow(sentence) {
            continue;
        }
        let sentence = statement::without_mark(sentence);
        if let Some((subject, end)) = subject(sentence) {
            out.push((subject, statement::read_predicate(&sentence[end..])));
        }
    }
    out
}

/// The statements gathered so far.
struct Reading {
    found: Commencement,
    /// Excepted parts whose day another statement has to tell.
    deferred: Vec<Address>,
    commenced: bool,
}

impl Reading {
    fn new(span: Span, at: Address) -> Self {
        let found = Commencement {
            span,
            told_at: vec![at],
            rule: EffectRule::Unstated,
            exceptions: Vec::new(),
            until: None,
            endings: Vec::new(),
            suspended: Vec::new(),
            complete: true,
        };
        Reading { found, deferred: Vec::new(), commenced: false }
    }

    fn take(&mut self, statements: Option<Vec<Statement>>) {
        self.found.complete &= statements.is_some();
        for statement in statements.unwrap_or_default() {
            for excepted in statement.excepted {
                if excepted.from.is_none() && excepted.until.is_none() {
                    self.deferred.push(excepted.part.clone());
                }
                if let Some(rule) = excepted.from {
                    self.part_from(excepted.part.clone(), rule);
                }
                self.found.endings.extend(excepted.until.map(|end| (excepted.part, end)));
            }
            match statement.subject {
                Subject::Whole => self.whole(statement.what),
                Subject::Parts(parts) => {
                    parts.into_iter().for_each(|part| self.part(part, &statement.what));
                }
            }
        }
    }

    fn whole(&mut self, what: What) {
        match what {
            What::From(_) if self.commenced => self.found.complete = false,
            What::From(rule) => {
                self.found.rule = rule;
                self.commenced = true;
            }
            What::Until(end) if self.found.until.is_none() => self.found.until = Some(end),
            What::Until(_) | What::Suspended(_) | What::Untold => self.found.complete = false,
            What::Nothing => {}
        }
    }

    fn part(&mut self, part: Address, what: &What) {
        match what {
            What::From(rule) => self.part_from(part, rule.clone()),
            What::Until(end) => self.found.endings.push((part, end.clone())),
            What::Suspended(end) => self.found.suspended.push((part, end.clone())),
            What::Untold => self.part_from(part, EffectRule::Unstated),
            What::Nothing => self.found.complete = false,
        }
    }

    /// Two different days of one part cannot both be right.
    fn part_from(&mut self, part: Address, rule: EffectRule) {
        let known = self.found.exceptions.iter_mut().find(|(known, _)| *known == part);
        match known {
            Some((_, known)) if *known != rule => *known = EffectRule::Unstated,
            Some(_) => {}
            None => self.found.exceptions.push((part, rule)),
        }
    }

    fn close(mut self) -> Commencement {
        let told = |part: &Address| self.found.exceptions.iter().any(|(known, _)| known == part);
        self.found.complete &= self.commenced && self.deferred.iter().all(told);
        self.found
    }
}

/// A provision of the act's own body.
fn is_provision(unit: &Unit) -> bool {
    let editorial = unit.kind.is_editorial() || unit.kind.is_amending();
    !editorial && unit.kind != Kind::Title && unit.address.component().is_whole()
}

/// True for words that begin with «осы Заң», «осы қаулы».
fn speaks_of_the_act(text: &str) -> bool {
    begins_with_the_act(text, Case::Nominative)
}

fn begins_with_the_act(text: &str, case: Case) -> bool {
    let opening = words(text);
    let longest = opening.len().min(3);
    let end = opening.get(longest.wrapping_sub(1)).map_or(0, |word| word.bytes.end);
    Wording::new("осы").starts(&opening) && statement::act_named(&text[..end], case).is_some()
}

/// True for «1-баптың 2) тармақшасын қоспағанда, осы Заң …».
fn excepts_first(text: &str) -> bool {
    let all = words(text);
    let except = Wording::new("қоспағанда").find(&all);
    except.is_some_and(|except| speaks_of_the_act(&text[all[except.end - 1].bytes.end..]))
}

/// True for a sentence about the act or a part of it: «осы Заңның 3-бабы …».
fn is_of_the_act(text: &str) -> bool {
    speaks_of_the_act(text)
        || begins_with_the_act(text, Case::Genitive)
        || statement::commences_a_part(text)
}

/// True for units of one article; the points of other acts stand for themselves.
fn in_one_article(a: &Unit, b: &Unit) -> bool {
    let article = |unit: &Unit| unit.address.steps().first().cloned();
    article(a).is_some_and(|first| matches!(first, Step::Article(_)) && article(b) == Some(first))
}

fn opens_a_list(unit: &Unit) -> bool {
    unit.words().trim_end().ends_with(':')
}

/// The words; where they open the list of a unit, with those of its members.
fn with_list(tree: &Tree, unit: UnitIndex, words: &str) -> String {
    let mut text = words.to_owned();
    if text.trim_end().ends_with(':') {
        for inner in tree.descendants(unit) {
            text.push('\n');
            text.push_str(tree.units[inner].words());
        }
    }
    text
}

impl Commencement {
    /// The parts of the act that have days of their own.
    pub fn parts(&self) -> impl Iterator<Item = &Address> {
        let ending = self.endings.iter().chain(&self.suspended).map(|(part, _)| part);
        self.exceptions.iter().map(|(part, _)| part).chain(ending)
    }

    /// Gives every order its rule: that of the innermost excepted part in which it stands, else
    /// that of the whole; and to parts of its new text which are excepted, theirs.
    pub(super) fn apply(&self, tree: &Tree, items: &Items, instructions: &mut [Instruction]) {
        // A part that the act does not have was not understood: then nothing tells which orders
        // the rule for the whole covers.
        let exists = |part: &Address| tree.find(part).is_some() || items.holds(part);
        let complete = self.complete && self.parts().all(exists);
        for instruction in instructions {
            let own = self.exceptions.iter().filter(|(part, _)| covers(part, instruction));
            let own = own.max_by_key(|(part, _)| part.steps().len());
            // An order that rests after it took effect has no rule of its own.
            let rests = self.suspended.iter().any(|(part, _)| covers(part, instruction));
            let rule = own.map_or(&self.rule, |(_, rule)| rule);
            // An order that names its own first day keeps it.
            if instruction.in_force.is_none() {
                instruction.in_force = (complete && !rests).then(|| rule.clone());
            }
            if instruction.until.is_none() {
                let own = self.endings.iter().filter(|(part, _)| covers(part, instruction));
                let own = own.max_by_key(|(part, _)| part.steps().len());
                instruction.until = own.map(|(_, end)| end.clone()).or_else(|| self.until.clone());
            }
            for (part, end) in &self.endings {
                let units = brought_by(tree, items, part, instruction);
                instruction.endings.extend(units.into_iter().map(|unit| (unit, end.clone())));
            }
            for (part, rule) in &self.exceptions {
                let units = brought_by(tree, items, part, instruction);
                instruction.exceptions.extend(units.into_iter().map(|unit| (unit, rule.clone())));
            }
        }
    }
}

/// The units of an order's new text that stand in this paragraph of the amending act.
fn brought_by(tree: &Tree, items: &Items, part: &Address, order: &Instruction) -> Vec<Address> {
    let Some(index) = tree.find(part).or_else(|| items.find(part)) else { return Vec::new() };
    let paragraph = &tree.units[index];
    if paragraph.kind != Kind::Quoted {
        return Vec::new();
    }
    let inside = |unit: &&Unit| {
        unit.lines.0 >= paragraph.lines.0
            && unit.lines.1 <= paragraph.lines.1
            && overlap(&unit.pieces, &paragraph.pieces)
    };
    order.new_units.iter().filter(inside).map(|unit| unit.address.clone()).collect()
}

/// True where an order stands in this part of the amending act.
fn covers(part: &Address, order: &Instruction) -> bool {
    let in_item = order.item.as_ref().is_some_and(|item| item.is_within(part));
    in_item || order.at.is_within(part) || is_text_of(&order.at, part)
}

/// True where an unnumbered paragraph belongs to the unit itself: `4#3` to `4`.
fn is_text_of(address: &Address, unit: &Address) -> bool {
    matches!(address.last(), Some(Step::Text(_))) && address.parent().as_ref() == Some(unit)
}

fn overlap(a: &[Range<usize>], b: &[Range<usize>]) -> bool {
    a.iter().any(|x| b.iter().any(|y| x.start < y.end && y.start < x.end))
}
