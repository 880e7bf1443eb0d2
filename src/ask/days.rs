//! The parameters that name days → the day and axis of a question.

use super::Desk;
use super::failure::Failure;
use super::params::{AxisName, Days, Diff};
use crate::kazakh::date::{self, DateError};
use crate::model::version::Axis;
use crate::query::answer::Ask;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::usage;
use jiff::civil::Date;

/// The day and axis of a question; without a day, today.
///
/// # Errors
/// A day that cannot be read.
pub fn ask(days: &Days, desk: &dyn Desk) -> Result<Ask, Failure> {
    let lang = desk.lang();
    let read = |text: &Option<String>| text.as_deref().map(|text| day(text, lang)).transpose();
    if let Some(date) = read(&days.adopted_by)? {
        return Ok(Ask { axis: Axis::Adopted, date, known_by: None });
    }
    let date = match read(&days.on)? {
        Some(date) => date,
        None => desk.today()?,
    };
    Ok(Ask { axis: Axis::InForce, date, known_by: read(&days.known_by)? })
}

/// The first day of a comparison with its order of time, and the second day; today without one.
///
/// # Errors
/// A day that cannot be read, or two parameters that exclude each other.
pub fn compared(asked: &Diff, desk: &dyn Desk) -> Result<(Ask, Date), Failure> {
    let lang = desk.lang();
    let date = day(&asked.from, lang)?;
    let to = match &asked.to {
        Some(to) => day(to, lang)?,
        None => desk.today()?,
    };
    let known_by = asked.known_by.as_deref().map(|text| day(text, lang)).transpose()?;
    let axis = match asked.axis {
        AxisName::InForce => Axis::InForce,
        AxisName::Adopted => Axis::Adopted,
    };
    if axis == Axis::Adopted && known_by.is_some() {
        return Err(Failure::usage(usage::conflicting_options(
            lang,
            "--axis adopted",
            "--known-by",
        )));
    }
    Ok((Ask { axis, date, known_by }, to))
}

/// The bounds of a period, in order.
///
/// # Errors
/// A day that cannot be read, or an end before the beginning.
pub fn period(
    from: Option<&str>,
    to: Option<&str>,
    lang: Lang,
) -> Result<(Option<Date>, Option<Date>), Failure> {
    let read = |text: Option<&str>| text.map(|text| day(text, lang)).transpose();
    match (read(from)?, read(to)?) {
        (Some(from), Some(to)) if from > to => {
            Err(Failure::usage(usage::period_reversed(lang, from, to)))
        }
        period => Ok(period),
    }
}

/// A day in one of the three forms.
///
/// # Errors
/// What is no day, or none that the calendar has.
pub fn day(text: &str, lang: Lang) -> Result<Date, Failure> {
    date::parse(text).map_err(|error| {
        Failure::usage(match error {
            DateError::NotADate(_) => usage::date_not_understood(lang, text),
            DateError::NoSuchMonth { month } => {
                usage::date_no_such_month(lang, text, month.to_string())
            }
            DateError::NoSuchDay { last, .. } => {
                let last = usize::try_from(last).unwrap_or_default();
                usage::date_no_such_day(lang, text, last)
            }
        })
    })
}
