//! Documents whose words stand in a hit as well → the acts and provisions to which they belong. An
//! answer names very many of these, and a later answer many of the same: what was read is kept.

use crate::index::search::DocAddress;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::query::engine::{Engine, Refusal};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Provisions that are kept, of some 200 bytes each.
const KEPT: usize = 1 << 16;

/// An act, and a provision of it.
type Place = (ActId, Address);

/// The places that were read, by document: an open index does not change.
#[derive(Debug, Default)]
pub struct Places(Mutex<HashMap<DocAddress, Place>>);

impl Places {
    /// A table is whole even where somebody panicked over it.
    fn table(&self) -> MutexGuard<'_, HashMap<DocAddress, Place>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Engine {
    /// The places of documents, in their order.
    ///
    /// # Errors
    /// A damaged index.
    pub(super) fn places_of(&self, documents: &[DocAddress]) -> Result<Vec<Place>, Refusal> {
        let known: Vec<Option<Place>> = {
            let table = self.places.table();
            documents.iter().map(|document| table.get(document).cloned()).collect()
        };
        let asked = documents.iter().zip(&known);
        let unknown: Vec<DocAddress> =
            asked.filter(|(_, known)| known.is_none()).map(|(document, _)| *document).collect();
        let read = |document: &DocAddress| -> Result<Place, Refusal> {
            let (act, unit) = self.index.provision_at(*document)?;
            Ok((self.act_name(&act)?.0, unit))
        };
        let found: Vec<Place> = unknown.iter().map(read).collect::<Result<_, _>>()?;
        let mut table = self.places.table();
        if table.len() + found.len() > KEPT {
            table.clear();
        }
        table.extend(unknown.into_iter().zip(found.iter().cloned()));
        drop(table);
        let mut found = found.into_iter();
        Ok(known.into_iter().filter_map(|known| known.or_else(|| found.next())).collect())
    }
}
