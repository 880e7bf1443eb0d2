//! Notes and orders → changes of an act: which act did what at which place from when.
//! Where an act's orders are in the corpus and all read, they say more than the notes about
//! it, which then only confirm.

use super::lapse;
use super::ordered::{self, Printed};
use super::record::{ActRecord, Amender, Witness};
use super::redactions;
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::day::{EffectRule, EndRule, Window};
use crate::model::event::{Event, EventKind, Note};
use crate::model::evidence::{Evidence, EvidenceKind, Span};
use crate::model::instruction::Instruction;
use crate::model::tree::Unit;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What the text of a point that approves a document says.
const APPROVES: &str = "бекітілсін";

/// What a change does to the place it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The unit is added.
    Added,
    /// The unit is worded anew; everything in it begins anew.
    Restated,
    /// Only its heading is worded anew.
    HeadingRestated,
    /// The unit is removed.
    Removed,
    /// The unit is repealed.
    Repealed,
    /// Something in the unit changed; the source does not say what.
    Amended,
    /// Only its heading changed; the source does not say how.
    HeadingAmended,
    /// Words are replaced, inserted or deleted in the target, or wherever they stand in it.
    Words {
        /// The words that go.
        old: Vec<String>,
        /// The words that come.
        new: Vec<String>,
    },
    /// Unnumbered paragraphs of the target come or go: from this position on, every position
    /// holds another paragraph than before.
    Shifted(u32),
    /// The unit does not work, until its end where one is told.
    Suspended {
        /// When it works again.
        until: Option<EndRule>,
    },
    /// What the act had brought was to hold until this day.
    Expired,
    /// Announced, and not carried out in the text that announces it.
    Planned(EventKind),
}

impl What {
    /// True when a new redaction or a tombstone hides what notes told before.
    pub fn swallows_notes(&self) -> bool {
        matches!(self, What::Added | What::Restated | What::Removed | What::Repealed)
    }
}

/// New wording: the units that an order brings, by address in the target act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewText {
    /// The units, in document order.
    pub units: Arc<Vec<Unit>>,
    /// For each of them the headings around it inside the new text that its address does not
    /// name, outermost first.
    pub groups: Arc<Vec<Vec<Address>>>,
    /// Where the order stands.
    pub span: Span,
}

/// One change at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The act that makes it.
    pub by: ActId,
    /// What it does.
    pub what: What,
    /// Where; component prefix included.
    pub target: Address,
    /// When it takes effect, as a rule.
    pub rule: EffectRule,
    /// When it takes effect, as days.
    pub window: Window,
    /// The new wording, where an order prints it.
    pub new: Option<NewText>,
    /// The order itself, for words that can be carried out on what stands.
    pub order: Option<Arc<Instruction>>,
    /// Acts that amended the order itself: it may have been carried out otherwise, or not at all.
    pub order_amended_by: Vec<ActId>,
    /// The day of adoption of the act that repealed the order before it took effect: known then,
    /// it never worked.
    pub void_since: Option<Date>,
    /// Who tells of it.
    pub evidence: Vec<Evidence>,
    /// True when a note of a text tells of it.
    pub noted: bool,
}

impl Change {
    /// Who tells of it, an order being named for what was worked out by it.
    pub fn evidence_as(&self, kind: EvidenceKind) -> Vec<Evidence> {
        let named = |piece: &Evidence| match piece.kind {
            EvidenceKind::Instruction => Evidence { kind, ..piece.clone() },
            _ => piece.clone(),
        };
        self.evidence.iter().map(named).collect()
    }

    /// The order of changes by effect: day on which they hold for certain, day on which they
    /// may begin, then adoption and number.
    pub fn by_effect(&self) -> impl Ord + '_ {
        (self.window.latest.is_none(), self.window.latest, self.window.earliest, &self.by)
    }
}

/// Every change of the act, notes and orders merged, in order of effect.
pub fn collect(record: &ActRecord) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    let events = record.witnesses.iter().flat_map(|witness| &witness.notes);
    let told: HashSet<&ActId> =
        events.flat_map(|note| &note.events).map(|event| &event.by).collect();
    let printed = Printed::new(record);
    for amender in &record.amenders {
        for order in &amender.orders {
            changes.extend(ordered::changes(record, &printed, amender, order));
        }
        if !told.contains(&amender.id) {
            changes.extend(not_understood(record, amender));
        }
    }
    let mut known = Known::new(record, changes);
    for witness in &record.witnesses {
        for note in &witness.notes {
            for event in &note.events {
                for change in from_note(record, witness, note, event) {
                    known.merge(change);
                }
            }
        }
    }
    let mut changes = known.changes;
    let untold = redactions::changes(record, &changes);
    changes.extend(untold);
    changes.extend(annexes_repealed(record, &changes));
    let own = own_clause(record, &changes);
    changes.extend(own);
    let lapses = lapse::changes(record, &changes);
    changes.extend(lapses);
    close_carried_out(record, &mut changes);
    changes.sort_by(|a, b| a.by_effect().cmp(&b.by_effect()));
    changes
}

