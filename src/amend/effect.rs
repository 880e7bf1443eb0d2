//! The last words of an act → when it takes effect, and what of it takes effect otherwise.
//!
//! `Осы қаулы … 5-тармағының 2023 жылғы 1 қаңтардан бастап қолданысқа енгізілетін елуінші
//! абзацын қоспағанда, алғашқы ресми жарияланған күнінен кейін … қолданысқа енгізіледі`: what
//! stands before «қоспағанда» (except) has rules of its own, down to a paragraph.

use super::items::Items;
use super::line::{Spotted, addresses, citations};
use crate::kazakh::noun::Case;
use crate::kazakh::skeleton::skeleton;
use crate::kazakh::words::{Wording, words};
use crate::model::address::{Address, Step};
use crate::model::day::{EffectRule, EndRule};
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
    /// When the act's effect ends, where it says so: «… және 2027 жылғы 1 қаңтарға дейін қолданыста
    /// болады».
    pub until: Option<EndRule>,
    /// Parts of the act whose effect ends by itself, by their addresses in the act.
    pub endings: Vec<(Address, EndRule)>,
    /// False where the clause has exceptions that could not be read: then nothing tells which
    /// parts the rule for the whole covers.
    pub complete: bool,
}

struct Phrases {
    this: Wording,
    verbs: [Wording; 3],
    except: Wording,
    taking_effect: [Wording; 2],
    /// What lasts until a day: «қолданыста болады», «қолданыста болатын».
    lasting: [Wording; 4],
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
    lasting: [
        Wording::new("қолданыста бол*"),
        Wording::new("күшінде бол*"),
        Wording::new("қолданылады"),
        Wording::new("қолданылатын"),
    ],
    attached: [Wording::new("қоса беріл*"), Wording::new("бекітілген")],
});

/// The act's clause on its own entry into force, in its body: «Осы Заң … қолданысқа енгізіледі».
pub fn commencement(tree: &Tree) -> Option<Commencement> {
    let candidates = tree.units.iter().enumerate().rev().filter(|(_, unit)| is_provision(unit));
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
    let mut parts: Vec<(Address, EffectRule)> = Vec::new();
    let mut endings = Vec::new();
    for Excepted { part, from, until } in exceptions.unwrap_or_default() {
        parts.extend(from.map(|rule| (part.clone(), rule)));
        endings.extend(until.map(|end| (part, end)));
    }
    endings.extend(separate_endings(tree));
    let until = lasting_until(&text[verb_end..]);
    Some(Commencement { unit: index, rule, exceptions: parts, until, endings, complete })
}

/// Until when something lasts: the end right before the first «қолданыста болады». An end that
/// other words follow speaks of something else (`… дейін туындаған қатынастарға қолданылады`).
fn lasting_until(text: &str) -> Option<EndRule> {
    let words = words(text);
    let lasting = PHRASES.lasting.iter().filter_map(|wording| wording.find(&words));
    let verb = lasting.min_by_key(|place| place.start)?;
    let before = &text[..words[verb.start].bytes.start];
    let (_, date) = effect::dates(before).pop().unzip();
    let end = effect::until(date.map_or(before, |date| &before[date.start..]))?;
    let last = words[..verb.start].last()?;
    ["дейін", "алғанда"].iter().any(|word| skeleton(word) == last.key).then_some(end)
}

/// Sentences of their own about parts of the act: «Осы Заңның 3-бабы 2027 жылғы 1 қаңтарға дейін
/// қолданыста болады».
fn separate_endings(tree: &Tree) -> Vec<(Address, EndRule)> {
    let mut out = Vec::new();
    for unit in tree.units.iter().filter(|unit| is_provision(unit)) {
        let text = unit.words();
        let words = words(text);
        let of_this_act = PHRASES.this.starts(&words)
            && words.get(1).and_then(|word| form_word(word.text)).is_some_and(|(_, form)| {
                form.case == Case::Genitive && !form.plural && !form.possessed
            });
        let Some(end) = of_this_act.then(|| lasting_until(text)).flatten() else { continue };
        let cited: Vec<Spotted> = citations(text)
            .into_iter()
            .filter(|cited| phrase::case(&cited.chain) == Some(Case::Nominative))
            .collect();
        let parts = addresses(&scope_of(text), &cited).unwrap_or_default();
        out.extend(parts.into_iter().map(|part| (part, end.clone())));
    }
    out
}

/// A provision of the act's own body.
fn is_provision(unit: &Unit) -> bool {
    let editorial = unit.kind.is_editorial() || unit.kind.is_amending();
    !editorial && unit.kind != Kind::Title && unit.address.component().is_whole()
}

/// What citations of the act's own parts are read against.
fn scope_of(text: &str) -> Scope {
    let attached = PHRASES.attached.iter().any(|wording| wording.find(&words(text)).is_some());
    let root = if attached { vec![Step::Approved] } else { Vec::new() };
    Scope { address: Address::new(root), in_code: false }
}

