//! An act → its comparisons on any two days: every unit that does not say the same, kept once with
//! the pairs of stretches of days on which it is told so. Who has them compares without an engine.

use super::align::{Pair, pairs};
use super::cause;
use super::held::{Held, On, on_day};
use super::sums::{Knowledge, knowledge, tally};
use super::told::{Entry, Told};
use super::unit::{Builder, around, units};
use super::{Change, Unit};
use crate::model::address::Address;
use crate::model::day::plus_days;
use crate::model::version::Axis;
use crate::query::answer::{ActInfo, Ask};
use crate::query::book::days;
use crate::query::compose::{Part, When, parts};
use crate::query::engine::{Engine, Refusal};
use crate::query::grader::Grader;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};

/// The comparisons of an act on any two days, on the axis of force and by all that is known. The
/// stretches are those of its [`Book`](crate::query::book::Book).
#[derive(Clone, Debug, Default)]
pub struct Comparisons {
    /// Units that do not say the same, in the order in which a comparison lists them.
    pub units: Vec<Kept>,
    /// How many provisions say the same, each with its parts once: by the earlier stretch, then by
    /// the later one, from the earlier one itself on. Two days of one stretch are compared, too.
    pub same: Vec<Vec<usize>>,
    /// By stretch: how much is known of the provisions of its days.
    pub knowledge: Vec<Knowledge>,
}

/// A unit that is told alike on several pairs of days.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The unit. What it tells of certainty, of reasons and of what holds on either side of an
    /// open window belongs to one of the pairs; elsewhere the places of the book tell it.
    pub unit: Unit,
    /// Its place among those of the book.
    pub at: usize,
    /// The pair of days of which the unit was told.
    pub asked: [Date; 2],
    /// On the earlier and on the later day.
    pub sides: [Seen; 2],
    /// The place of the unit with which it is told.
    pub told_with: Option<usize>,
    /// The pairs of stretches.
    pub pairs: Vec<Field>,
}

/// A unit on one of the days, by places and versions of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Seen {
    /// Where it stands; `None` where it does not.
    pub place: Option<usize>,
    /// The version there whose words it has.
    pub version: Option<usize>,
    /// The place whose certainty on the day is its own; `None` where nothing is known.
    pub graded: Option<usize>,
}

/// Pairs of stretches `[first, end)`; only those count whose later stretch is not before the
/// earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Stretches of the earlier day.
    pub earlier: (usize, usize),
    /// Stretches of the later day.
    pub later: (usize, usize),
}

impl Field {
    /// True where a pair lies in the field.
    pub fn has(&self, earlier: usize, later: usize) -> bool {
        (self.earlier.0..self.earlier.1).contains(&earlier)
            && (self.later.0..self.later.1).contains(&later)
    }
}

impl Engine {
    /// The comparisons of an act on any two days.
    ///
    /// # Errors
    /// A damaged index.
    pub fn comparisons(&self, act: &ActInfo) -> Result<Comparisons, Refusal> {
        let stored = self.index.versions_under(&act.id.iri(), &Address::whole(), Axis::InForce)?;
        let parts = parts(stored, None);
        let in_corpus = self.with_text(cause::acts(&parts))?;
        let days = days(act, &parts);
        let stretches = stretches(&days);
        let held: Vec<Vec<On<'_>>> =
            stretches.iter().map(|(day, _)| on_day(&parts, When::On(*day))).collect();
        let turns: Vec<Vec<usize>> = parts.iter().map(|part| turns(part, &stretches)).collect();
        let mut collector = Collector {
            parts: &parts,
            held: &held,
            turns: &turns,
            kept: HashMap::new(),
            units: Vec::new(),
            cells: HashMap::new(),
        };
        let graders = [Grader::of_stretches(), Grader::of_stretches()];
        let mut same = Vec::new();
        for earlier in 0..stretches.len() {
            let mut row = Vec::new();
            for later in earlier..stretches.len() {
                let (first, second) = stretches[earlier];
                let last = if earlier == later { second } else { Some(stretches[later].0) };
                let Some(last) = last else {
                    row.push(0);
                    continue;
                };
                let asks =
                    [first, last].map(|date| Ask { axis: Axis::InForce, date, known_by: None });
                let on = [held[earlier].as_slice(), held[later].as_slice()];
                let builder = Builder::new(&parts, on, asks, &graders, &in_corpus);
                row.push(collector.compare([earlier, later], &builder));
            }
            same.push(row);
        }
        let on = |day: Date| Ask { axis: Axis::InForce, date: day, known_by: None };
        let known = |day: Date| {
            let units = units(&parts, act, [on(day), on(day)], &in_corpus);
            knowledge(&units, Unit::before)
        };
        let knowledge = stretches.iter().map(|(day, _)| known(*day)).collect();
        Ok(Comparisons { units: collector.into_units(), same, knowledge })
    }
}

