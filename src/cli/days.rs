//! The options that name days → the question; and today's date, which nobody else knows.

use super::args::{AxisName, Days, Diff};
use super::failure::Failure;
use crate::kazakh::date::{self, DateError};
use crate::model::version::Axis;
use crate::query::answer::Ask;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::usage;
use jiff::Zoned;
use jiff::civil::Date;

/// Stands in for the clock, so that documents and tests can be made again later.
const TODAY: &str = "NUSQA_TODAY";

/// The day and axis of a question; without a day, today.
pub fn ask(days: &Days, lang: Lang) -> Result<Ask, Failure> {
    let read = |text: &Option<String>| text.as_deref().map(|text| day(text, lang)).transpose();
    if let Some(date) = read(&days.adopted_by)? {
        return Ok(Ask { axis: Axis::Adopted, date, known_by: None });
    }
    let date = match read(&days.on)? {
        Some(date) => date,
        None => today(lang)?,
    };
    Ok(Ask { axis: Axis::InForce, date, known_by: read(&days.known_by)? })
}

/// The first day of a comparison with its order of time, and the second day; today without one.
pub fn compared(arguments: &Diff, lang: Lang) -> Result<(Ask, Date), Failure> {
    let date = day(&arguments.from, lang)?;
    let to = match &arguments.to {
        Some(to) => day(to, lang)?,
        None => today(lang)?,
    };
    let known_by = arguments.known_by.as_deref().map(|text| day(text, lang)).transpose()?;
    let axis = match arguments.axis {
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
fn day(text: &str, lang: Lang) -> Result<Date, Failure> {
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

fn today(lang: Lang) -> Result<Date, Failure> {
    match std::env::var(TODAY) {
        Ok(text) if !text.is_empty() => day(&text, lang),
        _ => Ok(Zoned::now().date()),
    }
}
