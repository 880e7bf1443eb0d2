//! Timelines → documents in a workshop folder, which then takes the place of the index in use.
//! Dropped before it is finished, it leaves the old index as it was.

use super::history::History;
use super::layout::{HISTORY, IndexError, Layout, Workshop};
use super::manifest::{Manifest, Stamp};
use super::schema::{Fields, number_key, number_of, schema, under_key};
use super::searched::Searched;
use super::standing::standing;
use super::stored::{StoredAct, StoredVersion};
use crate::kazakh::token::{Analyzer, Keys};
use crate::model::act::ActId;
use jiff::civil::Date;
use std::fs;
use std::path::Path;
use tantivy::{Index, IndexWriter, TantivyDocument, Term};

const MEMORY: usize = 64 << 20;

/// An index under construction.
pub struct Writer {
    layout: Layout,
    tantivy: IndexWriter<TantivyDocument>,
    workshop: Workshop,
    fields: Fields,
    analyzer: Analyzer,
    _lock: fs::File,
}

impl Writer {
    /// Begins a build. With `base`, the documents of the index in use are taken over (its
    /// segments are linked, not copied) and only what is replaced is written anew.
    ///
    /// # Errors
    /// A folder that cannot be written, or a base that is damaged.
    pub fn begin(
        layout: &Layout,
        lock: fs::File,
        base: bool,
        keys: Keys,
    ) -> Result<Writer, IndexError> {
        let workshop = layout.workshop()?;
        let (schema, fields) = schema();
        let index = if base {
            link_segments(&layout.current()?, workshop.folder())
                .map_err(|cause| layout.not_writable(cause))?;
            Index::open_in_dir(workshop.folder())
        } else {
            Index::create_in_dir(workshop.folder(), schema)
        };
        let tantivy = index
            .and_then(|index| index.writer_with_num_threads(1, MEMORY))
            .map_err(|error| tantivy_error(layout, &error))?;
        let analyzer = Analyzer::by(keys);
        Ok(Writer { layout: layout.clone(), workshop, tantivy, fields, analyzer, _lock: lock })
    }

    /// Removes everything of an act.
    pub fn remove(&mut self, iri: &str) {
        self.tantivy.delete_term(Term::from_field_text(self.fields.act, iri));
    }

    /// Adds an act and its versions.
    ///
    /// # Errors
    /// What tantivy reports.
    pub fn add(&mut self, act: &StoredAct, versions: &[StoredVersion]) -> Result<(), IndexError> {
        let iri = act.id.iri();
        let mut document = TantivyDocument::new();
        document.add_text(self.fields.act, &iri);
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
            let short = keys(&abbreviation.short, &mut self.analyzer);
            document.add_text(self.fields.short, &short);
            let long = keys(&abbreviation.long, &mut self.analyzer);
            document.add_text(self.fields.long, &long);
        }
        document.add_bytes(self.fields.stored, &self.encode(act)?);
        self.fill_columns(&mut document);
        self.put(document)?;
        for version in versions {
            let document = self.version(&act.id, version)?;
            self.put(document)?;
        }
        Ok(())
    }

    fn version(
        &mut self,
        of: &ActId,
        stored: &StoredVersion,
    ) -> Result<TantivyDocument, IndexError> {
        let searched = Searched::read(stored, of, &mut self.analyzer);
        let iri = &of.iri();
        let fields = &self.fields;
        let version = &stored.version;
        let axis = version.axis.name();
        let mut document = TantivyDocument::new();
        document.add_text(fields.act, iri);
        let mut around: Vec<String> = stored.groups.iter().map(ToString::to_string).collect();
        let mut above = Some(version.address.clone());
        while let Some(address) = above {
            around.push(address.to_string());
            above = address.parent();
        }
        around.sort();
        around.dedup();
        for address in around {
            document.add_text(fields.under, under_key(axis, iri, &address));
        }
        for cited in &stored.cites {
            document.add_text(fields.cites, cited);
        }
        document.add_u64(fields.order, stored.order);
        document.add_u64(fields.standing, standing(version, searched.marks()));
        document.add_i64(fields.known_from, day(version.known_from, i64::MIN));
        document.add_i64(fields.known_to, day(version.known_to, i64::MAX));
        document.add_u64(fields.act_number, number_of(iri));
        let unit = under_key(axis, iri, &stored.context.unit.to_string());
        document.add_u64(fields.unit, number_of(&unit));
        searched.add_to(&mut document, fields);
        document.add_bytes(fields.stored, &self.encode(stored)?);
        Ok(document)
    }

    /// A column in which a document has no number is read much more slowly.
    fn fill_columns(&self, document: &mut TantivyDocument) {
        let fields = &self.fields;
        for column in [fields.standing, fields.act_number, fields.unit, fields.words, fields.order]
        {
            document.add_u64(column, 0);
        }
        for column in [fields.marks, fields.defines] {
            document.add_u64(column, 0);
        }
        for column in [fields.known_from, fields.known_to] {
            document.add_i64(column, 0);
        }
    }

    fn encode(&self, value: &impl serde::Serialize) -> Result<Vec<u8>, IndexError> {
        postcard::to_stdvec(value).map_err(|error| IndexError::Damaged {
            path: self.layout.shown(),
            cause: error.to_string(),
        })
    }

    fn put(&mut self, document: TantivyDocument) -> Result<(), IndexError> {
        self.tantivy
            .add_document(document)
            .map(|_| ())
            .map_err(|error| tantivy_error(&self.layout, &error))
    }

    /// Finishes the build: from here on, readers see the new index.
    ///
    /// # Errors
    /// What tantivy reports, or a folder that cannot be written; the old index stays in use.
    pub fn finish(
        mut self,
        stamp: &Stamp,
        manifest: &Manifest,
        history: &History,
    ) -> Result<(), IndexError> {
        self.tantivy.commit().map_err(|error| tantivy_error(&self.layout, &error))?;
        let Writer { layout, workshop, tantivy, _lock, .. } = self;
        tantivy.wait_merging_threads().map_err(|error| tantivy_error(&layout, &error))?;
        let switched = layout.switch(&workshop, stamp, manifest, history);
        drop(_lock);
        switched
    }
}

/// Days since 1970.
pub(super) fn day(date: Option<Date>, open: i64) -> i64 {
    date.map_or(open, |date| {
        let epoch = jiff::civil::date(1970, 1, 1);
        i64::from(date.since(epoch).map(|span| span.get_days()).unwrap_or_default())
    })
}

/// tantivy replaces its small files and never writes into a finished segment, so a link is as
/// good as a copy; where the file system has no links, a copy is made.
fn link_segments(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let text = name.to_string_lossy();
        let ours = ["stamp.json", "manifest.json", HISTORY].contains(&text.as_ref());
        let ours = ours || text.ends_with(".lock");
        if ours || !entry.path().is_file() {
            continue;
        }
        let target = to.join(&name);
        let replaced = text.ends_with(".json");
        if replaced || fs::hard_link(entry.path(), &target).is_err() {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

pub(super) fn tantivy_error(layout: &Layout, error: &tantivy::TantivyError) -> IndexError {
    IndexError::Damaged { path: layout.shown(), cause: error.to_string() }
}
