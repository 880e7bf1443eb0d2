//! The words of a commit or a description → the days that they name, and the amending act.
//! An act is told by its IRI, by a Kazakh citation, or by form and number on a known day.

use super::form;
use crate::kazakh::date;
use crate::model::act::{ActId, ActType, Issuer};
use crate::model::day::Adopted;
use crate::parse::identity;
use crate::parse::mention::number_after_sign;
use jiff::civil::Date;

/// The one day that words name, in ISO 8601 or as Kazakh texts write it.
pub fn day(words: &str) -> Option<Date> {
    // A time of day may follow a date.
    let date = words.trim().split(['T', ' ']).next().unwrap_or_default();
    date.parse().ok().or_else(|| match days(words)[..] {
        [one] => Some(one),
        _ => None,
    })
}

/// Every day that words name, without doubles.
pub fn days(words: &str) -> Vec<Date> {
    let mut days: Vec<Date> = Vec::new();
    let mut end = 0;
    let mut last = ' ';
    for (at, letter) in words.char_indices() {
        let starts = letter.is_ascii_digit() && !last.is_alphanumeric() && !"-./".contains(last);
        last = letter;
        if !starts || at < end {
            continue;
        }
        let rest = &words[at..];
        let iso = rest.get(..10).and_then(|day| day.parse::<Date>().ok());
        let found = match iso {
            Some(day) => Some((day, 10)),
            None => date::at_start(rest).and_then(|found| Some((found.date.ok()?, found.bytes))),
        };
        if let Some((day, bytes)) = found {
            end = at + bytes;
            if !days.contains(&day) {
                days.push(day);
            }
        }
    }
    days
}

/// The one act that words name as the cause of a redaction of this date. An act of another day is
/// not its cause.
pub fn cause(words: &str, state: Date) -> Option<ActId> {
    let iri = words
        .split(char::is_whitespace)
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '/'))
        .find_map(ActId::from_iri);
    let cited = iri.or_else(|| identity::read(words).map(|(act, _)| act));
    let act = cited.or_else(|| by_number(words, state))?;
    (act.adopted.0 == state).then_some(act)
}

/// A form, a number after its sign, and no other day than that of the redaction.
fn by_number(words: &str, state: Date) -> Option<ActId> {
    if days(words).iter().any(|day| *day != state) {
        return None;
    }
    let form = form::form(words)?;
    let sign = words.find(['№', 'N'])?;
    let (number, _) = number_after_sign(&words[sign..])?;
    let issuer = match form {
        form if form.is_law() => Issuer::parliament(),
        ActType::Decree => Issuer::president(),
        form => form::issuer(words, form)?,
    };
    Some(ActId { adopted: Adopted(state), form, issuer, number })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn acts_are_told_in_several_ways() {
        let state = date(2008, 6, 25);
        for words in [
            "Act: /akn/kz/act/2008-06-25/47-IV",
            "Қазақстан Республикасының 2008 жылғы 25 маусымдағы № 47-IV Заңы",
            "Law № 47-IV",
            "Закон РК от 25.06.2008 № 47-IV",
        ] {
            let act = cause(words, state).map(|act| act.iri());
            assert_eq!(act.as_deref(), Some("/akn/kz/act/2008-06-25/47-IV"), "{words}");
        }
        assert_eq!(cause("Law № 47-IV of 2008-06-26", state), None);
        assert_eq!(cause("order № 5", state), None);
        assert_eq!(cause("2008-06-25", state), None);
    }

    #[test]
    fn days_of_several_forms() {
        assert_eq!(day("2008-06-25T00:00:00Z"), Some(date(2008, 6, 25)));
        assert_eq!(day("25.06.2008"), Some(date(2008, 6, 25)));
        assert_eq!(days("v1 2008-06-25, 25.06.2008"), [date(2008, 6, 25)]);
        assert_eq!(day("2008-13-45"), None);
    }
}
