//! Provisions that have the words asked for → those of them whose words around these changed
//! between two days.

use super::Hit;
use super::group::Group;
use super::hit::Finder;
use super::plan::Planned;
use super::snippet::snippet;
use super::standing::{Stood, standing};
use super::why::Why;
use crate::kazakh::token::Token;
use crate::model::certainty::Status;
use crate::query::engine::Refusal;
use jiff::civil::Date;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::collections::BTreeSet;

/// A change this many words away from a word asked for stands beside it.
const NEAR: usize = 8;
/// Provisions that are compared for one question.
const MOST: usize = 400;

impl Finder<'_> {
    /// The hits, and how many provisions there are.
    pub(super) fn changed(
        &mut self,
        planned: &Planned,
        groups: &[Group<'_>],
        (from, to): (Date, Date),
    ) -> Result<(Vec<Hit>, usize), Refusal> {
        let mut hits = Vec::new();
        let mut total = 0;
        for group in groups.iter().take(MOST) {
            let stored = self.read(group.best)?;
            let unit = self.unit(group.best, &stored, &[from, to])?;
            let (then, now) =
                (standing(&unit, &stored.version, from), standing(&unit, &stored.version, to));
            let why = Why::found(planned, group.best);
            let (old, new) = (words(&then), words(&now));
            let unknown = then.status == Status::Unknown || now.status == Status::Unknown;
            // Words that are not known prove no change; that other words began does.
            let began = now.version.valid_from.earliest.is_some_and(|begun| begun > from);
            let proved = (old.is_some() && new.is_some()) || began;
            if unknown || !proved || !self.is_changed(old, new, &why.keys) {
                continue;
            }
            total += 1;
            if hits.len() == self.asked.limit {
                continue;
            }
            let weakest =
                if old.is_some() { then.certainty.min(now.certainty) } else { now.certainty };
            let old = old.map(str::to_string);
            // A provision that is gone shows the words that it had.
            let mut hit = self.hit(&why, &stored, now)?;
            if let Some(old) = old {
                let tokens = self.analyzer.tokens(&old);
                hit.before = snippet(&old, &tokens, &why.marks(&tokens));
            }
            hit.certainty = weakest;
            hits.push(hit);
        }
        Ok((hits, total))
    }

    fn is_changed(
        &mut self,
        old: Option<&str>,
        new: Option<&str>,
        keys: &BTreeSet<String>,
    ) -> bool {
        if old == new {
            return false;
        }
        let old = old.map(|text| self.analyzer.tokens(text)).unwrap_or_default();
        let new = new.map(|text| self.analyzer.tokens(text)).unwrap_or_default();
        let surfaces = |tokens: &[Token]| -> Vec<String> {
            tokens.iter().map(|token| token.surface.clone()).collect()
        };
        let changes = capture_diff_slices(Algorithm::Myers, &surfaces(&old), &surfaces(&new));
        let beside = |tokens: &[Token], range: std::ops::Range<usize>| {
            let from = range.start.saturating_sub(NEAR);
            let to = (range.end + NEAR).min(tokens.len());
            tokens
                .get(from..to)
                .unwrap_or_default()
                .iter()
                .any(|token| token.keys.iter().any(|key| keys.contains(key)))
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
