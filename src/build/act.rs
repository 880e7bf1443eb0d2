//! What was read of one act and of those that amend it → what the index keeps of it.

use super::alias::Aliases;
use super::cited::{Cited, terms_of};
use super::context::Surroundings;
use super::texts::Texts;
use crate::corpus::ReadText;
use crate::index::{Abbreviation, StoredAct, StoredVersion, StoredWitness};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::day::EffectRule;
use crate::model::instruction::{Instruction, Operation};
use crate::source::card::Role;
use crate::terms::abbreviations;
use crate::timeline::record::{ActRecord, Amender, Amendment, Witness};
use crate::timeline::{PlaceVersions, weave};

/// The act and its versions; `None` for an act that no input speaks of any more.
pub fn work_out(id: &ActId, texts: &Texts) -> Option<(StoredAct, Vec<StoredVersion>)> {
    let own = texts.own(id);
    let record = record(id, texts)?;
    let referenced =
        own.is_none() && record.amenders.iter().all(|amender| amender.orders.is_empty());
    let timeline = weave(&record);
    let mut components: Vec<Address> = vec![Address::whole()];
    let terms = terms_of(&timeline.places);
    let mut cited = Cited::of(id, &timeline.places, &terms);
    let none = Vec::new();
    let surroundings =
        Surroundings::new(id.iri(), &timeline.places, own.map_or(&none, |act| &act.1));
    let mut beside = Vec::new();
    for (order, place) in timeline.places.iter().enumerate() {
        let component = place.place.address.component();
        if !components.contains(&component) {
            components.push(component);
        }
        beside.extend(place.versions.iter().map(|version| {
            (cited.terms(version, &place.place.groups), surroundings.of(order, version))
        }));
    }
    let mut versions = Vec::with_capacity(beside.len());
    let mut beside = beside.into_iter();
    for (order, PlaceVersions { place, versions: of_place }) in (0..).zip(timeline.places) {
        let depth = place.depth();
        versions.extend(of_place.into_iter().zip(&mut beside).map(
            |(version, (cites, context))| StoredVersion {
                order,
                depth,
                groups: place.groups.clone(),
                has_words: place.has_words,
                cites,
                context,
                version,
            },
        ));
    }
    let mut quoted: Vec<(&ActId, &str)> = record
        .amenders
        .iter()
        .filter_map(|act| Some((&act.id, act.quoted_title.as_ref()?.title.as_str())))
        .collect();
    quoted.sort();
    let latest = || quoted.last().map(|(_, title)| title.to_string());
    let title = own.and_then(|act| act.0.title.clone()).or_else(latest);
    let mut titles: Vec<String> = quoted.iter().map(|(_, title)| title.to_string()).collect();
    titles.extend(title.clone());
    titles.dedup();
    let stored = StoredAct {
        id: id.clone(),
        titles,
        title,
        horizon: if referenced { None } else { timeline.horizon },
        effect: record.effect.clone(),
        witnesses: own
            .iter()
            .flat_map(|act| &act.1)
            .map(|text| StoredWitness {
                file: text.tree.source.file.to_string(),
                role: text.role.name().to_string(),
                component: text.component.clone(),
            })
            .collect(),
        referenced,
        components,
        amending: timeline.amending,
        amending_on_adoption: timeline.amending_on_adoption,
        amended_by: timeline.amended_by.clone(),
        abbreviations: abbreviations(&terms)
            .into_iter()
            .map(|(short, long)| Abbreviation { short, long })
            .collect(),
    };
    Some((stored, versions))
}

