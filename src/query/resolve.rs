//! The words by which a user names an act or a provision → the one meant, or the nearest ones.

use super::absent::{Absent, absent};
use super::answer::{ActInfo, Ask};
use super::engine::{Engine, Refusal, info};
use crate::kazakh::skeleton::skeleton;
use crate::model::address::Address;
use crate::model::expression::Expression;
use crate::model::version::Axis;
use crate::parse::citation::parse_address;
use std::collections::BTreeSet;

/// How many near names a refusal lists at most.
const NEAREST: usize = 8;

impl Engine {
    /// The act that a user names by its number (`832`, `418-V`, `343/НҚ`), its IRI, or words of
    /// its title. An act with text goes before acts that are only named under the same number.
    /// The day and the portion that an IRI may name are left to the caller.
    ///
    /// # Errors
    /// Nothing or several things are called that.
    pub fn find_act(&self, asked: &str) -> Result<ActInfo, Refusal> {
        let name = asked.trim();
        if name.starts_with("/akn/") {
            if let Some(named) = Expression::parse(name)
                && let Some(act) = self.index.act(named.work)?
            {
                return Ok(info(act));
            }
            return Err(self.unknown_act(asked)?);
        }
        let mut acts = self.acts_called(name)?;
        match (acts.pop(), acts.is_empty()) {
            (Some(act), true) => Ok(act),
            (None, _) => Err(self.unknown_act(asked)?),
            (Some(last), false) => Err(Refusal::SeveralActs {
                asked: asked.to_string(),
                candidates: acts.iter().chain([&last]).map(named).collect(),
            }),
        }
    }

    /// The acts that a number or words of a title may mean: those of the first spelling that any
    /// act has, and of several only those with text where there is one such.
    pub(super) fn acts_called(&self, name: &str) -> Result<Vec<ActInfo>, Refusal> {
        let number = name.trim_start_matches(['№', '#']).trim();
        let mut acts = Vec::new();
        for number in number_spellings(number) {
            if acts.is_empty() {
                acts = self.index.acts_with_number(&number)?;
            }
        }
        if acts.is_empty() {
            acts = self.index.acts_with_title(&title_words(name))?;
        }
        let with_text = acts.iter().filter(|act| !act.referenced).count();
        if with_text == 1 {
            acts.retain(|act| !act.referenced);
        }
        Ok(acts.into_iter().map(info).collect())
    }

    fn unknown_act(&self, asked: &str) -> Result<Refusal, Refusal> {
        let mut near: Vec<(usize, String)> = self
            .index
            .acts()?
            .into_iter()
            .map(info)
            .map(|act| (distance(asked.trim(), &act.id.number), named(&act)))
            .collect();
        near.sort();
        let candidates = near.into_iter().take(NEAREST).map(|(_, shown)| shown).collect();
        Ok(Refusal::UnknownAct { asked: asked.to_string(), candidates })
    }

    /// The provision that a user names, in any of the ways in which lawyers and programs do.
    ///
    /// The body of the act goes before the documents that it approves: a bare address is the
    /// body's own. Without one there, the only document that has the address is meant.
    ///
    /// # Errors
    /// No address, one that the act does not have, or one that several documents have.
    pub fn find_address(&self, act: &ActInfo, asked: &str, ask: &Ask) -> Result<Address, Refusal> {
        let readings = parse_address(asked);
        if readings.is_empty() {
            return Err(Refusal::NoAddress { asked: asked.to_string() });
        }
        let iri = act.id.iri();
        for reading in &readings {
            if reading.is_whole() || self.exists(&iri, reading, ask.axis)? {
                return Ok(reading.clone());
            }
        }
        let mut found = BTreeSet::new();
        for component in act.components.iter().filter(|component| !component.is_whole()) {
            for reading in &readings {
                let inside = reading.prefixed(component);
                if self.exists(&iri, &inside, ask.axis)? {
                    found.insert(inside);
                }
            }
        }
        let mut found = found.into_iter();
        match (found.next(), found.next()) {
            (Some(address), None) => Ok(address),
            (None, _) => Err(self.unknown_address(act, asked, &readings, ask.axis)?),
            (Some(first), Some(second)) => Err(Refusal::SeveralAddresses {
                act: act.id.number.clone(),
                asked: asked.to_string(),
                candidates: [first, second]
                    .into_iter()
                    .chain(found)
                    .map(|address| address.to_string())
                    .collect(),
            }),
        }
    }

