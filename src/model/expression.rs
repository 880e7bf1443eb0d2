//! An IRI as a user writes it → the act that it names, the day that it asks about, and the
//! portion of the act. The forms are those of the Akoma Ntoso naming convention.

use jiff::civil::Date;

/// An IRI taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expression<'a> {
    /// The act: the IRI up to the language, as [`ActId::iri`](super::act::ActId::iri) writes it.
    pub work: &'a str,
    /// Which of its states.
    pub moment: Moment,
    /// The eId of a portion, written after `~`.
    pub portion: Option<&'a str>,
}

/// Which state of an act an IRI asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The IRI does not say.
    Unstated,
    /// `kaz@`: the act as adopted.
    Original,
    /// `kaz:2023-01-15`, the state of that day, or `kaz@2023-01-01`, the version that begins on
    /// it; after a semicolon the last day of adoption of the acts that count.
    On(Date, Option<Date>),
}

impl<'a> Expression<'a> {
    /// Takes an IRI apart; `None` for what is no IRI of an act, names another language than
    /// Kazakh, or has a day that cannot be read.
    pub fn parse(iri: &'a str) -> Option<Self> {
        if !iri.starts_with("/akn/") {
            return None;
        }
        let (named, portion) = match iri.split_once('~') {
            Some((named, portion)) => (named, Some(portion.trim()).filter(|eid| !eid.is_empty())),
            None => (iri, None),
        };
        let named = named.trim_end_matches('/');
        let (before, last) = named.rsplit_once('/')?;
        let (language, mark) = match last.find([':', '@']) {
            Some(at) => last.split_at(at),
            None => (last, ""),
        };
        if language != "kaz" {
            return mark.is_empty().then_some(Expression {
                work: named,
                moment: Moment::Unstated,
                portion,
            });
        }
        let moment = match mark {
            "" => Moment::Unstated,
            "@" => Moment::Original,
            day => on(&day[1..])?,
        };
        Some(Expression { work: before, moment, portion })
    }
}

/// The IRI of the state of an act on a day, `…/kaz:2023-01-15`, after a semicolon the last day of
/// adoption of the acts that count; with the eId of a portion `…/~art_7`.
pub fn as_of(work: &str, date: Date, known_by: Option<Date>, portion: Option<&str>) -> String {
    let known_by = known_by.map(|day| format!(";{day}")).unwrap_or_default();
    let portion = portion.map(|eid| format!("/~{eid}")).unwrap_or_default();
    format!("{work}/kaz:{date}{known_by}{portion}")
}

fn on(days: &str) -> Option<Moment> {
    let (date, known_by) = match days.split_once(';') {
        Some((date, known_by)) => (date, Some(known_by.parse().ok()?)),
        None => (days, None),
    };
    Some(Moment::On(date.parse().ok()?, known_by))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const LAW: &str = "/akn/kz/act/2015-11-24/418-V";

    fn read(rest: &str) -> Option<(Moment, Option<String>)> {
        let iri = format!("{LAW}{rest}");
        let found = Expression::parse(&iri)?;
        assert_eq!(found.work, LAW);
        Some((found.moment, found.portion.map(str::to_owned)))
    }

    #[test]
    fn every_form_of_the_convention() {
        let day = Moment::On(date(2020, 1, 1), None);
        for (rest, moment) in [
            ("", Moment::Unstated),
            ("/", Moment::Unstated),
            ("/kaz", Moment::Unstated),
            ("/kaz@", Moment::Original),
            ("/kaz:2020-01-01", day),
            ("/kaz@2020-01-01", day),
            ("/kaz@2020-01-01;2021-02-03", Moment::On(date(2020, 1, 1), Some(date(2021, 2, 3)))),
        ] {
            assert_eq!(read(rest), Some((moment, None)), "{rest}");
        }
        assert_eq!(read("/kaz@2020-01-01~art_2"), Some((day, Some("art_2".into()))));
        assert_eq!(read("/kaz:2020-01-01/~art_2"), Some((day, Some("art_2".into()))));
    }

    #[test]
    fn what_is_written_is_read() {
        let (on, known) = (date(2020, 1, 1), date(2021, 2, 3));
        for (known_by, portion) in [(None, None), (Some(known), None), (None, Some("art_2"))] {
            let written = as_of(LAW, on, known_by, portion);
            let moment = Moment::On(on, known_by);
            assert_eq!(
                Expression::parse(&written),
                Some(Expression { work: LAW, moment, portion })
            );
        }
    }

    #[test]
    fn what_cannot_be_read_is_no_iri() {
        for rest in ["/kaz:", "/kaz:2020-02-31", "/kaz@2020", "/rus@2020-01-01", "/kaz@2020-01-01;"]
        {
            assert_eq!(read(rest), None, "{rest}");
        }
        assert_eq!(Expression::parse("832"), None);
    }
}
