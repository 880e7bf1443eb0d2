//! A word form → the stem that all forms of the word share: a light, rule-based stemmer.
//!
//! Every cut is a chain of endings (`chains`) that fits the stem before it by assimilation and
//! vowel harmony; of several cuts the rules of `choose` take one. Derivation is left alone:
//! қызмет, қызметші and қызметтік are three words, as the law uses them.

mod chains;
mod letters;
mod lexicon;

pub use letters::fold;

use chains::{CHAINS, Chain, Kind, LONGEST};
use letters::{CONSONANT, class, harmony, is_vowel};
use lexicon::{Entry, LEXICON, Sort};

/// Words longer than this are no words; they are left as they are.
const LONGEST_WORD: usize = 60;

/// The stem of a small-letter word of Kazakh letters without hyphen: a key, not a lemma.
/// Linear in the word's length.
pub fn stem(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 || letters.len() > LONGEST_WORD || !letters.iter().any(|c| is_vowel(*c)) {
        return word.to_string();
    }
    let folded = Folded::new(&letters);
    if let Some(listed) = listed(&letters, &folded) {
        return normal(listed);
    }
    match choose(&letters, &folded) {
        Some(stem) => normal(stem),
        None => normal(word.to_string()),
    }
}

/// The key under which the forms of a word meet, whatever Kazakh letters a keyboard or a reading
/// machine has replaced by Russian ones.
pub fn key(word: &str) -> String {
    fold(&stem(word))
}

/// True for letters that are nothing but the endings of a noun: `ның` of `АҚ-ның`.
pub fn is_ending(letters: &str) -> bool {
    CHAINS.get(&fold(letters)).is_some_and(|chains| {
        let exact = |(text, chain): &(String, Chain)| text == letters && chain.kind == Kind::Noun;
        chains.iter().any(exact)
    })
}

/// A word with its letters folded, cut anywhere without copying.
struct Folded {
    text: String,
    /// By letter of the word: where its folded letter begins in the text; then the end.
    offsets: Vec<usize>,
}

impl Folded {
    fn new(letters: &[char]) -> Self {
        let mut text = String::with_capacity(letters.len() * 2);
        let mut offsets = Vec::with_capacity(letters.len() + 1);
        for letter in letters {
            offsets.push(text.len());
            text.extend(letters::folded(*letter));
        }
        offsets.push(text.len());
        Folded { text, offsets }
    }

    fn head(&self, at: usize) -> &str {
        &self.text[..self.offsets[at]]
    }

    fn rest(&self, at: usize) -> &str {
        &self.text[self.offsets[at]..]
    }
}

/// A way of cutting a word.
#[derive(Clone, Debug)]
struct Cut {
    /// Letters of the stem.
    at: usize,
    chain: Chain,
    /// True where the letters of the chain are those of the word.
    exact: bool,
}

/// Every chain that ends the word and fits what is before it.
fn cuts(letters: &[char], folded: &Folded) -> Vec<Cut> {
    let mut found = Vec::new();
    let first = letters.len().saturating_sub(*LONGEST + 1).max(1);
    for at in first..letters.len() {
        let (stem, rest) = letters.split_at(at);
        let Some(chains) = CHAINS.get(folded.rest(at)) else { continue };
        for (text, chain) in chains {
            if fits(stem, chain) {
                let exact = text.chars().eq(rest.iter().copied());
                found.push(Cut { at, chain: *chain, exact });
            }
        }
    }
    found
}

/// Assimilation and harmony.
fn fits(stem: &[char], chain: &Chain) -> bool {
    let sounded = stem.strip_suffix(&['ь']).unwrap_or(stem);
    let Some(last) = sounded.last() else { return false };
    let voiced = chain.voices && matches!(last, 'б' | 'г' | 'ғ');
    let class = class(*last);
    if class == 0 || (chain.after & class == 0 && !voiced) {
        return false;
    }
    match (chain.harmony, harmony(stem)) {
        (Some(chain), Some(stem)) => chain == stem,
        _ => true,
    }
}