/// Everything known of the act; `None` for an act that no input speaks of any more.
pub fn record(id: &ActId, texts: &Texts) -> Option<ActRecord> {
    let own = texts.own(id);
    let amenders: Vec<Amender> = texts
        .amenders(id)
        .filter_map(|act| amender(id, &act.0.id, &act.1, &texts.aliases))
        .map(|amender| Amender { amended_by: amendments_of(&amender.id, texts), ..amender })
        .collect();
    if own.is_none() && amenders.is_empty() && !texts.is_named(id) {
        return None;
    }
    Some(ActRecord {
        id: id.clone(),
        effect: own.map_or(EffectRule::Unstated, |act| act.0.effect.clone()),
        own: own.and_then(|act| act.0.commencement.clone()),
        witnesses: own.iter().flat_map(|act| &act.1).map(witness).collect(),
        amenders,
        calendar: texts.calendar.clone(),
    })
}

/// What an act orders on this one, as its texts tell; `None` where none of them names it.
fn amender(id: &ActId, by: &ActId, texts: &[ReadText], aliases: &Aliases) -> Option<Amender> {
    let naming = |text: &&ReadText| {
        let titled = |cited| aliases.titled(cited, by.adopted).contains(id);
        text.orders.targets.iter().any(|named| aliases.resolve(named) == *id)
            || text.orders.cited.iter().any(titled)
    };
    // A consolidation repeats the orders of the text as adopted, where the corpus holds that.
    let adopted = texts.iter().filter(naming).any(|text| text.role != Role::Consolidated);
    let used = |text: &&ReadText| !adopted || text.role != Role::Consolidated;
    let mut found: Option<Amender> = None;
    for text in texts.iter().filter(naming).filter(used) {
        let all = aliases.resolve_orders(&text.orders, by.adopted);
        let orders = orders_on(id, &all.instructions);
        // An act that is named and of whose orders none was found is not understood.
        let mut concerning =
            all.instructions.iter().filter(|order| aliases.may_concern(order, by.adopted, id));
        let understood = concerning.all(|order| order.read && order.target_act.is_some());
        let complete = !orders.is_empty() && understood;
        let quoted_title = all.titles.into_iter().find(|quoted| quoted.act == *id);
        match &mut found {
            None => {
                let (id, amended_by, cap) = (by.clone(), Vec::new(), text.redaction.cap);
                found = Some(Amender { id, quoted_title, orders, cap, complete, amended_by });
            }
            Some(known) => {
                let repeats = |order: &Instruction| {
                    known.orders.iter().any(|old| old.at == order.at && old.quote == order.quote)
                };
                let more: Vec<_> = orders.into_iter().filter(|order| !repeats(order)).collect();
                known.orders.extend(more);
                known.cap = known.cap.min(text.redaction.cap);
                known.complete &= complete;
                known.quoted_title = known.quoted_title.take().or(quoted_title);
            }
        }
    }
    found
}

fn orders_on(act: &ActId, orders: &[Instruction]) -> Vec<Instruction> {
    orders.iter().filter(|order| order.target_act.as_ref() == Some(act)).cloned().collect()
}

fn witness(text: &ReadText) -> Witness {
    Witness {
        role: text.role,
        component: text.component.clone(),
        tree: text.tree.clone(),
        notes: text.notes.clone(),
        retrieved: text.retrieved,
        redaction: text.redaction.clone(),
    }
}

/// Where other acts of the corpus amend an act.
fn amendments_of(act: &ActId, texts: &Texts) -> Vec<Amendment> {
    let mut places = Vec::new();
    for (identity, own) in texts.amenders(act) {
        let Some(amender) = amender(act, &identity.id, own, &texts.aliases) else { continue };
        if !amender.complete {
            let by = identity.id.clone();
            places.push(Amendment { by, place: None, repeal: None });
        }
        for order in &amender.orders {
            let repeals = matches!(order.operation, Operation::Repeal | Operation::Delete);
            let rule = order.in_force.clone().unwrap_or(EffectRule::Unstated);
            let repeal =
                (order.read && repeals).then(|| texts.calendar.window(&identity.id, &rule));
            places.extend(order.targets.iter().map(|target| Amendment {
                by: identity.id.clone(),
                place: Some(target.clone()),
                repeal,
            }));
        }
    }
    places
}
