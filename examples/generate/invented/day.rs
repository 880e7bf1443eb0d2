//! Days as acts and notes write them.

use super::draw::Draw;
use jiff::ToSpan;
use jiff::civil::{Date, date};

const LOCATIVE: [&str; 12] = [
    "қаңтардағы",
    "ақпандағы",
    "наурыздағы",
    "сәуірдегі",
    "мамырдағы",
    "маусымдағы",
    "шілдедегі",
    "тамыздағы",
    "қыркүйектегі",
    "қазандағы",
    "қарашадағы",
    "желтоқсандағы",
];
const ABLATIVE: [&str; 12] = [
    "қаңтардан",
    "ақпаннан",
    "наурыздан",
    "сәуірден",
    "мамырдан",
    "маусымнан",
    "шілдеден",
    "тамыздан",
    "қыркүйектен",
    "қазаннан",
    "қарашадан",
    "желтоқсаннан",
];

/// `2021 жылғы 18 қаңтардағы`
pub fn of_adoption(day: Date) -> String {
    let month = LOCATIVE[day.month() as usize - 1];
    format!("{} жылғы {} {month}", day.year(), day.day())
}

/// `2023 жылғы 1 шілдеден`
pub fn since(day: Date) -> String {
    let month = ABLATIVE[day.month() as usize - 1];
    format!("{} жылғы {} {month}", day.year(), day.day())
}

/// `18.01.2021`
pub fn short(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// So many days later.
pub fn later(day: Date, days: usize) -> Date {
    day.saturating_add((days as i64).days())
}

/// When an act takes effect.
#[derive(Debug, Clone, Copy)]
pub enum Effect {
    /// On a day that it names.
    On(Date),
    /// Ten days after its first publication, which was on this day; told by the table of facts
    /// or by nobody.
    TenDays { published: Date, told: bool },
}

impl Effect {
    /// Of an act adopted on this day.
    pub fn draw(adopted: Date, draw: &mut Draw) -> Effect {
        if draw.percent(50) {
            let month = later(adopted, draw.between(20, 150));
            let next = later(date(month.year(), month.month(), 28), 4);
            Effect::On(date(next.year(), next.month(), 1))
        } else {
            let published = later(adopted, draw.between(1, 28));
            Effect::TenDays { published, told: draw.percent(50) }
        }
    }

    /// The first day on which the act has effect.
    pub fn day(&self) -> Date {
        match self {
            Effect::On(day) => *day,
            Effect::TenDays { published, .. } => later(*published, 11),
        }
    }

    /// The words of the act, after `Осы Заң ` or `Осы қаулы `.
    pub fn clause(&self) -> String {
        match self {
            Effect::On(day) => format!("{} бастап қолданысқа енгізіледі.", since(*day)),
            Effect::TenDays { .. } => format!("{TEN_DAYS}."),
        }
    }

    /// The words of a note, in brackets.
    pub fn bracket(&self) -> String {
        match self {
            Effect::On(day) => format!("({} бастап қолданысқа енгізіледі)", short(*day)),
            Effect::TenDays { .. } => format!("({TEN_DAYS})"),
        }
    }
}

const TEN_DAYS: &str =
    "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі";
