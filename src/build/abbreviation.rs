//! Words of an act → the abbreviations that it defines: `… құралы (бұдан әрі – АКҚҚ)` and
//! entries of lists such as `АБК – аппараттық-бағдарламалық кешен;`.

use crate::index::Abbreviation;
use crate::model::version::Version;

/// The mark after which a short form stands.
const HEREAFTER: &str = "бұдан әрі";
/// An abbreviation stands for at most this many words.
const LONGEST: usize = 8;

/// The abbreviations that these versions define, each once.
pub fn abbreviations<'a>(versions: impl Iterator<Item = &'a Version>) -> Vec<Abbreviation> {
    let mut found: Vec<Abbreviation> = Vec::new();
    for version in versions {
        let Some(text) = &version.text else { continue };
        let words = text.get(version.body..).unwrap_or(text);
        found.extend(hereafter(words));
        found.extend(entry(words));
    }
    found.sort();
    found.dedup();
    found
}

/// `long (бұдан әрі – SHORT)`.
fn hereafter(text: &str) -> Vec<Abbreviation> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(HEREAFTER) {
        let after = text[at + HEREAFTER.len()..].trim_start_matches([' ', '–', '-', '—', '\u{a0}']);
        let short: &str = after.split([')', ',', ';', ' ']).next().unwrap_or_default();
        let before = text[..at].trim_end_matches(['(', ' ']);
        if is_short(short)
            && let Some(long) = long_before(before, short)
        {
            found.push(Abbreviation { short: short.to_string(), long });
        }
    }
    found
}

/// `SHORT – long;`.
fn entry(text: &str) -> Option<Abbreviation> {
    let text = text.trim();
    let (short, long) = [" – ", " - ", " — "].iter().find_map(|dash| text.split_once(dash))?;
    if !is_short(short) {
        return None;
    }
    let long = long.split([',', ';', '(', '.']).next()?.trim();
    let count = long.split_whitespace().count();
    ((2..=LONGEST).contains(&count))
        .then(|| Abbreviation { short: short.to_string(), long: long.to_string() })
}

/// Two to eight letters, most of them capitals.
fn is_short(text: &str) -> bool {
    let letters = text.chars().count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    (2..=8).contains(&letters)
        && text.chars().all(char::is_alphabetic)
        && capitals >= 2
        && capitals + 1 >= letters
}

/// The words before the brackets whose initials are the letters of the short form.
fn long_before(text: &str, short: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let mut letters: Vec<char> = short.chars().map(small).collect();
    let mut start = words.len();
    while let Some(word) = start.checked_sub(1).map(|i| words[i]) {
        start -= 1;
        for part in word.split('-').rev() {
            let initial = part.chars().find(|c| c.is_alphabetic()).map(small);
            if initial.is_some() && initial == letters.last().copied() {
                letters.pop();
            } else if initial.is_some() && !matches!(part, "және" | "мен" | "пен" | "бен")
            {
                return None;
            }
        }
        if letters.is_empty() {
            let strip = |c: char| matches!(c, '"' | '«' | '»' | '“' | '”');
            return Some(words[start..].join(" ").replace(strip, ""));
        }
        if words.len() - start >= LONGEST {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_name_the_words() {
        let long =
            |text: &str| hereafter(text).into_iter().map(|a| (a.short, a.long)).collect::<Vec<_>>();
        assert_eq!(
            long("2) ақпаратты криптографиялық қорғау құралы (бұдан әрі – АКҚҚ) – құрал"),
            [("АКҚҚ".to_string(), "ақпаратты криптографиялық қорғау құралы".to_string())]
        );
        assert_eq!(
            long("\"электрондық үкіметтің\" сыртқы шлюзі (бұдан әрі – ЭҮСШ)"),
            [("ЭҮСШ".to_string(), "электрондық үкіметтің сыртқы шлюзі".to_string())]
        );
        assert!(
            long("ақпараттандыру саласындағы уәкілетті орган (бұдан әрі – уәкілетті орган)")
                .is_empty()
        );
        assert!(long("сыртқы шеңбер (бұдан әрі – АҚ)").is_empty());
    }

    #[test]
    fn entries_of_a_list() {
        let read = entry("АБК – аппараттық-бағдарламалық кешен;").expect("an entry");
        assert_eq!(read.long, "аппараттық-бағдарламалық кешен");
        assert_eq!(entry("сервер – бұл құрылғы;"), None);
    }
}
