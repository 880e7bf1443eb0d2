//! Notes of the publisher told from the law: «Ескерту.», «ЗҚАИ-ның ескертпесі!», and the
//! tombstones that stand in the place of a removed unit. What a note tells is left to the
//! reader of notes.

use crate::kazakh::letters::skeleton_prefix;
use crate::model::number::Number;
use crate::model::tree::PrintedStatus;

/// True for «Ескерту. …», in capitals and with damaged letters too; «Ескертпе:» is the
/// author's own and no note.
pub(super) fn begins(text: &str) -> bool {
    let key = skeleton_prefix(text, 9);
    key.strip_prefix("ескерту").is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// True for the mark «ЗҚАИ-ның ескертпесі!» of the Institute of legislation (РҚАО before),
/// whose note stands in the next paragraph.
pub(super) fn is_mark(text: &str) -> bool {
    let key = skeleton_prefix(text, 24);
    let key = key.strip_prefix('3').map_or_else(|| key.clone(), |rest| format!("з{rest}"));
    (key.starts_with("зкаи") || key.starts_with("ркао")) && key.contains("ескертпеси")
}

/// True for words that name the act at the end of a note: `Заңымен.`, `қаулысымен.`
pub(super) fn begins_with_act_word(text: &str) -> bool {
    const ACTS: [&str; 8] = [
        "занымен",
        "зандарымен",
        "каулысымен",
        "каулыларымен",
        "буирыгымен",
        "буирыктарымен",
        "жарлыгымен",
        "шешимимен",
    ];
    let key = skeleton_prefix(text, 16);
    ACTS.iter().any(|act| key.starts_with(act))
}

/// What a unit's own words say of its state: a body that begins with «алып тасталды» or
/// «күші жойылды» is a tombstone.
pub(super) fn tombstone(words: &str) -> PrintedStatus {
    let words = words.trim_start_matches(['(', ' ']);
    let key = skeleton_prefix(words, 20);
    let ends = |rest: &str| !rest.starts_with(char::is_alphabetic);
    if key.strip_prefix("алып тасталды").is_some_and(ends)
        || key.strip_prefix("алынып тасталды").is_some_and(ends)
    {
        PrintedStatus::Excluded
    } else if key.strip_prefix("куши жоиылды").is_some_and(ends)
        || key.strip_prefix("кушин жоиды").is_some_and(ends)
    {
        PrintedStatus::Repealed
    } else {
        PrintedStatus::InForce
    }
}

/// What an «Ескерту.» says of the state of the whole unit that it begins by naming:
/// «Ескерту. 13-бап алып тасталды - …».
pub(super) fn verdict(note: &str) -> Option<(Number, PrintedStatus)> {
    const ENOUGH: usize = 70;
    let key = skeleton_prefix(note, ENOUGH);
    let rest = key.strip_prefix("ескерту")?.trim_start_matches(['.', ' ', ':']);
    let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '-'))?;
    let number = Number::parse(rest[..digits].trim_end_matches('-'))?;
    let rest = rest[digits..].trim_start_matches(['-', ' ']);
    let (_unit, words) = rest.split_once(' ')?;
    match tombstone(words) {
        PrintedStatus::InForce => None,
        status => Some((number, status)),
    }
}

/// The number and the word of the unit that a note begins by naming: (`13`, `бап`).
pub(super) fn named_unit(note: &str) -> Option<(Number, String)> {
    const ENOUGH: usize = 60;
    let key = skeleton_prefix(note, ENOUGH);
    let rest = key.strip_prefix("ескерту")?.trim_start_matches(['.', ' ', ':']);
    let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '-'))?;
    let number = Number::parse(rest[..digits].trim_end_matches('-'))?;
    let word: String = rest[digits..]
        .trim_start_matches(['-', ' ', ')'])
        .chars()
        .take_while(|c| c.is_alphabetic())
        .collect();
    Some((number, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_notes_from_law() {
        for text in ["Ескерту. 1-бап", "ЕСКЕРТУ. 3-бап", "Ескеरту. 5", "Ескерtу: x"]
        {
            assert!(begins(text), "{text}");
        }
        for text in ["Ескертпе: аббревиатуралар", "Ескертулер тізбесі", "ескертусіз"]
        {
            assert!(!begins(text), "{text}");
        }
        for text in ["ЗҚАИ-ның ескертпесі!", "3ҚАИ-ның ескертпесі!", "ЗКАИ-ның ескертпесі!"]
        {
            assert!(is_mark(text), "{text}");
        }
    }

    #[test]
    fn knows_tombstones() {
        assert_eq!(tombstone("алып тасталды - ҚР"), PrintedStatus::Excluded);
        assert_eq!(tombstone("Күші жойылды - ҚР"), PrintedStatus::Repealed);
        assert_eq!(tombstone("алып тасталдыр"), PrintedStatus::InForce);
        assert_eq!(
            verdict("Ескерту. 1-қосымшаның күші жойылды - ҚР Үкіметінің"),
            Some((Number::plain(1), PrintedStatus::Repealed))
        );
        assert_eq!(verdict("Ескерту. 5-бапқа өзгеріс енгізілді – ҚР"), None);
    }
}
