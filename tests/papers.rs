//! The papers that are printed and handed on: what is in them, that nothing of a law is lost or
//! run in them, and how they get into files.

#![allow(clippy::panic, reason = "a test that cannot read a paper has failed")]

mod support;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Output;
use support::{nusqa, root};

/// An act whose words are as hostile as words can be.
const HOSTILE: &str = "# Заң <script>alert(1)</script> & \"тақырып\" ]]> туралы\n\nҚазақстан \
    Республикасының Заңы 2023 жылғы 10 қаңтардағы № 100-VIII.\n\n1-бап. Ұғымдар --> <!-- \n\n\
    1. Сөз </style></script><script>alert(2)</script> & 'сөз' ]]> \u{1}\u{b}\u{fffe}\u{202e} соңы.\n\n\
    2. Екінші \"сөз\" &amp; &lt;b&gt;.\n\n2-бап. Осы Заң 2023 жылғы 1 ақпаннан бастап \
    қолданысқа енгізіледі.\n";
const HOSTILE_ORDERS: &str = "# Заңға өзгеріс енгізу туралы\n\n1-бап. «Ұғымдар» 2023 жылғы 10 \
    қаңтардағы № 100-VIII Қазақстан Республикасының Заңына мынадай өзгерістер енгізілсін:\n\n1) \
    1-баптың 2-тармағы мынадай редакцияда жазылсын:\n\n«2. <script>alert(3)</script> ]]> & \u{2}\u{ffff} \
    </w:t></w:r>.»;\n\n2) 1-баптың 9-тармағы алып тасталсын.\n";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    nusqa().current_dir(folder).args(arguments).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// A folder with a corpus of one hostile act, and hostile orders beside it.
fn hostile() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let act = folder.path().join("corpus/act");
    fs::create_dir_all(&act).expect("a folder");
    let card = "[[text]]\nfile = \"t.txt\"\nrole = \"original\"\nretrieved = 2025-06-01\n";
    fs::write(act.join("act.toml"), card).expect("a file");
    fs::write(act.join("t.txt"), HOSTILE).expect("a file");
    fs::write(folder.path().join("draft.txt"), HOSTILE_ORDERS).expect("a file");
    folder
}

/// A small corpus with an index in a folder of its own.
fn small(name: &str) -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index").to_string_lossy().into_owned();
    let corpus = format!("tests/corpora/{name}");
    (folder, vec!["--corpus".into(), corpus, "--index".into(), index])
}

/// The page that a question about a small corpus writes to standard output.
fn page(corpus: &str, arguments: &[&str]) -> String {
    let (_folder, place) = small(corpus);
    let output = nusqa().args(arguments).args(&place).output().expect("the program runs");
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// The words of a page as a browser shows them, elements parted by line feeds.
fn shown(html: &str) -> String {
    let body = html.split_once("<body>").expect("a body").1;
    let mut out = String::new();
    let mut rest = body;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let close = rest[open..].find('>').expect("an end") + open;
        if !rest[open..].starts_with("<br") {
            out.push('\n');
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    entities.iter().fold(out, |out, (from, to)| out.replace(from, to))
}

/// The data that a page carries for search engines.
fn data(html: &str) -> Value {
    let open = "<script type=\"application/ld+json\">";
    let inner = html.split_once(open).expect("data").1.split_once("</script>").expect("an end").0;
    serde_json::from_str(inner).expect("JSON")
}

/// The parts of a Word document: name and bytes.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let names: Vec<String> =
        zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let read = |name: String| {
        let mut bytes = Vec::new();
        zip.by_name(&name).expect("a part").read_to_end(&mut bytes).expect("bytes");
        (name, bytes)
    };
    names.into_iter().map(read).collect()
}

/// The cells of the table in a Word document, row by row, paragraphs parted by line feeds. Every
/// part is read to its end, so a document that is not well formed is noticed.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (name, bytes) in parts(bytes) {
        let xml = text(&bytes);
        let mut reader = Reader::from_str(&xml);
        let mut inside = 0;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                Event::Eof => break,
                Event::Start(element) => match element.name().as_ref() {
                    "w:tr" => rows.push(Vec::new()),
                    "w:tc" => {
                        inside += 1;
                        rows.last_mut().expect("a row").push(String::new());
                    }
                    "w:p" if inside > 0 => {
                        let cell = rows.last_mut().and_then(|row| row.last_mut());
                        let cell = cell.expect("a cell");
                        if !cell.is_empty() {
                            cell.push('\n');
                        }
                    }
                    _ => {}
                },
                Event::End(element) if element.name().as_ref() == "w:tc" => inside -= 1,
                Event::Empty(element) if inside > 0 && element.name().as_ref() == "w:br" => {
                    rows.last_mut().and_then(|row| row.last_mut()).expect("a cell").push('\n');
                }
                Event::Text(words) if inside > 0 => {
                    rows.last_mut()
                        .and_then(|row| row.last_mut())
                        .expect("a cell")
                        .push_str(words.as_ref());
                }
                Event::GeneralRef(entity) if inside > 0 => {
                    let letter = match entity.as_ref() {
                        "lt" => "<",
                        "gt" => ">",
                        "amp" => "&",
                        "quot" => "\"",
                        "apos" => "'",
                        other => panic!("{other}"),
                    };
                    rows.last_mut()
                        .and_then(|row| row.last_mut())
                        .expect("a cell")
                        .push_str(letter);
                }
                _ => {}
            }
        }
        assert_eq!(inside, 0, "{name}");
    }
    rows
}

