//! Trees and changes → the places of an act in document order, each with the headings that
//! group it. A place is an address that a text prints or a change names.

use super::change::Change;
use super::record::ActRecord;
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use std::collections::HashMap;

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
    let mut layout = Layout::default();
    for (n, witness) in record.witnesses.iter().enumerate() {
        let tree = &witness.tree;
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
            let place = Place { address, kind: unit.kind, groups, has_words: true };
            match layout.at(&place.address) {
                None => {
                    // The first text is kept in its printed order, even where numbers jump.
                    layout.add_ancestors(&place.address, n == 0);
                    if n == 0 { layout.push(place) } else { layout.insert(place) }
                }
                // A document whose approval mark is printed before its title.
                Some(known) if !known.has_words => *known = place,
                Some(_) => {}
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
            if layout.at(&address).is_none() {
                layout.add_ancestors(&address, false);
                layout.insert(Place { address, kind, groups, has_words: true });
            }
        }
    }
    let title = Address::new(vec![Step::Title]);
    let quoted = record.amenders.iter().any(|amender| amender.quoted_title.is_some());
    let lacks_title = quoted && layout.at(&title).is_none();
    let mut places = layout.into_places();
    if lacks_title {
        let groups = Vec::new();
        places.insert(0, Place { address: title, kind: Kind::Title, groups, has_words: true });
    }
    adopt_groups(&mut places);
    places
}

/// Places in document order, each found by its address and by its siblings.
#[derive(Default)]
struct Layout {
    places: Vec<Place>,
    /// The place after each one in document order.
    next: Vec<Option<usize>>,
    first: Option<usize>,
    last: Option<usize>,
    at: HashMap<Address, usize>,
    /// By container, in document order.
    siblings: HashMap<Address, Vec<usize>>,
}

impl Layout {
    fn at(&mut self, address: &Address) -> Option<&mut Place> {
        self.at.get(address).map(|&number| &mut self.places[number])
    }

    /// Puts a place behind all others.
    fn push(&mut self, place: Place) {
        let parent = place.address.parent().unwrap_or_default();
        let end = self.siblings.get(&parent).map_or(0, Vec::len);
        let behind = self.last;
        self.link(place, behind, end);
    }

    /// Puts a place behind another one, or before all, and among its siblings at a position.
    fn link(&mut self, place: Place, behind: Option<usize>, position: usize) {
        let number = self.places.len();
        let parent = place.address.parent().unwrap_or_default();
        self.siblings.entry(parent).or_default().insert(position, number);
        self.at.insert(place.address.clone(), number);
        self.places.push(place);
        let after = match behind {
            Some(behind) => self.next[behind].replace(number),
            None => self.first.replace(number),
        };
        self.next.push(after);
        if after.is_none() {
            self.last = Some(number);
        }
    }

    fn add_ancestors(&mut self, address: &Address, last: bool) {
        let mut missing = Vec::new();
        let mut above = address.parent();
        while let Some(ancestor) = above {
            above = ancestor.parent();
            if !ancestor.is_whole() && !self.at.contains_key(&ancestor) {
                missing.push(ancestor);
            }
        }
        for address in missing.into_iter().rev() {
            let Some(step) = address.last() else { continue };
            let kind = step.kind();
            let has_words = !step.is_component();
            let place = Place { address, kind, groups: Vec::new(), has_words };
            if last { self.push(place) } else { self.insert(place) }
        }
    }

    /// Puts a place where its number belongs among its siblings of the same kind of step: behind
    /// the last smaller one and all that it holds, else before the first larger one, else at the
    /// end of what holds it, before marks, signatures and annexes.
    fn insert(&mut self, place: Place) {
        let parent = place.address.parent().unwrap_or_default();
        let siblings = self.siblings.get(&parent).map_or(&[][..], Vec::as_slice);
        let address = |sibling: &usize| &self.places[*sibling].address;
        let smaller =
            siblings.iter().rposition(|other| comes_after(&place.address, address(other)));
        let larger =
            || siblings.iter().position(|other| comes_after(address(other), &place.address));
        let closing = || {
            siblings.iter().position(|other| {
                let mark =
                    |step| matches!(step, &Step::Signature | &Step::Annex(_) | &Step::Approved);
                address(other).last().is_some_and(mark)
            })
        };
        let (behind, position) = match smaller {
            Some(smaller) => (Some(self.end_of(siblings[smaller])), smaller + 1),
            None => match larger().or_else(closing) {
                Some(following) => (self.before(siblings[following], &parent), following),
                None => {
                    let holder = self.at.get(&parent).map(|&holder| self.end_of(holder));
                    (holder.or(self.last), siblings.len())
                }
            },
        };
        // A heading that came with the unit stands before it.
        let heading = place.groups.last().and_then(|group| self.at.get(group)).copied();
        let behind = match heading {
            Some(heading) if !self.is_behind(behind, heading) => Some(self.end_of(heading)),
            _ => behind,
        };
        self.link(place, behind, position);
    }

    /// The last place inside a place, or the place itself.
    fn end_of(&self, start: usize) -> usize {
        let outer = &self.places[start].address;
        let mut end = start;
        while let Some(next) = self.next[end].filter(|&next| self.places[next].is_inside(outer)) {
            end = next;
        }
        end
    }

    /// The place before another one, whose container is known.
    fn before(&self, place: usize, parent: &Address) -> Option<usize> {
        let mut before = self.at.get(parent).copied();
        let mut next = before.map_or(self.first, |holder| self.next[holder]);
        while let Some(number) = next.filter(|&number| number != place) {
            before = Some(number);
            next = self.next[number];
        }
        before
    }

    /// True when a place stands behind another one, or is it.
    fn is_behind(&self, place: Option<usize>, other: usize) -> bool {
        let mut next = Some(other);
        while let Some(number) = next {
            if Some(number) == place {
                return true;
            }
            next = self.next[number];
        }
        false
    }

    fn into_places(self) -> Vec<Place> {
        let mut places: Vec<Option<Place>> = self.places.into_iter().map(Some).collect();
        let mut ordered = Vec::with_capacity(places.len());
        let mut next = self.first;
        while let Some(number) = next {
            ordered.extend(places[number].take());
            next = self.next[number];
        }
        ordered
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
    if known.is_empty() {
        return;
    }
    for siblings in by_parent.values() {
        let own = |n: usize| known.get(&places[siblings[n]].address);
        let mut after: Vec<Option<&Vec<Address>>> = vec![None; siblings.len()];
        for n in (1..siblings.len()).rev() {
            after[n - 1] = own(n).or(after[n]);
        }
        let mut numbered: HashMap<&Number, usize> = HashMap::new();
        let mut before: Option<&Vec<Address>> = None;
        let mut adopted: Vec<(usize, Vec<Address>)> = Vec::new();
        for (n, &i) in siblings.iter().enumerate() {
            let number = places[i].address.last().and_then(Step::number);
            if own(n).is_none() && !places[i].kind.is_grouping() {
                // A number with a dash follows the unit after which it was inserted.
                let follows = number.and_then(Number::inserted_after);
                let follows = follows.and_then(|number| numbered.get(&number));
                let follows = follows.and_then(|&n| own(n));
                let groups = match (before, after[n]) {
                    (Some(before), Some(after)) if before == after => Some(before),
                    _ => follows,
                };
                adopted.extend(groups.map(|groups| (i, groups.clone())));
            }
            before = own(n).or(before);
            if let Some(number) = number {
                numbered.entry(number).or_insert(n);
            }
        }
        for (i, groups) in adopted {
            places[i].groups = groups;
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
