//! The marks around the text of an act told by their words: the line with form, date and number,
//! approval stamps, annex marks, signatures, lines of the site. Knows nothing of where they
//! stand.

use crate::kazakh::letters::{skeleton, skeleton_prefix, skeleton_suffix};
use crate::model::number::Number;

/// True for a text of at most so many characters, without counting more.
fn is_short(text: &str, limit: usize) -> bool {
    text.len() <= limit || text.chars().nth(limit).is_none()
}

/// The line that names form, date and number of the act («… № 12 қаулысы.»).
pub(super) fn is_identity(text: &str) -> bool {
    const LONGEST: usize = 500;
    if !is_short(text, LONGEST) || !(text.contains('№') || text.contains(" N ")) {
        return false;
    }
    let key = skeleton(text);
    key.contains("жылгы")
        && ["заны", "каулысы", "буирыгы", "жарлыгы", "шешими", "кодекси"].iter().any(|form| {
            key.match_indices(form).any(|(at, _)| {
                let rest = &key[at + form.len()..];
                key[..at].ends_with(' ') && !rest.starts_with(char::is_alphabetic)
            })
        })
        && !key.ends_with([':', ';'])
        && !key.ends_with("туралы")
}

/// The line that tells where the act is registered.
pub(super) fn is_registration(text: &str) -> bool {
    const LONGEST: usize = 300;
    if !is_short(text, LONGEST) {
        return false;
    }
    let key = skeleton(text);
    key.contains("тиркел") && (key.contains("адилет") || key.contains("тизилим"))
}

/// Place, day or number of an act, as they stand behind a signature.
pub(super) fn is_place_or_day(text: &str) -> bool {
    const LONGEST: usize = 80;
    if !is_short(text, LONGEST) || text.ends_with([':', ';']) {
        return false;
    }
    let key = skeleton(text);
    key.contains("акорда")
        || key.starts_with("астана")
        || key.starts_with("алматы")
        || key.starts_with("нур-султан")
        || key.contains("жылгы") && key.starts_with(|c: char| c.is_ascii_digit())
        || key.starts_with('№')
        || key.starts_with("n ")
}

/// «МАЗМҰНЫ», the heading of a table of contents.
pub(super) fn is_contents(text: &str) -> bool {
    skeleton_prefix(text, 10).trim_end_matches(['.', ':', ' ']) == "мазмуны"
}

/// An approval stamp: «… 2021 жылғы 18 қаңтардағы № 12 қаулысымен бекітілген».
pub(super) fn is_stamp(text: &str) -> bool {
    const LONGEST: usize = 350;
    if !is_short(text, LONGEST) || !skeleton_suffix(text, 14).contains("бекитил") {
        return false;
    }
    let key = skeleton(text);
    let key = key.trim_end_matches(['.', ' ', '"']);
    key.ends_with("бекитилген") || key.ends_with("бекитилди") && key.contains("жылгы")
}

/// An annex mark («… қаулысына 1-қосымша»), with the number of the annex and whether the words
/// before it name a numbered act (else they name a document of the act).
pub(super) fn annex_mark(text: &str) -> Option<(Option<Number>, bool)> {
    const LONGEST: usize = 350;
    if !is_short(text, LONGEST) || !skeleton_suffix(text, 10).contains("косымша") {
        return None;
    }
    let key = skeleton(text);
    let key = key.trim_end_matches(['.', ' ']);
    let before = key.strip_suffix("косымша")?;
    let (owner, number) = match before.strip_suffix('-') {
        Some(numbered) => {
            let start = numbered.rfind(|c: char| !(c.is_ascii_digit() || c == '-'));
            let start =
                start.map_or(0, |at| at + numbered[at..].chars().next().map_or(1, char::len_utf8));
            (&numbered[..start], Some(Number::parse(&numbered[start..])?))
        }
        None if before.is_empty() || before.ends_with(' ') => (before, None),
        None => return None,
    };
    let of_act = owner.contains('№') || owner.contains(" n ");
    Some((number, of_act))
}

/// The post of the one who signs («Қазақстан Республикасының Президенті»), perhaps with the name.
pub(super) fn is_post(text: &str) -> bool {
    const LONGEST: usize = 200;
    if !is_short(text, LONGEST) || text.ends_with([';', ':', ',']) || text.ends_with("лсын.") {
        return false;
    }
    let key = skeleton(text);
    let bare = strip_name(&key);
    const POSTS: [&str; 12] = [
        "президенти",
        "премьер-министри",
        "министри",
        "министр",
        "торагасы",
        "аким",
        "акими",
        "басшысы",
        "хатшысы",
        "директоры",
        "миндетин аткарушы",
        "м.а.",
    ];
    POSTS.iter().any(|post| {
        bare.strip_suffix(post).is_some_and(|rest| {
            rest.is_empty()
                || rest.ends_with([' ', '-'])
                || rest.ends_with("нын")
                || rest.ends_with("нин")
        })
    })
}

