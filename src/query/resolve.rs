//! The words by which a user names an act or a provision → the one meant, or the nearest ones.

use super::absent::{Absent, absent};
use super::answer::{ActInfo, Ask};
use super::engine::{Engine, Refusal, info};
use crate::kazakh::skeleton::skeleton;
use crate::model::address::{Address, Step};
use crate::model::expression::Expression;
use crate::model::version::Axis;
use crate::parse::citation::parse_address;
use std::collections::{BTreeSet, HashSet};

/// How many near names a refusal lists at most.
const NEAREST: usize = 8;
/// Letters of a name by which near ones are sought: more than any number or address has.
const COMPARED: usize = 120;
/// The most bytes of the name of a provision; the longest ones cite an act with its title.
const LONGEST_NAME: usize = 2000;

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
    /// body's own. Without one there, the only document that has the address is meant. `13/*`,
    /// parts of which nobody knows the number, leads to what is around them, `13#соңғы` to the last
    /// paragraph of the day. What no reading finds is looked for among the printed addresses and
    /// eIds by its letters alone.
    ///
    /// # Errors
    /// No address, one that the act does not have, or one that several documents have.
    pub fn find_address(&self, act: &ActInfo, asked: &str, ask: &Ask) -> Result<Address, Refusal> {
        let asked = asked.trim();
        if asked.len() > LONGEST_NAME {
            return Err(Refusal::NoAddress { asked: asked.to_string() });
        }
        if let Some(around) = asked.strip_suffix("/*").filter(|around| !around.is_empty()) {
            return self.find_address(act, around, ask);
        }
        if let Some(owner) = asked.strip_suffix(&Step::LastText.to_string()) {
            let owner = self.find_address(act, owner, ask)?;
            return self.last_text(act, owner, *ask);
        }
        let readings = of_one_kind(parse_address(asked));
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
            (None, _) => self.spelt_alike(act, asked, &readings, ask.axis),
            (Some(first), Some(second)) => {
                Err(several(act, asked, [first, second].into_iter().chain(found)))
            }
        }
    }

    /// The last unnumbered paragraph of a unit on the day; the unit itself where it is its only
    /// one.
    fn last_text(&self, act: &ActInfo, owner: Address, ask: Ask) -> Result<Address, Refusal> {
        let units = self.outline(act, &owner, ask)?.units;
        let own = |address: &Address| {
            matches!(address.last(), Some(Step::Text(_)))
                && address.parent().as_ref() == Some(&owner)
        };
        let texts = units.into_iter().map(|unit| unit.address).filter(own);
        Ok(texts.last().unwrap_or(owner))
    }

    /// The place whose address or eId has the letters of what was asked.
    fn spelt_alike(
        &self,
        act: &ActInfo,
        asked: &str,
        readings: &[Address],
        axis: Axis,
    ) -> Result<Address, Refusal> {
        let versions = self.index.versions_under(&act.id.iri(), &Address::whole(), axis)?;
        let addresses: BTreeSet<Address> =
            versions.into_iter().map(|stored| stored.version.address).collect();
        // An eId has its words encoded: its readings have their letters.
        let asked_for = readings.iter().map(Address::to_string).chain([asked.to_owned()]);
        let keys: HashSet<String> =
            asked_for.map(|name| letters(&name)).filter(|key| !key.is_empty()).collect();
        let is = |address: &&Address| {
            let inside = address.within_component();
            let names = [address.to_string(), address.eid(), inside.to_string(), inside.eid()];
            names.iter().any(|name| keys.contains(&letters(name)))
        };
        let mut found = addresses.iter().filter(is).cloned();
        match (found.next(), found.next()) {
            (Some(address), None) => Ok(address),
            (Some(first), Some(second)) => {
                Err(several(act, asked, [first, second].into_iter().chain(found)))
            }
            (None, _) if readings.is_empty() => {
                Err(Refusal::NoAddress { asked: asked.to_string() })
            }
            (None, _) => Err(unknown_address(act, asked, readings, &addresses)),
        }
    }

    fn exists(&self, iri: &str, address: &Address, axis: Axis) -> Result<bool, Refusal> {
        Ok(self.index.has_place(iri, address, axis)?)
    }
}

/// The readings that name a unit of the same kind as the likeliest one: a point is not answered
/// with the sub-point of its number, which is told among the nearest places.
fn of_one_kind(mut readings: Vec<Address>) -> Vec<Address> {
    let numbered = |place: &Address| Some((place.parent()?, place.last()?.number()?.clone()));
    let first = readings.first().cloned();
    readings.retain(|reading| {
        let number = first.as_ref().and_then(numbered);
        number.is_none() || number != numbered(reading) || first.as_ref() == Some(reading)
    });
    readings
}

/// What says that several places are called so.
fn several(act: &ActInfo, asked: &str, places: impl Iterator<Item = Address>) -> Refusal {
    Refusal::SeveralAddresses {
        act: act.id.number.clone(),
        asked: asked.to_string(),
        candidates: places.map(|address| address.to_string()).collect(),
    }
}

/// The letters and the marks that tell addresses apart, of whatever alphabet. What stands between
/// two digits makes another number of them: `17-1`, `1.1`, `17 1`.
fn letters(name: &str) -> String {
    let tells = |c: char| c.is_alphanumeric() || matches!(c, '/' | '#' | ')' | '*' | '_');
    let is_digit = |c: &char| c.is_ascii_digit();
    let mut kept = String::with_capacity(name.len());
    let mut left_out = String::new();
    for letter in name.chars() {
        if !tells(letter) {
            left_out.push(letter);
            continue;
        }
        let before = kept.chars().next_back();
        if is_digit(&letter) && before.as_ref().is_some_and(is_digit) {
            kept.push_str(&left_out);
        }
        left_out.clear();
        kept.push(letter);
    }
    skeleton(&kept)
}

fn unknown_address(
    act: &ActInfo,
    asked: &str,
    readings: &[Address],
    addresses: &BTreeSet<Address>,
) -> Refusal {
    let mut near: Vec<(usize, usize, String)> = addresses
        .iter()
        .flat_map(|address| {
            let inside = address.within_component().to_string();
            readings.iter().take(NEAREST).map(move |reading| {
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
    Refusal::UnknownAddress {
        act: act.id.number.clone(),
        asked: asked.to_string(),
        absent: neighbours(act, readings, addresses).map(Box::new),
        candidates,
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
    let letters = |name: &str| -> Vec<char> {
        let beginning: String = name.chars().take(COMPARED).collect();
        skeleton(&beginning).chars().collect()
    };
    let (a, b) = (letters(a), letters(b));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_places_apart_but_not_spellings() {
        for (a, b) in [
            ("аббревиатуралар/\"Атамекен\" ҰКП", "аббревиатуралар/Атамекен ұкп"),
            ("att_1__abbr_Атамекен-ҰКП", "att_1__abbr_\"Атамекен\" ҰКП"),
        ] {
            assert_eq!(letters(a), letters(b), "{a} {b}");
        }
        for (a, b) in [("17-1", "171"), ("1.1", "11"), ("17 1", "171"), ("1-1", "1.1"), ("6", "6)")]
        {
            assert_ne!(letters(a), letters(b), "{a} {b}");
        }
    }
}
