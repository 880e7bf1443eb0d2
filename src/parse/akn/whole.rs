//! A document with all versions of an act → the act on a day: of every unit the version that
//! holds, and a gap where more than one may.

use super::{Document, Unit};
use crate::model::certainty::{Certainty, Status};
use crate::model::day::Window;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// What a document tells of a version of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its name, by which units refer to it.
    pub id: String,
    /// The place: a number that all its versions have in common.
    pub place: usize,
    /// Its state.
    pub status: Status,
    /// False where units may stand in it of which nothing is known.
    pub parts_known: bool,
    /// When it begins.
    pub begins: Window,
    /// When it ends; `None` while it holds.
    pub ends: Option<Window>,
    /// How sure it is, from a day on (`None`: since ever), ascending.
    pub grades: Vec<(Option<Date>, Certainty)>,
}

impl Edition {
    fn may_hold(&self, day: Date) -> bool {
        self.begins.may_have_begun(day) && self.ends.is_none_or(|end| !end.has_begun(day))
    }

    /// How sure it is on a day.
    pub fn certainty(&self, day: Date) -> Certainty {
        let begun = |grade: &&(Option<Date>, Certainty)| grade.0.is_none_or(|from| from <= day);
        let grade = self.grades.iter().rev().find(begun).or_else(|| self.grades.first());
        grade.map_or(Certainty::Unknown, |(_, certainty)| *certainty)
    }
}

/// A unit on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The unit; without words, and of status `unknown`, where it may stand in two versions.
    pub unit: Unit,
    /// How sure that is.
    pub certainty: Certainty,
}

/// What a place is on a day.
enum Standing<'d> {
    Nothing,
    Is(&'d Edition),
    Open,
}

impl Document {
    /// The act on a day, by the versions that the document tells: units in document order. Empty
    /// for a document that tells none.
    pub fn on(&self, day: Date) -> Vec<Held> {
        let mut held: HashMap<usize, Vec<&Edition>> = HashMap::new();
        for edition in self.editions.iter().filter(|edition| edition.may_hold(day)) {
            held.entry(edition.place).or_default().push(edition);
        }
        let editions: HashMap<&str, &Edition> =
            self.editions.iter().map(|edition| (edition.id.as_str(), edition)).collect();
        let mut first: HashMap<&str, &Unit> = HashMap::new();
        for unit in &self.units {
            if let Some(version) = &unit.version {
                first.entry(version).or_insert(unit);
            }
        }
        // Units that hold, with whether everything in and around them is known.
        let mut standing: HashMap<usize, bool> = HashMap::new();
        let mut open: HashSet<(Option<usize>, usize)> = HashSet::new();
        let mut units = Vec::new();
        for (i, unit) in self.units.iter().enumerate() {
            let around = match unit.around {
                None => Some(true),
                Some(around) => standing.get(&around).copied(),
            };
            let edition = unit.version.as_ref().and_then(|version| editions.get(version.as_str()));
            let (Some(known), Some(edition)) = (around, edition) else { continue };
            let possible = held.get(&edition.place).map_or(&[][..], Vec::as_slice);
            match on(possible, &first) {
                Standing::Nothing => {}
                Standing::Is(holds) => {
                    let covered = edition.status == Status::Unknown && !known;
                    if holds.id != edition.id || covered {
                        continue;
                    }
                    if edition.status == Status::InForce {
                        standing.insert(i, known && edition.parts_known);
                    }
                    units.push(Held { unit: unit.clone(), certainty: edition.certainty(day) });
                }
                Standing::Open => {
                    let one_of = possible.iter().any(|one| one.id == edition.id);
                    if one_of && open.insert((unit.around, edition.place)) {
                        let unit = Unit {
                            number: None,
                            heading: None,
                            words: None,
                            status: Some("unknown".to_owned()),
                            notes: Vec::new(),
                            version: None,
                            ..unit.clone()
                        };
                        units.push(Held { unit, certainty: Certainty::Unknown });
                    }
                }
            }
        }
        units
    }
}

/// Which of the versions that may hold does: the last one where all say the same.
fn on<'d>(possible: &[&'d Edition], first: &HashMap<&str, &Unit>) -> Standing<'d> {
    let Some((last, before)) = possible.split_last() else { return Standing::Nothing };
    let said = |edition: &Edition| {
        let unit = first.get(edition.id.as_str());
        unit.map(|unit| (&unit.number, &unit.heading, &unit.words))
    };
    let same = |one: &&Edition| one.status == last.status && said(one) == said(last);
    if before.iter().all(same) { Standing::Is(last) } else { Standing::Open }
}

/// Takes in what an element of the proprietary part tells of places and versions.
pub(super) fn tell<'a>(
    document: &mut Document,
    element: &str,
    get: &impl Fn(&str) -> Option<&'a str>,
) {
    let editions = &mut document.editions;
    let day = |key: &str| get(key).and_then(|day| day.parse::<Date>().ok());
    let window = || match day("date") {
        Some(day) => Window::exact(day),
        None => Window { earliest: day("earliest"), latest: day("latest") },
    };
    match element {
        "nusqa:place" => document.places += 1,
        "nusqa:version" => {
            let (Some(id), Some(status)) = (get("id"), get("status").and_then(Status::from_name))
            else {
                return;
            };
            editions.push(Edition {
                id: id.to_owned(),
                place: document.places,
                status,
                parts_known: get("unknown") != Some("parts"),
                begins: Window { earliest: None, latest: None },
                ends: None,
                grades: Vec::new(),
            });
        }
        "nusqa:begins" => {
            if let Some(last) = editions.last_mut() {
                last.begins = window();
            }
        }
        "nusqa:ends" => {
            if let Some(last) = editions.last_mut() {
                last.ends = Some(window());
            }
        }
        "nusqa:grade" => {
            if let (Some(last), Some(certainty)) =
                (editions.last_mut(), get("certainty").and_then(Certainty::from_name))
            {
                last.grades.push((day("from"), certainty));
            }
        }
        _ => {}
    }
}
