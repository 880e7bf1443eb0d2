//! A word → the month that it names, with its form: `қаңтардағы` → 1.
//! Dates use the attributive (18 қаңтардағы), the ablative (1 қаңтардан бастап) and others.

use super::noun::{Form, Lexicon, Stem};
use std::sync::LazyLock;

/// The months from January on.
pub const NAMES: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];

static MONTHS: LazyLock<Lexicon<i8>> = LazyLock::new(|| {
    let months: Vec<_> = NAMES.iter().zip(1..).map(|(name, n)| (Stem::new(name), n)).collect();
    Lexicon::new(&months)
});

/// The month (1 to 12) that a word names, and in which form.
pub fn recognise(word: &str) -> Option<(i8, Form)> {
    MONTHS.get(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kazakh::noun::Case;

    #[test]
    fn attributive_and_ablative_of_every_month() {
        let printed = "қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі \
                       тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы";
        for (word, month) in printed.split_whitespace().zip(1..) {
            let (found, form) = recognise(word).expect("a month");
            assert_eq!((found, form.case), (month, Case::Attributive), "{word}");
        }
        for (word, month) in [("ақпаннан", 2), ("маусымнан", 6), ("қыркүйектен", 9)]
        {
            assert_eq!(
                recognise(word).map(|(n, form)| (n, form.case)),
                Some((month, Case::Ablative))
            );
        }
        assert_eq!(recognise("ай"), None);
    }
}
