//! Bytes of a file turned into numbered lines of text, every character of which can be traced
//! to its bytes. Knows nothing of what an article is; only [`read_file`] and
//! [`folder`], which reads the cards of a corpus, touch files.

pub mod card;
pub mod document;
pub mod entity;
pub mod facts;
pub mod folder;
pub mod history;
pub mod html;
pub mod spanned;

use crate::model::evidence::Span;
use document::Document;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Why a text cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file cannot be opened or read.
    #[error("cannot read {path}: {cause}")]
    Unreadable {
        /// The file as given.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The bytes are no UTF-8.
    #[error("{path} is not UTF-8 text (first wrong byte at {offset})")]
    NotUtf8 {
        /// The file as given.
        path: PathBuf,
        /// The first byte that is no UTF-8, counted from 0.
        offset: usize,
    },
    /// The file is not the one that was read before.
    #[error("{path} has changed")]
    Changed {
        /// The file as given.
        path: PathBuf,
    },
    /// There is no text in the file.
    #[error("{path} holds no text")]
    Empty {
        /// The file as given.
        path: PathBuf,
    },
}

/// Reads a text; `shown` is its path as users see it.
///
/// # Errors
/// When the file cannot be read, is no UTF-8, or holds nothing but blanks.
pub fn read_file(path: &Path, shown: &str) -> Result<Document, SourceError> {
    let bytes = std::fs::read(path)
        .map_err(|cause| SourceError::Unreadable { path: path.to_owned(), cause })?;
    if let Err(fault) = std::str::from_utf8(&bytes) {
        return Err(SourceError::NotUtf8 { path: path.to_owned(), offset: fault.valid_up_to() });
    }
    let document = Document::decode(shown, &bytes);
    if document.characters() == 0 {
        return Err(SourceError::Empty { path: path.to_owned() });
    }
    Ok(document)
}

/// The bytes of stretches of text exactly as they are printed, each stretch on lines of its own.
///
/// # Errors
/// A file that cannot be read, or that is not the one from which the stretches were taken.
pub fn printed(spans: &[Span]) -> Result<String, SourceError> {
    let mut files: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    let mut stretches = Vec::new();
    for span in spans {
        let path = PathBuf::from(span.source.file.as_ref());
        if !files.contains_key(span.source.file.as_ref()) {
            let bytes = std::fs::read(&path)
                .map_err(|cause| SourceError::Unreadable { path: path.clone(), cause })?;
            files.insert(&span.source.file, bytes);
        }
        let bytes = files.get(span.source.file.as_ref()).map_or(&[][..], Vec::as_slice);
        let same = blake3::hash(bytes).to_hex().as_str() == span.source.hash.as_ref();
        let stretch = bytes.get(span.bytes.clone()).filter(|_| same);
        let Some(stretch) = stretch else { return Err(SourceError::Changed { path }) };
        stretches.push(String::from_utf8_lossy(stretch).into_owned());
    }
    Ok(stretches.join("\n"))
}
