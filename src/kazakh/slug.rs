//! Kazakh words → a slug in Latin letters: `Ақпарат министрі` → `aqparat-ministri`.
//! Issuers that have no short name of their own and acts without a number are named so.

/// Lower-case Latin letters and digits, words joined by hyphens; empty where the text has
/// neither letters nor digits of the two alphabets.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            out.push(letter);
        } else if let Some(latin) = latin(letter) {
            out.push_str(latin);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'ғ' => "gh",
        'д' => "d",
        'е' | 'э' | 'ё' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'і' => "i",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ng",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' => "kh",
        'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ы' => "y",
        'ю' => "iu",
        'я' => "ia",
        'ъ' | 'ь' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_one_slug() {
        assert_eq!(
            slug("Ақпарат және коммуникациялар министрі"),
            "aqparat-zhane-kommunikatsiialar-ministri"
        );
        assert_eq!(slug("«Бірыңғай» – талаптар (2020)"), "biryngghai-talaptar-2020");
        assert_eq!(slug("№ !"), "");
    }
}
