//! Terms of an act → its abbreviations with the words for which they stand, such that a search
//! may take one for the other: `АКҚҚ`, `ақпаратты криптографиялық қорғау құралы`.

use super::{Introduction, Term};
use crate::kazakh::words::words;
use crate::parse::quotes::is_quote;

/// An abbreviation stands for at most this many words.
const LONGEST: usize = 8;

/// The abbreviations among terms, each reading once, in alphabetical order. Words with which a
/// meaning begins and whose initials are not in the abbreviation are left out; so is a term that
/// is a word (`уәкілетті орган`) or whose initials are not those of its meaning.
pub fn abbreviations(terms: &[Term]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = terms
        .iter()
        .filter(|term| is_abbreviation(&term.term))
        .filter_map(|term| {
            let long = match term.introduced {
                Introduction::Hereafter => spelt_out(&term.meaning, &term.term)?,
                Introduction::Definition | Introduction::Abbreviation => listed(&term.meaning)?,
            };
            Some((term.term.clone(), long))
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Two to eight letters, all but one of them capitals at least.
fn is_abbreviation(text: &str) -> bool {
    let letters = text.chars().count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    (2..=8).contains(&letters)
        && text.chars().all(char::is_alphabetic)
        && capitals >= 2
        && capitals + 1 >= letters
}

/// The first clause of what a list says of its entry.
fn listed(meaning: &str) -> Option<String> {
    let clause = meaning.split([',', ';', '(', '.']).next()?.trim();
    let count = clause.split_whitespace().count();
    (2..=LONGEST).contains(&count).then(|| clause.to_string())
}

/// The last words of a meaning, whose initials are the letters of a short form; a conjunction
/// gives no letter.
fn spelt_out(meaning: &str, short: &str) -> Option<String> {
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let mut letters: Vec<char> = short.chars().map(small).collect();
    for (count, word) in words(meaning).iter().rev().enumerate().take(2 * LONGEST) {
        let initial = word.text.chars().next().map(small);
        if initial.is_some() && initial == letters.last().copied() {
            letters.pop();
        } else if count == 0 || !matches!(word.text, "және" | "мен" | "пен" | "бен") {
            return None;
        }
        if letters.is_empty() {
            let long: String = meaning[word.bytes.start..].replace(is_quote, "");
            let count = long.split_whitespace().count();
            return (count <= LONGEST).then(|| long.trim().to_string());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_name_the_words() {
        let long = |meaning: &str, short: &str| spelt_out(meaning, short).unwrap_or_default();
        assert_eq!(
            long("ақпаратты криптографиялық қорғау құралы", "АКҚҚ"),
            "ақпаратты криптографиялық қорғау құралы"
        );
        assert_eq!(
            long("\"электрондық үкіметтің\" сыртқы шлюзі", "ЭҮСШ"),
            "электрондық үкіметтің сыртқы шлюзі"
        );
        assert_eq!(
            long("оның аппараттық-бағдарламалық кешені", "АБК"),
            "аппараттық-бағдарламалық кешені"
        );
        assert_eq!(long("сыртқы шеңбер", "АҚ"), "");
    }

    #[test]
    fn words_are_no_abbreviations() {
        assert!(is_abbreviation("АКҚҚ") && is_abbreviation("ЖАОы"));
        assert!(!is_abbreviation("уәкілетті орган") && !is_abbreviation("Заң"));
        assert_eq!(listed("бұл"), None);
    }
}
