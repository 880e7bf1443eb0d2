//! The places of an act through time → what stands around each version and is searched with it:
//! the headings above, the lead-in before, the closing paragraph behind, the notes at it.

use crate::corpus::ReadText;
use crate::index::Context;
use crate::model::address::{Address, Step};
use crate::model::certainty::Status;
use crate::model::kind::Kind;
use crate::model::tree::PrintedStatus;
use crate::model::version::Version;
use crate::timeline::PlaceVersions;
use std::collections::HashMap;

/// Unnumbered paragraphs of a unit that are searched with its own words.
const PARAGRAPHS: usize = 6;

/// Notes by the place at which they stand: the path of their text, and their words.
type Notes = HashMap<Address, Vec<(String, String)>>;

/// The surroundings of the places of one act.
pub struct Surroundings<'a> {
    act: String,
    places: &'a [PlaceVersions],
    by_address: HashMap<&'a Address, usize>,
    /// The unnumbered paragraphs behind the list of a unit.
    closing: HashMap<Address, Vec<usize>>,
    /// By place: the paragraph before the new text that it belongs to.
    orders: Vec<Option<usize>>,
    /// By place: the place of the provision to which it belongs.
    units: Vec<usize>,
    /// By provision: its unnumbered paragraphs.
    paragraphs: HashMap<usize, Vec<usize>>,
    notes: Notes,
}

impl<'a> Surroundings<'a> {
    /// Of these places, which these texts print.
    pub fn new(act: String, places: &'a [PlaceVersions], texts: &[ReadText]) -> Self {
        let by_address: HashMap<&Address, usize> =
            places.iter().enumerate().map(|(i, place)| (&place.place.address, i)).collect();
        let mut closing: HashMap<Address, Vec<usize>> = HashMap::new();
        for (i, place) in places.iter().enumerate().skip(1) {
            let before = &places[i - 1].place.address;
            let address = &place.place.address;
            let behind = matches!(address.last(), Some(Step::Text(_)))
                && address.parent().is_some_and(|unit| {
                    before.is_within(&unit)
                        && matches!(before.within_component().steps(), [.., Step::Subparagraph(_)])
                });
            if behind && let Some(unit) = address.parent() {
                closing.entry(unit).or_default().push(i);
            }
        }
        let mut orders: Vec<Option<usize>> = Vec::with_capacity(places.len());
        for (i, place) in places.iter().enumerate() {
            let quoted = place.place.kind == Kind::Quoted;
            let before = i.checked_sub(1).filter(|_| quoted);
            orders.push(before.map(|before| orders[before].unwrap_or(before)));
        }
        let mut units: Vec<usize> = Vec::with_capacity(places.len());
        let mut paragraphs: HashMap<usize, Vec<usize>> = HashMap::new();
        for (i, place) in places.iter().enumerate() {
            let owner = || by_address.get(&place.place.address.parent()?).copied();
            let unit = match place.place.kind {
                Kind::Text => owner().map(|owner| units.get(owner).copied().unwrap_or(i)),
                Kind::Quoted if !opens_a_unit(place) => i
                    .checked_sub(1)
                    .filter(|before| places[*before].place.kind == Kind::Quoted)
                    .map(|before| units[before]),
                _ => None,
            };
            units.push(unit.unwrap_or(i));
            if let Some(unit) = unit.filter(|unit| *unit != i) {
                paragraphs.entry(unit).or_default().push(i);
            }
        }
        let notes = notes(texts, &by_address);
        Surroundings { act, places, by_address, closing, orders, units, paragraphs, notes }
    }

    /// Of one version of the place with this index.
    pub fn of(&self, place: usize, version: &Version) -> Context {
        let words = |i: usize| words_beside(&self.places[i].versions, version);
        let at = |address: &Address| self.by_address.get(address).copied();
        let here = &self.places[place].place;
        let mut above: Vec<usize> = here.groups.iter().filter_map(at).collect();
        let mut around = Vec::new();
        let mut chain: Vec<usize> = Vec::new();
        let mut parent = here.address.parent();
        while let Some(address) = parent.filter(|address| !address.is_whole()) {
            chain.extend(at(&address));
            if address.last().is_some_and(Step::is_component) {
                chain.extend(at(&address.child(Step::Title)));
            }
            parent = address.parent();
        }
        chain.reverse();
        for i in chain {
            let kind = self.places[i].place.kind;
            if kind.is_grouping()
                || matches!(kind, Kind::Article | Kind::Title | Kind::Annex | Kind::Table)
            {
                above.push(i);
            } else {
                around.push(i);
            }
        }
        above.sort_unstable();
        above.dedup();
        if here.kind.is_amending() {
            around.extend(self.order_before(place));
        }
        if matches!(here.address.last(), Some(Step::Subparagraph(_)))
            && let Some(behind) = here.address.parent().and_then(|unit| self.closing.get(&unit))
        {
            around.extend(behind.iter().take(2));
        }
        if let Some(paragraphs) = self.paragraphs.get(&place) {
            around.extend(paragraphs.iter().take(PARAGRAPHS));
        }
        Context {
            act: self.act.clone(),
            unit: self.places[self.units[place]].place.address.clone(),
            earlier: earlier(&self.places[place].versions, version),
            path: above
                .into_iter()
                .filter(|i| *i != place)
                .filter_map(words)
                .map(first_line)
                .collect(),
            around: around.into_iter().filter_map(words).map(first_line).collect(),
            notes: self.notes_of(place, version),
        }
    }

