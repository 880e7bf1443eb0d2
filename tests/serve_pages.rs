//! The pages of a server over more acts than it keeps pages of: every page answers, whatever was
//! asked before it, and what tells of all acts tells of a part and leads on.

#![cfg(feature = "serve")]

mod support;

use jiff::civil::date;
use nusqa::ask::desk::Sources;
use nusqa::build::build;
use nusqa::render::messages::Lang;
use nusqa::serve::{Settings, listen};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{BufReader, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;
use support::http::{Response, request, response};
use tempfile::TempDir;

/// Acts: more than stand on the first page.
const ACTS: usize = 520;
/// Acts that are only named.
const NAMED: usize = 30;
/// Bytes of pages that the server keeps: those of one act or two.
const ROOM: usize = 60_000;

fn write_act(corpus: &Path, number: usize) {
    let folder = corpus.join(format!("act-{number}"));
    fs::create_dir_all(&folder).expect("a folder");
    let card = format!(
        "[act]\ntype = \"resolution\"\nissuer = \"government\"\nnumber = \"{number}\"\n\
         adopted = 2017-10-28\n\n[[text]]\nfile = \"text.md\"\nrole = \"consolidated\"\n"
    );
    fs::write(folder.join("act.toml"), card).expect("a card");
    let mut text = format!(
        "# {number}-тәртіпті бекіту туралы\n\nҚазақстан Республикасы Үкіметінің 2017 жылғы 28 \
         қазандағы № {number} қаулысы\n\n1. Осы тармақта {number}-тәртіп сақталсын.\n\n"
    );
    if number <= NAMED {
        let _ = write!(
            text,
            "Ескерту. 1-тармақ жаңа редакцияда – ҚР Үкіметінің 12.03.2019 № {} қаулысымен.\n\n",
            9000 + number
        );
    }
    text.push_str("2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.\n");
    fs::write(folder.join("text.md"), text).expect("a text");
}

/// A server over invented acts, on a port of its own; it ends with the tests.
fn port() -> u16 {
    static SERVER: OnceLock<(TempDir, u16)> = OnceLock::new();
    let start = || {
        let folder = tempfile::tempdir().expect("a folder");
        let (corpus, index) = (folder.path().join("corpus"), folder.path().join("index"));
        for number in 1..=ACTS {
            write_act(&corpus, number);
        }
        let report = build(&corpus, &index, false, &|_| {}).expect("a build");
        assert!(report.unread.is_empty(), "{:?}", report.unread);
        let today = Arc::new(|_| Ok(date(2026, 6, 1)));
        let listening = listen(Settings {
            address: ([127, 0, 0, 1], 0).into(),
            hosts: Vec::new(),
            timeout: Duration::from_secs(600),
            sources: Sources { corpus, index, today },
            lang: Lang::En,
            pages: ROOM,
        });
        let listening = listening.expect("a socket");
        let port = listening.address().port();
        thread::spawn(|| listening.run(|| Ok(())));
        (folder, port)
    };
    SERVER.get_or_init(start).1
}

fn get(path: &str) -> Response {
    let mut stream = TcpStream::connect(("127.0.0.1", port())).expect("a connection");
    stream.write_all(request("GET", path, port(), &[]).as_bytes()).expect("a request");
    response(&mut BufReader::new(stream), false)
}

fn page(path: &str) -> String {
    let answer = get(path);
    assert_eq!(answer.status, 200, "{path}");
    answer.text()
}

/// What stands between two marks, wherever it does.
fn between<'p>(page: &'p str, before: &str, after: &str) -> Vec<&'p str> {
    let rests = page.split(before).skip(1);
    rests.filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn the_list_of_acts_is_read_page_by_page_and_every_act_answers() {
    let mut path = "/acts/".to_owned();
    let mut acts = BTreeSet::new();
    let mut named = 0;
    let mut parts = 0;
    loop {
        let list = page(&path);
        let links = between(&list, "<a class=\"title\" href=\"", "\"");
        acts.extend(links.into_iter().map(str::to_owned));
        named += list.matches("<li><span class=\"l\" lang=\"kk\">").count();
        parts += 1;
        assert!(list.len() < 1_500_000, "{} bytes", list.len());
        let all = format!("{} acts in all", ACTS + NAMED);
        assert!(list.contains(&all), "{path} says how many there are");
        match between(&list, "<a rel=\"next\" href=\"", "\"").first() {
            Some(next) => path = (*next).to_owned(),
            None => break,
        }
    }
    assert_eq!((acts.len(), named, parts), (ACTS, NAMED, 2));
    let mut bodies = BTreeMap::new();
    for (at, act) in acts.iter().enumerate() {
        let name = act.strip_prefix("/acts/").expect("an address");
        let text = page(act);
        assert!(text.contains(&format!("{name}-тәртіп")), "{act}");
        bodies.insert(act, text);
        if at % 8 != 0 {
            continue;
        }
        let data = page(&format!("/acts/data-{name}.js"));
        assert!(data.contains(&format!("{name}-тәртіп")), "{act}");
        let compared = page(&format!("/acts/compare-{name}.js"));
        assert!(compared.contains("compared="), "{act}");
    }
    // What had to go is made again, the same.
    for (act, text) in bodies.iter().step_by(50) {
        assert_eq!(&page(act), text, "{act}");
    }
    for (asked, like) in [("?from=-1", ""), ("?from=x", ""), ("?from=499", ""), ("?from=1e9", "")] {
        assert_eq!(page(&format!("/acts/{asked}")), page(&format!("/acts/{like}")), "{asked}");
    }
    assert_eq!(page("/acts/?from=999999999"), page("/acts/?from=500"));
    for absent in ["/acts/521", "/acts/data-521.js", "/acts/other-7.js", "/acts/data-7.css"] {
        assert_eq!(get(absent).status, 404, "{absent}");
    }
}

