//! An act read from the index once → its expressions on any number of days, each unit with the
//! version that holds, and the changes between them. What exports write is made of this.

use super::answer::{ActInfo, Alternative, Ask};
use super::compose::{Part, Standing, When, is_inside, leaves_absence_in_doubt, parts, sides};
use super::engine::{Engine, Refusal};
use super::grader::Grader;
use crate::index::StoredVersion;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::{EffectRule, Window};
use crate::model::evidence::Evidence;
use crate::model::kind::Kind;
use crate::model::version::{Axis, Grade, Version};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// An act with every version of every place on one axis, by all that is known.
pub struct Life {
    act: ActInfo,
    axis: Axis,
    pub(super) parts: Vec<Part>,
    /// Editorial notes by place and beginning of the version at which they stand.
    pub(super) notes: HashMap<(Address, Window), Vec<String>>,
}

/// An act on a day.
#[derive(Clone, Debug)]
pub struct Expression {
    /// The act.
    pub act: ActInfo,
    /// The day and axis.
    pub ask: Ask,
    /// Its units in document order, a container before what it holds.
    pub units: Vec<Placed>,
}

/// A unit of an expression. What did not stand yet is left out, what stood and is gone or does
/// not work has no parts, and where it is open whether or how a unit stands nobody knows its
/// parts either.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where it stands.
    pub address: Address,
    /// What it is.
    pub kind: Kind,
    /// Headings around it that its address does not name, outermost first.
    pub groups: Vec<Address>,
    /// False for a document that has no line of its own.
    pub has_words: bool,
    /// The version that holds; `None` where that is open.
    pub version: Option<Version>,
    /// How sure that is.
    pub grade: Option<Grade>,
    /// What holds on either side of what leaves it open.
    pub alternatives: Vec<Alternative>,
    /// Editorial notes at it.
    pub notes: Vec<String>,
}

impl Placed {
    /// Its state.
    pub fn status(&self) -> Status {
        self.version.as_ref().map_or(Status::Unknown, |version| version.status)
    }

    /// How sure.
    pub fn certainty(&self) -> Certainty {
        self.grade.as_ref().map_or(Certainty::Unknown, |grade| grade.certainty)
    }

    /// True where it is gone by what is known and may stand all the same: what is around it may
    /// lack its words.
    pub fn may_stand(&self) -> bool {
        let in_doubt = |grade: &Grade| leaves_absence_in_doubt(grade.certainty, &grade.reasons);
        self.status() == Status::Repealed && self.grade.as_ref().is_some_and(in_doubt)
    }

    /// Its own words, where it stands and they are known.
    pub fn text(&self) -> Option<&str> {
        let version = self.version.as_ref().filter(|version| version.status == Status::InForce)?;
        version.text.as_deref()
    }

    /// True when it stands inside another, by its address or by the headings around it.
    pub fn is_inside(&self, outer: &Placed) -> bool {
        self.address != outer.address
            && (self.address.is_within(&outer.address) || self.groups.contains(&outer.address))
    }
}

/// What a change does to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// It begins to hold with the act itself.
    Enacted,
    /// It is inserted.
    Inserted,
    /// It is worded anew, in known words or not.
    Reworded,
    /// It is removed or expires.
    Removed,
    /// It stops working for a time.
    Suspended,
    /// It works again.
    Resumed,
}

/// A change of a place. What a change of a container does to its parts is not told again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The place.
    pub address: Address,
    /// What is done.
    pub passage: Passage,
    /// The act that does it.
    pub by: Option<ActId>,
    /// When.
    pub window: Window,
    /// The rule that fixes when.
    pub rule: Option<EffectRule>,
}

impl Engine {
    /// Every version of an act on an axis, as stored, in document order.
    ///
    /// # Errors
    /// A damaged index.
    pub fn versions(&self, act: &ActInfo, axis: Axis) -> Result<Vec<StoredVersion>, Refusal> {
        Ok(self.index.versions_under(&act.id.iri(), &Address::whole(), axis)?)
    }

