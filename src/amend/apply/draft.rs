//! A tree → a working copy that is cheap to edit: units linked to their neighbours and found by
//! address, so that an edit costs the same in a short act and in a long one.
//!
//! Positions of unnumbered paragraphs follow every edit; editorial notes are left out, since
//! they tell the history of another text.

use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{PrintedStatus, Tree, Unit};
use std::collections::BTreeMap;

/// A unit of a draft: its own words, without those of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftUnit {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, component included.
    pub address: Address,
    /// The heading of a headed unit.
    pub heading: Option<String>,
    /// Its own words, number as printed included; `None` where they are not known.
    pub text: Option<String>,
    /// Byte offset in `text` where the words after number and heading mark begin.
    pub body: usize,
    /// Whether it stands; the number of a removed unit is kept.
    pub status: PrintedStatus,
    /// True while its effect is suspended.
    pub suspended: bool,
    /// Cells of a table row.
    pub cells: Vec<String>,
}

impl DraftUnit {
    /// A unit of a tree, at its address in the act.
    pub fn new(unit: &Unit, address: Address) -> Self {
        DraftUnit {
            kind: unit.kind,
            address,
            heading: unit.heading.clone(),
            text: Some(unit.text.clone()),
            body: unit.body,
            status: unit.status,
            suspended: false,
            cells: unit.cells.clone(),
        }
    }

    /// True for a unit whose opening paragraph is its first unnumbered paragraph («бірінші
    /// абзац»): numbered units, and articles without a heading.
    pub(super) fn opens_its_paragraphs(&self) -> bool {
        match self.kind {
            Kind::Paragraph | Kind::Subparagraph => true,
            Kind::Article => self.heading.is_none(),
            _ => false,
        }
    }
}

/// The place of a unit in a draft; it stays the same whatever happens around it.
pub(super) type Slot = usize;

#[derive(Clone, Debug)]
struct Node {
    unit: DraftUnit,
    attached: bool,
    /// How often its own words or state have changed.
    revision: u32,
    parent: Option<Slot>,
    first: Option<Slot>,
    last: Option<Slot>,
    before: Option<Slot>,
    after: Option<Slot>,
}

/// Why an address leads to no unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// Nothing stands there.
    Nothing,
    /// Several units carry the same number.
    Several,
}

/// The unit that an address names, and whether only its own words are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub slot: Slot,
    /// True for `24#1` and for the heading of an article: the unit's own paragraph without its
    /// parts.
    pub own: bool,
}

/// A working copy of an act, or of one document of it.
#[derive(Clone, Debug)]
pub struct Draft {
    nodes: Vec<Node>,
    /// Units that stand, by address; more than one where the numbering is faulty.
    at: BTreeMap<Address, Vec<Slot>>,
    /// Bytes that orders may still read to tell where words do stand.
    spare: usize,
}

/// So many bytes orders may read, all together, only to tell where their words do stand.
const SPARE: usize = 64 << 20;

pub(super) const ROOT: Slot = 0;

impl Draft {
    /// A draft of what a tree prints; `component` is the document of the act that it prints, and
    /// goes before every address.
    pub fn from_tree(tree: &Tree, component: &Address) -> Self {
        let kept = |unit: &&Unit| !unit.kind.is_editorial();
        let units = tree.units.iter().filter(kept);
        Draft::new(
            component,
            units.map(|unit| (unit.depth, DraftUnit::new(unit, unit.address.prefixed(component)))),
        )
    }

    /// True while bytes may be read that no order is carried out on; takes them off.
    pub(super) fn spares(&mut self, bytes: usize) -> bool {
        let left = self.spare.checked_sub(bytes);
        self.spare = left.unwrap_or_default();
        left.is_some()
    }

