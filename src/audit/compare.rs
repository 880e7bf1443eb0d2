//! What a text should say and what it prints → where the two differ. Numbered units are compared
//! at their addresses, unnumbered paragraphs in their order, so that one that is lost does not
//! make all that follow it differ.

use super::replay::Replay;
use super::text::{Text, is_compared};
use super::wording::is_same;
use crate::amend::apply::{DraftUnit, folded};
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::tree::{PrintedStatus, Unit};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet};

/// How a place differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Other words.
    Words,
    /// The unit is not printed.
    Missing,
    /// Its words stand under this address.
    Renumbered(Address),
    /// It stands although it was removed.
    StillStands,
    /// It is printed, and nothing brought it.
    Extra,
}

/// A place that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where; for an unnumbered paragraph that is printed, its place in the text.
    pub address: Address,
    /// Where the words come from that should stand there: its place among what should stand.
    pub meant: Address,
    /// How.
    pub how: How,
    /// What should stand there.
    pub expected: Option<String>,
    /// What stands there.
    pub found: Option<String>,
    /// The step that gave the words; `None`: the text before.
    pub step: Option<usize>,
}

/// A text compared.
#[derive(Debug, Default)]
pub struct Comparison {
    /// What differs.
    pub differences: Vec<Difference>,
    /// Where the words are the same, by the addresses of what should stand.
    pub same: BTreeSet<Address>,
    /// Places that differ, or are missing, where a later change whose words are not known may
    /// have done it, with that step.
    pub changed_since: BTreeMap<Address, Option<usize>>,
    /// Units whose words are not known.
    pub unknown: usize,
}

/// Compares a text with what it should say.
pub fn compare(replay: &Replay<'_>, text: &Text<'_>) -> Comparison {
    let mut desk = Desk { replay, text, done: Comparison::default(), taken: BTreeSet::new() };
    let mut paragraphs: BTreeMap<Address, (Vec<&DraftUnit>, Vec<&Unit>)> = BTreeMap::new();
    let mut known: BTreeSet<&Address> = BTreeSet::new();
    for unit in replay.draft.units().filter(|unit| is_compared(unit.kind)) {
        known.insert(&unit.address);
        match unit.kind {
            Kind::Text => paragraphs.entry(home(&unit.address)).or_default().0.push(unit),
            _ => desk.numbered(unit),
        }
    }
    let mut printed: Vec<(&Address, usize)> = text.units().collect();
    printed.sort_by_key(|(_, index)| *index);
    for (address, index) in printed {
        let unit = &text.witness.tree.units[index];
        if unit.kind == Kind::Text {
            paragraphs.entry(home(address)).or_default().1.push(unit);
        } else if !known.contains(address) && replay.from_text {
            desk.extra(address, unit);
        }
    }
    for (home, (meant, printed)) in paragraphs {
        desk.paragraphs(&home, &meant, &printed);
    }
    desk.done
}

/// The numbered unit or heading that a paragraph belongs to.
fn home(address: &Address) -> Address {
    let numbered = |address: &Address| !matches!(address.last(), Some(Step::Text(_)));
    std::iter::successors(address.parent(), Address::parent).find(numbered).unwrap_or_default()
}

/// The words of a unit behind its number; none where they are not known.
fn words(unit: &DraftUnit) -> &str {
    unit.text.as_deref().and_then(|text| text.get(unit.body..)).unwrap_or_default()
}

struct Desk<'a, 'r> {
    replay: &'a Replay<'r>,
    text: &'a Text<'a>,
    done: Comparison,
    /// Places of the text that hold the words of another number.
    taken: BTreeSet<Address>,
}