    /// Reads every version of an act.
    ///
    /// # Errors
    /// A damaged index.
    pub fn life(&self, act: &ActInfo) -> Result<Life, Refusal> {
        Ok(Life::new(act, self.versions(act, Axis::InForce)?))
    }
}

fn notes(stored: &[StoredVersion]) -> HashMap<(Address, Window), Vec<String>> {
    let noted = stored.iter().filter(|stored| !stored.context.notes.is_empty());
    noted
        .map(|stored| {
            let version = &stored.version;
            ((version.address.clone(), version.valid_from), stored.context.notes.clone())
        })
        .collect()
}

impl Life {
    /// An act of these versions of the axis of force, in document order.
    pub fn new(act: &ActInfo, versions: Vec<StoredVersion>) -> Life {
        Life::on_axis(act, versions, Axis::InForce)
    }

    /// An act of these versions of one axis, in document order.
    pub fn on_axis(act: &ActInfo, versions: Vec<StoredVersion>, axis: Axis) -> Life {
        let notes = notes(&versions);
        Life { act: act.clone(), axis, parts: parts(versions, None), notes }
    }

    /// The act.
    pub fn act(&self) -> &ActInfo {
        &self.act
    }

    /// The days on which something in the act changes or may change: the first and the last day
    /// of every window.
    pub fn days(&self) -> BTreeSet<Date> {
        let versions = self.parts.iter().flat_map(|part| &part.versions);
        let windows = versions.map(|version| version.valid_from);
        windows.flat_map(|window| [window.earliest, window.latest]).flatten().collect()
    }

    /// The days from which on something in the act has changed for certain: the last day of every
    /// window.
    pub fn settled_days(&self) -> BTreeSet<Date> {
        let versions = self.parts.iter().flat_map(|part| &part.versions);
        versions.filter_map(|version| version.valid_from.latest).collect()
    }

    /// The axis.
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// The day since which the act has been known to be on a day as it is now known to be: the
    /// last day of adoption of the acts that changed it backwards. `None` where none did.
    pub fn known_since(&self, date: Date) -> Option<Date> {
        let versions = self.parts.iter().flat_map(|part| &part.versions);
        let holding = versions.filter(|version| version.may_hold(date));
        let adopted = holding.filter_map(|version| version.introduced_by.as_ref());
        adopted.map(|act| act.adopted.0).filter(|adopted| *adopted > date).max()
    }

    /// The act on a day.
    pub fn on(&self, date: Date) -> Expression {
        let ask = Ask { axis: self.axis, date, known_by: None };
        let grader = Grader::exact(&self.act, &ask);
        let when = When::On(date);
        let mut units = Vec::new();
        let mut skipped: Option<&Part> = None;
        // Places whose parts are not all known, on the way down to the present one.
        let mut open: Vec<&Part> = Vec::new();
        for (i, part) in self.parts.iter().enumerate() {
            if skipped.is_some_and(|outer| is_inside(part, outer)) {
                continue;
            }
            skipped = None;
            while open.last().is_some_and(|outer| !is_inside(part, outer)) {
                open.pop();
            }
            let mut placed = Placed {
                address: part.address.clone(),
                kind: part.first.version.kind,
                groups: part.first.groups.clone(),
                has_words: part.first.has_words,
                version: None,
                grade: None,
                alternatives: Vec::new(),
                notes: Vec::new(),
            };
            match part.standing(when) {
                Standing::Nothing => {
                    skipped = Some(part);
                    continue;
                }
                Standing::Open(versions) => {
                    placed.alternatives = sides(&self.parts, i, &versions, &grader);
                    skipped = Some(part);
                }
                Standing::Is(version) => {
                    if version.status != Status::InForce {
                        skipped = Some(part);
                    }
                    let covered = version.status == Status::Unknown && !open.is_empty();
                    if version.status == Status::NotYet || covered {
                        continue;
                    }
                    if version.status == Status::InForce && !version.parts_known {
                        open.push(part);
                    }
                    let at = (part.address.clone(), version.valid_from);
                    placed.notes = self.notes.get(&at).cloned().unwrap_or_default();
                    placed.grade = grader.grade(version, date);
                    placed.version = Some(version.clone());
                }
            }
            units.push(placed);
        }
        Expression { act: self.act.clone(), ask, units }
    }

