//! One version of one place over one stretch of days and of knowledge, flat, for search engines:
//! `nusqa/bulk/1`. Everything that is asked for by days is a range or a pair of plain numbers.

use super::version::Bound;
use super::{Day, Generator, names};
use crate::index::StoredVersion;
use crate::kazakh::token::Analyzer;
use crate::model::certainty::Certainty;
use crate::model::version::Axis;
use crate::query::answer::ActInfo;
use crate::query::stretch::{self, Range, Stretch};
use crate::render::citation;
use crate::render::wire::act::number;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The longest text of one document, in bytes; a longer one goes on in the next part.
pub const LONGEST_TEXT: usize = 100_000;

/// A version of a place over one stretch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BulkDocument")]
pub struct BulkDocument {
    /// `nusqa/bulk/1`.
    #[schemars(extend("const" = "nusqa/bulk/1"))]
    pub schema: String,
    /// What made the document.
    pub generator: Generator,
    /// IRI of the act.
    pub act: String,
    /// Its number; null for an act without one.
    pub act_number: Option<String>,
    /// Its legal form.
    #[schemars(schema_with = "names::act_type")]
    pub act_type: String,
    /// Its title by the latest text.
    pub act_title: Option<String>,
    /// The day it was adopted.
    pub act_adopted: Day,
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Day>,
    /// The address of the place.
    pub address: String,
    /// Its eId.
    pub eid: String,
    /// The address with every address around it: a term finds a place with all its parts.
    pub under: Vec<String>,
    /// The Kazakh citation.
    pub label: String,
    /// What stands there.
    #[schemars(schema_with = "names::kind")]
    pub kind: String,
    /// Its identity through time.
    pub node: String,
    /// Position of the place in the act.
    pub order: u64,
    /// Levels above it.
    pub depth: usize,
    /// The headings above it, outermost first.
    pub path: Vec<String>,
    /// The order of time: what is in force, or every change on its day of adoption.
    #[schemars(schema_with = "names::axis")]
    pub axis: String,
    /// Its state on these days.
    #[schemars(schema_with = "names::status")]
    pub status: String,
    /// How sure state and words are on these days, by all that is known.
    #[schemars(schema_with = "names::certainty")]
    pub certainty: String,
    /// The codes of the reasons.
    pub reasons: Vec<String>,
    /// Days on which it may hold; null on the axis of adoption.
    pub holds_possibly: Option<Days>,
    /// Of these, the days on which nothing else may hold; null where there are none.
    pub holds_surely: Option<Days>,
    /// Days of adoption on which it stands in the text; null on the axis of force.
    pub adopted: Option<Days>,
    /// Days of knowledge of which that is true.
    pub known: Days,
    /// The same days as numbers, for engines without ranges.
    pub days: Numbers,
    /// When the version begins.
    pub valid_from: Bound,
    /// The first day on which it no longer holds; null while it holds.
    pub valid_to: Option<Bound>,
    /// IRI of the act that made it.
    pub introduced_by: Option<String>,
    /// IRI of the act that ended it.
    pub ended_by: Option<String>,
    /// The part of the text that the document holds, counted from 1.
    pub part: usize,
    /// Parts of the text.
    pub parts: usize,
    /// Its own words, number and heading included, children left out; null where they are not
    /// known or do not hold.
    pub text: Option<String>,
    /// The heading, where it has one.
    pub heading: Option<String>,
    /// The stems of its words in their order, parted by blanks, one a word.
    pub stems: String,
    /// Its words in standard spelling in their order, parted by blanks.
    pub words: String,
    /// What else it is found by: compounds, numbers of acts, days.
    pub keys: Vec<String>,
    /// False for a document that has no line of its own.
    pub has_words: bool,
    /// False where units may stand inside it of which the corpus knows nothing.
    pub parts_known: bool,
    /// Who says so.
    pub evidence: Vec<Proof>,
    /// Editorial notes at it.
    pub notes: Vec<String>,
    /// The codes of what a reader should distrust.
    pub warnings: Vec<String>,
}