#[test]
fn pages_over_all_acts_answer() {
    assert!(page("/acts/upcoming").contains("<span data-say=\"site_upcoming\">"));
    assert!(page("/acts/audit").contains("<span data-say=\"site_audit\">"));
    assert!(page("/acts/guide?lang=ru").contains("<html lang=\"ru\">"));
}

#[test]
fn an_act_in_which_words_are_looked_for_is_typed_where_there_are_many() {
    let search = page("/acts/search");
    assert!(search.contains("<input id=\"act\" type=\"text\" name=\"act\""));
    assert!(!search.contains("<option"));
    let inside = page("/acts/search?act=77&q=x");
    assert!(inside.contains("name=\"act\" maxlength=\"500\" value=\"77\""));
    let typed = page("/acts/search?act=%22%3E%3Cb%3E");
    assert!(typed.contains("value=\"&quot;&gt;&lt;b&gt;\""));
}

#[test]
fn the_permanent_name_of_an_act_leads_to_its_page() {
    let moved = get("/akn/kz/act/resolution/government/2017-10-28/77");
    assert_eq!((moved.status, moved.header("location")), (307, Some("/acts/77".to_owned())));
    for absent in ["2017-10-28/521", "2017-10-28/77/kaz:2020-01-01", "2017-10-29/77"] {
        let path = format!("/akn/kz/act/resolution/government/{absent}");
        assert_eq!(get(&path).status, 404, "{absent}");
    }
}

#[test]
fn many_who_ask_for_the_same_and_for_others_get_what_they_asked_for() {
    let expected: Vec<String> = (1..=4).map(|act| page(&format!("/acts/{act}"))).collect();
    thread::scope(|scope| {
        for asker in 0..40 {
            let expected = &expected;
            scope.spawn(move || {
                for round in 0..4 {
                    let act = (asker + round) % 4;
                    assert_eq!(page(&format!("/acts/{}", act + 1)), expected[act]);
                }
            });
        }
    });
}
