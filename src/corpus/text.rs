//! One text file of an act → its tree, its notes, its requisites and, of an amending act, its
//! orders.

use super::ReadError;
use crate::amend;
use crate::amend::effect::Commencement;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::Certainty;
use crate::model::event::Note;
use crate::model::instruction::Orders;
use crate::model::redaction::{Gap, Redaction};
use crate::model::tree::Tree;
use crate::notes;
use crate::parse;
use crate::parse::citation::parse_address;
use crate::parse::identity::{Requisites, requisites};
use crate::source;
use crate::source::card::{CardFault, CardText, Role, day};
use crate::source::folder::{ActFolder, TextFile};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A text, read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReadText {
    /// What the text is.
    pub role: Role,
    /// The document of the act that it prints.
    pub component: Address,
    /// The day on which it was taken from its publisher.
    pub retrieved: Option<Date>,
    /// What its publisher tells of the redaction that it prints.
    pub redaction: Redaction,
    /// Its units.
    pub tree: Arc<Tree>,
    /// Its editorial notes.
    pub notes: Vec<Note>,
    /// What it says of its own identity.
    pub requisites: Option<Requisites>,
    /// What the act says of its own entry into force.
    pub commencement: Option<Commencement>,
    /// Its orders on other acts.
    pub orders: Orders,
}

impl ReadText {
    /// Every act that notes name as having changed this one, without doubles.
    pub fn named(&self) -> Vec<ActId> {
        let mut named: Vec<ActId> =
            self.notes.iter().flat_map(|note| &note.events).map(|event| event.by.clone()).collect();
        named.sort();
        named.dedup();
        named
    }
}

/// What the card tells of the redaction that a text prints.
fn redaction(folder: &ActFolder, card: &CardText) -> Result<Redaction, ReadError> {
    let fault = |key, found: &str| {
        folder.text_fault(&card.file, CardFault { key, found: found.to_owned() })
    };
    let state = day("text.state", card.state.as_ref())
        .map_err(|fault| folder.text_fault(&card.file, fault))?;
    let act = |words: &String| {
        // The number follows where the IRI has another sign in it.
        let (iri, number) = match words.split_once(" № ") {
            Some((iri, number)) => (iri, Some(number)),
            None => (words.as_str(), None),
        };
        let act = ActId::from_iri(iri).ok_or_else(|| fault("text.made_by", words))?;
        Ok::<_, ReadError>(match number {
            Some(number) => ActId { number: number.to_owned(), ..act },
            None => act,
        })
    };
    let made_by = card.made_by.iter().map(act).collect::<Result<_, _>>()?;
    let cap = match &card.certainty {
        None => Certainty::Certain,
        Some(name) => Certainty::from_name(name).ok_or_else(|| fault("text.certainty", name))?,
    };
    let gap = |words: &String| {
        let (place, parts_only) = match words.strip_suffix("/*") {
            Some(place) => (place, true),
            None => (words.as_str(), false),
        };
        let whole = parts_only && place.is_empty() || place == "*";
        let reading = match whole {
            true => Some(Address::whole()),
            false => parse_address(place).into_iter().find(|address| address.to_string() == place),
        };
        let place = reading.ok_or_else(|| fault("text.gaps", words))?;
        Ok::<_, ReadError>(Gap { place, parts_only })
    };
    let gaps = card.gaps.iter().map(gap).collect::<Result<_, _>>()?;
    Ok(Redaction { state, made_by, cap, gaps })
}

/// Reads one text. `own` is the act's identity as the card gives it, where it does.
///
/// # Errors
/// A file that cannot be read, or a value of its card that cannot be used.
pub fn read_text(
    folder: &ActFolder,
    file: &TextFile,
    own: Option<&ActId>,
) -> Result<ReadText, ReadError> {
    let card = &file.card;
    let component = match &card.component {
        None => Address::whole(),
        Some(words) => {
            let reading = parse_address(words).into_iter().find(|a| a.component() == *a);
            let fault = CardFault { key: "text.component", found: words.clone() };
            reading.ok_or_else(|| folder.text_fault(&card.file, fault))?
        }
    };
    let retrieved = day("text.retrieved", card.retrieved.as_ref())
        .map_err(|fault| folder.text_fault(&card.file, fault))?;
    let redaction = redaction(folder, card)?;
    let document = source::read_file(&file.path, &file.shown)?;
    let tree = parse::parse(&document);
    let requisites = requisites(&tree);
    // Laws repeal and amend others in their last articles, whatever else they are.
    let orders = match own.or(requisites.as_ref().map(|found| &found.act)) {
        Some(own) => amend::read(&tree, own),
        None => Orders::default(),
    };
    Ok(ReadText {
        role: card.role,
        component,
        retrieved,
        redaction,
        notes: notes::read(&tree),
        commencement: amend::effect::commencement(&tree),
        requisites,
        orders,
        tree: Arc::new(tree),
    })
}
