//! The last words of an act → when it takes effect, and what of it takes effect otherwise.
//!
//! `Осы қаулы … 5-тармағының 2023 жылғы 1 қаңтардан бастап қолданысқа енгізілетін елуінші
//! абзацын қоспағанда, алғашқы ресми жарияланған күнінен кейін … қолданысқа енгізіледі`: what
//! stands before «қоспағанда» (except) has rules of its own, down to a paragraph.

use super::line::{Spotted, addresses, citations};
use crate::kazakh::noun::Case;
use crate::kazakh::words::{Wording, words};
use crate::model::address::{Address, Step};
use crate::model::day::EffectRule;
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;
use crate::model::tree::{Tree, Unit, UnitIndex};
use crate::parse::citation::expand::Scope;
use crate::parse::citation::phrase;
use crate::parse::effect;
use crate::parse::mention::form_word;
use std::ops::Range;
use std::sync::LazyLock;

/// The rule by which the act takes effect; `None` where it has no clause that can be read.
pub fn clause(tree: &Tree) -> Option<EffectRule> {
    commencement(tree).map(|commencement| commencement.rule)
}

/// When an act takes effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commencement {
    /// The unit that says so.
    pub unit: UnitIndex,
    /// The rule for the whole.
    pub rule: EffectRule,
    /// Parts of the act with rules of their own, by their addresses in the act.
    pub exceptions: Vec<(Address, EffectRule)>,
    /// False where the clause has exceptions that could not be read: then nothing tells which
    /// parts the rule for the whole covers.
    pub complete: bool,
}

struct Phrases {
    this: Wording,
    verbs: [Wording; 3],
    except: Wording,
    taking_effect: [Wording; 2],
    attached: [Wording; 2],
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases {
    this: Wording::new("осы"),
    verbs: [
        Wording::new("қолданысқа енгізіледі"),
        Wording::new("күшіне енеді"),
        Wording::new("қолданысқа енеді"),
    ],
    except: Wording::new("қоспағанда"),
    taking_effect: [Wording::new("енгізілетін"), Wording::new("енетін")],
    attached: [Wording::new("қоса беріл*"), Wording::new("бекітілген")],
});

/// The act's clause on its own entry into force, in its body: «Осы Заң … қолданысқа енгізіледі».
pub fn commencement(tree: &Tree) -> Option<Commencement> {
    let in_body = |unit: &Unit| {
        let editorial = unit.kind.is_editorial() || unit.kind.is_amending();
        !editorial && unit.kind != Kind::Title && unit.address.component().is_whole()
    };
    let candidates = tree.units.iter().enumerate().rev().filter(|(_, unit)| in_body(unit));
    candidates.map(|(index, _)| index).find_map(|index| read(tree, index))
}

fn read(tree: &Tree, index: UnitIndex) -> Option<Commencement> {
    if !speaks_of_the_act(tree.units[index].words()) {
        return None;
    }
    let text = with_list(tree, index);
    let words = words(&text);
    let verb = PHRASES.verbs.iter().find_map(|verb| verb.find(&words))?;
    let verb_end = words[verb.end - 1].bytes.end;
    let sentence = &text[..verb_end];
    let except = PHRASES.except.find(&words[..verb.start]);
    let (excepted, main) = match &except {
        Some(except) => {
            let bytes = &words[except.start].bytes;
            (&sentence[..bytes.start], &sentence[bytes.end..])
        }
        None => ("", sentence),
    };
    let rule = effect::read(main)?;
    let exceptions = exceptions(excepted);
    let complete = except.is_none() || exceptions.is_some();
    Some(Commencement { unit: index, rule, exceptions: exceptions.unwrap_or_default(), complete })
}

/// True for words that begin with «осы Заң», «осы қаулы».
fn speaks_of_the_act(text: &str) -> bool {
    let words = words(text);
    PHRASES.this.starts(&words)
        && words.get(1).and_then(|word| form_word(word.text)).is_some_and(|(_, form)| {
            form.case == Case::Nominative && !form.plural && !form.possessed
        })
}

/// The unit's words; where they open a list, with those of its members.
fn with_list(tree: &Tree, index: UnitIndex) -> String {
    let unit = &tree.units[index];
    let mut text = unit.words().to_owned();
    if text.trim_end().ends_with(':') {
        for inner in tree.descendants(index) {
            text.push('\n');
            text.push_str(tree.units[inner].words());
        }
    }
    text
}

