//! Orders carried out, for people: the new text or a redline of what changed, and every order
//! that was not carried out, with the reason.

use super::marked::marked;
use super::page::{Page, Width, excerpt};
use super::style;
use crate::amend::apply::redline::{ChangeKind, Redline};
use crate::amend::apply::{Carried, DraftUnit};
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;
use crate::model::tree::PrintedStatus;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{pages, papers, problems, states};
use crate::render::wire::apply::Trial;

const INDENT: usize = 2;
/// Near places and forms left behind that are listed of each order; JSON has all.
const LISTED: usize = 6;

/// How the page is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    /// Columns.
    pub width: Width,
    /// True to show what changed instead of the whole text.
    pub diff: bool,
    /// True where colours are seen; else signs stand for them.
    pub styled: bool,
}

/// The page of a trial.
pub fn page(trial: Trial<'_>, drawing: Drawing, lang: Lang) -> String {
    let mut page = Page::new(drawing.width);
    if drawing.diff {
        for line in trial.changes {
            redline(&mut page, line, drawing.styled, lang);
        }
        if trial.changes.is_empty() {
            page.words(0, style::QUIET, &pages::redline_none(lang));
        }
    } else {
        for unit in trial.draft.units() {
            paragraph(&mut page, unit, lang);
        }
    }
    page.blank();
    let done = trial.orders.iter().filter(|(_, carried)| carried.applied()).count();
    let all = trial.orders.len();
    let colour = if done == all { style::GOOD } else { style::FAULT };
    let summary = match all {
        0 => pages::orders_none(lang),
        all => pages::orders_done(lang, done, all),
    };
    page.words(0, colour, &summary);
    for (order, carried) in trial.orders {
        outcome(&mut page, order, carried, lang);
    }
    page.finish()
}

/// Which text was taken, under the page; nothing where there is nothing to say.
pub fn note(note: Option<&str>, width: Width, lang: Lang) -> String {
    let mut page = Page::new(width);
    if let Some(note) = note {
        page.blank();
        let (taken, other) = (papers::table_base_day(lang), papers::table_other_day(lang));
        page.words(0, style::WARNING, &format!("{taken}: {note}; {other}"));
    }
    page.finish()
}

fn paragraph(page: &mut Page, unit: &DraftUnit, lang: Lang) {
    let weight = match unit.kind {
        Kind::Title | Kind::Article => style::HEADING,
        kind if kind.is_grouping() => style::HEADING,
        _ => style::PLAIN,
    };
    if unit.heading.is_some() {
        page.blank();
    }
    let unknown = pages::wording_unknown(lang);
    let words = unit.text.as_deref().unwrap_or(&unknown);
    match unit.status {
        PrintedStatus::InForce => page.words(0, weight, words),
        status => {
            let state = states::printed_status(status, lang);
            page.words(0, style::QUIET, &format!("{words} [{state}]"));
        }
    }
}

fn redline(page: &mut Page, line: &Redline, styled: bool, lang: Lang) {
    let address = match line.address.is_whole() {
        true => pages::whole_act(lang),
        false => line.address.to_string(),
    };
    let (sign, colour) = match line.change {
        ChangeKind::Added => ("+ ", style::GOOD),
        ChangeKind::Removed => ("- ", style::FAULT),
        ChangeKind::Changed => ("~ ", style::WARNING),
    };
    page.line(&[(colour, sign), (style::FIELD, &address)]);
    page.runs(INDENT, &marked(&line.words, styled));
}

fn outcome(page: &mut Page, order: &Instruction, carried: &Carried, lang: Lang) {
    let left = carried.occurrences.iter().flat_map(|found| &found.left_behind);
    let left: Vec<String> =
        left.take(LISTED).map(|(address, words)| format!("{address} «{words}»")).collect();
    if carried.problem.is_none() && left.is_empty() {
        return;
    }
    page.blank();
    let line = pages::check_line(lang, order.span.lines.0);
    let room = page.room(line.len() + INDENT);
    let words = excerpt(&order.quote, room);
    page.line(&[(style::QUIET, &line), (style::PLAIN, "  "), (style::PLAIN, &words)]);
    if let Some(problem) = carried.problem {
        let reason = pages::order_not_done(lang, problems::message(problem, lang));
        page.words(INDENT, style::FAULT, &reason);
        let near: Vec<String> =
            carried.candidates.iter().take(LISTED).map(ToString::to_string).collect();
        if !near.is_empty() {
            page.words(INDENT, style::PLAIN, &pages::order_near(lang, near.join(", ")));
        }
    }
    if !left.is_empty() {
        page.words(INDENT, style::WARNING, &pages::order_left_behind(lang, left.join(", ")));
    }
}
