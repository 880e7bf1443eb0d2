//! A word → what was found out about it before: texts repeat their words, and a closed vocabulary
//! is asked about each of them many times.

use foldhash::fast::RandomState;
use std::cell::RefCell;
use std::collections::HashMap;

/// Words kept at most; a hostile text must not fill the memory.
const KEPT: usize = 1 << 16;

/// Bytes of the longest word that is kept.
const LONGEST: usize = 96;

/// Answers by word, for one thread.
#[derive(Debug)]
pub struct Memo<V>(RefCell<HashMap<Box<str>, V, RandomState>>);

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Memo(RefCell::new(HashMap::default()))
    }
}

impl<V: Clone> Memo<V> {
    /// The answer for a word: the one given before, or the one found now.
    pub fn of(&self, word: &str, find: impl FnOnce() -> V) -> V {
        if word.len() > LONGEST {
            return find();
        }
        if let Some(known) = self.0.borrow().get(word) {
            return known.clone();
        }
        let found = find();
        let mut kept = self.0.borrow_mut();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(word.into(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_up_once() {
        let memo = Memo::default();
        assert_eq!(memo.of("бап", || 1), 1);
        assert_eq!(memo.of("бап", || 2), 1);
        assert_eq!(memo.of("тармақ", || 2), 2);
        let long = "а".repeat(LONGEST);
        assert_eq!(memo.of(&long, || 3), 3);
        assert_eq!(memo.of(&long, || 4), 4);
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let memo = Memo::default();
        for n in 0..2 * KEPT {
            assert_eq!(memo.of(&n.to_string(), || n), n);
        }
        assert!(memo.0.borrow().len() <= KEPT);
    }
}
