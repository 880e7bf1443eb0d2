//! Words of a copy → the same words in letters that every file format can hold and every reader
//! can see. Nothing is dropped: a sign that has no place on paper is shown by a sign that stands
//! for it.

use std::borrow::Cow;

/// The words with every sign replaced that XML 1.0 forbids, that HTML swallows, or that turns
/// the order of the letters around it. Line feeds and tabs stay.
pub fn printable(words: &str) -> Cow<'_, str> {
    if !words.chars().any(is_unprintable) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            // The pictures of control characters, U+2400 and on, are made for this.
            '\u{0}'..='\u{1f}' if is_unprintable(letter) => {
                out.push(char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'));
            }
            '\u{7f}' => out.push('\u{2421}'),
            other if is_unprintable(other) => {
                out.push_str(&format!("[U+{:04X}]", u32::from(other)))
            }
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

fn is_unprintable(letter: char) -> bool {
    let noncharacter = u32::from(letter) & 0xfffe == 0xfffe;
    noncharacter
        || matches!(letter,
            '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
            | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_printed_is_shown() {
        assert_eq!(printable("1) <b>&\"'\tтармақ;\n"), "1) <b>&\"'\tтармақ;\n");
        assert_eq!(printable("а\u{0}б\u{1b}в\u{7f}"), "а␀б␛в␡");
        assert_eq!(printable("\u{fffe}\u{ffff}\u{85}"), "[U+FFFE][U+FFFF][U+0085]");
        assert_eq!(printable("\u{202e}бап\u{202c}"), "[U+202E]бап[U+202C]");
    }

    #[test]
    fn the_result_is_legal_everywhere() {
        let all = (0..=0x10ffff).filter_map(char::from_u32).collect::<String>();
        let legal = |c: char| {
            matches!(c, '\t' | '\n' | '\u{20}'..='\u{7e}' | '\u{a0}'..='\u{d7ff}'
                | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        };
        assert!(printable(&all).chars().all(legal));
    }
}
