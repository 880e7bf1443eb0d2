//! Provisions that have the words asked for → those of them whose words around these changed
//! between two days.

use super::group::Group;
use super::hit::Finder;
use super::plan::Planned;
use super::standing::{Stood, places, standing};
use super::why::Why;
use super::{Hit, Open};
use crate::kazakh::token::Token;
use crate::model::certainty::Status;
use crate::query::compose::GAP;
use crate::query::engine::Refusal;
use jiff::civil::Date;
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A change this many words away from a word asked for stands beside it.
const NEAR: usize = 8;
/// Provisions that are compared for one question.
const MOST: usize = 400;

/// What is known of the words of a provision between two days.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Those around the words asked for changed.
    Changed,
    /// They did not.
    Same,
    /// The words of one of the days, or parts of them, are not known.
    Open,
}

impl Finder<'_> {
    /// The hits, how many provisions there are, and those of which it is not known whether they
    /// changed.
    pub(super) fn changed(
        &mut self,
        planned: &Planned,
        groups: &[Group<'_>],
        (from, to): (Date, Date),
    ) -> Result<(Vec<Hit>, usize, Open), Refusal> {
        let mut hits = Vec::new();
        let mut total = 0;
        let mut open = Open::default();
        for group in groups.iter().take(MOST) {
            let stored = self.read(group.best)?;
            let others = self.beside(group.best, &stored, &[from, to])?;
            let unit = places(others.iter().chain([&stored]), self.asked.ask.known_by);
            let (then, now) =
                (standing(&unit, &stored.version, from), standing(&unit, &stored.version, to));
            let why = Why::found(planned, group.best);
            let (list, count) = match self.told(&then, &now, from, &why) {
                Told::Same => continue,
                Told::Changed => (&mut hits, &mut total),
                Told::Open => (&mut open.hits, &mut open.total),
            };
            *count += 1;
            if list.len() == self.asked.limit {
                continue;
            }
            let old = words(&then).map(str::to_string);
            let weakest =
                if old.is_some() { then.certainty.min(now.certainty) } else { now.certainty };
            // A provision that is gone shows the words that it had.
            let mut hit = self.hit(&why, &stored, now)?;
            if let Some(old) = old {
                hit.before = why.snippet(&old, &why.marked(&mut self.analyzer, &old));
            }
            hit.certainty = weakest;
            list.push(hit);
        }
        Ok((hits, total, open))
    }

    fn told(&mut self, then: &Stood<'_>, now: &Stood<'_>, from: Date, why: &Why<'_>) -> Told {
        if then.status == Status::Unknown || now.status == Status::Unknown {
            return Told::Open;
        }
        let (old, new) = (words(then), words(now));
        // Words that are not known prove no change; that other words began does.
        let began = now.version.valid_from.earliest.is_some_and(|begun| begun > from);
        if !began && (is_open(then) || is_open(now)) && (old != new || old.is_none()) {
            return Told::Open;
        }
        match self.is_changed(old, new, why) {
            true => Told::Changed,
            false => Told::Same,
        }
    }

    fn is_changed(&mut self, old: Option<&str>, new: Option<&str>, why: &Why<'_>) -> bool {
        if old == new {
            return false;
        }
        let old = old.map(|text| self.analyzer.tokens(text)).unwrap_or_default();
        let new = new.map(|text| self.analyzer.tokens(text)).unwrap_or_default();
        let surfaces = |tokens: &[Token]| -> Vec<String> {
            tokens.iter().map(|token| token.surface.clone()).collect()
        };
        let changes = capture_diff_slices(Algorithm::Myers, &surfaces(&old), &surfaces(&new));
        // Without words to look for, every change counts.
        let beside = |tokens: &[Token], range: std::ops::Range<usize>| {
            if !why.wants_words() {
                return true;
            }
            let from = range.start.saturating_sub(NEAR);
            let to = (range.end + NEAR).min(tokens.len());
            tokens
                .get(from..to)
                .unwrap_or_default()
                .iter()
                .any(|token| token.keys.iter().any(|key| why.wants(key)))
        };
        changes
            .iter()
            .filter(|change| change.tag() != DiffTag::Equal)
            .any(|change| beside(&old, change.old_range()) || beside(&new, change.new_range()))
    }
}

/// The words of a place that holds.
fn words<'a>(stood: &'a Stood<'_>) -> Option<&'a str> {
    stood.text.as_deref().filter(|_| stood.status == Status::InForce)
}

/// True for a place that holds and whose words, or parts of them, are not known.
fn is_open(stood: &Stood<'_>) -> bool {
    let whole = |text: &str| text.lines().all(|line| line != GAP);
    stood.status == Status::InForce && !stood.text.as_deref().is_some_and(whole)
}
