//! A Word document (.docx) → its text as a reader sees it, a paragraph a line, with the numbers
//! that Word prints by itself. The text is laid out by the rules for HTML, so that paragraphs,
//! cells and line breaks mean the same in every source.

mod body;
mod list;
mod numbering;
mod package;
mod styles;
mod xml;

use super::html;
use super::spanned::Spanned;
use package::Package;

/// Why a Word document is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The archive or one of its parts cannot be read.
    #[error("damaged: {cause}")]
    Damaged {
        /// What the readers of archives and XML say.
        cause: String,
    },
    /// A limit on size, number of parts, compression or depth is exceeded, or the archive names
    /// places outside itself.
    #[error("dangerous: {cause}")]
    Dangerous {
        /// Which limit.
        cause: String,
    },
    /// Changes are tracked in it: it has two texts, and which counts is not ours to say.
    #[error("tracked changes")]
    TrackedChanges,
    /// Words in it are hidden: a reader of the print does not see them.
    #[error("hidden text")]
    HiddenText,
    /// Something in it prints words that are not read here: an embedded document, a numbering in
    /// another script.
    #[error("unsupported: {what}")]
    Unsupported {
        /// The element or the format of numbers.
        what: String,
    },
}

/// The largest document that is read, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// True for bytes that are a zip archive with a Word document in it, however damaged.
pub fn is_docx(bytes: &[u8]) -> bool {
    const NAME: &[u8] = b"word/";
    /// Where names of parts stand for certain: before the first parts, and in the directory.
    const FIRST: usize = 64 * 1024;
    const LAST: usize = 1024 * 1024;
    let has = |bytes: &[u8]| bytes.windows(NAME.len()).any(|window| window == NAME);
    bytes.starts_with(b"PK\x03\x04")
        && (has(&bytes[..bytes.len().min(FIRST)])
            || has(&bytes[bytes.len().saturating_sub(LAST)..]))
}

/// The text of a Word document.
///
/// Paragraphs are lines with blank ones between, cells are parted by tabs, a line break inside a
/// paragraph is a hard one. Headers, footers and comments are no part of the text. A note at the
/// foot of a page follows the paragraph that refers to it, under its mark.
///
/// # Errors
/// See [`Refused`].
pub fn read(bytes: &[u8]) -> Result<String, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::Dangerous { cause: format!("larger than {LARGEST} bytes") });
    }
    let mut package = Package::open(bytes)?;
    let page = body::page(&mut package)?;
    let mut raw = Spanned::new(0);
    raw.push_str(&page, 0);
    let (text, _) = html::read(&raw);
    Ok(text.text().trim_end().to_owned() + "\n")
}
