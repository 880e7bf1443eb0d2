//! The site as its readers meet it, in a browser: days, two days, links, search, keyboard, a
//! narrow screen. Where no browser is installed nothing is asked, and the test says so.

#![cfg(unix)]
#![allow(clippy::print_stdout, reason = "a test says what it could not ask, and what it measured")]
#![allow(clippy::panic, reason = "a test that cannot ask its question has failed")]

mod support;

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use support::ask;

const DRIVERS: &[&str] = &["/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver"];
const BROWSERS: &[&str] = &["/usr/bin/chromium", "/usr/bin/chromium-browser"];

fn installed(places: &[&str]) -> Option<PathBuf> {
    places.iter().map(PathBuf::from).find(|place| place.exists())
}

/// The program that leads a browser. However a test ends, nothing that it started goes on.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A browser with the driver that leads it; both end with it.
struct Browser {
    _driver: Driver,
    client: Client,
    _profile: tempfile::TempDir,
}

#[derive(Debug)]
struct Logs(&'static str);

impl WebDriverCompatibleCommand for Logs {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": self.0 }).to_string()))
    }
}

/// Puts a page into the window as it stands, without its scripts.
#[derive(Debug)]
struct Written(String);

impl WebDriverCompatibleCommand for Written {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/execute/sync", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let script = "const page = new DOMParser().parseFromString(arguments[0], 'text/html'); \
                      document.getElementById('text').replaceWith(page.getElementById('text')); \
                      nusqa.language.speak()";
        let body = json!({ "script": script, "args": [self.0] });
        (http::Method::POST, Some(body.to_string()))
    }
}

/// Sets the size of the screen, as small as a phone's.
#[derive(Debug)]
struct Screen(u32, u32);

impl WebDriverCompatibleCommand for Screen {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let Screen(width, height) = self;
        let params =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let body = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": params });
        (http::Method::POST, Some(body.to_string()))
    }
}