/// A part of the act with days of its own.
struct Excepted {
    part: Address,
    /// `None`: as the whole.
    from: Option<EffectRule>,
    until: Option<EndRule>,
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
fn exceptions(text: &str) -> Option<Vec<Excepted>> {
    let scope = scope_of(text);
    let rules = rules(text);
    let mut out = Vec::new();
    for (i, (bytes, start, end)) in rules.iter().enumerate() {
        let from = i.checked_sub(1).map_or(0, |i| rules[i].0.end);
        let to = rules.get(i + 1).map_or(text.len(), |(next, ..)| next.start);
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
        let own = |part| Excepted { part, from: start.clone(), until: end.clone() };
        out.extend(excepted.into_iter().map(own));
    }
    (!out.is_empty()).then_some(out)
}

/// True for a citation that goes on after the words on its effect: it ends in the genitive.
fn is_open(cited: &Spotted) -> bool {
    phrase::case(&cited.chain) == Some(Case::Genitive)
}

/// Bytes of words on the effect of a part, when it takes effect and when it ends.
type Stated = (Range<usize>, Option<EffectRule>, Option<EndRule>);

/// The rules stated inside the exceptions, with the bytes of their words: from the date or the
/// words on publication to «енгізілетін», and on to «… дейін қолданыста болатын».
fn rules(text: &str) -> Vec<Stated> {
    let words = words(text);
    let mut out: Vec<Stated> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let one = std::slice::from_ref(word);
        let from = out.last().map_or(0, |(bytes, ..)| bytes.end);
        if PHRASES.lasting.iter().any(|wording| wording.starts(&words[i..])) {
            let whole = words.get(i + 1).filter(|_| !word.key.ends_with("тын"));
            let end = whole.map_or(word.bytes.end, |next| next.bytes.end);
            let stretch = &text[from..end];
            let Some(until) = lasting_until(stretch) else { continue };
            let first = words[..i].iter().find(|word| word.bytes.start >= from);
            let joined = first.is_some_and(|word| word.text == "және");
            match out.last_mut() {
                // `енгізілетін және … дейін қолданыста болатын`: both days of one part.
                Some(last) if joined && last.2.is_none() => {
                    last.0.end = end;
                    last.2 = Some(until);
                }
                _ => {
                    let dates = effect::dates(stretch);
                    let Some((_, date)) = dates.last() else { continue };
                    out.push((from + date.start..end, None, Some(until)));
                }
            }
            continue;
        }
        if !PHRASES.taking_effect.iter().any(|wording| wording.starts(one)) {
            continue;
        }
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
            out.push((from + start..from + stretch.len(), Some(rule), None));
        }
    }
    out
}

impl Commencement {
    /// Gives every order its rule: that of the innermost excepted part in which it stands, else
    /// that of the whole; and to parts of its new text which are excepted, theirs.
    pub(super) fn apply(&self, tree: &Tree, items: &Items, instructions: &mut [Instruction]) {
        // A part that the act does not have was not understood: then nothing tells which orders
        // the rule for the whole covers.
        let exists = |part: &Address| tree.find(part).is_some() || items.holds(part);
        let complete = self.complete && self.exceptions.iter().all(|(part, _)| exists(part));
        for instruction in instructions {
            let own = self.exceptions.iter().filter(|(part, _)| covers(part, instruction));
            let own = own.max_by_key(|(part, _)| part.steps().len());
            let rule = own.map_or(&self.rule, |(_, rule)| rule);
            // An order that names its own first day keeps it.
            if instruction.in_force.is_none() {
                instruction.in_force = complete.then(|| rule.clone());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<Vec<String>> {
        let list = exceptions(text)?;
        let shown = |one: &Excepted| {
            let from = one.from.as_ref().map(|rule| format!(" {rule}")).unwrap_or_default();
            let until = one.until.as_ref().map(|end| format!(" {end}")).unwrap_or_default();
            format!("{}{from}{until}", one.part)
        };
        Some(list.iter().map(shown).collect())
    }

    #[test]
    fn a_rule_may_stand_inside_or_before_the_citation() {
        assert_eq!(
            shown(
                "Осы қаулы қоса берілген өзгерістердің 5-тармағының 2023 жылғы 1 қаңтардан бастап \
                 қолданысқа енгізілетін елуінші абзацын"
            ),
            Some(vec!["бекітілген/5#50 on_date:2023-01-01".into()])
        );
        assert_eq!(
            shown(
                "Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 3-тармағын және \
                 2-баптың 1) тармақшасын, 2021 жылғы 1 шілдеден бастап қолданысқа енгізілетін 5-бапты"
            ),
            Some(vec![
                "1-бап/3 on_date:2020-01-01".into(),
                "2-бап/1) on_date:2020-01-01".into(),
                "5-бап on_date:2021-07-01".into(),
            ])
        );
    }

    #[test]
    fn a_part_may_end_by_itself() {
        assert_eq!(
            shown(
                "Осы Заң 2024 жылғы 1 қаңтардан бастап қолданысқа енгізілетін және 2026 жылғы 1 \
                 қаңтарға дейін қолданыста болатын 3-баптың 2-тармағын, 2025 жылғы 31 желтоқсанды \
                 қоса алғанда қолданылатын 4-бапты"
            ),
            Some(vec![
                "3-бап/2 on_date:2024-01-01 before:2026-01-01".into(),
                "4-бап before:2026-01-01".into(),
            ])
        );
    }

    #[test]
    fn the_end_of_an_act_stands_right_before_its_verb() {
        let shown = |text| lasting_until(text).map(|end| end.to_string());
        for (text, end) in [
            ("және 2027 жылғы 1 қаңтарға дейін қолданыста болады", Some("before:2027-01-01")),
            ("және 31.12.2026 дейін (қоса алғанда) қолданылады", Some("before:2027-01-01")),
            ("және 2020 жылғы 1 қаңтарға дейін туындаған қатынастарға қолданылады", None),
            ("", None),
        ] {
            assert_eq!(shown(text).as_deref(), end, "{text}");
        }
    }

    #[test]
    fn exceptions_that_cannot_be_read_are_not_passed_over() {
        assert_eq!(shown("Осы Заң кейбір баптарды"), None::<Vec<String>>);
        assert_eq!(
            shown("Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізілетін кейбір нормаларды"),
            None
        );
    }
}
