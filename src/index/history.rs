//! The builds of an index, one after the other → what changed between an earlier one and the one
//! in use. Each build keeps what it found and replaced, so that the states before it can be told
//! again at the cost of the changes alone.

use super::digest::ActDigest;
use super::packet::Packet;
use super::short;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Builds that are remembered, the one in use included.
pub const REMEMBERED: usize = 64;

/// Replaced hashes that are remembered with them; of older builds no more is told. The last build
/// is compared with the one before it however much it changed.
const REPLACED: usize = 500_000;

/// The builds of an index, the oldest first, and what the acts say by the last one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    pub(super) builds: Vec<Build>,
    /// By IRI. Of the many acts few are ever looked into.
    pub(super) acts: BTreeMap<String, Packet<ActDigest>>,
}

/// A build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Build {
    /// Hash over all inputs, as documents name it in `generator`.
    pub corpus: String,
    /// The program that made it, to the letter.
    pub tool: String,
    /// The day on which it was made, where its maker knew one.
    pub day: Option<Date>,
    /// What stood there before, by IRI, of everything that it changed; nothing in the oldest one.
    pub(super) replaced: BTreeMap<String, Option<Packet<Replaced>>>,
    /// The hashes in it.
    pub(super) weight: usize,
}

/// What an act said before a build changed it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Replaced {
    pub facts: u64,
    pub printed: u64,
    /// By address, of the places that were changed; `None`: there was no such place.
    #[serde(with = "short")]
    pub places: BTreeMap<String, Option<u64>>,
}

/// How something differs from what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It was not there.
    Added,
    /// It is no longer there.
    Removed,
    /// It was there and is, and says something else.
    Changed,
}

/// An act that differs from what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActChange {
    /// Its IRI.
    pub act: String,
    /// How.
    pub turn: Turn,
    /// True where what is known of the act as a whole differs.
    pub facts: bool,
    /// True where what is printed stands elsewhere in its texts, or in texts with other bytes.
    pub printed: bool,
    /// The places of a changed act that differ, by address.
    pub places: Vec<(String, Turn)>,
}

impl History {
    /// The builds, the oldest first; the last one is in use.
    pub fn builds(&self) -> &[Build] {
        &self.builds
    }

    /// What the acts say by the last build, by IRI.
    pub fn acts(&self) -> &BTreeMap<String, Packet<ActDigest>> {
        &self.acts
    }

    /// Position of the build of a corpus whose hash begins so. Of several builds of one corpus it
    /// is the oldest: what changed since any of them changed since that one.
    ///
    /// # Errors
    /// The hashes that begin so: none or several.
    pub fn of_corpus(&self, hash: &str) -> Result<usize, Vec<String>> {
        let fitting = |build: &&Build| build.corpus.starts_with(hash);
        let mut corpora: Vec<&str> =
            self.builds.iter().filter(fitting).map(|build| build.corpus.as_str()).collect();
        corpora.sort_unstable();
        corpora.dedup();
        let found = match corpora.as_slice() {
            [only] => self.builds.iter().position(|build| build.corpus == *only),
            _ => None,
        };
        found.ok_or_else(|| corpora.into_iter().map(str::to_owned).collect())
    }

    /// Position of the last build made on a day or before it.
    pub fn made_by(&self, day: Date) -> Option<usize> {
        self.builds.iter().rposition(|build| build.day.is_some_and(|made| made <= day))
    }

    /// The history after one more build, by which the acts say `acts`. A build that repeats the
    /// last one is none.
    #[must_use]
    pub fn then(
        mut self,
        corpus: &str,
        tool: &str,
        day: Option<Date>,
        acts: BTreeMap<String, Packet<ActDigest>>,
    ) -> History {
        let (replaced, weight) = match self.builds.is_empty() {
            true => (BTreeMap::new(), 0),
            false => replaced(&self.acts, &acts),
        };
        let same = |last: &Build| last.corpus == corpus && last.tool == tool;
        if replaced.is_empty() && self.builds.last().is_some_and(same) {
            return self;
        }
        let (corpus, tool) = (corpus.to_owned(), tool.to_owned());
        self.builds.push(Build { corpus, tool, day, replaced, weight });
        self.acts = acts;
        let mut kept = 0;
        let mut known = 0;
        for build in self.builds.iter().rev().take(REMEMBERED - 1) {
            known += build.weight;
            if kept > 0 && known > REPLACED {
                break;
            }
            kept += 1;
        }
        // The build before the oldest whose changes are known is the first that can be named.
        let first = self.builds.len().saturating_sub(kept + 1);
        self.builds.drain(..first);
        if let Some(oldest) = self.builds.first_mut() {
            oldest.replaced.clear();
            oldest.weight = 0;
        }
        self
    }

