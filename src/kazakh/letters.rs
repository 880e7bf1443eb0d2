//! Letters: what belongs to the Kazakh alphabet, and which letters of other scripts a copy
//! puts in their place because they look or sound the same. Turns words into words and
//! knows nothing of where they stand.

use std::ops::Range;

/// True for a letter of the Cyrillic script.
pub fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{052F}')
}

/// True for a letter of any script; as `char::is_alphabetic`, but quick for the letters of
/// which the texts consist.
pub fn is_letter(c: char) -> bool {
    match c {
        '\u{0400}'..='\u{0481}' | '\u{048A}'..='\u{052F}' => true,
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        // Blanks, dashes and quotation marks.
        '\u{a0}' | '«' | '»' | '\u{2000}'..='\u{206f}' | '№' => false,
        c => c.is_alphabetic(),
    }
}

/// The Kazakh letter that a letter of another script cannot be told from in print.
pub fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'A' | 'Α' => 'А',
        'a' | 'α' => 'а',
        'B' | 'Β' => 'В',
        'C' => 'С',
        'c' => 'с',
        'E' | 'Ε' => 'Е',
        'e' => 'е',
        'H' | 'Η' => 'Н',
        'h' => 'һ',
        'I' | 'Ι' => 'І',
        'i' => 'і',
        'K' | 'Κ' => 'К',
        'k' | 'κ' => 'к',
        'M' | 'Μ' => 'М',
        'O' | 'Ο' => 'О',
        'o' | 'ο' => 'о',
        'P' | 'Ρ' => 'Р',
        'p' | 'ρ' => 'р',
        'T' | 'Τ' => 'Т',
        'X' | 'Χ' => 'Х',
        'x' | 'χ' => 'х',
        'Y' => 'Ү',
        'y' => 'у',
        'ə' => 'ә',
        'Ə' => 'Ә',
        'ё' => 'ё',
        _ => return None,
    })
}

/// The Kazakh letter for a letter of another script that stands for the same sound. A reading
/// machine that slips into another script goes by the sound of the word that it has in mind.
pub fn sound_alike(c: char) -> Option<char> {
    Some(match c {
        'a' => 'а',
        'b' => 'б',
        'c' => 'с',
        'd' => 'д',
        'e' => 'е',
        'f' => 'ф',
        'g' => 'г',
        'h' => 'һ',
        'i' => 'і',
        'j' => 'ж',
        'k' => 'к',
        'l' => 'л',
        'm' => 'м',
        'n' => 'н',
        'o' => 'о',
        'p' => 'п',
        'q' => 'қ',
        'r' => 'р',
        's' => 'с',
        't' => 'т',
        'u' => 'у',
        'v' => 'в',
        'x' => 'х',
        'y' => 'й',
        'z' => 'з',
        // Devanagari.
        'क' => 'к',
        'ग' => 'г',
        'त' | 'ट' => 'т',
        'द' | 'ड' => 'д',
        'न' => 'н',
        'प' => 'п',
        'ब' => 'б',
        'म' => 'м',
        'य' => 'й',
        'र' => 'р',
        'ल' => 'л',
        'स' => 'с',
        // Katakana.
        'ン' => 'н',
        'グ' => 'г',
        'ク' => 'к',
        'ト' => 'т',
        'ド' => 'д',
        'ル' => 'л',
        'ス' => 'с',
        'ム' => 'м',
        'プ' => 'п',
        upper if upper.is_ascii_uppercase() => {
            let lower = sound_alike(upper.to_ascii_lowercase())?;
            return lower.to_uppercase().next();
        }
        _ => return None,
    })
}

/// True for a word that no Kazakh word can be: the hard қ and ғ never stand before a front vowel,
/// in native words and in loans alike. Such a word was misread, and what it was is not certain.
pub fn is_misspelt(word: &str) -> bool {
    let mut hard = false;
    for c in word.chars() {
        if hard && matches!(c, 'ә' | 'е' | 'і' | 'ө' | 'ү' | 'Ә' | 'Е' | 'І' | 'Ө' | 'Ү')
        {
            return true;
        }
        hard = matches!(c, 'қ' | 'ғ' | 'Қ' | 'Ғ');
    }
    false
}

