//! The whole road for one act: changes, places, states, words, grades → versions on both axes,
//! for each day of knowledge that makes a difference.

use super::change::{Change, What, collect};
use super::moves;
use super::nodes::Nodes;
use super::place::{Place, places};
use super::record::{ActRecord, Witness};
use super::run::Run;
use crate::model::act::ActId;
use crate::model::day::Window;
use crate::model::proof::Amending;
use crate::model::version::{Axis, Version};
use crate::source::card::Role;
use jiff::civil::Date;
use std::borrow::Cow;

/// Every version of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceVersions {
    /// The place.
    pub place: Place,
    /// Its versions: by axis, then days of knowledge, then days.
    pub versions: Vec<Version>,
}

/// What the corpus knows of one act through time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Places in document order.
    pub places: Vec<PlaceVersions>,
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Date>,
    /// Every act that notes or orders name as amending it, by adoption.
    pub amended_by: Vec<ActId>,
    /// The acts that amended it on the axis of force, in the order in which proofs count them.
    pub amending: Vec<Amending>,
    /// The same on the axis of adoption.
    pub amending_on_adoption: Vec<Amending>,
}

/// Works out the timeline of an act. The order in which its texts and the acts that amend it
/// were read makes no difference.
pub fn weave(record: &ActRecord) -> Timeline {
    let record = in_order(record);
    let record = record.as_ref();
    let changes = collect(record);
    let places = places(record, &changes);
    // What holds for a time goes on standing in the text.
    let mut on_adoption: Vec<Change> = changes
        .iter()
        .filter(|change| change.by != record.id && change.what != What::Expired)
        .map(|change| Change {
            window: Window::exact(change.by.adopted.0),
            void_since: None,
            ..change.clone()
        })
        .collect();
    on_adoption.sort_by(|a, b| a.by_effect().cmp(&b.by_effect()));
    let mut amended_by: Vec<ActId> = changes.iter().map(|change| change.by.clone()).collect();
    amended_by.sort();
    amended_by.dedup();
    amended_by.retain(|act| *act != record.id);
    let in_force = Run::new(record, changes, Axis::InForce);
    let adopted = Run::new(record, on_adoption, Axis::Adopted);
    let mut nodes = [Nodes::default(), Nodes::default()];
    let mut places: Vec<PlaceVersions> = places
        .into_iter()
        .map(|place| {
            let mut versions = in_force.versions(&place, &mut nodes[0]);
            versions.extend(adopted.versions(&place, &mut nodes[1]));
            PlaceVersions { place, versions }
        })
        .collect();
    moves::mark(&mut places);
    Timeline {
        places,
        horizon: in_force.horizon(),
        amended_by,
        amending: in_force.into_amending(),
        amending_on_adoption: adopted.into_amending(),
    }
}

/// The record with its texts in the order of the days of which they tell, and the amending acts
/// by identity.
fn in_order(record: &ActRecord) -> Cow<'_, ActRecord> {
    let by_day = |text: &Witness| {
        let events = text.notes.iter().flat_map(|note| &note.events);
        let told = events.map(|event| event.by.adopted.0).max().max(text.redaction.state);
        let source = &text.tree.source;
        (
            text.component.clone(),
            told,
            text.role != Role::Original,
            text.retrieved,
            source.hash.clone(),
        )
    };
    let sorted = record.witnesses.is_sorted_by_key(by_day)
        && record.amenders.is_sorted_by(|a, b| a.id <= b.id);
    if sorted {
        return Cow::Borrowed(record);
    }
    let mut record = record.clone();
    record.witnesses.sort_by_cached_key(by_day);
    record.amenders.sort_by(|a, b| a.id.cmp(&b.id));
    Cow::Owned(record)
}
