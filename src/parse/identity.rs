//! The line of requisites of an act → its form, issuer, day of adoption and number, and its
//! registration where it had to be registered (`… № 21310 болып тіркелді`).

use super::mention::{self, Dated};
use crate::kazakh::words::{Wording, words};
use crate::model::act::ActId;
use crate::model::day::{Adopted, Registered};
use crate::model::kind::Kind;
use crate::model::tree::{Tree, UnitIndex};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What an act says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requisites {
    /// What identifies the act.
    pub act: ActId,
    /// Day and number under which the Ministry of Justice registered it.
    pub registered: Option<(Registered, String)>,
    /// The unit that holds the line.
    pub unit: UnitIndex,
}

static REGISTERED: LazyLock<Wording> = LazyLock::new(|| Wording::new("болып тіркел*"));

/// The requisites of the act whose text the tree is; `None` where its line is missing or names
/// no possible day (an approved document alone has no such line).
pub fn requisites(tree: &Tree) -> Option<Requisites> {
    let unit = tree.units.iter().position(|unit| unit.kind == Kind::ActIdentity)?;
    let (act, registered) = read(&tree.units[unit].text)?;
    Some(Requisites { act, registered, unit })
}

/// The act and its registration from the words of the line.
pub fn read(text: &str) -> Option<(ActId, Option<(Registered, String)>)> {
    let found = mention::dated_numbers(text);
    let first = found.first()?;
    let act = act(text, first)?;
    let registered = found.iter().skip(1).find_map(|dated| {
        let rest = &text[dated.bytes.end..];
        REGISTERED.find(&words(rest)).filter(|place| place.start == 0)?;
        Some((Registered(dated.date.clone().ok()?), dated.number.clone()))
    });
    Some((act, registered))
}

fn act(text: &str, dated: &Dated) -> Option<ActId> {
    let before = &text[..dated.bytes.start];
    let after = &text[dated.bytes.end..];
    let sentence = &after[..after.find(['.', '\n']).unwrap_or(after.len())];
    // The form stands after the number, or before the date with the issuer in front of it.
    let (form, issuer_end) = match mention::first_form(sentence) {
        Some((form, _, _)) => (form, before.len()),
        None => {
            let (form, _, bytes) = mention::first_form(before)?;
            (form, bytes.start)
        }
    };
    let issuer = mention::issuer(&before[..issuer_end], form)?;
    let number = dated.number.clone();
    Some(ActId { adopted: Adopted(dated.date.clone().ok()?), form, issuer, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<(String, Option<String>)> {
        let (act, registered) = read(text)?;
        Some((act.iri(), registered.map(|(day, number)| format!("{day} {number}"))))
    }

    #[test]
    fn requisites_of_every_form() {
        for (text, iri) in [
            (
                "Қазақстан Республикасы Үкіметінің 2021 жылғы 18 қаңтардағы № 12 қаулысы.",
                "/akn/kz/act/resolution/government/2021-01-18/12",
            ),
            (
                "Қазақстан Республикасының Заңы 2015 жылғы 24 қарашадағы № 418-V ҚРЗ.",
                "/akn/kz/act/2015-11-24/418-V",
            ),
            (
                "Қазақстан Республикасының 2001 жылғы 13 желтоқсандағы N 267-II Заңы",
                "/akn/kz/act/2001-12-13/267-II",
            ),
            (
                "Қазақстан Республикасы Президентінің 2019 жылғы 17 маусымдағы № 24 Жарлығы",
                "/akn/kz/act/decree/president/2019-06-17/24",
            ),
        ] {
            assert_eq!(shown(text), Some((iri.into(), None)), "{text}");
        }
        assert_eq!(shown("1-тарау. Жалпы ережелер"), None);
    }

    #[test]
    fn a_registered_order_has_a_second_day_and_number() {
        let text = "Қазақстан Республикасының Қаржы министрінің 2020 жылғы 22 қыркүйектегі № 343/НҚ \
                    бұйрығы. Қазақстан Республикасының Әділет министрлігінде 2020 жылғы 29 \
                    қыркүйекте № 21310 болып тіркелді";
        let (iri, registered) = shown(text).expect("requisites");
        assert_eq!(iri, "/akn/kz/act/order/qarzhy-ministri/2020-09-22/343-НҚ");
        assert_eq!(registered.as_deref(), Some("2020-09-29 21310"));
    }
}
