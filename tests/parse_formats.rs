//! One text in every layout gives one tree: line ends of other systems, a byte order mark,
//! letters with separate accents, HTML as the portal serves it.

use nusqa::parse::parse;
use nusqa::source::document::{Document, Format};
use std::fmt::Write;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

const TEXTS: [&str; 5] = [
    "corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md",
    "corpus/2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt",
    "corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md",
    "corpus/2015-11-24-418-V-aqparattandyru-turaly/consolidated.md",
    "corpus/2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt",
];

fn text(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a text")
}

/// Kind, address, state and words of every unit.
fn outline(bytes: &[u8]) -> Vec<String> {
    let tree = parse(&Document::decode("text", bytes));
    assert_eq!(tree.covered, tree.characters);
    tree.units
        .iter()
        .map(|unit| format!("{} {} {} {}", unit.kind, unit.address, unit.status.name(), unit.text))
        .collect()
}

fn assert_same(what: &str, left: &[String], right: &[String]) {
    for (left, right) in left.iter().zip(right) {
        assert_eq!(left, right, "{what}");
    }
    assert_eq!(left.len(), right.len(), "{what}");
}

#[test]
fn layouts_of_the_same_characters() {
    for file in TEXTS {
        let text = text(file);
        let clean = outline(text.as_bytes());
        assert_same(file, &clean, &outline(text.replace('\n', "\r\n").as_bytes()));
        assert_same(file, &clean, &outline(format!("\u{feff}{text}").as_bytes()));
        let apart: String = text.nfd().collect();
        assert_same(file, &clean, &outline(apart.as_bytes()));
    }
}

/// A page as the portal serves it: a paragraph an element, entities, a menu around it.
fn page(text: &str) -> String {
    let mut html = String::from(
        "<!DOCTYPE html>\n<html><head><title>Әділет</title></head><body><nav><a href=\"/\">Мәзір</a></nav>\n<article>\n",
    );
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start_matches(['\u{a0}', ' ']);
        if line.trim().is_empty() {
            continue;
        }
        let line = line.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        let _ = writeln!(html, "<p id=\"z{number}\">&nbsp; &nbsp; &nbsp; {line}</p>");
    }
    html.push_str("</article><footer>© портал</footer></body></html>\n");
    html
}

#[test]
fn html_of_the_portal() {
    // A text without tables and without paragraphs broken over lines, but one heading.
    let text = text(TEXTS[1]).replace("ұйымдастыру\nмен", "ұйымдастыру мен");
    let html = page(&text);
    assert_eq!(Document::decode("text", html.as_bytes()).format, Format::Html);
    assert_same("832", &outline(text.as_bytes()), &outline(html.as_bytes()));
}
