//! A text of an act → what is printed where, which amending acts its notes name, and how far it
//! reaches. Notes are brought together with the amending acts of the corpus that they mean.

use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::event::{Event, Note};
use crate::model::evidence::Span;
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, Unit, UnitIndex};
use crate::timeline::record::{ActRecord, Amender, Witness};
use std::collections::BTreeMap;

/// One change that a note tells.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The note.
    pub note: &'a Note,
    /// The change.
    pub event: &'a Event,
    /// The act that is meant: the amending act of the corpus, else the name as printed.
    pub by: ActId,
    /// True where the note names the act with another day than its own.
    pub wrong_day: bool,
    /// What it speaks of, component prefix included.
    pub targets: Vec<Address>,
}

/// A text, ready to be asked.
#[derive(Debug)]
pub struct Text<'a> {
    /// The text as gathered.
    pub witness: &'a Witness,
    /// What its notes tell, in the order of print.
    pub told: Vec<Told<'a>>,
    units: BTreeMap<Address, Vec<UnitIndex>>,
    groups: BTreeMap<Address, Vec<Address>>,
    last: Vec<Address>,
}

impl<'a> Text<'a> {
    /// A text of this record.
    pub fn new(record: &'a ActRecord, witness: &'a Witness) -> Self {
        let tree = &witness.tree;
        let mut units: BTreeMap<Address, Vec<UnitIndex>> = BTreeMap::new();
        let mut groups: BTreeMap<Address, Vec<Address>> = BTreeMap::new();
        let mut last = Vec::new();
        for (index, unit) in tree.units.iter().enumerate() {
            if !is_compared(unit.kind) {
                continue;
            }
            let address = unit.address.prefixed(&witness.component);
            let mut around = Vec::new();
            let mut above = unit.parent;
            while let Some(parent) = above {
                if tree.units[parent].kind.is_grouping() {
                    around.push(tree.units[parent].address.prefixed(&witness.component));
                }
                above = tree.units[parent].parent;
            }
            if !around.is_empty() {
                groups.entry(address.clone()).or_insert(around);
            }
            if is_counted(unit.kind) {
                last.retain(|known: &Address| address.is_within(known));
                last.push(address.clone());
            }
            units.entry(address).or_default().push(index);
        }
        let told = told(record, witness);
        Text { witness, told, units, groups, last }
    }

    /// The units printed at an address, in the order of print.
    pub fn at(&self, address: &Address) -> &[UnitIndex] {
        self.units.get(address).map_or(&[], Vec::as_slice)
    }

    /// The unit printed first at an address.
    pub fn unit(&self, address: &Address) -> Option<&'a Unit> {
        Some(&self.witness.tree.units[*self.at(address).first()?])
    }

    /// The provisions of the text with their places, in the order of addresses.
    pub fn units(&self) -> impl Iterator<Item = (&Address, UnitIndex)> {
        self.units.iter().flat_map(|(address, all)| all.iter().map(move |unit| (address, *unit)))
    }

    /// The provisions at an address and inside it.
    pub fn inside(&self, address: &Address) -> impl Iterator<Item = (&Address, UnitIndex)> {
        let within = self.units.range(address.clone()..);
        let outer = address.clone();
        within
            .take_while(move |(inner, _)| inner.is_within(&outer))
            .flat_map(|(address, all)| all.iter().map(move |unit| (address, *unit)))
    }

    /// Where the first unit at an address is printed.
    pub fn span(&self, address: &Address) -> Option<Span> {
        Some(self.witness.tree.span(*self.at(address).first()?))
    }

    /// Where the unit at an address, or the nearest one around it, is printed with its parts.
    pub fn around(&self, address: &Address) -> Option<Span> {
        let outer = std::iter::successors(Some(address.clone()), Address::parent);
        let found = outer.filter_map(|address| self.at(&address).first().copied()).next();
        Some(self.witness.tree.whole_span(found?))
    }

    /// The first line of the text.
    pub fn opening(&self) -> Option<Span> {
        (!self.witness.tree.units.is_empty()).then(|| self.witness.tree.span(0))
    }

    /// The address itself, every address around it, and the headings under which these stand.
    pub fn outward(&self, address: &Address) -> Vec<Address> {
        let mut outward = Vec::new();
        for outer in std::iter::successors(Some(address.clone()), Address::parent) {
            outward.extend(self.groups.get(&outer).into_iter().flatten().cloned());
            outward.push(outer);
        }
        outward
    }

    /// The headings under which a unit stands and which its address does not name, innermost first.
    pub fn groups(&self, address: &Address) -> &[Address] {
        self.groups.get(address).map_or(&[], Vec::as_slice)
    }

    /// True where the unit at `inner` is the one at `outer`, stands in it, or under its heading.
    pub fn covers(&self, outer: &Address, inner: &Address) -> bool {
        inner.is_within(outer) || self.outward(inner).contains(outer)
    }

    /// True where a unit stands in force at the address.
    pub fn stands(&self, address: &Address) -> bool {
        self.unit(address).is_some_and(|unit| unit.status == PrintedStatus::InForce)
    }

    /// True where the text speaks of an address: it prints the unit, or goes on beyond where it
    /// would stand. A text that was cut off says nothing of what would follow.
    pub fn reaches(&self, address: &Address) -> bool {
        if self.units.contains_key(address) || *address == self.witness.component {
            return true;
        }
        let Some(parent) = address.parent() else { return true };
        let top = parent == self.witness.component || parent.is_whole();
        if !top && !self.units.contains_key(&parent) {
            return self.reaches(&parent);
        }
        // Where the text ends inside the unit around it, what follows is not there to be seen.
        let ends_here = top || self.last.contains(&parent);
        if !ends_here {
            return true;
        }
        let (Some(step), Some(wanted)) = (address.last(), address.last().and_then(Step::number))
        else {
            return false;
        };
        self.inside(&parent).any(|(other, _)| {
            other.parent().as_ref() == Some(&parent)
                && other.last().is_some_and(|last| {
                    std::mem::discriminant(last) == std::mem::discriminant(step)
                        && last.number().is_some_and(|number| wanted <= number)
                })
        })
    }

    /// True where the text ends inside a unit, so that more of it may have been cut off.
    pub fn ends_in(&self, address: &Address) -> bool {
        self.last.contains(address)
    }

    /// The acts that the notes name as having changed the text already, in the order of print.
    pub fn applied(&self) -> impl Iterator<Item = &ActId> {
        self.told.iter().filter(|told| told.tells_of_change()).map(|told| &told.by)
    }
}

