//! A plan of words, phrases and days → the documents that fit it best.
//!
//! Two steps. The first lets tantivy walk the posting lists with block-max pruning; the days of
//! a document are read only where its score would place it among the best. The second weighs
//! these few by everything that is known of them: which words stand in the text itself, which
//! around it, how many of those asked for, and what the text is.

use super::layout::IndexError;
use super::reader::Index;
use super::schema::{Fields, number_of, under_key};
use super::searched::{AMENDING, DEPTH, EARLIER, HEADING, LEAD_IN, ORDER, REPEALED};
use super::stored::StoredVersion;
use super::writer::{day, tantivy_error};
use crate::model::address::Address;
use crate::model::version::Axis;
use jiff::civil::Date;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use tantivy::columnar::Column;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::Postings;
use tantivy::query::{
    BooleanQuery, BoostQuery, EnableScoring, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocId, DocSet, Score, SegmentReader, TERMINATED, Term};

/// A term that a document may hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A key of the analyzer.
    Stem(String),
    /// A word as spelt.
    Spelt(String),
}

impl Key {
    fn text(&self) -> &str {
        match self {
            Key::Stem(text) | Key::Spelt(text) => text,
        }
    }
}

/// One way in which a word of the question may stand in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The keys, all of which must stand there.
    pub keys: Vec<Key>,
    /// How much it counts beside the word itself, which counts 1.
    pub weight: Score,
    /// IRIs of the acts in which it is meant; empty: in all.
    pub acts: Vec<String>,
}

/// One word of the question.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The ways in which it may stand there; none for a word that no text has.
    pub alternatives: Vec<Alternative>,
    /// As spelt: a text that spells it so goes first.
    pub spelt: String,
}

/// Words that must follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The terms, all of one sort.
    pub keys: Vec<Key>,
}

/// Which part of a text is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The whole.
    #[default]
    Anywhere,
    /// Headings and titles only.
    Headings,
    /// Editorial notes only.
    Notes,
}

/// Which versions are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Which order of time.
    pub axis: Axis,
    /// Those that may hold on this day; `None`: all.
    pub day: Option<Date>,
    /// Those that were true by what was known on this day; `None`: by all that is known.
    pub known_by: Option<Date>,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Words, any of which may match.
    pub words: Vec<Word>,
    /// Phrases, all of which must stand.
    pub phrases: Vec<Phrase>,
    /// Phrases, none of which may stand.
    pub excluded: Vec<Phrase>,
    /// IRIs of the acts that are searched; empty: all.
    pub acts: Vec<String>,
    /// True to leave amending acts aside.
    pub without_amending: bool,
    /// Which part of the texts.
    pub part: Part,
    /// Which versions.
    pub moment: Moment,
    /// True where the question asks what a term means.
    pub wants_definition: bool,
    /// True where it asks for what was repealed or amended.
    pub wants_changes: bool,
    /// How many documents are weighed.
    pub candidates: usize,
}

/// A document that fits.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// How well.
    pub score: Score,
    /// Which.
    pub document: DocAddress,
    /// Which words of the plan matched: in the text itself or its notes, and only around it.
    pub matched: Vec<Matched>,
    /// Identity of the provision.
    pub unit: u64,
    /// Identity of the words; 0 for few words.
    pub words: u64,
    /// Identity of the act.
    pub act: u64,
    /// Position in the act.
    pub order: u64,
    /// True where it stands in an amending act as an order or new text.
    pub amending: bool,
    /// Levels above it.
    pub depth: u64,
    /// By what the sum of its words was multiplied.
    factor: Score,
}

/// How a word of the plan matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matched {
    /// Not at all.
    Not,
    /// In the headings and lead-ins around.
    Around,
    /// In a note.
    Note,
    /// In the text itself, by this alternative.
    Own(usize),
}

/// The best documents.
#[derive(Clone, Debug)]
pub struct Found {
    /// Best first.
    pub candidates: Vec<Candidate>,
    /// True where there may be more than were weighed.
    pub more: bool,
}

const HEADING_WEIGHT: Score = 0.25;
const NOTE_WEIGHT: Score = 0.15;
const NOTE_WEIGHT_WANTED: Score = 0.8;
const SPELT_WEIGHT: Score = 0.2;
const TIE: Score = 0.1;
/// BM25.
const K1: Score = 1.2;
/// Lower than usual: a long point is not less to the purpose than a short one.
const B: Score = 0.4;
/// What words count for that follow each other as they do in the question.
const NEAR_WEIGHT: Score = 0.6;
/// Words farther apart do not belong together.
const FARTHEST: u32 = 4;
/// Candidates for which the order of words is looked at.
const NEAR_AMONG: usize = 96;
/// Positions of one term in one document that are looked at.
const POSITIONS: usize = 64;