    /// A draft of units in document order, each with its depth (0 at the top).
    pub fn new(component: &Address, units: impl IntoIterator<Item = (usize, DraftUnit)>) -> Self {
        let root = DraftUnit {
            kind: Kind::Act,
            address: component.clone(),
            heading: None,
            text: None,
            body: 0,
            status: PrintedStatus::InForce,
            suspended: false,
            cells: Vec::new(),
        };
        let mut draft = Draft { nodes: Vec::new(), at: BTreeMap::new(), spare: SPARE };
        draft.create(root);
        draft.nodes[ROOT].attached = true;
        let mut around: Vec<(usize, Slot)> = Vec::new();
        for (depth, unit) in units {
            while around.last().is_some_and(|(outer, _)| *outer >= depth) {
                around.pop();
            }
            let parent = around.last().map_or(ROOT, |(_, slot)| *slot);
            let slot = draft.create(unit);
            draft.link(slot, parent, draft.nodes[parent].last);
            draft.enter(slot);
            around.push((depth, slot));
        }
        draft
    }

    /// The units that stand, in document order.
    pub fn units(&self) -> impl Iterator<Item = &DraftUnit> {
        self.subtree(ROOT).into_iter().skip(1).map(|slot| &self.nodes[slot].unit)
    }

    /// The state of the act as a whole.
    pub fn status(&self) -> PrintedStatus {
        self.nodes[ROOT].unit.status
    }

    /// The unit at an address; `None` where none or several stand there.
    pub fn unit(&self, address: &Address) -> Option<&DraftUnit> {
        let slot = self.slot(address).ok()?;
        Some(&self.nodes[slot].unit)
    }

    pub(super) fn get(&self, slot: Slot) -> &DraftUnit {
        &self.nodes[slot].unit
    }

    pub(super) fn is_attached(&self, slot: Slot) -> bool {
        self.nodes[slot].attached
    }

    pub(super) fn revision(&self, slot: Slot) -> u32 {
        self.nodes[slot].revision
    }

    pub(super) fn parent(&self, slot: Slot) -> Option<Slot> {
        self.nodes[slot].parent
    }

    pub(super) fn before(&self, slot: Slot) -> Option<Slot> {
        self.nodes[slot].before
    }

    pub(super) fn after(&self, slot: Slot) -> Option<Slot> {
        self.nodes[slot].after
    }

    pub(super) fn last_child(&self, slot: Slot) -> Option<Slot> {
        self.nodes[slot].last
    }

