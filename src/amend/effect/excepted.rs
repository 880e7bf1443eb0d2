//! What an act excepts from its entry into force → parts of the act with days of their own:
//! `2023 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 2-тармағын`.

use crate::amend::line::{Spotted, addresses, citations};
use crate::kazakh::noun::Case;
use crate::kazakh::skeleton::skeleton;
use crate::kazakh::words::{Wording, words};
use crate::model::address::{Address, Step};
use crate::model::day::{EffectRule, EndRule};
use crate::parse::citation::expand::Scope;
use crate::parse::citation::phrase;
use crate::parse::effect;
use std::ops::Range;
use std::sync::LazyLock;

/// A part of the act with days of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excepted {
    /// Where, in the act.
    pub part: Address,
    /// `None`: as the whole; without an end either, as another statement says.
    pub from: Option<EffectRule>,
    /// When its effect ends.
    pub until: Option<EndRule>,
}

struct Phrases {
    taking_effect: [Wording; 2],
    /// What lasts until a day: «қолданыста болады», «қолданыста болатын».
    lasting: [Wording; 4],
    attached: [Wording; 2],
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases {
    taking_effect: [Wording::new("енгізілетін"), Wording::new("енетін")],
    lasting: [
        Wording::new("қолданыста бол*"),
        Wording::new("күшінде бол*"),
        Wording::new("қолданылады"),
        Wording::new("қолданылатын"),
    ],
    attached: [Wording::new("қоса беріл*"), Wording::new("бекітілген")],
});

/// What citations of the act's own parts are read against.
pub(super) fn scope_of(text: &str) -> Scope {
    let attached = PHRASES.attached.iter().any(|wording| wording.find(&words(text)).is_some());
    let root = if attached { vec![Step::Approved] } else { Vec::new() };
    Scope { address: Address::new(root), in_code: false }
}

/// What is excepted, with the rule for each; `None` where a part of it could not be read.
pub(super) fn exceptions(text: &str) -> Option<Vec<Excepted>> {
    let scope = scope_of(text);
    let rules = rules(text);
    if rules.is_empty() {
        let parts = addresses(&scope, &citations(text))?;
        let deferred = |part| Excepted { part, from: None, until: None };
        return effect::dates(text).is_empty().then(|| parts.into_iter().map(deferred).collect());
    }
    // A day outside every rule belongs to words that were not understood.
    let days = rules.iter().map(|(_, start, end)| {
        usize::from(matches!(start, Some(EffectRule::OnDate(_)))) + usize::from(end.is_some())
    });
    if days.sum::<usize>() != effect::dates(text).len() {
        return None;
    }
    let mut out = Vec::new();
    for (i, (bytes, start, end)) in rules.iter().enumerate() {
        let from = i.checked_sub(1).map_or(0, |i| rules[i].0.end);
        let to = rules.get(i + 1).map_or(text.len(), |(next, ..)| next.start);
        // `5-тармағының … елуінші абзацын`: the rule stands inside the citation.
        let mut ahead = citations(&text[from..bytes.start]);
        let before = ahead.pop_if(|cited| is_open(cited));
        if i == 0 && !ahead.is_empty() {
            return None;
        }
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
    ["дейін", "алғанда"].iter().any(|word| last.key == skeleton(word)).then_some(end)
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