/// The content of a page without its frame, a line an element, against the committed one.
fn golden(name: &str, html: &str) {
    let file: PathBuf = root().join("tests/cases/papers").join(name);
    let main = html.split_once("<main>").expect("content").1;
    let main = main.split_once("</main>").expect("an end").0;
    let lines = format!("{}\n", main.replace("><", ">\n<"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(&file, &lines).expect("a file that can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(expected == lines, "{name} differs; UPDATE_EXPECT=1 rewrites it:\n{lines}");
}

#[test]
fn an_evidence_sheet_says_everything() {
    let arguments = ["show", "100-VIII", "2-бап", "--on", "2023-07-01", "--html", "-"];
    let html = page("works-backwards", &arguments);
    golden("evidence.html", &html);
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"kk\">"));
    let shown = shown(&html);
    for words in [
        "1. Заңнаманы мемлекеттік орган бекітеді.",
        "tests/corpora/works-backwards/am/t.md:7-9",
        "/akn/kz/act/2023-01-10/100-VIII/kaz:2023-07-01/~art_2",
        "ҚР 2023 жылғы 10 қаңтардағы № 100-VIII Заңының 2-бабы (2023 жылғы 1 шілдедегі жағдай бойынша)",
        "Бұл құжат ресми жарияланым емес.",
    ] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
    let data = data(&html);
    assert_eq!(data["@type"], "Legislation");
    assert_eq!(
        data["legislationIdentifier"],
        "/akn/kz/act/2023-01-10/100-VIII/kaz:2023-07-01/~art_2"
    );
    assert_eq!(data["legislationLegalForce"], "https://schema.org/InForce");
    assert_eq!(data["legislationDateVersion"], "2023-07-01");
    assert_eq!(data["temporalCoverage"], "2023-06-01/..");
    assert_eq!(data["isPartOf"]["legislationIdentifier"], "/akn/kz/act/2023-01-10/100-VIII");
    let by = &data["legislationConsolidates"][0];
    assert_eq!(by["legislationDate"], "2023-09-01");
    assert_eq!(by["legislationChanges"]["legislationDate"], "2023-01-10");
    assert!(data.get("sdPublisher").is_none());
}

#[test]
fn a_sheet_speaks_the_readers_language_and_marks_the_law_as_kazakh() {
    let arguments =
        ["show", "100-VIII", "1-бап/2)", "--on", "2023-08-01", "--html", "-", "--lang", "en"];
    let html = page("two-lives-of-a-number", &arguments);
    golden("evidence-gone.html", &html);
    assert!(html.contains("<html lang=\"en\">"));
    assert!(html.contains("<h1 lang=\"kk\">"));
    assert_eq!(data(&html)["legislationLegalForce"], "https://schema.org/NotInForce");
}

#[test]
fn nothing_of_a_law_runs_in_a_sheet() {
    let folder = hostile();
    let arguments = ["show", "100-VIII", "--on", "2023-07-01", "--html", "-", "--explain"];
    let output = run(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let html = text(&output.stdout);
    assert_eq!(html.matches("<script").count(), 1, "{html}");
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(html.contains("&lt;script&gt;alert(2)&lt;/script&gt;"), "{html}");
    let legal = |letter: char| !letter.is_control() || letter == '\n' || letter == '\t';
    assert!(html.chars().all(legal), "{html:?}");
    assert!(!html.contains(['\u{fffe}', '\u{202e}']));
    assert!(data(&html)["name"].as_str().expect("a name").contains("<script>"));
    let policy = html.split_once("Content-Security-Policy\" content=\"").expect("a policy").1;
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!html.contains(" style=") && !html.contains(" onclick"));
}

#[test]
fn the_table_holds_what_apply_tells() {
    let folder = hostile();
    let base = "corpus/act/t.txt";
    let ask = |more: &[&str]| {
        let arguments = [&["apply", "draft.txt", "--to", base], more].concat();
        run(folder.path(), &arguments)
    };
    let output = ask(&["--table", "table.docx", "--json"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let applied: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let docx = fs::read(folder.path().join("table.docx")).expect("a file");
    let rows = cells(&docx);
    let html = shown(&text(&ask(&["--table", "-"]).stdout));
    assert_eq!(rows[0][2], "Қолданыстағы редакция");
    assert!(rows.iter().all(|row| row.len() == 5), "{rows:?}");
    let changes = applied["changes"].as_array().expect("changes");
    assert!(!changes.is_empty(), "{applied}");
    for change in changes {
        for (side, column) in [("before", 2), ("after", 3)] {
            let Some(words) = change[side].as_str() else { continue };
            let words = nusqa::render::printable::printable(words).into_owned();
            assert!(rows.iter().any(|row| row[column].contains(&words)), "{words:?}\n{rows:#?}");
            assert!(html.replace('\n', "").contains(&words.replace('\n', "")), "{words}\n{html}");
        }
    }
    for order in applied["instructions"].as_array().expect("orders") {
        let line = format!("draft.txt:{}", order["source"]["lines"][0]);
        assert!(rows.iter().any(|row| row[4].contains(&line)), "{line}\n{rows:#?}");
        if let Some(message) = order["message"].as_str() {
            assert!(rows.iter().any(|row| row[4].contains(message)), "{message}\n{rows:#?}");
        }
    }
    let again = ask(&["--table", "again.docx"]);
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(docx, fs::read(folder.path().join("again.docx")).expect("a file"));
}

#[test]
fn a_redline_paper_shows_both_wordings() {
    let arguments =
        ["diff", "100-VIII", "--from", "2023-05-01", "--to", "2023-07-01", "--html", "-"];
    let html = page("works-backwards", &arguments);
    golden("redline.html", &html);
    assert!(html.contains("<del>") && html.contains("<ins>"), "{html}");
    let shown = shown(&html);
    assert!(shown.contains("ҚР 2023 жылғы 1 қыркүйектегі № 150-VIII Заңы"), "{shown}");
    assert!(shown.contains("2023 жылғы 1 мамыр → 2023 жылғы 1 шілде"), "{shown}");
    let none = ["diff", "100-VIII", "4-бап", "--from", "2023-05-01", "--to", "2023-07-01"];
    let (folder, place) = small("works-backwards");
    let file = folder.path().join("none.html");
    let output = nusqa().args(none).args(&place).arg("--html").arg(&file).output();
    assert_eq!(output.expect("the program runs").status.code(), Some(1));
    assert!(fs::read_to_string(&file).expect("a file").contains("Белгілі айырмашылық жоқ"));
}

#[test]
fn a_comparative_table_of_a_corpus() {
    let (folder, place) = small("works-backwards");
    let table = folder.path().join("t.docx");
    let orders = ["apply", "150-VIII", "--to", "100-VIII", "--on", "2023-05-01"];
    let output = nusqa().args(orders).args(&place).arg("--table").arg(&table).output();
    let output = output.expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let rows = cells(&fs::read(&table).expect("a file"));
    assert_eq!(rows.len(), 2, "{rows:#?}");
    assert_eq!(rows[1][1], "2-баптың 1-тармағы");
    assert_eq!(rows[1][2], "1. Заңнама Конституцияға негізделеді.");
    assert_eq!(rows[1][3], "1. Заңнаманы мемлекеттік орган бекітеді.");
    let names: Vec<String> =
        parts(&fs::read(&table).expect("a file")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.first().map(String::as_str), Some("[Content_Types].xml"));
    let output = nusqa().args(orders).args(&place).arg("--table=-").output();
    golden("comparative.html", &text(&output.expect("the program runs").stdout));
}

#[test]
fn files_are_never_lost() {
    let folder = hostile();
    let sheet = ["show", "100-VIII", "1-бап", "--on", "2023-07-01", "--lang", "en", "--html"];
    let ask = |more: &[&str]| {
        let output = run(folder.path(), &[&sheet, more].concat());
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    assert_eq!(ask(&["a.html"]), (Some(0), "written: a.html\n".into(), String::new()));
    let first = fs::read(folder.path().join("a.html")).expect("a file");
    let (status, _, said) = ask(&["a.html"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("--force"), "{said}");
    fs::write(folder.path().join("a.html"), "mine").expect("a file");
    assert_eq!(ask(&["a.html", "--force"]).0, Some(0));
    assert_eq!(fs::read(folder.path().join("a.html")).expect("a file"), first);
    let (status, _, said) = ask(&["no/a.html"]);
    assert_eq!((status, said.contains("there is no folder `no`")), (Some(2), true), "{said}");
    assert_eq!(ask(&["corpus"]).0, Some(2));
    let (status, page, _) = ask(&["-"]);
    assert_eq!((status, page.as_bytes()), (Some(0), first.as_slice()));
    assert_eq!(ask(&["-", "--json"]).0, Some(2));
    let (status, document, _) = ask(&["b.html", "--json"]);
    let document: Value = serde_json::from_str(&document).expect("JSON");
    assert_eq!((status, &document["schema"]), (Some(0), &"nusqa/show/1".into()));
    let left = fs::read_dir(folder.path()).expect("the folder").flatten();
    let left: Vec<String> =
        left.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(left.iter().all(|name| !name.contains("part")), "{left:?}");
    let table = ["apply", "draft.txt", "--to", "corpus/act/t.txt", "--lang", "en", "--table"];
    let output = run(folder.path(), &[&table[..], &["t.pdf"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains(".docx"));
}
