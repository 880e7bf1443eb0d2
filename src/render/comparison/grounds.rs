//! A place that changed → the orders that changed it, and where in the draft they stand.

use super::LISTED;
use crate::amend::apply::Carried;
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::instruction::Instruction;
use crate::render::citation::{in_act, label};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{pages, papers};
use crate::render::messages::{act_names, explanation, phrases};
use std::collections::HashMap;

/// The orders by the places that they touched.
pub(super) struct Grounds {
    exact: HashMap<Address, Vec<usize>>,
    /// By the unit around an unnumbered paragraph: its position moves with every later order.
    around: HashMap<Address, Vec<usize>>,
}

impl Grounds {
    pub(super) fn new(orders: &[(&Instruction, &Carried)]) -> Self {
        let mut grounds = Grounds { exact: HashMap::new(), around: HashMap::new() };
        for (at, (_, carried)) in orders.iter().enumerate() {
            for touched in &carried.touched {
                add(&mut grounds.exact, touched.clone(), at);
                add(&mut grounds.around, unit(touched), at);
            }
        }
        grounds
    }

    /// The orders that touched a place: those that name it, else those that touched the unit
    /// around it, from the inside out.
    pub(super) fn of(&self, place: &Address) -> Vec<usize> {
        let mut around = Some(unit(place));
        let mut found = self.exact.get(place);
        while let (None, Some(address)) = (found, &around) {
            found = self.around.get(address);
            around = address.parent();
        }
        found.cloned().unwrap_or_default()
    }
}

fn add(map: &mut HashMap<Address, Vec<usize>>, place: Address, order: usize) {
    let orders = map.entry(place).or_default();
    if orders.last() != Some(&order) {
        orders.push(order);
    }
}

/// The unit that an unnumbered paragraph belongs to.
fn unit(address: &Address) -> Address {
    match address.last() {
        Some(Step::Text(_) | Step::LastText) => address.parent().unwrap_or_default(),
        _ => address.clone(),
    }
}

/// The unit for its first paragraph: that is how drafters cite an order with which it opens.
fn opened(address: &Address) -> Address {
    match address.last() {
        Some(Step::Text(1)) => address.parent().unwrap_or_default(),
        _ => address.clone(),
    }
}

/// The orders as they are cited, and the words that they left behind.
pub(super) fn words(
    orders: &[(&Instruction, &Carried)],
    by: Option<&ActId>,
    lang: Lang,
) -> Vec<String> {
    let mut words = Vec::new();
    for (order, carried) in orders {
        words.push(cited(order, by, lang));
        let left = carried.occurrences.iter().flat_map(|found| &found.left_behind);
        let left: Vec<String> =
            left.take(LISTED).map(|(place, words)| format!("{place} «{words}»")).collect();
        if !left.is_empty() {
            let left = pages::order_left_behind(lang, left.join(", "));
            words.push(explanation::capitalised(&left));
        }
    }
    if words.is_empty() {
        words.push(papers::table_by_no_order(lang));
    }
    words
}

/// An order with the act in which it stands; a draft has no name to be cited by.
fn cited(order: &Instruction, by: Option<&ActId>, lang: Lang) -> String {
    let at = opened(order.item.as_ref().unwrap_or(&order.at));
    match by {
        None => papers::table_in_draft(lang, label(&at)),
        Some(act) if lang == Lang::Kk => explanation::capitalised(&in_act(act, &at)),
        Some(act) => format!("{}, {}", act_names::title_case(act, lang), label(&at)),
    }
}

/// Where the orders stand in their file.
pub(super) fn sources(orders: &[(&Instruction, &Carried)]) -> Vec<String> {
    orders.iter().map(|(order, _)| phrases::place_in_file(&order.span)).collect()
}
