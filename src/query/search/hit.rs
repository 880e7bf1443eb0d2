//! A group of documents → a hit: the provision on the day, its state, the words that show why.

use super::group::Group;
use super::plan::Planned;
use super::snippet::snippet;
use super::{Hit, Match, SearchAsk};
use crate::index::search::{Candidate, Key, Matched};
use crate::index::{IndexError, StoredVersion};
use crate::kazakh::stem;
use crate::kazakh::token::{Analyzer, Token};
use crate::model::certainty::{Certainty, Status};
use crate::model::version::Version;
use crate::query::answer::{ActInfo, Bound};
use crate::query::compose::{GAP, Part, Standing, When, parts};
use crate::query::engine::{Engine, Refusal, info};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};

/// Turns groups into hits.
pub struct Finder<'a> {
    engine: &'a Engine,
    pub(super) asked: &'a SearchAsk,
    planned: &'a Planned,
    pub(super) analyzer: Analyzer,
    acts: HashMap<String, ActInfo>,
}

/// A provision as it stands on a day.
pub struct Stood {
    /// The version that the hit is about: the unit's own, or that of a paragraph of it.
    pub version: Version,
    /// The words of the unit and its paragraphs.
    pub text: Option<String>,
    /// The state of what the hit is about.
    pub status: Status,
    /// The weakest of the words that are printed.
    pub certainty: Certainty,
}

impl<'a> Finder<'a> {
    /// A finder for one question.
    pub fn new(
        engine: &'a Engine,
        asked: &'a SearchAsk,
        planned: &'a Planned,
        analyzer: Analyzer,
    ) -> Self {
        Finder { engine, asked, planned, analyzer, acts: HashMap::new() }
    }

    /// The hits of the first groups.
    ///
    /// # Errors
    /// A damaged index.
    pub fn hits(&mut self, groups: &[Group<'_>]) -> Result<Vec<Hit>, Refusal> {
        let mut hits = Vec::new();
        for group in groups.iter().take(self.asked.limit) {
            hits.push(self.hit(group)?);
        }
        Ok(hits)
    }

    fn hit(&mut self, group: &Group<'_>) -> Result<Hit, Refusal> {
        let (act, stored, unit) = self.read_unit(group.best)?;
        let asked = self.asked.ask.date;
        let day = if self.asked.any_date { day_of(&stored.version, asked) } else { asked };
        let stood = standing(&unit, &stored.version, day);
        let mut also = Vec::new();
        for other in &group.also {
            let (act, stored) = self.read(other)?;
            also.push((act.id, stored.context.unit));
        }
        let mut hit = self.worded(group.best, &act, &stored, stood);
        let same_place = |other: &&&Candidate| other.order == group.best.order;
        hit.redactions = group.redactions.iter().filter(same_place).count();
        hit.also = also;
        Ok(hit)
    }

    /// A hit about a provision as it stood.
    pub fn worded(
        &mut self,
        candidate: &Candidate,
        act: &ActInfo,
        stored: &StoredVersion,
        stood: Stood,
    ) -> Hit {
        let version = stood.version;
        let keys = self.wanted(candidate);
        let earlier = stored.context.earlier.clone().filter(|_| version.text.is_none());
        let text = earlier.clone().or(stood.text.clone()).unwrap_or_default();
        let tokens = self.analyzer.tokens(&text);
        let holds =
            |tokens: &[Token]| tokens.iter().any(|t| t.keys.iter().any(|k| keys.contains(k)));
        let by_text = holds(&tokens);
        let notes_matter = !by_text || candidate.matched.contains(&Matched::Note);
        let notes = if notes_matter { stored.context.notes.join("\n") } else { String::new() };
        let note_tokens = self.analyzer.tokens(&notes);
        let shown = if !by_text && holds(&note_tokens) {
            snippet(&notes, &note_tokens, &keys)
        } else {
            snippet(&text, &tokens, &keys)
        };
        let matches = self.matches(candidate, (&text, &tokens), (&notes, &note_tokens));
        Hit {
            score: (f64::from(candidate.score) * 1000.0).round() as u64,
            act: act.id.clone(),
            act_title: act.title.clone(),
            address: stored.context.unit.clone(),
            paragraph: Some(version.address.clone()).filter(|place| *place != stored.context.unit),
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
        }
    }

    /// The keys that may be marked in a text.
    pub fn wanted(&self, candidate: &Candidate) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for (word, matched) in self.planned.plan.words.iter().zip(&candidate.matched) {
            if *matched == Matched::Not {
                continue;
            }
            for way in &word.alternatives {
                for key in &way.keys {
                    match key {
                        Key::Stem(text) => keys.insert(text.clone()),
                        Key::Spelt(text) => keys.insert(stem::key(text)),
                    };
                }
            }
        }
        keys
    }

