//! An eId of the Akoma Ntoso naming convention → the addresses that it may mean.
//! `att_1` may be the approved document, annex 1 or the only annex.

use crate::model::address::{Address, Step};
use crate::model::number::Number;

/// Every address with this eId; none for what is no eId.
pub(super) fn read(text: &str) -> Vec<Address> {
    if text.is_empty() || text.contains(' ') {
        return Vec::new();
    }
    let mut readings = vec![Vec::new()];
    for part in text.split("__") {
        let Some(choices) = steps(part) else { return Vec::new() };
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
        "note" => vec![Step::Footnote(value.to_owned())],
        "abbr" => vec![Step::Abbreviation(value.to_owned())],
        _ => return None,
    })
}
