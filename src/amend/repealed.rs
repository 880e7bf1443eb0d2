//! A point that repeals or suspends other acts or points of them → the acts with their units:
//! `«Title» 2007 жылғы 11 қаңтардағы Қазақстан Республикасы Заңының (…) күші жойылды деп
//! танылсын`, `… 5-бабының қолданылуы 2025 жылғы 1 қаңтарға дейін тоқтатыла тұрсын`, or a list
//! under `Мыналардың күші жойылды деп танылсын:`.

use super::header::{self, Named, named};
use super::line;
use crate::kazakh::noun::Case;
use crate::model::address::Address;
use crate::model::day::{EffectRule, EndRule};
use crate::model::instruction::Operation;
use crate::model::tree::{Tree, UnitIndex};
use crate::parse::citation::expand::Scope;
use crate::parse::command::{Command, commands};
use crate::parse::effect;

/// A repeal or suspension that a point orders.
pub(super) struct Repealed {
    /// The unit that names the act.
    pub unit: UnitIndex,
    /// The act.
    pub named: Named,
    /// Its units, the whole act where none is named; `None` where a unit is named that has no
    /// address.
    pub targets: Option<Vec<Address>>,
    /// `Repeal` or `Suspend`.
    pub operation: Operation,
    /// The first day of a suspension, where the point names one.
    pub from: Option<EffectRule>,
    /// Its end.
    pub until: Option<EndRule>,
}

/// The repeals and suspensions that a point orders, with those of the list under it; none where
/// it orders none.
pub(super) fn read(tree: &Tree, point: UnitIndex) -> Vec<Repealed> {
    let words = tree.units[point].words();
    let plain = line::without_quotations(words);
    let found = commands(&plain);
    let (operation, bytes) = match found.as_slice() {
        [(Command::Repeal, bytes)] => (Operation::Repeal, bytes),
        [(Command::Suspend, bytes)] => (Operation::Suspend, bytes),
        _ => return Vec::new(),
    };
    let opens_list = words[bytes.end..].trim() == ":";
    let days = match operation {
        Operation::Suspend => (effect::starting(&plain), effect::until(&plain)),
        _ => (None, None),
    };
    if opens_list {
        let members = tree.children(point);
        let read = |unit: UnitIndex| repealed(unit, tree.units[unit].words(), operation, &days);
        return members.filter_map(read).collect();
    }
    repealed(point, &words[..bytes.start], operation, &days).into_iter().collect()
}

fn repealed(
    unit: UnitIndex,
    words: &str,
    operation: Operation,
    (from, until): &(Option<EffectRule>, Option<EndRule>),
) -> Option<Repealed> {
    let named = named(words, &[Case::Genitive, Case::Nominative])?;
    let after =
        header::without_brackets(&line::without_quotations(words[named.at.end..].trim_end()));
    let citations = line::citations(&after);
    let targets = match citations.as_slice() {
        [] => Some(vec![Address::whole()]),
        cited => line::addresses(&Scope::default(), cited),
    };
    Some(Repealed { unit, named, targets, operation, from: from.clone(), until: until.clone() })
}
