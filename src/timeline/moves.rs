//! Versions of all places → where words went that an act took from one number and printed at
//! another. Likeness of words is all that tells, so a move is a remark and never evidence.

use super::weave::PlaceVersions;
use crate::kazakh::letters::look_alike;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::model::version::{Axis, Version};
use std::collections::HashMap;

/// Words shorter than this, in letters, say too little to be recognised elsewhere.
const LEAST_LETTERS: usize = 30;
/// The least share of words in common.
const LEAST_LIKENESS: f64 = 0.75;

/// One version: its place and its position there.
type At = (usize, usize);

/// What one act took away and brought, on one axis.
#[derive(Default)]
struct Turned {
    ended: Vec<At>,
    begun: Vec<At>,
}

/// Marks the versions whose words an act moved to another place of the same unit.
pub fn mark(places: &mut [PlaceVersions]) {
    let mut acts: HashMap<(Axis, ActId), Turned> = HashMap::new();
    for (p, place) in places.iter().enumerate() {
        for (v, version) in place.versions.iter().enumerate() {
            if version.known_to.is_some() || version.status != Status::InForce {
                continue;
            }
            let ended = version.ended_by.as_ref().filter(|_| goes(&place.versions, v));
            let begun = version.introduced_by.as_ref().filter(|_| comes(&place.versions, v));
            if let Some(act) = ended {
                acts.entry((version.axis, act.clone())).or_default().ended.push((p, v));
            }
            if let Some(act) = begun {
                acts.entry((version.axis, act.clone())).or_default().begun.push((p, v));
            }
        }
    }
    let mut moves: Vec<(At, At)> = Vec::new();
    for turned in acts.into_values() {
        moves.extend(pairs(places, &turned));
    }
    for ((from, old), (to, new)) in moves {
        let (left, right) = (places[from].place.address.clone(), places[to].place.address.clone());
        places[from].versions[old].moved_to = Some(right);
        places[to].versions[new].moved_from = Some(left);
    }
}

/// The version after this one on the same axis, by all that is known.
fn neighbour(
    versions: &[Version],
    mut others: impl Iterator<Item = usize>,
    of: usize,
) -> Option<&Version> {
    let same =
        |n: &usize| versions[*n].axis == versions[of].axis && versions[*n].known_to.is_none();
    others.find(same).map(|n| &versions[n])
}

/// True where the unit goes with the version: another one takes its place, or none.
fn goes(versions: &[Version], v: usize) -> bool {
    let next = neighbour(versions, v + 1..versions.len(), v);
    next.is_some_and(|next| next.status != Status::InForce || next.node != versions[v].node)
}

/// True where the unit comes with the version.
fn comes(versions: &[Version], v: usize) -> bool {
    let before = neighbour(versions, (0..v).rev(), v);
    before.is_some_and(|last| last.status != Status::InForce || last.node != versions[v].node)
}

/// The pairs of what went and what came with the same or nearly the same words, where no other
/// pair is as like.
fn pairs(places: &[PlaceVersions], turned: &Turned) -> Vec<(At, At)> {
    // Most acts only bring words: those as adopted bring all of theirs.
    if turned.ended.is_empty() || turned.begun.is_empty() {
        return Vec::new();
    }
    let tells = |&&(p, v): &&At| {
        let version = &places[p].versions[v];
        let text = version.text.as_deref();
        text.is_some_and(|text| letters(version, text).nth(LEAST_LETTERS - 1).is_some())
    };
    let words = |at: &At| (*at, words(&places[at.0].versions[at.1]));
    let address = |&(p, _): &At| -> &Address { &places[p].place.address };
    let ended: Vec<(At, Vec<String>)> = turned.ended.iter().filter(tells).map(words).collect();
    if ended.is_empty() {
        return Vec::new();
    }
    let begun: Vec<(At, Vec<String>)> = turned.begun.iter().filter(tells).map(words).collect();
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, (_, words)) in begun.iter().enumerate() {
        let mut seen: Vec<&str> = words.iter().map(String::as_str).collect();
        seen.sort_unstable();
        seen.dedup();
        for word in seen {
            by_word.entry(word).or_default().push(number);
        }
    }
    // Words that stand nearly everywhere say nothing.
    let telling = |found: &&Vec<usize>| found.len() <= 8;
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for (old, (at, words)) in ended.iter().enumerate() {
        let mut candidates: Vec<usize> = words
            .iter()
            .filter_map(|word| by_word.get(word.as_str()).filter(telling))
            .flatten()
            .copied()
            .filter(|new| address(at).parent() == address(&begun[*new].0).parent())
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        for new in candidates {
            let likeness = likeness(words, &begun[new].1);
            if likeness >= LEAST_LIKENESS {
                alike.push((likeness, old, new));
            }
        }
    }
    let best = |old: usize, new: usize, likeness: f64| {
        alike.iter().all(|&(other, o, n)| {
            (o != old && n != new) || (o == old && n == new) || other < likeness
        })
    };
    alike
        .iter()
        .filter(|&&(likeness, old, new)| best(old, new, likeness))
        .filter(|&&(_, old, new)| address(&ended[old].0) != address(&begun[new].0))
        .map(|&(_, old, new)| (ended[old].0, begun[new].0))
        .collect()
}

/// The share of words that two wordings have in common, from 0 to 1.
fn likeness(a: &[String], b: &[String]) -> f64 {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in a {
        *left.entry(word).or_default() += 1;
    }
    let common = b
        .iter()
        .filter(|word| match left.get_mut(word.as_str()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        })
        .count();
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * common as f64 / all as f64 }
}

/// The letters and digits after the number, look-alike letters and capitals being no difference;
/// blanks stand for everything else.
fn letters<'t>(version: &Version, text: &'t str) -> impl Iterator<Item = char> + use<'t> {
    let body = text.get(version.body..).unwrap_or(text);
    body.chars()
        .map(|c| look_alike(c).unwrap_or(c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
}

fn words(version: &Version) -> Vec<String> {
    let Some(text) = &version.text else { return Vec::new() };
    let plain: String = letters(version, text).collect();
    plain.split_whitespace().map(str::to_string).collect()
}
