//! Words that somebody typed → the provisions that have them on a day, best first, each with its
//! state on that day and the words that show why it was found.

mod address;
mod also;
mod change;
mod group;
mod hit;
mod intent;
mod neighbours;
mod place;
mod plan;
mod snippet;
mod standing;
mod suggest;
mod syntax;
mod ways;
mod why;

pub(super) use also::Places;
pub use snippet::Run;
pub use syntax::is_quote;

use super::answer::{ActInfo, Ask, Bound};
use super::engine::{Engine, Refusal};
use crate::index::search::{Key, Moment, Part, Phrase};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::kind::Kind;
use group::{by_unit, grouped};
use hit::Finder;
use jiff::civil::Date;
use plan::{Planned, plan};
use syntax::Piece;

/// Bytes of a question that are read.
const LONGEST_QUESTION: usize = 8192;
/// Documents that are weighed for one question: as many as are found quickly. Without a day a
/// provision has several.
const CANDIDATES: usize = 512;
const CANDIDATES_OF_MANY: usize = 128;
const REDACTIONS: usize = 4;
/// An index of more documents is large.
const LARGE: u64 = 30_000;
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
    /// Between two days: provisions of which it is not known whether they changed.
    pub open: Open,
    /// For words that no text has: words of the corpus that are near.
    pub suggestions: Vec<Suggestion>,
    /// What the question lacks, where it names nothing to be found.
    pub missing: Option<Missing>,
}

/// Provisions of which it is not known whether their words changed between two days, because
/// those of one of the days are not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// How many there are.
    pub total: usize,
    /// The best, in order.
    pub hits: Vec<Hit>,
}

/// What a question lacks that names nothing to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A word that must stand: only words that must not are named.
    OnlyExcluded,
    /// A word: only the part of the texts is named.
    OnlyPart,
    /// A word at all: there are only marks, or nothing.
    NoWord,
}

impl Missing {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Missing::OnlyExcluded => "only_excluded",
            Missing::OnlyPart => "only_part",
            Missing::NoWord => "no_word",
        }
    }

    /// Every case.
    pub const ALL: [Missing; 3] = [Missing::OnlyExcluded, Missing::OnlyPart, Missing::NoWord];
}

/// What a question was read as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadAs {
    /// The address, where it is nothing but one.
    pub address: Option<Address>,
    /// The acts that have a place with this address.
    pub address_in: Vec<ActId>,
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
    /// Words with an asterisk that stands where it means nothing: it was read over.
    pub asterisks: Vec<String>,
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
    /// Its unnumbered paragraph that fits best; `None` where the provision itself does.
    pub paragraph: Option<Address>,
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
    /// Its own words, unnumbered paragraphs included, gaps shown as `[…]`; `None` where it holds
    /// no more or they are not known.
    pub text: Option<String>,
    /// Where they are not known: the words that it had before, by which it was found.
    pub earlier: Option<String>,
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
    /// Finds provisions. A question that names nothing but acts or a part of the texts, or words
    /// that must not stand in an act, is answered by what the acts have, in order.
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
        let mut analyzer = self.index.analyzer();
        let day = (!asked.any_date && asked.between.is_none()).then_some(asked.ask.date);
        let moment = Moment { axis: asked.ask.axis, day, known_by: asked.ask.known_by };
        let large = self.index.size() > LARGE;
        let candidates = if large { CANDIDATES_OF_MANY } else { CANDIDATES };
        let candidates = if day.is_some() { candidates } else { REDACTIONS * candidates };
        let mut planned = plan(&self.index, &mut analyzer, &pieces, moment, candidates)?;
        let mut acts = Vec::new();
        for name in &planned.acts {
            acts.push(self.find_act(name)?.id.iri());
        }
        acts.extend(asked.act.iter().map(|act| act.id.iri()));
        planned.plan.acts = acts;
        // What an act orders is no provision whose words change.
        planned.plan.without_amending = asked.between.is_some();
        let wordless = planned.plan.words.is_empty() && planned.plan.phrases.is_empty();
        let missing = missing(&planned, &pieces).filter(|_| wordless);
        let listed = wordless && missing.is_none();
        let found = match listed {
            true => self.index.list(&planned.plan)?,
            false => self.index.search(&planned.plan)?,
        };
        let groups = match listed {
            true => by_unit(&found.candidates),
            false => grouped(&planned.plan, &found.candidates),
        };
        let mut finder = Finder::new(self, asked, analyzer);
        let (found_hits, total, open) = match asked.between {
            Some(between) => finder.changed(&planned, &groups, between)?,
            None => (finder.hits(&planned, &groups)?, groups.len(), Open::default()),
        };
        let suggestions = self.suggest(&planned.unknown)?;
        Ok(SearchAnswer {
            asked: asked.clone(),
            read_as: read_as(&planned),
            total,
            more: found.more,
            hits: found_hits,
            open,
            suggestions,
            missing,
        })
    }
}

/// What a question lacks that has no words: an act named is something to be shown, and so are
/// the words that one has apart from those named.
fn missing(planned: &Planned, pieces: &[Piece]) -> Option<Missing> {
    let says = |piece: &Piece| matches!(piece, Piece::Act(_) | Piece::In(_) | Piece::Not(_));
    let blank = pieces.is_empty();
    if !planned.plan.acts.is_empty() && (blank || pieces.iter().any(says)) {
        return None;
    }
    Some(match (planned.plan.excluded.is_empty(), planned.plan.part) {
        (false, _) => Missing::OnlyExcluded,
        (true, Part::Headings | Part::Notes) => Missing::OnlyPart,
        (true, Part::Anywhere) => Missing::NoWord,
    })
}

/// The largest offset up to `limit` at which a text can be cut.
fn floor(text: &str, limit: usize) -> usize {
    (0..=limit.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn read_as(planned: &Planned) -> ReadAs {
    let text = |key: &Key| match key {
        Key::Stem(text) | Key::Spelt(text) => text.clone(),
    };
    let keys = |keys: &[Key]| keys.iter().map(text).collect::<Vec<_>>().join(" ");
    let phrase = |phrase: &Phrase| {
        let keys = phrase.readings.iter().take(1).flatten().map(|(_, key)| text(key));
        keys.collect::<Vec<_>>().join(" ")
    };
    let words = planned.asked.iter().zip(&planned.plan.words);
    ReadAs {
        address: None,
        address_in: Vec::new(),
        words: words
            .map(|(asked, word)| {
                let ways = word.alternatives.iter().map(|way| keys(&way.keys)).collect();
                (asked.clone(), ways)
            })
            .collect(),
        phrases: planned.plan.phrases.iter().map(phrase).collect(),
        excluded: planned.plan.excluded.iter().map(phrase).collect(),
        acts: planned.plan.acts.clone(),
        left_out: planned.left_out.clone(),
        asterisks: planned.asterisks.clone(),
    }
}
