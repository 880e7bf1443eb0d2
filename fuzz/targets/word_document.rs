//! The body of a Word document, or a whole package → text, or a refusal.

use nusqa::source::docx;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub fn run(bytes: &[u8]) {
    let _ = docx::read(bytes);
    let (body, numbering) = super::two(bytes);
    if let Some(package) = package(&[("document", body), ("numbering", numbering)]) {
        assert!(docx::is_docx(&package));
        let _ = docx::read(&package);
    }
}

fn package(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(format!("word/{name}.xml"), SimpleFileOptions::default()).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