/// True for letters of which a Roman numeral may consist, in either script.
pub fn is_roman_digit(c: char) -> bool {
    matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M' | 'І' | 'Х' | 'С' | 'М')
}

/// The word with letters of other scripts turned into Kazakh ones; `None` where nothing is to
/// be done. Only a word that mixes scripts is touched: a word wholly in another script is a
/// word of another language, and a Roman numeral stays.
pub fn repair_word(word: &str) -> Option<String> {
    if word.is_ascii() || word.chars().all(is_cyrillic) {
        return None;
    }
    let mut own = false;
    let mut foreign = false;
    for c in word.chars().filter(|&c| is_letter(c)) {
        if is_cyrillic(c) {
            own = true;
        } else if look_alike(c).is_some() || sound_alike(c).is_some() {
            foreign = true;
        }
    }
    if !own || !foreign || word.chars().all(is_roman_digit) {
        return None;
    }
    let letters: Vec<char> = word.chars().collect();
    let mut repaired = String::with_capacity(word.len() + 8);
    let mut start = 0;
    while start < letters.len() {
        if is_cyrillic(letters[start]) || !is_letter(letters[start]) {
            repaired.push(letters[start]);
            start += 1;
            continue;
        }
        let run = letters[start..].iter().take_while(|&&c| is_letter(c) && !is_cyrillic(c)).count();
        let run = &letters[start..start + run];
        let by_shape = run.iter().all(|&c| look_alike(c).is_some());
        for &c in run {
            let reading = if by_shape { look_alike(c) } else { sound_alike(c).or(look_alike(c)) };
            repaired.push(reading.unwrap_or(c));
        }
        start += run.len();
    }
    (repaired != word).then_some(repaired)
}

/// A key under which a word and its misreadings by a machine meet: small letters, look-alikes
/// folded, the letters that only Kazakh has replaced by their Russian neighbours. Too coarse
/// for words in general, right for words of a closed list.
pub fn skeleton(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    skeleton_into(text, &mut key);
    key
}

/// [`skeleton`] of at most `limit` characters of the text.
pub fn skeleton_prefix(text: &str, limit: usize) -> String {
    let end = text.char_indices().nth(limit).map_or(text.len(), |(at, _)| at);
    skeleton(&text[..end])
}

/// [`skeleton`] of at most the last `limit` characters of the text.
pub fn skeleton_suffix(text: &str, limit: usize) -> String {
    let start = text.char_indices().rev().nth(limit.saturating_sub(1)).map_or(0, |(at, _)| at);
    skeleton(&text[start..])
}

/// Runs of three or more single letters parted by blanks, as words are set to stress them
/// (`т а л а п`): bytes of the text, half-open.
pub fn letters_set_apart(text: &str) -> Vec<Range<usize>> {
    const FEWEST: usize = 3;
    // Bytes of the longest letter.
    const LONGEST_LETTER: usize = 4;
    let mut found = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    let mut at = 0;
    // Words are short: looking for the next blank byte by byte is the quick way.
    for word in text.as_bytes().split(|byte| *byte == b' ') {
        let end = at + word.len();
        let word = text.get(at..end).filter(|word| word.len() <= LONGEST_LETTER);
        let mut letters = word.unwrap_or_default().chars();
        let single = letters.next().is_some_and(is_letter) && letters.next().is_none();
        run = match (single, run) {
            (true, Some((start, _, count))) => Some((start, end, count + 1)),
            (true, None) => Some((at, end, 1)),
            (false, open) => {
                found.extend(open.filter(|&(_, _, count)| count >= FEWEST).map(|(s, e, _)| s..e));
                None
            }
        };
        at = end + 1;
    }
    found.extend(run.filter(|&(_, _, count)| count >= FEWEST).map(|(s, e, _)| s..e));
    found
}

fn skeleton_into(text: &str, key: &mut String) {
    if plain_skeleton(text, key) {
        return;
    }
    key.clear();
    let apart = letters_set_apart(text);
    if !apart.is_empty() {
        let mut whole = String::with_capacity(text.len());
        let mut at = 0;
        for run in apart {
            whole.push_str(&text[at..run.start]);
            whole.extend(text[run.clone()].chars().filter(|&c| c != ' '));
            at = run.end;
        }
        whole.push_str(&text[at..]);
        skeleton_words(&whole, key);
        return;
    }
    skeleton_words(text, key);
}

