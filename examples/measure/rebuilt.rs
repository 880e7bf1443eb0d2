//! A tantivy index → the documents that it was made of, taken back from its dictionaries, columns
//! and store, so that another writer can be given the very same documents.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;
use tantivy::columnar::{ColumnType, DynamicColumn};
use tantivy::postings::Postings;
use tantivy::schema::{Field, FieldType, IndexRecordOption, OwnedValue, Schema};
use tantivy::{DocSet, SegmentReader, TERMINATED, TantivyDocument};

/// Ends a term in a field that is handed over as one text.
pub const END: char = '\u{1e}';
/// Stands between the position of a term and the term.
pub const AT: char = '\u{1f}';

/// How the terms of a field become a field again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Terms {
    /// As text with a blank between two terms, for a tokenizer of tantivy.
    Text,
    /// As values of their own, for a field that is not taken apart.
    Values,
    /// As they are, with their positions: for a tokenizer that only takes them apart.
    Ready,
}

/// The documents of an index, once for every form of its terms; and the schema.
type Rebuilt = (Schema, Vec<Vec<TantivyDocument>>);

/// The documents of an index, with its terms in these forms; and the schema.
pub fn documents(folder: &Path, forms: &[Terms]) -> Result<Rebuilt, Box<dyn Error>> {
    let index = tantivy::Index::open_in_dir(folder)?;
    let schema = index.schema();
    let searcher = index.reader()?.searcher();
    let mut all = vec![Vec::new(); forms.len()];
    for segment in searcher.segment_readers() {
        let count = segment.max_doc() as usize;
        let mut documents = vec![vec![TantivyDocument::new(); count]; forms.len()];
        for (field, entry) in schema.fields() {
            match entry.field_type() {
                FieldType::Str(options) if entry.is_indexed() => {
                    let indexing = options.get_indexing_options();
                    let tokenizer = indexing.map_or("raw", |options| options.tokenizer());
                    let placed =
                        indexing.is_some_and(|options| options.index_option().has_positions());
                    let terms = terms(segment, field, placed)?;
                    for (form, documents) in forms.iter().zip(&mut documents) {
                        let form = match tokenizer {
                            "raw" => Terms::Values,
                            "default" => Terms::Text,
                            _ => *form,
                        };
                        fill(documents, field, &terms, form);
                    }
                }
                FieldType::U64(_) | FieldType::I64(_) => {
                    for documents in &mut documents {
                        column(segment, entry.name(), field, documents)?;
                    }
                }
                _ => {}
            }
        }
        let store = segment.get_store_reader(64)?;
        for number in 0..count {
            let kept: TantivyDocument = store.get(number as u32)?;
            for (field, value) in kept.field_values() {
                let value = OwnedValue::from(value);
                // A text that is stored is indexed too, and so stands there already.
                if let OwnedValue::Bytes(bytes) = value {
                    for documents in &mut documents {
                        documents[number].add_bytes(field, &bytes);
                    }
                }
            }
        }
        for (all, documents) in all.iter_mut().zip(documents) {
            all.extend(documents);
        }
    }
    Ok((schema, all))
}

/// By document: positions and terms, in order.
type Placed = HashMap<u32, Vec<(u32, String)>>;

fn terms(segment: &SegmentReader, field: Field, placed: bool) -> Result<Placed, Box<dyn Error>> {
    let index = segment.inverted_index(field)?;
    let mut found = Placed::new();
    let mut stream = index.terms().stream()?;
    let option = if placed {
        IndexRecordOption::WithFreqsAndPositions
    } else {
        IndexRecordOption::WithFreqs
    };
    let mut positions = Vec::new();
    while stream.advance() {
        let term = String::from_utf8_lossy(stream.key()).into_owned();
        let mut postings = index.read_postings_from_terminfo(stream.value(), option)?;
        while postings.doc() != TERMINATED {
            let of = found.entry(postings.doc()).or_default();
            if placed {
                postings.positions(&mut positions);
                of.extend(positions.iter().map(|at| (*at, term.clone())));
            } else {
                for _ in 0..postings.term_freq() {
                    of.push((0, term.clone()));
                }
            }
            postings.advance();
        }
    }
    for terms in found.values_mut() {
        terms.sort();
    }
    Ok(found)
}

fn fill(documents: &mut [TantivyDocument], field: Field, terms: &Placed, form: Terms) {
    for (number, terms) in terms {
        let document = &mut documents[*number as usize];
        let mut text = String::new();
        for (at, term) in terms {
            match form {
                Terms::Text => {
                    text.push_str(term);
                    text.push(' ');
                }
                Terms::Values => document.add_text(field, term),
                Terms::Ready => text.push_str(&format!("{at}{AT}{term}{END}")),
            }
        }
        if form != Terms::Values {
            document.add_text(field, text);
        }
    }
}

fn column(
    segment: &SegmentReader,
    name: &str,
    field: Field,
    documents: &mut [TantivyDocument],
) -> Result<(), Box<dyn Error>> {
    for handle in segment.fast_fields().dynamic_column_handles(name)? {
        match (handle.column_type(), handle.open()?) {
            (ColumnType::U64, DynamicColumn::U64(column)) => {
                for (number, document) in documents.iter_mut().enumerate() {
                    for value in column.values_for_doc(number as u32) {
                        document.add_u64(field, value);
                    }
                }
            }
            (ColumnType::I64, DynamicColumn::I64(column)) => {
                for (number, document) in documents.iter_mut().enumerate() {
                    for value in column.values_for_doc(number as u32) {
                        document.add_i64(field, value);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}
