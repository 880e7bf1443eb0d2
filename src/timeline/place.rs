//! Trees and changes → the places of an act in document order, each with the headings that
//! group it. A place is an address that a text prints or a change names.

use super::change::Change;
use super::record::ActRecord;
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use std::collections::{HashMap, HashSet};

/// A place of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its address, component prefix included.
    pub address: Address,
    /// What stands there.
    pub kind: Kind,
    /// The headings around it that its address does not name (parts, chapters, sections),
    /// outermost first. Empty where no text tells.
    pub groups: Vec<Address>,
    /// False for a document that has no line of its own in any text.
    pub has_words: bool,
}

impl Place {
    /// True when the unit at `address` contains this place, as its own address or through a
    /// heading that groups it.
    pub fn is_inside(&self, address: &Address) -> bool {
        self.address != *address
            && (self.address.is_within(address) || self.groups.iter().any(|group| group == address))
    }

    /// Levels above it.
    pub fn depth(&self) -> usize {
        let steps = self.address.steps().len().max(1) - 1;
        let grouping = if self.kind.is_grouping() { self.groups_in_address() } else { 0 };
        steps + self.groups.len() - grouping
    }

    fn groups_in_address(&self) -> usize {
        self.groups.iter().filter(|group| self.address.is_within(group)).count()
    }
}

/// The places of an act, in document order.
pub fn places(record: &ActRecord, changes: &[Change]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut seen: HashSet<Address> = HashSet::new();
    for (n, witness) in record.witnesses.iter().enumerate() {
        let first = n == 0;
        let tree = &witness.tree;
        let mut printed = Vec::new();
        for (index, unit) in tree.units.iter().enumerate() {
            if unit.kind.is_editorial() || unit.kind == Kind::Unread {
                continue;
            }
            let mut groups = Vec::new();
            let mut above = tree.units[index].parent;
            while let Some(parent) = above {
                if tree.units[parent].kind.is_grouping() {
                    groups.push(tree.units[parent].address.prefixed(&witness.component));
                }
                above = tree.units[parent].parent;
            }
            groups.reverse();
            let address = unit.address.prefixed(&witness.component);
            printed.push(Place { address, kind: unit.kind, groups, has_words: true });
        }
        for place in printed {
            if seen.insert(place.address.clone()) {
                add_ancestors(&mut places, &mut seen, &place.address);
                // The first text is kept in its printed order, even where numbers jump.
                if first { places.push(place) } else { insert(&mut places, place) }
            } else if let Some(known) =
                places.iter_mut().find(|known| !known.has_words && known.address == place.address)
            {
                // A document whose approval mark is printed before its title.
                *known = place;
            }
        }
    }
    for change in changes {
        let target = change.target.last().map(|step| (change.target.clone(), step.kind(), vec![]));
        let named = change.new.iter().flat_map(|new| {
            let groups = new.groups.iter().cloned();
            new.units
                .iter()
                .zip(groups)
                .map(|(unit, groups)| (unit.address.clone(), unit.kind, groups))
        });
        for (address, kind, groups) in target.into_iter().chain(named) {
            if seen.insert(address.clone()) {
                add_ancestors(&mut places, &mut seen, &address);
                insert(&mut places, Place { address, kind, groups, has_words: true });
            }
        }
    }
    let title = Address::new(vec![Step::Title]);
    let quoted = record.amenders.iter().any(|amender| amender.quoted_title.is_some());
    if quoted && seen.insert(title.clone()) {
        let groups = Vec::new();
        places.insert(0, Place { address: title, kind: Kind::Title, groups, has_words: true });
    }
    adopt_groups(&mut places);
    places
}

fn add_ancestors(places: &mut Vec<Place>, seen: &mut HashSet<Address>, address: &Address) {
    let mut missing = Vec::new();
    let mut above = address.parent();
    while let Some(ancestor) = above {
        above = ancestor.parent();
        if !ancestor.is_whole() && seen.insert(ancestor.clone()) {
            missing.push(ancestor);
        }
    }
    for address in missing.into_iter().rev() {
        let Some(step) = address.last() else { continue };
        let kind = step.kind();
        let has_words = !step.is_component();
        insert(places, Place { address, kind, groups: Vec::new(), has_words });
    }
}