/// What the act itself bounds: its own end, the ends of parts, and parts that rest. From the day
/// on which the words that say so were changed, nobody knows what they bound.
fn own_clause(record: &ActRecord, changes: &[Change]) -> Vec<Change> {
    let Some(own) = &record.own else { return Vec::new() };
    let reworded = reworded_from(record, changes);
    let change = |what: What, target: &Address, rule: EffectRule| Change {
        by: record.id.clone(),
        what,
        target: target.clone(),
        window: record.calendar.window(&record.id, &rule),
        rule,
        new: None,
        order: None,
        order_amended_by: Vec::new(),
        void_since: None,
        evidence: vec![Evidence { kind: EvidenceKind::Original, span: own.span.clone() }],
        noted: false,
    };
    let bounded = |target: &Address, end: &EndRule, what: What| {
        let day = end.day()?;
        Some(match reworded.filter(|reworded| *reworded < day) {
            Some(reworded) => change(What::Expired, target, EffectRule::OnDate(reworded)),
            None => change(what, target, EffectRule::OnDate(day)),
        })
    };
    let whole = Address::whole();
    let ends = own.until.iter().map(|end| (&whole, end));
    let ends = ends.chain(own.endings.iter().map(|(part, end)| (part, end)));
    let ends = ends.filter_map(|(part, end)| bounded(part, end, What::Repealed));
    let rests = own.suspended.iter().flat_map(|(part, end)| {
        let suspended = What::Suspended { until: Some(end.clone()) };
        // At its end, a suspension that was not touched leaves what stood before.
        let doubt = bounded(part, end, What::Suspended { until: None });
        let doubt = doubt.filter(|change| change.what == What::Expired);
        [change(suspended, part, record.effect.clone())].into_iter().chain(doubt)
    });
    ends.chain(rests).collect()
}

/// The first day on which other acts may have changed the words of the act on its own entry into
/// force; changes that the text has carried out from which they were read are in them.
pub fn reworded_from(record: &ActRecord, changes: &[Change]) -> Option<Date> {
    let own = record.own.as_ref()?;
    let text = record.witnesses.iter().find(|text| text.tree.source == own.span.source)?;
    let touching = changes.iter().filter(|change| {
        // A repeal of the act leaves the days before it as they were.
        let repeal = change.target.is_whole() && change.what == What::Repealed;
        let others = change.by != record.id && !repeal && !matches!(change.what, What::Planned(_));
        let told = || text.notes.iter().flat_map(|note| &note.events);
        let within = |at: &Address| at.is_within(&change.target) || change.target.is_within(at);
        others
            && own.told_at.iter().any(within)
            && !told().any(|event| event.by == change.by && !event.kind.is_planned())
    });
    touching.map(|change| change.window.earliest.unwrap_or(change.by.adopted.0)).min()
}

/// A document goes with the point that approves it (drafting rules: the repeal of the approving
/// point repeals the annex).
fn annexes_repealed(record: &ActRecord, changes: &[Change]) -> Vec<Change> {
    let document = Address::new(vec![Step::Approved]);
    let has_one = record.witnesses.iter().any(|witness| {
        let mut units = witness.tree.units.iter();
        witness.component == document || units.any(|unit| unit.address.is_within(&document))
    });
    if !has_one {
        return Vec::new();
    }
    let approving: HashSet<Address> = record
        .witnesses
        .iter()
        .filter(|witness| witness.component.is_whole())
        .flat_map(|witness| &witness.tree.units)
        .filter(|unit| unit.address.component().is_whole())
        .filter(|unit| unit.text.to_lowercase().contains(APPROVES))
        .map(|unit| unit.address.clone())
        .collect();
    // Where several points approve documents, nothing here tells which approves which.
    let [approving] =
        approving.into_iter().collect::<Vec<_>>().try_into().unwrap_or_else(|_| [Address::whole()]);
    if approving.is_whole() {
        return Vec::new();
    }
    let repeals = |change: &&Change| {
        matches!(change.what, What::Removed | What::Repealed) && approving == change.target
    };
    let repealing = changes.iter().filter(repeals);
    repealing.map(|change| Change { target: document.clone(), ..change.clone() }).collect()
}

/// A change that a text has carried out had taken effect by the state that the text shows, even
/// where its rule names no day («қолданысқа енгізілу тәртібін 2-баптан қараңыз»).
fn close_carried_out(record: &ActRecord, changes: &mut [Change]) {
    for witness in &record.witnesses {
        let file = &witness.tree.source;
        let carried_out = |change: &Change| {
            !matches!(change.what, What::Planned(_))
                && change.evidence.iter().any(|evidence| evidence.span.source == *file)
        };
        let last = changes.iter().filter(|change| carried_out(change));
        let Some(last) = last.filter_map(|change| change.window.latest).max() else { continue };
        for change in changes.iter_mut().filter(|change| carried_out(change)) {
            if change.window.latest.is_none() && change.window.may_have_begun(last) {
                change.window.latest = Some(last);
            }
        }
    }
}

