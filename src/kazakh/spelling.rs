//! A word as typed or printed → the spelling under which a search looks it up: small Kazakh
//! letters, whatever script the hand or the reading machine had slipped into.

use super::letters::{is_cyrillic, is_letter, look_alike, repair_word};
use unicode_normalization::UnicodeNormalization;

/// The word in small letters, letters of other scripts that stand for Kazakh ones replaced.
///
/// A word that mixes scripts is repaired by shape or by sound; a word of look-alikes alone
/// (`MO`, `AC`) is read as Kazakh; any other Latin word stays Latin.
pub fn spelling(word: &str) -> String {
    if word.chars().all(|c| is_cyrillic(c) && standard(c) == c) {
        let small = word.chars().flat_map(char::to_lowercase);
        return small.map(|c| if c == 'ё' { 'е' } else { c }).collect();
    }
    let composed: String = word.nfc().filter(|c| !is_invisible(*c)).map(standard).collect();
    let repaired = repair_word(&composed).unwrap_or(composed);
    let letters = || repaired.chars().filter(|c| is_letter(*c));
    let upper = |c: char| c.to_uppercase().next().unwrap_or(c);
    let shapes = letters().next().is_some()
        && letters().all(|c| !is_cyrillic(c) && look_alike(upper(c)).is_some());
    let read: String = if shapes {
        repaired.chars().map(|c| look_alike(upper(c)).unwrap_or(c)).collect()
    } else {
        repaired
    };
    read.to_lowercase().replace('ё', "е")
}

/// Marks without width that a copy leaves inside words.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Variants of Kazakh letters in other alphabets of the Cyrillic script.
fn standard(c: char) -> char {
    match c {
        'ə' => 'ә',
        'Ə' => 'Ә',
        'ӊ' | 'ӈ' => 'ң',
        'Ӊ' | 'Ӈ' => 'Ң',
        'ӄ' | 'ҡ' => 'қ',
        'Ӄ' | 'Ҡ' => 'Қ',
        'ӷ' => 'ғ',
        'ӱ' => 'ү',
        'ɵ' => 'ө',
        'ı' | 'ï' | 'ї' => 'і',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_meet() {
        assert_eq!(spelling("MO"), spelling("МО"));
        assert_eq!(spelling("АҚПАРATTЫҚ"), "ақпараттық");
        assert_eq!(spelling("объектiсiн"), "объектісін");
        assert_eq!(spelling("қауіpsіздікті"), "қауіпсіздікті");
        assert_eq!(spelling("VPN"), "vpn");
        assert_eq!(spelling("Һәм"), "һәм");
    }
}