    /// What differs now from what was by the build at this position, by IRI. What was changed and
    /// changed back does not differ.
    pub fn since(&self, position: usize) -> Vec<ActChange> {
        let mut before: BTreeMap<&str, Before> = BTreeMap::new();
        for build in self.builds.iter().skip(position + 1) {
            for (act, replaced) in &build.replaced {
                let replaced = replaced.as_ref().map(Packet::open);
                match before.entry(act) {
                    Entry::Vacant(entry) => {
                        entry.insert(Before { then: replaced, whole: false });
                    }
                    Entry::Occupied(mut entry) => entry.get_mut().meet(replaced.as_ref()),
                }
            }
        }
        let change = |(act, before): (&str, Before)| {
            let now = self.acts.get(act).map(Packet::open);
            change(act, before.of(now.as_ref()).as_ref(), now.as_ref())
        };
        before.into_iter().filter_map(change).collect()
    }
}

/// What an act said by an earlier build, as far as the builds after it changed that.
struct Before {
    /// `None`: there was no such act.
    then: Option<Replaced>,
    /// True where the act was gone in between: then all that it said is in `then`.
    whole: bool,
}

impl Before {
    /// Takes in what a later build replaced of the same act.
    fn meet(&mut self, later: Option<&Replaced>) {
        let Some(then) = &mut self.then else { return };
        match later {
            Some(later) if !self.whole => {
                for (place, hash) in &later.places {
                    then.places.entry(place.clone()).or_insert(*hash);
                }
            }
            Some(_) => {}
            None => self.whole = true,
        }
    }

    /// The whole of it, to be compared with what the act says now.
    fn of(self, now: Option<&ActDigest>) -> Option<Replaced> {
        let mut then = self.then?;
        if let (true, Some(now)) = (self.whole, now) {
            for place in now.places.keys() {
                then.places.entry(place.clone()).or_insert(None);
            }
        }
        Some(then)
    }
}

/// What was before, of everything that is otherwise now, and how many hashes that are.
fn replaced(
    then: &BTreeMap<String, Packet<ActDigest>>,
    now: &BTreeMap<String, Packet<ActDigest>>,
) -> (BTreeMap<String, Option<Packet<Replaced>>>, usize) {
    let mut replaced = BTreeMap::new();
    let mut weight = 0;
    for (act, was) in then {
        let is = now.get(act);
        if is == Some(was) {
            continue;
        }
        let (was, is) = (was.open(), is.map(Packet::open));
        let places = was.places.iter().filter(|(place, hash)| {
            is.as_ref().is_none_or(|is| is.places.get(*place) != Some(*hash))
        });
        let mut places: BTreeMap<_, _> =
            places.map(|(place, hash)| (place.clone(), Some(*hash))).collect();
        for place in is.iter().flat_map(|is| is.places.keys()) {
            if !was.places.contains_key(place) {
                places.insert(place.clone(), None);
            }
        }
        weight += places.len() + 1;
        let was = Replaced { facts: was.facts, printed: was.printed, places };
        replaced.insert(act.clone(), Some(Packet::of(&was)));
    }
    for act in now.keys().filter(|act| !then.contains_key(*act)) {
        weight += 1;
        replaced.insert(act.clone(), None);
    }
    (replaced, weight)
}

