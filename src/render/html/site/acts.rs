//! The acts of an index, or a part of them → the first page: each with what is known of it, then
//! those only named.

use super::Shelved;
use super::act::Setting;
use crate::kazakh::noun::Case;
use crate::model::act::ActId;
use crate::query::answer::ActInfo;
use crate::render::html::{Frame, Here, in_all, said, tongue};
use crate::render::messages::catalogue::large;
use crate::render::messages::catalogue::{pages, site as say};
use crate::render::messages::{act_names, days};
use jiff::civil::Date;
use maud::{Markup, html};

/// What the first page tells of an act.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The name of its page.
    name: String,
    id: ActId,
    title: Option<String>,
    horizon: Option<Date>,
    texts: usize,
    /// How many units it has on the day of the page, and on how many days any of them turned;
    /// `None` where nobody counted, since that takes every version of the act.
    counted: Option<(usize, usize)>,
}

impl Entry {
    /// What is known of an act without its versions.
    pub fn of(act: &ActInfo, name: &str) -> Entry {
        Entry {
            name: name.to_owned(),
            id: act.id.clone(),
            title: act.title.clone(),
            horizon: act.horizon,
            texts: act.witnesses.len(),
            counted: None,
        }
    }

    /// The same with its units of a day counted.
    pub fn counted(shelved: &Shelved, day: Date) -> Entry {
        let book = &shelved.book;
        let stretch = book.stretch(day);
        let leaves = book.places.iter().filter_map(|place| place.leaf(stretch));
        let units = leaves.filter(|leaf| leaf.listed).count();
        let turns = book.places.iter().flat_map(|place| place.versions.windows(2));
        let mut turns: Vec<_> = turns.map(|pair| pair[1].valid_from.moment()).collect();
        turns.sort();
        turns.dedup();
        Entry { counted: Some((units, turns.len())), ..Entry::of(&book.act, &shelved.name) }
    }
}

/// Which of all acts stand on a page.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// Acts with pages.
    pub known: &'a [Entry],
    /// Acts that are only named.
    pub named: &'a [ActId],
    /// How many acts are only named, on this page or on others.
    pub all_named: usize,
    /// How many acts stand on pages before this one; those with pages are counted first.
    pub from: usize,
    /// How many acts there are.
    pub all: usize,
    /// How many of them a page has.
    pub most: usize,
}

impl Part<'_> {
    /// The acts of this page as people count them, from the first to the last.
    fn range(&self) -> (usize, usize) {
        (self.from + 1, self.from + self.known.len() + self.named.len())
    }

    fn is_whole(&self) -> bool {
        self.known.len() + self.named.len() == self.all
    }
}

/// The page.
pub fn page(part: Part<'_>, setting: Setting<'_>) -> String {
    let lang = setting.lang;
    let main = html! {
        header.act { h1 { (tongue("site_about", lang)) } }
        form.search role="search" action=(setting.links.page("search")) method="get" {
            label for="q" { (tongue("site_search_words", lang)) }
            input #q type="search" name="q" maxlength="500" placeholder=(said("site_search_hint", lang))
                data-say-hint="site_search_hint";
            button { (tongue("site_search_go", lang)) }
        }
        @if !part.is_whole() {
            @let (first, last) = part.range();
            p.why { (in_all(|lang| large::acts_part(lang, first, last, part.all))) }
            (pager(part, setting))
        }
        @if part.is_whole() || !part.known.is_empty() { h2 { (tongue("site_acts_known", lang)) } }
        ol.acts { @for entry in part.known { (one(entry, setting)) } }
        @if !part.named.is_empty() {
            details.named open[part.known.is_empty() && part.from > 0] {
                summary { (in_all(|lang| say::site_acts_named(lang, part.all_named))) }
                p { (tongue("site_acts_why_named", lang)) }
                ul { @for act in part.named {
                    li { (in_all(|lang| act_names::title_case(act, lang))) }
                } }
            }
        }
        @if !part.is_whole() { (pager(part, setting)) }
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

/// Links to the pages before and after: the nearest, the first and the last.
fn pager(part: Part<'_>, setting: Setting<'_>) -> Markup {
    let lang = setting.lang;
    let page = |from: usize| format!("{}?from={from}", setting.links.page("index"));
    let most = part.most.max(1);
    let last = part.all.saturating_sub(1) / most * most;
    let before = part.from.checked_sub(1).map(|_| part.from.saturating_sub(most));
    let after = (part.from < last).then(|| part.from + most);
    html! {
        nav.pager aria-label=(large::acts_pages(lang)) {
            @if let Some(before) = before {
                a href=(page(0)) { (in_all(large::acts_first)) }
                a rel="prev" href=(page(before)) { (in_all(large::acts_before)) }
            }
            @if let Some(after) = after {
                a rel="next" href=(page(after)) { (in_all(large::acts_after)) }
                a href=(page(last)) { (in_all(large::acts_last)) }
            }
        }
    }
}

fn one(entry: &Entry, setting: Setting<'_>) -> Markup {
    let lang = setting.lang;
    html! {
        li {
            a.title href=(setting.links.page(&entry.name)) {
                @match &entry.title {
                    Some(title) => span lang="kk" { (title) },
                    None => (in_all(pages::acts_untitled)),
                }
            }
            p.name { (in_all(|lang| act_names::title_case(&entry.id, lang))) }
            dl.facts {
                div { dt { (tongue("site_acts_known_to", lang)) } dd {
                    @match entry.horizon {
                        Some(day) => (in_all(|lang| days::day(day, Case::Nominative, lang))),
                        None => (tongue("site_horizon_unknown", lang)),
                    }
                } }
                div { dt { (tongue("site_acts_texts", lang)) } dd {
                    @match entry.texts {
                        0 => (tongue("site_acts_no_text", lang)),
                        count => (count),
                    }
                } }
                @if let Some((units, turns)) = entry.counted {
                    div { dt { (tongue("site_acts_units", lang)) } dd { (units) } }
                    div { dt { (tongue("site_acts_turns", lang)) } dd { (turns) } }
                }
            }
        }
    }
}
