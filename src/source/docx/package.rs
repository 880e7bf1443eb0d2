//! The bytes of an Office Open XML package → its parts, each only as large as a text may be.
//! Nothing is ever unpacked to disk; what looks like an attack is refused before it is unpacked.

use super::Refused;
use super::xml;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most parts that a document may have.
const MOST_PARTS: usize = 4096;
/// The largest part, in bytes.
const LARGEST_PART: u64 = 64 * 1024 * 1024;
/// How many times larger than packed a part may be, once it is larger than [`SMALL`].
const HIGHEST_RATIO: u64 = 200;
/// A part of this size, in bytes, does no harm however well it was packed.
const SMALL: u64 = 1024 * 1024;

/// The relationship that leads to the document of a package.
const DOCUMENT: &str = "/officeDocument";

/// An opened package.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Name of the part that holds the document.
    pub(super) main: String,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Refused> {
        if claimed_parts(bytes) > MOST_PARTS {
            return Err(dangerous("too many parts"));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(dangerous("too many parts"));
        }
        for name in archive.file_names() {
            let name = name.map_err(damaged)?;
            if leads_outside(&name) {
                return Err(dangerous(&format!("a part named {name:?}")));
            }
        }
        let mut package = Package { archive, main: String::new() };
        let relations = package.part("_rels/.rels")?;
        let target = relations.and_then(|text| target(&text, DOCUMENT).transpose()).transpose()?;
        package.main = target.unwrap_or_else(|| "word/document.xml".to_owned());
        Ok(package)
    }

    /// The text of a part; `None` where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(damaged)?;
        if part.encrypted() {
            return Err(Refused::Unsupported { what: "encryption".to_owned() });
        }
        let (size, packed) = (part.size(), part.compressed_size());
        if size > LARGEST_PART || size > SMALL && size / packed.max(1) > HIGHEST_RATIO {
            return Err(dangerous(&format!("{name} unpacks to {size} bytes")));
        }
        // The size in the directory may be a lie: what is read is bounded on its own.
        let most = LARGEST_PART.min(SMALL.max(packed.saturating_mul(HIGHEST_RATIO)));
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(damaged)?;
        if bytes.len() as u64 > most {
            return Err(dangerous(&format!("{name} unpacks to more than {most} bytes")));
        }
        let text = String::from_utf8(bytes)
            .map_err(|_| Refused::Damaged { cause: format!("{name} is not UTF-8") })?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }

    /// The text of a part that stands beside the document.
    pub(super) fn beside(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        self.part(&name)
    }
}

fn damaged(error: impl std::fmt::Display) -> Refused {
    Refused::Damaged { cause: error.to_string() }
}

fn dangerous(cause: &str) -> Refused {
    Refused::Dangerous { cause: cause.to_owned() }
}

fn leads_outside(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.contains(':')
        || name.contains(char::is_control)
        || name.split(['/', '\\']).any(|step| step == "..")
}

/// How many parts the end of the archive says that there are: asked before the directory is read.
fn claimed_parts(bytes: &[u8]) -> usize {
    const MARK: &[u8] = b"PK\x05\x06";
    const FARTHEST: usize = 65_557;
    const COUNT: usize = 10;
    let tail = &bytes[bytes.len().saturating_sub(FARTHEST)..];
    let at = tail.windows(MARK.len()).rposition(|window| window == MARK);
    match at.and_then(|at| tail.get(at + COUNT..at + COUNT + 2)) {
        Some(&[low, high]) => usize::from(u16::from_le_bytes([low, high])),
        _ => 0,
    }
}

/// The part to which a relationship of this kind leads.
fn target(relations: &str, kind: &str) -> Result<Option<String>, Refused> {
    let mut found = None;
    xml::walk(relations, &mut |token| {
        if let xml::Token::Open { name: "Relationship", attributes } = token {
            let of_kind = attributes.get("Type").is_some_and(|of| of.ends_with(kind));
            if of_kind && found.is_none() {
                found = attributes.get("Target").map(|to| to.trim_start_matches('/').to_owned());
            }
        }
        Ok(())
    })?;
    Ok(found)
}
