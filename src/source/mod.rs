//! Bytes of a file turned into numbered lines of text, every character of which can be traced
//! to its bytes. Knows nothing of what an article is; only [`read_file`],
//! [`folder`], which reads the cards of a corpus, and [`seen`] touch files.

pub mod card;
pub mod control;
pub mod document;
pub mod docx;
pub mod encoding;
pub mod entity;
pub mod facts;
pub mod folder;
pub mod history;
pub mod html;
mod lists;
pub mod seen;
pub mod spanned;

use crate::model::evidence::Span;
use document::Document;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest text that is read, in bytes.
pub const LARGEST: u64 = 256 * 1024 * 1024;

/// Why a text cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file cannot be opened or read.
    #[error("cannot read {path}: {cause}")]
    Unreadable {
        /// The file as given.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The bytes are no UTF-8.
    #[error("{path} is not UTF-8 text (first wrong byte at {offset})")]
    NotUtf8 {
        /// The file as given.
        path: PathBuf,
        /// The first byte that is no UTF-8, counted from 0.
        offset: usize,
    },
    /// It is no file but a folder, a pipe or a device.
    #[error("{path} is no regular file")]
    NoFile {
        /// The file as given.
        path: PathBuf,
    },
    /// The file is larger than [`LARGEST`].
    #[error("{path} is larger than {LARGEST} bytes")]
    TooLarge {
        /// The file as given.
        path: PathBuf,
    },
    /// A Word document that is not read.
    #[error("{path}: {cause}")]
    Docx {
        /// The file as given.
        path: PathBuf,
        /// Why.
        cause: docx::Refused,
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

impl SourceError {
    /// The file at fault, as given.
    pub fn path(&self) -> &Path {
        match self {
            SourceError::Unreadable { path, .. }
            | SourceError::NotUtf8 { path, .. }
            | SourceError::NoFile { path }
            | SourceError::TooLarge { path }
            | SourceError::Docx { path, .. }
            | SourceError::Changed { path }
            | SourceError::Empty { path } => path,
        }
    }
}

/// Reads the bytes of a text.
///
/// # Errors
/// When there is no such file, it is none that can be read to its end, or it is too large.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, SourceError> {
    let unreadable = |cause| SourceError::Unreadable { path: path.to_owned(), cause };
    // Asked before it is opened: a pipe without a writer would never open.
    let what = std::fs::metadata(path).map_err(unreadable)?;
    if what.is_dir() {
        return Err(unreadable(io::ErrorKind::IsADirectory.into()));
    }
    if !what.is_file() {
        return Err(SourceError::NoFile { path: path.to_owned() });
    }
    if what.len() > LARGEST {
        return Err(SourceError::TooLarge { path: path.to_owned() });
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(SourceError::TooLarge { path: path.to_owned() });
    }
    Ok(bytes)
}

/// Reads a text; `shown` is its path as users see it.
///
/// # Errors
/// When the file cannot be read, is no UTF-8, or holds nothing but blanks; a Word document that
/// is refused.
pub fn read_file(path: &Path, shown: &str) -> Result<Document, SourceError> {
    document(path, shown, &read_bytes(path)?)
}

/// The text of a file whose bytes are these.
///
/// # Errors
/// When the bytes are no UTF-8, or hold nothing but blanks; a Word document that is refused.
pub fn document(path: &Path, shown: &str, bytes: &[u8]) -> Result<Document, SourceError> {
    let word = docx::is_docx(bytes);
    if let Err(fault) = std::str::from_utf8(bytes).map_err(|fault| fault.valid_up_to())
        && !word
    {
        return Err(SourceError::NotUtf8 { path: path.to_owned(), offset: fault });
    }
    let document = Document::open(shown, bytes)
        .map_err(|cause| SourceError::Docx { path: path.to_owned(), cause })?;
    if document.characters() == 0 {
        return Err(SourceError::Empty { path: path.to_owned() });
    }
    Ok(document)
}

/// The bytes in which the spans of a file count: those of the file, or of the text that is taken
/// from a Word document.
///
/// # Errors
/// A Word document that is refused.
pub fn text_of(bytes: &[u8]) -> Result<Cow<'_, [u8]>, docx::Refused> {
    match docx::is_docx(bytes) {
        true => docx::read(bytes).map(|text| Cow::Owned(text.into_bytes())),
        false => Ok(Cow::Borrowed(bytes)),
    }
}

/// The bytes of stretches of text exactly as they are printed, each stretch on lines of its own.
///
/// # Errors
/// A file that cannot be read, or that is not the one from which the stretches were taken.
pub fn printed(spans: &[Span]) -> Result<String, SourceError> {
    let mut files: BTreeMap<&str, (Vec<u8>, bool)> = BTreeMap::new();
    let mut stretches = Vec::new();
    for span in spans {
        let path = PathBuf::from(span.source.file.as_ref());
        let name = span.source.file.as_ref();
        if !files.contains_key(name) {
            let bytes = read_bytes(&path)?;
            let same = blake3::hash(&bytes).to_hex().as_str() == span.source.hash.as_ref();
            let text = text_of(&bytes)
                .map_err(|cause| SourceError::Docx { path: path.clone(), cause })?
                .into_owned();
            files.insert(name, (text, same));
        }
        let text = files.get(name).filter(|(_, same)| *same).map(|(text, _)| text.as_slice());
        let stretch = text.and_then(|text| text.get(span.bytes.clone()));
        let Some(stretch) = stretch else { return Err(SourceError::Changed { path }) };
        stretches.push(String::from_utf8_lossy(stretch).into_owned());
    }
    Ok(stretches.join("\n"))
}
