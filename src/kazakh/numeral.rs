//! Numerals in words ↔ numbers: `екі жүз жетпіс бесінші` ↔ 275, `алпыс` ↔ 60.
//! Indents and parts of a unit are cited by ordinals in words, of which only the last is ordinal.

use super::memo::Memo;
use super::noun::{Form, Stem};
use super::skeleton::skeleton;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The largest number that is read and written in words.
pub const MAX: u32 = 9999;

const ONES: [&str; 9] = ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
const TENS: [&str; 9] =
    ["он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];
const HUNDRED: &str = "жүз";
const THOUSAND: &str = "мың";

/// Ordinals, word by word: two of them do not follow the rule (жиырмасыншы, қырқыншы).
const ORDINALS: [(&str, u32); 20] = [
    ("бірінші", 1),
    ("екінші", 2),
    ("үшінші", 3),
    ("төртінші", 4),
    ("бесінші", 5),
    ("алтыншы", 6),
    ("жетінші", 7),
    ("сегізінші", 8),
    ("тоғызыншы", 9),
    ("оныншы", 10),
    ("жиырмасыншы", 20),
    ("отызыншы", 30),
    ("қырқыншы", 40),
    ("елуінші", 50),
    ("алпысыншы", 60),
    ("жетпісінші", 70),
    ("сексенінші", 80),
    ("тоқсаныншы", 90),
    ("жүзінші", 100),
    ("мыңыншы", 1000),
];

/// Spellings that the orthographic dictionary does not have and acts do.
const OTHER_SPELLINGS: [(&str, u32); 2] = [("қырықыншы", 40), ("жиырманшы", 20)];

/// The number in words, `None` for 0 and above `MAX`: 275 → `екі жүз жетпіс бес`.
pub fn cardinal(number: u32) -> Option<String> {
    Some(words(number)?.join(" "))
}

/// The number as an ordinal, `None` for 0 and above `MAX`: 275 → `екі жүз жетпіс бесінші`.
pub fn ordinal(number: u32) -> Option<String> {
    let mut words = words(number)?;
    let last = words.pop()?;
    let value = CARDINAL_WORDS.iter().find(|(word, _)| *word == last)?.1;
    words.push(ORDINALS.iter().find(|(_, ordinal)| *ordinal == value)?.0);
    Some(words.join(" "))
}

fn words(number: u32) -> Option<Vec<&'static str>> {
    if number == 0 || number > MAX {
        return None;
    }
    let mut out = Vec::new();
    let mut counted = |count: u32, word: &'static str| {
        if count > 1 {
            out.push(ONES[count as usize - 1]);
        }
        if count > 0 {
            out.push(word);
        }
    };
    counted(number / 1000, THOUSAND);
    counted(number / 100 % 10, HUNDRED);
    let (tens, ones) = (number / 10 % 10, number % 10);
    if tens > 0 {
        out.push(TENS[tens as usize - 1]);
    }
    if ones > 0 {
        out.push(ONES[ones as usize - 1]);
    }
    Some(out)
}

/// A numeral read from words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its value.
    pub value: u32,
    /// True for an ordinal.
    pub ordinal: bool,
    /// The form of its last word, for an ordinal used as a noun (`екіншісінің`).
    pub form: Form,
    /// How many of the words belong to it.
    pub words: usize,
}

/// True for a word with which a numeral can begin.
pub fn begins(word: &str) -> bool {
    numeral_word(word).is_some()
}

/// Reads the longest numeral with which the words begin; an ordinal ends it. `None` where the
/// first word is no numeral, and where the number is above `MAX`.
pub fn read(words: &[&str]) -> Option<Numeral> {
    let mut reader = Reader { words, used: 0, ordinal: None };
    let mut value = 0;
    let mut lead = reader.take(|n| n < 10);
    if reader.take(|n| n == 1000).is_some() {
        value += lead.unwrap_or(1) * 1000;
        lead = reader.take(|n| n < 10);
    }
    if reader.take(|n| n == 100).is_some() {
        value += lead.unwrap_or(1) * 100;
        lead = None;
    }
    if lead.is_none() {
        value += reader.take(|n| (10..100).contains(&n)).unwrap_or(0);
        lead = reader.take(|n| n < 10);
    }
    value += lead.unwrap_or(0);
    if reader.used == 0 || reader.take(|n| n >= 100).is_some() {
        return None;
    }
    Some(Numeral {
        value,
        ordinal: reader.ordinal.is_some(),
        form: reader.ordinal.unwrap_or(Form::PLAIN),
        words: reader.used,
    })
}

