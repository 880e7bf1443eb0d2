//! The faults of a corpus → which files an index lacks, and of acts of which day. A day is taken
//! from a card only where nothing in that card is at fault.

use super::BuildError;
use crate::corpus::{ReadError, of_card};
use crate::model::act::ActId;
use crate::model::left_out::LeftOut;
use crate::source::folder::{CorpusError, CorpusFolder, shown};
use jiff::civil::Date;
use std::path::Path;

/// What an index lacks because of these faults.
pub fn left_out(folder: &CorpusFolder, faults: &[BuildError]) -> LeftOut {
    let root = shown(&folder.root);
    let inside = |path: String| match path.strip_prefix(&root) {
        Some(rest) if !rest.trim_matches('/').is_empty() => rest.trim_start_matches('/').to_owned(),
        _ => path,
    };
    LeftOut::of(faults.iter().map(|fault| (inside(path(fault)), adopted(fault, folder))))
}

/// The file that is at fault, as shown to users.
fn path(fault: &BuildError) -> String {
    match fault {
        BuildError::SameAct(_, _, path) => path.clone(),
        BuildError::Read(ReadError::Source(fault)) => shown(fault.path()),
        BuildError::Read(ReadError::NoIdentity { card, .. }) => card.clone(),
        BuildError::Read(ReadError::Corpus(fault)) => fault.path().to_owned(),
        // A fault of the index is none of the corpus.
        BuildError::Index(_) => String::new(),
    }
}

/// When the act of the file was adopted.
fn adopted(fault: &BuildError, folder: &CorpusFolder) -> Option<Date> {
    let of_text = |path: &Path| {
        let path = shown(path);
        folder.acts.iter().find(|act| act.texts.iter().any(|text| text.shown == path))
    };
    let act = match fault {
        BuildError::SameAct(act, ..) => return Some(ActId::from_iri(act)?.adopted.0),
        BuildError::Read(ReadError::Source(fault)) => of_text(fault.path()),
        BuildError::Read(ReadError::Corpus(CorpusError::TextMissing { path, .. })) => {
            folder.acts.iter().find(|act| act.card_path == *path)
        }
        _ => None,
    };
    Some(of_card(act?).ok()??.adopted.0)
}
