//! Words that name an act → the act: issuer, day of adoption, number and form, in whatever order
//! titles, headers and notes put them (`Үкіметінің 2016 жылғы 20 желтоқсандағы № 832 қаулысы`).

use crate::kazakh::date::{self, DateError};
use crate::kazakh::memo::Memo;
use crate::kazakh::noun::{Form, Lexicon, Stem};
use crate::kazakh::roman;
use crate::kazakh::skeleton::same;
use crate::kazakh::slug::slug;
use crate::kazakh::words::words;
use crate::model::act::{ActType, Issuer};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::LazyLock;

/// A date with the number that follows it: `18.01.2021 № 12`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The day, or why the printed one is none.
    pub date: Result<Date, DateError>,
    /// The date as printed.
    pub printed: String,
    /// The number, normalised.
    pub number: String,
    /// Bytes of both in the text.
    pub bytes: Range<usize>,
}

/// Every date of a text that a number sign and a number follow, in order.
pub fn dated_numbers(text: &str) -> Vec<Dated> {
    let mut out: Vec<Dated> = Vec::new();
    let mut last = ' ';
    for (at, letter) in text.char_indices() {
        let starts = letter.is_ascii_digit() && !last.is_ascii_digit() && last != '.';
        last = letter;
        if !starts || out.last().is_some_and(|found| at < found.bytes.end) {
            continue;
        }
        let Some(found) = date::at_start(&text[at..]) else { continue };
        let date_end = at + found.bytes;
        let between = text[date_end..].trim_start_matches(['.', ' ', '\u{a0}', '\t', '\n']);
        let Some((number, rest)) = number_after_sign(between) else { continue };
        out.push(Dated {
            date: found.date,
            printed: text[at..date_end].to_owned(),
            number,
            bytes: at..text.len() - rest.len(),
        });
    }
    out
}

/// The number of an act after its sign (`№`, in older texts `N`), and the text after it.
pub fn number_after_sign(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let signs = ["№", "No.", "No", "Nº", "N", "Ν"];
    let rest = signs.iter().find_map(|sign| text.strip_prefix(sign))?.trim_start();
    let end = rest
        .char_indices()
        .find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '‑' | '–' | '.')))
        .map_or(rest.len(), |(at, _)| at);
    let printed = rest[..end].trim_end_matches(['.', '-', '–', '/']);
    if !printed.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some((normalised(printed), &rest[printed.len()..]))
}

/// A number of an act as `ActId` has it: the convocation of a law in Latin letters, the
/// registry's suffix `ҚРЗ` left out, dashes as hyphens, letters as capitals.
pub fn normalised(printed: &str) -> String {
    let printed = printed.replace(['‑', '–'], "-");
    let printed = printed.split_whitespace().next().unwrap_or_default();
    if let Some((number, convocation)) = printed.split_once('-')
        && let Some(value) = roman::read(&convocation.to_uppercase())
    {
        return format!("{number}-{}", roman::write(value));
    }
    printed.to_uppercase()
}

/// True for the number of a law: a number and the convocation of parliament, `418-V`.
pub fn has_convocation(number: &str) -> bool {
    number.split_once('-').is_some_and(|(_, convocation)| roman::read(convocation).is_some())
}

static FORMS: LazyLock<Lexicon<ActType>> = LazyLock::new(|| {
    Lexicon::new(&[
        (Stem::new("заң"), ActType::Law),
        (Stem::new("кодекс"), ActType::Code),
        (Stem::new("жарлық"), ActType::Decree),
        (Stem::new("қаулы"), ActType::Resolution),
        (Stem::new("бұйрық"), ActType::Order),
        (Stem::new("шешім"), ActType::Decision),
    ])
});

thread_local! {
    static KNOWN: Memo<Option<(ActType, Form)>> = Memo::default();
}

/// The form of act that a word names, in any case; one letter may be damaged.
pub fn form_word(word: &str) -> Option<(ActType, Form)> {
    let find = || {
        FORMS.get(word).or_else(|| match word.chars().count() {
            // Short words differ by one letter from too many others.
            6.. => FORMS.get_damaged(word),
            _ => None,
        })
    };
    KNOWN.with(|known| known.of(word, find))
}

/// The first word of a text that names a form of act, with the bytes of that word.
pub fn first_form(text: &str) -> Option<(ActType, Form, Range<usize>)> {
    let words = words(text);
    words.iter().enumerate().find_map(|(i, word)| {
        let (form, declined) = form_word(word.text)?;
        let constitutional = i > 0 && words[i - 1].key.starts_with("конституциялык");
        let form = match form {
            ActType::Law if constitutional => ActType::ConstitutionalLaw,
            other => other,
        };
        Some((form, declined, word.bytes.clone()))
    })
}

