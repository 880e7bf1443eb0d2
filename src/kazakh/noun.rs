//! A noun's stem → its forms, by the rules of vowel harmony and assimilation; and a set of
//! nouns → a lexicon that knows every form of each, also in a damaged copy.
//!
//! The suffixes are those of the declension tables of any Kazakh grammar; nothing is listed
//! noun by noun.

use super::letters::is_cyrillic;
use super::skeleton::{End, ends, nearly_equal, skeleton, skeleton_by_sound};
use std::collections::HashMap;

/// The cases of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Case {
    /// тармақ.
    Nominative,
    /// тармақтың.
    Genitive,
    /// тармаққа.
    Dative,
    /// тармақты.
    Accusative,
    /// тармақта.
    Locative,
    /// тармақтан.
    Ablative,
    /// тармақпен.
    Instrumental,
    /// тармақтағы: the locative made an attribute.
    Attributive,
}

impl Case {
    /// Every case.
    pub const ALL: [Case; 8] = [
        Case::Nominative,
        Case::Genitive,
        Case::Dative,
        Case::Accusative,
        Case::Locative,
        Case::Ablative,
        Case::Instrumental,
        Case::Attributive,
    ];
}

/// One form of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Form {
    /// Its case.
    pub case: Case,
    /// тармақтар.
    pub plural: bool,
    /// Third person possessive: тармағы.
    pub possessed: bool,
}

impl Form {
    /// The dictionary form.
    pub const PLAIN: Form = Form { case: Case::Nominative, plural: false, possessed: false };

    /// Every form.
    pub fn all() -> impl Iterator<Item = Form> {
        [false, true].into_iter().flat_map(|plural| {
            [false, true].into_iter().flat_map(move |possessed| {
                Case::ALL.into_iter().map(move |case| Form { case, plural, possessed })
            })
        })
    }
}

/// A stem with its vowel harmony.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stem<'w> {
    word: &'w str,
    back: bool,
}

impl<'w> Stem<'w> {
    /// A stem whose suffixes follow its last vowel; without a vowel that decides, the front row.
    pub fn new(word: &'w str) -> Self {
        Stem { word, back: is_back(word) }
    }

    /// A loanword that takes suffixes of the back row against its spelling: цифр, цифрлар.
    pub fn back(word: &'w str) -> Self {
        Stem { word, back: true }
    }

    /// The dictionary form.
    pub fn word(self) -> &'w str {
        self.word
    }

    /// The stem in a form: `тармақ` → `тармағының`.
    pub fn decline(self, form: Form) -> String {
        let mut word = self.word.to_owned();
        if form.plural {
            word.push(plural_onset(last(&word)));
            word.push_str(self.pick("ар", "ер"));
        }
        if form.possessed {
            voice_final(&mut word);
            if ends_in_vowel(&word) {
                word.push('с');
            }
            word.push_str(self.pick("ы", "і"));
        }
        word.push_str(&self.case_suffix(&word, form));
        word
    }

    fn pick(self, back: &'static str, front: &'static str) -> &'static str {
        if self.back { back } else { front }
    }

    fn case_suffix(self, word: &str, form: Form) -> String {
        let end = last(word);
        let nasal = matches!(end, 'м' | 'н' | 'ң');
        let dental = if is_voiceless(end) { 'т' } else { 'д' };
        let joined = |onset: char, rest: &str| format!("{onset}{rest}");
        let locative = || {
            let vowel = self.pick("а", "е");
            if form.possessed { format!("нд{vowel}") } else { joined(dental, vowel) }
        };
        match form.case {
            Case::Nominative => String::new(),
            Case::Genitive => {
                let onset = if ends_in_vowel(word) || nasal { 'н' } else { dental };
                joined(onset, self.pick("ың", "ің"))
            }
            Case::Dative if form.possessed => self.pick("на", "не").into(),
            Case::Dative if is_voiceless(end) => self.pick("қа", "ке").into(),
            Case::Dative => self.pick("ға", "ге").into(),
            Case::Accusative if form.possessed => "н".into(),
            Case::Accusative => {
                let onset = if ends_in_vowel(word) { 'н' } else { dental };
                joined(onset, self.pick("ы", "і"))
            }
            Case::Locative => locative(),
            Case::Ablative => {
                let onset = if form.possessed || nasal { 'н' } else { dental };
                joined(onset, self.pick("ан", "ен"))
            }
            Case::Instrumental => match end {
                'з' | 'ж' => "бен".into(),
                end if is_voiceless(end) => "пен".into(),
                _ => "мен".into(),
            },
            Case::Attributive => format!("{}{}", locative(), self.pick("ғы", "гі")),
        }
    }
}

