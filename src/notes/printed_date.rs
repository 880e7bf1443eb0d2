//! Days of adoption as printed in notes → the days that they must be: an act has one number and
//! one day, so a day that stands alone against all other notes of the text is a misprint.

use super::{Draft, Told};
use crate::kazakh::date::{self, DateError};
use crate::model::act::{ActId, ActType, Issuer};
use crate::model::day::{Adopted, EffectRule};
use crate::model::event::{Event, Note};
use crate::parse::mention::has_convocation;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What an act is known by, its day apart. Numbers of laws are never used again, others begin
/// anew every year.
type Key = (ActType, Issuer, String, Option<i16>);

/// The notes with their events. An event whose day is impossible and printed nowhere else is told
/// with the first day that it may have been, and with the printed one.
pub(super) fn settle(drafts: Vec<Draft>) -> Vec<Note> {
    let mut days: BTreeMap<Key, BTreeMap<Date, usize>> = BTreeMap::new();
    for told in drafts.iter().flat_map(|draft| &draft.told) {
        if let Ok(date) = told.by.dated.date {
            *days.entry(key(told)).or_default().entry(date).or_default() += 1;
        }
    }
    drafts.into_iter().map(|draft| settled(draft, &days)).collect()
}

fn settled(draft: Draft, days: &BTreeMap<Key, BTreeMap<Date, usize>>) -> Note {
    let mut note = draft.note;
    for told in draft.told {
        let counted = days.get(&key(&told));
        let settled = day(&told.by.dated.date, counted);
        let bound = || first_possible(&told.by.dated.date, &told.by.dated.printed);
        let dated = settled.is_some();
        let Some((adopted, misprinted)) = settled.or_else(|| bound().map(|day| (day, true))) else {
            continue;
        };
        // From when a change holds that was made on no possible day, only a day of its own tells.
        let effect = match told.by.effect {
            rule @ (EffectRule::OnDate(_) | EffectRule::SeeClause(_)) => rule,
            rule if dated => rule,
            _ => EffectRule::Unstated,
        };
        note.events.push(Event {
            kind: told.kind,
            by: ActId {
                adopted: Adopted(adopted),
                form: told.by.form,
                issuer: told.by.issuer,
                number: told.by.dated.number,
            },
            effect,
            until: told.until,
            adopted_printed: misprinted.then_some(told.by.dated.printed),
        });
    }
    note
}

/// The day, and whether the printed one is a misprint.
fn day(
    printed: &Result<Date, DateError>,
    counted: Option<&BTreeMap<Date, usize>>,
) -> Option<(Date, bool)> {
    let most = counted.and_then(|days| {
        let (day, count) = days.iter().max_by_key(|(_, count)| **count)?;
        let rivals = days.values().filter(|other| **other == *count).count();
        (rivals == 1).then_some((*day, *count))
    });
    match (printed, most) {
        (Ok(printed), Some((day, count))) if day != *printed && count > 1 => Some((day, true)),
        (Ok(printed), _) => Some((*printed, false)),
        (Err(_), Some((day, _))) => Some((day, true)),
        (Err(_), None) => None,
    }
}

/// The first day that an impossible one may stand for: that of its month, else of its year.
fn first_possible(printed: &Result<Date, DateError>, text: &str) -> Option<Date> {
    if let Err(DateError::NoSuchDay { year, month, .. }) = printed {
        return date::day(*year, *month, 1).ok();
    }
    let mut groups = text.split(|c: char| !c.is_ascii_digit());
    let year = groups.find(|group| group.len() == 4)?.parse().ok()?;
    date::day(year, 1, 1).ok()
}

fn key(told: &Told) -> Key {
    let number = told.by.dated.number.clone();
    let year = match &told.by.dated.date {
        Ok(date) if !has_convocation(&number) => Some(date.year()),
        _ => None,
    };
    (told.by.form, told.by.issuer.clone(), number, year)
}
