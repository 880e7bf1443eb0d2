//! Places on two days → pairs of what belongs together: the same node first, then words that an
//! act is seen to have moved, then the same address; unnumbered paragraphs by their words, since
//! their numbers are mere positions.

use super::held::{Held, On};
use super::words::{likeness, plain};
use crate::model::address::{Address, Step};
use crate::model::certainty::Status;
use crate::query::compose::{Part, is_inside};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;

/// Words shorter than this, in letters, say too little to be recognised elsewhere.
const LEAST_LETTERS: usize = 30;
/// The least share of words in common of unnumbered paragraphs at one place that are compared
/// word by word although their number differs.
const LEAST_LIKENESS: f64 = 0.5;

/// Positions of a unit on the two days, among the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Pair {
    pub before: Option<usize>,
    pub after: Option<usize>,
    pub moved: bool,
}

impl Pair {
    /// The place at which the unit is listed.
    pub fn at(self) -> usize {
        self.after.or(self.before).unwrap_or_default()
    }

    /// Its place among the units of a comparison.
    pub fn order(&self) -> (usize, bool) {
        (self.at(), self.after.is_some())
    }
}

/// The pairs, in the order of the places at which they are listed. `forwards`: the first of the
/// two days is the earlier one.
pub(super) fn pairs(parts: &[Part], [first, second]: [&[On<'_>]; 2], forwards: bool) -> Vec<Pair> {
    let mut pairs = if forwards {
        Pairing::new(parts, first, second).pairs()
    } else {
        let mut pairs = Pairing::new(parts, second, first).pairs();
        for pair in &mut pairs {
            std::mem::swap(&mut pair.before, &mut pair.after);
        }
        pairs
    };
    pairs.sort_by_key(Pair::order);
    pairs
}

/// Pairing of what stands on the earlier day with what stands on the later one.
struct Pairing<'p> {
    parts: &'p [Part],
    early: &'p [On<'p>],
    late: &'p [On<'p>],
    by_address: HashMap<&'p Address, usize>,
    /// By place on the earlier day: its partner.
    partner: Vec<Option<usize>>,
    /// By place on the later day: true where it has a partner.
    taken: Vec<bool>,
    moved: Vec<bool>,
    /// Places that were compared as paragraphs: without a partner they have none.
    settled: Vec<bool>,
}

