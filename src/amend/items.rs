//! The items `1)`, `2)` into which an amending point is divided → the place of each of its
//! paragraphs as lawyers cite it: `1-бап/2/3)#5` is the fifth paragraph of item 3), the line with
//! the number being the first.
//!
//! Items are told from targets (`3) тармақшада`) by what follows the number, and by their count.

use super::scope::without_own_number;
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{Tree, UnitIndex};
use std::collections::BTreeMap;

/// The paragraphs of amending points that stand in numbered items, both ways.
#[derive(Debug, Default)]
pub(super) struct Items {
    by_unit: BTreeMap<UnitIndex, Address>,
    by_address: BTreeMap<Address, UnitIndex>,
}

impl Items {
    /// Finds the items of every amending point of an act.
    pub fn of(tree: &Tree) -> Items {
        let mut items = Items::default();
        let mut open: Option<(Option<Address>, u32, u32)> = None;
        for (index, unit) in tree.units.iter().enumerate() {
            if !unit.kind.is_amending() {
                // Notes stand between the paragraphs of a point without ending it.
                if !unit.kind.is_editorial() {
                    open = None;
                }
                continue;
            }
            let owner = unit.address.parent();
            let (last, k) = match &open {
                Some((point, last, k)) if *point == owner => (*last, *k),
                _ => (0, 0),
            };
            let own = if unit.kind == Kind::Quoted { None } else { own_number(&unit.text) };
            let (last, k) = match own {
                Some(number) if number == last + 1 => (number, 1),
                _ => (last, k + 1),
            };
            if let Some(owner) = owner.clone().filter(|_| last > 0) {
                let item = owner.child(Step::Subparagraph(Number::plain(last)));
                let address = item.child(Step::Text(k));
                items.by_unit.insert(index, address.clone());
                items.by_address.insert(address, index);
            }
            open = Some((owner, last, k));
        }
        items
    }

    /// The place of a paragraph inside its item.
    pub fn place(&self, unit: UnitIndex) -> Option<&Address> {
        self.by_unit.get(&unit)
    }

    /// The paragraph at a place inside an item.
    pub fn find(&self, place: &Address) -> Option<UnitIndex> {
        self.by_address.get(place).copied()
    }

    /// True where there is such an item or such a paragraph of one.
    pub fn holds(&self, place: &Address) -> bool {
        let next = self.by_address.range(place..).next();
        next.is_some_and(|(found, _)| found.is_within(place))
    }
}

/// The number that the amending act gives to a line of its own.
pub(super) fn own_number(text: &str) -> Option<u32> {
    let trimmed = text.trim_start();
    let digits = trimmed.find(|c: char| !c.is_ascii_digit())?;
    let numbered = without_own_number(text).len() < trimmed.len();
    if numbered { trimmed[..digits].parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;
    use crate::source::document::Document;

    #[test]
    fn paragraphs_are_counted_in_their_item() {
        let text = "1-бап. «Мерекелер туралы» 2001 жылғы 13 желтоқсандағы Қазақстан Республикасының \
                    Заңына мынадай өзгерістер енгізілсін:\n\n1) 1-бап алып тасталсын;\n\n2) \
                    2-бапта:\n\n3) тармақша мынадай редакцияда жазылсын:\n\n«3) мереке;»;\n\n3) 3-бап \
                    алып тасталсын.";
        let tree = parse(&Document::decode("orders", text.as_bytes()));
        let items = Items::of(&tree);
        let places: Vec<String> = (0..tree.units.len())
            .filter_map(|at| items.place(at))
            .map(Address::to_string)
            .collect();
        assert_eq!(places, ["1-бап/1)#1", "1-бап/2)#1", "1-бап/2)#2", "1-бап/2)#3", "1-бап/3)#1"]);
    }
}
