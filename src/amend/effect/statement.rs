//! One sentence on entry into force → what it states of the act and of its parts, in order. A
//! sentence is read whole: a word that no rule of these formulas knows leaves it unread.

use super::excepted::{Excepted, exceptions, scope_of};
use crate::amend::line::{Spotted, addresses, citations};
use crate::kazakh::noun::Case;
use crate::kazakh::numeral;
use crate::kazakh::words::{Word, Wording, Wordings, first_words, words};
use crate::model::address::Address;
use crate::model::day::{EffectRule, EndRule};
use crate::parse::citation::phrase;
use crate::parse::effect;
use crate::parse::mention::form_word;
use std::ops::Range;
use std::sync::LazyLock;

/// Of what something is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The act.
    Whole,
    /// Parts of it, by their addresses in it.
    Parts(Vec<Address>),
}

/// What is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It takes effect by this rule.
    From(EffectRule),
    /// Its effect ends.
    Until(EndRule),
    /// It does not work until then.
    Suspended(EndRule),
    /// It reaches relations of other days than those on which it is in effect, or lasts until an
    /// event: no rule of days says that.
    Untold,
    /// Nothing but the exceptions: «бұған … кірмейді».
    Nothing,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// Of what.
    pub subject: Subject,
    /// What.
    pub what: What,
    /// What is excepted from it.
    pub excepted: Vec<Excepted>,
}

/// The verbs that close a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    /// «қолданысқа енгізіледі», «күшіне енеді».
    Starts,
    /// «қолданыста болады», «қолданылады».
    Lasts,
    /// «қолданылмайды».
    Waits,
    /// «туындаған қатынастарға қолданылады», «таралады».
    Reaches,
    /// «қолданысы тоқтатыла тұрсын».
    Suspends,
    /// «бұған … кірмейді».
    Excludes,
}

struct Phrases {
    verbs: Wordings<Verb>,
    relations: Wording,
    /// «деп есептелсін», «деп белгіленсін».
    declared: [Wording; 5],
    except: Wording,
    /// What the formulas are made of besides days, numbers, citations and forms of acts.
    known: Vec<Wording>,
    /// What may follow the last verb.
    tail: [Wording; 6],
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let verb = |text, verb| (Wording::new(text), verb);
    Phrases {
        verbs: Wordings::new([
            verb("енгізіледі", Verb::Starts),
            verb("енгізілсін", Verb::Starts),
            verb("енгізілді", Verb::Starts),
            verb("енеді", Verb::Starts),
            verb("қолданыста болады", Verb::Lasts),
            verb("күшінде болады", Verb::Lasts),
            verb("қолданылады", Verb::Lasts),
            verb("қолданылмайды", Verb::Waits),
            verb("таралады", Verb::Reaches),
            verb("тоқтатыла тұрсын", Verb::Suspends),
            verb("тоқтатыла тұрады", Verb::Suspends),
            verb("кірмейді", Verb::Excludes),
        ]),
        relations: Wording::new("қатынаст*"),
        declared: [
            "деп есептелсін",
            "деп есептеледі",
            "деп саналсын",
            "деп саналады",
            "деп белгіленсін",
        ]
        .map(Wording::new),
        except: Wording::new("қоспағанда"),
        known: KNOWN.split_whitespace().map(Wording::new).collect(),
        tail: ["және", "ресми", "жариялануға", "тиіс", "тиісті", "жатады"].map(Wording::new),
    }
});

const KNOWN: &str = "осы және ал бірақ бұл ретте сондай ақ қолданысқа күшіне енгізіледі \
    енгізілсін енгізілді енеді енгізілетін енетін алғашқы алғаш рет ресми жариялан* күн күні \
    күнінен күннен күннің күнтізбелік кейін өткен өткеннен соң ай айдан бастап қол қолы қойылған \
    қойылғаннан жылғы жыл ж дейін қоса алғанда қолданыста күшінде болады болатын қолданылады \
    қолданылатын қолданылмайды қоспағанда деп есептелсін есептеледі саналсын саналады \
    белгіленсін қолданысы қолданысын тоқтатыла тұрсын тұрады бұған оған кірмейді туындаған \
    құқықтық қатынастарға таралады беріліп отырған берілген бекітілген өзгерістер \
    өзгерістердің мен толықтырулар толықтырулардың конституциялық";

