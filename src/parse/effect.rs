//! Words on when an act or a change takes effect → the rule: the bracket of an editorial note
//! and the last point of an act use the same formulas.

use super::citation::expand;
use super::citation::phrase;
use super::citation::token::tokens;
use crate::kazakh::date;
use crate::kazakh::noun::Form;
use crate::kazakh::numeral;
use crate::kazakh::skeleton::skeleton;
use crate::kazakh::words::{Word, Wording, first_words, words};
use crate::model::day::{EffectRule, EndRule, plus_days};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::LazyLock;

struct Formulas {
    see: Wording,
    published: [Wording; 2],
    signed: [Wording; 2],
    elapsed: [Wording; 3],
    day: Wording,
    month: Wording,
    working: Wording,
    from: Wording,
    after: Wording,
    /// Compared letter by letter: `кейін` (after) differs from it by one.
    until: String,
    inclusive: Wording,
    verbs: [Wording; 3],
}

static FORMULAS: LazyLock<Formulas> = LazyLock::new(|| Formulas {
    see: Wording::new("қараңыз"),
    published: [Wording::new("жарияланған*"), Wording::new("жариялан*")],
    signed: [Wording::new("қол қой*"), Wording::new("қолы қой*")],
    elapsed: [Wording::new("өткен соң"), Wording::new("өткеннен кейін"), Wording::new("кейін")],
    day: Wording::new("күн*"),
    month: Wording::new("ай*"),
    working: Wording::new("жұмыс"),
    from: Wording::new("бастап"),
    after: Wording::new("кейін"),
    until: skeleton("дейін"),
    inclusive: Wording::new("қоса алғанда"),
    verbs: [Wording::new("енгізіледі"), Wording::new("енеді"), Wording::new("енгізілсін")],
});

/// The rule that the words state; `None` where they state none that is known.
///
/// Days are calendar days: a period in working days has no rule and is kept as an event in the
/// act's own words. What follows the verb speaks of something else (`… енгізіледі және 2020
/// жылғы 1 қаңтардан бастап туындаған қатынастарға қолданылады`).
pub fn read(text: &str) -> Option<EffectRule> {
    let verb = words(text)
        .into_iter()
        .find(|word| FORMULAS.verbs.iter().any(|verb| verb.starts(std::slice::from_ref(word))));
    let upto_verb = verb.and_then(|verb| stated(&text[..verb.bytes.start]));
    upto_verb.or_else(|| stated(text))
}

fn stated(text: &str) -> Option<EffectRule> {
    let all = words(text);
    let formulas = &*FORMULAS;
    if formulas.see.find(&all).is_some() {
        return Some(EffectRule::SeeClause(clause(text)?));
    }
    if let Some(date) = date_from(text) {
        return Some(EffectRule::OnDate(date));
    }
    if let Some(signed) = formulas.signed.iter().find_map(|wording| wording.find(&all)) {
        let rest = &all[signed.end..];
        return formulas.from.find(rest).map(|_| EffectRule::OnSigning);
    }
    let published = formulas.published.iter().find_map(|wording| wording.find(&all));
    if let Some(published) = published {
        return after_publication(text, &all[published.end..]);
    }
    let after =
        |word: &Word<'_>| !is_until(word) && formulas.after.starts(std::slice::from_ref(word));
    let waits = formulas.from.find(&all).is_some() || all.iter().any(after);
    waits.then(|| EffectRule::OnEvent(collapsed(text)))
}

