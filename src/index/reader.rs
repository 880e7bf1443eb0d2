//! The index in use → acts and versions. Opening reads the stamp and maps tantivy's files;
//! nothing is loaded that is not asked for.

use super::columns::AllColumns;
use super::history::History;
use super::kept::{Opened, Placed};
use super::layout::{IndexError, Layout};
use super::manifest::Stamp;
use super::packed::unseal;
use super::record::Record;
use super::schema::{Fields, number_key, schema, under_key};
use super::stored::{StoredAct, StoredVersion};
use super::sums::Sums;
use super::verified::Verified;
use super::writer::tantivy_error;
use crate::kazakh::token::{Analyzer, Keys};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::day::Adopted;
use crate::model::left_out::{LeftOut, doubted};
use crate::model::version::Axis;
use jiff::civil::Date;
use std::path::PathBuf;
use std::sync::OnceLock;
use tantivy::collector::DocSetCollector;
use tantivy::directory::MmapDirectory;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::store::StoreReader;
use tantivy::{DocAddress, ReloadPolicy, Searcher, TantivyError, Term};

/// Blocks of stored versions that are kept unpacked, of some 32 KB each: a question reads the
/// redactions of its hits, and these lie apart.
const UNPACKED: usize = 256;

/// Times that an index is opened anew when another one took its place meanwhile.
const TRIES: usize = 5;

/// Takes into account that files of the corpus were not read.
fn weigh(stored: &mut StoredVersion, left_out: &LeftOut) {
    if left_out.is_empty() {
        return;
    }
    let adopted = ActId::from_iri(&stored.context.act).map(|act| act.adopted);
    // An act that is not named so may be any.
    let doubt = left_out.doubt(adopted.unwrap_or(Adopted(Date::MIN)));
    if let Some(doubt) = doubt {
        doubted(&mut stored.version, &doubt);
    }
}

/// What a document keeps, checked, and the act to which it belongs.
pub(super) struct Document {
    /// IRI of the act.
    pub act: String,
    bytes: Vec<u8>,
}

/// An open index.
pub struct Index {
    pub(super) layout: Layout,
    folder: PathBuf,
    files: Verified,
    stamp: Stamp,
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    pub(super) columns: AllColumns,
    /// By segment, opened when it is first read.
    stores: Vec<OnceLock<StoreReader>>,
    analyzer: Analyzer,
}

impl Index {
    /// Opens the index in use. Where a build puts another one in its place meanwhile, that is
    /// opened.
    ///
    /// # Errors
    /// None there, one of another format, or one that is damaged.
    pub fn open(layout: &Layout) -> Result<Index, IndexError> {
        let mut tried = 1;
        loop {
            let before = layout.in_use();
            match Index::open_in_use(layout) {
                Err(_) if tried < TRIES && layout.in_use() != before => tried += 1,
                opened => return opened,
            }
        }
    }

    fn open_in_use(layout: &Layout) -> Result<Index, IndexError> {
        let (folder, sums) = layout.sound()?;
        let stamp = layout.stamp_in(&folder)?;
        let files =
            MmapDirectory::open(&folder).map_err(|error| tantivy_error(layout, &error.into()))?;
        let files = Verified::finished(files, sums);
        let open = || {
            let index = tantivy::Index::open(files.clone())?;
            let reader = index
                .reader_builder()
                .reload_policy(ReloadPolicy::Manual)
                .doc_store_cache_num_blocks(0)
                .try_into()?;
            Ok((index, reader))
        };
        let (index, reader): (tantivy::Index, tantivy::IndexReader) =
            open().map_err(|error| tantivy_error(layout, &error))?;
        let (expected, fields) = schema();
        if index.schema() != expected {
            return Err(IndexError::Damaged { path: layout.shown(), cause: "schema".into() });
        }
        let analyzer = Analyzer::by(Keys::named(&stamp.keys).unwrap_or_default());
        let searcher = reader.searcher();
        let segments = searcher.segment_readers().len();
        let columns = AllColumns::new(segments);
        let stores = (0..segments).map(|_| OnceLock::new()).collect();
        let layout = layout.clone();
        Ok(Index { layout, folder, files, stamp, searcher, fields, columns, stores, analyzer })
    }

    /// An analyzer that finds words as this index does.
    pub fn analyzer(&self) -> Analyzer {
        self.analyzer.clone()
    }

    /// What the index was made of.
    pub fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// The builds of the index.
    ///
    /// # Errors
    /// A damaged index.
    pub fn history(&self) -> Result<History, IndexError> {
        self.layout.history()
    }

    /// The names of the files that are not as they were written: reads all of them.
    ///
    /// # Errors
    /// An index that cannot be read at all.
    pub fn damaged_files(&self) -> Result<Vec<String>, IndexError> {
        let sums = Sums::read(&self.folder)?;
        let mut damaged = sums.damaged(&self.folder);
        let index =
            tantivy::Index::open_in_dir(&self.folder).and_then(|index| index.validate_checksum());
        let known = index.map_err(|error| tantivy_error(&self.layout, &error))?;
        damaged.extend(known.iter().map(|path| path.to_string_lossy().into_owned()));
        damaged.sort();
        damaged.dedup();
        Ok(damaged)
    }