/// The skeleton of a text of one script in which no letters are set apart: letter by letter.
/// False where that may not be all, with part of the text in `key`.
fn plain_skeleton(text: &str, key: &mut String) -> bool {
    // Letters of the word that is read, and words of one letter right before it.
    let (mut letters, mut single) = (0, 0);
    for c in text.chars() {
        if is_cyrillic(c) {
            letters += 1;
            if letters == 1 && single == 2 {
                return false;
            }
            key.push(skeleton_letter(c));
        } else if c == ' ' {
            single = if letters == 1 { single + 1 } else { 0 };
            letters = 0;
            key.push(c);
        } else if is_letter(c) {
            return false;
        } else {
            letters += 2;
            key.push(skeleton_letter(c));
        }
    }
    true
}

fn skeleton_words(text: &str, key: &mut String) {
    for word in text.split_inclusive(|c: char| !is_letter(c)) {
        match repair_word(word) {
            Some(repaired) => key.extend(repaired.chars().map(skeleton_letter)),
            None => key.extend(word.chars().map(skeleton_letter)),
        }
    }
}

pub(super) fn skeleton_letter(c: char) -> char {
    let small = match c {
        'А'..='Я' => char::from_u32(c as u32 + 32).unwrap_or(c),
        'а'..='я' | 'ғ' | 'қ' | 'ң' | 'ү' | 'ұ' | 'һ' | 'ә' | 'ө' | 'і' => c,
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => c.to_lowercase().next().unwrap_or(c),
    };
    match small {
        'қ' | 'ҡ' => 'к',
        'ң' => 'н',
        'ғ' => 'г',
        'ү' | 'ұ' => 'у',
        'ө' => 'о',
        'ә' => 'а',
        'і' | 'i' | 'ї' => 'и',
        'һ' => 'х',
        'ё' => 'е',
        'й' => 'и',
        'ъ' => 'ь',
        '\u{a0}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        }
    }

    #[test]
    fn repairs_words_that_mix_scripts() {
        // Words of the Law on informatization and of the Law on iodine deficiency as published.
        for (printed, reading) in [
            ("тaрау", "тарау"),
            ("тapaу", "тарау"),
            ("негізdemесін", "негіздемесін"),
            ("қауіpsіздікті", "қауіпсіздікті"),
            ("атtestаты", "аттестаты"),
            ("сәulet", "сәулет"),
            ("жүргіzedі", "жүргізеді"),
            ("Ескеर\u{0442}у", "Ескерту"),
            ("реинжинириング", "реинжиниринг"),
            ("Yкiметiнiң", "Үкіметінің"),
            ("енгiзiледi", "енгізіледі"),
        ] {
            assert_eq!(repair_word(printed).as_deref(), Some(reading), "{printed}");
        }
    }

    #[test]
    fn leaves_other_words_alone() {
        for word in ["ISO", "VII", "VIIІ", "ХVІ", "тарау", "VPN", "", "12"] {
            assert_eq!(repair_word(word), None, "{word}");
        }
    }

    #[test]
    fn skeletons_meet() {
        assert_eq!(skeleton("Колданушылар"), skeleton("Қолданушылар"));
        assert_eq!(skeleton("ЗКАИ"), skeleton("ЗҚАИ"));
        assert_eq!(skeleton("Занымен"), skeleton("Заңымен"));
        assert_eq!(skeleton("а л ы п тасталды"), skeleton("алып тасталды"));
    }

    #[test]
    fn a_hard_consonant_before_a_front_vowel_was_misread() {
        for word in ["қеңістігі", "ұқіметтің", "қөзделген", "ҚӨЗДЕЛГЕН"]
        {
            assert!(is_misspelt(word), "{word}");
        }
        for word in ["кеңістігі", "үкіметтің", "көзделген", "қағида", "құқық", "ҚР", "мониторинг"]
        {
            assert!(!is_misspelt(word), "{word}");
        }
    }
}
