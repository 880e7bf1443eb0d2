//! Depth and length without end at the doors that are not texts of law: each answers or refuses, on
//! a stack of ordinary size, in a time that goes by the size.

use nusqa::amend::wording;
use nusqa::ask::batch::{SearchLine, ShowLine};
use nusqa::corpus::imported::imported;
use nusqa::kazakh::date;
use nusqa::parse::akn;
use nusqa::parse::citation::{exact_address, parse_address};
use nusqa::source::card::Card;
use nusqa::source::docx;
use nusqa::source::facts::Facts;
use nusqa::source::history::{Committed, Content};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A door and what goes through it, said so often.
pub type Door = (&'static str, usize, fn(usize));

/// Every door with its size where time is measured.
pub const DOORS: &[Door] = &[
    ("arrays in a card", 40_000, |n| card(&format!("a = {}", "[".repeat(n)))),
    ("closed arrays in a card", 40_000, |n| {
        card(&format!("a = {}{}", "[".repeat(n), "]".repeat(n)));
    }),
    ("tables in a card", 40_000, |n| card(&format!("a = {}", "{a=".repeat(n)))),
    ("a dotted key in a card", 20_000, |n| card(&format!("{}a = 1", "a.".repeat(n)))),
    ("a dotted head in a card", 20_000, |n| card(&format!("[{}a]\nb = 1", "a.".repeat(n)))),
    ("texts in a card", 20_000, |n| {
        card(&"[[text]]\nfile = \"a\"\nrole = \"original\"\n".repeat(n));
    }),
    ("sources in a card", 20_000, |n| {
        let lines: String = (0..n).map(|i| format!("\"k{i}\" = \"a\"\n")).collect();
        card(&format!("[sources]\n{lines}"));
    }),
    ("arrays in a line of JSON", 100_000, |n| json(&"[".repeat(n))),
    ("objects in a line of JSON", 100_000, |n| json(&"{\"act\":".repeat(n))),
    ("keys in a line of JSON", 50_000, |n| {
        let keys: Vec<String> = (0..n).map(|i| format!("\"k{i}\":1")).collect();
        json(&format!("{{{}}}", keys.join(",")));
    }),
    ("columns of facts", 100_000, |n| facts(&format!("{HEAD}\n{}\n", "a\t".repeat(n)))),
    ("head of facts", 100_000, |n| facts(&format!("{HEAD}{}\n", "\ta".repeat(n)))),
    ("rows of facts", 20_000, |n| {
        let row = |i| format!("law\t{i}-VI\t2015-11-24\t\t\t\t\n");
        facts(&format!("{HEAD}\n{}", (0..n).map(row).collect::<String>()));
    }),
    ("rows of one fact", 20_000, |n| {
        let row = |i| format!("law\t1-VI\t2015-11-24\t2015-12-{:02}\t\t\t\n", i % 28 + 1);
        facts(&format!("{HEAD}\n{}", (0..n).map(row).collect::<String>()));
    }),
    ("elements of AKN", 50_000, |n| akn_of(&"<point>".repeat(n))),
    ("closed elements of AKN", 50_000, |n| {
        akn_of(&format!("{}{}", "<point>".repeat(n), "</point>".repeat(n)));
    }),
    ("elements side by side of AKN", 20_000, |n| akn_of(&"<point/>".repeat(n))),
    ("attributes of AKN", 5_000, |n| {
        let names: String = (0..n).map(|i| format!(" a{i}=\"b\"")).collect();
        akn_of(&format!("<point{names}/>"));
    }),
    ("elements of a Word document", 50_000, |n| word(&"<w:p>".repeat(n))),
    ("tables of a Word document", 50_000, |n| word(&"<w:tbl><w:tr><w:tc>".repeat(n))),
    ("paragraphs of a Word document", 20_000, |n| {
        word(&"<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(n));
    }),
    ("sequences of YAML", 20_000, |n| yaml(&format!("a: {}", "[".repeat(n)))),
    ("mappings of YAML", 10_000, |n| yaml(&"{a: ".repeat(n))),
    ("blocks of YAML", 300, |n| {
        yaml(&(0..n).map(|i| format!("{}a:\n", " ".repeat(i))).collect::<String>());
    }),
    ("dashes of YAML", 20_000, |n| yaml(&"- ".repeat(n))),
    ("steps of an address", 50_000, |n| address(&"1/".repeat(n))),
    ("two readings of an address", 2_000, |n| address(&"1-бап/1/".repeat(n))),
    ("lists inside lists of an address", 2_000, |n| {
        let numbers = "1 – 999, ".repeat(n);
        address(&format!("{numbers}1-баптардың {numbers}1-тармақтарының {numbers}1) тармақшалары"));
    }),
    ("words of an address", 20_000, |n| address(&"1-баптың ".repeat(n))),
    ("numbers of an address", 20_000, |n| address(&"1, ".repeat(n))),
    ("dashes of an address", 50_000, |n| address(&"1-".repeat(n))),
    ("parts of an eId", 20_000, |n| address(&"art_1__".repeat(n))),
    ("brackets of an address", 50_000, |n| address(&"(".repeat(n))),
    ("ranges of an address", 2_000, |n| address(&"1-999, ".repeat(n))),
    ("digits of a day", 100_000, |n| drop(date::parse(&"1".repeat(n)))),
    ("words of a day", 50_000, |n| drop(date::parse(&"екі мың ".repeat(n)))),
    ("a difference of other words", 4_000, |n| {
        let words = |of: usize| (0..n).map(|i| format!("сөз{} ", i * 2 + of)).collect::<String>();
        wording::words(&words(0), &words(1));
    }),
    ("a difference of the same words", 4_000, |n| {
        let words = |of: usize| (0..n).map(|i| format!("сөз{} ", i * of % 7)).collect::<String>();
        wording::words(&words(3), &words(5));
    }),
    ("a difference of moved words", 4_000, |n| {
        let words: Vec<String> = (0..n).map(|i| format!("сөз{i}")).collect();
        let back: Vec<String> = words.iter().rev().cloned().collect();
        wording::words(&words.join(" "), &back.join(" "));
    }),
];

const HEAD: &str = "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits";

fn card(text: &str) {
    let _ = toml::from_str::<Card>(text);
}

fn json(text: &str) {
    let _ = serde_json::from_str::<ShowLine>(text);
    let _ = serde_json::from_str::<SearchLine>(text);
}

fn facts(table: &str) {
    let _ = Facts::read(table);
}

fn akn_of(inner: &str) {
    let _ = akn::read(&format!("<akomaNtoso><act><body>{inner}"));
}

fn word(inner: &str) {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    let body = format!("<w:document xmlns:w=\"w\"><w:body>{inner}</w:body></w:document>");
    zip.write_all(body.as_bytes()).expect("a body");
    let _ = docx::read(&zip.finish().expect("a package").into_inner());
}

fn yaml(meta: &str) {
    let commit = Committed {
        id: "0".repeat(40),
        message: "2020-01-01".into(),
        author_day: None,
        number: 0,
        of: 1,
    };
    let content = Content { meta: Some(meta.to_owned()), text: Some("1. Сөз.\n".into()) };
    let _ = imported(&commit, &content, false);
}

fn address(text: &str) {
    parse_address(text);
    exact_address(text);
}
