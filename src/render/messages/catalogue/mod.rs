//! The catalogue: one entry a message, with its code and its words in three languages. An entry
//! becomes a function of its code's name, so that no caller can misspell a code or forget an
//! argument; the tests see to it that the three languages use the same arguments.
//!
//! A part of the catalogue says at its head what its functions return: `String`, or `Message`
//! where the code goes out together with the words.

pub mod adding;
pub mod audit;
pub mod batch;
pub mod builds;
pub mod causes;
pub mod changes;
pub mod diff;
pub mod errors;
pub mod evidence;
pub mod examples;
pub mod export;
pub mod following;
pub mod help;
pub mod importing;
pub mod kinds;
pub mod large;
pub mod models;
pub mod pages;
pub mod papers;
pub mod problems;
pub mod reasons;
pub mod search;
pub mod serving;
pub mod site;
pub mod states;
pub mod usage;
pub mod warnings;

use super::{Argument, Lang, template};

/// A message: its code, its arguments, its words.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The code, as in the error object of `--json`.
    pub code: &'static str,
    /// The names of its arguments.
    pub arguments: &'static [&'static str],
    /// Kazakh.
    pub kk: &'static str,
    /// Russian.
    pub ru: &'static str,
    /// English.
    pub en: &'static str,
}

impl Entry {
    /// The template of a language.
    pub fn template(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Kk => self.kk,
            Lang::Ru => self.ru,
            Lang::En => self.en,
        }
    }

    /// The message; `values` stand in the order of `arguments`.
    pub fn say(&self, lang: Lang, values: Vec<Argument<'_>>) -> String {
        let named: Vec<_> = self.arguments.iter().copied().zip(values).collect();
        template::fill(self.template(lang), &named, lang)
    }
}

/// A message put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its code.
    pub code: &'static str,
    /// Its words.
    pub words: String,
}

impl From<Message> for String {
    fn from(message: Message) -> Self {
        message.words
    }
}

macro_rules! catalogue {
    ($said:ty; $($code:ident($($argument:ident),*) { kk: $kk:literal, ru: $ru:literal, en: $en:literal $(,)? })*) => {
        /// The messages of this part of the catalogue.
        pub const ENTRIES: &[$crate::render::messages::Entry] = &[$(
            $crate::render::messages::Entry {
                code: stringify!($code),
                arguments: &[$(stringify!($argument)),*],
                kk: $kk,
                ru: $ru,
                en: $en,
            },
        )*];

        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            #[allow(
                clippy::extra_unused_lifetimes,
                reason = "a message without arguments borrows nothing"
            )]
            pub fn $code<'a>(
                lang: $crate::render::messages::Lang,
                $($argument: impl Into<$crate::render::messages::Argument<'a>>,)*
            ) -> $said {
                let entry = $crate::render::messages::Entry {
                    code: stringify!($code),
                    arguments: &[$(stringify!($argument)),*],
                    kk: $kk,
                    ru: $ru,
                    en: $en,
                };
                let words = entry.say(lang, vec![$($argument.into()),*]);
                $crate::render::messages::catalogue::Message { code: entry.code, words }.into()
            }
        )*
    };
}
pub(crate) use catalogue;

/// Every part of the catalogue.
const PARTS: &[&[Entry]] = &[
    adding::ENTRIES,
    adding::refused::ENTRIES,
    audit::ENTRIES,
    batch::ENTRIES,
    builds::ENTRIES,
    builds::lines::ENTRIES,
    causes::ENTRIES,
    changes::ENTRIES,
    diff::ENTRIES,
    errors::ENTRIES,
    evidence::ENTRIES,
    examples::ENTRIES,
    export::ENTRIES,
    following::ENTRIES,
    help::ENTRIES,
    importing::ENTRIES,
    importing::page::ENTRIES,
    kinds::ENTRIES,
    large::ENTRIES,
    models::ENTRIES,
    models::failures::ENTRIES,
    pages::ENTRIES,
    papers::ENTRIES,
    problems::ENTRIES,
    reasons::ENTRIES,
    search::ENTRIES,
    serving::ENTRIES,
    serving::operator::ENTRIES,
    site::ENTRIES,
    states::ENTRIES,
    usage::ENTRIES,
    usage::hints::ENTRIES,
    warnings::ENTRIES,
];

/// Every message.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    PARTS.iter().flat_map(|part| part.iter())
}

/// The message with this code.
pub fn entry(code: &str) -> Option<&'static Entry> {
    entries().find(|entry| entry.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::messages::argument::CASES;
    use crate::render::messages::template::{Piece, pieces};
    use std::collections::BTreeSet;

    fn places(template: &'static str) -> Vec<(&'static str, &'static str)> {
        let places = pieces(template).into_iter().filter_map(|piece| match piece {
            Piece::Place { name, selector } => Some((name, selector)),
            Piece::Words(_) => None,
        });
        places.collect()
    }

    #[test]
    fn every_code_has_three_languages_with_the_same_arguments() {
        for entry in entries() {
            let declared: BTreeSet<&str> = entry.arguments.iter().copied().collect();
            for lang in Lang::ALL {
                let template = entry.template(lang);
                assert!(!template.trim().is_empty(), "{} has no {lang}", entry.code);
                let used: BTreeSet<&str> =
                    places(template).into_iter().map(|(name, _)| name).collect();
                assert_eq!(used, declared, "{} in {lang}", entry.code);
            }
        }
    }

    #[test]
    fn selectors_are_known() {
        for entry in entries() {
            for lang in Lang::ALL {
                for (_, selector) in places(entry.template(lang)) {
                    let known = selector.is_empty()
                        || selector.contains('|')
                        || CASES.iter().any(|(name, _)| *name == selector)
                        || ["from", "until"].contains(&selector);
                    assert!(known, "{} in {lang}: {selector}", entry.code);
                    let forms = selector.split('|').count();
                    let expected = match lang {
                        Lang::Kk => 1,
                        Lang::Ru => 3,
                        Lang::En => 2,
                    };
                    assert!(forms == 1 || forms == expected, "{} in {lang}", entry.code);
                }
            }
        }
    }

    #[test]
    fn codes_are_unique() {
        let mut seen = BTreeSet::new();
        for entry in entries() {
            assert!(seen.insert(entry.code), "{} stands twice", entry.code);
        }
    }

    #[test]
    fn kazakh_and_russian_words_hold_no_latin_look_alikes() {
        for entry in entries() {
            for lang in [Lang::Kk, Lang::Ru] {
                for piece in pieces(entry.template(lang)) {
                    let Piece::Words(words) = piece else { continue };
                    for word in words.split(|letter: char| !letter.is_alphabetic()) {
                        let latin = word.chars().any(|letter| letter.is_ascii_alphabetic());
                        let cyrillic =
                            word.chars().any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter));
                        assert!(!(latin && cyrillic), "{} in {lang}: {word}", entry.code);
                    }
                }
            }
        }
    }
}
