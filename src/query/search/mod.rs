//! Words that somebody typed → the provisions that have them on a day, best first, each with its
//! state on that day and the words that show why it was found.

mod change;
mod place;
mod plan;
mod snippet;
mod suggest;
mod syntax;

pub use snippet::Run;

use super::answer::{ActInfo, Ask, Bound};
use super::compose::{Part, Standing, When, parts};
use super::engine::{Engine, Refusal, info};
use crate::index::search::{Candidate, Key, Matched, Moment, Plan};
use crate::index::{IndexError, StoredVersion};
use crate::kazakh::token::{Analyzer, Token};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::Window;
use crate::model::kind::Kind;
use crate::model::version::Version;
use jiff::civil::Date;
use plan::{Planned, Planner};
use snippet::snippet;
use std::collections::{BTreeSet, HashMap};

/// Bytes of a question that are read.
const LONGEST_QUESTION: usize = 8192;
/// Documents that are weighed for one question.
const CANDIDATES: usize = 512;
/// A question of more words need not find all of them.
const ALL_OF: usize = 2;
/// The share of the words that a longer question must find, while enough provisions do.
const ENOUGH: f32 = 0.6;
const FEWEST: usize = 10;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchAsk {
    /// The words as typed.
    pub text: String,
    /// The day and axis.
    pub ask: Ask,
    /// Every redaction, whenever it held.
    pub any_date: bool,
    /// Only what changed between two days.
    pub between: Option<(Date, Date)>,
    /// Only this act.
    pub act: Option<ActInfo>,
    /// Hits at most.
    pub limit: usize,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchAnswer {
    /// What was asked.
    pub asked: SearchAsk,
    /// What the question was read as.
    pub read_as: ReadAs,
    /// How many provisions there are.
    pub total: usize,
    /// True where there may be more than were counted.
    pub more: bool,
    /// The best, in order.
    pub hits: Vec<Hit>,
    /// Where nothing was found: words of the corpus that are near those asked for.
    pub suggestions: Vec<Suggestion>,
}

/// What a question was read as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadAs {
    /// The address, where it is nothing but one.
    pub address: Option<Address>,
    /// Each word with the keys that were looked for.
    pub words: Vec<(String, Vec<String>)>,
    /// Phrases.
    pub phrases: Vec<String>,
    /// What must not stand there.
    pub excluded: Vec<String>,
    /// Acts.
    pub acts: Vec<String>,
    /// Words that were not looked for.
    pub left_out: Vec<String>,
}

/// Words near one that no text has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// As typed.
    pub word: String,
    /// Words of the corpus, nearest first.
    pub near: Vec<String>,
}

/// One provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How well it fits, in thousandths; comparable within one answer.
    pub score: u64,
    /// The act.
    pub act: ActId,
    /// Its title.
    pub act_title: Option<String>,
    /// The provision.
    pub address: Address,
    /// What it is.
    pub kind: Kind,
    /// The headings above it, outermost first.
    pub path: Vec<String>,
    /// Its own heading.
    pub heading: Option<String>,
    /// The words that show why.
    pub snippet: Vec<Run>,
    /// Between two days: the words as they were on the first.
    pub before: Vec<Run>,
    /// Its own words; `None` where it holds no more or they are not known.
    pub text: Option<String>,
    /// The notes at it.
    pub notes: Vec<String>,
    /// Where the same words stand elsewhere.
    pub also: Vec<(ActId, Address)>,
    /// Its state on the day.
    pub status: Status,
    /// How sure that is.
    pub certainty: Certainty,
    /// When its words began.
    pub valid_from: Bound,
    /// When they end.
    pub valid_to: Option<Bound>,
    /// On any date: how many redactions have the words.
    pub redactions: usize,
    /// Which form matched which word, and where.
    pub matches: Vec<Match>,
}

/// A form that matched a word of the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The word as asked.
    pub word: String,
    /// The form that stands there; empty where the word stands around the text only.
    pub form: String,
    /// The key under which they meet.
    pub key: String,
    /// Where: `text`, `note` or `around`.
    pub part: &'static str,
}

