//! Addresses of the places of an act → eIds, each given once.
//! Every expression of the act gives a place the same eId.

use crate::model::address::Address;
use std::collections::{HashMap, HashSet};

/// The eIds of the places of an act.
pub struct Eids {
    by_address: HashMap<Address, String>,
    taken: HashSet<String>,
}

impl Eids {
    /// Of these places, which are all those that the act ever has, so that every expression of it
    /// gives the same eIds. Where two addresses have one eId (a body that approves a document and
    /// has an annex 1 of its own), the second gets a mark, and so does all that stands in it.
    pub fn of<'p>(places: impl IntoIterator<Item = &'p Address>) -> Eids {
        let mut eids = Eids { by_address: HashMap::new(), taken: HashSet::new() };
        for address in places {
            let eid = eids.derive(address);
            let eid = eids.fresh(eid);
            eids.by_address.insert(address.clone(), eid);
        }
        eids
    }

    /// The eId of an address; of one that is not in the act the one it would have.
    pub fn get(&self, address: &Address) -> String {
        self.by_address.get(address).cloned().unwrap_or_else(|| self.derive(address))
    }

    /// An eId that nothing has, like this one.
    pub fn fresh(&mut self, eid: String) -> String {
        let mut given = eid.clone();
        let mut n = 2;
        while !self.taken.insert(given.clone()) {
            given = format!("{eid}_dup_{n}");
            n += 1;
        }
        given
    }

    fn derive(&self, address: &Address) -> String {
        let component = address.component();
        let inside = address.within_component();
        if inside.is_whole() {
            let own = address.parent().filter(|around| !around.is_whole());
            return match (own, address.last()) {
                (Some(around), Some(step)) => {
                    format!("{}__{}", self.get(&around), Address::new(vec![step.clone()]).eid())
                }
                _ => address.eid(),
            };
        }
        match component.is_whole() {
            true => inside.eid(),
            false => format!("{}__{}", self.get(&component), inside.eid()),
        }
    }
}
