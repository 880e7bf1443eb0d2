//! The acts of the corpus as a list: name, title, texts and horizon; then the acts that are
//! only named by others.

use super::page::{Page, Width};
use super::style;
use crate::query::answer::ActInfo;
use crate::render::messages::catalogue::{evidence, pages};
use crate::render::messages::{Lang, act_names};

const INDENT: usize = 2;

/// The page of a list of acts.
pub fn page(acts: &[ActInfo], width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    if acts.is_empty() {
        page.words(0, style::PLAIN, &pages::acts_none(lang));
    }
    let (named, known): (Vec<_>, Vec<_>) = acts.iter().partition(|act| act.referenced);
    for (place, act) in known.iter().enumerate() {
        if place > 0 {
            page.blank();
        }
        entry(&mut page, act, lang);
    }
    if !named.is_empty() {
        if !known.is_empty() {
            page.blank();
        }
        page.words(0, style::HEADING, &format!("{}:", pages::acts_referenced(lang)));
        for act in named {
            page.words(INDENT, style::PLAIN, &act_names::title_case(&act.id, lang));
        }
    }
    page.finish()
}

fn entry(page: &mut Page, act: &ActInfo, lang: Lang) {
    page.words(0, style::HEADING, &act_names::title_case(&act.id, lang));
    match &act.title {
        Some(title) => page.words(INDENT, style::PLAIN, &format!("«{title}»")),
        None => page.words(INDENT, style::QUIET, &pages::acts_untitled(lang)),
    }
    page.words(INDENT, style::QUIET, &act.id.iri());
    if let Some(horizon) = act.horizon {
        page.words(INDENT, style::PLAIN, &pages::acts_horizon(lang, horizon));
    }
    if act.witnesses.is_empty() {
        page.words(INDENT, style::QUIET, &pages::acts_known_from_orders(lang));
    }
    for witness in &act.witnesses {
        let role = evidence::role(&witness.role, lang);
        page.words(INDENT, style::PLAIN, &format!("{} ({role})", witness.file));
    }
}
