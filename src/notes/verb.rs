//! The verbs of notes: what happened to the unit. One table of wordings, nothing else.

use crate::kazakh::words::{Word, Wording, words};
use std::sync::LazyLock;

/// What a note says was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// A new redaction.
    Redaction,
    /// Something changed.
    Change,
    /// Units were added, or the unit was added to.
    Addition,
    /// Taken out.
    Exclusion,
    /// Repealed.
    Repeal,
    /// Words exchanged.
    Words,
    /// Holds from a day until a day.
    Period,
    /// Does not work for a time.
    Suspension,
    /// Something changed in the text in another language alone.
    Elsewhere,
}

/// A verb found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    /// What was done.
    pub deed: Deed,
    /// «көзделген»: announced and not yet carried out.
    pub planned: bool,
    /// Byte where the wording begins.
    pub start: usize,
    /// Byte after it, the words on a plan included.
    pub end: usize,
}

const WORDINGS: &[(&str, Deed)] = &[
    ("жаңа редакцияда", Deed::Redaction),
    ("жаңа редакцияға", Deed::Redaction),
    ("өзгеріс* мен толықтыру* енгізілді", Deed::Change),
    ("өзгеріс* пен толықтыру* енгізілді", Deed::Change),
    ("өзгерту* мен толықтыру* енгізілді", Deed::Change),
    ("өзгеріс* енгізілді", Deed::Change),
    ("өзгерту* енгізілді", Deed::Change),
    ("толықтыру* енгізілді", Deed::Change),
    ("өзгеріс* енгізу", Deed::Change),
    ("өзгерту* енгізу", Deed::Change),
    ("өзгеріс* мен толықтыру* енгізу", Deed::Change),
    ("толықтыру* енгізу", Deed::Change),
    ("өзгеріс* мен толықтыру* енгізілген", Deed::Change),
    ("өзгеріс* енгізілген", Deed::Change),
    ("толықтыру* енгізілген", Deed::Change),
    ("өзгертілген", Deed::Change),
    ("өзгерді", Deed::Change),
    ("өзгертілді", Deed::Change),
    ("толықтырылды", Deed::Addition),
    ("толықтырылған", Deed::Addition),
    ("толықтыру", Deed::Addition),
    ("алып тасталды", Deed::Exclusion),
    ("алынып тасталды", Deed::Exclusion),
    ("алып тасталынды", Deed::Exclusion),
    ("алып тасталған", Deed::Exclusion),
    ("алынып тасталған", Deed::Exclusion),
    ("алып тастау", Deed::Exclusion),
    ("күші жойылды", Deed::Repeal),
    ("күші жойылған", Deed::Repeal),
    ("күшін жойды", Deed::Repeal),
    ("күшін жою", Deed::Repeal),
    ("ауыстырылды", Deed::Words),
    ("ауыстырылған", Deed::Words),
    ("ауыстыру", Deed::Words),
    ("қолданыста болады", Deed::Period),
    ("қолданыста болған", Deed::Period),
    ("тоқтатыла тұрды", Deed::Suspension),
    ("тоқтатыла тұрады", Deed::Suspension),
    ("тоқтатыла тұрған", Deed::Suspension),
    ("тоқтата тұрылды", Deed::Suspension),
    ("тоқтата тұрылған", Deed::Suspension),
    ("тоқтата тұрды", Deed::Suspension),
];

static VERBS: LazyLock<Vec<(Wording, Deed)>> = LazyLock::new(|| {
    WORDINGS.iter().map(|(wording, deed)| (Wording::new(wording), *deed)).collect()
});
static PLANNED: LazyLock<Wording> = LazyLock::new(|| Wording::new("көзделген"));

static STAYS: LazyLock<Wording> =
    LazyLock::new(|| Wording::new("қазақ тіліндегі мәтін* өзгермейді"));

/// The first verb of a text; of several that begin at one word the longest.
pub(super) fn find(text: &str) -> Option<Verb> {
    let words = words(text);
    let (place, deed) = (0..words.len()).find_map(|start| at(&words, start))?;
    let rest = &words[place.1..];
    // What was done is told of the other text, and of this one that it stays.
    if STAYS.starts(rest) {
        let end = place.1 + STAYS.len();
        let bytes = words[place.0].bytes.start..words[end - 1].bytes.end;
        let (start, end) = (bytes.start, bytes.end);
        return Some(Verb { deed: Deed::Elsewhere, planned: false, start, end });
    }
    let plan = PLANNED.find(&rest[..rest.len().min(2)]);
    let end = plan.as_ref().map_or(place.1, |plan| place.1 + plan.end);
    Some(Verb {
        deed,
        planned: plan.is_some(),
        start: words[place.0].bytes.start,
        end: words[end - 1].bytes.end,
    })
}

fn at(words: &[Word<'_>], start: usize) -> Option<((usize, usize), Deed)> {
    let fitting = VERBS.iter().filter(|(wording, _)| wording.starts(&words[start..]));
    let (wording, deed) = fitting.max_by_key(|(wording, _)| wording.len())?;
    Some(((start, start + wording.len()), *deed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wordings_of_notes() {
        for (text, deed, planned) in [
            ("1-тармақ жаңа редакцияда", Deed::Redaction, false),
            ("49) тармақша жана редакцияда көзделген", Deed::Redaction, true),
            ("5-бапқа өзгерiстер енгiзiлдi", Deed::Change, false),
            ("2) тармақшаға өзгеріс енгізу көзделген", Deed::Change, true),
            ("13-1-баппен толыктырылды", Deed::Addition, false),
            ("4) тармақшамен толықтыру көзделген", Deed::Addition, true),
            ("8) тармақшаны алып тастау қөзделген", Deed::Exclusion, true),
            ("қаулысының күші жойылды", Deed::Repeal, false),
            ("өзгерістер мен толықтырулар енгізілді", Deed::Change, false),
            (
                "мәтінге өзгеріс енгізілді, қазақ тіліндегі мәтіні өзгермейді",
                Deed::Elsewhere,
                false,
            ),
        ] {
            let verb = find(text).expect("a verb");
            assert_eq!((verb.deed, verb.planned), (deed, planned), "{text}");
        }
        assert_eq!(find("Заңның 5-бабы"), None);
    }
}
