//! Every change that notes and orders tell of an act, read anew from the texts.

use super::failure::Failure;
use super::params::Events;
use super::{Asked, Desk, Outcome, Reply, generator, question};
use crate::corpus::{ReadText, of_card, read_act};
use crate::model::act::ActId;
use crate::model::day::{ActDays, Published};
use crate::query::answer::ActInfo;
use crate::query::events::{self, EventRecord};
use crate::render::wire;
use crate::render::wire::Generator;
use crate::source::card::Role;
use crate::source::folder::CorpusFolder;
use std::collections::BTreeMap;

/// The answer.
pub struct Changes {
    /// The act.
    pub act: ActInfo,
    /// Its changes, in order.
    pub events: Vec<EventRecord>,
    generator: Generator,
}

impl Asked for Events {
    type Reply = Changes;

    fn answer(&self, desk: &dyn Desk) -> Result<Changes, Failure> {
        let act = question::act(&self.act, desk)?;
        let events = gather(&act.id, desk)?;
        Ok(Changes { act, events, generator: generator(desk.engine()?) })
    }
}

impl Reply for Changes {
    type Document = wire::events::Events;

    fn document(&self) -> Self::Document {
        wire::events::Events::new(&self.act, &self.events, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.events.is_empty())
    }
}

/// The changes of an act from its own texts and from the amending acts of the corpus.
fn gather(act: &ActId, desk: &dyn Desk) -> Result<Vec<EventRecord>, Failure> {
    let lang = desk.lang();
    let corpus = CorpusFolder::open(desk.corpus()).map_err(|error| Failure::corpus(error, lang))?;
    let mut read: Vec<(ActId, Vec<ReadText>)> = Vec::new();
    let mut known: BTreeMap<ActId, ActDays> = BTreeMap::new();
    for folder in &corpus.acts {
        // What cannot be read is told by the build, which leaves it out.
        let Ok(card) = of_card(folder) else { continue };
        let own = card.as_ref() == Some(act) || card.is_none();
        let amends = folder.texts.iter().any(|text| text.card.role == Role::Amending);
        if !own && !amends {
            continue;
        }
        let Some((identity, texts)) = read_act(folder).act else { continue };
        known.insert(identity.id.clone(), identity.days);
        read.push((identity.id, texts));
    }
    let days = |by: &ActId| -> ActDays {
        let told = known.get(by).copied().unwrap_or_else(|| ActDays::adopted_only(by.adopted));
        let published = corpus.facts.published(by).map(Published);
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
