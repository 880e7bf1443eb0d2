//! A provision → its versions: those of the numbered unit and of its unnumbered paragraphs. Columns
//! tell which documents belong to it and may hold on a day, so that no others are loaded.

use super::Candidate;
use crate::index::kept::{Placed, slot};
use crate::index::layout::IndexError;
use crate::index::reader::Index;
use crate::index::schema::{beside_key, under_key};
use crate::index::searched::KEEPS;
use crate::index::standing::Wanted;
use crate::index::stored::StoredVersion;
use crate::index::writer::tantivy_error;
use crate::model::address::Address;
use crate::model::version::{Axis, Version};
use jiff::civil::Date;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, TERMINATED, Term};

impl Index {
    /// The version by which a search on an axis found a document.
    ///
    /// # Errors
    /// A damaged index.
    pub fn version_at(
        &self,
        document: DocAddress,
        axis: Axis,
    ) -> Result<StoredVersion, IndexError> {
        self.found_in(&self.document(document)?, axis)
    }

    /// The act, by its IRI, and the provision to which what a document holds belongs.
    ///
    /// # Errors
    /// A damaged index.
    pub fn provision_at(&self, document: DocAddress) -> Result<(String, Address), IndexError> {
        let document = self.document(document)?;
        let unit = self.opened(&document)?.unit().clone();
        Ok((document.act, unit))
    }

    /// The versions of a provision on an axis, in document order, each place's oldest first.
    ///
    /// # Errors
    /// A damaged index.
    pub fn versions_of(
        &self,
        act: &str,
        unit: &Address,
        axis: Axis,
    ) -> Result<Vec<StoredVersion>, IndexError> {
        let mut around = self.around(act, unit, None)?;
        // The unit stands before everything in it.
        around.sort_unstable_by_key(|one| (one.order, one.document));
        let mut number = None;
        for one in &around {
            let document = self.document(one.document)?;
            let opened = self.opened(&document)?;
            if opened.unit() == unit {
                number = Some(one.unit);
                break;
            }
            if opened.address() == unit {
                break;
            }
        }
        let mut versions = Vec::new();
        for one in around.iter().filter(|one| Some(one.unit) == number) {
            versions.extend(self.of_provision((act, unit), one.document, axis, true)?);
        }
        Ok(sorted(versions))
    }

    /// Those of the provision of a candidate that may hold on one of these days, by what was known
    /// on a day (`None`: by all that is known), but for the one by which it was found.
    ///
    /// # Errors
    /// A damaged index.
    pub fn versions_beside(
        &self,
        candidate: &Candidate,
        found: &StoredVersion,
        days: &[Date],
        known_by: Option<Date>,
    ) -> Result<Vec<StoredVersion>, IndexError> {
        let (act, unit, axis) = (&found.context.act, &found.context.unit, found.version.axis);
        let wanted: Vec<Wanted> = days.iter().map(|day| Wanted::on(Some(*day))).collect();
        let fits = |version: &Version| {
            days.iter().any(|day| version.may_hold(*day)) && version.is_known(known_by)
        };
        let mut versions = Vec::new();
        for one in self.around(act, unit, Some((axis, &wanted)))? {
            if one.unit == candidate.unit.order {
                let other = one.document != candidate.document;
                let of_document = self.of_provision((act, unit), one.document, axis, other)?;
                versions.extend(of_document.into_iter().filter(|one| fits(&one.stored.version)));
            }
        }
        Ok(sorted(versions))
    }

    /// The versions of a provision that a document keeps.
    fn of_provision(
        &self,
        (act, unit): (&str, &Address),
        document: DocAddress,
        axis: Axis,
        found: bool,
    ) -> Result<Vec<Placed<StoredVersion>>, IndexError> {
        let document = self.document(document)?;
        if document.act != act || self.opened(&document)?.unit() != unit {
            return Err(self.damaged(&format!("{act} {unit}")));
        }
        self.versions_in(&document, axis, found)
    }

    /// The documents in a unit, and those beside it that belong to it; only those that keep a
    /// version which may be as wanted on an axis.
    fn around(
        &self,
        act: &str,
        unit: &Address,
        wanted: Option<(Axis, &[Wanted])>,
    ) -> Result<Vec<Around>, IndexError> {
        let unit = unit.to_string();
        let mut around = Vec::new();
        for key in [under_key(act, &unit), beside_key(act, &unit)] {
            let term = Term::from_field_text(self.fields.under, &key);
            self.around_by(&term, wanted, &mut around)
                .map_err(|error| tantivy_error(&self.layout, &error))?;
        }
        if around.is_empty() {
            self.settle()?;
        }
        Ok(around)
    }

    fn around_by(
        &self,
        term: &Term,
        wanted: Option<(Axis, &[Wanted])>,
        around: &mut Vec<Around>,
    ) -> tantivy::Result<()> {
        for (ordinal, reader) in self.searcher.segment_readers().iter().enumerate() {
            let terms = reader.inverted_index(term.field())?;
            let Some(mut postings) = terms.read_postings(term, IndexRecordOption::Basic)? else {
                continue;
            };
            let columns = self.columns(ordinal as u32)?;
            let takes = |document| {
                wanted.is_none_or(|(axis, wanted)| {
                    let standing = columns.standing[slot(axis)].get_val(document);
                    columns.marks.get_val(document) & KEEPS != 0
                        || wanted.iter().any(|wanted| wanted.fits(standing))
                })
            };
            while postings.doc() != TERMINATED {
                let document = postings.doc();
                if !reader.is_deleted(document) && takes(document) {
                    around.push(Around {
                        order: columns.order.get_val(document),
                        unit: columns.unit.get_val(document),
                        document: DocAddress::new(ordinal as u32, document),
                    });
                }
                postings.advance();
            }
        }
        Ok(())
    }
}

/// A document that may belong to a provision.
struct Around {
    order: u64,
    unit: u64,
    document: DocAddress,
}

fn sorted(mut versions: Vec<Placed<StoredVersion>>) -> Vec<StoredVersion> {
    let key = |one: &Placed<StoredVersion>| {
        (one.stored.order, one.stored.version.valid_from.earliest, one.at)
    };
    versions.sort_by_key(key);
    versions.into_iter().map(|placed| placed.stored).collect()
}
