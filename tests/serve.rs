//! The server as its clients meet it: the same documents as on the command line, a clear refusal
//! of everything else, and an end in good order.

#![cfg(feature = "serve")]

mod support;

use nusqa::index::Layout;
use serde_json::Value;
use std::io::{BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;
use support::http::{Server, question, request, response};
use support::{index, nusqa, root};

/// A server that all tests share which do nothing to it. It is patient: how fast the machine is
/// that runs the tests is not what they ask.
fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::start(index(), &["--timeout", "600"]))
}

fn printed(arguments: &[&str]) -> String {
    let output = nusqa().args(arguments).arg("--json").arg("--index").arg(index()).output();
    String::from_utf8(output.expect("the program runs").stdout).expect("UTF-8")
}

/// Questions: the operation, its parameters, and the command line that asks the same.
type Same<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

const SAME: &[Same<'_>] = &[
    ("acts", &[], &["acts"]),
    ("changes", &[("since", "2026-06-01")], &["changes", "--since", "2026-06-01"]),
    (
        "show",
        &[("act", "832"), ("address", "8"), ("on", "2022-01-01")],
        &["show", "832", "8", "--on", "2022-01-01"],
    ),
    (
        "show",
        &[("act", "832"), ("address", "6-тармақтың 17) тармақшасы"), ("on", "01.06.2021")],
        &["show", "832", "6-тармақтың 17) тармақшасы", "--on", "01.06.2021"],
    ),
    (
        "show",
        &[("act", "832"), ("address", "17-1"), ("on", "2021 жылғы 5 ақпан"), ("lang", "ru")],
        &["show", "832", "17-1", "--on", "2021 жылғы 5 ақпан", "--lang", "ru"],
    ),
    (
        "show",
        &[("act", "832"), ("address", "8"), ("on", "2023-01-20"), ("known_by", "2023-02-01")],
        &["show", "832", "8", "--on", "2023-01-20", "--known-by", "2023-02-01"],
    ),
    (
        "show",
        &[("act", "832"), ("address", "8"), ("adopted-by", "2021-01-18")],
        &["show", "832", "8", "--adopted-by", "2021-01-18"],
    ),
    (
        "show",
        &[("act", "832"), ("address", "10"), ("on", "2022-01-01"), ("refs", ""), ("explain", "1")],
        &["show", "832", "10", "--on", "2022-01-01", "--refs", "--explain"],
    ),
    (
        "show",
        &[("act", "832"), ("address", "8"), ("on", "2022-01-01"), ("as_printed", "true")],
        &["show", "832", "8", "--on", "2022-01-01", "--as-printed"],
    ),
    (
        "show",
        &[("act", "/akn/kz/act/2015-11-24/418-V/kaz:2020-01-01/~art_2"), ("refs", "false")],
        &["show", "/akn/kz/act/2015-11-24/418-V/kaz:2020-01-01/~art_2"],
    ),
    ("show", &[("act", "418-V"), ("address", "")], &["show", "418-V"]),
    ("outline", &[("act", "832"), ("on", "2023-06-01")], &["outline", "832", "--on", "2023-06-01"]),
    ("history", &[("act", "832"), ("address", "6/17)")], &["history", "832", "6/17)"]),
    (
        "history",
        &[("act", "832"), ("address", "8"), ("from", "2021-01-01"), ("to", "2022-01-01")],
        &["history", "832", "8", "--from", "2021-01-01", "--to", "2022-01-01"],
    ),
    (
        "diff",
        &[("act", "832"), ("from", "2020-06-01"), ("to", "2023-06-01")],
        &["diff", "832", "--from", "2020-06-01", "--to", "2023-06-01"],
    ),
    (
        "diff",
        &[("act", "832"), ("address", "8"), ("from", "2020-06-01"), ("axis", "adopted")],
        &["diff", "832", "8", "--from", "2020-06-01", "--axis", "adopted"],
    ),
    (
        "blame",
        &[("act", "832"), ("address", "17-1"), ("on", "2022-01-01")],
        &["blame", "832", "17-1", "--on", "2022-01-01"],
    ),
    (
        "search",
        &[("query", "жели аралық экрандар"), ("on", "2022-01-01"), ("limit", "3")],
        &["search", "жели аралық экрандар", "--on", "2022-01-01", "--limit", "3"],
    ),
    (
        "search",
        &[
            ("query", "шлюз"),
            ("changed_between", "2022-06-01"),
            ("changed_between", "2023-03-01"),
            ("act", "832"),
        ],
        &["search", "шлюз", "--changed-between", "2022-06-01", "2023-03-01", "--act", "832"],
    ),
    (
        "search",
        &[("query", "аудит -құжат"), ("any_date", "")],
        &["search", "аудит -құжат", "--any-date"],
    ),
    ("search", &[("query", "шлузы")], &["search", "шлузы"]),
    (
        "refs",
        &[("act", "832"), ("address", "29-1"), ("on", "2023-03-23")],
        &["refs", "832", "29-1", "--on", "2023-03-23"],
    ),
    ("terms", &[("act", "832"), ("on", "2023-03-23")], &["terms", "832", "--on", "2023-03-23"]),
    (
        "diff",
        &[("act", "832"), ("address", "8"), ("from", "2020-01-01"), ("to", "2022-01-01")],
        &["diff", "832", "8", "--from", "2020-01-01", "--to", "2022-01-01"],
    ),
    (
        "diff",
        &[("act", "832"), ("from", "2021-01-01"), ("axis", "adopted"), ("to", "2022-01-01")],
        &["diff", "832", "--from", "2021-01-01", "--axis", "adopted", "--to", "2022-01-01"],
    ),
    ("events", &[("act", "832")], &["events", "832"]),
    ("instructions", &[("act", "343/НҚ")], &["instructions", "343/НҚ"]),
    ("tree", &[("act", "832")], &["tree", "832"]),
    ("audit", &[("act", "12"), ("lang", "en")], &["audit", "12", "--lang", "en"]),
    ("upcoming", &[("after", "2022-01-01")], &["upcoming", "--after", "2022-01-01"]),
    (
        "upcoming",
        &[("act", "832"), ("after", "2022-01-01")],
        &["upcoming", "832", "--after", "2022-01-01"],
    ),
    ("schema", &[], &["schema"]),
    // Refusals of the question itself.
    ("show", &[("act", "999")], &["show", "999"]),
    ("show", &[("act", "832"), ("address", "999")], &["show", "832", "999"]),
    ("show", &[("act", "832"), ("address", "қайдағы")], &["show", "832", "қайдағы"]),
    ("show", &[("act", "832"), ("on", "2021-02-31")], &["show", "832", "--on", "2021-02-31"]),
    (
        "history",
        &[("act", "832"), ("from", "2022-01-01"), ("to", "2021-01-01")],
        &["history", "832", "--from", "2022-01-01", "--to", "2021-01-01"],
    ),
    ("events", &[("act", "нет-такого"), ("lang", "ru")], &["events", "нет-такого", "--lang", "ru"]),
];

