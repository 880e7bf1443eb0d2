//! Words of a copy → the same words in letters that every file format can hold and every reader
//! can see. No word is dropped: a sign that has no place on paper, or a whole control sequence of a
//! terminal, is shown by one sign that stands for it.

use crate::source::control::sequence;
use std::borrow::Cow;
use std::fmt::Write;

/// The words with every sign replaced that XML 1.0 forbids, that HTML swallows, or that turns the
/// direction of the letters around it. A control sequence (ECMA-48) is one such sign with all its
/// parameters: they were never words. Line feeds and tabs stay.
pub fn printable(words: &str) -> Cow<'_, str> {
    let Some(first) = words.find(is_unprintable) else { return Cow::Borrowed(words) };
    let mut out = String::with_capacity(words.len());
    out.push_str(&words[..first]);
    let mut rest = &words[first..];
    while let Some(letter) = rest.chars().next() {
        if !is_unprintable(letter) {
            let end = rest.find(is_unprintable).unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        show(letter, &mut out);
        rest = &rest[sequence(rest).unwrap_or(letter.len_utf8())..];
    }
    Cow::Owned(out)
}

/// The sign that stands for a character.
fn show(letter: char, out: &mut String) {
    match letter {
        // The pictures of control characters, U+2400 and on, are made for this.
        '\u{0}'..='\u{1f}' => {
            out.push(char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'));
        }
        '\u{7f}' => out.push('\u{2421}'),
        other => {
            let _ = write!(out, "[U+{:04X}]", u32::from(other));
        }
    }
}

/// True for what must not be handed on as it is.
pub fn is_unprintable(letter: char) -> bool {
    let noncharacter = u32::from(letter) & 0xfffe == 0xfffe;
    noncharacter
        || turns_direction(letter)
        || matches!(letter,
            '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
            | '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}')
}

/// True for the characters that change the direction of what stands around them without being
/// seen themselves: marks, embeddings, overrides and isolates (UAX #9, `Bidi_Control`).
pub fn turns_direction(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_printed_is_shown() {
        assert_eq!(printable("1) <b>&\"'\tтармақ;\n"), "1) <b>&\"'\tтармақ;\n");
        assert_eq!(printable("а\u{0}б\u{1b}в\u{7f}"), "а␀б␛в␡");
        assert_eq!(printable("\u{fffe}\u{ffff}\u{85}"), "[U+FFFE][U+FFFF][U+0085]");
        assert_eq!(printable("\u{202e}бап\u{202c}"), "[U+202E]бап[U+202C]");
        assert_eq!(printable("\u{200f}бап\u{61c}"), "[U+200F]бап[U+061C]");
    }

    #[test]
    fn a_control_sequence_is_one_sign() {
        for (words, shown) in [
            ("бір\u{1b}[31mекі\u{1b}[0m", "бір␛екі␛"),
            ("бір\u{1b}[38;2;1;2;3mекі", "бір␛екі"),
            ("бір\u{1b}[?25lекі\u{1b}[1 qүш", "бір␛екі␛үш"),
            ("бір\u{9b}2Jекі", "бір[U+009B]екі"),
            ("\u{1b}]0;атау\u{7}болмау", "␛болмау"),
            ("\u{1b}]8;;http://x\u{1b}\\болмау\u{1b}]8;;\u{1b}\\", "␛болмау␛"),
            ("\u{9d}0;атау\u{9c}болмау", "[U+009D]болмау"),
            ("\u{1b}P1$r\u{1b}\\бап\u{1b}_x\u{7}бап\u{1b}^y\u{1b}\\", "␛бап␛бап␛"),
            ("\u{1b}(Bбап\u{1b}7бап\u{1b}cбап", "␛бап␛бап␛бап"),
        ] {
            assert_eq!(printable(words), shown, "{words:?}");
        }
    }

    #[test]
    fn what_is_no_whole_sequence_hides_no_words() {
        for (words, shown) in [
            ("\u{1b}", "␛"),
            ("\u{1b}[", "␛["),
            ("\u{1b}[31", "␛[31"),
            ("\u{1b}[31\nm", "␛[31\nm"),
            ("\u{1b}[3бап", "␛[3бап"),
            ("\u{1b}]0;1-бап. Атау", "␛]0;1-бап. Атау"),
            ("\u{1b}]0;1-бап\n2-бап\u{7}", "␛]0;1-бап\n2-бап␇"),
            ("\u{1b}]0;1-бап\u{1b}[0m2-бап", "␛]0;1-бап␛2-бап"),
            ("\u{1b}Mбап", "␛Mбап"),
            ("\u{1b}бап", "␛бап"),
        ] {
            assert_eq!(printable(words), shown, "{words:?}");
        }
    }

    #[test]
    fn the_result_is_legal_everywhere() {
        let all = (0..=0x10ffff).filter_map(char::from_u32).collect::<String>();
        let legal = |c: char| {
            matches!(c, '\t' | '\n' | '\u{20}'..='\u{7e}' | '\u{a0}'..='\u{d7ff}'
                | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        };
        assert!(printable(&all).chars().all(legal));
        assert!(!printable(&all).contains(turns_direction));
    }

    proptest! {
        #[test]
        fn nothing_that_controls_is_left_and_no_letter_of_a_law_is_lost(
            pieces in prop::collection::vec(prop_oneof![
                any::<char>().prop_map(String::from),
                "[а-яәіңғүұқөһ ]{1,4}",
                prop::sample::select(vec![
                    "\u{1b}", "\u{1b}[", "\u{1b}]", "\u{1b}P", "\u{9b}", "\u{9d}", "\u{7}",
                    "\u{1b}\\", "31;1", "m", "\n", "\t", "\u{202e}", "\u{2066}", "\u{200f}",
                ]).prop_map(String::from),
            ], 0..24)
        ) {
            let words = pieces.concat();
            let shown = printable(&words);
            prop_assert!(!shown.contains(is_unprintable), "{words:?} {shown:?}");
            prop_assert_eq!(printable(&shown), shown.as_ref());
            let lines = |text: &str| text.matches('\n').count();
            prop_assert_eq!(lines(&words), lines(&shown));
            if !words.contains(['\u{1b}', '\u{90}', '\u{98}', '\u{9b}', '\u{9d}', '\u{9e}', '\u{9f}']) {
                let kept: String = words.chars().filter(|c| !is_unprintable(*c)).collect();
                let mut left = shown.chars();
                prop_assert!(kept.chars().all(|c| left.any(|shown| shown == c)));
            }
        }
    }
}
