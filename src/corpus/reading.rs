//! The folder of an act → the act with those of its texts that can be read, and why the others
//! cannot. One broken text takes nothing else with it.

use super::{Identity, ReadError, ReadText, identify, of_card, read_text};
use crate::source::folder::ActFolder;

/// An act of the corpus, as far as it can be read.
#[derive(Debug)]
pub struct ReadAct {
    /// Who it is and its texts, in the order of the card; `None` where nothing is left of it.
    pub act: Option<(Identity, Vec<ReadText>)>,
    /// What of it cannot be read, in the order of the card.
    pub faults: Vec<ReadError>,
}

/// Reads an act.
pub fn read_act(folder: &ActFolder) -> ReadAct {
    let own = match of_card(folder) {
        Ok(own) => own,
        Err(fault) => return ReadAct { act: None, faults: vec![fault] },
    };
    let mut texts = Vec::new();
    let mut faults = Vec::new();
    for file in &folder.texts {
        match read_text(folder, file, own.as_ref()) {
            Ok(text) => texts.push(text),
            Err(fault) => faults.push(fault),
        }
    }
    if texts.is_empty() {
        return ReadAct { act: None, faults };
    }
    match identify(folder, &texts) {
        Ok(identity) => ReadAct { act: Some((identity, texts)), faults },
        Err(fault) => {
            faults.push(fault);
            ReadAct { act: None, faults }
        }
    }
}
