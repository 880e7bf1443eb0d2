//! A Roman numeral ↔ a number: chapters of older acts (`II тарау`) and the convocation in the
//! number of a law (`418-V`), typed with Latin letters or with Cyrillic ones that look the same.

const DIGITS: [(char, u32); 7] =
    [('I', 1), ('V', 5), ('X', 10), ('L', 50), ('C', 100), ('D', 500), ('M', 1000)];

const PARTS: [(&str, u32); 13] = [
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// The numeral in capital Latin letters: 8 → `VIII`; empty for 0.
pub fn write(mut number: u32) -> String {
    let mut out = String::new();
    for (part, value) in PARTS {
        while number >= value {
            out.push_str(part);
            number -= value;
        }
    }
    out
}

/// The value of a numeral in its regular form, up to 3999: `ІІ` → 2; `None` for anything else.
pub fn read(text: &str) -> Option<u32> {
    let digit = |letter| DIGITS.iter().any(|(digit, _)| *digit == letter);
    if !text.chars().map(latin).all(digit) {
        return None;
    }
    let latin: String = text.chars().map(latin).collect();
    let mut value = 0;
    let mut larger_to_the_right = 0;
    for letter in latin.chars().rev() {
        let digit = DIGITS.iter().find(|(digit, _)| *digit == letter)?.1;
        if digit < larger_to_the_right {
            value = u32::checked_sub(value, digit)?;
        } else {
            value += digit;
            larger_to_the_right = digit;
        }
        if value > 3999 {
            return None;
        }
    }
    (value > 0 && write(value) == latin).then_some(value)
}

/// A letter as the Latin one of a Roman numeral that it looks like.
pub fn latin(letter: char) -> char {
    match letter {
        'І' | 'Ӏ' | 'Ι' => 'I',
        'Х' | 'Χ' => 'X',
        'С' => 'C',
        'М' | 'Μ' => 'M',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_numeral_comes_back() {
        for number in 1..=3999 {
            assert_eq!(read(&write(number)), Some(number));
        }
    }

    #[test]
    fn cyrillic_letters_are_read_and_irregular_forms_refused() {
        assert_eq!(read("VІІІ"), Some(8));
        assert_eq!(read("ХІV"), Some(14));
        for text in ["", "IIII", "VX", "IC", "ii", "А", "MMMMMMMM"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