impl<'p> Pairing<'p> {
    fn new(parts: &'p [Part], early: &'p [On<'p>], late: &'p [On<'p>]) -> Self {
        Pairing {
            parts,
            early,
            late,
            by_address: parts.iter().enumerate().map(|(i, part)| (&part.address, i)).collect(),
            partner: vec![None; parts.len()],
            taken: vec![false; parts.len()],
            moved: vec![false; parts.len()],
            settled: vec![false; parts.len()],
        }
    }

    fn pairs(mut self) -> Vec<Pair> {
        self.paragraphs();
        self.nodes();
        self.moves();
        self.equal_words();
        let mut pairs = Vec::new();
        for i in 0..self.parts.len() {
            let alone = !self.settled[i] && self.partner[i].is_none() && !self.taken[i];
            if alone && !self.early[i].is_absent() && !self.late[i].is_absent() {
                self.join(i, i);
            }
        }
        for i in 0..self.parts.len() {
            if !self.early[i].is_absent() {
                let (after, moved) = (self.partner[i], self.moved[i]);
                pairs.push(Pair { before: Some(i), after, moved });
            }
            if !self.late[i].is_absent() && !self.taken[i] {
                pairs.push(Pair { before: None, after: Some(i), moved: false });
            }
        }
        pairs
    }

    fn join(&mut self, early: usize, late: usize) {
        self.partner[early] = Some(late);
        self.taken[late] = true;
    }

    fn is_free(&self, early: usize, late: usize) -> bool {
        self.partner[early].is_none()
            && !self.taken[late]
            && !self.early[late].is_hidden()
            && !self.late[early].is_hidden()
    }

    /// The unnumbered paragraphs of each unit, where all of them are known on both days.
    fn paragraphs(&mut self) {
        let mut groups: HashMap<Address, Vec<usize>> = HashMap::new();
        for (i, part) in self.parts.iter().enumerate() {
            if let (Some(Step::Text(_)), Some(parent)) =
                (part.address.last(), part.address.parent())
            {
                groups.entry(parent).or_default().push(i);
            }
        }
        for group in groups.into_values() {
            let known = |on: &On<'_>| matches!(on.held, Held::Words(_) | Held::Absent(_));
            if group.iter().all(|&i| self.early[i].is_as(&self.late[i])) {
                // Nothing came and nothing went: each paragraph is itself.
                for &i in &group {
                    self.settled[i] = true;
                    if self.early[i].text().is_some() {
                        self.join(i, i);
                    }
                }
                continue;
            }
            if group.iter().all(|&i| known(&self.early[i]) && known(&self.late[i])) {
                self.paragraphs_of(&group);
            }
        }
    }

    fn paragraphs_of(&mut self, group: &[usize]) {
        let text = |on: &On<'_>| on.text().map(plain);
        let standing = |on: &[On<'_>]| -> Vec<(usize, String)> {
            group.iter().filter_map(|&i| Some((i, text(&on[i])?))).collect()
        };
        let (old, new) = (standing(self.early), standing(self.late));
        let words = |of: &[(usize, String)]| -> Vec<String> {
            of.iter().map(|(_, words)| words.clone()).collect()
        };
        for i in group {
            self.settled[*i] = true;
        }
        for op in capture_diff_slices(Algorithm::Patience, &words(&old), &words(&new)) {
            let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
            let equal = matches!(op, DiffOp::Equal { .. });
            if equal || old.len() == new.len() {
                for ((early, _), (late, _)) in old.iter().zip(new) {
                    self.join(*early, *late);
                }
                continue;
            }
            let mut from = 0;
            for (late, words) in new {
                let mut rest = old.iter().enumerate().skip(from);
                let alike =
                    rest.find(|(_, (_, earlier))| likeness(earlier, words) >= LEAST_LIKENESS);
                if let Some((at, (early, _))) = alike {
                    self.join(*early, *late);
                    from = at + 1;
                }
            }
        }
    }

    /// The same node at the same address.
    fn nodes(&mut self) {
        for i in 0..self.parts.len() {
            let stands = self.early[i].stands() && self.late[i].stands() && !self.settled[i];
            let node = |on: &On<'p>| on.version().map(|version| &version.node);
            if stands && node(&self.early[i]) == node(&self.late[i]) {
                self.join(i, i);
            }
        }
    }

    /// What acts are seen to have moved, with the parts inside.
    fn moves(&mut self) {
        for early in 0..self.parts.len() {
            let Some(late) = self.destination(early) else { continue };
            if early == late || !self.is_free(early, late) {
                continue;
            }
            self.join(early, late);
            self.moved[early] = true;
            let (from, to) = (&self.parts[early].address, &self.parts[late].address);
            let inner = self.parts[early + 1..]
                .iter()
                .take_while(|part| is_inside(part, &self.parts[early]));
            let below: Vec<(usize, usize)> = inner
                .enumerate()
                .filter_map(|(n, part)| {
                    let rest = part.address.steps().get(from.steps().len()..)?;
                    let steps = to.steps().iter().chain(rest).cloned().collect();
                    let there = self.by_address.get(&Address::new(steps))?;
                    Some((early + 1 + n, *there))
                })
                .collect();
            for (early, late) in below {
                let stand = self.early[early].stands() && self.late[late].stands();
                if stand && self.is_free(early, late) {
                    self.join(early, late);
                    self.moved[early] = true;
                }
            }
        }
    }

    /// Where the words of a place of the earlier day stand on the later one, followed from move
    /// to move.
    fn destination(&self, early: usize) -> Option<usize> {
        let Held::Words(version) = self.early[early].held else { return None };
        let mut place = early;
        let mut at =
            self.parts[place].versions.iter().position(|other| std::ptr::eq(other, version))?;
        for _ in 0..self.parts.len() {
            let versions = &self.parts[place].versions;
            let lasting = versions[at..]
                .iter()
                .take_while(|next| next.node == versions[at].node && next.status == Status::InForce)
                .count();
            let held = self.late[place].version();
            let holds = held.is_some_and(|held| {
                versions[at..at + lasting].iter().any(|version| std::ptr::eq(version, held))
            });
            if holds {
                return self.late[place].text().map(|_| place);
            }
            let last = &versions[at + lasting.max(1) - 1];
            let next = *self.by_address.get(last.moved_to.as_ref()?)?;
            let from = &self.parts[place].address;
            at = self.parts[next].versions.iter().position(|version| {
                version.moved_from.as_ref() == Some(from)
                    && Some(version.valid_from) == last.valid_to
            })?;
            place = next;
        }
        None
    }

    /// Numbered units that went and came with the very same words, where no other one has them.
    fn equal_words(&mut self) {
        let body = |on: &On<'p>| {
            let Held::Words(version) = on.held else { return None };
            let text = version.text.as_deref()?;
            let body = plain(text.get(version.body..).unwrap_or(text));
            let letters = body.chars().filter(|c| c.is_alphanumeric()).count();
            (letters >= LEAST_LETTERS).then_some(body)
        };
        let mut found: HashMap<String, [Vec<usize>; 2]> = HashMap::new();
        for i in 0..self.parts.len() {
            if self.settled[i] {
                continue;
            }
            if self.partner[i].is_none()
                && self.late[i].is_absent()
                && let Some(words) = body(&self.early[i])
            {
                found.entry(words).or_default()[0].push(i);
            }
            if !self.taken[i]
                && self.early[i].is_absent()
                && let Some(words) = body(&self.late[i])
            {
                found.entry(words).or_default()[1].push(i);
            }
        }
        for sides in found.into_values() {
            if let [went, came] = &sides
                && let ([early], [late]) = (went.as_slice(), came.as_slice())
            {
                self.join(*early, *late);
                self.moved[*early] = true;
            }
        }
    }
}
