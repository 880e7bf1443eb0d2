//! Letters as suffixes see them: which suffix-initial consonants a final letter admits, and
//! whether the vowels of a stem are back or front. Turns letters into classes.

/// A set of the classes below.
pub type Classes = u8;

/// A vowel, я and ё included.
pub const VOWEL: Classes = 1;
/// у, which closes verbal nouns and behaves as a voiced consonant.
pub const GLIDE: Classes = 1 << 1;
/// и, a vowel that many suffixes treat as a consonant.
pub const DIPHTHONG: Classes = 1 << 2;
/// м н ң.
pub const NASAL: Classes = 1 << 3;
/// л.
pub const LATERAL: Classes = 1 << 4;
/// р й.
pub const LIQUID: Classes = 1 << 5;
/// ж з.
pub const SIBILANT: Classes = 1 << 6;
/// Voiceless consonants, and б в г д, which stand at the end of loans only and are spoken so.
pub const VOICELESS: Classes = 1 << 7;

/// Every consonant.
pub const CONSONANT: Classes = GLIDE | NASAL | LATERAL | LIQUID | SIBILANT | VOICELESS;
/// Everything but voiceless consonants.
pub const VOICED: Classes = VOWEL | DIPHTHONG | GLIDE | NASAL | LATERAL | LIQUID | SIBILANT;

/// The class of a small letter; 0 for what is no letter of the alphabet.
pub fn class(letter: char) -> Classes {
    match letter {
        'а' | 'ә' | 'е' | 'о' | 'ө' | 'ұ' | 'ү' | 'ы' | 'і' | 'э' | 'я' | 'ё' => VOWEL,
        'ю' | 'у' => GLIDE,
        'и' => DIPHTHONG,
        'м' | 'н' | 'ң' => NASAL,
        'л' => LATERAL,
        'р' | 'й' => LIQUID,
        'ж' | 'з' => SIBILANT,
        'п' | 'т' | 'к' | 'қ' | 'с' | 'ш' | 'щ' | 'ч' | 'ц' | 'х' | 'һ' | 'ф' => {
            VOICELESS
        }
        'б' | 'в' | 'г' | 'ғ' | 'д' => VOICELESS,
        _ => 0,
    }
}

/// True for letters that make a syllable.
pub fn is_vowel(letter: char) -> bool {
    class(letter) & (VOWEL | DIPHTHONG) != 0 || letter == 'у' || letter == 'ю'
}

/// Back or front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Harmony {
    /// а о ұ ы.
    Back,
    /// ә е ө ү і.
    Front,
}

/// The harmony that suffixes of a stem must have; `None` where its letters leave it open.
///
/// у takes that of the vowel before it; loans in и and э go either way, and so do stems in ь
/// and those that end in к after a back vowel or another consonant (банкінің, актілер,
/// модульдер).
pub fn harmony(stem: &[char]) -> Option<Harmony> {
    match stem {
        [.., 'ь'] | [.., 'к'] | [.., 'к', 'т' | 'л'] => return None,
        _ => {}
    }
    for (i, letter) in stem.iter().enumerate().rev() {
        match letter {
            'а' | 'о' | 'ұ' | 'ы' | 'я' | 'ё' => return Some(Harmony::Back),
            'ә' | 'е' | 'ө' | 'ү' | 'і' => return Some(Harmony::Front),
            'и' | 'э' => return None,
            // Inside a word only loans have у for a vowel: ресурс.
            'у' if i + 1 < stem.len() && i > 0 && !is_vowel(stem[i - 1]) => return None,
            _ => {}
        }
    }
    None
}

/// The letter by which a letter of the Kazakh alphabet is replaced where a keyboard or a reading
/// machine knows Russian letters only; signs without sound are dropped.
pub fn folded(letter: char) -> Option<char> {
    Some(match letter {
        'ә' => 'а',
        'і' => 'и',
        'ң' => 'н',
        'ғ' => 'г',
        'ү' | 'ұ' => 'у',
        'қ' => 'к',
        'ө' => 'о',
        'һ' => 'х',
        'ё' => 'е',
        'ь' | 'ъ' => return None,
        other => other,
    })
}

/// A word with every letter folded.
pub fn fold(word: &str) -> String {
    word.chars().filter_map(folded).collect()
}
