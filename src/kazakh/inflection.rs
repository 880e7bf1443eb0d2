//! What follows a stem in a word → whether it is an inflectional ending: plural, possessive,
//! case, and chains of these. Coarse on purpose: it tells forms of a word from other words.

/// Suffixes in their order: plural, possessive, case. Each may be missing.
const PLURAL: &[&str] = &["лар", "лер", "дар", "дер", "тар", "тер"];
const POSSESSIVE: &[&str] = &[
    "ы", "і", "сы", "сі", "м", "ым", "ім", "ң", "ың", "ің", "ңыз", "ңіз", "ыңыз", "іңіз", "мыз",
    "міз", "ымыз", "іміз",
];
const CASE: &[&str] = &[
    "ның",
    "нің",
    "дың",
    "дің",
    "тың",
    "тің",
    "ға",
    "ге",
    "қа",
    "ке",
    "на",
    "не",
    "а",
    "е",
    "ны",
    "ні",
    "ды",
    "ді",
    "ты",
    "ті",
    "н",
    "да",
    "де",
    "та",
    "те",
    "нда",
    "нде",
    "дан",
    "ден",
    "тан",
    "тен",
    "нан",
    "нен",
    "мен",
    "бен",
    "пен",
    "дағы",
    "дегі",
    "тағы",
    "тегі",
    "ндағы",
    "ндегі",
];

/// True where these letters can only decline the word before them: `лерінен` of `желілерінен`.
/// The empty ending is none.
pub fn is_inflection(ending: &str) -> bool {
    let ending = ending.to_lowercase();
    !ending.is_empty()
        && after(&ending, PLURAL)
            .any(|rest| after(rest, POSSESSIVE).any(|rest| after(rest, CASE).any(str::is_empty)))
}

/// What may remain behind one of the suffixes, or behind none.
fn after<'e>(ending: &'e str, suffixes: &'static [&str]) -> impl Iterator<Item = &'e str> {
    let cut = suffixes.iter().filter_map(move |suffix| ending.strip_prefix(suffix));
    std::iter::once(ending).chain(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_told_from_the_rest_of_other_words() {
        // Forms that the Unified requirements keep where the order does not quote them.
        for ending in ["лерінен", "сіне", "нің", "дан", "лер", "ы", "сындағы", "мен"]
        {
            assert!(is_inflection(ending), "{ending}");
        }
        for rest in ["", "бъект", "ша", "шы", "лық", "намалық"] {
            assert!(!is_inflection(rest), "{rest}");
        }
    }
}