/// What the words after a subject that was read elsewhere say of it, up to the end of their
/// sentence; `None` where a word is left over.
pub(super) fn read_predicate(rest: &str) -> Option<What> {
    let (verb, place) = verbs(rest).into_iter().next()?;
    let closed = first_words(&rest[place.end..], 1).is_empty();
    let main = &rest[..place.end];
    let subject = names_the_act(main) || !citations(main).is_empty();
    (closed && !subject && is_accounted(main, None)).then(|| stated(main, verb)).flatten()
}

/// The statements of a sentence; `None` where a word of it is left over.
pub(super) fn read(sentence: &str) -> Option<Vec<Statement>> {
    let sentence = without_mark(sentence);
    let all = words(sentence);
    let mut out: Vec<Statement> = Vec::new();
    let mut from = 0;
    for (verb, place) in verbs(sentence) {
        let stretch = &sentence[from..place.end];
        let before = out.last().map(|statement| statement.subject.clone());
        out.push(statement(stretch, verb, before)?);
        from = place.end;
    }
    let rest = all.iter().filter(|word| word.bytes.start >= from);
    let mut rest = rest.map(std::slice::from_ref);
    let closed = rest.all(|word| PHRASES.tail.iter().any(|known| known.starts(word)));
    (closed && !out.is_empty()).then_some(out)
}

/// The sentence without the number of the point that begins with it on the line of its article:
/// «2-бап. 1. Осы Заң …».
pub(super) fn without_mark(sentence: &str) -> &str {
    let text = sentence.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['.', ')']) {
        Some(after) if rest.len() < text.len() && after.starts_with(char::is_whitespace) => after,
        _ => text,
    }
}

/// True for a sentence that may tell of days of effect, whether or not it can be read.
pub(super) fn tells_of_effect(sentence: &str) -> bool {
    let verbs = verbs(sentence);
    if verbs.is_empty() {
        return false;
    }
    let dated = !effect::dates(sentence).is_empty();
    let set_at = effect_set_at(sentence);
    verbs.into_iter().any(|(verb, place)| match verb {
        Verb::Starts => set_at.is_some_and(|at| at <= place.end),
        Verb::Suspends => true,
        Verb::Waits | Verb::Lasts | Verb::Reaches => dated,
        Verb::Excludes => false,
    })
}

/// True for a sentence that bounds the days of effect, and not only the relations it reaches.
pub(super) fn bounds_effect(sentence: &str) -> bool {
    let verbs = verbs(sentence);
    if verbs.is_empty() {
        return false;
    }
    let all = words(sentence);
    let set_at = effect_set_at(sentence);
    let first_day = effect::dates(sentence).first().map(|(_, bytes)| bytes.end);
    verbs.into_iter().any(|(verb, place)| match verb {
        Verb::Starts => set_at.is_some_and(|at| at <= place.end),
        Verb::Suspends => true,
        Verb::Waits | Verb::Lasts => {
            follows_an_end(&all, &place) && first_day.is_some_and(|end| end <= place.start)
        }
        Verb::Reaches | Verb::Excludes => false,
    })
}

