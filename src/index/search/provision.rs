//! A provision, by its number in the columns → its versions: the numbered unit and its unnumbered
//! paragraphs. Columns tell which of them may hold on a day, so that no others are loaded.

use crate::index::layout::IndexError;
use crate::index::reader::Index;
use crate::index::schema::{number_of, under_key};
use crate::index::standing::Wanted;
use crate::index::stored::{Context, StoredHead, StoredVersion};
use crate::index::writer::{day, tantivy_error};
use crate::model::address::Address;
use crate::model::version::Axis;
use jiff::civil::Date;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, TERMINATED, Term};

impl Index {
    /// The version that a document holds.
    ///
    /// # Errors
    /// A damaged index.
    pub fn version_at(&self, document: DocAddress) -> Result<StoredVersion, IndexError> {
        self.read_document(document)
    }

    /// What stands around the version that a document holds.
    ///
    /// # Errors
    /// A damaged index.
    pub fn context_at(&self, document: DocAddress) -> Result<Context, IndexError> {
        Ok(self.read_head::<StoredHead>(document)?.context)
    }

    /// The number of a provision, as candidates carry it.
    pub fn provision(act: &str, unit: &Address, axis: Axis) -> u64 {
        number_of(&under_key(axis.name(), act, &unit.to_string()))
    }

    /// The versions of a provision, in document order, each place's oldest first.
    ///
    /// # Errors
    /// A damaged index.
    pub fn versions_of(&self, provision: u64) -> Result<Vec<StoredVersion>, IndexError> {
        let mut versions = Vec::new();
        for document in self.documents_of(provision, &[], None)? {
            let version = self.version_at(document)?;
            let context = &version.context;
            if Self::provision(&context.act, &context.unit, version.version.axis) != provision {
                return Err(self.damaged(&format!("{} {}", context.act, context.unit)));
            }
            versions.push(version);
        }
        sort(&mut versions);
        Ok(versions)
    }

    /// Those of them that may hold on one of these days, by what was known on a day (`None`: by
    /// all that is known), but for that of one document; in no particular order.
    ///
    /// # Errors
    /// A damaged index.
    pub fn versions_beside(
        &self,
        document: DocAddress,
        provision: u64,
        days: &[Date],
        known_by: Option<Date>,
    ) -> Result<Vec<StoredVersion>, IndexError> {
        let others = self.documents_of(provision, days, known_by)?.into_iter();
        others.filter(|other| *other != document).map(|other| self.version_at(other)).collect()
    }

    fn documents_of(
        &self,
        provision: u64,
        days: &[Date],
        known_by: Option<Date>,
    ) -> Result<Vec<DocAddress>, IndexError> {
        let term = Term::from_field_u64(self.fields.unit, provision);
        self.documents_with(&term, days, known_by)
            .map_err(|error| tantivy_error(&self.layout, &error))
    }

    fn documents_with(
        &self,
        term: &Term,
        days: &[Date],
        known_by: Option<Date>,
    ) -> tantivy::Result<Vec<DocAddress>> {
        let wanted: Vec<Wanted> = days.iter().map(|day| Wanted::on(Some(*day))).collect();
        let known_by = known_by.map_or(i64::MAX - 1, |known| day(Some(known), 0));
        let mut documents = Vec::new();
        for (ordinal, reader) in self.searcher.segment_readers().iter().enumerate() {
            let terms = reader.inverted_index(term.field())?;
            let Some(mut postings) = terms.read_postings(term, IndexRecordOption::Basic)? else {
                continue;
            };
            let columns = self.columns(ordinal as u32)?;
            let takes = |document| {
                days.is_empty() || {
                    let standing = columns.standing.get_val(document);
                    wanted.iter().any(|wanted| wanted.fits(standing))
                        && columns.known_from.get_val(document) <= known_by
                        && known_by < columns.known_to.get_val(document)
                }
            };
            while postings.doc() != TERMINATED {
                let document = postings.doc();
                if !reader.is_deleted(document) && takes(document) {
                    documents.push(DocAddress::new(ordinal as u32, document));
                }
                postings.advance();
            }
        }
        Ok(documents)
    }
}

fn sort(versions: &mut [StoredVersion]) {
    versions.sort_by_key(|stored| (stored.order, stored.version.valid_from.earliest));
}