/// The listed stem with which the word begins and whose own chain ends it; the longest one.
fn listed(letters: &[char], folded: &Folded) -> Option<String> {
    for at in (1..=letters.len()).rev() {
        let Some(entries) = LEXICON.get(folded.head(at)) else { continue };
        // Of two words that fold alike, the one that is written here.
        let written = |entry: &&Entry| entry.word.chars().eq(letters[..at].iter().copied());
        let ordered = entries.iter().filter(written).chain(entries.iter().filter(|e| !written(e)));
        for entry in ordered {
            let stands = match at == letters.len() {
                true => entry.sort != Sort::Verb && entry.bare,
                false => follows(entry, &letters[..at], folded.rest(at)),
            };
            if stands {
                return Some(entry.word.clone());
            }
        }
    }
    None
}

/// True when a listed word, printed as `head`, can have this ending, folded.
fn follows(entry: &Entry, head: &[char], rest: &str) -> bool {
    let Some(chains) = CHAINS.get(rest) else { return false };
    let word: Vec<char> = entry.word.chars().collect();
    // A reading machine has replaced letters that decide on harmony.
    let alike = word.len() == head.len();
    let changed = word.last() != head.last();
    chains.iter().any(|(_, chain)| {
        let sort = match entry.sort {
            Sort::Noun => chain.kind == Kind::Noun,
            Sort::Verb => chain.kind != Kind::Noun,
            Sort::Fixed => false,
        };
        // A last қ, к or п behind a vowel is voiced by what voices it: ақ has no form аки.
        let unvoiced =
            chain.voices && matches!(head, [.., before, 'қ' | 'к' | 'п'] if is_vowel(*before));
        let fits = !unvoiced && (fits(head, chain) || (alike && fits(&word, chain)));
        sort && fits && (!changed || chain.voices || chain.kind != Kind::Noun)
    })
}

/// The cut of a word that is not listed.
fn choose(letters: &[char], folded: &Folded) -> Option<String> {
    let all = cuts(letters, folded);
    for exact in [true, false] {
        let mut usable: Vec<&Cut> =
            all.iter().filter(|cut| cut.exact == exact && is_plausible(letters, cut)).collect();
        usable.sort_by_key(|cut| cut.at);
        if let Some(cut) = usable.first() {
            return Some(restored(&letters[..cut.at], &cut.chain));
        }
    }
    None
}

/// The guards: what a chain asks of a stem that no list knows.
fn is_plausible(letters: &[char], cut: &Cut) -> bool {
    let stem = &letters[..cut.at];
    let vowels = stem.iter().filter(|c| is_vowel(**c)).count();
    // алу, беру; қояды, of which the й is hidden in the ending.
    let short = cut.chain.kind == Kind::VerbalNoun || cut.chain.holds_j;
    let least = if short { 2 } else { 3 };
    if stem.len() < least || vowels == 0 {
        return false;
    }
    let rest = &letters[cut.at..];
    match cut.chain.kind {
        Kind::Noun => !takes_a_consonant(stem, rest),
        Kind::VerbalNoun | Kind::Verb => !is_cluster(stem),
        Kind::Habitual | Kind::Converb => is_derived_verb(stem),
        Kind::Gerund => match rest {
            ['п'] => stem.len() > 3,
            _ => !is_cluster(stem),
        },
        Kind::Past => stem.len() > 3,
        Kind::Conditional => stem.len() > 3,
    }
}

/// A verb does not end in these clusters; the cut went into a stem in а or е (баста-ды).
fn is_cluster(stem: &[char]) -> bool {
    let [.., before, last] = stem else { return false };
    let consonants = class(*before) & CONSONANT != 0
        && class(*last) & CONSONANT != 0
        && !is_vowel(*before)
        && !is_vowel(*last);
    let usual = matches!((before, last), ('р' | 'л' | 'н' | 'й', 'т' | 'п' | 'к' | 'қ' | 'с'))
        || matches!((before, last), ('м', 'т') | ('й', _));
    consonants && !usual
}

