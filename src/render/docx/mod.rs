//! The comparative table as a Word document: an Office Open XML package that word processors
//! open and drafters go on writing in. The same table gives the same bytes.

mod body;
mod package;
mod xml;

use super::comparison::Row;
use super::messages::Lang;
use super::wire::Generator;
use std::io;

/// The table and what stands around it.
pub struct Document<'a> {
    /// The lines above the table: name and value.
    pub heading: &'a [(String, String)],
    /// The rows.
    pub rows: &'a [Row],
    /// What made it.
    pub generator: &'a Generator,
}

/// The bytes of the document.
///
/// # Errors
/// None that writing to memory can meet.
pub fn comparison(document: &Document<'_>, lang: Lang) -> io::Result<Vec<u8>> {
    let title = super::messages::catalogue::papers::paper_table(lang);
    let body = body::document(document, &title, lang)?;
    package::zipped(&title, &body)
}