impl Browser {
    /// `None` where there is no browser or no driver.
    async fn start() -> Option<Browser> {
        let (Some(driver), Some(browser)) = (installed(DRIVERS), installed(BROWSERS)) else {
            println!("chromium and chromedriver are not installed: nothing is asked");
            return None;
        };
        let port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
        let driver = Driver(
            Command::new(driver)
                .arg(format!("--port={port}"))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .process_group(0)
                .spawn()
                .expect("the driver starts"),
        );
        let profile = tempfile::tempdir().expect("a folder");
        let capabilities = json!({
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "goog:chromeOptions": {
                "binary": browser,
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                    "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--lang=en",
                    "--disable-dev-shm-usage", "--window-size=1280,1000",
                    format!("--user-data-dir={}", profile.path().display()),
                ],
            },
        });
        let Value::Object(capabilities) = capabilities else { return None };
        let address = format!("http://127.0.0.1:{port}");
        for _ in 0..100 {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            if let Ok(client) = builder.capabilities(capabilities.clone()).connect(&address).await {
                return Some(Browser { _driver: driver, client, _profile: profile });
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        panic!("the driver answers at {address}");
    }

    async fn open(&self, site: &Path, page: &str) {
        let address = format!("file://{}/{page}", site.display());
        self.client.goto("about:blank").await.expect("an empty page");
        self.client.goto(&address).await.expect("a page");
        if page.starts_with("832") || page.starts_with("418") || page.starts_with("search") {
            self.until("document.documentElement.dataset.ready === 'yes'").await;
        }
    }

    async fn run(&self, script: &str) -> Value {
        let ran = self.client.execute(script, Vec::new()).await;
        ran.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    async fn text(&self, place: &str) -> String {
        let found =
            self.run(&format!("return document.querySelector(`{place}`)?.textContent")).await;
        found.as_str().unwrap_or_else(|| panic!("nothing at {place}")).to_owned()
    }

    async fn until(&self, condition: &str) {
        for _ in 0..200 {
            if self.run(&format!("return Boolean({condition})")).await == json!(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("in vain: {condition}; {:?}", self.log("browser").await);
    }

    async fn log(&self, kind: &'static str) -> Vec<Value> {
        let log = self.client.issue_cmd(Logs(kind)).await.expect("a log");
        log.as_array().cloned().unwrap_or_default()
    }

    /// No page complained, and none asked another host for anything.
    async fn stays_quiet(&self) {
        self.stays_with(&["file://"]).await;
    }

    /// No page complained, and none asked any other address.
    async fn stays_with(&self, known: &[&str]) {
        let said = self.log("browser").await;
        assert_eq!(said, Vec::<Value>::new(), "the console");
        for entry in self.log("performance").await {
            let message: Value =
                serde_json::from_str(entry["message"].as_str().unwrap_or("{}")).expect("JSON");
            if message["message"]["method"] == "Network.requestWillBeSent" {
                let asked = message["message"]["params"]["request"]["url"].as_str().unwrap_or("");
                let always = ["about:", "data:", "chrome://"];
                let own = known.iter().chain(&always).any(|own| asked.starts_with(own));
                assert!(own, "asked for {asked}");
            }
        }
    }

    async fn end(self) {
        let _ = self.client.clone().close().await;
    }
}

fn site() -> tempfile::TempDir {
    site_of("2022-01-01")
}

/// A site whose pages stand written for a day.
fn site_of(day: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().to_string_lossy();
    let written = ask(&["site", "--out", &out, "--after", day, "--lang", "ru"]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    folder
}

/// What the program answers for a provision, gaps shown.
fn answered(act: &str, address: &str, day: &str) -> Value {
    support::ask_json(&["show", act, address, "--on", day]).1
}

#[tokio::test]
async fn readers_choose_days_follow_links_and_compare() {
    let Some(browser) = Browser::start().await else { return };
    let folder = site();
    let site = folder.path();
    days(&browser, site).await;
    links(&browser, site).await;
    two_days(&browser, site).await;
    keyboard(&browser, site).await;
    languages(&browser, site).await;
    search(&browser, site).await;
    narrow(&browser, site).await;
    quick(&browser, site).await;
    hostile(&browser).await;
    written(&browser, site).await;
    browser.stays_quiet().await;
    browser.end().await;
}

/// A chosen day shows the words that the program answers.
async fn days(browser: &Browser, site: &Path) {
    browser.open(site, "832.html").await;
    assert!(browser.text("#text").await.contains("МО ақпараттандыру Заңның"));
    for day in ["2016-12-21", "2021-02-10", "2022-06-01", "2023-01-01", "2024-05-05"] {
        browser
            .run(&format!(
                "const day = document.getElementById('day'); day.value = '{day}'; \
                 day.dispatchEvent(new Event('change'))"
            ))
            .await;
        assert_eq!(browser.run("return location.hash").await, json!(format!("#@{day}")));
        for address in ["бекітілген/8", "бекітілген/6", "бекітілген/14", "бекітілген/24"]
        {
            let answer = answered("832", address, day);
            let shown = browser
                .run(&format!(
                    "const {{ book }} = nusqa; const at = book.numbers.get('{address}'); \
                     const leaf = book.leaf(book.places[at], book.stretch('{day}')); \
                     return {{ status: book.status(leaf.s), certainty: book.certainty(leaf.c), \
                     text: book.words(at, book.stretch('{day}')) }}"
                ))
                .await;
            for field in ["status", "certainty", "text"] {
                assert_eq!(shown[field], answer[field], "{field} of {address} on {day}");
            }
            // What stands on the page is what the data say.
            if answer["status"] == "in_force" && shown["text"].is_string() {
                let own =
                    answer["text"].as_str().and_then(|text| text.lines().next()).unwrap_or("");
                let page = browser.text(&format!("[id=\"{address}\"]")).await;
                let letters = |text: &str| text.split_whitespace().collect::<String>();
                let own_words = letters(own);
                assert!(
                    own == "[…]" || letters(&page).contains(&own_words),
                    "{address} on {day}: {page}"
                );
            }
        }
    }
    // There and back again, the page is as it was.
    let before = browser.text("#text").await;
    for day in ["2017-05-01", "2024-05-05"] {
        browser.run(&format!("location.hash = '#@{day}'")).await;
        browser.until(&format!("nusqa.page.day() === '{day}'")).await;
    }
    assert_eq!(browser.text("#text").await, before);
}

async fn links(browser: &Browser, site: &Path) {
    let encoded =
        "832.html#%D0%B1%D0%B5%D0%BA%D1%96%D1%82%D1%96%D0%BB%D0%B3%D0%B5%D0%BD/8@2022-06-01";
    for page in ["832.html#бекітілген/8@2022-06-01", encoded, "832.html#8@2022-06-01"] {
        browser.open(site, page).await;
        assert_eq!(browser.run("return nusqa.page.day()").await, json!("2022-06-01"), "{page}");
        assert_eq!(
            browser.run("return document.querySelector('.target')?.id").await,
            json!("бекітілген/8"),
            "{page}"
        );
        // The whole provision is marked, and nothing else.
        let marked = browser
            .run("return [...document.querySelectorAll('.target')].map((one) => one.id)")
            .await;
        let marked = marked.as_array().expect("places");
        assert!(marked.len() > 1, "{page}: {marked:?}");
        let own = |one: &Value| one.as_str().is_some_and(|one| one.starts_with("бекітілген/8"));
        assert!(marked.iter().all(own), "{page}: {marked:?}");
    }
    for (page, told) in [
        ("832.html#бекітілген/8888", "8888"),
        ("832.html#бекітілген/8@2022-02-31", "2022-02-28"),
        ("832.html#8@nonsense", "nonsense"),
        ("832.html#%E0%A4%A", "%E0%A4%A"),
        ("832.html#бекітілген/6/17)@2016-12-20", "17)"),
    ] {
        browser.open(site, page).await;
        let said = browser.text("#message").await;
        assert!(said.contains(told), "{page}: {said}");
        assert!(
            browser.run("return document.querySelectorAll('#message a').length").await.as_u64()
                > Some(0),
            "{page}"
        );
        assert!(browser.text("main").await.len() > 500, "{page} is blank");
    }
}

async fn two_days(browser: &Browser, site: &Path) {
    let rows = "[...document.querySelectorAll('.change')]";
    for (from, to) in [("2021-01-01", "2022-01-01"), ("2020-06-01", "2023-06-01")] {
        browser.open(site, &format!("832.html#@{from}..{to}")).await;
        browser.until("document.querySelectorAll('.change').length > 5").await;
        // What is listed, and in which order, is what the program lists.
        let (_, diff) = support::ask_json(&["diff", "832", "--from", from, "--to", to]);
        let told: Vec<&Value> = diff["units"]
            .as_array()
            .expect("units")
            .iter()
            .filter(|unit| unit["change"] != "same" && unit["told_with"].is_null())
            .map(|unit| &unit["address"])
            .collect();
        let shown = browser.run(&format!("return {rows}.map((one) => one.dataset.of)")).await;
        assert_eq!(shown, json!(told), "{from}..{to}");
        let counts = browser.run("return nusqa.compare.units(...arguments).length").await;
        assert_eq!(counts, json!(0), "no days, no units");
        let causes = browser.text(".compare-about .by").await;
        for act in diff["acts"].as_array().expect("acts") {
            let number = act["number"].as_str().expect("a number");
            assert!(causes.contains(number), "{number} in {causes}");
        }
    }
    browser.open(site, "832.html#6/17)@2021-01-01..2022-01-01").await;
    browser.until("document.querySelectorAll('.change').length > 5").await;
    let change = browser.text(".change[data-of=\"бекітілген/6/17)\"]").await;
    assert!(change.contains("№ 12") || change.contains("No. 12"), "{change}");
    // Words that are not known are gaps, and the text of one day does not stand above.
    assert!(
        browser.run("return document.querySelectorAll('.change .gap').length").await.as_u64()
            > Some(0)
    );
    for hidden in ["#shown", ".about-day", "#text"] {
        let seen = browser
            .run(&format!("return document.querySelector('{hidden}').getClientRects().length"))
            .await;
        assert_eq!(seen, json!(0), "{hidden}");
    }
    let inline = browser.run(&format!("return {rows}.length")).await;
    browser.run("document.querySelectorAll('.compare-days button')[1].click()").await;
    assert_eq!(browser.run(&format!("return {rows}.length")).await, inline);
    assert_eq!(
        browser.run("return document.querySelectorAll('.change .text > div').length").await,
        json!(2 * inline.as_u64().expect("a number"))
    );
    assert_eq!(browser.run("return document.querySelectorAll('.turned').length").await, json!(0));
    browser.run("location.hash = '#@2022-01-01..2021-01-01'").await;
    browser.until("document.querySelector('.turned')").await;
    browser.run("document.getElementById('compare-end').click()").await;
    assert_eq!(browser.run("return nusqa.page.day()").await, json!("2022-01-01"));
    assert_eq!(browser.run("return document.getElementById('compare').hidden").await, json!(true));
}

async fn keyboard(browser: &Browser, site: &Path) {
    browser.open(site, "832.html#бекітілген/8@2022-01-01").await;
    let focus = || browser.run("return document.activeElement.closest('[data-p]')?.id");
    assert_eq!(focus().await, json!("бекітілген/8"));
    let active = browser.client.active_element().await.expect("a focus");
    active.send_keys("\u{e015}").await.expect("an arrow");
    assert_eq!(focus().await, json!("бекітілген/8#2"));
    let active = browser.client.active_element().await.expect("a focus");
    active.send_keys("\u{e007}").await.expect("Enter");
    browser.until("!document.getElementById('panel').hidden").await;
    assert!(
        browser.run("return document.querySelectorAll('.versions li').length").await.as_u64()
            > Some(0)
    );
    let active = browser.client.active_element().await.expect("a focus");
    active.send_keys("\u{e00c}").await.expect("Escape");
    browser.until("document.getElementById('panel').hidden").await;
    assert_eq!(focus().await, json!("бекітілген/8#2"), "the focus comes back");
    let slide = browser.client.find(Locator::Id("slide")).await.expect("a slider");
    slide.send_keys("\u{e014}").await.expect("an arrow");
    assert!(browser.run("return nusqa.page.day() > '2022-01-01'").await == json!(true));
}

async fn languages(browser: &Browser, site: &Path) {
    browser.open(site, "832.html").await;
    for (lang, word) in [("kk", "Актілер"), ("ru", "Акты"), ("en", "Acts")] {
        let button = browser.client.find(Locator::Css(&format!("[data-tongue={lang}]"))).await;
        button.expect("a switch").click().await.expect("a click");
        assert_eq!(browser.text(".menu a").await, word);
        assert_eq!(browser.run("return document.documentElement.lang").await, json!(lang));
        assert_eq!(browser.run("return document.querySelector('.w').lang").await, json!("kk"));
    }
    browser.open(site, "upcoming.html").await;
    assert_eq!(browser.text(".menu a").await, "Acts", "the choice is kept");
}

async fn search(browser: &Browser, site: &Path) {
    browser.open(site, "search.html?q=сыртқы+шлюздің&on=2022-01-01").await;
    browser.until("document.querySelectorAll('#hits li').length > 0").await;
    let first = browser.text("#hits li").await;
    assert!(first.contains("шлюз"), "{first}");
    browser.open(site, "search.html?q=ақпараттандыруға&on=2010-01-01&act=832").await;
    assert_eq!(browser.run("return document.querySelectorAll('#hits li').length").await, json!(0));
    assert!(!browser.text("#found").await.is_empty());
    // What must not stand there does not; a phrase stands there as it is.
    let shown = "return [...document.querySelectorAll('#hits blockquote')].map((one) => one.textContent.toLowerCase())";
    browser.open(site, "search.html?q=ақпараттық+-жүйе&on=2022-01-01&act=418-v").await;
    browser.until("document.querySelectorAll('#hits li').length > 0").await;
    let hits = browser.run(shown).await;
    let hits: Vec<&str> = hits.as_array().expect("hits").iter().filter_map(Value::as_str).collect();
    assert!(hits.iter().all(|hit| !hit.contains("жүйе")), "{hits:?}");
    browser.open(site, "search.html?q=%22ақпараттық+жүйе%22&on=2022-01-01&act=418-v").await;
    browser.until("document.querySelectorAll('#hits li').length > 0").await;
    let hits = browser.run(shown).await;
    let hits: Vec<&str> = hits.as_array().expect("hits").iter().filter_map(Value::as_str).collect();
    assert!(hits.iter().all(|hit| hit.contains("ақпараттық жүйе")), "{hits:?}");
    browser.open(site, "search.html?q=қорғал*&on=2022-01-01").await;
    browser.until("document.querySelectorAll('#hits li').length > 0").await;
    assert!(browser.text("#hits mark").await.to_lowercase().starts_with("қорғал"));
}

async fn narrow(browser: &Browser, site: &Path) {
    browser.client.issue_cmd(Screen(360, 760)).await.expect("a size");
    for page in [
        "index.html",
        "832.html",
        "832.html#@2021-01-01..2022-01-01",
        "676.html",
        "search.html",
        "audit.html",
        "upcoming.html",
        "guide.html",
    ] {
        browser.open(site, page).await;
        let widths = browser.run("return [document.documentElement.scrollWidth, innerWidth]").await;
        assert!(widths[0].as_u64() <= Some(360), "{page} is wider than the screen: {widths}");
    }
    browser.open(site, "832.html#8@2022-06-01").await;
    let day = "const day = document.getElementById('shown').getBoundingClientRect(); \
               return [day.top >= 0 && day.bottom < 120, scrollY > 500]";
    assert_eq!(browser.run(day).await, json!([true, true]), "the day stands above a provision");
    browser.open(site, "832.html#@2021-01-01..2022-01-01").await;
    browser.until("document.querySelector('.counts')").await;
    let top = browser
        .run(
            "return document.querySelector('.counts').getBoundingClientRect().top < innerHeight - 100",
        )
        .await;
    assert_eq!(top, json!(true), "the first screen says what changed");
    browser.client.issue_cmd(Screen(1280, 1000)).await.expect("a size");
}

/// Scripts show a day as the program writes it.
async fn written(browser: &Browser, site: &Path) {
    let letters = "const text = document.getElementById('text').cloneNode(true); \
                   text.querySelectorAll('[hidden]').forEach((one) => one.remove()); \
                   return text.textContent.replace(/\\s+/g, '')";
    for day in ["2017-01-10", "2021-02-10", "2023-02-10"] {
        let other = site_of(day);
        for act in ["832", "418-v"] {
            let page =
                fs::read_to_string(other.path().join(format!("{act}.html"))).expect("a page");
            browser.open(site, &format!("{act}.html#@{day}")).await;
            let shown = browser.run(letters).await;
            browser
                .client
                .issue_cmd(Written(page.replace("<script", "<meta")))
                .await
                .expect("a page");
            let written = browser.run(letters).await;
            let (shown, written) = (shown.as_str().unwrap_or(""), written.as_str().unwrap_or(""));
            let apart = shown.chars().zip(written.chars()).position(|(a, b)| a != b);
            let around = |text: &str| {
                let start = apart.unwrap_or(0).saturating_sub(30);
                text.chars().skip(start).take(90).collect::<String>()
            };
            assert!(shown == written, "{act} on {day}: {} / {}", around(shown), around(written));
        }
    }
}

/// Markup in a text is words on the page, and nothing runs.
async fn hostile(browser: &Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    let written = support::nusqa()
        .args(["site", "--corpus", "tests/site/hostile", "--index"])
        .arg(folder.path().join("index"))
        .arg("--out")
        .arg(&out)
        .output()
        .expect("the program runs");
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    browser.open(&out, "1-vi-script-script.html").await;
    browser.until("document.documentElement.dataset.ready === 'yes'").await;
    assert!(browser.text("#text").await.contains("alert(3)"));
    // Nothing turns the order of the letters; what would have done so is shown.
    browser.run("nusqa.page.show('2020-03-15'); nusqa.page.show('2020-06-01')").await;
    let page = browser.text("body").await;
    assert!(page.contains("[U+202E]") && !page.contains('\u{202e}'));
    browser.run("nusqa.page.show('2020-03-15'); nusqa.page.show('2020-06-01')").await;
    assert_eq!(
        browser
            .run(
                "return document.querySelectorAll('main img, main script:not([type=\"application/ld+json\"])').length"
            )
            .await,
        json!(0)
    );
    browser.open(&out, "search.html?q=%3Cscript%3Ealert(1)%3C/script%3E+бап&on=2020-06-01").await;
    assert!(!browser.text("#found").await.is_empty());
}

/// Pages of a server ask the server, and no other.
#[cfg(feature = "serve")]
#[tokio::test]
async fn pages_of_a_server_ask_its_engine() {
    let Some(browser) = Browser::start().await else { return };
    let server = support::http::Server::start(support::index(), &["--timeout", "600"]);
    let own = format!("http://127.0.0.1:{}/", server.port);
    let open = async |page: &str| {
        browser.client.goto(&format!("{own}{page}")).await.expect("a page");
    };
    open("acts/832#8@2022-06-01").await;
    browser.until("document.documentElement.dataset.ready === 'yes'").await;
    assert_eq!(browser.run("return nusqa.page.day()").await, json!("2022-06-01"));
    open("acts/832#@2021-01-01..2022-01-01").await;
    browser.until("document.querySelectorAll('.change').length > 5").await;
    let query = "\"ақпараттық жүйе\" -тармақ";
    let asked = ["search", query, "--on", "2022-01-01", "--limit", "20"];
    let (_, answer) = support::ask_json(&asked);
    let fields = [("q", query), ("on", "2022-01-01")]
        .map(|(name, value)| format!("{name}={}", support::http::encoded(value)));
    open(&format!("acts/search?{}", fields.join("&"))).await;
    browser.until("document.querySelectorAll('#hits li').length > 0").await;
    let shown = "return [...document.querySelectorAll('#hits li')].map((one) => one.firstChild.textContent)";
    let labels: Vec<&Value> =
        answer["hits"].as_array().expect("hits").iter().map(|hit| &hit["label"]).collect();
    assert_eq!(browser.run(shown).await, json!(labels));
    browser.stays_with(&[&own]).await;
    browser.end().await;
}

/// How long the largest act takes; printed, for machines differ.
async fn quick(browser: &Browser, site: &Path) {
    browser.open(site, "418-v.html").await;
    let first = browser
        .run("return performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
        .await;
    let times = browser
        .run(
            "const times = []; for (const day of [...nusqa.book.data.days].reverse()) { \
             const start = performance.now(); nusqa.page.show(day); document.body.offsetHeight; \
             times.push(performance.now() - start); } \
             return [Math.max(...times), times.reduce((a, b) => a + b) / times.length]",
        )
        .await;
    println!(
        "418-V: first contents after {first} ms; a day takes {} ms at most, {} on average",
        times[0], times[1]
    );
    browser.run("location.hash = '#@2016-06-01..2024-06-01'").await;
    browser.until("document.querySelectorAll('.change').length > 50").await;
    let compared = browser
        .run(
            "const start = performance.now(); \
             return nusqa.compare.open('2016-06-01', '2023-06-01').then(() => { \
             document.body.offsetHeight; return performance.now() - start; })",
        )
        .await;
    println!("418-V: two other days are compared in {compared} ms");
}