/// `… күнінен кейін күнтізбелік он күн өткен соң`, `… екі ай өткен соң`, `… күнінен бастап`.
fn after_publication(text: &str, rest: &[Word<'_>]) -> Option<EffectRule> {
    let formulas = &*FORMULAS;
    if let Some((count, end)) = counted(text, rest) {
        let unit = &rest[end..];
        let unit = match unit.first() {
            Some(word) if word.key.starts_with("кунтизбе") => &unit[1..],
            _ => unit,
        };
        let count = u16::try_from(count).ok()?;
        if formulas.working.starts(unit) {
            return Some(EffectRule::OnEvent(collapsed(text)));
        }
        let elapsed = formulas.elapsed.iter().any(|wording| wording.find(unit).is_some());
        if formulas.day.starts(unit) && elapsed {
            return Some(EffectRule::AfterPublicationDays(count));
        }
        if formulas.month.starts(unit) && elapsed {
            return Some(EffectRule::AfterPublicationMonths(count));
        }
        return None;
    }
    if formulas.from.find(rest).is_some() {
        return Some(EffectRule::OnPublication);
    }
    None
}

/// The first number after the words on publication, in words or figures, and the index of the
/// word after it.
fn counted(text: &str, rest: &[Word<'_>]) -> Option<(u32, usize)> {
    let in_words = (0..rest.len()).find_map(|start| {
        let plain: Vec<&str> = rest[start..].iter().take(8).map(|word| word.text).collect();
        let read = numeral::read(&plain).filter(|n| !n.ordinal && n.form == Form::PLAIN)?;
        // `бір` also is the article `a`, and never a period of days in these formulas.
        Some((read.value, start + read.words))
    });
    let from = rest.first()?.bytes.start;
    let figures = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at);
    match (figures, in_words) {
        (Some(at), found) if found.is_none_or(|(_, end)| at < rest[end - 1].bytes.start) => {
            let tail = &text[at..];
            let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
            let next = rest.iter().position(|word| word.bytes.start >= at)?;
            Some((tail[..end].parse().ok()?, next))
        }
        (_, found) => found,
    }
}

/// A date after which `бастап` (from … on) follows.
fn date_from(text: &str) -> Option<Date> {
    dates(text).into_iter().find_map(|(date, bytes)| {
        // `01.01.2023 бастап`, `2016 жылғы 1 қаңтардан бастап`, `01.01.2023 ж. бастап`.
        let rest = first_words(&text[bytes.end..], 3);
        FORMULAS.from.find(&rest).map(|_| date)
    })
}

/// When something begins that a text says to hold from a day: `2024 жылғы 1 қаңтардан бастап`.
pub fn starting(text: &str) -> Option<EffectRule> {
    date_from(text).map(EffectRule::OnDate)
}

/// So many words behind a day tell whether something ends on it: «ж. дейін қоса алғанда».
const AFTER_A_DAY: usize = 4;

/// When something ends that a text says to hold until a day: `2025 жылғы 1 қаңтарға дейін`. The
/// day itself is outside, unless the text counts it in (`қоса алғанда`). What lasts until an
/// event keeps the event's words; `None` where the text names no end.
pub fn until(text: &str) -> Option<EndRule> {
    let formulas = &*FORMULAS;
    let all = words(text);
    let counted_in = |rest: &[Word<'_>]| formulas.inclusive.starts(rest);
    for (date, bytes) in dates(text) {
        let rest = first_words(&text[bytes.end..], AFTER_A_DAY);
        let next = if date_word(&rest) { &rest[1..] } else { &rest[..] };
        if next.first().is_some_and(is_until) {
            let inside = counted_in(&next[1..]);
            return Some(EndRule::Before(if inside { plus_days(date, 1) } else { date }));
        }
        if counted_in(next) {
            return Some(EndRule::Before(plus_days(date, 1)));
        }
    }
    let until = all.iter().position(is_until)?;
    // `9-тармақтың қолданысы …`: what is suspended stands before the event.
    let subject = all[..until].iter().rev().find(|word| word.key.starts_with("колдан"));
    let from = subject.map_or(0, |word| word.bytes.end);
    Some(EndRule::UntilEvent(collapsed(&text[from..all[until].bytes.end])))
}

fn is_until(word: &Word<'_>) -> bool {
    word.key == FORMULAS.until
}

/// `ж.`, `жылға`, `күніне`, which may stand between a date and `дейін`.
fn date_word(rest: &[Word<'_>]) -> bool {
    rest.first().is_some_and(|word| matches!(&*word.key, "ж" | "г") || word.key.starts_with("кун"))
}

/// The days that a text names, with their bytes; impossible ones are left out.
pub fn dates(text: &str) -> Vec<(Date, Range<usize>)> {
    let mut out = Vec::new();
    let mut next = 0;
    let mut last = ' ';
    for (at, letter) in text.char_indices() {
        let starts = letter.is_ascii_digit() && !last.is_ascii_digit() && at >= next;
        last = letter;
        if !starts {
            continue;
        }
        if let Some(found) = date::at_start(&text[at..]) {
            next = at + found.bytes;
            out.extend(found.date.map(|date| (date, at..next)));
        }
    }
    out
}

/// The unit to which `… N-баптан қараңыз` sends, in its dictionary form: `2-бап`.
fn clause(text: &str) -> Option<String> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|start| {
        let mut input = &tokens[start..];
        let chain = phrase::chain(&mut input).ok()?;
        let named: Vec<String> = chain
            .iter()
            .filter(|cited| !cited.places.is_empty())
            .map(|cited| {
                let numbers = expand::numbers(&cited.places).unwrap_or_default();
                let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                format!("{}-{}", numbers.join(", "), cited.noun.stem().word())
            })
            .collect();
        (!named.is_empty()).then(|| named.join(" "))
    })
}

/// One blank between words, none around.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_formulas_of_acts_and_notes() {
        let see = |clause: &str| EffectRule::SeeClause(clause.into());
        for (text, rule) in [
            (
                "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі",
                EffectRule::AfterPublicationDays(10),
            ),
            (
                "алғашқы реңми жарияланған күннен кейін құнтізбелік алпыс құн откен соң қолданысқа енгізіледі",
                EffectRule::AfterPublicationDays(60),
            ),
            (
                "алғаш ресми жарияланған күнінен кейін күнтізбелік 21 күн өткен соң",
                EffectRule::AfterPublicationDays(21),
            ),
            (
                "алғашқы рет ресми жарияланғанынан кейін он күнтізбелік күн өткен соң",
                EffectRule::AfterPublicationDays(10),
            ),
            (
                "алғашқы ресми жарияланған күнінен кейін екі ай өткен соң",
                EffectRule::AfterPublicationMonths(2),
            ),
            (
                "алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі",
                EffectRule::OnPublication,
            ),
            ("қол қойылған күнінен бастап қолданысқа енгізіледі", EffectRule::OnSigning),
            (
                "қол қойылған күнінен бастап қолданысқа енгізіледі және ресми жариялануға тиіс",
                EffectRule::OnSigning,
            ),
            (
                "алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі және 2020 жылғы 1 \
                 қаңтардан бастап туындаған қатынастарға қолданылады",
                EffectRule::OnPublication,
            ),
            ("01.01.2023 бастап қолданысқа енгiзiледi", EffectRule::OnDate(date(2023, 1, 1))),
            (
                "2016 жылғы 1 қаңтардан бастап қолданысқа енгізіледі",
                EffectRule::OnDate(date(2016, 1, 1)),
            ),
            ("қолданысқа 2012.01.01 бастап енгізіледі", EffectRule::OnDate(date(2012, 1, 1))),
            ("қолданысқа енгізілу тәртібін 2-баптан қараңыз", see("2-бап")),
            ("Осы Заңның қолданысқа енгізілу тәртібін 67-баптан караныз", see("67-бап")),
        ] {
            assert_eq!(read(text), Some(rule), "{text}");
        }
    }

    #[test]
    fn what_lasts_has_an_end() {
        for (text, end) in [
            ("қолданылуы 2025 жылғы 1 қаңтарға дейін", "before:2025-01-01"),
            ("қолданысы 01.01.2025 ж. дейін", "before:2025-01-01"),
            ("2024 жылғы 31 желтоқсанға дейін қоса алғанда", "before:2025-01-01"),
            ("2024 жылғы 31 желтоқсанды қоса алғанда", "before:2025-01-01"),
            (
                "9-баптың қолданысы жаңа заң қабылданғанға дейін",
                "until_event:жаңа заң қабылданғанға дейін",
            ),
        ] {
            assert_eq!(until(text).map(|end| end.to_string()).as_deref(), Some(end), "{text}");
        }
        assert_eq!(until("2025 жылғы 1 қаңтардан кейін"), None);
    }

    #[test]
    fn what_names_no_day_is_kept_in_its_words() {
        let event = "мемлекеттік тіркелген күнінен  бастап";
        let kept = EffectRule::OnEvent("мемлекеттік тіркелген күнінен бастап".into());
        assert_eq!(read(event), Some(kept));
        assert!(matches!(
            read("алғашқы ресми жарияланған күнінен кейін он жұмыс күні өткен соң"),
            Some(EffectRule::OnEvent(_))
        ));
        assert_eq!(read("ресми жариялануға тиіс"), None);
        assert_eq!(read(""), None);
    }
}
