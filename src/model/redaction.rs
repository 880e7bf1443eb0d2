//! What a publisher tells of one redaction of an act: its date, what made it, how far its words
//! may be trusted. Nothing here is a day of effect.

use super::act::ActId;
use super::address::Address;
use super::certainty::Certainty;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A redaction as its publisher describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redaction {
    /// Amendments adopted up to this day are carried out in it; `None` where nobody dates it.
    pub state: Option<Date>,
    /// The acts that made it of the redaction before.
    pub made_by: Vec<ActId>,
    /// How sure its words are at most.
    pub cap: Certainty,
    /// Places of which it does not tell.
    pub gaps: Vec<Gap>,
}

/// A place of which a text does not tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The place.
    pub place: Address,
    /// True where only the parts are unknown that the text does not print.
    pub parts_only: bool,
}

impl Default for Redaction {
    /// A text of which nobody tells anything but its words.
    fn default() -> Self {
        let (made_by, gaps) = (Vec::new(), Vec::new());
        Redaction { state: None, made_by, cap: Certainty::Certain, gaps }
    }
}

impl Redaction {
    /// The gap at or around a place, whole places first.
    pub fn gap(&self, place: &Address) -> Option<&Gap> {
        let whole = |gap: &&Gap| !gap.parts_only && place.is_within(&gap.place);
        let parts =
            |gap: &&Gap| gap.parts_only && *place != gap.place && place.is_within(&gap.place);
        self.gaps.iter().find(whole).or_else(|| self.gaps.iter().find(parts))
    }
}
