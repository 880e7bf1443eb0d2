//! The second step of a search: a few documents → the same, best first, weighed by which words
//! stand in the text itself, which around it, how many of those asked for, and what the text is.

use super::{
    Candidate, HEADING_WEIGHT, Key, Matched, Matches, NOTE_WEIGHT, NOTE_WEIGHT_WANTED, Plan,
    Provision, Word,
};
use crate::index::columns::{Columns, Numbers};
use crate::index::reader::Index;
use crate::index::schema::{Fields, number_of};
use crate::index::searched::{AMENDING, DEFINES, DEPTH, EARLIER, FORCE, LEAD_IN, ORDER, REPEALED};
use std::cmp::Ordering;
use std::collections::HashMap;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, Score, SegmentReader, TERMINATED, Term};

const SPELT_WEIGHT: Score = 0.2;
const TIE: Score = 0.1;
/// BM25: how soon a word that stands there again counts for no more, how much of that goes by the
/// length of the text, and what a word counts for at most beside how rare it is.
const K1: Score = 2.0;
const B: Score = 0.65;
const SATURATED: Score = 2.2;
/// What words count for that follow each other as they do in the question.
const NEAR_WEIGHT: Score = 0.6;
/// By what the definition of exactly the term asked for is multiplied, and what is added at most
/// for that of a longer or shorter one: where a definition is asked for, and where not.
const WANTED: [Score; 2] = [6.0, 2.0];
const UNASKED: [Score; 2] = [1.5, 0.4];
/// What each rank of the act's form adds to that: the law's own definition goes before that of an
/// order, which repeats it.
const FORCE_WEIGHT: Score = 0.1;
/// Words farther apart do not belong together.
const FARTHEST: u32 = 4;
/// Candidates for which the order of words is looked at.
const NEAR_AMONG: usize = 96;
/// Positions of one term in one document that are looked at.
const POSITIONS: usize = 64;

impl Index {
    /// The second step.
    pub(super) fn weigh(
        &self,
        plan: &Plan,
        documents: Vec<DocAddress>,
    ) -> tantivy::Result<Vec<Candidate>> {
        let scales = Scales::new(&self.searcher, &self.fields, plan)?;
        let mut candidates = Vec::with_capacity(documents.len());
        let mut from = 0;
        while from < documents.len() {
            let ordinal = documents[from].segment_ord;
            let end = from + documents[from..].partition_point(|d| d.segment_ord == ordinal);
            let reader = self.searcher.segment_reader(ordinal);
            let columns = self.columns(ordinal)?;
            scales.weigh((reader, columns), &documents[from..end], &mut candidates)?;
            from = end;
        }
        let among = candidates.len().min(NEAR_AMONG);
        if among < candidates.len() {
            candidates.select_nth_unstable_by(among, by_score);
        }
        scales.draw_near(&self.searcher, &mut candidates[..among])?;
        candidates.sort_unstable_by(by_score);
        Ok(candidates)
    }
}

impl Candidate {
    /// A document of a segment with these columns and of this act, by its score, what the sum of
    /// its words was multiplied by, and the words that matched.
    pub(super) fn read(
        columns: &Columns,
        document: DocAddress,
        act: u64,
        (score, factor, matched): (Score, Score, Matches),
    ) -> Candidate {
        let value = |numbers: &Numbers| numbers.get_val(document.doc_id);
        let marks = value(&columns.marks);
        Candidate {
            score,
            document,
            matched,
            unit: Provision { act, order: value(&columns.unit) },
            words: value(&columns.words),
            act,
            order: value(&columns.order),
            amending: marks & AMENDING != 0,
            depth: (marks >> DEPTH) & 255,
            force: (marks >> FORCE) & 15,
            factor,
        }
    }
}

/// How rare a word is that so many of all documents have: 1 for one that stands in all of them,
/// since what was asked for counts however common it is.
fn rarity(documents: Score, frequency: Score) -> Score {
    1.0 + ((documents + 0.5) / (frequency + 0.5)).max(1.0).ln()
}

/// Best first; a deeper unit before its parent, then in the order of the document.
fn by_score(a: &Candidate, b: &Candidate) -> Ordering {
    b.score
        .total_cmp(&a.score)
        .then_with(|| b.depth.cmp(&a.depth).then((a.act, a.order).cmp(&(b.act, b.order))))
        .then_with(|| a.document.cmp(&b.document))
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
    /// By word and alternative: the acts in which it is meant; empty: all.
    scopes: Vec<Vec<Vec<u64>>>,
    /// By word: the term as spelt, and how rare the word is.
    spelt: Vec<Option<usize>>,
    rarity: Vec<Score>,
    /// The question as a term that is defined.
    whole: Option<usize>,
}

