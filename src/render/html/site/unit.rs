//! A place on a day → its part of the page: sign, words, and by words whatever is not plain. The
//! script that shows other days builds the same.

use super::data::{because, condition};
use super::reading::{Seen, heading_level, indent, only_words, same_question, seen, sign, words};
use crate::model::certainty::{Certainty, Status};
use crate::model::kind::Kind;
use crate::query::answer::Alternative;
use crate::query::book::{Book, Leaf, Place};
use crate::render::citation::label;
use crate::render::html::{anchor, in_all, said, tongue};
use crate::render::messages::Lang;
use maud::{Markup, html};

/// What is between the cells of a row.
const BETWEEN: &str = " | ";

/// The class that tells what is seen of a place.
pub fn class(seen: Seen) -> &'static str {
    match seen {
        Seen::Words => "words",
        Seen::Container => "container",
        Seen::Gone => "gone",
        Seen::Suspended => "suspended",
        Seen::Open => "open",
        Seen::Gap => "gap",
        Seen::Nothing => "nothing",
    }
}

/// Every place of a stretch in blocks; nothing for what is not there.
pub fn units(book: &Book, stretch: usize, lang: Lang) -> Markup {
    let mut blocks: Vec<(usize, Vec<Markup>)> = Vec::new();
    let mut rows: Option<(usize, Vec<Markup>)> = None;
    let mut told: Option<&Leaf> = None;
    for (at, place) in book.places.iter().enumerate() {
        if super::reading::opens_block(place) || blocks.is_empty() {
            close_table(book, stretch, &mut rows, &mut blocks, lang);
            blocks.push((at, Vec::new()));
        }
        let Some(leaf) = place.leaf(stretch) else { continue };
        let seen = seen(leaf);
        if seen == Seen::Nothing {
            continue;
        }
        if let (Some(table), Some((open, lines))) = (super::reading::table_of(book, at), &mut rows)
            && table == *open
        {
            lines.push(row(at, place, leaf, lang));
            continue;
        }
        close_table(book, stretch, &mut rows, &mut blocks, lang);
        if place.kind == Kind::Table {
            rows = Some((at, Vec::new()));
            continue;
        }
        if let Some((_, units)) = blocks.last_mut() {
            let repeats = told.is_some_and(|told| same_question(told, leaf));
            told = only_words(place, leaf).map(|_| leaf);
            units.push(unit(at, place, leaf, (repeats, lang)));
        }
    }
    close_table(book, stretch, &mut rows, &mut blocks, lang);
    html! {
        @for (at, units) in &blocks {
            @if !units.is_empty() {
                section.block data-b=(at) { @for unit in units { (unit) } }
            }
        }
    }
}

fn close_table(
    book: &Book,
    stretch: usize,
    rows: &mut Option<(usize, Vec<Markup>)>,
    blocks: &mut [(usize, Vec<Markup>)],
    lang: Lang,
) {
    let Some((at, lines)) = rows.take() else { return };
    let Some(place) = book.places.get(at) else { return };
    let (Some(leaf), Some((_, units))) = (place.leaf(stretch), blocks.last_mut()) else { return };
    let head = words(place, leaf).map(|(number, rest)| format!("{number}{rest}"));
    units.push(html! {
        div class=(classes(place, leaf)) id=(anchor(&place.address.to_string())) data-p=(at) {
            (mark(place, leaf, lang))
            div.scroll tabindex="0" role="group" aria-label=(label(&place.address)) {
                table lang="kk" {
                    @if let Some(head) = &head {
                        thead { tr {
                            @for cell in head.split(BETWEEN) { th scope="col" { (cell) } }
                        } }
                    }
                    tbody { @for line in &lines { (line) } }
                }
            }
            (state(place, leaf, lang))
        }
    });
}

fn classes(place: &Place, leaf: &Leaf) -> String {
    let (kind, seen, own) = (place.kind.name(), class(seen(leaf)), leaf.own.name());
    format!("u k-{kind} s-{seen} c-{own} i{}", indent(place).min(4))
}

/// A line of a table; a line of fewer cells spans the table.
fn row(at: usize, place: &Place, leaf: &Leaf, lang: Lang) -> Markup {
    let text = words(place, leaf).map(|(number, rest)| format!("{number}{rest}"));
    let cells: Vec<&str> = text.as_deref().map_or(Vec::new(), |text| text.split(BETWEEN).collect());
    let group = place.kind == Kind::TableGroup;
    html! {
        tr class=(classes(place, leaf)) id=(anchor(&place.address.to_string())) data-p=(at) {
            @for (column, cell) in cells.iter().enumerate() {
                td colspan=[(group && cells.len() == 1).then_some("99")] {
                    @if column == 0 { (mark(place, leaf, lang)) }
                    (cell)
                }
            }
            @if cells.is_empty() {
                td colspan="99" { (mark(place, leaf, lang)) (state(place, leaf, lang)) }
            }
        }
    }
}

