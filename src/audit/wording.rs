//! Two wordings → whether they differ for a reader, how grave that is, and who is likely to have
//! caused it: a letter that is like another points to the copy, a word that no other place of the
//! texts has too; other words were chosen by somebody.

use super::finding::{Cause, Severity};
use crate::amend::apply::folded;
use crate::amend::apply::redline::{Tag, words};
use crate::kazakh::skeleton::{nearly_equal, skeleton};
use crate::model::tree::Tree;
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;

/// How often each word stands in the texts at hand, by the letters that a reader sees.
#[derive(Debug, Default)]
pub struct Vocabulary(BTreeMap<String, usize>);

impl Vocabulary {
    /// The words of these trees.
    pub fn of<'t>(trees: impl IntoIterator<Item = &'t Tree>) -> Self {
        let mut counted = BTreeMap::new();
        for tree in trees {
            for unit in &tree.units {
                for word in folded(&unit.text).to_lowercase().unicode_words() {
                    *counted.entry(word.to_owned()).or_insert(0) += 1;
                }
            }
        }
        Vocabulary(counted)
    }

    /// Counts words of an order, which no tree at hand holds.
    pub fn add(&mut self, text: &str) {
        for word in folded(text).to_lowercase().unicode_words() {
            *self.0.entry(word.to_owned()).or_insert(0) += 1;
        }
    }

    fn count(&self, word: &str) -> usize {
        self.0.get(&word.to_lowercase()).copied().unwrap_or(0)
    }
}

/// True where a reader sees the same words. The mark at the end of a paragraph follows from its
/// place in a list, and publishers set it without an order.
pub fn is_same(expected: &str, found: &str) -> bool {
    let bare =
        |text: &str| folded(text.trim().trim_end_matches(['.', ';', ',', ':', '"', '»', '”', ' ']));
    expected == found || bare(expected) == bare(found)
}

/// A difference between two wordings, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The difference in runs of whole words.
    pub words: Vec<(Tag, String)>,
    /// How grave.
    pub severity: Severity,
    /// Whose it is likely to be.
    pub cause: Cause,
}

/// Judges a difference; `ordered` is true where an order prints the expected words.
pub fn judge(expected: &str, found: &str, ordered: bool, vocabulary: &Vocabulary) -> Judged {
    let runs = words(expected, found);
    let mut gone = String::new();
    let mut come = String::new();
    let mut causes: Vec<(Cause, Severity)> = Vec::new();
    let flush = |gone: &mut String, come: &mut String, causes: &mut Vec<(Cause, Severity)>| {
        let (was, is) = (std::mem::take(gone), std::mem::take(come));
        causes.extend(judge_run(&was, &is, ordered, vocabulary));
    };
    for (tag, text) in &runs {
        match tag {
            Tag::Delete => gone.push_str(text),
            Tag::Insert => come.push_str(text),
            Tag::Equal => flush(&mut gone, &mut come, &mut causes),
        }
    }
    flush(&mut gone, &mut come, &mut causes);
    let severity = causes.iter().map(|(_, severity)| *severity).min().unwrap_or(Severity::Low);
    let graver = causes.iter().filter(|(_, its)| *its == severity).map(|(cause, _)| *cause);
    let mut graver: Vec<Cause> = graver.collect();
    graver.dedup();
    let cause = match graver.as_slice() {
        [only] => *only,
        [] => Cause::Publisher,
        several if several.contains(&Cause::Publisher) => Cause::Publisher,
        _ => Cause::Unknown,
    };
    Judged { words: runs, severity, cause }
}