impl Index {
    /// The documents that fit a plan best.
    ///
    /// # Errors
    /// A damaged index.
    pub fn search(&self, plan: &Plan) -> Result<Found, IndexError> {
        let found = self.walk(plan).and_then(|(documents, more)| {
            let candidates = self.weigh(plan, documents)?;
            Ok(Found { candidates, more })
        });
        found.map_err(|error| tantivy_error(&self.layout, &error))
    }

    /// How many documents hold a key in their own words.
    ///
    /// # Errors
    /// A damaged index.
    pub fn frequency(&self, key: &Key) -> Result<u64, IndexError> {
        let term = Term::from_field_text(self.field_of(key), key.text());
        self.searcher.doc_freq(&term).map_err(|error| tantivy_error(&self.layout, &error))
    }

    /// How many documents have a key in the headings, lead-ins or notes at them.
    ///
    /// # Errors
    /// A damaged index.
    pub fn frequency_around(&self, key: &str) -> Result<u64, IndexError> {
        let mut found = 0;
        for field in [self.fields.heading, self.fields.note] {
            let term = Term::from_field_text(field, key);
            found += self
                .searcher
                .doc_freq(&term)
                .map_err(|error| tantivy_error(&self.layout, &error))?;
        }
        Ok(found)
    }

    /// Terms that begin so, at most `limit`, with the number of documents that hold them.
    ///
    /// # Errors
    /// A damaged index.
    pub fn beginning(&self, prefix: &Key, limit: usize) -> Result<Vec<(String, u64)>, IndexError> {
        let mut found: HashMap<String, u64> = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let terms = segment.inverted_index(self.field_of(prefix));
            let read = || -> tantivy::Result<()> {
                let terms = terms?;
                let mut stream =
                    terms.terms().range().ge(prefix.text().as_bytes()).into_stream()?;
                while stream.advance() && found.len() < limit {
                    let Ok(term) = std::str::from_utf8(stream.key()) else { continue };
                    if !term.starts_with(prefix.text()) {
                        break;
                    }
                    *found.entry(term.to_string()).or_default() +=
                        u64::from(stream.value().doc_freq);
                }
                Ok(())
            };
            let read = read;
            read().map_err(|error| tantivy_error(&self.layout, &error))?;
        }
        let mut found: Vec<(String, u64)> = found.into_iter().collect();
        found.sort();
        Ok(found)
    }

    /// The IRI of its act, and the version that a document holds.
    ///
    /// # Errors
    /// A damaged index.
    pub fn version_at(&self, document: DocAddress) -> Result<(String, StoredVersion), IndexError> {
        let stored: StoredVersion = self.read_document(document)?;
        Ok((stored.context.act.clone(), stored))
    }

    /// Where the index lies, as shown to users.
    pub fn shown(&self) -> String {
        self.layout.shown()
    }

    /// The versions of one provision alone: the numbered unit and its unnumbered paragraphs.
    ///
    /// # Errors
    /// A damaged index.
    pub fn versions_of(
        &self,
        act: &str,
        unit: &Address,
        axis: Axis,
    ) -> Result<Vec<StoredVersion>, IndexError> {
        let unit = number_of(&under_key(axis.name(), act, &unit.to_string()));
        let term = Term::from_field_u64(self.fields.unit, unit);
        let mut versions: Vec<StoredVersion> =
            self.stored(&TermQuery::new(term, IndexRecordOption::Basic))?;
        versions.sort_by_key(|stored| (stored.order, stored.version.valid_from.earliest));
        Ok(versions)
    }

    fn field_of(&self, key: &Key) -> Field {
        match key {
            Key::Stem(_) => self.fields.stem,
            Key::Spelt(_) => self.fields.exact,
        }
    }

    /// The first step: the documents with the best sums of weighted terms.
    fn walk(&self, plan: &Plan) -> tantivy::Result<(Vec<DocAddress>, bool)> {
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

    /// The second step.
    fn weigh(&self, plan: &Plan, documents: Vec<DocAddress>) -> tantivy::Result<Vec<Candidate>> {
        let scales = Scales::new(&self.searcher, &self.fields, plan)?;
        let mut candidates = Vec::with_capacity(documents.len());
        let mut from = 0;
        while from < documents.len() {
            let ordinal = documents[from].segment_ord;
            let end = from + documents[from..].partition_point(|d| d.segment_ord == ordinal);
            let reader = self.searcher.segment_reader(ordinal);
            scales.weigh(reader, &documents[from..end], &mut candidates)?;
            from = end;
        }
        candidates.sort_by(by_score);
        let among = candidates.len().min(NEAR_AMONG);
        scales.draw_near(&self.searcher, &mut candidates[..among])?;
        candidates.sort_by(by_score);
        Ok(candidates)
    }
}