fn change(act: &str, then: Option<&Replaced>, now: Option<&ActDigest>) -> Option<ActChange> {
    let whole = |turn| {
        Some(ActChange {
            act: act.to_owned(),
            turn,
            facts: true,
            printed: true,
            places: Vec::new(),
        })
    };
    let (then, now) = match (then, now) {
        (None, None) => return None,
        (None, Some(_)) => return whole(Turn::Added),
        (Some(_), None) => return whole(Turn::Removed),
        (Some(then), Some(now)) => (then, now),
    };
    let places = then.places.iter().filter_map(|(place, was)| {
        let turn = match (was, now.places.get(place)) {
            (Some(was), Some(is)) if was == is => return None,
            (None, None) => return None,
            (None, Some(_)) => Turn::Added,
            (Some(_), None) => Turn::Removed,
            (Some(_), Some(_)) => Turn::Changed,
        };
        Some((place.clone(), turn))
    });
    let change = ActChange {
        act: act.to_owned(),
        turn: Turn::Changed,
        facts: then.facts != now.facts,
        printed: then.printed != now.printed,
        places: places.collect(),
    };
    (change.facts || change.printed || !change.places.is_empty()).then_some(change)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Acts = BTreeMap<String, ActDigest>;

    fn packed(acts: &Acts) -> BTreeMap<String, Packet<ActDigest>> {
        acts.iter().map(|(act, said)| (act.clone(), Packet::of(said))).collect()
    }

    fn acts() -> impl Strategy<Value = Acts> {
        let places = prop::collection::btree_map("[1-4]", 0..3_u64, 0..4);
        let act = (0..2_u64, 0..2_u64, places).prop_map(|(facts, printed, places)| ActDigest {
            facts,
            printed,
            places,
        });
        prop::collection::btree_map("[a-c]", act, 0..4)
    }

    fn after(builds: &[Acts]) -> History {
        builds.iter().enumerate().fold(History::default(), |history, (number, acts)| {
            history.then(&number.to_string(), "tool", None, packed(acts))
        })
    }

    /// What differs, told from both states at hand.
    fn compared(then: &Acts, now: &Acts) -> Vec<ActChange> {
        let all: BTreeMap<&String, ()> =
            then.keys().chain(now.keys()).map(|act| (act, ())).collect();
        let told = all.keys().filter_map(|act| {
            let was = then.get(*act).map(|was| {
                let known = was.places.iter().map(|(place, hash)| (place.clone(), Some(*hash)));
                let new = now.get(*act).into_iter().flat_map(|is| is.places.keys());
                let new = new.filter(|place| !was.places.contains_key(*place));
                let places = known.chain(new.map(|place| (place.clone(), None))).collect();
                Replaced { facts: was.facts, printed: was.printed, places }
            });
            change(act, was.as_ref(), now.get(*act))
        });
        told.collect()
    }

    proptest! {
        #[test]
        fn every_earlier_build_can_be_compared(builds in prop::collection::vec(acts(), 1..8)) {
            let history = after(&builds);
            let bytes = postcard::to_stdvec(&history).expect("bytes");
            let history = postcard::from_bytes::<History>(&bytes).expect("a history");
            let now = builds.last().expect("a build");
            for (position, then) in builds.iter().enumerate() {
                prop_assert_eq!(history.since(position), compared(then, now));
            }
        }
    }

    #[test]
    fn old_builds_are_forgotten() {
        let act = |facts| ActDigest { facts, printed: 0, places: BTreeMap::new() };
        let builds: Vec<Acts> =
            (0..200).map(|number| [("a".to_owned(), act(number))].into()).collect();
        let history = after(&builds);
        assert_eq!(history.builds().len(), REMEMBERED);
        assert_eq!(history.builds()[0].corpus, (200 - REMEMBERED).to_string());
        assert_eq!(history.builds()[0].weight, 0);
        assert_eq!(history.since(0).len(), 1);
        assert_eq!(history.since(REMEMBERED - 1), []);
    }

    #[test]
    fn builds_are_named_by_corpus_and_by_day() {
        let day = |day| Some(jiff::civil::date(2026, 1, day));
        let none = BTreeMap::new;
        let history = [("ab1", "old", day(1)), ("ab1", "new", day(3)), ("ab2", "new", None)]
            .into_iter()
            .fold(History::default(), |history, (corpus, tool, day)| {
                history.then(corpus, tool, day, none())
            });
        let again = history.clone().then("ab2", "new", day(9), none());
        assert_eq!(again, history);
        assert_eq!(history.of_corpus("ab1"), Ok(0));
        assert_eq!(history.of_corpus("ab2"), Ok(2));
        assert_eq!(history.of_corpus("ab"), Err(vec!["ab1".to_owned(), "ab2".to_owned()]));
        assert_eq!(history.of_corpus("c"), Err(Vec::new()));
        let made_by = |given| history.made_by(day(given).expect("a day"));
        assert_eq!(
            [made_by(1), made_by(2), made_by(3), made_by(9)],
            [Some(0), Some(0), Some(1), Some(1)]
        );
        assert_eq!(history.made_by(jiff::civil::date(2025, 12, 31)), None);
    }

    #[test]
    fn what_was_changed_back_does_not_differ() {
        let act =
            |hash| ActDigest { facts: 0, printed: 0, places: [("1".to_owned(), hash)].into() };
        let builds: Vec<Acts> =
            [1, 2, 1].iter().map(|hash| [("a".to_owned(), act(*hash))].into()).collect();
        let history = after(&builds);
        assert_eq!(history.since(0), []);
        let [change] = history.since(1).try_into().expect("one act");
        assert_eq!(change.places, [("1".to_owned(), Turn::Changed)]);
    }
}
