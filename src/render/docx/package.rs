//! The parts of an Office Open XML package → a zip file whose bytes depend on nothing but the
//! parts: their order and their time are fixed.

use super::body::WORD;
use super::xml::Xml;
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OF_PACKAGE: &str = "application/vnd.openxmlformats-package";
const OF_WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE_RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE_RELATION: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";

/// The face of the document; a reader without it takes another serif face.
const FACE: &str = "Times New Roman";

/// The package around the text.
pub(super) fn zipped(title: &str, document: &[u8]) -> io::Result<Vec<u8>> {
    let parts = [
        ("[Content_Types].xml", content_types()?),
        ("_rels/.rels", relations()?),
        ("docProps/core.xml", core(title)?),
        ("word/_rels/document.xml.rels", document_relations()?),
        ("word/document.xml", document.to_vec()),
        ("word/styles.xml", styles()?),
    ];
    // The epoch of the zip format stands for no time at all.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types() -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("Types", &[("xmlns", CONTENT_TYPES)], |xml| {
        let relations = format!("{OF_PACKAGE}.relationships+xml");
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", &relations)])?;
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
        for (part, kind) in [
            ("/word/document.xml", format!("{OF_WORD}.document.main+xml")),
            ("/word/styles.xml", format!("{OF_WORD}.styles+xml")),
            ("/docProps/core.xml", format!("{OF_PACKAGE}.core-properties+xml")),
        ] {
            xml.empty("Override", &[("PartName", part), ("ContentType", &kind)])?;
        }
        Ok(())
    })?;
    Ok(xml.finish())
}

fn relations() -> io::Result<Vec<u8>> {
    let document = format!("{OFFICE_RELATION}/officeDocument");
    related(&[(&document, "word/document.xml"), (CORE_RELATION, "docProps/core.xml")])
}

fn document_relations() -> io::Result<Vec<u8>> {
    related(&[(&format!("{OFFICE_RELATION}/styles"), "styles.xml")])
}

fn related(relations: &[(&str, &str)]) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for (place, (kind, target)) in relations.iter().enumerate() {
            let id = format!("rId{}", place + 1);
            xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)])?;
        }
        Ok(())
    })?;
    Ok(xml.finish())
}

fn core(title: &str) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("cp:coreProperties", &[("xmlns:cp", CORE), ("xmlns:dc", DUBLIN_CORE)], |xml| {
        xml.element("dc:title", &[], |xml| xml.words(title))?;
        xml.element("dc:creator", &[], |xml| xml.words("nusqa"))?;
        xml.element("dc:language", &[], |xml| xml.words("kk-KZ"))
    })?;
    Ok(xml.finish())
}

/// A style of paragraphs: its name, its size in half points, what stands around it.
struct Style {
    name: &'static str,
    size: &'static str,
    bold: bool,
    align: &'static str,
    after: &'static str,
}

const STYLES: [Style; 6] = [
    Style { name: "Title", size: "28", bold: true, align: "center", after: "200" },
    Style { name: "Heading", size: "22", bold: false, align: "left", after: "60" },
    Style { name: "Head", size: "20", bold: true, align: "center", after: "0" },
    Style { name: "Cell", size: "20", bold: false, align: "left", after: "40" },
    Style { name: "Source", size: "15", bold: false, align: "left", after: "20" },
    Style { name: "Foot", size: "16", bold: false, align: "left", after: "0" },
];

fn styles() -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:styles", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    let face = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|of| (of, FACE));
                    xml.empty("w:rFonts", &face)?;
                    xml.empty("w:sz", &[("w:val", "22")])?;
                    xml.empty("w:lang", &[("w:val", "kk-KZ"), ("w:eastAsia", "kk-KZ")])
                })
            })?;
            xml.empty("w:pPrDefault", &[])
        })?;
        let normal = [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")];
        xml.element("w:style", &normal, |xml| xml.empty("w:name", &[("w:val", "Normal")]))?;
        for style in &STYLES {
            paragraph_style(xml, style)?;
        }
        table_style(xml)
    })?;
    Ok(xml.finish())
}

fn paragraph_style(xml: &mut Xml, style: &Style) -> io::Result<()> {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", style.name)], |xml| {
        xml.empty("w:name", &[("w:val", style.name)])?;
        xml.empty("w:basedOn", &[("w:val", "Normal")])?;
        xml.element("w:pPr", &[], |xml| {
            let above = if style.name == "Foot" { "120" } else { "0" };
            xml.empty("w:spacing", &[("w:before", above), ("w:after", style.after)])?;
            xml.empty("w:jc", &[("w:val", style.align)])
        })?;
        xml.element("w:rPr", &[], |xml| {
            if style.bold {
                xml.empty("w:b", &[])?;
            }
            xml.empty("w:sz", &[("w:val", style.size)])
        })
    })
}

/// A table with thin lines around every cell.
fn table_style(xml: &mut Xml) -> io::Result<()> {
    xml.element("w:style", &[("w:type", "table"), ("w:styleId", "Comparison")], |xml| {
        xml.empty("w:name", &[("w:val", "Comparison")])?;
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for edge in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:color", "000000")];
                    xml.empty(edge, &line)?;
                }
                Ok(())
            })?;
            xml.element("w:tblCellMar", &[], |xml| {
                for (edge, room) in
                    [("w:top", "40"), ("w:left", "85"), ("w:bottom", "40"), ("w:right", "85")]
                {
                    xml.empty(edge, &[("w:w", room), ("w:type", "dxa")])?;
                }
                Ok(())
            })
        })
    })
}