/// Best first; a deeper unit before its parent, then in the order of the document.
fn by_score(a: &Candidate, b: &Candidate) -> Ordering {
    b.score
        .total_cmp(&a.score)
        .then_with(|| b.depth.cmp(&a.depth).then((a.act, a.order).cmp(&(b.act, b.order))))
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

/// A term of a field with what it weighs.
struct Counted {
    field: Field,
    term: Term,
    idf: Score,
    average: Score,
    /// True where no document has it.
    absent: bool,
}

/// Everything by which documents are weighed.
struct Scales<'a> {
    plan: &'a Plan,
    terms: Vec<Counted>,
    /// By word and alternative and key: the terms in text, heading, note and definition.
    keys: Vec<Vec<Vec<[Option<usize>; 4]>>>,
    /// By word: the term as spelt, and how rare the word is.
    spelt: Vec<Option<usize>>,
    rarity: Vec<Score>,
}

impl<'a> Scales<'a> {
    fn new(searcher: &tantivy::Searcher, fields: &Fields, plan: &'a Plan) -> tantivy::Result<Self> {
        let documents = searcher.num_docs().max(1);
        let mut averages: HashMap<Field, Score> = HashMap::new();
        let mut terms: Vec<Counted> = Vec::new();
        let mut known: HashMap<(Field, String), usize> = HashMap::new();
        let mut term = |field: Field, text: &str| -> tantivy::Result<usize> {
            if let Some(known) = known.get(&(field, text.to_string())) {
                return Ok(*known);
            }
            let average = match averages.get(&field) {
                Some(average) => *average,
                None => {
                    let mut tokens = 0;
                    for reader in searcher.segment_readers() {
                        tokens += reader.inverted_index(field)?.total_num_tokens();
                    }
                    let average = (tokens as Score / documents as Score).max(1.0);
                    averages.insert(field, average);
                    average
                }
            };
            let term = Term::from_field_text(field, text);
            let frequency = searcher.doc_freq(&term)? as Score;
            let absent = frequency == 0.0;
            let all = documents as Score;
            let idf = (1.0 + (all - frequency + 0.5).max(0.0) / (frequency + 0.5)).ln();
            terms.push(Counted { field, term, idf, average, absent });
            known.insert((field, text.to_string()), terms.len() - 1);
            Ok(terms.len() - 1)
        };
        let mut keys = Vec::new();
        let mut spelt = Vec::new();
        let mut first: Vec<Option<usize>> = Vec::new();
        for word in &plan.words {
            let mut alternatives = Vec::new();
            for alternative in &word.alternatives {
                let mut of_keys = Vec::new();
                for key in &alternative.keys {
                    of_keys.push(match key {
                        Key::Stem(text) => [
                            Some(term(fields.stem, text)?),
                            Some(term(fields.heading, text)?),
                            Some(term(fields.note, text)?),
                            Some(term(fields.defined, text)?),
                        ],
                        Key::Spelt(text) => [Some(term(fields.exact, text)?), None, None, None],
                    });
                }
                alternatives.push(of_keys);
            }
            first.push(alternatives.first().and_then(|keys| keys.first()).and_then(|key| key[0]));
            keys.push(alternatives);
            spelt.push(match word.spelt.is_empty() {
                true => None,
                false => Some(term(fields.exact, &word.spelt)?),
            });
        }
        let rarest = (1.0 + documents as Score).ln();
        let rarity =
            first.iter().map(|term| term.map_or(rarest, |term| terms[term].idf).max(0.1)).collect();
        Ok(Scales { plan, terms, keys, spelt, rarity })
    }

