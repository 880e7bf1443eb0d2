//! The versions of a provision → what it is on a day: what `show` would say of its own words.

use crate::index::StoredVersion;
use crate::model::certainty::{Certainty, Status};
use crate::model::version::Version;
use crate::query::compose::{GAP, Standing, When, standing as at_moment};
use jiff::civil::Date;

/// A provision as it stands on a day.
pub struct Stood<'a> {
    /// The version that the hit is about: the unit's own, or that of a paragraph of it.
    pub version: &'a Version,
    /// The words of the unit and its paragraphs.
    pub text: Option<String>,
    /// The state of what the hit is about.
    pub status: Status,
    /// The weakest of the words that are printed.
    pub certainty: Certainty,
}

/// The versions of a provision by place, in document order, each place's oldest first; only what
/// is known on the day of knowledge.
pub fn places<'a>(
    versions: impl IntoIterator<Item = &'a StoredVersion>,
    known_by: Option<Date>,
) -> Vec<Vec<&'a StoredVersion>> {
    let known = |stored: &&StoredVersion| stored.version.is_known(known_by);
    let mut versions: Vec<&StoredVersion> = versions.into_iter().filter(known).collect();
    versions.sort_by_key(|stored| (stored.order, stored.version.valid_from.earliest));
    let same = |a: &&StoredVersion, b: &&StoredVersion| a.version.address == b.version.address;
    let mut places: Vec<Vec<&StoredVersion>> = versions.chunk_by(same).map(<[_]>::to_vec).collect();
    for place in &mut places {
        place.sort_by_key(|stored| stored.version.valid_from.moment());
    }
    places
}

/// A provision on a day. `found` is what the hit is about.
pub fn standing<'a>(unit: &[Vec<&'a StoredVersion>], found: &'a Version, day: Date) -> Stood<'a> {
    let mut lines: Vec<&str> = Vec::new();
    let mut certainties: Vec<Certainty> = Vec::new();
    let mut stood = Stood {
        version: found,
        text: None,
        status: Status::Unknown,
        certainty: Certainty::Unknown,
    };
    let gap = |lines: &mut Vec<&str>| {
        if lines.last() != Some(&GAP) {
            lines.push(GAP);
        }
    };
    for place in unit {
        let Some(first) = place.first() else { continue };
        let on_day = at_moment(place.iter().map(|stored| &stored.version), When::On(day));
        let about = first.version.address == found.address;
        match on_day {
            Standing::Is(version) => {
                let grade = version.grade(day).map_or(Certainty::Unknown, |grade| grade.certainty);
                match (&version.text, version.status) {
                    (Some(text), Status::InForce) => {
                        lines.push(text);
                        certainties.push(grade);
                    }
                    (None, Status::InForce) if first.has_words => gap(&mut lines),
                    _ => {}
                }
                if about {
                    stood.status = version.status;
                    stood.certainty = grade;
                    stood.version = version;
                }
            }
            Standing::Open(_) => gap(&mut lines),
            Standing::Nothing => {}
        }
    }
    if lines.iter().any(|line| *line != GAP) {
        stood.text = Some(lines.join("\n"));
    }
    if stood.status == Status::InForce && stood.version.text.is_some() {
        stood.certainty = certainties.into_iter().min().unwrap_or(Certainty::Unknown);
    }
    if stood.status == Status::InForce && stood.version.text.is_none() {
        stood.certainty = Certainty::Unknown;
    }
    stood
}

/// The day on which a redaction is shown: the one asked for where it holds then, else its last.
pub fn day_of(version: &Version, asked: Date) -> Date {
    if version.may_hold(asked) {
        return asked;
    }
    let begun = version.valid_from.latest.or(version.valid_from.earliest);
    let end = version.valid_to.and_then(|end| end.earliest).and_then(|end| end.yesterday().ok());
    match (begun, end) {
        (Some(begun), Some(end)) => begun.max(end),
        (begun, end) => end.or(begun).unwrap_or(asked),
    }
}
