//! An address that an act does not have → where its number would stand among those that the
//! texts print. Numbers run without holes when an act is adopted (drafting rules, section 2), so
//! a whole number that is missing was removed unseen or lies where no text of the corpus reaches.

use crate::model::address::{Address, Step};
use crate::model::number::Number;
use std::collections::BTreeSet;

/// The printed neighbours of a number that is not printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It comes before the first one.
    Before(Address),
    /// It comes after the last one.
    After(Address),
    /// It falls between two that follow each other.
    Between(Address, Address),
}

/// The neighbours of the outermost unit of `asked` that is not among `places`; `None` where the
/// number tells nothing: an inserted one beside its stem, or a unit without numbered siblings.
pub fn absent(asked: &Address, places: &BTreeSet<Address>) -> Option<Absent> {
    let known = asked.component().steps().len();
    let missing = (known + 1..=asked.steps().len())
        .map(|length| Address::new(asked.steps()[..length].to_vec()))
        .find(|address| !places.contains(address))?;
    let parent = missing.parent()?;
    let step = missing.last()?;
    let number = numbered(step)?;
    let alike = |address: &&Address| {
        address.parent().as_ref() == Some(&parent)
            && address
                .last()
                .is_some_and(|other| std::mem::discriminant(other) == std::mem::discriminant(step))
    };
    let mut siblings: Vec<(&Number, &Address)> = places
        .iter()
        .filter(alike)
        .filter_map(|address| Some((numbered(address.last()?)?, address)))
        .collect();
    siblings.sort_by_key(|(number, _)| *number);
    if let Number::Dashed(parts) = number
        && number.is_inserted()
        && siblings.iter().any(|(other, _)| **other == Number::plain(parts[0]))
    {
        return None;
    }
    let after = siblings.iter().position(|(other, _)| *other > number);
    let before = after.unwrap_or(siblings.len()).checked_sub(1).map(|before| siblings[before].1);
    match (before, after.map(|after| siblings[after].1)) {
        (Some(before), Some(after)) => Some(Absent::Between(before.clone(), after.clone())),
        (Some(before), None) => Some(Absent::After(before.clone())),
        (None, Some(after)) if *number != Number::plain(0) => Some(Absent::Before(after.clone())),
        (None, _) => None,
    }
}

/// The number of an article, a point or a sub-point.
fn numbered(step: &Step) -> Option<&Number> {
    match step {
        Step::Article(number) | Step::Paragraph(number) | Step::Subparagraph(number) => {
            Some(number)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::citation::parse_address;

    fn address(text: &str) -> Address {
        parse_address(text).into_iter().next().expect("an address")
    }

    #[test]
    fn between_neighbours_or_beyond_an_end() {
        let places: BTreeSet<Address> =
            ["30", "31", "31-1", "38", "38/1)", "38/2)", "41"].map(address).into();
        let said = |asked| absent(&address(asked), &places);
        let between = |a, b| Some(Absent::Between(address(a), address(b)));
        assert_eq!(said("32"), between("31-1", "38"));
        assert_eq!(said("37/1)"), between("31-1", "38"));
        assert_eq!(said("37-2"), between("31-1", "38"));
        assert_eq!(said("42"), Some(Absent::After(address("41"))));
        assert_eq!(said("38/3)"), Some(Absent::After(address("38/2)"))));
        assert_eq!(said("29"), Some(Absent::Before(address("30"))));
        for nothing in ["38-1", "0", "30/1)", "5-бап"] {
            assert_eq!(said(nothing), None, "{nothing}");
        }
    }
}