/// A day of each stretch, and a later one of the same stretch where it has one.
fn stretches(days: &[Date]) -> Vec<(Date, Option<Date>)> {
    let Some(first) = days.first() else { return vec![(Date::ZERO, None)] };
    let mut stretches = vec![(plus_days(*first, -2), Some(plus_days(*first, -1)))];
    for (at, day) in days.iter().enumerate() {
        let next = plus_days(*day, 1);
        stretches.push((*day, days.get(at + 1).is_none_or(|end| next < *end).then_some(next)));
    }
    stretches
}

/// By stretch: how many bounds of windows of a place lie before its end. Where two stretches have
/// the same number, the place and the acts that changed it are the same for every comparison.
fn turns(part: &Part, stretches: &[(Date, Option<Date>)]) -> Vec<usize> {
    let windows =
        part.versions.iter().flat_map(|version| [Some(version.valid_from), version.valid_to]);
    let bounds: BTreeSet<Date> =
        windows.flatten().flat_map(|window| [window.earliest, window.latest]).flatten().collect();
    let before = |day: Date| bounds.range(..=day).count();
    stretches.iter().map(|(day, _)| before(*day)).collect()
}

/// What decides a unit: its places, and for each place that may have changed it the numbers of
/// turns before either day.
type Key = (Pair, Vec<(usize, usize, usize)>);
/// A unit with its sides and what it is told with.
type Cell = (usize, [Seen; 2], Option<usize>);

struct Collector<'a> {
    parts: &'a [Part],
    held: &'a [Vec<On<'a>>],
    turns: &'a [Vec<usize>],
    kept: HashMap<Key, usize>,
    units: Vec<(Pair, [Date; 2], Unit)>,
    cells: HashMap<Cell, Vec<(usize, usize)>>,
}

impl Collector<'_> {
    /// Compares two stretches. Returns how many provisions say the same.
    fn compare(&mut self, days: [usize; 2], builder: &Builder<'_>) -> usize {
        let [before, after] = days.map(|day| self.held[day].as_slice());
        let pairs = pairs(self.parts, [before, after], true);
        let outer = around(self.parts, &pairs);
        // By pair: its unit, and the place of the unit with which it is told.
        let mut told: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
        for (pair, outer) in pairs.iter().zip(outer) {
            let number = match is_untouched(*pair, before, after) {
                true => self.kept(*pair, Vec::new(), builder),
                false => self.number(*pair, days, builder),
            };
            let unit = &self.units[number].2;
            let with = outer.and_then(|outer| {
                let (around, first) = told[outer];
                let pair = [*pair, pairs[outer]];
                let together = builder.is_told_with(pair, unit, &self.units[around].2);
                together.then(|| first.unwrap_or_else(|| pairs[outer].at()))
            });
            if unit.change != Change::Same {
                let seen = [(before, pair.before), (after, pair.after)]
                    .map(|(held, place)| self.seen(held, place, pair.at()));
                self.cells.entry((number, seen, with)).or_default().push((days[0], days[1]));
            }
            told.push((number, with));
        }
        let own = told.iter().filter(|(_, with)| with.is_none());
        let entries: Vec<Entry<'_>> = own
            .map(|(number, _)| Entry {
                unit: &self.units[*number].2,
                parts: Vec::new(),
                apart: Vec::new(),
            })
            .collect();
        let same = tally(&entries).into_iter().find(|(told, _)| *told == Told::Same);
        same.map_or(0, |(_, count)| count)
    }

    fn number(&mut self, pair: Pair, days: [usize; 2], builder: &Builder<'_>) -> usize {
        let deciding = builder.deciding(pair).into_iter();
        let turns = |place: usize, day: usize| self.turns[place][days[day]];
        let deciding = deciding.map(|place| (place, turns(place, 0), turns(place, 1))).collect();
        self.kept(pair, deciding, builder)
    }

    fn kept(
        &mut self,
        pair: Pair,
        deciding: Vec<(usize, usize, usize)>,
        builder: &Builder<'_>,
    ) -> usize {
        let key: Key = (pair, deciding);
        if let Some(known) = self.kept.get(&key) {
            return *known;
        }
        self.units.push((pair, builder.asked(), builder.unit(pair)));
        self.kept.insert(key, self.units.len() - 1);
        self.units.len() - 1
    }

    fn seen(&self, held: &[On<'_>], place: Option<usize>, listed: usize) -> Seen {
        let at = place.unwrap_or(listed);
        let on = &held[at];
        let own = on.version().and_then(|version| {
            self.parts[at].versions.iter().position(|other| std::ptr::eq(other, version))
        });
        let graded = if own.is_some() { Some(at) } else { on.by };
        Seen {
            place,
            version: own.filter(|_| place.is_some() && on.text().is_some()),
            graded: graded.filter(|_| !on.is_hidden()),
        }
    }

    fn into_units(self) -> Vec<Kept> {
        let mut kept: Vec<((usize, bool), usize, Kept)> = Vec::new();
        for ((number, sides, told_with), pairs) in self.cells {
            let (pair, asked, unit) = &self.units[number];
            let mut unit = unit.clone();
            unit.told_with = told_with.map(|place| self.parts[place].address.clone());
            let pairs = fields(&pairs);
            kept.push((
                pair.order(),
                number,
                Kept { unit, at: pair.at(), asked: *asked, sides, told_with, pairs },
            ));
        }
        kept.sort_by_key(|(order, number, kept)| (*order, *number, kept.told_with));
        kept.into_iter().map(|(.., kept)| kept).collect()
    }
}

