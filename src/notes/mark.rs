//! A unit of the tree → the words of the note that it holds, without the mark («Ескерту.»,
//! «ЗҚАИ-ның ескертпесі!»), and the form in which it is printed.

use crate::kazakh::words::{Wording, words};
use crate::model::event::NoteForm;
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, Unit};
use std::sync::LazyLock;

/// The mark «ескертпесі» stands after the name of the institute that publishes the text: ЗҚАИ,
/// formerly РҚАО.
static INSTITUTE: LazyLock<Wording> = LazyLock::new(|| Wording::new("ескертпесі"));
static PLAIN: LazyLock<[Wording; 2]> =
    LazyLock::new(|| [Wording::new("ескерту"), Wording::new("ескертпе")]);

/// How many words the name of the institute may take before the mark.
const NAME_WORDS: usize = 3;

/// The form of the note in a unit and its words; `None` for a unit that holds none.
pub(super) fn note(unit: &Unit) -> Option<(NoteForm, &str)> {
    if unit.kind != Kind::Note {
        let tombstone = unit.status != PrintedStatus::InForce && !unit.kind.is_editorial();
        return (tombstone && unit.heading.is_none() && is_inline(unit.words()))
            .then(|| (NoteForm::Inline, unit.words()));
    }
    let text = unit.text.as_str();
    let found = words(text);
    let after = |end: usize| text[end..].trim_start_matches(['!', '.', ':', ' ', '\n', '\u{a0}']);
    let first = &found[..found.len().min(NAME_WORDS)];
    if let Some(place) = INSTITUTE.find(first) {
        return Some((NoteForm::Zqai, after(found[place.end - 1].bytes.end)));
    }
    if PLAIN.iter().any(|mark| mark.starts(&found)) {
        return Some((NoteForm::Eskertu, after(found[0].bytes.end)));
    }
    Some((NoteForm::Eskertu, text))
}

/// True where the unit's whole body is the verdict itself: its heading may stand above a note
/// that says so, and then the note tells the event.
fn is_inline(body: &str) -> bool {
    super::verb::find(body).is_some_and(|verb| verb.start == 0 && !verb.planned)
}
