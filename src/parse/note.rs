//! Notes of the publisher told from the law: «Ескерту.», «ЗҚАИ-ның ескертпесі!», and the
//! tombstones that stand in the place of a removed unit. What a note tells is left to the
//! reader of notes.

use crate::kazakh::letters::{skeleton, skeleton_prefix};
use crate::model::number::Number;
use crate::model::tree::PrintedStatus;

/// True for «Ескерту. …», in capitals and with damaged letters too; «Ескертпе:» is the
/// author's own and no note.
pub(super) fn begins(text: &str) -> bool {
    let key = skeleton_prefix(text, 9);
    let Some(rest) = key.strip_prefix("ескерту") else { return false };
    // A warning is also a sanction: «ескерту жасауға … әкеп соғады».
    let in_sentence = text.starts_with(char::is_lowercase) && rest.starts_with(' ');
    !rest.starts_with(char::is_alphabetic) && !in_sentence
}

/// True for «Ескертпе. …», the lawmaker's own note under an article.
pub(super) fn is_of_article(text: &str) -> bool {
    let key = skeleton_prefix(text, 12);
    let rest = key.strip_prefix("ескертпе");
    rest.is_some_and(|rest| rest.strip_prefix("лер").unwrap_or(rest).starts_with(['.', ':']))
}

/// True for the mark «ЗҚАИ-ның ескертпесі!» of the Institute of legislation (РҚАО before),
/// whose note stands in the next paragraph.
pub(super) fn is_mark(text: &str) -> bool {
    let key = skeleton_prefix(text, 24);
    let key = key.strip_prefix('3').map_or_else(|| key.clone(), |rest| format!("з{rest}"));
    (key.starts_with("зкаи") || key.starts_with("ркао")) && key.contains("ескертпеси")
}

/// True for the mark without its note on the same line.
pub(super) fn is_mark_alone(text: &str) -> bool {
    is_mark(text) && text.split_once('!').is_none_or(|(_, words)| words.trim().is_empty())
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
    // The participle also begins running words: «алып тасталған құжаттар тізбесі».
    let alone = |rest: &str| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(['-', '–', '—', '(', '.', ';'])
    };
    if key.strip_prefix("алып тасталды").is_some_and(ends)
        || key.strip_prefix("алынып тасталды").is_some_and(ends)
        || key.strip_prefix("алып тасталган").is_some_and(alone)
        || key.strip_prefix("алынып тасталган").is_some_and(alone)
    {
        PrintedStatus::Excluded
    } else if key.strip_prefix("куши жоиылды").is_some_and(ends)
        || key.strip_prefix("кушин жоиды").is_some_and(ends)
        || key.strip_prefix("куши жоиылган").is_some_and(alone)
    {
        PrintedStatus::Repealed
    } else {
        PrintedStatus::InForce
    }
}

/// The unit that a note speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// Its number.
    pub number: Number,
    /// The key of the unit word as printed: `бапка`, `тармакша`.
    pub word: String,
    /// What the note says of the state of the whole unit.
    pub status: PrintedStatus,
}

/// The unit that an «Ескерту.» speaks of, and what its last clause says of the whole of it:
/// «13-бап алып тасталды - …», «3-тарау 18-2-баппен толықтырылды – …; алып тасталды - …».
pub(super) fn subject(note: &str) -> Option<Subject> {
    let key = skeleton(note);
    let rest = key.strip_prefix("ескерту")?.trim_start_matches(['.', ' ', ':']);
    let mut clauses = outer_clauses(rest);
    let (number, word, verb) = numbered_word(clauses.next()?)?;
    let mut status = tombstone(verb);
    let whole = status != PrintedStatus::InForce
        || verb.starts_with("толыктырылды")
        || verb.starts_with("жана редакцияда");
    for clause in clauses.filter(|_| whole) {
        match tombstone(clause) {
            PrintedStatus::InForce if clause.starts_with("жана редакцияда") => {
                status = PrintedStatus::InForce;
            }
            PrintedStatus::InForce => {}
            removed => status = removed,
        }
    }
    Some(Subject { number, word: word.to_owned(), status })
}

/// The clauses between semicolons that stand outside brackets.
fn outer_clauses(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0i32;
    text.split(move |c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        c == ';' && depth <= 0
    })
    .map(str::trim)
}

/// The last number with a unit word before the dash of a clause, the word, and what follows it.
fn numbered_word(clause: &str) -> Option<(Number, &str, &str)> {
    let mut found = None;
    let mut pending = None;
    let mut at = 0;
    for word in clause.split_inclusive(' ') {
        at += word.len();
        let word = word.trim_end();
        if matches!(word, "-" | "–") {
            break;
        }
        let rest = &clause[at..];
        if let Some(number) = pending.take()
            && word.starts_with("тармакша")
        {
            found = Some((number, word, rest));
            continue;
        }
        let digits = word.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(0);
        let Some(number) = Number::parse(word[..digits].trim_end_matches('-')) else { continue };
        let unit = &word[digits..];
        if unit.starts_with(')') {
            pending = Some(number);
        } else if unit.starts_with(char::is_alphabetic) {
            found = Some((number, unit, rest));
        }
    }
    found
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
        assert_eq!(tombstone("алып тасталған - ҚР"), PrintedStatus::Excluded);
        assert_eq!(tombstone("Күші жойылған - ҚР"), PrintedStatus::Repealed);
        assert_eq!(tombstone("алып тасталған құжат - ҚР"), PrintedStatus::InForce);
        assert_eq!(tombstone("алып тасталдыр"), PrintedStatus::InForce);
        let said = |note| subject(note).map(|s| (s.number.to_string(), s.word, s.status));
        assert_eq!(
            said("Ескерту. 1-қосымшаның күші жойылды - ҚР Үкіметінің"),
            Some(("1".into(), "косымшанын".into(), PrintedStatus::Repealed))
        );
        assert_eq!(
            said(
                "Ескерту. З-тарау 18-2-баппен толықтырылды – ҚР 03.05.2022 № 118-VII (x; y) \
                 Заңымен; алып тасталды - ҚР"
            ),
            Some(("18-2".into(), "баппен".into(), PrintedStatus::Excluded))
        );
        assert_eq!(
            said("Ескерту. 5-баптың 3-тармағы алып тасталды – ҚР"),
            Some(("3".into(), "тармагы".into(), PrintedStatus::Excluded))
        );
        assert_eq!(
            said("Ескерту. 5-бапқа өзгеріс енгізілді – ҚР"),
            Some(("5".into(), "бапка".into(), PrintedStatus::InForce))
        );
    }
}
