//! Places on two days → pairs of what belongs together: the same node first, then words that an
//! act is seen to have moved, then the same address; unnumbered paragraphs by their words, since
//! their numbers are mere positions.

use super::cause::{Between, Causes, in_order, is_one_state};
use super::held::{Held, On, on_day, side};
use super::{Change, Side, Unit};
use crate::amend::wording::{is_same, likeness, plain, words};
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::certainty::Status;
use crate::query::answer::{ActInfo, Ask};
use crate::query::compose::{Part, When, is_inside};
use crate::query::grader::Grader;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{HashMap, HashSet};

/// Words shorter than this, in letters, say too little to be recognised elsewhere.
const LEAST_LETTERS: usize = 30;
/// The least share of words in common of unnumbered paragraphs at one place that are compared
/// word by word although their number differs.
const LEAST_LIKENESS: f64 = 0.5;

/// Positions of a unit on the two days, among the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    before: Option<usize>,
    after: Option<usize>,
    moved: bool,
}

impl Pair {
    /// The place at which the unit is listed.
    fn at(self) -> usize {
        self.after.or(self.before).unwrap_or_default()
    }
}

/// The units of an act on two days, in document order.
pub(super) fn units(
    parts: &[Part],
    act: &ActInfo,
    asks: [Ask; 2],
    in_corpus: &HashSet<ActId>,
) -> Vec<Unit> {
    let days = asks.map(|ask| on_day(parts, When::On(ask.date)));
    let [before, after] = &days;
    let pairs = if asks[0].date <= asks[1].date {
        Pairing::new(parts, before, after).pairs()
    } else {
        let mut pairs = Pairing::new(parts, after, before).pairs();
        for pair in &mut pairs {
            std::mem::swap(&mut pair.before, &mut pair.after);
        }
        pairs
    };
    let mut pairs = pairs;
    pairs.sort_by_key(|pair| (pair.at(), pair.after.is_some()));
    let builder = Builder {
        parts,
        days: [before, after],
        asks,
        graders: [Grader::exact(act, &asks[0]), Grader::exact(act, &asks[1])],
        between: Between {
            first: asks[0].date.min(asks[1].date),
            last: asks[0].date.max(asks[1].date),
            in_corpus,
        },
    };
    let mut units: Vec<Unit> = Vec::with_capacity(pairs.len());
    let mut around: Vec<usize> = Vec::new();
    for (n, pair) in pairs.iter().enumerate() {
        let part = &parts[pair.at()];
        while around.last().is_some_and(|outer| !is_inside(part, &parts[pairs[*outer].at()])) {
            around.pop();
        }
        let mut unit = builder.unit(*pair);
        if let Some(&outer) = around.last() {
            builder.tell_with(*pair, pairs[outer], &units[outer], &mut unit);
        }
        units.push(unit);
        around.push(n);
    }
    units
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

/// What units are made of.
struct Builder<'p> {
    parts: &'p [Part],
    days: [&'p [On<'p>]; 2],
    asks: [Ask; 2],
    graders: [Grader<'p>; 2],
    between: Between<'p>,
}