/// Changes already known, found by the act that makes them.
struct Known<'a> {
    changes: Vec<Change>,
    by_act: HashMap<ActId, Vec<usize>>,
    /// The acts whose orders are in the corpus and all read.
    complete: HashSet<&'a ActId>,
}

impl<'a> Known<'a> {
    fn new(record: &'a ActRecord, changes: Vec<Change>) -> Self {
        let mut by_act: HashMap<ActId, Vec<usize>> = HashMap::new();
        for (number, change) in changes.iter().enumerate() {
            by_act.entry(change.by.clone()).or_default().push(number);
        }
        let complete = record.amenders.iter().filter(|act| act.complete).map(|act| &act.id);
        Known { changes, by_act, complete: complete.collect() }
    }

    /// Adds what a note tells to what is known: the same event again is evidence, a vague event
    /// that an order explains is left out.
    fn merge(&mut self, noted: Change) {
        let same = |change: &Change| {
            let worded = |what: &What| matches!(what, What::Words { .. });
            change.target == noted.target
                && (change.what == noted.what || worded(&change.what) && worded(&noted.what))
        };
        let of_act = self.by_act.entry(noted.by.clone()).or_default();
        if let Some(&number) = of_act.iter().find(|number| same(&self.changes[**number])) {
            let known = &mut self.changes[number];
            for evidence in noted.evidence {
                if !known.evidence.contains(&evidence) {
                    known.evidence.push(evidence);
                }
            }
            known.noted = true;
            return;
        }
        // What was announced is what the order brings, where the corpus has it.
        let untold = matches!(noted.what, What::Amended | What::HeadingAmended | What::Planned(_));
        let explained = untold
            && self.complete.contains(&noted.by)
            && of_act.iter().any(|number| self.changes[*number].target.is_within(&noted.target));
        if !explained {
            of_act.push(self.changes.len());
            self.changes.push(noted);
        }
    }
}

fn from_note<'a>(
    record: &'a ActRecord,
    witness: &'a Witness,
    note: &'a Note,
    event: &'a Event,
) -> impl Iterator<Item = Change> + 'a {
    let what = match event.kind {
        EventKind::NewRedaction => Some(What::Restated),
        EventKind::Amended => Some(What::Amended),
        EventKind::Added => Some(What::Added),
        EventKind::Repealed => Some(What::Repealed),
        EventKind::Excluded => Some(What::Removed),
        EventKind::TitleChanged => Some(What::HeadingAmended),
        EventKind::TitleNewRedaction => Some(What::HeadingRestated),
        EventKind::WordsReplaced => {
            Some(What::Words { old: note.old_words.clone(), new: note.new_words.clone() })
        }
        EventKind::Suspended => Some(What::Suspended { until: event.until.clone() }),
        // What holds until a day ends with it.
        EventKind::EffectPeriod => {
            event.until.as_ref().and_then(EndRule::day).map(|_| What::Expired)
        }
        EventKind::SeeEntryIntoForce | EventKind::OtherLanguage => None,
        planned => Some(What::Planned(planned)),
    };
    let ends = event.until.as_ref().and_then(EndRule::day).filter(|_| what == Some(What::Expired));
    let window = match ends {
        Some(day) => Window::exact(day),
        None => record.calendar.window(&event.by, &event.effect),
    };
    let span = witness.tree.span(note.unit);
    what.into_iter().flat_map(move |what| {
        let span = span.clone();
        note.targets.iter().map(move |target| Change {
            by: event.by.clone(),
            what: what.clone(),
            target: target.prefixed(&witness.component),
            rule: event.effect.clone(),
            window,
            new: None,
            order: None,
            order_amended_by: Vec::new(),
            void_since: None,
            evidence: vec![Evidence { kind: EvidenceKind::Note, span: span.clone() }],
            noted: true,
        })
    })
}

/// An act that names this one and whose orders were not all understood may have changed
/// anything here, unless the notes of a text say what it did.
fn not_understood(record: &ActRecord, amender: &Amender) -> Option<Change> {
    if amender.complete {
        return None;
    }
    let unread = amender.orders.iter().filter(|order| !order.read);
    let rule = amender.orders.iter().find_map(|order| order.in_force.clone());
    let rule = rule.unwrap_or(EffectRule::Unstated);
    let evidence =
        unread.map(|order| Evidence { kind: EvidenceKind::Instruction, span: order.span.clone() });
    Some(Change {
        by: amender.id.clone(),
        what: What::Amended,
        target: Address::whole(),
        window: record.calendar.window(&amender.id, &rule),
        rule,
        new: None,
        order: None,
        order_amended_by: Vec::new(),
        void_since: None,
        evidence: evidence.collect(),
        noted: false,
    })
}