    /// Weighs documents of one segment, in ascending order.
    fn weigh(
        &self,
        reader: &SegmentReader,
        documents: &[DocAddress],
        candidates: &mut Vec<Candidate>,
    ) -> tantivy::Result<()> {
        let mut weights = vec![0.0; self.terms.len() * documents.len()];
        let mut norms: HashMap<Field, FieldNormReader> = HashMap::new();
        for (t, counted) in self.terms.iter().enumerate().filter(|(_, term)| !term.absent) {
            let index = reader.inverted_index(counted.field)?;
            let option = IndexRecordOption::WithFreqs;
            let Some(mut postings) = index.read_postings(&counted.term, option)? else {
                continue;
            };
            if let std::collections::hash_map::Entry::Vacant(free) = norms.entry(counted.field) {
                free.insert(reader.get_fieldnorms_reader(counted.field)?);
            }
            let Some(norm) = norms.get(&counted.field) else { continue };
            for (d, document) in documents.iter().enumerate() {
                if postings.doc() < document.doc_id {
                    postings.seek(document.doc_id);
                }
                if postings.doc() == TERMINATED {
                    break;
                }
                if postings.doc() == document.doc_id {
                    let frequency = postings.term_freq() as Score;
                    let length = norm.fieldnorm(document.doc_id) as Score;
                    let damped = K1 * (1.0 - B + B * length / counted.average);
                    weights[d * self.terms.len() + t] =
                        counted.idf * frequency * (K1 + 1.0) / (frequency + damped);
                }
            }
        }
        let fast = reader.fast_fields();
        let columns = [
            fast.u64("unit")?,
            fast.u64("words")?,
            fast.u64("act_number")?,
            fast.u64("order")?,
            fast.u64("marks")?,
            fast.u64("defines")?,
        ];
        for (d, document) in documents.iter().enumerate() {
            let value = |i: usize| columns[i].first(document.doc_id).unwrap_or(0);
            let row = &weights[d * self.terms.len()..(d + 1) * self.terms.len()];
            let [unit, words, act, order, marks, defines] = std::array::from_fn(value);
            if let Some((score, factor, matched)) = self.score(row, act, marks, defines) {
                candidates.push(Candidate {
                    score,
                    document: *document,
                    matched,
                    unit,
                    words,
                    act,
                    order,
                    amending: marks & AMENDING != 0,
                    depth: (marks >> DEPTH) & 255,
                    factor,
                });
            }
        }
        Ok(())
    }

    /// The score of a document whose terms weigh `row`; `None` where nothing of it matched.
    fn score(
        &self,
        row: &[Score],
        act: u64,
        marks: u64,
        defines: u64,
    ) -> Option<(Score, Score, Vec<Matched>)> {
        let notes = if self.plan.wants_changes { NOTE_WEIGHT_WANTED } else { NOTE_WEIGHT };
        let weight = |term: Option<usize>| term.map_or(0.0, |term| row[term]);
        let mut total = 0.0;
        let (mut covered, mut asked) = (0.0, 0.0);
        let mut named = 0.0;
        let mut own_words = 0;
        let mut matched = Vec::with_capacity(self.keys.len());
        for (w, alternatives) in self.keys.iter().enumerate() {
            let word = &self.plan.words[w];
            let (mut best, mut rest) = (0.0_f32, 0.0_f32);
            let mut how = Matched::Not;
            let mut share = 0.0_f32;
            let mut names = 0.0_f32;
            for (a, keys) in alternatives.iter().enumerate() {
                let alternative = &word.alternatives[a];
                let in_scope = alternative.acts.is_empty()
                    || alternative.acts.iter().any(|iri| number_of(iri) == act);
                let stands = |slot: usize| keys.iter().all(|key| weight(key[slot]) > 0.0);
                let sum = |slot: usize| keys.iter().map(|key| weight(key[slot])).sum::<Score>();
                if !in_scope || keys.is_empty() {
                    continue;
                }
                let (own, note) = (stands(0), stands(2));
                let around = keys.iter().all(|key| weight(key[0]) > 0.0 || weight(key[1]) > 0.0);
                let (here, part) = if own {
                    (Matched::Own(a), 1.0)
                } else if note {
                    (Matched::Note, if self.plan.wants_changes { 1.0 } else { 0.6 })
                } else if around {
                    (Matched::Around, 0.6)
                } else {
                    continue;
                };
                let score = alternative.weight
                    * (sum(0) + HEADING_WEIGHT * sum(1) + notes * sum(2))
                    / keys.len() as Score;
                if score > best {
                    rest += best;
                    best = score;
                } else {
                    rest += score;
                }
                share = share.max(part * alternative.weight.max(0.7));
                if rank(here) > rank(how) {
                    how = here;
                }
                if stands(3) {
                    names = names.max(keys.len() as Score);
                }
            }
            own_words += usize::from(matches!(how, Matched::Own(_) | Matched::Note));
            total += best + TIE * rest + SPELT_WEIGHT * weight(self.spelt[w]);
            covered += share * self.rarity[w];
            asked += self.rarity[w];
            named += names;
            matched.push(how);
        }
        if own_words == 0 && !self.keys.is_empty() {
            return None;
        }
        let mut factor = 1.0;
        if asked > 0.0 {
            let coverage = covered / asked;
            factor *= 0.2 + 0.8 * coverage * coverage;
        }
        if defines > 0 && named > 0.0 {
            // The term must be what is asked for, and all of it.
            let share = (named / defines as Score).min(1.0);
            let whole = (named / self.keys.len() as Score).min(1.0);
            if share >= 0.6 {
                let wanted = if self.plan.wants_definition { 2.0 } else { 0.4 };
                factor *= 1.0 + share * whole * whole * wanted;
            }
        }
        if marks & LEAD_IN != 0 {
            factor *= 0.85;
        }
        if marks & ORDER != 0 && !self.plan.wants_changes {
            factor *= 0.7;
        }
        if marks & EARLIER != 0 {
            factor *= 0.8;
        }
        if marks & REPEALED != 0 && !self.plan.wants_changes {
            factor *= 0.1;
        }
        // Phrases alone: every document that holds them fits alike.
        Some(((total * factor).max(Score::MIN_POSITIVE), factor, matched))
    }
}

