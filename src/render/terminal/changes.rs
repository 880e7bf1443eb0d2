//! What changed between two builds as a list: act by act, place by place.

use super::page::{Page, Width};
use super::style;
use crate::index::{ActChange, Build, Turn};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::builds::lines as builds;

const INDENT: usize = 2;

/// The page of the acts that differ.
pub fn page(since: &Build, acts: &[ActChange], width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    let corpus = since.corpus.as_str();
    let heading = match since.day {
        Some(day) => builds::changes_heading(lang, acts.len(), day, corpus),
        None => builds::changes_heading_undated(lang, acts.len(), corpus),
    };
    page.words(0, style::HEADING, &heading);
    for act in acts {
        page.blank();
        let turn = turn(act.turn, lang);
        page.line(&[(style::HEADING, &act.act), (style::PLAIN, &format!("  {turn}"))]);
        if act.turn != Turn::Changed {
            continue;
        }
        if act.facts {
            page.words(INDENT, style::PLAIN, &builds::changes_facts(lang));
        }
        if act.printed {
            page.words(INDENT, style::QUIET, &builds::changes_evidence(lang));
        }
        for kind in [Turn::Added, Turn::Changed, Turn::Removed] {
            let places = act.places.iter().filter(|(_, turn)| *turn == kind);
            let places: Vec<&str> = places.map(|(address, _)| address.as_str()).collect();
            if !places.is_empty() {
                let line = format!("{}: {}", self::turn(kind, lang), places.join(", "));
                page.words(INDENT, style::PLAIN, &line);
            }
        }
    }
    page.finish()
}

fn turn(turn: Turn, lang: Lang) -> String {
    match turn {
        Turn::Added => builds::changes_added(lang),
        Turn::Removed => builds::changes_removed(lang),
        Turn::Changed => builds::changes_changed(lang),
    }
}