/// True for a unit of which nothing turned.
fn is_untouched(pair: Pair, before: &[On<'_>], after: &[On<'_>]) -> bool {
    let (Some(was), Some(is)) = (pair.before, pair.after) else { return false };
    was == is
        && match (&before[was].held, &after[is].held) {
            (Held::Words(a), Held::Words(b))
            | (Held::Bare(a), Held::Bare(b))
            | (Held::Suspended(a), Held::Suspended(b)) => std::ptr::eq(*a, *b),
            _ => false,
        }
}

/// Pairs of stretches in their order → as few fields as a pass from the top finds.
fn fields(pairs: &[(usize, usize)]) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for row in pairs.chunk_by(|a, b| a.0 == b.0) {
        for run in row.chunk_by(|a, b| a.1 + 1 == b.1) {
            let (Some(&(earlier, start)), Some(&(_, last))) = (run.first(), run.last()) else {
                continue;
            };
            // Pairs whose later stretch is before the earlier one do not count: a run that begins
            // with its own stretch may begin before it as well.
            let follows = |field: &&mut Field| {
                field.earlier.1 == earlier
                    && field.later.1 == last + 1
                    && (field.later.0 == start || start == earlier && field.later.0 < start)
            };
            match fields.iter_mut().find(follows) {
                Some(field) => field.earlier.1 = earlier + 1,
                None => {
                    fields.push(Field { earlier: (earlier, earlier + 1), later: (start, last + 1) })
                }
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn fields_hold_their_pairs_and_no_others(
            chosen in prop::collection::btree_set((0_usize..8, 0_usize..8), 0..40)
        ) {
            let pairs: Vec<(usize, usize)> =
                chosen.into_iter().filter(|(earlier, later)| earlier <= later).collect();
            let fields = fields(&pairs);
            for earlier in 0..8 {
                for later in earlier..8 {
                    let times = fields.iter().filter(|field| field.has(earlier, later)).count();
                    let wanted = usize::from(pairs.contains(&(earlier, later)));
                    prop_assert_eq!(times, wanted, "{} {}", earlier, later);
                }
            }
        }
    }

    #[test]
    fn a_field_below_the_diagonal_is_one() {
        let pairs: Vec<(usize, usize)> = (0..4).flat_map(|i| (i..4).map(move |j| (i, j))).collect();
        let field = Field { earlier: (0, 4), later: (0, 4) };
        assert_eq!(fields(&pairs), vec![field]);
    }
}