/// The issuer that stands before the date of an act, as a slug; for the forms that only
/// parliament issues, parliament, whatever stands there. `None` where no issuer is named.
///
/// `Қазақстан Республикасы Үкіметінің` → government, `ҚР Президентінің` → president, others by
/// their own words without the state's name: `ҚР Қаржы министрінің м.а.` → `qarzhy-ministri`.
pub fn issuer(text: &str, form: ActType) -> Option<Issuer> {
    if form.is_law() {
        return Some(Issuer::parliament());
    }
    let words = words(text);
    let state = |key: &str| ["кр", "казакстан"].contains(&key) || key.starts_with("республикасы");
    let own: Vec<_> = words
        .iter()
        .filter(|word| {
            !state(&word.key) && !["м", "а", "міндетін", "атқарушының"].contains(&word.text)
        })
        .collect();
    let last = own.last()?;
    if own.len() == 1 && last.key.starts_with("укимет") {
        return Some(Issuer::government());
    }
    if own.len() == 1 && last.key.starts_with("президент") {
        return Some(Issuer::president());
    }
    let name: Vec<&str> = own.iter().map(|word| word.text).collect();
    Some(Issuer(slug(without_genitive(&name.join(" ")))))
}

/// An issuer's name stands in the genitive before the act: министрінің → министрі.
fn without_genitive(name: &str) -> &str {
    let endings = ["ның", "нің", "дың", "дің", "тың", "тің"];
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// True for a word that is the state's name for short: ҚР, in damaged copies КР.
pub fn is_state_abbreviation(word: &str) -> bool {
    same(word, "ҚР")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_with_numbers_are_found_in_every_spelling() {
        for (text, day, number) in [
            ("ҚР Үкіметінің 18.01.2021 № 12 (…) қаулысымен", date(2021, 1, 18), "12"),
            ("ҚР 14.07.2022 № 141-VII Заңымен", date(2022, 7, 14), "141-VII"),
            ("ҚР 2008.06.25 N 47-IV Заңымен", date(2008, 6, 25), "47-IV"),
            ("2009.04.22. N 152-ІV Заңымен", date(2009, 4, 22), "152-IV"),
            ("2020 жылғы 22 қыркүйектегі № 343/НҚ бұйрығы", date(2020, 9, 22), "343/НҚ"),
            ("Заңы 2015 жылғы 24 қарашадағы № 418-V ҚРЗ.", date(2015, 11, 24), "418-V"),
            (
                "2021\u{a0}жылғы 18\u{a0}қаңтардағы №\u{a0}А-10/471 қаулысы",
                date(2021, 1, 18),
                "А-10/471",
            ),
        ] {
            let found = dated_numbers(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((&found[0].date, found[0].number.as_str()), (&Ok(day), number), "{text}");
        }
        assert_eq!(dated_numbers("01.01.2023 бастап; 2016 ж., № 65, 428-құжат"), []);
    }

    #[test]
    fn an_impossible_date_is_kept_as_printed() {
        let found = dated_numbers("ҚР 31.02.2021 № 12-VI Заңымен");
        assert_eq!(found[0].printed, "31.02.2021");
        assert!(found[0].date.is_err());
    }

    #[test]
    fn issuers_have_slugs() {
        let issuer = |text| issuer(text, ActType::Order).map(|issuer| issuer.0);
        assert_eq!(issuer("ҚР Үкіметінің").as_deref(), Some("government"));
        assert_eq!(issuer("Қазақстан Республикасы Үкіметінің").as_deref(), Some("government"));
        assert_eq!(issuer("КР Президентінің").as_deref(), Some("president"));
        assert_eq!(issuer("ҚР Қаржы министрінің м.а.").as_deref(), Some("qarzhy-ministri"));
        assert_eq!(
            issuer("Алматы қалалық мәслихатының").as_deref(),
            Some("almaty-qalalyq-maslikhaty")
        );
        assert_eq!(issuer("ҚР"), None);
    }

    #[test]
    fn forms_are_recognised_in_any_case() {
        let form = |text| first_form(text).map(|(form, _, _)| form);
        assert_eq!(form("(…) қаулыларымен."), Some(ActType::Resolution));
        assert_eq!(form("Зандарымен"), Some(ActType::Law));
        assert_eq!(form("Конституциялық заңымен"), Some(ActType::ConstitutionalLaw));
        assert_eq!(form("Кодексіне"), Some(ActType::Code));
        assert_eq!(form("№ 24 Жарлығын"), Some(ActType::Decree));
        assert_eq!(form("тізбесін"), None);
    }
}
