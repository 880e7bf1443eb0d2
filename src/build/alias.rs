//! Acts that are cited by title and day instead of their number → the acts of the corpus that
//! are meant. Laws are cited so (drafting rules, section 3); titles are dated names, so the
//! title must be the one under which the corpus knows the act.

use crate::index::Manifest;
use crate::kazakh::slug::slug;
use crate::model::act::{ActId, ActType};
use crate::model::day::Adopted;
use crate::model::instruction::Orders;
use std::collections::{BTreeMap, BTreeSet};

/// The acts of a corpus by form, day and title.
#[derive(Debug, Default)]
pub struct Aliases {
    acts: BTreeSet<ActId>,
    by_title: BTreeMap<(ActType, Adopted, String), Option<ActId>>,
}

impl Aliases {
    /// The names under which the acts of a manifest may be cited. A name that fits two acts
    /// names none.
    pub fn of(manifest: &Manifest) -> Self {
        let mut aliases = Aliases::default();
        for text in manifest.texts.values() {
            let act = &text.act;
            aliases.acts.insert(act.clone());
            let Some(title) = &text.title else { continue };
            let name = (act.form, act.adopted, slug(title));
            aliases
                .by_title
                .entry(name)
                .and_modify(|known| {
                    if known.as_ref() != Some(act) {
                        *known = None;
                    }
                })
                .or_insert_with(|| Some(act.clone()));
        }
        aliases
    }

    /// The act that is meant; the name itself where the corpus knows no better.
    pub fn resolve(&self, named: &ActId) -> ActId {
        let Some(title) = named.number.strip_prefix('~') else { return named.clone() };
        if self.acts.contains(named) {
            return named.clone();
        }
        let name = (named.form, named.adopted, title.to_string());
        self.by_title.get(&name).cloned().flatten().unwrap_or_else(|| named.clone())
    }

    /// The orders with every target resolved.
    pub fn resolve_orders(&self, orders: &Orders) -> Orders {
        let mut orders = orders.clone();
        for order in &mut orders.instructions {
            order.target_act = order.target_act.as_ref().map(|act| self.resolve(act));
        }
        for quoted in &mut orders.titles {
            quoted.act = self.resolve(&quoted.act);
        }
        orders.targets = orders.targets.iter().map(|act| self.resolve(act)).collect();
        orders
    }
}