#[test]
fn every_answer_is_that_of_the_command_line_to_the_byte() {
    for (operation, parameters, arguments) in SAME {
        let answer = server().ask(operation, parameters);
        assert_eq!(answer.text(), printed(arguments), "{operation} {parameters:?}");
        assert_eq!(answer.header("content-type").as_deref(), Some("application/json"));
    }
}

#[test]
fn the_description_is_an_openapi_document() {
    let standard = std::fs::read_to_string(root().join("tests/openapi/openapi-3.1.schema.json"));
    let standard: Value = serde_json::from_str(&standard.expect("a file")).expect("JSON");
    let validator = jsonschema::validator_for(&standard).expect("a schema");
    for lang in ["kk", "ru", "en"] {
        let description = server().ask("openapi.json", &[("lang", lang)]).json();
        let faults: Vec<String> =
            validator.iter_errors(&description).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new(), "{lang}");
    }
}

#[test]
fn every_answer_obeys_the_schema_that_the_description_promises() {
    let description = server().ask("openapi.json", &[("lang", "en")]).json();
    let mut described: Vec<&str> =
        description["paths"].as_object().expect("paths").keys().map(String::as_str).collect();
    described.retain(|path| !["/healthz", "/api/openapi.json"].contains(path));
    for path in &described {
        let asked = SAME.iter().any(|(operation, ..)| path.ends_with(&format!("/{operation}")));
        assert!(asked, "{path} is never asked");
    }
    for (operation, parameters, _) in SAME {
        let path = format!("/api/{operation}");
        let get = &description["paths"][&path]["get"];
        for (name, _) in *parameters {
            let named = |known: &Value| known["name"] == name.replace('-', "_");
            let known = get["parameters"].as_array().expect("parameters").iter().any(named);
            assert!(known, "{path} does not describe {name}");
        }
        let answer = server().ask(operation, parameters);
        let status = answer.status.to_string();
        let response = get["responses"].get(&status).unwrap_or(&get["responses"]["default"]);
        let mut schema = response["content"]["application/json"]["schema"].clone();
        assert!(schema.is_object(), "{path} {status}");
        schema["components"] = description["components"].clone();
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let document = answer.json();
        let faults: Vec<String> =
            validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new(), "{path} {parameters:?}");
    }
}

