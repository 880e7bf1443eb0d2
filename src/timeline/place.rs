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
        let named = change
            .new
            .iter()
            .flat_map(|new| new.units.iter())
            .map(|unit| (unit.address.clone(), unit.kind));
        let target = change.target.last().map(|step| (change.target.clone(), step.kind()));
        for (address, kind) in target.into_iter().chain(named) {
            if seen.insert(address.clone()) {
                add_ancestors(&mut places, &mut seen, &address);
                insert(&mut places, Place { address, kind, groups: Vec::new(), has_words: true });
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

/// Puts a place where its number belongs among its siblings; what has no number, at the end.
fn insert(places: &mut Vec<Place>, place: Place) {
    let parent = place.address.parent().unwrap_or_default();
    if places.last().is_none_or(|last| precedes(&last.address, &place.address)) {
        places.push(place);
        return;
    }
    let mut at = None;
    let mut end_of_parent = if parent.is_whole() { places.len() } else { 0 };
    for (i, other) in places.iter().enumerate() {
        if other.address.is_within(&parent) && !parent.is_whole() {
            end_of_parent = i + 1;
        }
        let sibling = other.address.parent().is_some_and(|of| of == parent);
        if sibling && comes_after(&other.address, &place.address) {
            at = Some(i);
            break;
        }
    }
    places.insert(at.unwrap_or(end_of_parent), place);
}

/// True when a text printed in order would go on with `next` after `last`.
fn precedes(last: &Address, next: &Address) -> bool {
    let (a, b) = (last.steps(), next.steps());
    let common = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    match (a.get(common), b.get(common)) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(x), Some(y)) => !step_after(x, y),
    }
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
            if let (Some(before), Some(after)) = (before, after)
                && before == after
            {
                places[i].groups = before.clone();
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