/// True for a verb behind the end of a time: «… дейін», «… қоса алғанда».
fn follows_an_end(all: &[Word<'_>], verb: &Range<usize>) -> bool {
    let before = all.partition_point(|word| word.bytes.end <= verb.start);
    all[..before].last().is_some_and(|last| matches!(last.text, "дейін" | "алғанда"))
}

/// True for a sentence that sets a day or an event as the first or the last of something's effect.
pub(super) fn bounds_effect_somehow(sentence: &str) -> bool {
    let all = words(sentence);
    bounds_effect(sentence)
        || verbs(sentence).into_iter().any(|(verb, place)| {
            matches!(verb, Verb::Waits | Verb::Lasts) && follows_an_end(&all, &place)
        })
}

/// True for a sentence that begins with a part of the act and says when it takes effect.
pub(super) fn commences_a_part(sentence: &str) -> bool {
    let begin = sentence.len() - sentence.trim_start().len();
    let named = citations(sentence).first().is_some_and(|cited| cited.bytes.start == begin);
    let set_at = effect_set_at(sentence);
    let starts = |(verb, place): (Verb, Range<usize>)| {
        verb == Verb::Starts && set_at.is_some_and(|at| at <= place.end)
    };
    named && verbs(sentence).into_iter().any(starts)
}

/// True for words that say of the act itself when it takes effect.
pub(super) fn commences(sentence: &str) -> bool {
    // What stands before a verb stands before the later ones, too.
    let last = verbs(sentence).into_iter().rfind(|(verb, _)| *verb == Verb::Starts);
    last.is_some_and(|(_, place)| {
        let before = &sentence[..place.end];
        sets_effect(before) && names_the_act(before)
    })
}

/// `енгізіледі` alone also is what a law says of a fee or a ban.
fn sets_effect(text: &str) -> bool {
    effect_set_at(text).is_some()
}

/// The byte behind the first word by which a verb speaks of effect.
fn effect_set_at(text: &str) -> Option<usize> {
    let objects = ["қолданысқа", "күшіне"].map(Wording::new);
    let sets = |word: &Word<'_>| objects.iter().any(|o| o.starts(std::slice::from_ref(word)));
    words(text).iter().find(|word| sets(word)).map(|word| word.bytes.end)
}

/// The verbs of a sentence with the bytes from each to what declares it.
fn verbs(sentence: &str) -> Vec<(Verb, Range<usize>)> {
    if !PHRASES.verbs.may_stand_in(sentence) {
        return Vec::new();
    }
    let all = words(sentence);
    let mut out = Vec::new();
    let mut at = 0;
    let mut begin = 0;
    while at < all.len() {
        let Some((wording, verb)) = PHRASES.verbs.at(&all[at..]) else {
            at += 1;
            continue;
        };
        let start = all[at].bytes.start;
        let relations = PHRASES.relations.find(&all[begin..at]).is_some();
        let verb = if *verb == Verb::Lasts && relations { Verb::Reaches } else { *verb };
        at += wording.len();
        let declared = PHRASES.declared.iter().find(|wording| wording.starts(&all[at..]));
        at += declared.map_or(0, Wording::len);
        out.push((verb, start..all[at - 1].bytes.end));
        begin = at;
    }
    out
}

fn statement(text: &str, verb: Verb, before: Option<Subject>) -> Option<Statement> {
    let all = words(text);
    let (excepted, main) = match (verb, PHRASES.except.find(&all)) {
        (Verb::Excludes, None) => (text, ""),
        (_, None) => ("", text),
        (Verb::Starts, Some(except)) => {
            let bytes = &all[except.start].bytes;
            (&text[..bytes.start], &text[bytes.end..])
        }
        _ => return None,
    };
    let excepted_parts = if excepted.is_empty() { Vec::new() } else { exceptions(excepted)? };
    let what = stated(main, verb)?;
    let count = match &what {
        What::From(EffectRule::AfterPublicationDays(n) | EffectRule::AfterPublicationMonths(n)) => {
            Some(u32::from(*n))
        }
        What::From(EffectRule::OnEvent(_)) if excepted.is_empty() => {
            let whole = names_the_act(main);
            let nothing_excepted =
                Statement { subject: Subject::Whole, what, excepted: Vec::new() };
            return whole.then_some(nothing_excepted);
        }
        _ => None,
    };
    if !is_accounted(excepted, None) || !is_accounted(main, count) {
        return None;
    }
    let cited = citations(main);
    let subject = match (names_the_act(excepted) || names_the_act(main), cited.as_slice()) {
        (true, []) => Subject::Whole,
        (false, []) => before?,
        (false, cited) => Subject::Parts(parts(main, cited, verb)?),
        (true, _) => return None,
    };
    Some(Statement { subject, what, excepted: excepted_parts })
}

/// What the words up to the verb say; `None` where a day of theirs has no part in it.
fn stated(main: &str, verb: Verb) -> Option<What> {
    let days = effect::dates(main).len();
    let fits = |what, count| (days == count).then_some(what);
    match verb {
        Verb::Starts => {
            let rule = effect::read(main).filter(|_| sets_effect(main))?;
            let dated = matches!(rule, EffectRule::OnDate(_));
            let open = matches!(rule, EffectRule::OnEvent(_));
            (open || days == usize::from(dated)).then_some(What::From(rule))
        }
        Verb::Lasts | Verb::Suspends | Verb::Waits => match (effect::until(main)?, verb) {
            (EndRule::UntilEvent(_), _) => Some(What::Untold),
            (EndRule::Before(day), Verb::Waits) => fits(What::From(EffectRule::OnDate(day)), 1),
            (end, Verb::Suspends) => fits(What::Suspended(end), 1),
            (end, _) => fits(What::Until(end), 1),
        },
        Verb::Reaches => Some(What::Untold),
        Verb::Excludes => Some(What::Nothing),
    }
}

/// The parts that are the subject of a verb, or whose effect is: «1-баптың 2) тармақшасы»,
/// «1-баптың 2) тармақшасының қолданысы».
fn parts(text: &str, cited: &[Spotted], verb: Verb) -> Option<Vec<Address>> {
    let of_effect = matches!(verb, Verb::Suspends | Verb::Reaches);
    let fits = |cited: &Spotted| match phrase::case(&cited.chain) {
        Some(Case::Nominative) => true,
        Some(Case::Genitive) => of_effect,
        _ => false,
    };
    let scope = scope_of(text);
    cited.iter().all(fits).then(|| addresses(&scope, cited)).flatten()
}

/// True where the words name the act itself: «осы Заң», «осы қаулы».
pub(super) fn names_the_act(text: &str) -> bool {
    act_named(text, Case::Nominative).is_some()
}

/// The index of the word after «осы Заңның», «осы Заң», wherever that stands.
pub(super) fn act_named(text: &str, case: Case) -> Option<usize> {
    let all = words(text);
    let this = Wording::new("осы");
    (0..all.len()).find_map(|at| {
        if !this.starts(&all[at..]) {
            return None;
        }
        let constitutional = all.get(at + 1)?.key.starts_with("конституциялык");
        let at = at + 1 + usize::from(constitutional);
        let (_, form) = form_word(all.get(at)?.text)?;
        (form.case == case && !form.plural && !form.possessed).then_some(at + 1)
    })
}

/// True where every word and every figure belongs to a citation, a day or a known formula.
fn is_accounted(text: &str, count: Option<u32>) -> bool {
    let days = effect::dates(text).into_iter().map(|(_, bytes)| bytes);
    let places = citations(text).into_iter().map(|cited| cited.bytes).chain(days);
    let places = joined(places.collect());
    let inside = |at: usize| {
        let behind = places.partition_point(|place| place.end <= at);
        places.get(behind).is_some_and(|place| place.contains(&at))
    };
    let known = |word: &Word<'_>| {
        inside(word.bytes.start)
            || form_word(word.text).is_some()
            || numeral::read(&[word.text]).is_some()
            || PHRASES.known.iter().any(|known| known.starts(std::slice::from_ref(word)))
    };
    words(text).iter().all(known)
        && figures(text).all(|(at, value)| {
            let mark = text[at..].trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(')')
                && text[..at].trim_end_matches([' ', '\t']).ends_with('\n');
            inside(at) || mark || count.is_some() && value == count
        })
}

