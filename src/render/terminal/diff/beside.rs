//! A comparison in two columns: the wording of the first day beside that of the second one,
//! paragraph by paragraph.

use super::{View, causes, context, entry};
use crate::kazakh::noun::Case;
use crate::model::address::Address;
use crate::query::diff::told::{Entry, Told};
use crate::query::diff::words::{Op, Run};
use crate::query::diff::{Comparison, Side, Unit};
use crate::render::citation::label;
use crate::render::messages::catalogue::diff;
use crate::render::messages::{Lang, days};
use crate::render::terminal::page::Page;
use crate::render::terminal::style;
use anstyle::Style;

const GAP: &str = " │ ";

/// Prints the entries.
pub fn list(
    page: &mut Page,
    comparison: &Comparison,
    entries: &[&Entry<'_>],
    view: &View,
    lang: Lang,
) {
    let room = page.room(0).unwrap_or(super::WIDE);
    let columns = (room - GAP.chars().count()) / 2;
    page.blank();
    let day = |date| {
        let day = days::day(date, Case::Nominative, lang);
        vec![(style::FIELD, day)]
    };
    let dates = [day(comparison.before.ask.date), day(comparison.after.ask.date)];
    page.beside(columns, GAP, [&dates[0], &dates[1]]);
    let mut around: Vec<Address> = Vec::new();
    for one in entries {
        context(page, comparison, &one.unit.groups, &mut around);
        page.blank();
        let told = one.unit.told();
        if told != Told::Same {
            entry::title(page, comparison, one, lang);
        }
        for line in one.lines().into_iter().filter(|_| told != Told::Open) {
            let unit = line.unit;
            if line.apart {
                let place = || diff::diff_apart(lang, label(&unit.address));
                let cell = |side: &Side| -> Vec<(Style, String)> {
                    side.text.iter().map(|_| (style::QUIET, place())).collect()
                };
                let cells = [cell(&unit.before), cell(&unit.after)];
                if cells.iter().any(|cell| !cell.is_empty()) {
                    page.beside(columns, GAP, [&cells[0], &cells[1]]);
                }
                continue;
            }
            let left = cell(unit, &unit.before, Op::Delete, view.styled, lang);
            let right = cell(unit, &unit.after, Op::Insert, view.styled, lang);
            if !left.is_empty() || !right.is_empty() {
                page.beside(columns, GAP, [&left, &right]);
            }
        }
        if told != Told::Same {
            entry::alternatives(page, comparison, one, lang);
            causes(page, comparison, one, lang);
        }
    }
}

/// The words of a unit on one day, with those marked that the other day does not have.
fn cell(unit: &Unit, side: &Side, own: Op, styled: bool, lang: Lang) -> Vec<(Style, String)> {
    if side.hidden && unit.told_with.is_none() {
        return vec![(style::FAULT, diff::diff_wording_unknown(lang))];
    }
    if unit.words.is_empty() {
        return side.text.iter().map(|text| (style::PLAIN, text.clone())).collect();
    }
    let runs: Vec<Run> = unit
        .words
        .iter()
        .filter(|run| run.op == own || run.op == Op::Equal)
        .map(|run| match (own, &run.before) {
            (Op::Delete, Some(before)) => Run { text: before.clone(), ..run.clone() },
            _ => run.clone(),
        })
        .collect();
    super::unified::marked(&runs, styled)
}