impl Engine {
    /// Finds provisions.
    ///
    /// # Errors
    /// A name of an act in the question that fits nothing or several acts; a damaged index.
    pub fn search(&self, asked: &SearchAsk) -> Result<SearchAnswer, Refusal> {
        let text = &asked.text[..floor(&asked.text, LONGEST_QUESTION)];
        if asked.between.is_none()
            && let Some(answer) = self.find_places(text, asked)?
        {
            return Ok(answer);
        }
        let pieces = syntax::read(text);
        let mut analyzer = Analyzer::new();
        let day = (!asked.any_date && asked.between.is_none()).then_some(asked.ask.date);
        let moment = Moment { axis: asked.ask.axis, day, known_by: asked.ask.known_by };
        let candidates = if day.is_some() { CANDIDATES } else { 4 * CANDIDATES };
        let mut planned = Planner::plan(&self.index, &mut analyzer, &pieces, moment, candidates)?;
        let mut acts = Vec::new();
        for name in &planned.acts {
            acts.push(self.find_act(name)?.id.iri());
        }
        acts.extend(asked.act.iter().map(|act| act.id.iri()));
        planned.plan.acts = acts;
        let found = self.index.search(&planned.plan)?;
        let groups = grouped(&planned.plan, &found.candidates);
        let mut finder =
            Finder { engine: self, asked, planned: &planned, analyzer, acts: HashMap::new() };
        let (hits, total) = match asked.between {
            Some((from, to)) => finder.changed(&groups, from, to)?,
            None => (finder.hits(&groups)?, groups.len()),
        };
        let suggestions =
            if hits.is_empty() { self.suggest(&planned.unknown)? } else { Vec::new() };
        Ok(SearchAnswer {
            asked: asked.clone(),
            read_as: read_as(&planned),
            total,
            more: found.more,
            hits,
            suggestions,
        })
    }
}

/// The largest offset up to `limit` at which a text can be cut.
fn floor(text: &str, limit: usize) -> usize {
    (0..=limit.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn read_as(planned: &Planned) -> ReadAs {
    let keys = |keys: &[Key]| -> String {
        let text = |key: &Key| match key {
            Key::Stem(text) | Key::Spelt(text) => text.clone(),
        };
        keys.iter().map(text).collect::<Vec<_>>().join(" ")
    };
    let words = planned.asked.iter().zip(&planned.plan.words);
    ReadAs {
        address: None,
        words: words
            .map(|(asked, word)| {
                let ways = word.alternatives.iter().map(|way| keys(&way.keys)).collect();
                (asked.clone(), ways)
            })
            .collect(),
        phrases: planned.plan.phrases.iter().map(|phrase| keys(&phrase.keys)).collect(),
        excluded: planned.plan.excluded.iter().map(|phrase| keys(&phrase.keys)).collect(),
        acts: planned.plan.acts.clone(),
        left_out: planned.left_out.clone(),
    }
}

/// Candidates that are one hit: redactions of one place, and the same words in other acts.
struct Group<'a> {
    best: &'a Candidate,
    /// Redactions of its place, the best one first.
    redactions: Vec<&'a Candidate>,
    /// Other places with the same words.
    also: Vec<&'a Candidate>,
}

fn grouped<'a>(plan: &Plan, candidates: &'a [Candidate]) -> Vec<Group<'a>> {
    let needed = match plan.words.len() {
        count if count <= ALL_OF => 1,
        count => (count as f32 * ENOUGH).ceil() as usize,
    };
    let matched = |candidate: &Candidate| {
        candidate.matched.iter().filter(|matched| **matched != Matched::Not).count()
    };
    let enough = candidates.iter().filter(|candidate| matched(candidate) >= needed).count();
    let least = if enough >= FEWEST { needed } else { 0 };
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut by_place: HashMap<u64, usize> = HashMap::new();
    let mut by_words: HashMap<u64, usize> = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| matched(candidate) >= least) {
        if let Some(group) = by_place.get(&candidate.place) {
            groups[*group].redactions.push(candidate);
            continue;
        }
        let same = by_words.get(&candidate.words).copied().filter(|_| candidate.words != 0);
        if let Some(at) = same {
            by_place.insert(candidate.place, at);
            let group = &mut groups[at];
            // What is in force goes before the act that ordered it.
            if group.best.amending && !candidate.amending {
                group.also.push(group.best);
                group.best = candidate;
                group.redactions = vec![candidate];
            } else {
                group.also.push(candidate);
            }
            continue;
        }
        by_place.insert(candidate.place, groups.len());
        by_words.insert(candidate.words, groups.len());
        groups.push(Group { best: candidate, redactions: vec![candidate], also: Vec::new() });
    }
    groups
}

/// Turns groups into hits.
struct Finder<'a> {
    engine: &'a Engine,
    asked: &'a SearchAsk,
    planned: &'a Planned,
    analyzer: Analyzer,
    acts: HashMap<String, ActInfo>,
}

/// A place as it stands on a day.
struct Stood {
    version: Version,
    status: Status,
    certainty: Certainty,
}