impl Desk<'_, '_> {
    fn numbered(&mut self, unit: &DraftUnit) {
        let address = &unit.address;
        let Some(meant) = unit.text.as_deref() else {
            self.done.unknown += 1;
            return;
        };
        let expected = words(unit);
        let step = self.replay.origin(address);
        let doubt = self.replay.doubted_after(address, step, self.text);
        let units = &self.text.witness.tree.units;
        let printed: Vec<&Unit> = self.text.at(address).iter().map(|at| &units[*at]).collect();
        let difference = |how: How, found: Option<String>| Difference {
            address: address.clone(),
            meant: address.clone(),
            how,
            expected: Some(meant.to_owned()),
            found,
            step,
        };
        if unit.status != PrintedStatus::InForce {
            let stands = printed.iter().find(|unit| unit.status == PrintedStatus::InForce);
            match (stands, doubt) {
                (Some(found), None) => {
                    let mut still = difference(How::StillStands, Some(found.text.clone()));
                    still.expected = None;
                    self.done.differences.push(still);
                }
                _ => {
                    self.done.same.insert(address.clone());
                }
            }
            return;
        }
        if printed.iter().any(|unit| is_same(expected, unit.words())) {
            self.done.same.insert(address.clone());
            return;
        }
        if doubt.is_some() || self.replay.is_open(address, self.text) {
            self.done.changed_since.insert(address.clone(), doubt);
            return;
        }
        match printed.first() {
            // A tombstone without a word of whoever removed the unit.
            Some(found) if found.status != PrintedStatus::InForce => {
                if self.told_gone(address) {
                    self.done.changed_since.insert(address.clone(), None);
                } else {
                    let missing = difference(How::Missing, Some(found.text.clone()));
                    self.done.differences.push(missing);
                }
            }
            found => {
                if let Some(elsewhere) = self.elsewhere(address, expected, found.is_some()) {
                    let how = How::Renumbered(elsewhere.clone());
                    let found = self.text.unit(&elsewhere).map(|unit| unit.text.clone());
                    self.taken.insert(elsewhere);
                    self.done.differences.push(difference(how, found));
                } else if let Some(found) = found {
                    let text = found.text.clone();
                    self.done.differences.push(difference(How::Words, Some(text)));
                } else if self.text.reaches(address) && self.parent_stands(address) {
                    self.done.differences.push(difference(How::Missing, None));
                } else {
                    self.done.unknown += 1;
                }
            }
        }
    }

    /// True where a note tells that the unit was removed.
    fn told_gone(&self, address: &Address) -> bool {
        self.text.told.iter().any(|told| told.targets.contains(address))
    }

    /// What is missing with all that stands around it is said once, of the outermost.
    fn parent_stands(&self, address: &Address) -> bool {
        let parent = address.parent().unwrap_or_default();
        parent.is_whole()
            || parent == self.text.witness.component
            || !self.text.at(&parent).is_empty()
            || self.replay.draft.unit(&parent).is_none()
    }

    /// The same words beside the place, under a number that is not theirs.
    fn elsewhere(&self, address: &Address, expected: &str, stands: bool) -> Option<Address> {
        if expected.chars().count() < 12 || stands {
            return None;
        }
        let parent = address.parent();
        let step = address.last()?;
        let units = &self.text.witness.tree.units;
        let around = parent.clone().unwrap_or_default();
        let mut beside = self.text.inside(&around).filter(|(other, _)| {
            other.parent() == parent
                && other.last().is_some_and(|last| {
                    std::mem::discriminant(last) == std::mem::discriminant(step)
                })
        });
        let words = folded(expected);
        let held = |other: &Address| {
            self.replay
                .draft
                .unit(other)
                .filter(|unit| unit.text.is_some())
                .map(|u| folded(self::words(u)))
        };
        beside
            .find(|(other, index)| {
                is_same(expected, units[*index].words()) && held(other).is_none_or(|w| w != words)
            })
            .map(|(other, _)| other.clone())
    }

    fn extra(&mut self, address: &Address, unit: &Unit) {
        // What is printed with all that stands around it is said once, of the outermost.
        let inside_extra = self
            .done
            .differences
            .iter()
            .any(|other| other.how == How::Extra && address.is_within(&other.address));
        let refers =
            self.taken.contains(address) || self.taken.iter().any(|taken| address.is_within(taken));
        let gone = unit.status != PrintedStatus::InForce;
        if self.replay.is_open(address, self.text)
            || self.replay.doubted_after(address, None, self.text).is_some()
            || refers
            || gone
            || inside_extra
            || matches!(unit.kind, Kind::Title | Kind::Preamble | Kind::Annex)
        {
            return;
        }
        self.done.differences.push(Difference {
            address: address.clone(),
            meant: address.clone(),
            how: How::Extra,
            expected: None,
            found: Some(unit.text.clone()),
            step: None,
        });
    }

