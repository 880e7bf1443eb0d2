//! A text → the language in which it is written, by its letters and its commonest words. A copy
//! that lost the letters of its own still has the words.

/// The languages that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Kazakh in Cyrillic letters.
    Kazakh,
    /// Russian.
    Russian,
    /// Any other, or too few words to tell.
    Other,
}

impl Language {
    /// The code by ISO 639-3; `und` where it is not known.
    pub fn code(self) -> &'static str {
        match self {
            Language::Kazakh => "kaz",
            Language::Russian => "rus",
            Language::Other => "und",
        }
    }
}

/// Letters that Kazakh has and Russian has not.
const OWN: &str = "әіңғүұқөһ";
/// Words that every Kazakh act has, with Russian letters in the place of its own too.
const KAZAKH: [&str; 8] = ["және", "жане", "туралы", "бойынша", "үшін", "ушин", "немесе", "деген"];
/// Words that every Russian act has and no Kazakh one.
const RUSSIAN: [&str; 8] = ["и", "в", "на", "не", "с", "по", "от", "для"];

/// The language of a text.
pub fn of(text: &str) -> Language {
    const FEWEST_PER_THOUSAND: usize = 20;
    let (mut cyrillic, mut own) = (0, 0);
    let (mut kazakh, mut russian) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        for c in word.chars() {
            let is_own = OWN.contains(c);
            own += usize::from(is_own);
            cyrillic += usize::from(is_own || ('\u{400}'..='\u{52f}').contains(&c));
        }
        kazakh += usize::from(KAZAKH.contains(&word.as_str()));
        russian += usize::from(RUSSIAN.contains(&word.as_str()));
    }
    if cyrillic == 0 {
        return Language::Other;
    }
    let lettered = own * 1000 >= cyrillic * FEWEST_PER_THOUSAND;
    match (lettered, kazakh > russian, russian > kazakh) {
        // A text in two languages is none of Kazakh.
        (true, _, false) | (false, true, _) => Language::Kazakh,
        (_, _, true) => Language::Russian,
        (false, false, false) => Language::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        for (text, language) in [
            (
                "Осы қаулы алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі",
                Language::Kazakh,
            ),
            (
                "Казакстан Республикасынын Укиметi мен агенттиктер жане министрликтер туралы",
                Language::Kazakh,
            ),
            (
                "Настоящее постановление вводится в действие и подлежит опубликованию на сайте",
                Language::Russian,
            ),
            ("This resolution takes effect", Language::Other),
            ("1. 2. 3.", Language::Other),
        ] {
            assert_eq!(of(text), language, "{text}");
        }
    }
}