/// The endings -сы and -ны after ы or і: nouns in -ыс and -ын (жұмысы, бейіні) keep their
/// consonant, nouns in -шы, -ғы, -кі (әкімшісі, құрылғыны) have the ending.
fn takes_a_consonant(stem: &[char], rest: &[char]) -> bool {
    match (stem, rest) {
        ([.., before, 'ы' | 'і'], ['с', 'ы' | 'і', ..]) => {
            !matches!(before, 'ш' | 'ғ' | 'г' | 'қ' | 'к' | 'т' | 'д' | 'б')
        }
        // Names of countries.
        ([.., 'с', 'т', 'а'], ['н', 'ы', ..]) => true,
        ([.., before, 'ы' | 'і'], ['н', 'ы' | 'і']) => {
            matches!(before, 'й' | 'з' | 'р' | 'ж' | 'с' | 'м')
        }
        _ => false,
    }
}

/// True for stems that end in a suffix by which verbs are made of other words and verbs.
fn is_derived_verb(stem: &[char]) -> bool {
    const SUFFIXES: [&str; 34] = [
        "лан", "лен", "дан", "ден", "тан", "тен", "лас", "лес", "дас", "дес", "тас", "тес", "лат",
        "лет", "дат", "дет", "дыр", "дір", "тыр", "тір", "ғыз", "гіз", "қыз", "кіз", "ғар", "гер",
        "ал", "ел", "ыл", "іл", "ын", "ін", "ыс", "іс",
    ];
    let word: String = stem.iter().collect();
    SUFFIXES
        .iter()
        .any(|suffix| word.ends_with(suffix) && word.chars().count() > suffix.chars().count() + 1)
}

/// The stem as it is without its ending.
fn restored(stem: &[char], chain: &Chain) -> String {
    let mut word: Vec<char> = stem.to_vec();
    if chain.holds_j {
        word.push('й');
    }
    if chain.voices
        && let [.., before, last] = word.as_mut_slice()
        && is_vowel(*before)
    {
        *last = match *last {
            'б' => 'п',
            'г' => 'к',
            'ғ' => 'қ',
            other => other,
        };
    }
    word.into_iter().collect()
}

