//! A question → the address that it is, where it is nothing but one, with the acts that it names:
//! `бекітілген/6/17)`, `832 қаулы 20-тармақ`, `418-V 7-баптың 11) тармақшасы`.

use crate::kazakh::letters::is_letter;
use crate::kazakh::noun::Case;
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::model::address::Address;
use crate::parse::citation::parse_address;
use crate::parse::mention::{form_word, number_after_sign};
use crate::query::answer::ActInfo;
use crate::query::engine::{Engine, Refusal};

/// An address that somebody asked for.
pub struct Named {
    /// The acts that are meant; `None` where none is named.
    pub acts: Option<Vec<ActInfo>>,
    /// What the address may mean, the likeliest first.
    pub readings: Vec<Address>,
    /// True where words alone would not be put so; false for what may be words as well.
    pub sure: bool,
}

/// Letters of the longest question that is read as an address.
const LONGEST: usize = 200;
/// Words of the longest name of an act.
const LONGEST_NAME: usize = 24;

impl Engine {
    /// The address that a question is. `within` is true where an act is named beside it.
    ///
    /// # Errors
    /// A damaged index.
    pub(super) fn address_in(&self, text: &str, within: bool) -> Result<Option<Named>, Refusal> {
        let digit = text.chars().any(|c| c.is_ascii_digit());
        if text.chars().nth(LONGEST).is_some() || !(digit || text.contains('/')) {
            return Ok(None);
        }
        if !within && let Some(named) = self.act_and_address(text)? {
            return Ok(Some(named));
        }
        let readings = readings(text);
        let numbers = |c: char| c.is_ascii_digit() || c.is_whitespace();
        // A number alone is a number.
        if readings.is_empty() || (!within && text.chars().all(numbers)) {
            return Ok(None);
        }
        Ok(Some(Named { acts: None, readings, sure: is_surely_one(text) }))
    }

    fn act_and_address(&self, text: &str) -> Result<Option<Named>, Refusal> {
        for (at, _) in text.match_indices(char::is_whitespace).take(LONGEST_NAME) {
            let (name, rest) = (text[..at].trim(), text[at..].trim());
            // What is no name of an act is told more quickly than what is no address.
            let Some(name) = name_of_act(name) else { continue };
            if !rest.starts_with(|c: char| c.is_alphanumeric()) {
                continue;
            }
            let readings = readings(rest);
            if readings.is_empty() {
                continue;
            }
            let acts = self.acts_called(&name)?;
            if !acts.is_empty() {
                return Ok(Some(Named { acts: Some(acts), readings, sure: true }));
            }
        }
        Ok(None)
    }
}

/// By what words before an address name an act: its number, or its form and words of its title.
fn name_of_act(name: &str) -> Option<String> {
    let signed = name.find('№').and_then(|at| number_after_sign(&name[at..]));
    if let Some((number, _)) = signed {
        return Some(number);
    }
    let is_form = |word: &&str| form_word(word).is_some();
    let words: Vec<&str> = name.split_whitespace().collect();
    let own: Vec<&str> = words.iter().copied().filter(|word| !is_form(word)).collect();
    match own.as_slice() {
        [number] if number.contains(|c: char| c.is_ascii_digit()) => Some(number.to_string()),
        [_, _, ..] if own.len() < words.len() => Some(own.join(" ")),
        _ => None,
    }
}

/// What an address may mean, the likeliest first.
fn readings(text: &str) -> Vec<Address> {
    let read = parse_address(text);
    if read.is_empty() { with_bare_number(text) } else { read }
}

/// Units that are numbered inside others, from the outermost on, as words behind a number.
const NUMBERED: [(UnitNoun, &str); 5] = [
    (UnitNoun::Chapter, "-тарау"),
    (UnitNoun::Section, "-параграф"),
    (UnitNoun::Article, "-бап"),
    (UnitNoun::Paragraph, "-тармақ"),
    (UnitNoun::Subparagraph, ") тармақша"),
];

/// A number behind a unit in the genitive is that of a unit inside it, of whichever sort the act
/// has there: `6-тармақтың 17`, `7-баптың 11`.
fn with_bare_number(text: &str) -> Vec<Address> {
    let Some((around, number)) = text.trim().rsplit_once(char::is_whitespace) else {
        return Vec::new();
    };
    let number = number.trim_end_matches([')', '.', ',']);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !number.split('-').all(digits) {
        return Vec::new();
    }
    let word = around.rsplit(|c: char| !is_letter(c)).next().unwrap_or_default();
    let Some((unit, _)) = recognise(word).filter(|(_, form)| form.case == Case::Genitive) else {
        return Vec::new();
    };
    // An annex holds any of them.
    let from = NUMBERED.iter().position(|(noun, _)| *noun == unit).map_or(0, |at| at + 1);
    let inside = |(_, noun): &(UnitNoun, &str)| parse_address(&format!("{around} {number}{noun}"));
    NUMBERED[from..].iter().flat_map(inside).collect()
}

/// True where a unit is named, or the mark of a sub-point, a paragraph or an identifier stands.
fn is_surely_one(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut words = words.peekable();
    let worded = text.contains('/') && words.peek().is_some();
    worded || text.contains([')', '#', '_']) || words.any(|word| recognise(word).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_units_and_marks_tell_an_address() {
        for text in ["6/17)", "24#2", "art_7__point_11", "7-bap", "17-1 тармағы", "кесте/4"]
        {
            assert!(is_surely_one(text), "{text}");
        }
        for text in ["17-1", "27005-2015", "112", "24/7"] {
            assert!(!is_surely_one(text), "{text}");
        }
    }

    #[test]
    fn a_number_behind_a_genitive_is_a_unit_inside() {
        let read =
            |text: &str| -> Vec<String> { readings(text).iter().map(Address::to_string).collect() };
        assert_eq!(read("6-тармақтың 17"), ["6/17)"]);
        assert_eq!(read("17-1-тармақтың 2-1"), ["17-1/2-1)"]);
        assert_eq!(read("7-баптың 11"), ["7-бап/11", "7-бап/11)"]);
        assert_eq!(read("7 баптың 2-тармағының 3"), ["7-бап/2/3)"]);
        assert_eq!(read("6-тармақтың 17 сөзі"), [""; 0]);
    }
}
