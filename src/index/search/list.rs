//! Acts without words to look for → what they have, in order: every document with words of its
//! own, or with notes, but for those with words that must not stand there.

use super::{Candidate, Found, Matches, Part, Plan};
use crate::index::layout::IndexError;
use crate::index::reader::Index;
use crate::index::schema::under_key;
use crate::index::searched::REPEALED;
use crate::index::writer::tantivy_error;
use crate::model::address::Address;
use tantivy::query::{BooleanQuery, EnableScoring, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, TERMINATED, Term};

impl Index {
    /// What the acts of a plan have, act by act in document order.
    ///
    /// # Errors
    /// A damaged index.
    pub fn list(&self, plan: &Plan) -> Result<Found, IndexError> {
        self.listed(plan).map_err(|error| tantivy_error(&self.layout, &error))
    }

    fn listed(&self, plan: &Plan) -> tantivy::Result<Found> {
        let whole = Address::whole().to_string();
        let in_act = |act: &String| -> Box<dyn Query> {
            let term = Term::from_field_text(self.fields.under, &under_key(act, &whole));
            Box::new(TermQuery::new(term, IndexRecordOption::Basic))
        };
        let acts = BooleanQuery::union(plan.acts.iter().map(in_act).collect());
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(acts))];
        clauses.extend(self.exclusions(plan));
        let query = BooleanQuery::new(clauses);
        let weight = query.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        let mut candidates = Vec::new();
        for (ordinal, reader) in self.searcher.segment_readers().iter().enumerate() {
            let columns = self.columns(ordinal as u32)?;
            let filter = self.filter(plan, columns)?;
            let field = match plan.part {
                Part::Notes => self.fields.note,
                Part::Headings | Part::Anywhere => self.fields.stem,
            };
            let own = reader.get_fieldnorms_reader(field)?;
            let mut documents = weight.scorer(reader, 1.0)?;
            let mut fitting = Vec::new();
            while documents.doc() != TERMINATED {
                let document = documents.doc();
                let lives = !reader.is_deleted(document) && own.fieldnorm(document) > 0;
                if lives && filter.takes(document) {
                    let marks = columns.marks.get_val(document);
                    if marks & REPEALED == 0 {
                        fitting.push(document);
                    }
                }
                documents.advance();
            }
            let acts = columns.act.of(fitting.iter().copied())?;
            for (document, act) in fitting.into_iter().zip(acts) {
                let document = DocAddress::new(ordinal as u32, document);
                let weighed = (1.0, 1.0, Matches::default());
                candidates.push(Candidate::read(columns, document, act, weighed));
            }
        }
        candidates.sort_by_key(|candidate| (candidate.act, candidate.order, candidate.document));
        Ok(Found { candidates, more: false })
    }
}