    /// The units directly inside a unit, in document order.
    pub(super) fn children(&self, slot: Slot) -> impl Iterator<Item = Slot> + '_ {
        std::iter::successors(self.nodes[slot].first, |child| self.nodes[*child].after)
    }

    /// A unit and everything inside it, in document order.
    pub(super) fn subtree(&self, top: Slot) -> Vec<Slot> {
        let mut out = vec![top];
        let mut open: Vec<Slot> = self.nodes[top].first.into_iter().collect();
        while let Some(slot) = open.pop() {
            out.push(slot);
            open.extend(if slot == top { None } else { self.nodes[slot].after });
            open.extend(self.nodes[slot].first);
        }
        out
    }

    /// True where a unit is another one or stands inside it.
    pub(super) fn is_inside(&self, slot: Slot, outer: Slot) -> bool {
        std::iter::successors(Some(slot), |slot| self.nodes[*slot].parent).any(|s| s == outer)
    }

    pub(super) fn slot(&self, address: &Address) -> Result<Slot, Missing> {
        if *address == self.nodes[ROOT].unit.address || address.is_whole() {
            return Ok(ROOT);
        }
        match self.at.get(address).map(Vec::as_slice) {
            None | Some([]) => Err(Missing::Nothing),
            Some([only]) => Ok(*only),
            Some(_) => Err(Missing::Several),
        }
    }

    /// The unit that an order means by an address. The first unnumbered paragraph of a numbered
    /// unit is the unit's own opening; the title of a headed unit is its heading.
    pub(super) fn find(&self, address: &Address) -> Result<Found, Missing> {
        let direct = self.slot(address).map(|slot| Found { slot, own: false });
        let Err(Missing::Nothing) = direct else { return direct };
        let owner = |own: fn(&DraftUnit) -> bool| {
            let slot = self.slot(&address.parent().unwrap_or_default())?;
            let fits = slot != ROOT && own(self.get(slot));
            if fits { Ok(Found { slot, own: true }) } else { Err(Missing::Nothing) }
        };
        match address.last() {
            Some(Step::Text(1)) => owner(DraftUnit::opens_its_paragraphs),
            Some(Step::Title) => owner(|unit| unit.heading.is_some() || unit.kind == Kind::Annex),
            _ => direct,
        }
    }

    /// Addresses near one that leads nowhere: the unit around it and its neighbours by number.
    pub(super) fn near(&self, address: &Address) -> Vec<Address> {
        let around = std::iter::successors(address.parent(), Address::parent)
            .find(|outer| self.slot(outer).is_ok_and(|slot| slot != ROOT));
        let mut out: Vec<Address> = around.into_iter().collect();
        out.extend(self.neighbour(address, false).map(|slot| self.get(slot).address.clone()));
        out.extend(self.neighbour(address, true).map(|slot| self.get(slot).address.clone()));
        out.dedup();
        out
    }

    /// The unit of the same kind and owner with the next lower or the next higher number.
    pub(super) fn neighbour(&self, address: &Address, higher: bool) -> Option<Slot> {
        let depth = address.steps().len();
        let step = address.last()?;
        let beside = |found: &Address| {
            let found = Address::new(found.steps().get(..depth)?.to_vec());
            let last = found.last()?;
            let alike = found.parent() == address.parent()
                && std::mem::discriminant(last) == std::mem::discriminant(step);
            alike.then_some(found)
        };
        let found = if higher {
            let mut later = self.at.range(address..).map(|(found, _)| found);
            later.find(|found| !found.is_within(address))
        } else {
            self.at.range(..address).next_back().map(|(found, _)| found)
        };
        self.at.get(&beside(found?)?)?.first().copied()
    }

    /// A new unit that stands nowhere yet.
    pub(super) fn create(&mut self, unit: DraftUnit) -> Slot {
        self.nodes.push(Node {
            unit,
            attached: false,
            revision: 0,
            parent: None,
            first: None,
            last: None,
            before: None,
            after: None,
        });
        self.nodes.len() - 1
    }

    /// Puts a unit that stands nowhere into another one that stands nowhere, as its last part.
    pub(super) fn build_into(&mut self, slot: Slot, parent: Slot) {
        self.link(slot, parent, self.nodes[parent].last);
    }

    /// Gives a unit without parts, which stands nowhere yet, the address that it is to have.
    pub(super) fn move_address(&mut self, slot: Slot, address: Address) {
        self.nodes[slot].unit.address = address;
    }

    /// Replaces what a unit says or how it stands; its revision grows by one, or takes a value
    /// of its past where a change is undone.
    pub(super) fn set(&mut self, slot: Slot, unit: DraftUnit, revision: Option<u32>) {
        let node = &mut self.nodes[slot];
        node.revision = revision.unwrap_or(node.revision + 1);
        let address = std::mem::take(&mut node.unit.address);
        node.unit = DraftUnit { address, ..unit };
    }

    /// Puts a unit with its parts into another one, behind `before` or in front of all; later
    /// unnumbered paragraphs move down by one.
    pub(super) fn attach(&mut self, slot: Slot, parent: Slot, before: Option<Slot>) {
        self.link(slot, parent, before);
        if let Some(Step::Text(_)) = self.nodes[slot].unit.address.last() {
            let position = self.position(slot);
            self.rename(slot, position);
            let mut later = self.texts_after(slot);
            later.reverse();
            for (text, k) in later {
                self.leave(text);
                self.rename(text, k + 1);
                self.enter(text);
            }
        }
        self.enter(slot);
    }

    /// Takes a unit with its parts out; later unnumbered paragraphs move up by one.
    pub(super) fn detach(&mut self, slot: Slot) {
        self.leave(slot);
        let later = match self.nodes[slot].unit.address.last() {
            Some(Step::Text(_)) => self.texts_after(slot),
            _ => Vec::new(),
        };
        let Node { parent, before, after, .. } = self.nodes[slot];
        match before {
            Some(before) => self.nodes[before].after = after,
            None => self.each(parent, |node| node.first = after),
        }
        match after {
            Some(after) => self.nodes[after].before = before,
            None => self.each(parent, |node| node.last = before),
        }
        let node = &mut self.nodes[slot];
        (node.parent, node.before, node.after) = (None, None, None);
        for (text, k) in later {
            self.leave(text);
            self.rename(text, k - 1);
            self.enter(text);
        }
    }

    fn each(&mut self, slot: Option<Slot>, change: impl FnOnce(&mut Node)) {
        if let Some(slot) = slot {
            change(&mut self.nodes[slot]);
        }
    }

    fn link(&mut self, slot: Slot, parent: Slot, before: Option<Slot>) {
        let after = match before {
            Some(before) => self.nodes[before].after.replace(slot),
            None => self.nodes[parent].first.replace(slot),
        };
        match after {
            Some(after) => self.nodes[after].before = Some(slot),
            None => self.nodes[parent].last = Some(slot),
        }
        let node = &mut self.nodes[slot];
        (node.parent, node.before, node.after) = (Some(parent), before, after);
    }

    /// Makes a unit and its parts known by their addresses.
    fn enter(&mut self, top: Slot) {
        for slot in self.subtree(top) {
            self.nodes[slot].attached = true;
            let address = self.nodes[slot].unit.address.clone();
            self.at.entry(address).or_default().push(slot);
        }
    }

    fn leave(&mut self, top: Slot) {
        for slot in self.subtree(top) {
            self.nodes[slot].attached = false;
            let address = &self.nodes[slot].unit.address;
            if let Some(held) = self.at.get_mut(address) {
                held.retain(|other| *other != slot);
                if held.is_empty() {
                    self.at.remove(address);
                }
            }
        }
    }

    /// The position that an unnumbered paragraph takes among those of its owner.
    fn position(&self, slot: Slot) -> u32 {
        let text = |slot: &Slot| match self.nodes[*slot].unit.address.last() {
            Some(Step::Text(k)) => Some(*k),
            _ => None,
        };
        let step = |slot: &Slot| self.nodes[*slot].before;
        let earlier = std::iter::successors(self.nodes[slot].before, step);
        if let Some(k) = earlier.filter_map(|slot| text(&slot)).next() {
            return k + 1;
        }
        let step = |slot: &Slot| self.nodes[*slot].after;
        let later = std::iter::successors(self.nodes[slot].after, step);
        if let Some(k) = later.filter_map(|slot| text(&slot)).next() {
            return k;
        }
        let owner = self.nodes[slot].parent.map(|parent| &self.nodes[parent].unit);
        1 + u32::from(owner.is_some_and(DraftUnit::opens_its_paragraphs))
    }

    /// The unnumbered paragraphs behind one of them, with their positions.
    fn texts_after(&self, slot: Slot) -> Vec<(Slot, u32)> {
        let step = |slot: &Slot| self.nodes[*slot].after;
        std::iter::successors(self.nodes[slot].after, step)
            .filter_map(|slot| match self.nodes[slot].unit.address.last() {
                Some(Step::Text(k)) => Some((slot, *k)),
                _ => None,
            })
            .collect()
    }

    /// Gives units with everything inside them another last step of their address; all at once,
    /// since one may take the number that another one leaves.
    pub(super) fn readdress(&mut self, moves: &[(Slot, Step)]) {
        moves.iter().for_each(|(slot, _)| self.leave(*slot));
        for (top, step) in moves {
            let old = self.nodes[*top].unit.address.clone();
            let Some(last) = old.steps().len().checked_sub(1) else { continue };
            for slot in self.subtree(*top) {
                let address = &mut self.nodes[slot].unit.address;
                // Articles are numbered through chapters: not every inner address begins so.
                if address.is_within(&old) {
                    let mut steps = address.steps().to_vec();
                    steps[last] = step.clone();
                    *address = Address::new(steps);
                }
            }
        }
        moves.iter().for_each(|(slot, _)| self.enter(*slot));
    }

    fn rename(&mut self, top: Slot, position: u32) {
        let depth = self.nodes[top].unit.address.steps().len();
        for slot in self.subtree(top) {
            let mut steps = self.nodes[slot].unit.address.steps().to_vec();
            if let Some(step) = steps.get_mut(depth - 1) {
                *step = Step::Text(position);
            }
            self.nodes[slot].unit.address = Address::new(steps);
        }
    }
}

/// Two drafts are equal when the same units stand in them in the same order.
impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        self.status() == other.status() && self.units().eq(other.units())
    }
}

impl Eq for Draft {}

/// The number that an address ends with.
pub(super) fn number(address: &Address) -> Option<&Number> {
    address.last().and_then(Step::number)
}
