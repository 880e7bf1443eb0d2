//! Values → HTML: pages for a browser (one frame, one palette, words in three languages of which
//! one is seen), papers that are printed and handed on, and what both say of themselves to search
//! engines. They know no files and no clock, and learn from `Links` how pages are addressed.

pub mod linked;
pub mod paper;
pub mod policy;
pub mod site;

use crate::model::act::ActId;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{self, site as words};
use crate::render::printable::printable;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The palette and the measures of every page and paper.
pub const TOKENS: &str = include_str!("tokens.css");

/// The sign of the pages in a browser's tabs.
pub const ICON: &str = include_str!("icon.svg");

/// What a page may load: files that lie beside it, and nothing of any other host.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
                          img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

/// How pages and their files are addressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// What stands before every name: nothing for files in one folder, `/` for a server.
    pub root: String,
    /// What stands behind the name of a page: `.html`, or nothing.
    pub ending: &'static str,
    /// Under which path the program itself can be asked, where there is a server.
    pub api: Option<&'static str>,
}

impl Links {
    /// Files in one folder, opened with or without a server.
    pub fn of_folder() -> Self {
        Links { root: String::new(), ending: ".html", api: None }
    }

    /// The address of a page by its name.
    pub fn page(&self, name: &str) -> String {
        format!("{}{name}{}", self.root, self.ending)
    }

    /// The address of a script, a style sheet or a file of data.
    pub fn file(&self, name: &str) -> String {
        format!("{}{name}", self.root)
    }

    /// The address of a place on the page of an act: `832.html#бекітілген/8@2022-01-01`.
    pub fn place(&self, act: &str, address: &str, day: Option<&str>) -> String {
        let day = day.map(|day| format!("@{day}")).unwrap_or_default();
        format!("{}#{}{day}", self.page(act), anchor(address))
    }
}

/// The name of a place inside a page: its address without blanks.
pub fn anchor(address: &str) -> String {
    address.replace(' ', "_")
}

/// Which page stands in the menu as the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// The list of acts.
    Acts,
    /// One act.
    Act,
    /// Changes to come.
    Upcoming,
    /// Findings.
    Audit,
    /// Search.
    Search,
    /// How to read the pages.
    Guide,
}

/// The corpus that pages tell of.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// Its hash.
    pub hash: &'a str,
    /// How many files or parts of files of it could not be read.
    pub left_out: usize,
}

/// What stands around every page.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The language in which the page is written; a reader may choose another one.
    pub lang: Lang,
    /// How other pages are addressed.
    pub links: &'a Links,
    /// The title of the window.
    pub title: String,
    /// The page itself.
    pub here: Here,
    /// The name of the act's page, for a search in it.
    pub act: Option<&'a str>,
    /// The corpus that it tells of.
    pub corpus: Basis<'a>,
    /// Scripts after those of every page, in the order in which they run.
    pub scripts: Vec<String>,
}

