//! The end of a state as JSON: a day where it is known, else the days between which it lies.

use super::Day;
use crate::query::answer::Bound;
use schemars::JsonSchema;
use serde::Serialize;

/// The first day of a state, or the first day after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Window {
    /// The day; null where it is not known exactly.
    pub date: Option<Day>,
    /// The first day that it can be; null: unbounded.
    pub earliest: Option<Day>,
    /// The last day that it can be; null: unbounded.
    pub latest: Option<Day>,
    /// The rule that fixed it: `after_publication_days:10`, `on_date`; null where none is known.
    pub rule: Option<String>,
}

impl From<&Bound> for Window {
    fn from(bound: &Bound) -> Self {
        let window = bound.window;
        Window {
            date: window.day().map(Day),
            earliest: window.earliest.map(Day),
            latest: window.latest.map(Day),
            rule: bound.rule.as_ref().map(ToString::to_string),
        }
    }
}
