//! Changes to come → their page: by day, each with what it makes of which provision.

use super::act::Setting;
use crate::model::act::ActId;
use crate::query::upcoming::Upcoming;
use crate::render::citation::label;
use crate::render::html::{Frame, Here, in_all, tongue};
use crate::render::messages::catalogue::{following, large, site as say, states};
use crate::render::messages::{act_names, days, explanation};
use jiff::civil::Date;
use maud::{Markup, html};

/// The most changes that the page tells: more than that nobody reads, and no browser shows well.
const MOST: usize = 2000;

/// Changes to come, the earliest first, as many as the page tells; and how many there are.
#[derive(Clone, Debug, Default)]
pub struct Coming {
    changes: Vec<Upcoming>,
    all: usize,
}

impl Coming {
    /// Takes in the changes of another act. Acts come in one order, and changes of one moment keep
    /// it.
    pub fn add(&mut self, changes: Vec<Upcoming>) {
        self.all += changes.len();
        self.changes.extend(changes);
        if self.changes.len() > 2 * MOST {
            self.settle();
        }
    }

    fn settle(&mut self) {
        self.changes.sort_by(Upcoming::in_time);
        self.changes.truncate(MOST);
    }

    /// The changes, in order, and how many more there are.
    pub fn told(mut self) -> (Vec<Upcoming>, usize) {
        self.settle();
        let more = self.all - self.changes.len();
        (self.changes, more)
    }
}

/// The page of the changes that do not surely hold yet on a day, and of how many more it does not
/// tell; `None` where too many acts would have to be read for it. `page_of` finds pages of acts.
pub fn page(
    told: Option<(&[Upcoming], usize)>,
    after: Date,
    page_of: &dyn Fn(&ActId) -> Option<String>,
    setting: Setting<'_>,
) -> String {
    let lang = setting.lang;
    let (changes, more) = told.unwrap_or_default();
    let groups = changes
        .chunk_by(|a, b| (&a.act.id, a.valid_from.window) == (&b.act.id, b.valid_from.window));
    let main = html! {
        header.act {
            h1 { (tongue("site_upcoming", lang)) }
            p.name { (in_all(|lang| say::site_upcoming_of(lang, after))) }
        }
        @if told.is_none() {
            p.notice { (in_all(large::upcoming_too_many)) }
            pre { code { "nusqa upcoming --after " (after) } }
        } @else if changes.is_empty() { p.notice { (tongue("site_upcoming_empty", lang)) } }
        @for group in groups { (together(group, page_of, setting)) }
        @if more > 0 { p.notice { (in_all(|lang| large::upcoming_more(lang, more))) } }
    };
    let frame = Frame {
        lang,
        links: setting.links,
        title: format!("{} – {}", say::site_upcoming(lang), say::site_name(lang)),
        here: Here::Upcoming,
        act: None,
        corpus: setting.corpus,
        scripts: Vec::new(),
    };
    frame.around(&main)
}

/// Changes of one act in one window.
fn together(
    group: &[Upcoming],
    page_of: &dyn Fn(&ActId) -> Option<String>,
    setting: Setting<'_>,
) -> Markup {
    let Some(first) = group.first() else { return html! {} };
    let window = first.valid_from.window;
    let page = page_of(&first.act.id);
    html! {
        section.entry {
            h2 { (in_all(|lang| explanation::capitalised(&days::from(window, lang)))) }
            p.name { (in_all(|lang| act_names::title_case(&first.act.id, lang))) }
            @if explanation::rule(&first.valid_from, setting.lang).is_some() {
                p.why { (in_all(|lang| explanation::rule(&first.valid_from, lang).unwrap_or_default())) }
            }
            ul.changes { @for change in group { (one(change, page.as_deref(), setting)) } }
        }
    }
}

fn one(change: &Upcoming, page: Option<&str>, setting: Setting<'_>) -> Markup {
    let address = change.address.to_string();
    let lang = setting.lang;
    let day = change.valid_from.window.latest.or(change.valid_from.window.earliest);
    let day = day.map(|day| day.to_string());
    let place = match change.address.is_whole() {
        true => String::new(),
        false => address,
    };
    html! {
        li {
            @match page {
                Some(page) => a lang="kk" href=(setting.links.place(page, &place, day.as_deref())) {
                    (label(&change.address))
                },
                None => span lang="kk" { (label(&change.address)) },
            }
            " – " b { (in_all(|lang| following::turn(change.turn, lang))) }
            @if let Some(act) = &change.by {
                span.by { ", " (in_all(|lang| act_names::title_case(act, lang))) }
            }
            @match &change.text {
                Some(text) => blockquote lang="kk" { (text) },
                None if change.planned => p.why { (in_all(following::upcoming_planned)) },
                None => {},
            }
            @if change.text.is_some() {
                p.why.certainty class={ "c-" (change.certainty.name()) } {
                    (tongue("site_how_sure", lang)) ": "
                    (in_all(|lang| states::certainty(change.certainty, lang)))
                }
            }
        }
    }
}
