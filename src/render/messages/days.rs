//! Days and windows of days in words: «2021 жылғы 29 қаңтар мен 28 ақпан аралығында».

use super::Lang;
use crate::kazakh::month;
use crate::kazakh::noun::{Case, Form, Stem};
use crate::model::day::Window;
use jiff::civil::Date;

const RUSSIAN_MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_of(names: &[&'static str; 12], date: Date) -> &'static str {
    let place = usize::try_from(date.month()).unwrap_or(1).saturating_sub(1);
    names[place]
}

fn kazakh_month(date: Date) -> Stem<'static> {
    Stem::new(month_of(&month::NAMES, date))
}

/// A day in a case: «2021 жылғы 29 қаңтардан».
pub fn kazakh(date: Date, case: Case) -> String {
    let month = kazakh_month(date).decline(Form { case, ..Form::PLAIN });
    format!("{} жылғы {} {month}", date.year(), date.day())
}

/// A day in the genitive, which serves every Russian sentence of the catalogue.
pub fn russian(date: Date) -> String {
    let month = month_of(&RUSSIAN_MONTHS, date);
    format!("{} {month} {} года", date.day(), date.year())
}

/// A day: "29 January 2021".
pub fn english(date: Date) -> String {
    let month = month_of(&ENGLISH_MONTHS, date);
    format!("{} {month} {}", date.day(), date.year())
}

/// A day in a case. Russian and English have one form for all.
pub fn day(date: Date, case: Case, lang: Lang) -> String {
    match lang {
        Lang::Kk => kazakh(date, case),
        Lang::Ru => russian(date),
        Lang::En => english(date),
    }
}

/// The days from `first` to `last`: "between 29 January and 28 February 2021".
pub fn between(first: Date, last: Date, lang: Lang) -> String {
    let same_year = first.year() == last.year();
    match lang {
        Lang::Kk => {
            let and = Form { case: Case::Instrumental, ..Form::PLAIN };
            // мен, бен, пен follows the sound before it, like the ending of the same shape.
            let joined = kazakh_month(first).decline(and);
            let and: String = joined.chars().skip(joined.chars().count() - 3).collect();
            let second = if same_year {
                format!("{} {}", last.day(), kazakh_month(last).word())
            } else {
                kazakh(last, Case::Nominative)
            };
            format!("{} {and} {second} аралығында", kazakh(first, Case::Nominative))
        }
        Lang::Ru if same_year => {
            let month = month_of(&RUSSIAN_MONTHS, first);
            format!("между {} {month} и {}", first.day(), russian(last))
        }
        Lang::Ru => format!("между {} и {}", russian(first), russian(last)),
        Lang::En if same_year => {
            let month = month_of(&ENGLISH_MONTHS, first);
            format!("between {} {month} and {}", first.day(), english(last))
        }
        Lang::En => format!("between {} and {}", english(first), english(last)),
    }
}

/// A window as the beginning of a state: "from a day between …".
pub fn from(window: Window, lang: Lang) -> String {
    let day = |date, case| day(date, case, lang);
    match (window.earliest, window.latest) {
        (Some(first), Some(last)) if first == last => match lang {
            Lang::Kk => format!("{} бастап", day(first, Case::Ablative)),
            Lang::Ru => format!("с {}", day(first, Case::Genitive)),
            Lang::En => format!("from {}", day(first, Case::Genitive)),
        },
        (Some(first), Some(last)) => match lang {
            Lang::Kk => format!("{}ғы бір күннен бастап", between(first, last, lang)),
            Lang::Ru => format!("с одного из дней {}", between(first, last, lang)),
            Lang::En => format!("from a day {}", between(first, last, lang)),
        },
        (None, Some(last)) => match lang {
            Lang::Kk => format!("{} кешіктірмей басталған", day(last, Case::Ablative)),
            Lang::Ru => format!("не позднее чем с {}", day(last, Case::Genitive)),
            Lang::En => format!("from {} at the latest", day(last, Case::Genitive)),
        },
        (Some(first), None) => match lang {
            Lang::Kk => format!("{} ерте емес белгісіз күннен бастап", day(first, Case::Ablative)),
            Lang::Ru => format!("с неизвестного дня, не раньше {}", day(first, Case::Genitive)),
            Lang::En => format!("from an unknown day, not before {}", day(first, Case::Genitive)),
        },
        (None, None) => match lang {
            Lang::Kk => "белгісіз күннен бастап".into(),
            Lang::Ru => "с неизвестного дня".into(),
            Lang::En => "from an unknown day".into(),
        },
    }
}

/// A window as the end of a state, the day itself left out: "until a day between …".
pub fn until(window: Window, lang: Lang) -> String {
    let day = |date, case| day(date, case, lang);
    match (window.earliest, window.latest) {
        (Some(first), Some(last)) if first == last => match lang {
            Lang::Kk => format!("{} дейін", day(first, Case::Dative)),
            Lang::Ru => format!("до {}", day(first, Case::Genitive)),
            Lang::En => format!("until {}", day(first, Case::Genitive)),
        },
        (Some(first), Some(last)) => match lang {
            Lang::Kk => format!("{}ғы бір күнге дейін", between(first, last, lang)),
            Lang::Ru => format!("до одного из дней {}", between(first, last, lang)),
            Lang::En => format!("until a day {}", between(first, last, lang)),
        },
        (None, Some(last)) => match lang {
            Lang::Kk => format!("{} кешіктірмей аяқталған", day(last, Case::Ablative)),
            Lang::Ru => format!("не позднее чем до {}", day(last, Case::Genitive)),
            Lang::En => format!("until {} at the latest", day(last, Case::Genitive)),
        },
        (Some(first), None) => match lang {
            Lang::Kk => format!("{} ерте емес белгісіз күнге дейін", day(first, Case::Ablative)),
            Lang::Ru => format!("до неизвестного дня, не раньше {}", day(first, Case::Genitive)),
            Lang::En => format!("until an unknown day, not before {}", day(first, Case::Genitive)),
        },
        (None, None) => match lang {
            Lang::Kk => "белгісіз күнге дейін".into(),
            Lang::Ru => "до неизвестного дня".into(),
            Lang::En => "until an unknown day".into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn windows_name_the_year_once() {
        let window = Window::between(date(2021, 1, 29), date(2021, 2, 28));
        assert_eq!(
            from(window, Lang::Kk),
            "2021 жылғы 29 қаңтар мен 28 ақпан аралығындағы бір күннен бастап"
        );
        assert_eq!(
            from(window, Lang::Ru),
            "с одного из дней между 29 января и 28 февраля 2021 года"
        );
        assert_eq!(from(window, Lang::En), "from a day between 29 January and 28 February 2021");
        let window = Window::between(date(2020, 12, 29), date(2021, 1, 28));
        assert_eq!(
            until(window, Lang::Kk),
            "2020 жылғы 29 желтоқсан мен 2021 жылғы 28 қаңтар аралығындағы бір күнге дейін"
        );
    }

    #[test]
    fn the_conjunction_follows_the_month() {
        let and = |month| {
            let words = between(date(2021, month, 1), date(2021, 12, 31), Lang::Kk);
            words.split(' ').nth(4).map(str::to_owned)
        };
        let expected =
            ["мен", "мен", "бен", "мен", "мен", "мен", "мен", "бен", "пен", "мен", "мен", "мен"];
        for (month, expected) in (1..).zip(expected) {
            assert_eq!(and(month).as_deref(), Some(expected), "month {month}");
        }
    }

    #[test]
    fn days_take_the_ending_of_their_month() {
        let on = |month, case| kazakh(date(2023, month, 1), case);
        assert_eq!(on(2, Case::Ablative), "2023 жылғы 1 ақпаннан");
        assert_eq!(on(4, Case::Dative), "2023 жылғы 1 сәуірге");
        assert_eq!(on(9, Case::Locative), "2023 жылғы 1 қыркүйекте");
        assert_eq!(on(7, Case::Attributive), "2023 жылғы 1 шілдедегі");
        let exact = Window::exact(date(2023, 1, 1));
        assert_eq!(until(exact, Lang::Kk), "2023 жылғы 1 қаңтарға дейін");
        assert_eq!(until(exact, Lang::Ru), "до 1 января 2023 года");
    }
}
