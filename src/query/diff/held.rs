//! Places and a day → what each place is on that day, what is around it considered: nothing
//! inside a unit that does not hold, or of which it is open whether it holds, stands by itself.

use super::Side;
use crate::model::certainty::{Certainty, Status};
use crate::model::version::Version;
use crate::query::answer::{Ask, Bound};
use crate::query::compose::{Part, Standing, When, is_inside, sides};
use crate::query::grader::Grader;

/// What a place is on a day.
#[derive(Debug, Clone)]
pub(super) enum Held<'a> {
    /// Its words are known.
    Words(&'a Version),
    /// It stands, and has no line of its own.
    Bare(&'a Version),
    /// It stands, and its words are not known.
    Hidden(&'a Version),
    /// It is suspended.
    Suspended(&'a Version),
    /// It does not stand: not yet, or no more.
    Absent(&'a Version),
    /// One of these holds.
    Open(Vec<&'a Version>),
    /// Nothing tells whether it stands.
    Unsure(Option<&'a Version>),
}

/// What a place is on a day, and the unit around it that decides it.
#[derive(Debug, Clone)]
pub(super) struct On<'a> {
    pub held: Held<'a>,
    pub by: Option<usize>,
}

impl<'a> On<'a> {
    /// The version that holds at the place, or that its container has.
    pub fn version(&self) -> Option<&'a Version> {
        match &self.held {
            Held::Words(version)
            | Held::Bare(version)
            | Held::Hidden(version)
            | Held::Suspended(version)
            | Held::Absent(version) => Some(version),
            Held::Unsure(version) => *version,
            Held::Open(_) => None,
        }
    }

    /// Its own words.
    pub fn text(&self) -> Option<&'a str> {
        match self.held {
            Held::Words(version) => version.text.as_deref(),
            _ => None,
        }
    }

    /// True where both are one version whose words are known, or one that does not stand.
    pub fn is_as(&self, other: &On<'_>) -> bool {
        match (&self.held, &other.held) {
            (Held::Words(a), Held::Words(b)) | (Held::Absent(a), Held::Absent(b)) => {
                std::ptr::eq(*a, *b)
            }
            _ => false,
        }
    }

    pub fn is_absent(&self) -> bool {
        matches!(self.held, Held::Absent(_))
    }

    /// True where it stands, words known or not.
    pub fn stands(&self) -> bool {
        matches!(self.held, Held::Words(_) | Held::Bare(_) | Held::Hidden(_) | Held::Suspended(_))
    }

    /// True where its words, or whether it stands, are not known.
    pub fn is_hidden(&self) -> bool {
        matches!(self.held, Held::Hidden(_) | Held::Open(_) | Held::Unsure(_))
    }
}

/// Every place on a day.
pub(super) fn on_day(parts: &[Part], when: When) -> Vec<On<'_>> {
    let mut out: Vec<On<'_>> = Vec::with_capacity(parts.len());
    let mut outer: Option<usize> = None;
    for (i, part) in parts.iter().enumerate() {
        if let Some(around) = outer.filter(|around| is_inside(part, &parts[*around])) {
            let held = out[around].held.clone();
            // A place that was never there while its container worked was not suspended with it.
            let own = part.standing(when);
            let held = match (held, own) {
                (Held::Suspended(_) | Held::Open(_), Standing::Is(own))
                    if matches!(own.status, Status::NotYet | Status::Repealed) =>
                {
                    Held::Absent(own)
                }
                (held, _) => held,
            };
            out.push(On { held, by: Some(around) });
            continue;
        }
        let held = match part.standing(when) {
            Standing::Is(version) => match version.status {
                Status::InForce if version.text.is_some() => Held::Words(version),
                Status::InForce if !part.first.has_words => Held::Bare(version),
                Status::InForce => Held::Hidden(version),
                Status::NotYet | Status::Repealed => Held::Absent(version),
                Status::Suspended => Held::Suspended(version),
                Status::Unknown => Held::Unsure(Some(version)),
            },
            Standing::Open(versions) => Held::Open(versions),
            Standing::Nothing => Held::Unsure(None),
        };
        let whole = matches!(held, Held::Words(_) | Held::Bare(_) | Held::Hidden(_));
        outer = (!whole).then_some(i);
        out.push(On { held, by: None });
    }
    out
}

/// The place as one side of a comparison.
pub(super) fn side(parts: &[Part], i: usize, on: &On<'_>, ask: Ask, grader: &Grader<'_>) -> Side {
    let version = on.version();
    let grade = version.and_then(|version| grader.grade(version, ask.date));
    let (certainty, reasons) =
        grade.map_or((Certainty::Unknown, Vec::new()), |grade| (grade.certainty, grade.reasons));
    let own = version.filter(|_| on.by.is_none());
    let alternatives = match (&on.held, on.by) {
        (Held::Open(versions), None) => sides(parts, i, versions, grader),
        _ => Vec::new(),
    };
    let evidence = match &on.held {
        Held::Open(versions) => versions.iter().flat_map(|version| &version.evidence).collect(),
        _ => version.into_iter().flat_map(|version| &version.evidence).collect::<Vec<_>>(),
    };
    let mut known = Vec::new();
    for piece in evidence {
        if !known.contains(piece) {
            known.push(piece.clone());
        }
    }
    Side {
        status: match &on.held {
            Held::Open(_) | Held::Unsure(_) => Status::Unknown,
            Held::Suspended(_) => Status::Suspended,
            _ => version.map_or(Status::Unknown, |version| version.status),
        },
        certainty: if on.is_hidden() { Certainty::Unknown } else { certainty },
        reasons,
        text: on.text().map(str::to_owned),
        hidden: on.is_hidden(),
        node: own.map(|version| version.node.to_string()),
        valid_from: version
            .map(|version| Bound { window: version.valid_from, rule: version.begins_by.clone() }),
        valid_to: version.and_then(|version| {
            let window = version.valid_to?;
            Some(Bound { window, rule: version.ends_by.clone() })
        }),
        alternatives,
        moved_to: own.and_then(|version| version.moved_to.clone()),
        moved_from: own.and_then(|version| version.moved_from.clone()),
        evidence: known,
    }
}
