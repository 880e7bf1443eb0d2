//! Documents in Akoma Ntoso held to the standard: by its schema where xmllint is installed, and
//! always by rules of our own.

#![allow(clippy::print_stdout, reason = "a test says what it could not ask")]

use super::root;
use nusqa::model::certainty::Status;
use nusqa::parse::akn::whole::Held;
use nusqa::parse::akn::{self, names};
use nusqa::query::GAP;
use nusqa::query::expression::{Expression, Placed};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files under a folder, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// Validates files by the schema of OASIS; says so where it cannot.
pub fn validate(files: &[PathBuf]) {
    if Command::new("xmllint").arg("--version").output().is_err() {
        println!("xmllint is not installed: {} files are not held to the schema", files.len());
        return;
    }
    for some in files.chunks(64) {
        let output = Command::new("xmllint")
            .args(["--nonet", "--noout", "--schema"])
            .arg(root().join("tests/schema/akn/akomantoso30.xsd"))
            .args(some)
            .output()
            .expect("xmllint runs");
        let said = String::from_utf8_lossy(&output.stderr);
        let faults: Vec<&str> =
            said.lines().filter(|line| !line.ends_with(" validates")).take(10).collect();
        assert!(output.status.success(), "{}", faults.join("\n"));
    }
}

/// Every element with its attributes.
fn elements(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut elements = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return elements,
            Event::Start(start) => {
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute");
                    let value = unescape(&attribute.value).expect("a value").into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                });
                let attributes = attributes.collect();
                elements.push((start.name().as_ref().to_owned(), attributes));
            }
            _ => {}
        }
    }
}

/// Holds a document to what the schema does not say: eIds are given once, by the naming
/// convention, and every reference inside the document leads somewhere.
pub fn check(text: &str) {
    let elements = elements(text);
    let mut eids = HashSet::new();
    for (_, attributes) in &elements {
        for (key, value) in attributes {
            if key == "eId" {
                assert!(eids.insert(value.as_str()), "eId {value} is given twice");
                let unfit = |c: char| c.is_whitespace() || "\"<>&#".contains(c);
                assert!(!value.contains(unfit), "{value}");
            }
        }
    }
    let referring =
        ["source", "href", "period", "start", "end", "refersTo", "for", "by", "includedIn"];
    for (name, attributes) in &elements {
        for (key, value) in attributes {
            if let (true, Some(eid)) = (referring.contains(&key.as_str()), value.strip_prefix('#'))
            {
                assert!(eids.contains(eid), "{name}/@{key} {value} leads nowhere");
            }
        }
    }
    let sources: HashSet<&str> = elements
        .iter()
        .filter(|(name, _)| name == "nusqa:source")
        .flat_map(|(_, attributes)| attributes.iter().filter(|(key, _)| key == "id"))
        .map(|(_, value)| value.as_str())
        .collect();
    for (_, attributes) in elements.iter().filter(|(name, _)| name == "nusqa:evidence") {
        let source = attributes.iter().find(|(key, _)| key == "source").expect("a source");
        assert!(sources.contains(source.1.as_str()), "{}", source.1);
    }
    assert!(text.contains(names::OWN_NAMESPACE));
}

/// Reads a document back and holds every unit to the expression from which it was written.
pub fn round_trip(text: &str, expression: &Expression) -> akn::Document {
    let document = akn::read(text).expect("our own document");
    assert_eq!(document.work.as_deref(), Some(expression.act.id.iri().as_str()));
    let addresses: Vec<String> =
        document.units.iter().map(|u| u.address.clone().unwrap_or_default().to_string()).collect();
    let expected: Vec<String> =
        expression.units.iter().map(|unit| unit.address.to_string()).collect();
    assert_eq!(addresses, expected, "{}", expression.act.id);
    for (read, unit) in document.units.iter().zip(&expression.units) {
        let place = format!("{} {}", expression.act.id, unit.address);
        assert_eq!(read.kind, unit.kind, "{place}");
        // A body that approves a document and has an annex 1 of its own has one eId for both.
        let (first, rest) = read.eid.split_once("_dup_2").unwrap_or((&read.eid, ""));
        assert_eq!(format!("{first}{rest}"), unit.address.eid(), "{place}");
        assert_eq!(words(read), expected_words(unit, read.number.is_some()), "{place}");
        assert_eq!(read.notes, unit.notes, "{place}");
        let status = read.status.as_deref();
        match unit.status() {
            Status::Repealed => assert_eq!(status, Some("removed"), "{place}"),
            Status::Suspended => assert_eq!(status, Some("temporarilyRemoved"), "{place}"),
            Status::Unknown | Status::NotYet => assert_eq!(status, Some("unknown"), "{place}"),
            Status::InForce => {
                assert!(matches!(status, None | Some("incomplete")), "{place}: {status:?}");
            }
        }
    }
    document
}

/// Holds what a document of all versions says of a day to the document of that day.
pub fn same_on(held: &[Held], document: &akn::Document, expression: &Expression) {
    let day = expression.ask.date;
    let act = &expression.act.id;
    let addresses = |units: &mut dyn Iterator<Item = &akn::Unit>| -> Vec<String> {
        units.map(|unit| unit.address.clone().unwrap_or_default().to_string()).collect()
    };
    assert_eq!(
        addresses(&mut held.iter().map(|held| &held.unit)),
        addresses(&mut document.units.iter()),
        "{act} on {day}"
    );
    for ((held, unit), placed) in held.iter().zip(&document.units).zip(&expression.units) {
        let place = format!("{act} {} on {day}", placed.address);
        assert_eq!(held.unit.kind, unit.kind, "{place}");
        assert_eq!(words(&held.unit), words(unit), "{place}");
        assert_eq!(held.unit.notes, unit.notes, "{place}");
        assert_eq!(held.unit.status, unit.status, "{place}");
        assert_eq!(held.certainty, placed.certainty(), "{place}");
    }
}

/// Number and words as read; nothing where only the number of the address stands there.
fn words(read: &akn::Unit) -> Option<(String, String)> {
    let own = read.heading.as_ref().or(read.words.as_ref()).filter(|own| !own.is_empty());
    own.map(|own| (read.number.clone().unwrap_or_default(), own.clone()))
}

fn expected_words(unit: &Placed, numbered: bool) -> Option<(String, String)> {
    let text = unit.text()?;
    let body = unit.version.as_ref().map_or(0, |version| version.body);
    let at = if numbered { body } else { 0 };
    let (number, words) = text.split_at(at);
    (!words.is_empty()).then(|| (number.trim().to_owned(), words.to_owned()))
}

/// The words that a document prints, without numbers of what is gone, notes and gaps.
pub fn printed(document: &akn::Document) -> String {
    let printed = document.units.iter().filter_map(|unit| {
        let (_, own) = words(unit)?;
        Some(format!("{}{own}", unit.number.as_deref().unwrap_or_default()))
    });
    squeezed(&printed.collect::<String>())
}

/// The words of an answer without its gaps.
pub fn shown(text: &str) -> String {
    squeezed(&text.split('\n').filter(|line| *line != GAP).collect::<String>())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
