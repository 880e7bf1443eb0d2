//! The days on which a version may hold, and its marks → one number, and back to whether it holds
//! on a day. A walk over posting lists asks this of very many documents, so it reads one column.

use super::searched::{ABSENT, DEPTH, SUPERSEDED};
use crate::model::version::Version;
use jiff::civil::Date;

/// Bits of the marks that say yes or no; the levels above a version stand in higher ones.
const MARKS: u32 = DEPTH;
/// Bits of a day.
const DAY: u32 = 24;
/// Later than every day that can be written.
const OPEN_END: u64 = (1 << DAY) - 1;
/// Added to a day counted from 1970, so that none is negative.
const SHIFT: i64 = 1 << (DAY - 1);

/// From the lowest bit on: the marks that say yes or no, the first day on which the version may hold, the
/// first on which it surely holds no more.
pub fn standing(version: &Version, marks: u64) -> u64 {
    let end = version.valid_to.and_then(|window| window.latest);
    let superseded = if version.known_to.is_some() { SUPERSEDED } else { 0 };
    packed(marks | superseded, version.valid_from.earliest, end)
}

/// Where no version stands.
pub fn nowhere() -> u64 {
    packed(ABSENT, None, None)
}

/// A bound of knowledge that is not there. It lies among the others, so that a column of them
/// takes few bits, and is none of them, which are odd.
const UNBOUNDED: u64 = 2 * (SHIFT as u64 + 10_957);

/// A day of knowledge, or none.
pub fn knowledge(date: Option<Date>) -> u64 {
    date.map_or(UNBOUNDED, |date| 2 * number(date) + 1)
}

/// True where what is known from one bound until before another is known on a day. All three are
/// [`knowledge`].
#[inline]
pub fn is_known(from: u64, to: u64, on: u64) -> bool {
    (from == UNBOUNDED || from <= on) && (to == UNBOUNDED || on < to)
}

fn packed(marks: u64, first: Option<Date>, end: Option<Date>) -> u64 {
    let (first, end) = (first.map_or(0, number), end.map_or(OPEN_END, number));
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
    let epoch = jiff::civil::date(1970, 1, 1);
    let days = date.since(epoch).map(|span| span.get_days()).unwrap_or_default();
    (i64::from(days) + SHIFT).clamp(1, OPEN_END as i64 - 1) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_in_a_half_open_interval() {
        let (first, end) = (date(1969, 12, 31), date(2024, 1, 1));
        let fits = |standing, day| Wanted::on(Some(day)).fits(standing);
        let closed = packed(0, Some(first), Some(end));
        assert!(!fits(closed, date(1969, 12, 30)));
        assert!(fits(closed, first));
        assert!(fits(closed, date(2023, 12, 31)));
        assert!(!fits(closed, end));
        let open = packed(0, None, None);
        assert!(fits(open, Date::MIN) && fits(open, Date::MAX));
        assert!(fits(packed(0, Some(Date::MIN), None), Date::MAX));
        assert!(!fits(packed(0, None, Some(Date::MIN)), Date::MIN));
    }

    #[test]
    fn knowledge_is_a_half_open_interval() {
        let days = [Date::MIN, date(1999, 12, 31), date(2000, 1, 1), date(2024, 5, 6), Date::MAX];
        let bounds = || std::iter::once(None).chain(days.map(Some));
        for (from, to) in bounds().flat_map(|from| bounds().map(move |to| (from, to))) {
            for day in days {
                let known = from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to);
                let on = knowledge(Some(day));
                assert_eq!(is_known(knowledge(from), knowledge(to), on), known);
            }
        }
    }

    #[test]
    fn marks_are_asked_for_and_refused() {
        let standing = packed(0b1010_0000, None, None);
        let fits = |marks, unwanted| Wanted { marks, unwanted, ..Wanted::on(None) }.fits(standing);
        assert!(fits(0, 0) && fits(0b1000_0000, 0b0100_0000));
        assert!(!fits(0b0100_0000, 0));
        assert!(!fits(0, 0b0010_0000));
        assert_eq!(packed(0xfff, None, None), packed(0xff, None, None));
    }
}
