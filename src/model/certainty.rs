//! How sure an answer is, what a provision's state is, and how these combine.
//! Pure functions; the tests walk every combination.

use super::named::named;

named! {
    /// From weak to strong, so that the weakest of several is their minimum.
    ///
    /// The meaning of each is a promise to users: section "What an answer means" of the README.
    Certainty {
        /// No wording.
        Unknown = "unknown",
        /// Carried over an act that amended the unit or something around it and whose wording is
        /// not in the corpus; over a swallowed stretch; or to a day after the horizon.
        Presumed = "presumed",
        /// Carried over a stretch in which notes tell of no change at this place.
        Noted = "noted",
        /// Computed from a certain text, every act of the stretch being read.
        Derived = "derived",
        /// Printed by a source for a state that holds on the day, or an event that a source tells.
        Certain = "certain",
    }
}

impl Certainty {
    /// The certainty of a whole: the weakest of the words that it prints. A gap prints no
    /// words and so does not weaken the rest; a whole of gaps alone is unknown.
    pub fn of_whole(parts: impl IntoIterator<Item = Certainty>) -> Certainty {
        parts
            .into_iter()
            .filter(|part| *part != Certainty::Unknown)
            .min()
            .unwrap_or(Certainty::Unknown)
    }

    /// What is left of it once something weaker is known: never stronger than `limit`.
    pub fn at_most(self, limit: Certainty) -> Certainty {
        self.min(limit)
    }
}

named! {
    /// The state of a provision on a day.
    Status {
        /// It holds.
        InForce = "in_force",
        /// Adopted or not, it does not hold yet.
        NotYet = "not_yet",
        /// It held and holds no more: removed, repealed, expired, dropped by a restatement.
        Repealed = "repealed",
        /// It is suspended.
        Suspended = "suspended",
        /// A window or missing evidence leaves the answer open.
        Unknown = "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_is_as_weak_as_its_weakest_words() {
        for &a in Certainty::ALL {
            for &b in Certainty::ALL {
                for &c in Certainty::ALL {
                    let whole = Certainty::of_whole([a, b, c]);
                    let words: Vec<_> =
                        [a, b, c].into_iter().filter(|p| *p != Certainty::Unknown).collect();
                    match words.iter().min() {
                        None => assert_eq!(whole, Certainty::Unknown),
                        Some(weakest) => assert_eq!(whole, *weakest),
                    }
                    assert!(words.iter().all(|part| whole <= *part));
                    assert_eq!(whole, Certainty::of_whole([c, a, b]), "order must not matter");
                }
            }
        }
        assert_eq!(Certainty::of_whole([]), Certainty::Unknown);
    }

    #[test]
    fn a_limit_never_strengthens() {
        for &certainty in Certainty::ALL {
            for &limit in Certainty::ALL {
                let limited = certainty.at_most(limit);
                assert!(limited <= certainty && limited <= limit);
                assert!(limited == certainty || limited == limit);
            }
        }
    }

    #[test]
    fn names_lead_back() {
        for &certainty in Certainty::ALL {
            assert_eq!(Certainty::from_name(certainty.name()), Some(certainty));
        }
        for &status in Status::ALL {
            assert_eq!(Status::from_name(status.name()), Some(status));
        }
    }
}
