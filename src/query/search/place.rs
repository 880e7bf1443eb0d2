//! A question that is nothing but an address → the provisions that have it, in every act.

use super::hit::standing;
use super::{Hit, ReadAs, SearchAnswer, SearchAsk};
use crate::kazakh::token::Analyzer;
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::parse::citation::parse_address;
use crate::query::answer::{ActInfo, Bound};
use crate::query::compose::parts;
use crate::query::engine::{Engine, Refusal};
use crate::query::search::snippet::snippet;
use std::collections::BTreeSet;

/// Nouns of units, as stems: a number alone is no address.
const UNITS: [&str; 9] =
    ["бап", "тармақ", "тармақша", "тарау", "бөлім", "қосымша", "параграф", "бөлік", "абзац"];

impl Engine {
    /// The answer, where the question is an address, or an act and an address.
    pub(super) fn find_places(
        &self,
        text: &str,
        asked: &SearchAsk,
    ) -> Result<Option<SearchAnswer>, Refusal> {
        let text = text.trim();
        if text.chars().count() > 120 || !names_a_unit(text) {
            return Ok(None);
        }
        let whole = parse_address(text);
        let named =
            if whole.is_empty() && asked.act.is_none() { self.act_and_address(text) } else { None };
        let (acts, readings) = match (named, &asked.act) {
            (Some((act, readings)), _) => (vec![act], readings),
            (None, _) if whole.is_empty() => return Ok(None),
            (None, Some(act)) => (vec![act.clone()], whole),
            (None, None) => (self.acts()?, whole),
        };
        let mut hits = Vec::new();
        for act in &acts {
            for component in &act.components {
                for reading in &readings {
                    if !reading.component().is_whole() && !component.is_whole() {
                        continue;
                    }
                    hits.extend(self.place_hit(act, &reading.prefixed(component), asked)?);
                }
            }
        }
        let total = hits.len();
        // What holds on the day goes first.
        hits.sort_by_key(|hit| hit.status != Status::InForce);
        hits.truncate(asked.limit);
        let address = readings.into_iter().next();
        Ok(Some(SearchAnswer {
            asked: asked.clone(),
            read_as: ReadAs { address, ..ReadAs::default() },
            total,
            more: false,
            hits,
            suggestions: Vec::new(),
        }))
    }

    /// `418-V 7-баптың 11) тармақшасы`.
    fn act_and_address(&self, text: &str) -> Option<(ActInfo, Vec<Address>)> {
        let (act, rest) = text.trim_start_matches('№').trim_start().split_once(' ')?;
        let readings = parse_address(rest);
        let digits = act.bytes().any(|b| b.is_ascii_digit());
        let act = self.find_act(act).ok().filter(|_| digits)?;
        (!readings.is_empty()).then_some((act, readings))
    }

    fn place_hit(
        &self,
        act: &ActInfo,
        address: &Address,
        asked: &SearchAsk,
    ) -> Result<Option<Hit>, Refusal> {
        let versions = self.index.versions_of(&act.id.iri(), address, asked.ask.axis)?;
        let context = versions.iter().rfind(|stored| stored.version.address == *address);
        let context = context.map(|stored| stored.context.clone());
        let unit = parts(versions, asked.ask.known_by);
        let own = unit.iter().find(|part| part.address == *address);
        let last = own.and_then(|part| part.versions.last());
        let (Some(last), Some(context)) = (last, context) else { return Ok(None) };
        let stood = standing(&unit, last, asked.ask.date);
        if stood.status == Status::NotYet {
            return Ok(None);
        }
        let version = stood.version;
        let text = stood.text.unwrap_or_default();
        let tokens = self.index.analyzer().tokens(&text);
        Ok(Some(Hit {
            score: 1000,
            act: act.id.clone(),
            act_title: act.title.clone(),
            address: address.clone(),
            paragraph: None,
            kind: version.kind,
            path: context.path,
            heading: version.heading.clone(),
            snippet: snippet(&text, &tokens, &BTreeSet::new()),
            before: Vec::new(),
            text: Some(text).filter(|text| !text.is_empty()),
            earlier: None,
            notes: context.notes,
            also: Vec::new(),
            status: stood.status,
            certainty: stood.certainty,
            valid_from: Bound { window: version.valid_from, rule: version.begins_by.clone() },
            valid_to: version
                .valid_to
                .map(|window| Bound { window, rule: version.ends_by.clone() }),
            redactions: 1,
            matches: Vec::new(),
        }))
    }
}

/// True for what could be read as an address by somebody who does not know that one is meant.
fn names_a_unit(text: &str) -> bool {
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let unit = || {
        let tokens = Analyzer::new().tokens(text);
        tokens
            .iter()
            .any(|token| UNITS.iter().any(|unit| crate::kazakh::stem::fold(unit) == token.keys[0]))
    };
    let short =
        text.contains(')') && text.chars().all(|c| c.is_ascii_digit() || ")-/ ".contains(c));
    digits && (short || text.contains("__") || unit())
}