fn unit(at: usize, place: &Place, leaf: &Leaf, (repeats, lang): (bool, Lang)) -> Markup {
    html! {
        div class=(classes(place, leaf)) id=(anchor(&place.address.to_string())) data-p=(at) {
            (mark(place, leaf, lang))
            @if let Some((number, rest)) = words(place, leaf).filter(|_| seen(leaf) == Seen::Words) {
                (line(place, number, rest))
            } @else if seen(leaf) == Seen::Container && place.kind == Kind::Annex {
                (line(place, "", &label(&place.address)))
            } @else if let Some((number, rest)) = only_words(place, leaf) {
                (question(place, leaf, if repeats { Told::Before } else { Told::WordsFollow }, lang))
                (line(place, number, rest))
            }
            (state(place, leaf, lang))
        }
    }
}

fn line(place: &Place, number: &str, rest: &str) -> Markup {
    let words = html! {
        @if !number.is_empty() { span.no { (number.trim_end()) } " " }
        span.t { (rest) }
    };
    html! {
        @match heading_level(place) {
            Some(2) => h2.w lang="kk" { (words) },
            Some(3) => h3.w lang="kk" { (words) },
            Some(_) => h4.w lang="kk" { (words) },
            None => p.w lang="kk" { (words) },
        }
    }
}

/// The sign in the margin, which leads to the place itself and opens what is known of it.
fn mark(place: &Place, leaf: &Leaf, lang: Lang) -> Markup {
    let address = place.address.to_string();
    let (sign, code) = match seen(leaf) {
        Seen::Gone => ("✕", "site_state_gone".to_owned()),
        Seen::Suspended => ("‖", "site_state_suspended".to_owned()),
        Seen::Open => ("≷", "site_state_open".to_owned()),
        Seen::Gap => ("?", "site_state_gap".to_owned()),
        _ => (sign(leaf.own), format!("certainty_{}", leaf.own.name())),
    };
    let top = super::reading::opens_block(place);
    html! {
        a.sign href={ "#" (anchor(&address)) } tabindex=[(!top).then_some("-1")]
            aria-label=(said(&code, lang)) data-say-label=(code) { (sign) }
    }
}

/// How an open question is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// With the words of each side.
    WithWords,
    /// Without words: those of the only side that has some follow.
    WordsFollow,
    /// It repeats the one before, and is left out.
    Before,
}

/// True where a side says how sure it is. A document that has no words of its own, only parts, has
/// nothing to be sure of.
fn tells_certainty(place: &Place, side: &Alternative) -> bool {
    let bare = place.kind == Kind::Annex && side.text.is_none() && side.status == Status::InForce;
    (side.certainty, side.status) != (Certainty::Unknown, Status::Unknown) && !bare
}

/// True for what has no room for words under its question.
fn is_row(place: &Place) -> bool {
    matches!(place.kind, Kind::Table | Kind::Row | Kind::TableGroup | Kind::ColumnNumbers)
}

/// The sides of an open question. Where only one has words, these follow; the question is left out
/// where it repeats the one before.
fn question(place: &Place, leaf: &Leaf, told: Told, lang: Lang) -> Markup {
    let (repeats, words_follow) = (told == Told::Before, told != Told::WithWords);
    html! {
        div.state.question hidden[repeats] {
            @if !repeats {
                p { span.place lang="kk" { (label(&place.address)) } " – "
                    (tongue("site_one_of_these", lang)) ":" }
                @for side in &leaf.sides {
                    p.condition {
                        (in_all(|lang| condition(side, lang))) ": "
                        b { (tongue(&format!("status_{}", side.status.name()), lang)) }
                        @if tells_certainty(place, side) {
                            ", " (tongue(&format!("certainty_{}", side.certainty.name()), lang))
                        }
                    }
                    @if let Some(text) = side.text.as_ref().filter(|_| !words_follow) {
                        blockquote lang="kk" { (text) }
                    }
                }
            }
        }
    }
}

/// What is not plain, in words.
fn state(place: &Place, leaf: &Leaf, lang: Lang) -> Markup {
    let alone = leaf.reasons.len() == 1;
    let why = html! {
        @for reason in &leaf.reasons { " " (in_all(|lang| because(reason, alone, lang))) }
    };
    let address = place.address.to_string();
    let parts = leaf.unknown.iter().any(|unknown| unknown.ends_with("/*"));
    let own = leaf.unknown.iter().any(|unknown| !unknown.ends_with("/*"));
    html! {
        @match seen(leaf) {
            Seen::Gone => p.state {
                span.place lang="kk" { (label(&place.address)) } " – "
                (tongue("site_state_gone", lang)) "." span.why { (why) }
            },
            Seen::Suspended => p.state {
                span.place lang="kk" { (label(&place.address)) } " – "
                (tongue("site_state_suspended", lang)) "." span.why { (why) }
            },
            Seen::Open if is_row(place) || only_words(place, leaf).is_none() => {
                (question(place, leaf, Told::WithWords, lang))
            },
            Seen::Open => {},
            _ if own => p.state {
                span.dots aria-hidden="true" { "[…]" } " "
                span.place lang="kk" { (label(&place.address)) } " – "
                @if leaf.version.is_some() && leaf.listed { (tongue("site_state_gap", lang)) }
                @else { (tongue("site_gap_may_stand", lang)) }
                "." span.why { (why) }
            },
            _ => {},
        }
        @if parts {
            p.state.parts data-of=(address) {
                span.dots aria-hidden="true" { "[…]" } " " (tongue("site_gap_parts", lang)) "."
            }
        }
    }
}
