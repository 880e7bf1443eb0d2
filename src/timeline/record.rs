//! Everything that is known of one act, gathered for the timeline: its texts with their notes,
//! and the orders of other acts on it.

use crate::amend::effect::Commencement;
use crate::model::act::{ActId, Issuer};
use crate::model::address::Address;
use crate::model::certainty::Certainty;
use crate::model::day::{ActDays, EffectRule, Published, Window};
use crate::model::event::Note;
use crate::model::evidence::EvidenceKind;
use crate::model::instruction::{Instruction, QuotedTitle};
use crate::model::redaction::Redaction;
use crate::model::tree::Tree;
use crate::source::card::Role;
use crate::source::facts::Facts;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A text of the act.
#[derive(Debug, Clone)]
pub struct Witness {
    /// What it is.
    pub role: Role,
    /// The document of the act that it prints; its addresses lie inside.
    pub component: Address,
    /// The text.
    pub tree: Arc<Tree>,
    /// Its notes.
    pub notes: Vec<Note>,
    /// The day on which it was taken from its publisher.
    pub retrieved: Option<Date>,
    /// What its publisher tells of the redaction that it prints.
    pub redaction: Redaction,
}

impl Witness {
    /// What its words prove.
    pub fn evidence_kind(&self) -> EvidenceKind {
        let has_notes = self.notes.iter().any(|note| !note.events.is_empty());
        match self.role {
            Role::Consolidated => EvidenceKind::Consolidated,
            Role::Original => EvidenceKind::Original,
            Role::Amending if has_notes => EvidenceKind::Consolidated,
            Role::Amending => EvidenceKind::Original,
        }
    }
}

/// An act of the corpus that amends this one.
#[derive(Debug, Clone)]
pub struct Amender {
    /// The amending act.
    pub id: ActId,
    /// The title under which it cites this act.
    pub quoted_title: Option<QuotedTitle>,
    /// Its orders on this act, in document order.
    pub orders: Vec<Instruction>,
    /// How sure the words of its texts are at most, as their publisher tells.
    pub cap: Certainty,
    /// True when every one of them was understood: then its silence about a place is proof.
    pub complete: bool,
    /// What acts of the corpus do to the amending act itself.
    pub amended_by: Vec<Amendment>,
}

/// What an act does to an amending act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// The act.
    pub by: ActId,
    /// Where in the amending act; `None`: nobody knows where.
    pub place: Option<Address>,
    /// When it takes effect, for a repeal.
    pub repeal: Option<Window>,
}

/// The addresses by which an order is cited: its place, and the item that it stands in.
fn cited(order: &Instruction) -> impl Iterator<Item = &Address> {
    std::iter::once(&order.at).chain(&order.item)
}

impl Amendment {
    /// True where it may concern an order.
    fn concerns(&self, order: &Instruction) -> bool {
        self.place.as_ref().is_none_or(|place| {
            let meant = |order: &Address| place.is_within(order) || order.is_within(place);
            place.is_whole() || cited(order).any(meant)
        })
    }
}

impl Amender {
    /// The acts that may have amended an order before it took effect. The repeal of an order that
    /// was carried out undoes nothing (drafting rules, on repeal).
    pub fn who_amended(&self, order: &Instruction, effect: Window) -> Vec<ActId> {
        let spent = |repeal: Window| effect.latest.is_some() && repeal.earliest >= effect.latest;
        let before = |one: &&Amendment| !one.repeal.is_some_and(spent);
        let concerning = self.amended_by.iter().filter(|one| one.concerns(order)).filter(before);
        let mut acts: Vec<ActId> = concerning.map(|one| one.by.clone()).collect();
        acts.sort();
        acts.dedup();
        acts
    }

    /// The day of adoption of the act that repealed an order before it took effect, if one did.
    pub fn void_since(&self, order: &Instruction, effect: Window) -> Option<Date> {
        let void = |repeal: Window| repeal.latest.is_some() && repeal.latest <= effect.earliest;
        let repealing = self.amended_by.iter().filter(|one| one.repeal.is_some_and(void));
        let whole = repealing.filter(|one| {
            let inside = |place: &Address| cited(order).any(|order| order.is_within(place));
            one.place.as_ref().is_some_and(inside)
        });
        whole.map(|one| one.by.adopted.0).min()
    }
}

/// The days of acts: what their own texts, cards and the table of facts tell.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Days of the acts whose texts are in the corpus.
    pub known: BTreeMap<ActId, ActDays>,
    /// The table of facts.
    pub facts: Facts,
}

impl Calendar {
    /// The days known of an act.
    pub fn days(&self, act: &ActId) -> ActDays {
        let mut days =
            self.known.get(act).copied().unwrap_or_else(|| ActDays::adopted_only(act.adopted));
        if days.published.is_none() && self.is_one(act) {
            days.published = self.facts.published(act).map(Published);
        }
        days
    }

    /// True where no other act of the corpus has the same form, number and day: a row of the table
    /// of facts that names no issuer tells which act it means only then.
    fn is_one(&self, act: &ActId) -> bool {
        let first = ActId { issuer: Issuer(String::new()), number: String::new(), ..act.clone() };
        let alike = self.known.range(first..).map(|(other, _)| other);
        let mut alike =
            alike.take_while(|other| other.adopted == act.adopted && other.form == act.form);
        !alike.any(|other| other.number == act.number && other.issuer != act.issuer)
    }

    /// The window in which a change by this act with this rule takes effect.
    ///
    /// A rule that names no day is replaced by the fixed day that the table of facts gives for
    /// the whole act, where it gives one.
    pub fn window(&self, act: &ActId, rule: &EffectRule) -> Window {
        let window = rule.window(&self.days(act));
        if !self.is_one(act) {
            return window;
        }
        if window.latest.is_none()
            && let Some(day) = self.facts.in_force(act)
        {
            return Window::exact(day);
        }
        self.facts.narrow(act, rule, window)
    }
}

/// Everything known of one act.
#[derive(Debug, Clone)]
pub struct ActRecord {
    /// The act.
    pub id: ActId,
    /// The rule by which it took effect; [`EffectRule::Unstated`] where nothing tells.
    pub effect: EffectRule,
    /// What it says itself of the days of its parts, of its end and of theirs.
    pub own: Option<Commencement>,
    /// Its texts.
    pub witnesses: Vec<Witness>,
    /// The acts of the corpus that amend it.
    pub amenders: Vec<Amender>,
    /// Days of acts.
    pub calendar: Arc<Calendar>,
}
