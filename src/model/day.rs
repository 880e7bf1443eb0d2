//! The four days of an amending act as four types, the rules by which an act takes effect,
//! and the window of days in which it may have done so.
//!
//! Nothing here knows today's date: it is always an argument.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! day_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub Date);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

day_type!(
    /// The day an act was adopted (signed): the date in its name.
    Adopted
);
day_type!(
    /// The day an act was registered with the Ministry of Justice.
    Registered
);
day_type!(
    /// The day of first official publication.
    Published
);
day_type!(
    /// A day on which a change is in effect.
    InEffect
);

/// Publication is taken to lie this many days after adoption at most (after registration
/// where there is one; drafting rules: publication follows within thirty days).
pub const LATEST_PUBLICATION_DAYS: i32 = 30;

/// How the day is fixed on which an act, or a part of it, takes effect.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EffectRule {
    /// «алғашқы ресми жарияланған күнінен кейін күнтізбелік N күн өткен соң».
    AfterPublicationDays(u16),
    /// «… N ай өткен соң».
    AfterPublicationMonths(u16),
    /// «алғашқы ресми жарияланған күнінен бастап».
    OnPublication,
    /// «қол қойылған күнінен бастап».
    OnSigning,
    /// «01.01.2023 бастап».
    OnDate(Date),
    /// «қолданысқа енгізілу тәртібін 2-тармақтан қараңыз»: the clause named.
    SeeClause(String),
    /// On an event that has no date («… орындалғаннан кейін»), in the act's own words.
    OnEvent(String),
    /// The source states no rule.
    Unstated,
}

impl EffectRule {
    /// The name in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            EffectRule::AfterPublicationDays(_) => "after_publication_days",
            EffectRule::AfterPublicationMonths(_) => "after_publication_months",
            EffectRule::OnPublication => "on_publication",
            EffectRule::OnSigning => "on_signing",
            EffectRule::OnDate(_) => "on_date",
            EffectRule::SeeClause(_) => "see_clause",
            EffectRule::OnEvent(_) => "on_event",
            EffectRule::Unstated => "unstated",
        }
    }

    /// The first days on which an act with this rule may be in effect.
    ///
    /// «After N days» is publication + N + 1; «after N months» the day after the same day of
    /// the N-th month. Without a known publication day, publication lies between the adoption
    /// (or registration) and thirty days later. A rule that names no day gives a window
    /// that opens on the day of adoption and never closes (`latest` is `None`).
    pub fn window(&self, days: &ActDays) -> Window {
        let (first, last) = match days.published {
            Some(published) => (published.0, published.0),
            None => {
                let start = days.registered.map_or(days.adopted.0, |registered| registered.0);
                (start, plus_days(start, LATEST_PUBLICATION_DAYS))
            }
        };
        match self {
            EffectRule::AfterPublicationDays(n) => {
                let wait = i32::from(*n) + 1;
                Window::between(plus_days(first, wait), plus_days(last, wait))
            }
            EffectRule::AfterPublicationMonths(n) => {
                let wait = |day: Date| plus_days(plus_months(day, *n), 1);
                Window::between(wait(first), wait(last))
            }
            EffectRule::OnPublication => Window::between(first, last),
            EffectRule::OnSigning => Window::exact(days.adopted.0),
            EffectRule::OnDate(date) => Window::exact(*date),
            EffectRule::SeeClause(_) | EffectRule::OnEvent(_) | EffectRule::Unstated => {
                Window { earliest: Some(days.adopted.0), latest: None }
            }
        }
    }
}

/// How the end is fixed of what holds only for a time: a suspension, or words that expire.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EndRule {
    /// «2025 жылғы 1 қаңтарға дейін»: the first day on which it holds no more. Where the day
    /// itself is counted in («қоса алғанда»), this is the day after it.
    Before(Date),
    /// «… қабылданғанға дейін»: an event that has no day, in the act's own words.
    UntilEvent(String),
}

impl EndRule {
    /// The first day on which it holds no more, where that is known.
    pub fn day(&self) -> Option<Date> {
        match self {
            EndRule::Before(day) => Some(*day),
            EndRule::UntilEvent(_) => None,
        }
    }
}

/// `before:2025-01-01`, `until_event:…`.
impl fmt::Display for EndRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EndRule::Before(day) => write!(f, "before:{day}"),
            EndRule::UntilEvent(words) => write!(f, "until_event:{words}"),
        }
    }
}