/// What is excepted, with the rule for each; `None` where a part of it could not be read.
fn exceptions(text: &str) -> Option<Vec<(Address, EffectRule)>> {
    let attached = PHRASES.attached.iter().any(|wording| wording.find(&words(text)).is_some());
    let root = if attached { vec![Step::Approved] } else { Vec::new() };
    let scope = Scope { address: Address::new(root), in_code: false };
    let rules = rules(text);
    let mut out = Vec::new();
    for (i, (bytes, rule)) in rules.iter().enumerate() {
        let from = i.checked_sub(1).map_or(0, |i| rules[i].0.end);
        let to = rules.get(i + 1).map_or(text.len(), |(next, _)| next.start);
        // `5-тармағының … елуінші абзацын`: the rule stands inside the citation.
        let before = citations(&text[from..bytes.start]).pop().filter(is_open);
        let mut after = citations(&text[bytes.end..to]);
        if i + 1 < rules.len() && after.last().is_some_and(is_open) {
            after.pop();
        }
        let first = after.first_mut()?;
        if let Some(outer) = before {
            first.chain = outer.chain.into_iter().chain(first.chain.drain(..)).collect();
        }
        let excepted = addresses(&scope, &after)?;
        out.extend(excepted.into_iter().map(|address| (address, rule.clone())));
    }
    (!out.is_empty()).then_some(out)
}

/// True for a citation that goes on after the words on its effect: it ends in the genitive.
fn is_open(cited: &Spotted) -> bool {
    phrase::case(&cited.chain) == Some(Case::Genitive)
}

/// The rules stated inside the exceptions, with the bytes of their words: from the date or the
/// words on publication to «енгізілетін».
fn rules(text: &str) -> Vec<(Range<usize>, EffectRule)> {
    let words = words(text);
    let mut out: Vec<(Range<usize>, EffectRule)> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let one = std::slice::from_ref(word);
        if !PHRASES.taking_effect.iter().any(|wording| wording.starts(one)) {
            continue;
        }
        let from = out.last().map_or(0, |(bytes, _)| bytes.end);
        let stretch = &text[from..words[i].bytes.end];
        let date = effect::dates(stretch).last().map(|(_, bytes)| bytes.start);
        let first = ["алғашқы", "алғаш", "қол", "осы"];
        let words_start = words
            .iter()
            .rev()
            .find(|word| {
                word.bytes.start >= from
                    && first.contains(&word.text)
                    && word.bytes.end < from + stretch.len()
            })
            .map(|word| word.bytes.start - from);
        let Some(start) = date.or(words_start) else { continue };
        if let Some(rule) = effect::read(&stretch[start..]) {
            out.push((from + start..from + stretch.len(), rule));
        }
    }
    out
}

impl Commencement {
    /// Gives every order its rule: that of the innermost excepted part in which it stands, else
    /// that of the whole; and to parts of its new text which are excepted, theirs.
    pub fn apply(&self, tree: &Tree, instructions: &mut [Instruction]) {
        for instruction in instructions {
            let around = |(part, _): &&(Address, EffectRule)| {
                instruction.at.is_within(part) || is_text_of(&instruction.at, part)
            };
            let own =
                self.exceptions.iter().filter(around).max_by_key(|(part, _)| part.steps().len());
            let rule = own.map_or(&self.rule, |(_, rule)| rule);
            instruction.in_force = self.complete.then(|| rule.clone());
            for (part, rule) in &self.exceptions {
                let units = self.brought_by(tree, part, instruction);
                instruction.exceptions.extend(units.into_iter().map(|unit| (unit, rule.clone())));
            }
        }
    }

    /// The units of an order's new text that stand in this paragraph of the amending act.
    fn brought_by(&self, tree: &Tree, part: &Address, order: &Instruction) -> Vec<Address> {
        let Some(index) = tree.find(part) else { return Vec::new() };
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
}

/// True where an unnumbered paragraph belongs to the unit itself: `4#3` to `4`.
fn is_text_of(address: &Address, unit: &Address) -> bool {
    matches!(address.last(), Some(Step::Text(_))) && address.parent().as_ref() == Some(unit)
}

fn overlap(a: &[Range<usize>], b: &[Range<usize>]) -> bool {
    a.iter().any(|x| b.iter().any(|y| x.start < y.end && y.start < x.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<Vec<String>> {
        let list = exceptions(text)?;
        Some(list.iter().map(|(at, rule)| format!("{at} {rule:?}")).collect())
    }

    #[test]
    fn a_rule_may_stand_inside_or_before_the_citation() {
        assert_eq!(
            shown(
                "Осы қаулы қоса берілген өзгерістердің 5-тармағының 2023 жылғы 1 қаңтардан бастап \
                 қолданысқа енгізілетін елуінші абзацын"
            ),
            Some(vec!["бекітілген/5#50 OnDate(2023-01-01)".into()])
        );
        assert_eq!(
            shown(
                "Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 3-тармағын және \
                 2-баптың 1) тармақшасын, 2021 жылғы 1 шілдеден бастап қолданысқа енгізілетін 5-бапты"
            ),
            Some(vec![
                "1-бап/3 OnDate(2020-01-01)".into(),
                "2-бап/1) OnDate(2020-01-01)".into(),
                "5-бап OnDate(2021-07-01)".into(),
            ])
        );
    }

    #[test]
    fn exceptions_that_cannot_be_read_are_not_passed_over() {
        assert_eq!(shown("Осы Заң кейбір баптарды"), None);
        assert_eq!(
            shown("Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізілетін кейбір нормаларды"),
            None
        );
    }
}
