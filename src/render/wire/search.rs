//! Provisions that have the words asked for: `nusqa/search/1`.

use super::act::Act;
use super::window::Window;
use super::{Day, Generator};
use crate::model::act::ActId;
use crate::query::search as found;
use schemars::JsonSchema;
use serde::Serialize;

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Search {
    /// `nusqa/search/1`.
    #[schemars(extend("const" = "nusqa/search/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The words as typed.
    pub query: String,
    /// What they were read as.
    pub read_as: ReadAs,
    /// Which order of time was asked about.
    #[schemars(schema_with = "super::names::axis")]
    pub axis: &'static str,
    /// The day; null where every redaction was asked for.
    pub date: Option<Day>,
    /// Only acts adopted up to this day were counted; null: all.
    pub known_by: Option<Day>,
    /// Between these two days something had to change; null where that was not asked.
    pub changed_between: Option<[Day; 2]>,
    /// How many provisions there are; those with the same words count once.
    pub total: usize,
    /// False where there may be more than were counted.
    pub total_is_exact: bool,
    /// Milliseconds that the search took; null unless an explanation is asked for.
    pub time_ms: Option<f64>,
    /// The best, in order.
    pub hits: Vec<Hit>,
    /// Between two days: provisions of which it is not known whether they changed, because their
    /// words of one of the days are not known; counted apart from `total`. Null where changes
    /// were not asked for.
    pub change_unknown: Option<Unknown>,
    /// What the question lacks, where it names nothing to be found: `only_excluded` (words that
    /// must not stand there), `only_part` (a part of the texts), `no_word`; null otherwise.
    #[schemars(schema_with = "missing")]
    pub missing: Option<&'static str>,
    /// Words of the corpus near those that no text has, where nothing was found.
    pub suggestions: Vec<Suggestion>,
}

fn missing(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let mut names: Vec<Option<&str>> =
        found::Missing::ALL.iter().map(|missing| Some(missing.name())).collect();
    names.push(None);
    schemars::json_schema!({ "type": ["string", "null"], "enum": names })
}

/// Provisions of which it is not known whether they changed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Unknown {
    /// How many there are.
    pub total: usize,
    /// The best, in order.
    pub hits: Vec<Hit>,
}

/// What a question was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReadAs {
    /// The address, where the question is nothing but one.
    pub address: Option<String>,
    /// IRIs of the acts that have a place with this address.
    pub address_in: Vec<String>,
    /// The words that were looked for.
    pub words: Vec<Word>,
    /// The stems of words that must follow each other.
    pub phrases: Vec<String>,
    /// The stems of what must not stand there.
    pub excluded: Vec<String>,
    /// IRIs of the acts that were searched; empty: all.
    pub acts: Vec<String>,
    /// Words that only ask, and words beyond the limit.
    pub left_out: Vec<String>,
    /// Words with an asterisk that stands where it means nothing; it was ignored.
    pub asterisks_ignored: Vec<String>,
}

/// One word of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Word {
    /// The word, in standard letters.
    pub word: String,
    /// The stems under which it was looked for; those of several words parted by blanks. Empty
    /// for a word that no text has.
    pub keys: Vec<String>,
}

/// Words near one that no text has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Suggestion {
    /// The word.
    pub word: String,
    /// Words of the corpus, nearest first.
    pub near: Vec<String>,
}

/// One provision.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Hit {
    /// Counted from 1.
    pub rank: usize,
    /// How well it fits; comparable within one answer only.
    pub score: f64,
    /// The act.
    pub act: Act,
    /// The provision.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// Its unnumbered paragraph that fits best; null where the provision itself does.
    pub paragraph: Option<String>,
    /// What it is.
    #[schemars(schema_with = "super::names::kind")]
    pub kind: &'static str,
    /// The Kazakh citation.
    pub label: String,
    /// The headings above it, outermost first.
    pub path: Vec<String>,
    /// Its own heading; null where it has none.
    pub heading: Option<String>,
    /// The words that show why it was found.
    pub snippet: Vec<Run>,
    /// Between two days: its words on the first of them, as a snippet.
    pub before: Option<Vec<Run>>,
    /// Its own words, unnumbered paragraphs included, gaps shown as `[…]`; null where they are
    /// not known or hold no more.
    pub text: Option<String>,
    /// Where they are not known: the words that it had before, by which it was found.
    pub earlier_text: Option<String>,
    /// The editorial notes at it.
    pub notes: Vec<String>,
    /// Where the same words stand elsewhere.
    pub also: Vec<Place>,
    /// Its state on the day.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// How sure that is.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// When its words began.
    pub valid_from: Window,
    /// The first day after them; null while they hold.
    pub valid_to: Option<Window>,
    /// How many of its redactions have the words, where every redaction was asked for.
    pub redactions: usize,
    /// Which form matched which word; null unless an explanation is asked for.
    pub matches: Option<Vec<Match>>,
}

