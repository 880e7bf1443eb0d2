//! Word documents: the texts of the corpus as Word documents give the same trees as the texts
//! themselves, and what Word can put into a document is read, or refused with its reason.

mod support;

use nusqa::intake::card::Origin;
use nusqa::intake::{self, Answers, understand};
use nusqa::parse::parse;
use nusqa::source::card::Card;
use nusqa::source::document::{Document, Format};
use nusqa::source::docx::{self, Refused};
use nusqa::source::encoding::to_utf8;
use proptest::prelude::*;
use std::path::Path;
use support::docx::{document, numbered, of_text, package, page, paragraph, run, table};
use support::root;

/// Kind, address, state and words of every unit.
fn outline(bytes: &[u8]) -> Vec<String> {
    let tree = parse(&Document::open("text", bytes).expect("a document"));
    assert_eq!(tree.covered, tree.characters);
    tree.units
        .iter()
        .map(|unit| format!("{} {} {} {}", unit.kind, unit.address, unit.status.name(), unit.text))
        .collect()
}

fn same(what: &str, left: &[String], right: &[String]) {
    for (left, right) in left.iter().zip(right) {
        assert_eq!(left, right, "{what}");
    }
    assert_eq!(left.len(), right.len(), "{what}");
}

fn text(file: &str) -> Vec<u8> {
    std::fs::read(root().join(file)).expect("a text")
}

/// Texts whose paragraphs and tables stand in the print as a word processor has them; the tables
/// of the fifth are set with marks of the page that it was copied from.
const TEXTS: [&str; 4] = [
    "corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md",
    "corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md",
    "corpus/2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt",
    "corpus/2015-11-24-418-V-aqparattandyru-turaly/consolidated.md",
];

#[test]
fn texts_of_the_corpus_have_the_same_trees() {
    for file in TEXTS {
        let bytes = text(file);
        let words = String::from_utf8(bytes.clone()).expect("UTF-8");
        let clean = outline(&bytes);
        for lists in [false, true] {
            let word =
                of_text(&words, Path::new(file).extension().is_some_and(|e| e == "md"), lists);
            assert_eq!(Document::decode("text", &word).format, Format::Docx);
            same(&format!("{file}, lists: {lists}"), &clean, &outline(&word));
        }
    }
}

fn lines(body: &str) -> Vec<String> {
    lines_of(&document(body))
}

fn lines_of(bytes: &[u8]) -> Vec<String> {
    let text = docx::read(bytes).expect("a document");
    text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn refused(body: &str) -> Refused {
    docx::read(&document(body)).expect_err("a refusal")
}

#[test]
fn raised_digits_breaks_and_signs_are_read_as_printed() {
    let raised = r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>"#;
    let body = format!(
        "<w:p>{}{raised}{}</w:p><w:p>{}{raised}{}</w:p>{}",
        run("7"),
        run("-бап. Құзыреті"),
        run("ауданы 5 м"),
        run(" болса"),
        "<w:p><w:r><w:t>ұлттық</w:t><w:noBreakHyphen/><w:t>экономика &amp; «A&lt;B»</w:t><w:tab/><w:t>қол</w:t></w:r></w:p>"
    );
    assert_eq!(
        lines(&body),
        ["7-1-бап. Құзыреті", "ауданы 5 м¹ болса", "ұлттық-экономика & «A<B» қол"]
    );
}

#[test]
fn cells_keep_their_columns() {
    let spanning = r#"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>1. Топ</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>б</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>в</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>г</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    assert_eq!(lines(spanning), ["1. Топ\t\tб", "\tв\tг"]);
    let plain = table(&[vec!["1".into(), "а".into()], vec!["2".into(), "б".into()]]);
    assert_eq!(lines(&plain), ["1\tа", "2\tб"]);
}

#[test]
fn a_text_box_is_read_once_and_where_it_stands() {
    let boxed = |words: &str| {
        format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            paragraph(words)
        )
    };
    let body = format!(
        "<w:p>{}{}</w:p><w:p>{}{}</w:p>",
        boxed("қаулысымен бекітілген"),
        run("Қағидалар"),
        run("Сөз"),
        boxed("белгі")
    );
    assert_eq!(lines(&body), ["қаулысымен бекітілген", "Қағидалар", "Сөз", "белгі"]);
}

#[test]
fn notes_follow_what_refers_to_them() {
    let refer = r#"<w:r><w:footnoteReference w:id="2"/></w:r>"#;
    let body = page(&format!(
        "<w:p>{}{refer}{}</w:p>{}",
        run("Сөз"),
        run(" жалғасы"),
        paragraph("Келесі")
    ));
    let notes = format!(
        r#"<?xml version="1.0"?><w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{}</w:footnote></w:footnotes>"#,
        paragraph("Түсіндірме")
    );
    let bytes = package(&[("word/document.xml", &body), ("word/footnotes.xml", &notes)]);
    assert_eq!(lines_of(&bytes), ["Сөз¹ жалғасы", "¹ Түсіндірме", "Келесі"]);
}

#[test]
fn numbers_that_a_style_gives_are_printed() {
    let styles = r#"<?xml version="1.0"?><w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Point"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Point"/></w:style></w:styles>"#;
    let styled = |style: &str, more: &str, words: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{}</w:p>"#, run(words))
    };
    let none = r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#;
    let body = [styled("Point", "", "а"), styled("Own", "", "б"), styled("Point", none, "в")];
    let bytes = package(&[
        ("word/document.xml", &page(&body.concat())),
        ("word/styles.xml", styles),
        ("word/numbering.xml", &support::docx::numbering(&[(0, 4)])),
    ]);
    assert_eq!(lines_of(&bytes), ["4. а", "5. б", "в"]);
}