/// Puts a place where its number belongs among its siblings of the same kind of step: behind the
/// last smaller one and all that it holds, else before the first larger one, else at the end of
/// what holds it, before marks, signatures and annexes.
fn insert(places: &mut Vec<Place>, place: Place) {
    let parent = place.address.parent().unwrap_or_default();
    let sibling = |other: &Place| other.address.parent().as_ref() == Some(&parent);
    let smaller = places
        .iter()
        .rposition(|other| sibling(other) && comes_after(&place.address, &other.address));
    let larger = places
        .iter()
        .position(|other| sibling(other) && comes_after(&other.address, &place.address));
    let at = match (smaller, larger) {
        (Some(smaller), _) => end_of(places, smaller),
        (None, Some(larger)) => larger,
        (None, None) => end_of_contents(places, &parent),
    };
    // A heading that came with the unit stands before it.
    let heading = place.groups.last();
    let heading = heading.and_then(|group| places.iter().position(|p| p.address == *group));
    let at = match heading {
        Some(heading) if at <= heading => end_of(places, heading),
        _ => at,
    };
    places.insert(at, place);
}

/// The place behind everything that stands inside the place at `start`.
fn end_of(places: &[Place], start: usize) -> usize {
    let outer = &places[start].address;
    let inside = places[start + 1..].iter().take_while(|inner| inner.is_inside(outer)).count();
    start + 1 + inside
}

fn end_of_contents(places: &[Place], parent: &Address) -> usize {
    let holder = places.iter().position(|place| place.address == *parent);
    let (start, end) = match holder {
        Some(holder) => (holder + 1, end_of(places, holder)),
        None => (0, places.len()),
    };
    let closing = places[start..end].iter().position(|place| {
        place.address.parent().as_ref() == Some(parent)
            && matches!(
                place.address.last(),
                Some(Step::Signature | Step::Annex(_) | Step::Approved)
            )
    });
    closing.map_or(end, |closing| start + closing)
}

fn comes_after(other: &Address, place: &Address) -> bool {
    match (other.last(), place.last()) {
        (Some(other), Some(place)) => step_after(other, place),
        _ => false,
    }
}

/// True when `a` is known to stand after `b` among the children of one unit.
fn step_after(a: &Step, b: &Step) -> bool {
    let comparable = std::mem::discriminant(a) == std::mem::discriminant(b);
    match (a, b) {
        (Step::Text(a), Step::Text(b)) => a > b,
        (Step::Table(a), Step::Table(b)) => a > b,
        _ if comparable => a.number() > b.number(),
        _ => false,
    }
}

/// A place between two siblings that stand under the same headings stands under them too.
fn adopt_groups(places: &mut [Place]) {
    let known: HashMap<Address, Vec<Address>> = places
        .iter()
        .filter(|place| !place.groups.is_empty())
        .map(|place| (place.address.clone(), place.groups.clone()))
        .collect();
    let mut by_parent: HashMap<Address, Vec<usize>> = HashMap::new();
    for (i, place) in places.iter().enumerate() {
        if place.address.last().is_some_and(|step| step.number().is_some()) {
            by_parent.entry(place.address.parent().unwrap_or_default()).or_default().push(i);
        }
    }
    for siblings in by_parent.values() {
        for (n, &i) in siblings.iter().enumerate() {
            if known.contains_key(&places[i].address) || places[i].kind.is_grouping() {
                continue;
            }
            let side = |mut list: Box<dyn Iterator<Item = &usize> + '_>| {
                list.find_map(|&j| known.get(&places[j].address))
            };
            let before = side(Box::new(siblings[..n].iter().rev()));
            let after = side(Box::new(siblings[n + 1..].iter()));
            // A number with a dash follows the unit after which it was inserted.
            let follows = places[i].address.last().and_then(Step::number);
            let follows = follows.and_then(|number| number.inserted_after());
            let follows = follows.and_then(|number| {
                siblings[..n]
                    .iter()
                    .find(|&&j| places[j].address.last().and_then(Step::number) == Some(&number))
            });
            let follows = follows.and_then(|&j| known.get(&places[j].address)).cloned();
            match (before, after) {
                (Some(before), Some(after)) if before == after => {
                    places[i].groups = before.clone();
                }
                _ => places[i].groups = follows.unwrap_or_default(),
            }
        }
    }
    let mut groups: HashMap<Address, Vec<Address>> = HashMap::new();
    for place in places {
        if place.groups.is_empty()
            && let Some(above) = place.address.parent().and_then(|parent| groups.get(&parent))
        {
            place.groups = above.clone();
        }
        groups.insert(place.address.clone(), place.groups.clone());
    }
}
