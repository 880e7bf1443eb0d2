//! What a message can be given, and how a placeholder's selector shapes it: `{act:ins}` is an
//! act in the instrumental, `{count:line|lines}` the noun that goes with a number.

use super::Lang;
use super::{act_names, days};
use crate::kazakh::noun::Case;
use crate::model::act::ActId;
use crate::model::day::Window;
use jiff::civil::Date;
use std::borrow::Cow;
use std::path::Path;

/// A value for a placeholder.
#[derive(Clone, Debug)]
pub enum Argument<'a> {
    /// Words, taken as they are.
    Text(Cow<'a, str>),
    /// A number; a selector with bars chooses a noun by it.
    Count(usize),
    /// An act; the selector is a case.
    Act(&'a ActId),
    /// Several acts; the selector is a case.
    Acts(&'a [ActId]),
    /// A day; the selector is a case.
    Day(Date),
    /// An end of a state; the selector is `from` or `until`.
    Window(Window),
}

impl Argument<'_> {
    /// The words of the value under a selector (empty for a bare placeholder).
    pub fn words(&self, selector: &str, lang: Lang) -> String {
        match self {
            Argument::Text(text) => text.to_string(),
            Argument::Count(count) if selector.contains('|') => {
                plural(*count, selector, lang).to_owned()
            }
            Argument::Count(count) => count.to_string(),
            Argument::Act(act) => act_names::name(act, case(selector), lang),
            Argument::Acts(acts) => act_names::list(acts, case(selector), lang),
            Argument::Day(date) => days::day(*date, case(selector), lang),
            Argument::Window(window) if selector == "until" => days::until(*window, lang),
            Argument::Window(window) => days::from(*window, lang),
        }
    }
}

/// The selectors that name a case; anything else is the nominative.
pub(super) const CASES: [(&str, Case); 7] = [
    ("nom", Case::Nominative),
    ("gen", Case::Genitive),
    ("dat", Case::Dative),
    ("acc", Case::Accusative),
    ("loc", Case::Locative),
    ("abl", Case::Ablative),
    ("ins", Case::Instrumental),
];

fn case(selector: &str) -> Case {
    CASES.iter().find(|(name, _)| *name == selector).map_or(Case::Nominative, |(_, case)| *case)
}

/// English chooses between two forms, Russian between three (1, 2–4, 5 and more), Kazakh has
/// one. A missing form falls back to the last one given.
fn plural(count: usize, forms: &str, lang: Lang) -> &str {
    let wanted = match lang {
        Lang::Kk => 0,
        Lang::En => usize::from(count != 1),
        Lang::Ru => match (count % 10, count % 100) {
            (1, tens) if tens != 11 => 0,
            (2..=4, tens) if !(12..=14).contains(&tens) => 1,
            _ => 2,
        },
    };
    let forms: Vec<&str> = forms.split('|').collect();
    forms.get(wanted).or(forms.last()).copied().unwrap_or_default()
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Argument::Text(text.into())
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Argument::Text(text.as_str().into())
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Argument::Text(text.into())
    }
}

impl<'a> From<&'a Path> for Argument<'a> {
    fn from(path: &'a Path) -> Self {
        Argument::Text(path.to_string_lossy())
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Argument::Count(count)
    }
}

impl<'a> From<&'a ActId> for Argument<'a> {
    fn from(act: &'a ActId) -> Self {
        Argument::Act(act)
    }
}

impl<'a> From<&'a [ActId]> for Argument<'a> {
    fn from(acts: &'a [ActId]) -> Self {
        Argument::Acts(acts)
    }
}

impl<'a> From<&'a Vec<ActId>> for Argument<'a> {
    fn from(acts: &'a Vec<ActId>) -> Self {
        Argument::Acts(acts)
    }
}

impl From<Date> for Argument<'_> {
    fn from(date: Date) -> Self {
        Argument::Day(date)
    }
}

impl From<Window> for Argument<'_> {
    fn from(window: Window) -> Self {
        Argument::Window(window)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_agree_with_numbers() {
        let russian = |count| plural(count, "строка|строки|строк", Lang::Ru);
        for (count, noun) in [
            (1, "строка"),
            (2, "строки"),
            (5, "строк"),
            (11, "строк"),
            (12, "строк"),
            (21, "строка"),
            (104, "строки"),
            (0, "строк"),
        ] {
            assert_eq!(russian(count), noun, "{count}");
        }
        assert_eq!(plural(1, "line|lines", Lang::En), "line");
        assert_eq!(plural(0, "line|lines", Lang::En), "lines");
        assert_eq!(plural(7, "жол", Lang::Kk), "жол");
    }
}
