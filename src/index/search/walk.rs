//! The first step of a search: posting lists → the documents with the best sums of weighted
//! terms that hold on the day. The days are read only for documents that would be among them.

use super::{HEADING_WEIGHT, Key, NOTE_WEIGHT, NOTE_WEIGHT_WANTED, Part, Phrase, Plan};
use crate::index::reader::Index;
use crate::index::schema::number_of;
use crate::index::searched::{AMENDING, EARLIER, HEADING};
use crate::index::writer::day;
use crate::model::version::Axis;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use tantivy::columnar::Column;
use tantivy::query::{
    BooleanQuery, BoostQuery, EnableScoring, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocId, Score, SegmentReader, Term};

impl Index {
    /// The first step: the documents with the best sums of weighted terms.
    pub(super) fn walk(&self, plan: &Plan) -> tantivy::Result<(Vec<DocAddress>, bool)> {
        let Some(query) = self.query(plan) else { return Ok((Vec::new(), false)) };
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher))?;
        let mut best: BinaryHeap<Ranked> = BinaryHeap::with_capacity(plan.candidates + 1);
        let mut more = false;
        for (ordinal, reader) in self.searcher.segment_readers().iter().enumerate() {
            let days = Days::open(reader, plan)?;
            let alive = reader.alive_bitset();
            let least = |best: &BinaryHeap<Ranked>| {
                let full = best.len() >= plan.candidates;
                best.peek().filter(|_| full).map_or(Score::MIN, |ranked| ranked.score)
            };
            let from = least(&best);
            let mut take = |document: DocId, score: Score| -> Score {
                let lives = alive.is_none_or(|alive| alive.is_alive(document));
                if lives && days.holds(document) {
                    let document = DocAddress::new(ordinal as u32, document);
                    best.push(Ranked { score, document });
                    if best.len() > plan.candidates {
                        best.pop();
                        more = true;
                    }
                }
                least(&best)
            };
            weight.for_each_pruning(from, reader, &mut take)?;
        }
        let mut documents: Vec<DocAddress> =
            best.into_iter().map(|ranked| ranked.document).collect();
        documents.sort();
        Ok((documents, more))
    }

    /// Words as a union of plain weighted terms, which block-max pruning needs; phrases and
    /// exclusions around it.
    fn query(&self, plan: &Plan) -> Option<Box<dyn Query>> {
        let mut terms: Vec<Box<dyn Query>> = Vec::new();
        let mut seen: HashMap<(Field, String), ()> = HashMap::new();
        let notes = if plan.wants_changes { NOTE_WEIGHT_WANTED } else { NOTE_WEIGHT };
        for alternative in plan.words.iter().flat_map(|word| &word.alternatives) {
            for key in &alternative.keys {
                let fields: &[(Field, Score)] = match (key, plan.part) {
                    (Key::Spelt(_), _) => &[(self.fields.exact, 1.0)],
                    (_, Part::Notes) => &[(self.fields.note, 1.0)],
                    _ => &[
                        (self.fields.stem, 1.0),
                        (self.fields.heading, HEADING_WEIGHT),
                        (self.fields.note, notes),
                    ],
                };
                for (field, weight) in fields {
                    if seen.insert((*field, key.text().to_string()), ()).is_some() {
                        continue;
                    }
                    let term = Term::from_field_text(*field, key.text());
                    let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    let weight = weight * alternative.weight / alternative.keys.len() as Score;
                    terms.push(Box::new(BoostQuery::new(Box::new(term), weight)));
                }
            }
        }
        let union =
            (!terms.is_empty()).then(|| Box::new(BooleanQuery::union(terms)) as Box<dyn Query>);
        if plan.phrases.is_empty() && plan.excluded.is_empty() {
            return union;
        }
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for phrase in &plan.phrases {
            clauses.push((Occur::Must, self.phrase(phrase, plan.part)));
        }
        if let Some(union) = union {
            let occur = if plan.phrases.is_empty() { Occur::Must } else { Occur::Should };
            clauses.push((occur, union));
        }
        if clauses.is_empty() {
            return None;
        }
        for phrase in &plan.excluded {
            clauses.push((Occur::MustNot, self.phrase(phrase, plan.part)));
        }
        Some(Box::new(BooleanQuery::new(clauses)))
    }

    fn phrase(&self, phrase: &Phrase, part: Part) -> Box<dyn Query> {
        let in_field = |field: Field| -> Box<dyn Query> {
            let mut terms: Vec<Term> =
                phrase.keys.iter().map(|key| Term::from_field_text(field, key.text())).collect();
            match (terms.pop(), terms.is_empty()) {
                (Some(last), true) => Box::new(TermQuery::new(last, IndexRecordOption::WithFreqs)),
                (Some(last), false) => {
                    terms.push(last);
                    Box::new(PhraseQuery::new(terms))
                }
                (None, _) => Box::new(tantivy::query::EmptyQuery),
            }
        };
        match phrase.keys.first() {
            Some(Key::Spelt(_)) => in_field(self.fields.exact),
            _ if part == Part::Notes => in_field(self.fields.note),
            _ => Box::new(BooleanQuery::union(vec![
                in_field(self.fields.stem),
                Box::new(BoostQuery::new(in_field(self.fields.note), NOTE_WEIGHT)),
            ])),
        }
    }
}

