//! Two dated redactions of one act that follow each other → the changes between them of which
//! neither notes nor orders tell. The act that made the later redaction made them; a date of a
//! redaction is a day of adoption, so that nothing here says when they took effect.

use super::change::{Change, What};
use super::record::{ActRecord, Witness};
use crate::kazakh::letters::skeleton;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::day::EffectRule;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, UnitIndex};
use crate::source::card::Role;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The changes that only comparing redactions shows; `known` are those of notes and orders.
pub fn changes(record: &ActRecord, known: &[Change]) -> Vec<Change> {
    let mut dated: Vec<(Date, &Witness)> = Vec::new();
    for text in &record.witnesses {
        let adopted = (text.role == Role::Original).then_some(record.id.adopted.0);
        dated.extend(text.redaction.state.or(adopted).map(|date| (date, text)));
    }
    dated.sort_by(|a, b| (&a.1.component, a.0).cmp(&(&b.1.component, b.0)));
    let pairs = dated
        .windows(2)
        .filter(|pair| pair[0].1.component == pair[1].1.component && pair[0].0 < pair[1].0);
    let everything = everything(record, known);
    pairs.flat_map(|pair| between(record, known, &everything, pair[0], pair[1])).collect()
}

fn between(
    record: &ActRecord,
    known: &[Change],
    everything: &BTreeSet<Address>,
    (from, earlier): (Date, &Witness),
    (to, later): (Date, &Witness),
) -> Vec<Change> {
    let Some(by) = maker(known, to, later) else { return Vec::new() };
    let told: HashSet<&Address> = known
        .iter()
        .filter(|change| !matches!(change.what, What::Planned(_)))
        .filter(|change| change.by.adopted.0 > from && change.by.adopted.0 <= to)
        .map(|change| &change.target)
        .collect();
    let explained = |place: &Address| {
        let mut around = Some(place.clone());
        while let Some(address) = around {
            if told.contains(&address) {
                return true;
            }
            around = address.parent();
        }
        false
    };
    let (before, after) = (units(earlier), units(later));
    let change = |what: What, target: &Address, text: &Witness, unit: UnitIndex| Change {
        by: by.clone(),
        what,
        target: target.clone(),
        rule: EffectRule::Unstated,
        window: record.calendar.window(&by, &EffectRule::Unstated),
        new: None,
        order: None,
        order_amended_by: Vec::new(),
        void_since: None,
        evidence: vec![Evidence { kind: EvidenceKind::Consolidated, span: text.tree.span(unit) }],
        noted: false,
    };
    let mut found = Vec::new();
    let mut whole: HashSet<Address> = HashSet::new();
    let unknown = |text: &Witness, place: &Address| text.redaction.gap(place).is_some();
    for (place, unit) in in_order(&after) {
        let what = match before.get(place) {
            Some(old) if same(earlier, *old, later, *unit) => continue,
            Some(_) => What::HeadingAmended,
            // It may have stood before, in words that nobody knows.
            None if unknown(earlier, place) => What::HeadingRestated,
            None => What::Added,
        };
        if explained(place) || inside(&whole, place) {
            continue;
        }
        if what == What::Added {
            whole.insert(place.clone());
        }
        found.push(change(what, place, later, *unit));
    }
    whole.clear();
    // What a redaction leaves open may have been worded anew by its act, whoever knew it before.
    let brings = |change: &&Change| {
        change.by.adopted.0 > from && change.by.adopted.0 <= to && change.new.is_some()
    };
    let new = known.iter().filter(brings).filter_map(|change| change.new.as_ref());
    let worded: HashSet<&Address> =
        new.flat_map(|new| new.units.iter()).map(|unit| &unit.address).collect();
    if !later.tree.units.is_empty() && !later.redaction.gaps.is_empty() {
        for place in everything.iter().filter(|place| place.component() == later.component) {
            let open = !after.contains_key(place) && unknown(later, place);
            if open && !worded.contains(place) {
                found.push(change(What::HeadingRestated, place, later, 0));
            }
        }
    }
    for (place, unit) in in_order(&before) {
        if after.contains_key(place) || explained(place) || inside(&whole, place) {
            continue;
        }
        if unknown(later, place) {
            continue;
        }
        whole.insert(place.clone());
        found.push(change(What::Removed, place, earlier, *unit));
    }
    found
}

/// Every place that a text prints, or a change names or brings.
fn everything(record: &ActRecord, known: &[Change]) -> BTreeSet<Address> {
    let printed = record
        .witnesses
        .iter()
        .flat_map(|text| text.tree.units.iter().map(|unit| unit.address.prefixed(&text.component)));
    let new = known.iter().filter_map(|change| change.new.as_ref());
    let brought = new.flat_map(|new| new.units.iter()).map(|unit| unit.address.clone());
    let targets = known.iter().map(|change| change.target.clone());
    let gaps = record.witnesses.iter().flat_map(|text| &text.redaction.gaps);
    let left = gaps.filter(|gap| !gap.parts_only).map(|gap| gap.place.clone());
    let all = printed.chain(brought).chain(targets).chain(left);
    all.filter(|place| !place.is_whole() && *place != place.component()).collect()
}

/// The one act that made a redaction of this date.
fn maker(known: &[Change], date: Date, text: &Witness) -> Option<ActId> {
    if let [one] = &text.redaction.made_by[..] {
        return Some(one.clone());
    }
    let mut acts = known.iter().map(|change| &change.by).filter(|act| act.adopted.0 == date);
    let first = acts.next()?;
    acts.all(|act| act == first).then(|| first.clone())
}

/// True for a place that comes or goes with something around it.
fn inside(whole: &HashSet<Address>, place: &Address) -> bool {
    let mut around = place.parent();
    while let Some(address) = around {
        if whole.contains(&address) {
            return true;
        }
        around = address.parent();
    }
    false
}

fn units(text: &Witness) -> HashMap<Address, UnitIndex> {
    let mut units = HashMap::new();
    for (index, unit) in text.tree.units.iter().enumerate() {
        let address = unit.address.prefixed(&text.component);
        let gone = unit.status != PrintedStatus::InForce || unit.address.is_whole();
        let unknown = text.redaction.gap(&address).is_some_and(|gap| !gap.parts_only);
        if gone || unknown || unit.kind.is_editorial() || unit.kind == Kind::Unread {
            continue;
        }
        units.entry(address).or_insert(index);
    }
    units
}

/// In the order of the text.
fn in_order(units: &HashMap<Address, UnitIndex>) -> Vec<(&Address, &UnitIndex)> {
    let mut units: Vec<_> = units.iter().collect();
    units.sort_by_key(|(_, unit)| **unit);
    units
}

/// True for the same words; letters that look alike, quotation marks and dashes are no difference.
fn same(earlier: &Witness, old: UnitIndex, later: &Witness, new: UnitIndex) -> bool {
    let (old, new) = (&earlier.tree.units[old].text, &later.tree.units[new].text);
    old == new || skeleton(old) == skeleton(new)
}