    fn matches(
        &self,
        candidate: &Candidate,
        text: (&str, &[Token]),
        notes: (&str, &[Token]),
    ) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        let words = self.planned.plan.words.iter().zip(&self.planned.asked);
        for ((word, asked), matched) in words.zip(&candidate.matched) {
            let (part, (source, tokens)) = match matched {
                Matched::Not => continue,
                Matched::Around => ("around", ("", &[] as &[Token])),
                Matched::Note => ("note", notes),
                Matched::Own(_) => ("text", text),
            };
            let keys = word.alternatives.iter().flat_map(|way| &way.keys);
            for key in keys {
                let stands = |token: &&Token| match key {
                    Key::Stem(text) => token.keys.contains(text),
                    Key::Spelt(text) => token.surface == *text,
                };
                let (Key::Stem(name) | Key::Spelt(name)) = key;
                let forms: BTreeSet<&str> = tokens
                    .iter()
                    .filter(stands)
                    .map(|token| &source[token.bytes.clone()])
                    .collect();
                for form in forms {
                    let form = form.to_string();
                    found.push(Match { word: asked.clone(), form, key: name.clone(), part });
                }
            }
            if part == "around" {
                let key = word.alternatives.first().and_then(|way| way.keys.first());
                if let Some(Key::Stem(name) | Key::Spelt(name)) = key {
                    found.push(Match {
                        word: asked.clone(),
                        form: String::new(),
                        key: name.clone(),
                        part,
                    });
                }
            }
        }
        found
    }

    /// The act and version of a candidate.
    pub fn read(&mut self, candidate: &Candidate) -> Result<(ActInfo, StoredVersion), Refusal> {
        let (iri, stored) = self.engine.index.version_at(candidate.document)?;
        Ok((self.act(&iri)?, stored))
    }

    fn act(&mut self, iri: &str) -> Result<ActInfo, Refusal> {
        if let Some(act) = self.acts.get(iri) {
            return Ok(act.clone());
        }
        let act = self.engine.index.act(iri)?.map(info);
        let act = act.ok_or_else(|| self.lost(iri))?;
        self.acts.insert(iri.to_string(), act.clone());
        Ok(act)
    }

    fn lost(&self, what: &str) -> IndexError {
        IndexError::Damaged { path: self.engine.index.shown(), cause: what.to_string() }
    }

    /// The act and version of a candidate, and the places of the provision to which it belongs.
    ///
    /// # Errors
    /// A damaged index.
    pub fn read_unit(
        &mut self,
        candidate: &Candidate,
    ) -> Result<(ActInfo, StoredVersion, Vec<Part>), Refusal> {
        let versions = self.engine.index.versions_with(candidate.unit)?;
        let own = versions.iter().find(|(document, _)| *document == candidate.document);
        let stored = own.map(|(_, stored)| stored.clone()).ok_or_else(|| self.lost("unit"))?;
        let act = self.act(&stored.context.act)?;
        let versions = versions.into_iter().map(|(_, stored)| stored).collect();
        Ok((act, stored, parts(versions, self.asked.ask.known_by)))
    }
}

/// A provision on a day: what `show` would say of its own words. `found` is what the hit is
/// about.
pub fn standing(unit: &[Part], found: &Version, day: Date) -> Stood {
    let mut lines: Vec<&str> = Vec::new();
    let mut certainties: Vec<Certainty> = Vec::new();
    let mut stood = Stood {
        version: found.clone(),
        text: None,
        status: Status::Unknown,
        certainty: Certainty::Unknown,
    };
    let gap = |lines: &mut Vec<&str>| {
        if lines.last() != Some(&GAP) {
            lines.push(GAP);
        }
    };
    for part in unit {
        let on_day = part.standing(When::On(day));
        let about = part.address == found.address;
        match on_day {
            Standing::Is(version) => {
                let grade = version.grade(day).map_or(Certainty::Unknown, |grade| grade.certainty);
                match (&version.text, version.status) {
                    (Some(text), Status::InForce) => {
                        lines.push(text);
                        certainties.push(grade);
                    }
                    (None, Status::InForce) if part.first.has_words => gap(&mut lines),
                    _ => {}
                }
                if about {
                    stood.status = version.status;
                    stood.certainty = grade;
                    stood.version = version.clone();
                }
            }
            Standing::Open(_) => gap(&mut lines),
            Standing::Nothing => {}
        }
    }
    if lines.iter().any(|line| *line != GAP) {
        stood.text = Some(lines.join("\n"));
    }
    if stood.status == Status::InForce && stood.version.text.is_some() {
        stood.certainty = certainties.into_iter().min().unwrap_or(Certainty::Unknown);
    }
    if stood.status == Status::InForce && stood.version.text.is_none() {
        stood.certainty = Certainty::Unknown;
    }
    stood
}

/// The day on which a redaction is shown: the one asked for where it holds then, else its last.
fn day_of(version: &Version, asked: Date) -> Date {
    if version.may_hold(asked) {
        return asked;
    }
    let begun = version.valid_from.latest.or(version.valid_from.earliest);
    let end = version.valid_to.and_then(|end| end.earliest).and_then(|end| end.yesterday().ok());
    match (begun, end) {
        (Some(begun), Some(end)) => begun.max(end),
        (begun, end) => end.or(begun).unwrap_or(asked),
    }
}