fn judge_run(
    was: &str,
    is: &str,
    ordered: bool,
    vocabulary: &Vocabulary,
) -> Option<(Cause, Severity)> {
    let (was, is) = (folded(was), folded(is));
    if was == is {
        return None;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (was_letters, is_letters) = (letters(&was), letters(&is));
    let words_of = |text: &str| text.unicode_words().map(str::to_owned).collect::<Vec<_>>();
    let (was_words, is_words) = (words_of(&was), words_of(&is));
    if was_letters == is_letters {
        // Words run together or broken, or marks alone.
        let broken = was_words != is_words;
        return Some(match broken {
            true => (Cause::Copy, Severity::Medium),
            false => (Cause::Publisher, Severity::Low),
        });
    }
    if was_letters.is_empty() && is_code(&is_letters) {
        return Some((Cause::Copy, Severity::Low));
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(&was) != digits(&is) {
        return Some((Cause::Unknown, Severity::High));
    }
    if was_letters.to_lowercase() == is_letters.to_lowercase() {
        return Some((Cause::Publisher, Severity::Low));
    }
    if was_words.len() == is_words.len() {
        let pairs: Vec<(&String, &String)> =
            was_words.iter().zip(&is_words).filter(|(was, is)| was != is).collect();
        let slip = |(was, is): &&(&String, &String)| one_letter_off(was, is);
        if !pairs.is_empty() && pairs.iter().filter(slip).count() == pairs.len() {
            // A form that stands nowhere else was hardly chosen.
            let strange_print = pairs.iter().all(|(_, is)| vocabulary.count(is) <= 1);
            let strange_order = pairs.iter().all(|(was, _)| vocabulary.count(was) <= 1);
            return Some(match (strange_print, strange_order) {
                (true, _) => (Cause::Copy, Severity::Medium),
                (false, true) if ordered => (Cause::Drafter, Severity::Medium),
                (false, _) => (Cause::Publisher, Severity::High),
            });
        }
    }
    Some((Cause::Publisher, Severity::High))
}

/// True for the code of a database that a copy glues to a word: a letter of the Latin alphabet
/// with figures.
fn is_code(word: &str) -> bool {
    const FEWEST: usize = 6;
    let figures = word.chars().filter(char::is_ascii_digit).count();
    figures >= FEWEST
        && word.chars().any(char::is_alphabetic)
        && figures + 2 >= word.chars().count()
}

/// True where two words differ by one letter lost, added or exchanged, or by letters that are
/// alike in print.
fn one_letter_off(a: &str, b: &str) -> bool {
    let (small_a, small_b) = (a.to_lowercase(), b.to_lowercase());
    nearly_equal(&small_a, &small_b) || skeleton(&small_a) == skeleton(&small_b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cause(expected: &str, found: &str, known: &str) -> (Cause, Severity) {
        let mut vocabulary = Vocabulary::default();
        for word in [expected, found, known] {
            vocabulary.add(word);
        }
        let judged = judge(expected, found, true, &vocabulary);
        (judged.cause, judged.severity)
    }

    #[test]
    fn letters_that_look_alike_are_the_same_words() {
        assert!(is_same("өзгерістер мен", "өзгерiстер  мен"));
        assert!(is_same("белгілеу;", "белгілеу."));
        assert!(!is_same("белгілеу", "белгіле"));
    }

    #[test]
    fn a_broken_word_is_the_copys_and_another_word_the_publishers() {
        let text = "уәкілетті орган белгілейді";
        assert_eq!(cause(text, "уәкілетті ор ган белгілейді", ""), (Cause::Copy, Severity::Medium));
        let copied = cause(text, "уәкілетті орган белгілсйді", "");
        assert_eq!(copied, (Cause::Copy, Severity::Medium));
        let other = cause(text, "уәкілетті орган бекітеді", "");
        assert_eq!(other, (Cause::Publisher, Severity::High));
        let figure = cause("он бес жыл 15", "он бес жыл 16", "");
        assert_eq!(figure, (Cause::Unknown, Severity::High));
        let drafter = cause("филтрлеу қажет", "фильтрлеу қажет", "фильтрлеу фильтрлеу");
        assert_eq!(drafter, (Cause::Drafter, Severity::Medium));
    }
}
