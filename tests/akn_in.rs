//! Acts in Akoma Ntoso as texts from outside: what was exported can be added to another corpus and
//! says the same there; what has no single whole text, or is dangerous, is refused.

#![allow(clippy::print_stdout, reason = "a test says how much it has seen")]

mod support;

use nusqa::parse::akn::names::NAMESPACE;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use support::akn::files;
use support::{ask, ask_json, nusqa};
use tempfile::TempDir;

fn export(out: &Path, arguments: &[&str]) -> Vec<PathBuf> {
    let out = out.to_string_lossy();
    let output = ask(&[&["export", "--format", "akn", "--out", &out], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files(Path::new(&*out))
}

/// Asks a corpus in a folder of its own.
fn there(folder: &TempDir, arguments: &[&str]) -> (i32, Value) {
    let output = nusqa()
        .args(arguments)
        .arg("--json")
        .arg("--corpus")
        .arg(folder.path().join("texts"))
        .arg("--index")
        .arg(folder.path().join("index"))
        .output()
        .expect("the program runs");
    let answer = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code().unwrap_or(-1), answer)
}

/// Units of a tree as printed: addresses and words.
fn units(tree: &Value) -> Vec<(String, String)> {
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let units = tree["units"].as_array().map_or(&[][..], Vec::as_slice);
    units.iter().map(|unit| (words(&unit["address"]), words(&unit["text"]))).collect()
}

#[test]
fn what_was_exported_says_the_same_in_another_corpus() {
    for (act, day, units_too) in [("676", "2018-06-01", true), ("343/НҚ", "2021-06-01", false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let written = export(&folder.path().join("out"), &["--act", act, "--on", day]);
        let file = written[0].to_string_lossy().into_owned();
        let (exit, added) = there(&folder, &["add", &file]);
        assert_eq!((exit, &added["texts"][0]["outcome"]), (0, &"added".into()), "{added}");
        let understood = &added["texts"][0]["understood"];
        assert_eq!(understood["converted_from"], "Akoma Ntoso", "{added}");
        let (_, here) = ask_json(&["tree", act]);
        let (_, new) = there(&folder, &["tree", act]);
        assert_eq!(new["act"]["id"], here["act"]["id"]);
        let (new, here) = (units(&new), units(&here));
        let words = |units: &[(String, String)]| -> Vec<char> {
            let words = units.iter().flat_map(|(_, words)| words.chars());
            let mut words: Vec<char> = words.filter(|c| !c.is_whitespace()).collect();
            words.sort_unstable();
            words
        };
        assert_eq!(words(&new), words(&here), "{act}");
        // The number over an annex is no word of a unit, and so no document has it to read again.
        if units_too {
            assert_eq!(new, here, "{act}");
        }
        println!("{act}: {} units are read again as {}", here.len(), new.len());
        let (_, again) = there(&folder, &["add", &file]);
        assert_eq!(again["texts"][0]["outcome"], "present", "{again}");
    }
}

fn refused(name: &str, text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    fs::write(&file, text).expect("a file");
    let (exit, told) = there(&folder, &["add", &file.to_string_lossy()]);
    assert_eq!(exit, 2, "{told}");
    assert!(!folder.path().join("texts").exists());
    told["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn versions_gaps_and_dangers_are_refused() {
    let out = tempfile::tempdir().expect("a folder");
    let whole = export(&out.path().join("a"), &["--act", "676", "--whole"]);
    let whole = fs::read_to_string(&whole[0]).expect("a file");
    assert_eq!(refused("whole.xml", &whole), "add_akn_versions");
    let gaps = export(&out.path().join("b"), &["--act", "832", "--on", "2022-01-01"]);
    let gaps = fs::read_to_string(&gaps[0]).expect("a file");
    assert_eq!(refused("gaps.xml", &gaps), "add_akn_gaps");
    let around = |inner: &str| format!("<akomaNtoso xmlns=\"{NAMESPACE}\">{inner}</akomaNtoso>");
    let laughs = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>".to_owned();
    for text in [
        laughs + &around("<act>&x;</act>"),
        around("<act>&x;</act>"),
        around("<act>"),
        around(&("<p>".repeat(1000) + &"</p>".repeat(1000))),
    ] {
        assert_eq!(refused("broken.xml", &text), "add_akn_broken", "{text}");
    }
}

/// A law as another program might write it: a prefix for every name, a line break where the
/// printed page has one, an order that quotes.
fn foreign() -> String {
    let law = r##"<?xml version="1.0" encoding="UTF-8"?>
<an:akomaNtoso xmlns:an="NAMESPACE">
 <an:act name="law">
  <an:meta><an:identification source="#x"><an:FRBRWork>
   <an:FRBRthis value="/akn/kz/act/2010-03-01/20-IV/!main"/>
   <an:FRBRuri value="/akn/kz/act/2010-03-01/20-IV"/>
   <an:FRBRdate date="2010-03-01" name="adoption"/><an:FRBRnumber value="20-IV"/>
  </an:FRBRWork></an:identification></an:meta>
  <an:preface><an:longTitle><an:p><an:docTitle>Таңбалар
     туралы</an:docTitle></an:p></an:longTitle>
   <an:p>Қазақстан Республикасының Заңы 2010 жылғы 1 наурыздағы № 20-IV</an:p></an:preface>
  <an:body><an:chapter eId="chp_1"><an:num>1-тарау.</an:num><an:heading>Жалпы ережелер</an:heading>
   <an:article eId="art_1"><an:num>1-бап.</an:num><an:heading>Ұғымдар</an:heading>
    <an:paragraph eId="art_1__para_1"><an:num>1.</an:num>
     <an:list><an:intro><an:p>Осы Заңда мынадай ұғымдар пайдаланылады:</an:p></an:intro>
      <an:point eId="a"><an:num>1)</an:num><an:content><an:p>таңба – <an:i>белгі</an:i>;</an:p></an:content></an:point>
      <an:point eId="b"><an:num>2)</an:num><an:content><an:p>зат – нәрсе.</an:p></an:content></an:point>
     </an:list></an:paragraph></an:article>
   <an:article eId="art_2"><an:num>2-бап.</an:num><an:heading>Тәртіп</an:heading>
    <an:content><an:p>Тәртіпті Үкімет айқындайды &amp; жариялайды.</an:p></an:content></an:article>
  </an:chapter></an:body>
 </an:act>
</an:akomaNtoso>
"##;
    law.replace("NAMESPACE", NAMESPACE)
}

#[test]
fn a_title_that_only_metadata_tell_is_written_into_the_card() {
    let printed = "<an:longTitle><an:p><an:docTitle>Таңбалар\n     туралы</an:docTitle></an:p></an:longTitle>";
    assert!(foreign().contains(printed));
    let alias =
        |title: &str, name: &str| format!("<an:FRBRalias value=\"{title}\" name=\"{name}\"/>");
    let of = |aliases: &str, text: &str| -> Value {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("law.xml");
        let uri = "<an:FRBRdate date=\"2010-03-01\"";
        fs::write(&file, text.replace(uri, &format!("{aliases}{uri}"))).expect("a file");
        let (exit, added) = there(&folder, &["add", &file.to_string_lossy(), "--role", "original"]);
        assert_eq!(exit, 0, "{added}");
        let (_, acts) = there(&folder, &["acts"]);
        acts["acts"][0]["title"].clone()
    };
    let untitled = foreign().replace(printed, "");
    let both = alias("Law on Signs", "title") + &alias("Таңбалар туралы заң", "short");
    let kazakh = alias("Таңбалар туралы заң", "title");
    assert_eq!(of(&kazakh, &untitled), "Таңбалар туралы заң");
    // A name in another language, or of another kind, is no title of a Kazakh text.
    assert_eq!(of(&both, &untitled), Value::Null);
    // What the text prints counts more.
    assert_eq!(of(&kazakh, &foreign()), "Таңбалар туралы");
}

#[test]
fn a_document_of_another_program_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("law.xml");
    fs::write(&file, foreign()).expect("a file");
    let arguments = ["add", &file.to_string_lossy(), "--role", "original"];
    let (exit, added) = there(&folder, &arguments);
    assert_eq!(exit, 0, "{added}");
    let (_, tree) = there(&folder, &["tree", "20-IV"]);
    assert_eq!(tree["act"]["id"], "/akn/kz/act/2010-03-01/20-IV");
    let units = units(&tree);
    for (address, words) in [
        ("тақырып", "Таңбалар туралы"),
        ("1-тарау", "1-тарау. Жалпы ережелер"),
        ("1-бап", "1-бап. Ұғымдар"),
        ("1-бап/1", "1. Осы Заңда мынадай ұғымдар пайдаланылады:"),
        ("1-бап/1/1)", "1) таңба – белгі;"),
        ("1-бап/1/2)", "2) зат – нәрсе."),
        ("2-бап", "2-бап. Тәртіп"),
        ("2-бап#1", "Тәртіпті Үкімет айқындайды & жариялайды."),
    ] {
        assert!(units.contains(&(address.to_owned(), words.to_owned())), "{address}: {units:#?}");
    }
}