/// The form in which stems in a vowel meet with what a possessive leaves of them.
fn normal(word: String) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if let [.., before, 'ы' | 'і' | 'и'] = letters.as_slice()
        && letters.len() > 3
        && !is_vowel(*before)
    {
        letters.pop();
    }
    if let [.., 'ь'] = letters.as_slice() {
        letters.pop();
    }
    if let [.., 'с', 'с'] = letters.as_slice() {
        letters.pop();
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use letters::is_vowel;

    fn joined(words: &str) {
        let mut words = words.split_whitespace();
        let first = words.next().expect("a word");
        for word in words {
            assert_eq!(stem(word), stem(first), "{word} and {first}");
        }
    }

    fn apart(words: &str) {
        let words: Vec<&str> = words.split_whitespace().collect();
        for (i, a) in words.iter().enumerate() {
            for b in &words[i + 1..] {
                assert_ne!(stem(a), stem(b), "{a} and {b}");
            }
        }
    }

    #[test]
    fn the_forms_of_a_noun_meet() {
        joined("бап бабы бабының бабында баптар баптардың баптарға баппен баптан");
        joined("құқық құқығы құқықтар құқықтарының құқығын құқыққа");
        joined("жүйе жүйенің жүйелер жүйесі жүйелеріне жүйесіндегі жүйемен жүйеге");
        joined("субъект субъектінің субъектілер субъектісі субъектіге");
        joined("мүлік мүлкі мүлкін мүлікке мүліктің");
        joined("банк банкі банкінің банктер банктің");
        joined("модуль модульдер модулі модульдің");
        joined("тұлға тұлғаның тұлғалар тұлғаға");
        joined("келісім келісімі келісімнің келісімде келісімнен");
        joined("қаулы қаулысы қаулысымен қаулының қаулыға");
        joined("қызметші қызметшісі қызметшілерге қызметшінің");
        joined("жұмыс жұмысы жұмыстар жұмысында");
    }

    #[test]
    fn the_forms_of_a_verb_meet() {
        joined("енгізу енгізеді енгізген енгізіп енгізуге енгізбейді енгізетін енгізсе");
        joined("қорғау қорғайды қорғаған қорғауды қорғайтын қорғамау қорғап");
        joined("қою қояды қойған қоюға қойып қоймайды");
        joined("қамту қамтиды қамтитын қамтыған");
        joined("орындау орындайды орындамаған орындауға орындамаса");
    }

    #[test]
    fn derived_words_stay_apart() {
        apart("қағида қағидат");
        apart("тармақ тармақша");
        apart("акт актив");
        apart("код кодекс");
        apart("шара шарт");
        apart("құқық құқықтық құқылы");
        apart("ақпарат ақпараттық ақпараттандыру");
        apart("қауіпсіз қауіпсіздік қауіп");
        apart("қызмет қызметші қызметтік қызметкер");
        apart("заң заңды заңсыз заңдылық");
        apart("өндіріс өндіріп");
        apart("байланыс байлан");
        apart("келіс келісім");
        apart("міндет міндетті");
        apart("жаз жаза");
        joined("жаза жазаны жазасы жазаға жазалар");
        joined("аудан ауданы ауданға аудандар");
        joined("қазақстан қазақстаны қазақстанның");
    }

    #[test]
    fn what_only_looks_like_an_ending_stays() {
        for word in [
            "орын",
            "тәртіп",
            "талап",
            "қауіп",
            "үшін",
            "кейін",
            "дейін",
            "орган",
            "мекен",
            "нысан",
            "мазмұн",
            "заман",
            "шығын",
            "баптау",
            "тарау",
            "пошта",
            "мәселе",
            "кеңес",
            "есеп",
            "себеп",
        ] {
            assert_eq!(stem(word), word);
        }
        // Assimilation and harmony forbid these cuts.
        for word in ["анкета", "өлке", "апта", "жоба", "баға"] {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn replaced_letters_meet_after_folding() {
        for (damaged, right) in [
            ("занды", "заңды"),
            ("құруга", "құруға"),
            ("укиметтин", "үкіметтің"),
            ("обьектілеріне", "объектілеріне"),
            ("қеңістігі", "кеңістігі"),
            ("пайдаланұшының", "пайдаланушының"),
            ("откен", "өткен"),
        ] {
            assert_eq!(key(damaged), key(right), "{damaged}");
        }
    }

    #[test]
    fn endings_have_kazakh_letters_only() {
        for (folded, chains) in CHAINS.iter() {
            let texts = chains.iter().map(|(text, _)| text.as_str()).chain([folded.as_str()]);
            for text in texts {
                assert!(text.chars().all(|c| class(c) != 0), "{text}");
                assert!(!text.chars().any(|c| c.is_ascii()), "{text}");
            }
        }
        for (stem, entries) in LEXICON.iter() {
            assert!(!stem.chars().any(|c| c.is_ascii()), "{stem}");
            assert!(entries.iter().all(|entry| !entry.word.chars().any(|c| c.is_ascii())));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_word_has_a_key(word in "\\PC{0,80}") {
            let _ = key(&word);
        }

        #[test]
        fn a_stem_is_no_longer_than_its_word(word in "[а-яәіңғүұқөһ]{1,30}") {
            // й and a vowel that fell out may come back.
            proptest::prop_assert!(stem(&word).chars().count() <= word.chars().count() + 1);
            if word.chars().any(is_vowel) && word.chars().count() > 2 {
                proptest::prop_assert!(!stem(&word).is_empty());
            }
        }
    }
}