fn last(word: &str) -> char {
    word.chars().next_back().unwrap_or('\0')
}

/// `у` closes a syllable like a consonant: тарау, тараулар, тарауы.
fn ends_in_vowel(word: &str) -> bool {
    matches!(last(word), 'а' | 'ә' | 'е' | 'о' | 'ө' | 'ұ' | 'ү' | 'ы' | 'і' | 'и' | 'э' | 'я')
}

fn is_voiceless(end: char) -> bool {
    // Voiced stops close only loanwords, where they are spoken and declined as voiceless.
    "пфкқтсшщхцчһбвгд".contains(end)
}

fn plural_onset(end: char) -> char {
    match end {
        'л' | 'м' | 'н' | 'ң' | 'з' | 'ж' => 'д',
        end if is_voiceless(end) => 'т',
        _ => 'л',
    }
}

/// п, қ, к become voiced before the vowel of the possessive: бап, бабы.
fn voice_final(word: &mut String) {
    let voiced = match last(word) {
        'п' => 'б',
        'қ' => 'ғ',
        'к' => 'г',
        _ => return,
    };
    word.pop();
    word.push(voiced);
}

fn is_back(word: &str) -> bool {
    let deciding = word.chars().rev().find_map(|letter| match letter {
        'а' | 'о' | 'ұ' | 'ы' | 'я' | 'ё' => Some(true),
        'ә' | 'е' | 'ө' | 'ү' | 'і' | 'э' => Some(false),
        _ => None,
    });
    deciding.unwrap_or(false)
}

/// Every form of a set of nouns, found by skeleton.
pub struct Lexicon<T> {
    forms: HashMap<String, (T, Form)>,
    /// Skeletons by their first letters and by their last ones: one wrong letter leaves either.
    by_ends: HashMap<End, Vec<String>>,
}

impl<T: Copy> Lexicon<T> {
    /// The forms of these nouns; where two forms fall together, the earlier one stands.
    pub fn new(nouns: &[(Stem, T)]) -> Self {
        let mut forms = HashMap::new();
        for (stem, noun) in nouns {
            for form in Form::all() {
                forms.entry(skeleton(&stem.decline(form))).or_insert((*noun, form));
            }
        }
        let mut by_ends: HashMap<End, Vec<String>> = HashMap::new();
        for key in forms.keys() {
            for end in ends(key).into_iter().flatten() {
                by_ends.entry(end).or_default().push(key.clone());
            }
        }
        Lexicon { forms, by_ends }
    }

    /// The noun and form of a word as printed or typed; every letter must be there, look-alike
    /// letters and the Latin alphabet are read.
    pub fn get(&self, word: &str) -> Option<(T, Form)> {
        let found = self.forms.get(&skeleton(word));
        if found.is_some() || word.chars().all(is_cyrillic) {
            return found.copied();
        }
        self.forms.get(&skeleton_by_sound(word)).copied()
    }