/// The name, with the number, day or clause that it needs: `after_publication_days:10`,
/// `on_date:2023-01-01`, `see_clause:2-тармақ`.
impl fmt::Display for EffectRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match self {
            EffectRule::AfterPublicationDays(n) | EffectRule::AfterPublicationMonths(n) => {
                write!(f, ":{n}")
            }
            EffectRule::OnDate(date) => write!(f, ":{date}"),
            EffectRule::SeeClause(clause) | EffectRule::OnEvent(clause) => write!(f, ":{clause}"),
            EffectRule::OnPublication | EffectRule::OnSigning | EffectRule::Unstated => Ok(()),
        }
    }
}

/// The days known of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActDays {
    /// Always known: it is part of the act's identity.
    pub adopted: Adopted,
    /// Where the act had to be registered and the day is known.
    pub registered: Option<Registered>,
    /// Where known.
    pub published: Option<Published>,
}

impl ActDays {
    /// An act of which only the adoption day is known.
    pub fn adopted_only(adopted: Adopted) -> Self {
        ActDays { adopted, registered: None, published: None }
    }
}

/// The days that may be the first day of a state.
///
/// On `earliest` the state may begin, on `latest` it holds for certain; `earliest <= latest`.
/// `None` is unbounded. The days between, `[earliest, latest)`, leave the question open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    /// The first day on which the state may hold; `None`: since ever.
    pub earliest: Option<Date>,
    /// The first day on which it holds for certain; `None`: never certain.
    pub latest: Option<Date>,
}

/// The order of beginnings, see [`Window::moment`].
pub type Moment = (u8, Option<Date>, Option<Date>);

impl Window {
    /// A day that is known exactly.
    pub fn exact(day: Date) -> Self {
        Window { earliest: Some(day), latest: Some(day) }
    }

    /// The days from the first to the last possible one; swapped bounds are put in order.
    pub fn between(a: Date, b: Date) -> Self {
        Window { earliest: Some(a.min(b)), latest: Some(a.max(b)) }
    }

    /// The day, where it is known exactly.
    pub fn day(&self) -> Option<Date> {
        if self.earliest == self.latest { self.earliest } else { None }
    }

    /// The place of the beginning in time: what always was comes first, then what has begun for
    /// certain by a day, by that day; what is never certain comes last.
    pub fn moment(&self) -> Moment {
        match (self.earliest, self.latest) {
            (None, None) => (0, None, None),
            (earliest, Some(latest)) => (1, Some(latest), earliest),
            (earliest, None) => (2, None, earliest),
        }
    }

    /// True when the state may have begun by this day.
    pub fn may_have_begun(&self, day: Date) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= day)
    }

    /// True when the state has begun by this day for certain.
    pub fn has_begun(&self, day: Date) -> bool {
        self.latest.is_some_and(|latest| latest <= day)
    }

    /// True for the days that leave the question open.
    pub fn leaves_open(&self, day: Date) -> bool {
        self.may_have_begun(day) && !self.has_begun(day)
    }
}

/// The day `n` days later, held within the calendar.
pub fn plus_days(day: Date, n: i32) -> Date {
    day.saturating_add(n.days())
}

fn plus_months(day: Date, n: u16) -> Date {
    day.saturating_add(i32::from(n).months())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(published: Option<Date>) -> ActDays {
        ActDays {
            adopted: Adopted(date(2021, 1, 18)),
            registered: None,
            published: published.map(Published),
        }
    }

    #[test]
    fn ten_days_after_an_unknown_publication_is_a_window() {
        let window = EffectRule::AfterPublicationDays(10).window(&days(None));
        assert_eq!(window, Window::between(date(2021, 1, 29), date(2021, 2, 28)));
        assert!(!window.may_have_begun(date(2021, 1, 28)));
        assert!(window.leaves_open(date(2021, 1, 29)));
        assert!(window.leaves_open(date(2021, 2, 27)));
        assert!(window.has_begun(date(2021, 2, 28)));
    }

    #[test]
    fn ten_days_after_a_known_publication_is_publication_plus_eleven() {
        let window = EffectRule::AfterPublicationDays(10).window(&days(Some(date(2021, 1, 20))));
        assert_eq!(window.day(), Some(date(2021, 1, 31)));
    }

    #[test]
    fn registration_moves_the_window() {
        let mut days = days(None);
        days.registered = Some(Registered(date(2021, 2, 1)));
        let window = EffectRule::OnPublication.window(&days);
        assert_eq!(window, Window::between(date(2021, 2, 1), date(2021, 3, 3)));
    }

    #[test]
    fn months_end_on_the_last_day_of_a_short_month() {
        let window = EffectRule::AfterPublicationMonths(1).window(&days(Some(date(2021, 1, 31))));
        assert_eq!(window.day(), Some(date(2021, 3, 1)));
    }

    #[test]
    fn a_rule_without_a_day_is_never_certain() {
        let window = EffectRule::Unstated.window(&days(None));
        assert!(window.leaves_open(date(2100, 1, 1)));
        assert_eq!(window.day(), None);
    }
}
