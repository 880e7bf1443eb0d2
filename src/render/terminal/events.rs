//! The changes of an act as a list: what happened where, by which act, between which days.

use super::page::{Page, Width, padded};
use super::style;
use crate::query::answer::ActInfo;
use crate::query::events::EventRecord;
use crate::render::messages::catalogue::{changes, pages};
use crate::render::messages::{Lang, act_names, days};
use unicode_width::UnicodeWidthStr;

/// The page of an act's changes.
pub fn page(act: &ActInfo, events: &[EventRecord], width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    page.words(0, style::HEADING, &act_names::title_case(&act.id, lang));
    let summary = match events.len() {
        0 => pages::events_none(lang),
        count => pages::events_count(lang, count),
    };
    page.words(0, style::QUIET, &summary);
    let places: Vec<String> = events.iter().map(|event| event.address.to_string()).collect();
    let column = places.iter().map(|place| place.width()).max().unwrap_or(0) + 2;
    let kinds =
        events.iter().map(|event| changes::event(event.kind, lang).width()).max().unwrap_or(0) + 2;
    let mut by = None;
    for (event, place) in events.iter().zip(&places) {
        if by != Some(&event.by) {
            page.blank();
            page.words(0, style::FIELD, &act_names::title_case(&event.by, lang));
            by = Some(&event.by);
        }
        if let Some(printed) = &event.adopted_printed {
            page.words(0, style::QUIET, &pages::event_day_printed(lang, printed));
        }
        let day = days::from(event.effect.window(&event.days), lang);
        page.line(&[
            (style::PLAIN, &padded(place, column)),
            (style::QUIET, &padded(changes::event(event.kind, lang), kinds)),
            (style::PLAIN, &day),
        ]);
    }
    page.finish()
}