impl Frame<'_> {
    /// The whole page around its main part.
    pub fn around(&self, main: &Markup) -> String {
        let links = self.links;
        let page = html! {
            (DOCTYPE)
            html lang=(self.lang.code()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="generator" content={ "nusqa " (env!("CARGO_PKG_VERSION")) };
                    title { (self.title) }
                    link rel="icon" type="image/svg+xml" href=(links.file("icon.svg"));
                    link rel="stylesheet" href=(links.file("tokens.css"));
                    link rel="stylesheet" href=(links.file("site.css"));
                    script src=(links.file("strings.js")) defer {}
                    script src=(links.file("language.js")) defer {}
                    @for script in &self.scripts {
                        script src=(links.file(script)) defer {}
                    }
                }
                body.page-act[self.here == Here::Act] {
                    a.skip href="#main" data-say="site_skip" { (words::site_skip(self.lang)) }
                    header.top { (self.header()) }
                    main #main tabindex="-1" {
                        (self.left_out())
                        (main)
                    }
                    footer.end { (self.footer()) }
                }
            }
        };
        // Nothing of a page may turn the order of its letters or be swallowed by a browser.
        printable(&page.into_string()).into_owned()
    }

    fn header(&self) -> Markup {
        let (lang, links) = (self.lang, self.links);
        let pages = [
            (Here::Acts, "index", "site_acts"),
            (Here::Upcoming, "upcoming", "site_upcoming"),
            (Here::Audit, "audit", "site_audit"),
            (Here::Search, "search", "site_search"),
            (Here::Guide, "guide", "site_guide"),
        ];
        html! {
            a.brand href=(links.page("index")) { (words::site_name(lang)) }
            nav.menu aria-label=(words::site_main_menu(lang)) data-say-label="site_main_menu" {
                @for (here, name, code) in pages {
                    a href=(links.page(name)) data-say=(code)
                        aria-current=[(here == self.here).then_some("page")] {
                        (said(code, lang))
                    }
                }
            }
            @if self.here != Here::Search {
                form.find role="search" action=(links.page("search")) method="get" {
                    @if let Some(act) = self.act { input type="hidden" name="act" value=(act); }
                    input type="search" name="q" maxlength="500"
                        aria-label=(words::site_search_words(lang))
                        data-say-label="site_search_words"
                        placeholder=(words::site_search(lang)) data-say-hint="site_search";
                    button { (tongue("site_search_go", lang)) }
                }
            }
            div.tongues role="group" aria-label=(words::site_language(lang))
                data-say-label="site_language" hidden {
                @for (code, name) in [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")] {
                    button type="button" lang=(code) data-tongue=(code)
                        aria-pressed=(if code == lang.code() { "true" } else { "false" })
                        { (name) }
                }
            }
        }
    }

    /// What no page may keep to itself: that there is something which nobody could read.
    fn left_out(&self) -> Markup {
        let count = self.corpus.left_out;
        html! {
            @if count > 0 {
                p.notice role="note" { (in_all(|lang| words::site_left_out(lang, count))) }
            }
        }
    }

    fn footer(&self) -> Markup {
        let corpus: String = self.corpus.hash.chars().take(12).collect();
        let version = env!("CARGO_PKG_VERSION");
        html! {
            p.official { (tongue("site_not_official", self.lang)) }
            p.made {
                (in_all(|lang| words::site_generator(lang, version, corpus.as_str())))
            }
        }
    }
}

/// The words of a code without arguments.
pub fn said(code: &str, lang: Lang) -> &'static str {
    catalogue::entry(code).map_or("", |entry| entry.template(lang))
}

/// The words of a code in the language of the page, to be replaced when a reader chooses another.
pub fn tongue(code: &str, lang: Lang) -> Markup {
    html! { span data-say=(code) { (said(code, lang)) } }
}

/// A sentence in all three languages, of which the style sheet shows the reader's.
pub fn in_all(say: impl Fn(Lang) -> String) -> Markup {
    let [kk, ru, en] = Lang::ALL.map(say);
    if kk == ru && ru == en {
        return html! { (kk) };
    }
    html! { span.l lang="kk" { (kk) } span.l lang="ru" { (ru) } span.l lang="en" { (en) } }
}

/// JSON → a script that keeps it under a name: no character of it can end a script, a comment or a
/// line, wherever it is put.
pub fn script_of(name: &str, json: &str) -> String {
    format!("(self.nusqa=self.nusqa||{{}}).{name}={};\n", harmless(json))
}

/// JSON without the characters by which a page or an old script reader could be misled.
pub fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c if is_hidden(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Signs that are not seen, or that turn the order of the letters around them.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Words that are HTML already.
pub fn trusted(html: String) -> Markup {
    PreEscaped(html)
}

/// The name of an act's page: its number in Latin letters, `418-v`, `343-nq`.
pub fn page_name(act: &ActId) -> String {
    let number = act.number.trim_start_matches('~');
    match crate::kazakh::slug::slug(number) {
        name if name.is_empty() => "act".to_owned(),
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_a_script() {
        let json = serde_json::to_string("</script><!-- \u{2028} & ]]>").expect("JSON");
        let script = script_of("act", &json);
        for bad in ["<", ">", "&", "\u{2028}"] {
            assert!(!script.contains(bad), "{bad:?} in {script}");
        }
        let inside = script.trim_end().trim_end_matches(';');
        let inside = inside.split_once(".act=").expect("a name").1;
        let back: String = serde_json::from_str(inside).expect("JSON");
        assert_eq!(back, "</script><!-- \u{2028} & ]]>");
    }

    #[test]
    fn places_are_addressed_without_blanks() {
        let links = Links::of_folder();
        let place = links.place("832", "бекітілген/8", Some("2022-01-01"));
        assert_eq!(place, "832.html#бекітілген/8@2022-01-01");
        assert_eq!(anchor("бекітілген/кесте/баған нөмірлері"), "бекітілген/кесте/баған_нөмірлері");
    }
}
