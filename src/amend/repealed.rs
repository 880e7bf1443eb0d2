//! A point that repeals other acts or points of them → the acts with their units:
//! `«Title» 2007 жылғы 11 қаңтардағы Қазақстан Республикасы Заңының (…) күші жойылды деп
//! танылсын`, or a list under `Мыналардың күші жойылды деп танылсын:`.

use super::header::{self, Named, named};
use super::line;
use crate::kazakh::noun::Case;
use crate::model::address::Address;
use crate::model::tree::{Tree, UnitIndex};
use crate::parse::citation::expand::Scope;
use crate::parse::command::{Command, commands};

/// A repeal that a point orders.
pub(super) struct Repealed {
    /// The unit that names the act.
    pub unit: UnitIndex,
    /// The act.
    pub named: Named,
    /// Its repealed units, the whole act where none is named; `None` where a unit is named that
    /// has no address.
    pub targets: Option<Vec<Address>>,
}

/// The repeals that a point orders, with those of the list under it; none where it orders none.
pub(super) fn read(tree: &Tree, point: UnitIndex) -> Vec<Repealed> {
    let words = tree.units[point].words();
    let plain = line::without_quotations(words);
    let found = commands(&plain);
    let [(Command::Repeal, bytes)] = found.as_slice() else { return Vec::new() };
    let opens_list = words[bytes.end..].trim() == ":";
    if opens_list {
        let members = tree.children(point);
        return members.filter_map(|unit| repealed(unit, tree.units[unit].words())).collect();
    }
    repealed(point, &words[..bytes.start]).into_iter().collect()
}

fn repealed(unit: UnitIndex, words: &str) -> Option<Repealed> {
    let named = named(words, &[Case::Genitive, Case::Nominative])?;
    let after =
        header::without_brackets(&line::without_quotations(words[named.at.end..].trim_end()));
    let citations = line::citations(&after);
    let targets = match citations.as_slice() {
        [] => Some(vec![Address::whole()]),
        cited => line::addresses(&Scope::default(), cited),
    };
    Some(Repealed { unit, named, targets })
}
