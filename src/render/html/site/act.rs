//! A book → the page of its act on a day, readable without scripts; its data lie beside it.

use super::data::{coming_change, inside};
use super::reading::{Seen, heading_level, seen, sign, words};
use super::{ACT_SCRIPTS, Shelved, comparison_name, data_name, unit};
use crate::kazakh::noun::Case;
use crate::model::certainty::{Certainty, Status};
use crate::model::kind::Kind;
use crate::query::book::Book;
use crate::query::upcoming::Upcoming;
use crate::render::citation::label;
use crate::render::html::{Basis, Frame, Here, Links, anchor, in_all, linked, tongue, trusted};
use crate::render::messages::catalogue::{evidence, pages, site as say, states};
use crate::render::messages::{Lang, act_names, days};
use jiff::civil::Date;
use maud::{Markup, html};

/// What the page of an act is made of, beside the book.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The language in which it is written.
    pub lang: Lang,
    /// How other pages are addressed.
    pub links: &'a Links,
    /// The hash of the corpus.
    pub corpus: Basis<'a>,
    /// The folder of the corpus, as the paths of its files begin.
    pub folder: &'a str,
    /// The day whose text stands in it.
    pub day: Date,
}

/// The page; `coming` are the act's changes to come.
pub fn page(shelved: &Shelved, coming: &[Upcoming], setting: Setting<'_>) -> String {
    let Setting { lang, links, corpus, folder, day } = setting;
    let book = &shelved.book;
    let stretch = book.stretch(day);
    let main = html! {
        (head(book, folder, lang))
        (controls(book, day, lang))
        (about_the_day(book, day, stretch, lang))
        (to_come(coming, lang))
        div.columns {
            nav.contents aria-label=(say::site_contents(lang)) data-say-label="site_contents" {
                details open {
                    summary { (tongue("site_contents", lang)) }
                    div #contents lang="kk" { (contents(book, stretch)) }
                }
            }
            div.reading {
                div #message role="alert" {}
                div #compare hidden data-file=(links.file(&comparison_name(&shelved.name))) {}
                article #text aria-label=(say::site_text(lang)) data-say-label="site_text"
                    data-day=(day) { (unit::units(book, stretch, lang)) }
            }
            aside #panel hidden aria-label=(say::site_panel(lang)) data-say-label="site_panel" {}
        }
        div #origin hidden aria-live="polite" {}
        script type="application/ld+json" {
            (trusted(linked::data_block(&linked::legislation(&shelved.state, None))))
        }
    };
    let name = act_names::title_case(&book.act.id, lang);
    let title = book.act.title.as_ref().map(|title| format!("{title} – {name}"));
    let data = [data_name(&shelved.name)];
    let scripts = data.into_iter().chain(ACT_SCRIPTS.iter().map(|name| (*name).to_owned()));
    let frame = Frame {
        lang,
        links,
        title: title.unwrap_or(name),
        here: Here::Act,
        act: Some(&shelved.name),
        corpus,
        scripts: scripts.collect(),
    };
    frame.around(&main)
}

fn head(book: &Book, folder: &str, lang: Lang) -> Markup {
    let act = &book.act;
    let former = act.titles.iter().filter(|title| Some(*title) != act.title.as_ref());
    let former: Vec<&String> = former.collect();
    html! {
        header.act {
            p.name { (in_all(|lang| act_names::title_case(&act.id, lang))) }
            h1 {
                @match &act.title {
                    Some(title) => span lang="kk" { (title) },
                    None => (in_all(|lang| act_names::title_case(&act.id, lang))),
                }
            }
            details.requisites {
                summary { (tongue("site_requisites", lang)) }
                dl {
                    dt { (tongue("site_adopted", lang)) }
                    dd { (in_all(|lang| days::day(act.id.adopted.0, Case::Nominative, lang))) }
                    dt { (tongue("site_horizon", lang)) }
                    dd {
                        @match act.horizon {
                            Some(day) => (in_all(|lang| days::day(day, Case::Nominative, lang))),
                            None => (tongue("site_horizon_unknown", lang)),
                        }
                    }
                    dt { (tongue("site_texts", lang)) }
                    @for witness in &act.witnesses {
                        dd {
                            code { (inside(&witness.file, folder)) } " – "
                            (in_all(|lang| evidence::role(&witness.role, lang)))
                        }
                    }
                    @if act.witnesses.is_empty() {
                        dd { (in_all(pages::acts_known_from_orders)) }
                    }
                    @if !former.is_empty() {
                        dt { (tongue("site_former_titles", lang)) }
                        @for title in former { dd lang="kk" { (title) } }
                    }
                    dt { (tongue("site_iri", lang)) }
                    dd { code { (act.id.iri()) } }
                }
            }
        }
    }
}