/// A range of days, half-open; a side without end is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BulkDays")]
pub struct Days {
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gte: Option<Day>,
    /// The first day after.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lt: Option<Day>,
}

/// Days as numbers: 20210129 is 29 January 2021; 0 and 99999999 stand for no end. On the axis of
/// adoption, the days are those of adoption. A stretch that never holds surely has `surely_from`
/// and `surely_until` 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BulkNumbers")]
pub struct Numbers {
    /// The first day on which it may hold.
    pub possibly_from: u32,
    /// The first day on which it may not hold any more.
    pub possibly_until: u32,
    /// The first day on which nothing else may hold.
    pub surely_from: u32,
    /// The first day on which something else may hold again.
    pub surely_until: u32,
    /// The first day of knowledge.
    pub known_from: u32,
    /// The first day of other knowledge.
    pub known_until: u32,
}

/// One piece of proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BulkProof")]
pub struct Proof {
    /// What it proves.
    #[schemars(schema_with = "names::evidence_kind")]
    pub kind: String,
    /// The file, as the corpus names it.
    pub file: String,
    /// The first line, counted from 1.
    pub first_line: usize,
    /// The last line.
    pub last_line: usize,
    /// Bytes of the file, half-open.
    pub bytes: [usize; 2],
    /// Where it stands, as it is cited: `file:78-98`.
    pub place: String,
}

/// The documents of a stretch, in their order: one, or several where the words are very long.
pub fn documents(
    act: &ActInfo,
    stored: &StoredVersion,
    stretch: &Stretch,
    generator: &Generator,
    analyzer: &mut Analyzer,
) -> Vec<BulkDocument> {
    let texts = cut(stored.version.text.as_deref().unwrap_or_default());
    let parts = texts.len();
    let known = stored.version.text.is_some();
    let documents = texts.into_iter().enumerate().map(|(i, text)| {
        let mut document = blank(act, stored, stretch, generator);
        let tokens = analyzer.tokens(text);
        let first = tokens.iter().filter_map(|token| token.keys.first().map(String::as_str));
        document.stems = first.collect::<Vec<_>>().join(" ");
        let words = tokens.iter().map(|token| token.surface.as_str());
        document.words = words.collect::<Vec<_>>().join(" ");
        document.keys =
            tokens.iter().flat_map(|token| token.keys.iter().skip(1).cloned()).collect();
        document.text = known.then(|| text.to_owned());
        document.part = i + 1;
        document.parts = parts;
        document
    });
    documents.collect()
}

fn blank(
    act: &ActInfo,
    stored: &StoredVersion,
    stretch: &Stretch,
    generator: &Generator,
) -> BulkDocument {
    let held = &stored.version;
    let in_force = held.axis == Axis::InForce;
    let grade = stretch.grade.as_ref();
    let reasons = grade.map(|grade| super::show::codes(&grade.reasons));
    BulkDocument {
        schema: "nusqa/bulk/1".to_owned(),
        generator: generator.clone(),
        act: act.id.iri(),
        act_number: number(&act.id),
        act_type: act.id.form.name().to_owned(),
        act_title: act.title.clone(),
        act_adopted: act.id.adopted.0.into(),
        horizon: act.horizon.map(Day),
        address: held.address.to_string(),
        eid: held.address.eid(),
        under: stretch::around(stored).iter().map(ToString::to_string).collect(),
        label: citation::label(&held.address),
        kind: held.kind.name().to_owned(),
        node: held.node.to_string(),
        order: stored.order,
        depth: stored.depth,
        path: stored.context.path.clone(),
        axis: held.axis.name().to_owned(),
        status: held.status.name().to_owned(),
        certainty: grade.map_or(Certainty::Unknown, |grade| grade.certainty).name().to_owned(),
        reasons: reasons.unwrap_or_default(),
        holds_possibly: in_force.then(|| stretch.possibly.into()),
        holds_surely: stretch.surely.filter(|_| in_force).map(Days::from),
        adopted: (!in_force).then(|| stretch.surely.unwrap_or(stretch.possibly).into()),
        known: stretch.known.into(),
        days: Numbers::of(stretch),
        valid_from: Bound::new(held.valid_from, held.begins_by.as_ref()),
        valid_to: held.valid_to.map(|end| Bound::new(end, held.ends_by.as_ref())),
        introduced_by: held.introduced_by.as_ref().map(|act| act.iri()),
        ended_by: held.ended_by.as_ref().map(|act| act.iri()),
        part: 1,
        parts: 1,
        text: None,
        heading: held.heading.clone(),
        stems: String::new(),
        words: String::new(),
        keys: Vec::new(),
        has_words: stored.has_words,
        parts_known: held.parts_known,
        evidence: held.evidence.iter().map(Proof::from).collect(),
        notes: stored.context.notes.clone(),
        warnings: held.warnings.iter().map(|(code, _)| code.clone()).collect(),
    }
}