    /// The unnumbered paragraphs of a unit, in their order.
    fn paragraphs(&mut self, home: &Address, meant: &[&DraftUnit], printed: &[&Unit]) {
        let at_top = home.is_whole() || *home == self.text.witness.component;
        let home_stands = at_top || self.text.stands(home);
        if !home_stands || meant.is_empty() && !self.is_settled(home) {
            self.done.unknown += meant.len();
            return;
        }
        if meant.iter().any(|unit| unit.text.is_none()) || !self.is_settled(home) {
            for unit in meant {
                self.alone(unit, printed);
            }
            return;
        }
        let old: Vec<String> = meant.iter().map(|unit| folded(words(unit))).collect();
        let new: Vec<String> = printed.iter().map(|unit| folded(unit.words())).collect();
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let (old, new) = (&meant[op.old_range()], &printed[op.new_range()]);
            match op {
                DiffOp::Equal { .. } => {
                    self.done.same.extend(old.iter().map(|unit| unit.address.clone()));
                }
                _ => self.block(home, old, new),
            }
        }
    }

    /// True where nothing but what is known can have changed the paragraphs of a unit.
    fn is_settled(&self, home: &Address) -> bool {
        let step = self.replay.origin(home);
        !self.replay.is_open(home, self.text)
            && self.replay.doubted_after(home, step, self.text).is_none()
            && (self.replay.from_text || step.is_some())
    }

    fn block(&mut self, home: &Address, old: &[&DraftUnit], new: &[&Unit]) {
        for (place, unit) in old.iter().enumerate() {
            let text = unit.text.as_deref().unwrap_or_default();
            let words = words(unit);
            let step = self.replay.origin(&unit.address);
            match new.get(place) {
                Some(found) if is_same(words, found.words()) => {
                    self.done.same.insert(unit.address.clone());
                }
                Some(found) => {
                    let address = found.address.prefixed(&self.text.witness.component);
                    self.done.differences.push(Difference {
                        address,
                        meant: unit.address.clone(),
                        how: How::Words,
                        expected: Some(text.to_owned()),
                        found: Some(found.text.clone()),
                        step,
                    });
                }
                None if self.text.ends_in(home) => self.done.unknown += 1,
                None => self.done.differences.push(Difference {
                    address: unit.address.clone(),
                    meant: unit.address.clone(),
                    how: How::Missing,
                    expected: Some(text.to_owned()),
                    found: None,
                    step,
                }),
            }
        }
        for found in new.iter().skip(old.len()) {
            let address = found.address.prefixed(&self.text.witness.component);
            self.done.differences.push(Difference {
                meant: address.clone(),
                address,
                how: How::Extra,
                expected: None,
                found: Some(found.text.clone()),
                step: self.replay.origin(home),
            });
        }
    }

    /// A paragraph among others whose words are not known: its place may have moved.
    fn alone(&mut self, unit: &DraftUnit, printed: &[&Unit]) {
        let Some(text) = unit.text.as_deref() else {
            self.done.unknown += 1;
            return;
        };
        let words = words(unit);
        if printed.iter().any(|found| is_same(words, found.words())) {
            self.done.same.insert(unit.address.clone());
            return;
        }
        let step = self.replay.origin(&unit.address);
        let since = self.replay.doubted_after(&unit.address, step, self.text);
        let Some(found) = self.text.unit(&unit.address) else {
            self.done.unknown += 1;
            return;
        };
        match (since, step) {
            (None, Some(_)) if !self.replay.is_open(&unit.address, self.text) => {
                self.done.differences.push(Difference {
                    address: unit.address.clone(),
                    meant: unit.address.clone(),
                    how: How::Words,
                    expected: Some(text.to_owned()),
                    found: Some(found.text.clone()),
                    step,
                });
            }
            (since, _) => {
                self.done.changed_since.insert(unit.address.clone(), since);
            }
        }
    }
}