    /// What nothing was found by is compared as a whole before that is told.
    pub(super) fn settle(&self) -> Result<(), IndexError> {
        let damaged = |error: std::io::Error| self.damaged(&error.to_string());
        self.files.settle().map_err(damaged)
    }

    /// Every act, by IRI.
    ///
    /// # Errors
    /// A damaged index.
    pub fn acts(&self) -> Result<Vec<StoredAct>, IndexError> {
        let all = tantivy::query::RegexQuery::from_pattern("/akn/.*", self.fields.is_act)
            .map_err(|error| tantivy_error(&self.layout, &error))?;
        self.sorted_acts(&all)
    }

    /// The act with this IRI.
    ///
    /// # Errors
    /// A damaged index.
    pub fn act(&self, iri: &str) -> Result<Option<StoredAct>, IndexError> {
        let found = self.sorted_acts(&self.term(self.fields.is_act, iri))?;
        if found.iter().any(|act| act.id.iri() != iri) {
            return Err(self.damaged(iri));
        }
        Ok(found.into_iter().next())
    }

    /// The acts with this number, by IRI.
    ///
    /// # Errors
    /// A damaged index.
    pub fn acts_with_number(&self, number: &str) -> Result<Vec<StoredAct>, IndexError> {
        let key = number_key(number);
        let found = self.sorted_acts(&self.term(self.fields.number, &key))?;
        match found.iter().find(|act| number_key(&act.id.number) != key) {
            Some(other) => Err(self.damaged(&other.id.iri())),
            None => Ok(found),
        }
    }