#[test]
fn what_has_not_one_text_is_refused() {
    let run = run("сөз");
    let change = |name: &str| format!(r#"<w:p><w:{name} w:id="1">{run}</w:{name}></w:p>"#);
    for name in ["ins", "del", "moveFrom", "moveTo"] {
        assert_eq!(refused(&change(name)), Refused::TrackedChanges, "{name}");
    }
    let mark = "<w:p><w:pPr><w:rPr><w:ins w:id=\"1\"/></w:rPr></w:pPr></w:p>";
    assert_eq!(refused(mark), Refused::TrackedChanges);
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>сөз</w:t></w:r></w:p>";
    assert_eq!(refused(hidden), Refused::HiddenText);
    // A change of looks alone changes no word.
    let looks = "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\"><w:rPr/></w:rPrChange></w:rPr><w:t>сөз</w:t></w:r></w:p>";
    assert_eq!(lines(looks), ["сөз"]);
    assert!(matches!(refused("<w:altChunk/>"), Refused::Unsupported { .. }));
    let hebrew = support::docx::numbering(&[(0, 1)]).replace("decimal", "hebrew1");
    let parts =
        [("word/document.xml", page(&numbered(1, 0, "сөз"))), ("word/numbering.xml", hebrew)];
    let parts = parts.each_ref().map(|(name, text)| (*name, text.as_str()));
    assert!(matches!(docx::read(&package(&parts)), Err(Refused::Unsupported { .. })));
}

#[test]
fn attacks_are_refused() {
    let dangerous = |bytes: &[u8]| matches!(docx::read(bytes), Err(Refused::Dangerous { .. }));
    let bomb = page(&" ".repeat(30 * 1024 * 1024));
    assert!(dangerous(&package(&[("word/document.xml", &bomb)])), "ratio");
    let body = page(&paragraph("сөз"));
    for name in [
        "../evil",
        "word/../../evil",
        "word/media/..",
        "..\\evil",
        "word\\..\\..\\evil",
        "/etc/evil",
        "\\evil",
        "\\\\server\\share\\evil",
        "C:\\evil",
        "c:/evil",
        "word/e\0vil",
    ] {
        assert!(dangerous(&package(&[("word/document.xml", &body), (name, "x")])), "{name}");
        assert!(dangerous(&package(&[(name, "x"), ("word/document.xml", &body)])), "{name} first");
    }
    for name in ["word/media/image..png", "..word/x", "custom.../x"] {
        let bytes = package(&[("word/document.xml", &body), (name, "x")]);
        assert_eq!(lines_of(&bytes), ["сөз"], "{name}");
    }
    let many: Vec<String> = (0..5000).map(|number| format!("word/{number}")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), "")).collect();
    assert!(dangerous(&package(&many)), "parts");
    let deep = page(&("<w:p>".repeat(5000) + &"</w:p>".repeat(5000)));
    assert!(dangerous(&package(&[("word/document.xml", &deep)])), "depth");
    let entity =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>";
    assert!(dangerous(&package(&[("word/document.xml", entity)])), "entity");
    let named = page("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>");
    assert!(dangerous(&package(&[("word/document.xml", &named)])), "a name of its own");
    assert!(matches!(docx::read(&package(&[("word/x", "")])), Err(Refused::Damaged { .. })));
}

const PAGE: &str = "<!DOCTYPE html><html><body><article><h1>Ережені бекіту туралы</h1><p>Қазақстан Республикасы Үкіметінің 2020 жылғы 5 мамырдағы № 5 қаулысы.</p><p>Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:</p><p>1. Қоса беріліп отырған ереже бекітілсін.</p><table><tr><td>1</td><td>а&amp;б</td></tr></table><p>2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.</p></article></body></html>";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn damaged_packages_never_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40), cut in any::<prop::sample::Index>()) {
        let words = "# Тақырып\n\nҚР Үкіметінің 2021 жылғы 18 қаңтардағы № 12 қаулысы.\n\n1. Сөз:\n\n1) бір;\n\n2) екі.\n\n1\tа\n2\tб\n";
        let mut bytes = of_text(words, true, true);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = docx::read(&bytes);
        parse(&Document::decode("text", &bytes));
        bytes.truncate(cut.index(bytes.len()));
        parse(&Document::decode("text", &bytes));
    }

    #[test]
    fn damaged_parts_never_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 1..20)) {
        let mut letters: Vec<char> = page(&(numbered(1, 0, "сөз") + &table(&[vec!["а".into(), "б".into()]]))).chars().collect();
        for (place, letter) in changes {
            let place = place.index(letters.len());
            letters[place] = letter;
        }
        let text: String = letters.into_iter().collect();
        let lists = support::docx::numbering(&[(0, 1)]);
        let bytes = package(&[("word/document.xml", &text), ("word/numbering.xml", &lists)]);
        parse(&Document::decode("text", &bytes));
    }

    #[test]
    fn damaged_pages_are_understood_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..30)) {
        let mut bytes = PAGE.as_bytes().to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let Ok((text, _)) = to_utf8(&bytes) else { return Ok(()) };
        let document = Document::open("page", text.as_bytes()).expect("no Word document");
        if let Ok(read) = understand(&document, &Answers::default()) {
            let origin = Origin { name: "a\n[act]".into(), hash: String::new(), converted: None };
            let card = intake::card::new(&read, &intake::place::file(&read, 1), &origin);
            let card: Card = toml::from_str(&card).expect("a card");
            prop_assert_eq!(card.act.number, Some(read.id.number));
        }
    }
}