impl Builder<'_> {
    fn unit(&self, pair: Pair) -> Unit {
        let at = pair.at();
        let part = &self.parts[at];
        let on = |day: usize, place: Option<usize>| place.map(|place| &self.days[day][place]);
        let (was, is) = (on(0, pair.before), on(1, pair.after));
        let before = self.side(0, pair.before, at);
        let after = self.side(1, pair.after, at);
        let change = self.change(pair);
        let hidden = before.hidden || after.hidden;
        let (old, new) = (before.text.as_deref(), after.text.as_deref());
        let words = match (hidden, old, new) {
            (true, ..) | (_, None, None) => Vec::new(),
            (_, old, new) => words(old.unwrap_or_default(), new.unwrap_or_default()),
        };
        let node =
            |on: Option<&On<'_>>| on.and_then(On::version).map(|version| version.node.clone());
        let restated = pair.before == pair.after && node(was) != node(is);
        let untouched = change == Change::Same && !restated;
        let causes = if untouched { Causes::default() } else { self.causes(pair) };
        let told = change == Change::Same || !causes.known.is_empty();
        let one_state =
            was.zip(is).is_some_and(|(was, is)| pair.before == pair.after && is_one_state(was, is));
        let parents = [pair.before, pair.after]
            .map(|place| place.and_then(|place| self.parts[place].address.parent()));
        let heading = |on: Option<&On<'_>>| on.and_then(On::version)?.heading.clone();
        Unit {
            address: part.address.clone(),
            address_before: pair.before.map(|place| self.parts[place].address.clone()),
            kind: part.first.version.kind,
            depth: part.first.depth,
            groups: part.first.groups.clone(),
            heading: heading(is).or_else(|| heading(was)),
            change,
            renumbered: change == Change::Moved && parents[0] == parents[1],
            restated,
            before,
            after,
            words,
            caused_by: causes.known,
            cause_unknown: (!told && !one_state).then_some(causes.untold),
            told_with: None,
        }
    }

    /// One side of a unit; where the unit has no place on the day, that it did not stand.
    fn side(&self, day: usize, place: Option<usize>, listed: usize) -> Side {
        let at = place.unwrap_or(listed);
        let on = &self.days[day][at];
        let side = side(self.parts, at, on, self.asks[day], &self.graders[day]);
        if place.is_some() || on.is_absent() {
            return side;
        }
        // Something else stood under the address, which is told where it is now.
        let early = self.asks[day].date == self.between.first;
        Side {
            status: if early { Status::NotYet } else { Status::Repealed },
            text: None,
            hidden: false,
            node: None,
            valid_from: None,
            valid_to: None,
            alternatives: Vec::new(),
            moved_to: None,
            moved_from: None,
            ..side
        }
    }

    fn change(&self, pair: Pair) -> Change {
        if self.between.first == self.between.last {
            return Change::Same;
        }
        let (was, is) = match (pair.before, pair.after) {
            (Some(before), Some(after)) => (&self.days[0][before], &self.days[1][after]),
            (Some(before), None) if self.days[0][before].is_hidden() => return Change::Unknown,
            (None, Some(after)) if self.days[1][after].is_hidden() => return Change::Unknown,
            (Some(_), None) => return Change::Removed,
            (None, _) => return Change::Added,
        };
        if was.is_hidden() || is.is_hidden() {
            return Change::Unknown;
        }
        if pair.moved {
            return Change::Moved;
        }
        match (&was.held, &is.held) {
            (Held::Bare(_), Held::Bare(_)) | (Held::Suspended(_), Held::Suspended(_)) => {
                Change::Same
            }
            (Held::Words(_), Held::Words(_)) => match (was.text(), is.text()) {
                (Some(was), Some(is)) if is_same(was, is) => Change::Same,
                _ => Change::Changed,
            },
            _ => Change::Changed,
        }
    }

    /// Who changed a unit, or what decides whether it holds.
    fn causes(&self, pair: Pair) -> Causes {
        let mut causes = Causes::default();
        let mut places: Vec<usize> = Vec::new();
        let listed = [(0, pair.before), (1, pair.after), (0, pair.after), (1, pair.before)];
        for (day, place) in listed {
            let Some(place) = place else { continue };
            places.extend([Some(place), self.days[day][place].by].into_iter().flatten());
        }
        places.sort_unstable();
        places.dedup();
        for place in places {
            self.between.changes(&self.parts[place], &mut causes);
        }
        in_order(&mut causes.known);
        causes
    }

    /// Marks a unit that came, went, moved or is unknown together with the one around it.
    fn tell_with(&self, pair: Pair, outer: Pair, around: &Unit, unit: &mut Unit) {
        let with = match unit.change {
            Change::Added | Change::Removed => around.change == unit.change,
            Change::Unknown => around.change == Change::Unknown,
            Change::Moved => around.change == Change::Moved && self.follows(pair, outer),
            Change::Changed => {
                let by = |day: usize, place: Option<usize>| {
                    place.is_some_and(|place| self.days[day][place].by.is_some())
                };
                around.change == Change::Changed && (by(0, pair.before) || by(1, pair.after))
            }
            Change::Same => false,
        };
        if with {
            let first = around.told_with.clone();
            unit.told_with = Some(first.unwrap_or_else(|| around.address.clone()));
        }
    }

    /// True for a part that moved with its container and says the same.
    fn follows(&self, pair: Pair, outer: Pair) -> bool {
        let inside = |part: Option<usize>, outer: Option<usize>| {
            part.zip(outer)
                .is_some_and(|(part, outer)| is_inside(&self.parts[part], &self.parts[outer]))
        };
        let same = pair.before.zip(pair.after).is_some_and(|(before, after)| {
            let texts = (self.days[0][before].text(), self.days[1][after].text());
            matches!(texts, (Some(was), Some(is)) if is_same(was, is))
        });
        same && inside(pair.before, outer.before) && inside(pair.after, outer.after)
    }
}
