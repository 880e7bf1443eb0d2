//! Changes and a place → the changes that touch it, found by address. A change touches what it
//! names and everything inside, so only the targets at the place and around it are looked up.

use super::change::{Change, What};
use super::place::Place;
use crate::model::address::{Address, Step};
use crate::model::day::Window;
use std::collections::HashMap;

/// How a change touches a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// It names the place.
    Direct,
    /// It names something around the place.
    Around,
}

/// How a change touches a place, if it does.
pub fn touch(place: &Place, change: &Change) -> Option<Touch> {
    if let What::Shifted(first) = change.what {
        let holds_another = match place.address.last() {
            Some(Step::Text(position)) => *position >= first,
            _ => false,
        };
        let of_owner = place.address.parent().as_ref() == Some(&change.target);
        return (holds_another && of_owner).then_some(Touch::Direct);
    }
    let on_heading = |address: &Address| address.last() == Some(&Step::Title);
    let of_heading = match (&change.what, &change.order) {
        (What::HeadingAmended | What::HeadingRestated, _) => true,
        (What::Words { .. }, Some(order)) => order.targets.iter().all(on_heading),
        _ => false,
    };
    if place.address == change.target {
        Some(Touch::Direct)
    } else if !of_heading && (change.target.is_whole() || place.is_inside(&change.target)) {
        Some(Touch::Around)
    } else {
        None
    }
}

/// True for a change after which the place is in another state, whatever is known of it. A change
/// that nobody words makes one only where several texts may show both sides of it.
pub fn makes_a_version(change: &Change, touch: Touch, several_texts: bool) -> bool {
    match change.what {
        What::Added | What::Restated | What::Removed | What::Repealed => true,
        What::Planned(_) | What::Shifted(_) | What::Suspended { .. } | What::Expired => true,
        What::Words { .. } | What::HeadingRestated => touch == Touch::Direct,
        What::Amended | What::HeadingAmended => several_texts,
    }
}

/// Positions of changes by what they name.
#[derive(Debug, Default)]
pub struct Targets {
    at: HashMap<Address, Vec<usize>>,
    /// For every address, the first change at it or inside it that is carried out.
    first_inside: HashMap<Address, usize>,
}

impl Targets {
    /// The targets of changes that stand in order of effect.
    pub fn new(changes: &[Change]) -> Self {
        let mut targets = Targets::default();
        for (number, change) in changes.iter().enumerate() {
            targets.at.entry(change.target.clone()).or_default().push(number);
            if matches!(change.what, What::Planned(_)) {
                continue;
            }
            let mut address = Some(change.target.clone());
            while let Some(inside) = address {
                address = inside.parent();
                targets.first_inside.entry(inside).or_insert(number);
            }
        }
        targets
    }

    /// The changes whose target is this address or something around it, in order of effect.
    fn at_or_around(&self, address: &Address) -> Vec<usize> {
        let mut found = Vec::new();
        let mut around = Some(address.clone());
        while let Some(address) = around {
            found.extend(self.at.get(&address).into_iter().flatten().copied());
            around = address.parent();
        }
        found.sort_unstable();
        found
    }

    /// The changes that touch a place, in order of effect.
    pub fn touching<'c>(&self, changes: &'c [Change], place: &Place) -> Vec<(&'c Change, Touch)> {
        let mut found = self.at_or_around(&place.address);
        for group in &place.groups {
            found.extend(self.at.get(group).into_iter().flatten().copied());
        }
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .filter_map(|number| Some((&changes[number], touch(place, &changes[number])?)))
            .collect()
    }

    /// When the first act took effect that may have put a unit into a container, where no source
    /// says which act did: the first to amend the container, or, where a new redaction or a
    /// tombstone has hidden the notes of the container, the first to amend anything.
    pub fn first_chance(
        &self,
        changes: &[Change],
        container: &Address,
        unit: &Address,
    ) -> Option<Window> {
        let added = |number: usize| changes[number].what == What::Added;
        if self.at_or_around(unit).into_iter().any(added) {
            return None;
        }
        let around = self.at_or_around(container);
        let swallowed = around.iter().any(|&number| changes[number].what.swallows_notes());
        let first = if swallowed {
            changes.iter().position(|change| !matches!(change.what, What::Planned(_)))
        } else {
            let carried_out = |number: &usize| !matches!(changes[*number].what, What::Planned(_));
            let inside = self.first_inside.get(container).copied();
            around.into_iter().find(carried_out).into_iter().chain(inside).min()
        };
        first.map(|number| changes[number].window)
    }
}