/// A run of a snippet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    /// The words.
    pub text: String,
    /// True for a form that matched.
    pub hit: bool,
}

/// A provision of another act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// IRI of the act.
    pub act: String,
    /// The provision.
    pub address: String,
}

/// A form that matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Match {
    /// The word of the question.
    pub word: String,
    /// The form that stands there; null where it stands in what is around the provision.
    pub form: Option<String>,
    /// The stem under which they meet.
    pub key: String,
    /// `text`, `note` or `around`.
    #[schemars(extend("enum" = ["text", "note", "around"]))]
    pub part: &'static str,
}

impl Search {
    /// The document of an answer. With `time_ms`, the explanation.
    pub fn new(answer: &found::SearchAnswer, time_ms: Option<f64>, generator: Generator) -> Self {
        let asked = &answer.asked;
        let every = asked.any_date || asked.between.is_some();
        let hits = |hits: &[found::Hit]| -> Vec<Hit> {
            let hit = |(i, hit)| Hit::new(i + 1, hit, asked.between.is_some(), time_ms.is_some());
            hits.iter().enumerate().map(hit).collect()
        };
        Search {
            schema: "nusqa/search/1",
            generator,
            query: asked.text.clone(),
            read_as: (&answer.read_as).into(),
            axis: asked.ask.axis.name(),
            date: (!every).then_some(asked.ask.date.into()),
            known_by: asked.ask.known_by.map(Day),
            changed_between: asked.between.map(|(from, to)| [Day(from), Day(to)]),
            total: answer.total,
            total_is_exact: !answer.more,
            time_ms,
            hits: hits(&answer.hits),
            change_unknown: asked
                .between
                .map(|_| Unknown { total: answer.open.total, hits: hits(&answer.open.hits) }),
            missing: answer.missing.map(found::Missing::name),
            suggestions: answer
                .suggestions
                .iter()
                .map(|one| Suggestion { word: one.word.clone(), near: one.near.clone() })
                .collect(),
        }
    }
}

impl From<&found::ReadAs> for ReadAs {
    fn from(read: &found::ReadAs) -> Self {
        let word =
            |(word, keys): &(String, Vec<String>)| Word { word: word.clone(), keys: keys.clone() };
        ReadAs {
            address: read.address.as_ref().map(ToString::to_string),
            address_in: read.address_in.iter().map(ActId::iri).collect(),
            words: read.words.iter().map(word).collect(),
            phrases: read.phrases.clone(),
            excluded: read.excluded.clone(),
            acts: read.acts.clone(),
            left_out: read.left_out.clone(),
            asterisks_ignored: read.asterisks.clone(),
        }
    }
}

impl Hit {
    fn new(rank: usize, hit: &found::Hit, between: bool, explain: bool) -> Self {
        let runs = |runs: &[found::Run]| -> Vec<Run> {
            runs.iter().map(|run| Run { text: run.text.clone(), hit: run.hit }).collect()
        };
        Hit {
            rank,
            score: hit.score as f64 / 1000.0,
            act: Act::new(&hit.act, hit.act_title.clone()),
            address: hit.address.to_string(),
            eid: hit.address.eid(),
            paragraph: hit.paragraph.as_ref().map(ToString::to_string),
            kind: hit.kind.name(),
            label: crate::render::citation::label(&hit.address),
            path: hit.path.clone(),
            heading: hit.heading.clone(),
            snippet: runs(&hit.snippet),
            before: between.then(|| runs(&hit.before)),
            text: hit.text.clone(),
            earlier_text: hit.earlier.clone(),
            notes: hit.notes.clone(),
            also: hit
                .also
                .iter()
                .map(|(act, address)| Place { act: act.iri(), address: address.to_string() })
                .collect(),
            status: hit.status.name(),
            certainty: hit.certainty.name(),
            valid_from: (&hit.valid_from).into(),
            valid_to: hit.valid_to.as_ref().map(Window::from),
            redactions: hit.redactions,
            matches: explain.then(|| hit.matches.iter().map(Match::from).collect()),
        }
    }
}

impl From<&found::Match> for Match {
    fn from(found: &found::Match) -> Self {
        Match {
            word: found.word.clone(),
            form: Some(found.form.clone()).filter(|form| !form.is_empty()),
            key: found.key.clone(),
            part: found.part,
        }
    }
}
