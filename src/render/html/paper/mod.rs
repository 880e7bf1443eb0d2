//! Answers as papers: HTML files that hold everything they need, run nothing, and print on A4 as
//! the enclosure of a lawyer's letter. The words of the law are marked as Kazakh, the words
//! around them as the reader's language.

pub mod comparison;
pub mod evidence;
pub mod redline;
mod words;

use super::policy;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::papers;
use crate::render::printable::printable;
use crate::render::wire::Generator;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const TOKENS: &str = include_str!("../tokens.css");
const STYLE: &str = include_str!("paper.css");
const LANDSCAPE: &str = "@page { size: A4 landscape; }\n.paper { max-width: 277mm; }\n";

/// The frame of a paper.
struct Frame<'a> {
    /// What the paper is called.
    name: String,
    /// What it is about, for the title of the window.
    about: &'a str,
    /// True for a paper that needs the width of a sheet turned on its side.
    landscape: bool,
    /// JSON-LD that the file carries, ready to stand in its element.
    data: Option<String>,
    /// What made it.
    generator: &'a Generator,
}

impl Frame<'_> {
    /// The file around the content of a paper.
    fn document(&self, content: &Markup, lang: Lang) -> String {
        let turned = if self.landscape { LANDSCAPE } else { "" };
        let style = format!("{TOKENS}{STYLE}{turned}");
        let title = format!("{} – {}", printable(self.about), self.name);
        let page = html! {
            (DOCTYPE)
            html lang=(lang.code()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy::with_style(&style));
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="generator" content={ "nusqa " (self.generator.version) };
                    title { (title) }
                    style { (PreEscaped(&style)) }
                    @if let Some(data) = &self.data {
                        script type="application/ld+json" { (PreEscaped(data)) }
                    }
                }
                body {
                    div class="paper" {
                        header class="band" {
                            span class="mark" { "nusqa" }
                            span class="name" { (self.name) }
                        }
                        main { (content) }
                        footer class="foot" {
                            p { (papers::paper_not_official(lang)) }
                            p class="made" { (made_by(self.generator, lang)) }
                        }
                    }
                }
            }
        };
        let mut file = page.into_string();
        file.push('\n');
        file
    }
}

/// Which program made a paper, of which corpus.
pub(in crate::render) fn made_by(generator: &Generator, lang: Lang) -> String {
    let made = papers::paper_made_by(lang, &generator.version);
    let corpus = match &generator.corpus {
        Some(hash) => papers::paper_corpus(lang, hash),
        None => papers::paper_no_corpus(lang),
    };
    format!("{made}. {corpus}.")
}

/// A named value of a list; nothing where there is no value.
fn field(name: &str, values: &[Markup]) -> Markup {
    html! {
        @if !values.is_empty() {
            div class="field" {
                dt { (name) }
                dd { @for value in values { p { (value) } } }
            }
        }
    }
}

/// Words of ours as values of a field.
fn plain(values: impl IntoIterator<Item = String>) -> Vec<Markup> {
    values.into_iter().map(|value| html! { (ours(&value)) }).collect()
}

/// Words of ours; a number is not parted from its sign.
fn ours(words: &str) -> String {
    printable(words).replace("№ ", "№\u{a0}")
}

/// Words of the law, or its citations, as a value of a field.
fn kazakh(words: &str) -> Markup {
    html! { span lang="kk" { (printable(words)) } }
}