impl Finder<'_> {
    fn hits(&mut self, groups: &[Group<'_>]) -> Result<Vec<Hit>, Refusal> {
        let mut hits = Vec::new();
        for group in groups.iter().take(self.asked.limit) {
            hits.push(self.hit(group)?);
        }
        Ok(hits)
    }

    fn hit(&mut self, group: &Group<'_>) -> Result<Hit, Refusal> {
        let (act, stored) = self.read(group.best)?;
        let part = self.place(&act, &stored)?;
        let stood = match self.asked.any_date {
            true => redaction(&stored.version, self.asked.ask.date),
            false => standing(&part, &stored.version, self.asked.ask.date),
        };
        let mut also = Vec::new();
        for other in &group.also {
            let (act, stored) = self.read(other)?;
            also.push((act.id, stored.version.address));
        }
        let mut hit = self.worded(group.best, &act, &stored, stood);
        hit.also = also;
        hit.redactions = group.redactions.len();
        Ok(hit)
    }

    fn worded(
        &mut self,
        candidate: &Candidate,
        act: &ActInfo,
        stored: &StoredVersion,
        stood: Stood,
    ) -> Hit {
        let version = stood.version;
        let keys = self.wanted(candidate);
        let text = version.text.clone().unwrap_or_default();
        let tokens = self.analyzer.tokens(&text);
        let notes = stored.context.notes.join("\n");
        let note_tokens = self.analyzer.tokens(&notes);
        let holds =
            |tokens: &[Token]| tokens.iter().any(|t| t.keys.iter().any(|k| keys.contains(k)));
        let shown = if !holds(&tokens) && holds(&note_tokens) {
            snippet(&notes, &note_tokens, &keys)
        } else {
            snippet(&text, &tokens, &keys)
        };
        let matches = self.matches(candidate, (&text, &tokens), (&notes, &note_tokens));
        Hit {
            score: (f64::from(candidate.score) * 1000.0).round() as u64,
            act: act.id.clone(),
            act_title: act.title.clone(),
            address: version.address.clone(),
            kind: version.kind,
            path: stored.context.path.clone(),
            heading: version.heading.clone(),
            snippet: shown,
            before: Vec::new(),
            text: version.text.clone(),
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
    fn wanted(&self, candidate: &Candidate) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for (word, matched) in self.planned.plan.words.iter().zip(&candidate.matched) {
            if *matched == Matched::Not {
                continue;
            }
            for way in &word.alternatives {
                for key in &way.keys {
                    match key {
                        Key::Stem(text) => keys.insert(text.clone()),
                        Key::Spelt(text) => keys.insert(crate::kazakh::stem::key(text)),
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

    fn read(&mut self, candidate: &Candidate) -> Result<(ActInfo, StoredVersion), Refusal> {
        let (iri, stored) = self.engine.index.version_at(candidate.document)?;
        if let Some(act) = self.acts.get(&iri) {
            return Ok((act.clone(), stored));
        }
        let act = self.engine.index.act(&iri)?.map(info);
        let lost = || IndexError::Damaged { path: self.engine.index.shown(), cause: iri.clone() };
        let act = act.ok_or_else(lost)?;
        self.acts.insert(iri, act.clone());
        Ok((act, stored))
    }

    fn place(&self, act: &ActInfo, stored: &StoredVersion) -> Result<Option<Part>, Refusal> {
        let version = &stored.version;
        let versions =
            self.engine.index.versions_of(&act.id.iri(), &version.address, version.axis)?;
        Ok(parts(versions, self.asked.ask.known_by).into_iter().next())
    }
}

/// A place on a day: what `show` would say of its own words.
fn standing(part: &Option<Part>, found: &Version, day: Date) -> Stood {
    match part.as_ref().map(|part| part.standing(When::On(day))) {
        Some(Standing::Is(version)) => Stood {
            status: version.status,
            certainty: version.grade(day).map_or(Certainty::Unknown, |grade| grade.certainty),
            version: version.clone(),
        },
        _ => {
            Stood { version: found.clone(), status: Status::Unknown, certainty: Certainty::Unknown }
        }
    }
}

/// A redaction for itself: on the day asked for where it holds then, else on its last day.
fn redaction(version: &Version, day: Date) -> Stood {
    let Window { earliest, latest } = version.valid_from;
    let begun = latest.or(earliest);
    let end = version.valid_to.and_then(|end| end.earliest).and_then(|end| end.yesterday().ok());
    let day = if version.may_hold(day) { day } else { end.or(begun).unwrap_or(day) };
    Stood {
        status: version.status,
        certainty: version.grade(day).map_or(Certainty::Unknown, |grade| grade.certainty),
        version: version.clone(),
    }
}
