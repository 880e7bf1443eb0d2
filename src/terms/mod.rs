//! Units of an act → its defined terms and abbreviations, each with what it stands for, where it
//! is introduced and how far it reaches.
//!
//! Three ways of drafting introduce them: the bracket `(бұдан әрі – БТ)`, the list under words on
//! the terms used (`мынадай ұғымдар пайдаланылады:`), and the list of abbreviations of a table.

pub(crate) mod definition;
mod exchange;
mod hereafter;

pub use exchange::abbreviations;

use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::named::named;
use std::ops::Range;

/// A unit's own words with its place.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// Where it stands, component included.
    pub address: &'a Address,
    /// What it is.
    pub kind: Kind,
    /// Its own words, number as printed included.
    pub text: &'a str,
    /// Byte offset at which the words after number and heading mark begin.
    pub body: usize,
    /// Headings around it that its address does not name, outermost first.
    pub groups: &'a [Address],
}

named! {
    /// How a term is introduced.
    Introduction {
        /// `(бұдан әрі – БТ)`.
        Hereafter = "hereafter",
        /// An entry of a list of definitions.
        Definition = "definition",
        /// An entry of a list of abbreviations.
        Abbreviation = "abbreviation",
    }
}

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term itself.
    pub term: String,
    /// What it stands for: the definition, or the words before the bracket back to the last mark
    /// that divides the sentence. They may begin with words that do not belong to the term.
    pub meaning: String,
    /// How it is introduced.
    pub introduced: Introduction,
    /// The unit that introduces it.
    pub address: Address,
    /// Bytes of the term in that unit's text, half-open.
    pub bytes: Range<usize>,
    /// The unit inside which it is used so; the whole act for the empty address.
    pub scope: Address,
}

impl Term {
    /// True where the term is a short form, not a word with a definition: an entry of a list
    /// that is written in capitals, and every bracket.
    pub fn is_short_form(&self) -> bool {
        match self.introduced {
            Introduction::Hereafter | Introduction::Abbreviation => true,
            Introduction::Definition => {
                self.term.chars().any(char::is_alphabetic)
                    && self.term.split_whitespace().count() == 1
                    && self.term.chars().filter(|c| c.is_uppercase()).count() > 1
            }
        }
    }
}

/// The terms that these units introduce, in their order.
pub fn read<'a>(passages: impl IntoIterator<Item = Passage<'a>>) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut lists = definition::Lists::default();
    for passage in passages {
        let foreign = passage.kind.is_editorial() || passage.kind.is_amending();
        if foreign || passage.kind == Kind::Unread {
            continue;
        }
        lists.read(&passage, &mut terms);
        hereafter::read(&passage, &mut terms);
    }
    terms
}

/// The document of the act in which a unit stands: the outermost one, since the annexes of an
/// approved document use its terms.
pub(crate) fn document(address: &Address) -> Address {
    let outermost = address.steps().first().filter(|step| step.is_component());
    Address::new(outermost.cloned().into_iter().collect::<Vec<Step>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::citation::parse_address;

    fn shown(units: &[(&str, Kind, &str)]) -> Vec<String> {
        let addresses: Vec<Address> =
            units.iter().map(|(at, ..)| parse_address(at)[0].clone()).collect();
        let passages = units.iter().zip(&addresses).map(|((_, kind, text), address)| Passage {
            address,
            kind: *kind,
            text,
            body: text.find(' ').map_or(0, |at| at + 1),
            groups: &[],
        });
        let line = |term: &Term| format!("{} = {} [{}]", term.term, term.meaning, term.scope);
        read(passages).iter().map(line).collect()
    }

    #[test]
    fn brackets_introduce_what_stands_before_them() {
        let text = "1. Талаптар (бұдан әрі – БТ) \"Ақпараттандыру туралы\" Қазақстан Республикасы \
                    Заңының (бұдан әрі — Заң) сәйкес, ал ақпараттандыру саласындағы уәкілетті \
                    органмен (бұдан әрі - уәкілетті орган) келісілген";
        assert_eq!(
            shown(&[("бекітілген/1", Kind::Paragraph, text)]),
            [
                "БТ = Талаптар [бекітілген]",
                "Заң = \"Ақпараттандыру туралы\" Қазақстан Республикасы Заңының [бекітілген]",
                "уәкілетті орган = ал ақпараттандыру саласындағы уәкілетті органмен [бекітілген]",
            ]
        );
    }

    #[test]
    fn lists_define_their_entries() {
        let units = [
            ("1-бап", Kind::Article, "1-бап. Осы Заңда пайдаланылатын негізгі ұғымдар"),
            ("1-бап#1", Kind::Text, "Осы Заңда мынадай негізгі ұғымдар пайдаланылады:"),
            ("1-бап/1)", Kind::Subparagraph, "1) ақпараттандыру – іс-шаралар жиынтығы;"),
            ("1-бап/2)", Kind::Subparagraph, "2) күші жойылды;"),
            (
                "2-бап/1",
                Kind::Paragraph,
                "1. Осы баптың мақсаттары үшін мынадай ұғымдар қолданылады:",
            ),
            ("2-бап/1/1)", Kind::Subparagraph, "1) жүйе (бұдан әрі – АЖ) – техника;"),
            ("3-бап/1", Kind::Paragraph, "1. Мынадай құжаттар қоса беріледі:"),
            ("3-бап/1/1)", Kind::Subparagraph, "1) өтініш – нысан бойынша;"),
        ];
        assert_eq!(
            shown(&units),
            ["ақпараттандыру = іс-шаралар жиынтығы [*]", "жүйе = техника [2-бап]", "АЖ = жүйе [*]",]
        );
    }
}
