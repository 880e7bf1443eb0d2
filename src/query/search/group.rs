//! Documents that fit → hits: redactions and paragraphs of one provision are one hit, and so are
//! the same words in different acts.

use crate::index::search::{Candidate, Plan, Provision};
use std::collections::HashMap;

/// A question of more words need not find all of them.
const ALL_OF: usize = 2;
/// The share of the words that a longer question must find, while enough provisions do.
const ENOUGH: f32 = 0.6;
const FEWEST: usize = 10;

/// Candidates that are one hit.
pub struct Group<'a> {
    /// The one that fits best.
    pub best: &'a Candidate,
    /// Redactions and paragraphs of its provision, the best one first.
    pub redactions: Vec<&'a Candidate>,
    /// Other provisions with the same words.
    pub also: Vec<&'a Candidate>,
}

/// Groups candidates, which stand in order of their scores. Those that have few of many words
/// stand among the others where few documents have more of them, behind the others where few
/// provisions have, and nowhere else.
pub fn grouped<'a>(plan: &Plan, candidates: &'a [Candidate]) -> Vec<Group<'a>> {
    let needed = match plan.words.len() {
        count if count <= ALL_OF => 1,
        count => (count as f32 * ENOUGH).ceil() as usize,
    };
    let (more, fewer): (Vec<&Candidate>, Vec<&Candidate>) =
        candidates.iter().partition(|candidate| candidate.matched.count() >= needed);
    if more.len() < FEWEST {
        return in_groups(candidates.iter());
    }
    let groups = in_groups(more.iter().copied());
    if groups.len() < FEWEST { in_groups(more.into_iter().chain(fewer)) } else { groups }
}

fn in_groups<'a>(candidates: impl Iterator<Item = &'a Candidate>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut by_unit: HashMap<Provision, usize> = HashMap::new();
    let mut by_words: HashMap<u64, usize> = HashMap::new();
    for candidate in candidates {
        if let Some(at) = by_unit.get(&candidate.unit).copied() {
            let group = &mut groups[at];
            if group.best.unit == candidate.unit {
                group.redactions.push(candidate);
            }
            continue;
        }
        let same = by_words.get(&candidate.words).copied().filter(|_| candidate.words != 0);
        if let Some(at) = same {
            by_unit.insert(candidate.unit, at);
            let group = &mut groups[at];
            // What is in force goes before the act that ordered it, a law before an order that
            // repeats it.
            let standing = |one: &Candidate| (!one.amending, one.force);
            if standing(candidate) > standing(group.best) {
                group.also.push(group.best);
                group.best = candidate;
                group.redactions = vec![candidate];
            } else {
                group.also.push(candidate);
            }
            continue;
        }
        by_unit.insert(candidate.unit, groups.len());
        by_words.insert(candidate.words, groups.len());
        groups.push(Group { best: candidate, redactions: vec![candidate], also: Vec::new() });
    }
    groups
}

/// Groups the versions of each provision, in the order in which they stand.
pub fn by_unit(candidates: &[Candidate]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut places: HashMap<Provision, usize> = HashMap::new();
    for candidate in candidates {
        match places.get(&candidate.unit) {
            Some(at) => groups[*at].redactions.push(candidate),
            None => {
                places.insert(candidate.unit, groups.len());
                let redactions = vec![candidate];
                groups.push(Group { best: candidate, redactions, also: Vec::new() });
            }
        }
    }
    groups
}