    /// The acts one of whose titles has all these words (lower case), by IRI.
    ///
    /// # Errors
    /// A damaged index.
    pub fn acts_with_title(&self, words: &[String]) -> Result<Vec<StoredAct>, IndexError> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let all: Vec<Box<dyn Query>> = words
            .iter()
            .map(|word| Box::new(self.term(self.fields.title, word)) as Box<dyn Query>)
            .collect();
        self.sorted_acts(&BooleanQuery::intersection(all))
    }

    /// The acts that define an abbreviation with this key.
    ///
    /// # Errors
    /// A damaged index.
    pub fn acts_with_short_form(&self, key: &str) -> Result<Vec<StoredAct>, IndexError> {
        self.acts_with(self.fields.short, key)
    }

    /// The acts that define an abbreviation for words with these keys, joined by blanks.
    ///
    /// # Errors
    /// A damaged index.
    pub fn acts_with_long_form(&self, keys: &str) -> Result<Vec<StoredAct>, IndexError> {
        self.acts_with(self.fields.long, keys)
    }

    /// Most words are none: the dictionary says so more quickly than a search.
    fn acts_with(&self, field: Field, text: &str) -> Result<Vec<StoredAct>, IndexError> {
        let term = Term::from_field_text(field, text);
        match self.searcher.doc_freq(&term) {
            Ok(0) => self.settle().map(|()| Vec::new()),
            _ => self.sorted_acts(&self.term(field, text)),
        }
    }

    /// Every version of a place and of everything inside it, in document order; the whole act
    /// for the empty address.
    ///
    /// # Errors
    /// A damaged index.
    pub fn versions_under(
        &self,
        act: &str,
        address: &Address,
        axis: Axis,
    ) -> Result<Vec<StoredVersion>, IndexError> {
        let key = under_key(act, &address.to_string());
        let mut versions = Vec::new();
        for document in self.documents(&self.term(self.fields.under, &key))? {
            let found = self.versions_in(&document, axis, true)?;
            let of_another = |placed: &&Placed<StoredVersion>| {
                let here = &placed.stored.version;
                let inside =
                    here.address.is_within(address) || placed.stored.groups.contains(address);
                document.act != act || here.axis != axis || !inside
            };
            if let Some(placed) = found.iter().find(of_another) {
                let address = &placed.stored.version.address;
                return Err(self.damaged(&format!("{} {address}", document.act)));
            }
            versions.extend(found);
        }
        let key = |placed: &Placed<StoredVersion>| {
            let version = &placed.stored.version;
            let known = (version.known_to.is_none(), version.known_to);
            (placed.stored.order, known, version.valid_from.earliest, placed.at)
        };
        versions.sort_by_key(key);
        Ok(versions.into_iter().map(|placed| placed.stored).collect())
    }

    /// The versions on an axis of the places whose words may cite what one of these terms names, by
    /// act and position.
    ///
    /// # Errors
    /// A damaged index.
    pub fn versions_citing<'t>(
        &self,
        terms: impl IntoIterator<Item = &'t str>,
        axis: Axis,
    ) -> Result<Vec<(String, StoredVersion)>, IndexError> {
        let any: Vec<Box<dyn Query>> = terms
            .into_iter()
            .map(|term| Box::new(self.term(self.fields.cites, term)) as Box<dyn Query>)
            .collect();
        let mut found: Vec<(String, StoredVersion)> = Vec::new();
        for document in self.documents(&BooleanQuery::union(any))? {
            let versions = self.versions_in(&document, axis, true)?;
            found.extend(versions.into_iter().map(|placed| (document.act.clone(), placed.stored)));
        }
        found.sort_by(|a, b| (&a.0, a.1.order).cmp(&(&b.0, b.1.order)));
        Ok(found)
    }

    /// True when the act has such a place on an axis, whatever stood there when.
    ///
    /// # Errors
    /// A damaged index.
    pub fn has_place(&self, act: &str, address: &Address, axis: Axis) -> Result<bool, IndexError> {
        let key = under_key(act, &address.to_string());
        for at in self.addresses(&self.term(self.fields.under, &key))? {
            if self.opened(&self.document(at)?)?.has(axis) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn term(&self, field: Field, text: &str) -> TermQuery {
        TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic)
    }

    fn sorted_acts(&self, query: &dyn Query) -> Result<Vec<StoredAct>, IndexError> {
        let documents = self.documents(query)?;
        let read = |document: &Document| postcard::from_bytes(&document.bytes);
        let acts: Result<Vec<StoredAct>, _> = documents.iter().map(read).collect();
        let mut acts = acts.map_err(|error| self.damaged(&error.to_string()))?;
        acts.sort_by_key(|act| act.id.iri());
        Ok(acts)
    }

    /// Where the documents lie that a query finds, in their order.
    fn addresses(&self, query: &dyn Query) -> Result<Vec<DocAddress>, IndexError> {
        let found = self
            .searcher
            .search(query, &DocSetCollector)
            .map_err(|error| tantivy_error(&self.layout, &error))?;
        if found.is_empty() {
            self.settle()?;
        }
        let mut found: Vec<DocAddress> = found.into_iter().collect();
        found.sort_unstable();
        Ok(found)
    }

    fn documents(&self, query: &dyn Query) -> Result<Vec<Document>, IndexError> {
        self.addresses(query)?.into_iter().map(|address| self.document(address)).collect()
    }

    /// What a document keeps.
    pub(super) fn document(&self, address: DocAddress) -> Result<Document, IndexError> {
        let stored = self.store(address.segment_ord).and_then(|store| {
            let store = store.ok_or_else(|| TantivyError::InternalError("segment".into()))?;
            store.get_document_bytes(address.doc_id)
        });
        let stored = stored.map_err(|error| tantivy_error(&self.layout, &error))?;
        let Record { text, bytes } =
            Record::read(&stored).ok_or_else(|| self.damaged("document"))?;
        match unseal(text, bytes) {
            Some(bytes) => Ok(Document { act: text.to_owned(), bytes }),
            None => Err(self.damaged(&format!("{text}: checksum"))),
        }
    }

    /// The store of a segment.
    fn store(&self, segment: u32) -> tantivy::Result<Option<&StoreReader>> {
        let Some(place) = self.stores.get(segment as usize) else { return Ok(None) };
        if let Some(open) = place.get() {
            return Ok(Some(open));
        }
        let opened = self.searcher.segment_reader(segment).get_store_reader(UNPACKED)?;
        Ok(Some(place.get_or_init(|| opened)))
    }

    /// The versions that a document keeps, as yet unread.
    pub(super) fn opened<'d>(&self, document: &'d Document) -> Result<Opened<'d>, IndexError> {
        Opened::of(&document.bytes).map_err(|error| self.damaged(&error.to_string()))
    }

    /// The versions on an axis that a document keeps, with or without the one that a search finds.
    pub(super) fn versions_in(
        &self,
        document: &Document,
        axis: Axis,
        found: bool,
    ) -> Result<Vec<Placed<StoredVersion>>, IndexError> {
        let opened = self.opened(document)?;
        let versions = opened.versions(&document.act, axis, found);
        let mut versions = versions.map_err(|error| self.damaged(&error.to_string()))?;
        versions.iter_mut().for_each(|placed| weigh(&mut placed.stored, &self.stamp.left_out));
        Ok(versions)
    }

    /// The version on an axis by which a search finds a document.
    pub(super) fn found_in(
        &self,
        document: &Document,
        axis: Axis,
    ) -> Result<StoredVersion, IndexError> {
        let found = self.opened(document)?.found(&document.act, axis);
        let found = found.map_err(|error| self.damaged(&error.to_string()))?;
        let mut found = found.ok_or_else(|| self.damaged(&format!("{}: axis", document.act)))?;
        weigh(&mut found, &self.stamp.left_out);
        Ok(found)
    }

    pub(super) fn damaged(&self, cause: &str) -> IndexError {
        IndexError::Damaged { path: self.layout.shown(), cause: cause.to_owned() }
    }
}