/// Ordered so that the worst is on top of a heap.
struct Ranked {
    score: Score,
    document: DocAddress,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then_with(|| self.document.cmp(&other.document))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

/// The columns by which a document is taken or left.
struct Days {
    valid_from: Column<i64>,
    valid_to: Column<i64>,
    known_from: Column<i64>,
    known_to: Column<i64>,
    axis: Column<u64>,
    marks: Column<u64>,
    act: Column<u64>,
    wanted_axis: u64,
    day: Option<i64>,
    known_by: Option<i64>,
    acts: Vec<u64>,
    headings: bool,
    without_amending: bool,
}

impl Days {
    fn open(reader: &SegmentReader, plan: &Plan) -> tantivy::Result<Days> {
        let fast = reader.fast_fields();
        Ok(Days {
            valid_from: fast.i64("valid_from")?,
            valid_to: fast.i64("valid_to")?,
            known_from: fast.i64("known_from")?,
            known_to: fast.i64("known_to")?,
            axis: fast.u64("axis")?,
            marks: fast.u64("marks")?,
            act: fast.u64("act_number")?,
            wanted_axis: u64::from(plan.moment.axis == Axis::Adopted),
            day: plan.moment.day.map(|date| day(Some(date), 0)),
            known_by: plan.moment.known_by.map(|date| day(Some(date), 0)),
            acts: plan.acts.iter().map(|act| number_of(act)).collect(),
            headings: plan.part == Part::Headings,
            without_amending: plan.without_amending,
        })
    }

    fn holds(&self, document: DocId) -> bool {
        let signed = |column: &Column<i64>, open: i64| column.first(document).unwrap_or(open);
        let number = |column: &Column<u64>| column.first(document).unwrap_or(0);
        let on_day = self.day.is_none_or(|day| {
            signed(&self.valid_from, i64::MIN) <= day && day < signed(&self.valid_to, i64::MAX)
        });
        on_day
            && number(&self.axis) == self.wanted_axis
            && match self.known_by {
                None => signed(&self.known_to, i64::MAX) == i64::MAX,
                Some(day) => {
                    signed(&self.known_from, i64::MIN) <= day
                        && day < signed(&self.known_to, i64::MAX)
                }
            }
            && (self.acts.is_empty() || self.acts.contains(&number(&self.act)))
            && (!self.headings || number(&self.marks) & HEADING != 0)
            && (!self.without_amending || number(&self.marks) & AMENDING == 0)
            // On any date the earlier redaction is found itself.
            && (self.day.is_some() || number(&self.marks) & EARLIER == 0)
    }
}