#[test]
fn what_cannot_be_answered_is_refused_with_a_fitting_status() {
    for (path, status, code) in [
        ("/api/nothing", 404, "unknown_path"),
        ("/api/", 404, "unknown_path"),
        ("/api/show/", 404, "unknown_path"),
        ("/../../etc/passwd", 404, "unknown_path"),
        ("/api/%2e%2e/%2e%2e/etc/passwd", 404, "unknown_path"),
        ("/api/show", 400, "missing_argument"),
        ("/api/show?address=8", 400, "missing_argument"),
        ("/api/audit", 400, "missing_argument"),
        ("/api/search", 400, "missing_argument"),
        ("/api/show?act=832&colour=red", 400, "unknown_option"),
        ("/api/acts?json=1", 400, "unknown_option"),
        ("/api/acts?index=elsewhere", 400, "unknown_option"),
        ("/api/acts?corpus=elsewhere", 400, "unknown_option"),
        ("/api/audit?act=12&all=1", 400, "unknown_option"),
        ("/api/show?act=832&act=12", 400, "repeated_option"),
        ("/api/show?act=832&on=2021-01-01&on=2021-01-02", 400, "repeated_option"),
        ("/api/show?act=832&on=2021-01-01&adopted_by=2021-01-01", 400, "conflicting_options"),
        ("/api/show?act=832&refs=perhaps", 400, "invalid_value"),
        ("/api/show?act=832&lang=de", 400, "invalid_value"),
        ("/api/search?query=x&limit=many", 400, "value_not_understood"),
        ("/api/search?query=x&limit=-1", 400, "value_not_understood"),
        ("/api/search?query=x&limit=100000", 422, "too_many_hits"),
        ("/api/search?query=x&changed_between=2021-01-01", 400, "unexpected_value"),
        ("/api/show?act=%zz", 400, "encoding_not_understood"),
        ("/api/show?act=%ff%fe", 400, "encoding_not_understood"),
        ("/api/show?act=832&on=yesterday", 422, "date_not_understood"),
        ("/api/show?act=832&address=..%2F..%2Fetc%2Fpasswd", 422, "address_not_understood"),
        ("/api/show?act=999", 404, "unknown_act"),
        ("/api/show?act=832&address=999", 404, "address_after_the_last"),
        ("/api/tree?act=.%2FCargo.toml", 404, "unknown_act"),
        ("/api/tree?act=%2Fetc%2Fpasswd", 404, "unknown_act"),
        ("/api/tree?act=832&witness=..%2F..%2FCargo.toml", 404, "unknown_witness"),
        ("/api/instructions?act=corpus", 404, "unknown_act"),
        ("/api/instructions?act=%2Fdev%2Fstdin", 404, "unknown_act"),
        ("/api/history?act=%2Fakn%2Fkz%2Fact%2F2015-11-24%2F418-V%2Fkaz%40", 422, "act_alone"),
    ] {
        let refusal = server().get(path);
        let document = refusal.json();
        assert_eq!((refusal.status, &document["code"]), (status, &code.into()), "{path}");
        assert_eq!(document["schema"], "nusqa/error/1", "{path}");
    }
}

