//! What happened on a day to which documents → the message of a commit: a subject for people, the
//! units that changed, and trailers from which the facts are read back.

use crate::corpus::imported::names::*;
use crate::model::act::ActId;
use crate::model::certainty::Certainty;
use crate::model::day::Window;
use crate::query::expression::{Change, Passage};
use jiff::civil::Date;

/// How many signs of a title the subject holds.
const TITLE: usize = 60;

/// An act that works on the day of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// The act.
    pub act: ActId,
    /// Its title, where known.
    pub title: Option<String>,
    /// When its changes take effect, without doubles.
    pub windows: Vec<Window>,
}

/// A document as a commit leaves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentState {
    /// The act.
    pub act: ActId,
    /// Where its file is.
    pub path: String,
    /// What changed in it.
    pub changes: Vec<Change>,
    /// The weakest certainty of its words.
    pub certainty: Certainty,
    /// Where words are not known.
    pub gaps: Vec<String>,
    /// Units that the file holds and that cannot be told apart by reading it alone.
    pub unread: Vec<String>,
    /// Who says so: files with their first and last line.
    pub evidence: Vec<String>,
}

/// The message of the commit of a day; `effect` tells whether days are days of effect.
pub fn message(
    day: Date,
    effect: bool,
    generator: &str,
    acts: &[Happening],
    documents: &[DocumentState],
) -> String {
    let mut text = subject(day, acts, documents);
    text.push_str("\n\n");
    for document in documents {
        text.push_str(&format!("{}\n", document.path));
        for change in &document.changes {
            let by = change.by.as_ref().map(|act| format!(" № {}", number(act)));
            let place = match change.address.is_whole() {
                true => "*".to_owned(),
                false => change.address.to_string(),
            };
            let done = passage(change.passage);
            text.push_str(&format!("- {place}: {done}{}\n", by.unwrap_or_default()));
        }
        text.push('\n');
    }
    let mut trailer = |key: &str, value: &str| {
        // A trailer is one line; what breaks lines is no part of a value.
        let value = value.split(char::is_control).collect::<Vec<_>>().join(" ");
        text.push_str(&format!("{key}: {value}\n"));
    };
    trailer(GENERATOR, generator);
    trailer(AXIS, if effect { "in_force" } else { "adopted" });
    if day < Date::constant(1970, 1, 1) {
        trailer(TRUE_DATE, &day.to_string());
    }
    for happening in acts {
        trailer(ACT, &happening.act.iri());
        trailer(NUMBER, number(&happening.act));
        trailer(ADOPTED, &happening.act.adopted.to_string());
        for window in &happening.windows {
            trailer(IN_FORCE, &shown(window));
        }
    }
    for document in documents {
        trailer(DOCUMENT, &document.act.iri());
        trailer(DOCUMENT_NUMBER, number(&document.act));
        trailer(FILE, &document.path);
        trailer(CERTAINTY, document.certainty.name());
        for (key, values) in [(GAPS, &document.gaps), (UNREAD, &document.unread)] {
            if !values.is_empty() {
                trailer(key, &values.join(BETWEEN));
            }
        }
        for evidence in &document.evidence {
            trailer(EVIDENCE, evidence);
        }
    }
    text
}

fn number(act: &ActId) -> &str {
    &act.number
}

fn subject(day: Date, acts: &[Happening], documents: &[DocumentState]) -> String {
    let Some(first) = acts.first() else {
        let names: Vec<String> =
            documents.iter().map(|document| format!("№ {}", number(&document.act))).collect();
        return format!("{day}: {}", names.join(", "));
    };
    let mut subject = format!("№ {}, {}", number(&first.act), first.act.adopted);
    if let Some(title) = &first.title {
        let title = title.split(char::is_whitespace).collect::<Vec<_>>().join(" ");
        let short: String = title.chars().take(TITLE).collect();
        let cut = if short.len() < title.len() { "…" } else { "" };
        subject.push_str(&format!(": {short}{cut}"));
    }
    if acts.len() > 1 {
        subject.push_str(&format!(" (+{})", acts.len() - 1));
    }
    subject
}

fn shown(window: &Window) -> String {
    let bound = |day: Option<Date>| day.map_or("?".to_owned(), |day| day.to_string());
    match window.day() {
        Some(day) => day.to_string(),
        None => format!("{}..{}", bound(window.earliest), bound(window.latest)),
    }
}

fn passage(passage: Passage) -> &'static str {
    match passage {
        Passage::Enacted => "enacted",
        Passage::Inserted => "inserted",
        Passage::Reworded => "reworded",
        Passage::Removed => "removed",
        Passage::Suspended => "suspended",
        Passage::Resumed => "resumed",
    }
}