    /// Every change, in order of effect, then in the order of the act.
    pub fn changes(&self) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        // The places around the present one, each with its own changes.
        let mut around: Vec<(&Part, Range<usize>)> = Vec::new();
        for part in &self.parts {
            while around.last().is_some_and(|(outer, _)| !is_inside(part, outer)) {
                around.pop();
            }
            let first = changes.len();
            let mut before: Option<&Version> = None;
            for version in &part.versions {
                let passage = self.passage(before, version);
                before = Some(version);
                let Some(passage) = passage else { continue };
                let change = Change {
                    address: part.address.clone(),
                    passage,
                    by: version.introduced_by.clone(),
                    window: version.valid_from,
                    rule: version.begins_by.clone(),
                };
                let mut outer = around.iter().flat_map(|(_, own)| &changes[own.clone()]);
                let told = outer.any(|outer| {
                    outer.by == change.by
                        && outer.window == change.window
                        && explains(outer.passage, change.passage)
                });
                if !told {
                    changes.push(change);
                }
            }
            around.push((part, first..changes.len()));
        }
        changes.sort_by_key(|change| change.window.moment());
        changes
    }

    /// Who says so of a change: the evidence for the version that it begins.
    pub fn evidence(&self, change: &Change) -> &[Evidence] {
        let part = self.parts.iter().find(|part| part.address == change.address);
        let begun = part.and_then(|part| {
            part.versions.iter().find(|version| {
                version.valid_from == change.window && version.introduced_by == change.by
            })
        });
        begun.map_or(&[], |version| &version.evidence)
    }

    /// The change with which nothing of the act is left; `None` while something of it stands or
    /// may stand.
    pub fn end(&self, changes: &[Change]) -> Option<Change> {
        let last = |part: &Part| part.versions.last().map(|version| version.status);
        let gone = self.parts.iter().all(|part| {
            !part.first.has_words || matches!(last(part), None | Some(Status::Repealed))
        });
        let removals = changes.iter().rev().filter(|_| gone);
        removals.into_iter().find(|change| change.passage == Passage::Removed).cloned()
    }

    fn passage(&self, before: Option<&Version>, after: &Version) -> Option<Passage> {
        let was = before.map_or(Status::NotYet, |before| before.status);
        match (was, after.status) {
            (Status::Suspended, Status::InForce) => Some(Passage::Resumed),
            (Status::InForce | Status::Unknown, Status::InForce) => {
                let same = before.is_some_and(|before| {
                    before.text == after.text && (after.text.is_some() || before.node == after.node)
                });
                (!same).then_some(Passage::Reworded)
            }
            (_, Status::InForce) if after.introduced_by.as_ref() == Some(&self.act.id) => {
                Some(Passage::Enacted)
            }
            (_, Status::InForce) => Some(Passage::Inserted),
            (Status::Repealed, Status::Repealed) => None,
            (_, Status::Repealed) => Some(Passage::Removed),
            (_, Status::Suspended) => Some(Passage::Suspended),
            (_, Status::NotYet | Status::Unknown) => None,
        }
    }
}

/// A container that is worded anew brings, rewords and drops parts; one that comes or goes does
/// so with all its parts.
fn explains(outer: Passage, inner: Passage) -> bool {
    outer == inner || (outer == Passage::Reworded && inner != Passage::Suspended)
}
