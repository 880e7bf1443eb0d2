//! Versions and changes of an act → the events of its lifecycle, and the periods between them.
//!
//! An event of the standard has one day. A change that takes effect within a window of days is
//! told as of the first day on which it holds for certain; the window stands beside it. A change
//! of which no such day is known has no event, and what it began or ended has no such bound; in a
//! document of all versions its event is on the last day of the calendar.

use super::xml::{Attributes, Xml};
use crate::model::act::ActId;
use crate::model::day::{EffectRule, Moment, Window};
use crate::model::version::Version;
use crate::query::expression::{Change, Passage};
use crate::render::messages::Lang;
use crate::render::messages::act_names::title_case;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An event: when, and by which act.
type Key = (Moment, Option<ActId>);
/// A period: the events with which it begins and ends.
type Bounds = (Option<Key>, Option<Key>);

/// The events and periods of one document.
pub struct Times {
    own: ActId,
    /// The day that stands for one that is not known, where such a change has an event.
    never: Option<Date>,
    events: BTreeMap<Key, Window>,
    rules: BTreeMap<Key, EffectRule>,
    /// The event with which the act ends.
    end: Option<Key>,
    periods: BTreeSet<Bounds>,
    acts: Vec<ActId>,
    /// By event and period: the number in its eId.
    numbers: HashMap<Key, usize>,
    period_numbers: HashMap<Bounds, usize>,
}