    /// Like `get`, but one letter may be wrong, provided that only one form is then meant.
    pub fn get_damaged(&self, word: &str) -> Option<(T, Form)>
    where
        T: PartialEq,
    {
        self.get(word).or_else(|| {
            let key = skeleton(word);
            let near = ends(&key).into_iter().flatten();
            let near = near.filter_map(|end| self.by_ends.get(&end)).flatten();
            let mut near = near.filter(|form| nearly_equal(form, &key));
            let first = *self.forms.get(near.next()?)?;
            near.all(|form| self.forms.get(form) == Some(&first)).then_some(first)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(case: Case, plural: bool, possessed: bool) -> Form {
        Form { case, plural, possessed }
    }

    #[test]
    fn declines_as_the_drafting_rules_print_it() {
        let table = "\
бап баптың бапқа бапты бапта баптан баппен бабы бабының бабына бабын бабында
тармақ тармақтың тармаққа тармақты тармақта тармақтан тармақпен тармағы тармағының тармағына тармағын тармағында
тармақша тармақшаның тармақшаға тармақшаны тармақшада тармақшадан тармақшамен тармақшасы тармақшасының тармақшасына тармақшасын тармақшасында
абзац абзацтың абзацқа абзацты абзацта абзацтан абзацпен абзацы абзацының абзацына абзацын абзацында
бөлік бөліктің бөлікке бөлікті бөлікте бөліктен бөлікпен бөлігі бөлігінің бөлігіне бөлігін бөлігінде
тарау тараудың тарауға тарауды тарауда тараудан тараумен тарауы тарауының тарауына тарауын тарауында
бөлім бөлімнің бөлімге бөлімді бөлімде бөлімнен бөліммен бөлімі бөлімінің бөліміне бөлімін бөлімінде
параграф параграфтың параграфқа параграфты параграфта параграфтан параграфпен параграфы параграфының параграфына параграфын параграфында
қосымша қосымшаның қосымшаға қосымшаны қосымшада қосымшадан қосымшамен қосымшасы қосымшасының қосымшасына қосымшасын қосымшасында
тақырып тақырыптың тақырыпқа тақырыпты тақырыпта тақырыптан тақырыппен тақырыбы тақырыбының тақырыбына тақырыбын тақырыбында";
        let plain = [
            Case::Nominative,
            Case::Genitive,
            Case::Dative,
            Case::Accusative,
            Case::Locative,
            Case::Ablative,
            Case::Instrumental,
        ];
        let possessed =
            [Case::Nominative, Case::Genitive, Case::Dative, Case::Accusative, Case::Locative];
        for line in table.lines() {
            let words: Vec<&'static str> = line.split(' ').collect();
            let stem = Stem::new(words[0]);
            let forms = plain
                .iter()
                .map(|case| form(*case, false, false))
                .chain(possessed.iter().map(|case| form(*case, false, true)));
            let declined: Vec<String> = forms.map(|form| stem.decline(form)).collect();
            assert_eq!(declined, words);
        }
    }

    #[test]
    fn declines_plurals_and_attributes() {
        let plural = |word, case| Stem::new(word).decline(form(case, true, false));
        assert_eq!(plural("тармақ", Case::Instrumental), "тармақтармен");
        assert_eq!(plural("бөлім", Case::Nominative), "бөлімдер");
        assert_eq!(plural("тарау", Case::Genitive), "тараулардың");
        assert_eq!(plural("сөз", Case::Ablative), "сөздерден");
        assert_eq!(Stem::new("сөз").decline(form(Case::Instrumental, false, false)), "сөзбен");
        assert_eq!(Stem::back("цифр").decline(form(Case::Instrumental, true, false)), "цифрлармен");
        assert_eq!(
            Stem::new("тармақша").decline(form(Case::Attributive, false, true)),
            "тармақшасындағы"
        );
        assert_eq!(Stem::new("заң").decline(form(Case::Instrumental, true, true)), "заңдарымен");
        assert_eq!(Stem::new("ақпан").decline(form(Case::Ablative, false, false)), "ақпаннан");
    }

    #[test]
    fn a_lexicon_reads_damaged_words_only_when_asked() {
        let lexicon = Lexicon::new(&[(Stem::new("тармақ"), 't'), (Stem::new("тарау"), 'c')]);
        let instrumental = form(Case::Instrumental, false, false);
        assert_eq!(lexicon.get("тараумен"), Some(('c', instrumental)));
        assert_eq!(lexicon.get("тармпақпен"), None);
        assert_eq!(lexicon.get_damaged("тармпақпен"), Some(('t', instrumental)));
        assert_eq!(lexicon.get_damaged("құқық"), None);
    }
}