/// Stretches in their order, those that overlap as one.
fn joined(mut stretches: Vec<Range<usize>>) -> Vec<Range<usize>> {
    stretches.sort_by_key(|stretch| stretch.start);
    stretches.dedup_by(|next, before| {
        let overlap = next.start <= before.end;
        if overlap {
            before.end = before.end.max(next.end);
        }
        overlap
    });
    stretches
}

/// The numbers in figures, with the byte at which each begins.
fn figures(text: &str) -> impl Iterator<Item = (usize, Option<u32>)> {
    let mut last = ' ';
    text.char_indices().filter_map(move |(at, letter)| {
        let starts = letter.is_ascii_digit() && !last.is_ascii_digit();
        last = letter;
        starts.then(|| {
            let rest = &text[at..];
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            (at, rest[..end].parse().ok())
        })
    })
}

/// The sentences of a text. A mark of an abbreviation (`2021 ж. бастап`) and of a date ends none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices('.') {
        let before = text[from..at].chars().rev().take_while(|c| c.is_alphabetic()).count();
        let after = &text[at + 1..];
        let next = after.trim_start().chars().next();
        let opens = next.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit());
        if before > 2 && opens && after.chars().next().is_none_or(char::is_whitespace) {
            out.push(&text[from..=at]);
            from = at + 1;
        }
    }
    out.push(&text[from..]);
    out.retain(|sentence| sentence.contains(char::is_alphanumeric));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<Vec<String>> {
        let shown = |statement: Statement| {
            let subject = match statement.subject {
                Subject::Whole => "whole".to_owned(),
                Subject::Parts(parts) => {
                    parts.iter().map(Address::to_string).collect::<Vec<_>>().join(", ")
                }
            };
            let what = match statement.what {
                What::From(rule) => rule.to_string(),
                What::Until(end) => end.to_string(),
                What::Suspended(end) => format!("suspended {end}"),
                What::Untold => "untold".into(),
                What::Nothing => "nothing".into(),
            };
            format!("{subject} {what} -{}", statement.excepted.len())
        };
        Some(read(text)?.into_iter().map(shown).collect())
    }

    #[test]
    fn each_verb_closes_a_statement() {
        let whole = "whole on_date:2021-07-01 -0";
        for (text, expected) in [
            ("Осы Заң қолданысқа 2021 жылғы 1 шілдеден бастап енгізіледі.", vec![whole]),
            (
                "Осы Заң 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі, 1-баптың 2) тармақшасы \
                 2022 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
                vec![whole, "1-бап/2) on_date:2022-01-01 -0"],
            ),
            (
                "Осы Заң 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі және 2023 жылғы 1 \
                 қаңтарға дейін қолданыста болады",
                vec![whole, "whole before:2023-01-01 -0"],
            ),
            (
                "Осы Заң 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі, 1-баптың 2) тармақшасы \
                 2021 жылғы 1 қаңтардан бастап қолданысқа енгізілді деп есептелсін",
                vec![whole, "1-бап/2) on_date:2021-01-01 -0"],
            ),
            (
                "Бұл ретте 1-баптың 2) тармақшасы 2022 жылғы 1 қаңтарға дейін қолданылмайды.",
                vec!["1-бап/2) on_date:2022-01-01 -0"],
            ),
            (
                "Осы Заңның 4-бабы 2) тармақшасының қолданысы 2023 жылғы 1 қаңтарға дейін тоқтатыла \
                 тұрсын.",
                vec!["4-бап/2) suspended before:2023-01-01 -0"],
            ),
            (
                "Осы Заң 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі және 2021 жылғы 1 \
                 қаңтардан бастап туындаған құқықтық қатынастарға қолданылады",
                vec![whole, "whole untold -0"],
            ),
            (
                "Осы Заң 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі, бұған 2022 жылғы 1 \
                 қаңтардан бастап қолданысқа енгізілетін 1-баптың 2) тармақшасы кірмейді",
                vec![whole, "whole nothing -1"],
            ),
            (
                "1-баптың 2) тармақшасын қоспағанда, осы Заң 2021 жылғы 1 шілдеден бастап қолданысқа \
                 енгізіледі.",
                vec!["whole on_date:2021-07-01 -1"],
            ),
        ] {
            let expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
            assert_eq!(shown(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_word_left_over_leaves_the_sentence_unread() {
        for text in [
            "Осы Заң тек қалаларда 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі",
            "Осы Заң 1-баптың 2) тармақшасын қоспағанда, ол 2022 жылғы 1 қаңтардан бастап қолданысқа \
             енгізіледі, 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі",
            "Осы Заң 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі, 2-бап кейінірек",
            "Осы Заң 3-бапты және 2022 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 4-бапты \
             қоспағанда, 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn sentences_end_before_a_capital_or_a_number() {
        let text = "Осы Заң 01.07.2021 ж. бастап енгізіледі. 1-бап 2022 ж. дейін қолданылады. Бұл";
        let read = sentences(text);
        assert_eq!(read.len(), 3, "{read:?}");
    }
}
