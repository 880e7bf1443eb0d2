//! A commit that this program wrote → the documents that it holds, with all that its trailers
//! tell of them. Each is taken apart into the documents of the act; lines of gaps fall away.

use super::names::*;
use super::{Imported, Question};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::Certainty;
use crate::parse::citation::parse_address;
use crate::source::history::Committed;
use jiff::civil::Date;

/// A document of a commit, its file not yet read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDocument {
    /// Where its file is in the repository.
    pub path: String,
    state: Date,
    act: ActId,
    made_by: Vec<ActId>,
    certainty: Certainty,
    gaps: Vec<String>,
}

/// The documents of a commit; `None` for a commit of somebody else.
///
/// # Errors
/// A commit whose days are days of effect, or whose trailers are not whole.
pub fn own(commit: &Committed) -> Option<Result<Vec<OwnDocument>, Question>> {
    let last = commit.message.trim_end().rsplit("\n\n").next()?;
    let trailers: Vec<(&str, &str)> =
        last.lines().filter_map(|line| line.split_once(": ")).collect();
    let made = trailers.first().filter(|(key, _)| *key == GENERATOR)?;
    made.1.starts_with("nusqa ").then(|| documents(commit, &trailers))
}

fn documents(commit: &Committed, trailers: &[(&str, &str)]) -> Result<Vec<OwnDocument>, Question> {
    let value = |key: &str| trailers.iter().find(|(own, _)| *own == key).map(|(_, value)| *value);
    if value(AXIS) != Some("adopted") {
        return Err(Question::DaysOfEffect);
    }
    let state = match value(TRUE_DATE) {
        Some(day) => day.parse().ok(),
        None => commit.author_day,
    };
    let state = state.ok_or(Question::NoDate)?;
    let mut acts: Vec<ActId> = Vec::new();
    let mut documents: Vec<OwnDocument> = Vec::new();
    let act = |key, words: &str| {
        ActId::from_iri(words).ok_or_else(|| Question::NotUnderstood(key, words.to_owned()))
    };
    for (key, value) in trailers {
        match (*key, documents.last_mut()) {
            (ACT, None) => acts.push(act("Act", value)?),
            (NUMBER, None) => {
                if let Some(last) = acts.last_mut() {
                    last.number = (*value).to_owned();
                }
            }
            (DOCUMENT, _) => documents.push(OwnDocument {
                path: String::new(),
                state,
                act: act("Document", value)?,
                made_by: Vec::new(),
                certainty: Certainty::Unknown,
                gaps: Vec::new(),
            }),
            (DOCUMENT_NUMBER, Some(last)) => last.act.number = (*value).to_owned(),
            (FILE, Some(last)) => last.path = (*value).to_owned(),
            (CERTAINTY, Some(last)) => {
                last.certainty = Certainty::from_name(value)
                    .ok_or_else(|| Question::NotUnderstood("Certainty", (*value).to_owned()))?;
            }
            (GAPS | UNREAD, Some(last)) => {
                last.gaps.extend(value.split(BETWEEN).map(str::to_owned));
            }
            _ => {}
        }
    }
    for document in &mut documents {
        if document.path.is_empty() {
            return Err(Question::Missing(FILE));
        }
        let others = acts.iter().filter(|act| **act != document.act);
        document.made_by = others.cloned().collect();
    }
    Ok(documents)
}

impl OwnDocument {
    /// The redaction that the file holds.
    ///
    /// # Errors
    /// A file without a word, or a document of the act whose address is none.
    pub fn read(self, file: &str) -> Result<Imported, Question> {
        let mut texts: Vec<(Address, String)> = vec![(Address::whole(), String::new())];
        for line in file.split_inclusive('\n') {
            let bare = line.trim_end();
            let mark = bare.strip_prefix(PART.0).and_then(|rest| rest.strip_suffix(PART.1));
            if let Some(words) = mark {
                let address = parse_address(words).into_iter().find(|a| a.component() == *a);
                let unknown = || Question::NotUnderstood("component", words.to_owned());
                texts.push((address.ok_or_else(unknown)?, String::new()));
            } else if !bare.starts_with(GAP_LINE)
                && let Some((_, text)) = texts.last_mut()
            {
                text.push_str(line);
            }
        }
        texts.retain(|(_, text)| !text.trim().is_empty());
        if texts.is_empty() {
            return Err(Question::NoText);
        }
        let mut gaps: Vec<String> = self.gaps.into_iter().map(named).collect();
        gaps.sort();
        gaps.dedup();
        Ok(Imported {
            act: self.act,
            title: None,
            state: self.state,
            made_by: self.made_by,
            texts,
            certainty: Some(self.certainty.name().to_owned()),
            gaps,
            unknown_keys: Vec::new(),
        })
    }
}

/// A gap by an address that can be read back: the place itself, else the nearest one around it,
/// which says less.
fn named(gap: String) -> String {
    let mut place = gap.strip_suffix("/*").unwrap_or(&gap);
    let reads = |words: &str| parse_address(words).iter().any(|found| found.to_string() == words);
    if reads(place) {
        return gap;
    }
    while let Some(at) = place.rfind(['/', '#']) {
        place = &place[..at];
        if reads(place) {
            return place.to_owned();
        }
    }
    "*".to_owned()
}
