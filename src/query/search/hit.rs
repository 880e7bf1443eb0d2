//! A provision that fits a question → a hit: its state on the day, and the words that show why.

use super::group::Group;
use super::plan::Planned;
use super::standing::{Stood, day_of, places, standing};
use super::why::Why;
use super::{Hit, SearchAsk};
use crate::index::StoredVersion;
use crate::index::search::Candidate;
use crate::kazakh::token::Analyzer;
use crate::model::act::ActId;
use crate::query::answer::Bound;
use crate::query::engine::{Engine, Refusal};
use jiff::civil::Date;

/// Turns what was found into hits.
pub struct Finder<'a> {
    /// The index.
    pub engine: &'a Engine,
    /// The question.
    pub asked: &'a SearchAsk,
    /// Reads texts as the index was read.
    pub analyzer: Analyzer,
}

impl<'a> Finder<'a> {
    /// A finder for one question.
    pub fn new(engine: &'a Engine, asked: &'a SearchAsk, analyzer: Analyzer) -> Self {
        Finder { engine, asked, analyzer }
    }

    /// The hits of the first groups.
    ///
    /// # Errors
    /// A damaged index.
    pub fn hits(&mut self, planned: &Planned, groups: &[Group<'_>]) -> Result<Vec<Hit>, Refusal> {
        let groups = &groups[..groups.len().min(self.asked.limit)];
        let also = groups.iter().flat_map(|group| &group.also).map(|other| other.document);
        let mut also = self.engine.places_of(&also.collect::<Vec<_>>())?.into_iter();
        let mut hits = Vec::new();
        for group in groups {
            let mut hit = self.of_group(planned, group)?;
            hit.also = also.by_ref().take(group.also.len()).collect();
            hits.push(hit);
        }
        Ok(hits)
    }

    fn of_group(&mut self, planned: &Planned, group: &Group<'_>) -> Result<Hit, Refusal> {
        let stored = self.read(group.best)?;
        let asked = self.asked.ask.date;
        let day = if self.asked.any_date { day_of(&stored.version, asked) } else { asked };
        let others = self.beside(group.best, &stored, &[day])?;
        let unit = places(others.iter().chain([&stored]), self.asked.ask.known_by);
        let stood = standing(&unit, &stored.version, day);
        let mut hit = self.hit(&Why::found(planned, group.best), &stored, stood)?;
        let same_place = |other: &&&Candidate| other.order == group.best.order;
        hit.redactions = group.redactions.iter().filter(same_place).count();
        Ok(hit)
    }

    /// The version of a candidate.
    ///
    /// # Errors
    /// A damaged index.
    pub fn read(&self, candidate: &Candidate) -> Result<StoredVersion, Refusal> {
        Ok(self.engine.index.version_at(candidate.document, self.asked.ask.axis)?)
    }

    /// The other versions of the provision to which a candidate belongs that may hold on these
    /// days; `found` is the one by which it was found.
    ///
    /// # Errors
    /// A damaged index.
    pub fn beside(
        &self,
        candidate: &Candidate,
        found: &StoredVersion,
        days: &[Date],
    ) -> Result<Vec<StoredVersion>, Refusal> {
        let known_by = self.asked.ask.known_by;
        Ok(self.engine.index.versions_beside(candidate, found, days, known_by)?)
    }

    /// The hit about a provision as it stood; `stored` is the version by which it was found.
    ///
    /// # Errors
    /// A damaged index.
    pub fn hit(
        &mut self,
        why: &Why<'_>,
        stored: &StoredVersion,
        stood: Stood<'_>,
    ) -> Result<Hit, Refusal> {
        let (act, act_title): (ActId, _) = self.engine.act_name(&stored.context.act)?;
        let version = stood.version;
        let earlier = stored.context.earlier.clone().filter(|_| version.text.is_none());
        let text = earlier.as_deref().or(stood.text.as_deref()).unwrap_or_default();
        let own = why.marked(&mut self.analyzer, text);
        let by_text = !own.tokens.is_empty();
        let notes = if by_text && !why.by_notes { &[][..] } else { &stored.context.notes };
        let notes = notes.join("\n");
        let noted = why.marked(&mut self.analyzer, &notes);
        let shown = match by_text || noted.tokens.is_empty() {
            true => why.snippet(text, &own),
            false => why.snippet(&notes, &noted),
        };
        let matches = why.matches((text, &own.tokens), (&notes, &noted.tokens));
        let unit = stored.context.unit.clone();
        Ok(Hit {
            score: why.score,
            act,
            act_title,
            paragraph: Some(&version.address).filter(|place| **place != unit).cloned(),
            address: unit,
            kind: version.kind,
            path: stored.context.path.clone(),
            heading: version.heading.clone(),
            snippet: shown,
            before: Vec::new(),
            text: stood.text,
            earlier,
            notes: stored.context.notes.clone(),
            also: Vec::new(),
            status: stood.status,
            certainty: stood.certainty,
            valid_from: Bound { window: version.valid_from, rule: version.begins_by.clone() },
            valid_to: version
                .valid_to
                .map(|window| Bound { window, rule: version.ends_by.clone() }),
            redactions: 1,
            matches,
        })
    }
}
