//! The orders of an amending act → `activeModifications`: what it does to which place of which
//! act, where it says so, with the words that it quotes.

use super::body::Mod;
use super::eid::Eids;
use super::time::rule_attribute;
use super::xml::{Attributes, Xml};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::instruction::{Instruction, Operation, Position};
use std::collections::{HashMap, HashSet};

/// The element and type by which the standard tells an operation.
fn modification(operation: Operation) -> (&'static str, &'static str) {
    use Operation::{
        Delete, DeleteIndents, DeleteWords, DeleteWordsEverywhere, Insert, InsertIndents,
        InsertWords, InsertWordsEverywhere, Renumber, Repeal, Replace, ReplaceByAnnex,
        ReplaceIndents, ReplaceTitle, ReplaceWords, ReplaceWordsEverywhere, Suspend,
    };
    match operation {
        Replace
        | ReplaceByAnnex
        | ReplaceTitle
        | ReplaceIndents
        | ReplaceWords
        | ReplaceWordsEverywhere => ("textualMod", "substitution"),
        Insert | InsertIndents | InsertWords | InsertWordsEverywhere => ("textualMod", "insertion"),
        Delete | DeleteIndents | DeleteWords | DeleteWordsEverywhere | Repeal => {
            ("textualMod", "repeal")
        }
        Renumber => ("textualMod", "renumbering"),
        Suspend => ("efficacyMod", "inapplication"),
    }
}

/// Writes the orders that were understood and whose target is known. The rest are told apart in
/// the proprietary part.
pub fn active(
    xml: &mut Xml,
    own: &ActId,
    orders: &[&Instruction],
    mods: &HashMap<Address, Mod>,
    (eids, here): (&Eids, &HashSet<&Address>),
) {
    if orders.is_empty() {
        return;
    }
    xml.open("activeModifications", vec![]);
    for (n, order) in orders.iter().enumerate() {
        let Some(act) = &order.target_act else { continue };
        let (element, kind) = modification(order.operation);
        let mut attributes: Attributes<'_> =
            vec![("type", kind.into()), ("eId", format!("amod_{}", n + 1).into())];
        attributes.push(("nusqa:operation", order.operation.name().into()));
        attributes.extend(order.in_force.as_ref().map(rule_attribute));
        xml.open(element, attributes);
        let written = mods.get(&order.at);
        let source = match written {
            Some(written) => Some(format!("#{}", written.eid)),
            None if here.contains(&order.at) => Some(format!("#{}", eids.get(&order.at))),
            None => None,
        };
        let source = source.unwrap_or_else(|| format!("{}/~{}", own.iri(), eids.get(&order.at)));
        xml.leaf("source", vec![("href", source.into())]);
        let place = |address: &Address| match address.is_whole() {
            true => act.iri(),
            false => format!("{}/~{}", act.iri(), address.eid()),
        };
        let targets = match order.targets.is_empty() {
            true => vec![act.iri()],
            false => order.targets.iter().map(place).collect(),
        };
        for target in targets {
            xml.leaf("destination", vec![("href", target.into())]);
        }
        if let (Some(container), Some(position)) = (&order.container, order.position) {
            let pos = match position {
                Position::Before => "before",
                Position::After => "after",
            };
            let href = place(container).into();
            xml.leaf("destination", vec![("href", href), ("pos", pos.into())]);
        }
        if element == "textualMod" {
            let text = |words: &str| written.and_then(|written| written.text(words));
            for words in &order.old_words {
                quoted(xml, "old", words, text(words));
            }
            if let Some(structure) = written.and_then(|written| written.quoted.as_ref()) {
                xml.leaf("new", vec![("href", format!("#{structure}").into())]);
            }
            for words in &order.new_words {
                quoted(xml, "new", words, text(words));
            }
        }
        xml.close(element);
    }
    xml.close("activeModifications");
}

/// Words that an order names, and where they stand in the document.
fn quoted(xml: &mut Xml, element: &str, words: &str, eid: Option<&str>) {
    let attributes: Attributes<'_> =
        eid.map(|eid| ("href", format!("#{eid}").into())).into_iter().collect();
    xml.open(element, attributes);
    xml.line("nusqa:words", vec![], words);
    xml.close(element);
}