fn controls(book: &Book, day: Date, lang: Lang) -> Markup {
    let number = book.act.id.number.trim_start_matches('~');
    let command = format!("nusqa show {number} --on 2022-01-01");
    html! {
        noscript { p.notice { (in_all(|lang| say::site_no_script(lang, command.as_str()))) } }
        form #days .days hidden aria-label=(say::site_day_choice(lang))
            data-say-label="site_day_choice" {
            div.choice {
                label for="day" { (tongue("site_day", lang)) }
                button #before type="button" { span aria-hidden="true" { "◀ " }
                    span.sr { (tongue("site_day_before", lang)) } }
                input #day type="date" required value=(day) aria-describedby="day-said";
                span #day-said .day-said data-day-of="day" {}
                button #after type="button" { span aria-hidden="true" { " ▶" }
                    span.sr { (tongue("site_day_after", lang)) } }
                button #compare-open type="button" { (tongue("site_compare", lang)) }
            }
            div #timeline .timeline {
                input #slide type="range" aria-label=(say::site_timeline(lang))
                    data-say-label="site_timeline" aria-describedby="timeline-help";
            }
        }
        div #about-timeline .about-timeline hidden {
            p #timeline-help .help { (tongue("site_timeline_help", lang)) }
            details #all-days { summary { (tongue("site_days_of_change", lang)) } ol {} }
        }
    }
}

/// Changes of the act that do not surely hold yet.
fn to_come(coming: &[Upcoming], lang: Lang) -> Markup {
    if coming.is_empty() {
        return html! {};
    }
    html! {
        details #coming .coming {
            summary { span aria-hidden="true" { "⏳ " } (tongue("site_coming_here", lang))
                ": " b { (coming.len()) } }
            ul {
                @for change in coming {
                    @let day = change.valid_from.window.latest.or(change.valid_from.window.earliest);
                    @let place = match change.address.is_whole() {
                        true => String::new(),
                        false => anchor(&change.address.to_string()),
                    };
                    li {
                        @if let Some(day) = day {
                            a lang="kk" href={ "#" (place) "@" (day) } { (label(&change.address)) }
                        } @else { span lang="kk" { (label(&change.address)) } }
                        " – " (in_all(|lang| coming_change(change, lang)))
                    }
                }
            }
        }
    }
}

fn about_the_day(book: &Book, day: Date, stretch: usize, lang: Lang) -> Markup {
    let leaves = || book.places.iter().filter_map(|place| place.leaf(stretch));
    let count = |certainty: Certainty| {
        leaves().filter(|leaf| seen(leaf) == Seen::Words && leaf.own == certainty).count()
    };
    let seen_as = |one: Seen| leaves().filter(|leaf| seen(leaf) == one).count();
    let known = Certainty::ALL.iter().rev().filter(|one| **one != Certainty::Unknown);
    let states = [
        ("?", "gap", Seen::Gap, "site_state_gap"),
        ("≷", "open", Seen::Open, "site_state_open"),
        ("✕", "gone", Seen::Gone, "site_state_gone"),
        ("‖", "suspended", Seen::Suspended, "site_state_suspended"),
    ];
    let status = book.whole.get(stretch).map(|(status, _)| *status);
    let notice = match status {
        Some(Status::NotYet) => Some("site_act_not_yet"),
        Some(Status::Repealed) => Some("site_act_repealed"),
        Some(Status::Unknown) => Some("site_act_unknown"),
        _ => None,
    };
    html! {
        p #shown .shown aria-live="polite" { (in_all(|lang| say::site_shown(lang, day))) }
        section.about-day {
            p.axis { (tongue("site_axis", lang)) }
            p.cited { code #cited { (book.act.id.iri()) "/kaz:" (day) } }
            div #notice {
                @if let Some(code) = notice { p.notice { (tongue(code, lang)) } }
                @if let Some(horizon) = book.act.horizon.filter(|horizon| *horizon < day) {
                    p.notice {
                        (in_all(|lang| say::site_after_horizon(lang, horizon))) " "
                        a href={ "#@" (horizon) } { (tongue("site_go_to_horizon", lang)) }
                    }
                }
            }
            ul #legend .legend aria-label=(say::site_legend(lang)) data-say-label="site_legend" {
                @for certainty in known {
                    li class={ "c-" (certainty.name()) } data-certainty=(certainty.name())
                        hidden[count(*certainty) == 0] {
                        span.sign aria-hidden="true" { (sign(*certainty)) } " "
                        span data-say={ "certainty_" (certainty.name()) } {
                            (states::certainty(*certainty, lang))
                        } " "
                        b { (count(*certainty)) }
                    }
                }
                @for (sign, name, state, code) in states {
                    li class={ "s-" (name) } data-seen=(name) hidden[seen_as(state) == 0] {
                        span.sign aria-hidden="true" { (sign) } " " (tongue(code, lang)) " "
                        b { (seen_as(state)) }
                    }
                }
            }
        }
    }
}

/// Headings of a day; where there are none, nothing.
fn contents(book: &Book, stretch: usize) -> Markup {
    let headings = book.places.iter().filter_map(|place| {
        let leaf = place.leaf(stretch)?;
        let level = heading_level(place).filter(|_| place.kind != Kind::Title)?;
        let shown = matches!(seen(leaf), Seen::Words | Seen::Container | Seen::Gone | Seen::Gap);
        let said = words(place, leaf).map(|(number, rest)| format!("{number}{rest}"));
        shown.then(|| (level, &place.address, said.unwrap_or_else(|| label(&place.address))))
    });
    html! {
        ul {
            @for (level, address, said) in headings {
                li class={ "l" (level) } {
                    a href={ "#" (anchor(&address.to_string())) } { (said) }
                }
            }
        }
    }
}
