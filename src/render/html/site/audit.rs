//! Findings of the audit → their page: by act and place, each with both wordings and where they
//! stand printed.

use super::act::Setting;
use super::data::inside;
use crate::amend::apply::redline::Tag;
use crate::audit::finding::{Finding, FindingKind};
use crate::kazakh::noun::Case;
use crate::model::act::ActId;
use crate::model::evidence::Span;
use crate::render::citation::label;
use crate::render::html::{Frame, Here, in_all, tongue, trusted};
use crate::render::messages::catalogue::{audit as words, large, pages, site as say};
use crate::render::messages::{act_names, days};
use jiff::civil::Date;
use maud::{Markup, html};

/// What was found, act by act, put into words as it comes.
#[derive(Clone, Debug, Default)]
pub struct Sections(String);

impl Sections {
    /// Adds what was found in an act; `page` is the name of its page.
    pub fn add(
        &mut self,
        act: &ActId,
        found: &[Finding],
        page: Option<&str>,
        setting: Setting<'_>,
    ) {
        if found.is_empty() {
            return;
        }
        let section = html! {
            section.entry {
                h2 { (in_all(|lang| act_names::title_case(act, lang))) }
                p.why { (in_all(|lang| words::audit_findings(lang, found.len()))) }
                ol.findings { @for finding in found { (one(finding, page, setting)) } }
            }
        };
        self.0.push_str(&section.into_string());
    }
}

/// What the page of the findings tells.
#[derive(Clone, Debug)]
pub enum Audited {
    /// What was found.
    Done(Sections),
    /// Nothing could be compared: the corpus is not at hand.
    NoCorpus,
    /// Nothing was compared here: too many texts would have to be read.
    TooLarge,
}

/// The page of the findings by act.
pub fn page(audited: Audited, setting: Setting<'_>) -> String {
    let lang = setting.lang;
    let main = html! {
        header.act {
            h1 { (tongue("site_audit", lang)) }
            @if !matches!(audited, Audited::TooLarge) {
                p.name { (tongue("site_audit_about", lang)) }
            }
        }
        @match audited {
            Audited::NoCorpus => p.notice { (tongue("site_audit_not_done", lang)) },
            Audited::TooLarge => {
                p.notice { (in_all(large::audit_too_large)) }
                pre { code { "nusqa audit" } }
            },
            Audited::Done(found) if found.0.is_empty() => {
                p.notice { (tongue("site_audit_none", lang)) }
            },
            Audited::Done(found) => (trusted(found.0)),
        }
    };
    let frame = Frame {
        lang,
        links: setting.links,
        title: format!("{} – {}", say::site_audit(lang), say::site_name(lang)),
        here: Here::Audit,
        act: None,
        corpus: setting.corpus,
        scripts: Vec::new(),
    };
    frame.around(&main)
}

fn one(finding: &Finding, page: Option<&str>, setting: Setting<'_>) -> Markup {
    let place = match finding.address.is_whole() {
        true => html! { (in_all(pages::whole_act)) },
        false => html! { span lang="kk" { (label(&finding.address)) } },
    };
    let address = finding.address.to_string();
    html! {
        li class={ "f-" (finding.severity.name()) } {
            p {
                @match page.filter(|_| !finding.address.is_whole()) {
                    Some(page) => a href=(setting.links.place(page, &address, None)) { (place) },
                    None => (place),
                }
                " – " b { (in_all(|lang| words::severity(finding.severity, lang))) }
                ", " (in_all(|lang| words::cause(finding.cause, lang)))
            }
            p { (in_all(|lang| words::sentence(finding, lang))) }
            @if let Some(by) = &finding.by {
                p.why { (in_all(|lang| act_names::title_case(by, lang))) }
            }
            @if finding.words.is_empty() { (sides(finding)) } @else {
                p.redline lang="kk" { @for (tag, run) in &finding.words {
                    @match tag {
                        Tag::Equal => (run),
                        Tag::Delete => del { (run) },
                        Tag::Insert => ins { (run) },
                    }
                } }
            }
            @for source in &finding.sources {
                p.why { code { (printed(&source.span, setting.folder)) } " – "
                    (in_all(|lang| words::source(source.kind, lang))) }
            }
        }
    }
}

fn sides(finding: &Finding) -> Markup {
    let named = |side: &str| {
        in_all(|lang| match finding.kind {
            FindingKind::EffectDayDiffers => words::effect_named(side, lang),
            // A day stands as the readers of the page write it.
            _ => side
                .parse::<Date>()
                .map_or_else(|_| side.to_owned(), |day| days::day(day, Case::Nominative, lang)),
        })
    };
    html! {
        dl.sides {
            @if let Some(side) = &finding.expected {
                dt { (in_all(|lang| words::sides(finding.kind, lang).0)) } dd { (named(side)) }
            }
            @if let Some(side) = &finding.found {
                dt { (in_all(|lang| words::sides(finding.kind, lang).1)) } dd { (named(side)) }
            }
        }
    }
}

/// A stretch of a text: `file:78-98`.
fn printed(span: &Span, folder: &str) -> String {
    let file = inside(&span.source.file, folder);
    match span.lines {
        (first, last) if first == last => format!("{file}:{first}"),
        (first, last) => format!("{file}:{first}-{last}"),
    }
}
