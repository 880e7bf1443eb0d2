//! An address that was asked for → the provisions that have it, in every act that is meant.

use super::address::Named;
use super::hit::Finder;
use super::standing::{places, standing};
use super::why::Why;
use super::{Hit, Open, ReadAs, SearchAnswer, SearchAsk};
use crate::index::StoredVersion;
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::certainty::Status;
use crate::query::answer::ActInfo;
use crate::query::engine::{Engine, Refusal};

impl Engine {
    /// The answer, where the question is an address, or an act and an address.
    pub(super) fn find_places(
        &self,
        text: &str,
        asked: &SearchAsk,
    ) -> Result<Option<SearchAnswer>, Refusal> {
        let named = self.address_in(text.trim(), asked.act.is_some())?;
        let Some(Named { acts, readings, sure }) = named else { return Ok(None) };
        let acts = match (&asked.act, acts) {
            (Some(act), _) => vec![act.clone()],
            (None, Some(acts)) => acts,
            (None, None) => self.acts()?,
        };
        let mut finder = Finder::new(self, asked, self.index.analyzer());
        let mut hits = Vec::new();
        for act in &acts {
            for component in &act.components {
                for reading in &readings {
                    if reading.component().is_whole() || component.is_whole() {
                        let address = reading.prefixed(component);
                        hits.extend(finder.at(act, &address)?);
                    }
                }
            }
        }
        if hits.is_empty() && !sure {
            return Ok(None);
        }
        let total = hits.len();
        let mut address_in: Vec<ActId> = Vec::new();
        for hit in &hits {
            if !address_in.contains(&hit.act) {
                address_in.push(hit.act.clone());
            }
        }
        // What holds on the day goes first.
        hits.sort_by_key(|hit| hit.status != Status::InForce);
        hits.truncate(asked.limit);
        let address = readings.into_iter().next();
        Ok(Some(SearchAnswer {
            asked: asked.clone(),
            read_as: ReadAs { address, address_in, ..ReadAs::default() },
            total,
            more: false,
            hits,
            open: Open::default(),
            suggestions: Vec::new(),
            missing: None,
        }))
    }

    /// The versions of the provision to which an address belongs.
    fn provision_at(
        &self,
        act: &ActInfo,
        address: &Address,
        asked: &SearchAsk,
    ) -> Result<Vec<StoredVersion>, Refusal> {
        let versions = |unit: &Address| self.index.versions_of(&act.id.iri(), unit, asked.ask.axis);
        let own = versions(address)?;
        let paragraph = matches!(address.last(), Some(Step::Text(_)));
        match address.parent().filter(|_| own.is_empty() && paragraph) {
            Some(unit) => Ok(versions(&unit)?),
            None => Ok(own),
        }
    }
}

impl Finder<'_> {
    fn at(&mut self, act: &ActInfo, address: &Address) -> Result<Option<Hit>, Refusal> {
        let asked = self.asked;
        let versions = self.engine.provision_at(act, address, asked)?;
        let last = versions.iter().rfind(|stored| {
            stored.version.address == *address && stored.version.is_known(asked.ask.known_by)
        });
        let Some(last) = last else { return Ok(None) };
        let unit = places(&versions, asked.ask.known_by);
        let stood = standing(&unit, &last.version, asked.ask.date);
        if stood.status == Status::NotYet {
            return Ok(None);
        }
        self.hit(&Why::named(), last, stood).map(Some)
    }
}
