//! A word with the possessive of the first or second person → the same with that of the third, as
//! acts have it: деректерімді → деректері. Acts never say `my` and `your`, people always do.

use super::stem::is_ending;

/// The possessives of the first and second person, after a consonant as after a vowel.
const MINE_AND_YOURS: [(&str, &str); 12] = [
    ("ымыз", "ы"),
    ("іміз", "і"),
    ("ыңыз", "ы"),
    ("іңіз", "і"),
    ("мыз", ""),
    ("міз", ""),
    ("ңыз", ""),
    ("ңіз", ""),
    ("ым", "ы"),
    ("ім", "і"),
    ("ың", "ы"),
    ("ің", "і"),
];

/// The forms that such a word may have in an act, the likeliest first; none for a word without
/// such a possessive. What is left of the word keeps three letters at least.
pub fn without(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (possessive, third) in MINE_AND_YOURS {
        for (at, _) in word.match_indices(possessive) {
            let (stem, case) = (&word[..at], &word[at + possessive.len()..]);
            if stem.chars().count() >= 2 && (case.is_empty() || is_case(case)) {
                found.push(format!("{stem}{third}"));
            }
        }
    }
    found
}

/// The cases that follow: `менің құқығымды`, `құқығыма`.
fn is_case(ending: &str) -> bool {
    matches!(ending, "а" | "е") || is_ending(ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mine_is_somebodys() {
        for (mine, somebodys) in [
            ("деректерімді", "деректері"),
            ("құқығым", "құқығы"),
            ("өтінішіңізге", "өтініші"),
            ("құжаттарымыздың", "құжаттары"),
            ("өзімнің", "өзі"),
            ("құқығыма", "құқығы"),
        ] {
            assert!(without(mine).iter().any(|read| read == somebodys), "{mine}");
        }
        assert_eq!(without("сервер"), [""; 0]);
    }
}
