//! A word typed in Latin letters → the Kazakh words that it may be. Kazakh has had several Latin
//! alphabets, and most people type none of them; only a vocabulary can tell which reading is meant.

use unicode_normalization::UnicodeNormalization;

/// Readings that are kept.
const MOST: usize = 48;
/// Letters of the longest word that is read.
const LONGEST: usize = 40;

/// What Latin letters may stand for, and how unlikely that is beside the plain reading of a
/// letter, which costs 2. Letters that a key does not tell apart (к and қ, и and і) are given by
/// one of them, but where a Latin letter is plainly the other.
const SOUNDS: [(&str, &[(&str, u32)]); 72] = [
    ("shch", &[("щ", 2)]),
    ("sch", &[("щ", 3)]),
    ("sh", &[("ш", 2), ("щ", 4)]),
    ("ch", &[("ч", 2), ("ш", 4)]),
    ("zh", &[("ж", 2)]),
    ("gh", &[("ғ", 2)]),
    ("kh", &[("х", 2)]),
    ("ng", &[("ң", 2)]),
    ("ts", &[("ц", 2)]),
    ("tc", &[("ц", 3)]),
    ("dj", &[("ж", 4), ("дж", 4)]),
    ("yu", &[("ю", 2)]),
    ("iu", &[("ю", 3)]),
    ("ju", &[("ю", 5)]),
    ("ya", &[("я", 2)]),
    ("ia", &[("я", 3)]),
    ("ja", &[("я", 5)]),
    ("ıa", &[("я", 3)]),
    ("ıu", &[("ю", 3)]),
    ("ıý", &[("ю", 3)]),
    ("yo", &[("е", 4)]),
    ("io", &[("е", 5)]),
    ("ye", &[("е", 3)]),
    ("ie", &[("е", 4)]),
    ("ks", &[("кс", 4)]),
    ("a", &[("а", 2)]),
    ("á", &[("ә", 2)]),
    ("ä", &[("ә", 2)]),
    ("b", &[("б", 2)]),
    ("c", &[("ц", 3), ("с", 3), ("к", 4)]),
    ("ç", &[("ч", 2)]),
    ("č", &[("ч", 2)]),
    ("d", &[("д", 2)]),
    ("e", &[("е", 2), ("э", 3)]),
    ("é", &[("е", 2), ("э", 2)]),
    ("f", &[("ф", 2)]),
    ("g", &[("г", 2)]),
    ("ğ", &[("ғ", 2)]),
    ("ǵ", &[("ғ", 2)]),
    ("h", &[("х", 2), ("һ", 3)]),
    ("i", &[("и", 2), ("ы", 3), ("й", 3)]),
    ("ı", &[("ы", 2), ("и", 2), ("й", 3)]),
    ("ï", &[("и", 2), ("й", 3)]),
    ("í", &[("и", 2), ("й", 3)]),
    ("j", &[("ж", 2), ("й", 4)]),
    ("k", &[("к", 2)]),
    ("l", &[("л", 2)]),
    ("m", &[("м", 2)]),
    ("n", &[("н", 2)]),
    ("ñ", &[("ң", 2)]),
    ("ń", &[("ң", 2)]),
    ("ŋ", &[("ң", 2)]),
    ("o", &[("о", 2)]),
    ("ó", &[("ө", 2)]),
    ("ö", &[("ө", 2)]),
    ("p", &[("п", 2)]),
    ("q", &[("қ", 2)]),
    ("r", &[("р", 2)]),
    ("s", &[("с", 2), ("ш", 5)]),
    ("ş", &[("ш", 2)]),
    ("š", &[("ш", 2)]),
    ("t", &[("т", 2)]),
    ("u", &[("у", 2), ("ю", 4)]),
    ("ū", &[("ұ", 2)]),
    ("ú", &[("ү", 2)]),
    ("ü", &[("ү", 2)]),
    ("v", &[("в", 2)]),
    ("w", &[("у", 2), ("в", 3)]),
    ("x", &[("кс", 3), ("х", 3)]),
    ("y", &[("ы", 2), ("й", 3), ("и", 4), ("у", 5)]),
    ("ý", &[("у", 2), ("ы", 3)]),
    ("z", &[("з", 2), ("ж", 5)]),
];

/// The readings of a word, the likeliest first; none for a word with a letter that is not Latin,
/// and for one of more than forty letters.
pub fn readings(word: &str) -> Vec<String> {
    let small: String =
        word.nfc().flat_map(char::to_lowercase).filter(|c| *c != '\u{307}').collect();
    if small.is_empty() || small.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    // By byte: the readings of what stands before it.
    let mut before: Vec<Vec<(u32, String)>> = vec![Vec::new(); small.len() + 1];
    before[0].push((0, String::new()));
    for at in 0..small.len() {
        let mut here = std::mem::take(&mut before[at]);
        if here.is_empty() {
            continue;
        }
        here.sort();
        here.dedup_by(|a, b| a.1 == b.1);
        here.truncate(MOST);
        for (latin, letters) in SOUNDS.iter().filter(|(latin, _)| small[at..].starts_with(latin)) {
            for (cost, read) in &here {
                let last = read.chars().next_back();
                let further = letters.iter().map(|(letter, more)| {
                    (cost + more + unlikely(last, letter), format!("{read}{letter}"))
                });
                before[at + latin.len()].extend(further);
            }
        }
    }
    let mut whole = before.pop().unwrap_or_default();
    whole.sort();
    let mut found: Vec<String> = Vec::new();
    for (_, read) in whole {
        if found.len() < MOST && !found.contains(&read) {
            found.push(read);
        }
    }
    found
}

/// What a letter costs more behind another: after a vowel it is й rather than и or ы that is
/// meant, and э stands at the beginning of a word or behind a vowel.
fn unlikely(last: Option<char>, letter: &str) -> u32 {
    let vowel = last.is_some_and(|c| "аәеоөуұүыэяю".contains(c));
    match letter {
        "ы" if vowel => 3,
        "и" if vowel => 1,
        "й" if !vowel => 2,
        "э" if last.is_some() && !vowel => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_reading_comes_first() {
        for (typed, meant) in [
            ("aqparattandyru", "ақпараттандыру"),
            ("shlyuz", "шлюз"),
            ("tarmaqsha", "тармақша"),
            ("Äleumettık", "әлеуметтик"),
            ("информ", ""),
        ] {
            assert_eq!(readings(typed).first().map_or("", String::as_str), meant, "{typed}");
        }
    }

    #[test]
    fn other_readings_follow() {
        for (typed, meant) in [
            ("elektrondyq", "электрондық"),
            ("aqparattiq", "ақпараттық"),
            ("aqparattıq", "ақпараттық"),
            ("uiym", "уйым"),
            ("uyym", "уйым"),
            ("qujat", "қужат"),
            ("cifrlyq", "цифрлық"),
            ("tsifrlyq", "цифрлық"),
            ("informaciya", "информация"),
            ("qurılǵan", "қурылған"),
            ("oñdew", "оңдеу"),
            ("kompyuter", "компютер"),
            ("zııatkerlik", "зияткерлик"),
            ("beınemonıtorıng", "бейнемониторинг"),
        ] {
            let found = readings(typed);
            assert!(found.iter().any(|read| read == meant), "{typed}: {found:?}");
        }
    }

    #[test]
    fn a_word_has_few_readings_however_long_it_is() {
        assert!(readings(&"iy".repeat(20)).len() <= MOST);
        assert_eq!(readings(&"a".repeat(100_000)), [""; 0]);
    }
}
