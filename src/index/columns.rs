//! A segment → the columns by which a search takes, ranks and groups its documents, opened once.

use super::reader::Index;
use std::sync::{Arc, OnceLock};
use tantivy::SegmentReader;
use tantivy::columnar::ColumnValues;

/// One number for every document of a segment.
pub type Numbers<T = u64> = Arc<dyn ColumnValues<T>>;

/// The columns of one segment, by the names of the schema.
pub struct Columns {
    pub standing: Numbers,
    pub known_from: Numbers<i64>,
    pub known_to: Numbers<i64>,
    pub act: Numbers,
    pub unit: Numbers,
    pub words: Numbers,
    pub order: Numbers,
    pub marks: Numbers,
    pub defines: Numbers,
}

impl Columns {
    fn open(reader: &SegmentReader) -> tantivy::Result<Columns> {
        let fast = reader.fast_fields();
        Ok(Columns {
            standing: fast.column_first_or_default("standing")?,
            known_from: fast.column_first_or_default("known_from")?,
            known_to: fast.column_first_or_default("known_to")?,
            act: fast.column_first_or_default("act_number")?,
            unit: fast.column_first_or_default("unit")?,
            words: fast.column_first_or_default("words")?,
            order: fast.column_first_or_default("order")?,
            marks: fast.column_first_or_default("marks")?,
            defines: fast.column_first_or_default("defines")?,
        })
    }
}

/// The columns of every segment, each opened when it is first asked for.
#[derive(Default)]
pub struct AllColumns(Vec<OnceLock<Columns>>);

impl AllColumns {
    /// For so many segments.
    pub fn new(segments: usize) -> AllColumns {
        AllColumns((0..segments).map(|_| OnceLock::new()).collect())
    }
}

impl Index {
    /// The columns of the segment with this ordinal.
    pub(super) fn columns(&self, segment: u32) -> tantivy::Result<&Columns> {
        let missing = || tantivy::TantivyError::InternalError(format!("segment {segment}"));
        let place = self.columns.0.get(segment as usize).ok_or_else(missing)?;
        if let Some(open) = place.get() {
            return Ok(open);
        }
        let opened = Columns::open(self.searcher.segment_reader(segment))?;
        Ok(place.get_or_init(|| opened))
    }
}
