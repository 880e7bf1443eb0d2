//! The first step of a search: posting lists → the documents with the best sums of weighted
//! terms that hold on the day. The days are read only for documents that would be among them.

use super::{HEADING_WEIGHT, Key, NOTE_WEIGHT, NOTE_WEIGHT_WANTED, Part, Phrase, Plan};
use crate::index::columns::{Columns, Numbers};
use crate::index::kept::slot;
use crate::index::reader::Index;
use crate::index::schema::number_of;
use crate::index::searched::{ABSENT, AMENDING, EARLIER, HEADING, SUPERSEDED};
use crate::index::standing::{Wanted, is_known, knowledge};
use crate::model::version::Axis;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use tantivy::query::{
    BooleanQuery, BoostQuery, EmptyQuery, EnableScoring, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocId, Score, Term};

/// What the definition of exactly the term asked for counts for: enough to be weighed at all.
const DEFINED_WEIGHT: Score = 1.0;

impl Index {
    /// The first step: the documents with the best sums of weighted terms.
    pub(super) fn walk(&self, plan: &Plan) -> tantivy::Result<(Vec<DocAddress>, bool)> {
        let Some(query) = self.query(plan) else { return Ok((Vec::new(), false)) };
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher))?;
        let mut best: BinaryHeap<Ranked> = BinaryHeap::with_capacity(plan.candidates + 1);
        let mut more = false;
        for (ordinal, reader) in self.searcher.segment_readers().iter().enumerate() {
            let columns = self.columns(ordinal as u32)?;
            let filter = self.filter(plan, columns)?;
            let alive = reader.alive_bitset();
            let least = |best: &BinaryHeap<Ranked>| {
                let full = best.len() >= plan.candidates;
                best.peek().filter(|_| full).map_or(Score::MIN, |ranked| ranked.score)
            };
            let from = least(&best);
            let mut take = |document: DocId, score: Score| -> Score {
                let lives = alive.is_none_or(|alive| alive.is_alive(document));
                if lives && filter.takes(document) {
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
        if let Some(term) = plan.term.as_ref().filter(|_| plan.part == Part::Anywhere) {
            let term = Term::from_field_text(self.fields.defined, term);
            let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
            terms.push(Box::new(BoostQuery::new(Box::new(term), DEFINED_WEIGHT)));
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
        clauses.extend(self.exclusions(plan));
        Some(Box::new(BooleanQuery::new(clauses)))
    }

    /// What must not stand in a document. Each is asked for as a union of itself: the exclusion of
    /// tantivy 0.27 asks on behind the last document, which a phrase alone does not allow.
    pub(super) fn exclusions(&self, plan: &Plan) -> Vec<(Occur, Box<dyn Query>)> {
        let not = |phrase: &Phrase| {
            let phrase = self.phrase(phrase, plan.part);
            let union: Box<dyn Query> =
                Box::new(BooleanQuery::union(vec![phrase.box_clone(), phrase]));
            (Occur::MustNot, union)
        };
        plan.excluded.iter().map(not).collect()
    }

    /// By what the documents of a segment are taken or left.
    pub(super) fn filter<'a>(
        &self,
        plan: &Plan,
        columns: &'a Columns,
    ) -> tantivy::Result<Filter<'a>> {
        let mut acts = Vec::with_capacity(plan.acts.len());
        for act in &plan.acts {
            acts.extend(columns.act.position_of(number_of(act))?);
        }
        let axis = plan.moment.axis;
        // On the axis of adoption everything is known since ever.
        let known_by = plan.moment.known_by.filter(|_| axis == Axis::InForce);
        Ok(Filter {
            columns,
            standing: &columns.standing[slot(axis)],
            wanted: wanted(plan),
            known_by: known_by.map(|date| knowledge(Some(date))),
            acts: (!plan.acts.is_empty()).then_some(acts),
        })
    }

    fn phrase(&self, phrase: &Phrase, part: Part) -> Box<dyn Query> {
        let readings = phrase.readings.iter().map(|reading| self.reading(reading, part));
        let mut readings: Vec<Box<dyn Query>> = readings.collect();
        match (readings.pop(), readings.is_empty()) {
            (Some(only), true) => only,
            (Some(last), false) => {
                readings.push(last);
                Box::new(BooleanQuery::union(readings))
            }
            (None, _) => Box::new(EmptyQuery),
        }
    }

    /// One way in which the words of a phrase may follow each other.
    fn reading(&self, reading: &[(usize, Key)], part: Part) -> Box<dyn Query> {
        let in_field = |field: Field| -> Box<dyn Query> {
            let term = |key: &Key| Term::from_field_text(field, key.text());
            match reading {
                [] => Box::new(EmptyQuery),
                [(_, only)] => Box::new(TermQuery::new(term(only), IndexRecordOption::WithFreqs)),
                several => {
                    let terms = several.iter().map(|(place, key)| (*place, term(key))).collect();
                    Box::new(PhraseQuery::new_with_offset(terms))
                }
            }
        };
        match reading.first() {
            Some((_, Key::Spelt(_))) => in_field(self.fields.exact),
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

/// By what a document is taken or left.
pub(super) struct Filter<'a> {
    columns: &'a Columns,
    standing: &'a Numbers,
    wanted: Wanted,
    known_by: Option<u64>,
    /// Positions of the acts in the segment.
    acts: Option<Vec<u64>>,
}

impl Filter<'_> {
    /// The standing first: most documents that do not fit fail by it.
    pub(super) fn takes(&self, document: DocId) -> bool {
        let Filter { columns, standing, wanted, known_by, acts } = self;
        wanted.fits(standing.get_val(document))
            && known_by.is_none_or(|day| {
                let from = columns.known_from.get_val(document);
                is_known(from, columns.known_to.get_val(document), day)
            })
            && acts.as_ref().is_none_or(|acts| acts.contains(&columns.act.position(document)))
    }
}

fn wanted(plan: &Plan) -> Wanted {
    let mut wanted = Wanted::on(plan.moment.day);
    for (mark, leave) in [
        (ABSENT, true),
        (SUPERSEDED, plan.moment.known_by.is_none()),
        (AMENDING, plan.without_amending),
        // On any date the earlier redaction is found itself.
        (EARLIER, plan.moment.day.is_none()),
    ] {
        wanted.unwanted |= if leave { mark } else { 0 };
    }
    wanted.marks |= if plan.part == Part::Headings { HEADING } else { 0 };
    wanted
}