#[test]
fn a_file_of_the_machine_is_never_opened() {
    let loose = "corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md";
    assert!(root().join(loose).is_file());
    for operation in ["tree", "instructions"] {
        assert_eq!(server().ask(operation, &[("act", loose)]).status, 404);
    }
}

#[test]
fn requests_that_are_none_are_refused_at_the_door() {
    let server = server();
    let status = |request: &[u8]| server.send(request).status;
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"] {
        let refused = server.send(request(method, "/api/acts", server.port, &[]).as_bytes());
        assert_eq!(refused.status, 405, "{method}");
        assert_eq!(refused.header("allow").as_deref(), Some("GET, HEAD"));
        assert_eq!(refused.json()["code"], "method_not_allowed");
    }
    let long = format!("/api/search?query={}", "a".repeat(9_000));
    assert_eq!(server.get(&long).status, 414);
    let endless = format!("/api/search?query={}", "a".repeat(300_000));
    assert!([414, 431].contains(&server.get(&endless).status));
    let many: Vec<(String, &str)> = (0..150).map(|n| (format!("X-{n}"), "x")).collect();
    let many: Vec<(&str, &str)> =
        many.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(server.get_with("/api/acts", &many).status, 431);
    let with_body = [("Content-Length", "5")];
    let mut posted = request("GET", "/api/acts", server.port, &with_body);
    posted.push_str("hello");
    assert_eq!(status(posted.as_bytes()), 413);
    let chunked = request("GET", "/api/acts", server.port, &[("Transfer-Encoding", "chunked")]);
    assert_eq!(status(chunked.as_bytes()), 413);
    assert_eq!(status(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"), 400);
    assert_eq!(status(b"GET /api/acts\r\n\r\n"), 400);
    assert_eq!(status(b"GET / HTTP/9.9\r\n\r\n"), 400);
}

#[test]
fn names_of_other_machines_are_not_answered_to() {
    let asked = |server: &Server, host: &str| server.get_with("/healthz", &[("Host", host)]).status;
    for (host, status) in [
        ("localhost", 200),
        ("LOCALHOST:1", 200),
        ("127.0.0.1:9", 200),
        ("[::1]:80", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("192.168.1.1", 421),
        ("", 421),
    ] {
        assert_eq!(asked(server(), host), status, "{host}");
    }
    assert_eq!(server().send(b"GET /healthz HTTP/1.0\r\n\r\n").status, 421);
    let absolute = b"GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assert_eq!(server().send(absolute).status, 421);
    let named = Server::start(index(), &["--host", "law.example"]);
    assert_eq!(asked(&named, "Law.Example:443"), 200);
    assert_eq!(asked(&named, "evil.example"), 421);
}

#[test]
fn the_language_is_that_of_the_parameter_then_of_the_header() {
    let path = question("show", &[("act", "нет-такого")]);
    let message = |path: &str, accepted: &str| {
        let refusal = server().get_with(path, &[("Accept-Language", accepted)]);
        let said = refusal.json()["message"].as_str().expect("words").to_owned();
        (refusal.header("content-language").expect("a language"), said)
    };
    assert_eq!(message(&path, "de").0, "kk");
    let russian = message(&path, "de, ru;q=0.9, en;q=0.8");
    assert_eq!(russian.0, "ru");
    assert!(russian.1.contains("в корпусе нет"), "{russian:?}");
    let english = message(&format!("{path}&lang=en"), "ru");
    assert_eq!(english, ("en".into(), "the corpus has no act `нет-такого`".into()));
}

#[test]
fn an_answer_that_is_known_is_not_sent_again() {
    let path = question("show", &[("act", "832"), ("address", "8"), ("on", "2022-01-01")]);
    let first = server().get(&path);
    let tag = first.header("etag").expect("a tag");
    assert_eq!(first.header("cache-control").as_deref(), Some("no-cache"));
    let again = server().get_with(&path, &[("If-None-Match", &tag)]);
    assert_eq!((again.status, again.header("etag")), (304, Some(tag.clone())));
    for other in [format!("{path}&lang=en"), question("show", &[("act", "832"), ("address", "8")])]
    {
        let other = server().get_with(&other, &[("If-None-Match", &tag)]);
        assert_eq!(other.status, 200);
        assert_ne!(other.header("etag"), Some(tag.clone()));
    }
    // What also rests on texts may change while the index stays.
    assert_eq!(server().ask("events", &[("act", "832")]).header("etag"), None);
    assert_eq!(
        server().ask("show", &[("act", "999")]).header("cache-control").as_deref(),
        Some("no-store")
    );
}

#[test]
fn answers_are_compressed_for_those_who_can_read_it() {
    let path = question("outline", &[("act", "832"), ("on", "2023-06-01")]);
    let plain = server().get(&path);
    let small = server().get_with(&path, &[("Accept-Encoding", "gzip")]);
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(small.header("content-encoding").as_deref(), Some("gzip"));
    assert_eq!(&small.body[..2], [0x1f, 0x8b]);
    assert!(small.body.len() * 4 < plain.body.len());
    assert!(small.header("vary").expect("a header").contains("accept-encoding"));
    let head = server().send(request("HEAD", &path, server().port, &[]).as_bytes());
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn every_response_keeps_browsers_within_bounds() {
    for path in ["/", "/api/acts", "/api/nothing", "/healthz"] {
        let response = server().get(path);
        let policy = response.header("content-security-policy").expect("a policy");
        assert!(policy.contains("default-src 'none'"), "{path}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(response.header("x-content-type-options").as_deref(), Some("nosniff"));
        assert_eq!(response.header("referrer-policy").as_deref(), Some("no-referrer"));
        assert_eq!(response.header("access-control-allow-origin"), None);
    }
}

#[test]
fn the_pages_of_the_site_are_served_live() {
    let site = tempfile::tempdir().expect("a folder");
    let wrote = nusqa()
        .args(["site", "--lang", "en", "--index"])
        .arg(index())
        .arg("--out")
        .arg(site.path())
        .output()
        .expect("the program runs");
    assert!(wrote.status.success(), "{}", String::from_utf8_lossy(&wrote.stderr));
    let get = |path: &str| server().get_with(path, &[("Accept-Language", "en")]);
    let mut pages = 0;
    for file in std::fs::read_dir(site.path()).expect("a folder") {
        let file = file.expect("a file").path();
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        // A server is asked itself for words, and makes no list of all of them.
        if ["nusqa-site.txt", "data-search.js"].contains(&name.as_str()) {
            continue;
        }
        let address = name.strip_suffix(".html").unwrap_or(&name);
        let served = get(&format!("/acts/{}", support::http::encoded(address)));
        assert_eq!(served.status, 200, "{name}");
        let kind = served.header("content-type").expect("a type");
        let expected = match name.rsplit_once('.') {
            Some((_, "html")) => "text/html; charset=utf-8",
            Some((_, "css")) => "text/css; charset=utf-8",
            Some((_, "svg")) => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        };
        assert_eq!(kind, expected, "{name}");
        pages += 1;
        // What does not speak of addresses is the same file.
        if name.ends_with(".css") || name == "book.js" {
            assert_eq!(served.body, std::fs::read(&file).expect("a file"), "{name}");
        }
        if name.ends_with(".html") {
            let page = served.text();
            let links = ["href=\"", "src=\""].iter().flat_map(|mark| page.split(mark).skip(1));
            for link in links.filter_map(|rest| rest.split(['"', '#', '?']).next()) {
                let outside = link.is_empty() || link.starts_with("http") || link.len() > 200;
                assert!(outside || get(link).status == 200, "{name} leads to {link}");
            }
        }
    }
    assert!(pages > 20);
    assert_eq!(get("/").body, get("/acts/index").body);
    let tag = get("/acts/832").header("etag").expect("a tag");
    assert_eq!(server().get_with("/acts/832?lang=en", &[("If-None-Match", &tag)]).status, 304);
    assert!(server().get("/acts/832?lang=ru").text().contains("lang=\"ru\""));
    let icon = get("/favicon.ico");
    assert_eq!(icon.status, 200);
    assert_eq!(icon.header("content-type").as_deref(), Some("image/svg+xml"));
    let page = get("/acts/832").text();
    assert!(page.contains("application/ld+json"));
    for file in [page, get("/acts/data-832.js").text(), get("/acts/audit").text()] {
        assert!(!file.contains(env!("CARGO_MANIFEST_DIR")), "a path of this machine");
    }
    for path in ["/acts/nothing", "/acts/..%2f..%2fCargo.toml", "/acts/832.html", "/acts/a/b"] {
        assert_eq!(get(path).status, 404, "{path}");
    }
}

#[test]
fn a_browser_is_told_in_words_that_there_is_no_such_page() {
    for path in ["/acts/no-such-act?lang=ru", "/no-such-page"] {
        let page = server().get_with(path, &[("Accept", "text/html,*/*;q=0.8")]);
        assert_eq!(page.status, 404, "{path}");
        assert_eq!(page.header("content-type").as_deref(), Some("text/html; charset=utf-8"));
        assert!(page.text().contains("<a href=\"/\">"), "{path}");
        assert!(!page.text().contains("openapi"), "{path}");
        let object = server().get_with(path, &[("Accept", "application/json")]);
        assert_eq!(object.header("content-type").as_deref(), Some("application/json"));
    }
}

#[test]
fn a_thousand_at_once_are_answered_or_sent_away() {
    let server = Server::start(index(), &["--timeout", "600"]);
    let path = question("show", &[("act", "418-V"), ("on", "2022-01-01")]);
    let statuses: Vec<u16> = thread::scope(|scope| {
        let asking = (0..1000).map(|_| {
            let ask = || server.get(&path).status;
            thread::Builder::new().stack_size(256 * 1024).spawn_scoped(scope, ask)
        });
        let asking: Vec<_> = asking.map(|asking| asking.expect("a thread")).collect();
        asking.into_iter().map(|asking| asking.join().expect("an answer")).collect()
    });
    assert!(statuses.iter().all(|status| [200, 503].contains(status)), "{statuses:?}");
    assert!(statuses.contains(&200));
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.get("/api/acts").status, 200);
}

#[test]
fn a_question_that_takes_too_long_is_given_up() {
    // Whether the slowest question takes longer than the shortest timeout depends on the machine.
    let server = Server::start(index(), &["--timeout", "1"]);
    let answer = server.ask("audit", &[("act", "418-V"), ("lang", "en")]);
    if answer.status == 503 {
        assert_eq!(answer.json()["code"], "took_too_long");
        assert_eq!(answer.header("retry-after").as_deref(), Some("1"));
    }
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn a_signal_ends_the_server_once_the_answers_under_way_are_given() {
    for signal in ["TERM", "INT"] {
        let mut server = Server::start(index(), &["--lang", "en"]);
        // A connection that is kept open and asks nothing does not keep the server.
        let _idle = server.connect();
        let mut asking = server.connect();
        let path = question("audit", &[("act", "418-V")]);
        let asked = request("GET", &path, server.port, &[]);
        asking.write_all(asked.as_bytes()).expect("a request");
        thread::sleep(Duration::from_millis(300));
        server.signal(signal);
        let answer = response(&mut BufReader::new(asking), false);
        assert!([200, 503].contains(&answer.status), "{signal}: {}", answer.text());
        let (said, status) = server.wait(Duration::from_secs(40));
        assert_eq!(status.and_then(|status| status.code()), Some(0), "{signal}: {said}");
        assert!(said.starts_with("answers at http://127.0.0.1:"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(TcpStream::connect(("127.0.0.1", server.port)).is_err());
    }
}

/// A small corpus: a copy of one act.
fn small_corpus(folder: &Path) -> std::path::PathBuf {
    let corpus = folder.join("corpus");
    let act = "2017-10-28-676-kiberqauipsizdik-zhospary";
    std::fs::create_dir_all(corpus.join(act)).expect("a folder");
    for file in std::fs::read_dir(root().join("corpus").join(act)).expect("a folder") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), corpus.join(act).join(file.file_name())).expect("a copy");
    }
    corpus
}

#[test]
fn while_there_is_no_index_the_server_says_so_and_then_takes_it_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let (corpus, index) = (small_corpus(folder.path()), folder.path().join("index"));
    // Whoever builds waits for the lock.
    let lock = Layout::new(&index).lock(|| ()).expect("a lock");
    let server = Server::start(&index, &["--corpus", corpus.to_str().expect("UTF-8")]);
    for path in ["/api/acts", "/healthz"] {
        let refusal = server.get(path);
        assert_eq!((refusal.status, &refusal.json()["code"]), (503, &"index_missing".into()));
        assert_eq!(refusal.header("retry-after").as_deref(), Some("1"));
    }
    assert_eq!(server.get("/api/schema").status, 200);
    drop(lock);
    let ready = (0..600).any(|_| {
        thread::sleep(Duration::from_millis(100));
        server.get("/healthz").status == 200
    });
    assert!(ready, "the index was never taken up");
    let acts = server.get("/api/acts").json();
    assert_eq!(acts["acts"][0]["number"], "676");
}

#[test]
fn a_server_without_corpus_and_index_ends_with_a_clear_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let mut server =
        Server::start(Path::new(&path("index")), &["--corpus", &path("none"), "--lang", "en"]);
    let (said, status) = server.wait(Duration::from_secs(30));
    assert_eq!(status.and_then(|status| status.code()), Some(2), "{said}");
    assert!(said.contains("there is no corpus folder"), "{said}");
}

#[test]
fn a_new_index_is_taken_up_while_questions_are_answered() {
    let folder = tempfile::tempdir().expect("a folder");
    let (corpus, index) = (small_corpus(folder.path()), folder.path().join("index"));
    let build = || {
        let built = nusqa()
            .args(["build", "--corpus"])
            .arg(&corpus)
            .arg("--index")
            .arg(&index)
            .output()
            .expect("the program runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    };
    build();
    let server = Server::start(&index, &["--corpus", corpus.to_str().expect("UTF-8")]);
    let hash = || server.get("/api/acts").json()["generator"]["corpus"].clone();
    let mut before = hash();
    let stop = std::sync::atomic::AtomicBool::new(false);
    thread::scope(|scope| {
        let asking: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let mut answers = 0;
                    while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                        for path in [
                            "/api/show?act=676",
                            "/api/search?query=%D0%B6%D0%BE%D1%81%D0%BF%D0%B0%D1%80",
                        ] {
                            let answer = server.get(path);
                            assert_eq!(answer.status, 200, "{}", answer.text());
                            answers += 1;
                        }
                    }
                    answers
                })
            })
            .collect();
        for round in 0..3 {
            let card = corpus.join("2017-10-28-676-kiberqauipsizdik-zhospary/act.toml");
            let mut text = std::fs::read_to_string(&card).expect("a card");
            text.push_str(&format!("# {round}\n"));
            std::fs::write(&card, text).expect("a card");
            build();
            let after = hash();
            assert_ne!(before, after, "round {round}");
            before = after;
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        let answers: usize = asking.into_iter().map(|asked| asked.join().expect("answers")).sum();
        assert!(answers > 0);
    });
    // An index that is gone is no reason to forget what is held open.
    std::fs::remove_file(index.join("CURRENT")).expect("a file");
    assert_eq!(hash(), before);
}

#[test]
fn several_requests_may_use_one_connection() {
    let mut stream = server().connect();
    for _ in 0..3 {
        let head = format!("GET /healthz HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server().port);
        stream.write_all(head.as_bytes()).expect("a request");
        let answer = response(&mut BufReader::new(&mut stream), false);
        assert_eq!(answer.text(), "ok\n");
    }
    drop(stream);
    // Half a request is none.
    let mut half = server().connect();
    half.write_all(b"GET /api/acts HT").expect("half a request");
    half.shutdown(std::net::Shutdown::Write).expect("an end");
    let mut rest = Vec::new();
    half.read_to_end(&mut rest).expect("an end");
    assert!(!String::from_utf8_lossy(&rest).contains("200 OK"));
}
