//! A word → its skeleton: the key under which words of a closed vocabulary are recognised, by
//! looks, by sound and with one letter wrong. It is never shown to anyone.

pub use super::letters::skeleton;
use super::letters::{is_cyrillic, skeleton_letter};

/// The skeleton by sound, for words typed in the Latin alphabet: `tarmaqsha`.
pub fn skeleton_by_sound(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut out = String::with_capacity(word.len());
    let mut rest = lower.as_str();
    while let Some(first) = rest.chars().next() {
        let pair = SOUND_PAIRS.iter().find(|(latin, _)| rest.starts_with(latin));
        match pair {
            Some((latin, cyrillic)) => {
                out.push(*cyrillic);
                rest = &rest[latin.len()..];
            }
            None => {
                out.extend(by_sound(first));
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    skeleton(&out)
}

/// True for words with one skeleton; as the skeletons compared, but quick for Cyrillic words,
/// whose letters have skeletons one by one.
pub fn same(a: &str, b: &str) -> bool {
    let (mut letters, mut others) = (a.chars(), b.chars());
    loop {
        match (letters.next(), others.next()) {
            (Some(a), Some(b)) if is_cyrillic(a) && is_cyrillic(b) => {
                if skeleton_letter(a) != skeleton_letter(b) {
                    return false;
                }
            }
            (None, None) => return true,
            _ => return skeleton(a) == skeleton(b),
        }
    }
}

/// True when the two keys differ by at most one letter lost, added or exchanged; words of fewer
/// than five letters must be equal, since one letter more or less makes another word of them.
pub fn nearly_equal(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if !differ_little(a.as_bytes(), b.as_bytes()) {
        return false;
    }
    let (a_len, b_len) = (a.chars().count(), b.chars().count());
    let (short, long) = (a_len.min(b_len), a_len.max(b_len));
    if short < SHORTEST || long - short > 1 {
        return false;
    }
    let prefix = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let tails = a.chars().rev().zip(b.chars().rev());
    let suffix = tails.take(short - prefix).take_while(|(x, y)| x == y).count();
    prefix + suffix + 1 >= long
}

/// False for bytes that have too little in common at their ends to differ by one letter, which
/// has four bytes at most.
fn differ_little(a: &[u8], b: &[u8]) -> bool {
    let alike = |(x, y): &(&u8, &u8)| x == y;
    let head = a.iter().zip(b).take_while(alike).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(alike).count();
    head + tail + 4 >= a.len().max(b.len())
}

/// Two letters at the beginning or at the end of a word; blanks stand for letters that a short
/// word does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum End {
    First([char; 2]),
    Last([char; 2]),
}

/// The beginning of a word.
pub(super) fn beginning(key: &str) -> End {
    let mut letters = key.chars();
    End::First([letters.next().unwrap_or(' '), letters.next().unwrap_or(' ')])
}

/// The ends of a word in which one letter may be wrong: such a word is so long that the wrong
/// letter leaves one of them as it is. `None` for a shorter word.
pub(super) fn ends(key: &str) -> Option<[End; 2]> {
    key.chars().nth(SHORTEST - 1)?;
    let mut last = key.chars().rev();
    let last = [last.next()?, last.next()?];
    Some([beginning(key), End::Last(last)])
}

/// Letters of the shortest word in which one letter may be wrong.
pub const SHORTEST: usize = 5;

const SOUND_PAIRS: &[(&str, char)] =
    &[("sh", 'ш'), ("zh", 'ж'), ("ch", 'ч'), ("kh", 'х'), ("gh", 'г'), ("ts", 'ц'), ("ng", 'н')];

fn by_sound(letter: char) -> Option<char> {
    Some(match letter {
        '\u{0300}'..='\u{036f}' => return None,
        'a' | 'ä' => 'а',
        'b' => 'б',
        'c' => 'ц',
        'd' => 'д',
        'e' => 'е',
        'f' => 'ф',
        'g' | 'ğ' => 'г',
        'h' | 'x' => 'х',
        'i' | 'ı' => 'і',
        'j' => 'ж',
        'k' | 'q' => 'к',
        'l' => 'л',
        'm' => 'м',
        'n' | 'ñ' => 'н',
        'o' | 'ö' => 'о',
        'p' => 'п',
        'r' => 'р',
        's' => 'с',
        'ş' => 'ш',
        't' => 'т',
        'u' | 'ü' | 'ū' | 'w' => 'у',
        'v' => 'в',
        'y' => 'ы',
        'z' => 'з',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_words_meet_in_one_key() {
        let pairs = [
            ("Заңымен", "Занымен"),
            ("күн", "құн"),
            ("қараңыз", "караныз"),
            ("енгізіледі", "енгiзiледi"),
            ("тарау", "тaрау"),
            ("Ескерту", "Ескеरту"),
            ("ТАРМАҚ", "тармак"),
        ];
        for (sound, damaged) in pairs {
            assert_eq!(skeleton(sound), skeleton(damaged));
        }
    }

    #[test]
    fn latin_typing_is_read_by_sound() {
        for (typed, word) in [
            ("tarmaqsha", "тармақша"),
            ("bap", "бап"),
            ("qosymsha", "қосымша"),
            ("bekitilgen", "бекітілген"),
            ("Ескеrtу", "Ескерту"),
        ] {
            assert_eq!(skeleton_by_sound(typed), skeleton(word), "{typed}");
        }
    }

    #[test]
    fn one_letter_of_a_long_word_may_be_wrong() {
        assert!(nearly_equal("тармпакпен", "тармакпен"));
        assert!(nearly_equal("ренмі", "ресмі"));
        assert!(!nearly_equal("бап", "бау"));
        assert!(!nearly_equal("тармак", "тарау"));
        assert!(!nearly_equal("тармакша", "тармак"));
    }
}
