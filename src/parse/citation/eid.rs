//! An eId of the Akoma Ntoso naming convention → the addresses that it may mean.
//! `att_1` may be the approved document, annex 1 or the only annex. Words are percent-encoded.

use super::MOST_STEPS;
use crate::model::address::{Address, Step};
use crate::model::number::Number;

/// More readings than any eId of an act has: `att_1` has three, an annex in an annex nine.
const READINGS: usize = 64;

/// Every address with this eId; none for what is no eId.
pub(super) fn read(text: &str) -> Vec<Address> {
    if text.is_empty() || text.contains(' ') || text.split("__").nth(MOST_STEPS).is_some() {
        return Vec::new();
    }
    let mut readings: Vec<Vec<Step>> = vec![Vec::new()];
    for part in text.split("__") {
        let Some(choices) = steps(part) else { return Vec::new() };
        if readings.len() * choices.len() > READINGS {
            return Vec::new();
        }
        readings = choices
            .iter()
            .flat_map(|choice| {
                readings.iter().map(move |before| {
                    let mut steps: Vec<Step> = before.clone();
                    steps.push(choice.clone());
                    steps
                })
            })
            .collect();
    }
    readings.into_iter().map(Address::new).collect()
}

fn steps(part: &str) -> Option<Vec<Step>> {
    let lower = part.to_ascii_lowercase();
    let single = match lower.as_str() {
        "title" => Some(Step::Title),
        "identity" => Some(Step::Identity),
        "preamble" => Some(Step::Preamble),
        "columns" => Some(Step::ColumnNumbers),
        "abbr" => Some(Step::Abbreviations),
        "stamp" => Some(Step::Stamp),
        "signature" => Some(Step::Signature),
        "form" => Some(Step::Form),
        "addressee" => Some(Step::Addressee),
        "toc" => Some(Step::Contents),
        "al_last" => Some(Step::LastText),
        _ => None,
    };
    if let Some(step) = single {
        return Some(vec![step]);
    }
    let (prefix, _) = lower.split_once('_')?;
    let value = &part[prefix.len() + 1..];
    let number = || Number::parse(value);
    let count = || value.parse::<u32>().ok().filter(|n| *n > 0);
    Some(match prefix {
        "att" => {
            let number = number()?;
            let numbered = Step::Annex(Some(number.clone()));
            if number == Number::plain(1) {
                vec![Step::Approved, numbered, Step::Annex(None)]
            } else {
                vec![numbered]
            }
        }
        "sec" => vec![Step::Part(number()?)],
        "subsec" => vec![Step::Subpart(number()?)],
        "chp" => vec![Step::Chapter(number()?)],
        "subchp" => vec![Step::Section(number()?)],
        "art" => vec![Step::Article(number()?)],
        "para" => vec![Step::Paragraph(number()?)],
        "point" => vec![Step::Subparagraph(number()?)],
        "al" | "subpara" => vec![Step::Text(count()?)],
        "table" => {
            let table = Step::Table(Some(count()?));
            if value == "1" { vec![Step::Table(None), table] } else { vec![table] }
        }
        "group" => vec![Step::Group(number()?)],
        "tr" => vec![Step::Row(number()?)],
        "note" => vec![Step::Footnote(decoded(value)?)],
        "abbr" => vec![Step::Abbreviation(decoded(value)?)],
        _ => return None,
    })
}

/// Words out of their percent-encoding; `None` where that is broken.
fn decoded(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte != b'%' {
            bytes.push(byte);
            rest = after;
            continue;
        }
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok())?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &after[2..];
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = Number> {
        "[1-9][0-9]{0,2}(-[1-9]){0,2}".prop_filter_map("a number", |text| Number::parse(&text))
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            Just(Step::Approved),
            proptest::option::of(number()).prop_map(Step::Annex),
            prop_oneof![Just(Step::Title), Just(Step::Stamp), Just(Step::Contents)],
            prop_oneof![Just(Step::ColumnNumbers), Just(Step::LastText), Just(Step::Form)],
            number().prop_map(Step::Part),
            number().prop_map(Step::Subpart),
            number().prop_map(Step::Chapter),
            number().prop_map(Step::Section),
            number().prop_map(Step::Article),
            number().prop_map(Step::Paragraph),
            number().prop_map(Step::Subparagraph),
            number().prop_map(Step::Group),
            number().prop_map(Step::Row),
            (1..500_u32).prop_map(Step::Text),
            proptest::option::of(1..9_u32).prop_map(Step::Table),
            "\\PC{1,12}".prop_map(Step::Footnote),
            ".{1,12}".prop_map(Step::Abbreviation),
        ]
    }

    proptest! {
        #[test]
        fn every_address_has_an_eid_that_leads_back(
            steps in proptest::collection::vec(step(), 1..4),
        ) {
            let address = Address::new(steps);
            let eid = address.eid();
            let unfit = |c: char| c.is_whitespace() || c.is_control() || "\"<>#/?[]\\^`{|}~!@:;".contains(c);
            prop_assert!(!eid.contains(unfit), "{eid}");
            let readings = read(&eid);
            prop_assert!(readings.contains(&address), "{eid}: {readings:?}");
            // Whatever else it may mean has the same eId: nothing else is lost.
            for other in read(&eid) {
                prop_assert_eq!(other.eid(), &*eid);
            }
        }
    }

    #[test]
    fn words_are_encoded() {
        let steps = vec![Step::Abbreviations, Step::Abbreviation("\"Атамекен\" ҰКП".into())];
        let address = Address::new(steps);
        assert_eq!(address.eid(), "abbr__abbr_%22Атамекен%22%20ҰКП");
        assert_eq!(read(&address.eid()), [address]);
        assert_eq!(read("abbr_%2"), []);
        assert_eq!(read("abbr_%FF"), []);
    }

    #[test]
    fn an_eid_of_many_readings_is_none() {
        assert_eq!(read("att_1__att_1").len(), 9);
        assert_eq!(read(&["att_1"; 40].join("__")), []);
    }
}