/// The key of a line without the name at its end («н. назарбаев», «б.сагынтаев»).
fn strip_name(key: &str) -> &str {
    let key = key.trim_end_matches([' ', '_']);
    let Some(dot) = key.rfind('.') else { return key };
    let surname = key[dot + 1..].trim_start();
    if surname.is_empty() || surname.contains(' ') {
        return key;
    }
    let mut before = &key[..dot];
    // One or two initials.
    for _ in 0..2 {
        before = before.trim_end();
        let Some((at, _)) = before.char_indices().next_back() else { break };
        before = before[..at].trim_end();
        match before.strip_suffix('.') {
            Some(rest) => before = rest,
            None => break,
        }
    }
    before.trim_end()
}

/// A name alone on its line: «А. Мамин», «Н.НАЗАРБАЕВ».
pub(super) fn is_name(text: &str) -> bool {
    const LONGEST: usize = 40;
    if !is_short(text, LONGEST) {
        return false;
    }
    let mut rest = text.trim();
    let mut initials = 0;
    while let Some(c) = rest.chars().next() {
        let Some(after) = rest[c.len_utf8()..].strip_prefix('.') else { break };
        if !c.is_uppercase() {
            return false;
        }
        initials += 1;
        rest = after.trim_start();
    }
    (1..=2).contains(&initials)
        && rest.starts_with(char::is_uppercase)
        && rest.chars().all(|c| c.is_alphabetic() || c == '-')
}

/// The mark of a form: «Нысан», «1-нысан».
pub(super) fn is_form(text: &str) -> bool {
    let key = skeleton_prefix(text, 12);
    let key = key.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | ' '));
    matches!(key.trim_end_matches(['.', ' ']), "нысан" | "нысаны")
}

/// The title of a form: words without blanks to fill in, one of them in capitals or all.
pub(super) fn is_form_title(text: &str) -> bool {
    !text.contains("__")
        && !text.starts_with('(')
        && text.chars().filter(|c| c.is_alphabetic()).count() > 3
        && text.split_whitespace().any(|word| {
            word.chars().count() > 3
                && word.chars().all(|c| !c.is_lowercase())
                && word.chars().any(char::is_uppercase)
        })
}

/// A line of the site or of the publisher that is no part of the act.
pub(super) fn is_editorial(text: &str) -> bool {
    const ENOUGH: usize = 40;
    if text.starts_with('©') {
        return true;
    }
    let key = skeleton_prefix(text, ENOUGH);
    let key = key.trim_end_matches(['.', '!', ' ', ':']);
    matches!(key, "колданушылар назарына" | "баспасоз-релиз" | "мазмуны")
        || key.starts_with("колданушыларга ынгаилы болуы ушин")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_requisites() {
        assert!(is_identity(
            "Қазақстан Республикасы Үкіметінің 2021 жылғы 18 қаңтардағы № 12 қаулысы."
        ));
        assert!(is_identity(
            "Қазақстан Республикасының Заңы 2015 жылғы 24 қарашадағы № 418-V ҚРЗ."
        ));
        assert!(is_stamp(
            "Қазақстан Республикасы Үкіметінің 2020 жылғы 18 қаңтардағы № 12 қаулысымен бекітілген"
        ));
        assert_eq!(
            annex_mark("кейбір шешімдеріне енгізілетін өзгерістер мен толықтыруларға 1-қосымша"),
            Some((Some(Number::plain(1)), false))
        );
        assert_eq!(annex_mark("№ 343/НҚ бұйрығына қосымша"), Some((None, true)));
        assert_eq!(annex_mark("осы Қағидаларға 1-қосымшаға"), None);
        assert!(is_post("Қазақстан Республикасының Премьер-Министрі"));
        assert!(is_post("Қазақстан Республикасының Президенті Н. НАЗАРБАЕВ"));
        assert!(is_name("А. Мамин") && is_name("Н.НАЗАРБАЕВ") && !is_name("АС. Мамин"));
        assert!(is_editorial("Колданушылар назарына!"));
    }
}