impl Times {
    /// Those of these versions and of all changes of their act. Changes of which no day is known
    /// on which they hold for certain have an event on the day `never`; without it they have none.
    pub fn of<'v>(
        own: &ActId,
        versions: impl Iterator<Item = &'v Version>,
        (changes, end): (&[Change], Option<&Change>),
        targets: &[ActId],
        never: Option<Date>,
    ) -> Times {
        let own = own.clone();
        let mut times = Times {
            own: own.clone(),
            never,
            events: BTreeMap::new(),
            rules: BTreeMap::new(),
            end: None,
            periods: BTreeSet::new(),
            acts: Vec::new(),
            numbers: HashMap::new(),
            period_numbers: HashMap::new(),
        };
        for change in changes {
            let key = times.event(change.window, change.by.as_ref());
            if let (Some(key), Some(rule)) = (key, &change.rule) {
                times.rules.entry(key).or_insert_with(|| rule.clone());
            }
            let begun = (times.key(change.window, change.by.as_ref()), None);
            if begun.0.is_some() {
                times.periods.insert(begun);
            }
        }
        for version in versions {
            times.event(version.valid_from, version.introduced_by.as_ref());
            if let Some(end) = version.valid_to {
                times.event(end, version.ended_by.as_ref());
            }
            let period = times.bounds(version);
            if period != (None, None) {
                times.periods.insert(period);
            }
        }
        let named = changes.iter().filter_map(|change| change.by.clone());
        let of_events = times.events.keys().filter_map(|(_, act)| act.clone());
        let mut acts: BTreeSet<ActId> = named.chain(of_events).collect();
        acts.extend(targets.iter().cloned());
        acts.remove(&own);
        times.end = end.and_then(|end| times.key(end.window, end.by.as_ref()));
        times.acts = acts.into_iter().collect();
        // The first event is the adoption of the act.
        times.numbers = times.events.keys().cloned().zip(2..).collect();
        times.period_numbers = times.periods.iter().cloned().zip(1..).collect();
        times
    }

    fn key(&self, window: Window, act: Option<&ActId>) -> Option<Key> {
        let unbounded = window == Window { earliest: None, latest: None };
        let told = window.latest.is_some() || (self.never.is_some() && !unbounded);
        told.then(|| (window.moment(), act.cloned()))
    }

    fn event(&mut self, window: Window, act: Option<&ActId>) -> Option<Key> {
        let key = self.key(window, act)?;
        self.events.insert(key.clone(), window);
        Some(key)
    }

    fn bounds(&self, version: &Version) -> Bounds {
        let start = self.key(version.valid_from, version.introduced_by.as_ref());
        let end = version.valid_to.and_then(|end| self.key(end, version.ended_by.as_ref()));
        (start, end)
    }

    /// The reference to the period of a version; `None` where neither end has a day.
    pub fn period(&self, version: &Version) -> Option<String> {
        self.period_of(&self.bounds(version))
    }

    /// The reference to the period that a change begins.
    pub fn since(&self, change: &Change) -> Option<String> {
        self.period_of(&(self.key(change.window, change.by.as_ref()), None))
    }

    fn period_of(&self, period: &Bounds) -> Option<String> {
        self.period_numbers.get(period).map(|number| format!("#tmpg_{number}"))
    }

    fn act_reference(&self, act: Option<&ActId>) -> String {
        let other = act.and_then(|act| self.acts.binary_search(act).ok());
        format!("#ref_{}", other.map_or(1, |at| at + 2))
    }

    /// Writes the lifecycle of the act.
    pub fn lifecycle(&self, xml: &mut Xml) {
        xml.open("lifecycle", vec![("source", "#nusqa".into())]);
        xml.leaf(
            "eventRef",
            vec![
                ("eId", "evnt_1".into()),
                ("date", self.own.adopted.to_string().into()),
                ("source", "#ref_1".into()),
                ("type", "generation".into()),
            ],
        );
        for (n, (key, window)) in self.events.iter().enumerate() {
            let Some(day) = window.latest.or(self.never) else { continue };
            let amends = key.1.as_ref().is_some_and(|act| *act != self.own);
            let kind = match amends {
                _ if self.end.as_ref() == Some(key) => ("type", "repeal".into()),
                true => ("type", "amendment".into()),
                false => ("refersTo", "#inForce".into()),
            };
            let mut attributes: Attributes<'_> = vec![
                ("eId", format!("evnt_{}", n + 2).into()),
                ("date", day.to_string().into()),
                ("source", self.act_reference(key.1.as_ref()).into()),
            ];
            attributes.push(kind);
            attributes.extend(window_attributes(window));
            attributes.extend(self.rules.get(key).map(rule_attribute));
            xml.leaf("eventRef", attributes);
        }
        xml.close("lifecycle");
    }

    /// Writes the periods.
    pub fn temporal_data(&self, xml: &mut Xml) {
        if self.periods.is_empty() {
            return;
        }
        xml.open("temporalData", vec![("source", "#nusqa".into())]);
        for (n, (start, end)) in self.periods.iter().enumerate() {
            xml.open("temporalGroup", vec![("eId", format!("tmpg_{}", n + 1).into())]);
            let mut attributes: Attributes<'_> = Vec::new();
            let event = |key: &Option<Key>| {
                let number = key.as_ref().and_then(|key| self.numbers.get(key));
                number.map(|number| format!("#evnt_{number}"))
            };
            attributes.extend(event(start).map(|event| ("start", event.into())));
            attributes.extend(event(end).map(|event| ("end", event.into())));
            attributes.push(("refersTo", "#inForce".into()));
            xml.leaf("timeInterval", attributes);
            xml.close("temporalGroup");
        }
        xml.close("temporalData");
    }

    /// Writes the acts that made the events; `targets` are acts that this one amends.
    pub fn references(&self, xml: &mut Xml, targets: &[ActId]) {
        let reference = |xml: &mut Xml, name: &str, n: usize, act: &ActId, href: String| {
            let shown = title_case(act, Lang::Kk);
            let eid = format!("ref_{n}");
            let attributes =
                vec![("eId", eid.into()), ("href", href.into()), ("showAs", shown.into())];
            xml.leaf(name, attributes);
        };
        reference(xml, "original", 1, &self.own, format!("{}/kaz@", self.own.iri()));
        for (n, act) in self.acts.iter().enumerate() {
            let name = if targets.contains(act) { "activeRef" } else { "passiveRef" };
            reference(xml, name, n + 2, act, act.iri());
        }
    }

    /// Writes what other acts did to this one.
    pub fn passive(&self, xml: &mut Xml, changes: &[Passive<'_>]) {
        if changes.is_empty() {
            return;
        }
        xml.open("passiveModifications", vec![]);
        for (n, passive) in changes.iter().enumerate() {
            let change = passive.change;
            let (element, kind) = match change.passage {
                Passage::Inserted => ("textualMod", "insertion"),
                Passage::Reworded => ("textualMod", "substitution"),
                Passage::Removed => ("textualMod", "repeal"),
                Passage::Suspended => ("efficacyMod", "inapplication"),
                Passage::Resumed => ("efficacyMod", "entryIntoEfficacy"),
                Passage::Enacted => continue,
            };
            let mut attributes: Attributes<'_> =
                vec![("type", kind.into()), ("eId", format!("pmod_{}", n + 1).into())];
            attributes.extend(window_attributes(&change.window));
            attributes.extend(change.rule.as_ref().map(rule_attribute));
            xml.open(element, attributes);
            for source in &passive.sources {
                xml.leaf("source", vec![("href", source.into())]);
            }
            xml.leaf("destination", vec![("href", (&passive.destination).into())]);
            if let Some(period) = self.since(change) {
                xml.leaf("force", vec![("period", period.into())]);
            }
            if element == "textualMod" {
                let words = [("old", &passive.old), ("new", &passive.new)];
                for (element, eid) in words {
                    if let Some(eid) = eid {
                        xml.leaf(element, vec![("href", format!("#{eid}").into())]);
                    }
                }
            }
            xml.close(element);
        }
        xml.close("passiveModifications");
    }
}

/// What another act did to this one, and where the document shows it.
pub struct Passive<'a> {
    /// What was done.
    pub change: &'a Change,
    /// The references to what orders it: portions of the amending act, or all of it.
    pub sources: Vec<String>,
    /// The reference to the unit, in the document or outside.
    pub destination: String,
    /// The eId of the version that it ended.
    pub old: Option<String>,
    /// The eId of the version that it began.
    pub new: Option<String>,
}

/// Those of other acts among the changes of an act.
pub fn by_others(changes: &[Change]) -> impl Iterator<Item = &Change> {
    changes.iter().filter(|change| change.by.is_some() && change.passage != Passage::Enacted)
}

/// The window of a change: its first possible day, and the first day on which it surely holds.
pub fn window_attributes(window: &Window) -> Attributes<'static> {
    let mut attributes: Attributes<'static> = Vec::new();
    if window.day().is_none() {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        attributes.extend(day(window.earliest).map(|day| ("nusqa:earliest", day.into())));
        attributes.extend(day(window.latest).map(|day| ("nusqa:latest", day.into())));
    }
    attributes
}

/// The rule by which something takes effect.
pub fn rule_attribute(rule: &EffectRule) -> (&'static str, std::borrow::Cow<'static, str>) {
    ("nusqa:rule", rule.to_string().into())
}
