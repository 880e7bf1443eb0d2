//! `nusqa events`: every change that notes and orders tell of an act.

use super::args::Events;
use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::corpus::{ReadText, identify, of_card, read_text};
use crate::model::act::ActId;
use crate::model::day::{ActDays, Published};
use crate::query::events::{self, EventRecord};
use crate::render::{terminal, wire};
use crate::source::card::Role;
use crate::source::folder::CorpusFolder;
use std::collections::BTreeMap;

/// Prints the changes.
pub fn run(arguments: &Events, context: &Context) -> Result<Outcome, Failure> {
    let engine = engine::open(context)?;
    let act = engine::act(&engine, &arguments.act, context)?;
    let events = gather(&act.id, context)?;
    let document = || wire::events::Events::new(&act, &events, engine::generator(&engine));
    let page = || terminal::events::page(&act, &events, context.screen.width(), context.lang);
    context.answer(document, page)?;
    Ok(if events.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}

/// The changes of an act from its own texts and from the amending acts of the corpus.
fn gather(act: &ActId, context: &Context) -> Result<Vec<EventRecord>, Failure> {
    let lang = context.lang;
    let corpus = CorpusFolder::open(context.global.corpus())
        .map_err(|error| Failure::corpus(error, lang))?;
    let mut read: Vec<(ActId, Vec<ReadText>)> = Vec::new();
    let mut known: BTreeMap<ActId, ActDays> = BTreeMap::new();
    for folder in &corpus.acts {
        let card = of_card(folder).map_err(|error| Failure::read(error, lang))?;
        let own = card.as_ref() == Some(act) || card.is_none();
        let amends = folder.texts.iter().any(|text| text.card.role == Role::Amending);
        if !own && !amends {
            continue;
        }
        let texts: Result<Vec<ReadText>, _> =
            folder.texts.iter().map(|file| read_text(folder, file, card.as_ref())).collect();
        let texts = texts.map_err(|error| Failure::read(error, lang))?;
        let identity = identify(folder, &texts).map_err(|error| Failure::read(error, lang))?;
        known.insert(identity.id.clone(), identity.days);
        read.push((identity.id, texts));
    }
    let days = |by: &ActId| -> ActDays {
        let told = known.get(by).copied().unwrap_or_else(|| ActDays::adopted_only(by.adopted));
        let published = corpus.facts.published(by.form, &by.number, by.adopted.0).map(Published);
        ActDays { published: told.published.or(published), ..told }
    };
    let mut events = Vec::new();
    for (id, texts) in &read {
        for text in texts {
            if id == act {
                events.extend(events::of_notes(&text.tree, &text.notes, &text.component, days));
            }
            let orders = text.orders.instructions.iter();
            let on_act = orders.filter(|order| order.target_act.as_ref() == Some(act));
            events.extend(events::of_orders(id, on_act, days(id)));
        }
    }
    Ok(events::in_order(events))
}
