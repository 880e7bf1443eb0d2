//! A word → the unit of an act that it names, with its form: `тармақшасының` → sub-point,
//! genitive, possessed. Words that only look alike (`бөлімше` department, `баптау` setting) are
//! no units.

use super::memo::Memo;
use super::noun::{Form, Lexicon, Stem};
use std::sync::LazyLock;

macro_rules! unit_nouns {
    ($($(#[$doc:meta])* $variant:ident = $stem:literal,)*) => {
        /// The nouns by which acts cite their own units.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum UnitNoun { $($(#[$doc])* $variant,)* }

        impl UnitNoun {
            /// Every noun.
            pub const ALL: &'static [UnitNoun] = &[$(UnitNoun::$variant,)*];

            /// The noun in its dictionary form.
            pub fn word(self) -> &'static str {
                match self { $(UnitNoun::$variant => $stem,)* }
            }

            /// The noun's stem.
            pub fn stem(self) -> Stem<'static> {
                Stem::new(self.word())
            }
        }
    };
}

unit_nouns! {
    /// A numbered division of an act; `кіші бөлім` is the one inside it.
    Part = "бөлім",
    /// In a code its outermost division; inside a unit an unnumbered part, counted.
    Division = "бөлік",
    /// тарау.
    Chapter = "тарау",
    /// параграф.
    Section = "параграф",
    /// бап.
    Article = "бап",
    /// тармақ.
    Paragraph = "тармақ",
    /// тармақша.
    Subparagraph = "тармақша",
    /// A paragraph of print, counted.
    Indent = "абзац",
    /// сөйлем: a sentence, counted.
    Sentence = "сөйлем",
    /// қосымша.
    Annex = "қосымша",
    /// Title of an act or heading of a unit.
    Title = "тақырып",
    /// кіріспе.
    Preamble = "кіріспе",
    /// Preamble, in the wording of older acts.
    OldPreamble = "преамбула",
    /// Table of contents.
    Contents = "мазмұн",
    /// The text of a unit as against its heading.
    Body = "мәтін",
    /// кесте.
    Table = "кесте",
    /// Row of a table.
    Row = "жол",
    /// Position of a list or table.
    Position = "позиция",
    /// Column of a table.
    Column = "баған",
    /// Footnote or author's note.
    Footnote = "ескертпе",
}

static UNITS: LazyLock<Lexicon<UnitNoun>> = LazyLock::new(|| {
    let nouns: Vec<_> = UnitNoun::ALL.iter().map(|noun| (noun.stem(), *noun)).collect();
    Lexicon::new(&nouns)
});

/// What a word was found to be.
type Known = Memo<Option<(UnitNoun, Form)>>;

thread_local! {
    static CLEAN: Known = Memo::default();
    static DAMAGED: Known = Memo::default();
}

/// The unit noun that a word is, and in which form; look-alike letters and words typed in the
/// Latin alphabet are read.
pub fn recognise(word: &str) -> Option<(UnitNoun, Form)> {
    // Addresses print their units so: who reads only these needs no other form.
    let plain = || {
        let noun = UnitNoun::ALL.iter().find(|noun| noun.word() == word)?;
        Some((*noun, Form::PLAIN))
    };
    CLEAN.with(|known| known.of(word, || plain().or_else(|| UNITS.get(word))))
}

/// Like `recognise`, but one letter of the word may be wrong.
pub fn recognise_damaged(word: &str) -> Option<(UnitNoun, Form)> {
    DAMAGED.with(|known| known.of(word, || UNITS.get_damaged(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kazakh::noun::Case;

    #[test]
    fn every_form_is_recognised_as_its_noun() {
        for noun in UnitNoun::ALL {
            for form in Form::all() {
                let word = noun.stem().decline(form);
                let (found, _) = recognise(&word).expect("a unit noun");
                assert_eq!(found, *noun, "{word}");
            }
        }
    }

    #[test]
    fn the_dictionary_form_is_known_without_the_others() {
        for noun in UnitNoun::ALL {
            assert_eq!(recognise(noun.word()), UNITS.get(noun.word()), "{}", noun.word());
        }
    }

    #[test]
    fn no_form_contains_a_letter_of_another_script() {
        for noun in UnitNoun::ALL {
            for form in Form::all() {
                let word = noun.stem().decline(form);
                assert!(word.chars().all(|c| ('\u{0400}'..='\u{04ff}').contains(&c)), "{word}");
            }
        }
    }

    #[test]
    fn words_that_look_alike_are_no_units() {
        for word in ["бөлімше", "бөлімшелер", "баптау", "баптаулар", "тарауы бар", "жолаушы", ""]
        {
            assert_eq!(recognise(word), None, "{word}");
        }
    }

    #[test]
    fn the_form_is_told() {
        let (noun, form) = recognise("тармақшаларындағы").expect("a unit");
        assert_eq!(noun, UnitNoun::Subparagraph);
        assert_eq!(form, Form { case: Case::Attributive, plural: true, possessed: true });
    }
}
