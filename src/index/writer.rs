//! Timelines → documents in a workshop folder, which then takes the place of the index in use.
//! Dropped before it is finished, it leaves the old index as it was.

use super::documents::{Documents, ReadyAct};
use super::history::History;
use super::layout::{HISTORY, IndexError, Layout, MANIFEST, Workshop};
use super::manifest::{Manifest, Stamp};
use super::schema::{Fields, schema};
use super::sums::{SUMS, Sums};
use super::verified::Verified;
use super::written::{TOKENIZER, Written};
use crate::kazakh::token::Keys;
use std::fs;
use std::path::Path;
use tantivy::directory::MmapDirectory;
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{Index, IndexSettings, IndexWriter, TantivyDocument, Term};

const MEMORY: usize = 64 << 20;

/// An index under construction.
pub struct Writer {
    layout: Layout,
    tantivy: IndexWriter<TantivyDocument>,
    workshop: Workshop,
    files: Verified,
    fields: Fields,
    keys: Keys,
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
        let mut known = Sums::default();
        if base {
            let (folder, sums) = layout.sound()?;
            link_segments(&folder, workshop.folder())
                .map_err(|cause| layout.not_writable(cause))?;
            known = sums.without(|name| OWN.contains(&name));
        }
        let files = MmapDirectory::open(workshop.folder())
            .map_err(|error| tantivy_error(layout, &error.into()))?;
        let files = Verified::new(files, known);
        let index = match base {
            true => Index::open(files.clone()),
            false => Index::create(files.clone(), schema, settings()),
        };
        let tantivy = index
            .and_then(|index| {
                index.tokenizers().register(TOKENIZER, Written::default());
                index.writer_with_num_threads(1, MEMORY)
            })
            .map_err(|error| tantivy_error(layout, &error))?;
        Ok(Writer { layout: layout.clone(), workshop, files, tantivy, fields, keys, _lock: lock })
    }

    /// Removes everything of an act.
    pub fn remove(&mut self, iri: &str) {
        self.tantivy.delete_term(Term::from_field_text(self.fields.act, iri));
    }

    /// Makes acts ready to be added; clones of it do so side by side.
    pub fn ready(&self) -> Documents {
        Documents::new(self.fields, self.keys, &self.layout)
    }

    /// Adds an act.
    ///
    /// # Errors
    /// What tantivy reports.
    pub fn add(&mut self, act: ReadyAct) -> Result<(), IndexError> {
        for document in act.documents {
            self.tantivy
                .add_document(document)
                .map_err(|error| tantivy_error(&self.layout, &error))?;
        }
        Ok(())
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
        let Writer { layout, workshop, files, tantivy, _lock, .. } = self;
        tantivy.wait_merging_threads().map_err(|error| tantivy_error(&layout, &error))?;
        let switched = layout.switch(&workshop, stamp, manifest, history, &files.unchanged());
        drop(_lock);
        switched
    }
}

/// Blocks of what is stored, before they are compressed, have so many bytes: of larger ones a
/// question would read more than it asks for.
const BLOCK: usize = 32 << 10;
/// From this level on they get hardly smaller.
const LEVEL: i32 = 3;

fn settings() -> IndexSettings {
    let zstd = ZstdCompressor { compression_level: Some(LEVEL) };
    IndexSettings {
        docstore_compression: Compressor::Zstd(zstd),
        docstore_blocksize: BLOCK,
        ..IndexSettings::default()
    }
}

/// The files of an index that are not tantivy's.
const OWN: [&str; 4] = ["stamp.json", MANIFEST, HISTORY, SUMS];

/// tantivy replaces its small files and never writes into a finished segment, so a link is as
/// good as a copy; where the file system has no links, a copy is made.
fn link_segments(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let text = name.to_string_lossy();
        let ours = OWN.contains(&text.as_ref());
        if ours || text.ends_with(".lock") || !entry.path().is_file() {
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
