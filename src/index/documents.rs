//! An act and its versions → the documents that the index holds of them. Makes them only; writing
//! them down is the writer's, so that several acts can be made ready side by side.

use super::kept::{Kept, Placed, slot};
use super::layout::{IndexError, Layout};
use super::packed::seal;
use super::schema::{Fields, beside_key, number_key, number_of, under_key};
use super::searched::{KEEPS, Reader, Searched};
use super::standing::{knowledge, nowhere, standing};
use super::stored::{StoredAct, StoredVersion};
use super::wording::{PlaceWordings, by_place};
use crate::kazakh::token::{Analyzer, Keys};
use crate::model::address::Address;
use crate::model::version::Axis;
use foldhash::fast::RandomState;
use std::collections::{BTreeSet, HashMap};
use tantivy::TantivyDocument;

/// An act that is ready to be written.
pub struct ReadyAct {
    /// The act, then its wordings.
    pub(super) documents: Vec<TantivyDocument>,
}

/// Makes documents; each has the words of its own that it met.
#[derive(Clone)]
pub struct Documents {
    fields: Fields,
    reader: Reader,
    layout: Layout,
}

impl Documents {
    /// For an index with these fields, in which words are found by these keys.
    pub(super) fn new(fields: Fields, keys: Keys, layout: &Layout) -> Documents {
        Documents { fields, reader: Reader::new(Analyzer::by(keys)), layout: layout.clone() }
    }

    /// Makes ready an act and its versions, these in document order.
    ///
    /// # Errors
    /// A value that cannot be stored.
    pub fn of(
        &mut self,
        act: &StoredAct,
        versions: &[StoredVersion],
    ) -> Result<ReadyAct, IndexError> {
        let mut documents = Vec::with_capacity(versions.len() + 1);
        let iri = act.id.iri();
        let mut document = self.of_act(&iri);
        document.add_text(self.fields.is_act, &iri);
        document.add_text(self.fields.number, number_key(&act.id.number));
        for title in &act.titles {
            document.add_text(self.fields.title, title);
        }
        for abbreviation in &act.abbreviations {
            let keys = |words: &str, analyzer: &mut Analyzer| -> String {
                let tokens = analyzer.tokens(words);
                let keys: Vec<String> = tokens.iter().map(|token| token.keys[0].clone()).collect();
                keys.join(" ")
            };
            let short = keys(&abbreviation.short, &mut self.reader.analyzer);
            document.add_text(self.fields.short, &short);
            let long = keys(&abbreviation.long, &mut self.reader.analyzer);
            document.add_text(self.fields.long, &long);
        }
        document.add_bytes(self.fields.stored, &self.encode(&iri, act)?);
        self.fill_columns(&mut document);
        documents.push(document);
        self.reader.forget();
        let mut units: HashMap<&Address, u64, RandomState> = HashMap::default();
        for place in by_place(versions) {
            let Some(first) = place.first() else { continue };
            let unit = *units.entry(&first.context.unit).or_insert(first.order);
            let all = PlaceWordings::of(place, &act.id, &mut self.reader);
            for wording in &all.wordings {
                let searched = wording.searched.and_then(|number| all.searched.get(number));
                let mut document = self.wording(&iri, &wording.kept, searched)?;
                document.add_u64(self.fields.unit, unit);
                documents.push(document);
            }
        }
        Ok(ReadyAct { documents })
    }

    fn wording(
        &mut self,
        iri: &str,
        kept: &Kept<'_>,
        searched: Option<&Searched>,
    ) -> Result<TantivyDocument, IndexError> {
        let fields = &self.fields;
        let mut document = self.of_act(iri);
        if let Some(Placed { stored, .. }) = kept.all().next() {
            let around = around(stored);
            for address in &around {
                document.add_text(fields.under, under_key(iri, &address.to_string()));
            }
            if !around.contains(&stored.context.unit) {
                let unit = stored.context.unit.to_string();
                document.add_text(fields.under, beside_key(iri, &unit));
            }
            document.add_u64(fields.order, stored.order);
        }
        let cites: BTreeSet<&String> = kept.all().flat_map(|placed| &placed.stored.cites).collect();
        for cited in cites {
            document.add_text(fields.cites, cited);
        }
        let mut marks = searched.map(Searched::marks).unwrap_or_default();
        for (field, found) in fields.standing.into_iter().zip(kept.found) {
            let found = found.map(|found| standing(&found.stored.version, marks));
            document.add_u64(field, found.unwrap_or_else(nowhere));
        }
        // On the axis of adoption everything is known since ever.
        let known = kept.found[slot(Axis::InForce)].map(|found| &found.stored.version);
        let (from, to) = known.map_or((None, None), |known| (known.known_from, known.known_to));
        document.add_u64(fields.known_from, knowledge(from));
        document.add_u64(fields.known_to, knowledge(to));
        document.add_u64(fields.words, searched.map(Searched::words).unwrap_or_default());
        if !kept.others.is_empty() {
            marks |= KEEPS;
        }
        document.add_u64(fields.marks, marks);
        if let Some(searched) = searched {
            searched.add_to(&mut document, fields);
        }
        let bytes = kept.to_bytes().map_err(|error| self.cannot_be_stored(&error))?;
        document.add_bytes(fields.stored, &seal(iri, &bytes.unwrap_or_default()));
        Ok(document)
    }

    /// What every document has.
    fn of_act(&self, iri: &str) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.fields.act, iri);
        document.add_bytes(self.fields.act_number, &number_of(iri).to_be_bytes());
        document
    }

    /// A column in which a document has no number is read much more slowly.
    fn fill_columns(&self, document: &mut TantivyDocument) {
        let fields = &self.fields;
        for column in [fields.unit, fields.words, fields.order, fields.marks] {
            document.add_u64(column, 0);
        }
        for column in fields.standing {
            document.add_u64(column, nowhere());
        }
        for column in [fields.known_from, fields.known_to] {
            document.add_u64(column, knowledge(None));
        }
    }

    fn encode(&self, iri: &str, act: &StoredAct) -> Result<Vec<u8>, IndexError> {
        let bytes = postcard::to_stdvec(act).map_err(|error| self.cannot_be_stored(&error))?;
        Ok(seal(iri, &bytes))
    }

    fn cannot_be_stored(&self, error: &postcard::Error) -> IndexError {
        IndexError::Damaged { path: self.layout.shown(), cause: error.to_string() }
    }
}

/// A place and everything around it.
fn around(stored: &StoredVersion) -> BTreeSet<Address> {
    let mut around: BTreeSet<Address> = stored.groups.iter().cloned().collect();
    let mut above = Some(stored.version.address.clone());
    while let Some(address) = above {
        above = address.parent();
        around.insert(address);
    }
    around
}
