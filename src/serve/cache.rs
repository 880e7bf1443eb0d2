//! Values that are made when they are asked for → kept as long as there is room for them, those
//! that were asked for last. Whoever asks for what another is making waits for that one.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// Values by name, up to so many bytes of them.
pub struct Cache<K, V> {
    /// The most bytes that are kept; the value made last is kept whatever its size, so that what
    /// belongs to it need not be made again.
    limit: usize,
    held: Mutex<Held<K, V>>,
}

struct Held<K, V> {
    kept: HashMap<K, Kept<V>>,
    /// Names by the time of their last use, the oldest first.
    used: BTreeMap<u64, K>,
    making: HashMap<K, watch::Receiver<()>>,
    bytes: usize,
    clock: u64,
}

struct Kept<V> {
    value: Arc<V>,
    bytes: usize,
    used: u64,
}

/// What became of a question for a value.
#[derive(Debug)]
pub enum Got<V> {
    /// Here it is.
    Here(Arc<V>),
    /// Another is making it, and tells by closing this channel that the making has ended.
    BeingMade(watch::Receiver<()>),
}

impl<K: Clone + Eq + Hash, V> Cache<K, V> {
    /// A cache that keeps so many bytes.
    pub fn new(limit: usize) -> Cache<K, V> {
        let held = Held {
            kept: HashMap::new(),
            used: BTreeMap::new(),
            making: HashMap::new(),
            bytes: 0,
            clock: 0,
        };
        Cache { limit, held: Mutex::new(held) }
    }

    fn held(&self) -> MutexGuard<'_, Held<K, V>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The value of this name: the one that is kept, or what `make` makes of it now, with the
    /// bytes that it takes. Others may ask for other values meanwhile.
    ///
    /// # Errors
    /// Those of `make`; nothing is kept then.
    pub fn get<E>(
        &self,
        name: &K,
        make: impl FnOnce() -> Result<(V, usize), E>,
    ) -> Result<Got<V>, E> {
        let mut held = self.held();
        if let Some(value) = held.touch(name) {
            return Ok(Got::Here(value));
        }
        if let Some(end) = held.making.get(name) {
            return Ok(Got::BeingMade(end.clone()));
        }
        let (end, told) = watch::channel(());
        held.making.insert(name.clone(), told);
        drop(held);
        let making = Making { cache: self, name, _end: end };
        let (value, bytes) = make()?;
        let value = Arc::new(value);
        self.held().keep(name, Arc::clone(&value), bytes, self.limit);
        drop(making);
        Ok(Got::Here(value))
    }
}

impl<K: Clone + Eq + Hash, V> Held<K, V> {
    fn tick(&mut self) -> u64 {
        self.clock += 1;
        self.clock
    }

    fn touch(&mut self, name: &K) -> Option<Arc<V>> {
        let now = self.tick();
        let kept = self.kept.get_mut(name)?;
        let before = std::mem::replace(&mut kept.used, now);
        let value = Arc::clone(&kept.value);
        self.used.remove(&before);
        self.used.insert(now, name.clone());
        Some(value)
    }

    fn keep(&mut self, name: &K, value: Arc<V>, bytes: usize, limit: usize) {
        while self.bytes.saturating_add(bytes) > limit
            && let Some((_, oldest)) = self.used.pop_first()
        {
            let gone = self.kept.remove(&oldest).map_or(0, |kept| kept.bytes);
            self.bytes = self.bytes.saturating_sub(gone);
        }
        let used = self.tick();
        self.used.insert(used, name.clone());
        self.kept.insert(name.clone(), Kept { value, bytes, used });
        self.bytes = self.bytes.saturating_add(bytes);
    }
}

/// Lets others make a value, however the making of this one ends, and wakes who waits for it.
struct Making<'c, K: Clone + Eq + Hash, V> {
    cache: &'c Cache<K, V>,
    name: &'c K,
    _end: watch::Sender<()>,
}

impl<K: Clone + Eq + Hash, V> Drop for Making<'_, K, V> {
    fn drop(&mut self) {
        self.cache.held().making.remove(self.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    type Numbers = Cache<u32, u32>;

    fn ask(cache: &Numbers, name: u32, bytes: usize) -> bool {
        let mut made = false;
        let got = cache.get(&name, || {
            made = true;
            Ok::<_, ()>((name, bytes))
        });
        assert!(matches!(got, Ok(Got::Here(value)) if *value == name));
        made
    }

    fn bytes(cache: &Numbers) -> usize {
        let held = cache.held();
        assert_eq!(held.kept.len(), held.used.len());
        assert_eq!(held.kept.values().map(|kept| kept.bytes).sum::<usize>(), held.bytes);
        held.bytes
    }

    #[test]
    fn what_was_not_used_longest_goes_first() {
        let cache = Numbers::new(30);
        for name in [1, 2, 3] {
            assert!(ask(&cache, name, 10));
        }
        assert!(!ask(&cache, 1, 10));
        assert!(ask(&cache, 4, 10));
        assert!(!ask(&cache, 1, 10), "1 was used after 2");
        assert!(!ask(&cache, 3, 10));
        assert!(ask(&cache, 2, 10), "2 had to go");
        assert_eq!(bytes(&cache), 30);
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let cache = Numbers::new(100);
        for name in 0..1000 {
            ask(&cache, name, 1 + (name as usize * 7) % 40);
            assert!(bytes(&cache) <= 100);
        }
        assert!(ask(&cache, 5000, 500));
        assert_eq!(bytes(&cache), 500, "the last one stays, alone");
        assert!(!ask(&cache, 5000, 500));
        assert!(ask(&cache, 5001, 1));
        assert_eq!(bytes(&cache), 1);
    }

    #[test]
    fn one_makes_it_for_all_who_ask() {
        let (cache, made) = (Numbers::new(100), AtomicUsize::new(0));
        let (begun, asked) = (Barrier::new(2), Barrier::new(2));
        thread::scope(|scope| {
            scope.spawn(|| {
                let got = cache.get(&7, || {
                    begun.wait();
                    asked.wait();
                    made.fetch_add(1, Ordering::Relaxed);
                    Ok::<_, ()>((7, 1))
                });
                assert!(matches!(got, Ok(Got::Here(_))));
            });
            begun.wait();
            let waiting: Vec<_> = (0..20)
                .map(|_| match cache.get(&7, || Err::<(u32, usize), _>("made twice")) {
                    Ok(Got::BeingMade(end)) => end,
                    other => unreachable!("{other:?}"),
                })
                .collect();
            assert!(ask(&cache, 8, 1), "other values are made meanwhile");
            asked.wait();
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            for mut end in waiting {
                assert!(runtime.block_on(end.changed()).is_err(), "the channel closes");
                assert!(!ask(&cache, 7, 1));
            }
        });
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn a_making_that_fails_keeps_nobody_waiting() {
        let cache = Numbers::new(100);
        assert_eq!(cache.get(&1, || Err("no")).err(), Some("no"));
        let unwound = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _ = cache.get(&1, || -> Result<(u32, usize), ()> {
                std::panic::resume_unwind(Box::new("a fault of ours"))
            });
        }));
        assert!(unwound.is_err());
        assert!(ask(&cache, 1, 1));
    }
}
