//! An order that was carried out → the act before it, where nothing later stands in the way; and
//! an order on an act of which only the later text is known → the earlier text, where the order
//! alone tells it.

use super::draft::{Draft, DraftUnit, Slot};
use super::occurrence::Finder;
use super::splice::{Change, splice};
use super::{Carried, words};
use crate::model::address::{Address, Step};
use crate::model::instruction::{Instruction, Operation};
use crate::model::tree::PrintedStatus;
use std::collections::{BTreeMap, BTreeSet};

/// One step of carrying an order out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// A unit was put in.
    Attached { slot: Slot },
    /// A unit was taken out of `parent`, where it stood behind `before`.
    Detached { slot: Slot, parent: Slot, before: Option<Slot> },
    /// A unit said something else before.
    Changed { slot: Slot, before: Box<DraftUnit>, revision: u32 },
    /// Units got other numbers: each with the old and the new last step of its address.
    Renumbered { moved: Vec<(Slot, Step, Step)> },
}

macro_rules! causes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// Why an order cannot be undone.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum NotUndoable { $($(#[$doc])* $variant,)* }

        impl NotUndoable {
            /// Every cause.
            pub const ALL: &'static [NotUndoable] = &[$(NotUndoable::$variant,)*];

            /// The name in JSON and of its message.
            pub fn name(self) -> &'static str {
                match self { $(NotUndoable::$variant => $name,)* }
            }
        }
    };
}

causes! {
    /// It was not carried out.
    NotApplied = "not_applied",
    /// What it left was changed since.
    ChangedSince = "changed_since",
    /// A new redaction or a removal hides what stood there before.
    OldWordingUnknown = "old_wording_unknown",
    /// What the order brought does not stand there.
    NotThere = "not_there",
    /// The new words may have stood at some of the places before the order.
    DoubtfulPlaces = "doubtful_places",
    /// The order was not understood.
    NotUnderstood = "not_understood",
}

/// The addresses that these steps touched.
pub(super) fn touched(draft: &Draft, trace: &[Edit]) -> Vec<Address> {
    let mut out: Vec<Address> = Vec::new();
    let mut seen = BTreeSet::new();
    for edit in trace {
        let (Edit::Attached { slot } | Edit::Detached { slot, .. } | Edit::Changed { slot, .. }) =
            edit
        else {
            // The number stands in the words, which changed as well.
            continue;
        };
        let address = &draft.get(*slot).address;
        if seen.insert(address) {
            out.push(address.clone());
        }
    }
    out
}

/// Takes back an order that was carried out on this draft; later orders elsewhere stay. The
/// draft is left as it is where that cannot be done.
///
/// # Errors
/// Something that the order touched was changed since.
pub fn undo(draft: &mut Draft, carried: &Carried) -> Result<(), NotUndoable> {
    if !carried.applied() {
        return Err(NotUndoable::NotApplied);
    }
    let mut changed: BTreeMap<Slot, u32> = BTreeMap::new();
    let mut detached: BTreeSet<Slot> = BTreeSet::new();
    for edit in &carried.trace {
        match edit {
            Edit::Changed { slot, revision, .. } => {
                changed.insert(*slot, revision + 1);
            }
            Edit::Detached { slot, .. } => {
                detached.insert(*slot);
            }
            Edit::Attached { .. } | Edit::Renumbered { .. } => {}
        }
    }
    let last_change = |slot: Slot| changed.get(&slot).copied();
    for edit in &carried.trace {
        let sound = match edit {
            Edit::Attached { slot } => {
                let fresh = |slot: Slot| draft.revision(slot) == last_change(slot).unwrap_or(0);
                draft.is_attached(*slot) && draft.subtree(*slot).into_iter().all(fresh)
            }
            Edit::Detached { parent, before, .. } => {
                let behind = before.is_none_or(|before| {
                    draft.parent(before) == Some(*parent) || detached.contains(&before)
                });
                draft.is_attached(*parent) && behind
            }
            Edit::Changed { slot, .. } => {
                draft.is_attached(*slot) && last_change(*slot) == Some(draft.revision(*slot))
            }
            Edit::Renumbered { moved } => moved.iter().all(|(slot, _, new)| {
                draft.is_attached(*slot) && draft.get(*slot).address.last() == Some(new)
            }),
        };
        if !sound {
            return Err(NotUndoable::ChangedSince);
        }
    }
    for edit in carried.trace.iter().rev() {
        match edit {
            Edit::Attached { slot } => draft.detach(*slot),
            Edit::Detached { slot, parent, before } => draft.attach(*slot, *parent, *before),
            Edit::Changed { slot, before, revision } => {
                draft.set(*slot, (**before).clone(), Some(*revision));
            }
            Edit::Renumbered { moved } => {
                let back: Vec<(Slot, Step)> =
                    moved.iter().map(|(slot, old, _)| (*slot, old.clone())).collect();
                draft.readdress(&back);
            }
        }
    }
    Ok(())
}

/// What taking an order back on a text alone came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// The units that changed or went.
    pub touched: Vec<Address>,
    /// Those among them in which the new words may have stood before the order as well.
    pub doubtful: Vec<Address>,
}