/// The words of a numeral, taken one by one until an ordinal ends it.
struct Reader<'a> {
    words: &'a [&'a str],
    used: usize,
    ordinal: Option<Form>,
}

impl Reader<'_> {
    fn take(&mut self, fits: impl Fn(u32) -> bool) -> Option<u32> {
        if self.ordinal.is_some() {
            return None;
        }
        let (value, ordinal, form) = numeral_word(self.words.get(self.used)?)?;
        if !fits(value) {
            return None;
        }
        self.used += 1;
        self.ordinal = ordinal.then_some(form);
        Some(value)
    }
}

/// The value of a word of numerals, whether it is an ordinal, and its form.
fn numeral_word(word: &str) -> Option<(u32, bool, Form)> {
    KNOWN.with(|known| known.of(word, || LEXICON.get(&skeleton(word)).copied()))
}

thread_local! {
    static KNOWN: Memo<Option<(u32, bool, Form)>> = Memo::default();
}

static CARDINAL_WORDS: LazyLock<Vec<(&'static str, u32)>> = LazyLock::new(|| {
    let ones = ONES.iter().zip(1..).map(|(word, value)| (*word, value));
    let tens = TENS.iter().zip(1..).map(|(word, value)| (*word, value * 10));
    ones.chain(tens).chain([(HUNDRED, 100), (THOUSAND, 1000)]).collect()
});

static LEXICON: LazyLock<HashMap<String, (u32, bool, Form)>> = LazyLock::new(|| {
    let mut lexicon = HashMap::new();
    for (word, value) in CARDINAL_WORDS.iter() {
        lexicon.insert(skeleton(word), (*value, false, Form::PLAIN));
    }
    for (word, value) in ORDINALS.iter().chain(&OTHER_SPELLINGS) {
        for form in Form::all() {
            let declined = Stem::new(word).decline(form);
            lexicon.entry(skeleton(&declined)).or_insert((*value, true, form));
        }
    }
    lexicon
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kazakh::noun::Case;

    fn read_text(text: &str) -> Option<Numeral> {
        read(&text.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn every_number_comes_back() {
        for number in 1..=MAX {
            let text = ordinal(number).expect("an ordinal");
            let read = read_text(&text).expect("a numeral");
            let words = text.split(' ').count();
            assert_eq!((read.value, read.ordinal, read.words), (number, true, words), "{text}");
            let text = cardinal(number).expect("a cardinal");
            let read = read_text(&text).expect("a numeral");
            let words = text.split(' ').count();
            assert_eq!((read.value, read.ordinal, read.words), (number, false, words), "{text}");
        }
        assert_eq!(ordinal(0), None);
        assert_eq!(cardinal(MAX + 1), None);
    }

    #[test]
    fn numerals_of_acts() {
        for (text, value) in [
            ("қырық үшінші", 43),
            ("елуінші", 50),
            ("жүз отыз бесінші", 135),
            ("екі жүз қырық тоғызыншы", 249),
            ("жүз сексенінші", 180),
            ("бір мың бірінші", 1001),
            ("жиырма үшінші", 23),
        ] {
            assert_eq!(
                read_text(text).map(|n| (n.value, n.ordinal)),
                Some((value, true)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_numeral_ends_where_the_next_begins() {
        let cases =
            [("он екі бес", 12, 2), ("бес он", 5, 1), ("үшінші бөлік", 3, 1), ("екі ай", 2, 1)];
        for (text, value, words) in cases {
            let read = read_text(text).expect("a numeral");
            assert_eq!((read.value, read.words), (value, words), "{text}");
        }
        assert_eq!(read_text("бап"), None);
    }

    #[test]
    fn an_ordinal_may_be_declined() {
        let read = read_text("жиырма екіншісінің").expect("a numeral");
        assert_eq!(read.value, 22);
        assert_eq!(read.form.case, Case::Genitive);
    }
}
