//! The part of the catalogue that pages need → a script with every sentence in three languages,
//! and the days of every month in the cases in which these sentences stand.

use crate::kazakh::noun::Case;
use crate::render::html::script_of;
use crate::render::messages::catalogue::{diff, evidence, site, states};
use crate::render::messages::{Lang, days};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// The cases of days in the sentences, by the name of their selector.
const CASES: [(&str, Case); 4] = [
    ("", Case::Nominative),
    ("loc", Case::Locative),
    ("dat", Case::Dative),
    ("abl", Case::Ablative),
];

#[derive(Serialize)]
struct Strings {
    /// By code: Kazakh, Russian, English.
    said: BTreeMap<&'static str, [&'static str; 3]>,
    /// By case, language and month: a day with places for the year and the day of the month.
    days: BTreeMap<&'static str, [Vec<String>; 3]>,
}

/// The script.
pub fn script() -> String {
    let entries = site::ENTRIES.iter().chain(states::ENTRIES).chain(evidence::ENTRIES);
    let compared = diff::ENTRIES.iter().filter(|entry| entry.code.starts_with("diff_"));
    let said = entries
        .chain(compared)
        .map(|entry| (entry.code, Lang::ALL.map(|lang| entry.template(lang))));
    let days = CASES.map(|(name, case)| (name, Lang::ALL.map(|lang| months(case, lang))));
    let strings = Strings { said: said.collect(), days: days.into_iter().collect() };
    script_of("strings", &serde_json::to_string(&strings).unwrap_or_default())
}

/// A day of every month, its year and its number left open.
fn months(case: Case, lang: Lang) -> Vec<String> {
    let day = |month| Date::new(2011, month, 28).unwrap_or(Date::MIN);
    let open = |words: String| words.replace("2011", "{y}").replace("28", "{d}");
    (1..=12).map(|month| open(days::day(day(month), case, lang))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_leave_year_and_number_open() {
        assert_eq!(months(Case::Locative, Lang::Kk)[0], "{y} жылғы {d} қаңтарда");
        assert_eq!(months(Case::Nominative, Lang::Ru)[11], "{d} декабря {y} года");
        assert_eq!(months(Case::Nominative, Lang::En)[4], "{d} May {y}");
    }
}