impl Scales<'_> {
    /// Adds to the best candidates what their words gain that stand close to each other in the
    /// order of the question.
    fn draw_near(
        &self,
        searcher: &tantivy::Searcher,
        best: &mut [Candidate],
    ) -> tantivy::Result<()> {
        if self.keys.len() < 2 {
            return Ok(());
        }
        let mut order: Vec<usize> = (0..best.len()).collect();
        order.sort_by_key(|i| best[*i].document);
        // By word and candidate: where the word stands.
        let mut places = vec![Vec::new(); self.keys.len() * best.len()];
        for (w, alternatives) in self.keys.iter().enumerate() {
            for term in alternatives.iter().filter_map(|keys| keys.first()?[0]) {
                let counted = &self.terms[term];
                let mut open = None;
                for i in &order {
                    let DocAddress { segment_ord, doc_id } = best[*i].document;
                    if open.as_ref().is_none_or(|(segment, _)| *segment != segment_ord) {
                        let index =
                            searcher.segment_reader(segment_ord).inverted_index(counted.field)?;
                        let option = IndexRecordOption::WithFreqsAndPositions;
                        open = Some((segment_ord, index.read_postings(&counted.term, option)?));
                    }
                    let Some((_, Some(postings))) = open.as_mut() else { continue };
                    if postings.doc() < doc_id {
                        postings.seek(doc_id);
                    }
                    if postings.doc() == doc_id {
                        let mut found = Vec::new();
                        postings.positions(&mut found);
                        found.truncate(POSITIONS);
                        places[w * best.len() + i].append(&mut found);
                    }
                }
            }
        }
        places.iter_mut().for_each(|places: &mut Vec<u32>| places.sort_unstable());
        let count = best.len();
        for (i, candidate) in best.iter_mut().enumerate() {
            let mut gain = 0.0;
            for w in 1..self.keys.len() {
                let (before, after) = (&places[(w - 1) * count + i], &places[w * count + i]);
                let rarity = self.rarity[w - 1].min(self.rarity[w]);
                gain += nearness(before, after).map_or(0.0, |far| rarity / far as Score);
            }
            candidate.score += NEAR_WEIGHT * gain * candidate.factor;
        }
        Ok(())
    }
}

/// How far behind a word the next one stands at the nearest; `None` beyond a few words.
fn nearness(before: &[u32], after: &[u32]) -> Option<u32> {
    let gaps = before.iter().filter_map(|at| {
        let next = after.partition_point(|other| other <= at);
        Some(after.get(next)? - at)
    });
    gaps.min().filter(|gap| *gap <= FARTHEST)
}

fn rank(matched: Matched) -> u8 {
    match matched {
        Matched::Not => 0,
        Matched::Around => 1,
        Matched::Note => 2,
        Matched::Own(_) => 3,
    }
}