impl Told<'_> {
    /// True for a change that is carried out in the text.
    pub fn tells_of_change(&self) -> bool {
        use crate::model::event::EventKind::{EffectPeriod, SeeEntryIntoForce, Suspended};
        !self.event.kind.is_planned()
            && !matches!(self.event.kind, EffectPeriod | SeeEntryIntoForce | Suspended)
    }
}

/// True for the kinds of unit that say what holds.
pub fn is_compared(kind: Kind) -> bool {
    kind.is_grouping()
        || matches!(
            kind,
            Kind::Title
                | Kind::Preamble
                | Kind::Article
                | Kind::Paragraph
                | Kind::Subparagraph
                | Kind::Text
                | Kind::Annex
                | Kind::Row
                | Kind::Footnote
                | Kind::Abbreviation
        )
}

/// True for the units whose numbers run on through the act.
fn is_counted(kind: Kind) -> bool {
    matches!(kind, Kind::Article | Kind::Paragraph | Kind::Subparagraph)
}

/// The amending act that a note means. Notes name the issuer by a short name or not at all, and
/// an act that the corpus knows without its number by its day.
fn meant<'a>(amenders: &'a [Amender], named: &ActId) -> Option<&'a Amender> {
    let same = |amender: &&Amender| {
        let id = &amender.id;
        let number = id.number == named.number || id.number.starts_with('~');
        id.form == named.form && id.adopted == named.adopted && number
    };
    amenders.iter().find(|amender| amender.id == *named).or_else(|| amenders.iter().find(same))
}

fn told<'a>(record: &'a ActRecord, witness: &'a Witness) -> Vec<Told<'a>> {
    let mut all = Vec::new();
    for note in &witness.notes {
        for event in &note.events {
            let targets: Vec<Address> =
                note.targets.iter().map(|target| target.prefixed(&witness.component)).collect();
            let found = meant(&record.amenders, &event.by).map(|amender| amender.id.clone());
            let by = found.unwrap_or_else(|| event.by.clone());
            all.push(Told { note, event, by, wrong_day: false, targets });
        }
    }
    // A number with another day is the same act where that one has an order on the place and no
    // note of this text tells of it there.
    for i in 0..all.len() {
        if record.amenders.iter().any(|amender| amender.id == all[i].by) {
            continue;
        }
        let orders_it = |amender: &&Amender| {
            let id = &amender.id;
            let like = id.form == all[i].by.form && id.number == all[i].by.number;
            let free = |target: &Address| {
                all.iter().all(|told| told.by != *id || !told.targets.contains(target))
            };
            let ordered = |target: &Address| {
                let touches = |order: &Address| order.is_within(target) || target.is_within(order);
                amender.orders.iter().flat_map(|order| &order.targets).any(touches)
            };
            like && all[i].targets.iter().all(|target| free(target) && ordered(target))
        };
        let mut candidates = record.amenders.iter().filter(orders_it);
        if let (Some(only), None) = (candidates.next(), candidates.next()) {
            let id = only.id.clone();
            all[i].by = id;
            all[i].wrong_day = true;
        }
    }
    all
}