    /// The order whose new text a paragraph belongs to, and the paragraph with which that begins.
    fn order_before(&self, place: usize) -> Vec<usize> {
        match self.orders[place] {
            None => Vec::new(),
            Some(order) if order + 1 < place => vec![order, order + 1],
            Some(order) => vec![order],
        }
    }

    fn notes_of(&self, place: usize, version: &Version) -> Vec<String> {
        let here = &self.places[place];
        let Some(notes) = self.notes.get(&here.place.address) else { return Vec::new() };
        let shown = |version: &Version| {
            version.known_to.is_none()
                && (version.text.is_some() || version.status == Status::Repealed)
        };
        if !shown(version) {
            return Vec::new();
        }
        let last = here.versions.iter().rfind(|other| other.axis == version.axis && shown(other));
        let is_last = last.is_some_and(|last| last == version);
        let printed_by = |file: &str| {
            version.evidence.iter().any(|evidence| &*evidence.span.source.file == file)
        };
        let at = notes.iter().filter(|(file, _)| is_last || printed_by(file));
        at.map(|(_, words)| words.clone()).collect()
    }
}

/// New text begins a unit with its number: `"8.`, `1)`.
fn opens_a_unit(place: &PlaceVersions) -> bool {
    let text = place.versions.iter().find_map(|version| version.text.as_deref());
    let text = text.unwrap_or_default().trim_start_matches(['"', '«', '“', ' ']);
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    number.len() < text.len() && number.starts_with(['.', ')'])
}

/// The words before a version that holds without known words.
fn earlier(versions: &[Version], version: &Version) -> Option<String> {
    if version.text.is_some()
        || !matches!(version.status, Status::InForce | Status::Suspended | Status::Unknown)
    {
        return None;
    }
    let before = |other: &&Version| {
        other.axis == version.axis
            && other.text.is_some()
            && other.known_to.is_none()
            && other.valid_from.earliest <= version.valid_from.earliest
    };
    let last = versions.iter().filter(before).max_by_key(|other| other.valid_from.earliest)?;
    let text = last.text.as_deref()?;
    Some(text.get(last.body..).unwrap_or(text).to_string())
}

/// The words that a place had beside a version: those of the day on which it surely held.
fn words_beside<'a>(versions: &'a [Version], version: &Version) -> Option<&'a str> {
    let with_words = |other: &&Version| other.axis == version.axis && other.text.is_some();
    let day = version.valid_from.latest.or(version.valid_from.earliest);
    let beside =
        versions.iter().filter(with_words).rfind(|other| day.is_none_or(|day| other.may_hold(day)));
    let any = || versions.iter().rfind(with_words);
    beside.or_else(any)?.text.as_deref()
}

fn first_line(words: &str) -> String {
    words.lines().next().unwrap_or_default().trim().to_string()
}

fn notes(texts: &[ReadText], places: &HashMap<&Address, usize>) -> Notes {
    let mut notes: Notes = HashMap::new();
    for text in texts {
        let file = text.tree.source.file.to_string();
        for unit in &text.tree.units {
            let tombstone = unit.status != PrintedStatus::InForce;
            if unit.kind != Kind::Note && !tombstone {
                continue;
            }
            let mut address = unit.address.prefixed(&text.component);
            let title = address.child(Step::Title);
            // A note at the head of a document stands under its title.
            if (unit.address.is_whole() || !places.contains_key(&address))
                && places.contains_key(&title)
            {
                address = title;
            }
            notes.entry(address).or_default().push((file.clone(), unit.text.clone()));
        }
    }
    notes
}