    fn exists(&self, iri: &str, address: &Address, axis: Axis) -> Result<bool, Refusal> {
        Ok(self.index.has_place(iri, address, axis)?)
    }

    fn unknown_address(
        &self,
        act: &ActInfo,
        asked: &str,
        readings: &[Address],
        axis: Axis,
    ) -> Result<Refusal, Refusal> {
        let versions = self.index.versions_under(&act.id.iri(), &Address::whole(), axis)?;
        let addresses: BTreeSet<Address> =
            versions.into_iter().map(|stored| stored.version.address).collect();
        let mut near: Vec<(usize, usize, String)> = addresses
            .iter()
            .flat_map(|address| {
                let inside = address.within_component().to_string();
                readings.iter().map(move |reading| {
                    let reading = reading.within_component().to_string();
                    let far = distance(&reading, &inside);
                    (far, inside.chars().count(), address.to_string())
                })
            })
            .collect();
        near.sort();
        let mut candidates: Vec<String> = Vec::new();
        for (_, _, address) in near {
            if !candidates.contains(&address) {
                candidates.push(address);
            }
            if candidates.len() == NEAREST {
                break;
            }
        }
        Ok(Refusal::UnknownAddress {
            act: act.id.number.clone(),
            asked: asked.to_string(),
            absent: neighbours(act, readings, &addresses),
            candidates,
        })
    }
}

/// The printed neighbours of a place that no document of the act has: a hole goes before an end,
/// and of several ends the furthest is meant.
fn neighbours(
    act: &ActInfo,
    readings: &[Address],
    addresses: &BTreeSet<Address>,
) -> Option<Absent> {
    let inside = |reading: &Address| {
        let bare = reading.component().is_whole();
        let components = act.components.iter().filter(move |_| bare);
        let inside: Vec<Address> =
            components.map(|component| reading.prefixed(component)).collect();
        inside.into_iter().chain([reading.clone()])
    };
    let found = readings.iter().flat_map(inside).filter_map(|place| absent(&place, addresses));
    found.max_by_key(|absent| match absent {
        Absent::Between(..) => (2, None),
        Absent::Before(_) => (1, None),
        Absent::After(last) => (0, last.last().and_then(|step| step.number()).cloned()),
    })
}

fn named(act: &ActInfo) -> String {
    match &act.title {
        Some(title) => format!("№ {} ({}) {}", act.id.number, act.id.adopted, title),
        None => format!("№ {} ({})", act.id.number, act.id.adopted),
    }
}

/// A number as typed, and as it would be in the other alphabet: Roman numerals are Latin in
/// numbers of laws, the suffix of a ministry's orders is Cyrillic. Last with a slash where a
/// dash was typed, as IRIs write it.
fn number_spellings(number: &str) -> Vec<String> {
    const PAIRS: [(char, char); 9] = [
        ('І', 'I'),
        ('Х', 'X'),
        ('М', 'M'),
        ('С', 'C'),
        ('Н', 'H'),
        ('Қ', 'K'),
        ('К', 'K'),
        ('А', 'A'),
        ('В', 'B'),
    ];
    let upper: String = number.chars().flat_map(char::to_uppercase).collect();
    let latin: String = upper
        .chars()
        .map(|c| PAIRS.iter().find(|(cyrillic, _)| *cyrillic == c).map_or(c, |(_, latin)| *latin))
        .collect();
    let mut spellings = vec![number.to_string(), latin.clone()];
    let ministry = upper.replace("НК", "НҚ").replace("HK", "НҚ").replace("NQ", "НҚ");
    spellings.push(ministry);
    let slashed: Vec<String> = spellings.iter().map(|number| number.replace('-', "/")).collect();
    spellings.extend(slashed);
    // An act without a number is called by the name that its card gives it.
    spellings.push(format!("~{}", number.to_lowercase()));
    spellings.dedup();
    spellings
}

fn title_words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// How far two short names are apart: insertions, deletions and exchanges of letters, letters
/// that look the same being equal.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) =
        (skeleton(a).chars().collect(), skeleton(b).chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = if x == y { diagonal } else { 1 + diagonal.min(row[j]).min(row[j + 1]) };
            diagonal = row[j + 1];
            row[j + 1] = cost;
        }
    }
    row.last().copied().unwrap_or(a.len())
}