/// Takes an order back on a text that shows the act after it, with nothing but the order to go
/// by: new units go, replaced words are put back where they stand but once. A whole-text
/// replacement is put back wherever the new words stand, and each such place is doubtful where
/// there are several.
///
/// # Errors
/// What the order hides, or leaves in doubt, is not guessed.
pub fn undo_from_text(draft: &mut Draft, order: &Instruction) -> Result<Undone, NotUndoable> {
    if !order.read || order.targets.is_empty() {
        return Err(NotUndoable::NotUnderstood);
    }
    match order.operation {
        Operation::Insert | Operation::InsertIndents => take_out(draft, order),
        Operation::ReplaceWords
        | Operation::InsertWords
        | Operation::ReplaceWordsEverywhere
        | Operation::InsertWordsEverywhere => put_back(draft, order),
        Operation::Suspend => resume(draft, order),
        Operation::Renumber => number_back(draft, order),
        Operation::Replace
        | Operation::ReplaceTitle
        | Operation::ReplaceByAnnex
        | Operation::ReplaceIndents
        | Operation::Delete
        | Operation::DeleteIndents
        | Operation::Repeal
        | Operation::DeleteWords
        | Operation::DeleteWordsEverywhere => Err(NotUndoable::OldWordingUnknown),
    }
}

fn take_out(draft: &mut Draft, order: &Instruction) -> Result<Undone, NotUndoable> {
    let mut slots = Vec::new();
    for target in &order.targets {
        let slot = draft.slot(target).map_err(|_| NotUndoable::NotThere)?;
        let brought = order.new_units.iter().find(|unit| unit.address == *target);
        let same = brought.is_none_or(|unit| {
            let printed = draft.get(slot).text.as_deref().unwrap_or_default();
            words::same_but_for_the_last_mark(printed, &unit.text)
        });
        if !same {
            return Err(NotUndoable::ChangedSince);
        }
        slots.push(slot);
    }
    let mut undone = Undone { touched: order.targets.clone(), doubtful: Vec::new() };
    // Publishers move the full stop of a list to its new end without an order: which mark stood
    // there before, the text does not tell.
    let last = slots.last().filter(|slot| draft.after(**slot).is_none());
    let before = slots.first().and_then(|slot| draft.before(*slot));
    if let (Some(_), Some(before)) = (last, before) {
        undone.doubtful.push(draft.get(before).address.clone());
    }
    slots.into_iter().rev().for_each(|slot| draft.detach(slot));
    Ok(undone)
}

/// The order read backwards: the new numbers become the old ones.
fn number_back(draft: &mut Draft, order: &Instruction) -> Result<Undone, NotUndoable> {
    let (targets, renumbered) = (order.renumbered.clone(), order.targets.clone());
    let back = Instruction { targets, renumbered, ..order.clone() };
    match super::one(draft, &back).problem {
        None => Ok(Undone { touched: order.targets.clone(), doubtful: Vec::new() }),
        Some(_) => Err(NotUndoable::NotThere),
    }
}

fn resume(draft: &mut Draft, order: &Instruction) -> Result<Undone, NotUndoable> {
    let slots: Result<Vec<Slot>, _> =
        order.targets.iter().map(|target| draft.slot(target)).collect();
    for slot in slots.map_err(|_| NotUndoable::NotThere)? {
        let unit = DraftUnit { suspended: false, ..draft.get(slot).clone() };
        draft.set(slot, unit, None);
    }
    Ok(Undone { touched: order.targets.clone(), doubtful: Vec::new() })
}

/// The order read backwards: where the new words stand, the old ones are put.
fn put_back(draft: &mut Draft, order: &Instruction) -> Result<Undone, NotUndoable> {
    let pairs = words::pairs(order).map_err(|_| NotUndoable::DoubtfulPlaces)?;
    let inserts =
        matches!(order.operation, Operation::InsertWords | Operation::InsertWordsEverywhere);
    let after: Vec<String> = pairs
        .iter()
        .map(|(old, new)| match (inserts, order.position) {
            (false, _) => new.clone(),
            (true, side) => {
                let whole = Change { bytes: 0..old.len(), side, words: new.clone() };
                splice(old, &[whole])
            }
        })
        .collect();
    let finder = Finder::new(&after);
    let mut count = vec![0usize; pairs.len()];
    let mut changes: Vec<(Slot, Vec<(usize, Change)>)> = Vec::new();
    for slot in words::places(draft, order).map_err(|_| NotUndoable::NotThere)? {
        let unit = draft.get(slot);
        let Some(text) = unit.text.as_deref().filter(|_| unit.status == PrintedStatus::InForce)
        else {
            continue;
        };
        let mut found = finder.find(&text[unit.body..]).whole;
        if !order.columns.is_empty() {
            let columns = super::cells::ranges(unit, &order.columns);
            found.retain(|one| {
                let holds = |cell: &std::ops::Range<usize>| {
                    cell.start <= one.bytes.start && one.bytes.end <= cell.end
                };
                columns.iter().any(holds)
            });
        }
        let mut here = Vec::new();
        for one in found {
            count[one.word] += 1;
            let words = pairs[one.word].0.clone();
            here.push((one.word, Change { bytes: one.bytes, side: None, words }));
        }
        if !here.is_empty() {
            changes.push((slot, here));
        }
    }
    let everywhere = words::is_everywhere(order);
    let lacking = if everywhere { changes.is_empty() } else { count.contains(&0) };
    if lacking {
        return Err(NotUndoable::NotThere);
    }
    let several = |word: usize| count[word] > 1;
    if !everywhere && (0..count.len()).any(several) {
        return Err(NotUndoable::DoubtfulPlaces);
    }
    let mut undone = Undone::default();
    for (slot, here) in changes {
        let address = draft.get(slot).address.clone();
        if here.iter().any(|(word, _)| several(*word)) {
            undone.doubtful.push(address.clone());
        }
        undone.touched.push(address);
        let here: Vec<Change> = here.into_iter().map(|(_, change)| change).collect();
        let unit = words::reworded(draft.get(slot), &here);
        draft.set(slot, unit, None);
    }
    Ok(undone)
}
