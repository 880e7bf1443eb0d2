//! When a change takes effect, as JSON: the rule, what it needs, and the days that follow.

use super::Day;
use crate::model::day::{ActDays, EffectRule, EndRule};
use schemars::JsonSchema;
use serde::Serialize;

/// A rule of effect with the days between which it falls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Effect {
    /// `after_publication_days`, `after_publication_months`, `on_publication`, `on_signing`,
    /// `on_date`, `see_clause`, `on_event`, `unstated`.
    pub rule: &'static str,
    /// Days that must pass after publication.
    pub days: Option<u16>,
    /// Months that must pass after publication.
    pub months: Option<u16>,
    /// The day that the rule names.
    pub date: Option<Day>,
    /// The clause or event that the rule names.
    pub clause: Option<String>,
    /// The first day on which the change may hold; null where the act's days are not known.
    pub earliest: Option<Day>,
    /// The first day on which it holds for certain; null: no day is certain.
    pub latest: Option<Day>,
}

impl Effect {
    /// A rule of an act whose days are known as far as given.
    pub fn new(rule: &EffectRule, days: Option<&ActDays>) -> Self {
        let fixed = match rule {
            EffectRule::OnDate(date) => Some(*date),
            _ => None,
        };
        let window = days.map(|days| rule.window(days));
        Effect {
            rule: rule.name(),
            days: match rule {
                EffectRule::AfterPublicationDays(days) => Some(*days),
                _ => None,
            },
            months: match rule {
                EffectRule::AfterPublicationMonths(months) => Some(*months),
                _ => None,
            },
            date: fixed.map(Day),
            clause: match rule {
                EffectRule::SeeClause(words) | EffectRule::OnEvent(words) => Some(words.clone()),
                _ => None,
            },
            earliest: window.and_then(|window| window.earliest).or(fixed).map(Day),
            latest: window.and_then(|window| window.latest).or(fixed).map(Day),
        }
    }
}

/// When something that holds for a time ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct End {
    /// The first day on which it holds no more; null where an event without a day ends it.
    pub date: Option<Day>,
    /// The event that ends it, in the act's own words.
    pub event: Option<String>,
}

impl From<&EndRule> for End {
    fn from(end: &EndRule) -> Self {
        let event = match end {
            EndRule::UntilEvent(words) => Some(words.clone()),
            EndRule::Before(_) => None,
        };
        End { date: end.day().map(Day), event }
    }
}
