//! The index folder → the engine of the index in use, opened again when a build has put another
//! index in place. Whoever holds the old one keeps it until the last answer from it is given.

use crate::index::{InUse, IndexError, Layout};
use crate::query::Engine;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Times that an index is looked for again when it is replaced between the look and the opening.
const TRIES: usize = 3;

/// The index in use, held open.
pub struct Shelf {
    layout: Layout,
    held: Mutex<Option<(InUse, Arc<Engine>)>>,
}

impl Shelf {
    /// A shelf that nothing was taken from yet.
    pub fn new(index: &Path) -> Shelf {
        Shelf { layout: Layout::new(index), held: Mutex::new(None) }
    }

    /// The engine of the index in use. One that cannot be opened leaves the one before it in use.
    ///
    /// # Errors
    /// No index was ever opened, and none can be.
    pub fn engine(&self) -> Result<Arc<Engine>, IndexError> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        for tried in 1.. {
            let now = self.layout.in_use();
            if let Some((known, engine)) = held.as_ref()
                && now.as_ref().is_none_or(|now| now == known)
            {
                return Ok(Arc::clone(engine));
            }
            match (Engine::open(self.layout.root()), now) {
                (Ok(engine), Some(now)) => {
                    let engine = Arc::new(engine);
                    *held = Some((now, Arc::clone(&engine)));
                    return Ok(engine);
                }
                (Err(error), _) if tried >= TRIES => {
                    let before = held.as_ref().map(|(_, engine)| Arc::clone(engine));
                    return before.ok_or(error);
                }
                _ => {}
            }
        }
        Err(IndexError::Missing { path: self.layout.shown() })
    }
}
