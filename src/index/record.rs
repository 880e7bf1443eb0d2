//! The bytes that tantivy's store keeps of a document → its one text and its one run of bytes, as
//! they lie there. tantivy's own reader takes a run of bytes one by one, which was half the time of
//! a look-up.

/// The codes of tantivy's store for a text and for bytes.
const TEXT: u8 = 0;
const BYTES: u8 = 4;
/// Bytes of the number of a field.
const FIELD: usize = 4;

/// What is stored of a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Record<'b> {
    /// The text; empty where there is none.
    pub text: &'b str,
    /// The run of bytes; empty where there is none.
    pub bytes: &'b [u8],
}

impl<'b> Record<'b> {
    /// Reads a document of the second version of the store; `None` for bytes that are none, or that
    /// hold anything but a text and bytes.
    pub fn read(mut stored: &'b [u8]) -> Option<Record<'b>> {
        let mut record = Record::default();
        for _ in 0..number(&mut stored)? {
            let (head, rest) = stored.split_at_checked(FIELD + 1)?;
            stored = rest;
            let length = usize::try_from(number(&mut stored)?).ok()?;
            let (value, rest) = stored.split_at_checked(length)?;
            stored = rest;
            match *head.last()? {
                TEXT => record.text = std::str::from_utf8(value).ok()?,
                BYTES => record.bytes = value,
                _ => return None,
            }
        }
        Some(record)
    }
}

/// A number of seven bits a byte, the lowest first; the highest bit stands at its last byte.
fn number(stored: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = stored.split_first()?;
        *stored = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 != 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::schema::schema;
    use tantivy::{Index, TantivyDocument};

    #[test]
    fn what_tantivy_stored_is_read() {
        let (schema, fields) = schema();
        let index = Index::create_in_ram(schema);
        index.tokenizers().register(
            crate::index::written::TOKENIZER,
            tantivy::tokenizer::RawTokenizer::default(),
        );
        let mut writer = index.writer_with_num_threads(1, 20_000_000).expect("a writer");
        let lengths = [0, 1, 127, 128, 300, 20_000];
        for length in lengths {
            let mut document = TantivyDocument::new();
            document.add_text(fields.act, "ә".repeat(length));
            document.add_bytes(fields.stored, &vec![7; length]);
            writer.add_document(document).expect("a document");
        }
        writer.commit().expect("an index");
        let searcher = index.reader().expect("a reader").searcher();
        let store = searcher.segment_reader(0).get_store_reader(1).expect("a store");
        for (document, length) in (0..).zip(lengths) {
            let stored = store.get_document_bytes(document).expect("bytes");
            let (text, bytes) = ("ә".repeat(length), vec![7; length]);
            let record = Record { text: &text, bytes: &bytes };
            assert_eq!(Record::read(&stored), Some(record), "{length}");
            for end in 0..stored.len().min(400) {
                assert_eq!(Record::read(&stored[..end]), None, "{end} of {length}");
            }
        }
    }
}
