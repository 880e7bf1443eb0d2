//! A segment → the columns by which a search takes, ranks and groups its documents, opened once.

use super::reader::Index;
use super::schema::STANDING;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tantivy::columnar::{BytesColumn, Column, ColumnIndex, ColumnValues};
use tantivy::{DocId, SegmentReader, TantivyError};

/// One number for every document of a segment.
pub type Numbers = Arc<dyn ColumnValues<u64>>;

/// The columns of one segment, by the names of the schema.
pub struct Columns {
    /// By axis, see [`super::kept::slot`].
    pub standing: [Numbers; 2],
    pub known_from: Numbers,
    pub known_to: Numbers,
    pub act: Acts,
    pub unit: Numbers,
    pub words: Numbers,
    pub order: Numbers,
    pub marks: Numbers,
}

impl Columns {
    fn open(reader: &SegmentReader) -> tantivy::Result<Columns> {
        let fast = reader.fast_fields();
        let numbers = |name: &str| Ok::<_, TantivyError>(first_of(fast.u64(name)?));
        let [in_force, adopted] = STANDING;
        Ok(Columns {
            standing: [numbers(in_force)?, numbers(adopted)?],
            known_from: numbers("known_from")?,
            known_to: numbers("known_to")?,
            act: Acts::open(reader)?,
            unit: numbers("unit")?,
            words: numbers("words")?,
            order: numbers("order")?,
            marks: numbers("marks")?,
        })
    }
}

/// A column in which every document has one number is read without asking which have one.
fn first_of(column: Column<u64>) -> Numbers {
    match column.index {
        ColumnIndex::Full => column.values,
        _ => column.first_or_default_col(0),
    }
}

/// The acts of the documents of a segment: identities of 64 bits, of which a document holds the
/// position in the list of the segment.
pub struct Acts {
    names: BytesColumn,
    positions: Numbers,
    /// Those that were asked for, by position.
    known: Mutex<HashMap<u64, u64>>,
}

impl Acts {
    fn open(reader: &SegmentReader) -> tantivy::Result<Acts> {
        let names = reader.fast_fields().bytes("act_number")?;
        let names = names.unwrap_or_else(|| BytesColumn::empty(reader.max_doc()));
        let positions = first_of(names.ords().clone());
        Ok(Acts { names, positions, known: Mutex::default() })
    }

    /// The position of the act of a document.
    #[inline]
    pub fn position(&self, document: DocId) -> u64 {
        self.positions.get_val(document)
    }

    /// The position of an act with this identity; `None` where the segment has nothing of it.
    pub fn position_of(&self, act: u64) -> tantivy::Result<Option<u64>> {
        Ok(self.names.dictionary().term_ord(act.to_be_bytes())?)
    }

    /// The identities of the acts of these documents, in their order.
    pub fn of(&self, documents: impl Iterator<Item = DocId>) -> tantivy::Result<Vec<u64>> {
        // What is known is only ever added to.
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut name = Vec::new();
        let of = |document| {
            let position = self.position(document);
            if let Some(act) = known.get(&position) {
                return Ok(*act);
            }
            name.clear();
            self.names.dictionary().ord_to_term(position, &mut name)?;
            let bytes = <[u8; 8]>::try_from(name.as_slice());
            let missing = || TantivyError::InternalError(format!("act {position}"));
            let act = bytes.map(u64::from_be_bytes).map_err(|_| missing())?;
            known.insert(position, act);
            Ok(act)
        };
        documents.map(of).collect()
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
        let missing = || TantivyError::InternalError(format!("segment {segment}"));
        let place = self.columns.0.get(segment as usize).ok_or_else(missing)?;
        if let Some(open) = place.get() {
            return Ok(open);
        }
        let opened = Columns::open(self.searcher.segment_reader(segment))?;
        Ok(place.get_or_init(|| opened))
    }
}