impl<'a> Scales<'a> {
    fn new(searcher: &tantivy::Searcher, fields: &Fields, plan: &'a Plan) -> tantivy::Result<Self> {
        let documents = (searcher.num_docs() as Score).max(1.0);
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
                    let average = (tokens as Score / documents).max(1.0);
                    averages.insert(field, average);
                    average
                }
            };
            let term = Term::from_field_text(field, text);
            let frequency = searcher.doc_freq(&term)? as Score;
            let absent = frequency == 0.0;
            let idf = rarity(documents, frequency);
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
        let whole = match &plan.term {
            Some(whole) => Some(term(fields.defined, whole)?),
            None => None,
        };
        let rarest = rarity(documents, 0.0);
        let rarity =
            first.iter().map(|term| term.map_or(rarest, |term| terms[term].idf).max(0.1)).collect();
        let acts = |acts: &[String]| acts.iter().map(|iri| number_of(iri)).collect();
        let scopes = |word: &Word| word.alternatives.iter().map(|way| acts(&way.acts)).collect();
        let scopes = plan.words.iter().map(scopes).collect();
        Ok(Scales { plan, terms, keys, scopes, spelt, rarity, whole })
    }

    /// Weighs documents of one segment, in ascending order.
    fn weigh(
        &self,
        (reader, columns): (&SegmentReader, &Columns),
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
                        counted.idf * frequency * SATURATED / (frequency + damped);
                }
            }
        }
        let acts = columns.act.of(documents.iter().map(|document| document.doc_id))?;
        for (d, (document, act)) in documents.iter().zip(acts).enumerate() {
            let row = &weights[d * self.terms.len()..(d + 1) * self.terms.len()];
            let marks = columns.marks.get_val(document.doc_id);
            if let Some(weighed) = self.score(row, act, marks) {
                candidates.push(Candidate::read(columns, *document, act, weighed));
            }
        }
        Ok(())
    }

    /// The score of a document whose terms weigh `row`; `None` where nothing of it matched.
    fn score(&self, row: &[Score], act: u64, marks: u64) -> Option<(Score, Score, Matches)> {
        let notes = if self.plan.wants_changes { NOTE_WEIGHT_WANTED } else { NOTE_WEIGHT };
        let weight = |term: Option<usize>| term.map_or(0.0, |term| row[term]);
        let mut total = 0.0;
        let (mut covered, mut asked) = (0.0, 0.0);
        let mut named = 0.0;
        let mut own_words = 0;
        let mut matched = Matches::default();
        for (w, alternatives) in self.keys.iter().enumerate() {
            let word = &self.plan.words[w];
            let (mut best, mut rest) = (0.0_f32, 0.0_f32);
            let mut how = Matched::Not;
            let mut share = 0.0_f32;
            let mut names = 0.0_f32;
            for (a, keys) in alternatives.iter().enumerate() {
                let alternative = &word.alternatives[a];
                let scope = &self.scopes[w][a];
                let in_scope = scope.is_empty() || scope.contains(&act);
                let stands = |slot: usize| keys.iter().all(|key| weight(key[slot]) > 0.0);
                let sum = |slot: usize| keys.iter().map(|key| weight(key[slot])).sum::<Score>();
                if !in_scope || keys.is_empty() {
                    continue;
                }
                let (own, note) = (stands(0), stands(2));
                let around = keys.iter().all(|key| weight(key[0]) > 0.0 || weight(key[1]) > 0.0);
                let (here, part) = if own {
                    (Matched::Own, 1.0)
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
                if here as u8 > how as u8 {
                    how = here;
                }
                // The entry of an abbreviation is no definition of the words that it stands for.
                let abbreviates = !alternative.acts.is_empty() && keys.len() == 1;
                if stands(3) && !abbreviates {
                    names = names.max(keys.len() as Score);
                }
            }
            own_words += usize::from(matches!(how, Matched::Own | Matched::Note));
            total += best + TIE * rest + SPELT_WEIGHT * weight(self.spelt[w]);
            covered += share * self.rarity[w];
            asked += self.rarity[w];
            named += names;
            matched.set(w, how);
        }
        if own_words == 0 && !self.keys.is_empty() {
            return None;
        }
        let mut factor = 1.0;
        if asked > 0.0 {
            let coverage = covered / asked;
            factor *= 0.2 + 0.8 * coverage * coverage;
        }
        let defines = (marks >> DEFINES) & 15;
        let [exact, near] = if self.plan.wants_definition { WANTED } else { UNASKED };
        if weight(self.whole) > 0.0 {
            factor *= exact * (1.0 + FORCE_WEIGHT * ((marks >> FORCE) & 15) as Score);
        } else if defines > 0 && named > 0.0 {
            // Most of the term must be asked for, and all that is asked for should be in it.
            let share = (named / defines as Score).min(1.0);
            let whole = (named / self.keys.len() as Score).min(1.0);
            if share >= 0.6 {
                factor *= 1.0 + share * whole * whole * near;
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
