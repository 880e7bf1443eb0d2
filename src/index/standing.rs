//! The days on which a version may hold, and its marks → one number, and back to whether it holds
//! on a day. A walk over posting lists asks this of very many documents, so it reads one column.

use super::writer::day;
use crate::model::version::Version;
use jiff::civil::Date;

/// Bits of the marks that stand lowest; see [`super::searched`].
const MARKS: u32 = 8;
/// Bits of a day.
const DAY: u32 = 24;
/// Later than every day that can be written.
const OPEN_END: u64 = (1 << DAY) - 1;
/// Added to a day counted from 1970, so that none is negative.
const SHIFT: i64 = 1 << (DAY - 1);

/// From the lowest bit on: the lowest marks, the first day on which the version may hold, the
/// first on which it surely holds no more.
pub fn standing(version: &Version, marks: u64) -> u64 {
    let first = version.valid_from.earliest.map_or(0, number);
    let end = version.valid_to.and_then(|window| window.latest).map_or(OPEN_END, number);
    (marks & ((1 << MARKS) - 1)) | first << MARKS | end << (MARKS + DAY)
}

/// What a standing must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Marks that it must have.
    pub marks: u64,
    /// Marks that it must not have.
    pub unwanted: u64,
    /// The day; `None`: any.
    day: Option<u64>,
}

impl Wanted {
    /// On a day, or on any.
    pub fn on(date: Option<Date>) -> Wanted {
        Wanted { day: date.map(number), ..Wanted::default() }
    }

    /// True for a standing that is wanted.
    #[inline]
    pub fn fits(&self, standing: u64) -> bool {
        let first = standing >> MARKS & OPEN_END;
        let end = standing >> (MARKS + DAY);
        standing & self.unwanted == 0
            && standing & self.marks == self.marks
            && self.day.is_none_or(|day| first <= day && day < end)
    }
}

/// A day between the two open ends.
fn number(date: Date) -> u64 {
    (day(Some(date), 0) + SHIFT).clamp(1, OPEN_END as i64 - 1) as u64
}