impl BulkDocument {
    /// The name of the document, the same in every export for the same place, version, days and
    /// knowledge: a hash of what tells it from all others.
    pub fn id(&self) -> String {
        let days = &self.days;
        let told = format!(
            "{}\n{}\n{}\n{}\n{:?}\n{:?}\n{}\n{days:?}\n{}",
            self.act,
            self.axis,
            self.address,
            self.node,
            self.valid_from,
            self.valid_to,
            self.status,
            self.part
        );
        blake3::hash(told.as_bytes()).to_hex()[..32].to_owned()
    }
}

impl From<Range> for Days {
    fn from(range: Range) -> Self {
        Days { gte: range.from.map(Day), lt: range.until.map(Day) }
    }
}

impl Numbers {
    fn of(stretch: &Stretch) -> Numbers {
        let [possibly_from, possibly_until] = numbers(stretch.possibly);
        let [surely_from, surely_until] = stretch.surely.map_or([0, 0], numbers);
        let [known_from, known_until] = numbers(stretch.known);
        Numbers {
            possibly_from,
            possibly_until,
            surely_from,
            surely_until,
            known_from,
            known_until,
        }
    }
}

fn numbers(range: Range) -> [u32; 2] {
    let number = |day: Date| {
        let part = |part: i16| u32::from(part.unsigned_abs());
        part(day.year()) * 10_000 + part(day.month().into()) * 100 + part(day.day().into())
    };
    [range.from.map_or(0, number), range.until.map_or(99_999_999, number)]
}

impl From<&crate::model::evidence::Evidence> for Proof {
    fn from(piece: &crate::model::evidence::Evidence) -> Self {
        let span = &piece.span;
        Proof {
            kind: piece.kind.name().to_owned(),
            file: span.source.file.to_string(),
            first_line: span.lines.0,
            last_line: span.lines.1,
            bytes: [span.bytes.start, span.bytes.end],
            place: crate::render::messages::phrases::place(span),
        }
    }
}

/// A text in parts that are not too long, each ending after a blank where there is one.
fn cut(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.len() > LONGEST_TEXT {
        let most = (0..=LONGEST_TEXT).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(0);
        let blank = rest[..most].char_indices().rev().find(|(_, c)| c.is_whitespace());
        let end = blank.map_or(most, |(at, c)| at + c.len_utf8());
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_long_text_is_lost() {
        for text in ["", "әдеп", &"ә".repeat(LONGEST_TEXT), &"сөз ".repeat(LONGEST_TEXT)] {
            let parts = cut(text);
            assert_eq!(parts.concat(), *text);
            assert!(parts.iter().all(|part| part.len() <= LONGEST_TEXT));
        }
        assert!(
            cut(&"сөз ".repeat(LONGEST_TEXT))
                .iter()
                .all(|part| part.ends_with(' ') || part.is_empty())
        );
    }
}
