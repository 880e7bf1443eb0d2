//! The acts of an index → the first page: each with what is known of it, then those only named.

use super::Shelved;
use super::act::Setting;
use crate::kazakh::noun::Case;
use crate::query::answer::ActInfo;
use crate::render::html::{Frame, Here, in_all, said, tongue};
use crate::render::messages::catalogue::{pages, site as say};
use crate::render::messages::{act_names, days};
use maud::{Markup, html};

/// The page.
pub fn page(shelf: &[Shelved], named: &[ActInfo], setting: Setting<'_>) -> String {
    let lang = setting.lang;
    let main = html! {
        header.act { h1 { (tongue("site_about", lang)) } }
        form.search role="search" action=(setting.links.page("search")) method="get" {
            label for="q" { (tongue("site_search_words", lang)) }
            input #q type="search" name="q" maxlength="500" placeholder=(said("site_search_hint", lang))
                data-say-hint="site_search_hint";
            button { (tongue("site_search_go", lang)) }
        }
        h2 { (tongue("site_acts_known", lang)) }
        ol.acts { @for shelved in shelf { (entry(shelved, setting)) } }
        @if !named.is_empty() {
            details.named {
                summary { (in_all(|lang| say::site_acts_named(lang, named.len()))) }
                p { (tongue("site_acts_why_named", lang)) }
                ul { @for act in named {
                    li { (in_all(|lang| act_names::title_case(&act.id, lang))) }
                } }
            }
        }
    };
    let frame = Frame {
        lang,
        links: setting.links,
        title: format!("{} – {}", say::site_name(lang), say::site_acts(lang)),
        here: Here::Acts,
        act: None,
        corpus: setting.corpus,
        scripts: Vec::new(),
    };
    frame.around(&main)
}

fn entry(shelved: &Shelved, setting: Setting<'_>) -> Markup {
    let (book, lang) = (&shelved.book, setting.lang);
    let act = &book.act;
    let listed = |stretch| {
        let leaves = book.places.iter().filter_map(move |place| place.leaf(stretch));
        leaves.filter(|leaf| leaf.listed).count()
    };
    let turns = book.places.iter().flat_map(|place| place.versions.windows(2));
    let mut turns: Vec<_> = turns.map(|pair| pair[1].valid_from.moment()).collect();
    turns.sort();
    turns.dedup();
    html! {
        li {
            a.title href=(setting.links.page(&shelved.name)) {
                @match &act.title {
                    Some(title) => span lang="kk" { (title) },
                    None => (in_all(pages::acts_untitled)),
                }
            }
            p.name { (in_all(|lang| act_names::title_case(&act.id, lang))) }
            dl.facts {
                div { dt { (tongue("site_acts_known_to", lang)) } dd {
                    @match act.horizon {
                        Some(day) => (in_all(|lang| days::day(day, Case::Nominative, lang))),
                        None => (tongue("site_horizon_unknown", lang)),
                    }
                } }
                div { dt { (tongue("site_acts_texts", lang)) } dd {
                    @match act.witnesses.len() {
                        0 => (tongue("site_acts_no_text", lang)),
                        count => (count),
                    }
                } }
                div { dt { (tongue("site_acts_units", lang)) }
                    dd { (listed(book.stretch(setting.day))) } }
                div { dt { (tongue("site_acts_turns", lang)) } dd { (turns.len()) } }
            }
        }
    }
}
